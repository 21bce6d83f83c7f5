"""From documents to batches: windows with targets, grouped by length."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from firsthand.tagger.pieces import WordPieces
from firsthand.tagger.windows import LONGEST, PAD, Input, inputs
from training.documents import Document
from training.heads import HEADS


@dataclass
class Example:
    """One window with what each head should say of it (``targets``) or what a teacher said of it (``soft``).

    ``share`` is how much the targets count where both are there. Windows that follow each other and have one ``text``
    go into one batch, so that mentions can be linked over them.
    """

    input: Input
    targets: dict[str, Any] = field(default_factory=dict)
    soft: dict[str, Any] = field(default_factory=dict)
    share: float = 1.0
    text: str | None = None


def examples(document: Document, pieces: WordPieces, longest: int = LONGEST) -> Iterator[Example]:
    """Yield the document's windows with their targets."""
    for window in inputs(document.text, pieces, longest):
        known = {head.NAME: head.targets(document, window) for head in HEADS}
        yield Example(window, known, share=document.share, text=document.id if document.mentions else None)


def batches(rows: list[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Group windows of like length into batches of about ``pieces`` word pieces, in random order.

    Windows of one text stay together as long as they fill no more than half a batch. Windows that a teacher spoke of
    are in batches of their own.
    """

    def longest(unit: list[Example]) -> int:
        return max(len(r.input.ids) for r in unit)

    units: list[list[Example]] = []
    for row in rows:
        same = units and row.text is not None and units[-1][-1].text == row.text
        if same and sum(len(r.input.ids) for r in units[-1]) + len(row.input.ids) <= pieces // 2:
            units[-1].append(row)
        else:
            units.append([row])
    units.sort(key=lambda unit: (bool(unit[0].soft), longest(unit) + rng.random() * 24))
    out: list[list[Example]] = [[]]
    for unit in units:
        full = (len(out[-1]) + len(unit)) * max(map(len, (r.input.ids for r in [*out[-1], *unit]))) > pieces
        if out[-1] and (full or bool(out[-1][0].soft) != bool(unit[0].soft)):
            out.append([])
        out[-1] += unit
    rng.shuffle(out)
    return out


def padded(arrays: Iterable[np.ndarray], value: int = 0) -> torch.Tensor:
    """Stack one-dimensional arrays of different lengths."""
    return torch.nn.utils.rnn.pad_sequence([torch.as_tensor(a) for a in arrays], batch_first=True, padding_value=value)


def collate(rows: list[Example], device: torch.device) -> dict[str, Any]:
    """One batch: ids, features, mask over pieces; first piece and mask over words; targets by head."""
    batch: dict[str, Any] = {
        "ids": padded([r.input.ids for r in rows], PAD),
        "features": padded([r.input.features for r in rows]),
        "mask": padded([np.ones_like(r.input.ids) for r in rows]),
        "first": padded([r.input.first for r in rows]),
        "words": padded([np.ones(len(r.input.words), dtype=np.int64) for r in rows]).bool(),
        "share": torch.tensor([r.share for r in rows]),
    }
    for head in HEADS:
        if rows[0].targets.get(head.NAME) is not None:
            batch[head.NAME] = head.collate([r.targets[head.NAME] for r in rows], batch["words"])
        if rows[0].soft.get(head.NAME) is not None:
            batch["soft " + head.NAME] = head.collate_soft([r.soft[head.NAME] for r in rows], batch["words"])
    return to(batch, device)


def to(value: Any, device: torch.device) -> Any:
    """Move nested tensors."""
    if isinstance(value, dict):
        return {k: to(v, device) for k, v in value.items()}
    return value.to(device, non_blocking=True) if isinstance(value, torch.Tensor) else value
