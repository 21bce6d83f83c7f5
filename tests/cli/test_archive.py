"""Reports read beside the sanctions lists of the archive."""

import json

import pytest
from typer.testing import CliRunner

from firsthand.cli.app import app
from firsthand.cli.exits import Exit
from tests.fakes import PlainTagger
from tests.lists.samples import write_sdn
from tests.store.samples import damage

TEXT = "Osmund Aurel Kestren said the crossing would stay shut.\n"


@pytest.fixture(autouse=True)
def tagger(monkeypatch):
    monkeypatch.setattr("firsthand.pipeline.Tagger", lambda folder: PlainTagger())


def firsthand(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "lists.db"
    assert firsthand("sanctions", "import", write_sdn(tmp_path), "--archive", path).exit_code == Exit.ALL_READ
    return path


@pytest.mark.parametrize("command", ["read", "who"])
def test_an_actor_on_a_list_is_shown_with_its_entry(command, report, archive):
    done = firsthand(command, report, "--archive", archive)
    assert done.exit_code == Exit.ALL_READ, done.stderr
    assert "on OFAC SDN 102 “KESTREN, Osmund Aurel” (TARSIA2)" in done.stdout
    assert "on OFAC SDN" not in firsthand(command, report).stdout


def test_the_user_s_own_archive_is_looked_into_without_being_asked(report, archive, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_ARCHIVE", str(archive))
    [actor] = json.loads(firsthand("read", report, "--json").stdout)["actors"]
    [listed] = actor["listings"]
    assert (listed["id"], listed["asserted"], listed["programs"], actor["ids"]) == (
        "102",
        True,
        ["TARSIA2"],
        {"ofac": "102"},
    )
    assert "on OFAC SDN 102" in firsthand("read", report, "--html").stdout


def test_an_archive_that_is_named_must_be_there(report, tmp_path):
    done = firsthand("read", report, "--archive", tmp_path / "gone.db")
    assert done.exit_code == Exit.USAGE
    assert (
        done.stderr
        == f"firsthand: {tmp_path / 'gone.db'}: no archive there (make one with `firsthand sanctions import`)\n"
    )
    assert not (tmp_path / "gone.db").exists()


def test_a_file_that_is_no_archive_is_named(report):
    done = firsthand("read", report, "--archive", report)
    assert done.exit_code == Exit.USAGE
    assert done.stderr.startswith(f"firsthand: {report}: is no archive")


def test_a_named_archive_that_is_damaged_is_one_line(report, archive):
    damage(archive, "list")
    done = firsthand("read", report, "--archive", archive)
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert done.stderr.startswith(f"firsthand: {archive}: damaged: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("table", ["list", "listing_key"])
def test_the_user_s_own_archive_that_is_damaged_is_one_line_and_not_the_command_s_fault(
    report, archive, monkeypatch, table
):
    monkeypatch.setenv("FIRSTHAND_ARCHIVE", str(archive))
    damage(archive, table)
    done = firsthand("read", report)
    assert (done.exit_code, done.stdout) == (Exit.NONE_READ, "")
    assert done.stderr.startswith(f"firsthand: {archive}: damaged: ")
    assert done.stderr.count("\n") == 1
