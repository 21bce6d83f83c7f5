"""Finds the time expressions of a text: words to classes, doubtful words settled, then the levels of the grammar.

The grammar looks only at stretches of known words that hold a word of time, so that the rest of a text costs one
look-up a word. dateparser, which is at hand, is not used: its import alone takes 0.3 s, more than all the rest,
its search takes "may", "march" and "sat" for times, and what it reads well is the small part in ``dates``.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.times import cascade, doubtful, holidays
from firsthand.times.dates import DATES
from firsthand.times.joined import JOINED, RANGES
from firsthand.times.numbers import NUMBERS
from firsthand.times.phrases import RELATIVE
from firsthand.times.values import Reading
from firsthand.times.words import CLASSES, LEXICON, OTHER, Item, items
from firsthand.types import Span

_LEVELS = (NUMBERS, DATES, RELATIVE, JOINED, JOINED, RANGES)
_FOUND = frozenset(CLASSES[name] for name in ("date", "span", "dur", "time", "set", "vague"))
_CARDINAL = CLASSES["cardinal"]
_TRIGGERS = frozenset(
    CLASSES[name]
    for name in (
        "month", "weekday", "unit", "units", "part", "season", "weekend", "year", "decade", "deictic", "often",
        "holiday", "numeric", "slashed", "clock", "quarter", "era", "ampm", "oclock", "noon", "ref", "ord", "short",
        "edge", "circa",
    )
)  # fmt: skip


_TELLING = frozenset("0123456789").union(
    holidays.FIRST_WORDS, (word for word, (cls, _) in LEXICON.items() if cls in _TRIGGERS | {CLASSES["cardinal"]})
)


class Found(NamedTuple):
    """A time expression and how it reads."""

    span: Span
    reading: Reading


def find(text: str) -> Iterator[Found]:
    """Yield the time expressions of a text in order; they do not overlap."""
    for start, end in _sentences(text):
        found = items(text, start, end)
        doubtful.settle(text, found)
        for stretch in _stretches(found):
            for one in _LEVELS:
                stretch = cascade.run(stretch, one)
            for item in stretch:
                if item.cls in _FOUND:
                    yield Found((item.start, item.end), item.value)  # type: ignore[arg-type]


_BREAK = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z“\"])|\n\s*\n")
_WORDS = re.compile(r"[^\W\d_]+|\d")


def _sentences(text: str) -> Iterator[Span]:
    """Yield the stretches between sure ends of sentences that have a digit or a word of time in them."""
    start = 0
    for end, following in [*(m.span() for m in _BREAK.finditer(text)), (len(text), len(text))]:
        words = _WORDS.findall(text[start:end].lower())
        if not _TELLING.isdisjoint(words):
            yield start, end
        start = following


def _stretches(found: list[Item]) -> Iterator[list[Item]]:
    """Yield the runs of known words that have a word of time among them."""
    run: list[Item] = []
    for item in found:
        if item.cls != OTHER:
            run.append(item)
        elif run:
            if _tells_time(run):
                yield run
            run = []
    if _tells_time(run):
        yield run


def _tells_time(run: list[Item]) -> bool:
    for item in run:
        if item.cls in _TRIGGERS:
            return True
    return len(run) > 1 and sum(item.cls == _CARDINAL for item in run) > 1
