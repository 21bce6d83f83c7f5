"""Credit lines at the end (or the head) of a report: who else it came through.

Each rule is one wording that newsrooms use, written so that it must fill a line, a bracket or a sentence by itself:
"CNN reported from the square that …" inside a story is no credit.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from firsthand.reading.names import hands, is_known, is_outlet, is_person
from firsthand.types import Hand, HandRole, Kind, Span

_TASK = r"(?:reporting|writing|editing|compiled|translated|translation|production|contributions)"
_WHAT = r"(?:report|story|article|piece|dispatch)"
_LINE = re.compile(r"[^\n]+")
_LONGEST = 600
_TOWN = r"(?-i:[A-Z])[\w.'’-]*[,;]?"
_TOWNS = rf"{_TOWN}(?:\s(?:{_TOWN}|and|in|from|of|the|de)){{0,12}}"
_BRACKET = re.compile(rf"\((?=(?:additional|further|with|source|{_TASK})\b)[^()]{{1,{_LONGEST}}}\)(?=\s*\.?\s*$)", re.I)
_CLAUSE = re.compile(r"[^;]+")
_BY = re.compile(
    rf"(?:with\s)?(?:(?:additional|further)\s)?{_TASK}(?:(?:\sand|\s?,)\s{_TASK})*\s(?:by|from)\s+(?P<names>.+)", re.I
)
_CREDITS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?:contributing|contributors?|reporters?|editors?)(?:\sto\sthis\s{_WHAT})?:\s*(?P<names>.+)",
        rf"(?P<names>.{{2,120}}?)\s(?:also\s)?contributed(?:\s(?:reporting|research))?"
        rf"(?:\s(?:to|for)\sthis\s{_WHAT})?(?:\sfrom\s{_TOWNS})?",
        rf"(?P<names>.{{2,80}}?)\sreported\sfrom\s{_TOWNS}",
        r"with\s(?:additional\s)?(?:reporting|inputs?|files|material|information)\s(?:by|from)\s(?P<names>.+)",
        rf"this\s{_WHAT}\s(?:includes|contains|uses)\s(?:material|information|reporting)\sfrom\s(?P<names>.+)",
        rf"(?:material|information|reporting)\sfrom\s(?P<names>.+)\swas\sused\sin\sthis\s{_WHAT}",
    )
)
_OUTLETS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:©|\(c\)|copyright\b)(?:\s?(?:©|\(c\)))?[\s,]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s)?"
        r"(?P<name>[^\W\d_][^.|©\n]{1,60}?)(?:,?\s\d{4})?\s*(?:[.|,–-]?\s*all\srights\sreserved.*|[.|].*)?",
        rf"this\s{_WHAT}\s(?:was\s)?(?:originally|first)\s(?:appeared|published|ran)\s(?:in|on|by|at)\s"
        r"(?P<name>[^\W\d_][^,;:\n]{1,40}?)\.?",
        r"(?:re)?(?:printed|published)\swith\s(?:the\s)?permission\s(?:of|from)\s(?P<name>[^\W\d_][^,;:\n]{1,40}?)\.?",
    )
)
_SOURCE = re.compile(r"source:\s*(?P<name>[^,;:\n]{2,40}?)\.?", re.I)
_WITH = re.compile(r"with\s(?P<names>.+)", re.I)
_BARE = re.compile(
    r"(?:[-–—―]+\s*|/)(?P<name>[^\W\d_][^,;:()/\n]{1,40}?)/?\.?|\((?P<bracketed>[^\W\d_][^:()\n]{1,40})\)"
)
_SENTENCE_END = re.compile(r"(?:(?<=[a-z)]{2}\.)|(?<=;))\s+(?=[A-Z])")
_EDGES = ' \t\xa0*_—–―-"'


def credit_hands(text: str, start: int, end: int) -> list[Hand]:
    """Find the hands in a stretch of credit lines.

    Args:
        text: the report's text.
        start: where to look from: the last lines of the text, or its first.
        end: where to stop.

    Returns:
        Hands in the order of the text; empty where no line is a credit.
    """
    found: list[Hand] = []
    for line in _LINE.finditer(text, start, end):
        bracket = _BRACKET.search(text, line.start(), line.end())
        if bracket:
            found.extend(_in_bracket(text, bracket.start() + 1, text.index(")", bracket.start())))
        elif len(line[0]) <= _LONGEST:
            found.extend(_in_line(text, line.start(), line.end()))
    return found


def _in_bracket(text: str, start: int, end: int) -> Iterator[Hand]:
    for clause in _CLAUSE.finditer(text, start, end):
        yield from _in_line(text, clause.start(), clause.end())


def _in_line(text: str, start: int, end: int) -> list[Hand]:
    inner = _stripped(text, start, end)
    return _sentences(text, *inner) or _phrase(text, *inner) or _bare_credit(text, start, end)


def _sentences(text: str, start: int, end: int) -> list[Hand]:
    """Read "Ana Costa reported from Lisbon. Jan Brandt contributed reporting.", if every sentence is a credit."""
    cuts = [start, *(gap.end() for gap in _SENTENCE_END.finditer(text, start, end)), end]
    parts = [_phrase(text, *_stripped(text, a, b)) for a, b in pairwise(cuts)]
    return [hand for part in parts for hand in part] if len(parts) > 1 and all(parts) else []


def _phrase(text: str, start: int, end: int) -> list[Hand]:
    end -= text[start:end].endswith(".") and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", text[start:end])
    by = _BY.fullmatch(text, start, end)
    if by:
        return hands(text, by.span("names"), HandRole.CREDIT)
    for pattern in _CREDITS:
        match = pattern.fullmatch(text, start, end)
        if match:
            return _only_names(text, match.span("names"))
    for pattern in _OUTLETS:
        match = pattern.fullmatch(text, start, end)
        if match and len(match["name"].split()) <= 6 and match["name"][0].isupper():
            return [_outlet(text, match.span("name"))]
    return _source(text, start, end) or _with_outlets(text, start, end)


def _source(text: str, start: int, end: int) -> list[Hand]:
    """Read "Source: Reuters"; a source of figures ("Source: NATO") is none, so initials have to be known."""
    match = _SOURCE.fullmatch(text, start, end)
    name = match["name"] if match else ""
    known = is_outlet(name) and (is_known(name) or not name.isupper())
    return [_outlet(text, match.span("name"))] if match and known else []


def _with_outlets(text: str, start: int, end: int) -> list[Hand]:
    """Read "with AP and AFP"; "with" before a person is too common in a story."""
    match = _WITH.fullmatch(text, start, end)
    found = _only_names(text, match.span("names")) if match else []
    return found if all(hand.kind is Kind.OUTLET for hand in found) else []


def _only_names(text: str, span: Span) -> list[Hand]:
    """Take a list of names only where it begins with one, so that a sentence of the story is none."""
    found = hands(text, span, HandRole.CREDIT) or hands(text, span, HandRole.CREDIT, least=1)
    first = found[0].span if found else None
    return found if first and first[0] - span[0] <= len("the ") else []


def _bare_credit(text: str, start: int, end: int) -> list[Hand]:
    """Read a line that is nothing but an agency: "- Reuters", "(AP)", "/Tarpress/"."""
    match = _BARE.fullmatch(text[start:end].strip())
    if match is None:
        return []
    name = match["name"] or match["bracketed"]
    at = text.index(name, start, end)
    return [_outlet(text, (at, at + len(name)))] if is_outlet(name) else []


def _outlet(text: str, span: Span) -> Hand:
    name = text[span[0] : span[1]]
    owned = text.endswith("by ", 0, span[0]) and is_person(name) and not is_outlet(name) and not name.startswith("The ")
    kind = Kind.PERSON if owned else Kind.OUTLET
    return Hand(name=name, role=HandRole.CREDIT, kind=kind, span=span)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
