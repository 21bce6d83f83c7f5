"""Whether an entry of a list is the one asked for. Pure: who is compared with whom is the archive's business.

A name that agrees says that two names are alike, not that two people are one. So an entry is asserted only where no
doubt is left, and each doubt is a small function whose sentence a reader sees.
"""

from collections.abc import Callable, Iterable

from firsthand.lexicon import country_name, institution
from firsthand.listing.common import is_common
from firsthand.listing.records import Candidate, Listing, ListingKind
from firsthand.names import SAME, Likeness, Name, compare, prepare
from firsthand.names.sounds import alike
from firsthand.names.tables import BODY_WORDS, SON_OF, WEAK_BODY_WORDS
from firsthand.names.written import is_patronymic
from firsthand.types import ActorKind, Kind, Record

SURE = 0.895  # from here on, names with the same number of parts are spellings of one name; see benchmarks/lists.py
_JOINED = 0.96  # from here on, they are so even if one is written in fewer words
_SHORTER = 0.9  # from here on, one is the other without a word or a few
_BODY = 0.93  # from here on, "Group" or "Agency" may be left out of a name
_SAME_WORD = 0.95  # from here on, two words are one, not only alike to the ear
_COMMON_PARTS = 2  # parts of a common name that many bear even in one country
_SHORT = 3  # letters of a name of one word that may stand for anything ("ETA", "IG")
_NAMED_AS = {ListingKind.PERSON: Kind.PERSON, ListingKind.ORGANIZATION: Kind.ORGANIZATION}
_MEANS = {
    ActorKind.PERSON: ListingKind.PERSON,
    ActorKind.ORGANIZATION: ListingKind.ORGANIZATION,
    ActorKind.OUTLET: ListingKind.ORGANIZATION,
    ActorKind.GROUP: ListingKind.ORGANIZATION,
}
_NEVER = {ActorKind.COUNTRY, ActorKind.DOCUMENT}  # lists name neither
_A_KIND = {ListingKind.ORGANIZATION: "an organization", ListingKind.AIRCRAFT: "an aircraft"}


class Asked(Record, frozen=True):
    """Who is looked for in the lists.

    Attributes:
        name: as the report writes it.
        kind: what it is, if known.
        country: ISO 3166 alpha-3, if known.
        on: ISO 8601 date for which the answer should hold; mostly the report's.
    """

    name: str
    kind: ListingKind | None = None
    country: str | None = None
    on: str | None = None

    @property
    def ready(self) -> Name:
        """The name, made ready to be compared."""
        return prepare(self.name, named_as(self.kind))


class _Pair(Record, frozen=True):
    """What the doubts look at."""

    asked: Asked
    listing: Listing
    one: Name
    other: Name
    likeness: Likeness


def kind_asked(kind: ActorKind | ListingKind | None) -> ListingKind | None:
    """Return which entries of a list an actor of this kind can be.

    Raises:
        ValueError: lists have nothing of this kind (countries, documents).
    """
    if kind in _NEVER:
        raise ValueError(kind)
    return kind if isinstance(kind, ListingKind) or kind is None else _MEANS[kind]


def named_as(kind: ListingKind | None) -> Kind | None:
    """Return how names of this kind are compared; a ship's as one of unknown kind."""
    return _NAMED_AS.get(kind) if kind else None


def judge(asked: Asked, listing: Listing, names: Iterable[str], published: str | None = None) -> Candidate | None:
    """Say how likely an entry is the one asked for.

    Args:
        asked: who is looked for.
        listing: the entry.
        names: those of its names that are worth comparing, the likeliest first.
        published: ISO 8601 date of the list's publication, if known.

    Returns:
        The candidate, or None where the names are too far apart to be offered.
    """
    best = _best(asked, listing, names)
    if best is None or best.likeness.score < SAME:
        return None
    doubts = tuple(told for doubt in DOUBTS if (told := doubt(best)))
    in_force, when = _in_force(listing, asked.on, published)
    return Candidate(
        listing=listing,
        written=best.other.written,
        score=best.likeness.score,
        why=_why(best),
        doubts=doubts,
        asserted=not doubts,
        in_force=in_force,
        when=when,
    )


def _best(asked: Asked, listing: Listing, names: Iterable[str]) -> _Pair | None:
    """Compare the names until one is the same; of others alike, the entry's main name counts before the rest."""
    kind = named_as(listing.kind)
    one = asked.ready if asked.kind else prepare(asked.name, kind)
    best: _Pair | None = None
    for name in names:
        other = prepare(name, kind)
        pair = _Pair(asked, listing, one, other, compare(one, other))
        if best is None or _rank(pair) > _rank(best):
            best = pair
        if pair.likeness.score == 1.0:
            break
    return best


def _rank(pair: _Pair) -> tuple[float, bool]:
    return pair.likeness.score, pair.other.written == pair.listing.name


def _why(pair: _Pair) -> tuple[str, ...]:
    """The reasons of the likeness, headed by which of the entry's names it is."""
    told = pair.likeness.why or ("nearly the same name",)
    if pair.other.written == pair.listing.name:
        return told
    same = told[0] == "same name"
    return (f"{'same as' if same else 'like'} its other name {pair.other.written}", *told[same:])


def _weighty(name: Name) -> list[str]:
    """The words that tell a name apart: no initials, no father's names, no "Group"."""
    light = WEAK_BODY_WORDS if name.kind is not Kind.PERSON else frozenset()
    words = enumerate(name.words)
    kept = [w for i, w in words if len(w) > 1 and w not in light and (i == name.family or not is_patronymic(w))]
    return kept or list(name.words)


def other_kind(pair: _Pair) -> str | None:
    """What was asked for is of another kind than the entry; a ship has to be asked for as one."""
    asked, listed = pair.asked.kind, pair.listing.kind
    usual = (ListingKind.PERSON, ListingKind.ORGANIZATION, ListingKind.OTHER)
    if listed is asked or (ListingKind.OTHER in (asked, listed) and listed in usual) or (not asked and listed in usual):
        return None
    return f"the list has {_A_KIND.get(listed, f'a {listed}')} of this name"


def weak_name(pair: _Pair) -> str | None:
    """The list itself calls this other name weak."""
    weak = pair.other.written in pair.listing.weak_aliases
    strong = pair.other.written in (pair.listing.name, *pair.listing.aliases)
    return "the list itself calls this other name weak" if weak and not strong else None


def unlike(pair: _Pair) -> str | None:
    """One name has parts that the other has not, or they are alike but not surely spellings of one name."""
    one, other = len(_weighty(pair.one)), len(_weighty(pair.other))
    if one == other:
        return None if _spelt_otherwise(pair) else "the names are alike, not the same"
    if pair.likeness.score >= _JOINED or (1 < one < other and _shortened(pair)):
        return None
    return f"only {min(one, other)} of {max(one, other)} parts of the name"


def _spelt_otherwise(pair: _Pair) -> bool:
    """Tell whether the names are one, in two spellings; at least one word has to be surely the same."""
    known = institution(pair.one.written)
    if known and known == institution(pair.other.written):
        return True
    bodies = pair.listing.kind is not ListingKind.PERSON and len(pair.one.words) != len(pair.other.words)
    enough = pair.likeness.score >= (_BODY if bodies else SURE)
    vowels = pair.one.vowels and pair.other.vowels
    same = _SAME_WORD if vowels or len(pair.one.words) == 1 else SURE
    return enough and any(alike(a, b, vowels).score >= same for a in pair.one.full for b in pair.other.full)


def _shortened(pair: _Pair) -> bool:
    """Tell whether a person's name lacks a part of the list's, in the right country ("MADURO MOROS, Nicolas")."""
    person = pair.listing.kind is ListingKind.PERSON and pair.likeness.score >= _SHORTER
    return person and _right_country(pair) and not _all_common(pair)


def other_father(pair: _Pair) -> str | None:
    """One name has a "bin", and the other none: there it is the father's name, here a family's."""
    told = [bool(SON_OF & set(name.full)) for name in (pair.one, pair.other)]
    short = min(len(pair.one.words), len(pair.other.words)) <= 2
    return "a father's name in one, a last name in the other" if short and told[0] != told[1] else None


def one_part(pair: _Pair) -> str | None:
    """One part of a name does not tell which person it is, nor do three letters which organization."""
    few = min(len(pair.one.words), len(pair.other.words))
    if few > 1 or (pair.one.eastern and pair.one.eastern == pair.other.eastern):
        return None
    if pair.listing.kind in (ListingKind.PERSON, ListingKind.OTHER):
        return "one part of a name is no person's alone"
    short = min(len(pair.one.written), len(pair.other.written)) <= _SHORT and not _right_country(pair)
    return "so short a name may be anybody's" if short else None


def known_otherwise(pair: _Pair) -> str | None:
    """Both are organizations that are well known, and two of them."""
    asked, listed = institution(pair.one.written), institution(pair.listing.name)
    if not asked or not listed or asked.name == listed.name:
        return None
    return f"{asked.name} is well known, and so is {listed.name}"


def common_name(pair: _Pair) -> str | None:
    """Very many people bear the name, or very many bodies; a third part and the right country tell them apart."""
    person = pair.listing.kind is ListingKind.PERSON
    if _right_country(pair) and (not person or len(_weighty(pair.one)) > _COMMON_PARTS):
        return None
    if person:
        return "a very common name" if _all_common(pair) else None
    every = all(word in BODY_WORDS for word in _weighty(pair.one))
    return "words that many bodies have in their names" if every else None


def _right_country(pair: _Pair) -> bool:
    return pair.asked.country is not None and pair.asked.country in pair.listing.countries


def _all_common(pair: _Pair) -> bool:
    return any(len(words) <= 3 and all(map(is_common, words)) for words in map(_weighty, (pair.one, pair.other)))


def other_country(pair: _Pair) -> str | None:
    """The list gives countries, and the one asked for is none of them."""
    countries = pair.listing.countries
    if not pair.asked.country or not countries or pair.asked.country in countries:
        return None
    return f"the list has it in {', '.join(map(country_name, countries))}, not in {country_name(pair.asked.country)}"


DOUBTS: tuple[Callable[[_Pair], str | None], ...] = (
    other_kind, unlike, other_father, one_part, known_otherwise, weak_name, common_name, other_country,
)  # fmt: skip


def _in_force(listing: Listing, on: str | None, published: str | None) -> tuple[bool | None, str]:
    """Say whether the entry was listed on a date, as far as the list tells."""
    since, until = listing.listed, listing.delisted
    if on is None:
        return None, _term(since, until)
    day = on[:10]
    if since and _later(since, day):
        return False, f"listed {_at(since)}: not yet in force on {day}"
    if until and (until == day or _later(day, until)):
        return False, f"delisted {_at(until)}: no longer in force on {day}"
    if not since or _later(since, day) is None or (until and _later(until, day) is None):
        return None, f"{_term(since, until)}: it may not have been in force on {day}"
    newer = f", as the list stood on {published}" if published and published < day else ""
    return True, f"{_term(since, until)}: in force on {day}{newer}"


def _later(one: str, other: str) -> bool | None:
    """Tell whether a date is later than another; None where one is too coarse to tell ("2022" and "2022-05-01")."""
    n = min(len(one), len(other))
    if one[:n] != other[:n]:
        return one[:n] > other[:n]
    return False if len(one) == len(other) else None


def _at(date: str) -> str:
    return f"on {date}" if len(date) == len("2022-02-24") else f"in {date}"


def _term(since: str | None, until: str | None) -> str:
    told = f"listed since {since}" if since else "listed, the list does not tell since when"
    return f"{told} until {until}" if until else told
