"""Loads the generated lexicons, and folds names into the form in which they are looked up."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import TypeVar

import msgspec

T = TypeVar("T")
# Letters that Unicode does not take apart, and marks that names are written with and without.
FOLDED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "đ": "d", "Đ": "D", "æ": "ae", "ß": "ss",
     "’": "'", "‘": "'", ".": None, ",": None, "&": " and ", "-": " ", "–": " "}
)  # fmt: skip
SAINT = re.compile(r"\bsaint\b", re.IGNORECASE)
ASKED = 8192  # answers kept: a report asks for the same few names again and again
OWNED = re.compile(r"'s?$")


def load(name: str, kind: type[T]) -> T:
    """Load one generated file of ``firsthand/data``."""
    return msgspec.json.decode((resources.files("firsthand") / "data" / f"{name}.json").read_bytes(), type=kind)


@lru_cache(maxsize=ASKED)
def plain(name: str) -> str:
    """Return a name without accents, full stops, commas and hyphens, "saint" and "&" in one spelling, its case kept."""
    spelled = unicodedata.normalize("NFKD", SAINT.sub("St", name).translate(FOLDED))
    return " ".join("".join(c for c in spelled if not unicodedata.combining(c)).split())


def _cased(folded: str) -> str:
    """Leave an acronym in capitals, so that "US" is not "us"; put everything else in lower case."""
    return folded if folded.isupper() and " " not in folded and len(folded) > 1 else folded.lower()


def key(name: str) -> str:
    """Return the form in which a name is looked up: plain, and in capitals only where it is an acronym."""
    return _cased(plain(name))


def find(index: Mapping[str, T], name: str) -> T | None:
    """Return what an index of keys has for a name, with or without "the" and a possessive, or None."""
    whole = plain(name)
    bare = OWNED.sub("", whole)
    bare = bare[4:] if bare[:4].lower() == "the " else bare
    forms = (_cased(whole), whole.lower(), _cased(bare), bare.lower())
    return next((index[form] for form in forms if form in index), None)
