"""Reads what happens in Firsthand's own reports, ``training/events/*.txt``.

A file annotates the report of the same name in ``training/corpus/``, one line for each event in the order of the text::

    Vesk [accused] the court | ACCUSE disapprove | occurred | actor: Vesk | recipient: the court | time: on Monday

First come some words of the report with the trigger in brackets, enough of them to stand only once in the report;
then PLOVER's type, with a mode where it has one; the factuality; then what the report gives of actor, recipient,
place, time and PLOVER's contexts, several parted by semicolons. Actors, places and times are words of the report: of
several places where they stand, the one nearest to the trigger in its paragraph is meant.

Files in ``training/deeds/`` are reports of their own, full of deeds: the text, a line ``---``, and such lines. Nothing
else is known of them.
Run as ``python -m training.events FILE…`` it checks files and prints what it understood.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from firsthand.plover import CONTEXTS, MODES
from firsthand.types import Factuality
from training.markup import OWN, read_marked

EVENTS = Path(__file__).parent / "events"
DEEDS = Path(__file__).parent / "deeds"
ROLES = ("actor", "recipient", "place", "time")
TRIGGER = re.compile(r"^(.*?)\[(.+?)\](.*)$", re.DOTALL)

Span = tuple[int, int]


@dataclass
class Event:
    """One annotated event: what it is, and the spans of its trigger and of each role's fillers."""

    trigger: Span
    type: str
    mode: str | None
    factuality: str
    contexts: list[str] = field(default_factory=list)
    roles: dict[str, list[Span]] = field(default_factory=dict)


def read_report(path: Path) -> tuple[str, list[Event]]:
    """Read one annotated report: its text, and its events in the order of the text.

    Raises:
        ValueError: a line breaks the format or quotes what the report does not say; the message names file and event.
    """
    if path.resolve().parent == DEEDS.resolve():
        text, _, lines = path.read_text(encoding="utf-8").rpartition("\n---\n")
        text = text.strip("\n") + "\n"
    else:
        text, lines = read_marked(OWN / path.name).text, path.read_text(encoding="utf-8")
    events = []
    for number, line in enumerate(lines.splitlines(), 1):
        if line.strip():
            try:
                events.append(_event(line, text))
            except ValueError as e:
                raise ValueError(f"{path.name}, event {number}: {e}") from e
    return text, sorted(events, key=lambda e: e.trigger)


def _event(line: str, text: str) -> Event:
    words, what, factuality, *facts = (part.strip() for part in line.split(" | "))
    type_, _, mode = what.partition(" ")
    if type_ not in MODES or (mode and mode not in MODES[type_]):
        raise ValueError(f"unknown type or mode {what!r}")
    event = Event(_trigger(words, text), type_, mode or None, Factuality(factuality).value)
    for fact in facts:
        key, colon, values = fact.partition(": ")
        fillers = [v.strip() for v in values.split(";") if v.strip()]
        if key == "context" and set(fillers) <= set(CONTEXTS):
            event.contexts = fillers
        elif key in ROLES and colon and fillers:
            event.roles[key] = [_nearest(f, event.trigger, text) for f in fillers]
        else:
            raise ValueError(f"unknown fact {fact!r}")
    return event


def _trigger(words: str, text: str) -> Span:
    found = TRIGGER.match(words)
    if not found:
        raise ValueError(f"no [trigger] in {words!r}")
    before, trigger, after = found.groups()
    whole = before + trigger + after
    if text.count(whole) != 1:
        raise ValueError(f"{whole!r} stands {text.count(whole)} times in the report")
    start = text.index(whole) + len(before)
    return start, start + len(trigger)


def _nearest(words: str, trigger: Span, text: str) -> Span:
    """Where the words stand nearest to the trigger, in its paragraph if they do, else anywhere."""
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not found:
        raise ValueError(f"{words!r} is not in the report")

    def far(span: Span) -> tuple[bool, int]:
        between = text[min(span[1], trigger[1]) : max(span[0], trigger[0])]
        return "\n" in between, len(between)

    return min(found, key=far)


def main() -> int:
    """Check files and print their events."""
    bad = 0
    for path in map(Path, sys.argv[1:]):
        try:
            text, events = read_report(path)
        except (OSError, ValueError) as e:
            print(f"BAD {e}")
            bad = 1
            continue
        print(f"== {path.stem}: {len(events)} events")
        for event in events:
            roles = {k: [text[a:b] for a, b in v] for k, v in event.roles.items()}
            words = text[slice(*event.trigger)]
            print(f"  {words!r} {event.type} {event.mode} {event.factuality} {roles} {event.contexts}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
