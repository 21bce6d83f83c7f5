"""IPTC ninjs items (1.x, 2.x, 3.x): keys in lower or camel case, single values or lists with roles."""

from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.errors import InputError
from firsthand.reading.credit import credit_hands
from firsthand.reading.found import Found, shown

_MARKS = frozenset(
    {"versioncreated", "firstcreated", "pubstatus", "headlines", "bodies", "body_text", "body_xhtml", "body_html"}
)
_UNUSABLE = ("withheld", "canceled", "cancelled")
_MARKED = ("body_xhtml", "body_html")
_MAIN_ROLES = ("main", "")


def is_ninjs(value: Mapping[str, Any]) -> bool:
    """Tell an ninjs item from an object with the contract's keys."""
    keys = {key.lower() for key in value}
    return "uri" in keys and "text" not in keys and bool(keys & _MARKS)


def read_ninjs(value: Mapping[str, Any]) -> Found:
    """Read an ninjs item.

    Args:
        value: the decoded item.

    Returns:
        Its text, and its fields with the keys that they came from.

    Raises:
        InputError: withheld or canceled by its provider, or without a text.
    """
    item = {key.lower(): part for key, part in value.items()}
    status = item.get("pubstatus")
    if status in _UNUSABLE:
        raise InputError(f"is {status} by its provider and must not be used", "take the item's latest usable version")
    fields = {name: part for name, candidates in _candidates(item).items() if (part := _first(candidates))}
    return Found(
        id=_string(item.get("uri")) or None,
        text=_text(item),
        metadata={name: f"ninjs {key}" for name, (_, key) in fields.items()},
        credits=tuple(_credits(item, fields.get("outlet", ("", ""))[0])),
        warnings=_warnings(item),
        **{name: part for name, (part, _) in fields.items()},
    )


def _candidates(item: Mapping[str, Any]) -> dict[str, list[tuple[str, str]]]:
    return {
        "url": [(_address(item.get("uri")), "uri")],
        "outlet": [(_outlet(item), "infosources"), *((_name(item.get(key)), key) for key in _PUBLISHERS)],
        "title": [(_main(item.get("headlines")), "headlines"), *_keys(item, "headline", "title")],
        "byline": [(_main(item.get("bylines")), "bylines"), *_keys(item, "byline", "by")],
        "published": _keys(item, "versioncreated", "firstcreated"),
        "language": _keys(item, "language"),
    }


_PUBLISHERS = ("provider", "publisher", "source", "copyrightholder")


def _keys(item: Mapping[str, Any], *keys: str) -> list[tuple[str, str]]:
    return [(_string(item.get(key)), key) for key in keys]


def _first(candidates: list[tuple[str, str]]) -> tuple[str, str] | None:
    return next((candidate for candidate in candidates if candidate[0]), None)


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _name(value: object) -> str:
    return _string(value.get("name") or value.get("literal")) if isinstance(value, dict) else _string(value)


def _address(uri: object) -> str:
    text = _string(uri)
    return text if text.startswith(("http://", "https://")) else ""


def _entries(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects of a list, their keys in lower case."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            yield {key.lower(): part for key, part in entry.items()}


def _main(value: object) -> str:
    """Take the main one of values with roles, else the first."""
    entries = [entry for entry in _entries(value) if _string(entry.get("value"))]
    main = [entry for entry in entries if _string(entry.get("role")).lower() in _MAIN_ROLES]
    return _string((main or entries)[0]["value"]) if entries else ""


def _outlet(item: Mapping[str, Any]) -> str:
    sources = [*_entries(item.get("infosources")), *_entries(item.get("infosource"))]
    publishing = [source for source in sources if _string(source.get("role")).lower() in {"publisher", "provider"}]
    return next((name for source in publishing if (name := _name(source))), "")


def _credits(item: Mapping[str, Any], outlet: str) -> Iterator[str]:
    """Yield further outlets that the item names: other sources of information, and the holder in a copyright notice."""
    for source in [*_entries(item.get("infosources")), *_entries(item.get("infosource"))]:
        if _name(source) and _name(source) != outlet:
            yield _name(source)
    notice = _string(item.get("copyrightnotice"))
    for hand in credit_hands(notice, 0, len(notice)):
        if hand.name != outlet:
            yield hand.name


def _text(item: Mapping[str, Any]) -> str:
    for key in ("body_text", "body_plain"):
        if _string(item.get(key)):
            return str(item[key])
    bodies = [entry for entry in _entries(item.get("bodies")) if _string(entry.get("value"))]
    plain = [entry for entry in bodies if not _is_markup(entry)]
    if plain:
        return str(plain[0]["value"])
    from firsthand.reading.html import fragment_text  # loads lxml, which plain bodies need not

    marked = [*(str(entry["value"]) for entry in bodies), *(_string(item.get(key)) for key in _MARKED)]
    text = fragment_text(next(filter(None, marked), "<p/>"))
    if not text:
        raise InputError("is an ninjs item without a text", "it needs body_text, body_xhtml or bodies")
    return text


def _is_markup(body: Mapping[str, Any]) -> bool:
    return "html" in _string(body.get("contenttype")).lower() or "xml" in _string(body.get("contenttype")).lower()


def _warnings(item: Mapping[str, Any]) -> tuple[str, ...]:
    if not _string(item.get("embargoed")):
        return ()
    return (f"embargoed until {shown(_string(item['embargoed']), 40)}",)
