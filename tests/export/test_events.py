import pytest
from msgspec.structs import replace

from firsthand.export.events import deeds, event_marks, located, nearest, time_label
from firsthand.export.view import Part
from firsthand.types import Form, Place, Stance
from tests.export.samples import BUSY, actor, analysis_of, at, attribution, busy, event, time

LINES = [
    "2031-09-14 · Kessia Orrin (VEL GOV) → Tarsia (TAR) · ACCUSE disapprove · occurred · in the reporter's voice",
    "2031-W39 · Velmora (VEL) → Tarsia (TAR), its <b>ports</b> · SANCTION discontinue · possible"
    " · says Luca Ferrand, say two unnamed diplomats",
    "undated · somebody · COERCE arrest · in Calder · denied · denies the mayor",
    "2029 · Velmora (VEL) → Tarsia (TAR) · SANCTION · occurred · in the reporter's voice",
    "2031-08 · Velmora (VEL) → Tarsia (TAR) · RETREAT · occurred · in the reporter's voice",
    "“Days later” · somebody · ASSAULT firearms · occurred · in the reporter's voice",
]


def test_a_line_says_when_who_what_where_how_sure_and_on_whose_word():
    assert [one.line for one in deeds(busy())] == LINES


def test_the_words_stand_in_their_sentence():
    second = deeds(busy())[1]
    assert (second.words, second.after[:10]) == ("put sanctions", " on Tarsia")
    assert second.before.startswith("…")
    assert second.before.endswith("Velmora may ")
    assert deeds(busy())[0].before == "On Sunday President Kessia Orrin "
    assert deeds(busy())[5].after == "."


def test_a_receiver_without_a_doer_has_somebody_to_do_it():
    made = replace(busy(), events=(event("e1", at(BUSY, "arrested"), "COERCE", recipient=("luca-ferrand",)),))
    assert deeds(made)[0].parties == "somebody → Luca Ferrand"


@pytest.mark.parametrize(
    ("source", "fields", "told"),
    [
        ("officials in Calder", {"unnamed": True}, "say officials in Calder (unnamed)"),
        ("the ministry", {}, "says the ministry"),
        ("the envoy", {"stance": Stance.ASKS, "count": 1}, "asks the envoy"),
        ("two aides", {"stance": Stance.DENIES, "unnamed": True, "count": 2}, "deny two unnamed aides"),
        ("", {"form": Form.INDIRECT}, "unattributed"),
    ],
)
def test_who_tells_it(source, fields, told):
    text = f"{source} told of a strike."
    said = attribution("a1", at(text, source) if source else (), at(text, "told"), at(text, "a strike"), **fields)
    made = replace(analysis_of(text, said), events=(event("e1", at(text, "strike"), "PROTEST", asserted_by="a1"),))
    assert deeds(made)[0].teller == told


def test_tellers_in_a_circle_and_tellers_that_are_missing_end_the_line():
    round_ = [attribution("a1", within="a2"), attribution("a2", within="a1")]
    made = replace(analysis_of("x", *round_), events=(event("e1", ((0, 1),), "AID", asserted_by="a1"),))
    assert deeds(made)[0].teller == "unattributed, unattributed"
    assert deeds(replace(made, attributions=()))[0].teller is None


def test_what_is_not_exact_or_not_resolved_is_shown_by_its_words():
    text = "more than two weeks ago, then days later"
    assert time_label(time(text, "more than two weeks ago", "2031-09-03", mod="MORE_THAN")) == (
        "2031-09-03 “more than two weeks ago”"
    )
    assert time_label(time(text, "days later", timex="PAST_REF")) == "“days later”"
    assert time_label(None) == "undated"


@pytest.mark.parametrize("timex", ["PAST_REF", "PRESENT_REF", "FUTURE_REF"])
def test_a_value_that_tells_a_reader_nothing_is_not_shown(timex):
    text = "He leaves now."
    assert time_label(time(text, "now", "2031-09-17", timex=timex)) == "2031-09-17 “now”"
    assert time_label(time(text, "now", "2031-09-01", "2031-09-17", timex=timex)) == "“now”"
    assert time_label(replace(time(text, "now", "2031-09-17", timex=timex), end=None)) == "“now”"


@pytest.mark.parametrize(
    ("name", "shown"), [("Riyadh", "in Riyadh"), ("near the border", "near the border"), ("Onega", "in Onega")]
)
def test_a_place_has_its_preposition(name, shown):
    assert located(Place(name, (0, 1))) == shown


def test_marks_are_the_trigger_and_the_nearest_mention_of_who_takes_part():
    found = {(mark.role, BUSY[mark.start : mark.end], mark.keys) for mark in event_marks(busy())}
    assert (Part.TRIGGER, "accused", ("e1",)) in found
    assert (Part.ACTOR, "President Kessia Orrin", ("e1",)) in found
    recipients = [mark.start for mark in event_marks(busy()) if mark.role is Part.RECIPIENT and 2 in mark.numbers]
    assert recipients == [BUSY.index("Tarsia and"), BUSY.index("its <b>ports")]


def test_the_nearest_mention_is_found_among_many():
    many = actor("p", "x", "ab ab ab ab", "ab", "ab", "ab", "ab")
    assert nearest(many, (7, 8)) == (6, 8)
    assert nearest(many, (5, 6)) == (3, 5)
    assert nearest(replace(many, mentions=()), (0, 1)) is None
