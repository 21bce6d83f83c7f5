import pytest

from benchmarks import gold
from benchmarks.names import Case, at, best, blocking, cases

SCORED = [(0.9, True), (0.8, True), (0.7, False), (0.6, True), (0.1, False)]


def test_figures_at_a_threshold():
    figures = at(0.7, SCORED)
    assert (figures.precision, figures.recall, figures.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_nothing_taken_is_nothing_found():
    assert at(1.0, SCORED)[1:] == (0.0, 0.0, 0.0)


def test_best_has_the_highest_f1():
    assert best(SCORED).f1 == pytest.approx(6 / 7)
    assert 0.1 < best(SCORED).threshold <= 0.6


def test_blocking_counts_true_pairs_only():
    some = [
        Case("Marta Vell", "M. Vell", None, same=True),
        Case("Marta Vell", "Jonas Quist", None, same=True),
        Case("Marta Vell", "Marta Quist", None, same=False),
    ]
    assert blocking(some) == 0.5


def test_missing_pairs_are_named(monkeypatch, tmp_path):
    monkeypatch.setenv("FIRSTHAND_SHARED", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="set FIRSTHAND_SHARED"):
        cases()


def test_both_halves_have_true_and_false_pairs():
    if not gold.shared().exists():
        pytest.skip("no gold here")
    found = {(case.seen, case.same) for case in cases()}
    assert len(found) == 4
