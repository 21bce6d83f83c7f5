"""Feeds gold spans into ``firsthand.sourcing.source`` and prints, field by field, how often it is right.

    python benchmarks/sourcing_gold.py [--shared FOLDER] [--misses [FIELD]] [--jitter]

Four sets are printed apart: our own annotated reports (``training/corpus``) in two parts, of which the held-out one
(a quarter, by the checksum of the file's name) never shows its misses, and, where ``--shared`` is there, the two
stories and the real report. ``within`` is fed as decoding finds it, by containment.
"""

import argparse
import json
import random
import re
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from firsthand.sourcing import source  # noqa: E402
from firsthand.spans import Quotation  # noqa: E402
from firsthand.types import Attribution, Report, Spans  # noqa: E402
from training.markup import read_marked  # noqa: E402

FIELDS = (
    "kind",
    "unnamed",
    "count",
    "stance",
    "form",
    "via",
    "no via",
    "within",
    "same_source",
    "descriptor",
    "occasion",
)
Gold = dict[str, Any]


def spans(pieces: list[list[int]]) -> Spans:
    """Return JSON spans as tuples."""
    return tuple((s, e) for s, e in pieces)


def corpus(held: bool) -> Iterator[tuple[str, Report, list[Gold]]]:
    """Read our own annotated reports of one part; files that break the format are passed over."""
    for path in sorted((ROOT / "training" / "corpus").glob("*.txt")):
        if (zlib.crc32(path.name.encode()) % 4 == 0) is not held:
            continue
        try:
            marked = read_marked(path)
        except ValueError as e:
            print(f"passed over: {e}", file=sys.stderr)
            continue
        known = marked.meta.get
        report = Report(
            id=path.stem, text=marked.text, outlet=known("outlet"), published=known("published"), title=known("title"),
            byline=known("byline"),
        )  # fmt: skip
        rows = [{**a, "same_source": a["same"], "id": str(a["id"])} for a in marked.attributions]
        yield path.stem, report, rows


def stories(shared: Path) -> Iterator[tuple[str, Report, list[Gold]]]:
    """Read the shared stories."""
    for folder in sorted((shared / "stories").glob("story_*")):
        marks = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["attributions"]
        for path in sorted((folder / "reports").glob("*.json")):
            raw = json.loads(path.read_text(encoding="utf-8"))
            yield (
                path.stem,
                Report(**{k: raw.get(k) for k in ("id", "text", "outlet", "title", "byline")}),
                [{**a, "same_source": a.get("same_source_as")} for a in marks[raw["id"]]],
            )


def report(shared: Path) -> Iterator[tuple[str, Report, list[Gold]]]:
    """Read the shared real report."""
    for path in sorted((shared / "reports").glob("*.gold.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, Report(id=path.stem, text=raw["text"]), raw["attributions"]


EDGES = re.compile(r"(?:(?:the|an?|that|whether|to|“|\"|‘)\s*)", re.IGNORECASE)


def jitter(pieces: list[list[int]], text: str, dice: random.Random) -> list[list[int]]:
    """Shift borders as a model does: an article, "that" or a mark at the head dropped or taken in."""
    moved = []
    for s, e in pieces:
        head = EDGES.match(text, s, e)
        before = next((m for m in EDGES.finditer(text, max(0, s - 9), s) if m.end() == s), None)
        start = head.end() if head and head.end() < e else before.start() if before else s
        end = e - 1 if text[e - 1] in '”",.’' and e - 1 > start else e
        moved.append([start if dice.random() < 0.4 else s, end if dice.random() < 0.4 else e])
    return moved


def shaken(gold: list[Gold], text: str, seed: int) -> list[Gold]:
    """Return the gold with shifted borders; everything else stays as it is."""
    dice = random.Random(seed)
    return [{**g, **{k: jitter(g[k], text, dice) for k in ("source", "cue", "content")}} for g in gold]


def contained(i: int, gold: list[Gold]) -> int | None:
    """Return the gold attribution whose content holds all of another's source and cue, the smallest one."""
    a = gold[i]
    need = [tuple(x) for x in a["source"] + a["cue"]]
    outer = [
        j
        for j, g in enumerate(gold)
        if j != i and need and all(any(s <= p and q <= e for s, e in g["content"]) for p, q in need)
    ]
    return min(outer, key=lambda j: sum(e - s for s, e in gold[j]["content"])) if outer else None


def run(text: Report, gold: list[Gold]) -> list[Attribution]:
    """Run the step on gold spans; the result stands in the order of the gold."""
    made = tuple(
        Quotation(
            source=spans(a["source"]), cue=spans(a["cue"]), content=spans(a["content"]), within=contained(i, gold)
        )
        for i, a in enumerate(gold)
    )
    found = list(source(text, made))
    ordered = []
    for q in made:
        hit = next(a for a in found if (a.source, a.cue, a.content) == (q.source, q.cue, q.content))
        found.remove(hit)
        ordered.append(hit)
    return ordered


def judge(gold: Gold, got: Attribution, ids: dict[str, str], text: str) -> Iterator[tuple[str, bool, object, object]]:
    """Yield, for each field that the gold settles, whether it is right, what was wanted and what came."""
    for name in ("kind", "unnamed", "stance", "form"):
        if name in gold:
            yield name, getattr(got, name) == gold[name], gold[name], str(getattr(got, name))
    if gold.get("unnamed") and gold.get("count"):
        yield "count", got.count == gold["count"], gold["count"], got.count
    if gold.get("via"):
        fold = [v.casefold() for v in got.via]
        yield "via", fold == [v.casefold() for v in gold["via"]], gold["via"], got.via
    elif not gold.get("within"):
        yield "no via", not got.via, [], got.via
    if gold.get("within"):
        yield "within", got.within == ids[str(gold["within"])], ids[str(gold["within"])], got.within
    if gold.get("same_source"):
        yield (
            "same_source",
            got.same_source == ids[str(gold["same_source"])],
            ids[str(gold["same_source"])],
            got.same_source,
        )
    if gold.get("descriptor"):
        yield "descriptor", got.descriptor == gold["descriptor"], gold["descriptor"], got.descriptor
    if gold.get("occasion"):
        span = text[slice(*got.occasion)] if got.occasion else None
        wanted = gold["occasion"] if isinstance(gold["occasion"], str) else text[slice(*gold["occasion"])]
        yield "occasion", span == wanted, wanted, span


def measure(name: str, reports: Iterator[tuple[str, Report, list[Gold]]], misses: str | None, shake: bool) -> None:
    """Print one set's table, and its misses where they are asked for."""
    right, seen, lines, spent, count = Counter[str](), Counter[str](), [], 0.0, 0
    for stem, text, gold in reports:
        began = time.perf_counter()
        got = run(text, shaken(gold, text.text, zlib.crc32(stem.encode())) if shake else gold)
        spent += time.perf_counter() - began
        count += len(gold)
        ids = {str(g["id"]): a.id for g, a in zip(gold, got, strict=True)}
        for g, a in zip(gold, got, strict=True):
            for field, good, wanted, came in judge(g, a, ids, text.text):
                right[field] += good
                seen[field] += 1
                if not good and misses in ("all", field):
                    says = " | ".join("/".join(text.text[s:e] for s, e in g[k]) for k in ("source", "cue", "content"))
                    why = a.reasons.get(field.split()[-1])
                    lines.append(
                        f"  {field:8} {stem} {a.id} want {wanted} got {came} ({why and why.rule}): {says[:230]}"
                    )
    print(f"{name}: {count} attributions, {1e6 * spent / max(count, 1):.0f} µs each")
    print("  " + "  ".join(f"{f} {100 * right[f] / seen[f]:.1f} ({right[f]}/{seen[f]})" for f in FIELDS if seen[f]))
    print(*lines, sep="\n", end="\n" if lines else "")


def main() -> None:
    """Read the arguments and print the four tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with stories/ and reports/")
    parser.add_argument("--misses", nargs="?", const="all", help="print what went wrong, in one field or in all")
    parser.add_argument("--jitter", action="store_true", help="shift the borders a word, as a model does")
    args = parser.parse_args()
    measure("own reports, open", corpus(held=False), args.misses, args.jitter)
    measure("own reports, held out", corpus(held=True), None, args.jitter)
    if args.shared.is_dir():
        measure("stories", stories(args.shared), args.misses, args.jitter)
        measure("real report", report(args.shared), args.misses, args.jitter)


if __name__ == "__main__":
    main()
