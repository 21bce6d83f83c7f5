"""Rules for which actor an attribution's source is."""

import re
from dataclasses import dataclass, field

from firsthand import lexicon
from firsthand.actors.cast import Cast
from firsthand.actors.entity import Entity
from firsthand.actors.said import Said
from firsthand.phrases import parse
from firsthand.rules import first, rule
from firsthand.types import Attribution, Form, Kind, Reason

# Nouns for those who speak in another's name; written by hand.
SPEAK_FOR = lexicon.word_set(
    """spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen spox representative representatives
    press-service"""
)
# What ties a document to whom it is from ("a letter from", "remarks by"), and not to whom it came ("seen by").
ISSUES = re.compile(r"(?<!seen )(?<!obtained )(?<!reviewed )(?<!published )\b(?:by|of|from)\s(?:the\s|an?\s)?$")
REACH = 60  # characters of a document's noun before its owner
MARKS = "“\"‘«„'"
NOBODY = Reason(rule="nobody_before", why="A pronoun, and nobody before it that it can stand for.", score=0.9)


@dataclass(frozen=True, slots=True)
class Speaking:
    """One attribution whose source is to be given an actor; ``settled`` has the actors of earlier ones by id."""

    cast: Cast
    attribution: Attribution
    settled: dict[str, Entity] = field(default_factory=dict)

    @property
    def mention(self) -> Said | None:
        """The mention that is the source: the one that covers most of its first piece, the widest of equals."""
        if not self.attribution.source:
            return None
        s, e = self.attribution.source[0]
        found = self.cast.inside(s, e)
        whole = [one for one in found if one.mention.type != "thing" or one.end - one.start == e - s] or found
        return max(whole, key=lambda one: (one.end - one.start, -one.start), default=None)


@rule(0.9)
def speaks_for(speaking: Speaking) -> Entity | None:
    """Who speaks in the name of somebody, and has no name, stands for that institution or person."""
    attribution, cast = speaking.attribution, speaking.cast
    if not attribution.unnamed or not attribution.source or attribution.kind is Kind.DOCUMENT:
        return None
    s, e = attribution.source[0]
    phrase = parse(cast.text[s:e])
    if not ({phrase.head, *phrase.nouns} & SPEAK_FOR) or phrase.part_of:
        return None
    for one in cast.inside(s, e):
        entity = cast.of(one)
        if entity and one.end - one.start < e - s and one.mention.type in ("organization", "place", "person"):
            own = one.head in SPEAK_FOR or (one.mention.type == "person" and not (one.name or one.pronoun))
            if not own:
                return entity
    return None


@rule(0.8)
def issued(speaking: Speaking) -> Entity | None:
    """A paper, a statement or remarks speak for the one whose they are."""
    attribution, cast = speaking.attribution, speaking.cast
    if attribution.kind is not Kind.DOCUMENT or not attribution.source:
        return None
    s, e = attribution.source[0]
    for one in cast.inside(s, e):
        entity, whole = cast.of(one), one.start <= s + 4 and one.end >= e - 1
        before, after = cast.text[s : one.start], cast.text[one.end : one.end + 2]
        if entity is None or whole or one.mention.type == "thing" or len(before) > REACH:
            continue
        if after in ("’s", "'s") or ISSUES.search(before) or one.start == s:
            return entity
    return None


@rule(0.85)
def same_source(speaking: Speaking) -> Entity | None:
    """Its words join nobody before, and it goes back to the unnamed source of an earlier attribution."""
    earlier, mention = speaking.settled.get(speaking.attribution.same_source or ""), speaking.mention
    own = speaking.cast.of(mention) if mention else None
    if earlier is None or mention is None or (own is not None and own.first is not mention):
        return None
    return earlier if earlier.plural == mention.plural else None


@rule(0.9)
def own_mention(speaking: Speaking) -> Entity | None:
    """The words of the source speak of it."""
    mention = speaking.mention
    return speaking.cast.of(mention) if mention else None


RULES = (speaks_for, issued, same_source, own_mention)


def speakers(cast: Cast, attributions: tuple[Attribution, ...]) -> dict[str, tuple[Entity | None, Reason]]:
    """Return the actor of each attribution that has a source, by its id, and why; None where nobody is found."""
    settled: dict[str, Entity] = {}
    out: dict[str, tuple[Entity | None, Reason]] = {}
    for attribution in attributions:
        speaking = Speaking(cast, attribution, settled)
        entity, reason = first(RULES, speaking)
        if entity is None or reason is None:
            continue
        if entity.label is None and all(one.pronoun for one in entity.said):
            out[attribution.id] = (None, NOBODY)
            continue
        mention = speaking.mention
        joined = entity.why[entity.said.index(mention)] if mention in entity.said else None
        out[attribution.id] = (entity, joined if joined and reason.rule == "own_mention" else reason)
        settled[attribution.id] = entity
    return out


def inside_quotes(attribution: Attribution, said: Said) -> bool:
    """Tell whether a mention stands in somebody's quoted words."""
    if attribution.form is Form.INDIRECT:
        return False
    return any(s <= said.start and said.end <= e for s, e in attribution.content)


def has_marks(attribution: Attribution, text: str) -> bool:
    """Tell whether the words of an attribution stand in quotation marks of their own, not only in another's."""
    return any(text[s] in MARKS or text[max(0, s - 1)] in MARKS for s, _ in attribution.content)
