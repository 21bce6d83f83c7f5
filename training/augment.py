"""Makes reports look as they come: other quotation marks or lost ones, paragraphs run together.

Newsroom systems, aggregators and translators change all of these; PolNeAR has few of them.
"""

import random
import re

from training.documents import Document, edit

QUOTES = re.compile(r"[“”\"]|``|''")


def _styled(document: Document, opening: str, closing: str) -> Document:
    """Return the document with all double quotation marks in one style, opened and closed by turns in a paragraph."""
    edits, inside, last = [], False, 0
    for m in QUOTES.finditer(document.text):
        if "\n" in document.text[last : m.start()]:
            inside = False
        inside = m[0] in "“``" or (m[0] == '"' and not inside)
        edits.append((m.start(), m.end(), opening if inside else closing))
        last = m.end()
    return edit(document, edits)


def _lost(document: Document, rng: random.Random, share: float) -> Document:
    """Return the document without a share of its quotation marks."""
    return edit(document, [(*m.span(), "") for m in QUOTES.finditer(document.text) if rng.random() < share])


def _joined(document: Document, rng: random.Random) -> Document:
    """Return the document with most paragraph breaks gone, some of them without even a space."""
    glue = rng.choice([" ", " ", ""])
    return edit(
        document, [(*m.span(), glue) for m in re.finditer(r"\s*\n\s*", document.text.rstrip()) if rng.random() < 0.85]
    )


def augment(document: Document, rng: random.Random) -> Document:
    """Return the document, a third of the time changed in one or more of these ways."""
    if rng.random() < 0.2:
        document = _styled(document, *rng.choice([('"', '"'), ("“", "”"), ("“", "”"), ("``", "''")]))
    if rng.random() < 0.05:
        document = _lost(document, rng, rng.choice([0.1, 0.3, 1.0]))
    if rng.random() < 0.1:
        document = _joined(document, rng)
    return document
