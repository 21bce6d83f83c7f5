"""Measures a network on documents with gold: decodes as at work, scores with the shared scorer."""

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch

from firsthand.decoding import decode
from firsthand.scores import ROLE_TAGS, Mentions, Options, Window
from firsthand.tagger.pieces import WordPieces
from training.documents import Document
from training.examples import Example, collate, examples
from training.network import Network

MEASURES = (
    "lenient all", "strict all", "lenient quoted", "lenient indirect", "content only all",
    "span source", "span cue", "span content",
)  # fmt: skip


def scorer(shared: Path) -> ModuleType:
    """The shared scorer of attributions, as a module."""
    spec = importlib.util.spec_from_file_location("score_attribution", shared / "bench/score_attribution.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "bench/score_attribution.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@torch.no_grad()
def soften(network: Network, rows: list[Example], device: torch.device, exact: bool = False) -> list[dict[str, Any]]:
    """What the network says of each window, by head name, in the order given; ``exact``: in full floats."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].input.ids))
    out: list[dict[str, Any]] = [{} for _ in rows]
    step = 32  # windows at a time
    for at in range(0, len(order), step):
        chosen = order[at : at + step]
        batch = collate([Example(rows[i].input) for i in chosen], device)
        with torch.autocast(device.type, torch.bfloat16, enabled=not exact):
            hidden = network(batch["ids"], batch["features"], batch["mask"], batch["first"])
        for name, head in network.heads.items():
            for i, said in zip(chosen, head.soften(hidden.float(), batch["words"]), strict=True):
                out[i][name] = said
    return out


def windows(rows: list[Example], said: list[dict[str, Any]]) -> list[Window]:
    """The scores as decoding takes them; a teacher knows nothing of mentions."""
    return [
        Window(
            r.input.words,
            s["attribution"]["cue"].astype(np.float32),
            s["attribution"]["anchors"],
            s["attribution"]["roles"].astype(np.float32).reshape(-1, len(r.input.words), len(ROLE_TAGS)),
            Mentions(**s["mentions"]) if "mentions" in s else Mentions.none(),
        )
        for r, s in zip(rows, said, strict=True)
    ]


def evaluate(
    network: Network, documents: list[Document], pieces: WordPieces, shared: Path, options: Options, exact: bool = False
) -> dict[str, float]:
    """Measure a network on documents, on the device that it is on; see ``soften`` and ``measure``."""
    parts = [list(examples(d, pieces)) for d in documents]
    device = next(network.parameters()).device
    said = iter(soften(network, [row for part in parts for row in part], device, exact))
    return measure(scorer(shared), documents, [windows(part, [next(said) for _ in part]) for part in parts], options)


def measure(
    score: ModuleType, documents: list[Document], scored: Iterable[list[Window]], options: Options
) -> dict[str, float]:
    """F1 in percent by measure over the outer quotations, plus how many inner ones were found per hundred outer."""
    golds, preds, inner, outer = {}, {}, 0, 0
    for document, found in zip(documents, scored, strict=True):
        quotations = decode(found, options).quotations
        top = [q for q in quotations if q.within is None]
        inner, outer = inner + len(quotations) - len(top), outer + len(top)
        golds[document.id] = {
            "text": document.text,
            "attributions": [
                {"source": q.source, "cue": q.cue, "content": q.content} for q in document.quotes if not q.inner
            ],
        }
        preds[document.id] = {"attributions": [{"source": q.source, "cue": q.cue, "content": q.content} for q in top]}
    result = score.score(golds, preds)
    row = {m: result[m]["F1"] for m in MEASURES}
    return row | {
        "P": result["lenient all"]["P"],
        "R": result["lenient all"]["R"],
        "inner %": round(100 * inner / max(1, outer), 1),
    }
