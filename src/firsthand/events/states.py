"""What is true of an actor over a time, in the report's own words: offices held, sanctions in force."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from firsthand import lexicon
from firsthand.sentences import Sentences
from firsthand.types import Actor, ActorKind, Event, Factuality, Held, Report, Span, State

OF_COUNTRIES = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY", None))  # sectors whose posts a country gives
HOLDS, SANCTIONED = "holds", "sanctioned_by"
SANCTIONS = re.compile(
    r"\b(sanction\w*|blacklist\w*|embargo\w*|asset freezes?|fro[zs]en? .{0,30}assets|travel bans?"
    r"|restrictive measures)\b",
    re.IGNORECASE,
)
AGAIN = re.compile(r"\b(re-?impos\w*|re-?instat\w*|restor\w*|renew\w*|extend\w*|snap\w* back)\b", re.IGNORECASE)
FOR_A_TIME = re.compile(
    r"\b(temporar\w+|suspen\w+|waive\w*|pause\w*|for (?:a|\w+) (?:days?|weeks?|months?))\b", re.IGNORECASE
)
IMPOSED, EASED = ("SANCTION",), ("RETREAT", "CONCEDE")
AROUND = 60  # characters beside a trigger in its sentence that say what was imposed or lifted


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to the sanctions against an actor: "in force", "reimposed", "suspended" or "lifted"."""

    subject: str
    status: str
    event: Event


def states(report: Report, actors: Sequence[Actor], events: Sequence[Event]) -> tuple[State, ...]:
    """Return who holds which office and who is under whose sanctions, as the report tells.

    What is only planned, possible, asked for or denied makes no state.
    """
    offices = [state for actor in actors for held in actor.roles for state in office(actor, held)]
    sanctions: dict[str, list[Step]] = {}
    for step in steps(report.text, events):
        sanctions.setdefault(step.subject, []).append(step)
    names = {actor.id: actor.name for actor in actors}
    return (*offices, *(state for told in sanctions.values() for state in under(told, names)))


def office(actor: Actor, held: Held) -> Iterator[State]:
    """Yield the post that the report gives to a person by name; relations and professions are no state."""
    role = lexicon.role(held.role)
    person = actor.kind is ActorKind.PERSON and actor.named and lexicon.country(actor.name) is None
    if person and role and role.kind == "post" and not role.plural:
        # A country's minister is its minister; a country's professor only comes from there.
        whose = held.of if held.of and (role.sector in OF_COUNTRIES or not lexicon.country(held.of)) else None
        yield State(
            subject=actor.id,
            attribute=HOLDS,
            value=f"{held.role} of {whose}" if whose else held.role,
            status="former" if role.former else "in force",
            spans=(held.span,),
        )


def steps(text: str, events: Sequence[Event]) -> Iterator[Step]:
    """Yield what happened to the sanctions against whom, in the order of the text."""
    sentences = Sentences(text)
    for event in events:
        if event.factuality is not Factuality.OCCURRED or event.type not in IMPOSED + EASED:
            continue
        words = beside(text, event.trigger[0], sentences)
        if SANCTIONS.search(words):
            yield from (Step(subject, status(event, words), event) for subject in event.recipient)


def beside(text: str, trigger: Span, sentences: Sentences) -> str:
    """The words of a trigger and those around it in its sentence."""
    start, end = sentences.around(*trigger)
    return text[max(start, trigger[0] - AROUND // 2) : min(end, trigger[1] + AROUND)]


def status(event: Event, words: str) -> str:
    """What an event does to sanctions."""
    if event.type in IMPOSED:
        return "reimposed" if AGAIN.search(words) else "in force"
    return "suspended" if FOR_A_TIME.search(words) else "lifted"


def under(told: list[Step], names: dict[str, str]) -> Iterator[State]:
    """Yield the sanctions of each who imposes them on one actor: their beginning, and their end where one is told.

    An end of which nobody is named as the author ends what is in force.
    """
    open_: dict[str | None, State] = {}
    for step in told:
        event = step.event
        value = names.get(event.actor[0]) if event.actor else None
        evidence = tuple(filter(None, (event.id, event.asserted_by)))
        begins = step.status in ("in force", "reimposed")
        known = open_.get(value) or (None if begins else next(iter(open_.values()), None))
        if known is None:
            known = State(subject=step.subject, attribute=SANCTIONED, value=value)
        open_[known.value] = replace(
            known,
            since=(known.since or event.when) if begins else known.since,
            until=known.until if begins else event.when,
            status=step.status,
            evidence=(*known.evidence, *(e for e in evidence if e not in known.evidence)),
            spans=(*known.spans, *event.trigger),
        )
    yield from open_.values()
