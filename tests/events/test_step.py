import pytest
from msgspec import structs

from firsthand.events import happen
from firsthand.types import ActorKind, Factuality, Stance
from tests.events.scenes import Scene


def only(scene):
    [event] = scene.events()
    return event


def test_words_of_a_role_become_the_actors_whose_mentions_they_are():
    event = only(Scene("{a1 {A1 Petra Nowil}} {t1 CONSULT met} {r1 {A2 the mayor of {A3 Kessik}}} twice."))
    assert (event.actor, event.recipient, event.type) == (("p1",), ("p2",), "CONSULT")
    assert (event.id, event.factuality, event.asserted_by, event.when) == ("e1", Factuality.OCCURRED, None, None)


def test_words_that_hold_two_actors_are_both():
    event = only(Scene("{a1 {A1 Nowil} and {A2 Kell}} {t1 CONSULT met} in {p1 Berlin}."))
    assert event.actor == ("p1", "p2")
    assert (event.place.name, event.place.country) == ("Berlin", "DEU")


@pytest.mark.parametrize(
    ("words", "name"), [("in Berlin", "Berlin"), ("At Berlin", "Berlin"), ("near Berlin", "near Berlin")]
)
def test_a_place_is_named_without_the_preposition_that_says_nothing(words, name):
    event = only(Scene("{a1 {A1 Nowil}} {t1 CONSULT met} {p1 " + words + "}."))
    assert (event.place.name, event.place.country) == (name, "DEU")


def test_words_that_are_a_small_part_of_a_mention_are_not_it():
    event = only(Scene("{A1 The long and bitter quarrel over {r1 fish} in the bay} {t1 REJECT failed}."))
    assert event.recipient == ()


def test_a_capital_stands_for_its_country_where_the_report_speaks_of_it():
    scene = Scene("{A1 Norway} paid. {a1 Oslo} {t1 AID sent} {r1 Berlin} tents.")
    country = structs.replace(scene.actors[0], kind=ActorKind.COUNTRY, country="NOR")
    [event] = happen(scene.report, (), (country,), scene.happenings, ())
    assert (event.actor, event.recipient) == (("p1",), ())


def test_nobody_is_invented():
    event = only(Scene("The bridge was {t1 ASSAULT blown up} in the night."))
    assert (event.actor, event.recipient, event.place) == ((), (), None)


def test_the_innermost_attribution_tells_of_it():
    marked = (
        "{S1 Three people} {C1 said} {X1 that {S2>p1 {A1 Kell}} {C2 had said} "
        "{X2 that {A2 Orrin} may {t1 SANCTION cut} its ties}}."
    )
    assert only(Scene(marked, within={2: 1})).asserted_by == "a2"


def test_a_cue_that_is_an_event_is_told_by_who_tells_of_the_saying():
    marked = "{S1>p1 {A1 Kell}} {C1 {t1 ACCUSE accused}} {r1 {A2 Nowil}} {X1 of lying} on Tuesday."
    event = only(Scene(marked))
    assert event.asserted_by is None
    assert event.actor == ("p1",)
    assert event.reasons["actor"].rule == "teller"
    assert event.when.start == "2031-05-13"
    inner = "{S1 Two officials} {C1 said} {X1 that {S2 {A1 Kell}} {C2 {t1 ACCUSE accused}} {A2 Nowil} {X2 of lying}}."
    assert only(Scene(inner, within={2: 1})).asserted_by == "a1"


def test_what_a_teller_denies_did_not_happen_on_his_word():
    marked = "{S1 {A1 Kell}} {C1 denied} {X1 that {a1 he} had {t1 CONSULT met} {r1 {A2 Nowil}}}."
    event = only(Scene(marked, stances={1: Stance.DENIES}))
    assert event.factuality is Factuality.DENIED
    assert event.reasons["factuality"].rule == "denied"


def test_an_event_takes_its_own_time_and_not_the_nearer_one():
    marked = "{a1 {A1 Kell}} {t1 CONSULT met} those who came on Sunday, and this was {w1 last week}."
    assert only(Scene(marked)).when.timex == "2031-W19"


def test_what_is_done_by_saying_it_has_the_time_of_the_saying():
    marked = "On Monday {S1>p1 {A1 Kell}} {C1 said} {X1 {a1 {A1 he}} {t1 REJECT rejects} the plan}."
    event = only(Scene(marked))
    assert (event.when.start, event.reasons["when"].rule) == ("2031-05-12", "told_then")
    assert only(Scene(marked.replace("REJECT rejects", "ASSAULT hit"))).when is None
    nobody = "On Monday {S1>p1 {A1 Kell}} {C1 said} {X1 the plan was {t1 REJECT rejected}}."
    assert only(Scene(nobody)).when is None


@pytest.mark.parametrize(
    ("marked", "start"),
    [
        ("{a1 Troops} {t1 COERCE raided} the school on Friday.", "2031-05-09"),
        ("In 2029 {a1 troops} {t1 COERCE raided} the school.", "2029-01-01"),
        (
            "{a1 Troops} {t1 COERCE raided} the school, which had stood empty since the end of the old war in 2011.",
            None,
        ),
    ],
)
def test_the_one_time_right_beside_it(marked, start):
    event = Scene(marked).events()[-1]
    assert (event.when.start if event.when else None) == start


def test_a_time_is_one_event_s_only():
    fled, attacked = Scene("{a1 Kell} {t1 RETREAT fled}, and on {w2 Monday} the army {t2 ASSAULT attacked}.").events()
    assert (fled.when, attacked.when.text) == (None, "Monday")


@pytest.mark.parametrize("stance", [Stance.DECLINES, Stance.SILENT, Stance.ASKS])
def test_what_a_teller_does_not_stand_by_is_only_possible(stance):
    marked = "{S1 {A1 Kell}} {C1 declined} {X1 to say whether {a1 troops} {t1 ASSAULT attacked} {r1 {A2 Kessik}}}."
    event = only(Scene(marked, stances={1: stance}))
    assert (event.factuality, event.reasons["factuality"].rule) == (Factuality.POSSIBLE, "unsaid")


def test_a_report_without_a_date_leaves_its_days_open():
    event = only(Scene("{a1 Troops} {t1 COERCE raided} the school on Friday.", published=None))
    assert event.when.start is None
    assert event.when.text == "Friday"


def test_events_are_numbered_in_the_order_of_the_text():
    scene = Scene("{t2 ASSAULT Shelled} by night, {t1 AID fed} by day.")
    assert [(e.id, scene.text[slice(*e.trigger[0])]) for e in scene.events()] == [("e1", "Shelled"), ("e2", "fed")]


def test_a_report_in_which_nothing_happens():
    assert Scene("Nothing.").events() == ()
