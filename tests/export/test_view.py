import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.export.view import Role, Standing, entries, line, marks, segments, source_label, visible
from firsthand.types import Kind
from tests.export.samples import analysis_of, at, attribution, sample


@st.composite
def analyses(draw):
    """An analysis of hostile text with spans that nest, cross and touch as they like."""
    text = draw(st.text(st.characters(codec=None), min_size=1, max_size=60))
    span = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: tuple(sorted(pair)))
    spans = st.lists(span, max_size=3).map(tuple)
    made = st.builds(attribution, st.uuids().map(str), spans, spans, spans)
    return analysis_of(text, *draw(st.lists(made, max_size=4)))


@given(analyses())
def test_segments_cover_the_text_once_and_in_order(analysis):
    cut = segments(analysis)
    assert "".join(analysis.report.text[one.start : one.end] for one in cut) == analysis.report.text


@given(analyses())
def test_every_mark_is_opened_once_closed_once_and_shown_on_all_its_characters(analysis):
    cut = segments(analysis)
    for mark in marks(analysis):
        assert [one.start for one in cut if mark in one.opened] == [mark.start]
        assert [one.end for one in cut if mark in one.closed] == [mark.end]
        assert sum(one.end - one.start for one in cut if mark in one.marks) == mark.end - mark.start


def test_a_span_that_serves_two_attributions_is_one_mark():
    text = "He said yes and denied no."
    he = at(text, "He")
    found = marks(analysis_of(text, attribution("a", he, at(text, "said")), attribution("b", he, at(text, "denied"))))
    assert [(mark.role, mark.numbers) for mark in found if mark.role is Role.SOURCE] == [(Role.SOURCE, (1, 2))]


@pytest.mark.parametrize(
    ("phrase", "descriptor", "label"),
    [
        (
            "Two officials familiar with the plan",
            "familiar with the plan",
            "two unnamed officials “familiar with the plan”",
        ),
        ("a senior official", None, "an unnamed senior official"),
        ("a lawyer,", None, "an unnamed lawyer"),
        ("One of the officials", None, "One of the officials (unnamed)"),
        ("another source", None, "another unnamed source"),
        ("at least three people", None, "at least three unnamed people"),
        ("she", None, "she (unnamed)"),
        ("an aide who\nasked not to be named", "not to be named", "an unnamed aide who asked “not to be named”"),
        ("people close to him", "people close to him", "people close to him (unnamed)"),
    ],
)
def test_an_unnamed_source_is_said_to_be_unnamed(phrase, descriptor, label):
    one = attribution("a", ((0, len(phrase)),), unnamed=True, descriptor=descriptor)
    assert source_label(phrase, one) == label


def test_entries_say_who_through_whom_and_within_what():
    shown = entries(sample())
    assert shown[0].chain == ("report", "Baltika Wire", "two unnamed officials “familiar with the plan”")
    assert shown[1].standing is Standing.UNATTRIBUTED
    assert shown[1].chain == ("report", "unattributed")
    assert (shown[6].depth, shown[6].within, shown[6].same_source) == (1, 6, 1)
    assert shown[2].content == "“We decided nothing,” … “Not yet.”"
    assert shown[2].occasion == "on Tuesday"


def test_a_saying_inside_another_came_through_that_one_s_source():
    text = "CNN said aides said Ferrand had said no."
    outer = attribution("a", at(text, "CNN"), kind=Kind.OUTLET, via=("Reuters",))
    middle = attribution("b", at(text, "aides"), within="a", unnamed=True)
    inner = attribution("c", at(text, "Ferrand"), within="b")
    shown = entries(analysis_of(text, outer, middle, inner))
    assert shown[2].chain == ("report", "Reuters", "CNN", "aides (unnamed)", "Ferrand")
    assert shown[2].depth == 2


def test_the_hands_that_an_attribution_names_are_the_whole_way():
    text = "CNN said aides said Ferrand had said no."
    outer = attribution("a", at(text, "CNN"), kind=Kind.OUTLET)
    inner = attribution("b", at(text, "aides"), within="a", via=("CNN",))
    assert entries(analysis_of(text, outer, inner))[1].chain == ("report", "CNN", "aides")


def test_attributions_that_enclose_one_another_in_a_circle_do_not_hang():
    shown = entries(analysis_of("x", attribution("a", within="b"), attribution("b", within="a")))
    assert [entry.depth for entry in shown] == [1, 1]


@given(st.text(st.characters(codec=None)))
def test_nothing_that_is_shown_can_steer_a_screen(text):
    shown = visible(text)
    shown.encode()  # no lone surrogate
    assert not any((ord(c) < 0x20 and c not in "\t\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066" for c in shown)


def test_a_line_is_one_line_and_not_longer_than_asked():
    assert line(" two\r\n lines\x1b[31m ") == "two lines␛[31m"
    assert line("a" * 50, 10) == "a" * 9 + "…"
