import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand import decoding
from firsthand.decoding.quotations import best_paths, runs
from firsthand.scores import CUE_TAGS, LAYERS, ROLE_TAGS, Options, Window

SURE, UNSURE = -0.05, -6.0


def window(words, cues, start=0):
    """A window in which the model is sure: cues maps (first, last, inner) to a string of one letter a word.

    S and s begin and continue a source, X and x a content, a dot is outside. Each word is one character, two apart.
    """
    offsets = np.array([(start + 2 * i, start + 2 * i + 1) for i in range(words)], np.int64)
    cue = np.full((len(LAYERS), words, len(CUE_TAGS)), UNSURE, np.float32)
    cue[:, :, 0] = SURE
    ordered = sorted(cues)
    roles = np.full((len(cues), words, len(ROLE_TAGS)), UNSURE, np.float32)
    for n, (first, last, inner) in enumerate(ordered):
        cue[int(inner), first : last + 1] = (UNSURE, UNSURE, SURE)
        cue[int(inner), first] = (UNSURE, SURE, UNSURE)
        for w, letter in enumerate(cues[first, last, inner]):
            roles[n, w, ".SsXx".index(letter)] = SURE
    return Window(offsets, cue, np.array([c[0] for c in ordered], np.int64), roles)


def decode(windows, options):
    return decoding.decode(windows, options).quotations


def chars(spans):
    return [(s // 2, (e - 1) // 2) for s, e in spans]


def test_source_cue_and_contents_in_pieces():
    (found,) = decode([window(7, {(2, 3, False): "Ss..Xx."})], Options())
    assert (chars(found.source), chars(found.cue), chars(found.content)) == ([(0, 1)], [(2, 3)], [(4, 5)])
    (found,) = decode([window(7, {(2, 2, False): "Xx.S.Xx"})], Options())
    assert chars(found.content) == [(0, 1), (5, 6)]
    assert found.within is None
    assert 0 < found.score <= 1


def test_two_attributions_share_a_source():
    found = decode([window(8, {(1, 1, False): "S.Xx....", (5, 5, False): "S.....Xx"})], Options())
    assert [chars(q.source) for q in found] == [[(0, 0)], [(0, 0)]]
    assert [chars(q.content) for q in found] == [[(2, 3)], [(6, 7)]]


def test_an_attribution_without_a_source_is_kept():
    (found,) = decode([window(4, {(0, 0, False): ".Xxx"})], Options())
    assert found.source == ()


def test_nesting_to_depth_three_goes_to_the_smallest_content():
    cues = {(1, 1, False): "S.Xxxxxxx", (3, 3, True): "..S.Xxxxx", (5, 5, True): "....S.Xxx"}
    found = decode([window(9, cues)], Options())
    assert [q.within for q in found] == [None, 0, 1]


def test_an_inner_quotation_without_a_frame_is_dropped():
    assert decode([window(4, {(1, 1, True): "S.Xx"})], Options()) == ()


def test_a_cue_in_both_layers_is_one_attribution():
    scored = window(9, {(1, 1, False): "S.Xxxxxxx", (3, 3, False): "..S.Xxxxx"})
    scored.cue[1, 3] = (UNSURE, SURE, UNSURE)
    found = decode([scored], Options())
    assert [q.within for q in found] == [None, 0]


def test_a_piece_that_two_cues_claim_goes_to_the_nearer():
    found = decode([window(9, {(1, 1, False): "S.Xx...Xx", (6, 6, False): ".....S.Xx"})], Options())
    assert [chars(q.content) for q in found] == [[(2, 3)], [(7, 8)]]


def test_a_shared_content_is_kept_while_both_are_sure():
    scored = window(7, {(1, 1, False): "S....Xx", (3, 3, False): "....SXx"})
    assert len(decode([scored], Options(shared=0.5))) == 2
    scored.cue[0, 3] = (-1.5, -0.8, -9)
    (kept,) = decode([scored], Options(shared=0.5))
    assert chars(kept.cue) == [(1, 1)]


def test_windows_are_decoded_apart_and_in_order():
    found = decode([window(4, {(1, 1, False): "S.Xx"}), window(5, {(1, 1, False): "S.Xxx"}, start=100)], Options())
    assert [q.source[0][0] for q in found] == [0, 100]


def test_boldness_trades_recall():
    scored = window(4, {(1, 1, False): "S.Xx"})
    scored.cue[0, 1] = (-0.6, -0.9, -9)
    assert decode([scored], Options()) == ()
    assert len(decode([scored], Options(outer=0.5))) == 1
    assert decode([scored], Options(outer=0.5, floor=0.9)) == ()


@pytest.mark.parametrize("windows", [[], [Window(np.zeros((0, 2), np.int64), np.zeros((2, 0, 3), np.float32),
                                                 np.zeros(0, np.int64), np.zeros((0, 0, 5), np.float32))]])  # fmt: skip
def test_nothing_in_nothing(windows):
    assert decode(windows, Options()) == ()


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.floats(-5, 0, width=32), min_size=3 * n, max_size=3 * n)))
def test_viterbi_finds_what_trying_all_paths_finds(values):
    scores = np.array(values, np.float32).reshape(1, -1, 3)
    steps = np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], np.float32)
    words = scores.shape[1]

    def total(path):
        gain = sum(float(scores[0, w, t]) for w, t in enumerate(path)) + float(steps[0, path[0]])
        return gain + sum(float(steps[a, b]) for a, b in itertools.pairwise(path))

    best = max(total(p) for p in itertools.product(range(3), repeat=words))
    assert total(best_paths(scores, steps)[0].tolist()) == pytest.approx(best, abs=1e-4)


@given(st.lists(st.integers(0, 2), max_size=12))
def test_runs_cover_their_tags_and_start_at_beginnings(tags):
    found = runs(np.array(tags, np.int64), 1)
    assert [w for a, b in found for w in range(a, b + 1)] == [w for w, t in enumerate(tags) if t]
    assert all(2 not in [tags[a]] or a == 0 or tags[a - 1] == 0 for a, b in found)


@given(st.data())
def test_spans_always_lie_on_words_of_their_window(data):
    words = data.draw(st.integers(1, 12))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    cue = np.log(rng.dirichlet([1, 1, 1], (2, words))).astype(np.float32)
    anchors = np.flatnonzero(rng.random(words) < 0.7)
    roles = np.log(rng.dirichlet([1] * 5, (len(anchors), words))).astype(np.float32)
    offsets = np.array([(3 * i, 3 * i + 2) for i in range(words)], np.int64)
    found = decode([Window(offsets, cue, anchors, roles)], Options())
    starts, ends = set(offsets[:, 0].tolist()), set(offsets[:, 1].tolist())
    for n, q in enumerate(found):
        assert q.within is None or 0 <= q.within < len(found)
        assert q.within != n
        for s, e in (*q.source, *q.cue, *q.content):
            assert s in starts
            assert e in ends
            assert s < e
        cue_words = {w for s, e in q.cue for w in range(s, e)}
        assert not cue_words & {w for s, e in (*q.source, *q.content) for w in range(s, e)}
