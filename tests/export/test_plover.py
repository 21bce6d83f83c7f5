import json
import re

import pytest
from msgspec.structs import replace

from firsthand.export.cameo import cameo
from firsthand.export.plover import SCALES, dumps_plover
from firsthand.plover import CONTEXTS, MODES
from firsthand.types import Dateline
from tests.export.samples import BUSY, analysis_of, at, busy, event

KINDS = [(type, mode) for type, modes in MODES.items() for mode in (None, *modes)]


def read(analysis):
    return [json.loads(line) for line in dumps_plover(analysis).splitlines()]


def test_a_record_has_plover_s_fields_and_ours():
    first, second, *_ = read(busy())
    assert (first["id"], first["date"], first["enddate"], first["date_of"]) == (
        "sample/e1", "2031-09-14", None, "event",
    )  # fmt: skip
    assert first["actor"] == [
        {
            "actor_text": "President Kessia Orrin",
            "identifier_id": "kessia-orrin",
            "identifier_text": "Kessia Orrin",
            "code": "VEL",
            "sector": "GOV",
        }
    ]
    assert [one["identifier_text"] for one in second["recipient"]] == ["Tarsia", "its <b>ports</b>"]
    assert (second["event"], second["mode"], second["context"]) == (
        ["SANCTION"], ["discontinue", "hypothetical"], ["economic"],
    )  # fmt: skip
    assert (second["quad_code"], second["event_scale"], second["cameo"]) == (4, -6.0, ["1621", "163"])
    assert (second["factuality"], second["certainty"]) == ("possible", 0.5)
    assert second["asserted_by"] == "says Luca Ferrand, say two unnamed diplomats"
    assert first["asserted_by"] is None
    assert first["publisher"] == first["cite_info"]["publication"] == "Calder Morning Ledger"
    assert (first["cite_info"]["url"], first["cite_info"]["language"]) == ("https://example.org/news/2", "en")


def test_the_text_is_the_sentence_and_stands_at_its_offsets():
    for record in read(busy()):
        assert (
            BUSY[record["text_info"]["start"] : record["text_info"]["end"]] == record["text"] == record["text"].strip()
        )
        assert all(words in record["text"] for words in record["event_text"])
    assert read(busy())[0]["text"] == "On Sunday President Kessia Orrin accused Tarsia of stalling."


def test_a_date_says_whose_it_is():
    dates = [(one["date"], one["enddate"], one["date_of"]) for one in read(busy())]
    assert dates == [
        ("2031-09-14", None, "event"),
        ("2031-09-22", "2031-09-28", "event"),
        ("2031-09-17", None, "published"),
        ("2029-01-01", "2029-12-31", "event"),
        ("2031-08-01", "2031-08-31", "event"),
        ("2031-09-17", None, "published"),
    ]


@pytest.mark.parametrize(
    ("published", "written", "told"),
    [
        ("2031-09-17T23:30:00+02:00", None, ("2031-09-17", "published")),
        ("2031-09-17", "Sept. 16, 2031", ("2031-09-17", "published")),
        ("March 3, 2031", "March 2, 2031", ("2031-03-02", "dateline")),
        ("March 3, 2031", None, (None, None)),
        (None, "March 2, 2031", ("2031-03-02", "dateline")),
        (None, "March 2", (None, None)),
        (None, None, (None, None)),
    ],
)
def test_the_day_of_the_report_stands_in_for_an_event_s_own(published, written, told):
    line = Dateline((0, 2), "Calder", written) if written else None
    record = read(replace(busy(), report=replace(busy().report, published=published, dateline=line)))[2]
    assert (record["date"], record["date_of"]) == told
    assert record["enddate"] is None
    assert record["published"] == published


def test_a_place_has_its_country():
    assert read(busy())[2]["event_loc"] == {"name": "Calder", "cc3": "VEL", "latitude": None, "longitude": None}


def test_a_report_without_events_has_no_records():
    assert dumps_plover(analysis_of("It rained.")) == ""


def test_a_hostile_report_stays_on_its_lines():
    text = "He\u2028 fired\x1b[31m\n\x85 at \ud800."
    made = replace(analysis_of(text, outlet="a\u202eb"), events=(event("e1", at(text, "fired"), "ASSAULT"),))
    written = dumps_plover(made)
    assert len(written.splitlines()) == 1
    assert not set(written) & set("\x1b\x85\u2028\u202e\ud800")


@pytest.mark.parametrize(("type", "mode"), KINDS)
def test_every_type_and_mode_has_cameo_codes_with_and_without_context(type, mode):
    for contexts in ((), *((context,) for context in CONTEXTS), CONTEXTS):
        codes = cameo(type, mode, contexts)
        assert codes
        assert all(re.fullmatch(r"(0[3-9]|1\d|20)\d\d?", code) for code in codes)
    assert type in SCALES


@pytest.mark.parametrize(
    ("type", "mode", "contexts", "codes"),
    [
        ("CONSULT", "visit", (), ("042",)),
        ("CONSULT", None, ("military", "diplomatic"), ("045", "046")),
        ("ACCUSE", "allege", ("legal",), ("1125", "115")),
        ("ACCUSE", "allege", ("legal", "military"), ("1124",)),
        ("REQUEST", "meet", ("health",), ("106", "107", "108")),
        ("RETREAT", None, ("economic",), ("085",)),
        ("ASSAULT", "aerial", ("military",), ("195",)),
        ("FIGHT", None, (), ()),
    ],
)
def test_codes_follow_the_crosswalk(type, mode, contexts, codes):
    assert cameo(type, mode, contexts) == codes
