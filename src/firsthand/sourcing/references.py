"""Rules that tie a source to an earlier one: "one of the sources", "the official", "He"."""

import re
from collections.abc import Callable

from firsthand import lexicon
from firsthand.phrases import RELATIVE, is_thing, person_name
from firsthand.rules import rule
from firsthand.sourcing.case import Case
from firsthand.sourcing.press import RUN, STARTERS
from firsthand.types import Kind

ORDINALS = frozenset(("first", "second", "third", "other", "latter", "same", "another", "fourth"))
NUMERALS = ORDINALS | {"one", "both", "fourth", "fifth"}
SENTENCE_END = re.compile(r"(?<=[.!?”\"’])\s+|\n+")
OPENERS = ("Asked", "When", "As ", "After", "Speaking", "Arriving", "Leaving")
OBJECTS = frozenset(("him", "her"))
AGED = re.compile(r"[^,]+, (?:aged )?\d\d")
FAR = 900
LEAD = 6


def singular(noun: str) -> str:
    """Return a noun's singular, by its ending; enough to compare two nouns."""
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun == "people":
        return "person"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def shared_noun(case: Case, other: Case) -> bool:
    """Tell whether two sources are called by one noun ("two officials", "the official")."""
    theirs = {singular(n) for part in other.parts for n in (*part.nouns, part.head)} - {""}
    return singular(case.phrase.head) in theirs


def is_person(case: Case) -> bool:
    """Tell whether a case's source is known to be a person, or several."""
    return case.facts.kind is Kind.PERSON and bool(case.spans.source)


def group_like(case: Case) -> bool:
    """Tell whether a case's source is one or several unnamed people to whom "another" can be added."""
    return case.facts.unnamed and is_person(case) and (case.phrase.plural or not case.phrase.part_of)


def is_single(case: Case) -> bool:
    """Tell whether a case's source is one person."""
    return is_person(case) and (case.facts.count or 1) == 1 and not case.phrase.plural


def near(case: Case, other: Case) -> bool:
    """Tell whether one source stands not too far behind another for a pronoun to reach it."""
    return abs(case.source_at - other.source_at) < FAR


@rule(0.95)
def same_words(case: Case) -> Case | None:
    """The very same words of the report are the source of an earlier attribution."""
    if not case.spans.source:
        return None
    return next((c for c in case.story.earlier(case, 4) if c.spans.source == case.spans.source), None)


@rule(0.8)
def speaker_inside_own_words(case: Case) -> Case | None:
    """A pronoun inside somebody's words, and that somebody is the nearest person.

    Takes "Orlo said he had warned them"; refuses "Orlo remembers him warning them" and "Orlo’s lawyer said he knew".
    """
    outer = case.within
    if outer is None or case.phrase.head or not pronoun_for(case, "one") or not is_single(outer):
        return None
    if case.phrase.words[0] in OBJECTS or speaks_for(outer):
        return None
    between = case.story.text[outer.spans.content[0][0] : case.source_at] if outer.spans.content else ""
    return None if names_somebody(between[-200:]) or outer.spans.cue == case.spans.cue else outer


@rule(0.8)
def one_of_them(case: Case) -> Case | None:
    """Words such as "one of them" or "another" go back to the sources that were named together before."""
    phrase = case.phrase
    if phrase.name or case.facts.kind not in (None, Kind.PERSON):
        return None
    if phrase.part_of:
        whole = phrase.part_of
        any_noun = whole.words[:1] in (("them",), ("those",)) or not whole.head
        return find(case, lambda c: c.phrase.plural and is_person(c) and (any_noun or shared_noun(case, c)))
    again = phrase.words[:1] in (("another",), ("one",), ("both",)) or any(w in ORDINALS for w in phrase.words[:2])
    if phrase.number is not None and phrase.number > 1 and "other" in phrase.words:  # "two other officials" are new
        return None
    if not again or phrase.rest or len(phrase.words) > 3:
        return None
    bare = phrase.words[-1] in NUMERALS
    return find(case, lambda c: group_like(c) and c.phrase.plural and (bare or shared_noun(case, c)))


@rule(0.85)
def definite_noun(case: Case) -> Case | None:
    """Words such as "the official" go back to the nearest source before that was called an official."""
    phrase = case.phrase
    if phrase.name or not phrase.head or phrase.part_of or phrase.words[:1] not in (("the",), ("this",), ("that",)):
        return None
    if is_thing(phrase.head):
        return None
    if phrase.rest and not phrase.rest.lower().startswith((*RELATIVE, "in question")):
        return None
    return find(
        case, lambda c: is_person(c) and shared_noun(case, c) and (phrase.plural or not c.phrase.plural)
    ) or find(case, lambda c: is_person(c) and shared_noun(case, c))


@rule(0.6)
def definite_stand_in(case: Case) -> Case | None:
    """Words such as "the diplomat", where nobody was called so before, stand for the person who spoke last."""
    phrase = case.phrase
    if phrase.article != "the" or phrase.name or phrase.rest or phrase.part_of or len(phrase.words) > 2:
        return None
    if (
        phrase.head not in lexicon.sources().people
        or phrase.words[0] != "the"
        or phrase.head in lexicon.sources().offices
    ):
        return None
    found = next((c for c in case.story.earlier(case, 3) if is_single(c) and near(case, c)), None)
    anyone = phrase.head in ("man", "woman", "person") and found is not None and found.phrase.article == "one"
    return found if found and (found.phrase.name or anyone) else None


@rule(0.75)
def pronoun(case: Case) -> Case | None:
    """A pronoun stands for the nearest earlier source of its kind and number."""
    if pronoun_for(case, "one"):
        found = next((c for c in nearest(case) if is_single(c) and agrees(case, c)), None)
        return None if found is None or named_between(case, found) or speaks_for(found) else found
    if pronoun_for(case, "thing"):
        kinds = (Kind.ORGANIZATION, Kind.DOCUMENT, Kind.OUTLET)
        return next((c for c in nearest(case) if c.facts.kind in kinds and not c.phrase.plural), None)
    if pronoun_for(case, "many"):
        return next((c for c in nearest(case) if c.facts.kind is Kind.ORGANIZATION or several(c)), None)
    return None


REFERENCES = (same_words, speaker_inside_own_words, one_of_them, definite_noun, definite_stand_in, pronoun)


def pronoun_for(case: Case, number: str) -> bool:
    """Tell whether the source is a pronoun for ``one`` person, for ``many``, or for a ``thing``."""
    words = case.phrase.words
    return len(words) == 1 and lexicon.sources().pronouns.get(words[0]) == number


def find(case: Case, fits: Callable[[Case], bool]) -> Case | None:
    """Return the nearest earlier case that fits."""
    return next((c for c in case.story.earlier(case) if fits(c)), None)


def several(case: Case) -> bool:
    """Tell whether a source is several people."""
    return case.phrase.plural and case.facts.kind is not Kind.DOCUMENT


def just_asks(case: Case) -> bool:
    """Tell whether a source is an unnamed reporter: who is asked speaks next, as "he"."""
    return case.phrase.head in lexicon.outlets().reporters and not case.phrase.name


def nearest(case: Case) -> list[Case]:
    """Return the earlier sources within reach, the nearest first, those in other people's mouths left out."""
    found = [
        c
        for c in case.story.earlier(case, 8)
        if c.spans.source and near(case, c) and c.source_at < case.source_at and not just_asks(c)
    ]
    return sorted(found, key=lambda c: c.within is not case.within)


def agrees(case: Case, other: Case) -> bool:
    """Tell whether he or she can be the other source, as far as its words show a gender."""
    word, theirs = case.phrase.words[0], set(other.phrase.words)
    if word in ("she", "her", "hers"):
        return not theirs & {"he", "mr", "spokesman", "chairman", "man", "sir", "king", "brother", "father", "him"}
    return not theirs & {
        "she",
        "ms",
        "mrs",
        "miss",
        "spokeswoman",
        "chairwoman",
        "woman",
        "dame",
        "queen",
        "sister",
        "her",
    }


def names_somebody(text: str) -> bool:
    """Tell whether a text names a person in passing (two capitalised words, or a title and one)."""
    for m in RUN.finditer(text):
        words = m[0].split()
        if words and words[0].lower() in STARTERS:
            words = words[1:]
        if len(words) > 1 and person_name(words):
            return True
    return False


def speaks_for(case: Case) -> str | None:
    """Return the name of the person in whose name an unnamed source speaks ("Orlo’s lawyer"), or None."""
    owner = case.phrase.owner.split()[-1:]
    if not owner or not case.facts.unnamed or case.phrase.name:
        return None
    return case.story.press.people.get(owner[0].lower())


def named_between(case: Case, found: Case) -> str | None:
    """Return the person whom a sentence between an unnamed source and a pronoun begins with, or None.

    "A clerk left. Orlo smiled. He said" is about Orlo; "A clerk said Orlo had left. He said" is about the clerk.
    """
    if not found.facts.unnamed:
        return None
    over = max(found.end, *(e for _, e in found.spans.source + found.spans.content if e <= case.source_at), 0)
    return begins_with_name(case, over)


def begins_with_name(case: Case, start: int) -> str | None:
    """Return the last name that begins a sentence from ``start`` up to a case's source, or None."""
    gap = case.story.text[max(0, start) : case.source_at]
    for piece in reversed(SENTENCE_END.split(gap)[1:]):
        clause = piece.partition(", ")[2] if piece.startswith(OPENERS) else ""
        name = leading_name(case, piece) or leading_name(case, clause)
        if name:
            return name
    return None


def leading_name(case: Case, sentence: str) -> str | None:
    """Return the whole name of the person that a sentence begins with, or None."""
    run = RUN.match(sentence.lstrip(" \n“\"‘'"))
    words = run[0].split() if run else []
    if words and words[0].lower() in STARTERS:
        words = words[1:]
    name = person_name(words) if words and not words[-1][0].isdigit() else None
    whole = case.story.press.people.get(name.split()[-1].lower()) if name else None
    titled = bool(name) and len(words) > len((name or "").split())
    if name and whole:
        return whole if name in whole or whole in name else None
    return name if titled else None


def antecedent(case: Case) -> str | None:
    """Return the name of the person whom a pronoun means where it means no earlier source, or None."""
    if case.goes_back is None and case.phrase.head:
        return named_soon(case)
    if case.goes_back is not None or not pronoun_for(case, "one") or case.phrase.words[0] in ("i", "me"):
        return None
    outer = case.within
    if outer is not None and outer.source_at < case.source_at and speaks_for(outer):
        return speaks_for(outer)
    return begins_with_name(case, case.source_at - 500)


def named_soon(case: Case) -> str | None:
    """Return the name that the next paragraph gives to whom the first paragraph only describes, or None.

    Takes "A returning officer said …", then "Lev Marin told …"; refuses "Lev Marin, a lawyer, told …", somebody new.
    """
    phrase, text = case.phrase, case.story.text
    lead = (
        case.order < LEAD and case.within is None and "\n" not in text[case.story.cases[0].source_at : case.source_at]
    )
    if phrase.rest.lower().startswith(("who", "familiar", "close", "with knowledge")):
        return None
    if not lead or phrase.name or phrase.plural or phrase.part_of or case.facts.kind not in (None, Kind.PERSON):
        return None
    for later in case.story.cases[case.order + 1 : case.order + 1 + LEAD]:
        name = later.phrase.name
        whole = later.source == name or AGED.fullmatch(later.source) or later.phrase.head == phrase.head
        if name and whole and " " in name and text.find(name) >= later.source_at:
            return name if "\n" in text[case.source_at : later.source_at] else None
    return None
