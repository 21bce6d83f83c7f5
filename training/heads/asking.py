"""How an anchor asks every word of its window what part it plays: the same for cues and for triggers.

A head that asks has ``asks``, ``answers``, ``distance`` and ``judge``, which compare anchor and word through a hidden
layer, and ``asks_each``, ``answers_each``, which compare them once for each role.
"""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from training.graph import MICROSOFT, Graph


def covered(spans: list[tuple[int, int]], words: np.ndarray) -> np.ndarray:
    """Which words share a character with one of the spans."""
    hit = np.zeros(len(words), dtype=bool)
    for s, e in spans:
        hit |= (words[:, 0] < e) & (words[:, 1] > s)
    return hit


def ask(head: nn.Module, hidden: Tensor, window: Tensor, anchor: Tensor) -> Tensor:
    """Ask every word of its window for each anchor; scores (anchors, words, roles)."""
    at, n = hidden[window, anchor], hidden.shape[1]
    wide, roles, far = head.judge.in_features // 2, head.judge.out_features, head.distance.num_embeddings // 2
    away = (torch.arange(n, device=hidden.device)[None, :] - anchor[:, None]).clamp(-far, far) + far
    pair = gelu(head.asks(at)[:, None, :] + head.answers(hidden)[window] + head.distance(away))
    q = head.asks_each(at).reshape(-1, 1, roles, wide)
    k = head.answers_each(hidden).reshape(*hidden.shape[:2], roles, wide)[window]
    return (head.judge(pair) + (q * k).sum(-1) / wide**0.5).float()


def export(g: Graph, w: dict[str, np.ndarray], hidden: str, anchors: str, at: str) -> str:
    """Add the asking to a graph over ONE window; at: the anchors' vectors. Returns the scores' node."""
    roles, wide = w["judge.weight"].shape[0], w["judge.weight"].shape[1] // 2
    reach = g.weight(np.array(len(w["distance.weight"]) // 2))
    least = g.weight(np.array(-(len(w["distance.weight"]) // 2)))
    far = g.op("Sub", g.op("Unsqueeze", g.range(hidden), g.axis(0)), g.op("Unsqueeze", anchors, g.axis(1)))
    far = g.op("Add", g.op("Clip", far, least, reach), reach)
    asks = g.op("Unsqueeze", g.float_linear(at, w["asks.weight"], w["asks.bias"]), g.axis(1))
    answers = g.op("Unsqueeze", g.float_linear(hidden, w["answers.weight"], w["answers.bias"]), g.axis(0))
    pair = g.op("Add", g.op("Add", asks, answers), g.op("Gather", g.weight(w["distance.weight"]), far))
    scores = g.float_linear(g.op("Gelu", pair, domain=MICROSOFT), w["judge.weight"], w["judge.bias"])
    each = g.weight(np.array([-1, roles, wide]))
    q = g.op("Reshape", g.float_linear(at, w["asks_each.weight"], w["asks_each.bias"]), each)
    k = g.op("Reshape", g.float_linear(hidden, w["answers_each.weight"], w["answers_each.bias"]), each)
    both = g.op("MatMul", g.op("Transpose", q, perm=[1, 0, 2]), g.op("Transpose", k, perm=[1, 2, 0]))
    both = g.op("Mul", g.op("Transpose", both, perm=[1, 2, 0]), g.weight(np.float32(wide**-0.5)))
    return str(g.op("Add", scores, both))
