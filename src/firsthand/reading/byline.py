"""Bylines: "By Ana Costa and Jan Brandt, Diplomatic Correspondent", from metadata or the head of the text."""

import re

from firsthand.reading.names import hands
from firsthand.types import Hand, HandRole, Record

_BY = re.compile(r"(?:by|(?:story|words|text|report|written|reported)\s+by)\s*:?\s+(?=\S)", re.I)
_LONGEST = 200


class Byline(Record, frozen=True):
    """A byline in the text.

    Attributes:
        text: the line as written.
        hands: who it names.
    """

    text: str
    hands: tuple[Hand, ...]


def byline_hands(byline: str) -> list[Hand]:
    """Find who a byline from metadata names.

    Args:
        byline: as written, with or without "By".

    Returns:
        Hands without spans; none where it names nobody ("By our foreign staff").
    """
    lead = _BY.match(byline)
    start = lead.end() if lead else 0
    found = hands(byline, (start, min(len(byline), _LONGEST)), HandRole.BYLINE, commas=lead is None)
    return [Hand(name=hand.name, role=hand.role, kind=hand.kind) for hand in found]


def parse_byline(text: str, start: int, end: int) -> Byline | None:
    """Parse a line at the head of a text as its byline.

    Args:
        text: the report's text.
        start: where the line begins.
        end: where it ends.

    Returns:
        The byline, or None where the line is something else ("By Monday, the envoys had left.").
    """
    lead = _BY.match(text, start, end)
    if lead is None or end - start > _LONGEST:
        return None
    found = hands(text, (lead.end(), end), HandRole.BYLINE, commas=False)
    if not found or found[0].span is None or found[0].span[0] != lead.end():
        return None
    return Byline(text[start:end].strip(), tuple(found))
