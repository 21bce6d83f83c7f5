"""Events of the shipped model beside what others annotated: the type between two parties, and certainty.

PLOVER's root (``data/plover_train``): one sentence in five, by its id, is held out of training; of each, the type of
what the marked source does to the marked target is the one to which the model's triggers, their actors and recipients
add up (``training.evaluate_events.type_between``). The gold's YIELD is CONCEDE or RETREAT. Macro-F1 over its types.

Certainty (UDS It-Happened 2, ``data/factuality/dev.jsonl``): Pearson's r between a word's certainty and the mean of
what annotators said; eight sentences in a row are read as one text.

Run ``python -m benchmarks.events``.
"""

from pathlib import Path

from benchmarks import gold
from firsthand.scores import Window
from firsthand.tagger import Tagger
from training.documents import Document, factuality, held_out, plover
from training.evaluate_events import measure_certainty, measure_pairs


def types(shared: Path) -> tuple[dict[str, float], int]:
    """Macro-F1 and accuracy of PLOVER's root on the held-out fifth, in percent, and how many sentences it has."""
    documents = [d for d in plover(shared) if held_out(d)]
    return measure_pairs(documents, _scored(documents)), len(documents)


def certainty(shared: Path) -> tuple[dict[str, float], int]:
    """Pearson's r on UDS-IH2 dev, and over how many words."""
    documents = factuality(shared, "dev")
    return measure_certainty(documents, _scored(documents)), sum(len(d.sure) for d in documents)


def _scored(documents: list[Document]) -> list[list[Window]]:
    tagger = Tagger()
    return [list(tagger.tag(d.text)) for d in documents]


def main() -> None:
    """Print both."""
    for measure in (types, certainty):
        figures, of = measure(gold.shared())
        print(*(f"{name}: {value}" for name, value in figures.items()), f"of {of}", sep="\n")


if __name__ == "__main__":
    main()
