"""Reads one sentence of a report of Wednesday, 2 April 2025."""

from firsthand.times import times
from firsthand.types import Report, Time

PUBLISHED = "2025-04-02"


def read(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    """Return the times of a text."""
    return times(Report(id="r", text=text, published=published))


def days(time: Time) -> str | None:
    """Return the days of a time, short: "2025-04-01" or "2025-03-24..2025-03-30"."""
    if time.start is None:
        return None
    return time.start if time.start == time.end else f"{time.start}..{time.end}"
