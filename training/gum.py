"""Turns GUM's discourse trees into attributions: source, cue and content as character spans, nested ones included.

GUM marks an attribution as a discourse unit ("according to the port", "Vell also believes") whose relation to its
nucleus is ``attribution-positive`` or ``attribution-negative``, and signals the source's tokens. The rules that make
spans of that, so that they look like PolNeAR's:

text     the words of ``dep/*.conllu`` with their own spacing; a paragraph begins after a blank line. Documents whose
         words are underscores (Reddit) are left out.
content  the nucleus with everything that hangs on it below the attribution. The third column of ``rst/*.rsd`` says in
         which order dependents attach to a unit: those that attach before the attribution are part of what is said,
         those after it are not. The pieces of an interrupted nucleus belong together; a nucleus that is itself an
         attribution brings its own content with it. Punctuation at the ends is cut off, but for quotation marks.
unit     the attribution's own unit, with the pieces of the same unit after an interruption and the clauses that
         describe the speaker ("Marta Vell, who runs the port, said").
source   the words under the signalled tokens in the dependency tree, as far as they lie in the unit, without a leading
         preposition. A signalled source outside the unit ("He rose and said …") is taken as it is. No signal: empty.
cue      the head of the unit with its auxiliaries, negation, particles, objects (the addressee) and the words between
         it and the content ("came to the view"), gaps of up to three words of the unit closed. Where the source
         itself is the head, its prepositions ("according to").
nested   the content lies inside the content of another attribution, and is not the whole of it.

Left out, and counted by ``gum_documents(..., dropped=Counter())``: credits under pictures, units without a cue, and
bylines whose content is more than half of the document.
The documents' spoken genres have no mark of who is speaking. GUM's annotations are CC BY 4.0, its texts differ: ``nc``
says that the genre's texts bear a non-commercial licence (LICENSE.txt); ``UNSTATED`` lists genres about which that file
says nothing.

Run ``python -m training.gum FOLDER [--split dev] [--show 3]`` to count and to read what comes out.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

from training.gum_files import Document, read_document
from training.gum_mentions import Mention, mentions

NC = frozenset({"essay", "fiction", "letter", "podcast", "reddit", "whow"})
UNSTATED = frozenset({"conversation", "speech", "textbook", "vlog"})

PUNCTUATION = frozenset(",.;:!?-–—()[]\"'“”‘’`") | {"``", "''", "..."}
QUOTES = frozenset("\"'“”‘’`") | {"``", "''"}
CUE_RELATIONS = frozenset({"aux", "cop", "compound", "case", "fixed", "obj", "iobj", "expl", "xcomp", "flat"})
NEGATIONS = frozenset({"not", "never", "n't", "no"})
RELATIVES = frozenset({"that", "what", "which", "who", "whom"})
SPEAKER_CLAUSES = frozenset({"elaboration-attribute", "elaboration-additional", "same-unit", "purpose-attribute"})

Spans = list[list[int]]


class GumAttribution(TypedDict):
    """One attribution; the roles are lists of ``[start, end]`` character offsets."""

    source: Spans
    cue: Spans
    content: Spans
    nested: bool


class GumDocument(TypedDict):
    """A document with attributions and mentions; ``nc``: its text bears a non-commercial licence."""

    id: str
    genre: str
    nc: bool
    text: str
    attributions: list[GumAttribution]
    mentions: list[Mention]


def _tokens_of(document: Document, units: Iterable[int]) -> set[int]:
    return {t for n in units for t in range(document.units[n].first, document.units[n].last + 1)}


def _tree(document: Document, number: int) -> set[int]:
    """The unit with all units under it."""
    return {number}.union(*(_tree(document, n) for n in document.dependents[number]))


def _whole_unit(document: Document, number: int) -> set[int]:
    """The attribution's own units: itself, its pieces, and the clauses that describe its speaker."""
    whole = {number}
    for n in document.dependents[number]:
        if document.units[n].relation.rsplit("_", 1)[0] in SPEAKER_CLAUSES:
            whole |= _tree(document, n)
    return whole


def _content(document: Document, number: int) -> set[int]:
    """The tokens of the nucleus with what attaches to it before the attribution does."""
    return _tokens_of(document, _said(document, number) - _tree(document, number))


def _said(document: Document, number: int) -> set[int]:
    """The units of an attribution's content."""
    unit = document.units[number]
    nucleus = unit.parent
    said = {nucleus}
    for n in document.dependents[nucleus]:
        if n != number and (document.units[n].height < unit.height or _is(document, n, "same-unit")):
            said |= _tree(document, n)
    if _is(document, nucleus, "same-unit"):
        said.add(document.units[nucleus].parent)
    if _is(document, nucleus, "attribution"):
        said |= _said(document, nucleus)
    return said


def _is(document: Document, number: int, relation: str) -> bool:
    return document.units[number].relation.startswith(relation)


def _signalled(signals: str) -> set[int]:
    """The token numbers of ``semantic-attribution_source-3-5,9-gold``."""
    found = set()
    for numbers in re.findall(r"semantic-attribution_source-([\d,-]+)-", signals):
        for piece in numbers.split(","):
            first, _, last = piece.partition("-")
            found |= set(range(int(first), int(last or first) + 1))
    return found


def _under(document: Document, token: int, stop: set[int]) -> set[int]:
    """The token with everything under it in the dependency tree, not entering ``stop``."""
    found = {token}
    for child in document.tokens[token].children:
        if child not in stop:
            found |= _under(document, child, stop)
    return found


def _tops(document: Document, tokens: set[int]) -> set[int]:
    """Those whose heads lie outside the set."""
    return {t for t in tokens if document.tokens[t].head not in tokens}


def _source(document: Document, number: int, unit: set[int], content: set[int]) -> set[int]:
    """The speaker's whole phrase inside the unit, or what is signalled elsewhere."""
    signalled = _signalled(document.units[number].signals) - content
    inside = signalled & unit
    if not inside:
        return signalled
    whole = set(inside)
    for top in _tops(document, inside):
        if document.tokens[top].relation in {"root", "ccomp", "parataxis", "advcl", "conj"} and len(unit) > len(inside):
            continue
        whole |= _under(document, top, content) & unit
    for token in sorted(whole):
        if document.tokens[token].relation not in {"case", "fixed", "cc", "mark", "advmod", "punct"}:
            break
        if token not in signalled or document.tokens[token].relation in {"case", "fixed", "punct"}:
            whole.discard(token)
    return whole


def _cue(document: Document, unit: set[int], source: set[int], content: set[int]) -> set[int]:
    """The verb with its helpers, or the prepositions of a source that stands alone."""
    rest = unit - source - content
    heads = _tops(document, unit)
    cue = {
        t for t in rest if document.tokens[t].relation in {"case", "fixed"} and _reaches(document, t, heads & source)
    }
    frontier = list(heads & rest) + [_climb(document, t, unit) for t in _tops(document, content)]
    while frontier:
        token = frontier.pop()
        if token not in rest or token in cue:
            continue
        cue.add(token)
        frontier += [document.tokens[token].head] if document.tokens[token].head in rest else []
        frontier += [c for c in document.tokens[token].children if _helps(document, c)]
    cue |= {t for t in rest if any(t - n in cue for n in (1, 2, 3)) and _closes(t, cue, rest)}
    return {t for t in cue if document.tokens[t].form not in PUNCTUATION}


def _closes(token: int, cue: set[int], rest: set[int]) -> bool:
    """Whether only words of the unit stand between the token and the next word of the cue: "wanted TO say"."""
    following = next((t for t in range(token, token + 4) if t not in rest or t in cue), 0)
    return following in cue


def _reaches(document: Document, token: int, targets: set[int]) -> bool:
    """Whether the token, or a token it is fixed to, marks one of the targets."""
    head = document.tokens[token].head
    return head in targets or (
        document.tokens[token].relation == "fixed" and document.tokens[document.tokens[token].head].head in targets
    )


def _climb(document: Document, token: int, unit: set[int]) -> int:
    """The head of a content's top where that lies in the unit, else 0: the word that takes the content."""
    head = document.tokens[token].head
    return (
        head if head in unit and document.tokens[token].relation in {"ccomp", "acl", "xcomp", "csubj", "advcl"} else 0
    )


def _helps(document: Document, token: int) -> bool:
    """Whether a dependent belongs to the cue: a helper, an addressee, a negation."""
    word = document.tokens[token]
    if word.lemma in RELATIVES and token < word.head:
        return False
    return word.relation in CUE_RELATIONS | {"det", "nmod", "amod", "nummod"} or word.lemma in NEGATIONS


def _spans(document: Document, numbers: set[int]) -> Spans:
    """Runs of consecutive tokens as character spans, without punctuation at their ends where it stands alone."""
    spans: Spans = []
    previous = 0
    for number in sorted(numbers):
        token = document.tokens[number]
        if spans and number == previous + 1 and document.text[spans[-1][1] : token.start].count("\n") == 0:
            spans[-1][1] = max(spans[-1][1], token.end)
        else:
            spans.append([token.start, token.end])
        previous = number
    return spans


def _trim(document: Document, numbers: set[int], keep: frozenset[str] = frozenset()) -> set[int]:
    """Drops punctuation at the ends of every run, but for the marks to keep."""
    unwanted = PUNCTUATION - keep
    kept = set(numbers)
    for order, step in ((sorted(numbers), -1), (sorted(numbers, reverse=True), 1)):
        for number in order:
            if document.tokens[number].form in unwanted and number + step not in kept:
                kept.discard(number)
    return kept


def _attribution(document: Document, number: int) -> GumAttribution | str:
    """One attribution, or the reason why it is left out."""
    if "caption" in document.units[number].features:
        return "credit under a picture"
    content = _content(document, number)
    unit = _tokens_of(document, _whole_unit(document, number)) - content
    source = _trim(document, _source(document, number, unit, content))
    cue = _trim(document, _cue(document, unit, source, content))
    if not cue:
        return "no cue"
    if sum(document.tokens[t].end - document.tokens[t].start for t in content) > len(document.text) / 2:
        return "byline of the whole document"
    said = _trim(document, content, QUOTES)
    return {
        "source": _spans(document, source),
        "cue": _spans(document, cue),
        "content": _spans(document, said),
        "nested": False,
    }


def _covers(outer: Spans, inner: Spans) -> bool:
    return outer != inner and all(any(a <= c and d <= b for a, b in outer) for c, d in inner)


def attributions(document: Document, dropped: Counter[str]) -> list[GumAttribution]:
    """Finds the attributions of a document in the order of their units.

    Args:
        document: the document.
        dropped: what is left out is counted here, by reason.
    """
    found: list[GumAttribution] = []
    for number, unit in document.units.items():
        if not unit.relation.startswith("attribution-"):
            continue
        result = _attribution(document, number)
        if isinstance(result, str):
            dropped[result] += 1
        else:
            found.append(result)
    for one in found:
        one["nested"] = any(_covers(other["content"], one["content"]) for other in found)
    return found


def gum_documents(folder: Path, split: str, dropped: Counter[str] | None = None) -> list[GumDocument]:
    """Reads a split of GUM as documents with attributions.

    Args:
        folder: GUM's folder, with ``dep/``, ``rst/`` and ``splits.tsv``.
        split: "train" or "dev".
        dropped: where given, what is left out is counted here, by reason.

    Raises:
        ValueError: a document's files do not belong together.
    """
    dropped = Counter() if dropped is None else dropped
    documents: list[GumDocument] = []
    for line in (folder / "splits.tsv").read_text(encoding="utf-8").splitlines():
        name, part = line.split("\t")[:2]
        if part != split:
            continue
        document = read_document(folder, name)
        if "____" in document.text:
            dropped["document without words"] += 1
            continue
        genre = name.split("_")[1]
        found = attributions(document, dropped)
        documents.append(
            {
                "id": name,
                "genre": genre,
                "nc": genre in NC,
                "text": document.text,
                "attributions": found,
                "mentions": mentions(document.tokens.values()),
            }
        )
    return documents


def _show(document: GumDocument) -> None:
    print(f"\n== {document['id']}")
    for one in document["attributions"]:
        pieces = {
            role: " … ".join(document["text"][a:b] for a, b in spans)
            for role, spans in (("S", one["source"]), ("C", one["cue"]), ("X", one["content"]))
        }
        print(f"{'nested ' if one['nested'] else ''}[{pieces['S']}] [{pieces['C']}] [{pieces['X']}]".replace("\n", "¶"))


def main() -> None:
    """Counts a split's attributions by genre, and shows some."""
    parser = argparse.ArgumentParser(description="Count GUM's attributions by genre, and show some.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev", choices=["train", "dev"])
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N documents' attributions")
    parser.add_argument("--genre", help="only this genre")
    options = parser.parse_args()
    dropped: Counter[str] = Counter()
    documents = [
        d for d in gum_documents(options.folder, options.split, dropped) if options.genre in (None, d["genre"])
    ]
    for document in documents[: options.show]:
        _show(document)
    for genre in sorted({d["genre"] for d in documents}):
        marks = [a for d in documents if d["genre"] == genre for a in d["attributions"]]
        licence = "non-commercial" if genre in NC else "not stated" if genre in UNSTATED else ""
        print(f"{genre:14s} {len(marks):5d} attributions, {sum(a['nested'] for a in marks):4d} nested  {licence}")
    print("left out:", dict(dropped))


if __name__ == "__main__":
    main()
