"""What a time expression says, and what it comes to: each reading resolves itself in its context.

A reading that lacks its year, month or direction ("on Tuesday", "in February", "March 3") is *loose*: the report's date
and the tense of the verb near it decide. What hangs on another time ("the day before", "three days later") takes the
time that the text gave just before, or stays unresolved. Nothing is resolved without something to count from.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol

import msgspec
from msgspec.structs import replace

from firsthand.times import calendar, holidays
from firsthand.times.calendar import Days

PAST, FUTURE = "past", "future"


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
        tense: of the verb near it: past, future or None.
        earlier: the time that the text gave just before, or None.
    """

    anchor: date | None
    tense: str | None = None
    earlier: Value | None = None

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


class Fixed(msgspec.Struct, frozen=True):
    """Days that need nothing else: a year, a decade, a quarter of a given year, an ISO date."""

    days: Days | None
    precision: str
    timex: str
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """The text gives it whole; a year before the year 1 has no days, and a fiscal one its own."""
        if self.days is None:
            return Value(
                self.timex, self.precision, None, "own_year" if self.timex.startswith("F") else "before_year_1"
            )
        return Value(self.timex, self.precision, self.days, "absolute")


_WHOLE = ("week", "month", "season", "quarter", "half", "weekend")
_NEAR = timedelta(600)


class Loose(msgspec.Struct, frozen=True):
    """A time that comes again every year, month or week, or that of a given year.

    Attributes:
        kind: day, month, season, quarter, half, holiday, weekday, weekend or monthday.
        key: which one: (month, day), a month, a season's code, a number, a holiday's key, a weekday (Monday is 1).
        year: where given.
        toward: "last", "next", "this" where said.
        weekday: beside a day of the month or year.
    """

    kind: str
    key: object
    year: int | None = None
    toward: str | None = None
    weekday: int | None = None

    @property
    def loose(self) -> bool:
        """Whether nothing tells the year."""
        return self.year is None and self.toward is None

    def resolve(self, at: Context) -> Value:
        """Choose among the years, months or weeks around the report's date."""
        if self.year is not None:
            return self._value(self._days(self.year), "absolute")
        if at.anchor is None:
            return Value(self._open(), self._precision(), None, "no_date")
        return self._value(*self._choose(at, at.anchor))

    def _choose(self, at: Context, anchor: date) -> tuple[Days, str]:
        found = self._candidates(anchor)
        tense = {"last": PAST, "next": FUTURE}.get(self.toward or "", at.tense)
        strict = self.toward in ("last", "next")
        past = [days for days in found if days[0] <= anchor and not (strict and days[1] >= anchor)]
        ahead = [days for days in found if days[1] >= anchor and not (strict and days[0] <= anchor)]
        told = self._told_beside(at, anchor)
        if told is not None:
            return told, "from_text"
        if self.toward == "this":
            same = self._same_unit(found, anchor)
            if not (tense == PAST and same[0] > anchor and past):
                return same, "counted"
        if tense == FUTURE and ahead:
            return ahead[0], "coming"
        return (past or ahead)[-1 if past else 0], "latest" if tense else "likely_latest"

    def _told_beside(self, at: Context, anchor: date) -> Days | None:
        """In a story of other years, a day without a year belongs to the year that was named just before."""
        near = at.earlier
        dated = near and near.days and near.precision in ("day", "month") and near.rule in ("absolute", "from_text")
        if not (near and near.days and dated) or self.toward or self.kind in ("weekday", "weekend"):
            return None
        year = near.days[0].year
        return self._try(year, near.days[0].month) if abs(year - anchor.year) > 2 else None

    def _same_unit(self, found: list[Days], anchor: date) -> Days:
        unit = "week" if self.kind in ("weekday", "weekend") else "month" if self.kind == "monthday" else "year"
        around = [days for days in found if days[0] <= anchor <= days[1]]
        first, last = calendar.unit_days(unit, anchor)
        middle = timedelta(3 * (self.kind == "week"))
        return (around or [days for days in found if first <= days[0] + middle <= last] or found)[0]

    def _candidates(self, anchor: date) -> list[Days]:
        """The same time in the years, months or weeks around a day, in order; impossible ones are left out."""
        if self.kind in ("weekday", "weekend"):
            first = anchor - timedelta(anchor.weekday() + 15 - int(str(self.key)))
            last = timedelta(self.kind == "weekend")
            return [(day, day + last) for day in (first + timedelta(7 * i) for i in range(5))]
        if self.kind == "monthday":
            months = (calendar.shift(anchor.replace(day=1), i, "month") for i in range(-24, 25))
            possible = (self._try(month.year, month.month) for month in months)
        else:
            possible = (self._try(anchor.year + i) for i in range(-8, 9))
        found = [days for days in possible if days]
        fitting = [days for days in found if days[0].isoweekday() == self.weekday and abs(days[0] - anchor) < _NEAR]
        if fitting:  # "Tuesday, March 4": the weekday tells the year, where it fits one
            return [min(fitting, key=lambda days: abs(days[0] - anchor))]
        if not found:
            raise ValueError(self.key)
        return found

    def _try(self, year: int, month: int = 0) -> Days | None:
        try:
            return self._days(year, month)
        except (ValueError, OverflowError):
            return None

    def _days(self, year: int, month: int = 0) -> Days:
        match self.kind, self.key:
            case "month", int(number):
                return calendar.month_days(year, number)
            case "week", int(number):
                return calendar.unit_days("week", date.fromisocalendar(year, number, 1))
            case "season", str(season):
                return calendar.season_days(season, year)
            case "quarter", int(number):
                return calendar.unit_days("quarter", date(year, number * 3, 1))
            case "half", int(number):
                return calendar.unit_days("half", date(year, number * 6, 1))
            case "holiday", str(name):
                day = holidays.DAYS[name](year)
            case "monthday", int(number):
                day = date(year, month, number)
            case _, (int(number), int(in_month)):
                day = date(year, number, in_month)
            case _:
                raise ValueError(self.key)
        return day, day

    def _value(self, days: Days, rule: str) -> Value:
        precision = self._precision()
        timex = f"{days[0].year:04}-{self.key}" if precision == "season" else calendar.name(precision, days[0])
        return Value(timex, precision, days, rule)

    def _precision(self) -> str:
        return self.kind if self.kind in _WHOLE else "day"

    def _open(self) -> str:
        match self.kind, self.key:
            case "weekday", number:
                return f"XXXX-WXX-{number}"
            case "weekend", _:
                return "XXXX-WXX-WE"
            case "month", int(number):
                return f"XXXX-{number:02}"
            case "monthday", int(number):
                return f"XXXX-XX-{number:02}"
            case "day", (int(month), int(day)):
                return f"XXXX-{month:02}-{day:02}"
            case ("quarter" | "half") as kind, number:
                return f"XXXX-{kind[0].upper()}{number}"
            case "season", season:
                return f"XXXX-{season}"
        return "XXXX"


class Bare(msgspec.Struct, frozen=True):
    """A season that nothing ties to a year: "in summer"; "the summer" is one year's where a tense tells which."""

    season: str
    definite: bool = False
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Leave the year open: it may be every year's."""
        if self.definite and at.anchor and at.tense:
            return Loose("season", self.season).resolve(at)
        return Value(f"XXXX-{self.season}", "season", None, "any_year")


class Within(msgspec.Struct, frozen=True):
    """A day, month or season of a year that is said beside it: March of last year."""

    part: Loose
    year: Reading
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Take the year from what is said beside it."""
        value = self.year.resolve(at)
        if value.days is None:
            return self.part.resolve(Context(None))._replace(rule=value.rule)
        return replace(self.part, year=value.days[0].year).resolve(at)._replace(rule=value.rule)


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


_CLOCKED = ("hour", "minute", "second", "season")


class That(msgspec.Struct, frozen=True):
    """The unit of the time just before, or so many later: "that year", "the following week"."""

    unit: str
    count: int = 0
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Count from the unit in which the time just before lies."""
        day = at.day_before()
        if day is None or self.unit in _CLOCKED:
            return unresolved(None, self.unit, at)
        value = Relative(self.unit, self.count).resolve(Context(day))
        return value._replace(rule="from_text")


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
        day, unit = self.count_from(start)
        whole = unit in ("month", "year", "decade", "century") and self.count == int(self.count)
        if not whole or not isinstance(self.base, str):
            return Value(calendar.name("day", day), unit, (day, day), rule, self.mod)
        grain = "month" if unit == "month" else "year"
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
        if anchor is None or self.unit in _CLOCKED:
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
        if value.days is None or value.precision in ("day", "part-of-day", None):
            return value._replace(mod=self.mod)
        days = value.days
        if value.precision != "weekend" and not isinstance(days[0], datetime):
            days = calendar.part_of(days, value.precision, self.mod)
        return value._replace(days=days, mod=self.mod)


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


class Range(msgspec.Struct, frozen=True):
    """From one time to another, both included.

    Attributes:
        first, last: its ends; the year that one lacks comes from the other.
        words: where the two stand in the text.
    """

    first: Reading
    last: Reading
    words: tuple[tuple[int, int], ...] = ()

    @property
    def loose(self) -> bool:
        """Whether neither end has its year."""
        return self.first.loose and self.last.loose

    def resolve(self, at: Context) -> Value:
        """Resolve the end that stands by itself, and the other against it."""
        first, last = self.ends(at)
        timex = f"{first.timex}/{last.timex}"
        if first.days is None or last.days is None:
            return Value(timex, first.precision, None, first.rule if first.days is None else last.rule)
        if first.days[0] > last.days[1]:
            raise ValueError(timex)
        finer = min((first.precision or "day", last.precision or "day"), key=_FINENESS.index)
        return Value(timex, finer, (first.days[0], last.days[1]), first.rule)

    def ends(self, at: Context) -> tuple[Value, Value]:
        """Return what the two ends come to."""
        if self.first.loose and not self.last.loose:
            last = self.last.resolve(at)
            return self.first.resolve(_beside(at, last, PAST)), last
        if self.first.loose and self.last.loose and at.tense == FUTURE:
            last = self.last.resolve(at)
            return self.first.resolve(_beside(at, last, PAST)), last
        first = self.first.resolve(at)
        last = self.last.resolve(_beside(at, first, FUTURE) if self.last.loose else at)
        return first, last


_FINENESS = [
    "minute", "hour", "part-of-day", "day", "weekend", "week", "fortnight", "month", "quarter", "season", "half",
    "year", "decade", "century", "millennium", "second",
]  # fmt: skip


def _beside(at: Context, value: Value, tense: str) -> Context:
    """Count the other end of a range from this one."""
    if value.days is None:
        return at
    return Context(value.days[0] if tense == FUTURE else value.days[1], tense, at.earlier)


class Clock(msgspec.Struct, frozen=True):
    """A time of day, on a day where one is said.

    Attributes:
        hour, minute: None for a part of the day.
        part: TIMEX3's code: MO, AF, EV, NI, MI.
        day: a reading, or None: then that of the time just before.
    """

    hour: int | None
    minute: int | None = None
    part: str | None = None
    day: Reading | None = None
    zone: str = ""

    @property
    def loose(self) -> bool:
        """Whether its day is loose."""
        return self.day is not None and self.day.loose

    def resolve(self, at: Context) -> Value:
        """Put the hour on its day."""
        clock, precision = self._clock()
        value = self.day.resolve(at) if self.day else at.earlier
        whole = value is not None and value.precision in ("day", "part-of-day", "hour", "minute")
        if value is None or value.days is None or not whole:
            rule = value.rule if value and self.day else "no_time_before"
            return Value(f"XXXX-XX-XX{clock}", precision, None, rule, type="TIME")
        first = value.days[0]
        day = date(first.year, first.month, first.day)
        timex = f"{day}{clock}"
        rule = value.rule if self.day else "from_text"
        return Value(timex, precision, self._moments(day), rule, type="TIME")

    def _clock(self) -> tuple[str, str]:
        if self.hour is None:
            return f"T{self.part}", "part-of-day"
        if not (0 <= self.hour < 24 and 0 <= (self.minute or 0) < 60):
            raise ValueError(self.hour)
        return f"T{self.hour:02}:{self.minute or 0:02}{self.zone}", "hour" if self.minute is None else "minute"

    def _moments(self, day: date) -> Days:
        if self.hour is None:
            return day, day
        moment = datetime(day.year, day.month, day.day, self.hour, self.minute or 0)
        return moment, moment


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
