"""The program as a process of its own: pipes, terminals, signals, start-up."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.cli.exits import Exit

ROOT = Path(__file__).parents[2]
PROGRAM = """
import firsthand.pipeline, time
from tests.fakes import PlainTagger
class Tagger(PlainTagger):
    def __init__(self, folder): pass
    def tag(self, text):
        if "wait" in text: print("waiting", file=__import__("sys").stderr, flush=True); time.sleep(30)
        return super().tag(text)
firsthand.pipeline.Tagger = Tagger
from firsthand.cli import main
main()
"""
TEXT = "Luca Ferrand said the crossing would stay shut.\n"


def start(*arguments, code=PROGRAM, **options):
    command = [sys.executable, "-c", code, *map(str, arguments)]
    environment = os.environ | options.pop("env", {})
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen(command, cwd=ROOT, env=environment, **options)


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(TEXT * 200, encoding="utf-8")
    return folder


def test_a_reader_that_goes_away_is_no_error_worth_a_word(reports):
    process = start("read", reports, "--jsonl")
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    assert process.wait(30) in (Exit.PIPE_CLOSED, Exit.ALL_READ)
    assert said == b""


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_an_interrupt_ends_it_at_once_with_one_line(tmp_path):
    (tmp_path / "a.txt").write_text("Ferrand said wait.", encoding="utf-8")
    process = start("read", tmp_path / "a.txt")
    assert process.stderr.readline() == b"waiting\n"
    process.send_signal(signal.SIGINT)
    assert process.wait(5) == Exit.INTERRUPTED
    assert process.stderr.read() == b"firsthand: interrupted\n"


def on_a_terminal(*arguments, **options):
    """Run the program with both outputs on a pseudo-terminal and return what that showed."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
    ours, theirs = pty.openpty()
    process = start(*arguments, stdout=options.pop("stdout", theirs), stderr=theirs, **options)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait(30) == 0
    return shown.decode()


def test_a_terminal_has_colours_unless_told_not_to(reports):
    plain = {"TERM": "xterm-256color", "NO_COLOR": ""}
    assert "\x1b[1;36m" in on_a_terminal("read", reports / "0.txt", env=plain)
    assert "\x1b[1;36m" not in on_a_terminal("read", reports / "0.txt", env=plain | {"NO_COLOR": "1"})
    assert "\x1b[1;36m" not in on_a_terminal("read", reports / "0.txt", "--no-color", env=plain)


def test_a_batch_shows_its_progress_on_a_terminal_only(reports, tmp_path):
    env = {"TERM": "xterm-256color", "NO_COLOR": ""}
    with (tmp_path / "out.jsonl").open("wb") as out:
        assert "reports read:" in on_a_terminal("read", reports, "--jsonl", stdout=out, env=env)
    process = start("read", reports, "--jsonl")
    assert process.communicate()[1] == b""


def test_output_is_utf_8_wherever_it_runs(reports):
    data, _ = start("read", reports / "0.txt", "--html", env={"PYTHONIOENCODING": "latin-1"}).communicate()
    assert "←" in data.decode("utf-8")
    shown, said = start("read", reports / "0.txt", env={"PYTHONIOENCODING": "ascii"}).communicate()
    assert (b"Luca Ferrand" in shown, said) == (True, b"")


def test_help_and_version_load_nothing_heavy():
    code = "import sys; from firsthand.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    for argument in ("--help", "--version"):
        loaded = set(start(argument, code=code).communicate()[1].decode().split())
        assert "firsthand.cli.app" in loaded
        assert not loaded & {"numpy", "onnxruntime", "tokenizers", "trafilatura", "jinja2", "httpx", "rich"}


def test_help_comes_at_once():
    before = time.monotonic()
    start("--help").communicate()
    assert time.monotonic() - before < 5  # about 0.2 s on a quiet machine; this only catches the absurd
