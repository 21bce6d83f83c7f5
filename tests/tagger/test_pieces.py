from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tagger.model import SHIPPED
from firsthand.tagger.pieces import WordPieces
from firsthand.tagger.windows import WORD

VOCABULARY = SHIPPED / "vocab.txt"


@pytest.fixture(scope="module")
def pieces():
    return WordPieces(VOCABULARY)


@pytest.fixture(scope="module")
def reference():
    """The tokenizers package's own uncased BERT; its Unicode is another version's, so rare scripts stay out."""
    tokenizers = pytest.importorskip("tokenizers")
    return tokenizers.BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("The", ["the"]),
        ("unfathomably", ["un", "##fat", "##hom", "##ably"]),
        ("Ünïcode", ["unicode"]),
        ("foo_bar", ["foo", "_", "bar"]),
        ("a" * 101, ["[UNK]"]),
        ("🙂", ["[UNK]"]),
        ("\u0301", []),
        ("\x00", []),
        ("\ud800", []),
        ("ΣΣ", ["σ", "##σ"]),
    ],
)
def test_words_are_cut_longest_match_first(pieces, word, cut):
    names = VOCABULARY.read_text(encoding="utf-8").split("\n")
    assert [names[i] for i in pieces(word)] == cut


@given(
    st.text(
        st.characters(max_codepoint=0x52F, exclude_categories=["Cn", "Cs"]) | st.sampled_from("漢字語🙂ﬁ"), max_size=40
    )
)
def test_agrees_with_the_tokenizers_package(pieces, reference, text):
    for match in WORD.finditer(text):
        expected = reference.encode(match[0], add_special_tokens=False).ids
        assert list(pieces(match[0])) == expected, match[0]


def test_the_cache_changes_nothing(pieces):
    fresh = WordPieces(VOCABULARY)
    assert [fresh(w) for w in ("Minister", "Minister", "minister")] == [pieces("minister")] * 3


def test_a_full_cache_is_emptied_and_goes_on(monkeypatch, tmp_path: Path):
    monkeypatch.setattr("firsthand.tagger.pieces._CACHE", 2)
    small = WordPieces(VOCABULARY)
    words = ["one", "two", "three", "four", "one"]
    assert [len(small(w)) for w in words] == [1] * 5
    assert len(small._known) <= 2
