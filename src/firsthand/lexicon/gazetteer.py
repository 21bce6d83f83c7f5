"""The gazetteer: which country a word means, and which institution a name is.

Names are asked for as the report writes them.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache

import msgspec

from firsthand.lexicon.lookup import ASKED, find, load, plain

ARTICLE = re.compile(r"^the ", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s? ")
LONGEST_COUNTRY = 6  # words: "the Democratic Republic of the Congo"


class How(StrEnum):
    """How a word names a country."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    SEAT = "seat"
    REGION = "region"
    CITY = "city"


class Country(msgspec.Struct, frozen=True, array_like=True):
    """What a word has to do with a country: its ISO 3166 alpha-3 code, and how the word names it."""

    code: str
    how: How


class Institution(msgspec.Struct, frozen=True, array_like=True):
    """An institution that the gazetteer knows.

    Attributes:
        name: its full name, the same for all that it goes by.
        kind: agency, parliament, court, party, seat …: the section of ``institutions.yaml``.
        sector: PLOVER code, or None.
        country: ISO 3166 alpha-3 code; None for an international one, and for a body ("the Foreign Ministry") of
            which nothing tells the country.
        stands_for: for a seat (kind "seat"), what it is another name of ("President of Russia").
    """

    name: str
    kind: str
    sector: str | None = None
    country: str | None = None
    stands_for: str | None = None


class Countries(msgspec.Struct, frozen=True):
    """Countries: names by code (with "the" where the language wants it), what words mean one, seats of government."""

    names: dict[str, str]
    words: dict[str, Country]
    seats: dict[str, Institution]


class Institutions(msgspec.Struct, frozen=True):
    """Institutions: rows; rows by name, and by country and name; bodies that every country has."""

    rows: tuple[Institution, ...]
    names: dict[str, int]
    beside: dict[str, int]
    bodies: dict[str, Institution]


@cache
def countries() -> Countries:
    """The gazetteer of countries."""
    return load("countries", Countries)


@cache
def institutions() -> Institutions:
    """The gazetteer of institutions."""
    return load("institutions", Institutions)


@lru_cache(maxsize=ASKED)
def country(words: str) -> Country | None:
    """Return the country that a name, an adjective, a capital, a seat, a region or a city means, or None.

    "the", a possessive, accents, hyphens and full stops do not matter; an acronym counts in capitals only ("US", not
    "us"). Ask for words that the report writes with a capital: "turkey" and "polish" are answered too.
    """
    known = countries()
    found = find(known.words, words)
    seat = None if found else find(known.seats, words)
    return Country(seat.country, How.SEAT) if seat and seat.country else found


def country_name(code: str) -> str:
    """Return the English name of a country by its code, without an article; the code itself where there is none."""
    return countries().names.get(code, code).removeprefix("the ")


@lru_cache(maxsize=ASKED)
def institution(name: str) -> Institution | None:
    """Return the institution of this name, or None.

    Known by name ("the FSB"), as a seat ("Downing Street"), as a country's ("Russia's Foreign Ministry", "the army of
    Chad", "the Texas Supreme Court"), or as a body of no known country ("the Interior Ministry").
    """
    known = institutions()
    row = find(known.names, name)
    if row is not None:
        return known.rows[row]
    return find(countries().seats, name) or _of_country(name) or find(known.bodies, name)


def _of_country(name: str) -> Institution | None:
    for place, rest, national in _parted(plain(name).split()):
        found = _beside(place.code, rest) if national else None
        body = found or find(institutions().bodies, rest)
        if body is None:
            continue
        whole = f"{body.name} of {countries().names[place.code]}" if national else _local(name, rest)
        return found or Institution(whole, body.kind, body.sector, place.code)
    return None


def _local(name: str, rest: str) -> str:
    """Return the name of a region's or a city's body as written, without "the" and the possessive of the place."""
    name = ARTICLE.sub("", name)
    return POSSESSIVE.sub(" ", name, count=1) if plain(name).count("'") > rest.count("'") else name


def _beside(code: str, rest: str) -> Institution | None:
    """Return the institution that goes by these words beside its country."""
    known = institutions()
    row = find(known.beside, f"{code} {rest}")
    if row is None:
        row = find(known.names, rest)
    return known.rows[row] if row is not None and known.rows[row].country == code else None


def _parted(words: list[str]) -> Iterator[tuple[Country, str, bool]]:
    """Part a name into a country and the rest, in every way; and tell whether all of the country is meant.

    Regions and cities have bodies of their own; a capital that owns one ("Kyiv's defence ministry") is its country.
    """
    for n in range(min(LONGEST_COUNTRY, len(words) - 1), 0, -1):
        place = country(" ".join(words[:n]))
        if place:
            owns = place.how is How.CAPITAL and words[n - 1].endswith(("'s", "'"))
            yield place, " ".join(words[n:]), owns or place.how in (How.NAME, How.ADJECTIVE)
    for i in range(len(words) - 2, 0, -1):
        place = country(" ".join(words[i + 1 :])) if words[i] == "of" else None
        if place:
            yield place, " ".join(words[:i]), place.how in (How.NAME, How.ADJECTIVE)
