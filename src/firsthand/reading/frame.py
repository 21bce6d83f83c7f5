"""The frame of a report, outside its story: dateline, byline, credit lines. They are the first hands of every chain.

Only the first and the last lines are looked at, so that a text of any length costs the same.
"""

import re
from collections.abc import Iterable, Iterator

from firsthand.reading.byline import Byline, byline_hands, parse_byline
from firsthand.reading.credit import credit_hands
from firsthand.reading.dateline import dateline_hands, parse_dateline
from firsthand.types import Dateline, Hand, Record, Span

_HEAD = 4000
_HEAD_LINES = 8
_LONGEST_HEADING = 250  # a longer line is the story's first paragraph, and the head is over
_TAIL = 3000
_TAIL_LINES = 8
_LINE = re.compile(r"[^\n]+")
_NOTE = re.compile(r"\s*[(\[].*[)\]]\s*")


class Frame(Record, frozen=True):
    """What stands around the story.

    Attributes:
        dateline: the dateline, or None.
        byline: the byline as it stands in the text, or None.
        hands: of byline, dateline and credit lines, each name once per role.
    """

    dateline: Dateline | None
    byline: str | None
    hands: tuple[Hand, ...]


def read_frame(text: str, byline: str | None = None) -> Frame:
    """Find dateline, byline and credit lines.

    Args:
        text: the report's text; every span points into it.
        byline: the byline from metadata, whose hands have no span unless the text repeats it.

    Returns:
        The frame.
    """
    head = list(_head_lines(text))
    dateline = next((found for line in head if (found := parse_dateline(text[line[0] : line[1]], line[0]))), None)
    above = [line for line in head if dateline is None or line[0] < dateline.span[0]]
    written = next((byl for line in above if (byl := parse_byline(text, *line))), None)
    return Frame(dateline, written.text if written else None, tuple(_hands(text, dateline, written, byline)))


def _hands(text: str, dateline: Dateline | None, written: Byline | None, byline: str | None) -> list[Hand]:
    found = list(written.hands) if written else []
    found += byline_hands(byline) if byline else []
    found += dateline_hands(text, dateline) if dateline else []
    tail = _tail_start(text)
    if dateline:
        tail = max(tail, dateline.span[1])
        found += credit_hands(text, 0, dateline.span[0])
    return _once(found + credit_hands(text, tail, len(text)))


def _head_lines(text: str) -> Iterator[Span]:
    """Yield the first lines with their spans, up to and including the story's first paragraph."""
    for line in _lines(text, 0, min(len(text), _HEAD))[:_HEAD_LINES]:
        yield line
        if line[1] - line[0] > _LONGEST_HEADING and not _NOTE.fullmatch(text, *line):
            return


def _tail_start(text: str) -> int:
    lines = _lines(text, max(0, len(text) - _TAIL), len(text))
    return lines[-_TAIL_LINES:][0][0] if lines else len(text)


def _lines(text: str, start: int, end: int) -> list[Span]:
    """Find the lines that are not blank, without the white space around them."""
    found = []
    for line in _LINE.finditer(text, start, end):
        inner = line[0].strip()
        if inner:
            first = line.start() + line[0].index(inner[0])
            found.append((first, first + len(inner)))
    return found


def _once(found: Iterable[Hand]) -> list[Hand]:
    """Keep each name once per role; one that stands in the text before one from metadata."""
    kept: dict[tuple[str, str], Hand] = {}
    for hand in found:
        kept.setdefault((hand.role, hand.name.casefold()), hand)
    return list(kept.values())
