"""OFAC's SDN list as XML: the simple form, ``sdn.xml``."""

from functools import partial
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import Element

from firsthand.listing import Listing, ListingKind
from firsthand.lists import xml
from firsthand.lists.countries import codes
from firsthand.lists.files import Entries, ListFile, each, fault, iso_date
from firsthand.lists.ofac_csv import AUTHORITY, NAME

ROOT = "sdnList"
_ENTRY, _HEAD = "sdnEntry", "publshInformation"  # spelt so in the schema
_KINDS = {
    "individual": ListingKind.PERSON,
    "entity": ListingKind.ORGANIZATION,
    "vessel": ListingKind.VESSEL,
    "aircraft": ListingKind.AIRCRAFT,
}


def open_xml(path: Path) -> ListFile:
    """Return the list in this file."""
    return ListFile(
        path=path,
        name=NAME,
        format="OFAC SDN XML",
        published=_published(path),
        entries=partial(_entries, path),
        parts=(path,),
    )


def _published(path: Path) -> str | None:
    """Read the date, written month/day/year, from the head, which stands before all entries."""
    for line, element in islice(xml.pieces(path, (_HEAD, _ENTRY)), 1, 2):
        parts = element.findtext("Publish_Date", "").strip().split("/")
        return iso_date("-".join((parts[-1], *parts[:-1])), path, line)
    return None


def _entries(path: Path) -> Entries:
    wanted, count, line = None, 0, 1
    for line, element in xml.pieces(path, (_HEAD, _ENTRY)):
        if element.tag == _HEAD:
            wanted = element.findtext("Record_Count", "").strip()
        elif element.tag == _ENTRY:
            count += 1
            yield line, _listing(path, line, element)
    if wanted and wanted != str(count):
        raise fault(path, line, f"the list says that it has {wanted[:20]} entries, and has {count}")


def _listing(path: Path, line: int, one: Element) -> Listing:
    id, name = one.findtext("uid", "").strip(), _name(one)
    if not id or not name:
        raise fault(path, line, f"an entry without a {'number' if name else 'name'}")
    kind = _KINDS.get(one.findtext("sdnType", "").strip().lower())
    if kind is None:
        raise fault(path, line, f"entry {id} is of no known type: {one.findtext('sdnType', '')[:40]!r}")
    strong = each((_name(aka) for aka in one.iterfind("akaList/aka") if not _is_weak(aka)), name)
    remarks = [one.findtext("title", ""), one.findtext("remarks", "")]
    return Listing(
        list=NAME,
        id=id,
        kind=kind,
        name=name,
        aliases=strong,
        weak_aliases=each((_name(aka) for aka in one.iterfind("akaList/aka") if _is_weak(aka)), name, *strong),
        programs=each(program.text or "" for program in one.iterfind("programList/program")),
        authorities=(AUTHORITY,),
        countries=codes(_countries(one)),
        remarks=". ".join(each(remarks)) or None,
    )


def _name(one: Element) -> str:
    """The name in the order that OFAC's other files have: last name, comma, first name."""
    return ", ".join(each((one.findtext("lastName", ""), one.findtext("firstName", ""))))


def _is_weak(aka: Element) -> bool:
    return aka.findtext("category", "").strip().lower() == "weak"


def _countries(one: Element) -> list[str]:
    places = ("nationalityList/nationality", "citizenshipList/citizenship", "addressList/address")
    found = [place.findtext("country", "") for path in places for place in one.iterfind(path)]
    return [*found, one.findtext("vesselInfo/vesselFlag", "")]
