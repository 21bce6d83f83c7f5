"""What the commands of `firsthand sanctions` do."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urljoin, urlsplit

import msgspec
import typer

from firsthand.cli.exits import Exit
from firsthand.cli.run import message_of, one_line_per_failure, say_line
from firsthand.errors import InputError
from firsthand.export.view import line
from firsthand.listing import Asked, Candidate, ListingKind, LoadedList
from firsthand.lists import ListFile, alpha3, open_list, part_names
from firsthand.reading.fetch import Limits, save
from firsthand.store import Archive

LIMITS = Limits(
    bytes=4_000_000_000,
    seconds=3600,
    types=frozenset({"application/xml", "application/csv", "application/json", "application/octet-stream"})
    | {"application/json+ftm", "application/x-ndjson"},
)
_NO_LIST = "load one with: firsthand sanctions import"


class Question(Asked, frozen=True):
    """Who is looked for, checked."""

    @classmethod
    def of(cls, name: str, kind: str | None, country: str | None, on: str | None) -> "Question":
        """Check what the user asked for.

        Raises:
            typer.BadParameter: an option has a value that nothing can be found by.
        """
        if not name.strip():
            raise typer.BadParameter("the name is empty")
        if kind is not None and kind not in set(ListingKind):
            raise typer.BadParameter(f"--kind is one of {', '.join(ListingKind)}, not {kind!r}")
        code = alpha3(country) if country is not None else None
        if country is not None and not code:
            raise typer.BadParameter(f"--country: no country is called {country!r}")
        return cls(name, ListingKind(kind) if kind else None, code, _day(on))


def _day(on: str | None) -> str | None:
    try:
        return date.fromisoformat(on).isoformat() if on is not None else None
    except ValueError:
        raise typer.BadParameter(f"--on is a day like 2024-05-01, not {on!r}") from None


def load(source: str, name: str | None, where: Path | None) -> None:
    """Load a list from a file or an address, and say what came of it."""

    def work() -> None:
        with Archive(where) as archive, _opened(source) as file:
            for warning in file.warnings:
                say_line(f"firsthand: {line(warning)}")
            head = file.head(source, name)
            before = {one.name: one.entries for one in archive.sanctions.lists()}
            with _progress() as advance:
                loaded = archive.sanctions.replace(head, file.entries(), advance)
            print(_summary(loaded), _change(loaded, before.get(loaded.name)), sep="")

    _run(work)


def show_lists(where: Path | None) -> None:
    """Print a line for each list that is loaded."""

    def work() -> None:
        with _reading(where) as archive:
            for one in archive.sanctions.lists():
                print(f"{_summary(one)} · imported {one.imported_at} · from {line(one.source)}")

    _run(work)


def show_found(asked: Asked, where: Path | None, *, json: bool) -> None:
    """Print the entries that somebody may be, for people or as JSON."""

    def work() -> None:
        with _reading(where) as archive:
            found = archive.sanctions.find(asked.name, asked.kind, asked.country, asked.on)
            lists = [one.name for one in archive.sanctions.lists()]
        if json:
            print(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        else:
            print("\n".join(map(_candidate, found)) or f"{line(asked.name)}: not on {line(', '.join(lists))}")

    _run(work)


def drop_list(name: str, where: Path | None) -> None:
    """Take a list out, and say what it was."""

    def work() -> None:
        with _reading(where) as archive:
            print(f"dropped {_summary(archive.sanctions.drop(name))}")

    _run(work)


def _run(work: Callable[[], None]) -> None:
    """Do a command's work; whatever breaks it off is one line and a code."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    with one_line_per_failure() as failed:
        try:
            work()
            sys.stdout.flush()
            failed.code = Exit.ALL_READ
        except InputError as error:
            failed.code = Exit.NONE_READ
            say_line(message_of(error))
    raise typer.Exit(int(failed.code))


@contextmanager
def _reading(where: Path | None) -> Iterator[Archive]:
    """Open the archive, which must have a list: where none is, "not found" would tell nothing."""
    try:
        archive = Archive(where, create=False)
    except FileNotFoundError as error:
        raise InputError(f"{error.filename}: no archive there, and so no list", _NO_LIST) from error
    with archive:
        if not archive.sanctions.lists():
            raise InputError(f"{archive.path}: no list is loaded", _NO_LIST)
        yield archive


@contextmanager
def _opened(source: str) -> Iterator[ListFile]:
    """Open a list; one that has to be fetched is gone again afterwards, and is called by its address in errors."""
    if not source.lower().startswith(("http://", "https://")):
        yield open_list(Path(source))
        return
    with TemporaryDirectory(prefix="firsthand-") as folder:
        try:
            yield _fetched(source, Path(folder))
        except InputError as error:
            raise InputError(error.what.replace(f"{folder}/", urljoin(source, ".")), error.remedy) from error


def _fetched(url: str, folder: Path) -> ListFile:
    """Fetch a list, and what belongs beside it."""
    name = Path(unquote(urlsplit(url).path)).name or "list"
    _save(url, folder / name)
    file = open_list(folder / name)
    if not file.warnings:
        return file
    for part in part_names(name).values():
        _save(urljoin(url, part), folder / part)
    return open_list(folder / name)


def _save(url: str, path: Path) -> None:
    say_line(f"firsthand: fetching {line(url)}")
    try:
        with path.open("wb") as file:
            save(url, file, limits=LIMITS)
    except InputError as error:
        raise InputError(f"{url}: {error.what}", error.remedy) from error


@contextmanager
def _progress() -> Iterator[Callable[[], object]]:
    """Count entries on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("entries read:"), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda: progress.advance(task)


def _summary(one: LoadedList) -> str:
    """``OFAC SDN · 7,379 entries · 19,087 names (9,682 aliases) · OFAC SDN CSV · published 2026-02-27``."""
    published = f"published {one.published}" if one.published else "the file does not tell of when it is"
    names = f"{one.entries:,} entries · {one.names:,} names ({one.aliases:,} aliases)"
    return f"{line(one.name)} · {names} · {one.format} · {published}"


def _change(loaded: LoadedList, before: int | None) -> str:
    """What the list had before; one that shrinks by a half may have been cut short at the end of a line."""
    if before is None:
        return ""
    cut = ": is the file whole?" if 2 * loaded.entries < before else ""
    return f" · had {before:,} entries before{cut}"


def _candidate(one: Candidate) -> str:
    """Three or four lines: who, why, since when, and what speaks against it."""
    entry = one.listing
    facts = (entry.name, entry.kind, f"{entry.list} {entry.id}", ", ".join(entry.programs), " ".join(entry.countries))
    rows = [
        f"{'●' if one.asserted else '○'} {' · '.join(line(fact) for fact in facts if fact)} · {one.score:.0%} alike"
    ]
    rows += [f"    {'; '.join(map(line, one.why))}", f"    {line(one.when)}"]
    rows += [f"    but: {'; '.join(map(line, one.doubts))}"] if one.doubts else []
    return "\n".join(rows)
