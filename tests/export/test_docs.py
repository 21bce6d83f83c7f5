"""docs/events.md says what the exports do, and shows what the shipped model finds."""

import re
import runpy
from pathlib import Path

import pytest

import firsthand
from firsthand.export.plover import records
from firsthand.plover import MODES
from firsthand.types import Factuality
from tests.export.samples import busy

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "events.md").read_text(encoding="utf-8")
MODELS = Path(firsthand.__file__).parent / "models"

needs_model = pytest.mark.skipif(not any(MODELS.rglob("*.onnx")), reason="no model yet")


@pytest.fixture(scope="module")
def made():
    return runpy.run_path(str(DOCS / "make_events.py"))


def rows(heading):
    """Return the first cells of the table below a heading."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [
        cell for row in re.findall(r"^\| (.*?) \|", section, re.MULTILINE)[1:] for cell in re.findall(r"`(\w+)`", row)
    ]


def test_every_type_has_its_section():
    assert re.findall(r"^### ([A-Z]+)$", PAGE, re.MULTILINE) == list(MODES)


def test_every_factuality_is_explained():
    assert rows("How sure") == list(Factuality)


def test_every_field_of_a_record_is_explained():
    record = next(records(busy()))
    party = list(record["actor"][0])
    assert set(rows("PLOVER JSON")) == {*record, *party}


@needs_model
def test_the_page_is_what_the_model_finds(made):
    assert made["render"]() == PAGE, "run: python docs/make_events.py"


@needs_model
def test_the_example_of_a_type_is_of_that_type(made):
    missed = made["missed"](PAGE)
    if missed == list(MODES):
        pytest.skip("the model finds no events yet")
    assert missed == []
