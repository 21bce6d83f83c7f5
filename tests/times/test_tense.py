import pytest

from firsthand.times.tense import tense


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on X.", "past"),
        ("They have met on X.", "past"),
        ("They will meet on X.", "future"),
        ("The two agreed to meet on X.", "future"),
        ("A meeting planned for X", "future"),
        ("She said he would land on X.", "future"),
        ("The vote is on X.", "future"),
        ("The law takes effect X.", "future"),
        ("Elections are due in X.", "future"),
        ("The port in X", None),
        ("On X, the minister said they will leave.", "past"),
        ("The vote will be held on X.", "future"),
        ("It should be completed by X.", "future"),
        ("It rained. On X they will meet.", "future"),
        ("The United States X", None),
        ("He would have left on X.", "past"),
        ("They will have a vote on X.", "future"),
        ("It usually rains in X.", "habit"),
        ("Visitors should come in X, usually.", "habit"),
        ("It usually rained in X.", "past"),
        ("She demanded that it release the ship by X.", "future"),
        ("All of them had left by X.", "past"),
    ],
)
def test_the_nearest_verb_form_of_the_sentence(text, expected):
    at = text.index("X")
    assert tense(text, at, at + 1) == expected
