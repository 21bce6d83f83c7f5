"""Which actor a source is."""

import pytest

from firsthand.actors.speakers import NOBODY
from firsthand.types import ActorKind
from tests.actors.reading import read

SAID = " {C1 said} {X1 the ferry sank}."
AND_SAID = " {C2 said} {X2 it burned}."


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{1 person A spokesman for {2 organization Vistra Bank}}", "Vistra Bank"),
        ("{1 person A {2 organization Kremlin} spokeswoman}", "Kremlin"),
        ("{1 person {2 organization Vistra Bank}’s representatives}", "Vistra Bank"),
        ("{1 person Two spokesmen for {2 organization Vistra Bank}}", "Vistra Bank"),
        ("{1 person Denn’s spokeswoman}", None),
        ("{1 person {2 person Olga Denn}’s spokeswoman}", "Olga Denn"),
        ("{1 person A spokesman for {2 place Kosovo}}", "Kosovo"),
    ],
)
def test_who_speaks_for_somebody_and_is_unnamed_is_that_one(source, name):
    found = read(f"{{S1 {source}}}{SAID}")
    assert found.attributions[1].unnamed
    if name:
        assert found.source(1).name == name
        assert found.reason(1).rule == "speaks_for"
    else:
        assert found.source(1).kind is ActorKind.PERSON


def test_her_spokeswoman_is_the_one_who_was_named():
    found = read(f"{{2? person Olga Denn}} left. {{S1 {{1 person {{2 person Her}} spokeswoman}}}}{SAID}")
    assert found.source(1).name == "Olga Denn"


def test_the_institution_is_one_with_its_spokespeople():
    found = read(
        f"{{S1 {{1 person A spokesman for {{2 organization Vistra Bank}}}}}}{SAID} "
        f"{{S2 {{2 organization The bank}}}}{AND_SAID}"
    )
    assert found.sources() == {1: "Vistra Bank", 2: "Vistra Bank"}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{1 person {2 organization Vistra} spokesman Odd Lien}", "Odd Lien"),
        ("{1 person Odd Lien, {1 person a spokesman for {2 organization Vistra}},}", "Odd Lien"),
    ],
)
def test_a_named_spokesman_is_himself(source, name):
    found = read(f"{{S1 {source}}}{SAID}")
    assert not found.attributions[1].unnamed
    assert found.source(1).name == name


def test_a_spokeswoman_of_nobody_is_herself():
    found = read(f"{{S1 {{1 person The spokeswoman}}}}{SAID}")
    assert found.source(1).name == "The spokeswoman"
    assert found.reason(1).rule == "own_mention"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{1 thing A statement by {2 organization the port authority}}", "the port authority"),
        ("{1 thing {2 organization Vistra Bank}’s report}", "Vistra Bank"),
        ("{1 thing A letter from {2 person Odd Lien} to {3 organization Vistra}}", "Odd Lien"),
        ("{1 thing A letter to {3 organization Vistra} from {2 person Odd Lien}}", "Odd Lien"),
        ("{1 thing The minutes of {2 organization the council}}", "the council"),
    ],
)
def test_a_document_is_whose_it_is(source, name):
    found = read(f"{{S1 {source}}}{SAID}")
    assert found.source(1).name == name
    assert found.reason(1).rule == "issued"


@pytest.mark.parametrize(
    "source",
    [
        "{1 thing A memo seen by {2 organization Reuters}}",
        "{1 thing A report obtained by {2 organization Reuters}}",
        "{1 thing Documents reviewed by {2 organization Reuters}}",
        "{1 thing The report}",
        "{1 thing A letter to {2 organization Vistra}}",
    ],
)
def test_a_document_of_nobody_is_itself(source):
    found = read(f"{{S1 {source}}}{SAID}")
    assert found.source(1).kind is ActorKind.DOCUMENT
    assert found.source(1) is found.actor(1)


@pytest.mark.parametrize("pronoun", ["He", "She", "It", "They"])
def test_a_pronoun_with_nobody_before_it_is_nobody_and_says_so(pronoun):
    found = read(f"{{S1 {{1 person {pronoun}}}}}{SAID}")
    assert found.source(1) is None
    assert found.reason(1) == NOBODY
    assert found.reason(1).rule == "nobody_before"


def test_who_comes_after_is_not_who_spoke_before():
    found = read(f"{{S1 {{1 person He}}}}{SAID} {{2 person Anna Kell}} left.")
    assert found.source(1) is None


@pytest.mark.parametrize("pronoun", ["I", "We", "You"])
def test_the_writers_own_voice_is_nobody_and_says_so(pronoun):
    found = read(f"{{S1 {{1 person {pronoun}}}}}{SAID}")
    assert found.source(1) is None
    assert found.reason(1)


def test_we_outside_quotation_marks_is_the_reports_own_outlet():
    found = read("{S1 {1 organization We}} {C1 reported} {X1 the wrong date}.", outlet="Kareva Daily")
    assert found.source(1).name == "Kareva Daily"


@pytest.mark.parametrize(
    "marked",
    [
        "{X1 “{1 person I} shall rebuild it,”} {C1 said} {S1 {2 person Odd Lien}}.",
        "{S1 {2 person Odd Lien}} {C1 said} {X1 “it is {1 person my} ferry”}.",
        "{2 person Odd Lien} sat. {X1 “{1 person I} shall,”} {S1 {2 person he}} {C1 said}.",
    ],
)
def test_i_in_quoted_words_is_who_says_them(marked):
    found = read(marked)
    assert found.actor(1) is found.actor(2)
    assert found.actor(1).name == "Odd Lien"


@pytest.mark.parametrize(
    ("speaker", "name"), [("{2 organization Vistra Bank}", "Vistra Bank"), ("{2 person Two divers}", "Two divers")]
)
def test_we_in_quoted_words_is_the_side_of_who_says_them(speaker, name):
    found = read(f"{{X1 “{{1 organization We}} are done,”}} {{C1 said}} {{S1 {speaker}}}.")
    assert found.actor(1).name == name


@pytest.mark.parametrize(
    "marked",
    [
        "{X1 “{1 person We} are done,”} {C1 said} {S1 {2 person Odd Lien}}.",
        "{S1 {2 person Odd Lien}} {C1 said} {X1 that {1 person I} was wrong}.",
        "{X1 “{1 person I} am done,”} {C1 said} {S1 {3? person she}}. {2? person Odd Lien} left.",
    ],
)
def test_who_is_meant_by_i_or_we_is_not_guessed(marked):
    assert read(marked).actors(1) == []


def test_i_in_a_quotation_in_a_quotation_is_the_inner_speaker():
    found = read(
        "{S1 {1 person Odd Lien}} {C1 said} "
        "{X1 “{S2 {2 person Anna Kell}} {C2 told} {3 person me}: {X2 ‘{4 person I} am late’}”}."
    )
    assert found.actor(3).name == "Odd Lien"
    assert found.actor(4).name == "Anna Kell"


def test_i_in_what_another_said_without_marks_is_who_quotes_it():
    found = read(
        "{S1 {1 person Odd Lien}} {C1 said} "
        "{X1 “{S2 {2 person Anna Kell}} {C2 told} {3 person me}: {X2 that {4 person I} was late}”}."
    )
    assert found.actor(3).name == found.actor(4).name == "Odd Lien"


@pytest.mark.parametrize("source", ["Three people familiar with the plans", "Residents of Kessik", "Two officials"])
def test_several_people_are_one_group(source):
    found = read(f"{{S1 {{1 person {source}}}}}{SAID}")
    assert found.source(1).kind is ActorKind.GROUP
    assert not found.source(1).named
    assert len(found.who.actors) == 1


def test_a_group_that_speaks_again_is_the_same():
    found = read(
        "{S1 {1? person Three people familiar with the plans}} {C1 said} {X1 it sank}. "
        "{S2 {1? person The people}} {C2 added} {X2 that it burned}."
    )
    assert found.source(1) is found.source(2)


@pytest.mark.parametrize(
    "source",
    ["{1 person Odd Lien} and {2 person Tom Reyes}", "{3 person {1 person Odd Lien} and {2 person Tom Reyes}}"],
)
def test_two_who_speak_together_are_a_group(source):
    assert read(f"{{S1 {source}}}{SAID}").source(1).kind is ActorKind.GROUP


def test_one_of_a_group_is_not_the_group():
    found = read(
        "{S1 {1 person Three people familiar with the plans}} {C1 said} {X1 it sank}. "
        "{S2 {2 person One of {1 person the people}}} {C2 added} {X2 that it burned}."
    )
    assert found.source(1) is not found.source(2)


def test_two_other_officials_are_others():
    found = read(
        "{S1 {1 person Two officials}} {C1 said} {X1 it sank}. "
        "{S2 {2 person Two other officials}} {C2 said} {X2 it burned}."
    )
    assert found.source(1) is not found.source(2)


@pytest.mark.parametrize("source", ["Odd Lien", "The harbour office", "Somebody else", "officials"])
def test_a_source_without_a_mention_is_an_actor_all_the_same(source):
    found = read(f"{{S1 {source}}}{SAID}")
    assert found.source(1).name.lower() in (source.lower(), source.lower().removeprefix("the "))


def test_no_source_no_actor():
    found = read("{C1 It was announced} {X1 that {1 person Odd Lien} left}.")
    assert found.attributions[1].id not in found.who.sources


def test_a_source_in_two_pieces_is_its_first():
    found = read("{S1 {1 person Odd Lien},} {C1 said} {X1 it was late}, {S1 {2 person a diver}}.")
    assert found.source(1).name == "Odd Lien"


def test_the_reason_of_a_joined_source_is_how_it_joined():
    found = read(f"{{1 person Odd Lien}} sat. {{S1 {{1 person He}}}}{SAID}")
    assert found.reason(1).rule == "pronoun_linked"
    assert found.reason(1).why.startswith("A pronoun")


def test_we_said_by_a_person_is_the_side_that_the_role_names():
    found = read(
        "{S1 {1 person Odd Lien, {1 person chief executive of {2 organization Vistra Bank}}}} {C1 said} "
        "{X1 “{3 organization we} closed it”}."
    )
    bank = next(actor for actor in found.who.actors if actor.name == "Vistra Bank")
    assert len(bank.mentions) == 2
