"""Dates that GUM marks, beside ours: the spans as they are and as what GUM means by a date, and the values.

``data/gum/xml`` has ``<date>`` elements; spans are compared but for punctuation at their ends. What GUM takes for a
date was read off its training documents, and both sides are mapped alike:

- GUM marks neither repetitions, vague references ("now", "recently", "years ago") nor hours: ours are left out. Of a
  day with an hour it marks the day ("tomorrow" of "noon tomorrow"), so the hour is let go. Of lengths ("ten years") it
  marks one in twenty, those that it can put on the calendar: they are left out on both sides.
- It marks the two ends of a range apart or as one, so either counts.
- It goes either way about the words around the date itself: "the", a preposition, "early", "almost", "the end of",
  "the year", a part of the day. *Span F1 without modifiers* lets these go on both sides; *span F1* does not.

Values are compared on the spans that agree as they are. One is right if it has the same first and last day
(``notBefore``, ``notAfter``: lies between them, or is said to be vague); what GUM leaves without a year must be so
here. A time without sharp bounds (a season, "early", "the past five years", "this week") must share half of the days
that either covers: GUM ends a summer with September, begins "the late 1970s" with 1976, and ends "this week" now with
its Sunday, now with the day of the text. A last day on 1 January after a first one on 1 January stands for its year
(the 1960s are "1960-01-01" to "1969-01-01").

All else counts as wrong: "our last day", "his senior year", "World War II", what GUM knows from the world, its slips.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from firsthand.times.bounded import Clipped
from firsthand.times.counted import CLOCKED, Ahead, Part, Relative, Shift, Stretch
from firsthand.times.readings import Bare, Clock, Range
from firsthand.times.step import resolved
from firsthand.times.tense import tense
from firsthand.times.values import Context, Reading, Value
from training.gum_files import read_tokens

_HOUR = r"(?:\d{1,2}(?::\d\d)?\s?[ap]\.?\s?m\b\.?|\d{1,2}:\d\d|\d{1,2}\so['’]clock|noon|midnight)(?:\s[A-Z]{2,4}\b)?"
MODIFIERS = re.compile(
    rf"^(?:{_HOUR}(?=[\s,])[\s,]*)?(?:(?:the|a|an|early|late|later|earlier|mid|middle|beginning|start|end|turn|of|in|on|at|by|"
    r"since|from|until|during|between|before|after|about|around|circa|c|ca|nearly|almost|more|less|than|least|over|just|"
    r"(?:morning|evening|afternoon|night)(?=\sof\b)|(?:first|second|last)\s(?:half|part|quarter)|year(?=\s(?:of\s)?\d))\b\.?[\s,-]*)*"
    r"(?=\S)"
    rf"|(?<=day|row)[\s,]+(?:(?:late|early)\s)?(?:in\sthe\s)?(?:morning|afternoon|evening|night)$|[\s,]+(?:at\s|about\s)*{_HOUR}$",
    re.I,
)
_LENGTH = re.compile(
    r"(?:(?:about|almost|nearly|over|under|around|more than|less than|only|just|another)\s)*(?:an?|\d+|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|several|some|many|few|a few|"
    r"a couple of)[\s-](?:day|week|month|year|decade|century|centurie)s?",
    re.I,
)
_ONE = timedelta(1)
Span = tuple[int, int]


class Marked(NamedTuple):
    """A date that GUM marks."""

    span: Span
    attributes: dict[str, str]


class Guess(NamedTuple):
    """A time that we found, with what it comes to."""

    span: Span
    value: Value
    loose_ends: bool = False


def documents(folder: Path, split: str) -> Iterator[tuple[str, str, date, list[Marked]]]:
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
            span = _trim(text, (places[first][0], places[at - 1][1]))
            if not _LENGTH.fullmatch(text[slice(*span)]):
                yield Marked(span, attributes)
        elif line and not re.match(r"<.*>$", line):
            at += 1


def _trim(text: str, span: Span) -> Span:
    inner = text[slice(*span)]
    start = span[0] + len(inner) - len(inner.lstrip(" .,()[]"))
    return start, start + len(inner.strip(" .,()[]"))


def guesses(text: str, day: date, cores: set[Span]) -> list[Guess]:
    """Our times of a text that are of a kind that GUM marks; ranges as one or as two, as its cores have them."""
    found: list[Guess] = []
    for one, value in resolved(text, day):
        reading = one.reading
        if isinstance(reading, Range) and reading.words and core(text, _trim(text, one.span)) not in cores:
            try:
                ends = reading.ends(Context(day, tense(text, *one.span)))
            except (ValueError, OverflowError):
                ends = (value, value)
            parts = zip(reading.words, ends, (reading.first, reading.last), strict=True)
            found += [_guess(text, span, end, part) for span, end, part in parts if _is_kind(part, end)]
        elif _is_kind(reading, value):
            found.append(_guess(text, one.span, value, reading))
    return found


def _guess(text: str, span: Span, value: Value, reading: Reading) -> Guess:
    this_week = reading == Relative("week", 0)
    loose = this_week or isinstance(reading, Bare | Part | Clipped | Stretch) or value.precision == "season"
    return Guess(_trim(text, span), value, loose)


def _is_kind(reading: Reading, value: Value) -> bool:
    """Whether a time is of a kind that GUM marks."""
    if isinstance(reading, Shift) and (value.rule == "vague" or reading.unit in CLOCKED):
        return False
    if isinstance(reading, Ahead) and reading.length.unit in CLOCKED:
        return False
    if isinstance(reading, Clock) and value.precision in ("hour", "minute"):
        return reading.day is not None and value.days is not None
    if isinstance(reading, Stretch) and value.rule == "vague":
        return True
    if value.type == "DATE":
        return value.timex not in (None, "PAST_REF", "PRESENT_REF", "FUTURE_REF")
    return value.days is not None and value.precision not in ("hour", "minute")


def agrees(attributes: dict[str, str], value: Value, loose_ends: bool = False) -> bool:
    """Whether a value is the one that GUM gives; with loose ends, at least half of it."""
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
    low, high = not_before or first or when, not_after or last or when
    if loose_ends and low and high:
        return _share((start, end), (_edge(low, 0), _last(low, high))) >= 0.5
    if when or (first and last):
        return start == _edge(low or "", 0) and end == _last(low or "", high or "")
    return not (low and start < _edge(low, 0)) and not (high and end > _edge(high, 1))


def _share(one: tuple[str, str], other: tuple[str, str]) -> float:
    """How many of the days that either of two stretches covers both do."""
    try:
        (a, b), (c, d) = ([date.fromisoformat(day).toordinal() for day in days] for days in (one, other))
    except ValueError:
        return 0
    return max(0, min(b, d) - max(a, c) + 1) / (max(b, d) - min(a, c) + 1)


def _last(first: str, last: str) -> str:
    year_to_year = first != last and first.endswith("-01-01") and last.endswith("-01-01")
    return _edge(last[:4] if year_to_year else last, 1)


def _open_agrees(wanted: str, timex: str) -> bool:
    seasons = {"06": "SU", "12": "WI", "03": "SP", "09": "FA"}
    month = wanted[2:4]
    return timex in (wanted, f"XXXX{wanted[1:]}", f"XXXX{wanted[1:5]}", f"XXXX-{seasons.get(month, '?')}")


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
    return str(following - _ONE if last else date(year, month, 1))


def figures(folder: Path, split: str, wrong: bool) -> dict[str, float]:
    """F1 of spans, as they are and without modifiers, and the share of right values on the spans found, in per cent."""
    count: Counter[str] = Counter()
    genres: dict[str, Counter[str]] = {}
    for name, text, day, marked in documents(folder, split):
        wanted = {core(text, one.span): one for one in marked}
        ours = guesses(text, day, set(wanted))
        found = {core(text, one.span): one for one in ours}
        both = wanted.keys() & found.keys()
        count.update({"gold": len(wanted), "ours": len(found), "both": len(both)})
        genre = genres.setdefault(name.split("_")[1], Counter())
        genre.update({"either": len(wanted) + len(found), "both": 2 * len(both)})
        same = {one for one in both if wanted[one].span == found[one].span}
        right = {one for one in both if agrees(wanted[one].attributes, *found[one][1:])}
        count.update({"exact": len(same), "value": len(right & same)})
        if wrong:
            _show_wrong(name, text, wanted, found, right)
    either = max(1, count["ours"] + count["gold"])
    return {
        "span F1": 200 * count["exact"] / either,
        "span F1 without modifiers": 200 * count["both"] / either,
        "precision without modifiers": 100 * count["both"] / max(1, count["ours"]),
        "recall without modifiers": 100 * count["both"] / max(1, count["gold"]),
        "value": 100 * count["value"] / max(1, count["exact"]),
        **{
            f"{genre}: span F1 without modifiers": 100 * one["both"] / max(1, one["either"])
            for genre, one in genres.items()
        },
    }


def core(text: str, span: Span) -> Span:
    """Return the span without the words around the date that GUM now marks and now does not."""
    words = text[slice(*span)]
    inner = MODIFIERS.sub("", words) or words
    start = span[0] + words.index(inner)
    return start, start + len(inner)


def _show_wrong(name: str, text: str, wanted: dict[Span, Marked], found: dict[Span, Guess], right: set[Span]) -> None:
    for span in sorted((wanted.keys() | found.keys()) - right):
        mine, theirs = found.get(span), wanted.get(span)
        around = text[max(0, span[0] - 50) : span[1] + 30].replace("\n", " ")
        kind = "VALUE" if mine and theirs else "MISSED" if theirs else "EXTRA"
        value = mine and (mine.value.timex, mine.value.rule)
        print(f"{kind} {name} [{text[slice(*span)]}] {theirs and theirs.attributes} {value} …{around}…")
