"""Which entries of the lists have a name near another: found by keys, without a look at the rest."""

import json
import math
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from firsthand.listing import Asked, Listing, ListingKind, named_as
from firsthand.names import keys, prepare
from firsthand.types import Kind

_COMPARED = 20  # names that are compared in full; benchmarks/lists.py tells what is lost
_SHARED = 0.3  # of the weight of all keys that are known; names with less in common do not come near
_FREQUENT = 4000  # names with one key; from there on, the key tells nobody apart
_KINDS = (Kind.PERSON, Kind.ORGANIZATION, None)

_COUNTS = """
SELECT value, (SELECT count(*) FROM (SELECT 1 FROM listing_key WHERE key = value LIMIT ?)) FROM json_each(?)"""
_NEAR = """
SELECT listing, listing_name.name
FROM listing_name JOIN (
    SELECT name, sum(value) AS shared FROM json_each(?) AS asked JOIN listing_key ON listing_key.key = asked.key
    GROUP BY name HAVING shared >= ? ORDER BY shared DESC, name LIMIT ?
) AS near ON near.name = listing_name.id
ORDER BY shared DESC, near.name"""
_LISTING = """
SELECT list.name, entry, kind, programs, authorities, countries, listed, delisted, remarks, published
FROM listing JOIN list ON list.id = listing.list WHERE listing.id = ?"""
_NAMES = "SELECT role, name FROM listing_name WHERE listing = ? ORDER BY id"


def name_keys(name: str, kind: Kind | None) -> frozenset[str]:
    """Return the keys by which a name is found, and one that only the very same words have."""
    ready = prepare(name, kind)
    return keys(ready) | {f"≡{' '.join(sorted(ready.words))}"}


def near(db: sqlite3.Connection, asked: Asked) -> dict[int, list[str]]:
    """Return the names worth comparing, by entry: those that share the most and the rarest keys."""
    weights = _weights(db, asked)
    found = defaultdict(list)
    least = _SHARED * sum(weights.values())
    for listing, name in db.execute(_NEAR, (json.dumps(weights), least, _COMPARED)):
        found[listing].append(name)
    return found


def _weights(db: sqlite3.Connection, asked: Asked) -> dict[str, float]:
    """Return the keys of a name, each with how much it says that another name has it too."""
    kinds = (named_as(asked.kind),) if asked.kind else _KINDS
    wanted = sorted(frozenset().union(*(name_keys(asked.name, kind) for kind in kinds)))
    counts = {key: n for key, n in db.execute(_COUNTS, (_FREQUENT, json.dumps(wanted))) if n}
    rare = {key: n for key, n in counts.items() if n < _FREQUENT} or counts
    return {key: math.log(2 * _FREQUENT / n) for key, n in rare.items()}


def listing(db: sqlite3.Connection, id: int) -> tuple[Listing, str | None]:
    """Return an entry, and the date on which its list was published.

    Raises:
        sqlite3.DatabaseError: the archive is damaged.
    """
    row = db.execute(_LISTING, (id,)).fetchone()
    names = defaultdict(list)
    for role, name in db.execute(_NAMES, (id,)):
        names[role].append(name)
    try:
        return _entry(row, names), row[9]
    except (LookupError, TypeError, ValueError) as error:  # SQLite itself does not look into what it stores
        raise sqlite3.DatabaseError(f"malformed entry {id}") from error


def _entry(row: Sequence[Any], names: Mapping[str, Sequence[str]]) -> Listing:
    return Listing(
        list=row[0],
        id=row[1],
        kind=ListingKind(row[2]),
        name=names["name"][0],
        aliases=tuple(names.get("alias", ())),
        weak_aliases=tuple(names.get("weak alias", ())),
        programs=tuple(json.loads(row[3])),
        authorities=tuple(json.loads(row[4])),
        countries=tuple(json.loads(row[5])),
        listed=row[6],
        delisted=row[7],
        remarks=row[8],
    )
