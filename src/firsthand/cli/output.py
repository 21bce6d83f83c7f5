"""Where analyses are written, and as what."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Protocol, TypeAlias

from firsthand.errors import InputError
from firsthand.types import Analysis


class Format(StrEnum):
    """What an analysis is written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"
    BRAT = "brat"
    WHO = "who"
    WHO_JSON = "who-json"
    WHO_JSONL = "who-jsonl"
    EVENTS = "events"
    EVENTS_JSON = "events-json"
    EVENTS_JSONL = "events-jsonl"
    EVENTS_PLOVER = "events-plover"

    @property
    def option(self) -> str:
        """What asks for it on the command line (``--json``)."""
        return f"--{self.rpartition('-')[2]}"


PROSE = (Format.TEXT, Format.WHO, Format.EVENTS)  # for people to read
SINGLE = (Format.JSON, Format.HTML, Format.WHO_JSON, Format.EVENTS_JSON)  # of one report each
LINES = (Format.JSONL, Format.WHO_JSONL, Format.EVENTS_JSONL, Format.EVENTS_PLOVER)  # any number in one file

Files: TypeAlias = dict[str, str]
"""What one analysis becomes: file contents by suffix."""


class Writer(Protocol):
    """Takes analyses one by one."""

    def write(self, analysis: Analysis) -> None:
        """Write one more."""

    def close(self) -> None:
        """Finish what must be finished."""


@dataclass(slots=True)
class Stream:
    """Writes any number of analyses one after the other into one stream."""

    file: IO[str]
    render: Callable[[Analysis], str]
    owned: bool = False

    def write(self, analysis: Analysis) -> None:
        """Write at once, so that a reader at the other end of a pipe sees each when it is done."""
        self.file.write(self.render(analysis))
        self.file.flush()

    def close(self) -> None:
        """Close the file, unless it is standard output."""
        if self.owned:
            self.file.close()


@dataclass(slots=True)
class Terminal:
    """Shows any number of analyses on a terminal or in a pipe."""

    file: IO[str]
    colour: bool | None
    format: Format
    shown: int = 0

    def write(self, analysis: Analysis) -> None:
        """Show one, set off from the one before."""
        self.file.write("\n\n" if self.shown else "")
        _prose(self.format, analysis, self.file, self.colour)
        self.file.flush()
        self.shown += 1

    def close(self) -> None:
        """Nothing is left to do."""


@dataclass(slots=True)
class Single:
    """Writes exactly one analysis; it is held back until it is clear that no second comes."""

    put: Callable[[str], object]
    render: Callable[[Analysis], str]
    held: Analysis | None = None

    def write(self, analysis: Analysis) -> None:
        """Hold the analysis back.

        Raises:
            InputError: it is the second.
        """
        if self.held:
            raise InputError("more than one report for one output", "use --jsonl, or --output with a folder")
        self.held = analysis

    def close(self) -> None:
        """Write it."""
        if self.held:
            self.put(self.render(self.held))


class Folder:
    """Writes the files of each analysis into a folder, named by the report's id."""

    def __init__(self, folder: Path, render: Callable[[Analysis], Files], extra: Files | None = None) -> None:
        self._folder, self._render, self._taken = folder, render, set[str]()
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in (extra or {}).items():
            replace(folder / name, content)

    def write(self, analysis: Analysis) -> None:
        """Write the files; two reports with one id get two names."""
        name = self._name(analysis.report.id)
        for suffix, content in self._render(analysis).items():
            replace(self._folder / f"{name}{suffix}", content)

    def close(self) -> None:
        """Nothing is left to do."""

    def _name(self, id: str) -> str:
        """Return a file name that no id can turn into a path, a hidden file, or another report's name."""
        stem = re.sub(r"[^\w.-]", "_", id.encode("utf-8", "replace").decode())[:100].strip(".") or "report"
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name


def replace(path: Path, content: str) -> None:
    """Write a file whole or not at all: a kill leaves the old one or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=path.parent, encoding="utf-8", newline="", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.close()
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def writer(format: Format, output: Path | None, *, folder: bool, colour: bool | None) -> Writer:
    """Return what writes a format to standard output (None), into a file, or into a folder."""
    if output is None:
        sys.stdout.reconfigure(encoding=None if format in PROSE else "utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if format in PROSE and output is None:
        return Terminal(sys.stdout, colour, format)
    if output is not None and (folder or format is Format.BRAT):
        return Folder(output, _FILES[format], _extra(format))
    if format in PROSE + LINES:
        return Stream(sys.stdout if output is None else _open(output), _render(format), owned=output is not None)
    put = sys.stdout.write if output is None else lambda content: replace(output, content)
    return Single(put, _render(format))


def _open(path: Path) -> IO[str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("w", encoding="utf-8", newline="\n")


def _render(format: Format) -> Callable[[Analysis], str]:
    """Return what makes the one file of a format."""
    return lambda analysis: next(iter(_FILES[format](analysis).values()))


def _extra(format: Format) -> Files:
    """Return what a folder of this format holds beside the reports."""
    if format is not Format.BRAT:
        return {}
    from firsthand.export.brat import CONFIG

    return {"annotation.conf": CONFIG}


# The formats are imported when they are used: jinja2 alone would double the time that `firsthand --help` takes.


def _prose(format: Format, analysis: Analysis, file: IO[str], colour: bool | None) -> None:
    """Show an analysis, or only its actors or events, on a stream."""
    from firsthand.cli.terminal import console, show, show_actors, show_events

    put = {Format.WHO: show_actors, Format.EVENTS: show_events}.get(format, show)
    put(analysis, console(file, colour=colour))


def _page(format: Format, analysis: Analysis) -> Files:
    page = StringIO()
    _prose(format, analysis, page, False)
    return {".txt": page.getvalue()}


def _who_json(analysis: Analysis) -> Files:
    from firsthand.export.json import dumps_actors

    return {".json": dumps_actors(analysis, indent=2) + "\n"}


def _who_jsonl(analysis: Analysis) -> Files:
    from firsthand.export.json import dumps_actors

    return {".jsonl": dumps_actors(analysis) + "\n"}


def _events_json(analysis: Analysis) -> Files:
    from firsthand.export.json import dumps_events

    return {".json": dumps_events(analysis, indent=2) + "\n"}


def _events_jsonl(analysis: Analysis) -> Files:
    from firsthand.export.json import dumps_events

    return {".jsonl": dumps_events(analysis) + "\n"}


def _plover(analysis: Analysis) -> Files:
    from firsthand.export.plover import dumps_plover

    return {".jsonl": dumps_plover(analysis)}


def _json(analysis: Analysis) -> Files:
    from firsthand.export.json import dumps

    return {".json": dumps(analysis, indent=2) + "\n"}


def _jsonl(analysis: Analysis) -> Files:
    from firsthand.export.json import dumps

    return {".jsonl": dumps(analysis) + "\n"}


def _html(analysis: Analysis) -> Files:
    from firsthand.export.html import page

    return {".html": page(analysis)}


def _brat(analysis: Analysis) -> Files:
    from firsthand.export.brat import ann, text

    return {".txt": text(analysis), ".ann": ann(analysis)}


_FILES: dict[Format, Callable[[Analysis], Files]] = {
    Format.TEXT: partial(_page, Format.TEXT),
    Format.JSON: _json,
    Format.JSONL: _jsonl,
    Format.HTML: _html,
    Format.BRAT: _brat,
    Format.WHO: partial(_page, Format.WHO),
    Format.WHO_JSON: _who_json,
    Format.WHO_JSONL: _who_jsonl,
    Format.EVENTS: partial(_page, Format.EVENTS),
    Format.EVENTS_JSON: _events_json,
    Format.EVENTS_JSONL: _events_jsonl,
    Format.EVENTS_PLOVER: _plover,
}
