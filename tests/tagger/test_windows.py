import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tagger.model import SHIPPED
from firsthand.tagger.pieces import WordPieces
from firsthand.tagger.windows import (
    CASES,
    CLS,
    PARAGRAPH,
    SEP,
    features_of,
    inputs,
    paragraph_starts,
    stretches,
    words_of,
)

HOSTILE = st.text(
    st.sampled_from("aé\u0301\u200f\u202eא漢🙂\x00\ud800\ufffd \n\t“”\"'.,A9_") | st.characters(), max_size=300
)


@pytest.fixture(scope="module")
def pieces():
    return WordPieces(SHIPPED / "vocab.txt")


@given(HOSTILE)
def test_every_word_is_in_one_window_in_order(pieces, text):
    windows = list(inputs(text, pieces, longest=24))
    found = [tuple(span) for w in windows for span in w.words.tolist()]
    assert found == [tuple(span) for span in words_of(text).tolist()]
    for span in found:
        assert text[slice(*span)].strip() == text[slice(*span)] != ""


@given(HOSTILE)
def test_windows_are_framed_and_fit(pieces, text):
    for w in inputs(text, pieces, longest=24):
        assert len(w.ids) == len(w.features) <= 24
        assert (w.ids[0], w.ids[-1]) == (CLS, SEP)
        assert (np.diff(w.first) > 0).all()
        assert w.first[0] >= 1
        assert w.first[-1] < len(w.ids) - 1


def test_a_window_holds_whole_paragraphs_while_they_fit(pieces):
    text = "One two three.\n\nFour five six.\n\nSeven eight nine ten."
    windows = list(inputs(text, pieces, longest=13))
    assert [len(w.words) for w in windows] == [8, 5]
    assert (windows[0].ids == PARAGRAPH).sum() == 1


def test_a_long_paragraph_is_cut_after_a_sentence(pieces):
    text = "One two three four. Five six seven eight. Nine ten eleven twelve."
    windows = list(inputs(text, pieces, longest=14))
    assert [text[w.words[0][0] : w.words[-1][1]] for w in windows] == [
        "One two three four. Five six seven eight.",
        "Nine ten eleven twelve.",
    ]


def test_words_without_spaces_cannot_fill_a_window(pieces):
    assert [len(w.ids) for w in inputs("漢" * 5000, pieces)] == [18]


def test_a_long_text_is_read_in_stretches_that_lose_nothing(pieces, monkeypatch):
    text = "One two.\n\n" * 40 + "three " * 60 + "x" * 300
    whole = [tuple(s) for w in inputs(text, pieces) for s in w.words.tolist()]
    monkeypatch.setattr("firsthand.tagger.windows.STRETCH", 100)
    parts = list(stretches(text))
    assert [a for a, _ in parts] == [0, *(b for _, b in parts[:-1])]
    assert parts[-1][1] == len(text)
    assert all(text[a - 1].isspace() for a, _ in parts[1:] if a < len(text) - 300)
    found = [tuple(s) for w in inputs(text, pieces) for s in w.words.tolist()]
    assert found[:140] == whole[:140]


def test_nothing_in_nothing(pieces):
    assert list(inputs("", pieces)) == []
    assert list(inputs(" \n\t ", pieces)) == []


def test_a_domain_name_is_one_word_and_a_lost_space_is_none():
    text = "News.ro and bbc.co.uk say it ended.He left at 6.40 a.m."
    found = [text[s:e] for s, e in words_of(text).tolist()]
    assert found[:4] == ["News.ro", "and", "bbc.co.uk", "say"]
    assert found[6:10] == [".", "He", "left", "at"]
    assert found[10:] == ["6", ".", "40", "a", ".", "m", "."]


@pytest.mark.parametrize(
    ("text", "starts"),
    [("a b\n\nc d", [0, 2]), ("a b\nc d", [0, 2]), ("a\nb\n\nc", [0, 2]), ("\n\na\n \nb", [0, 1])],
)
def test_paragraphs_are_parted_by_blank_lines_or_else_by_any(text, starts):
    assert paragraph_starts(text, words_of(text)).tolist() == starts


def test_features_tell_case_and_quotation():
    words = ["He", "said", "“", "NATO", "iPhone", "”", "then", '"', "no", '"', "yes"]
    inside = [int(f >= CASES) for f in features_of(words, np.array([0]))]
    assert inside == [0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0]
    assert [f % CASES for f in features_of(words, np.array([0]))[:5]] == [1, 0, 0, 2, 3]


def test_a_paragraph_begins_outside_quotation_marks():
    words = ["“", "a", "b"]
    assert features_of(words, np.array([0, 2])).tolist() == [CASES, CASES, 0]
