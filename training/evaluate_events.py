"""Measures events: those of our own reports, the type between two parties, and certainty."""

from collections import Counter

import numpy as np

from firsthand.decoding import decode
from firsthand.scores import TYPES, Options, Window
from firsthand.spans import Happening
from firsthand.types import Span
from training.documents import Document, Pair
from training.documents import Happening as Gold

ROLES = ("actor", "recipient", "place", "time")


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _percent(right: int, found: int, wanted: int) -> float:
    return round(200 * right / max(1, found + wanted), 1)


def measure_events(documents: list[Document], scored: list[list[Window]], options: Options) -> dict[str, float]:
    """Measure events against gold: F1 of trigger and of trigger with type; over those found, the rest, in percent.

    A trigger is right when it shares a character with gold's; the words of a role when they share one with a filler
    of gold's: precision counts ours, recall gold's.
    """
    count: Counter[str] = Counter()
    for document, windows in zip(documents, scored, strict=True):
        free = list(document.happenings)
        found = decode(windows, options).happenings
        count["found"] += len(found)
        count["wanted"] += len(free)
        for event in found:
            same = [g for g in free if _meet(g.trigger, event.trigger)]
            if same:
                gold = max(same, key=lambda g: g.type == event.type)
                free.remove(gold)
                count.update(_compared(event, gold))
    rows = {
        "trigger F1": _percent(count["trigger"], count["found"], count["wanted"]),
        "event F1": _percent(count["type"], count["found"], count["wanted"]),
        "event R": round(100 * count["type"] / max(1, count["wanted"]), 1),
    }
    rows |= {k: round(100 * count[k] / max(1, count["type"]), 1) for k in ("mode", "factuality")}
    return rows | {role: _f1(count, role) for role in ROLES}


def _f1(count: Counter[str], role: str) -> float:
    precision = count[role + " right"] / max(1, count[role + " found"])
    recall = count[role + " met"] / max(1, count[role + " wanted"])
    return round(200 * precision * recall / max(1e-9, precision + recall), 1)


def _compared(event: Happening, gold: Gold) -> Counter[str]:
    count = Counter({"trigger": 1})
    if event.type != gold.type:
        return count
    count.update({"type": 1, "mode": event.mode == gold.mode, "factuality": event.factuality == gold.factuality})
    for role in ROLES:
        have, want = getattr(event, role), gold.roles.get(role, [])
        count[role + " right"] += sum(any(_meet(h, w) for w in want) for h in have)
        count[role + " met"] += sum(any(_meet(h, w) for h in have) for w in want)
        count[role + " found"] += len(have)
        count[role + " wanted"] += len(want)
    return count


def type_between(pair: Pair, windows: list[Window]) -> str | None:
    """The type of what one party does to another, by the scores of the window that both stand in."""
    for window in windows:
        scores, words = window.happenings, window.words
        sides = [(words[:, 0] < e) & (words[:, 1] > s) for s, e in (pair.source, pair.target)]
        if not all(side.any() for side in sides) or not len(scores.tags):
            continue
        tags = scores.tags[:, 1 : 1 + len(TYPES)]
        if len(scores.anchors):
            odds = scores.roles
            taken = sum(-np.logaddexp(0, -odds[:, side, r]).mean(1) for r, side in enumerate(sides))
            tags = tags[scores.anchors] + taken[:, None]
        return TYPES[int(np.logaddexp.reduce(tags, 0).argmax())]
    return None


def measure_pairs(documents: list[Document], scored: list[list[Window]]) -> dict[str, float]:
    """Macro-F1 and accuracy of the type between two parties, in percent; types that gold puts together are one."""
    right: Counter[tuple[str, ...]] = Counter()
    found, wanted = right.copy(), right.copy()
    groups = {t: p.types for d in documents for p in d.pairs for t in p.types}
    for document, windows in zip(documents, scored, strict=True):
        for pair in document.pairs:
            guess = type_between(pair, windows)
            group = groups.get(guess or "", (guess or "",))
            wanted[pair.types] += 1
            found[group] += 1
            right[pair.types] += group == pair.types
    f1 = [2 * right[g] / (found[g] + wanted[g]) for g in wanted]
    return {
        "type macro-F1": round(100 * sum(f1) / max(1, len(f1)), 1),
        "type accuracy": round(100 * right.total() / max(1, wanted.total()), 1),
    }


def measure_certainty(documents: list[Document], scored: list[list[Window]]) -> dict[str, float]:
    """Pearson's r between the certainty of words and gold's."""
    pairs = []
    for document, windows in zip(documents, scored, strict=True):
        for start, end, value in document.sure:
            for window in windows:
                hit = (window.words[:, 0] < end) & (window.words[:, 1] > start)
                if hit.any() and len(window.happenings.certainty):
                    pairs.append((float(window.happenings.certainty[hit.argmax()]), value))
                    break
    made, gold = np.array(pairs, dtype=np.float64).reshape(-1, 2).T
    return {"certainty r": round(float(np.corrcoef(made, gold)[0, 1]), 3) if len(pairs) > 1 else 0.0}
