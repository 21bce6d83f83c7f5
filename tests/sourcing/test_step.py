"""The step as a whole: chains, ties, and what it promises on any input."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.sourcing import source
from firsthand.spans import Quotation
from firsthand.types import Dateline, Hand, HandRole, Kind, Report, Stance
from tests.sourcing.reading import by_id, read

TALKS = """{X1 Envoys met in secret near Lisbon}, {S1 two officials familiar with the talks} {C1 told Baltika Wire}.

{X2 “Nobody walked out,”} {S2 one of the officials} {C2 said}. {S3 He} {C3 added} {X3 that no date was set}.

{S4 A spokeswoman for the ministry, Eva Brandt}, {C4 declined} {X4 to comment}."""


def test_a_chain_from_unnamed_sources_to_the_report():
    found = read(TALKS, outlet="Meridian Post")
    assert [found[n].via for n in (1, 2, 3, 4)] == [("Baltika Wire",)] * 3 + [()]
    assert [found[n].count for n in (1, 2, 3, 4)] == [2, 1, 1, 1]
    assert [found[n].unnamed for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert found[1].descriptor == "familiar with the talks"
    assert by_id(found, found[2].same_source) == 1
    assert by_id(found, found[3].same_source) == 2


def test_the_reports_own_outlet_is_no_hand():
    assert all(a.via == () for a in read(TALKS, outlet="Baltika Wire").values())
    short = read("{S1 Tove Aker} {C1 told Sova} {X1 so}.", outlet="Agency Sova")
    assert short[1].via == ()


def test_citing_puts_the_cited_within_who_cites():
    found = read(
        "{S1 The Northern Courier} {C1 put} {X1,2 the number at 40}, {C2 citing} {S2 two clerks}.", outlet="Tarpress"
    )
    assert by_id(found, found[2].within) == 1
    assert found[2].via == ("Northern Courier",)
    assert found[2].reasons["within"].rule == "cited"


def test_a_chain_of_three():
    found = read(
        "{S1 Channel 9 Halden}, {C2 quoting} {S2 the Northern Courier}, {C1 has said} "
        "{X1,2 that {S3 two officials} {C3 described} {X3 a meeting}}.",
        outlet="Jornal da Ribeira",
    )
    assert found[3].via == ("Channel 9 Halden", "Northern Courier")
    assert by_id(found, found[3].within) == 2


def test_words_inside_words_pass_through_their_speaker():
    found = read("{S1 Marta Lindqvist} {C1 said} {X1 that {S2 the prime minister} {C2 had told her} {X2 to wait}}.")
    assert found[2].via == ("Marta Lindqvist",)
    assert found[2].stance is Stance.ASKS


def test_a_denied_saying_has_no_hand():
    found = read("{S1 Anton Berezh} {C1 denied} {X1 that {S2 the ministry} {C2 had offered} {X2 a deal}}.")
    assert by_id(found, found[2].within) == 1
    assert found[2].via == ()


def test_an_interview_is_an_occasion_and_a_hand():
    text = "{S1,2 Oskar Rehn}, in an interview with Radio Lumen, {C1 said} {X1 it sank} and {C2 promised} {X2 a list}."
    found = read(text, outlet="Kareva Daily")
    plain = text
    for mark in ("{S1,2 ", "{C1 ", "{X1 ", "{C2 ", "{X2 ", "}"):
        plain = plain.replace(mark, "")
    for n in (1, 2):
        assert found[n].via == ("Radio Lumen",)
        assert plain[slice(*found[n].occasion)] == "in an interview with Radio Lumen"


def test_a_credited_agency_is_the_first_hand_of_all():
    wire = Hand(name="Baltika Wire", role=HandRole.CREDIT, kind=Kind.OUTLET)
    found = read("{S1 Tove Aker} {C1 said} {X1 so}.", outlet="Meridian Post", hands=(wire,))
    assert found[1].via == ("Baltika Wire",)
    head = Dateline(span=(0, 0), agency="Baltika Wire")
    assert read("{S1 Tove Aker} {C1 said} {X1 so}.", dateline=head)[1].via == ()


def test_the_diplomat_is_the_person_named_before():
    found = read("{S2 Anton Berezh} {C2 denied} {X2 it}. {X1 “I was not in Lisbon,”} {C1 noted} {S1 the diplomat}.")
    assert (found[1].unnamed, found[1].count, found[1].same_source) == (False, 1, None)
    assert found[1].stance is Stance.DENIES


@pytest.mark.parametrize(
    "marked",
    [
        "{S1 Tove Aker} {C1 told} Baltika Wire {X1 that it sank}.",
        "{S1 Tove Aker} {C1 told Baltika Wire} {X1 that it sank}.",
        "{S1 Tove Aker} {C1 told Baltika Wire that} {X1 it sank}.",
        "{S1 Tove Aker} {C1 also told Baltika Wire} on Monday {X1 it sank}.",
        "{X1 It sank}, {S1 Tove Aker} {C1 told} Baltika Wire.",
    ],
)
def test_borders_may_differ(marked):
    assert read(marked, outlet="Meridian Post")[1].via == ("Baltika Wire",)


@pytest.mark.parametrize(
    "source_text", ["The {S1 two officials briefed on the matter}", "{S1 The two officials briefed on the matter}"]
)
def test_an_article_outside_the_source_changes_nothing(source_text):
    found = read(f"{source_text} {{C1 said}} {{X1 so}}.")
    assert (found[1].kind, found[1].unnamed, found[1].count) == (Kind.PERSON, True, 2)


def test_an_article_outside_still_ties_the_source():
    found = read("{S2 A clerk} {C2 said} {X2 so}. The {S1 clerk} {C1 added} {X1 a date}.")
    assert by_id(found, found[1].same_source) == 2


def test_a_missing_space_after_a_full_stop():
    found = read(
        "{X1 It sank}, {C1 according to} {S1 two clerks} cited by Baltika Wire.{S2 He} {C2 said} {X2 so}.",
        outlet="Tarpress",
    )
    assert found[1].via == ("Baltika Wire",)


def test_ids_follow_the_text_and_every_field_has_its_reason():
    found = read(TALKS, outlet="Meridian Post")
    assert [found[n].id for n in (1, 2, 3, 4)] == ["a1", "a2", "a3", "a4"]
    for a in found.values():
        assert {"kind", "unnamed", "stance", "form"} <= a.reasons.keys()
        assert bool(a.via) <= ("via" in a.reasons)


def test_nothing_comes_of_nothing():
    assert source(Report(id="r", text="No news."), ()) == ()


def test_loops_of_nesting_are_cut():
    made = (
        Quotation(source=((0, 1),), cue=((2, 3),), content=((4, 9),), within=1),
        Quotation(source=((4, 5),), cue=((6, 7),), content=((0, 9),), within=0),
    )
    found = source(Report(id="r", text="A b C d E f"), made)
    assert sum(a.within is not None for a in found) == 1


PIECES = st.text(alphabet=st.sampled_from(list("AaBb “”\"'’.,\n\0é\u0301😀\ud800Reuters told citing")), max_size=120)


@settings(max_examples=150, deadline=None)
@given(PIECES, st.data())
def test_any_text_and_any_spans(text, data):
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda p: (min(p), max(p)))
    spans = st.lists(places, max_size=2).map(lambda s: tuple(sorted(s)))
    cues = st.lists(places, min_size=1, max_size=2).map(lambda s: tuple(sorted(s)))
    size = data.draw(st.integers(0, 4))
    made = tuple(
        Quotation(
            source=data.draw(spans),
            cue=data.draw(cues),
            content=data.draw(spans),
            within=data.draw(st.one_of(st.none(), st.integers(0, size - 1))),
        )
        for _ in range(size)
    )
    found = source(Report(id="r", text=text, outlet="Reuters"), made)
    assert len(found) == size
    outer = {a.id: a.within for a in found}
    for a in found:
        seen = set()
        up = a.within
        while up is not None:
            assert up not in seen
            seen.add(up)
            up = outer[up]


@pytest.mark.parametrize("unit", ["A ", "Aa of ", "told ", "in a ", "“", "a.a", 'A told B, citing D, said. "'])
def test_hostile_text_takes_linear_time(unit):
    def spend(n):
        text = unit * n
        whole = ((0, len(text)),)
        began = time.process_time()
        source(Report(id="r", text=text), (Quotation(source=whole, cue=whole, content=whole),) * 2)
        return time.process_time() - began

    spend(10)
    assert spend(16_000) < 0.2 + 12 * spend(4_000)
