"""Where sentences end."""

import re
from bisect import bisect_left

from firsthand.types import Span

BOUNDARY = re.compile(
    r"(?<![A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?]['\"”’)]*(?:\s+(?=[“\"‘'(A-Z])|(?<=[a-z\d”\"]\.)(?=[A-Z][a-z]))|\n"
)
REACH = 400  # characters of a sentence that are looked at to each side: a text without stops stays cheap


class Sentences:
    """The sentences of a text, found once."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._boundaries = [m.end() for m in BOUNDARY.finditer(text)]

    def around(self, start: int, end: int) -> Span:
        """Return the sentence around ``[start, end)``, at most REACH characters to each side."""
        i = bisect_left(self._boundaries, start + 1)
        left = self._boundaries[i - 1] if i else 0
        j = bisect_left(self._boundaries, end + 1)
        right = self._boundaries[j] if j < len(self._boundaries) else self._length
        return max(left, start - REACH), min(right, end + REACH)
