"""Reads a document of GUM: its text and words from ``dep/*.conllu``, its discourse units from ``rst/*.rsd``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Token:
    """A word of the text: its characters, its head's number in the document (0 for a root), its relation.

    ``entity`` has the mentions that begin and end at the word, as GUM writes them.
    """

    start: int
    end: int
    form: str
    lemma: str
    head: int
    relation: str
    entity: str = ""
    children: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Unit:
    """An elementary discourse unit: its tokens (first, last), how late it attaches to its parent, and why."""

    first: int
    last: int
    height: int
    features: str
    parent: int
    relation: str
    signals: str


@dataclass(slots=True)
class Document:
    """Text, tokens by number from 1, units by number from 1, and the dependents of each unit."""

    text: str
    tokens: dict[int, Token]
    units: dict[int, Unit]
    dependents: dict[int, list[int]]


def _sentences(lines: Iterable[str]) -> Iterator[tuple[bool, list[list[str]]]]:
    """Yields each sentence's rows, and whether a paragraph begins with it."""
    rows: list[list[str]] = []
    paragraph = False
    for line in [*lines, ""]:
        if line.startswith("# newpar"):
            paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield paragraph, rows
            rows, paragraph = [], False


def _surface(rows: list[list[str]]) -> Iterator[tuple[str, bool, int]]:
    """Yields each written word, whether a space follows, and how many syntactic words it holds."""
    left = 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            left = last - first + 1
            yield row[1], "SpaceAfter=No" not in row[9], left
        elif left:
            left -= 1
        else:
            yield row[1], "SpaceAfter=No" not in row[9], 1


def _places(word: str, start: int, forms: list[str]) -> list[tuple[int, int]]:
    """Where the syntactic words of a written word stand; all of them share it where they do not spell it."""
    if "".join(forms) != word:
        return [(start, start + len(word))] * len(forms)
    places = []
    for form in forms:
        places.append((start, start + len(form)))
        start += len(form)
    return places


def read_tokens(conllu: str) -> tuple[str, dict[int, Token]]:
    """Reads the text and its words from a CoNLL-U document.

    Args:
        conllu: the whole file.

    Returns:
        The text, and the words by their number in the document, from 1.
    """
    text, space = "", ""
    tokens: dict[int, Token] = {}
    for paragraph, rows in _sentences(conllu.splitlines()):
        if paragraph and text:
            space = "\n\n"
        words = [row for row in rows if row[0].isdigit()]
        offset = len(tokens)
        heads = iter(words)
        for word, spaced, size in _surface(rows):
            text += space
            inside = [next(heads) for _ in range(size)]
            for row, (start, end) in zip(inside, _places(word, len(text), [r[1] for r in inside]), strict=True):
                head = int(row[6]) + offset if row[6] != "0" else 0
                marks = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
                tokens[len(tokens) + 1] = Token(start, end, row[1], row[2], head, row[7].split(":")[0], marks)
            text += word
            space = " " if spaced else ""
    for number, token in tokens.items():
        if token.head:
            tokens[token.head].children.append(number)
    return text, tokens


def read_units(rsd: str) -> dict[int, Unit]:
    """Reads the discourse units of an ``.rsd`` file, by number; tokens are counted through the document from 1."""
    units, last = {}, 0
    for line in rsd.splitlines():
        if not line.strip():
            continue
        number, words, height, _, _, features, parent, relation, _, signals = line.split("\t")
        first, last = last + 1, last + len(words.split(" "))
        units[int(number)] = Unit(first, last, int(height), features, int(parent), relation, signals)
    return units


def read_document(folder: Path, name: str) -> Document:
    """Reads one document of GUM from its dependency and discourse files.

    Args:
        folder: GUM's folder.
        name: the document, "GUM_news_name".

    Raises:
        ValueError: the two files do not hold the same number of words.
    """
    text, tokens = read_tokens((folder / "dep" / f"{name}.conllu").read_text(encoding="utf-8"))
    units = read_units((folder / "rst" / f"{name}.rsd").read_text(encoding="utf-8"))
    if max(unit.last for unit in units.values()) != len(tokens):
        raise ValueError(f"{name}: dep/ and rst/ hold different numbers of words")
    dependents: dict[int, list[int]] = {number: [] for number in units}
    for number, unit in units.items():
        if unit.parent:
            dependents[unit.parent].append(number)
    return Document(text, tokens, units, dependents)
