from pathlib import Path

import pytest

from training.documents import OWN
from training.markup import read_marked, unmark

HEAD = "# outlet: Meridian Post\n"
FACTS = "kind=person form=indirect stance=asserts"


def write(tmp_path: Path, body: str, facts: str) -> Path:
    path = tmp_path / "x.txt"
    path.write_text(f"{HEAD}{body}\n---\n{facts}\n", encoding="utf-8")
    return path


def test_marks_nest_and_serve_several_attributions():
    text, spans = unmark("{S1,2 He} {C1 said} {X1 that {S3 she} {C3 denied} {X3 it}} and {C2 added} {X2 that}.")
    words = {n: {r: [text[s:e] for s, e in p] for r, p in roles.items()} for n, roles in spans.items()}
    assert words[1] == {"source": ["He"], "cue": ["said"], "content": ["that she denied it"]}
    assert words[2]["source"] == ["He"]
    assert words[3] == {"source": ["she"], "cue": ["denied"], "content": ["it"]}


def test_a_report_is_read_with_its_facts(tmp_path):
    path = write(tmp_path, "{S1 Two aides} {C1 said} {X1 so}.", f'1 {FACTS} unnamed count=2 via="CNN; Reuters"')
    marked = read_marked(path)
    assert marked.meta == {"outlet": "Meridian Post"}
    assert marked.text == "Two aides said so."
    assert (marked.attributions[0]["count"], marked.attributions[0]["via"]) == (2, ["CNN", "Reuters"])


@pytest.mark.parametrize(
    ("body", "facts", "complaint"),
    [
        ("{S1 He {C1 said}.", f"1 {FACTS}", "never closed"),
        ("He} {C1 said}.", f"1 {FACTS}", "closes nothing"),
        ("{S1 He} {C1 said}.", f"2 {FACTS}", "marks without facts"),
        ("{S1 He} says.", f"1 {FACTS}", "no cue"),
        ("{S1 He } {C1 said}.", f"1 {FACTS}", "white space"),
        ("{S1 He} {C1 said}.", f"1 {FACTS} mood=glum", "unknown fact"),
        ("{S1 He} {C1 said}.", f"1 {FACTS} within=7", "within must exist"),
    ],
)
def test_what_breaks_the_format_is_named(tmp_path, body, facts, complaint):
    with pytest.raises(ValueError, match=complaint):
        read_marked(write(tmp_path, body, facts))


def test_all_own_reports_are_sound():
    paths = sorted(OWN.glob("*.txt"))
    assert len(paths) > 200
    for path in paths:
        read_marked(path)
