"""Times told from where one stands: "last week", "this morning", "the next three days", "every Monday"."""

from msgspec.structs import replace

from firsthand.times.bounded import LongWeekend, WorkingWeek
from firsthand.times.cascade import Items, Level
from firsthand.times.counted import CLOCKED, Relative, Stretch, That
from firsthand.times.inside import Made, direction, has, number, readings_in, unit_in, value
from firsthand.times.readings import Bare, Clock, Fixed, Loose
from firsthand.times.values import NOWHERE, Length, Repeated, Vague
from firsthand.times.words import CLASSES

_BACK = ("previous", "preceding")


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
    part, toward = str(value(words, "part")), direction(words)
    if has(words, "that") or value(words, "next") == "following" or (has(words, "the") and toward == "next"):
        return "date", Clock(None, part=part, day=That("day", int(toward == "next")))
    count = {"last": -1, "next": 1}.get(toward or "", 0)
    return "date", Clock(None, part=part, day=Relative("day", count))


def _weekday(words: Items) -> Made:
    """On Tuesday, last Friday, next Monday."""
    toward = "past" if value(words, "last") == "past" else direction(words)
    return "date", Loose("weekday", value(words, "weekday"), toward=toward)


def _month(words: Items) -> Made:
    """In February, last July, this May."""
    return "date", Loose("month", value(words, "month"), toward=direction(words))


def _season(words: Items) -> Made:
    """Last summer, this winter, in the spring."""
    season, toward = str(value(words, "season")), direction(words)
    if toward is None:
        return "date", Bare(season)
    return "date", Loose("season", season, toward=toward)


def _the_season(words: Items) -> Made:
    """In the spring: one year's, where a tense tells which."""
    return "date", Bare(str(value(words, "season")), definite=True)


def _holiday(words: Items) -> Made:
    """Last Easter, next Christmas; those built before get their direction."""
    (loose,) = readings_in(words, "date")
    if not isinstance(loose, Loose) or loose.year or loose.kind not in ("holiday", "quarter", "half", "day"):
        return None
    return "date", replace(loose, toward=direction(words))


def _holiday_weekend(words: Items) -> Made:
    """Easter weekend, Labor Day weekend 2024."""
    holiday, *rest = readings_in(words, "date")
    if not isinstance(holiday, Loose) or holiday.kind != "holiday":
        return None
    if not rest:
        return "date", LongWeekend(holiday)
    year = rest[0]
    if not isinstance(year, Fixed) or year.precision != "year" or year.days is None or holiday.year:
        return None
    return "date", LongWeekend(replace(holiday, year=year.days[0].year))


def _weekend(words: Items) -> Made:
    """Last weekend, this weekend, over the weekend."""
    toward = direction(words)
    if has(words, "that"):
        return "date", That("weekend")
    if toward in (None, "this"):
        return "date", Loose("weekend", 6, toward=toward)
    return "date", Relative("weekend", {"last": -1, "next": 1}.get(toward, 0))


def _last_unit(words: Items) -> Made:
    """Last week, next month, this year; the past year; the following day."""
    unit, toward = unit_in(words), direction(words)
    word = value(words, "last") or value(words, "next")
    count = {"last": -1, "next": 1}.get(toward or "", 0)
    definite = has(words, "the")
    if definite and (word in (*_BACK, "following") or (word == "next" and unit == "day")):
        return "date", That(unit, count)
    if unit == "year" and value(words, "work") not in (None, "calendar", "working", "business"):
        return "date", Fixed(None, "year", "FY")
    if word == "past" and not has(words, "this"):
        return "date", Stretch(1, unit, ahead=False)
    reading = Relative(unit, count)
    if unit == "week" and value(words, "work") in ("business", "working"):
        return "date", WorkingWeek(reading)
    return ("date", reading) if unit not in CLOCKED else None


def _own_year(words: Items) -> Made:
    """The fiscal year: no one knows from when to when."""
    own = value(words, "work") not in ("calendar", "working", "business")
    return ("date", Fixed(None, "year", "FYXXXX")) if own and unit_in(words) == "year" else None


def _last_units(words: Items) -> Made:
    """The last three weeks, these past two days, the next few years, the coming weeks."""
    counted = [word for word in words if word.cls in _COUNTS]
    count = number(counted) if counted else None
    if not counted and not has(words, "last") and not has(words, "next"):
        return None
    return "date", Stretch(
        count, unit_in(words), direction(words) == "next", value(words, "work") in ("business", "working")
    )


_COUNTS = frozenset(CLASSES[name] for name in ("num", "day", "year", "decimal"))


def _after_next(words: Items) -> Made:
    """The week after next, the weekend before last."""
    unit = "weekend" if has(words, "weekend") else unit_in(words)
    return ("date", Relative(unit, 2 if has(words, "next") else -2)) if unit not in CLOCKED else None


def _that_unit(words: Items) -> Made:
    """That year, the same week."""
    return "date", That(unit_in(words))


def _recent(words: Items) -> Made:
    """In recent years."""
    return ("vague", Vague("PAST_REF")) if value(words, "few") == "recent" else None


def _ref(words: Items) -> Made:
    """Recently, currently, soon."""
    return "vague", Vague(str(value(words, "ref")))


def _these_days(words: Items) -> Made:
    """These days."""
    return "vague", Vague("PRESENT_REF")


def _to_this_day(words: Items) -> Made:
    """To this day: until now."""
    return ("vague", Vague("PRESENT_REF")) if unit_in(words) == "day" else None


def _old(words: Items) -> Made:
    """A 14-year-old, three years old: an age."""
    return "_", Vague("")


def _length(words: Items) -> Made:
    """Two weeks, an 18-month, more than three days."""
    count, mod = number(words), value(words, "about")
    if has(words, "year") and (count or 0) > 1000 and unit_in(words) in ("day", "week", "month", "quarter"):
        return None
    working = value(words, "work") in ("business", "working")
    return "dur", Length(count, unit_in(words), str(mod) if mod else None, working)


def _about_length(words: Items) -> Made:
    """Three to five years, a week or two: about so long."""
    return "dur", Length(None, unit_in(words), "APPROX")


def _a_unit(words: Items) -> Made:
    """A week: a time only with "ago", "later" or the like."""
    half = 0.5 if has(words, "half") else 0
    mod = value(words, "about")
    return "adur", Length(1 + half, unit_in(words), str(mod) if mod else None)


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
    """A Monday: any one; Monday mornings: all."""
    return "set", Repeated(f"XXXX-WXX-{value(words, 'weekday')}")


def _every_of_two(words: Items) -> Made:
    """Every Monday and Thursday."""
    return "set", Repeated("/".join(f"XXXX-WXX-{word.value}" for word in words if word.cls == CLASSES["weekday"]))


def _often(words: Items) -> Made:
    """Daily, annually, Mondays."""
    return "set", Repeated(str(value(words, "often")))


RELATIVE = Level(
    [
        ("NUMBER dash? UNIT dash? old", _old),
        ("deictic part?", _deictic),
        ("(this|last|that|the? next) part", _part_of_day),
        ("an weekday part?", _some_weekday),
        ("weekday often", _some_weekday),
        ("every weekday (comma|slash|and) weekday", _every_of_two),
        ("every (num|day|ord|an)? (unit|units|weekday|part|month|season|weekend)", _every),
        ("often", _often),
        ("date weekend date", _holiday_weekend),
        ("date weekend", _holiday_weekend),
        ("the? (last|next|this|that)? (last|next)? weekend", _weekend),
        ("(last|next|this|that) (last|next)? weekday", _weekday),
        ("weekday", _weekday),
        ("(last|next|this|that) month", _month),
        ("month", _month),
        ("the? (last|next|this|that) (last|next)? season", _season),
        ("(?<=the)season", _the_season),
        ("season", _season),
        ("(the? (last|next)|this) date", _holiday),
        ("the? (unit|weekend) (after next|before last)", _after_next),
        ("the? this? (last|next) NUMBER work? UNIT (?!of)", _last_units),
        ("the? NUMBER (last|next) work? UNIT", _last_units),
        ("the? that that? (unit|units)", _that_unit),
        ("this (last|next) unit", _last_unit),
        ("the? (last|next|this) (work|whole)* unit (?!of)", _last_unit),
        ("the? (last|next) units (?!of)", _last_units),
        ("the? work unit", _own_year),
        ("this units", _these_days),
        ("to this unit", _to_this_day),
        ("few units", _recent),
        ("ref", _ref),
        ("about? NUMBER (to|dash|and) NUMBER dash? UNIT", _about_length),
        ("an unit and num (?!dash|UNIT)", _about_length),
        ("about? NUMBER dash? work? UNIT", _length),
        ("about? an (work|whole)? unit and an half", _a_unit),
        ("about? an (work|whole)? unit", _a_unit),
    ]
)
