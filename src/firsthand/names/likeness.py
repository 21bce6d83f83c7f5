"""Compare two names word by word: every rule that lowers a likeness says why."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from firsthand.names import sounds, tables
from firsthand.names.sounds import Fit
from firsthand.names.written import Name, is_patronymic, prepare
from firsthand.types import Kind, Record

SAME = 0.7  # from here on, two names are taken to be one
_MOST_REASONS = 5
_WORST = 0.6  # how much the pair of words that fits least counts, beside the mean of all pairs
_EXTRA_IN_PERSON = 0.3  # what words cost that only one name has, where they are all but the matched ones
_EXTRA_IN_BODY = 0.65  # "Banco Santander México" is not "Banco Santander", while people drop names
_PLAIN = 0.5  # how much less it says that both have "Bank" than that both have "Santander"
_LAST = 0.8  # a last name alone
_LIGHT = 0.3  # what an initial, a patronymic or "Group" weighs where only one name has it


class Likeness(Record, frozen=True):
    """How likely it is that two written names are one person's, organization's or company's.

    Attributes:
        score: 0..1; from ``SAME`` on, take them for one.
        why: the reasons, in plain words, the weightiest first.
    """

    score: float
    why: tuple[str, ...] = ()


class _Pair(NamedTuple):
    score: float
    fit: Fit
    left: int
    right: int


def compare(a: str | Name, b: str | Name, kind: Kind | None = None) -> Likeness:
    """Say how likely two written names are the same person, organization or company.

    The order of the two does not matter. Only the names are compared: two people of one name are 1.0.

    Args:
        a: a name, as written or made ready by :func:`prepare`.
        b: another.
        kind: what bears them, where that is known; a name made ready keeps the kind that it was made ready with.
    """
    x = prepare(a, kind) if isinstance(a, str) else a
    y = prepare(b, kind) if isinstance(b, str) else b
    if y.written < x.written:
        x, y = y, x
    if not (x.words and y.words):
        return Likeness(0.0, ("there is nothing to compare",))
    if x.words == y.words and x.numbers == y.numbers and x.suffix == y.suffix and not (x.eastern and y.eastern):
        return Likeness(1.0, ("same name", *_asides(x, y)))
    if x.eastern and y.eastern:
        return _eastern(x, y)
    return _acronym(x, y) or _word_by_word(x, y)


@lru_cache(1 << 14)
def keys(name: str | Name, kind: Kind | None = None) -> frozenset[str]:
    """Return keys such that names which are worth comparing share at least one.

    Index a list by these keys, and compare a name only with those that it meets there.
    """
    ready = prepare(name, kind) if isinstance(name, str) else name
    found = {f"={acronym}" for acronym in (*ready.acronyms, ready.acronym) if acronym}
    words = [word for word in ready.words if len(word) > 1] or list(ready.words)
    for word in words:
        found |= {f"{group}" for group in tables.ALIASES.get(word, ())}
        found |= {sounds.sound(word).bones[:4], sounds.consonants(word)[:4]}
    if words:
        found.add("+" + sounds.sound("".join(ready.full)).bones[:5])
    return frozenset(found)


def _eastern(x: Name, y: Name) -> Likeness:
    """Chinese, Japanese or Korean on both sides: one character is a whole word, so that none may differ."""
    if x.eastern == y.eastern:
        return Likeness(1.0 if x.numbers == y.numbers else 0.3, ("same characters",))
    if x.words == y.words and len(x.eastern) == len(y.eastern):
        return Likeness(0.8, ("other characters of the same sound",))
    if x.eastern in y.eastern or y.eastern in x.eastern:
        return Likeness(0.7, ("one name holds the other",))
    return Likeness(0.6 * OSA.normalized_similarity(x.eastern, y.eastern), ("the characters differ",))


def _acronym(x: Name, y: Name) -> Likeness | None:
    for short, long in ((x, y), (y, x)):
        if short.acronym and len(long.full) > 1 and short.acronym in long.acronyms and short.numbers == long.numbers:
            return Likeness(0.85, (f"acronym: {short.acronym.upper()} fits {long.written[:80].strip()}",))
    return None


def _is_body(x: Name, y: Name) -> bool:
    kinds = {x.kind, y.kind} - {None}
    return kinds != {Kind.PERSON} if kinds else x.body or y.body


def _word_by_word(x: Name, y: Name) -> Likeness:
    body = _is_body(x, y)
    vowels = x.vowels and y.vowels
    left, right = x.words, y.words
    pairs = _pairs(left, right, vowels)
    reasons: list[str] = []
    if len(x.full) != len(y.full) or pairs[-1].fit is Fit.APART:
        joined = _join(x.full, y.full)
        if joined:
            left, right = joined
            pairs = _pairs(left, right, vowels)
            reasons.append("written in one word or in several")
    score, told = _weigh(left, right, pairs, body, len(x.numbers & y.numbers))
    if not body and min(len(left), len(right)) == 1 < max(len(left), len(right)):
        score, told = _bare(x if len(right) == 1 else y, left, right, pairs[0])
    else:
        factor, turned = _order(left, x, y, pairs, body)
        score, told = score * factor, told + turned
    factor, disagreements = _disagreements(x, y)
    if not body and _other_initials(left, right):
        factor *= 0.7
        disagreements.append("the middle initials differ")
    why = (*disagreements, *told, *reasons, *_asides(x, y))
    return Likeness(round(min(1.0, max(0.0, score * factor)), 4), why[:_MOST_REASONS])


def _pairs(left: Sequence[str], right: Sequence[str], vowels: bool) -> list[_Pair]:
    """Pair off the words, the best fit first, until one side has none left."""
    every = [
        _Pair(*sounds.alike(one, other, vowels), i, j) for i, one in enumerate(left) for j, other in enumerate(right)
    ]
    every.sort(key=lambda pair: (-pair.score, abs(pair.left - pair.right), pair.left, pair.right))
    chosen: list[_Pair] = []
    for pair in every:
        if all(pair.left != other.left and pair.right != other.right for other in chosen):
            chosen.append(pair)
    return chosen


def _weigh(
    left: Sequence[str], right: Sequence[str], pairs: list[_Pair], body: bool, counted: int
) -> tuple[float, list[str]]:
    """Score the pairs and what is left over; ``counted`` is how many numbers are in both names."""
    scores = [pair.score for pair in pairs]
    score = (1 - _WORST) * sum(scores) / len(scores) + _WORST * min(scores)
    told = [_tell(pair, left, right) for pair in reversed(pairs) if pair.fit is not Fit.SAME]
    extra = [word for i, word in enumerate(left) if all(i != p.left for p in pairs)]
    extra += [word for j, word in enumerate(right) if all(j != p.right for p in pairs)]
    if extra:
        told.append(f"only in one: {' '.join(extra)}")
        common = [left[p.left] for p in pairs]
        plain = sum(body and word in tables.BODY_WORDS for word in common)
        cost = sum(map(_weight, extra))
        matched = counted + sum(map(_weight, common)) - plain * _PLAIN
        score *= 1 - (_EXTRA_IN_BODY if body else _EXTRA_IN_PERSON) * cost / (cost + matched)
        if plain == len(pairs) and not counted:
            score *= 0.6
    return score, told


def _weight(word: str) -> float:
    light = len(word) == 1 or word in tables.WEAK_BODY_WORDS or is_patronymic(word)
    return _LIGHT if light else 1.0


def _tell(pair: _Pair, left: Sequence[str], right: Sequence[str]) -> str:
    one, other = left[pair.left], right[pair.right]
    if pair.fit is Fit.INITIAL and len(one) > len(other):
        one, other = other, one
    return pair.fit.value.format(one.capitalize(), other.capitalize())


def _bare(longer: Name, left: Sequence[str], right: Sequence[str], pair: _Pair) -> tuple[float, list[str]]:
    """One word against several: a last name alone may be anybody's of that name, a first name rather more so."""
    at = pair.left if len(right) == 1 else pair.right
    told = [] if pair.fit is Fit.SAME else [_tell(pair, left, right)]
    if len((left if len(left) == 1 else right)[0]) == 1:
        return 0.3 * pair.score, [*told, "an initial alone"]
    if at == longer.family or (at == max(len(left), len(right)) - 1 and longer.family):
        return 0.9 * _LAST if pair.fit is Fit.GENDER else _LAST * pair.score, [*told, "last name alone"]
    return 0.6 * pair.score, [*told, "first or middle name alone"]


def _order(left: Sequence[str], x: Name, y: Name, pairs: list[_Pair], body: bool) -> tuple[float, list[str]]:
    """Another order is a small matter, unless first names change places: Henry James is not James Henry."""
    across = sorted(pairs, key=lambda pair: pair.left)
    swapped = [(p, q) for p, q in pairwise(across) if p.right > q.right]
    if not swapped:
        return 1.0, []
    sure = body or x.sure or y.sure or x.full[0] in tables.SON_OF or y.full[0] in tables.SON_OF
    if not sure and any(tables.known_first_names((left[p.left], left[q.left])) for p, q in swapped):
        return 0.65, ["first names stand in another order"]
    return 0.97, ["the words stand in another order"]


def _other_initials(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether both names give middle initials, and not the same ones (George W. and George H. W. Bush)."""
    one, other = ({word for word in words[1:] if len(word) == 1} for words in (left, right))
    return bool(one and other and one != other and len(left[0]) > 1 and len(right[0]) > 1)


def _disagreements(x: Name, y: Name) -> tuple[float, list[str]]:
    factor, told = 1.0, []
    if x.numbers != y.numbers:
        both = bool(x.numbers and y.numbers)
        factor *= 0.3 if both else 0.8
        told.append(f"numbers differ: {_listed(x.numbers)}, {_listed(y.numbers)}")
    if x.suffix != y.suffix:
        factor *= 0.3 if x.suffix and y.suffix else 0.9
        told.append(f"{' against '.join(sorted(s for s in (x.suffix, y.suffix) if s))} in the name")
    return factor, told


def _listed(numbers: frozenset[str]) -> str:
    return " ".join(sorted(numbers)) or "none"


def _asides(x: Name, y: Name) -> Iterator[str]:
    if x.latin != y.latin:
        yield "transliteration"
    if x.legal or y.legal:
        yield "legal forms left out"


def _join(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Join words of one side that the other writes as one ("Good Will", "Goodwill"), or return None."""
    new_left = _joined_like(left, right)
    new_right = _joined_like(right, new_left)
    if len(new_left) == len(left) and len(new_right) == len(right):
        return None
    return tuple(_core(new_left)), tuple(_core(new_right))


def _core(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if word not in tables.PARTICLES] or words


def _joined_like(words: Sequence[str], models: Sequence[str]) -> Sequence[str]:
    """Join the first run of words that reads as one of the models does."""
    for model in models:
        if model in words:
            continue
        opening = sounds.sound(model).hard[:1]
        for n in (2, 3, 4):
            for i in range(len(words) - n + 1):
                run = words[i : i + n]
                if sounds.sound(run[0]).hard[:1] == opening and _one_word(run, model):
                    return [*words[:i], "".join(run), *words[i + n :]]
    return words


def _one_word(run: Sequence[str], model: str) -> bool:
    joined = "".join(run)
    if len(model) < 5:
        return joined == model
    if abs(len(joined) - len(model)) > 1:
        return False
    fit = sounds.alike(joined, model).score
    return fit >= 0.88 and fit > max(sounds.alike(part, model).score for part in run)
