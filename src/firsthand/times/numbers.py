"""Numbers in words: "twenty-three", "a couple of", "two and a half", "nineteen ninety-six", "thirteen billion"."""

from firsthand.times.cascade import Items, Level
from firsthand.times.inside import number, value, values

Made = tuple[str, object] | None
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def _three(words: Items) -> Made:
    """A year in three words: nineteen eighty six, twenty twenty five."""
    a, b, c = (int(str(one)) for one in values(words, "cardinal"))
    return ("year", a * 100 + b + c) if a in (17, 18, 19, 20) and b >= 20 and c < 10 else None


def _two(words: Items) -> Made:
    """Twenty-three, or a year: nineteen ninety."""
    a, b = (int(str(one)) for one in values(words, "cardinal"))
    if a >= 20 and b < 10:
        return "num", a + b
    return ("year", a * 100 + b) if a in (17, 18, 19, 20) and b >= 10 else None


def _hundreds(words: Items) -> Made:
    """Seventeen hundred thirty-three: a year."""
    first, *rest = (int(str(one)) for one in values(words, "cardinal"))
    small = sum(rest)
    return ("year", first * 100 + small) if 17 <= first <= 20 and small < 100 else None


def _thousand(words: Items) -> Made:
    """Two thousand and fifteen."""
    if words[1].value != "thousand":
        return None
    first, *rest = (int(str(one)) for one in values(words, "cardinal"))
    return "year", first * 1000 + sum(rest)


def _ordinal(words: Items) -> Made:
    """Twenty-third."""
    tens, ones = int(str(words[0].value)), int(str(words[-1].value))
    return ("ord", tens + ones) if tens >= 20 and ones < 10 else None


def _half_more(words: Items) -> Made:
    """Two and a half, 2 1/2."""
    if value(words, "slashed") not in (None, "1/2"):
        return None
    count = number(words)
    return ("num", count + 0.5) if count is not None else None


def _scaled(words: Items) -> Made:
    """Thirteen billion, ten thousand, a hundred."""
    count = number(words) or 1
    for name in values(words, "hundred", "scale"):
        count *= _SCALES[str(name)]
    return "num", count


def _open(words: Items) -> Made:
    """A couple of is two; a few, several and many are left open."""
    word = value(words, "few")
    if word == "recent":
        return None
    return "num", 2 if word == "couple" else None


def _half(words: Items) -> Made:
    return "num", 0.5


def _than(words: Items) -> Made:
    return "about", words[0].value


def _least(words: Items) -> Made:
    return "about", "EQUAL_OR_MORE"


def _plain(words: Items) -> Made:
    return "num", words[0].value


NUMBERS = Level(
    [
        ("cardinal dash? cardinal dash? cardinal", _three),
        ("cardinal scale and? cardinal (dash? cardinal)?", _thousand),
        ("cardinal hundred and? cardinal (dash? cardinal)?", _hundreds),
        ("cardinal dash? ord", _ordinal),
        ("cardinal dash? cardinal", _two),
        ("(cardinal|day|num) and an half", _half_more),
        ("(day|num) dash? slashed", _half_more),
        ("(cardinal|num|day|decimal|an)? (hundred|scale) scale?", _scaled),
        ("an? few of?", _open),
        ("half an", _half),
        ("cardinal", _plain),
        ("more than", _than),
        ("at least", _least),
    ]
)
