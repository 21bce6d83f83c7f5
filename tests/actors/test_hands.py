"""The hands of a chain by the names of the actors that they are."""

import pytest

from firsthand.actors.hands import fuller
from tests.actors.reading import read


def via(marked, number):
    """The hands of one attribution after the step."""
    found = read(marked)
    return found.who.name(found.attributions[number]).via


def test_a_hand_has_the_name_of_the_actor_that_it_is():
    report = (
        "{1 organization The Kessik Herald} rang. {S1 {1 organization The paper}} {C1 said} "
        "{X1 that {S2 {2 person an aide}} {C2 said} {X2 it was late}}."
    )
    assert via(report, 2) == ("Kessik Herald",)


def test_a_name_goes_down_the_whole_chain():
    report = (
        "{1 person Odd Lien} sat. {S1 {1 person He}} {C1 said} {X1 that {S2 {2 person the mayor}} {C2 said} "
        "{X2 that {S3 {3 person a guard}} {C3 said} {X3 so}}}. {2 person The mayor, {2 person Anna Kell},} left."
    )
    assert via(report, 2) == ("Odd Lien",)
    assert via(report, 3)[0] == "Odd Lien"
    assert len(via(report, 3)) == 2


def test_a_spokesman_keeps_his_own_words_as_a_hand():
    report = (
        "{S1 {1 person A spokesman for {2 organization Vistra Bank}}} {C1 said} "
        "{X1 that {S2 {3 person an aide}} {C2 said} {X2 so}}."
    )
    assert via(report, 2) == ("A spokesman for Vistra Bank",)


def test_an_attribution_of_the_report_itself_has_no_hands():
    assert via("{S1 {1 person Odd Lien}} {C1 said} {X1 so}.", 1) == ()


@pytest.mark.parametrize(
    ("hand", "name", "kept"),
    [
        ("he", "Odd Lien", "Odd Lien"),
        ("Lien", "Odd Lien", "Odd Lien"),
        ("Odd Lien", "Lien", "Odd Lien"),
        ("the Kestler campaign", "Kestler campaign", "the Kestler campaign"),
        ("an aide", None, "an aide"),
    ],
)
def test_the_fuller_of_two_names_stays(hand, name, kept):
    assert fuller(hand, name) == kept
