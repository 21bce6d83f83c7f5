"""The words that the rules stand on: cues, source nouns, outlets. In lower case, and asked for in lower case."""

from functools import cache

import msgspec

from firsthand.lexicon.lookup import load

Words = frozenset[str]


class Cues(msgspec.Struct, frozen=True):
    """Phrases in base form, by what they do; ``forms`` maps an inflected verb to its base form.

    The four stances, then: verbs which a negation turns into a silence or a refusal, contents that decline or deny,
    cues that cite, and verbs that take an addressee.
    """

    denies: Words
    declines: Words
    silent: Words
    asks: Words
    not_silent: Words
    not_declines: Words
    always_declines: Words
    content_declines: Words
    content_denies: Words
    cites: Words
    addresses: Words
    forms: dict[str, str]


class Sources(msgspec.Struct, frozen=True):
    """Nouns for sources, singular and plural, and the small words around them."""

    people: Words
    people_plural: Words
    collectives: Words
    collectives_plural: Words
    documents: Words
    documents_plural: Words
    organizations: Words
    organizations_plural: Words
    offices: Words
    offices_plural: Words
    named_organizations: Words
    places: Words
    titles: Words
    modifiers: Words
    descriptors: Words
    impersonal: Words
    pronouns: dict[str, str]
    numbers: dict[str, int]


class Outlets(msgspec.Struct, frozen=True):
    """Names of outlets (``known`` maps everything an outlet goes by to its name) and words that mark one."""

    known: dict[str, str]
    social: Words
    last_words: Words
    weak_last_words: Words
    first_words: Words
    nouns: Words
    sure_nouns: Words
    reporters: Words
    audiences: Words
    occasions: Words


@cache
def cues() -> Cues:
    """The lexicon of cues."""
    return load("cues", Cues)


@cache
def sources() -> Sources:
    """The lexicon of source phrases."""
    return load("sources", Sources)


@cache
def outlets() -> Outlets:
    """The lexicon of outlets."""
    return load("outlets", Outlets)


def lemma(word: str) -> str:
    """Return the base form of a verb that a cue of ours may begin with, or the word itself."""
    return cues().forms.get(word, word)


def outlet(name: str) -> str | None:
    """Return the usual name of an outlet for its name, short name or domain in any case, or None."""
    low = name.lower()
    known = outlets().known
    return known.get(low) or (known.get(low[4:]) if low.startswith("the ") else None)


@cache
def _first_words(phrases: Words) -> Words:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def phrase_in(words: list[str], phrases: Words, longest: int = 4) -> str | None:
    """Return the first phrase of ``phrases`` that stands in ``words`` word by word, the longest first, or None.

    Args:
        words: in lower case.
        phrases: words joined by single spaces.
        longest: how many words a phrase may have.
    """
    heads = _first_words(phrases)
    for i, word in enumerate(words):
        if word not in heads:
            continue
        for n in range(min(longest, len(words) - i), 0, -1):
            phrase = word if n == 1 else " ".join(words[i : i + n])
            if phrase in phrases:
                return phrase
    return None


def is_plural(noun: str) -> bool:
    """Tell whether a noun is in the plural, by the lexicon first and its ending otherwise."""
    known = sources()
    if noun in known.people or noun in known.offices or noun in known.documents:
        return False
    if noun in known.people_plural or noun in known.collectives_plural or noun in known.offices_plural:
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def word_set(text: str) -> Words:
    """Return the words of a text as a set; for the short lists that belong to one rule alone."""
    return frozenset(text.split())
