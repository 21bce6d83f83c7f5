"""One quotation on its way to an attribution, and the report that it stands in."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from firsthand import lexicon
from firsthand.phrases import Phrase, conjuncts, parse
from firsthand.sentences import Sentences
from firsthand.sourcing.press import Near, Press
from firsthand.sourcing.quotes import shares
from firsthand.spans import Quotation
from firsthand.types import Form, Kind, Reason, Report, Span, Spans, Stance

CUE_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ADVERBS = lexicon.word_set(
    """also again immediately still even just now then always ever so far long openly first later once very rather both
    all too repeatedly"""
)
LEFT_OUT = re.compile(r"(?<!\w)((?:the|an?|another|one) )\Z", re.IGNORECASE)
PLURALS = ("ers", "ors", "ees", "ants", "ents", "ists", "ians", "mates", "ives", "ies", "als")


def cue_words(text: str) -> list[str]:
    """Return the words of a cue in lower case and base form, "n’t" parted, adverbs left out."""
    words = []
    for word in CUE_WORD.findall(text.lower().replace("’", "'")):
        if word.endswith("n't"):
            words += ["will" if word == "won't" else "can" if word == "can't" else word[:-3], "not"]
        elif word == "cannot":
            words += ["can", "not"]
        elif word not in ADVERBS and not (word.endswith("ly") and len(word) > 4 and word not in ("reply", "rely")):
            words.append(word)
    return words


@dataclass(slots=True)
class Facts:
    """What the rules have found so far; each field's reason is in ``reasons``."""

    kind: Kind | None = None
    unnamed: bool = False
    count: int | None = None
    descriptor: str | None = None
    form: Form = Form.INDIRECT
    stance: Stance = Stance.ASSERTS
    via: tuple[str, ...] = ()
    occasion: Span | None = None
    reasons: dict[str, Reason] = field(default_factory=dict)


@dataclass(eq=False)
class Case:
    """One quotation, its words, and what is known about it.

    Attributes:
        story: the report that it stands in.
        order: its place in the order of the text.
        spans: the bare quotation.
        within: the enclosing case.
        goes_back: the earlier case whose source a pronoun or a definite phrase means.
        same: ``goes_back`` where that source is unnamed and the very same one.
        reach: the stretch of the sentence that belongs to it.
        near: the outlets that are mentioned beside it.
        named: the name of the person, no source before, whom a pronoun or a description means.
        own_hands: the hands that stand beside this very saying, nearest the report first.
    """

    story: "Story"
    order: int
    spans: Quotation
    within: "Case | None" = None
    goes_back: "Case | None" = None
    same: "Case | None" = None
    named: str | None = None
    own_hands: tuple[str, ...] = ()
    reach: Span = (0, 0)
    near: list[Near] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)

    @cached_property
    def source(self) -> str:
        """The source's text."""
        return self.story.slice(self.spans.source)

    @cached_property
    def phrase(self) -> Phrase:
        """The source, read as a noun phrase; an article that the model left outside is taken in."""
        at = self.source_at
        outside = LEFT_OUT.search(self.story.text, max(0, at - 9), at) if self.spans.source else None
        return parse(outside[1] + self.source if outside else self.source)

    @cached_property
    def parts(self) -> tuple[Phrase, ...]:
        """The phrases that "and" joins in the source."""
        pieces = conjuncts(self.source)
        return (self.phrase,) if len(pieces) < 2 else tuple(map(parse, pieces))

    @cached_property
    def common_plural(self) -> bool:
        """Whether the source is a plural noun that is written like a name only because it begins a sentence."""
        word = self.phrase.name or ""
        if " " in word or not word.endswith("s") or len(word) < 5 or word.endswith(("ss", "is", "us")):
            return False
        begins = self.source.startswith(word) and self.source_at - self.sentence[0] < 3
        return (
            begins
            and word.lower() not in self.story.press.people
            and (bool(self.phrase.rest) or word.endswith(PLURALS))
        )

    @cached_property
    def cue(self) -> str:
        """The cue's text."""
        return self.story.slice(self.spans.cue)

    @cached_property
    def words(self) -> list[str]:
        """The cue's words, without adverbs; "n’t" parted."""
        return cue_words(self.cue[:200])

    @cached_property
    def lemmas(self) -> list[str]:
        """The cue's words in base form."""
        return [lexicon.lemma(w) for w in self.words]

    @cached_property
    def quoted(self) -> tuple[int, int, str]:
        """How many words of the content stand in quotation marks, how many there are, and the first quoted letter."""
        return shares(self.story.text, self.spans.content, self.within is None)

    @cached_property
    def neighbours(self) -> "list[Case]":
        """Up to six cases to each side, the nearest first."""
        cases, i = self.story.cases, self.order
        near = cases[max(0, i - 6) : i] + cases[i + 1 : i + 7]
        return sorted(near, key=lambda c: abs(c.start - self.start))

    @cached_property
    def content(self) -> str:
        """The first 600 characters of the content, lower case, typewriter apostrophes."""
        return self.story.slice(self.spans.content)[:600].lower().replace("’", "'")

    @cached_property
    def content_words(self) -> list[str]:
        """The first words of the content, "n’t" parted."""
        return cue_words(self.content)[:60]

    @cached_property
    def start(self) -> int:
        """Where the cue begins."""
        return self.spans.cue[0][0] if self.spans.cue else self.spans.content[0][0]

    @cached_property
    def end(self) -> int:
        """Where the cue ends."""
        return self.spans.cue[-1][1] if self.spans.cue else self.start

    @cached_property
    def source_at(self) -> int:
        """Where the source begins, or the cue where it has none."""
        return self.spans.source[0][0] if self.spans.source else self.start

    @cached_property
    def sentence(self) -> Span:
        """The sentence around the cue, at most 400 characters to each side."""
        return self.story.sentences.around(self.start, self.end)

    @cached_property
    def after(self) -> str:
        """The words right behind the cue, up to the content, the source or the end of the sentence."""
        stops = [s for s, _ in self.spans.content + self.spans.source if s >= self.end]
        return self.story.text[self.end : min([*stops, self.sentence[1], self.end + 80])]

    @cached_property
    def before(self) -> str:
        """The words right before the first of cue and source, in the sentence."""
        at = min(self.start, self.source_at)
        return self.story.text[max(self.sentence[0], at - 80) : at]


class Story:
    """A report and its cases, in the order of the text."""

    def __init__(self, report: Report, quotations: tuple[Quotation, ...]) -> None:
        self.text = report.text
        self.report = report
        self.press = Press(report)
        self.sentences = Sentences(report.text)
        made = [Case(self, 0, q) for q in quotations]
        for case in made:
            outer = case.spans.within
            case.within = made[outer] if outer is not None and 0 <= outer < len(made) else None
        self.cases = sorted(made, key=lambda c: (c.start, c.end))
        for i, case in enumerate(self.cases):
            case.order = i

    def slice(self, spans: Spans) -> str:
        """Return the text of spans, joined by single spaces."""
        if len(spans) == 1:
            return self.text[spans[0][0] : spans[0][1]]
        return " ".join(self.text[s:e] for s, e in spans)

    def earlier(self, case: Case, limit: int = 40) -> list[Case]:
        """Return up to ``limit`` cases before one in the text, the nearest first."""
        return self.cases[max(0, case.order - limit) : case.order][::-1]
