import stat
import sys

import pytest

from benchmarks import running
from benchmarks.running import BenchmarkError, analyse, read_lines, run, write_lines

ECHO = """#!{python}
import json, sys
for line in open(sys.argv[2], encoding="utf-8"):
    report = json.loads(line)
    assert "attributions" not in report, "the gold was passed on"
    {change}
    print(json.dumps({{"report": report, "attributions": [{{"id": "a1"}}]}}))
"""


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a made-up command in the place of Firsthand; call it with a line of Python that changes each report."""

    def install(change="pass"):
        path = tmp_path / "firsthand"
        path.write_text(ECHO.format(python=sys.executable, change=change), encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(running, "command", lambda: path)

    return install


def test_analyses_come_back_by_id_with_the_text_on_top(program):
    program()
    got = analyse([{"id": "x", "text": "Vell said so — “yes”.", "attributions": ["gold"], "annotator": "n"}])
    assert got["x"]["text"] == "Vell said so — “yes”."
    assert got["x"]["attributions"] == [{"id": "a1"}]


def test_a_report_that_comes_back_with_another_text_is_an_error(program):
    program("report['text'] = report['text'].strip()")
    with pytest.raises(BenchmarkError, match="x: did not come back with its own text"):
        analyse([{"id": "x", "text": " padded "}])


def test_a_report_that_does_not_come_back_is_an_error(program):
    program("sys.exit(0)")
    with pytest.raises(BenchmarkError, match="1 of 1"):
        analyse([{"id": "x", "text": "a"}])


def test_a_failing_command_gives_its_last_line():
    with pytest.raises(BenchmarkError, match="ended with 3: the reason"):
        run([sys.executable, "-c", "import sys; print('x\\nthe reason', file=sys.stderr); sys.exit(3)"])


def test_lines_survive_a_round_trip(tmp_path):
    rows = [{"text": "a\u2028b\n", "id": "1"}, {"id": "2"}]
    write_lines(tmp_path / "x.jsonl", rows)
    assert read_lines(tmp_path / "x.jsonl") == rows
