"""Every rule of every table: one example that it takes and one that it refuses. Attribution 1 is the one looked at."""

import pytest

from firsthand.rules import Rule
from firsthand.sourcing.forms import FORMS
from firsthand.sourcing.hands import HANDS
from firsthand.sourcing.kinds import KINDS
from firsthand.sourcing.naming import COUNTS, DESCRIPTORS, UNNAMED
from firsthand.sourcing.references import REFERENCES
from firsthand.sourcing.stances import STANCES
from tests.sourcing.reading import read

TABLES = {
    "kind": KINDS,
    "unnamed": UNNAMED,
    "count": COUNTS,
    "descriptor": DESCRIPTORS,
    "same_source": REFERENCES,
    "stance": STANCES,
    "form": FORMS,
    "via": HANDS,
}
PLAIN = "{S1 Marta Lindqvist} {C1 said} {X1 the ferry would sail}."
NOBODY = "{C1 It was announced} {X1 that the ferry would sail}."
EXAMPLES = [
    ("kind", "nobody_directs", "Crews {C1 were told} {X1 to wait}.", PLAIN),
    ("kind", "nobody_says", "{C1 It is rumoured} {X1 that the ferry sank}.", PLAIN),
    ("kind", "nobody_at_all", "{C1 It goes without question} {X1 that it sank}.", NOBODY),
    (
        "kind",
        "own_outlet",
        "{S1 This newspaper} {C1 asked} {X1 for the list}.",
        "{S1 The ministry} {C1 asked} {X1 for it}.",
    ),
    (
        "kind",
        "reporter",
        "{C1 Asked by} {S1 a Kareva Daily reporter} {X1 whether it sank}.",
        "{S1 A reporter} {C1 left} {X1 it}.",
    ),
    ("kind", "outlet_name", "{S1 Baltika Wire} {C1 reported} {X1 a fire}.", PLAIN),
    (
        "kind",
        "outlet_word",
        "{S1 Two news organisations} {C1 reported} {X1 a fire}.",
        "{S1 Two mayors} {C1 saw} {X1 it}.",
    ),
    ("kind", "quantity", "{S1 Others} {C1 warned} {X1 of a leak}.", "{S1 Other ministers} {C1 warned} {X1 of a leak}."),
    (
        "kind",
        "called_beside",
        "{S1 Orlo, a ferry company} {C1 said} {X1 so}.",
        "{S1 Orlo, a pensioner} {C1 said} {X1 so}.",
    ),
    (
        "kind",
        "crowd",
        "{S1 Residents} {C1 complained} {X1 of noise}.",
        "{S1 Two residents} {C1 complained} {X1 of noise}.",
    ),
    ("kind", "person_noun", "{S1 A diplomat} {C1 said} {X1 so}.", "{S1 A memo} {C1 said} {X1 so}."),
    ("kind", "written", "{S1 An internal memo} {C1 says} {X1 so}.", "{S1 An aide} {C1 says} {X1 so}."),
    ("kind", "own_voice", "{S1 We} {C1 reported} {X1 the wrong date}.", PLAIN),
    (
        "kind",
        "goes_back",
        "{S2 The harbour office} {C2 said} {X2 so}. {S1 It} {C1 added} {X1 a date}.",
        "{S1 It} {C1 added} {X1 a date}.",
    ),
    ("kind", "personal_pronoun", "{S1 She} {C1 said} {X1 it sank}.", PLAIN),
    (
        "kind",
        "capital_plural",
        "{S1 Moonrakers} {C1 expect} {X1 a draw}.",
        "Jan Sanders came. {S1 Sanders} {C1 expects} {X1 a draw}.",
    ),
    (
        "kind",
        "organization_word",
        "{S1 The foreign ministry} {C1 said} {X1 so}.",
        "{S1 The foreign minister} {C1 said} {X1 so}.",
    ),
    (
        "kind",
        "starts_longer_name",
        "Tovik Shipping lost a hull. {S1 Tovik} {C1 blamed} {X1 the fog}.",
        "{S1 Tovik} {C1 blamed} {X1 fog}.",
    ),
    ("kind", "speaks_as_it", "{S1 Halvard} {C1 said} {X1 it would pay}.", "{S1 Halvard} {C1 said} {X1 he would pay}."),
    (
        "kind",
        "reports_like_outlet",
        "{S1 Daybreak} {C1 reported} {X1 a fire}.",
        "Ana Daybreak came. {S1 Daybreak} {C1 reported} {X1 fire}.",
    ),
    ("kind", "acronym", "{S1 The KBRX} {C1 denied} {X1 the claim}.", PLAIN),
    (
        "kind",
        "place",
        "A ship from Halden sank. {S1 Halden} {C1 denied} {X1 fault}.",
        "{S1 Halden} {C1 denied} {X1 fault}.",
    ),
    ("kind", "joined_by_and", "{S1 Hagen & Munk} {C1 denied} {X1 fault}.", PLAIN),
    ("kind", "name_with_the", "{S1 The Endowment} {C1 denied} {X1 fault}.", PLAIN),
    ("kind", "joined_words", "{S1 MetroBus} {C1 denied} {X1 fault}.", "{S1 McTavish} {C1 denied} {X1 fault}."),
    ("kind", "person_named", PLAIN, "{S1 The harbour office} {C1 said} {X1 so}."),
    ("kind", "person_ending", "{S1 The lamplighter} {C1 said} {X1 so}.", "{S1 The lighthouse} {C1 said} {X1 so}."),
    ("kind", "plain_plural", "{S1 Beekeeping cousins-in-laws} {C1 said} {X1 so}.", PLAIN),
    ("kind", "something", "{S1 The boatyard} {C1 denied} {X1 fault}.", PLAIN),
    ("kind", "anybody", "{S1 Beyond the lane} {C1 came} {X1 a shout}.", PLAIN),
    ("unnamed", "nobody", NOBODY, PLAIN),
    ("unnamed", "is_document", "{S1 A memo} {C1 says} {X1 so}.", PLAIN),
    ("unnamed", "has_name", PLAIN, "{S1 An aide} {C1 said} {X1 so}."),
    ("unnamed", "as_before", "{S2 A diplomat} {C2 said} {X2 so}. {S1 She} {C1 added} {X1 more}.", PLAIN),
    (
        "unnamed",
        "bare_pronoun",
        "{S1 She} {C1 added} {X1 more}.",
        "{S2 An aide} {C2 said} {X2 so}. {S1 She} {C1 added} {X1 more}.",
    ),
    ("unnamed", "holds_post", "{S1 The mayor of Kessik} {C1 said} {X1 so}.", "{S1 A mayor} {C1 said} {X1 so}."),
    (
        "unnamed",
        "named_with_noun",
        "They found general Tadeusz Wolan. {S1 The general} {C1 said} {X1 so}.",
        "They found a general. {S1 The general} {C1 said} {X1 so}.",
    ),
    ("unnamed", "nameless_people", "{S1 A minister} {C1 said} {X1 so}.", "{S1 The prime minister} {C1 said} {X1 so}."),
    ("unnamed", "nameless_body", "{S1 A rival bank} {C1 said} {X1 so}.", "{S1 The central bank} {C1 said} {X1 so}."),
    ("unnamed", "body_or_outlet", "{S1 The central bank} {C1 said} {X1 so}.", "{S1 A rival bank} {C1 said} {X1 so}."),
    ("count", "no_people", "{S1 Two ministries} {C1 said} {X1 so}.", "{S1 Two ministers} {C1 said} {X1 so}."),
    ("count", "counted", "{S1 A clerk and two sailors} {C1 said} {X1 so}.", "{S1 Sailors} {C1 said} {X1 so}."),
    (
        "count",
        "count_as_before",
        "{S2 Two clerks} {C2 said} {X2 so}. {S1 The clerks} {C1 added} {X1 more}.",
        "{S1 The clerks} {C1 said} {X1 so}.",
    ),
    ("count", "one_person", "{S1 The mayor} {C1 said} {X1 so}.", "{S1 The mayors} {C1 said} {X1 so}."),
    (
        "descriptor",
        "described_behind",
        "{S1 An aide familiar with the plan} {C1 said} {X1 so}.",
        "{S1 An aide} {C1 said} {X1 so}.",
    ),
    ("stance", "pleads", "{S1 He} {C1 pleaded} {X1 not guilty}.", "{S1 He} {C1 pleaded} {X1 for time}."),
    ("stance", "cannot_be_reached", "{S1 The owner} {C1 could not be reached}.", PLAIN),
    (
        "stance",
        "neither_confirms",
        "{S1 The mayor} {C1 would not say} {X1 when}.",
        "{S1 The mayor} {C1 would say} {X1 when}.",
    ),
    ("stance", "refuses_comment", "{S1 The mayor} {C1 declined} {X1 to comment}.", PLAIN),
    (
        "stance",
        "gives_no_answer",
        "{S1 The mayor} {C1 did not reply} {X1 to emails}.",
        "{S1 The mayor} {C1 did reply} {X1 to emails}.",
    ),
    ("stance", "speaks_no_name", "{S1 The memo} {C1 gives} {X1 no name}.", "{S1 The memo} {C1 gives} {X1 a name}."),
    (
        "stance",
        "tells_to",
        "{S1 The mayor} {C1 told her} {X1 to wait}.",
        "{S1 The mayor} {C1 told her} {X1 that it sank}.",
    ),
    (
        "stance",
        "denies_by_cue",
        "{S1 The mayor} {C1 brushed aside} {X1 calls to quit}.",
        "{S1 The mayor} {C1 did not deny} {X1 it}.",
    ),
    (
        "stance",
        "calls_it_false",
        "{S1 The mayor} {C1 called} {X1 the report “a novel”}.",
        "{S1 The mayor} {C1 called} {X1 it “a feast”}.",
    ),
    ("stance", "asks_by_cue", "{S1 The mayor} {C1 urged} {X1 calm}.", "{S1 The mayor} {C1 praised} {X1 calm}."),
    ("stance", "asks_by_want", "{S1 The mayor} {C1 wants} {X1 a recount}.", "{S1 The mayor} {C1 wants} {X1 to leave}."),
    (
        "stance",
        "asks_in_words",
        "{X1 “Who paid?”} {S1 she} {C1 said}.",
        "{X1 “We paid. Who else?”} {S1 she} {C1 said}.",
    ),
    ("stance", "refuses_in_words", "{S1 The mayor} {C1 said} {X1 he had “nothing to add”}.", PLAIN),
    ("stance", "never_comments", "{S1 The mayor} {C1 said} {X1 she does not give interviews}.", PLAIN),
    (
        "stance",
        "calls_false_in_words",
        "{S1 The mayor} {C1 said} {X1 the list was fake}.",
        "{S1 The mayor} {C1 said} {X1 the list was long}.",
    ),
    (
        "stance",
        "denies_for_oneself",
        "{S1 The mayor} {C1 said} {X1 he was not in Lisbon}.",
        "{S1 An aide} {C1 said} {X1 he was not in Lisbon}.",
    ),
    (
        "stance",
        "denies_what_was_told",
        "A deal was struck. {S1 Mr Rehn} {C1 said} {X1 there was no deal}.",
        "A vote was held. {S1 Mr Rehn} {C1 said} {X1 there was no handshake}.",
    ),
    ("stance", "asserts", PLAIN, "{S1 The mayor} {C1 denied} {X1 it}."),
    ("form", "no_quotes", PLAIN, "{X1 “No,”} {S1 she} {C1 said}."),
    ("form", "partly_quoted", "{S1 She} {C1 said} {X1 it was “a theft”}.", PLAIN),
    ("form", "quoted_fragment", "{S1 She} {C1 spoke of} {X1 “a theft”}.", "{X1 “A theft,”} {S1 she} {C1 said}."),
    ("form", "all_quoted", "{X1 “It is a theft,”} {S1 she} {C1 said}.", "{S1 She} {C1 spoke of} {X1 “a theft”}."),
    ("via", "relayed_by_outlet", "{S1 Rehn} {C1 said}, as cited by Baltika Wire, {X1 that it sank}.", PLAIN),
    (
        "via",
        "told_outlet",
        "{S1 Rehn} {C1 told the Kareva Daily} {X1 it sank}.",
        "{S1 Rehn} {C1 told reporters} {X1 it sank}.",
    ),
    ("via", "interview_of_outlet", "{S1 Rehn} {C1 said}, recalling the Radio Lumen interview, {X1 it sank}.", PLAIN),
    (
        "via",
        "said_on_outlet",
        "{S1 Rehn} {C1 said} on Radio Lumen {X1 that it sank}.",
        "{S1 Rehn} {C1 said} on Telegram {X1 that it sank}.",
    ),
    (
        "via",
        "said_on_outlet",
        "{S1 A letter in the Kareva Daily} {C1 says} {X1 it sank}.",
        "{S1 An article in the Kareva Daily} {C1 says} {X1 it sank}.",
    ),
    (
        "via",
        "said_on_outlet",
        "{S1 Rehn} {C1 wrote} in the Kareva Daily {X1 that it sank}.",
        "{S1 Rehn} {C1 wrote} {X1 that it sank}, {C2 citing} {S2 an article in the Kareva Daily} {X2 that it sank}.",
    ),
    (
        "via",
        "asked_by_outlet",
        "{S1 Rehn} {C1 declined} {X1 Baltika Wire’s request for comment}.",
        "{S1 Rehn} {C1 declined} {X1 to comment}.",
    ),
    ("via", "quoted_its_words", "Baltika Wire {C1 quoted} {S1 Rehn} {C1 as saying} {X1 it sank}.", PLAIN),
    (
        "via",
        "quoted_somewhere",
        "{S2 Baltika Wire} {C2 told of} {X2 a fire}. {S1 Rehn} {C1 was quoted as saying} {X1 it sank}.",
        "{S1 Rehn} {C1 was quoted as saying} {X1 it sank}.",
    ),
    (
        "via",
        "told_the_paper",
        "{S2 Baltika Wire} {C2 told of} {X2 a fire}. {S1 Rehn} {C1 told the agency} {X1 it sank}.",
        "{S1 Rehn} {C1 told the agency} {X1 it sank}.",
    ),
    (
        "via",
        "asked_by_the_paper",
        "{S2 Baltika Wire} {C2 told of} {X2 a fire}. {S1 Rehn} {C1 did not answer} {X1 questions from the paper}.",
        "{S1 Rehn} {C1 did not answer} {X1 questions from the paper}.",
    ),
    (
        "via",
        "also_refused",
        "{S2 Rehn} {C2 declined} {X2 Baltika Wire’s request}. {S1 Aker} also {C1 declined} {X1 to comment}.",
        "{S2 Rehn} {C2 declined} {X2 to comment}. {S1 Aker} also {C1 declined} {X1 to comment}.",
    ),
    (
        "via",
        "same_source_same_hand",
        "{S2 Two clerks} {C2 told Baltika Wire} {X2 it sank}. {S1 One of the clerks} {C1 named} {X1 a date}.",
        "{S2 Two clerks} {C2 told Baltika Wire} {X2 it sank}. {S1 A nurse} {C1 named} {X1 a date}.",
    ),
    (
        "via",
        "goes_on_speaking",
        "{S2 Tove Aker} {C2 told Baltika Wire} {X2 it sank}. {S1 She} {C1 added} {X1 a date}.",
        "{S2 Tove Aker} {C2 told Baltika Wire} {X2 it sank}. {S1 Oskar Rehn} {C1 added} {X1 a date}.",
    ),
    (
        "via",
        "beside_a_relay",
        "{S2 Six clerks} {C2 told Baltika Wire} {X2 it sank}. {S1 Another official} {C1 named} {X1 a date}.",
        "{S2 Tove Aker} {C2 told Baltika Wire} {X2 it sank}. {S1 An official} {C1 named} {X1 a date}.",
    ),
    (
        "via",
        "told_and_relayed",
        "{S1 Tove Aker} {C1 told Radio Lumen}, as quoted by Baltika Wire, {X1 that it sank}.",
        "{S1 Tove Aker} {C1 told Radio Lumen} {X1 that it sank}.",
    ),
    (
        "via",
        "through_somebody",
        "{S1 Tove Aker} {C1 said} through her lawyer {X1 that it sank}.",
        "{S1 Tove Aker}, walking through a gate, {C1 said} {X1 that it sank}.",
    ),
    (
        "via",
        "same_document_same_hand",
        "{X2 It sank}, {C2 according to} {S2 a report seen by Baltika Wire}. {S1 The report} {C1 gives} {X1 no date}.",
        "{X2 It sank}, {C2 according to} {S2 a report seen by Baltika Wire}. {S1 A memo} {C1 gives} {X1 no date}.",
    ),
    ("kind", "number_of_a_street", "{S1 No 10} {C1 said} {X1 so}.", "{S1 No clerk} {C1 said} {X1 so}."),
    (
        "kind",
        "everybody",
        "{S1 Everyone} {C1 hoped} {X1 for rain}.",
        "{S1 Everyone in Kessik} {C1 hoped} {X1 for rain}.",
    ),
    (
        "kind",
        "nobodys_name",
        "{S1 Lumenpath} {C1 denied} {X1 the leak}.",
        "Stevan Orlo left. {S1 Orlo} {C1 denied} {X1 the leak}.",
    ),
    (
        "unnamed",
        "everybody_or_nobody",
        "{S1 Nobody in Kessik} {C1 believed} {X1 it}.",
        "{S1 Somebody in Kessik} {C1 believed} {X1 it}.",
    ),
    (
        "unnamed",
        "named_elsewhere",
        "{S1 A harbour pilot} {C1 warned} {X1 of fog}.\n\n{S2 Lev Marin} {C2 said} {X2 so}.",
        "{S1 A harbour pilot} {C1 warned} {X1 of fog}.\n\n{S2 Lev Marin, a lawyer,} {C2 said} {X2 so}.",
    ),
    (
        "stance",
        "asks_whether",
        "{C1 Pressed on} {X1 whether it sank}, {S2 he} {C2 left}.",
        "{S1 He} {C1 knew} {X1 whether it sank}.",
    ),
    (
        "stance",
        "asks_to_stay_unnamed",
        "{S1 The clerk} {C1 preferred} {X1 not to be named}.",
        "{S1 The clerk} {C1 preferred} {X1 tea}.",
    ),
    (
        "stance",
        "denies_with_no",
        "{S2 A clerk} {C2 spoke of} {X2 harassment}. {S1 Tove Aker} {C1 said} {X1 nobody was harassed}.",
        "{S1 Tove Aker} {C1 said} {X1 nobody was harassed}.",
    ),
    (
        "same_source",
        "same_words",
        "{S2,1 A clerk} {C2 said} {X2 so}, {C1 adding} {X1 a date}.",
        "{S2 A clerk} {C2 said} {X2 so}; {S1 a nurse} {C1 added} {X1 a date}.",
    ),
    (
        "same_source",
        "speaker_inside_own_words",
        "{S2 A clerk} {C2 said} {X2 that {S1 she} {C1 had warned} {X1 of fire}}.",
        "{S2 A clerk} {C2 said} {X2 that {S1 the mayor} {C1 had warned} {X1 of fire}}.",
    ),
    (
        "same_source",
        "one_of_them",
        "{S2 Two clerks} {C2 said} {X2 so}. {S1 One of them} {C1 named} {X1 a date}.",
        "{S2 Two clerks} {C2 said} {X2 so}. {S1 One nurse} {C1 named} {X1 a date}.",
    ),
    (
        "same_source",
        "definite_noun",
        "{S2 A clerk} {C2 said} {X2 so}. {S1 The clerk} {C1 named} {X1 a date}.",
        "{S2 A clerk} {C2 said} {X2 so}. {S1 The nurse} {C1 named} {X1 a date}.",
    ),
    (
        "same_source",
        "pronoun",
        "{S2 A clerk} {C2 said} {X2 so}. {S1 He} {C1 named} {X1 a date}.",
        "{S2 Two clerks} {C2 said} {X2 so}. {S1 He} {C1 named} {X1 a date}.",
    ),
]
UNSEEN = {"definite_stand_in"}  # it ties to a named person, so it shows in unnamed and count: test_step.py


def fired(field: str, marked: str) -> str | None:
    """Return the rule that settled a field of attribution 1."""
    reason = read(marked, outlet="The Northern Lamp")[1].reasons.get(field)
    return reason.rule if reason else None


@pytest.mark.parametrize(("field", "name", "takes", "refuses"), EXAMPLES, ids=[f"{e[0]}-{e[1]}" for e in EXAMPLES])
def test_a_rule_takes_and_refuses(field: str, name: str, takes: str, refuses: str) -> None:
    assert fired(field, takes) == name
    assert fired(field, refuses) != name


def test_every_rule_has_an_example() -> None:
    shown = {name for _, name, _, _ in EXAMPLES} | UNSEEN
    assert {r.reason.rule for table in TABLES.values() for r in table} == shown


@pytest.mark.parametrize("rule", [r for table in TABLES.values() for r in table], ids=lambda r: r.reason.rule)
def test_every_rule_says_why_in_one_sentence(rule: Rule[object, object]) -> None:
    assert rule.reason.why.endswith(".")
    assert rule.reason.why[0].isupper()
    assert 0 < rule.reason.score <= 1
