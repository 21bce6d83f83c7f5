"""Finds the time expressions of a text: words to classes, doubtful words settled, then the levels of the grammar.

The grammar looks only at stretches without unknown words that hold at least one word of time, so that the rest of a
text costs one look-up a word. dateparser, which is at hand, is not used: its import takes longer than all of Firsthand's start, its search
takes "may", "march" and "sat" for times, and what it reads well is the small part below in ``dates``.
"""

from collections.abc import Iterator
from typing import NamedTuple

from firsthand.times import cascade, doubtful
from firsthand.times.dates import DATES
from firsthand.times.numbers import NUMBERS
from firsthand.times.phrases import JOINED, RANGES, RELATIVE
from firsthand.times.readings import Reading
from firsthand.times.words import CLASSES, OTHER, Item, items
from firsthand.types import Span

_LEVELS = (NUMBERS, DATES, RELATIVE, JOINED, JOINED, RANGES)
_FOUND = frozenset(CLASSES[name] for name in ("date", "span", "dur", "time", "set", "vague"))
_TRIGGERS = frozenset(
    CLASSES[name]
    for name in (
        "month", "weekday", "unit", "units", "part", "season", "weekend", "year", "decade", "deictic", "often", "holiday",
        "numeric", "slashed", "clock", "quarter", "era", "ampm", "oclock", "noon", "ref", "ord", "short", "edge",
    )
)  # fmt: skip


class Found(NamedTuple):
    """A time expression and how it reads."""

    span: Span
    reading: Reading


def find(text: str) -> Iterator[Found]:
    """Yield the time expressions of a text in order; they do not overlap."""
    found = items(text)
    doubtful.settle(text, found)
    for stretch in _stretches(found):
        for one in _LEVELS:
            stretch = cascade.run(stretch, one)
        for item in stretch:
            if item.cls in _FOUND:
                yield Found((item.start, item.end), item.value)  # type: ignore[arg-type]


def _stretches(found: list[Item]) -> Iterator[list[Item]]:
    """Yield the runs of known words that have a word of time among them."""
    run: list[Item] = []
    for item in found:
        if item.cls != OTHER:
            run.append(item)
        elif run:
            if not _TRIGGERS.isdisjoint(one.cls for one in run):
                yield run
            run = []
    if not _TRIGGERS.isdisjoint(one.cls for one in run):
        yield run
