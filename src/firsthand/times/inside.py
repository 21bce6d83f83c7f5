"""What a rule asks of the items that it matched: their values, numbers, units and readings."""

from firsthand.times.cascade import Items
from firsthand.times.values import Reading
from firsthand.times.words import CLASSES

Made = tuple[str, Reading] | None


def value(words: Items, name: str) -> object:
    """Return the value of the first item of a class, or None."""
    return next((word.value for word in words if word.cls == CLASSES[name]), None)


def values(words: Items, *names: str) -> list[object]:
    """Return the values of all items of some classes."""
    wanted = {CLASSES[name] for name in names}
    return [word.value for word in words if word.cls in wanted]


def number(words: Items) -> float | None:
    """Return the first number among some items; "a" is one, and None is a number that the text leaves open."""
    for word in words:
        if word.cls in _COUNTED:
            return 1 if word.cls == CLASSES["an"] else float(str(word.value)) if word.value is not None else None
    return None


_COUNTED = {CLASSES[name] for name in ("num", "day", "year", "decimal", "cardinal", "an")}


def unit_in(words: Items) -> str:
    """Return the first unit among some items, in the singular."""
    return str(value(words, "unit") or value(words, "units"))


def direction(words: Items) -> str | None:
    """Return last, next or this, where one is said; "last" wins in "this past week"."""
    if values(words, "last"):
        return "last"
    return "next" if values(words, "next") else "this" if values(words, "this") else None


def has(words: Items, name: str) -> bool:
    """Tell whether an item of a class is among some items."""
    return any(word.cls == CLASSES[name] for word in words)


def readings_in(words: Items, *names: str) -> list[Reading]:
    """Return the readings of all items of some classes."""
    wanted = {CLASSES[name] for name in names}
    return [word.value for word in words if word.cls in wanted]  # type: ignore[misc]
