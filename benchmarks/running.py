"""Runs the installed ``firsthand`` command, as a user would, and the scorers that lie beside the gold."""

import json
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks import gold

Analysis = dict[str, Any]


class BenchmarkError(Exception):
    """A benchmark can't be run; the message says why in one line."""


def command() -> Path:
    """The ``firsthand`` command beside the running Python.

    Raises:
        BenchmarkError: it is not installed there.
    """
    found = Path(sysconfig.get_path("scripts")) / "firsthand"
    if not found.exists():
        raise BenchmarkError(f"{found}: no such command (pip install . first)")
    return found


def run(arguments: list[str | Path]) -> str:
    """Runs a command and returns what it printed.

    Raises:
        BenchmarkError: it failed; the last line that it wrote is the reason.
    """
    done = subprocess.run(arguments, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode:
        reason = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise BenchmarkError(f"{arguments[0]} ended with {done.returncode}: {reason}")
    return done.stdout


def analyse(reports: Iterable[dict[str, Any]]) -> dict[str, Analysis]:
    """Reads reports with ``firsthand read --jsonl`` in one batch.

    Args:
        reports: objects with the report keys of the data contract; keys of gold are not passed on.

    Returns:
        The analyses by the reports' ids, each with ``text`` and ``attributions`` at its top.

    Raises:
        BenchmarkError: the command failed, or a report did not come back with its own text.
    """
    keys = ("id", "url", "outlet", "title", "byline", "published", "text")
    given = {r["id"]: {k: r[k] for k in keys if k in r} for r in reports}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        write_lines(path, given.values())
        lines = run([command(), "read", path, "--jsonl"]).split("\n")
    analyses = [_flat(json.loads(line)) for line in lines if line.strip()]
    texts = {a["id"]: a["text"] for a in analyses}
    wrong = sorted(key for key, report in given.items() if texts.get(key) != report["text"])
    if wrong:
        raise BenchmarkError(f"{wrong[0]}: did not come back with its own text ({len(wrong)} of {len(given)})")
    return {a["id"]: a for a in analyses}


def _flat(analysis: Analysis) -> Analysis:
    """An analysis with its report's keys at the top."""
    return {**analysis.get("report", {}), **{k: v for k, v in analysis.items() if k != "report"}}


def score(scorer: str, expected: Path, got: Path) -> dict[str, Any]:
    """Runs a scorer of the shared folder and returns its figures.

    Raises:
        BenchmarkError: the scorer failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "scores.json"
        run([sys.executable, gold.shared() / "bench" / scorer, expected, got, "--json", out])
        scores: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return scores


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Reads a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Writes a JSONL file."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
