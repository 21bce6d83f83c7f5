"""Which country a word means, and which institution a name is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand import lexicon


@pytest.mark.parametrize(
    ("words", "code", "how"),
    [
        ("the Netherlands", "NLD", "name"),
        ("The Hague", "NLD", "capital"),
        ("U.S.", "USA", "name"),
        ("Britain’s", "GBR", "name"),
        ("Türkiye", "TUR", "name"),
        ("Turkiye", "TUR", "name"),
        ("guinea bissau", "GNB", "name"),
        ("Poles", "POL", "adjective"),
        ("Kosovars", "KOS", "adjective"),
        ("Kiev", "UKR", "capital"),
        ("Kyiv", "UKR", "capital"),
        ("Washington, D.C.", "USA", "capital"),
        ("the Élysée", "FRA", "seat"),
        ("ELYSEE", "FRA", "seat"),
        ("Number 10", "GBR", "seat"),
        ("Saint Petersburg", "RUS", "city"),
        ("St. Petersburg", "RUS", "city"),
        ("Scotland", "GBR", "region"),
        ("Congolese", "COD", "adjective"),
        ("Nigeriens", "NER", "adjective"),
    ],
)
def test_a_word_means_a_country(words, code, how):
    assert lexicon.country(words) == lexicon.Country(code, lexicon.How(how))


@pytest.mark.parametrize(
    "words", ["us", "Us", "Korean", "Nice", "Reading", "Victoria", "Berezh", "", "the", "’s", "Berlaymont"]
)
def test_what_misleads_means_no_country(words):
    assert lexicon.country(words) is None


def test_every_country_has_a_name_that_means_it():
    names = lexicon.countries().names
    assert len(names) == 250
    assert all(lexicon.country(name) == lexicon.Country(code, lexicon.How.NAME) for code, name in names.items())


def test_the_name_of_a_country_stands_without_an_article():
    assert lexicon.country_name("GBR") == "United Kingdom"
    assert lexicon.country_name("ZZZ") == "ZZZ"


@pytest.mark.parametrize(
    ("name", "full", "country", "sector"),
    [
        ("the FSB", "Federal Security Service", "RUS", "SPY"),
        ("F.B.I.", "Federal Bureau of Investigation", "USA", "COP"),
        ("Nato", "North Atlantic Treaty Organization", None, "IGO"),
        ("UN", "United Nations", None, "UNO"),
        ("the European Commission’s", "European Commission", None, "EUR"),
        ("Médecins sans frontieres", "Médecins Sans Frontières", None, "NGO"),
        ("the State Department", "United States Department of State", "USA", "GOV"),
        ("U.S. State Department", "United States Department of State", "USA", "GOV"),
        ("Norway's central bank", "Norges Bank", "NOR", "GOV"),
        ("the Danish parliament", "Folketing", "DNK", "LEG"),
        ("the Interior Ministry", "Ministry of the Interior", None, "GOV"),
    ],
)
def test_an_institution_by_name(name, full, country, sector):
    found = lexicon.institution(name)
    assert (found.name, found.country, found.sector) == (full, country, sector)


@pytest.mark.parametrize(
    "name",
    [
        "Peru's Foreign Ministry",
        "the Peruvian foreign ministry",
        "Ministry of Foreign Affairs of Peru",
        "Lima's foreign ministry",
    ],
)
def test_a_body_of_a_country_has_one_name(name):
    assert lexicon.institution(name) == lexicon.Institution(
        "Ministry of Foreign Affairs of Peru", "agency", "GOV", "PER"
    )


@pytest.mark.parametrize(
    ("name", "full", "country"),
    [
        ("the Ohio Supreme Court", "Ohio Supreme Court", "USA"),
        ("Ohio’s Supreme Court", "Ohio Supreme Court", "USA"),
        ("São Paulo police", "São Paulo police", "BRA"),
        ("the Lyon prosecutor's office", "Lyon prosecutor's office", "FRA"),
    ],
)
def test_a_body_of_a_region_or_a_city_keeps_its_name(name, full, country):
    found = lexicon.institution(name)
    assert (found.name, found.country) == (full, country)


def test_a_seat_tells_what_it_stands_for():
    seat = lexicon.institution("the Kremlin")
    assert (seat.name, seat.kind, seat.stands_for) == ("Kremlin", "seat", "President of Russia")
    assert lexicon.institution("Pentagon").sector == "MIL"


@pytest.mark.parametrize("name", ["who", "is", "Halvard Lines", "Kessik Harbour Board", "", "of", "University of Ohio"])
def test_what_is_no_known_institution(name):
    assert lexicon.institution(name) is None


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text):
    lexicon.country(text)
    lexicon.institution(text)
    lexicon.role(text)
    lexicon.honorific(text)
    lexicon.gender(text)
    lexicon.institution_sector(text)
