"""Times told from where one stands: "last week", "two days ago", "late on Monday", "from March 3 to March 8"."""

from msgspec.structs import replace

from firsthand.times.cascade import Items, Level
from firsthand.times.numbers import number, value, values
from firsthand.times.readings import (
    NOWHERE,
    Ahead,
    Bare,
    Clock,
    Fixed,
    Length,
    Loose,
    Nth,
    Part,
    Range,
    Reading,
    Relative,
    Repeated,
    Shift,
    Stretch,
    That,
    Vague,
    Within,
)
from firsthand.times.words import CLASSES, EVENT, Item

Made = tuple[str, Reading] | None
_BACK = ("previous", "preceding")


def _unit(words: Items) -> str:
    return str(value(words, "unit") or value(words, "units"))


def _toward(words: Items) -> str | None:
    """ "last" wins over "this" in "this past week"."""
    if values(words, "last"):
        return "last"
    return "next" if values(words, "next") else "this" if values(words, "this") else None


def _has(words: Items, name: str) -> bool:
    return any(word.cls == CLASSES[name] for word in words)


def _readings(words: Items, *names: str) -> list[Reading]:
    wanted = {CLASSES[name] for name in names}
    return [word.value for word in words if word.cls in wanted]  # type: ignore[misc]


# --- relative: words to readings ---


def _deictic(words: Items) -> Made:
    """Today, yesterday morning, tomorrow night, tonight; now."""
    said, part = str(value(words, "deictic")), value(words, "part")
    if said == "now":
        return "vague", Vague("PRESENT_REF")
    if said == "tonight":
        return "date", Clock(None, part="NI", day=Relative("day", 0))
    day = Relative("day", int(said))
    return "date", Clock(None, part=str(part), day=day) if part else day


def _part_of_day(words: Items) -> Made:
    """This morning, last night, that evening, the following morning."""
    part, toward = str(value(words, "part")), _toward(words)
    if _has(words, "that") or value(words, "next") == "following" or (_has(words, "the") and toward == "next"):
        return "date", Clock(None, part=part, day=That("day", int(toward == "next")))
    count = {"last": -1, "next": 1}.get(toward or "", 0)
    return "date", Clock(None, part=part, day=Relative("day", count))


def _weekday(words: Items) -> Made:
    """On Tuesday, last Friday, next Monday."""
    weekday = value(words, "weekday")
    return "date", Loose("weekday", weekday, toward=_toward(words))


def _month(words: Items) -> Made:
    """In February, last July, this May."""
    return "date", Loose("month", value(words, "month"), toward=_toward(words))


def _season(words: Items) -> Made:
    """Last summer, this winter, in the spring."""
    season, toward = str(value(words, "season")), _toward(words)
    if toward is None:
        return "date", Bare(season, definite=_has(words, "the"))
    return "date", Loose("season", season, toward=toward)


def _holiday(words: Items) -> Made:
    """Last Easter, next Christmas; those built before get their direction."""
    (loose,) = _readings(words, "date")
    if not isinstance(loose, Loose) or loose.year or loose.kind not in ("holiday", "quarter", "half", "day"):
        return None
    return "date", replace(loose, toward=_toward(words))


def _weekend(words: Items) -> Made:
    """Last weekend, this weekend, over the weekend."""
    toward = _toward(words)
    if _has(words, "that"):
        return "date", That("weekend")
    if toward in (None, "this"):
        return "date", Loose("weekend", 6, toward=toward)
    return "date", Relative("weekend", {"last": -1, "next": 1}.get(toward, 0))


def _last_unit(words: Items) -> Made:
    """Last week, next month, this year; the past year; the following day."""
    unit, toward = _unit(words), _toward(words)
    word = value(words, "last") or value(words, "next")
    count = {"last": -1, "next": 1}.get(toward or "", 0)
    definite = _has(words, "the")
    if definite and (word in (*_BACK, "following") or (word == "next" and unit == "day")):
        return "date", That(unit, count)
    if unit == "year" and value(words, "work") not in (None, "calendar", "working", "business"):
        return "date", Fixed(None, "year", "FY")
    if word == "past" and not _has(words, "this"):
        return "date", Stretch(1, unit, ahead=False)
    return ("date", Relative(unit, count)) if unit not in _CLOCKED else None


_CLOCKED = ("hour", "minute", "second", "season")


def _last_units(words: Items) -> Made:
    """The last three weeks, these past two days, the next few years, the coming weeks."""
    counted = [word for word in words if word.cls in _COUNTS]
    count = number(counted) if counted else None
    if not counted and not _has(words, "last") and not _has(words, "next"):
        return None
    return "date", Stretch(
        count, _unit(words), _toward(words) == "next", value(words, "work") in ("business", "working")
    )


_COUNTS = frozenset(CLASSES[name] for name in ("num", "day", "year", "decimal"))


def _after_next(words: Items) -> Made:
    """The week after next, the weekend before last."""
    unit = "weekend" if _has(words, "weekend") else _unit(words)
    return ("date", Relative(unit, 2 if _has(words, "next") else -2)) if unit not in _CLOCKED else None


def _that_unit(words: Items) -> Made:
    """That year, the same week."""
    return "date", That(_unit(words))


def _recent(words: Items) -> Made:
    """In recent years."""
    return ("vague", Vague("PAST_REF")) if value(words, "few") == "recent" else None


def _ref(words: Items) -> Made:
    """Recently, currently, soon."""
    return "vague", Vague(str(value(words, "ref")))


def _these_days(words: Items) -> Made:
    """These days."""
    return "vague", Vague("PRESENT_REF")


def _old(words: Items) -> Made:
    """A 14-year-old, three years old: an age."""
    return "_", Vague("")


def _length(words: Items) -> Made:
    """Two weeks, an 18-month, more than three days."""
    count, mod = number(words), value(words, "about")
    if _has(words, "year") and (count or 0) > 1000 and _unit(words) in ("day", "week", "month", "quarter"):
        return None
    working = value(words, "work") in ("business", "working")
    return "dur", Length(count, _unit(words), str(mod) if mod else None, working)


def _about_length(words: Items) -> Made:
    """Three to five years, a week or two: about so long."""
    return "dur", Length(None, _unit(words), "APPROX")


def _a_unit(words: Items) -> Made:
    """A week: a time only with "ago", "later" or the like."""
    half = 0.5 if _has(words, "half") else 0
    mod = value(words, "about")
    return "adur", Length(1 + half, _unit(words), str(mod) if mod else None)


def _every(words: Items) -> Made:
    """Every Monday, each year, every two weeks."""
    word = words[-1]
    if word.cls == CLASSES["weekday"]:
        return "set", Repeated(f"XXXX-WXX-{word.value}")
    if word.cls in (CLASSES["unit"], CLASSES["units"]):
        count = number(words)
        return "set", Repeated(Length(1 if count is None else count, str(word.value)).resolve(NOWHERE).timex or "")
    month = word.cls == CLASSES["month"]
    timex = f"XXXX-{word.value:02}" if month else "P1Y" if word.cls == CLASSES["season"] else "P1D"
    return "set", Repeated(timex)


def _some_weekday(words: Items) -> Made:
    """A Monday: any one."""
    return "set", Repeated(f"XXXX-WXX-{value(words, 'weekday')}")


def _often(words: Items) -> Made:
    """Daily, annually, Mondays."""
    return "set", Repeated(str(value(words, "often")))


RELATIVE = Level(
    [
        ("NUMBER dash? UNIT dash? old", _old),
        ("deictic part?", _deictic),
        ("(this|last|that|the? next) part", _part_of_day),
        ("an weekday part?", _some_weekday),
        ("every (num|day|ord|an)? (unit|units|weekday|part|month|season|weekend)", _every),
        ("often", _often),
        ("the? (last|next|this|that)? (last|next)? weekend", _weekend),
        ("(last|next|this|that) (last|next)? weekday", _weekday),
        ("weekday", _weekday),
        ("(last|next|this|that) month", _month),
        ("month", _month),
        ("the? (last|next|this|that) (last|next)? season", _season),
        ("the? season", _season),
        ("(the? (last|next)|this) date", _holiday),
        ("the? (unit|weekend) (after next|before last)", _after_next),
        ("the? this? (last|next) NUMBER work? UNIT (?!of)", _last_units),
        ("the? NUMBER (last|next) work? UNIT", _last_units),
        ("the? that that? (unit|units)", _that_unit),
        ("this (last|next) unit", _last_unit),
        ("the? (last|next|this) (work|whole)* unit (?!of)", _last_unit),
        ("the? (last|next) units (?!of)", _last_units),
        ("this units", _these_days),
        ("few units", _recent),
        ("ref", _ref),
        ("about? NUMBER (to|dash|and) NUMBER dash? UNIT", _about_length),
        ("an unit and num", _about_length),
        ("about? NUMBER dash? work? UNIT", _length),
        ("about? an (work|whole)? unit and an half", _a_unit),
        ("about? an (work|whole)? unit", _a_unit),
    ]
)


# --- joined: readings with words and with each other ---


def _length_of(words: Items) -> Length:
    (length,) = _readings(words, "dur", "adur")
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
    (base,) = _readings(words, "date", "time", "vague")
    if value(words, "after") not in (None, "after"):
        return None
    now = isinstance(base, Vague)
    return _shift(_length_of(words), -1 if _has(words, "before") else 1, "report" if now else base)


def _length_later(words: Items) -> Made:
    """Three days later, a year earlier, two weeks before."""
    word = value(words, "after") or value(words, "before")
    if word == "since":
        return None
    base = "report" if word == "hence" else "event" if word == EVENT else "text"
    return _shift(_length_of(words), -1 if _has(words, "before") else 1, base)


def _unit_beside(words: Items) -> Made:
    """The day before, the week after; the day before yesterday."""
    if value(words, "after") not in (None, "after", EVENT):
        return None
    if EVENT in (value(words, "after"), value(words, "before")):
        return "date", Shift(-1 if _has(words, "before") else 1, _unit(words), "event")
    sign, unit, base = -1 if _has(words, "before") else 1, _unit(words), _readings(words, "date")
    return "date", Shift(sign, unit, base[0]) if base else That(unit, sign)


def _some_units(words: Items) -> Made:
    """Days after, weeks later, years ago."""
    if value(words, "after") == "since":
        return None
    sign = -1 if _has(words, "ago") or _has(words, "before") else 1
    return _shift(Length(None, _unit(words)), sign, "report" if _has(words, "ago") else "text")


def _early(words: Items) -> Made:
    """Early Monday, late last year, mid-July."""
    (of,) = _readings(words, "date", "span")
    mod = value(words, "early")
    return "date", Part(str(mod), of)


def _earlier(words: Items) -> Made:
    """Earlier this month, later in the week."""
    found, unit = _readings(words, "date"), _unit(words)
    word = value(words, "before") or value(words, "after")
    if word not in ("earlier", "later") or not (found or unit in ("year", "month", "week", "decade", "century")):
        return None
    of = found[0] if found else Relative(unit, 0)
    return "date", Part("EARLY" if word == "earlier" else "LATE", of)


def _edge(words: Items) -> Made:
    """The end of March, the beginning of the year, mid-year."""
    mod = str(value(words, "edge") or value(words, "early"))
    found = _readings(words, "date")
    unit = _unit(words)
    if found:
        return "date", Part(mod, found[0])
    return ("date", Part(mod, Relative(unit, 0))) if unit not in (*_CLOCKED, "day") else None


def _nth(words: Items) -> Made:
    """The last week of July, the first ten days of last year, the 15th day of next month."""
    found, lengths = _readings(words, "date"), _readings(words, "dur")
    units = [str(word.value) for word in words if word.cls in (CLASSES["unit"], CLASSES["units"])]
    length = lengths[0] if lengths else Length(1, units[0])
    of = found[0] if found else Relative(units[-1], 0)
    which = -1 if _has(words, "last") else int(str(value(words, "ord")))
    if not isinstance(length, Length) or length.unit not in ("day", "week", "month") or isinstance(of, Shift | Range):
        return None
    return "date", Nth(which, length.unit, of, int(length.count or 1))


def _half_of(words: Items) -> Made:
    """The second half of the century, the first half of next year."""
    found, unit = _readings(words, "date"), _unit(words)
    which = 2 if _has(words, "last") else int(str(value(words, "ord")))
    if which > 2 or not (found or unit in ("year", "century", "decade", "month")):
        return None
    return "date", Nth(which, "half", found[0] if found else Relative(unit, 0))


def _two_dates(words: Items) -> Made:
    """Tuesday of last week, next week Monday, March of last year, Christmas that year."""
    first, last = _readings(words, "date")
    if _is_week(first) and isinstance(last, Loose) and last.kind == "weekday":
        first, last = last, first
    if not isinstance(first, Loose) or first.year is not None:
        return None
    if first.kind == "weekday":
        return ("date", Nth(1, int(str(first.key)), last)) if _is_week(last) else None
    return ("date", Within(first, last)) if _is_year(last) and first.kind != "monthday" else None


def _is_week(reading: Reading) -> bool:
    return isinstance(reading, Relative | That) and reading.unit == "week"


def _is_year(reading: Reading) -> bool:
    if isinstance(reading, Fixed):
        return reading.precision == "year"
    return isinstance(reading, Relative | That) and reading.unit == "year"


def _own_date(words: Items) -> Made:
    """Next year's first quarter."""
    year, part = _readings(words, "date")
    if not isinstance(part, Loose) or part.year is not None or not _is_year(year):
        return None
    return "date", Within(part, year)


def _of_the_year(words: Items) -> Made:
    """The first quarter of the year."""
    (part,) = _readings(words, "date")
    return ("date", part) if isinstance(part, Loose) and _unit(words) == "year" else None


def _day_part(words: Items) -> Made:
    """Monday morning, the evening of March 3."""
    (day,) = _readings(words, "date")
    return ("date", Clock(None, part=str(value(words, "part")), day=day)) if _is_day(day) else None


def _day_clock(words: Items) -> Made:
    """Tuesday at 3 pm, 14:30 on March 3."""
    (day,), (clock,) = _readings(words, "date"), _readings(words, "time")
    if not isinstance(clock, Clock) or clock.day or not _is_day(day):
        return None
    return "time", replace(clock, day=day)


def _clock_part(words: Items) -> Made:
    """Three o'clock in the morning."""
    (clock,) = _readings(words, "time")
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
        ("about? DUR ago", _ago),
        ("about? DUR (before|after|from) (date|vague)", _length_from),
        ("the? unit (before|after) date", _unit_beside),
        ("about? DUR (before|after)", _length_later),
        ("the unit (before|after)", _unit_beside),
        ("units (before|after|ago)", _some_units),
        ("in about? DUR", _in_length),
        ("the? (ord|last) (UNIT|dur) (of|in) (date|the unit)", _nth),
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
    if _has(words, "and") and not _has(words, "between"):
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
