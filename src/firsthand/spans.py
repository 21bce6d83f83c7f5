"""The bare spans that decoding finds, before anything is known about them."""

from firsthand.types import Factuality, Record, Span, Spans


class Quotation(Record, frozen=True, kw_only=True):
    """The bare spans of one attribution, as decoding finds them.

    Attributes:
        source: who says it; empty where the report names nobody.
        cue: the words that attribute ("said", "according to").
        content: what is said; empty for a silence.
        score: 0..1, how sure the model is of the whole.
        within: index of the enclosing quotation in the same tuple, or None.
    """

    source: Spans
    cue: Spans
    content: Spans
    score: float = 1.0
    within: int | None = None


class Link(Record, frozen=True):
    """An earlier mention that a mention may repeat.

    Attributes:
        to: its index among the report's mentions.
        chance: 0..1.
    """

    to: int
    chance: float


class Mention(Record, frozen=True, kw_only=True):
    """A stretch of the text that speaks of somebody or something, as decoding finds it.

    Attributes:
        span: the whole noun phrase, pronouns included; mentions nest.
        type: person, organization, place or thing.
        score: 0..1, how sure the model is that it is one.
        links: the earlier mentions that it may repeat, the likeliest first; what is left to one is that it is new.
    """

    span: Span
    type: str
    score: float = 1.0
    links: tuple[Link, ...] = ()


class Happening(Record, frozen=True, kw_only=True):
    """The bare spans of one event, as decoding finds them.

    Attributes:
        trigger: the words that name the act.
        type, mode, contexts: PLOVER's; contexts are the likeliest first.
        factuality: see Factuality.
        certainty: -3 (certainly did not happen) to 3 (certainly happened).
        actor, recipient, place, time: the words that fill each role, in the order of the text.
        score: 0..1, how sure the model is that this is an event of this type.
    """

    trigger: Span
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    factuality: Factuality
    certainty: float
    actor: Spans = ()
    recipient: Spans = ()
    place: Spans = ()
    time: Spans = ()
    score: float


def gap(a: Span, b: Span) -> int:
    """Characters between two spans; none where they touch or meet."""
    return max(0, a[0] - b[1], b[0] - a[1])
