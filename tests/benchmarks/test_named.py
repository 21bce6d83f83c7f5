import pytest

from benchmarks.named import Names, outermost

BEFORE = "Yesterday the port authority met. "


def name(mention, text=None):
    text = text or f"{BEFORE}We saw {mention} there."
    start = text.index(mention)
    found = Names(text).find((start, start + len(mention)))
    return found and text[slice(*found)]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Marta Vell", "Marta Vell"),
        ("the well-known engineer Marta Vell, who built the bridge", "Marta Vell"),
        ("Prime Minister Jonas Quist", "Jonas Quist"),
        ("Marta Vell's", "Marta Vell"),
        ("Tarsia's Marta Vell", "Marta Vell"),
        ("Quists' Harbour", "Harbour"),
        ("Dr. Ilse O'Hara (42)", "Ilse O'Hara"),
        ("the Bank of Tarsia", "Bank of Tarsia"),
        ("the University of the West", "University of the West"),
        ("Quist & Sons", "Quist & Sons"),
        ("his Tarsia", "Tarsia"),
        ("the U.S. in 1990", "U.S"),
        ("Harbour Watch of the old kind", "Harbour Watch"),
        ("the President", "President"),
    ],
)
def test_names_are_cut_down(mention, expected):
    assert name(mention) == expected


@pytest.mark.parametrize(
    "mention",
    [
        "a Tarsian official",
        "the president of Tarsia",
        "she",
        "I",
        "people in Lisbon",
        "Vell's aide",
        "the port authority",
        "42",
    ],
)
def test_what_is_no_name(mention):
    assert name(mention) is None


def test_a_capital_at_the_start_of_a_sentence_tells_nothing_by_itself():
    assert name("Officials", "Officials left. The officials came back.") is None
    assert name("Tarsia", "Tarsia left. The others came back.") == "Tarsia"
    assert name("Vell", "They read vell in the book. It was Vell.") == "Vell"


def test_the_text_around_a_mention_is_not_read():
    assert name("Marta", f"{BEFORE}It was Marta Vell.") == "Marta"


def test_outermost_leaves_out_what_lies_inside():
    assert outermost([(3, 9), (0, 9), (0, 4), (10, 12), (10, 12)]) == {(0, 9), (10, 12)}
