"""Times: what a report says about when, as TIMEX3 values and as days on the calendar."""

from firsthand.times.step import anchor, times

__all__ = ["anchor", "times"]
