import pytest
from msgspec.structs import replace

from firsthand.events import dated
from firsthand.times import times
from tests.events.scenes import Scene


@pytest.mark.parametrize(
    ("marked", "start"),
    [
        ("{S1 {A1 Kell}} {C1 said} on Monday {X1 that the talks would go on}.", "2031-05-12"),
        ("On Monday, {S1 {A1 Kell}} {C1 said} {X1 that the talks would go on}.", "2031-05-12"),
        ("{X1 “No,”} {S1 {A1 Kell}} {C1 said} on Tuesday. {X1 “Never.”}", "2031-05-13"),
        ("{S1 {A1 Kell}} {C1 said} {X1 that he left on Monday}.", None),
        ("{S1 {A1 Kell}, who resigned on Monday,} {C1 said} {X1 no}.", None),
        ("{S1 {A1 Kell}} {C1 blamed} {X1 Orrin} and {C2 asked} {X2 that it leave by Monday}.", None),
        ("It rained on Monday. {S1 {A1 Kell}} {C1 said} {X1 no}.", None),
        ("{S1 {A1 Kell}} {C1 said} for three days {X1 that he would go}.", None),
    ],
)
def test_when_something_was_said(marked, start):
    said = Scene(marked).said()[0]
    assert (said.when.start if said.when else None) == start
    assert ("when" in said.reasons) == (start is not None)


@pytest.mark.parametrize(
    ("second", "start"),
    [
        (", {C2 adding} {X2 that nobody had asked}", "2031-05-12"),
        (". {S2>p1 {A1 He}} {C2 added} {X2 that nobody had asked}", None),
        (", and {S2>p2 {A2 Nowil}} {C2 said} {X2 that nobody had asked}", None),
    ],
)
def test_who_goes_on_speaking_in_the_sentence_does_so_at_the_same_time(second, start):
    far = "a long story about the harbour, its cranes, ships and silos, its storms, and all of its many masters there"
    scene = Scene("On Monday {S1>p1 {A1 Kell}} {C1 told} {X1 " + far + "}" + second + ".")
    told = dated(
        scene.report,
        tuple(replace(a, actor=a.actor or ("p1" if not a.source else None)) for a in scene.attributions),
        times(scene.report),
    )
    assert (told[1].when.start if told[1].when else None) == start


def test_the_time_of_an_event_is_no_saying_s():
    scene = Scene("After the talks {t1 REJECT collapsed} on {w1 Monday}, {S1 {A1 Kell}} {C1 said} {X1 he was sorry}.")
    [said] = dated(scene.report, scene.attributions, times(scene.report), scene.happenings)
    assert said.when is None
    done = Scene("On {w1 Monday} {S1 {A1 Kell}} {C1 {t1 ACCUSE accused}} Nowil {X1 of lying}.")
    [said] = dated(done.report, done.attributions, times(done.report), done.happenings)
    assert said.when.text == "Monday"


def test_an_inner_saying_takes_no_time_from_another_sentence():
    marked = "{X1 “We met in 2019. {S2 He} {C2 told} me {X2 that the deal was dead},”} {S1 {A1 Kell}} {C1 said}."
    inner = Scene(marked, within={2: 1}).said()[1]
    assert inner.when is None


def test_what_is_said_inside_another_s_words_is_dated_inside_them():
    marked = (
        "On Monday {S1 {A1 Kell}} {C1 said} {X1 that {S2 {A2 Nowil}} {C2 had said} on Friday {X2 no}}, "
        "{S3 {A1 he}} {C3 added} {X3 that {S4 Lien} {C4 said} {X4 yes}}."
    )
    outer, inner, _, undated = Scene(marked, within={2: 1, 4: 3}).said()
    assert (outer.when.text, inner.when.text, undated.when) == ("Monday", "Friday", None)


def test_two_attributions_within_each_other_do_not_go_round_for_ever():
    marked = "{S1 A} {C1 said} {X1 {S2 B} {C2 said} {X2 x {t1 AID fed} y}}."
    [event] = Scene(marked, within={1: 2, 2: 1}).events()
    assert event.asserted_by in ("a1", "a2")
