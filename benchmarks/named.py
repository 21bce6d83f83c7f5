"""Which mentions are names, by one rule on their words, so that annotations with other borders can be compared.

Annotators and tools draw the borders of a mention differently: "the well-known engineer Marta Vell, who built it",
"engineer Marta Vell", "Marta Vell". The rule goes through the words of a mention up to where its front part ends: a
preposition, a relative pronoun, a conjunction, a comma, a bracket, a dash. The *name* is the last run of capitalised
words there, with "of", "de", "&" and the like between them, without an article, a possessive or a title before it and
without "'s" after it. A mention whose front part ends in another word ("a Tarsian official") is not a name, nor is an
owner before one ("Tarsia's Marta Vell"). The first word of a sentence counts as capitalised only where the text nowhere
has it in lower case.
"""

import re
from collections.abc import Iterable
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

WORD = re.compile(r"&|(?<!\w['’])\w+(?:(?!['’]s\b)[-.'’&/]\w+)*")
OWNER = re.compile(r"['’]s?\s")
BREAK = re.compile(r"[,;:()\[\]–—\"“”\n]|\s-\s")
OPENING = re.compile(r"(?:^|[.!?:]|\n)[\s\"“”‘'(\[]*$")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


JOINING = _set("of the for & de del della di da do du des van von der den la le las los al bin ibn el y")
ENDING = _set(
    "about above across after against along among and around as at because before behind below between but by during "
    "from in inside into like near nor of off on onto or out outside over per since than that through to toward "
    "towards under until upon via what when where whether which while who whom whose why with within without"
)
FUNCTION = _set(
    "a all an another any both each either every few he her hers him his i it its itself many me mine more most much "
    "my neither no none nobody nothing one our ours several she some somebody someone such that the their theirs them "
    "themselves there these they this those us we what which who whoever whose you your yours here yes"
)
TITLES = _set(
    "admiral ambassador archbishop attorney baron bishop captain chairman chancellor chief colonel commissioner "
    "congressman congresswoman count countess dame deputy director doctor dr duke emperor empress father general "
    "governor judge justice king lady lieutenant lord madam madame major mayor minister miss mr mrs ms mx officer pope "
    "premier president prime prince princess prof professor queen rabbi rep representative rev reverend secretary sen "
    "senator sergeant sheikh sir sultan vice"
)


class Names:
    """Finds the names in the mentions of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = {m[0] for m in WORD.finditer(text) if m[0].islower()}

    def find(self, span: Span) -> Span | None:
        """The name in a mention, or None where it has none."""
        run: list[re.Match[str]] = []
        last = span[0]
        for word in WORD.finditer(self._text, *span):
            ended = BREAK.search(self._text, last, word.start()) is not None
            if run and (ended or self._ends(run, word)):
                break
            if OWNER.match(self._text, last, word.start()):
                run = []
            last = word.end()
            if self._capital(word) or (run and word[0] in JOINING):
                run.append(word)
            elif word[0].lower() in ENDING:
                break
            else:
                run = []
        return _trimmed(run)

    def _capital(self, word: re.Match[str]) -> bool:
        """Whether the word is written as names are."""
        if word[0].islower() or not any(map(str.isupper, word[0])) or word[0].lower() in FUNCTION:
            return False
        opens = OPENING.search(self._text, max(0, word.start() - 8), word.start())
        return not (opens and word[0].lower() in self._lower)

    def _ends(self, run: list[re.Match[str]], word: re.Match[str]) -> bool:
        """Whether a run of capitalised words ends for good before a word that follows it."""
        if self._capital(word) or word[0] in JOINING:
            return False
        return word[0].lower() in ENDING or run[-1][0] in JOINING


def _trimmed(run: list[re.Match[str]]) -> Span | None:
    """The span of a run without small words at its end, and without titles at its start unless they are all of it."""
    while run and run[-1][0] in JOINING:
        run = run[:-1]
    while len(run) > 1 and (run[0][0].lower() in TITLES or run[0][0] in JOINING) and run[1][0] not in JOINING:
        run = run[1:]
    return (run[0].start(), run[-1].end()) if run else None


def outermost(spans: Iterable[Span]) -> set[Span]:
    """The spans that lie in no other one of them."""
    kept: set[Span] = set()
    reached = -1
    for start, end in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if end > reached:
            kept.add((start, end))
            reached = end
    return kept
