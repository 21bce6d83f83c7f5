"""The mention head: which stretches of words speak of somebody or something, and which speak of the same.

Every pair of a first and a last word has a score for each type (a biaffine span scorer, as in Yu, Bohnet and Poesio
2020, with the width's own bias), so that mentions nest. Every mention then asks those before it whether they are the
same entity (mention ranking with a dummy, as in Lee et al. 2017); as a question and an answer are vectors, mentions of
different windows can be compared after the network has run.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from onnx import TensorProto
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, gelu

from firsthand.scores import MENTION_TYPES, NEAR
from firsthand.tagger.windows import Input
from training.documents import Document
from training.graph import MICROSOFT, Graph

NAME = "mentions"
SPAN = 32  # width in which a first and a last word are compared, for each type
WIDE = 64  # widths of mentions are told apart up to here
LINK = 64  # width in which two mentions are compared
FOUND = -2.0  # log odds above which a span is handed to decoding
BARRED = -1e4
LEARNED = 150  # mentions before one that it is compared with in training
WEIGHT = 0.3  # of this loss beside the attribution's: many more decisions, less of what the software is for


@dataclass
class Targets:
    """What is known of one window: spans (mentions, 3) as first word, last word, type; each one's entity.

    known: (types,) whether all mentions of a type are marked; none of them: the window is not learned from.
    document: says which windows may share entities.
    """

    spans: np.ndarray
    entities: list[str]
    known: np.ndarray
    document: str


def targets(document: Document, window: Input) -> Targets:
    """What the document's gold says of one window; mentions that its borders cut are left out."""
    known = np.array([t in document.known for t in MENTION_TYPES])
    spans, entities = [], []
    if len(window.words):
        for m in document.mentions:
            first = int(np.searchsorted(window.words[:, 1], m.start, side="right"))
            last = int(np.searchsorted(window.words[:, 0], m.end, side="left")) - 1
            inside = m.start >= window.words[0, 0] and m.end <= window.words[-1, 1]
            if inside and first <= last:
                spans.append((first, last, MENTION_TYPES.index(m.type)))
                entities.append(m.entity)
    return Targets(np.array(spans, dtype=np.int64).reshape(-1, 3), entities, known, document.id)


def collate(rows: list[Targets], words: Tensor) -> dict[str, Tensor]:
    """Put windows together: spans (mentions, 4) as window, first, last, type; entity and document numbers; known."""
    entities: dict[tuple[str, str], int] = {}
    documents: dict[str, int] = {}
    spans, numbers, owners = [], [], []
    for i, row in enumerate(rows):
        for (first, last, kind), entity in zip(row.spans.tolist(), row.entities, strict=True):
            spans.append((i, first, last, kind))
            numbers.append(entities.setdefault((row.document, entity), len(entities)))
            owners.append(documents.setdefault(row.document, len(documents)))
    return {
        "spans": torch.tensor(spans, dtype=torch.long).reshape(-1, 4),
        "entity": torch.tensor(numbers, dtype=torch.long),
        "document": torch.tensor(owners, dtype=torch.long),
        "known": torch.as_tensor(np.stack([row.known for row in rows])),
        "words": words,
    }


class Head(nn.Module):
    """Span scorer and mention comparer on top of word vectors of ``width``."""

    def __init__(self, width: int) -> None:
        super().__init__()
        types = len(MENTION_TYPES)
        self.begins = nn.Linear(width, types * SPAN)
        self.ends = nn.Linear(width, types * SPAN)
        self.edges = nn.Linear(width, 2 * types)
        self.width = nn.Embedding(WIDE + 1, types)
        self.first = nn.Linear(width, 2 * LINK)
        self.last = nn.Linear(width, 2 * LINK)
        self.kind = nn.Embedding(types, 2 * LINK)
        self.asks = nn.Linear(2 * LINK, LINK)
        self.answers = nn.Linear(2 * LINK, LINK)
        self.fresh = nn.Linear(2 * LINK, 1)
        self.near = nn.Embedding(NEAR, 1)
        nn.init.normal_(self.width.weight, std=0.02)
        nn.init.zeros_(self.near.weight)
        self.edges.bias.data.fill_(-3.0)  # two edges together: few spans are mentions

    def spans(self, hidden: Tensor) -> Tensor:
        """(windows, words, width) to log odds (windows, types, first words, last words)."""
        n, types = hidden.shape[1], len(MENTION_TYPES)
        q = self.begins(hidden).reshape(-1, n, types, SPAN).transpose(1, 2)
        k = self.ends(hidden).reshape(-1, n, types, SPAN).transpose(1, 2)
        begin, end = self.edges(hidden).transpose(1, 2).split(types, 1)
        at = torch.arange(n, device=hidden.device)
        far = at[None, :] - at[:, None]
        wide = self.width(far.clamp(0, WIDE)).permute(2, 0, 1)
        scores = (q @ k.transpose(2, 3)) / SPAN**0.5 + begin[:, :, :, None] + end[:, :, None, :] + wide
        return torch.where(far < 0, BARRED, scores.float())

    def links(self, hidden: Tensor, spans: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What mentions (mentions, 4) ask, what they answer (mentions, LINK), and how new they are (mentions,)."""
        window, first, last, kind = spans.T
        mention = gelu(self.first(hidden[window, first]) + self.last(hidden[window, last]) + self.kind(kind))
        return self.asks(mention).float(), self.answers(mention).float(), self.fresh(mention)[:, 0].float()

    def loss(self, hidden: Tensor, gold: dict[str, Tensor], share: Tensor) -> Tensor:
        """Cross entropy of all spans and of each mention's antecedents, per window; ``share`` is one here."""
        known = gold["known"].any(1)
        if not known.any():
            return hidden.new_zeros((), dtype=torch.float32)
        place = known.cumsum(0) - 1
        gold = gold | {"spans": torch.cat([place[gold["spans"][:, :1]], gold["spans"][:, 1:]], 1)}
        total = self._span_loss(hidden[known], gold, known) + self._link_loss(hidden[known], gold)
        return WEIGHT * total / len(hidden)

    def _span_loss(self, hidden: Tensor, gold: dict[str, Tensor], known: Tensor) -> Tensor:
        scores = self.spans(hidden)
        window, first, last, kind = gold["spans"].T
        wanted = torch.zeros_like(scores)
        wanted[window, kind, first, last] = 1.0
        words, types = gold["words"][known], gold["known"][known]
        counts = (words[:, None, :, None] & words[:, None, None, :] & types[:, :, None, None]).triu()
        return binary_cross_entropy_with_logits(scores, wanted, counts.float(), reduction="sum")

    def _link_loss(self, hidden: Tensor, gold: dict[str, Tensor]) -> Tensor:
        spans = gold["spans"]
        if len(spans) < 2:
            return hidden.new_zeros((), dtype=torch.float32)
        order = torch.argsort((spans[:, 0] * 1000 + spans[:, 1]) * 1000 - spans[:, 2])  # a whole before its parts
        spans, entity, document = spans[order], gold["entity"][order], gold["document"][order]
        asks, answers, fresh = self.links(hidden, spans)
        at = torch.arange(len(spans), device=hidden.device)
        back = at[:, None] - at[None, :]
        scores = asks @ answers.T / LINK**0.5 + self.near(bucket(back.clamp(min=1)))[:, :, 0].float()
        open_ = (back > 0) & (back <= LEARNED) & (document[:, None] == document[None, :])
        scores = torch.cat([fresh[:, None], torch.where(open_, scores, BARRED)], 1)
        same = open_ & (entity[:, None] == entity[None, :])
        right = torch.cat([~same.any(1, keepdim=True), same], 1)
        return (scores.logsumexp(1) - torch.where(right, scores, BARRED).logsumexp(1)).sum()


@torch.no_grad()
def soften(heads: list[Head], hidden: list[Tensor], words: Tensor) -> list[dict[str, Any]]:
    """What a network says of each window, as decoding takes it; vectors of several can't be put together.

    Raises:
        ValueError: there are several.
    """
    [head], [states] = heads, hidden
    scores = head.spans(states)
    scores = torch.where(words[:, None, :, None] & words[:, None, None, :], scores, BARRED)
    found = torch.nonzero(scores > FOUND)
    spans = found[:, [0, 2, 3, 1]]
    odds = scores[tuple(found.T)]
    asks, answers, fresh = head.links(states, spans)
    parts = [p.cpu().numpy() for p in (spans[:, 1:], odds, asks, answers, fresh)]
    owner, near = spans[:, 0].cpu().numpy(), head.near.weight[:, 0].cpu().numpy()
    names = ("spans", "odds", "asks", "answers", "fresh")
    return [dict(zip(names, (p[owner == i] for p in parts), strict=True)) | {"near": near} for i in range(len(states))]


def bucket(back: Tensor) -> Tensor:
    """How far back a mention is, in mentions: 1, 2, 3–4, 5–8 … as the numbers from 0."""
    return torch.log2(back.float()).ceil().long().clamp(max=NEAR - 1)


def export(g: Graph, w: dict[str, np.ndarray], hidden: str) -> dict[str, tuple[str, int, list[Any]]]:
    """Add this head to a graph over ONE window: the spans found, their log odds, questions and answers."""
    types = len(MENTION_TYPES)
    shape = g.weight(np.array([-1, types, SPAN]))
    q = g.op("Reshape", g.linear(hidden, w["begins.weight"], w["begins.bias"]), shape)
    k = g.op("Reshape", g.linear(hidden, w["ends.weight"], w["ends.bias"]), shape)
    q = g.op("Mul", g.op("Transpose", q, perm=[1, 0, 2]), g.weight(np.float32(SPAN**-0.5)))
    scores = g.op("MatMul", q, g.op("Transpose", k, perm=[1, 2, 0]))
    edges = g.op("Transpose", g.float_linear(hidden, w["edges.weight"], w["edges.bias"]), perm=[1, 0])
    begin, end = g.op("Split", edges, outputs=2, axis=0)
    edge = g.op("Add", g.op("Unsqueeze", begin, g.axis(2)), g.op("Unsqueeze", end, g.axis(1)))
    at = g.range(hidden)
    far = g.op("Sub", g.op("Unsqueeze", at, g.axis(0)), g.op("Unsqueeze", at, g.axis(1)))
    far = g.op("Add", g.op("Clip", far, g.weight(np.array(-1)), g.weight(np.array(WIDE))), g.weight(np.array(1)))
    widths = np.concatenate([np.full((1, types), BARRED, np.float32), w["width.weight"]])
    wide = g.op("Transpose", g.op("Gather", g.weight(widths), far), perm=[2, 0, 1])
    scores = g.op("Add", g.op("Add", scores, edge), wide)
    found = g.op("Transpose", g.op("NonZero", g.op("Greater", scores, g.weight(np.float32(FOUND)))), perm=[1, 0])
    odds = g.op("GatherND", scores, found)
    kind, first, last = (g.op("Squeeze", p, g.axis(1)) for p in g.op("Split", found, outputs=3, axis=1))
    mention = g.op(
        "Add",
        g.float_linear(g.op("Gather", hidden, first), w["first.weight"], w["first.bias"]),
        g.float_linear(g.op("Gather", hidden, last), w["last.weight"], w["last.bias"]),
    )
    mention = g.op("Gelu", g.op("Add", mention, g.op("Gather", g.weight(w["kind.weight"]), kind)), domain=MICROSOFT)
    spans = g.op("Concat", *(g.op("Unsqueeze", p, g.axis(1)) for p in (first, last, kind)), axis=1)
    fresh = g.op("Squeeze", g.float_linear(mention, w["fresh.weight"], w["fresh.bias"]), g.axis(1))
    return {
        "spans": (spans, TensorProto.INT64, ["mentions", 3]),
        "odds": (odds, TensorProto.FLOAT, ["mentions"]),
        "asks": (g.float_linear(mention, w["asks.weight"], w["asks.bias"]), TensorProto.FLOAT, ["mentions", LINK]),
        "answers": (
            g.float_linear(mention, w["answers.weight"], w["answers.bias"]), TensorProto.FLOAT, ["mentions", LINK],
        ),
        "fresh": (fresh, TensorProto.FLOAT, ["mentions"]),
        "near": (g.weight(w["near.weight"][:, 0]), TensorProto.FLOAT, [NEAR]),
    }  # fmt: skip
