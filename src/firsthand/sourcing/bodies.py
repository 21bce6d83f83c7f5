"""Rules that tell the name of an organization or an outlet from a person's, where no noun in the source says so."""

import re

from firsthand import lexicon
from firsthand.rules import rule
from firsthand.sourcing.case import Case
from firsthand.types import Kind

INNER_CAPITAL = re.compile(r"(?<!Mc)(?<!Mac)(?<=[a-z])[A-Z]")
CORPORATE = frozenset(
    ("operator", "contractor", "supplier", "owner", "maker", "developer", "builder", "employer", "promoter", "refiner")
)
TITLES = r"Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Captain|Judge|Professor|President|Sister|Father|Mister|Miss"
HE_SHE = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b")


@rule(0.85)
def called_beside(case: Case) -> Kind | None:
    """The words beside its name call the source an organization or an outlet ("SUNA, the state agency")."""
    beside = case.phrase.beside
    known = lexicon.sources()
    name = case.phrase.proper or case.phrase.rest
    if case.phrase.head in CORPORATE and name[:1].isupper() and case.phrase.words[0] != "a":
        return Kind.ORGANIZATION
    if (
        not beside
        or beside in known.people
        or (case.phrase.head and not case.phrase.proper and beside not in known.organizations)
    ):
        return None
    if beside in lexicon.outlets().sure_nouns or (
        beside == "agency" and {"news", "state", "press"} & {*case.phrase.words}
    ):
        return Kind.OUTLET
    return Kind.ORGANIZATION if beside in known.organizations or beside in known.organizations_plural else None


@rule(0.6)
def reports_like_outlet(case: Case) -> Kind | None:
    """A lone name that is nobody's in the report reports or publishes, as outlets do."""
    name = case.phrase.proper
    press = case.story.press
    alone = name and name == case.source.removeprefix("The ").removeprefix("the ") and name.lower() not in press.people
    if (
        not alone
        or name.lower() in press.places
        or name.lower() in lexicon.sources().places
        or name.lower() in press.surnames
    ):
        return None
    reports = {"report", "publish", "recall", "reveal", "write"} & set(case.lemmas) or case.words[:1] in (
        ["reports"],
        ["reported"],
    )
    return Kind.OUTLET if reports and len(name.split()) < 4 else None


@rule(0.65)
def speaks_as_it(case: Case) -> Kind | None:
    """The name speaks of itself as "it", so it is no person."""
    if not case.phrase.name or case.phrase.head or case.phrase.name != case.phrase.proper or "," in case.source:
        return None
    if {"call", "describe", "find", "make"} & set(case.lemmas):
        return None
    selves = [w for w in case.content_words[:12] if w in ("it", "its", "he", "she", "his", "her", "i", "we")]
    named = case.phrase.name.lower().split()[-1] in case.story.press.surnames
    return Kind.ORGANIZATION if selves[:1] in (["it"], ["its"]) and not named else None


@rule(0.7)
def starts_longer_name(case: Case) -> Kind | None:
    """The name begins the longer name of an organization in the report ("Northgate" of "Northgate Metals")."""
    return Kind.ORGANIZATION if case.phrase.proper.lower() in case.story.press.bodies and not case.phrase.head else None


@rule(0.8)
def acronym(case: Case) -> Kind | None:
    """The source is an acronym."""
    name = case.phrase.proper
    plain = not case.phrase.head or case.phrase.article == "the"
    return Kind.ORGANIZATION if plain and name.isupper() and 1 < len(name) < 8 and " " not in name else None


@rule(0.75)
def place(case: Case) -> Kind | None:
    """The source is a place that speaks for its government."""
    name = case.phrase.proper.lower()
    press = case.story.press
    if not name or name in press.people or case.phrase.words[:1] in (("mr",), ("ms",), ("mrs",)):
        return None
    parts = [p.proper.lower() for p in case.parts]
    known = press.places | lexicon.sources().places
    return Kind.ORGANIZATION if name in press.places or (len(parts) > 1 and known.issuperset(parts)) else None


@rule(0.7)
def nobodys_name(case: Case) -> Kind | None:
    """A lone name that belongs to nobody in the report: people are named in full at first.

    Takes "Lumenpath" where no first name stands before it anywhere; refuses "Orlo" behind "Stevan Orlo".
    """
    name, press = case.phrase.name, case.story.press
    lone = name and " " not in name and name == case.phrase.proper and not case.phrase.head
    if not lone or not name or name.lower() in press.surnames or name.lower() in press.first_names:
        return None
    owner = case.phrase.owner.lower() in lexicon.sources().places
    bare = case.source.removeprefix("The ").removeprefix("the ") == name or (owner and case.source.endswith(name))
    bare = bare and not HE_SHE.search(case.story.text[case.source_at : case.source_at + 90])
    titled = re.search(rf"\b(?:{TITLES}) {re.escape(name)}\b", case.story.text)
    return Kind.ORGANIZATION if bare and not titled else None


@rule(0.7)
def joined_by_and(case: Case) -> Kind | None:
    """A name with "&" or "and" in it, or in the plural with "the", is an organization's."""
    proper = case.phrase.proper
    return (
        Kind.ORGANIZATION
        if (proper and " & " in case.source.removesuffix(case.phrase.rest)[:80])
        or (case.phrase.words[:1] == ("the",) and proper.endswith("s"))
        else None
    )


@rule(0.6)
def name_with_the(case: Case) -> Kind | None:
    """A name with "the" before it is a body's ("the Endowment")."""
    phrase = case.phrase
    whole = phrase.words[:1] == ("the",) and phrase.name and phrase.name == phrase.proper
    return Kind.ORGANIZATION if whole and phrase.words[1:2] == (phrase.proper.split()[0].lower(),) else None


@rule(0.8)
def joined_words(case: Case) -> Kind | None:
    """A name with a capital in the middle of a word is a brand's ("MetroBus")."""
    name = case.phrase.proper
    inner = bool(INNER_CAPITAL.search(name)) and not case.phrase.head
    return Kind.ORGANIZATION if inner and " " not in name else None
