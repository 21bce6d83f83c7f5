"""OpenSanctions: ``targets.simple.csv``, and FollowTheMoney entities as JSON lines (``entities.ftm.json``).

Both hold more than sanctions (people in office, relatives); only what is sanctioned becomes an entry.
"""

import csv
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec

from firsthand.errors import InputError
from firsthand.listing import Listing, ListingKind
from firsthand.lists.aside import Aside, Row
from firsthand.lists.countries import codes
from firsthand.lists.files import Entries, ListFile, each, fault, iso_date, lines, rows

NAME = "OpenSanctions"  # of a file with several data sets in it
COLUMNS = ("id", "schema", "name", "aliases", "countries", "sanctions", "dataset")
_KINDS = {
    "Person": ListingKind.PERSON,
    "Organization": ListingKind.ORGANIZATION,
    "Company": ListingKind.ORGANIZATION,
    "PublicBody": ListingKind.ORGANIZATION,
    "Vessel": ListingKind.VESSEL,
    "Airplane": ListingKind.AIRCRAFT,
}
_TERM = re.compile(r"(?: - (\d{4}[-\d]*))?(?: - (\d{4}[-\d]*))?$")
_SANCTIONED = "sanction"
_PLACES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")


def open_simple(path: Path) -> ListFile:
    """Return the list in a ``targets.simple.csv``."""
    names = {name for _, row in _simple_rows(path) for name in _parts(row["dataset"])}
    return ListFile(
        path=path,
        name=_name(names),
        format="OpenSanctions CSV",
        published=None,
        entries=partial(_simple_entries, path, _name(names)),
        parts=(path,),
    )


def open_ftm(path: Path) -> ListFile:
    """Return the list in a file of FollowTheMoney entities."""
    names = {name for _, entity in _entities(path) for name in entity.datasets}
    return ListFile(
        path=path,
        name=_name(names),
        format="FollowTheMoney",
        published=None,
        entries=partial(_ftm_entries, path, _name(names)),
        parts=(path,),
    )


def _name(datasets: set[str]) -> str:
    return datasets.pop() if len(datasets) == 1 else NAME


def _parts(field: str) -> tuple[str, ...]:
    """Take a field of several values apart: separated by semicolons, in quotation marks where they hold one."""
    return each(next(csv.reader([" ".join(field.split())], delimiter=";"), []))


def _simple_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    every = rows(path)
    _, head = next(every)
    missing = [name for name in COLUMNS if name not in head]
    if missing:
        raise fault(path, 1, f"no column {', '.join(missing)}")
    for line, row in every:
        if len(row) != len(head):
            raise fault(path, line, f"has {len(row)} columns, not {len(head)}", "the file may be cut short")
        yield line, dict(zip(head, row, strict=True))


def _simple_entries(path: Path, list_name: str) -> Entries:
    for line, row in _simple_rows(path):
        sanctions = _parts(row["sanctions"])
        if not sanctions:
            continue
        if not row["id"].strip() or not row["name"].strip():
            raise fault(path, line, "an entry without an id or a name", "are the columns in order?")
        listed, delisted = _term([_TERM.search(text) for text in sanctions], path, line)
        yield (
            line,
            Listing(
                list=list_name,
                id=row["id"].strip(),
                kind=_KINDS.get(row["schema"], ListingKind.OTHER),
                name=row["name"].strip(),
                aliases=each(_parts(row["aliases"]), row["name"].strip()),
                programs=each(_TERM.sub("", text).split(" - ")[0] for text in sanctions),
                authorities=_parts(row["dataset"]),
                countries=codes(_parts(row["countries"])),
                listed=listed,
                delisted=delisted,
                remarks="; ".join(sanctions),
            ),
        )


def _term(found: list[re.Match[str] | None], path: Path, line: int) -> tuple[str | None, str | None]:
    """Return since and until when: a term in the text of a sanction stands at its end."""
    terms = [(term[1] or "", term[2] or "") for term in found if term]
    return _span([(iso_date(a, path, line), iso_date(b, path, line)) for a, b in terms])


def _span(terms: list[tuple[str | None, str | None]]) -> tuple[str | None, str | None]:
    """Return the first beginning, and the last end if every term has ended."""
    begins = [begin for begin, _ in terms if begin]
    ends = [end for _, end in terms if end]
    return min(begins, default=None), max(ends) if ends and len(ends) == len(terms) else None


class _Entity(msgspec.Struct):
    """What is asked of a FollowTheMoney entity."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    caption: str = ""
    datasets: list[str] = msgspec.field(default_factory=list)

    def all(self, *names: str) -> list[str]:
        return [value for name in names for value in self.properties.get(name, ())]


def _entities(path: Path) -> Iterator[tuple[int, _Entity]]:
    decoder = msgspec.json.Decoder(_Entity)
    for line, text in lines(path):
        if not text.strip():
            continue
        try:
            yield line, decoder.decode(text)
        except msgspec.DecodeError as error:
            raise _no_entity(path, line, error) from error


def _no_entity(path: Path, line: int, error: msgspec.DecodeError) -> InputError:
    cut = "truncated" in str(error)
    return fault(path, line, f"is no FollowTheMoney entity: {error}", "the file may be cut short" if cut else "")


def _ftm_entries(path: Path, list_name: str) -> Entries:
    with Aside() as aside:
        for line, entity in _entities(path):
            if entity.schema == "Sanction":
                _put(aside, path, line, entity)
        aside.sort()
        for line, entity in _entities(path):
            rows = aside.take(entity.id)
            if rows or _SANCTIONED in entity.all("topics"):
                yield line, _listing(path, line, entity, rows, list_name)
        left = aside.left()
        if left:
            what = f"a sanction on {left[0]}, which is not in the file"
            raise fault(path, left[1].line, what, "the file may be cut short")


def _put(aside: Aside, path: Path, line: int, sanction: _Entity) -> None:
    """Put a sanction aside for whom it is on: its term, then how many programs, the programs and the authorities."""
    first = min(sanction.all("listingDate", "startDate"), default="")
    last = max(sanction.all("endDate"), default="")
    term = [iso_date(first, path, line) or "", iso_date(last, path, line) or ""]
    fields = {"term": term, "program": sanction.all("program", "programId"), "authority": sanction.all("authority")}
    for target in sanction.all("entity"):
        for what, values in fields.items():
            aside.put(target, Row(what, line, values))


def _listing(path: Path, line: int, one: _Entity, rows: list[Row], list_name: str) -> Listing:
    name = (one.caption or next(iter(one.all("name")), "")).strip()
    if not name:
        raise fault(path, line, f"{one.id[:60]} has no name")
    aliases = each(one.all("name", "alias", "previousName"), name)
    programs = [value for row in rows if row.what == "program" for value in row.fields]
    authorities = [value for row in rows if row.what == "authority" for value in row.fields]
    listed, delisted = _span([(row.fields[0] or None, row.fields[1] or None) for row in rows if row.what == "term"])
    return Listing(
        list=list_name,
        id=one.id,
        kind=_KINDS.get(one.schema, ListingKind.OTHER),
        name=name,
        aliases=aliases,
        weak_aliases=each(one.all("weakAlias", "abbreviation"), name, *aliases),
        programs=each(programs),
        authorities=each(authorities) or tuple(sorted(one.datasets)),
        countries=codes(one.all(*_PLACES)),
        listed=listed,
        delisted=delisted,
        remarks="; ".join(each(one.all("notes", "summary"))) or None,
    )
