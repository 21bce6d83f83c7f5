"""Attributions found in GUM's dev documents, the nested ones apart.

A gold attribution is found when a predicted one covers its content and its source with token IoU of at least a half
each; both sources empty is 1. Pairs are one to one, best first. How GUM becomes gold: ``training/gum.py``.
GUM also marks beliefs of the speaker ("I think"), asides and questions in talk that no news report holds, so read
these figures beside each other over time, not as shares of what a reader would miss.
"""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks import gold
from benchmarks.running import Analysis, analyse
from training.gum import GumDocument, gum_documents

TOKEN = re.compile(r"\w+|[^\w\s]")
REPORTED = frozenset({"news", "interview", "bio", "academic", "court"})
Spans = Sequence[Sequence[int]]


@dataclass(slots=True)
class Tally:
    """How many of how many."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """In per cent; 0 of 0 is 0."""
        return 100 * self.right / self.of if self.of else 0.0


def covered(text: str, spans: Spans) -> frozenset[int]:
    """Where the tokens start that share a character with one of the spans."""
    return frozenset(m.start() for m in TOKEN.finditer(text) if any(m.start() < e and s < m.end() for s, e in spans))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union; two empty sets are 1."""
    return len(one & other) / len(one | other) if one | other else 1.0


def match(document: GumDocument, analysis: Analysis) -> set[int]:
    """The indices of the gold attributions that were found."""
    text = document["text"]
    sets = [(covered(text, a["source"]), covered(text, a["content"])) for a in document["attributions"]]
    guesses = [(covered(text, a["source"]), covered(text, a["content"])) for a in analysis["attributions"]]
    pairs = [
        (overlap(content, c) + overlap(source, s), i, j)
        for i, (source, content) in enumerate(sets)
        for j, (s, c) in enumerate(guesses)
        if overlap(content, c) >= 0.5 and overlap(source, s) >= 0.5
    ]
    found: set[int] = set()
    used: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in found and j not in used:
            found.add(i)
            used.add(j)
    return found


def measure(documents: list[GumDocument], analyses: dict[str, Analysis]) -> dict[str, Tally]:
    """Counts what was found: overall, nested, in genres that report, and by genre.

    Args:
        documents: gold.
        analyses: by document id.
    """
    tallies = {"all": Tally(), "nested": Tally(), "reporting genres": Tally()}
    for document in documents:
        found = match(document, analyses[document["id"]])
        for i, one in enumerate(document["attributions"]):
            names = ["all", f"genre {document['genre']}"]
            names += ["nested"] if one["nested"] else []
            names += ["reporting genres"] if document["genre"] in REPORTED else []
            for name in names:
                tally = tallies.setdefault(name, Tally())
                tally.of += 1
                tally.right += i in found
    return tallies


def found_in_dev() -> dict[str, Tally]:
    """Runs the installed model over GUM dev.

    Raises:
        BenchmarkError: Firsthand can't be run.
        FileNotFoundError: GUM is not there.
    """
    gold.files("gum")
    documents = gum_documents(gold.shared() / "data" / "gum", "dev")
    return measure(documents, analyse({"id": d["id"], "text": d["text"]} for d in documents))


def main() -> None:
    """Prints the table."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, prog="python -m benchmarks.gum"
    ).parse_args()
    for name, tally in found_in_dev().items():
        print(f"{name:24s} {tally.right:4d} of {tally.of:4d}  {tally.share:5.1f}")


if __name__ == "__main__":
    main()
