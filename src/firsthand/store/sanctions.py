"""The sanctions lists in the archive: loaded whole or not at all, and looked up by name."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

import msgspec

from firsthand.errors import InputError
from firsthand.listing import Asked, Candidate, ListHead, Listing, ListingKind, LoadedList, judge, kind_asked, named_as
from firsthand.store.near import listing, name_keys, near
from firsthand.types import ActorKind, Kind

_MOST = 10  # candidates that are worth a look

_INSERT_LIST = "INSERT INTO list (name, format, source, sha256, published, imported_at) VALUES (?, ?, ?, ?, ?, ?)"
_INSERT_LISTING = """
INSERT INTO listing (list, entry, kind, programs, authorities, countries, listed, delisted, remarks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_NAME = "INSERT INTO listing_name (listing, role, name) VALUES (?, ?, ?)"
_COUNT = """
WITH role (role, n) AS (
    SELECT role, count(*) FROM listing_name JOIN listing ON listing.id = listing_name.listing
    WHERE list = ?1 GROUP BY role)
UPDATE list SET
    entries = (SELECT count(*) FROM listing WHERE list = ?1),
    names = (SELECT ifnull(sum(n), 0) FROM role),
    aliases = (SELECT ifnull(sum(n), 0) FROM role WHERE role = 'alias')
WHERE id = ?1"""
_LISTS = """
SELECT name, format, source, sha256, published, imported_at, entries, names, aliases FROM list
WHERE id = ?1 OR ?1 IS NULL ORDER BY name"""


class Sanctions:
    """The lists of one archive.

    Args:
        db: the archive's database.
        writing: makes all changes inside, or none.
        told: says in one line what SQLite has against what is read inside.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        writing: Callable[[], AbstractContextManager[None]],
        told: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._db, self._writing, self._told = db, writing, told

    def replace(
        self, head: ListHead, entries: Iterable[tuple[int, Listing]], advance: Callable[[], object] = lambda: None
    ) -> LoadedList:
        """Load a list, in place of what the archive has under its name; all of it or, on any error, nothing.

        Args:
            head: where it comes from.
            entries: its entries, each with the line on which it stands.
            advance: called after each entry.

        Raises:
            InputError: an entry can't be read or stands there twice, or there is none.
            OSError: the archive can't be written.
        """
        with self._writing():
            self._db.execute("DELETE FROM list WHERE name = ?", (head.name,))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            id = self._insert(_INSERT_LIST, *msgspec.structs.astuple(head), now)
            for line, entry in entries:
                self._add(id, head.source, line, entry)
                advance()
            self._db.execute(_COUNT, (id,))
            (loaded,) = self._loaded(id)
            if not loaded.entries:
                raise InputError(f"{head.source}: has no entry")
        return loaded

    def drop(self, name: str) -> LoadedList:
        """Take a list out of the archive, and return what it was.

        Raises:
            InputError: there is none of this name.
        """
        with self._writing():
            found = self._db.execute("SELECT id FROM list WHERE name = ?", (name,)).fetchone()
            if not found:
                has = ", ".join(one.name for one in self.lists())
                raise InputError(f"no list called {name!r}", f"loaded: {has}" if has else "none is loaded")
            (dropped,) = self._loaded(found[0])
            self._db.execute("DELETE FROM list WHERE id = ?", found)
        return dropped

    def lists(self) -> tuple[LoadedList, ...]:
        """Return the lists that are loaded, by name.

        Raises:
            InputError: the archive is damaged.
            OSError: the archive can't be read.
        """
        with self._told():
            return tuple(self._loaded(None))

    def find(
        self,
        name: str,
        kind: ActorKind | ListingKind | None = None,
        country: str | None = None,
        on: str | None = None,
    ) -> tuple[Candidate, ...]:
        """Return the entries that somebody of this name may be, the asserted ones first, then the most alike.

        Args:
            name: as a report writes it.
            kind: what it is, if known; a ship or an aircraft has to be asked for as one.
            country: ISO 3166 alpha-3 of the country that it belongs to, if known.
            on: ISO 8601 date for which the answer should hold.

        Raises:
            InputError: the archive is damaged.
            OSError: the archive can't be read.
        """
        try:
            asked = Asked(name, kind_asked(kind), country, on)
        except ValueError:
            return ()
        with self._told():
            found = [one for one in self._judged(asked) if one]
        found.sort(key=lambda one: (not one.asserted, -one.score, one.listing.list, one.listing.id))
        return tuple(_without_namesakes(found))[:_MOST]

    def _insert(self, statement: str, *values: object) -> int | None:
        return self._db.execute(statement, values).lastrowid

    def _add(self, list_id: int | None, source: str, line: int, one: Listing) -> None:
        arrays = (json.dumps(value, ensure_ascii=False) for value in (one.programs, one.authorities, one.countries))
        try:
            id = self._insert(
                _INSERT_LISTING, list_id, one.id, one.kind, *arrays, one.listed, one.delisted, one.remarks
            )
        except sqlite3.IntegrityError as error:
            raise InputError(f"{source}: line {line}: entry {one.id} stands in it twice") from error
        for role, names in (("name", (one.name,)), ("alias", one.aliases), ("weak alias", one.weak_aliases)):
            for name in names:
                self._index(id, role, name, named_as(one.kind))

    def _index(self, listing_id: int | None, role: str, name: str, kind: Kind | None) -> None:
        id = self._insert(_INSERT_NAME, listing_id, role, name)
        self._db.executemany("INSERT INTO listing_key VALUES (?, ?)", [(key, id) for key in name_keys(name, kind)])

    def _loaded(self, id: int | None) -> Iterator[LoadedList]:
        for row in self._db.execute(_LISTS, (id,)):
            fields: dict[str, Any] = dict(zip(LoadedList.__struct_fields__, row, strict=True))
            yield LoadedList(**fields)

    def _judged(self, asked: Asked) -> Iterator[Candidate | None]:
        for id, names in near(self._db, asked).items():
            one, published = listing(self._db, id)
            yield judge(asked, one, names, published)


def _without_namesakes(found: list[Candidate]) -> Iterator[Candidate]:
    """Assert at most one entry of each list: of several, the one that is more alike than all others."""
    scores: dict[str, list[float]] = defaultdict(list)
    for one in found:
        if one.asserted:
            scores[one.listing.list].append(one.score)
    for one in found:
        others = scores[one.listing.list]
        if one.asserted and (one.score < others[0] or others.count(others[0]) > 1):
            doubt = f"{len(others)} entries of {one.listing.list} have this name"
            one = msgspec.structs.replace(one, asserted=False, doubts=(*one.doubts, doubt))
        yield one
