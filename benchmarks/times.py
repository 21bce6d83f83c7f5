"""Times found and resolved, against two sets of gold that were made elsewhere, and how fast.

Recognizers (``data/recognizers/DateTimeModel.json``, cases written for assistants): a case has a text and a day to
count from. Those with a date or a date period count; of their results only these (``date``, ``daterange``) are
compared. Left out: cases that only have clock times, lengths, repetitions or their combinations, which are other
tasks; and, in the row "supported everywhere", cases that some of Recognizers' own platforms do not read
(``NotSupported``). A case is right if each of its dates has our span and our value, and we find no date where the
case has nothing. Their span takes in signal words that TIMEX3 leaves out ("since August", "the week"), so both spans
are compared without the words of ``SIGNALS`` before them. A value is right if it is one of their candidates (they
give the one behind and the one ahead). A period's end is exclusive with them and inclusive here, and theirs stops
where the last part of a range begins ("2014-2018" ends on 1 January 2018): both are accepted. For what is only
bounded ("since August") or cut to a part ("the end of 2000") the TIMEX3 value decides. What they call an undefined
reference ("that week") is right if left open. A day that they count months or years away must lie in the month or
year that TIMEX3 gives. One case in four is held out; the others are for developing. Both are printed.

GUM: see ``benchmarks.gum_dates``.

Run ``python -m benchmarks.times [--shared FOLDER] [--split dev] [--wrong]``.
"""

import argparse
import json
import re
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import gold, gum_dates
from firsthand.times.step import resolved
from firsthand.times.values import Value

SIGNALS = re.compile(
    r"(?:(?:the|a|in|on|at|from|since|until|till?|before|after|by|between|of|during|for|over|to|through|starting|beginning|"
    r"around|about|approximately|greater than|year(?:\s+of)?(?=\s+\d)|"
    r"no later than|later than|earlier than|prior to|as early as|as late as|within|throughout)\s+|[=<>]+\s*)+",
    re.I,
)
AFTER = re.compile(r"\s+(?:or|and)\s+(?:later|after|earlier|before)$", re.I)
ONE = timedelta(1)
Span = tuple[int, int]


class Tally(NamedTuple):
    """How many of how many."""

    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.right} of {self.of}  {100 * self.right / max(1, self.of):.1f} %"


# --- Recognizers ---


def recognizers_cases(path: Path) -> list[dict[str, Any]]:
    """The cases with a date or a date period among their results, with their place in the file."""
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    numbered = [{**case, "number": i} for i, case in enumerate(cases)]
    return [case for case in numbered if any(_is_date(result) for result in case["Results"])]


def _is_date(result: dict[str, Any]) -> bool:
    return str(result.get("TypeName", "")).split(".")[-1] in ("date", "daterange")


def recognizers_right(case: dict[str, Any]) -> bool:
    """Whether all dates of a case, and no others, have our span and value."""
    text = case["Input"]
    day = case.get("Context", {}).get("ReferenceDateTime")
    guesses = [gum_dates.Guess(f.span, v) for f, v in resolved(text, date.fromisoformat(day[:10]) if day else None)]
    spans = [(r["Start"], r["End"] + 1) for r in case["Results"]]
    dates = [
        g for g in guesses if g.value.type == "DATE" and g.value.timex != "PRESENT_REF" and g.value.rule != "vague"
    ]
    if any(not any(_overlap(guess.span, span) for span in spans) for guess in dates):
        return False
    return all(_found(text, result, guesses) for result in case["Results"] if _is_date(result))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _found(text: str, result: dict[str, Any], guesses: list[gum_dates.Guess]) -> bool:
    span = _bare(text, (result["Start"], result["End"] + 1))
    wanted = (result.get("Resolution") or {}).get("values") or []
    return any(
        _same_span(_bare(text, g.span), span, g.value) and any(_agrees(one, g.value) for one in wanted) for g in guesses
    )


def _same_span(ours: Span, theirs: Span, value: Value) -> bool:
    with_hour = value.type == "TIME" and ours[0] == theirs[0] and ours[1] > theirs[1]
    return ours == theirs or with_hour


def _bare(text: str, span: Span) -> Span:
    signals, after = SIGNALS.match(text, span[0], span[1]), AFTER.search(text, span[0], span[1])
    return (signals.end() if signals else span[0]), (after.start() if after else span[1])


def _agrees(wanted: dict[str, Any], value: Value) -> bool:
    if value.days is None:
        return wanted.get("value") == "not resolved" or wanted.get("Mod") == "ref_undef"
    if wanted.get("value") == "not resolved":
        return bool(wanted["timex"] == value.timex)
    first, last = (date(day.year, day.month, day.day) for day in value.days)
    if "value" in wanted:
        day = date.fromisoformat(wanted["value"])
        return first == last == day or (value.precision in ("month", "year", "decade") and first <= day <= last)
    if "Mod" in wanted and "," not in wanted["timex"]:
        return _same_timex(wanted, value)
    if str(first) != wanted.get("start"):
        return _same_timex(wanted, value) and value.mod is not None
    months = {last.month, (last.month - 1) // 3 * 3 + 1, 1}
    ends = {last, last + ONE, *(date(last.year, month, 1) for month in months)}
    return str(wanted.get("end")) in map(str, ends) or "Mod" in wanted


def _same_timex(wanted: dict[str, Any], value: Value) -> bool:
    bound = wanted.get("start") or wanted.get("end") or ""
    open_ = str(wanted["timex"]).startswith("XXXX")
    years = {bound[:4], str(value.days[0].year)} if value.days else set()
    tail = str(wanted["timex"]).removeprefix("XXXX")
    return (value.timex or "").endswith(tail) if open_ and len(years) == 1 else wanted["timex"] == value.timex


# --- speed ---


def speed(texts: list[str]) -> tuple[float, float]:
    """Milliseconds for 500 words, and seconds for 100,000 words in one text: the best of five and of one."""
    words = sum(len(text.split()) for text in texts)
    best = min(_seconds(texts) for _ in range(5))
    whole = " ".join(texts)
    long = [" ".join([whole] * (100_000 // max(1, words) + 1))]
    return 1000 * best * 500 / words, _seconds(long) * 100_000 / len(long[0].split())


def _seconds(texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        for _ in resolved(text, date(2025, 4, 2)):
            pass
    return time.process_time() - begun


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, prog="python -m benchmarks.times"
    )
    parser.add_argument("--shared", type=Path, default=gold.shared(), help="the folder with the gold")
    parser.add_argument("--split", default="dev", help="of GUM")
    parser.add_argument(
        "--wrong", action="store_true", help="print what is wrong: GUM's split, three quarters of Recognizers' cases"
    )
    options = parser.parse_args()
    data = options.shared / "data"
    cases = recognizers_cases(data / "recognizers" / "DateTimeModel.json")
    right = {case["number"]: recognizers_right(case) for case in cases}
    for name, some in _rows(cases).items():
        print(f"Recognizers, {name:34s} {Tally(sum(right[case['number']] for case in some), len(some))}")
    for name, share in gum_dates.figures(data / "gum", options.split, options.wrong).items():
        print(f"GUM {options.split}, {name:42s} {share:.1f} %")
    texts = [text for _, text, _, _ in gum_dates.documents(data / "gum", options.split)]
    per_report, per_book = speed(texts)
    print(f"500 words {per_report:.2f} ms; a text of 100,000 words {per_book:.2f} s")
    if options.wrong:
        for case in cases:
            if case["number"] % 4 != 3 and not right[case["number"]]:
                _show_case(case)


def _rows(cases: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    everywhere = [case for case in cases if "NotSupported" not in case]
    held_out = [case for case in cases if case["number"] % 4 == 3]
    return {
        "supported everywhere, held out": [case for case in everywhere if case["number"] % 4 == 3],
        "supported everywhere": everywhere,
        "held out": held_out,
        "all": cases,
    }


def _show_case(case: dict[str, Any]) -> None:
    day = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
    found = resolved(case["Input"], date.fromisoformat(day) if day else None)
    ours = [(case["Input"][slice(*f.span)], v.timex, v.days and tuple(map(str, v.days)), v.mod) for f, v in found]
    theirs = [(r["Text"], (r.get("Resolution") or {}).get("values")) for r in case["Results"]]
    print(
        f"{case['number']} {case['Input']!r} {day}{' NS' if 'NotSupported' in case else ''}",
        f"ours {ours}",
        f"theirs {theirs}",
        sep="\n   ",
    )


if __name__ == "__main__":
    main()
