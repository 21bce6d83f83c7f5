"""The lexicons: what is generated is current, loads fast, and answers."""

import importlib.util
import time
from pathlib import Path

import pytest

from firsthand import lexicon

ROOT = Path(__file__).resolve().parent.parent


def script():
    spec = importlib.util.spec_from_file_location("build_lexicon", ROOT / "scripts" / "build_lexicon.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_files_are_current():
    for name, text in script().build().items():
        assert (ROOT / "src/firsthand/data" / name).read_text(encoding="utf-8") == text, (
            f"run scripts/build_lexicon.py: {name}"
        )


def best_time(*loaders):
    best = 1.0
    for _ in range(3):
        began = time.perf_counter()
        for load in loaders:
            load.__wrapped__()
        best = min(best, time.perf_counter() - began)
    return best


def test_all_lexicons_load_quickly():
    assert best_time(lexicon.cues, lexicon.sources, lexicon.outlets) < 0.02
    assert best_time(lexicon.countries, lexicon.institutions, lexicon.roles) < 0.015


@pytest.mark.parametrize(
    ("word", "base"),
    [("told", "tell"), ("brushed", "brush"), ("denies", "deny"), ("citing", "cite"), ("ferry", "ferry")],
)
def test_lemma(word, base):
    assert lexicon.lemma(word) == base


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("NYT", "The New York Times"),
        ("the Guardian", "The Guardian"),
        ("reuters.com", "Reuters"),
        ("Baltika Wire", None),
    ],
)
def test_outlet(name, known):
    assert lexicon.outlet(name) == known


def test_phrase_in_takes_the_longest():
    phrases = frozenset(("call", "call for"))
    assert lexicon.phrase_in(["they", "call", "for", "calm"], phrases) == "call for"
    assert lexicon.phrase_in(["they", "call"], phrases) == "call"
    assert lexicon.phrase_in(["they", "wait", "for"], phrases) is None


@pytest.mark.parametrize(
    ("noun", "many"), [("officials", True), ("people", True), ("spokesman", False), ("bus", False)]
)
def test_is_plural(noun, many):
    assert lexicon.is_plural(noun) is many


@pytest.mark.parametrize("verb", [("deny", ["denies", "denied", "denying"]), ("urge", ["urges", "urged", "urging"])])
def test_inflections(verb):
    assert script().inflections(verb[0]) == verb[1]


@pytest.mark.parametrize("line", [True, 444, None, ["a"]])
def test_a_line_that_yaml_reads_as_something_else_is_named(line):
    with pytest.raises(ValueError, match="not a word"):
        script().entry(line)


def test_an_outlet_row_needs_its_three_parts():
    with pytest.raises(ValueError, match="'AP'"):
        script().outlet_rows(["AP"])
