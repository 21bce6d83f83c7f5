"""Reads Firsthand's own annotated reports, ``training/corpus/*.txt``.

A file has three parts. The head gives the report's metadata, a ``# key: value`` line each. Then comes the text, with
roles marked in place: ``{S1 two officials} {C1 said} {X1 that …}`` is attribution 1. Marks nest (``{X1 that {S2 he}
{C2 would deny} {X2 it}}``), a role in several pieces is marked several times, and a piece that serves several
attributions lists them (``{S1,2 He}``). After a line ``---`` stand the facts, a line for each attribution::

    1 kind=person form=indirect stance=asserts unnamed count=2 via="CNN; Reuters" within=2 same=1

``via`` is nearest the report first; ``same`` names the earlier attribution with the same unnamed speaker.
Run as ``python -m training.markup FILE…`` it checks files and prints what it understood.
"""

import re
import shlex
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OWN = Path(__file__).parent / "corpus"
MARK = re.compile(r"\{([SCX])(\d+(?:,\d+)*) |\}")
ROLE = {"S": "source", "C": "cue", "X": "content"}
FACTS = {"kind", "form", "stance", "unnamed", "count", "via", "within", "same", "descriptor", "occasion"}
VALUES = {
    "kind": {"person", "organization", "outlet", "document", "collective"},
    "form": {"direct", "mixed", "indirect"},
    "stance": {"asserts", "denies", "declines", "silent", "asks"},
}


@dataclass
class Marked:
    """One annotated report: its text without marks, and its attributions with spans and facts."""

    id: str
    text: str
    meta: dict[str, str]
    attributions: list[dict[str, Any]] = field(default_factory=list)


def unmark(marked: str) -> tuple[str, dict[int, dict[str, list[list[int]]]]]:
    """Return the plain text and, for each attribution number, its spans by role.

    Raises:
        ValueError: a mark is not closed, or a brace closes nothing.
    """
    text, last = "", 0
    open_marks: list[tuple[str, list[int], int]] = []
    spans: dict[int, dict[str, list[list[int]]]] = {}
    for m in MARK.finditer(marked):
        text += marked[last : m.start()]
        last = m.end()
        if m[1]:
            open_marks.append((ROLE[m[1]], [int(n) for n in m[2].split(",")], len(text)))
            continue
        if not open_marks:
            raise ValueError(f"a brace closes nothing after {text[-40:]!r}")
        role, numbers, start = open_marks.pop()
        for n in numbers:
            spans.setdefault(n, {r: [] for r in ROLE.values()})[role].append([start, len(text)])
    if open_marks:
        raise ValueError(f"mark never closed: {open_marks[-1][:2]}")
    for roles in spans.values():
        for pieces in roles.values():
            pieces.sort()
    return text + marked[last:], spans


def facts(line: str) -> tuple[int, dict[str, Any]]:
    """Parse one fact line into the attribution's number and its fields.

    Raises:
        ValueError: an unknown key or value.
    """
    number, *words = shlex.split(line)
    out: dict[str, Any] = {"unnamed": False, "via": [], "within": None, "same": None, "count": None}
    for word in words:
        key, _, value = word.partition("=")
        if key not in FACTS or (key in VALUES and value not in VALUES[key]):
            raise ValueError(f"{number}: unknown fact {word!r}")
        if key == "via":
            out[key] = [v.strip() for v in value.split(";")]
        elif key in ("count", "within", "same"):
            out[key] = int(value)
        else:
            out[key] = value or True
    return int(number), out


def read_marked(path: Path) -> Marked:
    """Read one annotated report.

    Raises:
        ValueError: the file breaks the format; the message names the file and the place.
    """
    try:
        head, _, tail = path.read_text(encoding="utf-8").rpartition("\n---\n")
        lines = head.split("\n")
        n = next(i for i, line in enumerate(lines) if not line.startswith("# "))
        meta = dict(line[2:].split(": ", 1) for line in lines[:n])
        text, spans = unmark("\n".join(lines[n:]).strip("\n"))
        rows = dict(facts(line) for line in tail.splitlines() if line.strip())
        if rows.keys() != spans.keys():
            raise ValueError(f"marks without facts or facts without marks: {sorted(rows.keys() ^ spans.keys())}")
        for n, roles in spans.items():
            if not roles["cue"]:
                raise ValueError(f"{n}: no cue")
            for role, pieces in roles.items():
                for s, e in pieces:
                    if text[s:e] != text[s:e].strip() or s == e:
                        raise ValueError(f"{n}: {role} {text[s:e]!r} is empty or has white space at its edge")
            if not {"kind", "form", "stance"} <= rows[n].keys() or (rows[n]["within"] or n) not in spans:
                raise ValueError(f"{n}: kind, form, stance are needed, and within must exist")
    except (ValueError, StopIteration) as e:
        raise ValueError(f"{path.name}: {e}") from e
    found = [{"id": n, **spans[n], **rows[n]} for n in spans]
    return Marked(path.stem, text, meta, sorted(found, key=lambda a: (a["cue"], a["id"])))


def main() -> int:
    """Check files and print their attributions."""
    bad = 0
    for name in sys.argv[1:]:
        try:
            report = read_marked(Path(name))
        except ValueError as e:
            print(f"BAD {e}")
            bad = 1
            continue
        print(f"== {report.id}: {len(report.text.split())} words, {len(report.attributions)} attributions")
        for a in report.attributions:
            roles = (" / ".join(report.text[s:e] for s, e in a[r]) for r in ROLE.values())
            print(
                f"{a['id']:>3} " + " | ".join(roles),
                {k: v for k, v in a.items() if k not in (*ROLE.values(), "id") and v},
            )
    return bad


if __name__ == "__main__":
    sys.exit(main())
