"""The archive as a file: whose it is, of which version, and what a kill leaves of it."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.errors import InputError
from firsthand.store import Archive, archive, default_path
from firsthand.store.schema import APPLICATION, MIGRATIONS
from tests.store.samples import damage, head, listing

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "firsthand.db"


def pragma(path, name):
    with sqlite3.connect(path) as db:
        return db.execute(f"PRAGMA {name}").fetchone()[0]


def test_it_is_made_with_its_folder_and_knows_its_version(path):
    Archive(path).close()
    assert pragma(path, "user_version") == len(MIGRATIONS)
    assert pragma(path, "application_id") == APPLICATION
    assert pragma(path, "journal_mode") == "wal"


def test_it_is_made_only_where_it_should_be(path):
    with pytest.raises(FileNotFoundError):
        Archive(path, create=False)
    assert not path.parent.exists()


def test_where_it_is(monkeypatch, tmp_path):
    monkeypatch.setenv("FIRSTHAND_ARCHIVE", str(tmp_path / "mine.db"))
    assert default_path() == tmp_path / "mine.db"
    monkeypatch.delenv("FIRSTHAND_ARCHIVE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path().name == "firsthand.db"
    assert default_path().parent.name == "firsthand"


def test_a_later_version_is_refused_and_left_alone(path):
    Archive(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match=r"made by a later version of Firsthand \(archive 99, .*\(update Firsthand\)"):
        Archive(path)
    assert pragma(path, "user_version") == 99


@pytest.mark.parametrize(
    "content", [b"Osmund Kestren said nothing.\n" * 100, b"SQLite format 3\x00 and then nothing of it"]
)
def test_what_is_no_database_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"notes.txt: is no archive of Firsthand"):
        Archive(path)
    assert path.read_bytes() == content


def test_another_program_s_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE list (id)")
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"other.db: is no archive of Firsthand \(name another file\)"):
        Archive(path)
    assert path.read_bytes() == before


def test_a_damaged_archive_is_named(path):
    with Archive(path) as one:
        one.sanctions.replace(head(), [(n, listing(str(n), f"Osmund Kestren {n}")) for n in range(200)])
    data = bytearray(path.read_bytes())
    data[4096:-4096] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"firsthand.db: (damaged|is no archive)"), Archive(path) as one:
        one.sanctions.replace(head(), [(1, listing("1", "Osmund Kestren"))])


@pytest.mark.parametrize("table", ["list", "listing", "listing_name", "listing_key"])
def test_damage_that_only_a_look_up_meets_is_named(path, table):
    with Archive(path) as one:
        one.sanctions.replace(head(), [(n, listing(str(n), f"Osmund Kestren {n}")) for n in range(200)])
    damage(path, table)
    with Archive(path) as one:
        with pytest.raises(InputError, match=r"firsthand.db: damaged: .*malformed \(remove it, and load"):
            one.sanctions.find("Osmund Kestren 7")
        if table == "list":
            with pytest.raises(InputError, match=r"firsthand.db: damaged: "):
                one.sanctions.lists()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE listing SET kind = 'persoX'",
        "UPDATE listing SET programs = '[\"A'",
        "UPDATE listing SET list = 7",
        "UPDATE listing_name SET role = 'alias'",
        "UPDATE listing_name SET name = CAST(x'4f73ff' AS TEXT)",
    ],
)
def test_an_entry_that_can_t_be_what_was_written_is_damage(path, change):
    with Archive(path) as one:
        one.sanctions.replace(head(), [(1, listing("1", "Osmund Kestren"))])
    with sqlite3.connect(path) as db:
        db.execute(change)
    with Archive(path) as one, pytest.raises(InputError, match=r"firsthand.db: damaged: "):
        one.sanctions.find("Osmund Kestren")


def test_a_second_writer_is_told_of_the_first(path, monkeypatch):
    monkeypatch.setattr(archive, "_PATIENCE", 0.1)
    with Archive(path) as one, Archive(path) as other, one.writing():
        assert other.sanctions.lists() == ()
        with pytest.raises(InputError, match="another process is writing to it"):
            other.sanctions.drop("Made-up")


def test_a_folder_that_can_t_be_made_is_an_os_error(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        Archive(tmp_path / "file" / "firsthand.db")


def test_a_full_disk_leaves_the_old_state(path):
    with Archive(path) as one:
        one.sanctions.replace(head(), [(1, listing("1", "Osmund Kestren"))])
        pages = one._db.execute("PRAGMA page_count").fetchone()[0]
        one._db.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(OSError, match="No space left"):
            one.sanctions.replace(head(), [(n, listing(str(n), f"Idris Valko {n}")) for n in range(2000)])
        assert [found.written for found in one.sanctions.find("Osmund Kestren")] == ["Osmund Kestren"]


def test_a_migration_that_fails_leaves_nothing(path, monkeypatch):
    monkeypatch.setattr(archive, "MIGRATIONS", ("CREATE TABLE one (id);\nCREATE TABLE two (",))
    with pytest.raises(OSError, match="incomplete input"):
        Archive(path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == []
    monkeypatch.undo()
    Archive(path).close()


IMPORT = """
import sys
from pathlib import Path
from firsthand.store import Archive
from tests.store.samples import head, listing

def entries():
    for n in range(100_000):
        if n == 3000:
            print("writing", flush=True)
        yield n, listing(str(n), f"Idris Valko {n}")

with Archive(Path(sys.argv[1])) as archive:
    archive.sanctions.replace(head(), entries())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
def test_a_kill_in_the_middle_leaves_the_old_state(path):
    with Archive(path) as one:
        old = one.sanctions.replace(head(), [(1, listing("1", "Osmund Kestren"))])
    process = subprocess.Popen([sys.executable, "-c", IMPORT, path], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"writing\n"
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait(30) == -signal.SIGKILL
    process.stdout.close()
    with Archive(path) as one:
        assert one._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert one.sanctions.lists() == (old,)
        assert [found.written for found in one.sanctions.find("Osmund Kestren")] == ["Osmund Kestren"]
        assert one.sanctions.find("Idris Valko 7") == ()
        one.sanctions.replace(head(), [(1, listing("1", "Idris Valko"))])
        assert one.sanctions.find("Idris Valko")
