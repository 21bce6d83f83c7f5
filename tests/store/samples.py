"""Heads and entries of made-up lists."""

from firsthand.listing import ListHead, Listing, ListingKind


def head(name="Made-up", **fields):
    """Where a list comes from."""
    return ListHead(**{"name": name, "format": "CSV", "source": "made-up.csv", "sha256": "0" * 64} | fields)


def listing(id, name, kind=ListingKind.PERSON, **fields):
    """One entry."""
    return Listing(list="Made-up", id=id, kind=kind, name=name, **fields)
