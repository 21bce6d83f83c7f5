import pytest

from scripts.steps import counts, summary


@pytest.mark.parametrize(
    ("output", "status", "line"),
    [
        ("All checks passed!\n", 0, "1 passed, 0 failed"),
        ("....\n212 passed, 3 skipped in 4.10s\n", 0, "212 passed, 0 failed, 3 skipped"),
        ("2 failed, 210 passed in 4.10s\nmake: *** [unit] Error 1\n", 1, "210 passed, 2 failed"),
        ("Found 4 errors in 2 files\nmake: *** [types] Error 1\n", 2, "0 passed, 4 failed"),
        ("Traceback\nmake: *** [wheel] Error 1\n", 2, "0 passed, 1 failed"),
        ("gate: no gold in /x: 1 skipped\n", 0, "0 passed, 0 failed, 1 skipped"),
        ("5 passed in 1s\nmake: *** [unit] Error 3\n", 2, "5 passed, 1 failed"),
    ],
)
def test_counts_of_a_step(output, status, line):
    assert summary(counts(output, status)) == line
