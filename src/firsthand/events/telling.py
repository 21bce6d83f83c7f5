"""Who tells of an event, and when it was told."""

from collections.abc import Sequence

from msgspec.structs import replace

from firsthand.events.reach import Reach
from firsthand.sentences import Sentences
from firsthand.types import Attribution, Reason, Report, Span, Time

CALENDAR = ("DATE", "TIME")  # of TIMEX3's types, those that say when
FAR = 120  # characters between a cue and the time of the saying


class Telling:
    """The attributions of a report, to be asked which of them carries what stands at a place.

    Args:
        attributions: of one report.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._by_id = {a.id: a for a in attributions}
        self._pieces = Reach((span, a) for a in attributions for span in a.content)
        self._cues = Reach((span, a) for a in attributions for span in a.cue)
        self._depths: dict[str, int] = {}

    def depth(self, id_: str) -> int:
        """How many attributions an attribution lies within."""
        if id_ not in self._depths:
            self._depths[id_] = -1  # two that lie within each other would never end
            outer = self._by_id[id_].within
            self._depths[id_] = 0 if outer not in self._by_id else self.depth(outer) + 1
        return self._depths[id_]

    def innermost(self, at: Span) -> Attribution | None:
        """Return the innermost attribution in whose content some words stand.

        Words that are a cue themselves are told by whoever reports that saying.
        """
        own = self.cue_of(at)
        around = [a for (s, e), a in self._pieces.over(at) if s <= at[0] and at[1] <= e and a is not own]
        return max(around, key=lambda a: (self.depth(a.id), int(a.id[1:])), default=None)

    def cue_of(self, at: Span) -> Attribution | None:
        """Return the attribution whose cue has some of the words."""
        return next((a for _, a in self._cues.over(at)), None)


def dated(report: Report, attributions: tuple[Attribution, ...], times: Sequence[Time]) -> tuple[Attribution, ...]:
    """Return the attributions with the time of each saying, where the report gives it."""
    sentences, by_id = Sentences(report.text), {one.id: one for one in attributions}
    calendar = Reach((t.span, t) for t in times if t.timex_type in CALENDAR)
    return tuple(_dated(one, by_id.get(one.within or ""), calendar, sentences) for one in attributions)


def _dated(one: Attribution, outer: Attribution | None, times: Reach[Time], sentences: Sentences) -> Attribution:
    """Give an attribution the nearest time in its cue's sentence, outside what is said and who says it.

    What is said inside another's words is dated inside those words.
    """
    if not one.cue:
        return one
    cue = (one.cue[0][0], one.cue[-1][1])
    around = [piece for piece in outer.content if piece[0] <= cue[0] < piece[1]] if outer else []
    start, end = around[0] if around else sentences.around(*cue)
    taken = one.content + one.source
    open_ = [
        t
        for span, t in times.over((start, end))
        if not any(s < span[1] and span[0] < e for s, e in taken) and gap(span, cue) <= FAR
    ]
    if not open_:
        return one
    return replace(one, when=min(open_, key=lambda t: gap(t.span, cue)), reasons=one.reasons | {"when": SAID_THEN})


SAID_THEN = Reason(rule="said_then", why="A time in the sentence of the cue, outside what is said.", score=0.85)


def gap(a: Span, b: Span) -> int:
    """Characters between two spans."""
    return max(0, a[0] - b[1], b[0] - a[1])
