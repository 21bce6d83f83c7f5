"""Which actors the words that take part in an event speak of."""

from collections.abc import Sequence

from firsthand import lexicon
from firsthand.events.reach import Reach
from firsthand.types import Actor, ActorKind, Span, Spans

ALIKE = 0.5  # share of characters that words and a mention must have in common to be the same phrase


class Parties:
    """The mentions of a report's actors, to be asked for by the words that fill a role.

    Args:
        text: the report's.
        actors: of that report.
    """

    def __init__(self, text: str, actors: Sequence[Actor]) -> None:
        self._text = text
        self._countries = {one.country: one.id for one in actors if one.kind is ActorKind.COUNTRY}
        self._mentions = Reach((span, actor.id) for actor in actors for span in actor.mentions)

    def named(self, fillers: Spans) -> tuple[str, ...]:
        """Return the ids of the actors that the words speak of, each once, in their order."""
        return tuple(dict.fromkeys(id_ for filler in fillers for id_ in self._named(filler)))

    def _named(self, filler: Span) -> list[str]:
        """Return the actor whose mention is the same phrase; else those named side by side inside the words."""
        near = self._mentions.over(filler)
        if not near:
            return self._country(filler)
        best, id_ = max(near, key=lambda one: (alike(one[0], filler), one[0][0] - one[0][1]))
        if alike(best, filler) >= ALIKE:
            return [id_]
        inside = [one for one in near if filler[0] <= one[0][0] and one[0][1] <= filler[1]]
        if inside:
            return [
                id_ for span, id_ in inside if not any(span != other and _holds(other, span) for other, _ in inside)
            ]
        # Words that only stand in a much larger phrase are not what it speaks of, unless it begins with them.
        return [id_] if best[0] == filler[0] else self._country(filler)

    def _country(self, filler: Span) -> list[str]:
        """Return the country that a capital, an adjective or another name stands for, if the report speaks of it."""
        known = lexicon.country(self._text[slice(*filler)])
        return [self._countries[known.code]] if known and known.code in self._countries else []


def common(a: Span, b: Span) -> int:
    """Characters that two spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def alike(a: Span, b: Span) -> float:
    """Characters in common as a share of all that either has."""
    shared = common(a, b)
    return shared / (a[1] - a[0] + b[1] - b[0] - shared)


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
