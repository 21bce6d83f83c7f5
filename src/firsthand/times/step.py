"""Every time of a report with its value: found by the grammar, resolved against the report's date or the text."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from firsthand.times.grammar import Found, find
from firsthand.times.readings import Clock, Loose
from firsthand.times.tense import tense
from firsthand.times.values import Context, Value
from firsthand.types import Reason, Report, Time

REASONS = {
    "absolute": ("The text gives it whole.", 0.98),
    "before_year_1": ("It lies before the year 1, where no calendar of days begins.", 0.95),
    "own_year": ("A fiscal or school year, which begins when its country or school says.", 0.9),
    "coming": ("Told of as still to come: the first such time from the report's date on.", 0.85),
    "latest": ("Told of as past: the latest such time that does not lie after the report's date.", 0.9),
    "likely_latest": ("No verb near it tells past from future: the latest such time up to the report's date.", 0.7),
    "counted": ("Counted from the report's date.", 0.95),
    "from_text": ("Counted from the time that the text gives just before.", 0.75),
    "no_date": ("The report has no date to count from.", 1.0),
    "no_time_before": ("It hangs on another time or event, and no date stands just before.", 0.9),
    "impossible": ("There is no such day or hour on the calendar.", 0.95),
    "vague": ("Too vague for days on the calendar.", 0.95),
    "any_year": ("Nothing tells which year is meant, or whether one is.", 0.8),
    "length": ("A length of time, not a place on the calendar.", 0.9),
    "repeated": ("It happens again and again.", 0.9),
}


def times(report: Report) -> tuple[Time, ...]:
    """Return all time expressions of a report in the order of the text, each with its value where it has one.

    Args:
        report: its date is what relative times count from; without one only whole dates are resolved.
    """
    return tuple(_time(report.text, found, value) for found, value in resolved(report.text, anchor(report)))


def anchor(report: Report) -> date | None:
    """Return the day against which a report's times are read.

    Args:
        report: its date of publication counts; else its dateline's, where that gives the year.

    Returns:
        The day, or None where neither tells.
    """
    if report.published:
        try:
            return datetime.fromisoformat(report.published).date()
        except ValueError:
            pass
    if report.dateline is None or report.dateline.date is None:
        return None
    values = [value for _, value in resolved(report.dateline.date, None)]
    return values[0].days[0] if values and values[0].days and values[0].precision == "day" else None


def resolved(text: str, day: date | None) -> Iterator[tuple[Found, Value]]:
    """Yield each time expression of a text with what it comes to, counted from a day."""
    earlier: tuple[int, Value] | None = None
    dated: tuple[int, Value] | None = None
    for found in find(text):
        near = earlier[1] if earlier and _within_reach(text, earlier[0], found.span[0]) else None
        told = dated[1] if dated and _in_paragraph(text, dated[0], found.span[0]) else None
        value = _resolve(text, found, Context(day, None, near, told))
        if value.days and value.type in ("DATE", "TIME") and value.rule != "length":
            earlier = (found.span[1], value)
            if value.precision in ("day", "month"):
                dated = earlier if value.rule in ("absolute", "from_text") else None
        yield found, value


def _resolve(text: str, found: Found, at: Context) -> Value:
    at = at._replace(tense=tense(text, *found.span))
    try:
        return found.reading.resolve(at)
    except (ValueError, OverflowError):
        clock = isinstance(found.reading, Clock)
        timex = found.reading.written() if isinstance(found.reading, Loose) else None
        return Value(timex, None, None, "impossible", type="TIME" if clock else "DATE")


_SENTENCE_END = re.compile(r"[.!?][”\"’)\]]*\s+(?=[“\"‘(]?[A-Z0-9])|\n\s*\n")


def _within_reach(text: str, last: int, start: int) -> bool:
    """Whether a time that ended there stands in the same sentence or the one before."""
    return start - last < 600 and len(_SENTENCE_END.findall(text, last, start)) <= 1


def _in_paragraph(text: str, last: int, start: int) -> bool:
    """Whether a time that ended there stands in the same paragraph, at most three sentences before."""
    return start - last < 900 and "\n" not in text[last:start] and len(_SENTENCE_END.findall(text, last, start)) <= 3


def _time(text: str, found: Found, value: Value) -> Time:
    why, score = REASONS[value.rule]
    start, end = (day.isoformat() for day in value.days) if value.days else (None, None)
    return Time(
        text=text[slice(*found.span)],
        span=found.span,
        timex_type=value.type,
        start=start,
        end=end,
        precision=value.precision,
        timex=value.timex,
        mod=value.mod,
        reason=Reason(rule=value.rule, why=why, score=score),
    )
