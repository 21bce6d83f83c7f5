import pytest

from training.gum_files import Token
from training.gum_mentions import mentions


def tokens(*written):
    """Tokens one after the other, a space between; each a pair of form and entity column."""
    out, at = [], 0
    for form, entity in written:
        out.append(Token(at, at + len(form), form, form, 0, "root", entity))
        at += len(form) + 1
    return out


def test_mentions_nest_and_end_where_they_end():
    found = mentions(tokens(("the", "(1-person-new-x"), ("envoy", ""), ("of", ""), ("Tarsia", "(2-place-new-coref)1)")))
    assert found == [(13, 19, "place", "2"), (0, 19, "person", "1")]


def test_the_same_entity_can_stand_in_itself():
    found = mentions(tokens(("Vell", "(1-person-new-x"), (",", ""), ("harbourmaster", "(1-person-giv-appos)1)")))
    assert found == [(7, 20, "person", "1"), (0, 20, "person", "1")]


def test_mentions_in_two_parts_are_left_out():
    assert mentions(tokens(("both", "(7[1/2]-person-new-x)"), ("of", ""), ("us", "(7[2/2]-person-new-x)"))) == []


@pytest.mark.parametrize("column", ["3)", "(3-person-new-x"])
def test_what_does_not_begin_or_end_is_an_error(column):
    with pytest.raises(ValueError, match="3"):
        mentions(tokens(("Vell", column)))
