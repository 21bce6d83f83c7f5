"""The last step of reading: what was found, and what the user says, made one Report."""

import hashlib
from dataclasses import dataclass

from firsthand.errors import InputError
from firsthand.reading import language
from firsthand.reading.dates import iso_date
from firsthand.reading.found import FIELDS, Found, one_line, shown
from firsthand.reading.frame import Frame, read_frame
from firsthand.types import Hand, HandRole, Kind, Report


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says about a report; it wins over what the report says itself.

    Attributes:
        published: when it was published, ISO 8601.
        outlet: who published it.
        title: its headline.

    Raises:
        InputError: ``published`` is not a date.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        if self.published is None:
            return
        date = iso_date(self.published)
        if date is None:
            raise InputError(
                f"published is not a date: {shown(self.published)}",
                "write it as 2027-03-03 or 2027-03-03T06:10:00+00:00",
            )
        object.__setattr__(self, "published", date)

    def given(self) -> dict[str, str]:
        """Return the fields that the user did give."""
        fields = {"published": self.published, "outlet": self.outlet, "title": self.title}
        return {name: value for name, value in fields.items() if value is not None}


def text_id(text: str) -> str:
    """Make the id of a report that brings none: the first 12 hex digits of the SHA-256 of its text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def make_report(found: Found, overrides: Overrides) -> Report:
    """Make a Report: overrides first, then dates, language and the frame in the text.

    Args:
        found: what a format's reader found.
        overrides: what the user said.

    Returns:
        The report; its text is ``found.text``, character for character.
    """
    fields = {name: getattr(found, name) for name in FIELDS} | overrides.given()
    metadata = found.metadata | dict.fromkeys(overrides.given(), "given")
    frame = read_frame(found.text, fields["byline"])
    if fields["byline"] is None and frame.byline:
        fields["byline"], metadata["byline"] = frame.byline, "text"
    warnings = list(found.warnings)
    fields["published"] = _date(fields["published"], warnings)
    fields["language"] = _language(found, metadata, warnings)
    return Report(
        id=found.id or text_id(found.text),
        text=found.text,
        metadata={name: metadata[name] for name in FIELDS if fields[name] is not None and name in metadata},
        dateline=frame.dateline,
        hands=_hands(found, frame),
        warnings=tuple(warnings),
        **fields,
    )


def _date(value: str | None, warnings: list[str]) -> str | None:
    if value is None:
        return None
    date = iso_date(value)
    if date is None:
        warnings.append(f"published is not a date: {shown(value)}; times stay unresolved")
    return date


def _language(found: Found, metadata: dict[str, str], warnings: list[str]) -> str | None:
    """Keep the declared language, else detect it; warn where either is not English."""
    declared = language.primary(found.language) if found.language else None
    detected = language.detect(found.text)
    if declared is None and detected is not None:
        metadata["language"] = "detected"
    known = declared or detected
    if known not in {None, "en"}:
        warnings.append(f"language is '{one_line(str(known), 20)}', only English is known")
    elif detected not in {None, "en"}:
        warnings.append(f"language is said to be 'en' but reads as '{detected}', only English is known")
    return known


def _hands(found: Found, frame: Frame) -> tuple[Hand, ...]:
    seen = {hand.name.casefold() for hand in frame.hands}
    extra = [name for name in found.credits if name.casefold() not in seen]
    return frame.hands + tuple(Hand(name=name, role=HandRole.CREDIT, kind=Kind.OUTLET) for name in extra)
