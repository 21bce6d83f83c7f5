"""Words that are a time only beside certain others: "may", "march", "sat", "second", "fall", "April", a bare number.

Each rule looks at one item, its neighbours and the text, and tells whether the item loses its class.
"""

from collections.abc import Callable

from firsthand import lexicon
from firsthand.lexicon.words import word_set
from firsthand.times.words import CLASSES, EVENT, OTHER, Item

_NUMBERED = frozenset(CLASSES[name] for name in ("day", "ord", "year", "short", "cardinal"))
_TIMED = _NUMBERED | frozenset(CLASSES[name] for name in ("month", "weekday", "clock", "unit", "edge", "season"))
_DIRECTED = frozenset(CLASSES[name] for name in ("last", "next", "early", "every"))
_MONTHS_ELSE = word_set("may march april june august jan feb mar apr jun jul aug sep oct nov dec")
_NAMES = word_set("may april june august")
_DAYS_ELSE = word_set("sat sun wed mon fri thu tue")
_BEFORE_MONTH = word_set("in since until till til by during this through mid of")
_BEFORE_DAY = word_set("on this by until since")
_BEFORE_QUARTER = word_set(
    "in for of during since by until till from to last next this through the and after before early late"
)
_BEFORE_SEASON = word_set("in this by until since during mid every each")
_UNITS = frozenset((CLASSES["unit"], CLASSES["units"]))
_NAMED_DAYS = word_set("bloody super ruby freaky black man girl joe tuesday weld")
_PAPERS = word_set(
    "times telegraph mirror post herald mail express tribune star sport independent observer addams weld"
)
_PLAIN = word_set(  # what may follow "the 3rd" or "summer"; any other word makes it "the 3rd floor", "summer camp"
    "he she it they we you i who which that whose when where while as but if because so than then there his her "
    "its their our my your for with without against over under into about also not no is are was were be been has "
    "have had do does did will would can could may might must should said says told via amid despite near like "
    "such all both however though although unless plus per versus only even just still yet again alone onwards "
    "onward inclusive"
)
_BEFORE_NUMBER = word_set(
    "room flight no nos number page pages route bus highway building apartment suite section article chapter "
    "figure gate channel line model version unit block lot floor platform psalm resolution rule"
)
_COUNTED_AFTER = word_set(
    "people men women children percent per degrees square cubic km kg kilometers kilometres miles meters metres "
    "feet meter metre mile foot ft lb lbs hp mph points dollars euros pounds cc rpm calories mg ml kilos kilograms "
    "tons tonnes"
)
_BEFORE_YEAR = word_set("in since during until till early late mid the its their his her our")
_FRACTIONS = word_set("1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/8 3/8 24/7 50/50 20/20 9/10")
_WHOSE = word_set("my our your his her its their whose")
_NUMBER = CLASSES["num"]
_BEFORE_NAMED = frozenset(
    CLASSES[name]
    for name in (
        "month", "comma", "of", "to", "and", "from", "between", "dash", "season", "day", "ord", "before", "after",
        "open", "holiday", "quarter", "unit", "weekday",
    )
)  # fmt: skip
_MONEY = "$€£¥#№@"
Doubt = Callable[[str, list[Item], int], bool]


def settle(text: str, found: list[Item]) -> None:
    """Take their class from the words that mean something else here, in place."""
    for i, item in enumerate(found):
        doubt = _DOUBTS.get(item.cls)
        if doubt and doubt(text, found, i):
            found[i] = item._replace(cls=OTHER)
        elif item.cls == _DECADE and _owns(text, found, i):
            found[i] = Item(CLASSES["year"], item.start, item.start + 4, item.value)
        elif item.value == "0" and _nowadays(text, found, i):
            found[i] = item._replace(value="now")
        elif item.cls in _AROUND and item.value in ("before", "after", "prior") and _names_an_event(text, found, i):
            found[i] = item._replace(value=EVENT)


def _owns(text: str, found: list[Item], i: int) -> bool:
    """Whether a year has something: "Vision 2030's aims", not "the 1990's"."""
    word, before = _word(text, found, i), _word(text, found, i - 1).lower()
    decade = before in ("the", "in", "of", "early", "late", "mid", "-") or _cls(found, i + 1) != OTHER
    return not decade and len(word) == 6 and word[:4].isdigit() and word[4] in "'’" and _compound(text, found, i)


def _nowadays(text: str, found: list[Item], i: int) -> bool:
    """Whether "today" is these times rather than this day: "still in use today", "what is today Kessik"."""
    near = [_word(text, found, j).lower() for j in (*range(i - 5, i), i + 1, i + 2) if 0 <= j < len(found)]
    before = tuple(_word(text, found, j).lower() for j in (i - 2, i - 1))
    return "still" in near or before[1] == "known" or before in (("what", "is"), ("what", "are"), ("known", "even"))


_DECADE = CLASSES["decade"]
_AROUND = frozenset((CLASSES["before"], CLASSES["after"]))
_LEADS = frozenset(CLASSES[name] for name in ("the", "an", "this", "that", "to"))


def _names_an_event(text: str, found: list[Item], i: int) -> bool:
    """Whether "before" or "after" is followed by what is no time: "a day after the vote", "days before he died"."""
    after = i + 1
    while _cls(found, after) in _LEADS:
        after += 1
    return _cls(found, after) == OTHER and _word(text, found, after)[:1].isalpha()


def _word(text: str, found: list[Item], i: int) -> str:
    return text[found[i].start : found[i].end] if 0 <= i < len(found) else ""


def _cls(found: list[Item], i: int) -> str:
    return found[i].cls if 0 <= i < len(found) else OTHER


def _opens(text: str, found: list[Item], i: int) -> bool:
    """Whether a sentence begins with this item, so that its capital says nothing."""
    return i == 0 or _word(text, found, i - 1)[-1:] in '.!?:;“"\n‘('


def _named(text: str, found: list[Item], i: int) -> bool:
    """Whether an unknown word with a capital stands here, as in "April Ryan"."""
    return _cls(found, i) == OTHER and _word(text, found, i)[:1].isupper()


def _numbered(found: list[Item], i: int) -> bool:
    """Whether a day or a year stands beside a month: "may 9", "9 May", "May of 2020", "the ninth of May"."""
    before = i - 1 - (_cls(found, i - 1) in _JOINTS)
    after = i + 1 + (_cls(found, i + 1) in _JOINTS)
    return _cls(found, before) in _NUMBERED or _cls(found, after) in _NUMBERED


def _counted(text: str, found: list[Item], i: int) -> bool:
    """Whether a number in digits touches the word, or "of" ties it to one: "may 9", "the ninth of may"."""
    joined = _cls(found, i + 1) in _TIES, _cls(found, i - 1) in _TIES
    beside = (_word(text, found, i - 1 - joined[1]), _word(text, found, i + 1 + joined[0]))
    return any(word[:1].isdigit() for word in beside) or _cls(found, i - 1) == CLASSES["of"]


_TIES = frozenset((CLASSES["dash"], CLASSES["slash"]))
_JOINTS = frozenset(CLASSES[name] for name in ("of", "comma", "dash", "slash"))


def _month(text: str, found: list[Item], i: int) -> bool:
    word = _word(text, found, i)
    low = word.lower().rstrip(".")
    if low not in _MONTHS_ELSE or (_numbered(found, i) and (word[:1].isupper() or _counted(text, found, i))):
        return False
    if len(low) == 3 and low not in ("may", "mar", "jan") and word[:1].isupper():
        return word.rstrip(".").isupper()
    if word[:1].islower() and low in ("april", "june", "august"):
        return low == "august" and _compound(text, found, i)  # "this august body"
    before = _word(text, found, i - 1).lower()
    hyphen = _cls(found, i - 1) == CLASSES["dash"]  # "mid-March"
    directed = _cls(found, i - 1 - hyphen) in _DIRECTED or before in _BEFORE_MONTH
    if word[:1].islower():
        return not (directed and before not in ("by", "this", "of"))
    named = low in _NAMES and _named(text, found, i - 1) and before not in _PLAIN
    if (
        named
        or _named(text, found, i + 1)
        or (low == "may" and before in ("by", "of") and _cls(found, i - 2) not in _TIMED)
    ):
        return True
    return not (directed or _beside_times(found, i))


def _beside_times(found: list[Item], i: int) -> bool:
    """Whether a month, a year or the like stands within three words: "from March to May", "April and May"."""
    return any(_cls(found, j) in _TIMED for j in (*range(i - 3, i), *range(i + 1, i + 4)))


def _weekday(text: str, found: list[Item], i: int) -> bool:
    word = _word(text, found, i)
    before, after = _word(text, found, i - 1), _word(text, found, i + 1)
    if word.lower().rstrip(".") in _DAYS_ELSE:
        near = [_cls(found, j) for j in (i - 2, i - 1, i + 1, i + 2)]
        near = near if word[0].isupper() else near[1:3]
        beside = any(cls in _TIMED for cls in near) or CLASSES["slashed"] in near or CLASSES["numeric"] in near
        beside = beside and before.lower() != "the"
        return not (beside or _cls(found, i - 1) in _DIRECTED or before.lower() in _BEFORE_DAY)
    part = _cls(found, i + 1) == CLASSES["part"] and after[:1].isupper()
    if part and _named(text, found, i + 2) and word[:1].isupper():
        return True  # "the Saturday Evening Post"
    paper = after.lower() in _PAPERS and after[:1].isupper() and not _opens(text, found, i + 1)
    return paper or (before.lower() in _NAMED_DAYS and before[:1].isupper())


def _season(text: str, found: list[Item], i: int) -> bool:
    low, before = _word(text, found, i).lower(), _word(text, found, i - 1)
    year_after = any(_cls(found, i + 1 + j) == CLASSES["year"] for j in range(1 + (_cls(found, i + 1) in _JOINTS)))
    if year_after:
        return False
    if _named(text, found, i + 1) or (_named(text, found, i - 1) and not _opens(text, found, i - 1)):
        return True
    if _cls(found, i - 1) not in _DIRECTED and before.lower() != "this" and _compound(text, found, i):
        return True
    if low not in ("fall", "spring"):
        return False
    directed = _cls(found, i - 1) in _DIRECTED or before.lower() in _BEFORE_SEASON
    in_the = before.lower() == "the" and _word(text, found, i - 2).lower() in _BEFORE_SEASON
    return not (directed or (in_the and _word(text, found, i + 1) not in ("of", "in")))


def _compound(text: str, found: list[Item], i: int) -> bool:
    """Whether a noun follows that the item only describes: "summer camp", "the 10th floor"."""
    after = _word(text, found, i + 1)
    return _cls(found, i + 1) == OTHER and after[:1].isalpha() and after.lower() not in _PLAIN


def _ordinal(text: str, found: list[Item], i: int) -> bool:
    """Tell that "the 3rd" is a day only where nothing is the third: "the 3rd floor", "the third" (in words)."""
    return text[found[i].start].isdigit() and _compound(text, found, i)


def _weekend(text: str, found: list[Item], i: int) -> bool:
    return (
        _cls(found, i - 1) not in _DIRECTED
        and _word(text, found, i - 1).lower() != "this"
        and _compound(text, found, i)
    )


def _year(text: str, found: list[Item], i: int) -> bool:
    before, after = _word(text, found, i - 1).lower(), _word(text, found, i + 1)
    touching = text[max(0, found[i].start - 1) : found[i].start]
    if (
        (touching in _MONEY and touching)
        or before in _BEFORE_NUMBER
        or text[found[i].end : found[i].end + 1] in ("%", "°")
    ):
        return True
    if touching == "." or (text[found[i].end : found[i].end + 1].isalpha()):
        return True
    if after in _COUNTED_AFTER or (_cls(found, i + 1) in _UNITS and not _of_a_year(found, i)):
        return True
    if _counts(text, found, i) and before not in _BEFORE_YEAR and not _month_before(found, i):
        return True
    if touching == "/" and _cls(found, i - 2) == OTHER and text[max(0, found[i].start - 2)].isalpha():
        return True  # in an address of the web
    if touching == "-" and _cls(found, i - 2) == _NUMBER and text[max(0, found[i].start - 2)].isdigit():
        return True  # a telephone number
    value = int(str(found[i].value))
    if any(_cls(found, j) == CLASSES["era"] for j in range(i + 1, i + 5)):
        return False
    if _numbers_a_house(text, found, i) and before not in _BEFORE_YEAR and _cls(found, i - 1) not in _BEFORE_NAMED:
        return True
    return not 1300 <= value <= 2100 and before not in (
        *_BEFORE_YEAR,
        "of",
        "by",
        "from",
        "to",
        "and",
        "year",
        "between",
    )


def _of_a_year(found: list[Item], i: int) -> bool:
    """Tell "the 2019 season" from "2000 days"."""
    return (
        1900 <= int(str(found[i].value)) <= 2050
        and found[i + 1].value in ("season", "half")
        and found[i + 1].cls == CLASSES["unit"]
    )


def _counts(text: str, found: list[Item], i: int) -> bool:
    """Whether a plural follows that the number may count: "2000 soldiers", but not "the 2016 elections"."""
    after = _word(text, found, i + 1)
    plural = after.islower() and after.endswith("s") and len(after) > 4 and _cls(found, i + 1) == OTHER
    another = _cls(found, i - 1) == CLASSES["and"] and _cls(found, i - 2) == CLASSES["year"]
    round_ = int(str(found[i].value)) % 50 == 0
    named = (_cls(found, i - 1) == CLASSES["the"] or another) and not round_
    return plural and after not in _PLURAL_ELSE and not named


def _numbers_a_house(text: str, found: list[Item], i: int) -> bool:
    """Tell "1355 Harbour Road" from "the 2024 US vote" and "2026 World Cup"."""
    if not _named(text, found, i + 1) or lexicon.country(_word(text, found, i + 1)):
        return False
    street = any(_word(text, found, j).lower().rstrip(".") in _STREETS for j in range(i + 1, i + 5))
    return street or not 1900 <= int(str(found[i].value)) <= 2050


_PLURAL_ELSE = word_set("onwards afterwards towards always perhaps besides across unless sometimes whereas")
_STREETS = word_set(
    "street st road rd avenue ave boulevard blvd drive dr lane ln way place terrace square highway hwy parkway court "
    "plaza quay suite broadway"
)


def _month_before(found: list[Item], i: int) -> bool:
    return any(_cls(found, j) == CLASSES["month"] for j in range(i - 3, i))


def _day(text: str, found: list[Item], i: int) -> bool:
    """A number of money or in a code is no day."""
    before = text[max(0, found[i].start - 2) : found[i].start]
    return before[-1:] in (".", "'", "’") or (before.strip()[-1:] or " ") in _MONEY


def _slashed(text: str, found: list[Item], i: int) -> bool:
    """Fractions and scores: "1/2 cup", "24/7"; "on 1/2" is a day."""
    counted = _cls(found, i - 1) in (CLASSES["day"], _NUMBER) and _cls(found, i + 1) in _UNITS  # "2 1/2 years"
    fraction = _word(text, found, i) in _FRACTIONS and _word(text, found, i - 1).lower() != "on" and not counted
    return fraction and CLASSES["dash"] not in (_cls(found, i + 1), _cls(found, i - 1))


def _directed(text: str, found: list[Item], i: int) -> bool:
    """Tell "our last day" and "the president's last year", which the calendar does not count."""
    return _cls(found, i - 1) == CLASSES["own"] or _word(text, found, i - 1).lower() in _WHOSE


def _deictic(text: str, found: list[Item], i: int) -> bool:
    """Tell that "present" is a time only as the end of a range."""
    if found[i].value != "now" or _word(text, found, i).lower() != "present":
        return False
    return _cls(found, i - 1) not in (CLASSES["to"], CLASSES["dash"])


def _holiday(text: str, found: list[Item], i: int) -> bool:
    """Somebody's own Independence Day, the Lunar New Year, Orthodox Easter, Easter Island, Merry Christmas."""
    name, before = str(found[i].value), _word(text, found, i - 1)
    whose = _named(text, found, i - 1) and not _opens(text, found, i - 1)
    national = _cls(found, i - 1) == CLASSES["own"] and name.split(" ")[0] in ("independence", "victory", "labour")
    greeting = before.lower() in ("merry", "happy") or (name == "new year" and _word(text, found, i)[0] == "n")
    place = name in ("easter", "halloween", "christmas") and _named(text, found, i + 1)
    thing = _cls(found, i + 1) == OTHER and _word(text, found, i + 1).lower() in _SEASONAL
    return whose or national or greeting or place or thing


_SEASONAL = word_set(
    "tree trees card cards carol carols egg eggs cake cakes pudding turkey turkeys sweater jumper bunny"
)


def _quarter(text: str, found: list[Item], i: int) -> bool:
    """Tell that "Q1" is a quarter beside a year, in "Q1 and Q2" or behind "in" and the like: it may be a quartile."""
    beside = {_cls(found, j) for j in (i - 2, i - 1, i + 1, i + 2)}
    if CLASSES["year"] in beside or {CLASSES["and"], CLASSES["quarter"]} <= beside:
        return False
    return _word(text, found, i - 1).lower() not in _BEFORE_QUARTER


def _era(text: str, found: list[Item], i: int) -> bool:
    return not _word(text, found, i).replace(".", "").replace(" ", "").isupper()


_DOUBTS: dict[str, Doubt] = {
    CLASSES["month"]: _month,
    CLASSES["weekday"]: _weekday,
    CLASSES["season"]: _season,
    CLASSES["year"]: _year,
    CLASSES["day"]: _day,
    CLASSES["num"]: _day,
    CLASSES["slashed"]: _slashed,
    CLASSES["deictic"]: _deictic,
    CLASSES["holiday"]: _holiday,
    CLASSES["era"]: _era,
    CLASSES["quarter"]: _quarter,
    CLASSES["ord"]: _ordinal,
    CLASSES["last"]: _directed,
    CLASSES["next"]: _directed,
    CLASSES["weekend"]: _weekend,
}
