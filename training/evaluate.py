"""Measures a network on documents with gold: decodes as at work, scores with the shared scorer."""

import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch

from firsthand.decoding import decode
from firsthand.scores import ROLE_TAGS, Happenings, Mentions, Options, Window
from firsthand.tagger.pieces import WordPieces
from training.documents import Document
from training.evaluate_events import measure_certainty, measure_events
from training.examples import Example, collate, examples
from training.heads import HEADS
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
def soften(
    networks: list[Network], rows: list[Example], device: torch.device, exact: bool = False
) -> list[dict[str, Any]]:
    """What networks say of each window together, by head name, in the order given; ``exact``: in full floats."""
    for network in networks:
        network.eval()
    heads = [head for head in HEADS if all(head.NAME in network.heads for network in networks)]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].input.ids))
    out: list[dict[str, Any]] = [{} for _ in rows]
    step = 32  # windows at a time
    for at in range(0, len(order), step):
        chosen = order[at : at + step]
        batch = collate([Example(rows[i].input) for i in chosen], device)
        with torch.autocast(device.type, torch.bfloat16, enabled=not exact):
            hidden = [n(batch["ids"], batch["features"], batch["mask"], batch["first"]).float() for n in networks]
        for head in heads:
            said = head.soften([network.heads[head.NAME] for network in networks], hidden, batch["words"])
            for i, one in zip(chosen, said, strict=True):
                out[i][head.NAME] = one
        if at // step % 20 == 19:
            print(f"{at + step} of {len(rows)} windows", file=sys.stderr, flush=True)
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
            Happenings(**s["events"]) if "events" in s else Happenings.none(),
        )
        for r, s in zip(rows, said, strict=True)
    ]


def evaluate(
    networks: list[Network],
    documents: list[Document],
    pieces: WordPieces,
    shared: Path,
    options: Options,
    exact: bool = False,
) -> dict[str, float]:
    """Measure networks together on documents, on the device that they are on; see ``soften`` and ``measure``."""
    return measure(scorer(shared), documents, scored(networks, documents, pieces, exact), options)


def scored(
    networks: list[Network], documents: list[Document], pieces: WordPieces, exact: bool = False
) -> list[list[Window]]:
    """Return the windows of each document as networks score them together."""
    parts = [list(examples(d, pieces)) for d in documents]
    device = next(networks[0].parameters()).device
    said = iter(soften(networks, [row for part in parts for row in part], device, exact))
    return [windows(part, [next(said) for _ in part]) for part in parts]


def evaluate_mentions(
    networks: list[Network], documents: list[Document], pieces: WordPieces, options: Options
) -> dict[str, float]:
    """Measure mentions of the types that documents know: F1 of span and type, and the share of right links, in percent.

    A link is right when its likeliest antecedent, or that there is none, agrees with the gold; counted over the
    mentions found whose span is gold's, where a wrong or missing antecedent mention counts as wrong.
    """
    right = found = wanted = linked = of = 0
    for document, parts in zip(documents, scored(networks, documents, pieces), strict=True):
        gold = {(m.start, m.end): m for m in document.mentions if m.type in document.known}
        made = decode(parts, options).mentions
        guesses = [m for m in made if m.type in document.known]
        right += sum(m.span in gold and gold[m.span].type == m.type for m in guesses)
        found, wanted = found + len(guesses), wanted + len(gold)
        for m in made:
            if m.span not in gold:
                continue
            entity = gold[m.span].entity
            before = any(e.entity == entity for s, e in gold.items() if (s[0], -s[1]) < (m.span[0], -m.span[1]))
            new = not m.links or m.links[0].chance < 1 - sum(link.chance for link in m.links)
            to = None if new else gold.get(made[m.links[0].to].span)
            linked += (to is not None and to.entity == entity) if before else new
            of += 1
    return {
        "mentions F1": round(200 * right / max(1, found + wanted), 2),
        "links right": round(100 * linked / max(1, of), 2),
    }


def evaluate_events(
    networks: list[Network], documents: list[Document], pieces: WordPieces, options: Options
) -> dict[str, float]:
    """Measure events on the documents that know of some; see ``training.evaluate_events``."""
    parts = scored(networks, documents, pieces)
    told = [i for i, d in enumerate(documents) if d.told]
    return measure_events([documents[i] for i in told], [parts[i] for i in told], options) | measure_certainty(
        documents, parts
    )


def measure(
    score: ModuleType, documents: list[Document], parts: Iterable[list[Window]], options: Options
) -> dict[str, float]:
    """F1 in percent by measure over the outer quotations, plus how many inner ones were found per hundred outer."""
    golds, preds, inner, outer = {}, {}, 0, 0
    for document, found in zip(documents, parts, strict=True):
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
