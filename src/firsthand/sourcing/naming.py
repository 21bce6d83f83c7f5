"""Rules for whether a source is named, how many people it is, and how it is described."""

import re

from firsthand import lexicon
from firsthand.phrases import RELATIVE, Phrase, opens_clause
from firsthand.rules import rule
from firsthand.sourcing.case import Case
from firsthand.sourcing.references import singular
from firsthand.types import Kind

SUPERIORS = frozenset(("boss", "leader", "manager", "deputy", "head", "supervisor", "landlord"))
MEMBER = re.compile(r"of the (?:[\w-]+ ){1,4}?(?=(?:who|in|at|close|familiar|with|briefed|near|inside|posted)\b)")


def unique_post(phrase: Phrase) -> bool:
    """Tell whether a phrase names a post that one person holds ("the mayor of Kessik", and not "his boss")."""
    if phrase.words[:1] in (("his",), ("her",), ("my",)) and phrase.head in SUPERIORS:
        return False
    if phrase.article == "the" and "chief" in phrase.words[1:-1] and not phrase.plural and phrase.words[0] != "a":
        return True
    if phrase.article in ("the", "") and phrase.head in phrase.words[1:]:
        i = phrase.words.index(phrase.head, 1)
        if f"{phrase.words[i - 1]} {phrase.head}" in lexicon.sources().offices:
            return True
    return (
        phrase.words[:1] != ("my",)
        and phrase.head in lexicon.sources().offices
        and phrase.article in ("the", "")
        and not phrase.part_of
    )


@rule(0.8)
def nobody(case: Case) -> bool | None:
    """The report names no source at all."""
    return None if case.spans.source else True


@rule(0.95)
def has_name(case: Case) -> bool | None:
    """The report gives a name."""
    return False if case.facts.kind is Kind.PERSON and named_part(case) else None


@rule(0.75)
def named_elsewhere(case: Case) -> bool | None:
    """The report names the person right before or in the next paragraph."""
    return False if case.named and case.facts.kind is Kind.PERSON else None


@rule(0.85)
def as_before(case: Case) -> bool | None:
    """It is as named or unnamed as the earlier source that the words go back to."""
    back = case.goes_back
    if back is None or (back.facts.kind is not Kind.PERSON and case.facts.kind is not back.facts.kind):
        return None
    return back.facts.unnamed


@rule(0.85)
def holds_post(case: Case) -> bool | None:
    """The report gives a post that only one person holds."""
    return False if case.facts.kind is Kind.PERSON and all(unique_post(p) for p in case.parts) else None


@rule(0.7)
def bare_pronoun(case: Case) -> bool | None:
    """He, she or it: most such sources are named before."""
    words = case.phrase.words
    known = lexicon.sources().pronouns
    if len(words) != 1 or words[0] not in known:
        return None
    return words[0] in ("they", "them", "you", "we", "us") and case.facts.kind in (Kind.PERSON, Kind.COLLECTIVE)


@rule(0.7)
def named_with_noun(case: Case) -> bool | None:
    """The report gives a name with the same word before ("general Tadeusz Wolanin", then "the general")."""
    phrase = case.phrase
    if phrase.words[:1] != ("the",) or phrase.rest or phrase.plural or not phrase.head or len(phrase.words) > 3:
        return None
    before = case.story.text[max(0, case.source_at - 8000) : case.source_at]
    return False if re.search(rf"(?i:\b{re.escape(phrase.head)}),? [A-Z][a-z]+ [A-Z]", before) else None


@rule(0.75)
def everybody_or_nobody(case: Case) -> bool | None:
    """Everybody or nobody is meant, which hides no name. Takes "Everyone" and "Nobody"; refuses "Someone"."""
    words = case.phrase.words
    return False if words[:1] in (("everyone",), ("everybody",), ("nobody",)) or words[:2] == ("no", "one") else None


@rule(0.9)
def nameless_people(case: Case) -> bool | None:
    """People are described, and no name or unique post is given."""
    return True if case.facts.kind in (Kind.PERSON, Kind.COLLECTIVE) else None


@rule(0.9)
def is_document(case: Case) -> bool | None:
    """A document stands for itself."""
    return False if case.facts.kind is Kind.DOCUMENT else None


@rule(0.75)
def nameless_body(case: Case) -> bool | None:
    """An organization or outlet is described ("a company registered in Geneva") and not named."""
    phrase = case.phrase
    if case.facts.kind not in (Kind.ORGANIZATION, Kind.OUTLET) or phrase.proper or phrase.part_of:
        return None
    if case.facts.kind is Kind.OUTLET:
        if case.story.press.at(case.source_at, case.source_at + len(case.source)):
            return False
        vague = phrase.plural and phrase.number is None and phrase.article in ("", "vague")
        return True if vague or phrase.words[:1] in (("a",), ("an",)) or phrase.words[:2] == ("mass", "media") else None
    groups = phrase.head.endswith(("groups", "organisations", "organizations", "companies", "firms"))
    if groups and phrase.article == "" and not phrase.owner:
        return True
    return (
        True if phrase.words[:1] in (("a",), ("an",), ("another",)) or phrase.article in ("number", "vague") else None
    )


@rule(0.85)
def body_or_outlet(case: Case) -> bool | None:
    """An organization or outlet is named, or known from the report."""
    return False


UNNAMED = (
    nobody,
    is_document,
    has_name,
    named_elsewhere,
    as_before,
    bare_pronoun,
    holds_post,
    named_with_noun,
    everybody_or_nobody,
    nameless_people,
    nameless_body,
    body_or_outlet,
)


def named_part(case: Case) -> bool:
    """Tell whether every phrase of the source has a name or a unique post, and one at least a name."""
    parts = case.parts
    if case.common_plural:
        return False
    return any(p.name for p in parts) and all(p.name or unique_post(p) for p in parts)


@rule(0.95)
def no_people(case: Case) -> int | None:
    """Only people are counted."""
    return -1 if case.facts.kind is not Kind.PERSON else None


@rule(0.9)
def counted(case: Case) -> int | None:
    """The report gives the number, in words or by "a", "one", "another"."""
    numbers = [amount_of(p) for p in case.parts]
    return sum(n for n in numbers if n) if all(numbers) else None


@rule(0.85)
def count_as_before(case: Case) -> int | None:
    """It is as many as the earlier source that the words go back to."""
    back = case.goes_back
    lone = bool(case.phrase.head) and not case.phrase.plural and case.phrase.head not in lexicon.sources().pronouns
    if back is None or not back.facts.count or lone:
        return None
    return back.facts.count


@rule(0.9)
def one_person(case: Case) -> int | None:
    """The words are in the singular."""
    if not case.spans.source:
        return None
    one = lexicon.sources().pronouns.get(case.phrase.words[0]) == "one" if len(case.phrase.words) == 1 else False
    if one:
        return 1
    plain = len(case.parts) == 1 and not case.phrase.plural and not case.phrase.group
    return 1 if plain and case.phrase.head and case.phrase.head not in lexicon.sources().pronouns else None


COUNTS = (no_people, counted, count_as_before, one_person)


def amount_of(phrase: Phrase) -> int | None:
    """Return how many people a phrase counts, or None where it does not tell."""
    if phrase.part_of and phrase.words[:1] in (("none",), ("neither",), ("all",), ("both",)):
        return phrase.part_of.number
    if phrase.number is not None:
        return phrase.number
    if phrase.name and not phrase.plural:
        return 1
    return 1 if phrase.article == "one" else None


@rule(0.8)
def described_behind(case: Case) -> str | None:
    """The words behind the noun describe the unnamed source."""
    if not case.facts.unnamed or case.facts.kind is not Kind.PERSON:
        return None
    rest = case.phrase.rest.strip(' ,”"').split(", who")[0]
    member = MEMBER.match(rest)
    rest = rest[member.end() :] if member else rest
    return rest if rest and (starts_description(rest) or opens_clause(rest.split()[0])) else None


DESCRIPTORS = (described_behind,)


def starts_description(rest: str) -> bool:
    """Tell whether words behind a noun describe a source ("familiar with …", "who …")."""
    known = lexicon.sources().descriptors
    words = rest.lower().split()[:4]
    return (
        any(" ".join(words[:n]) in known for n in (1, 2, 3, 4))
        or words[0] in RELATIVE
        or singular(words[0]) in ("a", "an")
    )
