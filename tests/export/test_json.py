import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from firsthand.export.json import dumps, dumps_events, to_dict
from tests.export.samples import TEXT, analysis_of, attribution, busy, sample

CONTRACT = [
    *("schema", "id", "url", "outlet", "title", "byline", "published", "language", "text"),
    *("attributions", "actors", "events", "states", "times"),
]
ATTRIBUTION = [
    *("id", "source", "cue", "content", "kind", "unnamed", "count", "descriptor", "form", "stance"),
    *("via", "within", "actor", "occasion", "when", "score"),
]


def test_keys_are_the_contract_s_and_in_its_order():
    plain = json.loads(dumps(sample()))
    assert list(plain) == [*CONTRACT, "metadata", "dateline", "hands", "warnings", "model"]
    assert list(plain["attributions"][0]) == [*ATTRIBUTION, "same_source", "reasons"]
    assert plain["schema"] == "firsthand/1"
    assert [plain[key] for key in ("actors", "events", "states", "times")] == [[], [], [], []]


def test_values_are_plain():
    plain = json.loads(dumps(sample()))
    first, unattributed = plain["attributions"][:2]
    assert [plain["text"][s:e] for s, e in first["source"]] == ["Two officials familiar with the plan"]
    assert (first["kind"], first["form"], first["stance"], first["via"]) == (
        "person",
        "indirect",
        "asserts",
        ["Baltika Wire"],
    )
    assert first["reasons"]["unnamed"]["rule"] == "no-name"
    assert (unattributed["source"], unattributed["kind"], unattributed["within"]) == ([], None, None)
    assert plain["attributions"][2]["occasion"] == [185, 195]
    assert plain["hands"][0]["name"] == "Baltika Wire"
    assert plain["text"] == TEXT


def test_events_alone_have_all_but_the_text():
    plain, whole = json.loads(dumps_events(busy())), json.loads(dumps(busy()))
    assert list(plain) == [key for key in CONTRACT if key != "text"] + ["model"]
    ours = {"words", "line"}
    assert [{k: v for k, v in one.items() if k not in ours} for one in plain["events"]] == whole["events"]
    assert (plain["states"], plain["times"]) == (whole["states"], whole["times"])
    assert {one["id"] for one in plain["actors"]} == {
        *("kessia-orrin", "tarsia", "velmora", "p5"),
        "luca-ferrand",
        "p4",
    }


def test_events_alone_can_be_read_without_the_text():
    plain = json.loads(dumps_events(busy()))
    assert plain["events"][1]["words"] == "put sanctions"
    assert plain["events"][1]["line"].endswith("says Luca Ferrand, say two unnamed diplomats")
    told = {one["id"]: one for one in plain["attributions"]}
    assert list(told) == ["a1", "a2", "a3"]
    inner = told[plain["events"][1]["asserted_by"]]
    assert (inner["source_words"], inner["cue_words"], inner["actor"]) == ("Luca Ferrand", "has said", "luca-ferrand")
    assert told[inner["within"]]["source_words"] == "Two diplomats"


def test_whatever_events_alone_point_at_is_there_and_no_other_attribution():
    made = busy()
    other = attribution("a9", cue=((0, 2),), within="a8"), attribution("a8", within="a9")
    office, state = made.states
    states = (office, replace(state, evidence=("e4", "a9")))
    with_both = replace(made, attributions=(*made.attributions, *other), events=made.events[3:], states=states)
    plain = json.loads(dumps_events(with_both))
    ids = {one["id"] for key in ("attributions", "actors", "events") for one in plain[key]}
    assert [one["id"] for one in plain["attributions"]] == ["a9", "a8"]
    assert {id_ for one in plain["states"] for id_ in one["evidence"]} <= ids
    assert {one["within"] for one in plain["attributions"]} <= ids


@pytest.mark.parametrize("indent", [None, 2])
def test_it_is_one_object_on_one_line_unless_indented(indent):
    written = dumps(sample(), indent=indent)
    assert ("\n" in written) == bool(indent)
    assert json.loads(written) == to_dict(sample())


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back_character_for_character_and_harmless(text):
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")  # a whole pair is one character
    written = dumps(analysis_of(text, attribution("a", descriptor=text)))
    written.encode()  # no lone surrogate is left
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u202e\u2066" for c in written)
    back = json.loads(written)
    assert back["text"] == text
    assert back["attributions"][0]["descriptor"] == text


def test_lone_surrogates_are_escaped():
    assert '"text": "a\\ud800b"' in dumps(analysis_of("a\ud800b"))
