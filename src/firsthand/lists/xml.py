"""XML as a stream of entries, each with its line. A file that declares entities is refused: they can expand."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from firsthand.lists.files import fault

_CHUNK = 1 << 16
_LARGEST = 16_000_000  # characters of one entry


class Piece(NamedTuple):
    """One element, with the line on which it begins."""

    line: int
    element: Element


def root(path: Path) -> Piece:
    """Return the root element with its attributes, and nothing in it.

    Raises:
        InputError: the file is no XML.
    """
    return next(pieces(path, ()))


def pieces(path: Path, tags: Collection[str]) -> Iterator[Piece]:
    """Read the root element, then each element of the tags with all that is in it; namespaces are left out.

    Raises:
        InputError: the file is no XML, is cut short, declares entities, or has an endless entry.
    """
    builder = _Builder(path, tags)
    with path.open("rb") as file:
        last = False
        while not last:
            data = file.read(_CHUNK)
            last = not data
            builder.feed(data, last)
            yield from builder.done
            builder.done.clear()


class _Builder:
    """Builds the elements that are asked for, and forgets the rest."""

    def __init__(self, path: Path, tags: Collection[str]) -> None:
        self.done: list[Piece] = []
        self._path, self._tags = path, tags
        self._tree: TreeBuilder | None = None
        self._depth = self._size = self._line = 0
        self._rooted = False
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, data: bytes, last: bool) -> None:
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            remedy = "the file may be cut short" if last else ""
            raise fault(self._path, error.lineno, f"is no XML: {expat.ErrorString(error.code)}", remedy) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if not self._rooted:
            self._rooted = True
            self.done.append(Piece(self._parser.CurrentLineNumber, Element(tag, attributes)))
        elif self._tree is None and tag in self._tags:
            self._tree, self._depth, self._size = TreeBuilder(), 0, 0
            self._line = self._parser.CurrentLineNumber
        if self._tree is not None:
            self._depth += 1
            self._grow(len(tag))
            self._tree.start(tag, attributes)

    def _text(self, data: str) -> None:
        if self._tree is not None:
            self._grow(len(data))
            self._tree.data(data)

    def _end(self, name: str) -> None:
        if self._tree is None:
            return
        self._tree.end(name.rpartition(":")[2])
        self._depth -= 1
        if not self._depth:
            self.done.append(Piece(self._line, self._tree.close()))
            self._tree = None

    def _grow(self, by: int) -> None:
        self._size += by
        if self._size > _LARGEST:
            raise fault(self._path, self._line, f"an entry is longer than {_LARGEST:,} characters")

    def _refuse(self, name: str, *_: object) -> None:
        what = f"declares the entity {name[:40]!r}, which could expand"
        raise fault(self._path, self._parser.CurrentLineNumber, what, "no sanctions list needs entities")
