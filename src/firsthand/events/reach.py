"""Spans of a text, to be asked for by place without looking at all of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from firsthand.types import Span

T = TypeVar("T")


class Reach(Generic[T]):
    """Things that stand somewhere in a text.

    Args:
        placed: each with its span, in any order.
    """

    def __init__(self, placed: Iterable[tuple[Span, T]]) -> None:
        self._placed = sorted(placed, key=lambda one: one[0])
        self._starts = [span[0] for span, _ in self._placed]
        self._ends = list(accumulate((span[1] for span, _ in self._placed), max))

    def over(self, span: Span) -> list[tuple[Span, T]]:
        """Return what shares a character with a span, in the order of the text."""
        return list(self._over(span))[::-1]

    def _over(self, span: Span) -> Iterator[tuple[Span, T]]:
        """From the last that begins before the span's end, back to where nothing reaches into it any more."""
        for i in range(bisect_left(self._starts, span[1]) - 1, -1, -1):
            if self._ends[i] <= span[0]:
                return
            if self._placed[i][0][1] > span[0]:
                yield self._placed[i]
