"""Reads who is who in Firsthand's own reports, ``training/cast/*.txt``.

A file has the text of the report of the same name in ``training/corpus/``, character for character, every mention
of an actor in braces under the actor's number: ``{1 Luca Ferrand, {1 minister of {2 Orrin}}}``. Mentions are whole
noun phrases, nested ones included, and pronouns. After a line ``---`` stands one line for each actor::

    1 person "Luca Ferrand" country=ORR sector=GOV role="trade minister of Orrin" role="former banker"

The name is the fullest that the report gives; a nameless actor has its best description in parentheses, ``"(two
officials)"``. Run as ``python -m training.cast FILE…`` it checks files and prints what it understood.
"""

import re
import shlex
import sys
from dataclasses import dataclass, field
from pathlib import Path

from training.markup import OWN, read_marked

CAST = Path(__file__).parent / "cast"
MARK = re.compile(r"\{(\d+) |\}")
KINDS = ("person", "group", "organization", "outlet", "country", "place", "document")
FACTS = ("country", "sector", "role")


@dataclass
class Member:
    """One actor of a report: what it is, its spans, and what the report or the world tells of it."""

    number: int
    kind: str
    name: str
    mentions: list[tuple[int, int]] = field(default_factory=list)
    country: str | None = None
    sector: str | None = None
    roles: list[str] = field(default_factory=list)


def unmark(marked: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Return the plain text and (start, end, number) of every mention, in the order of their ends.

    Raises:
        ValueError: a mark is not closed, or a brace closes nothing.
    """
    text, last = "", 0
    waiting: list[tuple[int, int]] = []
    found = []
    for m in MARK.finditer(marked):
        text += marked[last : m.start()]
        last = m.end()
        if m[1]:
            waiting.append((int(m[1]), len(text)))
        elif waiting:
            number, start = waiting.pop()
            found.append((start, len(text), number))
        else:
            raise ValueError(f"a brace closes nothing after {text[-40:]!r}")
    if waiting:
        raise ValueError(f"mark {waiting[-1][0]} is never closed: {text[waiting[-1][1] :][:40]!r}")
    return text + marked[last:], found


def member(line: str) -> Member:
    """Parse the line of one actor.

    Raises:
        ValueError: it lacks a part, or has an unknown kind or fact.
    """
    number, kind, name, *facts = shlex.split(line)
    if kind not in KINDS:
        raise ValueError(f"{number}: unknown kind {kind!r}")
    out = Member(int(number), kind, name)
    for fact in facts:
        key, _, value = fact.partition("=")
        if key not in FACTS or not value:
            raise ValueError(f"{number}: unknown fact {fact!r}")
        if key == "role":
            out.roles.append(value)
        else:
            setattr(out, key, value)
    return out


def read_cast(path: Path, whole: str) -> list[Member]:
    """Read the actors of one report, in the order of their numbers; ``whole`` is the report's text.

    Raises:
        ValueError: the file breaks the format, or its text is not the report's; the message names file and place.
    """
    try:
        marked, _, tail = path.read_text(encoding="utf-8").rpartition("\n---\n")
        text, found = unmark(marked.strip("\n"))
        if text != whole:
            at = next((i for i, (a, b) in enumerate(zip(text, whole, strict=False)) if a != b), len(whole))
            raise ValueError(
                f"text differs from the report's: {text[at - 20 : at + 20]!r}, {whole[at - 20 : at + 20]!r}"
            )
        cast = {m.number: m for m in map(member, filter(str.strip, tail.splitlines()))}
        if cast.keys() != {n for _, _, n in found}:
            raise ValueError(f"only marked or only listed: {sorted(cast.keys() ^ {n for _, _, n in found})}")
        for s, e, n in found:
            if s == e or text[s:e] != text[s:e].strip():
                raise ValueError(f"{n}: mention {text[s:e]!r} is empty or has white space at its edge")
            cast[n].mentions.append((s, e))
    except ValueError as e:
        raise ValueError(f"{path.name}: {e}") from e
    for one in cast.values():
        one.mentions.sort(key=lambda m: (m[0], -m[1]))
    return [cast[n] for n in sorted(cast)]


def main() -> int:
    """Check files and print their actors."""
    bad = 0
    for name in map(Path, sys.argv[1:]):
        try:
            text = read_marked(OWN / name.name).text
            cast = read_cast(name, text)
        except ValueError as e:
            print(f"BAD {e}")
            bad = 1
            continue
        print(f"== {name.stem}: {len(cast)} actors, {sum(len(m.mentions) for m in cast)} mentions")
        for m in cast:
            mentions = " | ".join(text[s:e] for s, e in m.mentions)
            print(f"{m.number:>3} {m.kind} {m.name!r} {m.country} {m.sector} {m.roles}: {mentions}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
