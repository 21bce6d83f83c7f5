"""Who tells of an event, and when it was told."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from firsthand.events.reach import Reach
from firsthand.sentences import Sentences
from firsthand.spans import Happening, gap
from firsthand.types import Attribution, Reason, Report, Span, Spans, Time

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

    def around(self, at: Span) -> Iterator[Attribution]:
        """Yield the attributions that carry some words, the innermost first."""
        one = self.innermost(at)
        seen: set[str] = set()
        while one and one.id not in seen:
            yield one
            seen.add(one.id)
            one = self._by_id.get(one.within or "")

    def cue_of(self, at: Span) -> Attribution | None:
        """Return the attribution whose cue has some of the words."""
        return next((a for _, a in self._cues.over(at)), None)


def dated(
    report: Report, attributions: tuple[Attribution, ...], times: Sequence[Time], happenings: Sequence[Happening] = ()
) -> tuple[Attribution, ...]:
    """Return the attributions with the time of each saying, where the report gives it.

    Args:
        report: the report as read.
        attributions: of the report.
        times: its expressions of time.
        happenings: its events, whose own times are no saying's.
    """
    sentences, by_id = Sentences(report.text), {one.id: one for one in attributions}
    calendar = Reach((t.span, t) for t in times if tells_when(t))
    said = Reach((span, one.id) for one in attributions for span in one.content)
    owned: dict[Span, list[Span]] = {}
    for happening in happenings:
        for span in happening.time:
            for time, _ in calendar.over(span):
                owned.setdefault(time, []).append(happening.trigger)
    told: list[Attribution] = []
    for one in attributions:
        now = _dated(one, by_id.get(one.within or ""), calendar, said, owned, sentences)
        told.append(_in_one_breath(now, told[-1], sentences) if told and not now.when else now)
    return tuple(told)


def _dated(
    one: Attribution,
    outer: Attribution | None,
    times: Reach[Time],
    said: Reach[str],
    owned: Mapping[Span, Sequence[Span]],
    sentences: Sentences,
) -> Attribution:
    """Give an attribution the nearest time in its cue's sentence, outside what is said and who says it.

    What is said inside another's words is dated inside those words. A time of an event that is not said here is not
    the saying's.
    """
    if not one.cue:
        return one
    cue = (one.cue[0][0], one.cue[-1][1])
    start, end = sentences.around(*cue)
    for first, last in outer.content if outer else ():
        if first <= cue[0] < last:
            start, end = max(start, first), min(end, last)
    taken, own = one.content + one.source, one.content + one.cue
    open_ = [
        t
        for span, t in times.over((start, end))
        if gap(span, cue) <= FAR
        and not _meets(span, taken)
        and all(s <= cue[0] < e for (s, e), _ in said.over(span))  # what another says has times of its own
        and (span not in owned or any(_meets(trigger, own) for trigger in owned[span]))
    ]
    if not open_:
        return one
    return replace(one, when=min(open_, key=lambda t: gap(t.span, cue)), reasons=one.reasons | {"when": SAID_THEN})


def _in_one_breath(one: Attribution, last: Attribution, sentences: Sentences) -> Attribution:
    """Give an attribution the time of the one before it, if the same actor goes on speaking in the same sentence."""
    same = one.actor is not None and one.actor == last.actor and one.within == last.within and last.when
    if not (same and one.cue and last.cue and one.cue[0][1] <= sentences.around(*last.cue[0])[1]):
        return one
    return replace(one, when=last.when, reasons=one.reasons | {"when": SAID_ON})


def _meets(span: Span, others: Spans) -> bool:
    return any(s < span[1] and span[0] < e for s, e in others)


SAID_ON = Reason(rule="said_on", why="Said by the same in the same sentence as what has this time.", score=0.75)
SAID_THEN = Reason(rule="said_then", why="A time in the sentence of the cue, outside what is said.", score=0.85)


def tells_when(time: Time) -> bool:
    """Whether a time is a place on the calendar, known or not: "hours after" is none without what it is after."""
    return time.timex_type in CALENDAR and time.timex is not None
