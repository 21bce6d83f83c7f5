"""How an analysis is shown to people, whatever it is shown on: marked pieces of text, sources in words, chains.

A report is hostile input, so everything that is shown passes through `visible`, after it was cut by its offsets.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from firsthand.types import Actor, Analysis, Attribution, Held, OnList, Spans, Stance

REPORT = "report"
LIKELY = 0.9  # how alike the names of an actor and of an entry that it is only perhaps must be to be shown
UNRESOLVED = "nobody before it"  # stands for a pronoun that means nobody whom the report has named

# A terminal obeys C0, C1 and DEL; bidirectional embeddings and overrides make text read as something else; a lone
# surrogate can't be encoded. Each becomes one visible character.
_VISIBLE = (
    {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
    | {0x7F: 0x2421}
    | dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029], 0xFFFD)
    | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
    | {0x0D: None}
)

_NUMBERS = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens of"
_DETERMINERS = r"a|an|the|another|other|some|several|many|few|a few|both|these|those|its|their|his|her"
_DETERMINED = re.compile(
    rf"(?P<head>(?:(?:at least|more than|about) )?(?:{_NUMBERS})|{_DETERMINERS})\s+(?P<rest>(?!of\b).+)",
    re.IGNORECASE | re.DOTALL,
)


class Role(StrEnum):
    """The three parts of an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


class Part(StrEnum):
    """The words of an event that are marked."""

    TRIGGER = "trigger"
    ACTOR = "doer"
    RECIPIENT = "recipient"


class Standing(StrEnum):
    """Whether the report says whose word it is."""

    NAMED = "named"
    UNNAMED = "unnamed"
    UNATTRIBUTED = "unattributed"

    @property
    def symbol(self) -> str:
        """The sign that tells it at a glance, without colour."""
        return {"named": "●", "unnamed": "○", "unattributed": "∅"}[self]


_OUTWARDS = (Role.CONTENT, Role.CUE, Role.SOURCE, Part.ACTOR, Part.RECIPIENT, Part.TRIGGER)
STANCE_SYMBOL = {Stance.ASSERTS: "", Stance.DENIES: "✗", Stance.DECLINES: "⊘", Stance.SILENT: "…", Stance.ASKS: "?"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of the text in one role, with the numbers of the attributions or events that it serves."""

    role: Role | Part
    start: int
    end: int
    numbers: tuple[int, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The numbers, told apart: ``3`` is an attribution, ``e3`` an event."""
        return tuple(f"e{number}" if isinstance(self.role, Part) else str(number) for number in self.numbers)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text with the same marks throughout, the widest mark first."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def keys(self) -> str:
        """The attributions and events that it serves, in words of their own: ``1 6 e2``."""
        return " ".join(dict.fromkeys(key for mark in self.marks for key in mark.keys))

    @property
    def roles(self) -> tuple[Role | Part, ...]:
        """Its roles, each once."""
        return tuple(dict.fromkeys(mark.role for mark in self.marks))

    @property
    def opened(self) -> tuple[Mark, ...]:
        """The marks that begin with this segment, the widest first."""
        return tuple(mark for mark in self.marks if mark.start == self.start)

    @property
    def closed(self) -> tuple[Mark, ...]:
        """The marks that end with this segment, the narrowest first."""
        return tuple(mark for mark in reversed(self.marks) if mark.end == self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One attribution in words, ready to be shown.

    Attributes:
        number: its place in the text, from 1.
        depth: how many attributions enclose it.
        label: who the source is, in the report's words.
        actor: who that is, where the words alone do not tell; None otherwise.
        cue, content: the words as they stand in the report.
        chain: the hands from the report down to the source: ``("report", "CNN", "two unnamed sources")``.
        within: number of the attribution that it is said in.
        same_source: number of the earlier attribution whose unnamed source this one goes back to.
        occasion: where it was said.
        attribution: all the rest.
    """

    number: int
    depth: int
    label: str
    actor: str | None
    cue: str
    content: str
    chain: tuple[str, ...]
    within: int | None
    same_source: int | None
    occasion: str | None
    attribution: Attribution

    @property
    def standing(self) -> Standing:
        """Whether the source is named, unnamed or missing."""
        if not self.attribution.source:
            return Standing.UNATTRIBUTED
        return Standing.UNNAMED if self.attribution.unnamed else Standing.NAMED


def visible(text: str) -> str:
    """Return the text with each character that a screen would obey or choke on replaced by one that can be seen."""
    return text.translate(_VISIBLE)


def line(text: str, limit: int = 0) -> str:
    """Return the text as one visible line, shortened to about ``limit`` characters if that is not 0."""
    joined = visible(" ".join(text.split()))
    return joined if not limit or len(joined) <= limit else joined[: limit - 1].rstrip() + "…"


def quote(text: str, spans: Spans) -> str:
    """Return what stands at the spans, as one line."""
    return " … ".join(line(text[start:end]) for start, end in spans)


def marks(analysis: Analysis) -> list[Mark]:
    """Return the marks of all attributions in the order of the text, the wider before the narrower."""
    serves: dict[tuple[int, int, Role], list[int]] = {}
    for number, attribution in enumerate(analysis.attributions, 1):
        for role in Role:
            for start, end in getattr(attribution, role):
                if start < end:
                    serves.setdefault((start, end, role), []).append(number)
    return sorted((Mark(role, start, end, tuple(found)) for (start, end, role), found in serves.items()), key=_outer)


def segments(analysis: Analysis, more: Iterable[Mark] = ()) -> list[Segment]:
    """Cut the text wherever a mark begins or ends; the segments cover it without gap or overlap.

    Args:
        analysis: its attributions are marked.
        more: marks of something else.
    """
    found, text = sorted([*marks(analysis), *more], key=_outer), analysis.report.text
    cuts = sorted({0, len(text)} | {mark.start for mark in found} | {mark.end for mark in found})
    cut, active, upcoming = [], list[Mark](), iter(found)
    following = next(upcoming, None)
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while following and following.start == start:
            active.append(following)
            following = next(upcoming, None)
        cut.append(Segment(start, end, tuple(active)))
    return cut


def source_label(text: str, attribution: Attribution) -> str:
    """Say in words who the source is: ``two unnamed sources “familiar with the plans”``, ``unattributed``."""
    phrase = quote(text, attribution.source).rstrip(" ,;:")
    if not phrase:
        return Standing.UNATTRIBUTED.value
    if not attribution.unnamed:
        return phrase
    descriptor = line(attribution.descriptor or "")
    if descriptor and phrase.endswith(descriptor) and phrase != descriptor:
        phrase = phrase.removesuffix(descriptor).rstrip(" ,")
    label = _unnamed(phrase)
    return f"{label} “{descriptor}”" if descriptor and descriptor not in phrase else label


def entries(analysis: Analysis) -> list[Entry]:
    """Return each attribution in words, in the order of the text."""
    text = analysis.report.text
    numbers = {one.id: number for number, one in enumerate(analysis.attributions, 1)}
    by_id = {one.id: one for one in analysis.attributions}
    actors = {one.id: one for one in analysis.actors}
    shown = []
    for one in analysis.attributions:
        around = _around(one, by_id)
        entry = Entry(
            number=numbers[one.id],
            depth=len(around),
            label=source_label(text, one),
            actor=_resolved(text, one, actors.get(one.actor or "")),
            cue=quote(text, one.cue),
            content=quote(text, one.content),
            chain=_chain(text, one, around),
            within=numbers.get(one.within or ""),
            same_source=numbers.get(one.same_source or ""),
            occasion=quote(text, (one.occasion,)) if one.occasion else None,
            attribution=one,
        )
        shown.append(entry)
    return shown


def _resolved(text: str, one: Attribution, actor: Actor | None) -> str | None:
    """Return the actor's name, with its first role, unless the source's words say as much."""
    if actor is None and one.source and "actor" in one.reasons:
        return UNRESOLVED
    if actor is None or not actor.named or line(actor.name).casefold() in quote(text, one.source).casefold():
        return None
    return ", ".join([line(actor.name), *(role_label(held) for held in actor.roles[:1])])


def role_label(held: Held) -> str:
    """Say a role in words: ``deputy foreign minister (Tarsia)``."""
    return f"{line(held.role)} ({line(held.of)})" if held.of else line(held.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One actor in words, ready to be shown.

    Attributes:
        facts: what it is: kind, country, sector.
        roles: in words.
        listings: the entries of sanctions lists that it is or is most likely, in words.
        quoted: of how many attributions it is the source; mentions: how often it is spoken of.
    """

    actor: Actor
    name: str
    facts: tuple[str, ...]
    roles: tuple[str, ...]
    listings: tuple[str, ...]
    quoted: int
    mentions: int


def listed(analysis: Analysis) -> list[Listed]:
    """Return the actors in words: the most quoted first, then the most mentioned."""
    quoted = Counter(one.actor for one in analysis.attributions)
    shown = [
        Listed(
            actor=one,
            name=line(one.name) if one.named else f"({line(one.name)})",
            facts=tuple(line(fact) for fact in (one.kind.value, one.country, one.sector) if fact),
            roles=tuple(role_label(held) for held in one.roles),
            listings=tuple(on_list(entry) for entry in one.listings if entry.asserted or entry.score >= LIKELY),
            quoted=quoted[one.id],
            mentions=len(one.mentions),
        )
        for one in analysis.actors
    ]
    return sorted(shown, key=lambda one: (-one.quoted, -one.mentions))


def on_list(entry: OnList) -> str:
    """Say an entry of a sanctions list in words, with why it is the one, or why it may not be."""
    name = f"{entry.list} {entry.id} “{entry.name}”"
    programs = f" ({', '.join(entry.programs)})" if entry.programs else ""
    doubts = f"; but {', '.join(entry.doubts)}" if entry.doubts else ""
    why = f"{entry.score:.0%} alike: {', '.join(entry.why)}"
    told = f"{'' if entry.asserted else 'perhaps '}on {name}{programs}: {entry.when}; {why}{doubts}"
    return line(f"{told}. {entry.disagrees}" if entry.disagrees else told)


def _around(one: Attribution, by_id: Mapping[str, Attribution]) -> list[Attribution]:
    """Return the attributions that enclose one, the nearest first; a circle, which no report has, ends the list."""
    found = [one]
    while (outer := by_id.get(found[-1].within or "")) and outer not in found:
        found.append(outer)
    return found[1:]


def _chain(text: str, one: Attribution, around: Sequence[Attribution]) -> tuple[str, ...]:
    """Return the hands from the report down to the source.

    They are those that the attribution names; if it names none, those of the attribution around it, and its source.
    """
    hands = [source_label(text, one)]
    for inner, outer in pairwise([one, *around]):
        if inner.via:
            break
        hands.insert(0, source_label(text, outer))
        one = outer
    return (REPORT, *(line(name) for name in one.via), *hands)


def _outer(mark: Mark) -> tuple[int, int, int]:
    """Order marks by start, then the wider first, then contents outside cues outside sources outside events."""
    return mark.start, -mark.end, _OUTWARDS.index(mark.role)


def _unnamed(phrase: str) -> str:
    """Put the word "unnamed" into a noun phrase where English would have it, else behind it."""
    if not (found := _DETERMINED.fullmatch(phrase)):
        return f"{phrase} (unnamed)"
    head = "an" if (head := found["head"].lower()) == "a" else head
    return f"{head} unnamed {found['rest']}"
