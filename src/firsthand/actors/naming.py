"""The name in a mention, without titles, articles and what describes it."""

import re
import unicodedata

from firsthand import lexicon
from firsthand.phrases import CLITIC, Phrase, determiner, is_noun, is_thing, parse, person_name

# What goes on with the name of an institution: "of Tarsia", "for Foreign Affairs and Trade".
FURTHER = re.compile(r"(?: (?:of|for|on) (?:the )?[A-Z][\w’'-]*(?:(?: and| &)? [A-Z][\w’'-]*)*)+")
# A name before a noun for what it is: "the Northern Courier newspaper", "the Halvard shipping company".
BEFORE_NOUN = re.compile(r"(?P<name>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*)*)(?: [a-z-]+){1,3}$")
CASED = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "FULLWIDTH", "MODIFIER"}  # scripts that write names with capitals
# Bodies that are called by the name of a person, and are not that person ("the Trump administration").
SOMEBODYS = lexicon.word_set("administration government cabinet regime campaign team camp family transition estate")
# What gives somebody's name behind a noun: "a man who gave his name as Odd Lien", "a baker called Odd Lien".
CALLED = re.compile(
    r"\b(?:called|named|known|identif(?:ied|ying)|names? (?:as|was|is)|signs|signed)(?: (?:only|as|himself|herself))* "
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)$"
)


def person(text: str, phrase: Phrase) -> str | None:
    """Return the name of one person, or None for a noun; scripts without capitals are taken as they stand."""
    if phrase.name:
        name = CLITIC.sub("", phrase.name)
        return None if " " not in name and _says_what(name, phrase.article != "") else name
    called = CALLED.search(text.rstrip(" ,"))
    if called:
        return person_name(called["name"].split())
    scripts = {unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha()}
    return text.strip() if scripts and not scripts & CASED else None


def _says_what(word: str, determined: bool) -> bool:
    """Tell whether a capitalised word says what somebody is ("Republican", "the Pope"); "Baker" alone is a name."""
    known, place = lexicon.role(word), lexicon.country(word)
    noun = known is not None and known.noun == word.lower() and (determined or known.sector == "PTY")
    return noun or (place is not None and place.how == "adjective")


def several(text: str) -> bool:
    """Tell whether a mention puts the names of several people together ("Odd Lien and the mayor, Tom Reyes")."""
    left, both, right = text.partition(" and ")
    return bool(both) and parse(left).name is not None and parse(right).name is not None


def body(text: str, phrase: Phrase) -> str | None:
    """Return the name of what is no person ("Halvard Lines", "Russia’s Foreign Ministry"), or None for a noun."""
    text = CLITIC.sub("", text)
    if phrase.article == "one":
        return None
    proper = CLITIC.sub("", phrase.proper)
    at = text.find(proper) if proper else -1
    if at < 0:
        return None if phrase.plural else _before_noun(text)
    if phrase.plural and phrase.head and phrase.head not in proper.lower().split():
        return None
    if text == proper and is_noun(text.lower()):  # a sentence begins with "Economists"
        return None
    end = at + len(proper)
    if text[end : end + 1] == "." and "." in proper:
        end += 1
    if is_thing(proper.split()[-1].lower()):
        further = FURTHER.match(text, end)
        end = further.end() if further else end
        owner = text.find(phrase.owner) if phrase.owner and phrase.owner[0].isupper() else -1
        at = owner if 0 <= owner < at else at
    name = text[at:end]
    return None if " and " in name and all(map(lexicon.country, name.split(" and "))) else name


def _before_noun(text: str) -> str | None:
    """Return the name that stands before a noun for what it names, a country and its adjective left out."""
    words = text.split()
    bare = " ".join(words[determiner([w.lower() for w in words])[2] :])
    found = BEFORE_NOUN.match(bare)
    if found is None or not is_thing(text.rsplit(" ", 1)[-1].lower()) or lexicon.institution(bare):
        return None
    name = found["name"]
    place = lexicon.country(name)
    own = place is not None and place.how in ("name", "adjective", "capital", "region", "city")
    if own or CLITIC.search(name):
        return None
    return bare if bare.rsplit(" ", 1)[-1] in SOMEBODYS else name
