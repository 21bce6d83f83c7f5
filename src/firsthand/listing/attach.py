"""Puts what sanctions lists say beside what a report says."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from msgspec.structs import replace

from firsthand.lexicon import country, institution
from firsthand.listing.records import Candidate
from firsthand.types import Actor, ActorKind, Analysis, OnList, State

OFFERED = 3  # candidates without certainty that are kept for an actor
KINDS = (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.OUTLET)
OVER = ("lifted", "suspended")
KEYS = {"OFAC SDN": "ofac", "UN Security Council": "un"}  # names of lists in an actor's ids


class Lists(Protocol):
    """Looks names up in sanctions lists, as `firsthand.store.Sanctions` does."""

    def find(self, name: str, kind: ActorKind, country: str | None, on: str | None) -> tuple[Candidate, ...]:
        """Return the entries that somebody of this name may be, the asserted ones first."""


def attach(analysis: Analysis, lists: Lists, on: date | None) -> Analysis:
    """Return the analysis with the listings of its named actors, as of a day: the report's."""
    day = on.isoformat() if on else None
    actors = tuple(
        _listed(one, analysis, lists.find(one.name, one.kind, one.country, day))
        if one.named and one.kind in KINDS
        else one
        for one in analysis.actors
    )
    return replace(analysis, actors=actors)


def _listed(actor: Actor, analysis: Analysis, found: Sequence[Candidate]) -> Actor:
    sure = [one for one in found if one.asserted]
    listings = tuple(_entry(one, actor, analysis) for one in [*sure, *[o for o in found if not o.asserted][:OFFERED]])
    ids = {KEYS.get(one.listing.list, one.listing.list): one.listing.id for one in sure}
    return replace(actor, listings=listings, ids=actor.ids | ids) if listings else actor


def _entry(one: Candidate, actor: Actor, analysis: Analysis) -> OnList:
    entry = one.listing
    return OnList(
        list=entry.list,
        id=entry.id,
        name=one.written,
        programs=entry.programs,
        authorities=entry.authorities,
        listed=entry.listed,
        delisted=entry.delisted,
        in_force=one.in_force,
        when=one.when,
        score=round(one.score, 4),
        why=one.why,
        doubts=one.doubts,
        asserted=one.asserted,
        disagrees=_disagreement(one, actor, analysis) if one.asserted else None,
    )


def _disagreement(one: Candidate, actor: Actor, analysis: Analysis) -> str | None:
    """What the report says of the same sanctions that the list does not."""
    for state in analysis.states:
        if state.subject != actor.id or state.attribute != "sanctioned_by" or not _same_authority(state, one):
            continue
        over = state.status in OVER
        if over != (one.in_force is False):
            words = " … ".join(_around(analysis.report.text, *span) for span in state.spans[-1:])
            return f"The report says {state.status}: “{words}”. {one.listing.list}: {one.when}"
    return None


def _same_authority(state: State, one: Candidate) -> bool:
    """Whether the list may be that of who the report says imposed the sanctions; an unknown one may be anybody."""
    told = _whose(state.value or "")
    listing = [_whose(name) for name in one.listing.authorities]
    return told is None or None in listing or any(told in (name or "") or (name or "") in told for name in listing)


def _whose(name: str) -> str | None:
    """Return the country that a name means or belongs to, or the international body, or None."""
    known, body = country(name), institution(name)
    return known.code if known else (body.country or body.name) if body else None


def _around(text: str, start: int, end: int, reach: int = 60) -> str:
    """Some words with those around them, whole words only."""
    left = text.rfind(" ", 0, max(0, start - reach)) + 1
    right = text.find(" ", min(len(text), end + reach))
    return " ".join(text[left : right if right > 0 else len(text)].split())
