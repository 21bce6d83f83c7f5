"""Makes one of two actors that the text shows to be the same only when all of it is read.

A report often says "the election chief" before it gives the name, and the name with the post after it.
"""

from firsthand import lexicon
from firsthand.actors.cast import Cast
from firsthand.actors.entity import Entity, same_sex
from firsthand.actors.roles import roles
from firsthand.types import Held, Reason

NAMED_NEXT = Reason(
    rule="named_next",
    why="A post without a name, and the next paragraph begins with a name without a post.",
    score=0.65,
)
LEAD = 500  # characters in which a report says its main thing
SAME_POST = Reason(rule="same_post", why="The report gives this post to one person, by name.", score=0.8)


def unite(cast: Cast) -> None:
    """Give whoever is only called by a post the name of the one who holds it, where that is one person."""
    people = [e for e in cast.entities if e.type == "person" and not e.plural]
    held: dict[str, list[tuple[Entity, Held]]] = {}
    for entity in people:
        if entity.name:
            for role in roles(cast, entity):
                held.setdefault(noun(role), []).append((entity, role))
    for entity in people:
        if entity.name or not entity.said or not entity.first.definite:
            continue
        for role in roles(cast, entity):
            holders = {id(e): e for e, other in held.get(noun(role), []) if agree(role, other) and same_sex(entity, e)}
            if len(holders) == 1:
                cast.merge(entity, holders.popitem()[1], SAME_POST)
                break
    for one, other in [(e, _named_next(cast, e)) for e in people]:
        if other is not None and one in cast.entities and other in cast.entities:
            cast.merge(one, other, NAMED_NEXT)


def _named_next(cast: Cast, entity: Entity) -> Entity | None:
    """Return the one whom the next paragraph names first, where a report's lead keeps the name of a post back."""
    if entity.name or not entity.said or entity.first.start > LEAD or not any(map(is_post, roles(cast, entity))):
        return None
    at = cast.text.find("\n", entity.first.end, entity.first.end + LEAD)
    begins = len(cast.text) - len(cast.text[at:].lstrip('\n \t“"‘')) if at >= 0 else len(cast.text)
    for said in cast.inside(begins, begins + LEAD):
        named = cast.of(said)
        if said.start != begins or named is None:
            break
        fresh = min(named.said, key=lambda one: one.start).start == begins and not roles(cast, named)
        if said.name and said.text.startswith(said.name) and fresh and named.type == "person" and named is not entity:
            return named if same_sex(entity, named) and not named.plural else None
    return None


def noun(role: Held) -> str:
    """Return what two ways of naming one post have in common ("deputy foreign minister")."""
    known = lexicon.role(role.role)
    return known.noun if known else role.role.casefold()


def agree(one: Held, other: Held) -> bool:
    """Tell whether two roles may be one: both over or neither, of the same, or of nobody in one of them."""
    if is_over(one) != is_over(other):
        return False
    if one.of is None or other.of is None:
        return True
    places = lexicon.country(one.of), lexicon.country(other.of)
    if places[0] and places[1]:
        return places[0].code == places[1].code
    a, b = set(one.of.casefold().split()), set(other.of.casefold().split())
    return a <= b or b <= a


def is_post(role: Held) -> bool:
    """Tell whether a role is a post, which few hold at a time."""
    known = lexicon.role(role.role)
    return known is not None and known.kind == "post"


def is_over(role: Held) -> bool:
    """Tell whether a role is one that somebody had ("former mayor")."""
    known = lexicon.role(role.role)
    return known is not None and known.former
