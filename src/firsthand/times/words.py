"""The words that times are told with, as a row of classes: ``of last week`` is *of*, *last*, *unit*.

Every word and number of a text becomes one item with a class of one character, so that the grammar can be regular
expressions over classes. A word that is also another word ("may", "march", "sat", "second", "fall") or a name ("April
Ryan") gets its class only beside words that license it; everything else is *other* and never part of a time.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from firsthand.times import holidays

OTHER = "_"
CLASSES = {
    "month": "M", "weekday": "W", "unit": "U", "part": "P", "season": "S", "weekend": "E", "day": "d", "num": "n",
    "year": "y", "ord": "o", "decade": "D", "era": "r", "last": "l", "next": "x", "this": "t", "that": "q",
    "the": "h", "an": "a", "of": "f", "in": "i", "early": "e", "edge": "k", "ago": "g", "before": "b", "after": "z",
    "to": "j", "and": "&", "from": "R", "between": "V", "deictic": "c", "about": "p", "every": "v", "often": "s",
    "holiday": "H", "numeric": "N", "slashed": "F", "clock": "C", "ampm": "m", "oclock": "O", "quarter": "Q",
    "zone": "Z", "dash": "-", "comma": ",", "own": "'", "half": "2", "scale": "3", "on": "4", "at": "5", "few": "6",
    "work": "7", "whole": "8", "open": "(", "close": ")", "ref": "9", "decimal": "%", "slash": "/", "short": "u",
    "date": "X", "dur": "Y", "time": "T", "span": "B", "set": "s", "cardinal": "1", "hundred": "0",
    "units": "w", "adur": "K", "vague": "~", "more": ">", "than": "<", "least": "=", "old": "!", "noon": "G",
    "circa": "@", "starting": ":",
}  # fmt: skip


EVENT = "what follows"  # the value of "before" and "after" where they belong to an event: "a day after the vote"


class Item(NamedTuple):
    """One word, or what the grammar has made of several.

    Attributes:
        cls: its class, one character of ``CLASSES``.
        start, end: where it stands in the text.
        value: what it means: a number, the number of a month, a reading.
    """

    cls: str
    start: int
    end: int
    value: object


MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "thirtieth",
]
_WORDS: dict[str, str] = {
    "the": "the", "a an": "an", "of": "of", "in within during": "in", "on": "on", "at": "at",
    "last past previous preceding": "last", "next coming upcoming following": "next",
    "this these current": "this", "that those same": "that",
    "ago back": "ago", "before prior earlier previously": "before",
    "after later since hence afterward afterwards": "after",
    "to until till til through thru": "to", "and or": "and", "from": "from", "between": "between",
    "every each": "every", "couple few several many recent": "few",
    "business working calendar school fiscal financial academic tax": "work",
    "whole entire full rest remainder remaining": "whole", "hundred": "hundred",
    "thousand million billion": "scale", "half": "half", "weekend": "weekend",
    "gmt utc bst cet cest est edt cst cdt mst mdt pst pdt et pt msk ist jst": "zone",
    "bc bce ad ce": "era", "oclock": "oclock", "am pm": "ampm", "noon midnight midday": "noon",
    "starting commencing": "starting", "than": "than", "least": "least", "old": "old",
}  # fmt: skip
_SAME = {  # words whose value is said by another word
    "today": "0", "yesterday": "-1", "tomorrow": "1", "tonight": "tonight", "now": "now", "nowadays": "now",
    "presently": "now", "present": "now",
}  # fmt: skip
_UNITS = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "night": "day",
    "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter", "year": "year", "yr": "year",
    "decade": "decade", "century": "century", "season": "season", "semester": "half",
}  # fmt: skip
_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "lunchtime": "MI",
}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_EARLY = {"early": "EARLY", "late": "LATE", "mid": "MID"}
_EDGES = {
    "beginning": "START", "start": "START", "outset": "START", "middle": "MID", "end": "END", "close": "END",
    "turn": "START", "height": "MID",
}  # fmt: skip
_ABOUT = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "circa": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN", "some": "APPROX",
}  # fmt: skip
_OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "biannually": "P6M", "weekdays": "P1D",
    "weekends": "XXXX-WXX-WE", "mornings": "P1D", "afternoons": "P1D", "evenings": "P1D",
}  # fmt: skip


def _lexicon() -> dict[str, tuple[str, object]]:
    found: dict[str, tuple[str, object]] = {}
    for words, name in _WORDS.items():
        found |= {word: (name, word) for word in words.split()}
    for table, name in (
        (_EDGES, "edge"),
        (_EARLY, "early"),
        (_ABOUT, "about"),
        (_OFTEN, "often"),
        (_SEASONS, "season"),
    ):
        found |= {word: (name, value) for word, value in table.items()}
    found |= {
        f"{word}s": ("season", value) for word, value in _SEASONS.items() if word in ("summer", "winter", "autumn")
    }
    for word, value in _UNITS.items():
        found |= {word: ("unit", value), f"{word}s": ("units", value)}
    found["centuries"] = ("units", "century")
    found |= {"more": ("more", "MORE_THAN"), "less": ("more", "LESS_THAN"), "fewer": ("more", "LESS_THAN")}
    found |= {word: ("part", value) for word, value in _PARTS.items()}
    found |= {f"{ten[:-1]}ies": ("decade", -20 - 10 * i) for i, ten in enumerate(TENS)}
    found |= {word: ("deictic", value) for word, value in _SAME.items()}
    found |= {word: ("cardinal", i + 1) for i, word in enumerate(_ONES)}
    found |= {word: ("cardinal", 10 * (i + 2)) for i, word in enumerate(TENS)}
    found |= {word: ("ord", i + 1) for i, word in enumerate(_ORDINALS[:20])} | {"thirtieth": ("ord", 30)}
    for i, month in enumerate(MONTHS, 1):
        found[month] = found[month[:3]] = ("month", i)
    for i, day in enumerate(DAYS, 1):
        found[day] = found[day[:3]] = ("weekday", i)
    found |= {"sept": ("month", 9), "tues": ("weekday", 2), "thur": ("weekday", 4), "thurs": ("weekday", 4)}
    found |= {f"{day}s": ("often", f"XXXX-WXX-{i}") for i, day in enumerate(DAYS, 1)}
    found |= {"recently": ("ref", "PAST_REF"), "currently": ("ref", "PRESENT_REF"), "soon": ("ref", "FUTURE_REF")}
    return {word: (CLASSES[name], value) for word, (name, value) in found.items()}


LEXICON = _lexicon()
_SHORT = frozenset(name[:3] for name in (*MONTHS, *DAYS)) | {"sept", "tues", "thur", "thurs"}
_DASHES = dict.fromkeys("-–—−~‑‒", "-") | {",": ",", "/": "/", "(": "(", ")": ")"}

TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]+)
    |(?P<gap>\n[^\S\n]*\n\s*)
    |(?P<own>['’ʼ][sS]\b)
    |(?P<numeric>(?<![\w/$€£.])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\w|[/]\d)
        |(?<![\w/$€£.])\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?!\w|[/]\d)
        |(?<![\w/$€£.])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\w))
    |(?P<clock>(?<![\w:.])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
    |(?P<decade>(?<![\w.,])(?:['’‘]\d0|\d{3}0)\s?['’]?s\b|(?<![\w.,])\d0['’]?s\b)
    |(?P<ord>(?<![\w.,])\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<large>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?)
    |(?P<decimal>\d+\.\d+)
    |(?P<slashed>(?<![\w/$€£.])\d{1,2}/\d{1,2}(?![\w/]))
    |(?P<short>['’‘]\d\d(?!\d))
    |(?P<digits>\d+)
    |(?P<mark>[^\s\w])
    """,
    re.X,
)
_APM = re.compile(r"([ap])\.?\s?m\b\.?", re.I)
_ERA = re.compile(r"(?:B\.\s?C|A\.\s?D|C\.\s?E|B\.\s?C\.\s?E)\b\.?")
_OCLOCK = re.compile(r"o['’]clock\b", re.I)


def items(text: str, start: int = 0, end: int | None = None) -> list[Item]:
    """Return every word, number and mark of a stretch of text with its class; "Mar." takes its full stop along."""
    found: list[Item] = []
    at = 0
    for m in TOKEN.finditer(text, start, len(text) if end is None else end):
        begin, stop = m.span()
        if begin < at:
            continue
        word = m[0].lower()
        known = _PLAIN.get(word)
        if known:
            item = Item(known[0], begin, stop, known[1])
        elif m.lastgroup == "word" and word not in _ODD:
            item = Item(OTHER, begin, stop, word)  # most words, so without a call
        else:
            item = _item(text, m)
        at = item.end
        found.append(item)
    return found


def _item(text: str, m: re.Match[str]) -> Item:
    start, end = m.span()
    if m.lastgroup == "word":
        return _word(text, start, end)
    if m.lastgroup == "mark":
        return Item(_DASHES.get(m[0], OTHER), start, end, m[0])
    make = _NUMBERS.get(m.lastgroup or "")
    cls, value = make(m[0]) if make else (OTHER, m[0])
    return Item(cls, start, end, value)


def _word(text: str, start: int, end: int) -> Item:
    word = text[start:end].lower()
    known = LEXICON.get(word)
    if word in holidays.FIRST_WORDS:
        holiday = holidays.find(text, start)
        if holiday:
            return Item(CLASSES["holiday"], start, holiday[1], holiday[0])
    if known is None or (word == "a" and (_APM.match(text, start) or _ERA.match(text, start))):
        return _rarely(text, word, start, end)
    cls, value = known
    if word in _SHORT and word != "may" and text[end : end + 1] == "." and _ABBREVIATED.match(text, end + 1):
        end += 1
    return Item(cls, start, end, value)


_ODD = holidays.FIRST_WORDS | _SHORT | frozenset("abcpohq") | {"ca"}  # words that are more than their class
_PLAIN = {word: known for word, known in LEXICON.items() if word not in _ODD}
_CIRCA = re.compile(r"\.\s?\d")
_ABBREVIATED = re.compile(r"\s?[\da-z,)\-–]")


def _rarely(text: str, word: str, start: int, end: int) -> Item:
    """Words of a letter: "p.m.", "o'clock", "Q3", "H1"."""
    if word in ("c", "ca") and _CIRCA.match(text, end):
        return Item(CLASSES["circa"], start, end + 1, word)
    if word in ("a", "b", "c") and (m := _ERA.match(text, start)):
        return Item(CLASSES["era"], start, m.end() - (m[0].count(".") == 1), m[0].lower())
    if word in ("p", "a") and (m := _APM.match(text, start)):
        stop = m[0].endswith(".") and "." not in m[0][:-1]
        return Item(CLASSES["ampm"], start, m.end() - stop, m[1].lower() + "m")
    if word == "o" and (m := _OCLOCK.match(text, start)):
        return Item(CLASSES["oclock"], start, m.end(), word)
    if word in ("q", "h") and text[end : end + 1] in ("1", "2", "3", "4") and not text[end + 1 : end + 2].isalnum():
        return Item(CLASSES["quarter"], start, end + 1, (word, int(text[end])))
    return Item(OTHER, start, end, word)


def _digits(digits: str) -> tuple[str, object]:
    value = int(digits) if len(digits) < 10 else 0
    if len(digits) == 4 and 1000 <= value < 2200:
        return CLASSES["year"], value
    if len(digits) <= 2 and 1 <= value <= 31:
        return CLASSES["day"], value
    return (CLASSES["num"], value) if len(digits) < 10 else (OTHER, digits)


def _ordinal(text: str) -> tuple[str, object]:
    return CLASSES["ord"], int(text[:-2])


def _decade(text: str) -> tuple[str, object]:
    digits = re.sub(r"\D", "", text)
    return CLASSES["decade"], (int(digits) if len(digits) == 4 or text[0] in "'’‘" else -int(digits))


_NUMBERS: dict[str, Callable[[str], tuple[str, object]]] = {
    "digits": _digits,
    "ord": _ordinal,
    "decade": _decade,
    "numeric": lambda text: (CLASSES["numeric"], text),
    "clock": lambda text: (CLASSES["clock"], text),
    "slashed": lambda text: (CLASSES["slashed"], text),
    "short": lambda text: (CLASSES["short"], int(text[1:])),
    "large": lambda text: (CLASSES["num"], float(text.replace(",", ""))),
    "decimal": lambda text: (CLASSES["decimal"], text),
    "own": lambda text: (CLASSES["own"], text),
}
