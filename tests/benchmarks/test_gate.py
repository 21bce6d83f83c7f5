import json

import pytest

from benchmarks import gate, gold
from benchmarks.gate import Floors, check, floor_for, table
from benchmarks.measures import Value
from benchmarks.running import BenchmarkError


@pytest.fixture
def measured(monkeypatch, tmp_path):
    """A gate over one made-up corpus, whose figure and gold the test can set."""
    state = {"share": 80.0}
    (tmp_path / "gold.txt").write_text("a", encoding="utf-8")
    monkeypatch.setenv("FIRSTHAND_SHARED", str(tmp_path))
    monkeypatch.setattr(gold, "CORPORA", {"made up": ("gold.txt",)})
    monkeypatch.setattr(gate, "MEASURES", {("made up",): lambda: {"made up / F1": Value(state["share"], 1000)}})
    state["floors"] = tmp_path / "floors.json"
    state["gold"] = tmp_path / "gold.txt"
    return state


def stored(measured):
    return json.loads(measured["floors"].read_text(encoding="utf-8"))["floors"]["made up / F1"]


def test_fails_below_a_floor_and_names_it(measured, capsys):
    assert check(True, measured["floors"]) == 0
    measured["share"] = 79.0
    assert check(False, measured["floors"]) == 1
    out = capsys.readouterr().out
    assert "below its floor" in out
    assert out.rstrip().endswith("gate: 0 passed, 1 failed")


def test_a_run_raises_floors_and_never_lowers_them(measured):
    check(True, measured["floors"])
    assert stored(measured) == 79.5
    measured["share"] = 90.0
    check(False, measured["floors"])
    assert stored(measured) == 79.5
    check(True, measured["floors"])
    assert stored(measured) == 89.5
    measured["share"] = 89.6
    check(True, measured["floors"])
    assert stored(measured) == 89.5
    measured["share"] = 20.0
    assert check(True, measured["floors"]) == 1
    assert stored(measured) == 89.5


def test_nothing_is_compared_where_the_gold_has_changed(measured):
    check(True, measured["floors"])
    measured["gold"].write_text("b", encoding="utf-8")
    with pytest.raises(BenchmarkError, match="made up is now"):
        check(False, measured["floors"])


def test_a_measure_that_is_gone_is_a_failure(measured, monkeypatch):
    check(True, measured["floors"])
    monkeypatch.setattr(gate, "MEASURES", {("made up",): lambda: {"other": Value(99.0, 10)}})
    assert check(False, measured["floors"]) == 1


@pytest.mark.parametrize(
    ("share", "of", "floor"), [(75.0, 2000, 74.5), (75.0, 20, 70.0), (3.0, 10, 0.0), (0.0, 0, 0.0)]
)
def test_a_floor_leaves_half_a_point_or_one_item(share, of, floor):
    assert floor_for(Value(share, of)) == floor


def test_table_shows_value_floor_and_target():
    text = table({"reports / via": Value(84.21, 33)}, Floors(floors={"reports / via": 81.0}))
    assert text.splitlines()[1].split() == [
        "reports",
        "/",
        "via",
        "84.21",
        "81.0",
        "85.0",
        "33",
        "short",
        "of",
        "the",
        "target",
    ]


def test_missing_gold_is_one_line(monkeypatch, tmp_path):
    monkeypatch.setenv("FIRSTHAND_SHARED", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="FIRSTHAND_SHARED"):
        gold.digest("polnear")


def test_digest_depends_on_names_and_bytes(measured):
    first = gold.digest("made up")
    assert first == gold.digest("made up")
    measured["gold"].write_text("b", encoding="utf-8")
    assert gold.digest("made up") != first
