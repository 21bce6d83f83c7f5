"""Lists as files: lines and rows with their numbers, dates, and faults that name file and line."""

import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from firsthand.errors import InputError
from firsthand.listing import ListHead, Listing

LONGEST_LINE = 16_000_000  # bytes; an entry with all its names is a hundredth of that
_END = b"\x1a"  # Ctrl-Z, with which OFAC still ends its files
_CLOCK = r"[T ]\d\d(?::\d\d(?::\d\d(?:[.,]\d+)?)?)?"
_OFFSET = r"Z|[+-]\d\d(?::?\d\d)?"  # XML's days may have one without a time
_DATE = re.compile(rf"(\d{{4}})(?:-(\d\d)(?:-(\d\d)(?:{_CLOCK})?(?:{_OFFSET})?)?)?", re.ASCII)

Entries: TypeAlias = Iterator[tuple[int, Listing]]
"""The entries of a list, each with the line on which it stands."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """A sanctions list, recognised and ready to be read.

    Attributes:
        path: the file.
        name: the list's name.
        format: how it was published ("OFAC SDN CSV").
        published: ISO 8601 date of publication, or None where the file does not tell.
        parts: all files that belong to it, itself first.
        warnings: plain sentences about what is missing.
        entries: reads the entries, anew with each call; raises `InputError` where the file can't be read.
    """

    path: Path
    name: str
    format: str
    published: str | None
    entries: Callable[[], Entries]
    parts: tuple[Path, ...]
    warnings: tuple[str, ...] = ()

    def head(self, source: str, name: str | None = None) -> ListHead:
        """Return where the list comes from, with the digest over the bytes of all its parts.

        Args:
            source: the file or address, as the user named it.
            name: what the user calls the list, if not by its own name.
        """
        total = hashlib.sha256()
        for part in self.parts:
            with part.open("rb") as file:
                while data := file.read(1 << 20):
                    total.update(data)
        return ListHead(
            name=name or self.name,
            format=self.format,
            source=source,
            sha256=total.hexdigest(),
            published=self.published,
        )


def fault(path: Path, line: int, what: str, remedy: str = "") -> InputError:
    """Return the error that names file and line."""
    return InputError(f"{path}: line {line}: {what}", remedy)


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Read a text file line by line, with line numbers and line ends; a Ctrl-Z ends it.

    Raises:
        InputError: a line is not UTF-8, or longer than any entry is.
    """
    with path.open("rb") as file:
        number = 0
        while data := file.readline(LONGEST_LINE):
            number += 1
            if len(data) == LONGEST_LINE:
                raise fault(path, number, f"is longer than {LONGEST_LINE:,} bytes")
            if data.strip() == _END:
                return
            yield number, _decode(path, number, data.removeprefix(b"\xef\xbb\xbf") if number == 1 else data)


def _decode(path: Path, number: int, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise fault(path, number, f"is not UTF-8 (byte 0x{data[error.start]:02x})", "save it as UTF-8") from error


def rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Read a CSV file row by row, each with the number of its last line.

    Raises:
        InputError: a row can't be read; the file is probably cut short.
    """
    csv.field_size_limit(LONGEST_LINE)  # for the whole process: the usual one is less than some have addresses
    reader = csv.reader((line for _, line in lines(path)), strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        cut = "end of data" in str(error)
        raise fault(path, reader.line_num, f"is no CSV: {error}", "the file may be cut short" if cut else "") from error


def iso_date(text: str, path: Path, line: int) -> str | None:
    """Return an ISO 8601 date, a month or a year as it is, without a time of day; None where nothing is given.

    Raises:
        InputError: it is no date, or no day of any calendar.
    """
    text = text.strip()
    if not text:
        return None
    found = _DATE.fullmatch(text)
    try:
        if not found:
            raise ValueError
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise fault(path, line, f"not a date: {text[:40]!r}") from None
    return "-".join(filter(None, found.groups()))


def each(values: Iterable[str], *but: str) -> tuple[str, ...]:
    """Return the values that are not empty, each once, without white space around them and without some others."""
    cleaned = (" ".join(value.split()) for value in values)
    return tuple(value for value in dict.fromkeys(cleaned) if value and value not in but)
