"""What happened and what was said, in the order of time; and who is under whose sanctions since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from firsthand.export.events import Tellers, deeds, exact, time_label
from firsthand.export.view import line, quote
from firsthand.types import Analysis, Attribution, State, Time

_PLAIN = ("day", "month", "year")  # a value that says without more which days are meant
_SAID_LIMIT = 90


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event or attribution on the time line.

    Attributes:
        key: ``e3`` for the third event, ``a3`` for the third attribution.
        text: what happened or was said, in words.
    """

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What belongs to one day, week, month or the like.

    Attributes:
        label: which, in words (``2025-03-30 Sunday``).
        entries: events first, each in the order of the text.
    """

    label: str
    entries: tuple[TimelineEntry, ...]


def timeline(analysis: Analysis) -> list[Moment]:
    """Return the events and attributions whose times are resolved, in the order of time."""
    placed = [(key(when), when, entry) for when, entry in _timed(analysis) if when.start or when.end]
    placed.sort(key=lambda one: one[0])
    return [
        Moment(label(group[0][1]), tuple(entry for _, _, entry in group))
        for group in (list(found) for _, found in groupby(placed, key=lambda one: one[0]))
    ]


def key(when: Time) -> tuple[str, str, str]:
    """Order times by their beginnings, then by their ends; what is called the same belongs together."""
    return when.start or when.end or "", when.end or when.start or "", label(when)


def label(when: Time) -> str:
    """Say which time is meant: ``2025-03-30 Sunday``, ``2025-W14 (2025-03-31 to 2025-04-06)``."""
    value = time_label(when)
    if not exact(when):
        return value
    if when.precision == "day" and when.start and when.start == when.end:
        return f"{value} {date.fromisoformat(when.start[:10]):%A}"
    if when.precision in _PLAIN or not (when.start and when.end) or when.start == when.end or "/" in value:
        return value
    return f"{value} ({line(when.start)} to {line(when.end)})"


def _timed(analysis: Analysis) -> Iterator[tuple[Time, TimelineEntry]]:
    for deed in deeds(analysis):
        if deed.event.when:
            sure = None if deed.event.factuality == "occurred" else deed.event.factuality.value
            told = " · ".join(filter(None, (deed.parties, deed.act, sure, deed.teller)))
            yield deed.event.when, TimelineEntry(f"e{deed.number}", told)
    tellers = Tellers(analysis)
    for number, one, when in _sayings(analysis):
        words = " ".join(filter(None, (tellers.name(one), quote(analysis.report.text, one.cue))))
        said = line(quote(analysis.report.text, one.content), _SAID_LIMIT)
        yield when, TimelineEntry(f"a{number}", f"{words}: {said}" if said else words)


def _sayings(analysis: Analysis) -> Iterator[tuple[int, Attribution, Time]]:
    """Yield the attributions that are on the time line in their own right, with their numbers and times.

    Left out is what is said inside another at its time, and a saying that is an event by itself: it stands there once.
    """
    by_id = {one.id: one for one in analysis.attributions}
    acts = {(start, one.when.span) for one in analysis.events if one.when for start, _ in one.trigger}
    for number, one in enumerate(analysis.attributions, 1):
        outer = by_id.get(one.within or "")
        if one.when is None or (outer and outer.when == one.when):
            continue
        if not any((at, one.when.span) in acts for start, end in one.cue for at in range(start, end)):
            yield number, one, one.when


@dataclass(frozen=True, slots=True)
class Sanctioned:
    """An actor under sanctions, or no more, in words.

    Attributes:
        name: the actor's.
        text: ``sanctioned by United States since 2022, lifted temporarily · says Lavrov``.
        evidence: ids of the events and attributions that say so.
    """

    name: str
    text: str
    evidence: tuple[str, ...]


def sanctions(analysis: Analysis) -> list[Sanctioned]:
    """Return in words who is or was under whose sanctions, and on whose word, as the report tells."""
    names, tellers = {one.id: line(one.name) for one in analysis.actors}, Tellers(analysis)
    return [
        Sanctioned(names.get(one.subject, one.subject), _sanctioned(one, tellers), one.evidence)
        for one in analysis.states
        if one.attribute == "sanctioned_by"
    ]


def _sanctioned(state: State, tellers: Tellers) -> str:
    by = f"sanctioned by {line(state.value)}" if state.value else "sanctioned"
    since = f" since {time_label(state.since)}" if state.since else ""
    ends = {"lifted": ", lifted", "suspended": ", lifted temporarily", "reimposed": ", imposed again"}
    over = state.status in ("lifted", "suspended")  # a state that is in force again keeps the day of its last end
    until = f" ({time_label(state.until)})" if over and state.until else ""
    told = dict.fromkeys(filter(None, map(tellers.words, state.evidence)))
    return " · ".join((f"{by}{since}{ends.get(state.status, '')}{until}", *told))
