"""The gate: the shipped model against its floors, ``benchmarks/floors.json``.

Fails when a measure falls below its floor. ``--raise`` writes higher floors where more was reached, and never a lower
one: to lower a floor is a decision, made by hand and explained in its commit. Floors belong to one gold; where the gold
has changed nothing is compared. A new floor is the figure less half a point or one gold item, whichever is more, since
int8 arithmetic differs a little from one processor to the next.
"""

import argparse
import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import footprint, gold, speed
from benchmarks.measures import MEASURES, TARGETS, Value
from benchmarks.running import BenchmarkError

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.5


@dataclass(slots=True)
class Floors:
    """What must not be fallen short of, and the digests of the gold that it was measured on."""

    gold: dict[str, str] = field(default_factory=dict)
    floors: dict[str, float] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Floors":
        """Reads the floors; a missing file has none."""
        if not path.exists():
            return cls()
        stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return cls(stored["gold"], stored["floors"])

    def write(self, path: Path) -> None:
        """Writes the floors, sorted."""
        stored = {"gold": dict(sorted(self.gold.items())), "floors": dict(sorted(self.floors.items()))}
        path.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")

    def changed(self, digests: Mapping[str, str]) -> list[str]:
        """The corpora that are no longer those that the floors were measured on."""
        return sorted(name for name, digest in digests.items() if self.gold.get(name, digest) != digest)

    def missed(self, values: Mapping[str, Value]) -> list[str]:
        """The measures that lie below their floor."""
        return [key for key, value in values.items() if value.share < self.floors.get(key, 0.0)]

    def raised(self, values: Mapping[str, Value], digests: Mapping[str, str]) -> "Floors":
        """Floors that are nowhere lower than these, and higher where more was reached."""
        reached = {key: floor_for(value) for key, value in values.items()}
        higher = {key: max(floor, self.floors.get(key, 0.0)) for key, floor in reached.items()}
        return Floors({**self.gold, **digests}, {**self.floors, **higher})


def floor_for(value: Value) -> float:
    """The floor that a figure supports, in whole tenths, never below 0."""
    slack = max(SLACK, 100 / value.of if value.of else 0.0)
    return max(0.0, math.floor(10 * (value.share - slack)) / 10)


def table(values: Mapping[str, Value], floors: Floors) -> str:
    """The figures as text: measure, value, floor, target, and a word where something is wrong."""
    missed = set(floors.missed(values))
    lines = [f"{'measure':44s} {'value':>7s} {'floor':>7s} {'target':>7s} {'of':>6s}"]
    for key, value in values.items():
        floor, target = floors.floors.get(key), TARGETS.get(key)
        word = "below its floor" if key in missed else "short of the target" if target and value.share < target else ""
        lines.append(f"{key:44s} {value.share:7.2f} {_cell(floor)} {_cell(target)} {value.of:6d}  {word}".rstrip())
    return "\n".join(lines)


def _cell(number: float | None) -> str:
    return f"{number:7.1f}" if number is not None else f"{'-':>7s}"


def check(raise_floors: bool, path: Path = FLOORS) -> int:
    """Measures, prints the table, and compares.

    Args:
        raise_floors: write the floors that were reached, where they are higher.
        path: the file with the floors.

    Returns:
        The exit status: 0, or 1 when something lies below its floor.

    Raises:
        BenchmarkError: the gold has changed, or Firsthand can't be run.
        FileNotFoundError: the gold is not there.
    """
    floors = Floors.read(path)
    digests = {name: gold.digest(name) for corpora in MEASURES for name in corpora}
    if changed := floors.changed(digests):
        news = ", ".join(f"{name} is now {digests[name]}" for name in changed)
        raise BenchmarkError(f"the gold has changed: {news}; measure again and edit {path.name} by hand")
    values = {key: value for measure in MEASURES.values() for key, value in measure().items()}
    print(table(values, floors))
    missed = floors.missed(values)
    if raise_floors and not missed:
        floors.raised(values, digests).write(path)
    gone = sorted(set(floors.floors) - set(values))
    for key in gone:
        print(f"{key}: has a floor and was not measured")
    print(f"gate: {len(values) - len(missed)} passed, {len(missed) + len(gone)} failed")
    return 1 if missed or gone else 0


def costs() -> int:
    """Takes and prints start, memory, size and speed; 1 when one misses its limit.

    Raises:
        BenchmarkError: one of them can't be taken.
        FileNotFoundError: PolNeAR is not there.
    """
    figures = footprint.measure(runs=5, batch=1000, size=True)
    print(footprint.table(figures))
    text, ratio = speed.measure()
    print(text)
    missed = footprint.over(figures) + (["speed"] if ratio < speed.TARGET else [])
    taken = sum(name in footprint.LIMITS for name in figures) + 1
    print(f"costs: {taken - len(missed)} passed, {len(missed)} failed")
    return 1 if missed else 0


def main() -> int:
    """Runs the gate from the command line; 2 when nothing could be compared."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--costs", action="store_true", help="then take start, memory, size, and speed beside spaCy")
    parser.add_argument("--if-present", action="store_true", help="skip, and say so, where there is no gold at all")
    options = parser.parse_args()
    if options.if_present and not gold.shared().is_dir():
        print(f"gate: no gold in {gold.shared()}: 1 skipped")
        return 0
    try:
        status = check(options.raise_floors)
        return (costs() or status) if options.costs else status
    except (BenchmarkError, FileNotFoundError) as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
