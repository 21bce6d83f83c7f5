"""Reports of our own, read by the model that ships: what is found in them changes only on purpose."""

from pathlib import Path

import pytest

import firsthand
from tests.golden.renew import cases, found

MODELS = Path(firsthand.__file__).parent / "models"

pytestmark = pytest.mark.skipif(not any(MODELS.rglob("*.onnx")), reason="no model yet")


@pytest.fixture(scope="module")
def reader():
    return firsthand.Firsthand(threads=1)


@pytest.mark.parametrize(("report", "kept"), cases(), ids=lambda path: path.name)
def test_what_is_found_is_what_was_found(reader, report, kept):
    assert found(reader.read(report)) == kept.read_text(encoding="utf-8"), "run: python tests/golden/renew.py"


@pytest.mark.parametrize(("report", "kept"), cases(), ids=lambda path: path.name)
def test_every_span_is_in_the_text_and_not_empty(reader, report, kept):
    analysis = reader.read(report)
    ids = [one.id for one in analysis.attributions]
    assert len(set(ids)) == len(ids) > 0
    for one in analysis.attributions:
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(analysis.report.text)
            assert analysis.report.text[start:end].strip()
        assert {one.within, one.same_source} <= {None, *ids}
    actors = {one.id for one in analysis.actors}
    for one in analysis.events:
        assert all(analysis.report.text[start:end].strip() for start, end in one.trigger)
        assert {*one.actor, *one.recipient} <= actors
        assert one.asserted_by in (None, *ids)
