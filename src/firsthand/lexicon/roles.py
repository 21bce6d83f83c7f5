"""What people are, by the nouns and titles for them; and what institutions are, by their head nouns."""

from collections.abc import Mapping
from functools import cache, lru_cache

import msgspec

from firsthand.lexicon.lookup import ASKED, load, plain
from firsthand.lexicon.words import Words, word_set

LONGEST_ROLE = 7  # words: "chairman of the joint chiefs of staff"
ENDS_ROLE = word_set("and or of for to at in on with from under against near who whose that by")


class Role(msgspec.Struct, frozen=True, array_like=True):
    """What a noun says about somebody.

    Attributes:
        noun: the post, profession or relation in lower case and singular, without what stands before it.
        kind: post, profession or relation.
        sector: PLOVER code, or None where the noun alone does not tell ("spokesman").
        plural: whether several people are meant.
        former: whether the words say that it is over.
    """

    noun: str
    kind: str
    sector: str | None = None
    plural: bool = False
    former: bool = False


class Honorific(msgspec.Struct, frozen=True, array_like=True):
    """A title before a name: its full form, ``m`` or ``f`` where it tells, and its PLOVER sector where it tells."""

    title: str
    gender: str | None = None
    sector: str | None = None


class Roles(msgspec.Struct, frozen=True):
    """Nouns for what people are, titles, first names, and head nouns of institutions with their sector."""

    nouns: dict[str, Role]
    plurals: dict[str, str]
    former: Words
    heads: dict[str, str]
    honorifics: dict[str, Honorific]
    first_names: dict[str, str]


@cache
def roles() -> Roles:
    """The lexicon of roles."""
    return load("roles", Roles)


def _head(words: list[str], known: Mapping[str, object]) -> tuple[int, str] | None:
    """Return the longest phrase that a noun phrase ends in, or has before its first "of" and the like, and where."""
    for i, word in enumerate(words):
        if word in ENDS_ROLE and word not in ("and", "or"):
            return None
        for n in range(min(LONGEST_ROLE, len(words) - i), 0, -1):
            phrase = " ".join(words[i : i + n])
            if phrase in known and (i + n == len(words) or words[i + n] in ENDS_ROLE):
                return i, phrase
    return None


@lru_cache(maxsize=ASKED)
def role(phrase: str) -> Role | None:
    """Return the role that heads a noun phrase ("Russia's former deputy foreign minister", "CEO of the fund"), or None.

    The sector is that of the noun alone; an institution named beside it knows better.
    """
    known = roles()
    words = plain(phrase.partition(",")[0]).lower().split()
    one, many = _head(words, known.nouns), _head(words, known.plurals)
    if one is None and many is None:
        return None
    plural = one is None or (many is not None and many[0] < one[0])
    at, noun = (many if plural else one) or (0, "")
    found = known.nouns[known.plurals[noun] if plural else noun]
    return Role(found.noun, found.kind, found.sector, plural, not known.former.isdisjoint(words[:at]))


def honorific(word: str) -> Honorific | None:
    """Return what a title before a name tells ("Lt. Col.", "Mrs", "Ayatollah"), or None for another word."""
    return roles().honorifics.get(plain(word).lower())


def gender(first_name: str) -> str | None:
    """Return ``m`` or ``f`` for a first name of one usual gender, or None."""
    names = roles().first_names
    low = plain(first_name).lower()
    return names.get(low) or (names.get(low.split()[0]) if " " in low and not low.startswith("jean ") else None)


def institution_sector(name: str) -> str | None:
    """Return the PLOVER sector that the head noun of an institution's name tells ("Oslo District Court"), or None."""
    known = roles().heads
    found = _head(plain(name).lower().split(), known)
    return known[found[1]] if found else None
