"""Times with a place on the calendar: whole dates, dates that come again every year or week, ranges, hours."""

from datetime import date, datetime, timedelta

import msgspec
from msgspec.structs import replace

from firsthand.times import calendar, holidays
from firsthand.times.calendar import Days
from firsthand.times.values import FUTURE, HABIT, PAST, Context, Reading, Value


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
        toward: "last", "past", "next", "this" where said: "last Friday" is that of the week before, "past Friday" the
            latest one.
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
        if at.tense == HABIT and self.loose and self.kind in ("month", "season", "day", "holiday"):
            return Value(self._open(), self._precision(), None, "any_year")
        return self._value(*self._choose(at, at.anchor))

    def _choose(self, at: Context, anchor: date) -> tuple[Days, str]:
        found = self._candidates(anchor)
        if self.kind == "weekday" and self.toward == "last":
            return self._week_before(anchor), "counted"
        tense = {"last": PAST, "past": PAST, "next": FUTURE}.get(self.toward or "", at.tense)
        strict = self.toward in ("last", "past", "next")
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
        return (past or ahead)[-1 if past else 0], "latest" if tense == PAST else "likely_latest"

    def _week_before(self, anchor: date) -> Days:
        """On a Thursday nobody calls the day before "last Wednesday"; on a Sunday, last week is the one just past."""
        monday, _ = calendar.unit_days("week", anchor - timedelta(7 * (anchor.isoweekday() < 7)))
        day = monday + timedelta(int(str(self.key)) - 1)
        return (day, day) if day < anchor else (day - timedelta(7), day - timedelta(7))

    def _told_beside(self, at: Context, anchor: date) -> Days | None:
        """In a story of other years, a past day without a year belongs to the year of the one named before."""
        near = at.dated
        if not (near and near.days and at.tense == PAST) or self.toward or self.kind in ("weekday", "weekend"):
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

    def written(self) -> str:
        """Return its TIMEX3 value as far as the text gives it, possible or not."""
        return self._open() if self.year is None else self._open().replace("XXXX", f"{self.year:04}", 1)

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
        if self.definite and at.anchor and at.tense in (PAST, FUTURE):
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
