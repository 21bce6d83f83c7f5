"""What one mention says about itself: name, noun or pronoun; one or many; he, she or it."""

import re
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise

from firsthand import lexicon
from firsthand.actors import naming
from firsthand.lexicon import Institution
from firsthand.phrases import CLITIC, Phrase, parse
from firsthand.spans import Mention

PRONOUNS = {
    "first": lexicon.word_set("i me my mine myself"),
    "first plural": lexicon.word_set("we us our ours ourselves"),
    "second": lexicon.word_set("you your yours yourself yourselves"),
    "he": lexicon.word_set("he him his himself"),
    "she": lexicon.word_set("she her hers herself"),
    "it": lexicon.word_set("it its itself"),
    "they": lexicon.word_set("they them their theirs themselves themself"),
}
PERSON_OF = {word: person for person, words in PRONOUNS.items() for word in words}
GENDERED = {"he": "m", "she": "f"}
# Nouns that say whether a man or a woman is meant; written by hand.
MEN = lexicon.word_set(
    """man boy gentleman king prince duke emperor sultan father son brother husband uncle grandfather nephew widower
    spokesman chairman congressman councilman policeman businessman salesman fisherman fireman craftsman statesman
    stepson stepfather monk bishop pope priest imam actor boyfriend baron lord sheikh emir"""
)
WOMEN = lexicon.word_set(
    """woman girl lady queen princess duchess empress mother daughter sister wife aunt grandmother niece widow
    spokeswoman chairwoman congresswoman councilwoman policewoman businesswoman saleswoman stateswoman stepdaughter
    stepmother nun actress girlfriend baroness"""
)
RANKED = lexicon.word_set("vice deputy prime assistant former")
WORD = re.compile(r"[^\W_][\w.’'-]*")
# Where the words before a noun, which may say whose it is, are over.
BEHIND = re.compile(r"[,(]|\s(?:of|for|to|at|in|with|on|from|who|that|which|against|about|by)\s")
LONGEST = 60  # characters of a mention that may be an institution's name


class Form(StrEnum):
    """How a mention speaks of somebody."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


class Said:
    """One mention of a report, read.

    Attributes:
        index: its number among the report's mentions.
        mention: as decoding found it.
        text: its words.
    """

    def __init__(self, index: int, mention: Mention, text: str) -> None:
        self.index = index
        self.mention = mention
        self.text = text

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.mention.span[0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.mention.span[1]

    @cached_property
    def phrase(self) -> Phrase:
        """Its noun phrase."""
        return _phrase(self.text)

    @cached_property
    def pronoun(self) -> str | None:
        """Which pronoun it is: first, first plural, second, he, she, it, they; None for other mentions."""
        return None if self.text in ("US", "IT") else PERSON_OF.get(self.text.lower())

    @cached_property
    def form(self) -> Form:
        """Whether it is a name, a noun or a pronoun."""
        if self.pronoun:
            return Form.PRONOUN
        return Form.NAME if self.name else Form.NOUN

    @cached_property
    def name(self) -> str | None:
        """The name in it: a person's without titles, another's as written without an article; None for a noun."""
        return None if self.pronoun else _name(self.text, self.mention.type)

    @cached_property
    def institution(self) -> Institution | None:
        """The institution that the gazetteer knows by these words ("the Portuguese foreign ministry")."""
        if self.pronoun or self.mention.type == "person" or len(self.text) > LONGEST:
            return None
        return lexicon.institution(self.text) or (lexicon.institution(self.name) if self.name else None)

    @cached_property
    def known(self) -> str | None:
        """What the gazetteer knows it as: one string for all names of a country, an institution, an outlet."""
        if self.pronoun or self.mention.type == "person":
            return None
        place = lexicon.country(self.name) if self.name else None
        if place and place.how in ("name", "capital"):
            return f"{place.how} {place.code}"
        body = self.institution
        if body and (body.country or body.kind == "international"):  # others are a body of any country
            return body.name
        return lexicon.outlet(self.name) if self.name else None

    @cached_property
    def head(self) -> str:
        """The head noun in lower case, empty for a bare name."""
        return self.phrase.head

    @cached_property
    def ranks(self) -> frozenset[str]:
        """What makes its post another than the bare noun says: a vice president is no president."""
        return RANKED & set(self.phrase.words)

    @cached_property
    def plural(self) -> bool:
        """Whether it speaks of more than one."""
        if self.pronoun:
            return self.pronoun in ("first plural", "they")
        return _several(self.text, self.mention.type, self.phrase)

    @cached_property
    def country(self) -> str | None:
        """The country whose adjective or name stands before what it is called by.

        Takes "the Russian businessman", "Tarsia’s army", "Air France"; refuses "Chad Reyes", "critics of China".
        """
        if self.pronoun:
            return None
        person = self.mention.type == "person"
        name = self.text.rfind(self.name) if self.name else -1
        text = self.text[:name] if person and name >= 0 else self.text
        words = [m for m in WORD.finditer(BEHIND.split(text)[0]) if m[0].lower() != "the"]
        for i, m in enumerate(words):
            two = pairwise(words[max(0, i - 1) : i + 2])  # "New Jersey" is not Jersey
            longer = any(lexicon.country(text[a.start() : b.end()]) for a, b in two)
            found = lexicon.country(m[0]) if m[0][0].isupper() and not longer else None
            owns = CLITIC.search(m[0]) is not None or not person
            if found and (found.how == "adjective" or (found.how == "name" and (owns or m.end() < len(text.rstrip())))):
                return found.code
        return None

    @property
    def definite(self) -> bool:
        """Whether it says "the" or the like: somebody who is known already, or the only one of the kind."""
        return self.phrase.article == "the"

    @cached_property
    def gender(self) -> str | None:
        """Whether it shows a man (m) or a woman (f)."""
        if self.pronoun:
            return GENDERED.get(self.pronoun)
        if self.mention.type != "person" or self.plural:
            return None
        words = set(self.phrase.words)
        shown = {g for g, nouns in (("m", MEN), ("f", WOMEN)) if self.head in nouns}
        shown |= {title.gender for w in words if (title := lexicon.honorific(w)) and title.gender}
        first = (self.name or "").split()[:-1][:1]
        usual = lexicon.gender(first[0]) if first and not shown else None
        shown |= {usual} if usual else set()
        return shown.pop() if len(shown) == 1 else None


@lru_cache(maxsize=8192)
def _name(text: str, kind: str) -> str | None:
    phrase = _phrase(text)
    if phrase.part_of and not phrase.name:
        return None
    if kind == "person" and not phrase.part_of and _several(text, kind, phrase):
        return None
    return naming.person(text, phrase) if kind == "person" else naming.body(text, phrase)


def _phrase(text: str) -> Phrase:
    return parse(text.rstrip(" ,;:"))


def _several(text: str, kind: str, phrase: Phrase) -> bool:
    """Tell whether a noun, or the names of people, speak of more than one."""
    together = kind == "person" and naming.several(text)
    return together or ((phrase.plural or phrase.group) and "-year-old" not in text)
