"""What belongs to an entry but stands elsewhere: put aside until the entry comes."""

import json
import sqlite3
from types import TracebackType
from typing import NamedTuple


class Row(NamedTuple):
    """One row put aside: what it is, the line on which it stood, and its fields."""

    what: str
    line: int
    fields: list[str]


class Aside:
    """Rows by entry, in a private file that is gone when it is closed: memory does not grow with the list."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("CREATE TABLE aside (entry TEXT, what TEXT, line INTEGER, fields TEXT)")
        self._db.execute("BEGIN")

    def __enter__(self) -> "Aside":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def put(self, entry: str, row: Row) -> None:
        """Put a row aside for an entry."""
        self._db.execute("INSERT INTO aside VALUES (?, ?, ?, ?)", (entry, row.what, row.line, json.dumps(row.fields)))

    def sort(self) -> None:
        """Make ready for taking; call once, after the last row was put aside."""
        self._db.execute("CREATE INDEX by_entry ON aside (entry)")

    def take(self, entry: str) -> list[Row]:
        """Return an entry's rows in the order in which they came, and forget them."""
        found = self._db.execute("SELECT what, line, fields FROM aside WHERE entry = ? ORDER BY rowid", (entry,))
        rows = [Row(what, line, json.loads(fields)) for what, line, fields in found]
        if rows:
            self._db.execute("DELETE FROM aside WHERE entry = ?", (entry,))
        return rows

    def left(self, but: str = "") -> tuple[str, Row] | None:
        """Return the first row, but those of one sort, that no entry took, with the entry that it was put aside for."""
        every = "SELECT entry, what, line, fields FROM aside WHERE what <> ? ORDER BY rowid LIMIT 1"
        found = self._db.execute(every, (but,)).fetchone()
        return (found[0], Row(found[1], found[2], json.loads(found[3]))) if found else None
