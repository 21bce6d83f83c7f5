"""The dateline at the head of a wire story: ``LISBON, March 3 (Baltika Wire) -``.

A dateline needs more than a capital letter: an agency in brackets or slashes, or a date, or a place all in capitals
before a dash. What merely begins with a name or a label ("EXCLUSIVE -", "JANE MOSS:") is none.
"""

import re

from firsthand.reading.names import is_known, is_outlet
from firsthand.reading.words import word_set
from firsthand.types import Dateline, Hand, HandRole, Kind, Span

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH}|\d{{4}}-\d\d-\d\d)(?:,?\s\d{{4}})?"
_DATE = rf"(?i:{_WEEKDAY},?\s{_DAY}|{_DAY}|{_WEEKDAY})(?!\w)"
_NAME = r"[^\W\d_][^\d()\[\]/,:;—–―\n]{0,50}?"
_HEAD = re.compile(
    rf"""
    (?:(?!{_DATE})(?P<place>{_NAME}(?:/{_NAME})?(?:,\s(?!{_DATE})(?P<region>{_NAME}))?(?:\s\[[^\]\n]{{1,30}}\])?))?
    (?:(?:[,.]?\s{{1,2}}|\A)(?P<date>{_DATE}))?
    (?:[,.]?\s{{0,2}}(?:\((?P<agency>[^\W\d_][^():\n]{{1,40}})\)|/(?P<slashed>[^\W\d_][^/:\n]{{1,40}})/))?
    (?P<close>\s{{0,3}}(?:--|[—–―])|\s{{0,3}}-(?=\s)|(?(agency)\s?[:.](?=\s)|(?(slashed)\s?[:.](?=\s)|(?!))))
    """,
    re.X,
)
_LABELS = word_set(
    "advisory alert alerts analysis breaking brief column comment commentary correction corrected editorial exclusive "
    "explainer factbox feature focus insight interview listen live look news newsmaker note obituary opinion "
    "photo photos poll preview profile question read report review scoop special story timeline timelines trending "
    "update updated updates video videos watch wrapup are but for how is not or that they to too was what when who "
    "why will with your"
)
_OPENERS = word_set("after at before by during from in on since until")
_SMALL = word_set("al and da de del di do du el in la le of on sur the upon")


def parse_dateline(line: str, start: int = 0) -> Dateline | None:
    """Parse the dateline that a paragraph begins with.

    Args:
        line: the paragraph, or its first 300 characters.
        start: where it begins in the report's text; all spans are counted from there.

    Returns:
        The dateline, its closing dash included, or None where the paragraph has none.
    """
    head = _HEAD.match(line[:300])
    if head is None or not _holds(head, line[head.end() :].lstrip()[:1]):
        return None
    place, agency = _place_and_agency(head)
    return Dateline(span=(start, start + head.end()), place=place, date=head["date"], agency=agency)


def dateline_hands(text: str, dateline: Dateline) -> list[Hand]:
    """Return the agencies of a dateline as hands: one, or several in "(Reuters/AFP)"."""
    if dateline.agency is None:
        return []
    at = text.index(dateline.agency, *dateline.span)
    names = re.finditer(r"[^/,\s](?:[^/,]*[^/,\s])?", dateline.agency)
    return [_hand(name[0], (at + name.start(), at + name.end())) for name in names]


def _hand(name: str, span: Span) -> Hand:
    return Hand(name=name, role=HandRole.DATELINE, kind=Kind.OUTLET, span=span)


def _place_and_agency(head: re.Match[str]) -> tuple[str | None, str | None]:
    """Tell a place from initials that stand without brackets: "Washington CNN —"."""
    place, agency = head["place"], head["agency"] or head["slashed"]
    if place and head["region"] and head.string[head.end("place")] == ".":
        place += "."  # "BEDFORD, N.H. (AP)": the stop belongs to the abbreviation
    last = (place or "").rsplit(maxsplit=1)[-1:]
    if place is None or agency or not (last[0].isupper() and len(last[0]) <= 4 and is_known(last[0])):
        return place, agency
    return place[: -len(last[0])].rstrip() or None, last[0]


def _holds(head: re.Match[str], following: str) -> bool:
    place, agency = _place_and_agency(head)
    if agency is not None and not _is_agency(agency):
        return False
    if place is not None and not _is_place(place, head["region"]):
        return False
    begins = bool(following) and not following.islower()
    if not head["close"].strip().startswith(("-", "—", "–", "―")):
        return begins and _closed_by_stop(head)
    if agency:
        return begins or _in_capitals(place)
    if head["date"]:
        return place is not None and (_in_capitals(place) or (begins and any(map(str.isdigit, head["date"]))))
    return begins and _in_capitals(place) and _is_bare_place(place or "") and _spaced(head)


def _closed_by_stop(head: re.Match[str]) -> bool:
    """A full stop closes "3 March /Tarpress/." and a colon "March 3 (ANI):"; both need place and agency."""
    stop = head["close"].strip()
    agency, place = head["agency"] or head["slashed"], head["place"]
    return bool(agency and place) and bool(head["date"] or (stop == "." and head["slashed"]))


def _is_agency(name: str) -> bool:
    words = re.split(r"[\s/]+", name.strip())
    if len(words) > 6 or words[0].lower().rstrip(".,") in _LABELS or re.match(r"[A-Z]-[A-Z]", name):
        return False
    return is_outlet(name) or len(words) == 1 or all(word[:1].isupper() or word in _SMALL for word in words if word)


def _is_place(place: str, region: str | None) -> bool:
    words = re.findall(r"[^\s/,]+", place)
    if len(words) > 7 or words[0].lower() in _OPENERS or any(word.lower().strip(".,’'") in _LABELS for word in words):
        return False
    if region and region.isupper() and len(region.split()) > 2:
        return False  # a headline in capitals with a comma in it
    return all(word in _SMALL or word[:1] == "[" or not word[:1].islower() or _is_capital(word) for word in words)


def _is_bare_place(place: str) -> bool:
    """Hold a place without date and agency to three words, so that a headline in capitals is none."""
    city = place.split(",")[0]
    return all(len(part.split()) <= 3 for part in city.split("/")) and len(city) > 2


def _spaced(head: re.Match[str]) -> bool:
    """Tell "LISBON - " and "LISBON—The" from a speaker cut short ("MOSS--")."""
    return head["close"][0].isspace() or head["close"] in {"—", "―"}


def _in_capitals(place: str | None) -> bool:
    city = (place or "").split(",")[0].split("[")[0]
    return bool(city) and all(word in _SMALL or _is_capital(word) for word in re.split(r"[\s/]+", city) if word)


def _is_capital(word: str) -> bool:
    """Capitals but for a particle: "McALLEN", "al-TANF"."""
    upper, lower = sum(map(str.isupper, word)), sum(map(str.islower, word))
    return upper > 2 * lower or not (upper or lower)
