"""Readings put together with words and with each other: "two weeks ago", "late on Monday", "March 3 to March 8"."""

from msgspec.structs import replace

from firsthand.times.bounded import Clipped, Starting
from firsthand.times.cascade import Items, Level
from firsthand.times.counted import CLOCKED, Ahead, Nth, Part, Relative, Shift, That, UnitOf
from firsthand.times.inside import Made, has, readings_in, unit_in, value
from firsthand.times.readings import Clock, Fixed, Loose, Range, Within
from firsthand.times.values import Length, Reading, Vague
from firsthand.times.words import CLASSES, EVENT, Item


def _length_of(words: Items) -> Length:
    (length,) = readings_in(words, "dur", "adur")
    mod = value(words, "about")
    assert isinstance(length, Length)
    return replace(length, mod=str(mod)) if mod else length


def _shift(length: Length, sign: int, base: str | Reading) -> Made:
    count = None if length.count is None else sign * length.count
    return "date", Shift(count, length.unit, base, length.mod, length.working)


def _ago(words: Items) -> Made:
    """Two weeks ago."""
    return _shift(_length_of(words), -1, "report")


def _in_length(words: Items) -> Made:
    """In two weeks."""
    return ("date", Ahead(_length_of(words))) if words[0].value == "in" else None


def _length_from(words: Items) -> Made:
    """Three days after Easter, two weeks before the vote of March 3."""
    (base,) = readings_in(words, "date", "time", "vague")
    if value(words, "after") not in (None, "after"):
        return None
    now = isinstance(base, Vague)
    return _shift(_length_of(words), -1 if has(words, "before") else 1, "report" if now else base)


def _length_later(words: Items) -> Made:
    """Three days later, a year earlier, two weeks before."""
    word = value(words, "after") or value(words, "before")
    if word == "since":
        return None
    base = "report" if word == "hence" else "event" if word == EVENT else "text"
    return _shift(_length_of(words), -1 if has(words, "before") else 1, base)


def _unit_beside(words: Items) -> Made:
    """The day before, the week after; the day before yesterday."""
    if value(words, "after") not in (None, "after", EVENT):
        return None
    if EVENT in (value(words, "after"), value(words, "before")):
        return "date", Shift(-1 if has(words, "before") else 1, unit_in(words), "event")
    sign, unit, base = -1 if has(words, "before") else 1, unit_in(words), readings_in(words, "date")
    return "date", Shift(sign, unit, base[0]) if base else That(unit, sign)


def _some_units(words: Items) -> Made:
    """Days after, weeks later, years ago."""
    if value(words, "after") == "since":
        return None
    sign = -1 if has(words, "ago") or has(words, "before") else 1
    return _shift(Length(None, unit_in(words)), sign, "report" if has(words, "ago") else "text")


def _early(words: Items) -> Made:
    """Early Monday, late last year, mid-July."""
    (of,) = readings_in(words, "date", "span")
    mod = value(words, "early")
    return "date", Part(str(mod), of)


def _earlier(words: Items) -> Made:
    """Earlier this month, later in the week."""
    found, unit = readings_in(words, "date"), unit_in(words)
    word = value(words, "before") or value(words, "after")
    if word not in ("earlier", "later") or not (found or unit in ("year", "month", "week", "decade", "century")):
        return None
    of = found[0] if found else Relative(unit, 0)
    mod = "EARLY" if word == "earlier" else "LATE"
    now = isinstance(of, Relative) and of.count == 0
    return "date", Clipped(of, word == "later", mod) if now else Part(mod, of)


_WHOLES = {("year", "month"): 12, ("decade", "year"): 10, ("week", "day"): 7}


def _both(words: Items) -> Made:
    """Two years and three months: one length, where the one unit counts the other."""
    one, other = readings_in(words, "dur", "adur")
    if not isinstance(one, Length) or not isinstance(other, Length) or one.count is None or other.count is None:
        return None
    times = _WHOLES.get((one.unit, other.unit))
    return ("dur", replace(other, count=one.count * times + other.count, mod=one.mod)) if times else None


def _rest(words: Items) -> Made:
    """The rest of the week, the remainder of 2025; the whole of 2025."""
    found = readings_in(words, "date")
    of = found[0] if found else Relative(unit_in(words), 0)
    if not found and unit_in(words) in (*CLOCKED, "day"):
        return None
    rest = value(words, "whole") in ("rest", "remainder", "remaining")
    return "date", Clipped(of, ahead=True) if rest else of


def _starting(words: Items) -> Made:
    """The week starting on March 3, two weeks beginning May 20; for three days, from today."""
    (day,) = readings_in(words, "date")
    lengths = readings_in(words, "dur", "adur")
    length = lengths[0] if lengths else Length(1, unit_in(words))
    begins = value(words, "edge") in (None, "START") and isinstance(length, Length) and length.unit not in CLOCKED
    return ("date", Starting(length, day)) if begins and _is_day(day) else None  # type: ignore[arg-type]


def _edge(words: Items) -> Made:
    """The end of March, the beginning of the year, mid-year."""
    mod = str(value(words, "edge") or value(words, "early"))
    found = readings_in(words, "date")
    unit = unit_in(words)
    if found:
        return "date", Part(mod, found[0])
    return ("date", Part(mod, Relative(unit, 0))) if unit not in (*CLOCKED, "day") else None


def _nth(words: Items) -> Made:
    """The last week of July, the first ten days of last year, the 15th day of next month."""
    found, lengths = readings_in(words, "date"), readings_in(words, "dur")
    units = [str(word.value) for word in words if word.cls in (CLASSES["unit"], CLASSES["units"])]
    length = lengths[0] if lengths else Length(1, units[0])
    of = found[0] if found else Relative(units[-1], 0)
    which = -1 if has(words, "last") else int(str(value(words, "ord")))
    if not isinstance(length, Length) or length.unit not in ("day", "week", "month") or isinstance(of, Shift | Range):
        return None
    return "date", Nth(which, length.unit, of, int(length.count or 1))


def _half_of(words: Items) -> Made:
    """The second half of the century, the first half of next year."""
    found, unit = readings_in(words, "date"), unit_in(words)
    which = 2 if has(words, "last") else int(str(value(words, "ord")))
    if which > 2 or not (found or unit in ("year", "century", "decade", "month")):
        return None
    return "date", Nth(which, "half", found[0] if found else Relative(unit, 0))


def _two_dates(words: Items) -> Made:
    """Tuesday of last week, next week Monday, March of last year, Christmas that year."""
    first, last = readings_in(words, "date")
    if _is_week(first) and isinstance(last, Loose) and last.kind == "weekday":
        first, last = last, first
    if len(words) == 2 and isinstance(last, Loose) and isinstance(first, Relative | That) and _is_year(first):
        first, last = last, first  # "last year Halloween"
    if not isinstance(first, Loose) or first.year is not None:
        return None
    if first.kind == "monthday":
        return ("date", Nth(int(str(first.key)), "day", last)) if _is_month(last) else None
    if first.kind == "weekday":
        return ("date", Nth(1, int(str(first.key)), last)) if _is_week(last) else None
    return ("date", Within(first, last)) if _is_year(last) else None


def _is_week(reading: Reading) -> bool:
    return isinstance(reading, Relative | That) and reading.unit == "week"


def _is_month(reading: Reading) -> bool:
    return isinstance(reading, Relative | That) and reading.unit == "month"


def _day_of_month(words: Items) -> Made:
    """The 3rd of next month."""
    (month,) = readings_in(words, "date")
    return ("date", Nth(int(str(value(words, "ord"))), "day", month)) if _is_month(month) else None


def _unit_of(words: Items) -> Made:
    """The week of March 3."""
    (day,) = readings_in(words, "date")
    return ("date", UnitOf("week", day)) if unit_in(words) == "week" and _is_day(day) else None


def _is_year(reading: Reading) -> bool:
    if isinstance(reading, Fixed):
        return reading.precision == "year"
    return isinstance(reading, Relative | That) and reading.unit == "year"


def _own_date(words: Items) -> Made:
    """Next year's first quarter."""
    year, part = readings_in(words, "date")
    if not isinstance(part, Loose) or part.year is not None or not _is_year(year):
        return None
    return "date", Within(part, year)


def _of_the_year(words: Items) -> Made:
    """The first quarter of the year."""
    (part,) = readings_in(words, "date")
    return ("date", part) if isinstance(part, Loose) and unit_in(words) == "year" else None


def _day_part(words: Items) -> Made:
    """Monday morning, the evening of March 3."""
    (day,) = readings_in(words, "date")
    return ("date", Clock(None, part=str(value(words, "part")), day=day)) if _is_day(day) else None


def _day_clock(words: Items) -> Made:
    """Tuesday at 3 pm, 14:30 on March 3."""
    (day,), (clock,) = readings_in(words, "date"), readings_in(words, "time")
    if not isinstance(clock, Clock) or clock.day or not _is_day(day):
        return None
    return "time", replace(clock, day=day)


def _clock_part(words: Items) -> Made:
    """Three o'clock in the morning."""
    (clock,) = readings_in(words, "time")
    late = value(words, "part") in ("AF", "EV") and isinstance(clock, Clock) and (clock.hour or 0) < 12
    return ("time", replace(clock, hour=(clock.hour or 0) + 12 * late)) if isinstance(clock, Clock) else None


def _is_day(reading: Reading) -> bool:
    if isinstance(reading, Loose):
        return reading.kind in ("weekday", "day", "monthday", "holiday")
    if isinstance(reading, Relative | That):
        return reading.unit == "day"
    return isinstance(reading, Nth) and (reading.unit == "day" or isinstance(reading.unit, int))


JOINED = Level(
    [
        ("DUR and? DUR", _both),
        ("about? DUR ago", _ago),
        ("about? DUR (before|after|from) (date|vague)", _length_from),
        ("the? unit (before|after) date", _unit_beside),
        ("about? DUR (before|after) (?!date)", _length_later),
        ("the unit (before|after)", _unit_beside),
        ("units (before|after|ago)", _some_units),
        ("the? unit (starting|edge) (on|from)? date", _starting),
        ("DUR comma? (starting|edge) (on|from)? date", _starting),
        ("DUR comma from date", _starting),
        ("in about? DUR", _in_length),
        ("the? whole of (date|the unit)", _rest),
        ("the? (ord|last) (UNIT|dur) (of|in) (date|the unit)", _nth),
        ("the? ord of date", _day_of_month),
        ("the? unit of date", _unit_of),
        ("the? (ord|last) half of (date|the unit)", _half_of),
        ("(the? edge of|edge dash) date", _edge),
        ("the? edge of the? unit", _edge),
        ("unit dash? edge", _edge),
        ("the? early dash? (on|in)? the? date", _early),
        ("early dash? unit", _edge),
        ("(before|after) in? (date|the unit)", _earlier),
        ("date comma? (of|on|in)? date", _two_dates),
        ("date own date", _own_date),
        ("date of the unit", _of_the_year),
        ("the? part of date", _day_part),
        ("date comma? part", _day_part),
        ("date comma? (at|about)* time", _day_clock),
        ("time (on|of)? date", _day_clock),
        ("time (in the|part)? part", _clock_part),
    ]
)


def _range(words: Items) -> Made:
    """From March 3 to March 8, between 2019 and 2022, Jan-Feb 2017."""
    first, last = _ends(words)
    if has(words, "and") and not has(words, "between"):
        return None
    spans = ((first.start, first.end), (last.start, last.end))
    a, b = first.value, last.value
    return "span", Range(a, b, spans)  # type: ignore[arg-type]


def _ends(words: Items) -> tuple[Item, Item]:
    wanted = {CLASSES[name] for name in ("date", "time", "vague")}
    first, last = (word for word in words if word.cls in wanted)
    return first, last


RANGES = Level(
    [
        ("from date (to|dash) (date|vague)", _range),
        ("between (date|vague) and (date|vague)", _range),
        ("date (to|dash) (date|vague)", _range),
        ("(from|between)? time (to|dash|and) time", _range),
    ]
)
