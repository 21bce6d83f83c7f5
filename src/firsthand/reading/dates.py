"""Publication dates as files and users write them, in one form: ISO 8601."""

from datetime import date, datetime


def iso_date(value: str) -> str | None:
    """Normalise a date or a date and time.

    Args:
        value: ISO 8601 (``2027-03-03``, ``2027-03-03T06:10:00Z``) or RFC 2822 (``Wed, 03 Mar 2027 06:10:00 +0000``).

    Returns:
        ISO 8601, with the time and the offset only where they were given; None if the value is not a date.
    """
    value = value.strip()
    return _iso(value) or _rfc2822(value)


def _iso(value: str) -> str | None:
    if not (value.isascii() and value[:1].isdigit()):
        return None
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            return parse(value).isoformat()
        except ValueError:
            continue
    return None


def _rfc2822(value: str) -> str | None:
    if "," not in value[:10] and not value[:1].isdigit():
        return None
    from email.utils import parsedate_to_datetime  # takes longer to load than all of this package

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
