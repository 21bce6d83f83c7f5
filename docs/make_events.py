"""Writes docs/events.md from docs/events.md.j2 with the shipped model: ``python docs/make_events.py``.

Each example sentence is read as a report of its own. Sentences in which the model does not find what their section is
about are named on standard error; the page shows what it finds.
"""

import json
import re
import sys
from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from firsthand import Firsthand
from firsthand.export.events import deeds
from firsthand.export.plover import SCALES, records
from firsthand.export.timeline import sanctions
from firsthand.plover import MODES
from firsthand.types import Analysis, Report

PAGE = Path(__file__).with_name("events.md")
TEMPLATE = Path(__file__).with_name("events.md.j2")
PUBLISHED = "2031-09-17"
NOTHING = "(no event found)"


def render() -> str:
    """Return the whole page."""
    page = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)  # noqa: S701 - Markdown
    functions = {"about": about, "example": example, "states": states, "record": record}
    return page.from_string(TEMPLATE.read_text(encoding="utf-8")).render(**functions, published=PUBLISHED)


def about(type: str) -> str:
    """Say a type's quad class, scale and modes."""
    quad, scale = SCALES[type]
    modes = f"Modes: {', '.join(MODES[type])}." if MODES[type] else "No modes."
    return f"Quad class {quad}, scale {scale:g}. {modes}"


def example(sentence: str) -> str:
    """Return a sentence with the lines of its events."""
    return _shown(sentence, "text", "\n".join(one.line for one in deeds(read(sentence))) or NOTHING)


def states(sentences: str) -> str:
    """Return some sentences with the sanctions that they tell of."""
    told = [f"{one.name}: {one.text} · {', '.join(one.evidence)}" for one in sanctions(read(sentences))]
    return _shown(sentences, "text", "\n".join(told) or "(none found)")


def record(sentence: str) -> str:
    """Return a sentence with the first of its PLOVER records, indented."""
    found = next(records(read(sentence)), None)
    return _shown(sentence, "json", json.dumps(found, indent=2, ensure_ascii=False) if found else "{}")


@cache
def read(text: str) -> Analysis:
    """Analyse a text as a report of the day."""
    return _reader().read(Report(id="example", text=text, published=PUBLISHED, language="en", outlet="Meridian Post"))


@cache
def _reader() -> Firsthand:
    return Firsthand(threads=1)


def _shown(text: str, language: str, found: str) -> str:
    return f"> {text}\n\n```{language}\n{found}\n```"


def missed(page: str) -> list[str]:
    """Return the types of which the page's own example shows no event."""
    sections = dict(re.findall(r"^### ([A-Z]+)\n(.*?)(?=^##)", page, re.MULTILINE | re.DOTALL))
    return [type for type in MODES if f" · {type}" not in sections[type].partition("```text")[2]]


def main() -> None:
    """Write the page, and say which examples fail."""
    page = render()
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    print(f"wrote {PAGE}")
    if types := missed(page):
        print(f"no such event found in the examples of {', '.join(types)}", file=sys.stderr)


if __name__ == "__main__":
    main()
