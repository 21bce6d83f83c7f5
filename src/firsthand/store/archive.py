"""Opening the archive: one writer at a time, readers beside it, and either all of a change or nothing of it."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import platformdirs

from firsthand.errors import InputError
from firsthand.store.sanctions import Sanctions
from firsthand.store.schema import APPLICATION, MIGRATIONS

_CACHE = 65_536  # kibibytes
_PATIENCE = 30.0  # seconds that a second writer waits for the first
_NOT_OURS = "is no archive of Firsthand"


def default_path() -> Path:
    """Return where the archive is: ``FIRSTHAND_ARCHIVE``, or ``firsthand.db`` in the user's data folder."""
    named = os.environ.get("FIRSTHAND_ARCHIVE")
    return Path(named) if named else platformdirs.user_data_path("firsthand", appauthor=False) / "firsthand.db"


class Archive:
    """The archive, open.

    Args:
        path: the file; `default_path` if None.
        create: make it where it does not exist.

    Attributes:
        path: the file.
        sanctions: the sanctions lists in it.

    Raises:
        InputError: it is no archive, is damaged, or was made by a later version.
        FileNotFoundError: it does not exist, and should not be made.
        OSError: it can't be made or written.
    """

    def __init__(self, path: Path | None = None, *, create: bool = True) -> None:
        self.path = path or default_path()
        if not create and not self.path.exists():
            raise FileNotFoundError(errno.ENOENT, "no archive there", str(self.path))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._told():
            # SQLite takes turns by itself: several threads may look up, one may write
            self._db = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise
        self.sanctions = Sanctions(self._db, self.writing, self._told)

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; call it once, or use the archive in a ``with``."""
        self._db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make all changes inside, or none of them: an error or a kill leaves the archive as it was.

        Raises:
            InputError: another process went on writing for too long, or the archive is damaged.
            OSError: the disk is full, or nothing may be written there.
        """
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _prepare(self) -> None:
        """Check whose file it is, and bring it to the newest version."""
        version = self._pragma("user_version")
        if self._pragma("application_id") != APPLICATION:
            if version or self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise InputError(f"{self.path}: {_NOT_OURS}", "name another file")
        elif version > len(MIGRATIONS):
            versions = f"archive {version}, known up to {len(MIGRATIONS)}"
            raise InputError(f"{self.path}: made by a later version of Firsthand ({versions})", "update Firsthand")
        self._db.execute("PRAGMA foreign_keys = ON")
        if version < len(MIGRATIONS):
            self._db.execute("PRAGMA journal_mode = WAL")
            self._migrate()
        self._db.execute("PRAGMA synchronous = NORMAL")  # with WAL: a kill loses nothing, a power cut the last change
        self._db.execute(f"PRAGMA cache_size = -{_CACHE}")

    def _migrate(self) -> None:
        with self.writing():
            done = self._pragma("user_version")  # again: another process may have been faster
            for migration in MIGRATIONS[done:]:
                for statement in migration.split(";\n"):
                    self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            self._db.execute(f"PRAGMA application_id = {APPLICATION}")

    def _pragma(self, name: str) -> int:
        return int(self._db.execute(f"PRAGMA {name}").fetchone()[0])

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in one line what SQLite has against it."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise self._reason(error) from error
        except sqlite3.DatabaseError as error:
            if "malformed" in str(error):
                raise self._damaged(error) from error
            raise InputError(f"{self.path}: {_NOT_OURS}: {error}") from error

    def _damaged(self, error: sqlite3.DatabaseError) -> InputError:
        return InputError(f"{self.path}: damaged: {error}", "remove it, and load the lists anew")

    def _reason(self, error: sqlite3.OperationalError) -> Exception:
        said = str(error)
        if "decode" in said:  # Python's own word for a name that is no UTF-8
            return self._damaged(error)
        if "locked" in said:
            return InputError(f"{self.path}: another process is writing to it", "try again when it is done")
        if "full" in said:
            return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
        if "readonly" in said or "unable to open" in said:
            return OSError(errno.EACCES, f"{os.strerror(errno.EACCES)} ({said})", str(self.path))
        return OSError(errno.EIO, said, str(self.path))
