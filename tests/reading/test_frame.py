import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading.frame import read_frame

STORY = "Envoys of Halden and Tarsia held talks near Lisbon at the weekend, a diplomat told Baltika Wire on Wednesday."


def hands(text, byline=None):
    return [(hand.name, str(hand.role), hand.span is not None) for hand in read_frame(text, byline).hands]


def test_the_whole_frame():
    text = (
        "Envoys met near Lisbon, diplomat says\n\nBy Jonas Petrauskas\n\nLISBON, March 3 (Baltika Wire) - "
        + STORY
        + "\n\n“It was cold,” the diplomat said.\n\n(Reporting by Jonas Petrauskas; editing by Colm Fay)\n"
    )
    frame = read_frame(text)
    assert frame.byline == "By Jonas Petrauskas"
    assert text[slice(*frame.dateline.span)] == "LISBON, March 3 (Baltika Wire) -"
    assert [(hand.name, str(hand.role)) for hand in frame.hands] == [
        ("Jonas Petrauskas", "byline"),
        ("Baltika Wire", "dateline"),
        ("Jonas Petrauskas", "credit"),
        ("Colm Fay", "credit"),
    ]


def test_a_story_without_a_frame():
    frame = read_frame(STORY + "\n\n“It was cold,” the diplomat said.")
    assert (frame.dateline, frame.byline, frame.hands) == (None, None, ())


def test_a_byline_from_metadata_gets_its_span_where_the_text_repeats_it():
    assert hands("By Sanda Ilic\n\n" + STORY, "Sanda Ilic") == [("Sanda Ilic", "byline", True)]
    assert hands(STORY, "By Sanda Ilic") == [("Sanda Ilic", "byline", False)]


def test_a_correction_may_stand_before_the_dateline():
    note = "(Corrects the number of ballots in the headline and in the first paragraph of the story of October 12)"
    assert read_frame(f"{note}\n\nVARNIK, October 13 (Sova) – {STORY}").dateline.agency == "Sova"


def test_no_dateline_is_looked_for_in_the_story():
    assert read_frame(f"{STORY * 3}\n\nLISBON (AP) — {STORY}").dateline is None


def test_a_credit_may_stand_before_the_story():
    assert hands(f"Source: Reuters\n\nLISBON — {STORY}") == [("Reuters", "credit", True)]


def test_a_credit_may_end_the_last_paragraph():
    text = f"{STORY}\n\nThe talks go on, he said. (Reporting by Ana Costa; Editing by Jan Brandt.)\n"
    assert hands(text) == [("Ana Costa", "credit", True), ("Jan Brandt", "credit", True)]


def test_a_credit_may_be_followed_by_a_plea():
    text = f"{STORY}\n\n— With Reuters\n\nFollow us @danubemail.\n\nRead more here.\n"
    assert hands(text) == [("Reuters", "credit", True)]


def test_no_credit_is_looked_for_in_the_middle():
    assert hands(f"{STORY}\n\n(Reporting by Ana Costa)\n\n" + f"{STORY}\n\n" * 20) == []


@pytest.mark.parametrize(
    "piece", ["a", "A ", " ", "\n", "A\n", "(", "(A", "LISBON, ", "By A B\n", ". ", "with ", "\u0301"]
)
def test_length_costs_nothing(piece):
    text = piece * (2_000_000 // len(piece))
    start = time.perf_counter()
    read_frame(text)
    assert time.perf_counter() - start < 1


PIECES = st.sampled_from(
    [
        "LISBON, March 3 (Baltika Wire) - ", "VARNIK — ", "By Ana Costa and Jan Brandt", "\n", "\n\n", "\r\n", "\u2028",
        "(Reporting by Ana Costa; editing by Jan Brandt)", "© 2027 Baltika Wire", "— with AP", "Source: Reuters",
        "e\u0301", "👩‍👩‍👧", "שלום", "\x00", "\ud800", "\u200f", "\ufeff", "said he. ", "“Quote.” ", "\xa0", "By ",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join), st.none() | st.text(max_size=30))
def test_every_span_slices_what_it_names(text, byline):
    frame = read_frame(text, byline)
    for hand in frame.hands:
        assert hand.name.strip()
        assert hand.span is None or text[slice(*hand.span)] == hand.name
    if frame.dateline:
        head = text[slice(*frame.dateline.span)]
        assert all(part in head for part in (frame.dateline.place, frame.dateline.date, frame.dateline.agency) if part)
    assert frame.byline is None or frame.byline in text
