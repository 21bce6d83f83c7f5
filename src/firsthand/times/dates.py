"""Dates that a text gives by number and name: "3 March 2025", "Q3", "the 1990s", "2025-04-01", "3 pm"."""

import re

from msgspec.structs import replace

from firsthand.times import calendar
from firsthand.times.cascade import Items, Level
from firsthand.times.inside import Made, number, unit_in, value, values
from firsthand.times.readings import Clock, Fixed, Loose, Range
from firsthand.times.values import Impossible, Reading, Repeated, Vague
from firsthand.times.words import CLASSES


def full_year(year: object) -> int | None:
    """Return a year with its century: 87 is 1987, 24 is 2024; None where none is given."""
    if year is None:
        return None
    short = int(str(year))
    return short if short > 99 else short + (1900 if short > 49 else 2000)


def _year_in(words: Items) -> int | None:
    found = values(words, "year", "short")
    return full_year(found[-1]) if found else None


def _days_in(words: Items) -> list[int]:
    return [int(float(str(one))) for one in values(words, "day", "ord", "num") if one is not None]


def _day(month: object, day: int, year: int | None, weekday: object = None) -> Reading:
    if not 1 <= day <= 31:
        return Impossible(f"XXXX-{month:02}-{day:02}")
    return Loose("day", (month, day), year, None, int(str(weekday)) if weekday else None)


def _month_day(words: Items) -> Made:
    """March 3, Mar. 3rd 2025, 3 March, the third of March, Friday, 3 March 2025."""
    days = _days_in(words)
    if not days or days[0] > 31 or value(words, "unit") not in (None, "day"):
        return None
    return "date", _day(value(words, "month"), days[0], _year_in(words), value(words, "weekday"))


def _early_day(words: Items) -> Made:
    """30 September 420: a day of the first thousand years."""
    year = int(float(str(words[-1].value or 0)))
    days = _days_in(words[:-1])
    return ("date", _day(value(words, "month"), days[0], year)) if 100 <= year < 1000 and days else None


def _month_days(words: Items) -> Made:
    """March 3-8, 3 to 8 March 2025, between 3 and 8 March."""
    days, month, year = _days_in(words), value(words, "month"), _year_in(words)
    joined_by_and = values(words, "and") and not values(words, "between")
    if len(days) != 2 or days[0] >= days[1] or days[1] > 31 or (joined_by_and and days[1] != days[0] + 1):
        return None
    return "span", Range(_day(month, days[0], year), _day(month, days[1], year))


def _month_year(words: Items) -> Made:
    """March 2025, April of 87."""
    year = _year_in(words)
    if year is None:
        found = _days_in(words)
        if not found or found[0] <= 31 or found[0] > 2199:
            return None
        year = full_year(found[0])
    return "date", Loose("month", value(words, "month"), year)


def year_reading(year: int) -> Fixed:
    """A year as a reading."""
    return Fixed(calendar.years_days(year), "year", f"{year:04}")


def _year(words: Items) -> Made:
    """2025, the year 2025; the fiscal year 2025, which begins when its country says."""
    if words[0].cls != CLASSES["year"] and value(words, "unit") not in ("year", None):
        return None
    year = _year_in(words)
    if value(words, "work") not in (None, "calendar"):
        return "date", Fixed(None, "year", f"FY{year}")
    return ("date", year_reading(year)) if year else None


def _years(words: Items) -> Made:
    """2019-22; 2025-04 is a month."""
    first, last = int(str(words[0].value)), int(str(words[-1].value))
    length = words[-1].end - words[-1].start
    if length != 2:
        return None
    if last > first % 100:
        places = ((words[0].start, words[0].end), (words[-1].start, words[-1].end))
        return "span", Range(year_reading(first), year_reading(first // 100 * 100 + last), places)
    return ("date", Loose("month", last, first)) if 1 <= last <= 12 else None


def _month_of_year(words: Items) -> Made:
    """12-2015, 12/2015."""
    month = int(str(words[0].value))
    return ("date", Loose("month", month, _year_in(words))) if month <= 12 else None


def _week(words: Items) -> Made:
    """Week 23, week 3 of 2027."""
    if value(words, "unit") != "week":
        return None
    year = _year_in(words)
    return "date", Loose("week", _days_in(words)[0], year, None if year else "this")


def _era(words: Items) -> Made:
    """5000 BC, 347 AD, AD 842."""
    count = number([word for word in words if word.cls != CLASSES["an"]])
    if count is None or not 0 < count < 1e5:
        return None
    if str(value(words, "era")).startswith("b"):
        return "date", Fixed(None, "year", f"-{int(count):04}")
    return ("date", year_reading(int(count))) if count < 9999 else None


def _eras(words: Items) -> Made:
    """500-400 BC."""
    era = words[-1]
    first, last = (word for word in words if word.cls in _COUNTED)
    a, b = _era([first, era]), _era([last, era])
    return ("span", Range(a[1], b[1], ((first.start, first.end), (last.start, era.end)))) if a and b else None


_COUNTED = frozenset(CLASSES[name] for name in ("num", "day", "year"))


def _circa(words: Items) -> Made:
    """C. 314, c. 314 – 368: the years of somebody of long ago."""
    years = [word for word in words if word.cls == CLASSES["num"]]
    values_ = [int(float(str(word.value or 0))) for word in years]
    if not all(100 <= value < 1000 for value in values_) or values_ != sorted(values_):
        return None
    found = [year_reading(value) for value in values_]
    places = tuple((word.start, word.end) for word in years)
    return ("date", found[0]) if len(found) == 1 else ("span", Range(found[0], found[1], places))


def _early_year(words: Items) -> Made:
    """In the year 71."""
    count = number(words)
    if value(words, "unit") != "year" or words[0].cls != CLASSES["the"] or count is None or count != int(count):
        return None
    return ("date", year_reading(int(count))) if 0 < count < 2200 else None


def _century(words: Items) -> Made:
    """The 19th century, 7th century BC, twelfth to sixteenth centuries."""
    ordinals = [int(str(one)) for one in values(words, "ord")]
    before = str(value(words, "era") or "").startswith("b")
    if unit_in(words) != "century" or max(ordinals) > 30:
        return None
    found = [_one_century(one, before) for one in ordinals]
    if len(found) == 1:
        return "date", found[0]
    first, last = (i for i, word in enumerate(words) if word.cls == CLASSES["ord"])
    last -= words[last - 1].cls == CLASSES["the"]
    places = ((words[0].start, words[first].end), (words[last].start, words[-1].end))
    return "span", Range(found[0], found[1], places)


def _counted_units(words: Items) -> Made:
    """The 6th to the 12th week: of something, not of a month."""
    return "_", Vague("")


def _one_century(ordinal: int, before: bool) -> Fixed:
    if before:
        return Fixed(None, "century", f"-{ordinal - 1:02}")
    return Fixed(calendar.years_days((ordinal - 1) * 100, 100), "century", f"{ordinal - 1:02}")


def _decade(words: Items) -> Made:
    """The 1990s, the nineties, the '60s, the 1600s (a century)."""
    year = int(str(value(words, "decade")))
    return _decade_of(year) if year > 0 else None


def _short_decade(words: Items) -> Made:
    """The nineties, the 60s: without "the" they may be somebody's age."""
    return _decade_of(int(str(value(words, "decade"))))


def _decade_of(year: int) -> Made:
    year = abs(year) if abs(year) > 99 else abs(year) + (1900 if abs(year) > 10 else 2000)
    if year % 100 == 0 and year != 2000:
        return "date", Fixed(calendar.years_days(year, 100), "century", f"{year // 100:02}")
    return "date", Fixed(calendar.years_days(year, 10), "decade", f"{year // 10:03}")


def _season(words: Items) -> Made:
    """Summer 2010, the winter of 1776-77."""
    return "date", Loose("season", value(words, "season"), _year_in(words[:-1]) or _year_in(words))


def _quarter(words: Items) -> Made:
    """Q3 2024, 2017 Q1, 2019-H2."""
    found = value(words, "quarter")
    if not isinstance(found, tuple):
        return None
    kind, which = ("quarter" if found[0] == "q" else "half"), found[1]
    return ("date", Loose(kind, which, _year_in(words))) if which <= (4 if kind == "quarter" else 2) else None


def _named_quarter(words: Items) -> Made:
    """The third quarter of 2024, the first half."""
    kind = value(words, "unit") or ("half" if values(words, "half") else None)
    which = int(str(value(words, "ord")))
    if (kind != "quarter" and not (kind == "half" and _year_in(words))) or which > (4 if kind == "quarter" else 2):
        return None
    return "date", Loose(str(kind), which, _year_in(words))


def _holiday(words: Items) -> Made:
    """Christmas, Easter 2018, Independence Day of 1995."""
    return "date", Loose("holiday", value(words, "holiday"), _year_in(words))


def _iso(words: Items) -> Made:
    """2025-04-01, 01/04/2025 (month first where that is possible), 1.4.2025 (day first)."""
    numbers = re.findall(r"\d+", str(value(words, "numeric")))
    if len(numbers) == 1:
        numbers = [numbers[0][:4], numbers[0][4:6], numbers[0][6:]]
    a, b, c = (int(one) for one in numbers[:3])
    if len(numbers[0]) == 4:
        year, month, day = a, b, c
    else:
        year = full_year(c) or 0
        month, day = (b, a) if "." in str(value(words, "numeric")) or (a > 12 >= b) else (a, b)
    clock = [int(one) for one in numbers[3:5]]
    reading: Reading = Loose("day", (month, day), year) if 1 <= month <= 12 and 1 <= day <= 31 else Impossible()
    return ("time", Clock(clock[0], clock[1], day=reading)) if len(clock) == 2 else ("date", reading)


def _slashed(words: Items) -> Made:
    """4/1, Friday 22/04, 5/7, 2020."""
    a, b = (int(one) for one in str(value(words, "slashed")).split("/"))
    month, day = (b, a) if a > 12 >= b else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    reading = _day(month, day, _year_in(words), value(words, "weekday"))
    toward = "next" if values(words, "next") else None
    return "date", replace(reading, toward=toward) if toward and isinstance(reading, Loose) else reading


def _slashes(words: Items) -> Made:
    """From 10/1 to 11/7, 5/1-5/7, 2020."""
    first, last = (word for word in words if word.cls == CLASSES["slashed"])
    rest = [word for word in words if word.cls == CLASSES["year"]]
    a, b = _slashed([first]), _slashed([last, *rest])
    places = ((first.start, first.end), (last.start, words[-1].end))
    return ("span", Range(a[1], b[1], places)) if a and b else None


def _plainly_slashed(words: Items) -> Made:
    """22/04, 2/29: with nothing before it only where it can't be a fraction."""
    parts = [int(one) for one in str(words[0].value).split("/")]
    return _slashed(words) if min(parts) <= 12 < max(parts) else None


def _spelled(words: Items) -> Made:
    """2020-Sep-23, 23/Jan/2019, Oct/2."""
    days = _days_in(words)
    return "date", _day(value(words, "month"), days[0], _year_in(words))


def _weekday_day(words: Items) -> Made:
    """Tuesday the 13th, Monday 21."""
    return "date", Loose("monthday", _days_in(words)[0], weekday=int(str(value(words, "weekday"))))


def _monthday(words: Items) -> Made:
    """The 3rd; in words it is too often something else."""
    day = int(str(words[-1].value))
    return ("date", Loose("monthday", day)) if day <= 31 and words[-1].end - words[-1].start <= 4 else None


def _clock(words: Items) -> Made:
    """3 pm, 14:30 GMT, 9 o'clock, noon."""
    said = value(words, "clock") or value(words, "noon")
    parts = re.findall(r"\d+", str(said)) if said else []
    if said and not parts:
        return "time", Clock(0 if said == "midnight" else 12)
    hour = int(parts[0]) if parts else _days_in(words)[0]
    half = value(words, "ampm")
    hour = hour % 12 + 12 * (half == "pm") if half and hour <= 12 else hour
    zone = "Z" if value(words, "zone") in ("gmt", "utc") else ""
    return "time", Clock(hour, int(parts[1]) if parts else None, zone=zone)


def _opening(words: Items) -> Made:
    """Mon-Fri 8:30 am - 7 pm, Sat 9:00-17:00: every week, as doors and timetables say it."""
    days = [word for word in words if word.cls == CLASSES["weekday"]]
    if len(days) == 1 and days[0].end - days[0].start > 5:
        return None
    return "set", Repeated("/".join(f"XXXX-WXX-{word.value}" for word in days))


_HOUR = "(clock ampm?|(day|num) ampm)"
_LICENSED = "(?<=[at to from before after between about on dash in and])"
DATES = Level(
    [
        ("from? (weekday comma?)? month the? (day|ord) (to|dash|and) (the? (ord|day)) (?!month) YEAR?", _month_days),
        ("(between|from)? the? (day|ord) (of)? (to|dash|and) the? (day|ord) of? month YEAR?", _month_days),
        ("year (dash|slash) (month (dash|slash) day|day (dash|slash) month)", _spelled),
        ("(day|ord) (dash|slash) month (dash|slash) year", _spelled),
        ("month (dash|slash) day (dash|slash) year", _spelled),
        ("month slash day", _spelled),
        ("this? weekday open month dash? DAY YEAR? close", _month_day),
        ("DAY of? month comma? num (?=comma|close)", _early_day),
        ("(weekday comma? (the|open)?)? DAY (of|dash|comma)? month YEAR?", _month_day),
        ("(weekday comma? (the|open)?)? month dash? DAY (?!unit|units|ampm) YEAR?", _month_day),
        ("month comma the? ord YEAR?", _month_day),
        ("month (comma|of|dash|slash|in)? (year|short)", _month_year),
        ("month of (num|day)", _month_year),
        ("year month (?!day|ord|dash|slash)", _month_year),
        ("(weekday comma? open?)? numeric", _iso),
        ("(this|next)? weekday comma? slashed (comma? year)?", _slashed),
        ("slashed comma? year", _slashed),
        ("(?<=[on from to before after])slashed", _slashed),
        ("from? slashed (dash|to) slashed (comma? year)?", _slashes),
        ("(next|this) slashed", _slashed),
        ("slashed (?=dash numeric)", _slashed),
        ("slashed", _plainly_slashed),
        (f"weekday (dash|to) weekday comma? {_HOUR} (dash|to) {_HOUR}", _opening),
        (f"weekday (comma|dash)? {_HOUR} dash {_HOUR}", _opening),
        ("weekday comma? the? ord", _weekday_day),
        ("weekday day (?!unit|units|ampm|clock|month|hundred|scale)", _weekday_day),
        ("the? season (of|in|comma)? (year|short|num) (dash (day|num|year))?", _season),
        ("the? ord (dash|in)? (to|and) the? ord dash? UNIT era?", _century),
        ("the? ord dash? UNIT era?", _century),
        ("the? ord dash? (to|and) the? ord dash? UNIT", _counted_units),
        ("(?<=the)decade", _short_decade),
        ("decade", _decade),
        ("quarter (of|dash|comma|slash|in)? (year|short)", _quarter),
        ("year dash? quarter", _quarter),
        ("quarter", _quarter),
        ("the? ord dash? (unit|half) ((of|in|comma)? (the unit of?)? year)", _named_quarter),
        ("the? ord dash? (unit|half)", _named_quarter),
        ("holiday (of|comma|in)? year", _holiday),
        ("holiday", _holiday),
        ("the? unit day (?!unit|units|ampm|clock) ((of|comma)? (the unit of?)? year)?", _week),
        ("from? about? (num|day|year) (dash|to) (about|circa)? (num|day|year) era", _eras),
        ("(?<=circa)num (dash circa? num)? (?=comma|close)", _circa),
        ("(num|day|year) era", _era),
        ("the? unit of? (num|day)", _early_year),
        ("era (num|day|year)", _era),
        ("year dash (day|num) (?!dash)", _years),
        ("day (dash|slash) year", _month_of_year),
        ("(clock|noon) (ampm zone?|zone)", _clock),
        (_LICENSED + "clock", _clock),
        ("noon", _clock),
        ("(day|num) (ampm|oclock ampm?) zone?", _clock),
        ("the? work? unit of? year", _year),
        ("year", _year),
        ("(?<=[in of from to and dash the after])short", _year),
        ("the ord (?!unit|half|of|holiday|num|day)", _monthday),
        ("(?<=on)ord", _monthday),
    ]
)
