"""What one mention says about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.actors.said import Form
from tests.actors.reading import said

KINDS = st.sampled_from(["person", "organization", "place", "thing"])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Petra Nowil", Form.NAME),
        ("Foreign Minister Petra Nowil", Form.NAME),
        ("the minister, Petra Nowil", Form.NAME),
        ("NOWIL", Form.NAME),
        ("the minister", Form.NOUN),
        ("a former mayor of Kessik", Form.NOUN),
        ("two officials", Form.NOUN),
        ("his wife", Form.NOUN),
        ("one of the officials", Form.NOUN),
        ("She", Form.PRONOUN),
        ("herself", Form.PRONOUN),
        ("their", Form.PRONOUN),
        ("I", Form.PRONOUN),
        ("", Form.NOUN),
        ("—", Form.NOUN),
    ],
)
def test_a_mention_is_a_name_a_noun_or_a_pronoun(text, form):
    assert said(text).form is form


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("me", "first"),
        ("our", "first plural"),
        ("yours", "second"),
        ("him", "he"),
        ("HERS", "she"),
        ("its", "it"),
        ("themselves", "they"),
        ("the minister", None),
        ("one", None),
        ("who", None),
    ],
)
def test_pronouns_are_told_apart_by_who_they_can_stand_for(text, pronoun):
    assert said(text).pronoun == pronoun


def test_the_us_is_not_us():
    assert said("US", "place").pronoun is None


def test_us_is_us():
    assert said("us").pronoun == "first plural"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Orlo Vance", "Orlo Vance"),
        ("Dr. Sven Aalto-Hietala", "Sven Aalto-Hietala"),
        ("Lt. Gen. Anna Kell", "Anna Kell"),
        ("Sen. Ruta Vey (D-Ohio)", "Ruta Vey"),
        ("Russia’s Deputy Trade Minister Petra Nowil", "Petra Nowil"),
        ("Petra Nowil, the Tarsian minister", "Petra Nowil"),
        ("the minister, Petra Nowil", "Petra Nowil"),
        ("a spokeswoman for the ministry, Eva Brandt", "Eva Brandt"),
        ("Petra Nowil, 54", "Petra Nowil"),
        ("Ludo van der Meer", "Ludo van der Meer"),
        ("Queen Margrethe II", "Margrethe II"),
        ("Петра Новил", "Петра Новил"),
        ("the minister", None),
        ("an aide to Kell", None),
        ("several residents of Kessik", None),
        ("one of Nowil’s aides", None),
        ("she", None),
        ("CEO", None),
        ("Charlie King, a prominent baker", "Charlie King"),
        ("Mr. King", "King"),
        ("one of the attorneys, Justin Bamberg", "Justin Bamberg"),
        ("a milkman called Ted Garside", "Ted Garside"),
        ("a man who gave his name as Mr Orlo", "Orlo"),
        ("a fisherman, identified only as Pak Darto,", "Pak Darto"),
        ("a village called Kessik by all", None),
        ("a Republican", None),
        ("Democrat", None),
        ("the American", None),
        ("the Pope", None),
        ("Baker", "Baker"),
    ],
)
def test_a_persons_name_is_read_without_titles(text, name):
    assert said(text).name == name


@pytest.mark.parametrize("text", ["Petra Nowil’s", "Petra Nowil's"])
def test_a_name_has_no_possessive(text):
    assert said(text).name == "Petra Nowil"


@pytest.mark.parametrize("text", ["习近平", "محمد بن سلمان", "ნინო ბერიძე"])
def test_a_name_in_a_script_without_capitals_is_a_name(text):
    assert said(text).form is Form.NAME


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Ministry of Foreign Affairs and Trade of Tarsia", "Ministry of Foreign Affairs and Trade of Tarsia"),
        ("the Bank of Tarsia", "Bank of Tarsia"),
        ("Russian sovereign wealth fund RDIF", "RDIF"),
        ("the Kessik Herald", "Kessik Herald"),
        ("Kyiv", "Kyiv"),
        ("the Kell administration", "Kell administration"),
        ("neither government", None),
        ("Neither government", None),
        ("Two news organisations", None),
        ("the fund", None),
        ("a bank", None),
        ("two banks", None),
        ("it", None),
    ],
)
def test_the_name_of_what_is_no_person_stands_as_written_without_an_article(text, name):
    assert said(text, "organization").name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Halvard Lines", "Halvard Lines", id="company"),
        pytest.param("the United States", "United States", id="country"),
        pytest.param("the United Nations", "United Nations", id="body"),
        pytest.param("the Reuters news agency", "Reuters", id="noun behind"),
        pytest.param("the U.S.", "U.S.", id="full stop"),
    ],
)
def test_the_name_of_what_is_no_person_may_look_like_a_noun(text, name):
    assert said(text, "organization").name == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kyiv", "Kiev"),
        ("Burma", "Myanmar"),
        ("the U.S.", "America"),
        ("NATO", "the North Atlantic Treaty Organization"),
        ("EU", "the European Union"),
        ("RDIF", "the Russian Direct Investment Fund"),
        ("Russia’s Foreign Ministry", "the Russian Foreign Ministry"),
        ("the Supreme Court of Norway", "Norway’s Supreme Court"),
    ],
)
def test_the_gazetteer_knows_two_names_of_one(one, other):
    first, second = said(one, "organization").known, said(other, "organization").known
    assert first is not None
    assert first == second


@pytest.mark.parametrize("text", ["the United States", "US"])
def test_the_united_states_is_known_by_its_own_name(text):
    assert said(text, "place").known == said("America", "place").known


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moscow", "Russia"),
        ("the Kremlin", "Moscow"),
        ("Norway’s Supreme Court", "Sweden’s Supreme Court"),
        ("Niger", "Nigeria"),
        ("Seoul", "Pyongyang"),
    ],
)
def test_the_gazetteer_tells_two_apart(one, other):
    assert said(one, "organization").known != said(other, "organization").known


@pytest.mark.parametrize("text", ["the Interior Ministry", "the Kessik Herald", "a company", "it", "police"])
def test_what_is_in_no_gazetteer_or_in_every_country_is_not_known(text):
    assert said(text, "organization").known is None


def test_a_person_is_never_in_the_gazetteer_of_places():
    assert said("Jordan").known is None
    assert said("Jordan").institution is None


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("he", "m"),
        ("her", "f"),
        ("they", None),
        ("Mr. Vance", "m"),
        ("Mrs Kell", "f"),
        ("King Harald", "m"),
        ("Princess Anna", "f"),
        ("the policewoman", "f"),
        ("his wife", "f"),
        ("a spokesman for the ministry", "m"),
        ("John Orlo", "m"),
        ("Maria Orlo", "f"),
        ("Foreign Minister Maria Orlo", "f"),
        ("Orlo", None),
        ("the minister", None),
        ("two policewomen", None),
        ("Mr. Maria Orlo", "m"),
    ],
)
def test_gender_shows_in_pronouns_titles_nouns_and_first_names(text, gender):
    assert said(text).gender == gender


def test_a_last_name_that_is_a_first_name_tells_no_gender():
    assert said("John").gender is None
    assert said("Ms. John").gender == "f"


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("two officials", True),
        ("several residents", True),
        ("residents of Kessik", True),
        ("dozens of officials", True),
        ("they", True),
        ("we", True),
        ("the minister", False),
        ("one of the officials", False),
        ("a group member", False),
        ("Petra Nowil", False),
        ("Jesper Sanders", False),
        ("I", False),
        pytest.param("the 54-year-old", False),
        pytest.param("Petra Nowil and Odd Lien", True),
    ],
)
def test_number(text, plural):
    assert said(text).plural is plural


@pytest.mark.parametrize(
    ("text", "definite"),
    [("the minister", True), ("his lawyer", True), ("Tarsia’s envoy", True), ("a minister", False), ("Nowil", False)],
)
def test_who_is_known_already_is_definite(text, definite):
    assert said(text).definite is definite


@pytest.mark.parametrize("text", ["²", "officials ¹", "¹ A note"])
def test_a_raised_digit_can_be_read(text):
    assert said(text).form is Form.NOUN


@given(st.text(st.characters(exclude_categories=["No", "Cs"]), max_size=60), KINDS)
def test_any_text_can_be_read(text, kind):
    one = said(text, kind)
    assert one.form in Form
    assert (one.name is None) == (one.form is not Form.NAME)
    assert one.gender in (None, "m", "f")
    assert one.name is None or one.name.strip()
    assert isinstance(one.plural, bool)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("the Russian businessman", "RUS"),
        ("The Russian businessman", "RUS"),
        ("New Jersey Gov. Odd Lien", None),
        ("Norway’s envoy", "NOR"),
        ("critics of China", None),
    ],
)
def test_the_country_before_what_somebody_is_called(text, country):
    assert said(text).country == country
