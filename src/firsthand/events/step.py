"""From bare spans to events: the step ``happen``."""

import re
from collections.abc import Sequence

from firsthand import lexicon
from firsthand.events.parties import Parties, common
from firsthand.events.reach import Reach
from firsthand.events.telling import Telling, tells_when
from firsthand.sentences import Sentences
from firsthand.spans import Happening, gap
from firsthand.types import Actor, Attribution, Event, Factuality, Place, Reason, Report, Span, Stance, Time

# Types that are done by speaking: to tell of them in one's own name is to do them.
SPOKEN = frozenset(("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
DENIED = Reason(rule="denied", why="Its teller denies it.", score=0.85)
UNSAID = Reason(rule="unsaid", why="Its teller asks about it, or will not speak of it.", score=0.8)
OWN_TIME = Reason(rule="own_time", why="The time that the model gives to this event.", score=0.8)
TOLD_THEN = Reason(rule="told_then", why="Done by saying it, at the time of the saying.", score=0.75)
CLAUSE_TIME = Reason(rule="clause_time", why="The one time right beside it in its clause.", score=0.7)
TELLER = Reason(rule="teller", why="It is done by saying it, and this is who says it.", score=0.7)
BEFORE_PLACE = re.compile(r"(?:in|at|on|to|into)\s+(?=\S)", re.IGNORECASE)
WHERE = re.compile(r"(?:near|off|outside|inside|around|across|from|over)\s+(?=\S)", re.IGNORECASE)
ENDS = re.compile(r"\b(?:until|till?|through)\s+$", re.IGNORECASE)
BOUNDS = re.compile(r"\b(?:until|till?|through|by|for|since)\s+$", re.IGNORECASE)
NEAR = 40  # characters between an event and a time that stands right beside it


def happen(
    report: Report,
    attributions: tuple[Attribution, ...],
    actors: Sequence[Actor],
    happenings: Sequence[Happening],
    times: Sequence[Time],
) -> tuple[Event, ...]:
    """Resolve the events of a report: who takes part, who tells of each, when and where it is.

    Args:
        report: the report as read.
        attributions: with their actors and times.
        actors: of the report.
        happenings: the bare spans of its events, as decoding found them.
        times: its expressions of time, in the order of the text.

    Returns:
        In the order of the text, ``e1``, ``e2`` …; every derived field has its reason.
    """
    scene = Scene(report, attributions, actors, happenings, times)
    return tuple(scene.event(i, one) for i, one in enumerate(scene.happenings, 1))


class Scene:
    """What the events of one report are resolved against; the arguments are those of ``happen``."""

    def __init__(
        self,
        report: Report,
        attributions: tuple[Attribution, ...],
        actors: Sequence[Actor],
        happenings: Sequence[Happening],
        times: Sequence[Time],
    ) -> None:
        self.text = report.text
        self.sentences = Sentences(report.text)
        self.telling = Telling(attributions)
        self.parties = Parties(report.text, actors)
        self.happenings = sorted(happenings, key=lambda one: one.trigger)
        self.triggers = Reach((one.trigger, one) for one in self.happenings)
        self.times = Reach((t.span, t) for t in times if tells_when(t))
        self.owned = {t.span for one in self.happenings for span in one.time for _, t in self.times.over(span)}
        self.owned |= {a.when.span for a in attributions if a.when}

    def event(self, number: int, one: Happening) -> Event:
        """Resolve one event."""
        teller = self.telling.innermost(one.trigger)
        speaker = self.telling.cue_of(one.trigger) if one.type in SPOKEN else None
        read = Reason(rule="model", why="As the model reads it.", score=one.score)
        reasons = dict.fromkeys(("type", "actor", "recipient", "factuality", "place"), read)
        actor = self.parties.named(one.actor)
        if not actor and speaker and speaker.actor:
            actor, reasons["actor"] = (speaker.actor,), TELLER
        when, why = self.when(one, actor, teller, speaker)
        if why:
            reasons["when"] = why
        factuality, why = self.factuality(one, teller)
        if why:
            reasons["factuality"] = why
        return Event(
            id=f"e{number}",
            trigger=(one.trigger,),
            type=one.type,
            mode=one.mode,
            contexts=one.contexts,
            actor=actor,
            recipient=self.parties.named(one.recipient),
            when=when,
            place=self.place(one),
            factuality=factuality,
            certainty=one.certainty,
            asserted_by=teller.id if teller else None,
            score=one.score,
            reasons=reasons,
        )

    def factuality(self, one: Happening, teller: Attribution | None) -> tuple[Factuality, Reason | None]:
        """How sure an event is: as it is put, unless its teller does not stand by it."""
        if teller and one.factuality is Factuality.OCCURRED and teller.stance is not Stance.ASSERTS:
            return (Factuality.DENIED, DENIED) if teller.stance is Stance.DENIES else (Factuality.POSSIBLE, UNSAID)
        return one.factuality, None

    def when(
        self, one: Happening, actor: tuple[str, ...], teller: Attribution | None, speaker: Attribution | None
    ) -> tuple[Time | None, Reason | None]:
        """The time of an event: its own; that of the saying by which it is done; the one right beside it."""
        for span in one.time:
            own = max(self.times.over(span), key=lambda near: common(near[0], span), default=None)
            if own and not self.bounds(own[0], ENDS):
                return own[1], OWN_TIME
        if speaker and speaker.when:
            return speaker.when, TOLD_THEN
        spoken = one.type in SPOKEN and one.factuality is Factuality.OCCURRED
        if spoken and teller and teller.when and teller.actor in actor:
            return teller.when, TOLD_THEN
        beside = self.beside(one.trigger)
        return (beside, CLAUSE_TIME) if beside else (None, None)

    def beside(self, trigger: Span) -> Time | None:
        """The one time right beside an event in its sentence, if it is no other event's and no saying's."""
        near = [
            t
            for span, t in self.times.over(self.sentences.around(*trigger))
            if span not in self.owned
            and gap(span, trigger) <= NEAR
            and not self.bounds(span, BOUNDS)
            and not self._another_s(span, gap(span, trigger))
        ]
        return near[0] if len(near) == 1 else None

    def bounds(self, time: Span, words: re.Pattern[str]) -> bool:
        """Whether one of the words right before a time makes it a beginning or an end."""
        return words.search(self.text, max(0, time[0] - 12), time[0]) is not None

    def _another_s(self, time: Span, far: int) -> bool:
        """Whether an event stands nearer to a time than that."""
        around = self.triggers.over((time[0] - far, time[1] + far))
        return any(gap(time, span) < far for span, _ in around)

    def place(self, one: Happening) -> Place | None:
        """The first place of an event, with its country where the gazetteer knows it."""
        if not one.place:
            return None
        start, end = one.place[0]
        before = BEFORE_PLACE.match(self.text, start, end)
        start = before.end() if before else start
        known = lexicon.country(WHERE.sub("", self.text[start:end], count=1))
        return Place(self.text[start:end], (start, end), known.code if known else None)
