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
bounded ("since August") or cut to a part ("the end of 2000") the TIMEX3 value decides. A day that they count months
or years away must lie in the month or year that TIMEX3 gives. Even cases are for developing, odd ones are held out;
both are printed.

GUM (``data/gum/xml``, ``<date>`` elements of the documents of one split): spans exactly, but for punctuation at their
ends; values on the spans found. GUM marks neither lengths nor repetitions nor vague references nor hours, so ours are
left out; it marks the two ends of a range apart or as one, so either counts. A value is right if it has the same
first and last day (``notBefore``, ``notAfter``: lies between them, or is said to be vague); what GUM leaves without a
year must be so here. "Without modifiers" lets "early", "the end of", "almost", "the" and a part of the day at the
ends of a span go, about which GUM goes either way.

Run ``python -m benchmarks.times [--shared FOLDER] [--split dev] [--wrong]``.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import gold
from firsthand.times.counted import Shift, Stretch
from firsthand.times.readings import Range
from firsthand.times.step import resolved
from firsthand.times.values import Context, Reading, Value
from training.gum_files import read_tokens

SIGNALS = re.compile(
    r"(?:(?:the|a|in|on|at|from|since|until|till?|before|after|by|between|of|during|for|over|to|through|starting|beginning|"
    r"no later than|later than|earlier than|prior to|as early as|as late as|within|throughout)\s+)+",
    re.I,
)
MODIFIERS = re.compile(
    r"^(?:(?:the|early|late|later|earlier|mid|middle|beginning|start|end|of|in|on|about|around|nearly|almost|more|less|than|at|"
    r"least|over|turn|morning|evening|afternoon|night|just)\b[\s-]*)+(?=\S)|\s(?:morning|afternoon|evening|night)$",
    re.I,
)
AFTER = re.compile(r"\s+(?:or|and)\s+(?:later|after|earlier|before)$", re.I)
ONE = timedelta(1)
Span = tuple[int, int]


class Guess(NamedTuple):
    """A time that we found, with what it comes to."""

    span: Span
    value: Value


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
    guesses = [Guess(f.span, v) for f, v in resolved(text, date.fromisoformat(day[:10]) if day else None)]
    spans = [(r["Start"], r["End"] + 1) for r in case["Results"]]
    dates = [
        g for g in guesses if g.value.type == "DATE" and g.value.timex != "PRESENT_REF" and g.value.rule != "vague"
    ]
    if any(not any(_overlap(guess.span, span) for span in spans) for guess in dates):
        return False
    return all(_found(text, result, guesses) for result in case["Results"] if _is_date(result))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _found(text: str, result: dict[str, Any], guesses: list[Guess]) -> bool:
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
        return wanted.get("value") == "not resolved"
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


# --- GUM ---


class Marked(NamedTuple):
    """A date that GUM marks."""

    span: Span
    attributes: dict[str, str]


def gum_documents(folder: Path, split: str) -> Iterator[tuple[str, str, date, list[Marked]]]:
    """Yield id, text, date and marked dates of the documents of a split; those without words (Reddit) are left out."""
    for line in (folder / "splits.tsv").read_text().splitlines():
        name, its_split = line.split("\t")[:2]
        if its_split != split or "reddit" in name:
            continue
        xml = (folder / "xml" / f"{name}.xml").read_text()
        created = re.search(r'dateCreated="([^"]+)"', xml)
        text, tokens = read_tokens((folder / "dep" / f"{name}.conllu").read_text())
        places = [(token.start, token.end) for token in tokens.values()]
        yield name, text, date.fromisoformat(created[1] if created else ""), list(_marked(xml, text, places))


def _marked(xml: str, text: str, places: list[Span]) -> Iterator[Marked]:
    at, begun = 0, []
    for line in xml.splitlines():
        if line.startswith("<date"):
            begun.append((at, dict(re.findall(r'(\w+)="([^"]*)"', line))))
        elif line.startswith("</date"):
            first, attributes = begun.pop()
            yield Marked(_trim(text, (places[first][0], places[at - 1][1])), attributes)
        elif line and not re.match(r"<.*>$", line):
            at += 1


def _trim(text: str, span: Span) -> Span:
    inner = text[slice(*span)]
    start = span[0] + len(inner) - len(inner.lstrip(" .,()[]"))
    return start, start + len(inner.strip(" .,()[]"))


def gum_guesses(text: str, day: date, marked: set[Span]) -> list[Guess]:
    """Our times of a text that are of a kind that GUM marks; ranges as one or as two, as it has them."""
    found: list[Guess] = []
    for one, value in resolved(text, day):
        reading = one.reading
        if isinstance(reading, Range) and reading.words and _trim(text, one.span) not in marked:
            try:
                ends = reading.ends(Context(day, "past"))
            except (ValueError, OverflowError):
                ends = (value, value)
            found += [Guess(_trim(text, span), end) for span, end in zip(reading.words, ends, strict=True)]
        elif _gum_kind(reading, value):
            found.append(Guess(_trim(text, one.span), value))
    return found


def _gum_kind(reading: Reading, value: Value) -> bool:
    if isinstance(reading, Shift | Stretch) and value.rule == "vague":
        return True
    if value.type == "DATE":
        return value.timex not in (None, "PAST_REF", "PRESENT_REF", "FUTURE_REF")
    return value.days is not None and value.precision not in ("hour", "minute")


def gum_agrees(attributes: dict[str, str], value: Value) -> bool:
    """Whether a value is the one that GUM gives."""
    bounds = [attributes.get(name) for name in ("when", "from", "to", "notBefore", "notAfter")]
    when, first, last, not_before, not_after = bounds
    open_ = next((bound for bound in bounds if bound and bound.startswith("-")), None)
    if open_ and re.fullmatch(r"-\d+", open_) and re.fullmatch(r"-\d+", value.timex or ""):
        return int(open_) == int(value.timex or "")
    if open_:
        return value.days is None and _open_agrees(open_, value.timex or "")
    if value.days is None:
        return value.rule == "vague" and not (when or first or last)
    start, end = str(value.days[0])[:10], str(value.days[1])[:10]
    if when or (first and last):
        return start == _edge(when or first or "", 0) and end == _edge(when or last or "", 1)
    low, high = not_before or first, not_after or last
    return not (low and start < _edge(low, 0)) and not (high and end > _edge(high, 1))


def _open_agrees(wanted: str, timex: str) -> bool:
    seasons = {"06": "SU", "12": "WI", "03": "SP", "09": "FA"}
    month = wanted[2:4]
    return timex == wanted or timex == f"XXXX{wanted[1:]}" or timex == f"XXXX-{seasons.get(month, '?')}"


def _edge(wanted: str, last: int) -> str:
    """The first or the last day of what GUM gives as a year, a month or a day."""
    parts = wanted[:10].split("-")
    if len(parts) == 1:
        return f"{int(parts[0]):04}-{'12-31' if last else '01-01'}"
    if len(parts) == 3:
        return wanted[:10]
    year, month = int(parts[0]), int(parts[1])
    if month > 12:
        return wanted  # "08-1967": nothing is right
    following = date(year + month // 12, month % 12 + 1, 1)
    return str(following - ONE if last else date(year, month, 1))


def gum(folder: Path, split: str, wrong: bool) -> dict[str, float]:
    """F1 of spans, as they are and without modifiers, and the share of right values on the spans found, in per cent."""
    count: Counter[str] = Counter()
    for name, text, day, marked in gum_documents(folder, split):
        wanted = {one.span: one.attributes for one in marked}
        guesses = {one.span: one.value for one in gum_guesses(text, day, set(wanted))}
        both = wanted.keys() & guesses.keys()
        theirs, ours = ({_core(text, span) for span in spans} for spans in (wanted, guesses))
        count.update({"gold": len(wanted), "ours": len(guesses), "both": len(both)})
        count.update({"gold cores": len(theirs), "our cores": len(ours), "both cores": len(theirs & ours)})
        count["value"] += sum(gum_agrees(wanted[span], guesses[span]) for span in both)
        if wrong:
            _show_wrong(name, text, wanted, guesses)
    return {
        "precision": 100 * count["both"] / max(1, count["ours"]),
        "recall": 100 * count["both"] / max(1, count["gold"]),
        "span F1": 200 * count["both"] / max(1, count["ours"] + count["gold"]),
        "span F1 without modifiers": 200 * count["both cores"] / max(1, count["gold cores"] + count["our cores"]),
        "value": 100 * count["value"] / max(1, count["both"]),
    }


def _core(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    core = MODIFIERS.sub("", words)
    start = span[0] + words.index(core)
    return start, start + len(core)


def _show_wrong(name: str, text: str, wanted: dict[Span, dict[str, str]], guesses: dict[Span, Value]) -> None:
    for span in sorted(wanted.keys() | guesses.keys()):
        mine, theirs = guesses.get(span), wanted.get(span)
        if mine and theirs and gum_agrees(theirs, mine):
            continue
        around = text[max(0, span[0] - 50) : span[1] + 30].replace("\n", " ")
        kind = "VALUE" if mine and theirs else "MISSED" if theirs else "EXTRA"
        print(f"{kind} {name} [{text[slice(*span)]}] {theirs} {mine and (mine.timex, mine.rule)} …{around}…")


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
        "--wrong", action="store_true", help="print what is wrong: GUM's split, Recognizers' even cases"
    )
    options = parser.parse_args()
    data = options.shared / "data"
    cases = recognizers_cases(data / "recognizers" / "DateTimeModel.json")
    right = {case["number"]: recognizers_right(case) for case in cases}
    for name, some in _rows(cases).items():
        print(f"Recognizers, {name:34s} {Tally(sum(right[case['number']] for case in some), len(some))}")
    for name, share in gum(data / "gum", options.split, options.wrong).items():
        print(f"GUM {options.split}, {name:42s} {share:.1f} %")
    texts = [text for _, text, _, _ in gum_documents(data / "gum", options.split)]
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
