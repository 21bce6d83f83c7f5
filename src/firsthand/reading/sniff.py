"""Which format bytes are in: by what the name or the server says, else by how they begin."""

import re
from enum import StrEnum
from pathlib import PurePath

from firsthand.errors import InputError

_HEAD = 2048


class Format(StrEnum):
    """The formats that can be read. A line of JSON lines is one JSON."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"


_SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}
_MEDIA_TYPES = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "application/json": Format.JSON,
    "application/ld+json": Format.JSON,
    "application/x-ndjson": Format.JSONL,
}
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKUP = re.compile(rb"<(?:p|div|article|h1|br|span|section)\b[^>]*>", re.I)
_XML = re.compile(rb"\s*<\?xml|\s*<(?:rss|feed|newsml|nitf)\b", re.I)
_JSON = re.compile(rb'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|$))')


def by_name(name: str) -> Format | None:
    """Return the format that a file's name says, or None."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def by_media_type(media_type: str) -> Format | None:
    """Return the format that a server's media type says; ``text/plain`` says nothing, servers send it for all."""
    return _MEDIA_TYPES.get(media_type)


def by_content(data: bytes) -> Format:
    """Tell the format from the first bytes.

    Raises:
        InputError: XML that is no page, such as a feed.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(head):
        return Format.HTML
    if _XML.match(head):
        raise InputError("is XML, not a page", "a feed's articles have to be given one by one")
    if _JSON.match(head):
        return Format.JSON
    return Format.HTML if head.lstrip()[:1] == b"<" and _MARKUP.search(head) else Format.TEXT
