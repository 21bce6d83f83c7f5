"""A written name, made ready to be compared: its words in lower-case Latin letters, without what bears no name."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from firsthand.names import tables
from firsthand.types import Kind

LONGEST = 300  # characters of a name that are looked at; no real one is longer
MOST_WORDS = 24
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?<!\bMc)(?<!\bMac)(?=[A-ZÀ-Þ])")
_DOTTED = re.compile(r"(?<!\w)(?:\w\.\s?){2,}(?:\w(?!\w))?")
_SLASHED = re.compile(r"(?<!\w)(\w)/(\w)(?!\w)")
_OWNER = re.compile(r"['’]s(?!\w)")
_SILENT = re.compile("[’'ʻʼʿʾ`´‘ʹ\u0640\u200c\u200d]")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[a-z0-9]+")
_NO_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_VOWELS = re.compile("[\u0590-\u06ff\u0750-\u077f\u0900-\u0eff\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SEMITIC = re.compile("[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc]")
_FIGURES = re.compile(r"0*(\d+)(?:st|nd|rd|th)?")
_EASTERN_FORMS = re.compile("股份|有限|责任|責任|公司|株式会社|주식회사")
_PATRONYMIC = re.compile(r"\w{2,}(?:[oe]vi?ch|[oe]vyc?h|[oe]vi[cz]|[oei]vna|[iy]chna|ivych)")
_SERVANT = frozenset({"abd", "abdul", "abdel", "abdal", "abdol", "abdu"})
_FATHER = frozenset({"abu", "abou", "umm", "um"})
_OF_FAITH = frozenset({"din", "deen", "dine", "eddin", "eddine", "uddin", "aldin"})
_ARTICLES = frozenset({"al", "el", "ul", "ad", "ud", "ur", "ar", "as", "us", "an", "un", "ash", "az"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name made ready, for :func:`firsthand.names.compare`.

    Attributes:
        written: the name as given.
        kind: what bears it, as given, or told by a legal form.
        words: the words that tell it apart, in order; a family name set off by a comma stands last.
        full: the same with articles and particles.
        family: index in ``words`` of the word that is probably the family name.
        sure: a comma set the family name off.
        numbers: the numbers in it, in figures ("Unit 29155", "Second Army", "Fund IV").
        suffix: "jr", "sr" or empty.
        body: it has a legal form, or a word that only companies and bodies have.
        legal: it has a legal form, which is not in ``words``.
        acronyms: what it may be shortened to, in lower case.
        acronym: itself in lower case where it is one word of capitals; else empty.
        eastern: its characters where they are Chinese, Japanese or Korean; else empty.
        vowels: False where its script leaves vowels out.
        latin: it was written in Latin letters.
    """

    written: str
    kind: Kind | None
    words: tuple[str, ...]
    full: tuple[str, ...]
    family: int
    sure: bool
    numbers: frozenset[str]
    suffix: str
    body: bool
    legal: bool
    acronyms: frozenset[str]
    acronym: str
    eastern: str
    vowels: bool
    latin: bool


@lru_cache(1 << 14)
def prepare(written: str, kind: Kind | None = None) -> Name:
    """Make a name ready to be compared.

    Args:
        written: the name as somebody wrote it; only its first 300 characters count.
        kind: what bears it, where that is known.
    """
    text = _clean(written)
    text, surely_last = _family_last(text, kind)
    words = _words(_spelled_out(text, kind))
    if kind is None and any(word in tables.LEGAL_WORDS for word in words):
        kind = Kind.ORGANIZATION
    named, legal = _without_legal_forms(words, text, kind)
    named, numbers, suffix = _without_numbers(named, kind)
    full = tuple(_last_of_each(_joined_names(_without_titles(named, kind))))
    core = _without_particles(full, text, kind)
    return Name(
        written=written,
        kind=kind,
        words=core,
        full=full,
        family=_family(core, surely_last),
        sure=surely_last,
        numbers=numbers,
        suffix=suffix,
        body=legal or any(word in tables.BODY_WORDS for word in core),
        legal=legal,
        acronyms=_acronyms(named, full, written),
        acronym=_acronym(text),
        eastern=_EASTERN_FORMS.sub("", "".join(_NO_SPACES.findall(text))),
        vowels=not _NO_VOWELS.search(text),
        latin=all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in text if c.isalpha()),
    )


def _clean(written: str) -> str:
    """The text in composed characters, without emoji, control characters, and an acronym of its own in brackets."""
    text = unicodedata.normalize("NFKC", written[:LONGEST]).replace("&", " and ").replace("\u200c", "")
    text = "".join(c if unicodedata.category(c)[0] not in "SC" or c in "`´" else " " * c.isspace() for c in text)
    found = _BRACKETS.search(text)
    if found and _acronym(found[1]):
        rest = _BRACKETS.sub(" ", text)
        if found[1].strip().lower() in _initials(_words(rest)):
            return rest
    return text


def _acronym(text: str) -> str:
    bare = text.replace(".", "").strip()
    return bare.lower() if bare.isalpha() and bare.isupper() and 2 <= len(bare) <= 8 else ""


def _family_last(text: str, kind: Kind | None) -> tuple[str, bool]:
    """Turn "PUTIN, Vladimir" round; a legal form or a suffix behind a comma stays where it is."""
    if "," not in text or kind not in (None, Kind.PERSON):
        return text, False
    parts = [part.strip() for part in text.split(",") if part.strip()]
    behind = [
        p for p in parts[1:] if _WORD.findall(p.lower().replace(".", ""))[:1] not in ([s] for s in tables.SUFFIXES)
    ]
    if len(behind) != 1 or _is_legal(tuple(_words(_spelled_out(behind[0], None)))):
        return text, False
    return " ".join([behind[0], parts[0], *(p for p in parts[1:] if p is not behind[0])]), True


def _is_legal(words: tuple[str, ...]) -> bool:
    return words in tables.LEGAL_FORMS or all((word,) in tables.LEGAL_FORMS for word in words)


def _spelled_out(text: str, kind: Kind | None) -> str:
    """Undo dots, slashes, possessives and missing spaces: "J.K." as two initials of a person, "L.L.C." as one word."""

    def letters(found: re.Match[str]) -> str:
        joined = re.sub(r"[.\s]", "", found[0])
        few = len(joined) <= 2 and found[0] != text and (joined.lower(),) not in tables.LEGAL_FORMS
        apart = kind is Kind.PERSON or (kind is None and few)
        return f" {' '.join(joined) if apart else joined} "

    text = _SLASHED.sub(r"\1\2", _DOTTED.sub(letters, _OWNER.sub("", text)))
    return " ".join(word if word.lower() in tables.LEGAL_HEADS else _CAMEL.sub(" ", word) for word in text.split())


def _words(text: str) -> list[str]:
    """Words in lower-case Latin letters; a syllable of Chinese or Korean is a word."""
    text = text.lower()
    if text.isascii():
        return _WORD.findall(_SILENT.sub("", text))[:MOST_WORDS]
    semitic = _SEMITIC.search(text)
    plain = anyascii(_SILENT.sub("", _with_first_vowels(text) if semitic else text))
    plain = _with_inner_vowels(plain) if semitic else re.sub(r"(?=[A-Z])", " ", plain)
    plain = re.sub(r"(?<!\S)I(?!\S)", "yi", plain).lower()
    return _WORD.findall(_SILENT.sub("", plain))[:MOST_WORDS]


def _with_first_vowels(text: str) -> str:
    """Set the Arabic article apart, and read alef and ayin before a word as the vowel that they stand for."""
    text = re.sub(r"(?<!\w)ال(?!له)(?=\w{3})", "al ", text)
    for letters, vowel in (("[וو]", "o"), ("[יيی]", "i"), ("", "a")):
        text = re.sub(rf"(?<!\w)[اأإآعאע]{letters}", vowel, text)
    return text


def _with_inner_vowels(plain: str) -> str:
    """Read waw and yod inside a word as vowels, and bet before it as b."""
    plain = re.sub(r"(?<!\S)v", "b", plain)
    return re.sub(r"(?<=\w)y", "i", re.sub(r"(?<=\w)[wv]", "u", plain))


def _without_legal_forms(words: Sequence[str], text: str, kind: Kind | None) -> tuple[list[str], bool]:
    rest: list[str] = []
    i = 0
    while i < len(words):
        n = _legal_length(words, i, text, kind)
        rest += words[i : i + (n == 0)]
        i += n or 1
    return (rest, len(rest) < len(words)) if rest else (list(words), False)


def _legal_length(words: Sequence[str], i: int, text: str, kind: Kind | None) -> int:
    if words[i] not in tables.LEGAL_HEADS:
        return 0
    found = next((n for n in range(min(6, len(words) - i), 0, -1) if tuple(words[i : i + n]) in tables.LEGAL_FORMS), 0)
    if found != 1 or words[i] not in tables.UNSURE_LEGAL_FORMS or kind not in (None, Kind.PERSON):
        return found
    stands_out = not text.isupper() and re.search(rf"\b{words[i].upper()}\b", text)
    return int(kind is None and bool(stands_out or words[i].startswith("compan")))


def _without_numbers(words: Sequence[str], kind: Kind | None) -> tuple[list[str], frozenset[str], str]:
    rest: list[str] = []
    numbers: list[str] = []
    suffix, tens = "", 0
    for i, word in enumerate(words):
        value = _number(word, i, len(words), kind)
        if value is not None and tens and value.isdigit() and int(value) < 10:
            numbers[-1] = str(tens + int(value))
        elif value is not None:
            numbers.append(value)
        elif i and word in tables.SUFFIXES:
            suffix = tables.SUFFIXES[word] or suffix
        else:
            rest.append(word)
        tens = tables.NUMBERS[word] if value and tables.NUMBERS.get(word, 0) >= 20 else 0
    return rest or list(words), frozenset(numbers), suffix


def _number(word: str, i: int, length: int, kind: Kind | None) -> str | None:
    """Return the number that a word stands for, in figures, or None; what may be a name or an initial is none."""
    figures = _FIGURES.fullmatch(word)
    if figures:
        return figures[1]
    may_be_name = word in ("v", "vi", "x", "xi")
    if kind is Kind.PERSON:
        closes = 0 < i == length - 1 and (length == 2 or word != "i") and not may_be_name
        return str(tables.ROMAN[word]) if closes and word in tables.ROMAN else None
    if i and word in tables.ROMAN and (word != "i" or i == length - 1) and (kind is not None or not may_be_name):
        return str(tables.ROMAN[word])
    if kind is None:
        return None
    value = tables.NUMBERS.get(word)
    return word if not word.isalpha() else None if value is None else str(value)


def _without_titles(words: Sequence[str], kind: Kind | None) -> list[str]:
    """Leave out titles before the name; a person's also between first and last word ("Isa Sheikh Tarif")."""
    if kind not in (None, Kind.PERSON):
        return list(words)
    start = 0
    while start < len(words) - 1 and words[start] in tables.HONORIFICS:
        start += 1
    rest = list(words[start:])
    if kind is Kind.PERSON and len(rest) > 2:
        rest = [w for i, w in enumerate(rest) if w not in tables.INNER_HONORIFICS or i in (0, len(rest) - 1)]
    return rest


def _joined_names(words: Sequence[str]) -> list[str]:
    """Write "Abd al-Rahman", "Saif al-Din" and "Abu Bakr" as the one name that each of them is."""
    joined: list[str] = []
    i = 0
    while i < len(words):
        word, step = words[i], 1
        skip = 1 if words[i + 1 : i + 2] and words[i + 1] in _ARTICLES else 0
        after = words[i + 1 + skip] if i + 1 + skip < len(words) else ""
        if after and word in _SERVANT:
            word, step = f"abdul{after}", 2 + skip
        elif after and word in _FATHER and not skip:
            word, step = f"abu{after}", 2
        elif after in _OF_FAITH and (skip or after not in ("din", "deen", "dine")) and word not in tables.PARTICLES:
            word, step = f"{word}uddin", 2 + skip
        joined.append(word)
        i += step
    return joined


def _last_of_each(words: Sequence[str]) -> list[str]:
    """Each word once, where it stands last; particles as often as they come."""
    return [w for i, w in enumerate(words) if w in tables.PARTICLES or w not in words[i + 1 :]]


def _without_particles(words: tuple[str, ...], text: str, kind: Kind | None) -> tuple[str, ...]:
    """Leave out articles and "bin"; but a first word that stands apart with a capital is a first name ("Al Gore")."""
    article = kind not in (None, Kind.PERSON) or re.match(r"\W*(?:\w+-|[a-z])", text)

    def is_particle(i: int, word: str) -> bool:
        if word not in tables.PARTICLES and word not in tables.SON_OF:
            return False
        if len(word) == 1 and f" {word} " not in text:
            return False
        return bool(i) or bool(article) or word not in tables.FIRST_NAMES

    return tuple(word for i, word in enumerate(words) if not is_particle(i, word)) or words


def _family(words: tuple[str, ...], surely_last: bool) -> int:
    last = len(words) - 1
    if surely_last or last < 1:
        return last
    if words[0] in tables.FAMILY_FIRST and last <= 2 and all(len(word) <= 7 for word in words):
        return 0
    return 0 if last == 2 and is_patronymic(words[2]) and not is_patronymic(words[1]) else last


def is_patronymic(word: str) -> bool:
    """Tell whether a word looks like a father's name in a Slavic language ("Ivanovich", "Petrovna")."""
    return _PATRONYMIC.fullmatch(word) is not None


def _acronyms(named: Sequence[str], full: Sequence[str], written: str) -> frozenset[str]:
    inside = {_acronym(found) for found in _BRACKETS.findall(written[:LONGEST])} - {""}
    return frozenset(inside | _initials(named) | _initials(full))


def _initials(words: Sequence[str]) -> frozenset[str]:
    content = [word for word in words if word not in tables.PARTICLES]
    spelled = {"".join(word[0] for word in some) for some in (words, content) if len(content) > 1}
    return frozenset(one for one in spelled if 2 <= len(one) <= 8)
