"""Sources to reports: a file, a folder, an address, or standard input.

A report that can't be read is yielded as an InputError that names it, and the next one is read.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

from firsthand.errors import InputError
from firsthand.reading.decode import declared_in_html, decode, universal_newlines
from firsthand.reading.found import Found, one_line
from firsthand.reading.jsonio import parse_json, read_json, read_object
from firsthand.reading.report import Overrides, make_report
from firsthand.reading.sniff import Format, by_content, by_media_type, by_name
from firsthand.types import Report

Read: TypeAlias = Iterator[Report | InputError]
Finds: TypeAlias = Iterator[Found | InputError]

_MOST_BYTES = 256 << 20
_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_NO_OVERRIDES = Overrides()


def read_source(source: str, overrides: Overrides = _NO_OVERRIDES) -> Read:
    r"""Read the reports of one source.

    Args:
        source: a file (text, HTML, JSON, JSON lines, ninjs), a folder (all files in it and in its folders, by name,
            hidden ones left out), an http or https address, or ``-`` for standard input.
        overrides: what the user says about every report of it.

    Yields:
        Reports in order, lazily; an InputError, not raised, for each that can't be read.

    The text of a plain text file is what Python's ``open`` gives: line ends as ``\n``, no byte order mark.
    """
    for found in _found(source):
        yield found if isinstance(found, InputError) else make_report(found, overrides)


def read_text(text: str, overrides: Overrides = _NO_OVERRIDES, id: str | None = None) -> Report:
    """Make a report of a text.

    Args:
        text: taken as it stands, character for character.
        overrides: what the user says about it.
        id: its id; by default made from the text.

    Returns:
        The report.

    Raises:
        InputError: the text is empty.
    """
    if not text.strip():
        raise InputError("the text is empty")
    return make_report(Found(text=text, id=id), overrides)


def _found(source: str) -> Finds:
    scheme = _ADDRESS.match(source)
    if source == "-":
        return _named("standard input", _stream(sys.stdin.buffer, None))
    if scheme and scheme[1].lower() in {"http", "https"}:
        return _named(source, _address(source))
    if scheme:
        return iter([InputError(f"{one_line(source)}: {scheme[1]} addresses can't be read", "only http and https can")])
    return _path(Path(source))


def _named(name: str, finds: Finds) -> Finds:
    """Put the source's name before every error, those raised included."""
    try:
        for found in finds:
            if isinstance(found, InputError):
                yield _with_name(name, found)
            else:
                yield found
    except InputError as error:
        yield _with_name(name, error)
    except OSError as error:
        yield InputError(f"{one_line(name)}: can't be read: {error.strerror or error}")


def _with_name(name: str, error: InputError) -> InputError:
    joint = " " if error.what.startswith("line ") else ": "
    return InputError(f"{one_line(name)}{joint}{one_line(error.what)}", error.remedy)


def _path(path: Path) -> Finds:
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):
        is_folder = False
    if not is_folder:
        yield from _named(str(path), _file(path))
        return
    empty = True
    for file in _files(path):
        empty = False
        yield from [file] if isinstance(file, InputError) else _named(str(file), _file(file))
    if empty:
        yield InputError(f"{one_line(str(path))}: is a folder without files")


def _files(folder: Path) -> Iterator[Path | InputError]:
    """Walk a folder by name, hidden files left out, links to folders not followed."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield InputError(f"{one_line(str(folder))}: can't be read: {error.strerror}")
        return
    for entry in entries:
        if not entry.is_dir():
            yield entry
        elif not entry.is_symlink():
            yield from _files(entry)


def _file(path: Path) -> Finds:
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        raise InputError("no such file") from None
    except ValueError as error:
        raise InputError(f"is not a file's name: {error}") from error
    with stream:
        yield from _stream(stream, by_name(path.name))


def _address(url: str) -> Finds:
    from firsthand.reading.fetch import fetch  # the network is loaded only where it is used

    page = fetch(url)
    yield from _bytes(page.data, by_media_type(page.media_type), page.charset, page.url)


def _stream(stream: BinaryIO, hint: Format | None) -> Finds:
    """Read a stream: JSON lines line by line, anything else whole."""
    first = stream.readline(_MOST_BYTES + 1)
    if hint is Format.JSONL or (hint in {None, Format.JSON} and _is_json_line(first)):
        yield from _json_lines(_lines(stream, first))
        return
    data = first + stream.read(_MOST_BYTES + 1 - len(first))
    if len(data) > _MOST_BYTES:
        raise InputError(f"is too large for one report: more than {_MOST_BYTES >> 20} MiB", "use JSON lines for many")
    yield from _bytes(data, hint, None, None)


def _lines(stream: BinaryIO, line: bytes) -> Iterator[bytes]:
    """Yield a first line and those after it; one beyond the limit is cut, its rest passed over."""
    while line:
        yield line
        while len(line) > _MOST_BYTES and not line.endswith(b"\n"):
            line = stream.readline(_MOST_BYTES + 1)
        line = stream.readline(_MOST_BYTES + 1)


def _is_json_line(line: bytes) -> bool:
    """Tell whether a line is a whole JSON object."""
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not (line.startswith(b"{") and line.endswith(b"}")):
        return False
    try:
        return isinstance(parse_json(decode(line).text), dict)
    except InputError:
        return False


def _json_lines(lines: Iterable[bytes]) -> Finds:
    any_line = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        any_line = True
        try:
            if len(line) > _MOST_BYTES:
                raise InputError("is too long")
            yield read_object(parse_json(decode(line).text))
        except InputError as error:
            yield InputError(f"line {number}: {error.what}", error.remedy)
    if not any_line:
        raise InputError("is empty")


def _bytes(data: bytes, hint: Format | None, charset: str | None, url: str | None) -> Finds:
    """Read one whole input, once its format is known."""
    kind = hint or by_content(data)
    if kind is Format.JSONL:
        yield from _json_lines(data.splitlines())
        return
    decoded = decode(data, charset or (declared_in_html(data) if kind is Format.HTML else None))
    if kind is Format.JSON:
        yield from read_json(decoded.text)
        return
    if kind is Format.TEXT:
        found = Found(text=universal_newlines(decoded.text), url=url)
    else:
        from firsthand.reading.html import read_html  # loads lxml and trafilatura

        found = read_html(decoded.text, url)
    yield _with_warnings(found, decoded.warnings)


def _with_warnings(found: Found, warnings: tuple[str, ...]) -> Found:
    import msgspec

    return msgspec.structs.replace(found, warnings=found.warnings + warnings) if warnings else found
