"""Times counted from somewhere: last week, two days ago, the next three months, late July, the second week of 2021."""

from datetime import date, datetime, timedelta

import msgspec

from firsthand.times import calendar
from firsthand.times.calendar import Days
from firsthand.times.values import FUTURE, PAST, Context, Length, Reading, Value, duration, unresolved


class Relative(msgspec.Struct, frozen=True):
    """A unit of the calendar counted from the report's own: last week, this year, yesterday."""

    unit: str
    count: int
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Count whole units from the one in which the report's date lies."""
        if at.anchor is None:
            return Value({"day": "XXXX-XX-XX", "week": "XXXX-WXX"}.get(self.unit, "XXXX"), self.unit, None, "no_date")
        first, _ = calendar.unit_days(self.unit, at.anchor)
        days = calendar.unit_days(self.unit, calendar.shift(first, self.count, self.unit))
        return Value(calendar.name(self.unit, days[0]), self.unit, days, "counted")


CLOCKED = ("hour", "minute", "second", "season")  # units that are not counted in days


class That(msgspec.Struct, frozen=True):
    """The unit of the time just before, or so many later: "that year", "the following week"."""

    unit: str
    count: int = 0
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Count from the unit in which the time just before lies."""
        day = at.day_before()
        if day is None and self.count > 0 and at.tense != PAST and self.unit not in CLOCKED:
            return Relative(self.unit, self.count).resolve(at)
        if day is None or self.unit in CLOCKED:
            return unresolved(None, self.unit, at)
        value = Relative(self.unit, self.count).resolve(Context(day))
        return value._replace(rule="from_text")


_YEARS = {"year": 1, "decade": 10, "century": 100}


class Shift(msgspec.Struct, frozen=True):
    """So many units before or after a day: two weeks ago, three days later, a month before Easter.

    Attributes:
        count: units, negative for before; None where the text does not say ("days after").
        unit: a unit of the calendar; ``working`` ones are days without weekends.
        base: "report", "text" (the time just before), "event" (which no date is known of), or a reading.
        mod: MORE_THAN, LESS_THAN, APPROX.
    """

    count: float | None
    unit: str
    base: "str | Reading" = "report"
    mod: str | None = None
    working: bool = False
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Count from the base; years and months come to a year and a month, as TIMEX3 has it."""
        start, rule = self._start(at)
        if self.count is None:
            back = self.base == "report"
            return Value("PAST_REF" if back else None, self.unit, None, "vague" if back else "no_time_before")
        if start is None:
            return unresolved(None, self.unit, at)._replace(mod=self.mod)
        years = self.count * _YEARS.get(self.unit, 0)
        if start.year + years < 1:
            return Value(f"{start.year + years:.0f}", "year", None, "before_year_1", self.mod)
        day, unit = self.count_from(start)
        whole = self.count == int(self.count) and unit in ("month", "year", "decade", "century")
        if not (whole or unit == "year") or not isinstance(self.base, str):
            return Value(calendar.name("day", day), unit, (day, day), rule, self.mod)
        grain = "year" if whole and unit != "month" else "month"
        return Value(calendar.name(grain, day), grain, calendar.unit_days(grain, day), rule, self.mod)

    def _start(self, at: Context) -> tuple[date | None, str]:
        if self.base == "report":
            return at.anchor, "counted"
        if isinstance(self.base, str):
            return (at.day_before() if self.base == "text" else None), "from_text"
        value = self.base.resolve(at)
        return (value.days[0] if value.days else None), value.rule

    def count_from(self, day: date) -> tuple[date, str]:
        """Return the day so many units from another, and the unit."""
        count = self.count or 0
        if self.working:
            return calendar.working_days(day, int(count)), "day"
        whole = int(count)
        if self.unit in ("hour", "minute"):
            hours = count if self.unit == "hour" else count / 60
            return day + timedelta(int(hours / 24)), "day"
        part = calendar.shift(day, whole, self.unit)
        if count == whole:
            return part, self.unit
        smaller, size = {"week": ("day", 7), "month": ("day", 30), "year": ("month", 12)}.get(self.unit, ("day", 0))
        return calendar.shift(part, round((count - whole) * size), smaller), self.unit


class Stretch(msgspec.Struct, frozen=True):
    """So many units up to the report's date, or from it on: the last three weeks, the next two days."""

    count: float | None
    unit: str
    ahead: bool
    working: bool = False
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Count back from the day of the report, or from the next day on."""
        if self.count is None:
            return Value("FUTURE_REF" if self.ahead else "PAST_REF", self.unit, None, "vague")
        timex = duration(self.count, self.unit)
        told = self.ahead and at.tense == PAST  # "over the next five years he served": of the story, not of the report
        anchor = at.day_before() if told else at.anchor
        if anchor is None or self.unit in CLOCKED:
            rule = "length" if anchor else "no_time_before" if at.anchor else "no_date"
            return Value(timex, self.unit, None, rule, type="DURATION")
        days = self._units(anchor) if self.unit in ("quarter", "decade", "half") else self._days(anchor)
        return Value(timex, self.unit, days, "counted", type="DURATION")

    def _days(self, anchor: date) -> Days:
        count = (self.count or 1) * (1 if self.ahead else -1)
        other, _ = Shift(count, self.unit, working=self.working).count_from(anchor)
        return (anchor + timedelta(1), other) if self.ahead else (other, anchor)

    def _units(self, anchor: date) -> Days:
        """Whole quarters and decades are counted by the calendar."""
        first, last = calendar.unit_days(self.unit, anchor)
        count = int(self.count or 1)
        if self.ahead:
            start = last + timedelta(1)
            return start, calendar.shift(start, count, self.unit) - timedelta(1)
        return calendar.shift(first, -count, self.unit), first - timedelta(1)


class Part(msgspec.Struct, frozen=True):
    """Early, late, the middle, the start or the end of something."""

    mod: str
    of: Reading

    @property
    def loose(self) -> bool:
        """Whether what it is part of is loose."""
        return self.of.loose

    def resolve(self, at: Context) -> Value:
        """Take the part of the days that is usually meant."""
        value = self.of.resolve(at)
        if value.days is None or value.mod or value.precision in ("day", "part-of-day", None):
            return value._replace(mod=self.mod)  # what is cut once is not cut again
        days = value.days
        if value.precision != "weekend" and not isinstance(days[0], datetime):
            days = calendar.part_of(days, value.precision, self.mod)
        return value._replace(days=days, mod=self.mod)


class UnitOf(msgspec.Struct, frozen=True):
    """The week of March 3: the calendar's unit in which a day lies."""

    unit: str
    of: Reading

    @property
    def loose(self) -> bool:
        """Whether the day is loose."""
        return self.of.loose

    def resolve(self, at: Context) -> Value:
        """Take the whole unit."""
        value = self.of.resolve(at)
        if value.days is None:
            return Value(None, self.unit, None, value.rule)
        return Relative(self.unit, 0).resolve(Context(value.days[0]))._replace(rule=value.rule)


class Nth(msgspec.Struct, frozen=True):
    """The second week of a year, the last ten days of a month, the 15th day of next month, Tuesday of last week.

    Attributes:
        number: which one, counted from 1, or from the end where negative.
        unit: a unit, or a weekday's number.
        of: the longer time.
        count: how many of them.
    """

    number: int
    unit: str | int
    of: Reading
    count: int = 1

    @property
    def loose(self) -> bool:
        """Whether the longer time is loose."""
        return self.of.loose

    def resolve(self, at: Context) -> Value:
        """Count within the longer time; weeks are those that have their Thursday in it."""
        value = self.of.resolve(at)
        if value.days is None:
            return Value(None, str(self.unit), None, value.rule)
        if self.unit == "half":
            return value._replace(days=self._half(*value.days), mod="START" if self.number == 1 else "END")
        days = self._days(*value.days)
        if not value.days[0] - timedelta(4) <= days[0] <= value.days[1]:
            raise ValueError(self.number)
        unit = "day" if isinstance(self.unit, int) else self.unit
        timex = calendar.name(unit, days[0]) if self.count == 1 else f"{days[0]}/{days[1]}"
        return Value(timex, unit, days, value.rule)

    def _half(self, first: date, last: date) -> Days:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        middle = calendar.shift(first, months // 2, "month") if months > 1 else first + timedelta(15)
        return (first, middle - timedelta(1)) if self.number == 1 else (middle, last)

    def _days(self, first: date, last: date) -> Days:
        if isinstance(self.unit, int):
            day = first + timedelta((self.unit - first.isoweekday()) % 7 + 7 * (self.number - 1))
            return day, day
        unit, one = self.unit, timedelta(1)
        if unit == "week":
            start = first + timedelta((3 - first.weekday()) % 7 - 3)
            end = last - timedelta((last.weekday() - 3) % 7 - 3)
        else:
            start, end = first, last
        if self.number < 0:
            begin = calendar.shift(end + one, -self.count, unit)
            return begin, end
        begin = calendar.shift(start, self.number - 1, unit)
        return begin, calendar.shift(begin, self.count, unit) - one


class Ahead(msgspec.Struct, frozen=True):
    """In two weeks: so long from the report on where the future is told; else it may be how long something takes."""

    length: Length
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Count from the report's date, unless the past is told."""
        article = self.length.count == 1
        if at.tense == FUTURE or (at.tense is None and not article):
            length = self.length
            return Shift(length.count, length.unit, "report", length.mod, length.working).resolve(at)
        return self.length.resolve(at)
