import re

import pytest
from hypothesis import given

from firsthand.export.brat import CONFIG, ann, text
from firsthand.plover import MODES
from tests.export.samples import TEXT, analysis_of, at, attribution, busy, sample
from tests.export.test_view import analyses

ANNOTATION = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.DOTALL)


def annotations(written):
    """Return what an annotation file says: (type, fragments, text) by id."""
    found = {}
    for one in written.split("\n"):
        if match := ANNOTATION.fullmatch(one):
            fragments = [tuple(map(int, pair.split())) for pair in match[3].split(";")]
            found[match[1]] = (match[2], fragments, match[4])
    return found


def test_annotations_are_what_stands_at_their_offsets():
    found = annotations(ann(sample()))
    assert found["T1"] == (
        "Source",
        [at(TEXT, "Two officials familiar with the plan")[0]],
        "Two officials familiar with the plan",
    )
    for _, fragments, shown in found.values():
        assert " ".join(TEXT[start:end] for start, end in fragments) == shown


def test_a_content_in_pieces_and_over_lines_is_one_annotation_with_a_fragment_for_each():
    denied = next(one for one in annotations(ann(sample())).values() if one[2].startswith("“We"))
    assert denied[2] == "“We decided nothing,” “Not yet.”"
    assert len(denied[1]) == 3


def test_links_and_facts_are_relations_and_attributes():
    written = ann(sample()).splitlines()
    found = annotations("\n".join(written))
    by_text = {(kind, shown): id for id, (kind, _, shown) in found.items()}
    said, officials = by_text["Cue", "said"], by_text["Source", "Two officials familiar with the plan"]
    bare = {one.partition("\t")[2] for one in written}
    assert f"SaidBy Arg1:{said} Arg2:{officials}" in bare
    assert f"Says Arg1:{said} Arg2:{by_text['Content', 'the crossing would reopen']}" in bare
    assert f"Stance {by_text['Cue', 'denied']} denies" in bare
    assert f"Unnamed {officials}" in bare
    assert f"Kind {by_text['Source', 'The Northern Courier']} outlet" in bare
    outer = by_text["Content", 'that three diplomats had said Tarsia would pay <b>"half"</b> & more']
    assert f"Within Arg1:{by_text['Cue', 'had said']} Arg2:{outer}" in bare
    assert f"SameSource Arg1:{by_text['Source', 'three diplomats']} Arg2:{officials}" in bare


def test_an_attribution_without_cue_still_ties_content_to_source():
    written = ann(analysis_of("Ferrand: never.", attribution("a", ((0, 7),), (), ((9, 14),))))
    assert "SaidBy Arg1:T2 Arg2:T1" in written
    assert "Stance T2 asserts" in written


@pytest.mark.parametrize("analysis", [sample(), busy()], ids=["sample", "busy"])
def test_every_type_that_is_written_is_declared(analysis):
    for one in ann(analysis).splitlines():
        kind = re.split("[ :]", one.split("\t")[1])[0]
        assert re.search(rf"^{kind}\b", CONFIG, re.MULTILINE)


def read_events(written):
    """Return what an annotation file says of events: by id the type, the words of trigger and roles, the attributes."""
    words = {id: (kind, shown) for id, (kind, _, shown) in annotations(written).items()}
    found = {}
    for one in written.splitlines():
        id, body = one.split("\t")[:2]
        if id.startswith("E"):
            (type, trigger), *roles = [part.split(":") for part in body.split()]
            assert words[trigger][0] == type
            found[id] = {"type": type, "trigger": words[trigger][1]} | {role: words[t] for role, t in roles}
        elif id.startswith("A") and body.split()[1] in found:
            name, event, value = body.split()
            found[event][name] = value
    return list(found.values())


def test_events_are_read_back_with_their_roles_and_attributes():
    events = read_events(ann(busy()))
    assert events[0] == {
        "type": "ACCUSE",
        "trigger": "accused",
        "Actor": ("Party", "President Kessia Orrin"),
        "Recipient": ("Party", "Tarsia"),
        "When": ("Time", "Sunday"),
        "Factuality": "occurred",
        "Mode": "disapprove",
    }
    assert events[1]["Recipient2"] == ("Party", "its <b>ports</b>")
    assert (events[2]["Place"], events[2]["Factuality"]) == (("Place", "Calder"), "denied")
    assert "Mode" not in events[3]


def test_events_keep_to_the_configuration():
    declared = dict(re.findall(r"^([A-Z]+)\t(.*)$", CONFIG, re.MULTILINE))
    assert list(declared) == list(MODES)
    roles = dict(re.findall(r"(\w+)[*?]:(\w+)", declared["ACCUSE"]))
    modes = re.search(r"^Mode\tArg:<EVENT>, Value:(.*)$", CONFIG, re.MULTILINE)[1].split("|")
    for one in read_events(ann(busy())):
        for role, value in one.items():
            if isinstance(value, tuple):
                assert roles[role.rstrip("23456789")] == value[0]
        assert one.get("Mode", "visit") in modes


def test_what_events_share_is_annotated_once():
    spans = [(kind, tuple(where)) for kind, where, _ in annotations(ann(busy())).values() if kind in ("Party", "Time")]
    assert len(spans) == len(set(spans))


@given(analyses())
def test_on_any_text_every_line_is_whole_and_offsets_hold(analysis):
    written, shown = ann(analysis), text(analysis)
    written.encode()
    assert len(shown) == len(analysis.report.text)
    assert written.splitlines() == written.split("\n")[:-1]
    for _, fragments, words in annotations(written).values():
        assert " ".join(shown[start:end] for start, end in fragments) == words
