"""Bytes to text: byte order mark, then UTF-8, then the declared charset, then detection.

UTF-8 stands before the declaration because text in another encoding is hardly ever valid UTF-8 by accident, while
pages that declare the wrong charset are common.
"""

import codecs
import re

from firsthand.errors import InputError
from firsthand.types import Record

_SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"WARC/", "a web archive (WARC)"),
)
_CONTROL = bytes({*range(9), *range(14, 27), *range(28, 32)})
_HIGH = bytes(range(128, 256))
_CONTROL_SHARE = 0.01  # text has next to none; compressed or binary data have about a tenth
_SEVEN_BIT = {"iso2022_jp", "iso2022_kr", "hz"}  # valid UTF-8 whatever they say, so the declaration decides
_HTML_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_WESTERN = re.compile(r"[\x00-\x7f\xa0-\xa9\xab\xad\xae\xb0\xb4\xb7\xbb-\xff€…†‡™•“”‘’‚„–—‹›ŠšŽžŒœŸ]*")


class Decoded(Record, frozen=True):
    """Text out of bytes.

    Attributes:
        text: the characters, byte order mark left out, line ends as they stand.
        warnings: what a reader should know about how it was decoded.
    """

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes that should be text.

    Args:
        data: the whole content.
        declared: the charset that the input says it has.

    Returns:
        The text, with a warning where the encoding was guessed or did not hold.

    Raises:
        InputError: empty, binary, or in no encoding that could be told.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise InputError("is empty")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding)
    _refuse_binary(data)
    decoded = _certain(data, declared) or _guessed(data, declared)
    if not decoded.text.strip():  # only spaces that no ASCII knows
        raise InputError("is empty")
    return decoded


def declared_in_html(head: bytes) -> str | None:
    """Return the charset that a page declares in its first 4,096 bytes, or None."""
    found = _HTML_CHARSET.search(head[:4096])
    return found[1].decode("ascii") if found else None


def universal_newlines(text: str) -> str:
    r"""Turn ``\r\n`` and a lone ``\r`` into ``\n``, as Python does when it opens a text file."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _by_mark(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"begins with a mark of {encoding} but is not: byte {error.start} is wrong") from error
    if not text.strip():
        raise InputError("is empty")
    return Decoded(text)


def _refuse_binary(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"is {name}, not text")
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if controls > max(1, len(sample) * _CONTROL_SHARE) and not _bare_utf16(sample):
        raise InputError("is binary, not text")


def _bare_utf16(sample: bytes) -> str | None:
    """Name the UTF-16 that Western text without a byte order mark is in: every other byte is NUL."""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _certain(data: bytes, declared: str | None) -> Decoded | None:
    known = _codec(declared)
    order = [known, "utf-8"] if known in _SEVEN_BIT else [_bare_utf16(data[:_SAMPLE]), "utf-8", known]
    for encoding in filter(None, order):
        text = _strictly(data, encoding)
        if text is not None:
            return Decoded(text)
    return None


def _codec(declared: str | None) -> str | None:
    """Python's codec for a declared charset; latin-1 is read as windows-1252, as browsers do."""
    try:
        name = codecs.lookup(declared or "").name
        "a".encode(name)
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    if name == "utf-7":  # reads ASCII as markup; browsers refuse it too
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _guessed(data: bytes, declared: str | None) -> Decoded:
    said = f" (it is not the declared {declared})" if declared else ""
    damaged = _damaged_utf8(data)
    if damaged is not None:
        return damaged
    encoding = "cp1252" if _western(data) else _detected(data)
    text = data.decode(encoding, errors="replace")
    return Decoded(text, (f"the encoding was guessed: {encoding}{said}",))


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Read as UTF-8 what is UTF-8 but for a few bytes."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("�")
    good = len(text) - bad - len(data.translate(None, _HIGH))
    if bad * 10 > good:
        return None
    return Decoded(text, (f"{bad} bytes are not UTF-8 and show as �",))


def _western(data: bytes) -> bool:
    """Tell windows-1252: few characters beyond ASCII, and all of them letters or marks that it is used for."""
    high = len(data) - len(data.translate(None, _HIGH))
    text = _strictly(data, "cp1252")
    return text is not None and high * 10 < len(data) and _WESTERN.fullmatch(text) is not None


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to load, and UTF-8 needs no guess

    sample = data[: 4 * _SAMPLE]
    if len(sample) < len(data):
        sample = sample[: sample.rfind(b" ") + 1] or sample
    best = from_bytes(sample).best()
    if best is None:
        raise InputError("is not text in any known encoding", "save it as UTF-8")
    return best.encoding
