"""`firsthand sanctions` from the command line: files, addresses, questions, and what goes wrong."""

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from ssrfguard import Policy
from typer.testing import CliRunner

from firsthand.cli import listed
from firsthand.cli.app import app
from firsthand.cli.exits import Exit
from firsthand.reading.fetch import save
from tests.lists.samples import ADD, ALT, COMMENTS, FTM, SDN, SDN_XML, UN, write, write_sdn
from tests.store.samples import damage


@pytest.fixture
def archive(tmp_path, monkeypatch):
    path = tmp_path / "data" / "firsthand.db"
    monkeypatch.setenv("FIRSTHAND_ARCHIVE", str(path))
    return path


@pytest.fixture
def sanctions(archive):
    """Run one of the commands in this process."""
    return lambda *arguments: CliRunner().invoke(app, ["sanctions", *map(str, arguments)])


@pytest.fixture
def loaded(sanctions, tmp_path):
    assert sanctions("import", write_sdn(tmp_path)).exit_code == 0
    assert sanctions("import", write(tmp_path, UN, "un.xml")).exit_code == 0


def test_import_says_what_came_of_it(sanctions, tmp_path):
    path = write_sdn(tmp_path)
    done = sanctions("import", path)
    assert done.exit_code == Exit.ALL_READ, done.stderr
    counts = "3 entries · 8 names (3 aliases)"
    assert done.stdout == f"OFAC SDN · {counts} · OFAC SDN CSV · the file does not tell of when it is\n"
    assert done.stderr == ""
    assert sanctions("import", path).stdout.endswith(" · had 3 entries before\n")


def test_a_list_that_shrinks_by_half_is_doubted(sanctions, tmp_path):
    sanctions("import", write_sdn(tmp_path))
    path = write_sdn(tmp_path, sdn=SDN.splitlines()[0], alt=ALT.splitlines()[0], add=ADD.splitlines()[0])
    assert sanctions("import", path).stdout.endswith(" · had 3 entries before: is the file whole?\n")


def test_what_lies_not_beside_the_list_is_said(sanctions, tmp_path):
    done = sanctions("import", write(tmp_path, SDN, "sdn.csv"))
    assert done.exit_code == 0
    assert [line.split(" beside ")[0] for line in done.stderr.splitlines()] == [
        "firsthand: no alt.csv", "firsthand: no add.csv", "firsthand: no sdn_comments.csv",
    ]  # fmt: skip


def test_the_archive_may_be_named(sanctions, archive, tmp_path):
    other = tmp_path / "other.db"
    assert sanctions("import", write(tmp_path, UN), "--archive", other).exit_code == 0
    assert other.exists()
    assert not archive.exists()
    assert "UN Security Council" in sanctions("list", "--archive", other).stdout


def test_the_list_may_be_named(sanctions, tmp_path):
    sanctions("import", write(tmp_path, FTM), "--name", "Collection of May")
    assert sanctions("list").stdout.startswith("Collection of May · 3 entries")
    assert "Collection of May p-1" in sanctions("find", "Osmund Kestren").stdout


def test_list_shows_every_list(loaded, sanctions):
    lines = sanctions("list").stdout.splitlines()
    assert [line.split(" · ")[0] for line in lines] == ["OFAC SDN", "UN Security Council"]
    assert " · published 2031-02-27 · " in lines[1]
    assert re.search(r" · imported \d{4}-\d\d-\d\dT[\d:]+\+00:00 · from .*un\.xml$", lines[1])


def test_find_shows_who_why_and_since_when(loaded, sanctions):
    done = sanctions("find", "Idris Valko", "--on", "2030-01-01", "--country", "Iran")
    assert done.stdout.splitlines() == [
        "● IDRIS TAMM VALKO · person · UN Security Council TRi.001 · Tarsia · IRN VNM · 100% alike",
        "    same as its other name Идрис Валко; transliteration",
        "    listed since 2029-04-01: in force on 2030-01-01",
    ]
    assert "not yet in force on 2020-01-01" in sanctions("find", "Idris Valko", "--on", "2020-01-01").stdout


def test_find_shows_what_speaks_against_a_candidate(loaded, sanctions):
    done = sanctions("find", "Calder Star")
    assert done.exit_code == 0
    assert done.stdout.startswith("○ CALDER STAR · vessel · OFAC SDN 103 · SHIP · PAN · 100% alike\n")
    assert done.stdout.endswith("    but: the list has a vessel of this name\n")
    assert sanctions("find", "Calder Star", "--kind", "vessel").stdout.startswith("● ")


def test_find_as_json(loaded, sanctions):
    (found,) = json.loads(sanctions("find", "Osmund Aurel Kestren", "--json", "--kind", "person").stdout)
    assert found["asserted"] is True
    assert found["listing"]["id"] == "102"
    assert found["listing"]["programs"] == ["TARSIA2"]
    assert json.loads(sanctions("find", "Nobody Atall", "--json").stdout) == []


def test_nobody(loaded, sanctions):
    done = sanctions("find", "Nobody Atall")
    assert done.exit_code == 0
    assert done.stdout == "Nobody Atall: not on OFAC SDN, UN Security Council\n"


def test_drop(loaded, sanctions):
    assert sanctions("drop", "OFAC SDN").stdout.startswith("dropped OFAC SDN · 3 entries")
    assert sanctions("find", "Osmund Kestren").stdout == "Osmund Kestren: not on UN Security Council\n"
    done = sanctions("drop", "OFAC SDN")
    assert done.exit_code == Exit.NONE_READ
    assert done.stderr == "firsthand: no list called 'OFAC SDN' (loaded: UN Security Council)\n"


@pytest.mark.parametrize("command", [("list",), ("find", "Osmund Kestren"), ("drop", "OFAC SDN")])
def test_without_a_list_there_is_no_answer(sanctions, archive, command):
    done = sanctions(*command)
    assert done.exit_code == Exit.NONE_READ
    assert done.stdout == ""
    assert done.stderr == (
        f"firsthand: {archive}: no archive there, and so no list (load one with: firsthand sanctions import)\n"
    )
    assert not archive.exists()


def test_an_archive_without_a_list_has_no_answer(loaded, sanctions):
    for name in ("OFAC SDN", "UN Security Council"):
        sanctions("drop", name)
    done = sanctions("find", "Osmund Kestren")
    assert done.exit_code == Exit.NONE_READ
    assert "no list is loaded" in done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "list: is empty"),
        ("Sanctions were imposed.", "list: is no sanctions list"),
        (SDN_XML.replace(">2<", ">9<"), "list: line 15: the list says that it has 9 entries, and has 2"),
        (FTM[:-5], "list: line 7: is no FollowTheMoney entity"),
    ],
)
def test_a_bad_list_is_one_line_and_leaves_the_archive_alone(loaded, sanctions, tmp_path, text, told):
    before = sanctions("list").stdout
    done = sanctions("import", write(tmp_path, text))
    assert done.exit_code == Exit.NONE_READ
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"firsthand: {tmp_path}/{told}")
    assert sanctions("list").stdout == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("find",),
        ("find", " "),
        ("find", "Osmund Kestren", "--kind", "ghost"),
        ("find", "Osmund Kestren", "--country", "Nowhere"),
        ("find", "Osmund Kestren", "--on", "2024-02-30"),
        ("find", "Osmund Kestren", "--on", "Tuesdayish"),
        ("import",),
        ("unload",),
    ],
)
def test_a_wrong_command_line(loaded, sanctions, arguments):
    done = sanctions(*arguments)
    assert done.exit_code == Exit.USAGE
    assert done.stdout == ""
    assert done.stderr


def test_an_archive_that_can_t_be_written(sanctions, tmp_path):
    (tmp_path / "file").touch()
    done = sanctions("import", write(tmp_path, UN), "--archive", tmp_path / "file" / "a.db")
    assert done.exit_code == Exit.CANNOT_WRITE
    assert len(done.stderr.splitlines()) == 1


def test_what_is_no_archive_is_refused(sanctions, tmp_path):
    done = sanctions("import", write(tmp_path, UN), "--archive", write(tmp_path, "notes " * 100, "notes.txt"))
    assert done.exit_code == Exit.NONE_READ
    assert "notes.txt: is no archive of Firsthand" in done.stderr


def test_a_hostile_list_steers_no_terminal(sanctions, tmp_path):
    text = FTM.replace("Osmund Kestren", "Osmund \\u001b[31mKestren\\u202e").replace("TARSIA2", "T\\u0007[red]")
    assert sanctions("import", write(tmp_path, text), "--name", "L\x1b[2J").exit_code == 0
    for command in (("list",), ("find", "Osmund Kestren"), ("find", "Osmund Kestren", "--json")):
        done = sanctions(*command)
        assert done.exit_code == 0, done.stderr
        assert not set(done.stdout) & {"\x1b", "\x07", "\u202e"} or "--json" in command
        assert "\x1b" not in done.stdout


PAGES = {"/lists/sdn.csv": SDN, "/lists/alt.csv": ALT, "/lists/add.csv": ADD, "/lists/sdn_comments.csv": COMMENTS}


class Server(BaseHTTPRequestHandler):
    pages = PAGES

    def do_GET(self):
        text = self.pages.get(self.path.partition("?")[0])
        self.send_response(404 if text is None else 200)
        self.send_header("Content-Type", "application/octet-stream")
        self.end_headers()
        self.wfile.write((text or "").encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    """A publisher on 127.0.0.2, which only the policy of this test allows."""
    with ThreadingHTTPServer(("127.0.0.2", 0), Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        policy = Policy(allowed_networks=("127.0.0.2/32",), allowed_ports=(port,))
        monkeypatch.setattr(listed, "save", lambda url, into, limits: save(url, into, policy, limits))
        yield f"http://127.0.0.2:{port}/lists"
        server.shutdown()


def test_an_address_is_fetched_with_what_belongs_beside_it(sanctions, site):
    done = sanctions("import", f"{site}/sdn.csv?day=1")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("OFAC SDN · 3 entries · 8 names (3 aliases)")
    assert [line.rpartition("/")[2] for line in done.stderr.splitlines()] == [
        "sdn.csv?day=1", "alt.csv", "add.csv", "sdn_comments.csv",
    ]  # fmt: skip
    assert f"from {site}/sdn.csv?day=1" in sanctions("list").stdout


def test_a_list_that_is_fetched_is_called_by_its_address_in_errors(sanctions, site, monkeypatch):
    monkeypatch.setattr(Server, "pages", PAGES | {"/lists/alt.csv": ALT[:-8]})
    done = sanctions("import", f"{site}/sdn.csv")
    assert done.exit_code == Exit.NONE_READ
    assert done.stderr.splitlines()[-1].startswith(f"firsthand: {site}/alt.csv: line 3: is no CSV: ")
    monkeypatch.setattr(Server, "pages", {"/lists/sdn.csv": SDN})
    done = sanctions("import", f"{site}/sdn.csv")
    assert done.exit_code == Exit.NONE_READ
    assert done.stderr.splitlines()[-1] == f"firsthand: {site}/alt.csv: answers HTTP 404 Not Found"


def test_an_address_inside_the_network_is_refused(sanctions):
    done = sanctions("import", "http://127.0.0.1:9/sdn.csv")
    assert done.exit_code == Exit.NONE_READ
    assert "http://127.0.0.1:9/sdn.csv: refused: " in done.stderr


@pytest.mark.parametrize(("command", "table"), [(("find", "Osmund Kestren"), "listing_key"), (("list",), "list")])
def test_a_damaged_archive_is_one_line(sanctions, loaded, archive, command, table):
    damage(archive, table)
    done = sanctions(*command)
    assert (done.exit_code, done.stdout) == (Exit.NONE_READ, "")
    assert done.stderr.startswith(f"firsthand: {archive}: damaged: ")
    assert done.stderr.count("\n") == 1
