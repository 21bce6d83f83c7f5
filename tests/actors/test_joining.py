"""Every rule by which a mention joins an actor: what it takes, what it refuses. The last mark is looked at."""

import pytest

from firsthand.actors.joining import FAINT, LIKELY, NAMES, NOUNS, RULES, SURE, THIRD_PERSONS
from firsthand.actors.said import Form
from firsthand.rules import Rule
from tests.actors.reading import cast

NEW = None
NOWIL = "{1? person Petra Nowil}"
TAKES = [
    ("same_name", f"{NOWIL} came. {{1? person Petra Nowil}} left."),
    ("same_name", f"{NOWIL} came. {{1? person Trade Minister Petra Nowil}} left."),
    ("same_name", "{1? organization Vistra} closed. {1? organization The Vistra} sold."),
    ("other_name", "{1? place Kiev} slept. {1? place Kyiv} woke."),
    ("other_name", "{1? organization NATO} met. {1? organization The North Atlantic Treaty Organization} left."),
    ("other_name", "{1? organization Norway’s Supreme Court} met. {1? organization The Supreme Court of Norway} rose."),
    ("similar_name", f"{NOWIL} came. {{1? person Nowil}} left."),
    ("similar_name", "{1? person Nowil} came. {1? person Petra Nowil} left."),
    ("similar_name", f"{NOWIL} came. {{1? person Petra Nowyl}} left."),
    ("similar_name", "{1? organization The Direct Investment Fund} met. {1? organization DIF} sold."),
    ("similar_name", "{1? person Володимир Орленко} came. {1? person Orlenko} left."),
    ("linked", f"{NOWIL} came. {{1@{SURE} person The minister}} left."),
    ("linked", "{1? organization Vistra} closed. {1 organization a Norwegian bank} closed."),
    ("the_outlet", "{1? organization Reuters} rang. {1? organization The agency} printed it."),
    ("the_outlet", "{1? organization The Kessik Herald} rang. {1? organization The paper} printed it."),
    ("same_noun", "{1? person The minister} came. {1? person The minister} left."),
    ("same_noun", "{1? person A minister} came. {1? person The minister} left."),
    ("same_noun", "{1? person Two guards} came. {1? person The guards} left."),
    ("same_noun", "{1? organization The port authority} met. {1? organization The authority} paid."),
    ("linked_noun", f"{NOWIL} came. {{1@{LIKELY} person The minister}} left."),
    ("relative", f"{NOWIL}, {{1? person who}} left, came."),
    ("pronoun_linked", f"{NOWIL} came. {{1@{FAINT} person She}} left."),
    ("pronoun_linked", "{1? organization The council} met. {1@0.2 organization They} voted."),
    ("pronoun_linked", "{1? person Two guards} came. {1@0.2 person They} left."),
    ("pronoun_linked", f"{NOWIL} came. “{{1 person I}} sat.” {{1 person She}} left."),
    ("pronoun_nearest", f"{NOWIL} came. {{1? person She}} left."),
    ("pronoun_nearest", f"{NOWIL} came. “{{2? person Anna Kell}} sat,” {{1? person she}} said."),
    ("pronoun_nearest", "“{1? person Anna Kell} sat and {1? person she} slept.”"),
    ("pronoun_nearest", f"{NOWIL} met {{2? person Marek Toth}}. {{1? person Her}} son left."),
]
REFUSES = [
    ("another first name", f"{NOWIL} came. {{2 person Anna Nowil}} left."),
    ("other middle initials", "{1? person George W. Harrow} {2 person George H. W. Harrow}"),
    ("a man of the name", f"{NOWIL} came. {{2? person Mr Nowil}} left."),
    ("another bank", "{1? organization The Bank of Tarsia} {2? organization The Bank of Orrin}"),
    ("a person is no company", f"{NOWIL} came. {{1 organization Nowil}} closed."),
    ("a capital is no country", "{1? organization Moscow} and {2? place Russia}"),
    ("a seat is no capital", "{1? organization Moscow} and {2? organization the Kremlin}"),
    ("a link that is too weak for a noun", f"{NOWIL} came. {{1@0.2 person The minister}} left."),
    ("a weak link for somebody new", f"{NOWIL} came. {{1@0.4 person A minister}} left."),
    ("a linked man", f"{NOWIL} came. {{1 person He}} left."),
    ("a linked policewoman", "{1? person John Orlo} came. {1 person The policewoman} left."),
    ("a linked pronoun for a thing", f"{NOWIL} came. {{1 organization It}} left."),
    ("a linked pronoun for a person", "{1? organization Vistra} closed. {1 person He} left."),
    ("a linked crowd", f"{NOWIL} came. {{1 person The officials}} left."),
    ("one of a crowd", "{1? person Two officials} came. {1 person The official} left."),
    ("it is never the nearest", "{1? organization Vistra} closed. {2? organization It} left."),
    ("they are never the nearest", "{1? person Two guards} came. {2? person They} left."),
    ("too far", f"{NOWIL} came. {'And on it went. ' * 40}{{2? person She}} left."),
    ("a paper that nobody named", "{1? organization Vistra} closed. {2? organization The paper} wrote."),
    ("another of a noun", "{1? person The minister} came. {2? person Another minister} left."),
    ("a noun with an owner", "{1? person The minister of Orrin} came. {2? person Tarsia’s minister} left."),
    ("a noun of somebody else", "{1? person The minister of Orrin} {2? person The minister of Tarsia}"),
    ("a president is no vice president", "{1? person The vice president} came. {2? person The president} left."),
    ("a weak link to a deputy", f"{{1? person The deputy mayor}} came. {{1@{LIKELY} person The mayor}} left."),
    ("who does not follow", f"{NOWIL} came. Those {{2? person who}} left slept."),
    ("one and many", "{1? person The guard} came. {2? person The guards} left."),
    ("nobody before", "{1? person She} left."),
]


OTHERS = "Odd Marek Rasmus Ilse Tom Ruta Karl Jana Sven Ludo Kaja Greta Steve Pavel Kirill Orlo Eva Marta"


def last(marked, **kwargs):
    """The cast, its last mention, and the rule by which that one joined."""
    made, reasons = cast(marked, **kwargs)
    return made, made.said[-1], reasons[-1]


@pytest.mark.parametrize(("name", "marked"), TAKES)
def test_a_rule_takes(name, marked):
    made, one, reason = last(marked)
    assert reason is not None
    assert reason.rule == name
    assert made.of(one) is made.owner(0)


@pytest.mark.parametrize("marked", [text for _, text in REFUSES], ids=[what for what, _ in REFUSES])
def test_every_rule_refuses(marked):
    made, one, reason = last(marked)
    assert reason is None
    assert made.of(one).said == [one]


def test_there_is_an_example_for_each_rule():
    elsewhere = {"apposed", "own_outlet"}
    rules = {rule.reason.rule for rule in (*NAMES, *NOUNS, *THIRD_PERSONS)}
    assert rules == {name for name, _ in TAKES} | elsewhere


def test_every_form_has_rules_and_every_rule_a_reason():
    assert set(RULES) == set(Form)
    for rule in (one for table in RULES.values() for one in table):
        assert isinstance(rule, Rule)
        assert rule.reason.why.endswith(".")
        assert 0 < rule.reason.score <= 1


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("{1? person Petra Nowil, {1? person the trade minister},} came.", "apposed"),
        ("{1? person Petra Nowil – {1? person the trade minister}} came.", "apposed"),
        ("{1? person The trade minister, {1? person Petra Nowil},} came.", "same_name"),
        ("{1? organization Vistra Bank, {1? organization a lender},} closed.", "apposed"),
        ("{1? person Petra Nowil}, {1? person the trade minister}, came.", "apposed"),
    ],
)
def test_an_apposition_is_the_one_beside_it(marked, rule):
    made, one, reason = last(marked)
    assert made.of(one) is made.owner(0)
    assert reason.rule == rule


@pytest.mark.parametrize(
    "marked",
    [
        "{1? person The mother of {1 person Petra Nowil}} came.",
        "{1? person {1 person Her} lawyer} came.",
        "{1? person The lawyer who sued {1 person the lawyer}} came.",
        "{1? organization The bank that owns {1 organization the bank}} closed.",
    ],
)
def test_nobody_is_a_part_of_himself(marked):
    made, one, _ = last(marked)
    assert made.of(one) is not made.owner(0)


def test_who_is_beside_an_owner_is_not_the_owner():
    made, _ = cast("{1? person {2? person Nowil}’s aide, {1? person Tom Reyes},} came.")
    assert made.owner(0) is made.owner(2)
    assert made.owner(1) is not made.owner(0)


def test_this_newspaper_is_the_reports_own_outlet():
    made, one, reason = last("{1? organization This newspaper} asked.", outlet="Kareva Daily")
    assert reason.rule == "own_outlet"
    assert made.of(one).name == "Kareva Daily"
    assert made.of(one).is_outlet


def test_this_newspaper_is_no_outlet_that_the_report_names():
    made, one, _ = last("{1? organization Reuters} rang. {2? organization This newspaper} asked.")
    assert made.of(one) is not made.owner(0)


def test_the_reports_own_outlet_is_one_however_it_is_called():
    marked = (
        "{1? organization Kareva Daily} rang. {1? organization Our paper} asked. {1? organization This newspaper} ran."
    )
    made, _ = cast(marked, outlet="Kareva Daily")
    assert len(made.entities) == 1


def test_links_to_one_actor_add_up():
    made, one, reason = last(f"{NOWIL} came. {{2? person Anna Kell}} sat. {{1@0.1 person She}} left.")
    assert reason.rule == "pronoun_nearest"  # a link of 0.1 alone is too weak, and Kell is nearer
    assert made.of(one) is made.owner(1)


def test_the_latest_of_two_who_fit_has_the_last_name():
    made, one, _ = last("{1? person Petra Nowil} and {2? person Anna Nowil} came. {2? person Nowil} left.")
    assert made.of(one) is made.owner(1)


@pytest.mark.parametrize("count", [1, 13, 18])
def test_a_name_is_found_again_after_others_that_are_alike(count):
    others = " ".join(f"{{{n + 2}? person {name} Nowil}} sat." for n, name in enumerate(OTHERS.split()[:count]))
    made, one, _ = last(f"{NOWIL} came. {others} {{1? person Petra Nowil}} left.")
    assert made.of(one) is made.owner(0)
    assert len(made.entities) == count + 1


@pytest.mark.parametrize(
    "marked",
    [
        "{1 organization {2 place Russia}’s Foreign Ministry}, {3 organization {4 place Ukraine}’s Foreign Ministry}",
        "{1 organization {2 place Tarsia}’s Trade Ministry} and {3 organization {4 place Orrin}’s Trade Ministry}",
        "{1 organization The Trade Ministry of {2 place Norway}}, {3 organization {4 place Sweden}’s Trade Ministry}",
    ],
)
def test_the_ministries_of_two_countries_are_two(marked):
    made, _ = cast(marked)
    assert made.owner(0) is not made.owner(2)


def test_a_man_is_not_the_woman_with_the_same_last_name():
    made, one, _ = last(f"{NOWIL} came. {{1? person Nowil}} sat. {{2? person Mr Nowil}} left.")
    assert made.of(one) is not made.owner(0)


def test_of_two_with_the_last_name_the_words_around_it_decide():
    made, one, _ = last("{1? person Petra Nowil} and {2? person Anna Nowil} came. {1 person Nowil} left.")
    expected = next(s for s in made.said if s.text == "Petra Nowil")
    assert made.of(one) is made.of(expected)


@pytest.mark.parametrize(
    "marked",
    [
        "{1? person Petra Nowil} sang. {1 person Petra} left.",
        "{1? organization Halvard Shipping} closed. {1 organization Halvard} sold.",
    ],
)
def test_the_first_word_of_a_name_joins_it_where_the_model_says_so(marked):
    made, one, _ = last(marked)
    assert made.of(one) is made.owner(0)
