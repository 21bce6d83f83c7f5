"""Finds what of a content stands in quotation marks, where a mark may be missing."""

import re

from firsthand.types import Spans

MARK = re.compile(r"[“”„«»\"‟]|``|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…;:])['’](?!\w)")
OPENERS = "“„«"
CLOSERS = "”»"
WORD = re.compile(r"[^\W_]+")


def opens(text: str, at: int, end: int, mark: str) -> bool:
    """Tell whether a quotation mark opens, by its shape or by what stands around it."""
    if mark[0] in OPENERS or mark in ("``", "‘"):
        return True
    if mark[0] in CLOSERS or mark in ("''", "’"):
        return False
    before, after = text[at - 1 : at], text[end : end + 1]
    return (not before or before.isspace() or before in "(—–-[") and bool(after) and not after.isspace()


def quoted_ranges(text: str, quoted: bool = False) -> list[tuple[int, int]]:
    """Return the ranges of a content that stand in quotation marks; a mark that is missing at either end is inferred.

    Args:
        text: the content's pieces joined.
        quoted: whether the mark that opens it stands just outside.
    """
    ranges: list[tuple[int, int]] = []
    start: int | None = 0 if quoted else None
    kind = ""
    for m in MARK.finditer(text):
        single = m[0] in "‘’'"
        if start is None and opens(text, m.start(), m.end(), m[0]):
            start, kind = m.end(), "single" if single else "double"
        elif (
            start is not None
            and not opens(text, m.start(), m.end(), m[0])
            and (not kind or single == (kind == "single"))
        ):
            ranges.append((start, m.start()))
            start = None
        elif start is None and not single and not ranges:
            ranges.append((0, m.start()))
    return ranges if start is None else [*ranges, (start, len(text))]


def shares(text: str, spans: Spans, free: bool = True) -> tuple[int, int, str]:
    """Return how many words of a content stand in quotation marks, how many there are, and the first quoted letter.

    Args:
        text: the report's text.
        spans: the content.
        free: it stands inside no other content, so that a closing mark right behind it is its own.
    """
    if not spans:
        return 0, 0, ""
    outside = text[max(0, spans[0][0] - 1) : spans[0][0]]
    closes = text[spans[-1][1] : spans[-1][1] + 2].lstrip(",.?!")[:1]
    framed = free and closes in ("”", "»") and "“" not in text[spans[0][0] : spans[-1][1]]
    framed = framed or (bool(outside) and outside in '“"«„‘' and bool(closes) and closes in '”"»’')
    content = " ".join(text[s:e] for s, e in spans)
    ranges = quoted_ranges(content, framed)
    if not ranges:
        return 0, 0, ""
    words = [m.start() for m in WORD.finditer(content)]
    inside = [at for at in words if any(s <= at < e for s, e in ranges)] if len(ranges) < 50 else words
    return len(inside), len(words), content[inside[0] : inside[0] + 1] if inside else ""
