from msgspec.structs import replace

from firsthand.export.timeline import sanctions, timeline
from tests.export.samples import BUSY, analysis_of, at, attribution, busy, event, time


def test_the_time_line_goes_from_the_earliest_on():
    shown = timeline(busy())
    assert [one.label for one in shown] == [
        "2029",
        "2031-08",
        "2031-09-14 Sunday",
        "2031-W39 (2031-09-22 to 2031-09-28)",
    ]
    assert [(entry.key, entry.text) for entry in shown[2].entries] == [
        ("e1", "Kessia Orrin (VEL GOV) → Tarsia (TAR) · ACCUSE disapprove"),
        ("a3", "the mayor denied: that anybody was arrested in Calder"),
    ]
    assert (
        shown[3]
        .entries[0]
        .text.endswith("· SANCTION discontinue · possible · says Luca Ferrand, say two unnamed diplomats")
    )


def test_what_has_no_time_is_not_on_it():
    assert {entry.key for moment in timeline(busy()) for entry in moment.entries} == {"e1", "e2", "e4", "e5", "a3"}
    assert timeline(analysis_of("x")) == []


def test_the_hour_comes_within_its_day_and_an_open_end_is_in_its_place():
    text = "At nine it shut. Until May it stays. On Monday it fell."
    when = [
        time(text, "At nine", "2031-09-15T09:00", precision="hour", timex="2031-09-15T09"),
        replace(time(text, "Until May", "2031-05-31", precision="month", timex="2031-05"), start=None),
        time(text, "On Monday", "2031-09-15"),
    ]
    triggers = at(text, "shut", "stays", "fell")
    made = tuple(
        event(f"e{i}", (trigger,), "AID", when=one)
        for i, (trigger, one) in enumerate(zip(triggers, when, strict=True), 1)
    )
    shown = timeline(replace(analysis_of(text), events=made))
    assert [moment.label for moment in shown] == ["2031-05", "2031-09-15 Monday", "2031-09-15T09"]


def test_what_is_not_exact_stands_by_its_words():
    text = "More than two weeks ago it fell. On September 3 it shut."
    about = time(text, "More than two weeks ago", "2031-09-03", mod="MORE_THAN")
    exact = time(text, "September 3", "2031-09-03")
    made = (event("e1", at(text, "fell"), "AID", when=about), event("e2", at(text, "shut"), "AID", when=exact))
    shown = [moment.label for moment in timeline(replace(analysis_of(text), events=made))]
    assert shown == ["2031-09-03 Wednesday", "2031-09-03 “More than two weeks ago”"]


def test_now_is_its_day_and_its_words():
    text = "He leaves now. She has left recently."
    now = time(text, "now", "2031-09-17", timex="PRESENT_REF")
    recently = time(text, "recently", "2031-09-01", "2031-09-17", timex="PAST_REF")
    made = (
        event("e1", at(text, "leaves"), "RETREAT", when=now),
        event("e2", at(text, "left"), "RETREAT", when=recently),
    )
    shown = [moment.label for moment in timeline(replace(analysis_of(text), events=made))]
    assert shown == ["“recently”", "2031-09-17 “now”"]


def test_one_act_stands_there_once():
    text = "On Sunday Orrin has accused Tarsia of lying, the Courier said Brandt had said on Monday."
    sunday, monday = time(text, "Sunday", "2031-09-14"), time(text, "Monday", "2031-09-15")
    made = replace(
        analysis_of(
            text,
            attribution("a1", at(text, "Orrin"), at(text, "has accused"), at(text, "lying"), when=sunday),
            attribution("a2", at(text, "the Courier"), at(text, "said"), when=monday),
            attribution("a3", at(text, "Brandt"), at(text, "had said"), within="a2", when=monday),
        ),
        events=(event("e1", at(text, "accused"), "ACCUSE", when=sunday),),
    )
    assert [entry.key for moment in timeline(made) for entry in moment.entries] == ["e1", "a2"]
    apart = replace(made, events=(event("e1", at(text, "accused"), "ACCUSE", when=monday),))
    assert [entry.key for moment in timeline(apart) for entry in moment.entries] == ["a1", "e1", "a2"]


def test_a_saying_that_is_hostile_or_long_is_one_short_line():
    text = "Orrin\x1b said " + "no\n" * 200
    said = attribution(
        "a1", at(text, "Orrin\x1b"), at(text, "said"), ((13, len(text)),), when=time(BUSY, "2029", "2029-01-01")
    )
    [moment] = timeline(analysis_of(text, said))
    assert "\n" not in moment.entries[0].text
    assert "\x1b" not in moment.entries[0].text
    assert len(moment.entries[0].text) < 120


def test_sanctions_are_told_in_words_with_their_evidence_and_offices_are_not():
    [one] = sanctions(busy())
    assert (one.name, one.text) == ("Tarsia", "sanctioned by Velmora since 2029, lifted temporarily (2031-08)")
    assert one.evidence == ("e4", "e5")


def test_the_ends_of_sanctions():
    state = busy().states[1]

    def told(**fields):
        return sanctions(replace(busy(), states=(replace(state, **fields),)))[0].text

    assert told(status="lifted") == "sanctioned by Velmora since 2029, lifted (2031-08)"
    assert told(status="lifted", until=None, since=None) == "sanctioned by Velmora, lifted"
    assert told(status="in force", until=None) == "sanctioned by Velmora since 2029"
    assert told(status="reimposed", until=None) == "sanctioned by Velmora since 2029, imposed again"
    assert told(status="reimposed") == "sanctioned by Velmora since 2029, imposed again"
    assert told(status="in force") == "sanctioned by Velmora since 2029"
    assert told(status="in force", value=None, since=None, until=None) == "sanctioned"


def test_sanctions_that_rest_on_what_a_source_said_name_it():
    state = busy().states[1]

    def told(*evidence):
        return sanctions(replace(busy(), states=(replace(state, until=None, status="in force", evidence=evidence),)))[0]

    assert told("e2", "a2").text == ("sanctioned by Velmora since 2029 · says Luca Ferrand, say two unnamed diplomats")
    assert told("e2", "a2", "e3", "a3", "a2").text.endswith("two unnamed diplomats · denies the mayor")
    assert told("e4").text == "sanctioned by Velmora since 2029"
