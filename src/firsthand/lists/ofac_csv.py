"""OFAC's SDN list as CSV, without a header: ``sdn.csv``, and beside it the other names, addresses and long remarks."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from firsthand.errors import InputError
from firsthand.listing import Listing, ListingKind
from firsthand.lists.aside import Aside, Row
from firsthand.lists.countries import codes
from firsthand.lists.files import Entries, ListFile, each, fault, rows

NAME = "OFAC SDN"
AUTHORITY = "Office of Foreign Assets Control"
COLUMNS = 12
PARTS = {"alt": 5, "add": 6, "sdn_comments": 2}  # columns of the files beside it
_MISSING = {
    "alt": "other names are not known",
    "add": "countries of addresses are not known",
    "sdn_comments": "long remarks are cut",
}
_NULLS = ("-0-", "-0", "-")  # the last two where a file lacks its last characters, and nothing else
_KINDS = {
    "individual": ListingKind.PERSON,
    "": ListingKind.ORGANIZATION,
    "vessel": ListingKind.VESSEL,
    "aircraft": ListingKind.AIRCRAFT,
}
_NICKNAME = re.compile(r"a\.k\.a\. '([^;]+?)'(?=[;.]|$)")
_NATIONALITY = re.compile(r"(?:^|; )(?:alt\. )?(?:nationality|citizen) ([^;.]+)")


def open_csv(path: Path) -> ListFile:
    """Return the list in this file and those beside it."""
    found = {part: beside for part in PARTS if (beside := _beside(path, part))}
    warnings = [f"no {part}.csv beside {path}: {told}" for part, told in _MISSING.items() if part not in found]
    return ListFile(
        path=path,
        name=NAME,
        format="OFAC SDN CSV",
        published=None,
        entries=partial(_entries, path, found),
        parts=(path, *found.values()),
        warnings=tuple(warnings),
    )


def part_names(name: str) -> dict[str, str]:
    """Return what the files beside a list's file are called, by part: ``alt.csv`` for ``sdn.csv``, in its case."""
    stem, dot, suffix = name.rpartition(".")
    upper = stem.isupper()
    swap = partial(re.sub, r"(?i)sdn(?!.*sdn)", string=stem)
    found = {part: swap(part.upper() if upper else part) if "sdn" in stem.lower() else part for part in PARTS}
    return {part: f"{name}{dot}{suffix}" for part, name in found.items()}


def _beside(path: Path, part: str) -> Path | None:
    wanted = {part_names(path.name)[part].lower(), f"{part}.csv"} - {path.name.lower()}
    return next((one for one in sorted(path.parent.iterdir()) if one.name.lower() in wanted and one.is_file()), None)


def _entries(path: Path, parts: dict[str, Path]) -> Entries:
    with Aside() as aside:
        for part, beside in parts.items():
            for line, row in _checked(beside, PARTS[part]):
                aside.put(row[0], Row(part, line, row[1:]))
        aside.sort()
        for line, row in _checked(path, COLUMNS):
            yield line, _listing(path, line, row, aside.take(row[0]))
        left = aside.left(but="sdn_comments")  # they lose nothing, and OFAC's own do not always fit
        if left:
            raise _orphan(path, parts, *left)


def _orphan(path: Path, parts: dict[str, Path], entry: str, row: Row) -> InputError:
    remedy = "the list may be cut short, or the files of different days"
    return fault(parts[row.what], row.line, f"entry {entry} is not in {path.name}", remedy)


def _checked(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Read rows, check their form, and turn OFAC's null into nothing.

    Raises:
        InputError: a row has not that many columns, or does not begin with a number.
    """
    for line, row in rows(path):
        if len(row) != columns:
            raise fault(path, line, f"has {len(row)} columns, not {columns}", "the file may be cut short")
        row = [field.strip() for field in row]
        if not (row[0].isascii() and row[0].isdigit()):
            raise fault(path, line, f"column 1 should be the entry's number: {row[0][:40]!r}")
        yield line, [row[0], *("" if field in _NULLS else field for field in row[1:])]


def _listing(path: Path, line: int, row: list[str], more: list[Row]) -> Listing:
    id, name, type, program, title, _, _, _, _, flag, _, remarks = row
    kind = _KINDS.get(type.lower())
    if kind is None:
        what = f"column 3 should be individual, vessel, aircraft or -0-: {type[:40]!r}"
        raise fault(path, line, what, "are the columns in order?")
    if not name:
        raise fault(path, line, f"entry {id} has no name")
    remarks += "".join(one.fields[0] for one in more if one.what == "sdn_comments")
    places = [flag, *_NATIONALITY.findall(remarks), *(one.fields[3] for one in more if one.what == "add")]
    aliases = tuple(one.fields[2] for one in more if one.what == "alt" and one.fields[2])
    return Listing(
        list=NAME,
        id=id,
        kind=kind,
        name=name,
        aliases=aliases,
        weak_aliases=each(_NICKNAME.findall(remarks), name, *aliases),
        programs=each(re.split(r"\]\s*\[", program.strip("[] "))),
        authorities=(AUTHORITY,),
        countries=codes(places),
        remarks=". ".join(each((title, remarks))) or None,
    )
