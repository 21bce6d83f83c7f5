"""Small grammars over classes of words, one after the other: each takes what the last one built.

A rule is a pattern over class names and a function that makes a reading of the items. At each place the rules of a
level are tried in their order, and a function that returns None leaves the place to the next one. Every pattern is of
bounded length, so a level is linear in its items.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from firsthand.times.words import CLASSES, Item

Items = Sequence[Item]
Build = Callable[[Items], tuple[str, object] | None]

_SHORTHAND = {
    "NUMBER": "(num|day|year|decimal)",
    "COUNT": "(num|day|year|decimal|an)",
    "DAY": "(the? (day|ord) (unit of)?|num)",
    "YEAR": "((comma|of|in|dash|slash|comma? of the unit of?)? (year|short))",
    "DUR": "(dur|adur)",
    "UNIT": "(unit|units)",
}


class Level(NamedTuple):
    """The rules of one level.

    Attributes:
        start: where any of them may begin.
        rules: each with what it builds.
    """

    start: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], Build], ...]


def level(rules: Sequence[tuple[str, Build]]) -> Level:
    """Compile rules that are written with the names of classes."""
    patterns = [pattern(rule) for rule, _ in rules]
    start = re.compile("|".join(f"(?:{one})" for one in patterns))
    return Level(start, tuple((re.compile(one), build) for one, (_, build) in zip(patterns, rules, strict=True)))


def pattern(rule: str) -> str:
    """Return the regular expression over characters that a pattern over class names stands for."""
    for name, meaning in _SHORTHAND.items():
        rule = rule.replace(name, meaning)
    rule = re.sub(r"[a-z]{2,}", lambda name: re.escape(CLASSES[name[0]]), rule)
    return re.sub(r"\((?!\?)", "(?:", _unescaped(rule).replace(" ", "")).replace("\0", r"\(")


def _unescaped(rule: str) -> str:
    return rule.replace(r"\(", "\0")


def run(items: list[Item], one: Level) -> list[Item]:
    """Return the items with what the rules of a level build in the place of what they are built from."""
    classes = "".join(item.cls for item in items)
    first = one.start.search(classes)
    if first is None:
        return items
    built: list[Item] = []
    at = 0
    while first is not None:
        built += items[at : first.start()]
        made, at = _build(items, classes, first.start(), one)
        built.append(made)
        first = one.start.search(classes, at)
    return built + items[at:]


def _build(items: list[Item], classes: str, at: int, one: Level) -> tuple[Item, int]:
    """Apply the first rule that builds something here; without one the item stays as it is."""
    for rule, build in one.rules:
        m = rule.match(classes, at)
        if m and m.end() > at:
            words = items[at : m.end()]
            made = build(words)
            if made is not None:
                return Item(CLASSES.get(made[0], made[0]), words[0].start, words[-1].end, made[1]), m.end()
    return items[at], at + 1
