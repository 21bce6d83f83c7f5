"""Posts, professions and relations: which words are a role, and whose."""

import pytest

from firsthand.actors.roles import is_role, roles
from tests.actors.reading import entity, spelled

# The last mention that stands in no other is looked at; then its role, whose it is, and the words that say so.
HELD = [
    ("{1 person {2 place Russia}’s Deputy Foreign Minister Sergei Ryabkov}", "Deputy Foreign Minister", "Russia"),
    ("{1 person {2 place Ukrainian} Foreign Minister Andrii Sibieha}", "Foreign Minister", "Ukraine"),
    ("{1 person Ukrainian Foreign Minister Andrii Sibieha}", "Foreign Minister", "Ukraine"),
    ("{1 person US special envoy Steve Harrow}", "special envoy", "United States"),
    ("{1 person Norwegian skier Anna Kell}", "skier", "Norway"),
    ("{1 person the former mayor of {2 place Kessik}}", "former mayor", "Kessik"),
    ("{1 person the president of {2 place the United States}}", "president", "United States"),
    ("{1 person the prime minister}", "prime minister", None),
    ("{1 person Prime Minister Jana Holt}", "Prime Minister", None),
    ("{1 person MINISTER OLGA DENN}", "MINISTER", None),
    ("{1 person Ex-president Anna Kell}", "Ex-president", None),
    ("{1 person envoy Odd Lien}", "envoy", None),
    ("{1 person Professor Ilse Bram}", "Professor", None),
    ("{1 person {2 organization RDIF} chief executive}", "chief executive", "RDIF"),
    ("{1 person {2 organization RDIF} chief executive Pavel Orin}", "chief executive", "RDIF"),
    ("{1 person EU foreign policy chief Kaja Lund}", "foreign policy chief", "EU"),
    ("{1 person the U.N. secretary-general}", "secretary-general", "U.N."),
    ("{1 person CEO of {2 organization Vistra Bank}}", "CEO", "Vistra Bank"),
    ("{1 person {2 organization the Kremlin}’s envoy {1 person Kirill Dorn}}", "envoy", "Kremlin"),
    ("{1 person {2 organization The Bundestag}’s speaker Odd Lien}", "speaker", "Bundestag"),
    ("{1 person Pavel Orin, {1 person the chief executive of {2 organization Vistra}}}", "chief executive", "Vistra"),
    ("{1 person Pavel Orin, {1 person {2 organization Halvard}’s chief engineer}}", "chief engineer", "Halvard"),
    ("{1 person Kirill Dorn, {1 person an economist at {2 organization Vistra Bank}}}", "economist", "Vistra Bank"),
    ("{1 person analyst Ilse Bram}", "analyst", None),
    ("{1 person deputy chief of staff Ruta Vey}", "deputy chief of staff", None),
    ("{1 person {2 place Norway}’s minister of foreign affairs}", "minister of foreign affairs", "Norway"),
    ("{1 person the mayor, who was elected in May}", "mayor", None),
    ("{1 person a lawyer representing the miners}", "lawyer", None),
    ("{1 person Kell’s lawyer}", "lawyer", "Kell"),
    ("{1 person {2 person Kell}’s lawyer, {1 person Tom Reyes}}", "lawyer", "Kell"),
    ("{2 person Anna Kell} left. {1 person {2 person Her} lawyer}", "lawyer", "Anna Kell"),
    ("{2 person Olga Denn} left. {1 person {2 person her} top negotiator}", "top negotiator", "Olga Denn"),
    ("{2 organization RDIF} paid. {1 person {2 organization its} chief executive}", "chief executive", "RDIF"),
    ("{1 person her brother}", "brother", None),
    (
        "{1 person Pavel Orin} is the chief executive of {2 organization Vistra} and a sailor. {1 person He} left.",
        "chief executive",
        "Vistra",
    ),
    ("{1 person Pavel Orin}, a retired baker, left.", "retired baker", None),
    ("{1 person Pavel Orin}, Norway’s envoy, left.", "envoy", "Norway"),
    (
        "{1 person He} was a close adviser of {2 person Olga Denn}. Then {1 person he} left.",
        "close adviser",
        "Olga Denn",
    ),
    ("{1 person the returning officer of {2 place Kareva}’s Orsova district}", "returning officer", "Kareva"),
    ("{1 person the mayor saying no}", "mayor", None),
]
NONE = [
    "{1 person a man}",
    "{1 person the woman in the red coat}",
    "{1 person an official}",
    "{1 person Odd Lien}",
    "{1 person Odd Lien, {1 person 54}}",
    "{1 person two ministers}",
    "{1 person she}",
    "{1 person Odd Lien, who succeeded the minister}",
    "{1 person Odd Lien} is the one. The minister left.",
    "{1 person Odd Lien}, the minister and the mayor left.",
    "{1 organization the ministry}",
    "{1 organization the minister’s office}",
]


def test_a_post_and_a_title_before_one_name():
    _, found = entity("{1 person The army chief, General Odd Lien}")
    assert [held.role for held in roles(_, found)] == ["army chief", "General"]
    _, found = entity("{1 person army chief Lt. Gen. Odd Lien}")
    assert [held.role for held in roles(_, found)] == ["army chief", "Lieutenant General"]


@pytest.mark.parametrize(("marked", "role", "of"), HELD, ids=[marked for marked, *_ in HELD])
def test_a_role_and_whose(marked, role, of):
    made, one = entity(marked)
    found = roles(made, one)
    assert [(held.role.lower(), held.of) for held in found] == [(role.lower(), of)]
    assert role in made.text[slice(*found[0].span)]


@pytest.mark.parametrize("marked", NONE)
def test_no_role(marked):
    made, one = entity(marked)
    assert roles(made, one) == ()


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("On Monday {1 person {2 place Russia}’s envoy Kirill Dorn} left.", "Russia’s envoy"),
        ("On Monday {1 person Kirill Dorn, {1 person the envoy to {2 place Orrin}},} left.", "the envoy to Orrin"),
        ("On Monday {1 person the mayor, who was ill,} left.", "the mayor"),
    ],
)
def test_the_span_has_the_words_that_say_so(marked, words):
    made, one = entity(marked)
    assert spelled(made.text, tuple(held.span for held in roles(made, one))) == [words]


def test_roles_stand_in_the_order_of_the_text_each_once():
    made, one = entity(
        "{1 person The former envoy Odd Lien} came. {1 person The mayor} sat. {1 person Mayor Odd Lien} rose."
    )
    assert [held.role for held in roles(made, one)] == ["former envoy", "mayor"]


def test_a_role_learns_later_whose_it_is():
    made, one = entity(
        "{1 person Mayor Odd Lien} came. {1 person Odd Lien, {1 person mayor of {2 place Kessik}},} left."
    )
    assert [(held.role, held.of) for held in roles(made, one)] == [("mayor", "Kessik")]


def test_whose_is_the_name_though_the_description_has_a_noun():
    made, one = entity("{2 organization RDIF} grew. {1 person {2 organization The fund}’s chief executive} spoke.")
    assert [(held.role, held.of) for held in roles(made, one)] == [("chief executive", "RDIF")]


@pytest.mark.parametrize(
    ("marked", "role", "of"),
    [
        ("{1 person Gen. Odd Lien}", "General", None),
        ("{1 person Sen. Ruta Vey of {2 place Ohio}}", "Senator", "Ohio"),
    ],
)
def test_a_title_before_the_name_may_tell_a_post(marked, role, of):
    made, one = entity(marked)
    assert [(held.role, held.of) for held in roles(made, one)] == [(role, of)]


@pytest.mark.parametrize("words", [["deputy", "mayor"], ["CEO"], ["skier"], ["her", "uncle"], ["Envoy"]])
def test_words_that_are_a_role(words):
    assert is_role(words)


@pytest.mark.parametrize("words", [["harbour"], ["Kessik"], ["mayor", "house"]])
def test_words_that_are_none(words):
    assert not is_role(words)


@pytest.mark.parametrize(
    ("marked", "role", "of", "why"),
    [
        (
            "{2 organization RDIF} grew. {1 person The CEO of {2 organization the fund}}",
            "CEO",
            "RDIF",
            "“of the” eats the article with which the mention behind it begins, so that it is not found",
        ),
        (
            "{1 person an analyst with {2 organization the Nordlys Institute} in {3 place Oslo}}",
            "analyst",
            "Nordlys Institute",
            "“with the” eats the article of the mention, so that the next one is taken",
        ),
        (
            "{1 person {2 organization Kremlin} envoy Kirill Dorn}",
            "envoy",
            "Kremlin",
            "a seat of government is taken for its country",
        ),
        ("{1 person U.S. Secretary of State Mara Lind}", "Secretary of State", "United States", "the post has an “of”"),
        ("{1 person Former envoy Odd Lien}", "Former envoy", None, "the capital is the sentence's, not a name's"),
        ("{1 person Senior analyst Odd Lien}", "Senior analyst", None, "the capital is the sentence's, not a name's"),
        (
            "{2 organization Halvard Shipping} sank. {1 person {2 organization Halvard Shipping}’s chief engineer}",
            "chief engineer",
            "Halvard Shipping",
            "a name in -ing is taken for the beginning of a clause",
        ),
        (
            "{1 person {2 place Beijing}’s envoy Odd Lien}",
            "envoy",
            "Beijing",
            "a name in -ing is taken for the beginning of a clause",
        ),
        ("{1 person acting Finance Minister Ilse Bram}", "acting Finance Minister", None, "“acting” ends the role"),
        ("{1 person South Korean President Lee Sun}", "President", "South Korea", "only one word may be a country"),
        (
            "{1 person {2 organization White House} press secretary Dana Frost}",
            "press secretary",
            "White House",
            "the mention before the post is not asked",
        ),
        (
            "{1 person {2 organization Coast guard} spokesman Odd Lien}",
            "spokesman",
            "Coast guard",
            "the mention before the post is not asked, and its last word is taken for a part of the post",
        ),
        (
            "{1 person {2 place Norway}’s ambassador to {3 place France}}",
            "ambassador to France",
            "Norway",
            "where somebody is sent is taken for whose he is",
        ),
        ("{1 person A senior {2 place Turkish} diplomat}", "senior diplomat", "Turkey", "an adjective behind another"),
        ("{1 person {2 person his} top negotiator}", "top negotiator", None, "a pronoun that is nobody's"),
        ("{1 person the Norwegian-born director Ilse Bram}", "director", None, "a birthplace is no employer"),
    ],
)
def test_roles_that_mislead(marked, role, of, why):
    made, one = entity(marked)
    assert [(held.role, held.of) for held in roles(made, one)] == [(role, of)]
