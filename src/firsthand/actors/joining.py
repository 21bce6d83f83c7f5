"""Rules for whom a mention speaks of: an earlier name, an apposition, what the model links it to, the nearest.

Every rule looks at one mention and the actors before it, and gives the actor, or None where it does not apply.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand import lexicon
from firsthand.actors.cast import KINDS, Case, Cast
from firsthand.actors.entity import Entity, same_sex
from firsthand.actors.said import Form, Said
from firsthand.names import SAME, compare
from firsthand.phrases import RELATIVE
from firsthand.rules import rule
from firsthand.types import Kind

SURE, LIKELY, FAINT = 0.5, 0.3, 0.12  # chances of a link that name, noun and pronoun need; chosen on held-out reports
DEEP = 3  # links in a row from one "I" to another
LOOK_BACK = 60  # actors among which "the paper" is looked for
NEAR = 400  # characters that a pronoun reaches back without the model's help
UNSURE = 0.5  # of the chance that "she" is somebody of whom nothing shows a man or a woman
OTHERS = (("other",), ("another",), ("others",), ("more",))
FOLLOWS = 200  # characters of a description that "who" follows
STRANGE = 0.7  # chance of a link by which a noun joins somebody who has no name and goes by other nouns
KIN = {"person": "person", "organization": "body", "place": "body", "thing": "thing"}  # types that may be one actor
APPOSED_TO = 80  # characters of a name that a description behind its comma is about
APPOSED = re.compile(r"[,(–—:-]\s*(?:the |a |an )?$|\)\s*$")


@rule(0.98)
def same_name(case: Case) -> Entity | None:
    """The same name stands before."""
    found = case.cast.called(case.said) if case.said.name else None
    return found if found and fits(case, found) else None


@rule(0.95)
def other_name(case: Case) -> Entity | None:
    """Another name of the same country, outlet or institution stands before."""
    known = case.cast.known(case.said)
    return known if known and fits(case, known) else None


@rule(0.9)
def similar_name(case: Case) -> Entity | None:
    """A name before is a longer, shorter or differently spelled form of this one."""
    said = case.said
    if not said.name:
        return None
    sure = strongest(case, SURE)
    if sure and any(part_of(said.name, name) for name in sure.names):
        return sure
    scored = [(max(likeness(said, n) for n in e.names), e) for e in case.cast.similar(said) if fits(case, e)]
    found = [e for score, e in sorted(scored, key=lambda pair: -pair[0]) if score >= SAME]
    linked_to = strongest(case, FAINT) if len(found) > 1 else None
    return linked_to if linked_to in found else (found[0] if found else None)


@rule(0.85)
def apposed(case: Case) -> Entity | None:
    """It stands beside a mention as another name for it."""
    said = case.said
    for outer in case.cast.around(said):
        entity = case.cast.of(outer)
        if entity and outer.mention.type == said.mention.type and beside(case, outer) and fits(case, entity):
            return entity
    named = next(case.cast.before(said, APPOSED_TO), None)
    if said.name or named is None or not named.name or case.cast.text[named.end : said.start] != ", ":
        return None
    entity = case.cast.of(named)
    alike_ = named.mention.type == said.mention.type and said.phrase.article != ""
    return entity if entity and alike_ and fits(case, entity) else None


@rule(0.95)
def relative(case: Case) -> Entity | None:
    """A word such as "who" stands for the one whom it follows."""
    said, found = case.said, None
    if said.text.lower() not in RELATIVE:
        return None
    for before in case.cast.before(said, FOLLOWS):
        follows = not case.cast.text[before.end : said.start].strip(" ,")
        if follows and (said.text.lower() != "who" or before.mention.type == "person"):
            found = before  # the widest one that ends there
    return case.cast.of(found) if found else None


@rule(0.8)
def linked(case: Case) -> Entity | None:
    """The words around it show that it repeats an earlier mention."""
    if case.said.phrase.words[:1] in OTHERS:
        return None
    found = strongest(case, SURE)
    return strongest(case, STRANGE) if found and stranger(case.said, found) else found


@rule(0.85)
def own_outlet(case: Case) -> Entity | None:
    """Words such as "this newspaper" mean the report's own outlet."""
    said = case.said
    if not says_own(said) or not outlet_noun(said):
        return None
    return case.cast.own_outlet()


@rule(0.8)
def the_outlet(case: Case) -> Entity | None:
    """Words such as "the paper" mean the outlet that was named last."""
    said = case.said
    if says_own(said) or not said.definite or not outlet_noun(said) or said.phrase.rest:
        return None
    return next((e for e in reversed(case.cast.entities[-LOOK_BACK:]) if e.is_outlet and fits(case, e)), None)


@rule(0.8)
def same_noun(case: Case) -> Entity | None:
    """The same noun, with "the", stands for the one who was called so before."""
    said = case.said
    if not said.definite or not said.head or said.phrase.rest or said.phrase.owner:
        return None
    called = [e for e in case.cast.with_noun(said.head) if e.plural == said.plural and fits(case, e)]
    return next((e for e in reversed(called) if not other_post(said, e)), None)


@rule(0.65)
def linked_noun(case: Case) -> Entity | None:
    """The words around it make an earlier mention likelier than a new one."""
    found = strongest(case, LIKELY) if case.said.definite else None
    return found if found and not other_post(case.said, found) and not stranger(case.said, found) else None


@rule(0.75)
def pronoun_linked(case: Case) -> Entity | None:
    """A pronoun: of those before who fit it, the words around it speak for this one."""
    return strongest(case, FAINT)


@rule(0.55)
def pronoun_nearest(case: Case) -> Entity | None:
    """A pronoun: the nearest person before who fits it; whom quoted words name did not say them."""
    if case.said.pronoun not in ("he", "she"):
        return None
    own = case.cast.quotation(case.said.start)
    for earlier in case.cast.before(case.said, NEAR):
        entity, quoted = case.cast.of(earlier), case.cast.quotation(earlier.start)
        if quoted not in (None, own):
            continue
        if earlier.mention.type == "person" and entity and fits(case, entity):
            return entity
    return None


NAMES = (same_name, other_name, similar_name, apposed, linked)
NOUNS = (relative, other_name, own_outlet, apposed, linked, the_outlet, same_noun, linked_noun)
THIRD_PERSONS = (pronoun_linked, pronoun_nearest)
RULES = {Form.NAME: NAMES, Form.NOUN: NOUNS, Form.PRONOUN: THIRD_PERSONS}


def says_own(said: Said) -> bool:
    """Tell whether a mention begins with a word for the writer's own ("this newspaper", "our correspondent")."""
    return said.phrase.words[:1] in (("this",), ("our",))


def outlet_noun(said: Said) -> bool:
    """Tell whether a mention is a noun for an outlet, with nothing that names one."""
    words = lexicon.outlets()
    return not said.name and said.head in words.nouns | words.sure_nouns and len(said.phrase.words) <= 3


def strongest(case: Case, least: float) -> Entity | None:
    """Return the likeliest actor that the mention may repeat, its links to one actor added up, or None."""
    chances: dict[Entity, float] = {}
    for entity, chance in repeated(case.cast, case.said):
        known = entity.gender is not None or case.said.pronoun not in ("he", "she")
        chances[entity] = chances.get(entity, 0.0) + (chance if known else UNSURE * chance)
    for entity, chance in sorted(chances.items(), key=lambda item: -item[1]):
        if chance >= least and fits(case, entity):
            return entity
    return None


def repeated(cast: Cast, said: Said, depth: int = 0) -> Iterator[tuple[Entity, float]]:
    """Yield the actors that a mention is linked to with their chances, through an "I" that is nobody's yet too."""
    for link in said.mention.links if depth < DEEP else ():
        entity = cast.owner(link.to)
        if entity is not None:
            yield entity, link.chance
        else:
            yield from ((e, link.chance * chance) for e, chance in repeated(cast, cast.said[link.to], depth + 1))


def fits(case: Case, entity: Entity) -> bool:
    """Tell whether nothing in the mention's words or place speaks against the actor."""
    said = case.said
    other = other_person(said, entity) or other_country(said, entity)
    return alike(said, entity) and same_sex(said, entity) and not other and not holds(case, entity)


def alike(said: Said, entity: Entity) -> bool:
    """Tell whether type and number allow the mention to speak of the actor."""
    kind = entity.type
    if said.pronoun in ("he", "she"):
        return kind == "person" and not entity.plural
    if said.pronoun == "it":
        return kind != "person"
    if said.pronoun == "they":
        return kind != "person" or entity.plural or entity.gender is None
    if KIN[said.mention.type] != KIN[kind] or (entity.is_outlet and calls_no_outlet(said)):
        return False
    return kind != "person" or said.plural == entity.plural


def calls_no_outlet(said: Said) -> bool:
    """Tell whether a mention is a noun by which no outlet goes ("the bank")."""
    words = lexicon.outlets()
    return said.form is Form.NOUN and bool(said.head) and said.head not in words.nouns | words.sure_nouns


def other_person(said: Said, entity: Entity) -> bool:
    """Tell whether both have names, and these are not one."""
    if not said.name or not entity.names:
        return False
    if said.known and said.known in entity.known:
        return False
    return all(likeness(said, name) < SAME and not part_of(said.name, name) for name in entity.names)


def other_country(said: Said, entity: Entity) -> bool:
    """Tell whether a noun says another country than the actor's mentions ("the Russian president", Zelensky)."""
    noun = said.form is Form.NOUN and said.country is not None
    return noun and bool(entity.countries) and said.country not in entity.countries


def stranger(said: Said, entity: Entity) -> bool:
    """Tell whether a noun speaks of somebody without a name who never went by it ("the ministry", "the newspapers")."""
    return said.form is Form.NOUN and not entity.names and said.head not in entity.heads


def other_post(said: Said, entity: Entity) -> bool:
    """Tell whether the mention's noun has another rank beside it each time ("the vice president", "the president")."""
    ranks = entity.posts.get(said.head)
    return ranks is not None and said.ranks not in ranks


def part_of(one: str, other: str) -> bool:
    """Tell whether one name begins or ends the other, word by word ("Petra", "Halvard": of "Halvard Shipping")."""
    a, b = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return a in (b[: len(a)], b[-len(a) :])


def likeness(said: Said, name: str) -> float:
    """Compare the mention's name with another, 0..1."""
    return _likeness(said.name or "", name, KINDS.get(said.mention.type))


@lru_cache(maxsize=8192)
def _likeness(one: str, other: str, kind: Kind | None) -> float:
    return compare(one, other, kind).score


def holds(case: Case, entity: Entity) -> bool:
    """Tell whether a mention of the actor encloses this one, other than as an apposition or as its own name."""
    said = case.said
    outers = (outer for outer in case.cast.around(said) if case.cast.of(outer) is entity)
    return any(not beside(case, outer) and (said.name is None or outer.name != said.name) for outer in outers)


def beside(case: Case, outer: Said) -> bool:
    """Tell whether a mention inside another stands behind a comma or the like, as an apposition does."""
    lead = case.cast.text[outer.start : case.said.start]
    return bool(lead) and bool(APPOSED.search(lead)) and case.said.form is not Form.PRONOUN
