import pytest
from msgspec import structs

from firsthand.events import states
from firsthand.types import Actor, ActorKind, Factuality, Held, Stance
from tests.events.scenes import Scene


def found(marked, **options):
    scene = Scene(marked, **options)
    return states(scene.report, scene.attributions, scene.actors, scene.events())


def test_sanctions_begin_and_are_lifted_for_a_time():
    marked = (
        "{a1 {A1 Orrin}} {t1 SANCTION imposed} sanctions on {r1 {A2 Kell}} in {w1 2029}. Last month "
        "{a2 {A1 Orrin}} temporarily {t2 RETREAT lifted} sanctions against {r2 {A2 him}}."
    )
    [state] = found(marked)
    assert (state.subject, state.attribute, state.value) == ("p2", "sanctioned_by", "Orrin")
    assert (state.since.timex, state.status, state.evidence) == ("2029", "suspended", ("e1", "e2"))


def test_each_who_is_sanctioned_has_a_state_and_the_teller_is_evidence():
    marked = "{S1 {A3 Nowil}} {C1 said} {X1 {r1 {A1 Kell}} and {r1 {A2 Lien}} were {t1 SANCTION blacklisted}}."
    assert [(s.subject, s.value, s.evidence) for s in found(marked)] == [
        ("p1", None, ("e1", "a1")),
        ("p2", None, ("e1", "a1")),
    ]


BOTH = (
    "{a1 {A1 Norway}} {t1 SANCTION imposed} sanctions on {r1 {A2 Kell}} in {w1 2029}. "
    "{a2 {A3 Berlin}} {t2 RETREAT lifted} its own sanctions on {r2 {A2 Kell}} on {w2 Monday}."
)


def countries(marked, **countries):
    """The states of a report whose actors belong to countries."""
    scene = Scene(marked)
    actors = tuple(structs.replace(one, country=countries.get(one.id)) for one in scene.actors)
    return [(s.value, s.status, s.since and s.since.timex) for s in states(scene.report, (), actors, scene.events())]


def test_one_does_not_lift_what_another_imposed():
    assert countries(BOTH, p1="NOR", p3="DEU") == [("Norway", "in force", "2029"), ("Berlin", "lifted", None)]
    assert countries(BOTH, p1="DEU", p3="DEU") == [("Norway", "lifted", "2029")]


def test_an_end_without_an_author_ends_what_is_in_force_if_that_is_one_s():
    nobody = BOTH.replace("{a2 {A3 Berlin}}", "Somebody")
    assert countries(nobody) == [("Norway", "lifted", "2029")]
    two = BOTH.replace("Norway}}", "Norway}} and {a1 {A3 Berlin}}").replace(
        "{a2 {A3 Berlin}} {t2", "It was said that {t2"
    )
    assert [status for _, status, _ in countries(two, p1="NOR", p3="DEU")] == ["in force", "in force", "lifted"]


def test_turns_are_taken_in_the_order_of_time():
    marked = (
        "{a1 {A1 Norway}} {t1 RETREAT lifted} the sanctions on {r1 {A2 Kell}} on {w1 Monday}. "
        "{a2 {A1 Norway}} had {t2 SANCTION imposed} the sanctions on {r2 {A2 him}} in {w2 2029}."
    )
    [state] = found(marked)
    assert (state.since.timex, state.until.timex, state.status) == ("2029", "2031-05-12", "lifted")


def test_sanctions_imposed_again_have_no_end():
    marked = (
        "{a1 {A1 Norway}} {t1 RETREAT lifted} sanctions on {r1 {A2 Kell}} in {w1 2029}. "
        "{a2 {A1 Norway}} {t2 SANCTION reimposed} sanctions on {r2 {A2 him}} in {w2 2030}."
    )
    [state] = found(marked)
    assert (state.status, state.until) == ("reimposed", None)


@pytest.mark.parametrize(
    "marked",
    [
        "{a1 {A1 Orrin}} {t1 SANCTION suspended} talks with {r1 {A2 Norway}} over new sanctions.",
        "{a1 {A1 Orrin}} {t1 SANCTION expelled} {r1 {A2 two envoys}} accused of evading sanctions.",
        "{a1 {A1 Orrin}} {t1 RETREAT withdrew} troops from {r1 {A2 Kessik}} as sanctions bit.",
        "{A3 Kell}, whom Norway sanctioned in 2029, was {t1 RETREAT released} by {a1 {A1 Orrin}}, {r1 {A3 he}} found.",
    ],
)
def test_sanctions_that_are_only_spoken_of_are_not_what_was_done(marked):
    assert found(marked) == ()


def test_imposing_them_to_restore_something_is_not_imposing_them_again():
    [state] = found("{a1 {A1 Orrin}} {t1 SANCTION imposed} sanctions on {r1 {A2 Kell}} to reinstate order.")
    assert state.status == "in force"


def test_what_somebody_denies_that_another_said_makes_no_state():
    marked = (
        "{S1 Officials} {C1 denied} {X1 that {S2 {A3 Nowil}} {C2 said} {X2 that {a1 {A1 Orrin}} {t1 RETREAT lifted} "
        "sanctions on {r1 {A2 Kell}}}}."
    )
    assert found(marked, within={2: 1}, stances={1: Stance.DENIES}) == ()
    assert found(marked, within={2: 1}) != ()


@pytest.mark.parametrize("how", [f for f in Factuality if f is not Factuality.OCCURRED])
def test_what_did_not_happen_makes_no_state(how):
    marked = "{a1 {A1 Orrin}} may {t1 SANCTION impose} sanctions on {r1 {A2 Kell}}."
    assert found(marked, factuality={1: how}) == ()


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("{t1 SANCTION imposed} sanctions on", "in force"),
        ("{t1 SANCTION reimposed} sanctions on", "reimposed"),
        ("{t1 RETREAT lifted} the embargo on", "lifted"),
        ("{t1 RETREAT suspended} the sanctions against", "suspended"),
    ],
)
def test_what_becomes_of_sanctions(words, status):
    assert [s.status for s in found("{a1 {A1 Orrin}} " + words + " {r1 {A2 Kell}}.")] == [status]


def test_cutting_ties_is_no_sanction_in_force():
    assert found("{a1 {A1 Orrin}} {t1 SANCTION recalled} its envoy from {r1 {A2 Kell}}.") == ()


@pytest.mark.parametrize(
    ("role", "of", "value", "status"),
    [
        ("trade minister", "Orrin", "trade minister of Orrin", "in force"),
        ("former mayor", None, "former mayor", "former"),
        ("brother", "Kell", None, None),
    ],
)
def test_offices(role, of, value, status):
    scene = Scene("Nothing.")
    actor = Actor(
        id="p1", name="Ana Kell", kind=ActorKind.PERSON, named=True, roles=(Held(role, of, (0, 3)),), mentions=((0, 3),)
    )
    made = states(scene.report, (), (actor,), ())
    assert [(s.value, s.status) for s in made] == ([(value, status)] if value else [])
