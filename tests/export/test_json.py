import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_events_alone_have_head_line_actors_states_and_times():
    plain = json.loads(dumps_events(busy()))
    assert list(plain) == [*CONTRACT[:8], "events", "actors", "states", "times", "model"]
    whole = json.loads(dumps(busy()))
    assert [{k: v for k, v in one.items() if k != "line"} for one in plain["events"]] == whole["events"]
    assert (plain["states"], plain["times"]) == (whole["states"], whole["times"])
    assert {one["id"] for one in plain["actors"]} == {"kessia-orrin", "tarsia", "velmora", "p5"}


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
