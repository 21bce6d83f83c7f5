"""What Firsthand finds in the golden reports, and whether it changed: ``python tests/golden/renew.py``.

Each ``NAME.txt`` here, and the report of ``firsthand demo``, has a ``NAME.found`` beside it. This script reads them
all again, shows what differs, and writes the new findings. Read the difference before you commit it.
"""

import difflib
from collections.abc import Iterator
from pathlib import Path

from firsthand.demo import REPORT as DEMO
from firsthand.types import Actor, Analysis, Attribution, Event, Spans, State, Time

FOLDER = Path(__file__).parent


def cases() -> list[tuple[Path, Path]]:
    """Return each golden report with the file that holds what is found in it."""
    return [
        (DEMO, FOLDER / "demo.found"),
        *((path, path.with_suffix(".found")) for path in sorted(FOLDER.glob("*.txt"))),
    ]


def found(analysis: Analysis) -> str:
    """Return what was found, for people to read and compare; without scores, which change with every model."""
    said = ("\n".join(_attribution(analysis, one)) for one in analysis.attributions)
    actors = (_actor(analysis, one) for one in analysis.actors)
    times = (f"{one.text!r} {_time(one)}" for one in analysis.times)
    events = (_event(analysis, one) for one in analysis.events)
    states = (_state(one) for one in analysis.states)
    parts = ((*_head(analysis), *said), actors, times, events, states)
    return "\n\n".join(filter(None, map("\n".join, parts))) + "\n"


def _head(analysis: Analysis) -> Iterator[str]:
    yield f"hands: {'; '.join(f'{hand.name} ({hand.role})' for hand in analysis.report.hands) or '-'}"
    yield from (f"warning: {warning}" for warning in analysis.report.warnings)


def _attribution(analysis: Analysis, one: Attribution) -> Iterator[str]:
    def words(spans: Spans) -> str:
        return " … ".join(" ".join(analysis.report.text[start:end].split()) for start, end in spans) or "-"

    yield f"\n{one.id} [{words(one.source)}] {{{words(one.cue)}}} <{words(one.content)}>"
    facts = [one.kind or "kind unknown", one.form, one.stance]
    facts += ["unnamed"] if one.unnamed else []
    facts += [f"count {one.count}"] if one.count is not None else []
    facts += [f"“{one.descriptor}”"] if one.descriptor else []
    facts += [f"via {' ← '.join(one.via)}"] if one.via else []
    facts += [f"within {one.within}"] if one.within else []
    facts += [f"same source as {one.same_source}"] if one.same_source else []
    facts += [f"occasion: {words((one.occasion,))}"] if one.occasion else []
    facts += [f"is {one.actor or 'nobody'}"] if "actor" in one.reasons else []
    facts += [f"when {_time(one.when)}"] if one.when else []
    yield f"   {' · '.join(facts)}"


def _actor(analysis: Analysis, one: Actor) -> str:
    mentions = [" ".join(analysis.report.text[start:end].split()) for start, end in one.mentions]
    facts = [one.kind, one.country or "-", one.sector or "-"]
    facts += [f"{held.role} of {held.of}" if held.of else held.role for held in one.roles]
    return f"{one.id}: {one.name} · {' · '.join(facts)}\n   {' | '.join(mentions)}"


def _time(one: Time) -> str:
    days = " to ".join(dict.fromkeys(filter(None, (one.start, one.end)))) or "open"
    return " ".join(filter(None, (one.timex or one.timex_type, one.mod, f"({days})")))


def _event(analysis: Analysis, one: Event) -> str:
    words = " … ".join(analysis.report.text[start:end] for start, end in one.trigger)
    facts = [" ".join(filter(None, (one.type, one.mode))), one.factuality.value]
    facts += [f"{', '.join(one.actor) or '-'} → {', '.join(one.recipient) or '-'}"]
    facts += [f"when {_time(one.when)}"] if one.when else []
    facts += [f"at {one.place.name} ({one.place.country or '-'})"] if one.place else []
    facts += [f"tells {one.asserted_by}"] if one.asserted_by else []
    return f"{one.id} [{words}] {' · '.join(facts)}"


def _state(one: State) -> str:
    facts = [f"{one.subject} {one.attribute} {one.value or '-'}", one.status]
    facts += [f"since {_time(one.since)}"] if one.since else []
    facts += [f"until {_time(one.until)}"] if one.until else []
    return " · ".join([*facts, *one.evidence])


def main() -> None:
    """Renew every file, showing the differences."""
    from firsthand import Firsthand

    reader, changed = Firsthand(), 0
    for report, kept in cases():
        before = kept.read_text(encoding="utf-8") if kept.exists() else ""
        after = found(reader.read(report))
        lines = difflib.unified_diff(
            before.splitlines(), after.splitlines(), f"{kept.name} before", "after", lineterm=""
        )
        print("\n".join(lines), end="\n" if before != after else "")
        kept.write_text(after, encoding="utf-8", newline="\n")
        changed += before != after
    print(f"{changed} changed")


if __name__ == "__main__":
    main()
