"""The actors of a report while they are being found, and where to look for the one that a mention speaks of."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.actors.entity import Entity
from firsthand.actors.said import Said
from firsthand.names import keys
from firsthand.spans import Mention
from firsthand.types import Kind, Reason, Span

QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
RECENT = 12  # actors of one key that a name is compared with, the latest first: time stays near linear
KINDS = {"person": Kind.PERSON, "organization": Kind.ORGANIZATION}


class Cast:
    """The mentions of a report and the actors made of them so far.

    Args:
        text: the report's text.
        mentions: in the order of the text, a whole before its parts.
        outlet: who published the report.

    Attributes:
        said: the mentions, read.
        entities: the actors, in the order of their first mentions.
    """

    def __init__(self, text: str, mentions: Sequence[Mention], outlet: str | None = None) -> None:
        self.text = text
        self.outlet = outlet
        self._own: Entity | None = None
        self.said = [Said(i, m, text[m.span[0] : m.span[1]]) for i, m in enumerate(mentions)]
        self.entities: list[Entity] = []
        self._owners: list[Entity | None] = [None] * len(self.said)
        self._starts = [one.start for one in self.said]
        self._outer = _enclosing(self.said)
        self._quoted = [m.span() for m in QUOTED.finditer(text)]
        self._called: dict[tuple[str, str], Entity] = {}
        self._known: dict[str, Entity] = {}
        self._keys: defaultdict[str, list[Entity]] = defaultdict(list)
        self._nouns: defaultdict[str, list[Entity]] = defaultdict(list)

    def settle(self, said: Said, entity: Entity | None, why: Reason | None = None) -> Entity:
        """Give a mention to an actor, or to a new one."""
        if entity is None:
            entity = Entity()
            self.entities.append(entity)
        entity.join(said, why)
        self._owners[said.index] = entity
        if said.name:
            self._called.setdefault((said.mention.type, said.name.casefold()), entity)
            for key in keys(said.name, KINDS.get(said.mention.type)):
                if entity not in self._keys[key][-RECENT:]:
                    self._keys[key].append(entity)
            if said.known:
                self._known.setdefault(said.known, entity)
        if said.head:
            self._nouns[said.head].append(entity)
        return entity

    def own_outlet(self) -> Entity | None:
        """The report's own outlet, as an actor; None where nobody knows it."""
        if self.outlet and self._own is None:
            named = Said(-1, Mention(span=(0, 0), type="organization"), self.outlet)
            self._own = self.called(named) or self.known(named) or Entity(label=self.outlet)
            if self._own not in self.entities:
                self.entities.append(self._own)
        return self._own

    def merge(self, gone: Entity, into: Entity, why: Reason) -> None:
        """Make two actors one."""
        for one in gone.said:
            into.join(one, why)
            self._owners[one.index] = into
        self.entities.remove(gone)

    def of(self, said: Said) -> Entity | None:
        """The actor that a mention was given to."""
        return self._owners[said.index]

    def owner(self, index: int) -> Entity | None:
        """The actor that a mention was given to, by the mention's number."""
        return self._owners[index]

    def called(self, said: Said) -> Entity | None:
        """The actor of the same type with the very same name."""
        return self.by_name(said.name or "", (said.mention.type,))

    def by_name(self, name: str, types: Iterable[str]) -> Entity | None:
        """The first actor with this name that is of one of the types."""
        return next((found for t in types if (found := self._called.get((t, name.casefold())))), None)

    def known(self, said: Said) -> Entity | None:
        """The actor that the gazetteer knows to be the same."""
        return self._known.get(said.known) if said.known else None

    def similar(self, said: Said) -> Iterator[Entity]:
        """Actors with a name that is worth comparing, the latest first."""
        seen: set[int] = set()
        for key in keys(said.name or "", KINDS.get(said.mention.type)):
            for entity in reversed(self._keys.get(key, [])[-RECENT:]):
                if id(entity) not in seen:
                    seen.add(id(entity))
                    yield entity

    def with_noun(self, head: str) -> list[Entity]:
        """Actors that were called by a noun, the latest last."""
        return self._nouns.get(head, [])[-RECENT:]

    def around(self, said: Said) -> Iterator[Said]:
        """The mentions that enclose one, the narrowest first."""
        outer = self._outer[said.index]
        while outer is not None:
            yield self.said[outer]
            outer = self._outer[outer]

    def inside(self, start: int, end: int) -> list[Said]:
        """The mentions that lie within a stretch of the text, in order."""
        found = self.said[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [one for one in found if one.end <= end]

    def quotation(self, at: int) -> Span | None:
        """Where the quotation marks around a place in the text stand, or None."""
        i = bisect_left(self._quoted, (at + 1, 0)) - 1
        return self._quoted[i] if i >= 0 and at < self._quoted[i][1] else None

    def before(self, said: Said, reach: int) -> Iterator[Said]:
        """The mentions that end before one begins, the nearest first, up to ``reach`` characters back."""
        for i in range(said.index - 1, -1, -1):
            one = self.said[i]
            if one.start < said.start - reach:
                return
            if one.end <= said.start:
                yield one


@dataclass(frozen=True, slots=True)
class Case:
    """One mention to be given to an actor."""

    cast: Cast
    said: Said


def _enclosing(said: Sequence[Said]) -> list[int | None]:
    """Return for each mention the number of the narrowest one that encloses it."""
    out: list[int | None] = []
    waiting: list[int] = []
    for i, one in enumerate(said):
        while waiting and said[waiting[-1]].end < one.end:
            waiting.pop()
        out.append(waiting[-1] if waiting else None)
        waiting.append(i)
    return out
