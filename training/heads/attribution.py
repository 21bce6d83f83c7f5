"""The attribution head: cues first, then for each cue which words are its source and its content.

Cues are tagged in two layers, those of the report itself and those inside another's content. Every cue then asks each
word of the window, as a predicate asks for its arguments in semantic role labelling, so that attributions may share a
source, have none, nest, and have contents in several pieces.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from onnx import TensorProto
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, log_softmax

from firsthand.scores import CUE_TAGS, LAYERS, ROLE_TAGS
from firsthand.tagger.windows import Input
from training.documents import Document, Quote
from training.graph import MICROSOFT, Graph
from training.heads import asking
from training.heads.asking import covered

NAME = "attribution"
IGNORE = -100
PAIR = 128  # width in which a cue and a word are compared
FAR = 96  # distances between cue and word are told apart up to here
# A cue is worth asking when its first word has this probability in either layer. Low, so that decoding decides.
ASK = 0.1


@dataclass
class Targets:
    """What is known of one window: tags (layers, words), anchors (asked,), roles (asked, words)."""

    cue: np.ndarray
    anchors: np.ndarray
    roles: np.ndarray


def _bio(hit: np.ndarray, tags: np.ndarray, begin: int) -> None:
    """Write begin and inside tags over the runs of words that are hit."""
    before = np.concatenate([[False], hit[:-1]])
    tags[hit] = begin + 1
    tags[hit & ~before] = begin


def _roles(quote: Quote, words: np.ndarray) -> np.ndarray:
    tags = np.zeros(len(words), dtype=np.int64)
    _bio(covered(quote.content, words), tags, ROLE_TAGS.index("B-content"))
    _bio(covered(quote.source, words), tags, ROLE_TAGS.index("B-source"))
    tags[covered(quote.cue, words)] = 0
    return tags


def targets(document: Document, window: Input) -> Targets:
    """What the document's gold says of one window. Where it is silent, the tag is IGNORE."""
    words = window.words
    cue = np.zeros((len(LAYERS), len(words)), dtype=np.int64)
    if not document.outer:
        cue[0] = IGNORE
    if not document.inner:
        cue[1] = IGNORE if not document.outer else 0
        for quote in document.quotes:
            cue[1, covered(quote.content, words)] = IGNORE
    anchors, roles = [], []
    for quote in document.quotes:
        hit = covered(quote.cue, words)
        if not hit.any() or (not quote.inner and not document.outer):
            continue
        _bio(hit, cue[int(quote.inner)], CUE_TAGS.index("B"))
        anchors.append(int(hit.argmax()))
        roles.append(_roles(quote, words))
    return Targets(cue, np.array(anchors, dtype=np.int64), np.array(roles, dtype=np.int64).reshape(-1, len(words)))


def _stack(rows: list[np.ndarray], width: int, value: float) -> Tensor:
    """Concatenate (n, words, …) arrays over windows, words padded to ``width``."""
    padded = [
        np.pad(r, [(0, 0), (0, width - r.shape[1])] + [(0, 0)] * (r.ndim - 2), constant_values=value) for r in rows
    ]
    return torch.as_tensor(np.concatenate(padded))


def collate(rows: list[Targets], words: Tensor) -> dict[str, Tensor]:
    """Put windows together: tags (windows, layers, words); anchors (asked, 2) as window and word; roles."""
    width = words.shape[1]
    return {
        "cue": torch.stack([_stack([r.cue], width, IGNORE) for r in rows]),
        "anchors": torch.as_tensor([(i, a) for i, r in enumerate(rows) for a in r.anchors]).reshape(-1, 2).long(),
        "roles": _stack([r.roles for r in rows], width, IGNORE),
    }


def collate_soft(rows: list[dict[str, np.ndarray]], words: Tensor) -> dict[str, Tensor]:
    """Put a teacher's words together: log probabilities of tags and roles, and the anchors that it asked."""
    width = words.shape[1]
    return {
        "cue": torch.stack([_stack([r["cue"].astype(np.float32)], width, 0.0) for r in rows]),
        "anchors": torch.as_tensor([(i, int(a)) for i, r in enumerate(rows) for a in r["anchors"]])
        .reshape(-1, 2)
        .long(),
        "roles": _stack([r["roles"].astype(np.float32) for r in rows], width, 0.0),
    }


class Head(nn.Module):
    """Cue tagger and cue-to-word scorer on top of word vectors of ``width``."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tagger = nn.Sequential(nn.Dropout(0.1), nn.Linear(width, width), nn.GELU(), nn.Linear(width, 6))
        self.asks = nn.Linear(width, PAIR)
        self.answers = nn.Linear(width, PAIR)
        self.distance = nn.Embedding(2 * FAR + 1, PAIR)
        self.judge = nn.Linear(PAIR, len(ROLE_TAGS))
        self.asks_each = nn.Linear(width, PAIR * len(ROLE_TAGS) // 2)
        self.answers_each = nn.Linear(width, PAIR * len(ROLE_TAGS) // 2)
        nn.init.normal_(self.distance.weight, std=0.02)

    def cues(self, hidden: Tensor) -> Tensor:
        """(windows, words, width) to log probabilities (windows, layers, words, tags)."""
        scores = self.tagger(hidden)
        return log_softmax(scores.reshape(*scores.shape[:2], len(LAYERS), len(CUE_TAGS)).float(), -1).transpose(1, 2)

    def roles(self, hidden: Tensor, window: Tensor, anchor: Tensor) -> Tensor:
        """Ask every word of its window for each anchor; log probabilities (anchors, words, role tags)."""
        return log_softmax(asking.ask(self, hidden, window, anchor), -1)

    def loss(self, hidden: Tensor, gold: dict[str, Tensor], share: Tensor) -> Tensor:
        """Negative log likelihood of the gold per window; roles are learned at the gold's cues. share: by window."""
        cue = self.cues(hidden)
        per_word = cross_entropy(cue.flatten(0, 2), gold["cue"].flatten(), ignore_index=IGNORE, reduction="none")
        total = (per_word.reshape(len(hidden), -1).sum(1) * share).sum()
        if len(gold["anchors"]):
            window, anchor = gold["anchors"].T
            roles = self.roles(hidden, window, anchor).transpose(1, 2)
            per_word = cross_entropy(roles, gold["roles"], ignore_index=IGNORE, reduction="none")
            total = total + (per_word.sum(1) * share[window]).sum()
        return total / len(hidden)

    def distil(self, hidden: Tensor, soft: dict[str, Tensor], words: Tensor, share: Tensor) -> Tensor:
        """Cross entropy with the teacher's probabilities, per window, summed like ``loss``. share: by window."""
        cue = -(soft["cue"].exp() * self.cues(hidden)).sum(-1) * words[:, None, :]
        total = (cue.flatten(1).sum(1) * share).sum()
        if len(soft["anchors"]):
            window, anchor = soft["anchors"].T
            roles = -(soft["roles"].exp() * self.roles(hidden, window, anchor)).sum(-1)
            sure = soft["cue"][window, :, anchor, 1].exp().sum(1).clamp(max=1.0)  # an unlikely cue teaches little
            total = total + ((roles * words[window]).sum(1) * sure * share[window]).sum()
        return total / len(hidden)


@torch.no_grad()
def soften(heads: list[Head], hidden: list[Tensor], words: Tensor) -> list[dict[str, Any]]:
    """What networks say of each window together, as half-precision arrays for ``collate_soft`` and for decoding.

    Their probabilities are averaged; each is asked about the cues that they find together.
    """
    cue = _together([head.cues(h) for head, h in zip(heads, hidden, strict=True)])
    asked = torch.nonzero((cue[..., 1].amax(1) > float(np.log(ASK))) & words)
    answers = [head.roles(h, asked[:, 0], asked[:, 1]) for head, h in zip(heads, hidden, strict=True)]
    roles = _together(answers).half().cpu().numpy()
    tags, owner, anchors = cue.half().cpu().numpy(), asked[:, 0].cpu().numpy(), asked[:, 1].cpu().numpy()
    sizes = words.sum(1).tolist()
    return [
        {"cue": tags[i, :, :n], "anchors": anchors[owner == i], "roles": roles[owner == i][:, :n]}
        for i, n in enumerate(sizes)
    ]


def _together(scores: list[Tensor]) -> Tensor:
    """Average log probabilities as probabilities."""
    return torch.stack(scores).logsumexp(0) - float(np.log(len(scores)))


def export(g: Graph, w: dict[str, np.ndarray], hidden: str) -> dict[str, tuple[str, int, list[Any]]]:
    """Add this head to a graph over ONE window: ``cues``, the choice of anchors and ``roles``, operator for operator.

    w: the head's weights; hidden: (words, width). Returns each output's node, element type and shape.
    """
    tags, asked = len(CUE_TAGS), len(ROLE_TAGS)
    inner = g.op("Gelu", g.linear(hidden, w["tagger.1.weight"], w["tagger.1.bias"]), domain=MICROSOFT)
    cue = g.float_linear(inner, w["tagger.3.weight"], w["tagger.3.bias"])
    cue = g.op("Reshape", cue, g.weight(np.array([-1, len(LAYERS), tags])))
    cue = g.op("Transpose", g.op("LogSoftmax", cue, axis=-1), perm=[1, 0, 2])
    begins = g.op("ReduceMax", g.op("Gather", cue, g.weight(np.array(1)), axis=2), axes=[0], keepdims=0)
    anchors = g.op("NonZero", g.op("Greater", begins, g.weight(np.float32(np.log(ASK)))))
    anchors = g.op("Reshape", anchors, g.weight(np.array([-1])))
    at = g.op("Gather", hidden, anchors)
    scores = asking.export(g, w, hidden, anchors, at)
    roles = g.op("LogSoftmax", scores, axis=-1)
    return {
        "cue": (cue, TensorProto.FLOAT, [len(LAYERS), "words", tags]),
        "anchors": (anchors, TensorProto.INT64, ["asked"]),
        "roles": (roles, TensorProto.FLOAT, ["asked", "words", asked]),
    }
