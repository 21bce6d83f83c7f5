"""Who is asserted, who is only a candidate and why, and what the list tells of a day."""

import pytest

from firsthand.listing import Asked, Listing, ListingKind, judge, kind_asked
from firsthand.listing.common import is_common
from firsthand.listing.matching import DOUBTS
from firsthand.types import ActorKind

PERSON, BODY, SHIP = ListingKind.PERSON, ListingKind.ORGANIZATION, ListingKind.VESSEL


def entry(name, kind=PERSON, **fields):
    return Listing(list="Made-up", id="1", kind=kind, name=name, **fields)


def look(asked, written, kind=PERSON, country=None, on=None, **fields):
    one = entry(written, fields.pop("listed_as", kind), **fields)
    return judge(Asked(asked, kind, country, on), one, (one.name, *one.aliases, *one.weak_aliases))


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("Osmund Kestren", "KESTREN, Osmund", PERSON),
        ("Osmund Kestren", "KESTREN, Osmund Viktorovich", PERSON),
        ("Sergei Malkevych", "MALKEVICH, Sergey", PERSON),
        ("Aleksandr Yarovych", "YAROVYCH, Aleksandr Viktorovych", PERSON),
        ("Осмунд Кестрен", "KESTREN, Osmund", PERSON),
        ("Velmora Freight Lines", "VELMORA FREIGHT LINES LTD.", BODY),
        ("Velmora", "VELMORA", BODY),
        ("Calder Star", "CALDER STAR", SHIP),
        ("Hizbullah", "HIZBALLAH", BODY),
    ],
)
def test_a_full_name_that_agrees_is_asserted(asked, listed, kind):
    found = look(asked, listed, kind)
    assert found.asserted, found
    assert found.doubts == ()
    assert found.why


@pytest.mark.parametrize(
    ("asked", "listed", "kind", "doubt"),
    [
        ("Kestren", "KESTREN, Osmund", PERSON, "only 1 of 2 parts of the name"),
        ("O. Kestren", "KESTREN, Osmund", PERSON, "only 1 of 2 parts of the name"),
        ("Osmund Kestren", "KESTREN VALKO, Osmund", PERSON, "only 2 of 3 parts of the name"),
        ("Osmund Kestrel", "KESTREN, Osmund", PERSON, "the names are alike, not the same"),
        ("Mohammed Hassan", "HASSAN, Muhammad", PERSON, "a very common name"),
        ("John Smith", "SMITH, John", PERSON, "a very common name"),
        ("Orsam bin Talvar", "TALVAR, Orsam", PERSON, "a father's name in one, a last name in the other"),
        ("Velmora Freight", "VELMORA FREIGHT TERMINAL", BODY, "only 2 of 3 parts of the name"),
        ("Ministry of Energy", "MINISTRY OF ENERGY", BODY, "words that many bodies have in their names"),
        ("VFL", "VFL", BODY, "so short a name may be anybody's"),
        ("UNIDES", "UNADES", BODY, "the names are alike, not the same"),
    ],
)
def test_what_may_be_somebody_else_is_a_candidate_and_says_why(asked, listed, kind, doubt):
    found = look(asked, listed, kind)
    assert not found.asserted
    assert doubt in found.doubts


def test_names_far_apart_are_not_offered():
    assert look("Idris Valko", "KESTREN, Osmund") is None
    assert judge(Asked("Idris Valko"), entry("KESTREN, Osmund"), ()) is None


def test_other_kind():
    assert look("Calder Star", "CALDER STAR", BODY, listed_as=SHIP).doubts == ("the list has a vessel of this name",)
    assert look("Calder Star", "CALDER STAR", None, listed_as=SHIP).doubts == ("the list has a vessel of this name",)
    assert (
        look("Calder Star", "CALDER STAR", PERSON, listed_as=BODY).doubts[0]
        == "the list has an organization of this name"
    )
    assert look("Osmund Kestren", "KESTREN, Osmund", None, listed_as=PERSON).asserted
    assert look("Osmund Kestren", "KESTREN, Osmund", PERSON, listed_as=ListingKind.OTHER).asserted


def test_country():
    other = look("Osmund Kestren", "KESTREN, Osmund", country="BRA", countries=("MDA", "CYP"))
    assert other.doubts == ("the list has it in Moldova, Cyprus, not in Brazil",)
    assert look("Osmund Kestren", "KESTREN, Osmund", country="CYP", countries=("MDA", "CYP")).asserted
    assert look("Osmund Kestren", "KESTREN, Osmund", country="BRA").asserted, "the list tells of no country"


def test_the_right_country_makes_up_for_a_common_or_short_name_or_a_part_left_out():
    assert look("John Michael Smith", "SMITH, John Michael", country="ATG", countries=("ATG",)).asserted
    assert not look("John Smith", "SMITH, John", country="ATG", countries=("ATG",)).asserted, (
        "there are many in Antigua"
    )
    assert look("VFL", "VFL", BODY, country="CYP", countries=("CYP",)).asserted
    assert look("Osmund Kestren", "KESTREN VALKO, Osmund", country="MDA", countries=("MDA",)).asserted
    assert not look("John Smith", "SMITH BROWN, John", country="ATG", countries=("ATG",)).asserted
    longer = look("Osmund Aurel Kestren", "KESTREN, Osmund", country="MDA", countries=("MDA",))
    assert not longer.asserted, "a report leaves parts out; a list does not"


def test_a_name_that_the_list_calls_weak():
    found = look("Omen Ferryman", "KESTREN, Osmund", weak_aliases=("Omen Ferryman",))
    assert found.doubts == ("the list itself calls this other name weak",)
    assert found.written == "Omen Ferryman"


def test_organizations_that_are_well_known_and_two():
    found = look("People's Liberation Army", "Shining Path", BODY, aliases=("PEOPLE'S LIBERATION ARMY",))
    assert any("is well known, and so is" in doubt for doubt in found.doubts)


def test_why_names_the_other_name():
    found = look("Oswin Kestren", "VALKO, Idris", aliases=("KESTREN, Oswin",))
    assert found.why == ("same as its other name KESTREN, Oswin",)
    assert (
        look("Oswin Kestrenn", "VALKO, Idris", aliases=("KESTREN, Oswin",)).why[0]
        == "like its other name KESTREN, Oswin"
    )
    assert look("Osmund Kestren", "KESTREN, Osmund").why == ("same name",)


@pytest.mark.parametrize(
    ("listed", "delisted", "on", "in_force", "told"),
    [
        ("2022-02-24", None, "2024-05-01", True, "listed since 2022-02-24: in force on 2024-05-01"),
        ("2022-02-24", None, "2022-02-24", True, "in force on 2022-02-24"),
        ("2022-02-24", None, "2022-02-23", False, "listed on 2022-02-24: not yet in force on 2022-02-23"),
        ("2022-02-24", "2023-01-01", "2022-12-31", True, "listed since 2022-02-24 until 2023-01-01: in force"),
        ("2022-02-24", "2023-01-01", "2023-01-01", False, "delisted on 2023-01-01: no longer in force"),
        ("2022-02-24", "2023", "2024-01-01", False, "delisted in 2023: no longer in force"),
        ("2022-02-24", "2023", "2023-06-01", None, "it may not have been in force"),
        ("2022", None, "2022-06-01", None, "it may not have been in force"),
        ("2022", None, "2021-06-01", False, "listed in 2022: not yet in force"),
        (None, None, "2022-06-01", None, "the list does not tell since when"),
        ("2022-02-24", None, None, None, "listed since 2022-02-24"),
        (None, None, None, None, "the list does not tell since when"),
        ("2022-02-24", None, "2024-05-01T10:00:00Z", True, "in force on 2024-05-01"),
    ],
)
def test_as_of_a_day(listed, delisted, on, in_force, told):
    found = look("Osmund Kestren", "KESTREN, Osmund", on=on, listed=listed, delisted=delisted)
    assert found.in_force is in_force
    assert told in found.when
    assert found.asserted, "who it is does not hang on the day"


def test_a_report_newer_than_the_list_is_told_of_the_list_s_age():
    one = entry("KESTREN, Osmund", listed="2022-02-24")
    found = judge(Asked("Osmund Kestren", PERSON, None, "2031-05-01"), one, (one.name,), published="2031-02-27")
    assert found.when.endswith("in force on 2031-05-01, as the list stood on 2031-02-27")


def test_what_an_actor_can_be():
    assert kind_asked(ActorKind.OUTLET) is BODY
    assert kind_asked(SHIP) is SHIP
    assert kind_asked(None) is None
    for kind in (ActorKind.COUNTRY, ActorKind.DOCUMENT):
        with pytest.raises(ValueError, match=kind):
            kind_asked(kind)


def test_every_doubt_explains_itself():
    assert all(doubt.__doc__ for doubt in DOUBTS)


@pytest.mark.parametrize("word", ["muhammad", "mohamad", "smyth", "sergey", "kim", "hussayn"])
def test_common_in_any_spelling(word):
    assert is_common(word)


@pytest.mark.parametrize("word", ["kestren", "velmora", "osmund"])
def test_not_common(word):
    assert not is_common(word)
