"""What happened and what was said, in the order of time; and who is under whose sanctions since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from firsthand.export.events import Tellers, dated, deeds
from firsthand.export.view import line, quote
from firsthand.types import Analysis, Attribution, State, Time

_PLAIN = ("day", "month", "year")  # a value that says without more which days are meant
_SAID_LIMIT = 90


@dataclass(frozen=True, slots=True)
class Entry:
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
    entries: tuple[Entry, ...]


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
    value = dated(when)
    if when.mod:
        return value
    if when.precision == "day" and when.start and when.start == when.end:
        return f"{value} {date.fromisoformat(when.start[:10]):%A}"
    if when.precision in _PLAIN or not (when.start and when.end) or when.start == when.end or "/" in value:
        return value
    return f"{value} ({line(when.start)} to {line(when.end)})"


def _timed(analysis: Analysis) -> Iterator[tuple[Time, Entry]]:
    for deed in deeds(analysis):
        if deed.event.when:
            sure = "" if deed.event.factuality == "occurred" else f" · {deed.event.factuality}"
            yield deed.event.when, Entry(f"e{deed.number}", f"{deed.parties} · {deed.act}{sure}")
    tellers = Tellers(analysis)
    for number, one in _sayings(analysis):
        words = " ".join(filter(None, (tellers.name(one), quote(analysis.report.text, one.cue))))
        said = line(quote(analysis.report.text, one.content), _SAID_LIMIT)
        if one.when:
            yield one.when, Entry(f"a{number}", f"{words}: {said}" if said else words)


def _sayings(analysis: Analysis) -> Iterator[tuple[int, Attribution]]:
    """Yield the numbered attributions that are on the time line in their own right.

    Left out is what is said inside another at its time, and a saying that is an event by itself: it stands there once.
    """
    by_id = {one.id: one for one in analysis.attributions}
    acts = {(start, one.when.span) for one in analysis.events if one.when for start, _ in one.trigger}
    for number, one in enumerate(analysis.attributions, 1):
        outer = by_id.get(one.within or "")
        if one.when is None or (outer and outer.when == one.when):
            continue
        if not any((at, one.when.span) in acts for start, end in one.cue for at in range(start, end)):
            yield number, one


@dataclass(frozen=True, slots=True)
class Sanctioned:
    """An actor under sanctions, or no more, in words.

    Attributes:
        name: the actor's.
        text: ``sanctioned by United States since 2022, lifted temporarily``.
        evidence: ids of the events and attributions that say so.
    """

    name: str
    text: str
    evidence: tuple[str, ...]


def sanctions(analysis: Analysis) -> list[Sanctioned]:
    """Return in words who is or was under whose sanctions, as the report tells."""
    names = {one.id: line(one.name) for one in analysis.actors}
    return [
        Sanctioned(names.get(one.subject, one.subject), _sanctioned(one), one.evidence)
        for one in analysis.states
        if one.attribute == "sanctioned_by"
    ]


def _sanctioned(state: State) -> str:
    by = f"sanctioned by {line(state.value)}" if state.value else "sanctioned"
    since = f" since {dated(state.since)}" if state.since else ""
    ends = {"lifted": ", lifted", "suspended": ", lifted temporarily", "reimposed": ", imposed again"}
    end = ends.get(state.status, "")
    return f"{by}{since}{end}" + (f" ({dated(state.until)})" if end and state.until else "")
