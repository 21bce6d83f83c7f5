"""Which list a file is, told by what is in it."""

from itertools import islice
from pathlib import Path

from firsthand.errors import InputError
from firsthand.lists import ofac_csv, ofac_xml, opensanctions, un, xml
from firsthand.lists.files import ListFile, rows

_KNOWN = (
    "known: OFAC's SDN list as CSV and XML, the UN's consolidated XML, OpenSanctions' simple CSV and FtM JSON lines"
)
_HEAD = 4096
_BOMS = (b"\xff\xfe", b"\xfe\xff")


def open_list(path: Path) -> ListFile:
    """Recognise a sanctions list, whatever its file is called.

    Args:
        path: the file; for OFAC's CSV the main one, with the others beside it.

    Raises:
        InputError: it can't be read, is empty, or is no list that is known.
    """
    head = _head(path)
    if not head.strip():
        raise InputError(f"{path}: is empty")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"<", *_BOMS)):
        return _xml(path, start)
    return opensanctions.open_ftm(path) if start.startswith(b"{") else _csv(path)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror}") from error


def _xml(path: Path, start: bytes) -> ListFile:
    if start[:100].lower().startswith((b"<!doctype html", b"<html")):
        raise InputError(f"{path}: is an HTML page, not a list", "download the file that the page links to")
    found = xml.root(path).element
    if found.tag == un.ROOT:
        return un.open_un(path, found)
    if found.tag == ofac_xml.ROOT:
        return ofac_xml.open_xml(path)
    raise InputError(f"{path}: XML of an unknown kind: {found.tag[:40]}", _KNOWN)


def _csv(path: Path) -> ListFile:
    first = next((row for _, row in islice(rows(path), 1)), [])
    if "schema" in first and "id" in first:
        return opensanctions.open_simple(path)
    if len(first) == ofac_csv.COLUMNS:
        return ofac_csv.open_csv(path)
    if len(first) in ofac_csv.PARTS.values() and first[0].strip().isdigit():
        raise InputError(f"{path}: is a part of OFAC's list", "import sdn.csv, and leave this file beside it")
    raise InputError(f"{path}: is no sanctions list", _KNOWN)
