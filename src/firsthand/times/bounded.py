"""Times cut from others: earlier this year, the rest of the week, two weeks starting on a day, a long weekend."""

from datetime import date, datetime, timedelta

import msgspec

from firsthand.times import calendar
from firsthand.times.counted import Relative, Shift
from firsthand.times.readings import Loose
from firsthand.times.values import Context, Length, Reading, Value, duration

_ONE = timedelta(1)


class Clipped(msgspec.Struct, frozen=True):
    """Earlier this year, later this week, the rest of the month: up to the report's date, or from it on."""

    of: Reading
    ahead: bool
    mod: str | None = None

    @property
    def loose(self) -> bool:
        """Whether what it is cut from is loose."""
        return self.of.loose

    def resolve(self, at: Context) -> Value:
        """Cut where the report's date lies, if it lies within."""
        value = self.of.resolve(at)._replace(mod=self.mod)
        if value.days is None or at.anchor is None or isinstance(value.days[0], datetime):
            return value
        first, last = value.days
        if not first <= at.anchor <= last:
            return value
        return value._replace(days=(at.anchor, last) if self.ahead else (first, at.anchor))


class Starting(msgspec.Struct, frozen=True):
    """Two weeks starting on May 20, the week beginning March 3: so long from a day on."""

    length: Length
    day: Reading

    @property
    def loose(self) -> bool:
        """Whether the day is loose."""
        return self.day.loose

    def resolve(self, at: Context) -> Value:
        """Count from the day, which is the first one."""
        value = self.day.resolve(at)
        timex = duration(self.length.count, self.length.unit)
        if value.days is None or self.length.count is None:
            return Value(timex, self.length.unit, None, value.rule, type="DURATION")
        first = value.days[0]
        after, _ = Shift(self.length.count, self.length.unit).count_from(first)
        return Value(timex, self.length.unit, (first, max(first, after - _ONE)), value.rule, type="DURATION")


class WorkingWeek(msgspec.Struct, frozen=True):
    """This working week: from Monday to Friday."""

    week: Relative
    loose: bool = False

    def resolve(self, at: Context) -> Value:
        """Leave the weekend out."""
        value = self.week.resolve(at)
        return value._replace(days=(value.days[0], value.days[0] + 4 * _ONE)) if value.days else value


class LongWeekend(msgspec.Struct, frozen=True):
    """Easter weekend, Labor Day weekend: the weekend nearest to a holiday, with the holiday where it touches."""

    holiday: Loose

    @property
    def loose(self) -> bool:
        """Whether nothing tells the holiday's year."""
        return self.holiday.loose

    def resolve(self, at: Context) -> Value:
        """Find the weekend: before a Tuesday, after a Wednesday; from a Thursday on; with a Friday or Monday."""
        value = self.holiday.resolve(at)
        if value.days is None:
            return value._replace(precision="weekend")
        day = value.days[0]
        back = date.isoweekday(day) < 3
        saturday = calendar.unit_days("weekend", day - timedelta(7 * back))[0]
        touching = day.isoweekday() not in (2, 3)
        days = (min(day, saturday), max(day, saturday + _ONE)) if touching else (saturday, saturday + _ONE)
        return Value(calendar.name("weekend", saturday), "weekend", days, value.rule)
