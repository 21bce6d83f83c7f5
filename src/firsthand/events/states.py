"""What is true of an actor over a time, in the report's own words: offices held, sanctions in force."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from firsthand import lexicon
from firsthand.events.telling import Telling
from firsthand.sentences import Sentences
from firsthand.types import Actor, ActorKind, Attribution, Event, Factuality, Held, Report, Span, Stance, State

OF_COUNTRIES = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY", None))  # sectors whose posts a country gives
HOLDS, SANCTIONED = "holds", "sanctioned_by"
SANCTIONS = re.compile(
    r"\b(sanction\w*|blacklist\w*|embargo\w*|asset freezes?|fro[zs]en? .{0,30}assets|travel bans?"
    r"|restrictive measures)\b",
    re.IGNORECASE,
)
AGAIN = re.compile(r"\b(re-?impos\w*|re-?instat\w*|snap\w* back)\b", re.IGNORECASE)
FOR_A_TIME = re.compile(r"\b(temporar\w+|suspen\w+|waive\w*|pause\w*)\b", re.IGNORECASE)
# Behind these words a clause tells why, when or in return for what something is done, not what.
ELSEWHERE = re.compile(
    r"[,;:]|\b(?:over|after|amid|as|because|for|in|accused|to|while|when|if|unless|whom|who|which|that)\b",
    re.IGNORECASE,
)
IMPOSED, EASED = ("SANCTION",), ("RETREAT", "CONCEDE")
OF_SANCTIONS = (None, "discontinue")  # modes of events that impose or ease sanctions
AROUND = 60  # characters beside a trigger in its clause that say what was imposed or lifted
UNITED = frozenset(("IGO", "UNO", "EUR"))  # sectors of bodies that belong to no country


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that happened to the sanctions against an actor.

    Attributes:
        subject: the actor's id; by: the id of who did it, or None.
        status: in force, reimposed, suspended or lifted.
        event: the event that tells it.
    """

    subject: str
    by: str | None
    status: str
    event: Event

    @property
    def begins(self) -> bool:
        """Whether sanctions are in force from then on."""
        return self.status in ("in force", "reimposed")


def states(
    report: Report, attributions: Sequence[Attribution], actors: Sequence[Actor], events: Sequence[Event]
) -> tuple[State, ...]:
    """Return who holds which office and who is under whose sanctions, as the report tells.

    What is only planned, possible, asked for or denied makes no state, nor does what somebody denies that another said.
    """
    offices = [state for actor in actors for held in actor.roles for state in office(actor, held)]
    told: dict[str, list[Turn]] = {}
    for turn in turns(report.text, Telling(attributions), events):
        told.setdefault(turn.subject, []).append(turn)
    by_id = {actor.id: actor for actor in actors}
    return (*offices, *(state for one in told.values() for state in under(one, by_id)))


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


def turns(text: str, telling: Telling, events: Sequence[Event]) -> Iterator[Turn]:
    """Yield what happened to the sanctions against whom, in the order of the text."""
    sentences = Sentences(text)
    for event in events:
        if event.factuality is not Factuality.OCCURRED or event.mode not in OF_SANCTIONS:
            continue
        if event.type not in IMPOSED + EASED or any(
            one.stance is not Stance.ASSERTS for one in telling.around(event.trigger[0])
        ):
            continue
        words = clause(text, event.trigger[0], sentences)
        if SANCTIONS.search(words):
            for subject in event.recipient:
                yield from (Turn(subject, by, status(event, words), event) for by in event.actor or (None,))


def clause(text: str, trigger: Span, sentences: Sentences) -> str:
    """The words of a trigger and those around it that belong to what is done."""
    start, end = sentences.around(*trigger)
    before = text[max(start, trigger[0] - AROUND) : trigger[0]]
    after = text[trigger[1] : min(end, trigger[1] + AROUND)]
    cut = ELSEWHERE.search(after)
    return ELSEWHERE.split(before)[-1] + text[slice(*trigger)] + after[: cut.start() if cut else None]


def status(event: Event, words: str) -> str:
    """What an event does to sanctions."""
    if event.type in IMPOSED:
        return "reimposed" if AGAIN.search(words) else "in force"
    return "suspended" if FOR_A_TIME.search(words) else "lifted"


def under(told: list[Turn], actors: Mapping[str, Actor]) -> Iterator[State]:
    """Yield the sanctions of each who imposes them on one actor: their beginning, and their end where one is told.

    Turns are taken in the order of time where the report dates all of them. An end of which nobody is named as the
    author ends the sanctions that are in force, if only one's are.
    """
    if all(turn.event.when and turn.event.when.start for turn in told):
        told = sorted(told, key=lambda turn: str(turn.event.when and turn.event.when.start))
    open_: list[tuple[str | None, State]] = []
    for turn in told:
        at = next((i for i, (by, state) in enumerate(open_) if _same(turn, by, state, actors)), None)
        if turn.by is None and not turn.begins:
            in_force = [i for i, (_, state) in enumerate(open_) if state.status in ("in force", "reimposed")]
            at = in_force[0] if len(in_force) == 1 else None
        if at is None:
            open_.append((turn.by, _first(turn, actors)))
        else:
            open_[at] = (open_[at][0] or turn.by, _next(open_[at][1], turn))
    yield from (state for _, state in open_)


def _same(turn: Turn, by: str | None, state: State, actors: Mapping[str, Actor]) -> bool:
    """Whether a turn is by who imposed the sanctions: the same actor, or another of its country."""
    if turn.by is None or by is None:
        return turn.by is by
    one, other = actors[turn.by], actors[by]
    if one.id == other.id or (one.country and one.country == other.country):
        return True
    # "The Biden administration": of a country that the report leaves to the reader, and of no body of several.
    nameless = one.country is None or other.country is None
    return nameless and not {one.sector, other.sector} & UNITED and state.subject not in (one.id, other.id)


def _first(turn: Turn, actors: Mapping[str, Actor]) -> State:
    """The state that a first turn makes."""
    value = actors[turn.by].name if turn.by else None
    return _next(State(subject=turn.subject, attribute=SANCTIONED, value=value), turn)


def _next(state: State, turn: Turn) -> State:
    """A state after one more turn."""
    event = turn.event
    evidence = tuple(filter(None, (event.id, event.asserted_by)))
    return replace(
        state,
        since=(state.since or event.when) if turn.begins else state.since,
        until=None if turn.begins else event.when,
        status=turn.status,
        evidence=(*state.evidence, *(e for e in evidence if e not in state.evidence)),
        spans=(*state.spans, *event.trigger),
    )
