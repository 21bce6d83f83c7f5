"""HTML to a report: the article's paragraphs by trafilatura, the page's metadata by firsthand.reading.page."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from firsthand.errors import InputError
from firsthand.reading.found import Found
from firsthand.reading.page import page_fields

for _library in ("trafilatura", "htmldate"):  # what they log about a bad page, our error says
    logging.getLogger(_library).addHandler(logging.NullHandler())

_LARGEST = 20_000_000  # characters; a page beyond that is no article, and parsing it takes minutes
_SHORT = 250  # an extraction below this is tried again by the slower, more thorough way
_SENTENCE_WORDS = 7
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_BREAK = "\u2e0e"  # a mark that no news page uses, and that trafilatura keeps because it is printable
_UNPARSEABLE = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff{_BREAK}]")
_SPACE = re.compile(r"\s+")
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "div", "body"})
_XHTML_BLOCKS = frozenset(
    {"p", "div", "section", "article", "blockquote", "ul", "ol", "li", "table", "tr", "pre", "figure", "figcaption"}
) | {f"h{level}" for level in range(1, 7)}


def read_html(page: str, url: str | None = None) -> Found:
    """Read a web page.

    Args:
        page: its HTML, decoded.
        url: the address that it came from, if it was fetched.

    Returns:
        The article's text, paragraphs parted by a blank line, and the page's metadata with where each was found.

    Raises:
        InputError: the page has no article in it.
    """
    from trafilatura import load_html

    if len(page) > _LARGEST:
        raise InputError(f"is too large for a page: {len(page):,} characters, at most {_LARGEST:,}")
    tree = load_html(_parseable(page))
    if tree is None:
        raise InputError("is not a readable HTML page")
    fields = page_fields(tree, url)
    text = _article(tree)
    if not _is_article(text):
        raise InputError("is HTML without an article")
    values: dict[str, Any] = {name: value for name, (value, _) in fields.items()}
    return Found(text=text, metadata={name: where for name, (_, where) in fields.items()}, **values)


def fragment_text(markup: str) -> str:
    """Return the text of an XHTML or HTML fragment, its blocks parted by a blank line."""
    from lxml import etree, html

    root = html.fragment_fromstring(_parseable(markup), create_parent="div")
    etree.strip_elements(root, "script", "style", with_tail=False)
    return "\n\n".join(_paragraphs(root, _XHTML_BLOCKS, "br"))


def _parseable(markup: str) -> str:
    """Leave out what no HTML parser takes (lone surrogates, control characters), and our own mark."""
    return _UNPARSEABLE.sub("", markup.encode("utf-8", "ignore").decode())


def _article(tree: Any) -> str:
    _mark_double_breaks(tree)
    text = _extracted(tree, fast=True)
    return text if len(text) >= _SHORT else max(text, _extracted(tree, fast=False), key=len)


def _mark_double_breaks(tree: Any) -> None:
    """Mark where older pages part paragraphs by two <br>, of which trafilatura leaves one."""
    for element in tree.iter("br"):
        before = element.getprevious()
        if before is not None and before.tag == "br" and not (before.tail or "").strip():
            element.tail = _BREAK + (element.tail or "")


def _extracted(tree: Any, fast: bool) -> str:
    import trafilatura

    document = trafilatura.bare_extraction(tree, fast=fast, include_comments=False)
    body = getattr(document, "body", None)
    return "" if body is None else "\n\n".join(_paragraphs(body, _BLOCKS, "lb"))


def _paragraphs(root: Any, blocks: frozenset[str], line_break: str) -> Iterator[str]:
    """Cut a tree into paragraphs: at every block, and at two line breaks in a row."""
    for run in "".join(_marked(root, blocks, line_break)).replace(_BREAK, "\x01").split("\x01"):
        for part in re.split(r"\x02\s*\x02[\x02\s]*", run):
            lines = [_SPACE.sub(" ", line).strip() for line in part.split("\x02")]
            text = "\n".join(filter(None, lines))
            if text:
                yield text


def _marked(root: Any, blocks: frozenset[str], line_break: str) -> Iterator[str]:
    r"""Yield the text with ``\x01`` at block borders and ``\x02`` for line breaks, iteratively: pages nest deeply."""
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        is_block = element.tag in blocks
        if event == "start":
            yield "\x01" if is_block else " " if element.tag in {"cell", "td", "th"} else ""
            yield "\x02" if element.tag == line_break else _clean(element.text)
        else:
            yield "\x01" if is_block and event == "end" else ""
            yield _clean(element.tail) if element is not root else ""


def _clean(text: str | None) -> str:
    return (text or "").replace("\x01", "").replace("\x02", "")


def _is_article(text: str) -> bool:
    """An article has at least one sentence; menus, link lists and cookie notes in buttons have none."""
    return any(_SENTENCE.search(part) and len(part.split()) >= _SENTENCE_WORDS for part in text.split("\n"))
