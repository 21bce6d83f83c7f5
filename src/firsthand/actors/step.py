"""From mentions to actors: the step ``who``."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from firsthand import lexicon
from firsthand.actors.belonging import COUNTRIES, KINDS, SECTORS, Traits
from firsthand.actors.cast import Case, Cast
from firsthand.actors.entity import Entity
from firsthand.actors.hands import hands
from firsthand.actors.joining import RULES
from firsthand.actors.missing import complete
from firsthand.actors.roles import roles
from firsthand.actors.said import Form, Said
from firsthand.actors.speakers import NOBODY, has_marks, inside_quotes, speakers
from firsthand.actors.uniting import unite
from firsthand.rules import first
from firsthand.spans import Mention
from firsthand.types import Actor, ActorKind, Attribution, Reason, Report

SPEAKER = Reason(rule="speaks_of_self", why="I, me or my in quoted words is who says them.", score=0.9)
OWN_OUTLET = Reason(rule="own_outlet", why="We outside quotation marks is the report's own outlet.", score=0.8)
OWN_SIDE = Reason(rule="own_side", why="We in quoted words is the side of who says them.", score=0.6)
INDIRECT = ("speaks_for", "issued")  # rules by which a source is somebody else than it names
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Who:
    """Who is who in one report.

    Attributes:
        actors: in the order of their first mentions.
        sources: for each attribution with a source, by id, the actor's id (None: nobody found) and why.
        via: for each attribution with hands, by id, their names.
    """

    actors: tuple[Actor, ...]
    sources: dict[str, tuple[str | None, Reason]]
    via: dict[str, tuple[str, ...]]

    def name(self, attribution: Attribution) -> Attribution:
        """Return the attribution with its source's actor, why it is that one, and the names of its hands."""
        via = self.via.get(attribution.id, attribution.via)
        if attribution.id not in self.sources:
            return replace(attribution, via=via)
        actor, why = self.sources[attribution.id]
        return replace(attribution, actor=actor, via=via, reasons=attribution.reasons | {"actor": why})


def who(report: Report, attributions: tuple[Attribution, ...], mentions: Sequence[Mention]) -> Who:
    """Resolve the sources of a report, and everybody whom it names, to actors.

    Args:
        report: the report as read.
        attributions: with what is known of their sources.
        mentions: as decoding found them, in the order of the text.
    """
    cast = Cast(report.text, complete(report, mentions, attributions), report.outlet)
    own = [said for said in cast.said if said.pronoun in ("first", "first plural")]
    for said in cast.said:
        if said.pronoun not in ("first", "first plural", "second"):
            entity, why = first(RULES[said.form], Case(cast, said))
            cast.settle(said, entity, why)
    unite(cast)
    found = speakers(cast, attributions)
    by_id = {id_: entity for id_, (entity, _) in found.items() if entity}
    for said in own:
        _speaks(cast, said, attributions, by_id)
    found |= speakers(cast, tuple(a for a in attributions if a.id not in found))
    found |= {a.id: (None, NOBODY) for a in attributions if a.source and a.id not in found}
    spoken = {id(entity) for entity, _ in found.values()}
    kept = [e for e in cast.entities if id(e) in spoken or _worth_listing(e)]
    kept.sort(key=lambda e: e.spans[:1])
    names = {id(e): f"p{n + 1}" for n, e in enumerate(kept)}
    sources = {a: (names[id(e)] if e else None, why) for a, (e, why) in found.items()}
    known = {a: e.name for a, (e, why) in found.items() if e and e.name and why.rule not in INDIRECT}
    return Who(_actors(cast, kept), sources, hands(attributions, known))


def _speaks(cast: Cast, said: Said, attributions: Sequence[Attribution], speakers: dict[str, Entity]) -> None:
    """Give "I" to who says it, "we" to that one's side; what nobody says stays without an actor."""
    quoted = [a for a in attributions if inside_quotes(a, said)]
    around = [a for a in quoted if a.id in speakers]
    outlet = cast.own_outlet() if not quoted and said.pronoun == "first plural" else None
    if outlet is not None:
        cast.settle(said, outlet, OWN_OUTLET)
    if not around:
        return
    own = [a for a in around if has_marks(a, cast.text)] or around
    narrowest = min(own, key=lambda a: sum(e - s for s, e in a.content))
    speaker = speakers[narrowest.id]
    if said.pronoun == "first":
        cast.settle(said, speaker, SPEAKER)
        return
    side = speaker if speaker.type != "person" or speaker.plural else _side(cast, speaker)
    if side is not None:
        cast.settle(said, side, OWN_SIDE)


def _side(cast: Cast, speaker: Entity) -> Entity | None:
    """Return the organization or country for which a person's role says that he or she speaks, or None."""
    sides = (cast.by_name(held.of, ("organization", "place")) for held in roles(cast, speaker) if held.of)
    return next((side for side in sides if side), None)


def _worth_listing(entity: Entity) -> bool:
    """Tell whether an actor that is no source is listed: whoever has a name, cities and things left out."""
    if not entity.name or entity.type == "thing":
        return False
    if entity.type == "place":
        return any((c := lexicon.country(n)) and c.how in ("name", "seat") for n in entity.names)
    return True


def _actors(cast: Cast, entities: list[Entity]) -> tuple[Actor, ...]:
    """Freeze the actors; organizations and countries first, then people, who get their country from others, twice."""
    traits = [Traits(cast, e, roles(cast, e)) for e in entities]
    told: dict[str, Actor] = {}
    made: dict[int, Actor] = {}
    people = [n for n, entity in enumerate(entities) if entity.type == "person"]
    others = [n for n, entity in enumerate(entities) if entity.type != "person"]
    for n in (*others, *people, *people):
        if n in made and made[n].country:
            continue
        made[n] = _actor(f"p{n + 1}", traits[n], told)
        for name in (made[n].name, *entities[n].names):
            before = told.get(name.casefold())
            told[name.casefold()] = before if before and before.country else made[n]
    return tuple(made[n] for n in range(len(entities)))


def _actor(id_: str, traits: Traits, told: dict[str, Actor]) -> Actor:
    entity, reasons = traits.entity, {}
    kind, reasons["kind"] = first(KINDS, traits)
    traits = Traits(traits.cast, entity, traits.roles, kind, told)
    country, reasons["country"] = first(COUNTRIES, traits)
    sector, reasons["sector"] = first(SECTORS, traits)
    name = entity.name or entity.known_name
    named = name is not None or (bool(traits.roles) and entity.first.definite and not entity.plural)
    name = name or _description(entity)
    if kind is ActorKind.COUNTRY and country:
        name = lexicon.country_name(country)
    return Actor(
        id=id_,
        name=name,
        kind=kind or ActorKind.ORGANIZATION,
        named=named,
        country=country,
        sector=sector,
        roles=traits.roles,
        mentions=entity.spans,
        reasons={k: v for k, v in reasons.items() if v is not None},
    )


def _description(entity: Entity) -> str:
    """Return the words by which a nameless actor is introduced."""
    nouns = [one for one in entity.said if one.form is not Form.PRONOUN] or entity.said
    text = " ".join(nouns[0].text.split())
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"
