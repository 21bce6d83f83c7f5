import pytest

from firsthand.events import states
from firsthand.types import Actor, ActorKind, Factuality, Held
from tests.events.scenes import Scene


def found(marked, **options):
    scene = Scene(marked, **options)
    return states(scene.report, scene.actors, scene.events())


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
    made = states(scene.report, (actor,), ())
    assert [(s.value, s.status) for s in made] == ([(value, status)] if value else [])
