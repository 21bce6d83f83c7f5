"""Holidays whose day can be computed: by date, by a weekday of a month, or by Easter."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

Day = Callable[[int], date]


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Day:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, n: int) -> Day:
    """The n-th weekday (Monday is 0) of a month; -1 for the last."""

    def day(year: int) -> date:
        if n < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
            return last - timedelta((last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))

    return day


def _after(day: Day, days: int) -> Day:
    return lambda year: day(year) + timedelta(days)


_THANKSGIVING = _nth(11, 3, 4)
DAYS: dict[str, Day] = {
    "new year's day": _fixed(1, 1),
    "new years day": _fixed(1, 1),
    "new year": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new years eve": _fixed(12, 31),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr day": _nth(1, 0, 3),
    "mlk day": _nth(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "valentines day": _fixed(2, 14),
    "presidents' day": _nth(2, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "women's day": _fixed(3, 8),
    "st patrick's day": _fixed(3, 17),
    "saint patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fools day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "mardi gras": _after(easter, -47),
    "ash wednesday": _after(easter, -46),
    "palm sunday": _after(easter, -7),
    "maundy thursday": _after(easter, -3),
    "good friday": _after(easter, -2),
    "easter sunday": easter,
    "easter monday": _after(easter, 1),
    "easter": easter,
    "ascension day": _after(easter, 39),
    "pentecost": _after(easter, 49),
    "may day": _fixed(5, 1),
    "labour day": _fixed(5, 1),
    "workers' day": _fixed(5, 1),
    "workers day": _fixed(5, 1),
    "victory day": _fixed(5, 9),
    "mother's day": _nth(5, 6, 2),
    "mothers day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "father's day": _nth(6, 6, 3),
    "fathers day": _nth(6, 6, 3),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "guy fawkes day": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "thanksgiving day": _THANKSGIVING,
    "thanksgiving": _THANKSGIVING,
    "black friday": _after(_THANKSGIVING, 1),
    "cyber monday": _after(_THANKSGIVING, 4),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}


def find(text: str, start: int) -> tuple[str, int] | None:
    """Return the key of the holiday whose name stands at a place of a text, and where the name ends; or None."""
    for name in _BY_FIRST_WORD.get(_WORD.match(text, start)[0].lower(), ()):  # type: ignore[index]
        m = _pattern(name).match(text, start)
        if m:
            return name, m.end()
    return None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = re.escape(name).replace(r"\ ", r"\.?\s+").replace("'", "['’]")
    return re.compile(rf"(?i:(?:international\s+)?{words})\b")


_WORD = re.compile(r"[^\W\d_]+")
_BY_FIRST_WORD: dict[str, list[str]] = {"international": ["women's day", "workers' day", "workers day"]}
for _name in sorted(DAYS, key=len, reverse=True):
    _BY_FIRST_WORD.setdefault(re.split(r"[\s']", _name)[0], []).append(_name)
FIRST_WORDS = frozenset(_BY_FIRST_WORD)
