"""What nouns and titles say about people, and head nouns about institutions."""

import pytest

from firsthand import lexicon


@pytest.mark.parametrize(
    ("phrase", "noun", "kind", "sector"),
    [
        ("President", "president", "post", "GOV"),
        ("Tarsia’s Deputy Foreign Minister", "deputy foreign minister", "post", "GOV"),
        ("chief of staff to the mayor", "chief of staff", "post", None),
        ("high-ranking envoy", "envoy", "post", "GOV"),
        ("vice-president", "vice president", "post", "GOV"),
        ("CEO of the harbour fund", "ceo", "post", "BUS"),
        ("lead striker", "striker", "profession", None),
        ("human rights lawyer", "human rights lawyer", "profession", "JUD"),
        ("her predecessor", "predecessor", "relation", None),
        ("police spokeswoman", "police spokeswoman", "post", "COP"),
        ("mayor of Kessik, a port", "mayor", "post", "GOV"),
    ],
)
def test_a_role(phrase, noun, kind, sector):
    assert lexicon.role(phrase) == lexicon.Role(noun, kind, sector)


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("two lawmakers", "lawmaker"),
        ("chiefs of staff", "chief of staff"),
        ("secretaries general", "secretary general"),
    ],
)
def test_several_people(phrase, noun):
    found = lexicon.role(phrase)
    assert (found.noun, found.plural) == (noun, True)


@pytest.mark.parametrize("phrase", ["former defence minister", "ex-minister", "then-mayor", "the late king"])
def test_a_post_that_is_over(phrase):
    assert lexicon.role(phrase).former


@pytest.mark.parametrize(
    "phrase", ["Anton Berezh", "the office of the president", "harbour", "", "of", "President Berezh"]
)
def test_what_is_no_role(phrase):
    assert lexicon.role(phrase) is None


@pytest.mark.parametrize(
    ("word", "title", "gender", "sector"),
    [
        ("Lt. Col.", "Lieutenant Colonel", None, "MIL"),
        ("Mrs.", "Mrs", "f", None),
        ("Sen.", "Senator", None, "LEG"),
        ("Ayatollah", "Ayatollah", "m", "REL"),
    ],
)
def test_a_title(word, title, gender, sector):
    assert lexicon.honorific(word) == lexicon.Honorific(title, gender, sector)


def test_another_word_is_no_title():
    assert lexicon.honorific("Berezh") is None


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ingrid", "f"), ("josé", "m"), ("Anne-Marie", "f"), ("Hans-Peter", "m"), ("Jean-Luc", "m"),
        ("Jean-Xavier", None), ("Andrea", None), ("Sasha", None), ("Qwerty", None),
    ],
)  # fmt: skip
def test_first_names(name, gender):
    assert lexicon.gender(name) == gender


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Oslo District Court", "JUD"),
        ("Reformed Church of Tarsia", "REL"),
        ("Tarsia News Agency", "JRN"),
        ("University of Kessik", "EDU"),
        ("state of the union", None),
        ("Halvard Lines", None),
    ],
)
def test_the_head_noun_of_an_institution(name, sector):
    assert lexicon.institution_sector(name) == sector
