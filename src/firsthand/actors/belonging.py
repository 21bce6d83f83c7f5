"""Rules for what an actor is, which country it belongs to, and what it is in society."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firsthand import lexicon
from firsthand.actors.cast import Cast
from firsthand.actors.entity import Entity
from firsthand.rules import rule
from firsthand.types import Actor, ActorKind, Held


@dataclass(frozen=True, slots=True)
class Traits:
    """One actor, its roles, and the actors that were made before by name: what the rules look at."""

    cast: Cast
    entity: Entity
    roles: tuple[Held, ...] = ()
    kind: ActorKind | None = None
    told: dict[str, Actor] = field(default_factory=dict)


@rule(0.9)
def a_country(traits: Traits) -> ActorKind | None:
    """The gazetteer has a country of this name."""
    return ActorKind.COUNTRY if traits.entity.type != "person" and _as(traits.entity, "name") else None


@rule(0.9)
def an_outlet(traits: Traits) -> ActorKind | None:
    """The gazetteer, or a word beside the name, says that it is a news outlet."""
    return ActorKind.OUTLET if traits.entity.is_outlet else None


@rule(0.85)
def a_document(traits: Traits) -> ActorKind | None:
    """It is called a paper, a statement or the like."""
    entity, known = traits.entity, lexicon.sources()
    written = entity.heads & (known.documents | known.documents_plural)
    return ActorKind.DOCUMENT if entity.type == "thing" and written else None


@rule(0.85)
def several_people(traits: Traits) -> ActorKind | None:
    """It is several people without a name of their own."""
    entity = traits.entity
    return ActorKind.GROUP if entity.type == "person" and entity.plural and not entity.name else None


@rule(0.85)
def a_person(traits: Traits) -> ActorKind | None:
    """Its mentions speak of one person."""
    return ActorKind.PERSON if traits.entity.type == "person" else None


@rule(0.75)
def a_body(traits: Traits) -> ActorKind | None:
    """Its mentions speak of an organization, or of a place that acts as one."""
    return ActorKind.ORGANIZATION


KINDS = (a_country, an_outlet, a_document, several_people, a_person, a_body)


@rule(0.98)
def is_that_country(traits: Traits) -> str | None:
    """It is the country itself."""
    return _as(traits.entity, "name") if traits.kind is ActorKind.COUNTRY else None


@rule(0.95)
def known_institution(traits: Traits) -> str | None:
    """The gazetteer knows the institution's country."""
    if traits.entity.type == "person":
        return None
    found = (said.institution for said in traits.entity.said)
    return next((body.country for body in found if body and body.country), None)


@rule(0.9)
def seat_of_government(traits: Traits) -> str | None:
    """A capital or a seat stands for the country's government."""
    return None if traits.entity.type == "person" else _as(traits.entity, "capital") or _as(traits.entity, "seat")


@rule(0.9)
def role_of_country(traits: Traits) -> str | None:
    """A role that the report gives is of that country."""
    return next((code for held in traits.roles if (code := _code(held.of))), None)


@rule(0.85)
def described_by_country(traits: Traits) -> str | None:
    """The words for it begin with a country's adjective or name."""
    for said in traits.entity.said:
        if said.country:
            return said.country
    return None


@rule(0.8)
def role_of_body(traits: Traits) -> str | None:
    """A role that the report gives is of, or beside, somebody of that country."""
    return next((body.country for body in _bodies(traits) if body.country), None)


@rule(0.75)
def known_leader(traits: Traits) -> str | None:
    """The gazetteer knows a leader of this name, and the post or the rest of the report agrees."""
    if traits.entity.type != "person":
        return None
    nouns = {role.noun for held in traits.roles if (role := lexicon.role(held.role))}
    for name in traits.entity.names:
        code = lexicon.leader(name, nouns)
        if code is None:
            continue
        held = lexicon.leader(name.rsplit(" ", 1)[-1], nouns) == code
        if held or any(other.country == code for other in traits.told.values()):
            return code
    return None


COUNTRIES = (
    is_that_country, known_institution, role_of_country, seat_of_government, described_by_country, role_of_body,
    known_leader,
)  # fmt: skip


@rule(0.95)
def outlets_report(traits: Traits) -> str | None:
    """A news outlet."""
    return "JRN" if traits.kind is ActorKind.OUTLET else None


@rule(0.95)
def known_sector(traits: Traits) -> str | None:
    """The gazetteer knows the institution."""
    if traits.entity.type == "person":
        return None
    found = (said.institution for said in traits.entity.said)
    return next((body.sector for body in found if body and body.sector), None)


@rule(0.85)
def sector_of_role(traits: Traits) -> str | None:
    """A role that the report gives belongs there."""
    found = (lexicon.role(held.role) for held in traits.roles)
    return next((role.sector for role in found if role and role.sector), None)


@rule(0.8)
def sector_of_body(traits: Traits) -> str | None:
    """A role that the report gives is of somebody who belongs there."""
    return next((body.sector for body in _bodies(traits) if body.sector), None)


@rule(0.8)
def sector_of_noun(traits: Traits) -> str | None:
    """The noun that it is called by belongs there."""
    entity = traits.entity
    if entity.type == "person":
        return None
    words = (*entity.names, *(said.text for said in entity.said if not said.pronoun))
    return next((code for text in words if (code := lexicon.institution_sector(text))), None)


@rule(0.75)
def sector_of_title(traits: Traits) -> str | None:
    """The rank or title before the name belongs there."""
    if traits.entity.type != "person":
        return None
    words = (w for said in traits.entity.said if not said.pronoun for w in said.phrase.words)
    return next((title.sector for w in words if (title := lexicon.honorific(w)) and title.sector), None)


@rule(0.8)
def governs(traits: Traits) -> str | None:
    """A capital or a seat stands for a government."""
    return (
        "GOV"
        if traits.kind is ActorKind.ORGANIZATION and (_as(traits.entity, "capital") or _as(traits.entity, "seat"))
        else None
    )


SECTORS = (
    outlets_report, known_sector, sector_of_role, sector_of_title, sector_of_body, sector_of_noun, governs,
)  # fmt: skip


def _as(entity: Entity, how: str) -> str | None:
    """Return the country that one of the actor's names stands for in this way, or None."""
    for name in entity.names:
        found = lexicon.country(name)
        if found and found.how == how:
            return found.code
    return None


def _code(of: str | None) -> str | None:
    found = lexicon.country(of) if of else None
    return found.code if found else None


def _bodies(traits: Traits) -> Iterator[Actor]:
    """Yield the actors whose the roles are, as far as they are known."""
    for held in traits.roles:
        body = traits.told.get((held.of or "").casefold())
        if body is not None:
            yield body
