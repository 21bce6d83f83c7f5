"""How well names are compared, on labelled pairs of names: one person or company, or two.

The pairs in ``names/cases.csv`` of the gold were made to test screening against sanctions lists. A pair is taken for
one when its likeness reaches a threshold: ``firsthand.names.SAME``, and the threshold that would have been best on
these pairs. The names were compared while the code was written on the half of the pairs that is called *seen* (those
with an even CRC-32 of both names, joined by a tab); the errors in the other half were not looked at. A vessel's name is
compared as one of unknown kind. *Blocking* is the share of the true pairs that share a key, and so would be compared
in a long list. The speed is that of all names with one another, made ready first, by the processor's clock.
"""

import argparse
import csv
import sys
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import NamedTuple

from benchmarks import gold
from firsthand.names import SAME, compare, keys, prepare
from firsthand.types import Kind

TARGET = 0.79
KINDS = {"Person": Kind.PERSON, "Company": Kind.ORGANIZATION, "Organization": Kind.ORGANIZATION}
TIMED = 50_000


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, what bears them, and whether they are one."""

    one: str
    other: str
    kind: Kind | None
    same: bool

    @property
    def seen(self) -> bool:
        """The pair was looked at while the code was written."""
        return zlib.crc32(f"{self.one}\t{self.other}".encode()) % 2 == 0


class Figures(NamedTuple):
    """Precision, recall and F1 at a threshold, 0 to 1."""

    threshold: float
    precision: float
    recall: float
    f1: float


def cases() -> list[Case]:
    """Reads the labelled pairs.

    Raises:
        FileNotFoundError: they are not there.
    """
    path = gold.shared() / "data" / "names" / "cases.csv"
    if not path.exists():
        raise FileNotFoundError(f"{path}: no such gold (set FIRSTHAND_SHARED to the folder with it)")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return [Case(r["name1"], r["name2"], KINDS.get(r["schema"]), r["is_match"] == "true") for r in rows]


def at(threshold: float, scored: Sequence[tuple[float, bool]]) -> Figures:
    """The figures where likenesses from the threshold on are taken for one.

    Args:
        threshold: 0 to 1.
        scored: the likeness of each pair, and whether it is one.
    """
    taken = [same for score, same in scored if score >= threshold]
    right, wanted = sum(taken), sum(same for _, same in scored)
    precision, recall = right / len(taken) if taken else 0.0, right / wanted if wanted else 0.0
    return Figures(threshold, precision, recall, 2 * right / (len(taken) + wanted) if taken or wanted else 0.0)


def best(scored: Sequence[tuple[float, bool]]) -> Figures:
    """The figures at the threshold, in hundredths, that has the highest F1."""
    return max((at(step / 100, scored) for step in range(101)), key=lambda figures: figures.f1)


def blocking(some: Sequence[Case]) -> float:
    """The share of the true pairs that share a key."""
    true = [case for case in some if case.same]
    return sum(bool(keys(c.one, c.kind) & keys(c.other, c.kind)) for c in true) / max(1, len(true))


def speed(some: Sequence[Case]) -> float:
    """Comparisons a second of processor time, each pair met for the first time."""
    ready = [prepare(name) for name in sorted({name for case in some for name in (case.one, case.other)})]
    pairs = list(islice(combinations(ready, 2), TIMED))
    began = time.process_time()
    for one, other in pairs:
        compare(one, other)
    return len(pairs) / max(1e-9, time.process_time() - began)


def main() -> int:
    """Prints the table; 1 when F1 at the best threshold is under the target, 2 when the pairs are not there."""
    argparse.ArgumentParser(
        prog="python -m benchmarks.names", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    try:
        every = cases()
    except FileNotFoundError as error:
        print(f"names: {error}", file=sys.stderr)
        return 2
    parts = {"all": every, "seen": [c for c in every if c.seen], "not seen": [c for c in every if not c.seen]}
    print(f"{'':10s} {'pairs':>5s}  threshold  precision  recall    F1")
    for name, part in parts.items():
        scored = [(compare(case.one, case.other, case.kind).score, case.same) for case in part]
        for label, figures in (("best", best(scored)), ("default", at(SAME, scored))):
            columns = f"{figures.precision:9.3f} {figures.recall:7.3f} {figures.f1:5.3f}"
            print(f"{name:10s} {len(part):5d}  {figures.threshold:.2f} {label:8s} {columns}")
        if name == "all":
            reached = best(scored).f1
    print(f"blocking: {blocking(every):.1%} of the true pairs share a key")
    print(f"speed: {speed(every):,.0f} comparisons a second of processor time")
    return int(reached < TARGET)


if __name__ == "__main__":
    sys.exit(main())
