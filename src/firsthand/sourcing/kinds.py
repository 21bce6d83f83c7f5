"""Rules for what a source is: person, organization, outlet, document or collective."""

import re

from firsthand import lexicon
from firsthand.phrases import Phrase
from firsthand.rules import rule
from firsthand.sourcing.bodies import (
    acronym,
    called_beside,
    joined_by_and,
    joined_words,
    name_with_the,
    nobodys_name,
    place,
    reports_like_outlet,
    speaks_as_it,
    starts_longer_name,
)
from firsthand.sourcing.case import Case
from firsthand.sourcing.references import ORDINALS
from firsthand.types import Kind

DIRECTING = lexicon.word_set("""tell order warn ask invite press advise instruct remind promise assure""")
EVERYBODY = (("everyone",), ("everybody",), ("nobody",), ("noone",))
NUMBERED = re.compile(r"(?:No\.? ?|Number )\d+\b")
OUTLET_OF = lexicon.word_set(
    "newspaper magazine paper channel agency station site daily weekly tabloid portal broadcaster"
)


def singular_or_counted(phrase: Phrase) -> bool:
    """Tell whether a phrase means single people rather than a crowd."""
    return not phrase.plural or phrase.number is not None


@rule(0.7)
def nobody_directs(case: Case) -> Kind | None:
    """Nobody is named, but somebody must have asked, told or ordered it."""
    if case.spans.source or not case.words:
        return None
    return Kind.PERSON if any(w in DIRECTING for w in case.lemmas) else None


@rule(0.7)
def nobody_says(case: Case) -> Kind | None:
    """Nobody is named: it is rumoured, reported or said."""
    if case.spans.source:
        return None
    return Kind.COLLECTIVE if any(w in lexicon.sources().impersonal for w in case.words) else None


@rule(0.9)
def goes_back(case: Case) -> Kind | None:
    """It is the kind of the earlier source that the words go back to."""
    return case.goes_back.facts.kind if case.goes_back else None


@rule(0.85)
def personal_pronoun(case: Case) -> Kind | None:
    """He, she, I or who is a person."""
    if len(case.phrase.words) != 1:
        return None
    what = lexicon.sources().pronouns.get(case.phrase.words[0])
    if what in ("one", "any"):
        return Kind.PERSON
    if what == "thing":
        return Kind.ORGANIZATION
    return Kind.PERSON if what == "many" else None


@rule(0.85)
def own_outlet(case: Case) -> Kind | None:
    """Words such as "this newspaper" are the report's own outlet."""
    words = case.phrase.words
    return Kind.OUTLET if words[:1] in (("this",), ("our",)) and case.phrase.head in lexicon.outlets().nouns else None


@rule(0.9)
def reporter(case: Case) -> Kind | None:
    """A reporter who stands for an outlet speaks for it."""
    phrase = case.phrase
    if phrase.head not in lexicon.outlets().reporters or phrase.name:
        return None
    at = case.source_at
    return Kind.OUTLET if case.story.press.between(at, at + len(case.source)) else None


@rule(0.95)
def outlet_name(case: Case) -> Kind | None:
    """The source is the name of an outlet."""
    phrase = case.phrase
    press = case.story.press
    if phrase.words[0] in lexicon.sources().pronouns if phrase.words else True:
        return None
    if not case.spans.source or (phrase.head and not outlet_noun(phrase.head) and not phrase.proper):
        return None
    if phrase.owner and not phrase.proper:
        return None
    s, e = case.spans.source[0]
    mention = press.at(s, min(e, s + 80))
    if mention is None or (mention.end > e + 2 and mention.start > s):  # a source may be a name that was cut short
        return None
    lead = case.story.text[s : mention.start].lower().split()
    inside = all(
        w in ("the", "state", "telegram", "news", "rival")
        or w.endswith("-based")
        or outlet_noun(w)
        or w.endswith(("ian", "ish", "ese"))
        for w in lead
    )
    behind = case.story.text[mention.end : e].strip().split()
    plain = (
        not behind or behind[0][:1] in ",(" or outlet_noun(behind[0].strip(",").lower()) or behind[0] in ("and", "or")
    )
    return Kind.OUTLET if (inside or (len(lead) < 3 and lead[:1] in (["the"], ["a"]))) and plain else None


@rule(0.9)
def outlet_word(case: Case) -> Kind | None:
    """The source is called a newspaper, a broadcaster, a site or the like."""
    phrase = case.phrase
    known = lexicon.outlets()
    sure = any(head in known.sure_nouns or head.rstrip("s") in known.sure_nouns for head in heads(phrase))
    site = phrase.head == "website" and phrase.words[:1] in (("its",), ("their",), ("his",), ("her",))
    if site:
        return Kind.DOCUMENT
    if sure and (not phrase.name or called_outlet(phrase)):
        return Kind.OUTLET
    mentioned = phrase.head in OUTLET_OF and not phrase.name and phrase.article == "the" and len(phrase.words) == 2
    if phrase.head in OUTLET_OF and called_outlet(phrase):
        return Kind.OUTLET
    return Kind.OUTLET if mentioned and case.story.press.mentions else None


def called_outlet(phrase: Phrase) -> bool:
    """Tell whether a name stands right behind a noun for an outlet ("the outlet Rubizh")."""
    last = phrase.name.split()[0].lower() if phrase.name else ""
    at = phrase.words.index(last) if last in phrase.words else 0
    return at > 0 and phrase.words[at - 1] == phrase.head


@rule(0.95)
def written(case: Case) -> Kind | None:
    """The source is something written, shown or measured."""
    phrase = case.phrase
    known = lexicon.sources()
    if phrase.head not in known.documents and phrase.head not in known.documents_plural:
        return None
    return None if phrase.name and phrase.head in known.people else Kind.DOCUMENT


@rule(0.95)
def crowd(case: Case) -> Kind | None:
    """The source is a crowd or a public of which nobody is singled out."""
    phrase = case.phrase
    known = lexicon.sources()
    if phrase.name or phrase.part_of or (phrase.article == "vague" and phrase.head in known.people_plural):
        return None
    if phrase.head in ("crowd", "public", "audience", "crew", "community", "family"):
        return Kind.COLLECTIVE
    if singular_or_counted(phrase):
        return None
    return Kind.COLLECTIVE if phrase.head in known.collectives_plural else None


@rule(0.95)
def person_noun(case: Case) -> Kind | None:
    """The source is called by a word for a person."""
    phrase = case.phrase
    known = lexicon.sources()
    nouns = (known.people, known.people_plural, known.offices, known.offices_plural)
    if any(phrase.head in words for words in nouns):
        return Kind.PERSON
    if phrase.head in ORDINALS and phrase.beside in known.people:
        return Kind.PERSON
    if phrase.words[1:2] == ("former",) and phrase.head and not phrase.plural and not phrase.proper:
        return Kind.PERSON
    counted = phrase.head in known.collectives or phrase.head in known.collectives_plural
    return Kind.PERSON if counted and not phrase.proper else None


@rule(0.8)
def number_of_a_street(case: Case) -> Kind | None:
    """The office at a numbered address speaks ("No 10"). Takes "No 10"; refuses "No clerk"."""
    return Kind.ORGANIZATION if NUMBERED.match(case.source) else None


@rule(0.75)
def everybody(case: Case) -> Kind | None:
    """Everybody or nobody is meant. Takes "No one"; refuses "No one in the cabinet"."""
    words = case.phrase.words
    return Kind.COLLECTIVE if words in EVERYBODY or words == ("no", "one") else None


@rule(0.85)
def quantity(case: Case) -> Kind | None:
    """Some, many or others stand for people of whom nobody is singled out."""
    phrase = case.phrase
    if phrase.head not in ("others", "some", "many", "several", "most", "few") and phrase.words[:1] not in (
        ("others",),
    ):
        return None
    return Kind.COLLECTIVE


@rule(0.7)
def own_voice(case: Case) -> Kind | None:
    """The word "we", outside anybody's quotation, is the report's own outlet."""
    if case.phrase.words not in (("we",), ("us",)) or case.within is not None:
        return None
    return Kind.OUTLET


@rule(0.6)
def capital_plural(case: Case) -> Kind | None:
    """A sentence begins with a plural that is nobody's name ("Bookmakers")."""
    known = case.phrase.name and case.phrase.name.lower() in case.story.press.first_names
    return Kind.COLLECTIVE if case.phrase.name and case.common_plural and not known else None


@rule(0.9)
def organization_word(case: Case) -> Kind | None:
    """The source is called by a word for an organization, or bears one in its name."""
    phrase = case.phrase
    known = lexicon.sources()
    for head in heads(phrase):
        if head in known.organizations or head in known.organizations_plural or head in known.named_organizations:
            return Kind.ORGANIZATION
    proper = phrase.proper.lower()
    if proper in known.named_organizations or proper in known.places:
        return Kind.ORGANIZATION
    named = any(w in known.organizations for w in proper.split()[:1]) and len(proper.split()) > 2
    return Kind.ORGANIZATION if named or phrase.rest.lower().startswith(("of affairs",)) else None


@rule(0.85)
def person_named(case: Case) -> Kind | None:
    """The source is a person's name."""
    return Kind.PERSON if case.phrase.name else None


@rule(0.55)
def person_ending(case: Case) -> Kind | None:
    """The source's noun ends like a word for a person."""
    head = case.phrase.head
    ends = (
        "er",
        "or",
        "ist",
        "ian",
        "man",
        "woman",
        "ee",
        "ers",
        "ors",
        "ists",
        "ians",
        "men",
        "women",
        "ees",
        "ant",
        "ants",
    )
    return Kind.PERSON if head.endswith(ends) or case.phrase.article == "one" else None


@rule(0.4)
def plain_plural(case: Case) -> Kind | None:
    """A plural of which nothing else is known is taken for a crowd."""
    plain = case.phrase.plural and case.phrase.article not in ("the", "number", "vague")
    return Kind.COLLECTIVE if plain else None


@rule(0.5)
def something(case: Case) -> Kind | None:
    """A noun with "the" that is no word for a person: a body of some kind ("the brewery")."""
    phrase = case.phrase
    lone = phrase.article == "the" and phrase.head and not phrase.proper and not phrase.plural
    return Kind.ORGANIZATION if lone and phrase.head not in ("one", "other") else None


@rule(0.3)
def nobody_at_all(case: Case) -> Kind | None:
    """Nobody is named; it is told as common knowledge."""
    settled = {"announce", "decide", "declare", "confirm", "agree", "emerge"} & {
        lexicon.lemma(w).rstrip("d") for w in case.words
    }
    return None if case.spans.source or settled else Kind.COLLECTIVE


@rule(0.4)
def anybody(case: Case) -> Kind | None:
    """Nothing tells what the source is; most sources are people."""
    return Kind.PERSON if case.spans.source else None


KINDS = (
    nobody_directs,
    nobody_says,
    own_outlet,
    number_of_a_street,
    everybody,
    reporter,
    outlet_name,
    outlet_word,
    quantity,
    called_beside,
    crowd,
    person_noun,
    written,
    own_voice,
    goes_back,
    personal_pronoun,
    capital_plural,
    organization_word,
    starts_longer_name,
    reports_like_outlet,
    speaks_as_it,
    acronym,
    place,
    joined_by_and,
    name_with_the,
    joined_words,
    nobodys_name,
    person_named,
    person_ending,
    plain_plural,
    something,
    nobody_at_all,
    anybody,
)


def outlet_noun(word: str) -> bool:
    """Tell whether a word is a noun for an outlet, in the singular or the plural."""
    nouns = lexicon.outlets().nouns
    return word in nouns or word.rstrip("s") in nouns


def heads(phrase: Phrase) -> tuple[str, ...]:
    """Return the head noun, and with the word before it ("news organisations", "think tank")."""
    words = phrase.words
    if phrase.head and phrase.head in words[1:]:
        i = words.index(phrase.head, 1)
        return phrase.head, f"{words[i - 1]} {phrase.head}", f"{words[i - 1]} {phrase.head.rstrip('s')}"
    return (phrase.head,)
