import json
import re

import pytest
from typer.testing import CliRunner

from firsthand import ModelError, __version__
from firsthand.cli.app import app
from firsthand.cli.exits import Exit
from tests.export.samples import busy
from tests.export.test_events import LINES
from tests.fakes import PlainTagger

TEXT = "Luca Ferrand said the crossing would stay shut.\n\nTwo officials denied that it was ever open.\n"


@pytest.fixture(autouse=True)
def tagger(monkeypatch):
    monkeypatch.setattr("firsthand.pipeline.Tagger", lambda folder: PlainTagger())


@pytest.fixture
def firsthand():
    """Run the program in this process."""
    return lambda *arguments, **options: CliRunner().invoke(app, [str(one) for one in arguments], **options)


@pytest.fixture
def files(tmp_path):
    """Write reports and return their paths."""

    def write(*names, text=TEXT):
        paths = [tmp_path / name for name in names]
        for path in paths:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return paths

    return write


def test_the_text_is_marked_and_each_attribution_has_its_line_and_its_chain(firsthand, files):
    done = firsthand(
        "read", *files("a.txt"), "--outlet", "Meridian Post", "--title", "Shut", "--published", "2031-09-17"
    )
    assert done.exit_code == Exit.ALL_READ
    assert "Meridian Post · 2031-09-17" in done.stdout
    assert "[Luca Ferrand]¹ {said}¹ ⟨the crossing would stay shut⟩¹." in done.stdout
    assert "1 ● Luca Ferrand (person) said · indirect · asserts" in done.stdout
    assert "report ← two unnamed officials" in done.stdout
    assert "legend" in done.stdout
    assert "\x1b" not in done.stdout


def test_json_is_one_object(firsthand, files):
    done = firsthand("read", *files("a.txt"), "--json")
    plain = json.loads(done.stdout)
    assert plain["text"] == TEXT
    assert len(plain["attributions"]) == 2


def test_json_of_standard_input(firsthand):
    assert json.loads(firsthand("read", "-", "--json", input=TEXT).stdout)["text"] == TEXT


def test_jsonl_keeps_the_order_of_the_sources(firsthand, files):
    paths = files("c.txt", "a.txt", "b.txt")
    for number, path in enumerate(paths):
        path.write_text(f"Ferrand said number {number} was shut.", encoding="utf-8")
    lines = firsthand("read", *paths, "--jsonl").stdout.splitlines()
    assert [re.search(r"\d", json.loads(line)["text"])[0] for line in lines] == ["0", "1", "2"]


def test_jsonl_into_a_file(firsthand, files, tmp_path):
    firsthand("read", *files("a.txt", "b.txt"), "--jsonl", "-o", tmp_path / "new" / "all.jsonl")
    assert len((tmp_path / "new" / "all.jsonl").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize(("format", "suffixes"), [("json", {".json"}), ("html", {".html"})])
def test_one_report_goes_into_a_file_and_several_into_a_folder(firsthand, files, tmp_path, format, suffixes):
    paths, out = files("in/a.txt", "in/b.txt"), tmp_path / "out"
    firsthand("read", paths[0], f"--{format}", "-o", tmp_path / "one")
    assert (tmp_path / "one").is_file()
    for number, sources in enumerate((paths, [tmp_path / "in"])):
        assert firsthand("read", *sources, f"--{format}", "-o", f"{out}{number}").exit_code == 0
        written = list((tmp_path / f"out{number}").iterdir())
        assert len(written) == 2
        assert {path.suffix for path in written} == suffixes


def test_a_slash_makes_it_a_folder(firsthand, files, tmp_path):
    firsthand("read", *files("a.txt"), "--json", "-o", f"{tmp_path}/new/")
    (written,) = (tmp_path / "new").iterdir()
    assert json.loads(written.read_text(encoding="utf-8"))["text"] == TEXT


def test_brat_writes_text_annotations_and_configuration(firsthand, files, tmp_path):
    assert firsthand("read", *files("a.txt"), "--brat", "-o", tmp_path / "out").exit_code == 0
    names = {path.suffix or path.name for path in (tmp_path / "out").iterdir()}
    assert names == {".txt", ".ann", ".conf"}


def test_html_on_standard_output(firsthand, files):
    assert firsthand("read", *files("a.txt"), "--html").stdout.startswith("<!DOCTYPE html>")


def test_what_can_t_be_read_is_one_line_and_the_others_go_on(firsthand, files, tmp_path):
    done = firsthand("read", *files("a.txt"), tmp_path / "missing.txt", "--jsonl")
    assert done.exit_code == Exit.SOME_UNREAD
    assert len(done.stdout.splitlines()) == 1
    (line,) = done.stderr.splitlines()
    assert re.match(r"firsthand: .*missing\.txt: ", line)


def test_nothing_read(firsthand, tmp_path):
    assert firsthand("read", tmp_path / "missing.txt").exit_code == Exit.NONE_READ
    (tmp_path / "empty").mkdir()
    done = firsthand("read", tmp_path / "empty")
    assert done.exit_code == Exit.NONE_READ
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "a", "--json", "--html"],
        ["read", "a", "--brat"],
        ["read", "a", "b", "--json"],
        ["read", "a", "--jsonl", "-o", "out/"],
        ["read", "a", "--threads", "0"],
        ["read", "a", "--published", "Tuesdayish"],
        ["unread"],
        ["demo", "--json", "--html"],
        ["events", "a", "--json", "--plover"],
        ["events", "a", "b", "--json"],
        ["events", "a", "--plover", "-o", "out/"],
        ["events", "a", "--published", "Tuesdayish"],
    ],
)
def test_a_wrong_command_line_reads_nothing(firsthand, arguments):
    done = firsthand(*arguments)
    assert done.exit_code == Exit.USAGE
    assert done.stdout == ""
    assert done.stderr


def test_a_source_that_turns_out_to_hold_several_reports_needs_another_format(firsthand, tmp_path):
    file = tmp_path / "two.jsonl"
    file.write_text("".join(json.dumps({"id": n, "text": TEXT}) + "\n" for n in "ab"), encoding="utf-8")
    done = firsthand("read", file, "--json")
    assert done.exit_code == Exit.USAGE
    assert "--jsonl" in done.stderr
    assert done.stdout == ""


def test_two_reports_with_one_id_are_two_files_and_no_id_leaves_the_folder(firsthand, tmp_path):
    ids = ["../../x", "../../x", "a/b", ".hidden", "n" * 300, "A", "a", "é\u202e"]
    file = tmp_path / "reports.jsonl"
    file.write_text("".join(json.dumps({"id": one, "text": TEXT}) + "\n" for one in ids), encoding="utf-8")
    done = firsthand("read", file, "--json", "-o", f"{tmp_path}/deep/out/")
    assert done.exit_code == 0, done.stderr
    written = list((tmp_path / "deep" / "out").iterdir())
    assert len({path.name.casefold() for path in written}) == len(ids)
    assert not any(path.name.startswith(".") for path in written)
    assert sorted(json.loads(path.read_text(encoding="utf-8"))["id"] for path in written) == sorted(ids)
    assert {path.name for path in tmp_path.iterdir()} == {"reports.jsonl", "deep"}


def test_a_bad_model_folder(firsthand, files, monkeypatch):
    def refuse(folder):
        raise ModelError(f"{folder}: no model in it", "name another folder")

    monkeypatch.setattr("firsthand.pipeline.Tagger", refuse)
    done = firsthand("read", *files("a.txt"), "--model", "nowhere")
    assert done.exit_code == Exit.BAD_MODEL
    assert done.stderr == "firsthand: nowhere: no model in it (name another folder)\n"


def test_output_that_can_t_be_written(firsthand, files, tmp_path):
    (tmp_path / "file").touch()
    done = firsthand("read", *files("a.txt"), "--json", "-o", tmp_path / "file" / "out.json")
    assert done.exit_code == Exit.CANNOT_WRITE
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("where", ["pipeline.decode", "reading.read_source", "cli.terminal.marked"])
def test_a_bug_is_said_to_be_one(firsthand, files, monkeypatch, where):
    monkeypatch.setattr(f"firsthand.{where}", lambda *_: 1 / 0)
    done = firsthand("read", *files("a.txt"))
    assert done.exit_code == Exit.INTERNAL
    assert "ZeroDivisionError" in done.stderr
    assert "please report it" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("format", [[], ["--json"], ["--jsonl"], ["--html"]])
def test_a_hostile_report_steers_no_terminal(firsthand, tmp_path, format):
    text = "Mallory\x1b[2J said \x9b31m[red]it[/red] \u202e\ud800 was\x07 \x00fine\r\nand dandy."
    file = tmp_path / "hostile.json"
    file.write_text(json.dumps({"id": "h\x1b]0;x\x07", "text": text, "title": "\x1b[31mred\nline"}), encoding="utf-8")
    done = firsthand("read", file, *format)
    assert done.exit_code == 0, done.stderr
    assert not set(done.stdout) & {"\x1b", "\x9b", "\x07", "\x00", "\u202e", "\r"}
    if format == []:
        assert "[red]it[/red]" in done.stdout
    if "--json" in format:
        assert json.loads(done.stdout)["text"] == text


def test_a_hostile_name_steers_no_terminal(firsthand):
    done = firsthand("read", "no\x1b[31msuch\nfile [red].txt")
    assert "\x1b" not in done.stderr
    assert "[red]" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def happening(monkeypatch):
    """Every report is the one in which much happens."""
    monkeypatch.setattr("firsthand.pipeline.analyse", lambda report, tagger: busy())


@pytest.mark.usefixtures("happening")
def test_events_are_one_line_each_below_the_head(firsthand, files):
    done = firsthand("events", *files("a.txt"))
    assert done.exit_code == Exit.ALL_READ, done.stderr
    assert done.stdout.splitlines()[:3] == [
        "Calder Morning Ledger · 2031-09-17 · https://example.org/news/2",
        "Orrin accuses",
        "",
    ]
    assert done.stdout.splitlines()[3:] == LINES


@pytest.mark.usefixtures("happening")
def test_events_as_json_have_their_line_their_times_and_states(firsthand, files):
    plain = json.loads(firsthand("events", *files("a.txt"), "--json").stdout)
    assert [one["line"] for one in plain["events"]] == LINES
    assert [one["text"] for one in plain["times"]] == ["Sunday", "next week", "2029", "last month", "Days later"]
    assert [one["attribute"] for one in plain["states"]] == ["holds", "sanctioned_by"]
    named = {id_ for one in plain["events"] for id_ in one["actor"] + one["recipient"]}
    assert named <= {one["id"] for one in plain["actors"]}


@pytest.mark.usefixtures("happening")
def test_events_of_many_reports(firsthand, files, tmp_path):
    paths = files("a.txt", "b.txt")
    assert len(firsthand("events", *paths, "--jsonl").stdout.splitlines()) == 2
    records = [json.loads(line) for line in firsthand("events", *paths, "--plover").stdout.splitlines()]
    assert [one["event"] for one in records] == [[one.type] for one in busy().events] * 2
    assert firsthand("events", *paths, "--plover", "-o", tmp_path / "out.jsonl").exit_code == Exit.ALL_READ
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == len(records)


@pytest.mark.usefixtures("happening")
def test_read_shows_events_time_line_and_sanctions_after_the_attributions(firsthand, files):
    shown = firsthand("read", *files("a.txt")).stdout
    titles = [shown.index(f"\n{title}\n") for title in ("Events", "Time line", "Sanctions", "Actors")]
    assert titles == sorted(titles)
    assert f"\n  e1  {LINES[0]}\n      On Sunday President Kessia Orrin accused Tarsia of stalling.\n" in shown
    assert "\n  2031-09-14 Sunday\n    e1  Kessia Orrin" in shown
    assert "\n  Tarsia: sanctioned by Velmora since 2029, lifted temporarily (2031-08) · e4, e5\n" in shown
    assert "report ← the mayor · 2031-09-14 · sure 90%" in shown.replace("The mayor", "the mayor")


def test_read_has_no_section_for_what_is_not_there(firsthand, files):
    shown = firsthand("read", *files("a.txt")).stdout
    assert not any(title in shown for title in ("Events", "Time line", "Sanctions"))


def test_the_date_given_counts_for_events(firsthand, files, monkeypatch):
    seen = []
    monkeypatch.setattr("firsthand.pipeline.analyse", lambda report, tagger: seen.append(report) or busy())
    firsthand("events", *files("a.txt"), "--published", "2031-09-17", "--outlet", "Meridian Post")
    assert [(one.published, one.outlet) for one in seen] == [("2031-09-17", "Meridian Post")]


def test_a_report_without_events_says_so(firsthand, files):
    assert "No event found" in firsthand("events", *files("a.txt")).stdout
    assert firsthand("events", *files("a.txt"), "--plover").stdout == ""


def test_demo_shows_what_there_is_to_see(firsthand):
    done = firsthand("demo")
    assert done.exit_code == 0, done.stderr
    assert "Velmora" in done.stdout
    assert "report ←" in done.stdout
    assert json.loads(firsthand("demo", "--json").stdout)["id"] == "demo"


def test_version(firsthand):
    assert firsthand("--version").stdout == f"firsthand {__version__}\n"


def test_help_teaches(firsthand):
    for arguments, example in (
        (["--help"], "firsthand read report.txt"),
        (["read", "-h"], "firsthand read report.txt"),
        (["events", "-h"], "firsthand events report.txt"),
    ):
        shown = firsthand(*arguments).stdout
        assert example in shown
        for code in Exit:
            assert re.search(rf"^ *{code.value}  {re.escape(code.meaning)}$", shown, re.MULTILINE)
