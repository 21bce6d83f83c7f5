"""How a word of a name sounds, roughly: two spellings of one romanised word fall together, two words stay apart.

The words come from ``firsthand.names.written``: lower case, plain Latin letters and digits.
"""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from firsthand.names.tables import FIRST_NAMES, RELATIVES

# In this order. Letters that romanisations of one sound disagree about become one letter.
_FOLDS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"^(?:hs|x)", "s"),
        (r"^(?:ye|je|ie)", "e"),
        (r"tz?sch|shch|tch|(?<!s)ch|cz", "C"),
        (r"sch|sh|sz|ss|sc(?=[ei])", "s"),
        (r"dzh|dj|zh", "j"),
        (r"kh|ck|q|gh", "k"),
        (r"ph", "f"),
        (r"th|(?<=[aeiou])dt", "t"),
        (r"dh", "d"),
        (r"ts|tz|z", "s"),
        (r"c(?=[eiy])", "s"),
        (r"x", "ks"),
        (r"c", "k"),
        (r"w", "v"),
        (r"oo|ou", "u"),
        (r"ee", "i"),
        (r"y", "i"),
        (r"(?<=[aeiou])h(?![aeiou])|(?<=[^aeiou])h", ""),
        (r"(.)\1+", r"\1"),
    )
)
_FIRST = str.maketrans("eiou", "aaaa")
_VOWELS = re.compile(r"[aeiou]+")
_ARABIC = str.maketrans("pv", "bf")
_POOR = 0.6  # below it, two words do not look alike
_HOPELESS = 0.35  # letters in common that any two words may have; sounds are not compared below it
_STOCK_STARTS = ("abdul", "abu")
_STOCK_ENDS = ("uddin", "ullah", "ollah", "allah", "dottir", "shvili", "sson", "ovich", "evich", "enko", "yan", "zadeh")
_GENDERED = re.compile(
    r"(?P<stem>.{2,})(?:(?P<m>[oe]v|[iy]n|[oe]ff?|(?:sk|ln|tn|rn|dn)(?:y|i|iy|ii|yi|yy|ij|yj|oi|oy))|"
    r"(?P<f>[oe]va|[iy]na|[oe]ff?a|(?:sk|ln|tn|rn|dn)(?:a|aya|aia|aja)))$"
)


class Fit(Enum):
    """How two words of names belong together; the value is the reason for a reader, with both words in it."""

    SAME = "{0} is in both"
    SOUND = "{0} and {1} are spellings of one name"
    ALIAS = "{0} and {1} go for one name"
    INITIAL = "initial {0} fits {1}"
    ALIKE = "{0} and {1} are nearly alike"
    GENDER = "{0} and {1} differ in gender"
    APART = "{0} is not {1}"


class Likeness(NamedTuple):
    """How alike two words are, 0 to 1, and why."""

    score: float
    fit: Fit


class Sound(NamedTuple):
    """A word folded (with j as a vowel, and as a consonant), and its consonants behind its first letter."""

    soft: str
    hard: str
    bones: str


@lru_cache(1 << 16)
def sound(word: str) -> Sound:
    """Fold a word to what its spellings have in common."""
    folded = word
    for pattern, letter in _FOLDS:
        folded = pattern.sub(letter, folded)
    soft = _collapse(folded.replace("j", "i"))
    return Sound(soft, _collapse(folded.replace("j", "C")), soft[:1].translate(_FIRST) + _VOWELS.sub("", soft[1:]))


def _collapse(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(1 << 16)
def alike(one: str, other: str, vowels: bool = True) -> Likeness:
    """Compare two words of names.

    Args:
        one: a word in lower case and Latin letters.
        other: another.
        vowels: False where a script that leaves vowels out wrote one of them.
    """
    if one == other:
        return Likeness(1.0, Fit.SAME)
    if len(one) == 1 or len(other) == 1:
        return _initial(one, other)
    if one.isdigit() or other.isdigit():
        return Likeness(0.0, Fit.APART)
    if other in RELATIVES.get(one, ()):
        return Likeness(0.95, Fit.ALIAS)
    if _gender(one) * _gender(other) < 0 and _stem(one) == _stem(other):
        return Likeness(0.45, Fit.GENDER)
    return _by_sound(one, other, vowels)


def _initial(one: str, other: str) -> Likeness:
    if len(one) == len(other):
        return Likeness(0.0, Fit.APART)
    short, long = sorted((one, other), key=len)
    fits = short == long[0] or (short in "yje" and long[0] in "yje" and sound(long).soft[0] == "e")
    return Likeness(0.85, Fit.INITIAL) if fits else Likeness(0.0, Fit.APART)


def _by_sound(one: str, other: str, vowels: bool) -> Likeness:
    a, b = sound(one), sound(other)
    if a.soft == b.soft or a.hard == b.hard:
        return Likeness(0.97, Fit.SOUND)
    if not vowels and _same_consonants(one, other):
        return Likeness(0.93, Fit.SOUND)
    if one in FIRST_NAMES and other in FIRST_NAMES:
        return Likeness(0.3, Fit.APART)
    same_bones = a.bones == b.bones and len(a.bones) > 1
    if OSA.normalized_similarity(one, other, score_cutoff=_HOPELESS) == 0.0 and not same_bones:
        return Likeness(0.2, Fit.APART)
    as_heard = max(_spelled(a.soft, b.soft), _spelled(a.hard, b.hard))
    as_written = _spelled(one, other)
    score = max(as_written, (as_written + as_heard) / 2)
    if same_bones and len(a.bones) > 2 and _ends_in_vowel(one) == _ends_in_vowel(other):
        return Likeness(max(score, 0.9), Fit.SOUND)
    if score >= _POOR and (rests := _without_stock(one, other)):
        score = min(score, _spelled(*rests))
    return Likeness(score, Fit.ALIKE if score >= _POOR else Fit.APART)


def consonants(word: str) -> str:
    """What a script that leaves vowels out keeps of a word; w is a vowel there, and Arabic has neither p nor v."""
    return sound(word.replace("w", "u")).bones.translate(_ARABIC)


def _same_consonants(one: str, other: str) -> bool:
    """Tell whether two words, or two that they stand for, agree in their consonants."""
    left, right = ({consonants(word) for word in (given, *RELATIVES.get(given, ()))} for given in (one, other))
    return any(len(bones) > 1 for bones in left & right)


def _spelled(one: str, other: str) -> float:
    """The share of letters that agree; three slips of the pen in one word are another word."""
    slips = OSA.distance(one, other)
    return (1 - slips / max(len(one), len(other), 1)) * (1.0 if slips < 3 else 0.85)


def _without_stock(one: str, other: str) -> tuple[str, str] | None:
    """What is left of two words without a beginning or end that both share with many names ("-uddin", "-ovich")."""
    start = next((s for s in _STOCK_STARTS if one.startswith(s) and other.startswith(s)), "")
    end = next((s for s in _STOCK_ENDS if one.endswith(s) and other.endswith(s)), "")
    short, long = (word.removeprefix(start).removesuffix(end) for word in sorted((one, other), key=len))
    return (short, long) if (start or end) and len(short) > 1 else None


def _ends_in_vowel(word: str) -> bool:
    return word[-1] in "aeiouy"


def _gender(word: str) -> int:
    """1 for the ending of a Slavic family name in the masculine, -1 in the feminine, 0 for neither."""
    found = _GENDERED.match(word)
    return 0 if found is None else 1 if found["m"] else -1


def _stem(word: str) -> str:
    found = _GENDERED.match(word)
    return sound(found["stem"]).soft if found else word
