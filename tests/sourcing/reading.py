"""Turns a report with marks in place (the format of training/markup.py) into the input of the step and runs it."""

import re

from firsthand.sourcing import source
from firsthand.spans import Quotation
from firsthand.types import Attribution, Report

MARK = re.compile(r"\{([SCX])(\d+(?:,\d+)*) |\}")


def unmark(marked: str) -> tuple[str, dict[int, dict[str, list[tuple[int, int]]]]]:
    """Return the text without marks, and the spans of each attribution by role."""
    text, stack, last = "", [], 0
    spans: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for m in MARK.finditer(marked):
        text += marked[last : m.start()]
        last = m.end()
        if m[1]:
            stack.append((m[1], [int(n) for n in m[2].split(",")], len(text)))
            continue
        role, numbers, start = stack.pop()
        for n in numbers:
            spans.setdefault(n, {"S": [], "C": [], "X": []})[role].append((start, len(text)))
    return text + marked[last:], spans


def contains(outer: Quotation, inner: Quotation) -> bool:
    """Tell whether an attribution's source and cue stand inside another's content."""
    need = inner.source + inner.cue
    return outer is not inner and all(any(s <= a and b <= e for s, e in outer.content) for a, b in need)


def read(marked: str, **report: object) -> dict[int, Attribution]:
    """Run the step on a marked report; attributions by their number. ``within`` is fed by containment."""
    text, spans = unmark(marked)
    numbers = list(spans)
    bare = [
        Quotation(source=tuple(sorted(r["S"])), cue=tuple(sorted(r["C"])), content=tuple(sorted(r["X"])))
        for r in spans.values()
    ]
    made = []
    for q in bare:
        outer = [i for i, o in enumerate(bare) if contains(o, q)]
        size = [sum(e - s for s, e in bare[i].content) for i in outer]
        within = outer[size.index(min(size))] if outer else None
        made.append(Quotation(source=q.source, cue=q.cue, content=q.content, within=within))
    found = source(Report(id="r", text=text, **report), tuple(made))
    by_spans = {(a.source, a.cue, a.content): a for a in found}
    return {n: by_spans[q.source, q.cue, q.content] for n, q in zip(numbers, made, strict=True)}


def by_id(read_report: dict[int, Attribution], name: str | None) -> int | None:
    """Return the number of the attribution with an id."""
    return next((n for n, a in read_report.items() if a.id == name), None)
