"""The United Nations Security Council's consolidated list, as XML."""

from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from firsthand.listing import Listing, ListingKind
from firsthand.lists import xml
from firsthand.lists.countries import codes
from firsthand.lists.files import Entries, ListFile, each, fault, iso_date

NAME = "UN Security Council"
ROOT = "CONSOLIDATED_LIST"
_KINDS = {"INDIVIDUAL": ListingKind.PERSON, "ENTITY": ListingKind.ORGANIZATION}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_WEAK = "low"


def open_un(path: Path, root: Element) -> ListFile:
    """Return the list in this file."""
    return ListFile(
        path=path,
        name=NAME,
        format="UN consolidated XML",
        published=iso_date(root.get("dateGenerated", ""), path, 1),
        entries=partial(_entries, path),
        parts=(path,),
    )


def _entries(path: Path) -> Entries:
    for line, element in xml.pieces(path, _KINDS):
        if element.tag in _KINDS:
            yield line, _listing(path, line, element)


def _listing(path: Path, line: int, one: Element) -> Listing:
    name = " ".join(" ".join(one.findtext(tag, "") for tag in _NAMES).split())
    id = one.findtext("REFERENCE_NUMBER", "").strip() or one.findtext("DATAID", "").strip()
    if not name or not id:
        raise fault(path, line, f"an entry without a {'number' if name else 'name'}")
    weak, strong = _aliases(one)
    aliases = each((*strong, one.findtext("NAME_ORIGINAL_SCRIPT", "")), name)
    return Listing(
        list=NAME,
        id=id,
        kind=_KINDS[one.tag],
        name=name,
        aliases=aliases,
        weak_aliases=each(weak, name, *aliases),
        programs=each([one.findtext("UN_LIST_TYPE", "")]),
        authorities=("UN Security Council",),
        countries=codes([*_texts(one, "NATIONALITY/VALUE"), *_texts(one, f"{one.tag}_ADDRESS/COUNTRY")]),
        listed=iso_date(one.findtext("LISTED_ON", ""), path, line),
        remarks=one.findtext("COMMENTS1", "").strip() or None,
    )


def _aliases(one: Element) -> tuple[list[str], list[str]]:
    """Return the other names that the list calls low in quality, and the rest."""
    found: tuple[list[str], list[str]] = [], []
    for alias in one.findall(f"{one.tag}_ALIAS"):
        found[alias.findtext("QUALITY", "").strip().lower() != _WEAK].append(alias.findtext("ALIAS_NAME", ""))
    return found


def _texts(one: Element, path: str) -> list[str]:
    return [found.text or "" for found in one.findall(path)]
