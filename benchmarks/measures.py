"""What is measured, and how far it should come.

A measure is either a share of gold in per cent (a floor holds it, raised as the model gets better) or a cost that must
stay under a limit. Targets and limits are decisions; floors are what was reached.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import events, gold, names
from benchmarks.gum import found_in_dev
from benchmarks.running import Analysis, analyse, read_lines, score, write_lines
from firsthand.names import SAME, compare

TARGETS = {
    "polnear top level / linked lenient F1": 75.0,
    "polnear top level / linked strict F1": 62.0,
    "polnear top level / span exact source F1": 83.0,
    "polnear top level / span exact cue F1": 75.0,
    "polnear top level / span exact content F1": 72.0,
    "reports / attribution recall": 90.0,
    "reports / via": 85.0,
    "reports / within": 75.0,
    "reports / kind": 90.0,
    "reports / unnamed": 95.0,
    "reports / count": 85.0,
    "reports / stance": 88.0,
    "reports / form": 95.0,
    "reports / actor of source": 88.0,
    "reports / actor found": 95.0,
    "reports / actor country": 90.0,
    "reports / actor role": 85.0,
    "reports / event recall": 80.0,
    "reports / event precision": 65.0,
    "reports / event actor": 85.0,
    "reports / event recipient": 80.0,
    "reports / event factuality": 85.0,
    "reports / event dated": 85.0,
    "reports / event asserted by": 85.0,
    "reports / state": 100.0,
    "names / F1 at the best threshold": 79.0,
    "plover / type macro-F1, held out": 78.0,
    "factuality / certainty, 100 r": 75.0,
}
REPORT_FIELDS = {
    "attribution recall": "attribution recall",
    "attribution precision": "attribution precision",
    "via": "chain (via) exact, of all with a chain",
    "within": "nesting (within), of all nested",
    "kind": "kind",
    "unnamed": "unnamed",
    "count": "count of unnamed sources",
    "stance": "stance",
    "form": "form",
    "actor of source": "source resolved to actor",
    "actor found": "actor found",
    "actor country": "actor country",
    "actor role": "actor role",
    "attribution dated": "attribution dated",
    "event recall": "event recall (trigger and type)",
    "event precision": "event precision",
    "event actor": "event actor",
    "event recipient": "event recipient",
    "event factuality": "event factuality",
    "event dated": "event dated",
    "event asserted by": "event asserted by the right attribution",
    "state": "state found",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A share in per cent, and how many gold items it is taken over."""

    share: float
    of: int


def polnear() -> dict[str, Value]:
    """PolNeAR dev, for all attributions and for those that stand in no other one.

    PolNeAR does not annotate what lies inside a content: there, a right nested attribution counts as a wrong one.
    """
    [path] = gold.files("polnear")
    golds = read_lines(path)
    analyses = analyse(golds)
    values: dict[str, Value] = {}
    for name, keep in (("all", lambda _: True), ("top level", lambda a: a.get("within") is None)):
        values |= {f"polnear {name} / {key}": v for key, v in _polnear(path, analyses, keep).items()}
    return values


def _polnear(path: Path, analyses: dict[str, Analysis], keep: Callable[[dict[str, Any]], bool]) -> dict[str, Value]:
    with tempfile.TemporaryDirectory() as folder:
        guesses = Path(folder) / "guesses.jsonl"
        write_lines(guesses, ({**a, "attributions": list(filter(keep, a["attributions"]))} for a in analyses.values()))
        scores = score("score_attribution.py", path, guesses)
    rows = {"linked lenient F1": "lenient all", "linked strict F1": "strict all"}
    rows |= {f"span exact {role} F1": f"span {role}" for role in ("source", "cue", "content")}
    return {name: Value(scores[key]["F1"], scores[key]["gold"]) for name, key in rows.items()}


def gum() -> dict[str, Value]:
    """GUM dev: the share of attributions found, overall, nested, and in genres that report."""
    tallies = found_in_dev()
    return {
        f"gum / found, {name}": Value(tallies[name].share, tallies[name].of)
        for name in ("all", "nested", "reporting genres")
    }


def reports() -> dict[str, Value]:
    """The hand-made gold of whole reports and stories, summed over all of them."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for expected, documents in _cases():
        for key, row in _score_case(expected, documents).items():
            right[key] += row["right"]
            of[key] += row["of"]
    return {
        f"reports / {name}": Value(100 * right[key] / of[key] if of[key] else 0.0, of[key])
        for name, key in REPORT_FIELDS.items()
    }


def compared_names() -> dict[str, Value]:
    """Labelled pairs of names: F1 at the best threshold, and at the one that is used."""
    scored = [(compare(case.one, case.other, case.kind).score, case.same) for case in names.cases()]
    best, used = names.best(scored), names.at(SAME, scored)
    return {
        "names / F1 at the best threshold": Value(100 * best.f1, len(scored)),
        "names / F1 at the threshold used": Value(100 * used.f1, len(scored)),
    }


def event_types() -> dict[str, Value]:
    """PLOVER's root on sentences held out of training; see ``benchmarks.events``."""
    figures, of = events.types(gold.shared())
    return {"plover / type macro-F1, held out": Value(figures["type macro-F1"], of)}


def certainty() -> dict[str, Value]:
    """How far the certainty of words goes along with what annotators said; see ``benchmarks.events``."""
    figures, of = events.certainty(gold.shared())
    return {"factuality / certainty, 100 r": Value(100 * figures["certainty r"], of)}


def _cases() -> list[tuple[Path, list[dict[str, Any]]]]:
    """Each gold file or story folder with the reports that belong to it."""
    cases = []
    for path in gold.files("reports"):
        if path.name.endswith(".gold.json"):
            cases.append((path, [json.loads(path.read_text(encoding="utf-8"))]))
    for path in gold.files("stories"):
        if path.name == "gold.json":
            found = sorted((path.parent / "reports").glob("*.json"))
            cases.append((path.parent, [json.loads(p.read_text(encoding="utf-8")) for p in found]))
    return cases


def _score_case(expected: Path, documents: list[dict[str, Any]]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        for key, analysis in analyse(documents).items():
            Path(folder, f"{key}.json").write_text(json.dumps(analysis), encoding="utf-8")
        got = Path(folder) if expected.is_dir() else Path(folder) / f"{documents[0]['id']}.json"
        return score("score_report.py", expected, got)


# By corpora whose gold a measure rests on.
MEASURES: dict[tuple[str, ...], Callable[[], dict[str, Value]]] = {
    ("polnear",): polnear,
    ("gum",): gum,
    ("reports", "stories"): reports,
    ("names",): compared_names,
    ("plover",): event_types,
    ("factuality",): certainty,
}
