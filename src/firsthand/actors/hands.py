"""Gives the hands of a chain the names of the actors that they are: "he" and "the magazine" tell a reader nothing."""

from collections.abc import Mapping, Sequence

from firsthand.types import Attribution

DEEP = 20  # attributions inside one another whose hands are followed


def hands(attributions: Sequence[Attribution], names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return by id the hands of each attribution that has any, with the names of actors in place of other words.

    Args:
        attributions: with their hands as sourcing read them from the words of the sources.
        names: by the id of an attribution, the name of the actor that its source is.
    """
    by_id = {a.id: a for a in attributions}
    made: dict[str, tuple[str, ...]] = {}

    def named(one: Attribution, depth: int = 0) -> tuple[str, ...]:
        if one.id not in made:
            outer = by_id.get(one.within or "")
            through = outer is not None and one.via[: len(outer.via)] == outer.via and len(one.via) > len(outer.via)
            if outer is None or not through or "via" not in one.reasons or depth > DEEP:
                made[one.id] = one.via
            else:
                hand, *rest = one.via[len(outer.via) :]
                hand = fuller(hand, names.get(outer.id))
                made[one.id] = tuple(dict.fromkeys([*named(outer, depth + 1), hand, *rest]))
        return made[one.id]

    return {one.id: named(one) for one in attributions if one.via}


def fuller(hand: str, name: str | None) -> str:
    """Return the actor's name, or the hand where that already has the name in it."""
    return hand if name is None or name.casefold() in hand.casefold() else name
