"""Small grammars over classes of words, one after the other: each takes what the last one built.

A rule is a pattern over class names and a function that makes a reading of the items. At each place the rules of a
level are tried in their order, and a function that returns None leaves the place to the next one. Every pattern is of
bounded length, so a level is linear in its items.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

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


class Level:
    """The rules of one level; compiled when a text first needs them.

    Args:
        rules: each pattern, written with the names of classes, and what it builds.
    """

    def __init__(self, rules: Sequence[tuple[str, Build]]) -> None:
        self._rules = rules

    @cached_property
    def rules(self) -> list[tuple[str, Build]]:
        """Each pattern over characters, with what it builds."""
        return [(pattern(rule), build) for rule, build in self._rules]

    @cached_property
    def any_rule(self) -> re.Pattern[str]:
        """All patterns in one, a group each."""
        return re.compile("|".join(f"({rule})" for rule, _ in self.rules))


def pattern(rule: str) -> str:
    """Return the regular expression over characters that a pattern over class names stands for."""
    for name, meaning in _SHORTHAND.items():
        rule = rule.replace(name, meaning)
    rule = _CHOICE.sub(lambda choice: f"[{choice[1].replace('|', ' ')}]", rule)
    rule = re.sub(r"[a-z]{2,}", lambda name: re.escape(CLASSES[name[0]]), rule)
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", rule.replace(" ", ""))


_CHOICE = re.compile(r"\(([a-z]+(?:\|[a-z]+)+)\)")  # a choice between single classes is a set, which is faster


def run(items: list[Item], one: Level) -> list[Item]:
    """Return the items with what the rules of a level build in the place of what they are built from."""
    classes = "".join(item.cls for item in items)
    first = one.any_rule.search(classes)
    if first is None:
        return items
    built: list[Item] = []
    at = 0
    while first is not None:
        built += items[at : first.start()]
        made, at = _build(items, first, one)
        built.append(made)
        first = one.any_rule.search(classes, at)
    return built + items[at:]


def _build(items: list[Item], first: re.Match[str], one: Level) -> tuple[Item, int]:
    """Apply the first rule that builds something here; without one the item stays as it is."""
    found: re.Match[str] | None = first
    for i in range((first.lastindex or 1) - 1, len(one.rules)):
        rule, build = one.rules[i]
        if found is None or i >= (first.lastindex or 1):
            found = re.compile(rule).match(first.string, first.start())
        if found:
            words = items[first.start() : found.end()]
            made = build(words)
            if made is not None:
                return Item(CLASSES.get(made[0], made[0]), words[0].start, words[-1].end, made[1]), found.end()
    return items[first.start()], first.start() + 1
