"""Reads the posts, professions and relations that a report gives to a person, from the mentions of him or her."""

import re
from collections.abc import Iterator

from firsthand import lexicon
from firsthand.actors.cast import Cast
from firsthand.actors.entity import Entity
from firsthand.actors.said import Said
from firsthand.types import Held

OWNER = re.compile(r"^(?P<owner>.*\S)[’']s?\s+(?=\S)", re.DOTALL)
OWN = re.compile(r"^(?:his|her|its|their|our|my|your)\s+", re.IGNORECASE)
DETERMINER = re.compile(r"^(?:the|an?|this|that|another|one)\s+", re.IGNORECASE)
BELONGS = re.compile(r"\s(?:of|for|to|at|in|with|on|from)\s(?:the\s)?", re.IGNORECASE)
# Where what describes a person ends and a clause about him or her begins.
CLAUSE = re.compile(r"\s*(?:[,;:(–—]|\s-\s|\b(?:who|whom|whose|which|that)\b|\b\w+ing\b|\bwho’s\b)", re.IGNORECASE)
WORD = re.compile(r"[^\W_][\w.’'-]*")
LONGEST = 90  # characters; a longer description is no role
# Nouns that every person can be called by and that say no post.
ANYBODY = lexicon.word_set(
    """man woman boy girl person people one source official somebody someone individual figure guy other member victim
    suspect"""
)


def roles(cast: Cast, entity: Entity) -> tuple[Held, ...]:
    """Return the roles that the mentions of an actor give to it, in the order of the text, each once."""
    found: dict[str, Held] = {}
    for said in sorted(entity.said, key=lambda one: one.start):
        for held in _told(cast, said):
            before = found.setdefault(held.role.casefold(), held)
            if before.of is None and held.of is not None:
                found[held.role.casefold()] = held
    return tuple(found.values())


def _told(cast: Cast, said: Said) -> Iterator[Held]:
    """Yield the role that one mention tells: what stands before its name, or all of it where it has none."""
    if said.pronoun or said.mention.type != "person" or said.plural:
        return
    text, name = said.text, said.text.rfind(said.name) if said.name else -1
    clause = CLAUSE.search(text)
    if name == 0:
        return
    if name > 0 and not (clause and clause.start() < name):
        held = _title(cast, said, text, name) or read_role(cast, text[:name].rstrip(" ,"), said.start)
    else:
        held = read_role(cast, (text[: clause.start()] if clause else text).rstrip(" ,"), said.start)
    if held:
        yield held


def read_role(cast: Cast, text: str, start: int) -> Held | None:
    """Read a description such as "Tarsia’s former envoy to Lisbon"; None where its noun is no role.

    start: where the text stands in the report.
    """
    span = (start, start + len(text))
    if not text or len(text) > LONGEST:
        return None
    of = None
    own, owner = OWN.match(text), OWNER.match(text)
    if own or owner:
        taken = (own or owner).end()  # type: ignore[union-attr]
        of = _named(cast, start, start + taken) or (owner["owner"] if owner else None)
        text, start = text[taken:], start + taken
    article = DETERMINER.match(text)
    if article:
        text, start = text[article.end() :], start + article.end()
    belongs = BELONGS.search(text, _whole_post(text))
    tail = (start + belongs.end(), start + len(text)) if belongs else None
    head = text[: belongs.start()] if belongs else text
    role, modifier = _split(head)
    if not role:
        return None
    if tail:
        of = _named(cast, *tail) or cast.text[tail[0] : tail[1]].strip(" ,") or of
    if of is None and modifier:
        at = start + head.index(modifier)
        of = _country_name(modifier) or _named(cast, at, at + len(modifier)) or modifier
    return Held(role, of, span)


def _whole_post(text: str) -> int:
    """Return where a post that has an "of" of its own ends ("Secretary of State"), 0 for another."""
    known = lexicon.role(text)
    at = text.lower().find(known.noun) if known and " of " in known.noun else -1
    return at + len(known.noun) if known and at >= 0 else 0


def _title(cast: Cast, said: Said, text: str, name: int) -> Held | None:
    """Read a title that tells a post ("Gov. Patrice Delahunt of Minnesota"), and whose it is behind the name."""
    told = lexicon.honorific(text[:name].strip())
    if told is None or told.sector is None or said.name is None:
        return None
    behind = BELONGS.match(said.text, name + len(said.name))
    start = said.start + behind.end() if behind else 0
    of = _named(cast, start, said.end) or cast.text[start : said.end] if behind else None
    return Held(told.title, of, (said.start, said.start + name + len(said.name)))


def _split(head: str) -> tuple[str, str]:
    """Part "Ukrainian Foreign Minister" into the role and what it belongs to; ``("", "")`` where there is no role."""
    words = [m[0] for m in WORD.finditer(head)]
    if not words or words[-1].lower() in ANYBODY or not is_role(words):
        return "", ""
    at = 0
    while at < len(words) - 1 and _belongs(words, at):
        at += 1
    cut = head.find(words[at])
    return head[cut:].strip(), head[:cut].strip()


def is_role(words: list[str]) -> bool:
    """Tell whether words end in a noun for a post, a profession or a relation."""
    known, last = lexicon.sources(), words[-1].lower()
    return lexicon.role(" ".join(words)) is not None or last in known.offices or last in known.people


def _belongs(words: list[str], at: int) -> bool:
    """Tell whether a word before a role says whose it is: a country, its people, an institution's name."""
    word = words[at]
    if not word[0].isupper():
        return False
    place = lexicon.country(word)
    return (place is not None and place.how != "city") or words[at + 1][0].islower() or _is_acronym(word)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1 and lexicon.role(word) is None


def _country_name(words: str) -> str | None:
    found = lexicon.country(words)
    return lexicon.country_name(found.code) if found else None


def _named(cast: Cast, start: int, end: int) -> str | None:
    """Return the name of the actor that a stretch of text speaks of first, or None."""
    for one in cast.inside(start, end):
        entity = cast.of(one)
        if entity is not None and one.start - start < 25:
            return entity.name or entity.first.text
    return None
