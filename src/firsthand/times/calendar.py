"""The calendar's units: which days a week, quarter, season or decade has, and how to count in them."""

from datetime import date, timedelta

Days = tuple[date, date]

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def shift(day: date, count: int, unit: str) -> date:
    """Return the day so many units later (earlier where negative); the 31st becomes the last of a shorter month.

    Raises:
        ValueError, OverflowError: the calendar does not reach so far.
    """
    if unit in _DAYS:
        return day + timedelta(count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, month_days(year, month + 1)[1].day))


def working_days(day: date, count: int) -> date:
    """Return the day so many working days later (Monday to Friday; holidays are not known)."""
    step = 1 if count > 0 else -1
    weeks, left = divmod(abs(count), 5)
    day += timedelta(7 * weeks * step)
    while left:
        day += timedelta(step)
        left -= day.weekday() < 5
    return day


def unit_days(unit: str, day: date) -> Days:
    """Return the first and the last day of the calendar's unit in which a day lies; weeks begin on Monday."""
    if unit in ("day", "week", "weekend", "fortnight"):
        first = day if unit == "day" else day - timedelta(day.weekday())
        first += timedelta(5 * (unit == "weekend"))
        return first, first + timedelta({"day": 0, "week": 6, "weekend": 1, "fortnight": 13}[unit])
    if unit in ("decade", "century"):
        years = 10 if unit == "decade" else 100
        return years_days(day.year // years * years, years)
    months = _MONTHS[unit]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, shift(first, 1, unit) - timedelta(1)


def years_days(year: int, count: int = 1) -> Days:
    """Return the first and the last day of so many years from the given one on."""
    return date(max(year, 1), 1, 1), date(year + count - 1, 12, 31)


def month_days(year: int, month: int) -> Days:
    """Return the first and the last day of a month."""
    last = 31 if month == 12 else (date(year, month + 1, 1) - timedelta(1)).day
    return date(year, month, 1), date(year, month, last)


def season_days(season: str, year: int) -> Days:
    """Return the first and the last day of a season as the weather services count; a winter begins in its year."""
    first = date(year, _SEASON_STARTS[season], 1)
    return first, shift(first, 1, "quarter") - timedelta(1)


def name(unit: str, day: date) -> str | None:
    """Return the TIMEX3 value of the unit in which a day lies: ``2025-04-01``, ``2025-W14``, ``2025-Q2``, ``202``."""
    iso = day.isocalendar()
    names = {
        "day": day.isoformat(),
        "week": f"{iso.year}-W{iso.week:02}",
        "weekend": f"{iso.year}-W{iso.week:02}-WE",
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "half": f"{day.year:04}-H{1 + (day.month > 6)}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}",
        "century": f"{day.year // 100:02}",
    }
    return names.get(unit)


def part_of(days: Days, unit: str, mod: str) -> Days:
    """Return which days of a unit are early, late, in its middle, at its start or its end, as is usually meant.

    A month's halves and its 10th to 20th; thirds of a year; half a decade; a quarter of a century.
    """
    third = {"EARLY": 0, "START": 0, "MID": 1}.get(mod, 2)
    if unit == "month":
        return _cut(days, ((0, 15), (9, 20), (15, 31))[third])
    if unit in _MONTH_PARTS:
        begin, end = _MONTH_PARTS[unit][third]
        return shift(days[0], begin, "month"), shift(days[0], end, "month") - timedelta(1)
    length = (days[1] - days[0]).days + 1
    return _cut(days, ((0, length // 2), (length // 3, length - length // 3), (length // 2, length))[third])


_MONTH_PARTS = {
    "year": ((0, 4), (4, 8), (8, 12)),
    "decade": ((0, 60), (36, 84), (60, 120)),
    "century": ((0, 300), (400, 800), (900, 1200)),
}


def _cut(days: Days, part: tuple[int, int]) -> Days:
    first, last = days
    return first + timedelta(part[0]), min(first + timedelta(part[1] - 1), last)
