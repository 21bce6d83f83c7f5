"""Heads and entries of made-up lists."""

import sqlite3

from firsthand.listing import ListHead, Listing, ListingKind


def head(name="Made-up", **fields):
    """Where a list comes from."""
    return ListHead(**{"name": name, "format": "CSV", "source": "made-up.csv", "sha256": "0" * 64} | fields)


def listing(id, name, kind=ListingKind.PERSON, **fields):
    """One entry."""
    return Listing(list="Made-up", id=id, kind=kind, name=name, **fields)


def damage(path, table):
    """Overwrite the first page of a table, which the opening of the archive does not look at."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    (size,) = db.execute("PRAGMA page_size").fetchone()
    db.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
