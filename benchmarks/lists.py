"""Sanctions lists: how fast they are loaded and looked up, how many other names lead home, and who is accused wrongly.

The lists are OFAC's SDN list (CSV) and the UN's consolidated list (XML) of the gold. *Look-up* is timed over a thousand
names of the lists, each for the first time. *Held out*: other names of people and organizations that the list does not
call weak are taken out of the index one by one, and looked up with what they belong to; they are *asserted*, *offered*
as a candidate, or neither, and *another* is an entry of the same list that was asserted in its place. Many of them have
nothing in common with the entry's remaining names (a nom de guerre, a former name), so they are counted apart: *alike*
are those that `firsthand.names` takes for one of them. *Not on a list* are made-up people: the first part of one
leader's name with the rest of another's of the same country, where that is nobody's in the gazetteer. *Leaders* are the
gazetteer's; some are on the lists, and who is asserted is printed to be read.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from benchmarks import gold
from firsthand.lexicon import leaders
from firsthand.listing import ListingKind, named_as
from firsthand.lists import open_list
from firsthand.names import SAME, compare
from firsthand.store import Archive, Sanctions

FILES = ("sdn.csv", "UN_consolidated.xml")
SECONDS, MILLISECONDS = 20.0, 5.0
LOOKED_UP, HELD_OUT, MADE_UP = 1000, 1000, 500


class HeldOut(NamedTuple):
    """What became of an other name that was taken out of the index."""

    alike: bool
    asserted: bool
    offered: bool
    another: bool


def load(archive: Archive) -> float:
    """Loads the lists, prints what came of it, and returns the seconds of the slowest."""
    slowest = 0.0
    for name in FILES:
        path = gold.shared() / "data" / "sanctions" / name
        if not path.exists():
            raise FileNotFoundError(f"{path}: no such gold (set FIRSTHAND_SHARED to the folder with it)")
        began = time.perf_counter()
        file = open_list(path)
        loaded = archive.sanctions.replace(file.head(name), file.entries())
        taken = time.perf_counter() - began
        slowest = max(slowest, taken)
        print(f"import   {loaded.name}: {loaded.entries:,} entries, {loaded.aliases:,} aliases, {taken:.1f} s")
    return slowest


def look_up(archive: Archive, names: list[str], clock: Callable[[], float]) -> tuple[float, float]:
    """Looks every name up once, and returns the median and the 95th percentile in milliseconds."""
    taken = []
    for name in names:
        began = clock()
        archive.sanctions.find(name)
        taken.append(1000 * (clock() - began))
    return statistics.median(taken), sorted(taken)[int(0.95 * len(taken))]


def held_out(db: sqlite3.Connection, rows: list[tuple[int, str, str, str, str]]) -> Iterator[HeldOut]:
    """Looks each other name up while it is not in the index."""
    lists = Sanctions(db, nullcontext, nullcontext)
    for id, name, kind, list_name, entry in rows:
        db.execute("BEGIN")
        db.execute("DELETE FROM listing_name WHERE id = ?", (id,))
        left = db.execute(
            "SELECT name FROM listing_name WHERE listing = (SELECT listing.id FROM listing JOIN list ON list.id = list"
            " WHERE list.name = ? AND entry = ?)",
            (list_name, entry),
        ).fetchall()
        found = [one for one in lists.find(name, ListingKind(kind)) if one.listing.list == list_name]
        db.execute("ROLLBACK")
        as_kind = named_as(ListingKind(kind))
        yield HeldOut(
            alike=any(compare(name, other, as_kind).score >= SAME for (other,) in left),
            asserted=any(one.asserted and one.listing.id == entry for one in found),
            offered=any(one.listing.id == entry for one in found),
            another=any(one.asserted and one.listing.id != entry for one in found),
        )


def made_up(number: int) -> list[tuple[str, str]]:
    """Names that are nobody's, with their country: the first name of one leader with the rest of a compatriot's."""
    by_country = defaultdict(list)
    known = leaders().names
    for name, country in sorted(known.items()):
        first, _, rest = name.partition(" ")
        by_country[country].append((first, rest))
    mixed = {
        (f"{one} {rest}", country)
        for country, names in by_country.items()
        for one, _ in names
        for _, rest in names
        if rest and f"{one} {rest}" not in known
    }
    return random.Random(0).sample(sorted(mixed), number)


def accused(archive: Archive, people: list[tuple[str, str]], *, with_country: bool) -> list[str]:
    """Returns who is asserted, with the name on the list."""
    found = []
    for name, country in people:
        every = archive.sanctions.find(name.title(), ListingKind.PERSON, country if with_country else None)
        hit = next((one for one in every if one.asserted), None)
        if hit:
            found.append(f"{name.title()} ({country}): {hit.written}, {hit.listing.list} {hit.listing.id}")
    return found


def share(part: int, whole: int) -> str:
    """A count out of another, and its share."""
    return f"{part} of {whole} ({part / max(1, whole):.1%})"


def report_held_out(path: Path) -> None:
    """Prints what became of the other names, all and those that are alike."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    rows = db.execute(
        "SELECT listing_name.id, listing_name.name, kind, list.name, entry FROM listing_name"
        " JOIN listing ON listing.id = listing JOIN list ON list.id = list"
        " WHERE role = 'alias' AND kind IN ('person', 'organization') ORDER BY listing_name.id"
    ).fetchall()
    every = list(held_out(db, random.Random(0).sample(rows, HELD_OUT)))
    db.close()
    for label, some in (("all", every), ("alike", [one for one in every if one.alike])):
        told = (f"{field} {share(sum(getattr(o, field) for o in some), len(some))}" for field in HeldOut._fields[1:])
        print(f"held out {label:5s}: {', '.join(told)}")


def report_accused(archive: Archive, *, verbose: bool) -> None:
    """Prints how many who are not on a list are asserted."""
    for label, people in (("made up", made_up(MADE_UP)), ("leaders", sorted(leaders().names.items()))):
        for with_country in (False, True):
            found = accused(archive, people, with_country=with_country)
            how = "with their country" if with_country else "without"
            print(f"{label:8s} asserted {how}: {share(len(found), len(people))}")
            if verbose or label == "made up":
                print("".join(f"           {one}\n" for one in found), end="")


def main() -> int:
    """Prints the figures; 1 when import or look-up takes too long, 2 when the lists are not there."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.lists", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--verbose", action="store_true", help="name the leaders that are asserted")
    verbose = parser.parse_args().verbose
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lists.db"
        with Archive(path) as archive:
            try:
                seconds = load(archive)
            except FileNotFoundError as error:
                print(f"lists: {error}", file=sys.stderr)
                return 2
            with sqlite3.connect(path) as db:
                names = [row[0] for row in db.execute("SELECT DISTINCT name FROM listing_name ORDER BY name")]
            drawn = random.Random(0).sample(names, 2 * LOOKED_UP)
            for label, clock, some in (
                ("by the wall clock", time.perf_counter, drawn[:LOOKED_UP]),
                ("of the processor", time.process_time, drawn[LOOKED_UP:]),
            ):
                median, p95 = look_up(archive, some, clock)
                print(f"look-up  median {median:.1f} ms, 95th percentile {p95:.1f} ms {label}, {len(some):,} names")
            report_held_out(path)
            report_accused(archive, verbose=verbose)
    return int(seconds >= SECONDS or median >= MILLISECONDS)


if __name__ == "__main__":
    sys.exit(main())
