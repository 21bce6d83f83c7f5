"""Gives actors ids that hold over many reports: one id only where name, kind and context agree."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from anyascii import anyascii

from firsthand.actors.uniting import noun
from firsthand.names import compare, keys
from firsthand.types import Actor, ActorKind, Kind

SAME = 0.85  # likeness of two names from which they may be one actor's in two reports; within one report less is enough
BY_NAME = (ActorKind.COUNTRY, ActorKind.OUTLET)  # kinds of which two do not share a name
COMPARED = 50  # actors of one key that a new one is compared with, the latest first
NAMELESS = re.compile(r"p\d+")
DETERMINER = re.compile(r"(?:the|an?|his|her|its|their|our|my|one|this) ", re.IGNORECASE)
NOT_WORD = re.compile(r"[^a-z0-9]+")
KINDS = {ActorKind.PERSON: Kind.PERSON, ActorKind.ORGANIZATION: Kind.ORGANIZATION, ActorKind.OUTLET: Kind.OUTLET}


@dataclass
class Known:
    """An actor of earlier reports: its id and all that was told of it."""

    id: str
    name: str
    kind: ActorKind
    countries: set[str] = field(default_factory=set)
    contexts: set[str] = field(default_factory=set)


class Registry:
    """Remembers the actors of the reports so far. Not safe to share between threads."""

    def __init__(self) -> None:
        self._known: defaultdict[str, list[Known]] = defaultdict(list)
        self._ids: set[str] = set()

    def ids(self, actors: tuple[Actor, ...]) -> dict[str, str]:
        """Return the lasting id of each of a report's actors, by its id in the report.

        A named actor gets its name as id, with a number where others have the same name; a nameless one keeps its own,
        which means somebody in its report only.
        """
        out: dict[str, str] = {}
        for actor in actors:
            out[actor.id] = self._of(actor, set(out.values())) if has_name(actor) else actor.id
        return out

    def _of(self, actor: Actor, taken: set[str]) -> str:
        indexed = keys(actor.name, KINDS.get(actor.kind)) or frozenset({actor.name})
        for key in sorted(indexed):
            for known in reversed(self._known[key][-COMPARED:]):
                if known.id not in taken and same(actor, known):
                    known.countries |= {actor.country} if actor.country else set()
                    known.contexts |= contexts(actor)
                    return known.id
        id_ = self._free(NOT_WORD.sub("-", anyascii(actor.name).lower()).strip("-") or "actor")
        new = Known(id_, actor.name, actor.kind, {actor.country} if actor.country else set(), contexts(actor))
        for key in indexed:
            self._known[key].append(new)
        return id_

    def _free(self, slug: str) -> str:
        """Return an id that nobody has, and that no nameless actor of a report can have."""
        number = 2 if NAMELESS.fullmatch(slug) else 1
        while (id_ := slug if number == 1 else f"{slug}-{number}") in self._ids:
            number += 1
        self._ids.add(id_)
        return id_


def has_name(actor: Actor) -> bool:
    """Tell whether an actor has a name, and not only a post ("the minister") that says something in its report."""
    return actor.named and not DETERMINER.match(actor.name)


def contexts(actor: Actor) -> set[str]:
    """Return what tells an actor from others of its name: its posts, whose they are, its sector."""
    out = {f"sector {actor.sector}"} if actor.sector else set()
    for held in actor.roles:
        out.add(f"role {noun(held)}")
        if held.of:
            out.add(f"of {held.of.casefold()}")
    return out


def same(actor: Actor, known: Known) -> bool:
    """Tell whether name, kind and context of an actor agree with one of earlier reports."""
    if actor.kind is not known.kind or compare(actor.name, known.name, KINDS.get(actor.kind)).score < SAME:
        return False
    if actor.kind in BY_NAME:
        return True
    if actor.country and known.countries and actor.country not in known.countries:
        return False
    here = contexts(actor)
    if here and known.contexts:
        agree = bool(here & known.contexts)
    else:
        agree = actor.country is not None and actor.country in known.countries
    return agree and (actor.kind is not ActorKind.PERSON or " " in actor.name)
