"""The records: one entry of a list, a list, and an entry that may be the one asked for."""

from enum import StrEnum

from firsthand.types import Record


class ListingKind(StrEnum):
    """What an entry of a list is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    OTHER = "other"


class Listing(Record, frozen=True, kw_only=True):
    """One entry of a sanctions list, as published.

    Attributes:
        list: the list's name ("OFAC SDN", "UN Security Council", or what OpenSanctions calls the data set).
        id: the entry's own mark in the list: OFAC's entity number, the UN's reference number, OpenSanctions' id.
        kind: what it is; other where the list leaves open whether it is a person or an organization.
        name: its main name, as published.
        aliases: its other names, the former ones too.
        weak_aliases: other names that the list itself calls weak: nicknames, noms de guerre, short acronyms.
        programs: under which programs or regimes it is listed ("SDGT", "Al-Qaida").
        authorities: who lists it.
        countries: ISO 3166 alpha-3 of the countries that the list gives for it: nationality, seat, addresses, flag.
        listed: ISO 8601 date since which it is listed, or None where the list does not tell.
        delisted: ISO 8601 date since which it no longer is, or None.
        remarks: whatever else the list says, in its own words.
    """

    list: str
    id: str
    kind: ListingKind
    name: str
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    listed: str | None = None
    delisted: str | None = None
    remarks: str | None = None


class ListHead(Record, frozen=True, kw_only=True):
    """Where a list comes from.

    Attributes:
        name: the list's name.
        format: how it was published ("OFAC SDN CSV").
        source: the file or address that it was read from.
        sha256: over the bytes that were read.
        published: ISO 8601 date of publication, or None where the file does not tell.
    """

    name: str
    format: str
    source: str
    sha256: str
    published: str | None = None


class LoadedList(ListHead, frozen=True, kw_only=True):
    """One list in the archive, with where it comes from.

    Attributes:
        imported_at: ISO 8601 date and time, in UTC.
        entries: how many entries it has.
        names: how many names they have, aliases included.
        aliases: how many of them are other names that the list does not call weak.
    """

    imported_at: str
    entries: int
    names: int
    aliases: int


class Candidate(Record, frozen=True, kw_only=True):
    """An entry of a list that may be the one asked for.

    Attributes:
        listing: the entry.
        written: the name of the entry that fits best, as published.
        score: 0..1, how alike the two names are.
        why: what speaks for it, in plain words, the weightiest first.
        doubts: what speaks against taking it for the one asked for; none if it is asserted.
        asserted: the names agree in all their parts, and nothing speaks against it.
        in_force: whether it was listed on the date asked for; None where no date was asked for, or the list does
            not tell.
        when: one sentence on that, for a reader.
    """

    listing: Listing
    written: str
    score: float
    why: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    asserted: bool = False
    in_force: bool | None = None
    when: str = ""
