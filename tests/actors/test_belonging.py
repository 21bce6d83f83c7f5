"""What an actor is, its country, its sector, and why."""

import pytest

from firsthand.actors.belonging import COUNTRIES, KINDS, SECTORS
from firsthand.types import ActorKind
from tests.actors.reading import read

PERSON, GROUP, BODY = ActorKind.PERSON, ActorKind.GROUP, ActorKind.ORGANIZATION
OUTLET, COUNTRY, DOCUMENT = ActorKind.OUTLET, ActorKind.COUNTRY, ActorKind.DOCUMENT


def spoken(mention):
    """The actor of number 1, who says something, so that it is listed whatever it is."""
    return read(f"{{S1 {mention}}} {{C1 said}} {{X1 it was late}}.").actor(1)


@pytest.mark.parametrize(
    ("mention", "kind", "rule"),
    [
        ("{1 person Petra Nowil}", PERSON, "a_person"),
        ("{1 person An aide}", PERSON, "a_person"),
        ("{1 person Two officials}", GROUP, "several_people"),
        ("{1 person Residents of Kessik}", GROUP, "several_people"),
        ("{1 organization Vistra Bank}", BODY, "a_body"),
        ("{1 organization The council}", BODY, "a_body"),
        ("{1 organization Reuters}", OUTLET, "an_outlet"),
        ("{1 organization The Kessik Herald}", OUTLET, "an_outlet"),
        ("{1 organization The Polish daily Rzecz}", OUTLET, "an_outlet"),
        ("{1 place Norway}", COUNTRY, "a_country"),
        ("{1 organization Georgia}", COUNTRY, "a_country"),
        ("{1 organization Moscow}", BODY, "a_body"),
        ("{1 organization The White House}", BODY, "a_body"),
        ("{1 thing An internal memo}", DOCUMENT, "a_document"),
        ("{1 thing The minutes}", DOCUMENT, "a_document"),
        ("{1 person Jordan Reyes}", PERSON, "a_person"),
    ],
)
def test_kind(mention, kind, rule):
    found = spoken(mention)
    assert found.kind is kind
    assert found.reasons["kind"].rule == rule


@pytest.mark.parametrize(
    ("mention", "country", "rule"),
    [
        ("{1 place Norway}", "NOR", "is_that_country"),
        ("{1 place Kosovo}", "KOS", "is_that_country"),
        ("{1 organization The Kremlin}", "RUS", "known_institution"),
        ("{1 organization The Bundestag}", "DEU", "known_institution"),
        ("{1 organization The Greek coast guard}", "GRC", "known_institution"),
        ("{1 organization Kosovo police}", "KOS", "known_institution"),
        ("{1 organization Washington}", "USA", "seat_of_government"),
        ("{1 person Norwegian skier Anna Kell}", "NOR", "role_of_country"),
        ("{1 person Jana Holt, {1 person the mayor of {2 place Lisbon}},}", "PRT", "role_of_country"),
        ("{1 person {2 place Russia}’s envoy Kirill Dorn}", "RUS", "role_of_country"),
        ("{1 person Georgian officials}", "GEO", "described_by_country"),
        ("{1 organization A French company}", "FRA", "described_by_country"),
        ("{1 organization Air France}", "FRA", "described_by_country"),
        ("{1 person {2 organization The Bundestag}’s speaker Odd Lien}", "DEU", "role_of_body"),
        ("{1 person President Donald Trump}", "USA", "known_leader"),
        ("{1 person President Trump}", "USA", "known_leader"),
        ("{1 person Vladimir Putin} of {2 place Russia}", "RUS", "known_leader"),
    ],
)
def test_country(mention, country, rule):
    found = spoken(mention)
    assert found.country == country
    assert found.reasons["country"].rule == rule


@pytest.mark.parametrize(
    "mention",
    [
        "{1 person Petra Nowil}",
        "{1 person Two officials}",
        "{1 organization NATO}",
        "{1 organization Amnesty International}",
        "{1 organization Vistra Bank}",
        "{1 person Paris Orlo}",
        "{1 person Gordon Brown}",
        "{1 person Trump}",
        "{1 person The mayor of {2 place Kessik}}",
    ],
)
def test_no_country_where_report_and_gazetteer_tell_none(mention):
    found = spoken(mention)
    assert found.country is None
    assert "country" not in found.reasons


def test_an_aide_has_the_country_of_the_leader_who_is_named_later():
    found = read(
        "{S1 {1 person {2? person Trump}’s envoy Odd Lien}} {C1 said} {X1 it was late}, "
        "as {2 person President Donald Trump} left."
    )
    assert found.actor(1).country == "USA"


@pytest.mark.parametrize(
    ("mention", "wrong", "why"),
    [
        ("{1 person Jordan Reyes}", "JOR", "a first name that is a country's"),
        ("{1 person Chad Reyes}", "TCD", "a first name that is a country's"),
        ("{1 person Critics of {2 place China}}", "CHN", "whom they talk of is not whose they are"),
        ("{1 person {2 place Norway}’s ambassador to {3 place France}}", "FRA", "where he is sent is not whose he is"),
        ("{1 person A man who fled {2 place Syria}}", "SYR", "what a clause tells of him is not whose he is"),
    ],
)
def test_a_country_in_the_words_is_not_always_whose_it_is(mention, wrong, why):
    assert spoken(mention).country != wrong


@pytest.mark.parametrize(
    ("mention", "sector", "rule"),
    [
        ("{1 organization Reuters}", "JRN", "outlets_report"),
        ("{1 organization NATO}", "IGO", "known_sector"),
        ("{1 organization Amnesty International}", "NGO", "known_sector"),
        ("{1 organization The Bundestag}", "LEG", "known_sector"),
        ("{1 organization The Greek coast guard}", "MIL", "known_sector"),
        ("{1 person Trade Minister Petra Nowil}", "GOV", "sector_of_role"),
        ("{1 person Judge Anna Kell}", "JUD", "sector_of_role"),
        ("{1 person Professor Ilse Bram}", "EDU", "sector_of_role"),
        ("{1 person {2 organization The Bundestag}’s spokesman Odd Lien}", "LEG", "sector_of_body"),
        ("{1 organization The Oslo District Court}", "JUD", "sector_of_noun"),
        ("{1 organization Kessik police}", "COP", "sector_of_noun"),
        ("{1 organization Vistra Bank}", "BUS", "sector_of_noun"),
        ("{1 person Sen. Ruta Vey}", "LEG", "sector_of_role"),
        ("{1 person The late Gen. Odd Lien}", "MIL", "sector_of_role"),
        ("{1 person Msgr. Odd Lien}", "REL", "sector_of_title"),
        ("{1 organization Moscow}", "GOV", "governs"),
    ],
)
def test_sector(mention, sector, rule):
    found = spoken(mention)
    assert found.sector == sector
    assert found.reasons["sector"].rule == rule


@pytest.mark.parametrize(
    "mention", ["{1 person Petra Nowil}", "{1 person A man}", "{1 place Norway}", "{1 organization Vistra}"]
)
def test_no_sector_where_nothing_tells_one(mention):
    found = spoken(mention)
    assert found.sector is None
    assert "sector" not in found.reasons


def test_every_rule_has_an_example_and_a_reason():
    shown = {
        mark.args[1][i][-1]
        for test in (test_kind, test_country, test_sector)
        for mark in test.pytestmark
        for i in range(len(mark.args[1]))
    }
    rules = {rule.reason.rule for rule in (*KINDS, *COUNTRIES, *SECTORS)}
    assert rules == shown
    assert all(rule.reason.why.endswith(".") and 0 < rule.reason.score <= 1 for rule in (*KINDS, *COUNTRIES, *SECTORS))
