"""What a format's reader finds in its input, before it is made a Report."""

import msgspec

from firsthand.types import Record


class Found(Record, kw_only=True, frozen=True):
    """A report as one input has it: raw values, and where each was found.

    Attributes:
        text: the report's text, final.
        id, url, outlet, title, byline, published, language: as the input has them; ``published`` not yet checked.
        metadata: where each of these was found; ``"given"`` for a key of the input itself.
        credits: names of further outlets that the input's metadata credits.
        warnings: plain sentences for Report.warnings.
    """

    text: str
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    metadata: dict[str, str] = msgspec.field(default_factory=dict)
    credits: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


FIELDS = ("url", "outlet", "title", "byline", "published", "language")


def shown(value: object, limit: int = 80) -> str:
    """Quote a value in one printable line, cut to a length."""
    text = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text: str, limit: int = 300) -> str:
    """Make a name or a reason one printable line."""
    flat = "".join(char if char.isprintable() else " " for char in text)
    flat = " ".join(flat.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
