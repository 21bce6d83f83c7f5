"""Two actors that only the whole text shows to be one."""

import pytest

from firsthand.actors.uniting import SAME_POST, agree, noun, unite
from firsthand.types import Held
from tests.actors.reading import cast, read

KELL = "{2? person Rasmus Kell, {2 person the election chief of {3 place Tarsia}},} left."


def united(marked):
    """The names of the actors that are people, after uniting."""
    made, _ = cast(marked)
    unite(made)
    return made, [e.name for e in made.entities if e.type == "person"]


def test_who_is_called_by_a_post_is_its_holder():
    made, people = united(f"{{1? person The election chief}} rose. {KELL}")
    assert people == ["Rasmus Kell"]
    assert made.owner(0) is made.owner(1)


def test_the_mention_that_joined_says_why():
    found = read(f"{{S1 {{1? person The election chief}}}} {{C1 said}} {{X1 it was late}}. {KELL}")
    assert found.source(1).name == "Rasmus Kell"
    assert found.reason(1) == SAME_POST


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "{1? person The prime minister} rose. {2? person Prime Minister Jana Holt} and "
            "{3? person Prime Minister Odd Lien} left.",
            id="two hold it",
        ),
        pytest.param("{1? person An election chief} rose. " + KELL, id="somebody new"),
        pytest.param("{1? person The election chief of {4 place Orrin}} rose. " + KELL, id="of another country"),
        pytest.param("{1? person The election chiefs} rose. " + KELL, id="several"),
        pytest.param("{1? person The trade minister} rose. " + KELL, id="another post"),
        pytest.param(
            "{1? person The negotiator} rose, and {1 person she} left. {2? person Negotiator Odd Lien} sat. "
            "{2 person He} slept.",
            id="a woman and a man",
        ),
    ],
)
def test_what_stays_apart(marked):
    made, people = united(marked)
    assert made.owner(0).name is None
    assert len(people) >= 2


LEAD = "{1? person The chief negotiator} rose on Monday.\n\n"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        pytest.param(LEAD + "{2? person Odd Lien} said so.", "Odd Lien", id="the next paragraph begins with a name"),
        pytest.param(LEAD + "“It is,” {2? person Odd Lien} said.", None, id="the name stands elsewhere"),
        pytest.param(LEAD + "{2? person Odd Lien, {2 person the mayor},} said so.", None, id="a post of his own"),
        pytest.param(LEAD + "{2? organization Halvard Lines} said so.", None, id="no person"),
        pytest.param("{2? person Odd Lien} sat.\n\n" + LEAD + "{2 person Lien} said so.", None, id="known before"),
        pytest.param("It was late. " * 50 + LEAD + "{2? person Odd Lien} said so.", None, id="no lead"),
    ],
)
def test_a_lead_that_keeps_the_name_back(marked, name):
    made, _ = united(marked)
    master = next(made.of(one) for one in made.said if one.head == "negotiator")
    assert master.name == name


def test_other_mentions_come_along():
    made, _ = united(f"{{1? person The election chief}} rose. {{1? person He}} sat. {KELL}")
    assert [one.text for one in made.owner(0).said if one.pronoun] == ["He"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        ("Tarsia", None, True),
        ("Tarsia", "tarsia", True),
        ("harbour office", "the harbour office", True),
        ("Tarsia", "Orrin", False),
    ],
)
def test_roles_agree_when_they_may_be_of_the_same(one, other, same):
    assert agree(Held("mayor", one, (0, 1)), Held("mayor", other, (0, 1))) is same
    assert agree(Held("mayor", other, (0, 1)), Held("mayor", one, (0, 1))) is same


def test_roles_of_a_country_and_of_its_capital_agree():
    assert agree(Held("top diplomat", "Kyiv", (0, 1)), Held("top diplomat", "Ukraine", (0, 1)))


def test_roles_of_two_countries_of_which_one_name_holds_the_other_do_not_agree():
    assert not agree(Held("president", "Niger", (0, 1)), Held("president", "Nigeria", (0, 1)))


def test_a_post_is_one_however_it_is_worded():
    assert noun(Held("former Foreign Minister", None, (0, 1))) == noun(Held("foreign minister", None, (0, 1)))


def test_who_held_a_post_is_not_who_holds_it():
    made, _ = united("{1? person The mayor} rose. {2? person Former mayor Odd Lien} slept.")
    assert made.owner(0) is not made.owner(1)
