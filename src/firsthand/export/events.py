"""Events in words: how they are shown to people, whatever they are shown on.

What comes from the report passes through `firsthand.export.view.line`, as everything that is shown.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.export.view import Mark, Part, line, source_label
from firsthand.phrases import parse
from firsthand.sentences import Sentences
from firsthand.spans import gap
from firsthand.types import Actor, Analysis, Attribution, Event, Place, Span, Stance, Time

SOMEBODY = "somebody"
OWN_VOICE = "in the reporter's voice"
UNDATED = "undated"
_NO_VALUE = "_REF"  # PAST_REF, PRESENT_REF, FUTURE_REF
BESIDE = 70  # characters of the sentence that are shown on each side of the words that name the act
_NAME_LIMIT = 60
_ARTICLE = re.compile(r"\A(The|An?)\b")  # at the head of a sentence
_WHERE = re.compile(
    r"(?:in|into|at|on|near|by|outside|inside|within|from|to|towards?|across|off|along|over|around|above|below|under"
    r"|behind|between|throughout|here|there|abroad|everywhere|nowhere|elsewhere)\b",
    re.IGNORECASE,
)

_VERBS = {
    Stance.ASSERTS: ("says", "say"),
    Stance.DENIES: ("denies", "deny"),
    Stance.DECLINES: ("declines", "decline"),
    Stance.SILENT: ("is silent:", "are silent:"),
    Stance.ASKS: ("asks", "ask"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One event in words, ready to be shown.

    Attributes:
        number: its place among the report's events, from 1.
        date: TIMEX3 value, else the report's words in quotation marks, else ``undated``.
        actors, recipients: names with country and sector; empty where the report names nobody.
        act: type and mode (``CONSULT visit``).
        place: ``in Riyadh``, or None.
        teller: on whose word, the innermost first (``says Trump, say three people``); None in the reporter's voice.
        sentence: where the sentence stands that tells of it.
        before, words, after: the trigger, and what stands beside it in its sentence, spaces included.
        event: all the rest.
    """

    number: int
    date: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    act: str
    place: str | None
    teller: str | None
    sentence: Span
    before: str
    words: str
    after: str
    event: Event

    @property
    def parties(self) -> str:
        """Who to whom: ``Trump (USA GOV) → Zelensky (UKR GOV)``."""
        doers = ", ".join(self.actors) or SOMEBODY
        return f"{doers} → {', '.join(self.recipients)}" if self.recipients else doers

    @property
    def facts(self) -> tuple[str, ...]:
        """What the line consists of, in its order."""
        told = (self.date, self.parties, self.act, self.place, self.event.factuality.value, self.teller or OWN_VOICE)
        return tuple(fact for fact in told if fact)

    @property
    def line(self) -> str:
        """The event on one line: ``2025-03-30 · Trump (USA GOV) · ACCUSE · occurred · in the reporter's voice``."""
        return " · ".join(self.facts)


def deeds(analysis: Analysis) -> list[Deed]:
    """Return each event in words, in the order of the text."""
    text, tellers, sentences = analysis.report.text, Tellers(analysis), Sentences(analysis.report.text)
    actors = {one.id: party(one) for one in analysis.actors}
    shown = []
    for number, one in enumerate(analysis.events, 1):
        start, end = one.trigger[0][0], one.trigger[-1][1]
        first, last = sentences.around(start, end)
        deed = Deed(
            number=number,
            date=time_label(one.when),
            actors=tuple(actors[id_] for id_ in one.actor if id_ in actors),
            recipients=tuple(actors[id_] for id_ in one.recipient if id_ in actors),
            act=line(" ".join(filter(None, (one.type, one.mode)))),
            place=located(one.place) if one.place else None,
            teller=tellers.words(one.asserted_by),
            sentence=(first, last),
            before=_before(text[first:start]),
            words=line(text[start:end], 2 * BESIDE),
            after=_after(text[end:last]),
            event=one,
        )
        shown.append(deed)
    return shown


def party(actor: Actor) -> str:
    """Name an actor with its country and sector: ``Donald Trump (USA GOV)``."""
    codes = line(" ".join(filter(None, (actor.country, actor.sector))))
    name = line(actor.name, _NAME_LIMIT)
    return f"{name} ({codes})" if codes else name


def located(place: Place) -> str:
    """Say where: ``in Riyadh``, ``near the border`` if that is how the report has it."""
    name = line(place.name, _NAME_LIMIT)
    return name if _WHERE.match(name) else f"in {name}"


def time_label(when: Time | None) -> str:
    """Say a time: its TIMEX3 value, with the words where it is not exact; the words where it is not resolved.

    A value that is only ``PRESENT_REF`` or the like tells a reader nothing: the day stands in its place, if it is one.
    """
    if when is None:
        return UNDATED
    words = f"“{line(when.text, _NAME_LIMIT)}”"
    vague = (when.timex or "").endswith(_NO_VALUE)
    if not (when.start or when.end) or (vague and when.start != when.end):
        return words
    value = line((not vague and when.timex) or when.start or when.end or "")
    return value if exact(when) else f"{value} {words}"


def exact(when: Time) -> bool:
    """Whether a time's value alone says what its words say."""
    return not when.mod and not (when.timex or "").endswith(_NO_VALUE)


class Tellers:
    """On whose word something is, in words.

    Args:
        analysis: of the report that tells it.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.report.text
        self._by_id = {one.id: one for one in analysis.attributions}
        self._actors = {one.id: one for one in analysis.actors}

    def words(self, id_: str | None) -> str | None:
        """Say who tells what an attribution carries, from it outwards; None where there is no such attribution."""
        told: dict[str, str] = {}
        while id_ and id_ not in told and (one := self._by_id.get(id_)):
            told[id_], id_ = self._says(one), one.within
        return ", ".join(told.values()) or None

    def name(self, one: Attribution) -> str:
        """Name a source: an unnamed one in the report's words, a named one by its fullest name."""
        actor = self._actors.get(one.actor or "")
        if actor and actor.named and one.source and not one.unnamed:
            return line(actor.name, _NAME_LIMIT)
        return _ARTICLE.sub(lambda found: found[0].lower(), line(source_label(self._text, one), _NAME_LIMIT))

    def _says(self, one: Attribution) -> str:
        if not one.source:
            return self.name(one)
        words = " ".join(self._text[start:end] for start, end in one.source)
        plural = one.count > 1 if one.count is not None else parse(words).plural
        return f"{_VERBS[one.stance][plural]} {self.name(one)}"


def event_marks(analysis: Analysis) -> Iterator[Mark]:
    """Yield the marks of all events: their triggers, and the mentions of who takes part that stand nearest to them."""
    actors = {one.id: one for one in analysis.actors}
    serves: dict[tuple[Span, Part], list[int]] = {}
    for number, one in enumerate(analysis.events, 1):
        for part, span in _parts(one, actors):
            if span[0] < span[1]:
                serves.setdefault((span, part), []).append(number)
    for (span, part), numbers in serves.items():
        yield Mark(part, *span, tuple(dict.fromkeys(numbers)))


def _parts(one: Event, actors: dict[str, Actor]) -> Iterator[tuple[Part, Span]]:
    for span in one.trigger:
        yield Part.TRIGGER, span
    for part, ids in ((Part.ACTOR, one.actor), (Part.RECIPIENT, one.recipient)):
        for id_ in ids:
            if id_ in actors and (found := nearest(actors[id_], one.trigger[0])):
                yield part, found


def nearest(actor: Actor, at: Span) -> Span | None:
    """Return the mention of an actor that stands nearest to some words, the earlier of two."""
    place = bisect_left(actor.mentions, at)
    around = actor.mentions[max(0, place - 2) : place + 2]  # two, as mentions nest
    return min(around, key=lambda span: gap(span, at), default=None)


def _before(words: str) -> str:
    """Shorten to one line from the front, between words; the space before what follows is kept."""
    shown = line(words)
    if len(shown) > BESIDE:
        shown = f"…{shown[-BESIDE:].partition(' ')[2]}"
    return f"{shown} " if shown and words[-1:].isspace() else shown


def _after(words: str) -> str:
    """Shorten to one line, between words; the space behind what goes before is kept."""
    shown = line(words)
    if len(shown) > BESIDE:
        shown = f"{shown[:BESIDE].rpartition(' ')[0]}…"
    return f" {shown}" if shown and words[:1].isspace() else shown
