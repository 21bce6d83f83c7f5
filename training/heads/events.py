"""The event head: which words name an event of which type, how sure it is, and who does it to whom, where and when.

Words are tagged with PLOVER's types. Every word that may begin a trigger then asks each word of the window whether it
is its actor, its recipient, its place or its time, as a cue asks for its source. How certain an event is, every word
says for itself, so that events outside PLOVER teach it as well (UDS It-Happened 2).

A sentence of which only the parties and the type are known teaches both without its trigger: whichever words the head
believes in must add up to that type between those parties (multiple instance learning, as in Dietterich et al. 1997).
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from onnx import TensorProto
from torch import Tensor, nn
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    cross_entropy,
    huber_loss,
    log_softmax,
    logsigmoid,
)  # fmt: skip

from firsthand.plover import CONTEXTS
from firsthand.scores import EVENT_MODES, EVENT_ROLES, EVENT_TAGS, TYPES
from firsthand.tagger.windows import Input
from firsthand.types import Factuality
from training.documents import Document, Happening
from training.graph import MICROSOFT, Graph
from training.heads import asking
from training.heads.asking import covered

NAME = "events"
IGNORE = -100
BARRED = -1e4
ASKED = 128  # width in which a trigger is described
PAIR = 64  # width in which a trigger and a word are compared
FAR = 96  # distances between trigger and word are told apart up to here
ASK = 0.1  # a trigger is worth asking when its first word has this probability
INSIDE = EVENT_TAGS.index("I")
FACTUALITIES = tuple(Factuality)
WEIGHT = 0.5  # of this loss beside the attribution's
SURE = 0.3  # weight of one certainty


@dataclass
class Targets:
    """What is known of one window.

    tags: (words,) event tags; anchors: (events,) first words of triggers; modes, factuality: (events,);
    contexts: (events, contexts); roles: (events, words, roles); sure: (known, 2) word and certainty;
    pairs: for each the words of its source and of its target, and its types.
    """

    tags: np.ndarray
    anchors: np.ndarray
    modes: np.ndarray
    factuality: np.ndarray
    contexts: np.ndarray
    roles: np.ndarray
    sure: np.ndarray
    pairs: list[tuple[np.ndarray, np.ndarray, np.ndarray]]


def targets(document: Document, window: Input) -> Targets:
    """What the document's gold says of one window."""
    words = window.words
    tags = np.full(len(words), 0 if document.told else IGNORE, dtype=np.int64)
    seen: list[tuple[int, Happening]] = []
    for event in document.happenings:
        hit = covered([event.trigger], words)
        if hit.any():
            first = int(hit.argmax())
            tags[hit] = INSIDE
            tags[first] = EVENT_TAGS.index(event.type)
            seen.append((first, event))
    sure = [(int(covered([(s, e)], words).argmax()), v) for s, e, v in document.sure if covered([(s, e)], words).any()]
    pairs = [(covered([p.source], words), covered([p.target], words), np.isin(TYPES, p.types)) for p in document.pairs]
    events = [e for _, e in seen]
    roles = [np.stack([covered(e.roles.get(r, []), words) for r in EVENT_ROLES], 1) for e in events]
    return Targets(
        tags,
        np.array([first for first, _ in seen], dtype=np.int64),
        np.array([EVENT_MODES.index(e.mode or "") for e in events], dtype=np.int64),
        np.array([FACTUALITIES.index(Factuality(e.factuality)) for e in events], dtype=np.int64),
        np.array([[c in e.contexts for c in CONTEXTS] for e in events], dtype=np.float32).reshape(-1, len(CONTEXTS)),
        np.array(roles, dtype=np.float32).reshape(-1, len(words), len(EVENT_ROLES)),
        np.array(sure, dtype=np.float32).reshape(-1, 2),
        [p for p in pairs if p[0].any() and p[1].any()],
    )


def collate(rows: list[Targets], words: Tensor) -> dict[str, Tensor]:
    """Put windows together; anchors (events, 2) as window and word, certainties (known, 3), pairs by window."""
    width = words.shape[1]

    def wide(mask: np.ndarray) -> np.ndarray:
        return np.pad(mask, (0, width - len(mask)))

    def joined(name: str) -> Tensor:
        return torch.as_tensor(np.concatenate([getattr(r, name) for r in rows]))

    sure = [(i, *one) for i, r in enumerate(rows) for one in r.sure.tolist()]
    pairs = [(i, *p) for i, r in enumerate(rows) for p in r.pairs]
    sides = np.array([[wide(source), wide(target)] for _, source, target, _ in pairs], dtype=np.float32)
    return {
        "tags": torch.stack(
            [torch.as_tensor(np.pad(r.tags, (0, width - len(r.tags)), constant_values=IGNORE)) for r in rows]
        ),
        "anchors": torch.as_tensor([(i, a) for i, r in enumerate(rows) for a in r.anchors]).reshape(-1, 2).long(),
        "modes": joined("modes"),
        "factuality": joined("factuality"),
        "contexts": joined("contexts"),
        "roles": torch.as_tensor(
            np.concatenate([np.pad(r.roles, ((0, 0), (0, width - r.roles.shape[1]), (0, 0))) for r in rows])
        ),
        "words": words,
        "sure": torch.tensor(sure, dtype=torch.float32).reshape(-1, 3),
        "paired": torch.tensor([i for i, *_ in pairs], dtype=torch.long),
        "sides": torch.as_tensor(sides).reshape(-1, 2, width),
        "types": torch.as_tensor(np.array([p[3] for p in pairs], dtype=bool)).reshape(-1, len(TYPES)),
    }


class Head(nn.Module):
    """Trigger tagger, describer of triggers, and trigger-to-word scorer on top of word vectors of ``width``."""

    def __init__(self, width: int) -> None:
        super().__init__()
        roles = len(EVENT_ROLES)
        self.tagger = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(width, width), nn.GELU(), nn.Linear(width, len(EVENT_TAGS))
        )
        self.sure = nn.Sequential(nn.Dropout(0.1), nn.Linear(width, ASKED), nn.GELU(), nn.Linear(ASKED, 1))
        self.describe = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(width, ASKED), nn.GELU(),
            nn.Linear(ASKED, len(EVENT_MODES) + len(FACTUALITIES) + len(CONTEXTS)),
        )  # fmt: skip
        self.asks = nn.Linear(width, PAIR)
        self.answers = nn.Linear(width, PAIR)
        self.distance = nn.Embedding(2 * FAR + 1, PAIR)
        self.judge = nn.Linear(PAIR, roles)
        self.asks_each = nn.Linear(width, PAIR * roles // 2)
        self.answers_each = nn.Linear(width, PAIR * roles // 2)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.tagger[3].bias.data[0] = 4.0  # few words name an event
        self.judge.bias.data.fill_(-4.0)  # few words take part in one

    def tags(self, hidden: Tensor) -> Tensor:
        """(windows, words, width) to log probabilities (windows, words, event tags)."""
        return log_softmax(self.tagger(hidden).float(), -1)

    def certainty(self, hidden: Tensor) -> Tensor:
        """(…, width) to -3..3."""
        return 3 * torch.tanh(self.sure(hidden)[..., 0].float())

    def described(self, trigger: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Log odds of modes, log probabilities of factualities, log odds of contexts."""
        modes, factuality, contexts = (
            self.describe(trigger).float().split([len(EVENT_MODES), len(FACTUALITIES), len(CONTEXTS)], -1)
        )
        return modes, log_softmax(factuality, -1), contexts

    def roles(self, hidden: Tensor, window: Tensor, anchor: Tensor) -> Tensor:
        """Ask every word of its window for each anchor; log odds (anchors, words, roles)."""
        return asking.ask(self, hidden, window, anchor)

    def loss(self, hidden: Tensor, gold: dict[str, Tensor], share: Tensor) -> Tensor:
        """Per window, the sum over all that is known; ``share`` is one here."""
        total = hidden.new_zeros((), dtype=torch.float32)
        told = (gold["tags"] != IGNORE).any(1)
        if told.any():
            tags = self.tags(hidden[told]).flatten(0, 1)
            total = total + cross_entropy(tags, gold["tags"][told].flatten(), ignore_index=IGNORE, reduction="sum")
        if len(gold["anchors"]):
            total = total + self._anchored(hidden, gold)
        if len(gold["sure"]):
            window, word = gold["sure"][:, :2].long().T
            total = total + SURE * huber_loss(self.certainty(hidden[window, word]), gold["sure"][:, 2], reduction="sum")
        if len(gold["paired"]):
            total = total + self._paired(hidden, gold)
        return WEIGHT * total / len(hidden)

    def _anchored(self, hidden: Tensor, gold: dict[str, Tensor]) -> Tensor:
        window, anchor = gold["anchors"].T
        modes, factuality, contexts = self.described(hidden[window, anchor])
        odds = binary_cross_entropy_with_logits(
            self.roles(hidden, window, anchor),
            gold["roles"],
            gold["words"][window][:, :, None].float(),
            reduction="sum",
        )
        return (
            odds
            + cross_entropy(modes, gold["modes"], reduction="sum")
            + cross_entropy(factuality, gold["factuality"], reduction="sum")
            + binary_cross_entropy_with_logits(contexts, gold["contexts"], reduction="sum") / 4
        )

    def _paired(self, hidden: Tensor, gold: dict[str, Tensor]) -> Tensor:
        """Negative log likelihood of each pair's types, over all words that may name what is done."""
        of, n = gold["paired"], hidden.shape[1]
        window = of[:, None].expand(-1, n).reshape(-1)
        anchor = torch.arange(n, device=hidden.device).repeat(len(of))
        roles = self.roles(hidden, window, anchor).reshape(len(of), n, n, -1)
        weights = gold["sides"] / gold["sides"].sum(2, keepdim=True)
        taken = (logsigmoid(roles[..., :2]) * weights.transpose(1, 2)[:, None]).sum((2, 3))
        scores = self.tags(hidden)[of][:, :, 1 : 1 + len(TYPES)] + taken[:, :, None]
        scores = torch.where(gold["words"][of][:, :, None], scores, BARRED).logsumexp(1)
        return (scores.logsumexp(1) - torch.where(gold["types"], scores, BARRED).logsumexp(1)).sum()


@torch.no_grad()
def soften(heads: list[Head], hidden: list[Tensor], words: Tensor) -> list[dict[str, Any]]:
    """What a network says of each window, as decoding takes it.

    Raises:
        ValueError: there are several.
    """
    [head], [states] = heads, hidden
    tags, certainty = head.tags(states), head.certainty(states)
    begins = tags[..., 1 : 1 + len(TYPES)].logsumexp(-1)
    asked = torch.nonzero((begins > float(np.log(ASK))) & words)
    window, anchor = asked.T
    described = head.described(states[window, anchor])
    parts = [p.cpu().numpy() for p in (anchor, *described, head.roles(states, window, anchor))]
    owner, every, sure = window.cpu().numpy(), tags.cpu().numpy(), certainty.cpu().numpy()
    names = ("anchors", "modes", "factuality", "contexts", "roles")
    out = []
    for i, n in enumerate(words.sum(1).tolist()):
        mine = dict(zip(names, (p[owner == i] for p in parts), strict=True))
        out.append(mine | {"roles": mine["roles"][:, :n], "tags": every[i, :n], "certainty": sure[i, :n]})
    return out


def export(g: Graph, w: dict[str, np.ndarray], hidden: str) -> dict[str, tuple[str, int, list[Any]]]:
    """Add this head to a graph over ONE window: tags, certainty, the choice of anchors, and what is said of them."""
    types, roles = len(TYPES), len(EVENT_ROLES)
    inner = g.op("Gelu", g.linear(hidden, w["tagger.1.weight"], w["tagger.1.bias"]), domain=MICROSOFT)
    tags = g.op("LogSoftmax", g.float_linear(inner, w["tagger.3.weight"], w["tagger.3.bias"]), axis=-1)
    sure = g.op("Gelu", g.linear(hidden, w["sure.1.weight"], w["sure.1.bias"]), domain=MICROSOFT)
    sure = g.op("Tanh", g.op("Squeeze", g.float_linear(sure, w["sure.3.weight"], w["sure.3.bias"]), g.axis(1)))
    sure = g.op("Mul", sure, g.weight(np.float32(3)))
    first = g.op("Slice", tags, g.axis(1), g.axis(1 + types), g.axis(1))
    begins = g.op("ReduceLogSumExp", first, axes=[1], keepdims=0)
    anchors = g.op("NonZero", g.op("Greater", begins, g.weight(np.float32(np.log(ASK)))))
    anchors = g.op("Reshape", anchors, g.weight(np.array([-1])))
    at = g.op("Gather", hidden, anchors)
    told = g.op("Gelu", g.float_linear(at, w["describe.1.weight"], w["describe.1.bias"]), domain=MICROSOFT)
    told = g.float_linear(told, w["describe.3.weight"], w["describe.3.bias"])
    cut = np.cumsum([0, len(EVENT_MODES), len(FACTUALITIES), len(CONTEXTS)])
    modes, factuality, contexts = (
        g.op("Slice", told, g.axis(int(a)), g.axis(int(b)), g.axis(1)) for a, b in pairwise(cut)
    )
    scores = asking.export(g, w, hidden, anchors, at)
    return {
        "event_tags": (tags, TensorProto.FLOAT, ["words", len(EVENT_TAGS)]),
        "certainty": (sure, TensorProto.FLOAT, ["words"]),
        "event_anchors": (anchors, TensorProto.INT64, ["events"]),
        "modes": (modes, TensorProto.FLOAT, ["events", len(EVENT_MODES)]),
        "factuality": (g.op("LogSoftmax", factuality, axis=-1), TensorProto.FLOAT, ["events", len(FACTUALITIES)]),
        "contexts": (contexts, TensorProto.FLOAT, ["events", len(CONTEXTS)]),
        "event_roles": (scores, TensorProto.FLOAT, ["events", "words", roles]),
    }
