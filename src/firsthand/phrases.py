"""Reads the noun phrase of a source without a parser: its head noun, its proper name, its number, its description."""

import re
from functools import lru_cache

import msgspec

from firsthand import lexicon

TOKEN = re.compile(r"\d[\d,.]*\d|[^\W_](?:[\w.&-]|['’](?=\w))*|,")
INITIAL = re.compile(r"[^\W\d_]\.")
BRACKETS = re.compile(r"\([^()]*\)")
CLITIC = re.compile(r"['’]s?$")
ONE = frozenset(("a", "an", "another", "one"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"))
ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))
VAGUE = lexicon.word_set("""several some many most few multiple various numerous other more any no all""")
BEFORE = frozenset(("in", "from", "at", "by", "to", "as", "both", "even", "but", "according", "only", "and", "also"))
PARTICLES = lexicon.word_set(
    """de da do dos das di del della van von der den al el bin ibn ben la le du of ter zu abu and &"""
)
NOT_NAMES = lexicon.word_set(
    """i mps ceo pm tv another other others third second fourth somebody someone nobody none both everyone everybody
    anyone something those such last first"""
)
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves", "myself", "alone", "too", "also"))
CROWDS = lexicon.word_set("""group number handful dozens scores hundreds thousands majority half string""")
CLAUSES = lexicon.word_set("it he she they i we then still would will has have had was were is are")
RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))


class Phrase(msgspec.Struct, frozen=True):
    """What one source phrase says about itself.

    Attributes:
        text: the phrase as written.
        words: its words in lower case, punctuation left out.
        article: ``one`` (a, an, another, one), ``the`` (the, possessives, demonstratives), ``number``, ``vague``
            (some, several), or ``""``.
        number: how many, where the phrase counts.
        head: the head noun in lower case; ``""`` for a bare name.
        beside: the head noun of an apposition ("Northgate Metals, the Canadian owner" gives "owner").
        proper: the run of capitalised words that ends the noun, as written ("Treasury Department", "Eva Brandt").
        name: a person's name, its titles left out.
        nouns: all nouns of the phrase by which a later one can go back to it, in lower case.
        part_of: what stands after "one of", as a phrase.
        owner: what stands before the last possessive ("Halden" in "Halden’s envoy").
        rest: what follows the noun and its name ("familiar with the plans").
    """

    text: str
    words: tuple[str, ...]
    article: str
    number: int | None
    head: str
    beside: str
    proper: str
    name: str | None
    nouns: frozenset[str]
    part_of: "Phrase | None"
    owner: str
    rest: str

    @property
    def plural(self) -> bool:
        """Whether the phrase is about more than one."""
        if self.number is not None:
            return self.number > 1
        if self.part_of or self.article == "one":
            return False
        return bool(self.head) and lexicon.is_plural(self.head) and self.name is None

    @property
    def group(self) -> bool:
        """Whether the phrase starts with a vague quantity ("some", "several")."""
        return self.article == "vague"


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Return the words and commas of a text with their offsets."""
    return [(m[0] if INITIAL.fullmatch(m[0]) else m[0].rstrip("."), m.start(), m.end()) for m in TOKEN.finditer(text)]


def amount(word: str) -> int | None:
    """Read a number in words or digits, or None."""
    known = lexicon.sources().numbers.get(word)
    if known is None and word[:1].isdecimal():
        digits = word.replace(",", "")
        return int(digits) if digits.isdecimal() and len(digits) < 10 else None
    return known


def determiner(words: list[str]) -> tuple[str, int | None, int]:
    """Return the kind of article, the number and how many words they take, at the head of ``words``."""
    skip = next((i for i, w in enumerate(words) if w not in BEFORE), 0)
    article, number, i = "", None, skip
    while i < len(words) and i < skip + 5:
        word = words[i]
        if word in DEFINITE or word in ("neither", "both", "each", "either"):
            article = article or "the"
            number = 2 if word == "both" else number
        elif word in VAGUE:
            article = "vague" if article in ("", "one") else article
        elif amount(word) is not None and word != "one" and not (word == "dozen" and number):
            times = 12 if words[i + 1 : i + 2] == ["dozen"] else 1
            number = (amount(word) or 0) * times
            article = "number" if article == "" else article
        elif word in ONE:
            article, number = "one", 1
        elif (
            word
            not in (
                "of",
                "about",
                "around",
                "nearly",
                "almost",
                "roughly",
                "dozen",
                "than",
                "at",
                "least",
                "half",
            )
            or word == "of"
        ):
            break
        i += 1
    return article, number, i


def is_capital(word: str) -> bool:
    """Tell whether a word is written like a name or a part of one."""
    number = word[:1].isdecimal() and len(word) < 5
    return word[:1].isupper() or number or (word[:2] in ("al", "el", "d'") and "-" in word)


def trailing_name(words: list[str]) -> int:
    """Return where the run of capitalised words at the end of ``words`` begins."""
    i = len(words)
    while i and (is_capital(words[i - 1]) or (words[i - 1] in PARTICLES and i < len(words) and i > 1)):
        i -= 1
    while i < len(words) and words[i] in PARTICLES:
        i += 1
    return i


def is_noun(word: str) -> bool:
    """Tell whether the lexicon knows a word as a noun for a person, a thing written or an organization."""
    known = lexicon.sources()
    return (
        word in known.people
        or word in known.people_plural
        or word in known.offices
        or word in known.offices_plural
        or is_thing(word)
    )


def is_thing(word: str) -> bool:
    """Tell whether the lexicon knows a word as a noun for a document, an organization or an outlet."""
    known = lexicon.sources()
    return (
        word in known.organizations
        or word in known.organizations_plural
        or word in known.documents
        or word in known.documents_plural
        or word in known.collectives_plural
        or word in lexicon.outlets().sure_nouns
    )


def is_title(word: str) -> bool:
    """Tell whether a word can stand before a name as a title or a post."""
    known = lexicon.sources()
    low = word.lower()
    return low in known.titles or low in known.offices or low in known.people


def person_name(run: list[str]) -> str | None:
    """Return the person's name in a run of capitalised words, its titles left out, or None if it is no person's."""
    i = max((i + 1 for i, word in enumerate(run[:-1]) if is_title(word)), default=0)
    i += i == 0 and len(run) == 1 and is_title(run[0])
    rest = run[i:]
    if rest and rest[-1].lower() in ("kc", "qc", "jr", "sr", "mp", "mep", "md"):
        rest = rest[:-1]
    last = rest[-1].lower() if rest else ""
    if not rest or last in NOT_NAMES or last in lexicon.sources().pronouns or amount(rest[0].lower()):
        return None
    if is_noun(last) and not (len(rest) > 1 and lexicon.gender(rest[0])):  # "Tim Cook" is a person
        title = lexicon.honorific(run[i - 1]) if i else None
        return last.title() if title and title.gender else None  # "Mr. King"
    return " ".join(rest)


def cut(words: list[str]) -> int:
    """Return where the noun ends and what describes it begins: at a comma or a modifier."""
    modifiers = lexicon.sources().modifiers
    for i, word in enumerate(words):
        if word == "," or (i and word.lower() in modifiers and not (word[0].isupper() and i + 1 == len(words))):
            return i
        known = i and word[0].islower() and is_noun(words[i - 1].lower())
        if known and word in ARTICLES:
            return i
        participle = i and word.endswith("ed") and words[i + 1 : i + 2] and words[i + 1] in modifiers
        if (known and opens_clause(word)) or participle:
            return i
    return len(words)


def opens_clause(word: str) -> bool:
    """Tell whether a word behind a noun begins a clause about it ("two divers hired …", "linemen it isn’t naming")."""
    return (word.endswith(("ed", "ing")) and not is_noun(word)) or word in CLAUSES


def possessive(words: list[str]) -> int:
    """Return the number of words up to the last possessive's end ("Halden’s special" gives 1), 0 without one."""
    for i in range(len(words) - 2, -1, -1):
        if CLITIC.search(words[i]):
            return i + 1
    return 0


def appositive(words: list[str]) -> str | None:
    """Return the name that stands as an apposition behind a comma ("a spokeswoman for the ministry, Eva Brandt")."""
    start = 0
    for i in [*(i for i, w in enumerate(words) if w == ","), len(words)]:
        piece = words[start:i]
        start = i + 1
        if not piece or not piece[0] or piece is words or i == 0:
            continue
        name = apposed(piece)
        if name:
            return name
    return None


def called(noun: list[str], tail: list[str]) -> str | None:
    """Return the lone name right behind a word for a person and a comma ("his sister, Jade")."""
    if len(tail) < 2 or tail[0] != "," or tail[2:3] not in ([], [","]) or not noun:
        return None
    person = noun[-1].lower() in lexicon.sources().people
    return person_name(tail[1:2]) if person and tail[1][0].isupper() else None


def apposed(piece: list[str]) -> str | None:
    """Return the person's name that a piece between commas consists of or ends in, or None."""
    known = lexicon.sources()
    piece = piece[: cut(piece)]
    run = trailing_name(piece)
    name = person_name(piece[run:]) if run < len(piece) else None
    if name is None or (run and piece[run - 1].lower() not in known.people | known.offices | known.titles):
        return None
    titled = run > 0 or name != " ".join(piece[run:])
    return name if titled or " " in name else None


def after_of(words: list[str]) -> str | None:
    """Return the name that ends an "of" phrase ("the deputy of the party Mirela Toth"), or None."""
    if not words or words[0].lower() not in ("of", "for") or "," in words:
        return None
    run = trailing_name(words)
    tail = words[run:]
    if len(tail) == 2 and run > 1 and is_thing(words[run - 1].lower()):
        return person_name(tail)
    if len(tail) > 2 and (tail[-3].lower() in lexicon.sources().organizations):
        return person_name(tail[-2:])
    acronym = len(tail) > 2 and tail[-3].isupper() and len(tail[-3]) > 1
    return person_name(tail[-2:]) if acronym or (len(tail) == 3 and words[-4].lower() == "of" and run > 4) else None


@lru_cache(maxsize=8192)
def parse(text: str) -> Phrase:
    """Read a source phrase; only its first 400 characters are looked at."""
    found = tokens(BRACKETS.sub(lambda m: " " * len(m[0]), text[:400]))
    written = [t[0] for t in found if t[0]]
    low = [w.lower() for w in written]
    article, number, i = determiner(low)
    i = min(i, max(0, len(low) - 1))
    if i < len(low) and low[i] == "of" and i:
        return partitive(text, low, article, number, " ".join(written[i + 1 :]))
    if low[i : i + 1] and low[i] in CROWDS and low[i + 1 : i + 2] == ["of"] and i + 2 < len(low):
        crowd = parse(" ".join(written[i + 2 :]))
        return msgspec.structs.replace(
            crowd, text=text, words=tuple(w for w in low if w != ","), article="vague", number=None
        )
    body = [w for j, w in enumerate(written[i:]) if j == 0 or w.lower() not in REFLEXIVE]
    end = cut(body)
    noun = body[:end] or written[:1]
    owned = possessive(noun)
    owner = CLITIC.sub("", " ".join(noun[:owned])) if owned else ""
    article = article or ("the" if owned else "")
    noun = noun[owned:]
    run = trailing_name(noun)
    proper = noun[run:]
    name = person_name(proper) if proper else None
    tail = body[end:]
    if name is None or not proper:
        name = appositive([*tail]) or after_of(tail) or called(noun, tail) or name
    return Phrase(
        text=text,
        words=tuple(w for w in low if w != ","),
        article=article,
        number=number,
        head=head_of(noun, run, name),
        beside=beside(tail),
        proper=" ".join(proper),
        name=name,
        nouns=frozenset(w.lower() for w in noun if is_noun(w.lower())),
        part_of=None,
        owner=owner,
        rest=rest_of(text, found, i + end),
    )


def head_of(noun: list[str], run: int, name: str | None) -> str:
    """Return the head noun in lower case: the last word that is no part of the name."""
    if len(noun) == 1 and noun[0].lower() in lexicon.sources().pronouns:
        return ""
    if run == len(noun) or (name is None and is_noun(noun[-1].lower())):
        return noun[-1].lower() if noun else ""
    held = name.split() if name else []
    before = [w for w in noun if w not in held]
    titles = [w.lower() for w in before if is_noun(w.lower())]
    if titles:
        return titles[-1]
    return noun[run - 1].lower() if run else ""


def beside(tail: list[str]) -> str:
    """Return the head noun of an apposition with an article, or that is a name of its own, in lower case."""
    if len(tail) < 2 or tail[0] != ",":
        return ""
    piece = tail[1 : tail.index(",", 1) if "," in tail[1:] else len(tail)]
    skip = determiner([w.lower() for w in piece])[2]
    if not piece or (not skip and not is_capital(piece[0])):
        return ""
    noun = piece[skip:][: cut(piece[skip:])]
    return noun[-1].lower() if noun else ""


def rest_of(text: str, found: list[tuple[str, int, int]], used: int) -> str:
    """Return the text behind the noun, without a leading comma."""
    if used >= len(found):
        return ""
    return text[found[used][1] :].lstrip(", ")


def partitive(text: str, low: list[str], article: str, number: int | None, whole: str) -> Phrase:
    """Read "one of the officials" and its like: what it is part of decides what it is."""
    part = parse(whole)
    return Phrase(
        text=text,
        words=tuple(w for w in low if w != ","),
        article=article,
        number=number,
        head=part.head,
        beside="",
        proper=part.proper if part.name is None else "",
        name=appositive([t[0] for t in tokens(text[:400])][3:]) if "," in text else None,
        nouns=part.nouns | {part.head},
        part_of=part,
        owner=part.owner,
        rest=part.rest,
    )


def conjuncts(text: str) -> list[str]:
    """Split "an American official and two sources familiar with the plans" into its phrases."""
    pieces, start, described = [], 0, False
    modifiers = lexicon.sources().modifiers
    found = tokens(text[:400])
    for i, (word, at, end) in enumerate(found):
        low = word.lower()
        described = described or (low in modifiers and low != "both")
        if low != "and" or i + 1 == len(found) or i == 0:
            continue
        following, before = found[i + 1][0], found[i - 1][0]
        counted = following.lower() in ONE or (amount(following.lower()) is not None and following[0].islower())
        named = not described and (following.lower() in DEFINITE or (following[0].isupper() and is_capital(before)))
        if counted or (named and not is_thing(found[-1][0].lower())):
            pieces.append(text[start:at].strip(" ,"))
            start, described = end, False
    return [*pieces, text[start:].strip(" ,")]
