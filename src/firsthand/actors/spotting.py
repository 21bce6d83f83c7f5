"""Finds names in a text: those that the gazetteers know, those behind a post, and those that were said before."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from firsthand import lexicon
from firsthand.actors.naming import person
from firsthand.actors.roles import RANKS, is_role
from firsthand.actors.said import Said
from firsthand.names import SAME, compare, keys
from firsthand.phrases import (
    ARTICLES,
    BEFORE,
    CLITIC,
    DEFINITE,
    ONE,
    PARTICLES,
    TOKEN,
    is_capital,
    is_title,
    parse,
    person_name,
)
from firsthand.spans import Mention
from firsthand.types import Kind, Span

LONGEST = 7  # words of a name: "the Organisation for Security and Co-operation in Europe"
FIRST_NAMED = 4  # words of a person's name that begins with a usual first name, at most
SPELLED = 5  # letters of a surname that is known in another spelling, at least
POST = 80  # characters before a name in which a post is looked for
LINKS = PARTICLES | {"for", "on", "in", "the"}  # lower-case words that stand inside a name
PLACES = ("name", "capital")
ABBREVIATED = re.compile(r"\..*\.$|^[A-Z]\.$")  # "U.S.", "J."
OPENS = re.compile(r"(?:^|[.!?:“\"‘\n–—]\s*)$")  # where a sentence begins: there a capital says nothing

Word = tuple[str, int, int]


class Names:
    """The names that a report says, to know them when they are said again."""

    def __init__(self, said: Iterable[Said] = ()) -> None:
        self._types: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._surnames: defaultdict[str, set[str]] = defaultdict(set)
        for one in said:
            self.add(one)

    def add(self, said: Said) -> None:
        """Take the name in a mention; things have names that are other words too."""
        kind = said.mention.type
        if not said.name or kind == "thing":
            return
        self._types[said.name][kind] += 1
        last = said.name.rsplit(" ", 1)[-1]
        if kind == "person" and (last in self._types or person(last, parse(last))):
            self._types[last][kind] += 2 * (last != said.name)  # a full name tells more than a short one
            for key in keys(last, Kind.PERSON):
                self._surnames[key].add(last)

    def usual(self, name: str, kind: str) -> str:
        """Return the type that a name has more often than the given one, or that."""
        known = self._types.get(name, Counter())
        return max((kind, *known), key=lambda one: known[one])

    def type_of(self, name: str) -> str | None:
        """Return the type of who was called so, or by this surname in another spelling; None for somebody new."""
        if name in self._types:
            return self._types[name].most_common(1)[0][0]
        if " " in name or len(name) < SPELLED:
            return None
        alike = set[str]().union(*(self._surnames.get(key, ()) for key in keys(name, Kind.PERSON)))
        same = any(compare(name, other, Kind.PERSON).score >= SAME for other in alike)
        return "person" if same else None


def names_in(text: str, mentions: Sequence[Mention], names: Names) -> Iterator[Mention]:
    """Yield a mention for each name in the text that is in none."""
    said = [Said(i, m, text[slice(*m.span)]) for i, m in enumerate(mentions)]
    taken: list[Span] = []
    for place in sorted((_place(one) for one in said if one.name), key=lambda span: (span[0], -span[1])):
        if not taken or place[1] > taken[-1][1]:
            taken.append(place)
    for run in _runs(text, taken):
        for mention in _in_run(text, run, names):
            names.add(Said(-1, mention, text[slice(*mention.span)]))
            yield mention


def _place(said: Said) -> Span:
    """Where the name in a mention stands, with the capitalised words before it ("Foreign Minister")."""
    at = max(0, said.text.rfind(said.name or ""))
    end = said.start + at + len(said.name or "")
    for m in reversed(list(TOKEN.finditer(said.text, 0, at))):
        if said.mention.type != "person" or not is_capital(m[0]) or CLITIC.search(m[0]):
            break
        at = m.start()
    return said.start + at, end


def _runs(text: str, taken: list[Span]) -> Iterator[list[Word]]:
    """Yield the stretches of capitalised words, joined by at most a word such as "of", that no name has yet."""
    run: list[Word] = []
    ends = [end for _, end in taken]
    for m in TOKEN.finditer(text):
        word, start = m[0], m.start()
        if word[-1] == "." and not ABBREVIATED.search(word) and lexicon.honorific(word) is None:
            word = word[:-1]
        i = bisect_left(ends, start + 1)
        named = i < len(taken) and taken[i][0] < start + len(word)
        follows = run and text[run[-1][2] : start] == " " and not CLITIC.search(run[-1][0])
        if run and not (follows and not named and (is_capital(word) or word in LINKS)):
            yield run
            run = []
        if not named and (run or word[:1].isupper()):
            run.append((word, start, start + len(word)))
    if run:
        yield run


def _in_run(text: str, run: list[Word], names: Names) -> Iterator[Mention]:
    """Yield the longest names in a run, from its beginning on; what tells of a person's posts goes with the name."""
    at = 0
    while at < len(run):
        for n in range(min(LONGEST, len(run) - at), 0, -1):
            kind = _kind(text, run[at : at + n], names, ends=at + n == len(run))
            if kind:
                _, start, _ = run[at]
                word, _, end = run[at + n - 1]
                end -= len("".join(CLITIC.findall(word)))
                start = post_begins(text, start, end) if kind == "person" else start
                yield Mention(span=(start, end), type=kind)
                at += n - 1
                break
        at += 1


def _kind(text: str, run: list[Word], names: Names, ends: bool) -> str | None:
    """Return the type of what some words name, or None where they name nobody that we know.

    ends: no more capitalised words follow, as they do in a headline.
    """
    words = [word for word, _, _ in run]
    words[-1] = CLITIC.sub("", words[-1])
    if not words[0][0].isupper() or not is_capital(words[-1]) or words[0].lower() in ARTICLES | BEFORE:
        return None
    name = " ".join(words)
    place = lexicon.country(name)
    if place:
        return "place" if place.how in PLACES else ("organization" if place.how == "seat" else None)
    opens = OPENS.search(text, max(0, run[0][1] - 4), run[0][1]) is not None
    if lexicon.institution(name) or (lexicon.outlet(name) and (len(words) > 1 or not opens)):
        return "organization"
    called = person_name(words)
    if called and len(words) > 1:
        titled = called != name and (is_title(words[0]) or lexicon.country(words[0]) is not None)
        usual = len(words) <= FIRST_NAMED and ends and lexicon.gender(words[0]) is not None
        if (titled or usual) and person(name, parse(name)):
            return "person"
    return names.type_of(name)


def post_begins(text: str, start: int, end: int) -> int:
    """Return where the post before a person's name begins ("the Kremlin’s special envoy"), ``start`` without one."""
    before = list(TOKEN.finditer(text, max(0, start - POST), start))
    apposed = bool(before) and before[-1][0] == "," and text[end : end + 1] in (",", ".", ";", ")")
    before = before[:-1] if apposed else before
    last = before[-1] if before else None
    if last is None or last[0][-1] == "." or not (last[0].islower() and is_role([last[0]])):
        return start
    if text[last.end() : start].strip(" ,"):
        return start
    for m in reversed(before):
        word = m[0].lower()
        if m is not last and text[m.end()] != " ":
            break
        if word in DEFINITE or word in ONE:
            return m.start()
        if not (word in RANKS or is_role([word]) or "-" in word or is_capital(m[0])):
            break
        start = m.start()
    return start
