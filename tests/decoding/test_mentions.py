import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.decoding import decode
from firsthand.decoding.mentions import BACK, KEPT, compatible
from firsthand.scores import CUE_TAGS, LAYERS, NEAR, ROLE_TAGS, Mentions, Options, Window

WIDTH = 4


def window(spans, start=0, words=12, odds=None, asks=None, answers=None, fresh=0.0):
    """A window with the given mentions (first, last, type); each word is one character, two apart."""
    n = len(spans)
    none = np.zeros((n, WIDTH), np.float32)
    mentions = Mentions(
        np.array(spans, np.int64).reshape(-1, 3),
        np.full(n, 3.0, np.float32) if odds is None else np.array(odds, np.float32),
        none if asks is None else np.array(asks, np.float32),
        none if answers is None else np.array(answers, np.float32),
        np.full(n, fresh, np.float32),
        np.zeros(NEAR, np.float32),
    )
    offsets = np.array([(start + 2 * i, start + 2 * i + 1) for i in range(words)], np.int64)
    cue = np.zeros((len(LAYERS), words, len(CUE_TAGS)), np.float32)
    cue[:, :, 1:] = -9
    return Window(offsets, cue, np.zeros(0, np.int64), np.zeros((0, words, len(ROLE_TAGS)), np.float32), mentions)


def test_mentions_stand_in_the_order_of_the_text_a_whole_before_its_parts():
    found = decode([window([(4, 4, 0), (0, 0, 2), (0, 2, 1)])], Options()).mentions
    assert [(m.span, m.type) for m in found] == [((0, 5), "organization"), ((0, 1), "place"), ((8, 9), "person")]


def test_of_two_that_cross_or_are_equal_the_likelier_stays():
    found = decode([window([(0, 2, 0), (1, 3, 0), (1, 3, 1)], odds=[1.0, 2.0, 3.0])], Options()).mentions
    assert [(m.span, m.type) for m in found] == [((2, 7), "organization")]


def test_unlikely_mentions_are_dropped_and_an_option_brings_them_back():
    scored = window([(0, 0, 0)], odds=[-0.5])
    assert decode([scored], Options()).mentions == ()
    assert len(decode([scored], Options(mention=1.0)).mentions) == 1


def test_a_mention_is_linked_to_the_one_that_answers_it_over_windows():
    first = window([(0, 0, 0), (2, 2, 0)], answers=[[9, 0, 0, 0], [0, 9, 0, 0]])
    second = window([(1, 1, 0)], start=100, asks=[[0, 9, 0, 0]])
    found = decode([first, second], Options()).mentions
    assert found[2].links[0].to == 1
    assert found[2].links[0].chance > 0.99
    assert found[0].links == ()


def test_a_new_one_has_no_links():
    found = decode([window([(0, 0, 0), (2, 2, 0)], fresh=9.0)], Options()).mentions
    assert [m.links for m in found] == [(), ()]


def test_windows_without_mentions_are_passed_over():
    found = decode([window([(0, 0, 0)]), window([], start=50), window([(0, 0, 0)], start=100)], Options()).mentions
    assert [m.span for m in found] == [(0, 1), (100, 101)]
    assert found[1].links[0].to == 0


spans = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(0, 3)), max_size=20).map(
    lambda found: [(min(a, b), max(a, b), kind) for a, b, kind in found]
)


@given(spans, st.randoms(use_true_random=False))
def test_kept_spans_never_cross(found, rng):
    array = np.array(found, np.int64).reshape(-1, 3)
    odds = np.array([rng.random() for _ in found], np.float32)
    kept = [tuple(found[i][:2]) for i in compatible(array, odds)]
    assert len(set(kept)) == len(kept)
    assert not any(a < c <= b < d for a, b in kept for c, d in kept)
    assert kept == sorted(kept, key=lambda s: (s[0], -s[1]))
    if found:
        assert kept


@given(st.lists(spans, min_size=1, max_size=6))
def test_links_point_back_and_their_chances_add_up_to_one_at_most(parts):
    found = decode([window(part, start=50 * i) for i, part in enumerate(parts)], Options()).mentions
    for i, mention in enumerate(found):
        assert len(mention.links) <= KEPT
        assert all(i - BACK <= link.to < i for link in mention.links)
        assert sum(link.chance for link in mention.links) <= 1.001
