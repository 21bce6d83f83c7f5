import sys
from pathlib import Path

import pytest

from benchmarks import resolvers
from benchmarks.running import BenchmarkError

TREE = (
    "# speaker = Vell\n"
    "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tdo\tdo\tAUX\tVBP\tMood=Ind\t0\troot\t0:root\tEntity=(1-person)\n"
    "1.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_\n"
    "\n"
)


def test_only_the_trees_are_handed_on():
    assert resolvers._bare(TREE) == "1\tdo\tdo\tAUX\tVBP\tMood=Ind\t0\troot\t_\t_\n"


def test_a_missing_environment_is_named_with_the_remedy(monkeypatch, tmp_path):
    monkeypatch.setattr(resolvers, "XRENNER", tmp_path / "none")
    with pytest.raises(BenchmarkError, match="--setup first"):
        resolvers.xrenner([TREE])


def test_a_program_that_fails_says_why_in_one_line(monkeypatch):
    monkeypatch.setattr(resolvers.speed, "python_of", lambda environment: Path(sys.executable))
    with pytest.raises(BenchmarkError, match="ValueError: no such tree"):
        resolvers._ask(resolvers.XRENNER, "raise ValueError('no such tree')", [])


def test_what_a_program_prints_last_is_its_answer(monkeypatch):
    monkeypatch.setattr(resolvers.speed, "python_of", lambda environment: Path(sys.executable))
    program = "import json, sys; print('loading'); print(json.dumps(json.load(sys.stdin)[::-1]))"
    assert resolvers._ask(resolvers.XRENNER, program, ["a", "b"]) == ["b", "a"]
