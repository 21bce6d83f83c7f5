"""The script that makes the gazetteers: what it makes, and what it refuses."""

import pytest

from scripts import build_lexicon as script


def test_a_line_needs_all_its_fields():
    assert script.fields("KES | Kessik | ", "code | name | others") == ["KES", "Kessik", ""]
    with pytest.raises(ValueError, match=r"'KES \| Kessik'"):
        script.fields("KES | Kessik", "code | name | others")


def test_a_name_for_two_things_is_named():
    index = {}
    script.put(index, "the Côte", "AAA")
    script.put(index, "The Cote", "AAA")
    with pytest.raises(ValueError, match="'the côte' is 'BBB' and 'AAA'"):
        script.put(index, "the côte", "BBB")


@pytest.mark.parametrize("value", ["", "-", "none"])
def test_no_code(value):
    assert script.known(value, script.PLOVER, "row") is None


def test_an_unknown_code_is_named():
    with pytest.raises(ValueError, match="'GVO' is no code: 'row'"):
        script.known("GVO", script.PLOVER, "row")


def test_people_are_named_by_the_plural_of_the_adjective():
    assert script.peoples("Tarsian, Orrinese, Kessiki") == ["Tarsian", "Orrinese", "Kessiki", "Tarsians", "Kessikis"]


@pytest.mark.parametrize(
    ("phrase", "many"),
    [
        ("chief of staff", "chiefs of staff"),
        ("city council", "city councils"),
        ("coach", "coaches"),
        ("ambassador at large", "ambassadors at large"),
    ],
)
def test_plurals_of_phrases(phrase, many):
    assert script.head_plural(phrase) == many


def test_a_word_means_the_country_before_the_city_of_the_same_name():
    raw = {
        "countries": ["KES | the Kessik Isles | Kessik | Kessiki | Port Orrin", "TAR | Tarsia | | Tarsian | Berezh"],
        "regions": ["TAR | Lower Tarsia"],
        "cities": ["TAR | Kessik"],
        "seats": ["Harbour House | the Pier | KES | GOV | Government of Kessik"],
    }
    made = script.countries(raw)
    assert made["names"]["KES"] == "the Kessik Isles"
    assert made["words"]["kessik"] == ("KES", "name")
    assert made["words"]["tarsians"] == ("TAR", "adjective")
    assert made["seats"]["the pier"] == made["seats"]["harbour house"]


def test_a_country_that_is_not_listed_is_named():
    raw = {"countries": ["KES | Kessik | | |"], "regions": ["TAR | Lower Tarsia"], "cities": [], "seats": []}
    with pytest.raises(ValueError, match="'TAR' is no code"):
        script.countries(raw)
