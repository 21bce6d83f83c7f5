"""From text to the model's input: words, word pieces, features, and windows of whole paragraphs.

Training and reading share this module, so that the model sees at work what it saw at school.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import numpy as np

from firsthand.scores import Ints
from firsthand.tagger.pieces import WordPieces

# A word is a run of letters and digits, a domain name (an outlet may be called by one), or one other visible character.
WORD = re.compile(r"\w+(?:\.[a-z]{2,}\b)*|[^\w\s]")
# Longest window in word pieces, with the two frame pieces and the paragraph marks. The starting weights were
# trained on 256, and longer windows were measured to cost accuracy.
LONGEST = 254
# A "word" without spaces (a script that does not write them, a line of base64) may not fill a window.
PIECES_PER_WORD = 16
# Characters that are cut into words at a time: a long novel fits, a dump of a whole site does not.
STRETCH = 1_000_000
PAD, PARAGRAPH, CLS, SEP = 0, 1, 101, 102  # ids in the vocabulary; 1 is its first unused piece
CASES = 4  # lower or none, capitalised, all capitals, mixed
FEATURES = 2 * CASES  # case, outside or inside quotation marks
# Stands in for words of which the vocabulary leaves nothing: control characters, lone accents, lone surrogates.
BLANK = "\u00a4"
OPENING, CLOSING, STRAIGHT = frozenset("“„«"), frozenset("”»"), frozenset('"＂')
_SENTENCE_END = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Input:
    """One window as the model takes it.

    Attributes:
        ids: (pieces,) vocabulary ids, framed.
        features: (pieces,) case and quotation marks of the word that the piece belongs to.
        first: (words,) where in ids each word begins.
        words: (words, 2) character offsets into the text.
    """

    ids: Ints
    features: Ints
    first: Ints
    words: Ints


def words_of(text: str) -> Ints:
    """Return the (words, 2) character offsets of the words of a text."""
    return np.array([m.span() for m in WORD.finditer(text)], dtype=np.int64).reshape(-1, 2)


def paragraph_starts(text: str, words: Ints) -> Ints:
    """Return the numbers of the words that begin a paragraph, the first word included.

    Paragraphs are parted by blank lines; in a text that has none, by any line break.
    """
    mark = r"\n[^\S\n]*\n" if re.search(r"\n[^\S\n]*\n", text) else r"\n"
    ends = [m.end() for m in re.finditer(mark, text)]
    starts = np.searchsorted(words[:, 0], [0, *ends])
    return np.unique(starts[starts < len(words)])


def _case(word: str) -> int:
    if word.islower() or word.upper() == word.lower():
        return 0
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3


def features_of(words: list[str], starts: Ints) -> Ints:
    """Return the feature of each word: its case, and whether it stands inside double quotation marks.

    A paragraph begins outside, whatever the last one left open: a missing mark spoils one paragraph at most.
    """
    fresh, inside, out = set(starts.tolist()), False, []
    for i, word in enumerate(words):
        if i in fresh:
            inside = False
        if word in OPENING or (word in STRAIGHT and not inside):
            inside = True
        elif word in CLOSING or word in STRAIGHT:
            inside = False
        out.append(_case(word) + CASES * inside)
    return np.array(out, dtype=np.int64)


def pieces_of(words: list[str], pieces: WordPieces) -> tuple[Ints, Ints]:
    """Return the vocabulary ids of all words' pieces, and how many pieces each word has: 1 to PIECES_PER_WORD."""
    ids = [pieces(word)[:PIECES_PER_WORD] or pieces(BLANK) for word in words]
    sizes = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
    return np.fromiter(chain.from_iterable(ids), dtype=np.int64, count=int(sizes.sum())), sizes


def _cut(sizes: Ints, ends: list[int], room: int) -> Iterator[int]:
    """Yield where to cut a run of words so that each part fits: after the last sentence end that fits, else anywhere.

    sizes: pieces of each word; ends: ascending numbers of words after which a sentence ends.
    """
    total = np.concatenate([[0], np.cumsum(sizes)])
    start, k = 0, 0
    while total[-1] - total[start] > room:
        limit = int(np.searchsorted(total, total[start] + room, side="right")) - 1
        best = limit
        while k < len(ends) and ends[k] < limit:
            if ends[k] + 1 > start:
                best = ends[k] + 1
            k += 1
        start = best if best > start else limit
        yield start


def _sentence_ends(words: list[str]) -> list[int]:
    """Return the numbers of the words after which a sentence may end: a stop and the quotation mark behind it."""
    ends = []
    for i, word in enumerate(words[:-1]):
        if word in _SENTENCE_END:
            after = words[i + 1]
            if after in CLOSING:
                ends.append(i + 1)
            elif after[0].isupper() or after in OPENING or after in STRAIGHT:
                ends.append(i)
    return ends


def plan(words: list[str], sizes: Ints, starts: Ints, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Return the windows as half-open ranges of words: whole paragraphs while they fit, long ones cut at sentences.

    sizes: pieces of each word; starts: the numbers of the words that begin a paragraph; longest: in pieces.
    """
    room, used = longest - 2, 0
    ranges: list[tuple[int, int]] = []
    for a, b in zip(starts.tolist(), [*starts[1:].tolist(), len(words)], strict=True):
        size = int(sizes[a:b].sum()) + 1  # one for the paragraph mark
        if ranges and used + size <= room:
            ranges[-1] = (ranges[-1][0], b)
            used += size
            continue
        cuts = [a, *(a + c for c in _cut(sizes[a:b], _sentence_ends(words[a:b]), room)), b]
        ranges += pairwise(cuts)
        used = int(sizes[cuts[-2] : b].sum()) + (1 if len(cuts) == 2 else 0)
    return ranges


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open parts that a text is read in, so that memory does not grow with its length.

    A part ends at a blank line if there is one in its second half, else at a line break, a space, anywhere.
    """
    start = 0
    while len(text) - start > STRETCH:
        middle, limit = start + STRETCH // 2, start + STRETCH
        end = max(text.rfind("\n\n", middle, limit) + 2, start)
        for mark in "\n ":
            end = end if end > middle else text.rfind(mark, middle, limit) + 1
        end = end if end > middle else limit
        yield start, end
        start = end
    yield start, len(text)


def inputs(text: str, pieces: WordPieces, longest: int = LONGEST) -> Iterator[Input]:
    """Yield the windows of a text as the model takes them, in order; none for a text without words."""
    for start, end in stretches(text):
        for window in _windows(text[start:end], pieces, longest):
            yield replace(window, words=window.words + start) if start else window


def _windows(text: str, pieces: WordPieces, longest: int) -> Iterator[Input]:
    spans = words_of(text)
    if not len(spans):
        return
    words = [text[s:e] for s, e in spans.tolist()]
    starts = paragraph_starts(text, spans)
    features = features_of(words, starts)
    ids, sizes = pieces_of(words, pieces)
    where = np.concatenate([[0], np.cumsum(sizes)])
    for a, b in plan(words, sizes, starts, longest):
        inner = starts[(starts > a) & (starts < b)] - a
        yield Input(*_frame(ids[where[a] : where[b]], features[a:b], sizes[a:b], inner), spans[a:b])


def _frame(ids: Ints, features: Ints, sizes: Ints, inner: Ints) -> tuple[Ints, Ints, Ints]:
    """Put paragraph marks between paragraphs and the two frame pieces around the window.

    ids: of pieces; features, sizes: of words; inner: the words that begin a paragraph, the first word left out.
    Returns ids and features of the framed pieces, and where each word begins among them.
    """
    first = np.cumsum(sizes) - sizes
    marks = first[inner]
    framed = np.concatenate([[CLS], np.insert(ids, marks, PARAGRAPH), [SEP]])
    of_pieces = np.concatenate([[0], np.insert(np.repeat(features, sizes), marks, 0), [0]])
    before = np.searchsorted(inner, np.arange(len(sizes)), side="right")
    return framed, of_pieces, first + before + 1
