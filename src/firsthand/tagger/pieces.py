"""Cuts words into the word pieces of an uncased BERT vocabulary.

Our own thirty lines instead of the ``tokenizers`` package, because that one brings forty megabytes of network clients
along, and because news repeats its words: a cache answers nineteen of twenty. A test holds the two equal.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

UNKNOWN = "[UNK]"
LONGEST_WORD = 100  # in characters, as in BERT; longer ones are unknown
_CACHE = 100_000  # words; about 20 MB


def _plain(word: str) -> str:
    """Lower case without accents, control characters and what the vocabulary was not made with."""
    if word.isascii() and word.isprintable():
        return word.lower()
    kept = (c for c in word if c != "\ufffd" and (c in "\t\n\r" or unicodedata.category(c)[0] != "C"))
    # Letter by letter: as a whole, "ΣΣ" would end in another sigma than the vocabulary was made with.
    return "".join(c.lower() for c in unicodedata.normalize("NFD", "".join(kept)) if unicodedata.category(c) != "Mn")


def _is_punctuation(c: str) -> bool:
    return (c.isascii() and c.isprintable() and not c.isalnum()) or unicodedata.category(c).startswith("P")


def _is_han(c: str) -> bool:
    n = ord(c)
    return (
        0x3400 <= n <= 0x4DBF or 0x4E00 <= n <= 0x9FFF or 0xF900 <= n <= 0xFAFF or 0x20000 <= n <= 0x2CEAF
        or 0x2F800 <= n <= 0x2FA1F
    )  # fmt: skip


def _parts(word: str) -> Iterator[str]:
    """Cut a word at punctuation and around every Han character, each a part of its own."""
    start = 0
    for i, c in enumerate(word):
        if _is_punctuation(c) or _is_han(c):
            if start < i:
                yield word[start:i]
            yield c
            start = i + 1
    if start < len(word):
        yield word[start:]


class WordPieces:
    """The vocabulary and its longest-match-first rule.

    Args:
        vocabulary: one piece a line; the line number is its id.
    """

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._ids = {piece: i for i, piece in enumerate(lines) if piece}
        self._unknown = (self._ids[UNKNOWN],)
        self._longest = max(map(len, self._ids))
        self._known: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word's pieces: none if nothing of it is left in plain form."""
        ids = self._known.get(word)
        if ids is None:
            ids = tuple(i for part in _parts(_plain(word)) for i in self._cut(part))
            if len(self._known) >= _CACHE:
                self._known.clear()
            self._known[word] = ids
        return ids

    def _cut(self, part: str) -> tuple[int, ...]:
        if len(part) > LONGEST_WORD:
            return self._unknown
        ids: list[int] = []
        start = 0
        while start < len(part):
            lead = "##" if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                found = self._ids.get(lead + part[start:end])
                if found is not None:
                    ids.append(found)
                    start = end
                    break
            else:
                return self._unknown
        return tuple(ids)
