"""JSON to reports: objects with the data contract's keys, or ninjs; one, an array, or one a line.

A text that JSON gives is kept character for character: carriage returns, NUL and lone surrogates included.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.errors import InputError
from firsthand.reading.found import FIELDS, Found, shown
from firsthand.reading.ninjs import is_ninjs, read_ninjs


def parse_json(text: str) -> Any:
    """Parse JSON.

    Args:
        text: one JSON value.

    Returns:
        The value, lone surrogates kept.

    Raises:
        InputError: not JSON; says what is wrong and where.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno} column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise InputError(f"is not JSON: {error.msg} at {where}") from error
    except RecursionError as error:
        raise InputError("is not readable JSON: nested too deeply") from error
    except ValueError as error:
        raise InputError(f"is not readable JSON: {error}") from error


def read_json(text: str) -> Iterator[Found | InputError]:
    """Read the report, or the array of reports, of a JSON text.

    Args:
        text: one JSON value.

    Yields:
        What was found, and an InputError for each item that is no report.

    Raises:
        InputError: not JSON at all.
    """
    value = parse_json(text)
    if not isinstance(value, list):
        yield read_object(value)
        return
    if not value:
        raise InputError("is an empty JSON array")
    for number, item in enumerate(value, start=1):
        try:
            yield read_object(item)
        except InputError as error:
            yield InputError(f"item {number} {error.what}", error.remedy)


def read_object(value: object) -> Found:
    """Read one report out of a decoded JSON value.

    Args:
        value: an object with the contract's keys (of which only ``text`` must be there), or an ninjs item.

    Returns:
        What was found, with a warning for each key whose value can't be used.

    Raises:
        InputError: not an object, or without a text.
    """
    if not isinstance(value, dict):
        raise InputError(f"is {_name_of(value)}, not an object with a report's keys")
    if is_ninjs(value):
        return read_ninjs(value)
    text = value.get("text")
    if not isinstance(text, str):
        found = "no key 'text'" if "text" not in value else f"{_name_of(text)} as 'text'"
        raise InputError(f"has {found}", "a report needs 'text', or an ninjs item a body")
    if not text.strip():
        raise InputError("has an empty text")
    return _from_contract(value, text)


def _from_contract(value: Mapping[str, Any], text: str) -> Found:
    given = {name: value[name] for name in FIELDS if value.get(name) is not None}
    good: dict[str, Any] = {name: item for name, item in given.items() if isinstance(item, str) and item.strip()}
    odd = [name for name, item in given.items() if not isinstance(item, str)]
    return Found(
        id=_id(value.get("id")),
        text=text,
        metadata=dict.fromkeys(good, "given"),
        warnings=tuple(_odd(name, given[name]) for name in odd),
        **good,
    )


def _id(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value) or None


def _odd(name: str, value: object) -> str:
    if name == "published":
        return f"published is not a date: {shown(value)}; times stay unresolved"
    return f"{name} is {_name_of(value)}, not text; it is left out"


def _name_of(value: object) -> str:
    names = {dict: "an object", list: "an array", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")
