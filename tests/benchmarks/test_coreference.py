"""The worked example is that of Pradhan et al. 2014, in letters of our own; its figures were computed by hand."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.coreference import Score, b_cubed, best_total, ceaf, conll, muc, score


def sets(*clusters):
    return [frozenset(cluster) for cluster in clusters]


GOLD = sets("abc", "defg")
FOUND = sets("ab", "cd", "fghi")


def figures(one):
    return pytest.approx((one.recall, one.precision))


def test_muc_counts_links():
    assert figures(muc(GOLD, FOUND)) == (2 / 5, 2 / 5)


def test_b_cubed_counts_mentions():
    assert figures(b_cubed(GOLD, FOUND)) == ((5 / 3 + 5 / 4) / 7, 4 / 8)


def test_ceaf_matches_clusters_one_to_one():
    assert figures(ceaf(GOLD, FOUND)) == (1.3 / 2, 1.3 / 3)


def test_conll_is_the_mean_of_the_three():
    scores = score([(GOLD, FOUND)])
    b = 2 * (5 / 12) * 0.5 / (5 / 12 + 0.5)
    c = 2 * 0.65 * (1.3 / 3) / (0.65 + 1.3 / 3)
    assert conll(scores) == pytest.approx((0.4 + b + c) / 3)


def test_the_same_on_both_sides_is_right_whatever_the_order():
    assert conll(score([(GOLD, GOLD[::-1])])) == pytest.approx(1)


def test_singletons_have_no_links():
    alone = sets("a", "b")
    assert muc(alone, alone).f1 == 0
    assert b_cubed(alone, alone).f1 == ceaf(alone, alone).f1 == 1


def test_all_in_one_has_every_link_and_little_else():
    assert figures(muc(GOLD, sets("abcdefg"))) == (1, 5 / 6)
    assert b_cubed(GOLD, sets("abcdefg")).precision == pytest.approx((9 + 16) / 7 / 7)


def test_nothing_found_is_nothing_right():
    assert ceaf(GOLD, []) == Score(0, 2, 0, 0)
    assert conll(score([(GOLD, [])])) == 0
    assert conll(score([([], [])])) == 0


def test_counts_are_summed_before_they_are_divided():
    scores = score([(GOLD, FOUND), (sets("xy"), sets("xy"))])
    assert figures(scores["MUC"]) == (3 / 6, 3 / 6)


def test_the_best_match_is_not_the_greedy_one():
    assert best_total(np.array([[0.9, 0.8], [0.8, 0.0]])) == pytest.approx(1.6)


@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_no_match_is_better_than_the_best(rows, columns, data):
    cells = st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.8, 1.0]), min_size=columns, max_size=columns)
    matrix = np.array(data.draw(st.lists(cells, min_size=rows, max_size=rows)))
    wide = matrix if rows <= columns else matrix.T
    tried = (sum(wide[i, j] for i, j in enumerate(p)) for p in permutations(range(wide.shape[1]), wide.shape[0]))
    assert best_total(matrix) == pytest.approx(max(tried))
