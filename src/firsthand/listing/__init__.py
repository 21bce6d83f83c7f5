"""What a sanctions list says of whom, and whether somebody in a report is meant by it."""

from firsthand.listing.attach import Lists, attach
from firsthand.listing.matching import Asked, judge, kind_asked, named_as
from firsthand.listing.records import Candidate, ListHead, Listing, ListingKind, LoadedList

__all__ = [
    "Asked",
    "Candidate",
    "ListHead",
    "Listing",
    "ListingKind",
    "Lists",
    "LoadedList",
    "attach",
    "judge",
    "kind_asked",
    "named_as",
]
