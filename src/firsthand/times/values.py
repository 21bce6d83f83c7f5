"""What a time comes to, what it is resolved against, and the readings that have no place on the calendar.

A reading that lacks its year, month or direction ("on Tuesday", "in February", "March 3") is *loose*: the report's date
and the tense of the verb near it decide. What hangs on another time ("the day before", "three days later") takes the
time that the text gave just before, or stays unresolved. Nothing is resolved without something to count from.
"""

from datetime import date
from typing import NamedTuple, Protocol

import msgspec

from firsthand.times.calendar import Days

PAST, FUTURE, HABIT = "past", "future", "habit"


class Value(NamedTuple):
    """What a reading comes to.

    Attributes:
        timex: its TIMEX3 value.
        precision: the unit that it names.
        days: the first and the last day (moments, for hours and minutes), or None where unresolved.
        rule: a key of ``step.REASONS``.
        mod: TIMEX3's modifier, or None.
        type: TIMEX3's type.
    """

    timex: str | None
    precision: str | None
    days: Days | None
    rule: str
    mod: str | None = None
    type: str = "DATE"


class Context(NamedTuple):
    """What a reading is resolved against.

    Attributes:
        anchor: the day of the report, or None.
        tense: of the verb near it: past, future, habit ("usually") or None.
        earlier: the time that the text gave just before, or None.
        dated: the last day or month with its year that the paragraph gave a few sentences before, or None.
    """

    anchor: date | None
    tense: str | None = None
    earlier: Value | None = None
    dated: Value | None = None

    def day_before(self) -> date | None:
        """The day that the text gave just before, as something to count from."""
        return self.earlier.days[0] if self.earlier and self.earlier.days else None


NOWHERE = Context(None)


class Reading(Protocol):
    """One way to say a time."""

    @property
    def loose(self) -> bool:
        """Whether it lacks its year, month or direction."""

    def resolve(self, at: Context) -> Value:
        """Return what it comes to.

        Raises:
            ValueError, OverflowError: there is no such time.
        """


def unresolved(timex: str | None, precision: str | None, at: Context, rule: str = "no_date") -> Value:
    """Return a value without days."""
    return Value(timex, precision, None, "no_time_before" if at.anchor and rule == "no_date" else rule)


class Length(msgspec.Struct, frozen=True):
    """A length of time: two weeks, 18 months."""

    count: float | None
    unit: str
    mod: str | None = None
    working: bool = False
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Leave it off the calendar."""
        return Value(duration(self.count, self.unit), self.unit, None, "length", self.mod, "DURATION")


class Repeated(msgspec.Struct, frozen=True):
    """Something that happens again and again: every Monday, annually."""

    timex: str
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Leave it off the calendar."""
        return Value(self.timex, None, None, "repeated", type="SET")


class Vague(msgspec.Struct, frozen=True):
    """A reference that names no unit: now, recently, soon."""

    timex: str
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Leave it off the calendar, but for now."""
        if self.timex == "PRESENT_REF" and at.anchor:
            return Value(self.timex, None, (at.anchor, at.anchor), "counted")
        return Value(self.timex, None, None, "vague")


class Impossible(msgspec.Struct, frozen=True):
    """What has the form of a date and is none: month 13."""

    timex: str | None = None
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """There is no such day."""
        raise ValueError(self.timex)


_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "half": "M", "season": "M", "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE",
}  # fmt: skip


def duration(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length: ``P2W``, ``PT30M``, ``PXY`` where the text does not say how many."""
    letters = _LETTERS[unit]
    if count is not None:
        count *= {"fortnight": 2, "half": 6, "season": 3}.get(unit, 1)
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"P{letters[0] if letters[0] == 'T' else ''}{number}{letters.removeprefix('T')}"
