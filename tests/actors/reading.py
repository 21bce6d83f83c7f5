"""Turns a text with marks in place into what the step gets from a model that is nearly always right, and runs it.

``{1 person Petra Nowil}`` is a mention of number 1; marks nest. It is linked to the latest mention of its number
before it with chance 0.9; ``{1? person she}`` has no link, ``{1@0.4 person she}`` one of that chance. ``{S1 …}``,
``{C1 …}`` and ``{X1 …}`` are source, cue and content of attribution 1, as in tests/sourcing/reading.py.
"""

import re
from dataclasses import dataclass

from firsthand.actors import Who, who
from firsthand.actors.cast import Case, Cast
from firsthand.actors.entity import Entity
from firsthand.actors.joining import RULES
from firsthand.actors.said import Said
from firsthand.rules import first
from firsthand.sourcing import source
from firsthand.spans import Link, Mention, Quotation
from firsthand.types import Actor, Attribution, Reason, Report, Spans
from tests.sourcing.reading import contains

MARK = re.compile(
    r"\{(?:(?P<roles>[SCX])(?P<quotations>\d+(?:,\d+)*)|(?P<number>\d+)(?P<none>\?)?(?:@(?P<chance>[\d.]+))?"
    r" (?P<type>person|organization|place|thing)) |\}"
)
CHANCE = 0.9


@dataclass
class Marked:
    """A text without its marks, and what they said."""

    text: str
    numbers: tuple[int, ...]
    mentions: tuple[Mention, ...]
    quotations: dict[int, Quotation]


def unmark(marked: str) -> Marked:
    """Take the marks out of a text."""
    text, last, stack = "", 0, []
    mentions: list[tuple[tuple[int, int], re.Match[str]]] = []
    roles: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for m in MARK.finditer(marked):
        text += marked[last : m.start()]
        last = m.end()
        if m[0] != "}":
            stack.append((m, len(text)))
            continue
        opened, start = stack.pop()
        span = (start, len(text))
        if opened["roles"]:
            for n in opened["quotations"].split(","):
                roles.setdefault(int(n), {"S": [], "C": [], "X": []})[opened["roles"]].append(span)
        else:
            mentions.append((span, opened))
    assert not stack, f"never closed: {stack[-1][0][0]}"
    mentions.sort(key=lambda one: (one[0][0], -one[0][1]))
    numbers = tuple(int(mark["number"]) for _, mark in mentions)
    return Marked(text + marked[last:], numbers, _linked(mentions, numbers), _nested(roles))


def _linked(mentions: list[tuple[tuple[int, int], re.Match[str]]], numbers: tuple[int, ...]) -> tuple[Mention, ...]:
    out = []
    for i, (span, mark) in enumerate(mentions):
        before = [j for j in range(i) if numbers[j] == numbers[i]]
        chance = float(mark["chance"] or CHANCE)
        links = (Link(before[-1], chance),) if before and not mark["none"] else ()
        out.append(Mention(span=span, type=mark["type"], links=links))
    return tuple(out)


def _nested(roles: dict[int, dict[str, list[tuple[int, int]]]]) -> dict[int, Quotation]:
    bare = [
        Quotation(source=tuple(sorted(r["S"])), cue=tuple(sorted(r["C"])), content=tuple(sorted(r["X"])))
        for r in roles.values()
    ]
    made = []
    for q in bare:
        outer = [i for i, o in enumerate(bare) if contains(o, q)]
        within = min(outer, key=lambda i: sum(e - s for s, e in bare[i].content), default=None)
        made.append(Quotation(source=q.source, cue=q.cue, content=q.content, within=within))
    return dict(zip(roles, made, strict=True))


@dataclass
class Read:
    """A marked report after the step."""

    marked: Marked
    report: Report
    attributions: dict[int, Attribution]
    who: Who

    def source(self, n: int) -> Actor | None:
        """The actor of an attribution's source; None where nobody was found."""
        return self._actor(self.who.sources[self.attributions[n].id][0])

    def reason(self, n: int) -> Reason:
        """Why the source of an attribution has its actor, or none."""
        return self.who.sources[self.attributions[n].id][1]

    def sources(self) -> dict[int, str | None]:
        """The names of all sources' actors, by the number of the attribution."""
        found = {n: self.source(n) for n, a in self.attributions.items() if a.id in self.who.sources}
        return {n: actor.name if actor else None for n, actor in found.items()}

    def actor(self, number: int) -> Actor:
        """The one actor that has all mentions of a number."""
        found = self.actors(number)
        assert len(found) == 1, f"{number} is {[(a.name, self.words(a)) for a in found]}"
        return found[0]

    def actors(self, number: int) -> list[Actor]:
        """The actors that have the mentions of a number."""
        spans = {m.span for n, m in zip(self.marked.numbers, self.marked.mentions, strict=True) if n == number}
        return [a for a in self.who.actors if spans & set(a.mentions)]

    def words(self, actor: Actor) -> list[str]:
        """What the report calls an actor, in the order of the text."""
        return spelled(self.marked.text, actor.mentions)

    def _actor(self, id_: str | None) -> Actor | None:
        return next((a for a in self.who.actors if a.id == id_), None)


def read(marked: str, **report: object) -> Read:
    """Run the step on a marked report."""
    found = unmark(marked)
    whole = Report(id="r", text=found.text, **report)
    made = source(whole, tuple(found.quotations.values()))
    by_spans = {(a.source, a.cue, a.content): a for a in made}
    attributions = {n: by_spans[q.source, q.cue, q.content] for n, q in found.quotations.items()}
    return Read(found, whole, attributions, who(whole, made, found.mentions))


def cast(marked: str, outlet: str | None = None) -> tuple[Cast, list[Reason | None]]:
    """Give the mentions of a marked text to actors one after the other; the cast, and by which rule each joined."""
    found = unmark(marked)
    made = Cast(found.text, found.mentions, outlet)
    reasons = []
    for said in made.said:
        entity, why = first(RULES.get(said.form, ()), Case(made, said))
        made.settle(said, entity, why)
        reasons.append(why)
    return made, reasons


def entity(marked: str) -> tuple[Cast, Entity]:
    """The actor of the last mention of a marked text that does not stand in another."""
    made, _ = cast(marked)
    outermost = [one for one in made.said if not list(made.around(one))]
    found = made.of(outermost[-1])
    assert found
    return made, found


def said(text: str, kind: str = "person") -> Said:
    """A mention that is a text of its own."""
    return Said(0, Mention(span=(0, len(text)), type=kind), text)


def spelled(text: str, spans: Spans) -> list[str]:
    """The words on some spans."""
    return [text[s:e] for s, e in spans]
