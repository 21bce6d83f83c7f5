"""Reads GUM's mentions of entities, nested ones included, with what they are and which belong together.

GUM writes them into the last column of ``dep/*.conllu``: ``(3-organization-new-…`` where entity 3 begins, ``3)`` where
it ends. A mention in two parts (``(7[1/2]-…``) is left out: there are a few dozen.
"""

import re
from collections.abc import Iterable
from typing import TypeAlias

from training.gum_files import Token

MARK = re.compile(r"\((\d+)(\[\d+/\d+\])?-(\w+)-[^()]*(\))?|(\d+)(\[\d+/\d+\])?\)")

Mention: TypeAlias = tuple[int, int, str, str]


def mentions(tokens: Iterable[Token]) -> list[Mention]:
    """Return (start, end, type, entity) of every mention in characters, in the order of their ends.

    Raises:
        ValueError: a mention ends that did not begin, or never ends.
    """
    waiting: dict[str, list[tuple[int, str]]] = {}
    found: list[Mention] = []
    for token in tokens:
        for begins, part, kind, closed, ends, part_ends in MARK.findall(token.entity):
            if part or part_ends:
                continue
            if begins:
                waiting.setdefault(begins, []).append((token.start, kind))
            if closed or ends:
                entity = begins or ends
                if not waiting.get(entity):
                    raise ValueError(f"mention of {entity} ends at {token.form!r} and did not begin")
                start, kind = waiting[entity].pop()
                found.append((start, token.end, kind, entity))
    if any(waiting.values()):
        raise ValueError(f"mentions never end: {[k for k, v in waiting.items() if v]}")
    return found
