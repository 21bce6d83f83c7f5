"""From scores to mentions: the likeliest spans that do not cross, and which earlier ones each may repeat."""

import numpy as np

from firsthand.scores import MENTION_TYPES, Floats, Ints, Options, Window
from firsthand.spans import Link, Mention

BACK = 150  # earlier mentions that one is compared with: some three hundred words
KEPT = 3  # antecedents kept for each mention
LEAST = 0.05  # probability of an antecedent that is kept


def compatible(spans: Ints, odds: Floats) -> Ints:
    """Return the numbers of the likeliest spans of which none cross and none are equal, in the order of the text.

    spans: (n, 2 or more) first and last word; odds: (n,). A whole comes before its parts.
    """
    kept: list[int] = []
    for i in np.argsort(-odds, kind="stable").tolist():
        first, last = spans[i, 0], spans[i, 1]
        a, b = spans[kept, 0], spans[kept, 1]
        crosses = ((a < first) & (first <= b) & (b < last)) | ((first < a) & (a <= last) & (last < b))
        if not (crosses | ((a == first) & (b == last))).any():
            kept.append(i)
    return np.array(sorted(kept, key=lambda i: (spans[i, 0], -spans[i, 1])), dtype=np.int64)


class Linker:
    """Collects the mentions of a report window by window, and links each to those before it.

    Attributes:
        mentions: in the order of the text, a whole before its parts.
    """

    def __init__(self, options: Options) -> None:
        self.mentions: list[Mention] = []
        self._options = options
        self._answers: Floats | None = None

    def add(self, window: Window) -> None:
        """Take the next window."""
        scores = window.mentions
        sure = np.flatnonzero(scores.odds > -self._options.mention)
        sure = sure[compatible(scores.spans[sure], scores.odds[sure])]
        if not len(sure):
            return
        answers = scores.answers[sure]
        known = answers if self._answers is None else np.concatenate([self._answers, answers])
        old, base = len(known) - len(sure), len(self.mentions) - (len(known) - len(sure))
        chances = self._chances(window, sure, known, old)
        for n, i in enumerate(sure.tolist()):
            first, last, kind = scores.spans[i].tolist()
            best = np.argsort(-chances[n, 1 : old + n + 1], kind="stable")[:KEPT].tolist()
            links = tuple(
                Link(base + j, round(float(chances[n, 1 + j]), 4)) for j in best if chances[n, 1 + j] >= LEAST
            )
            span = (int(window.words[first, 0]), int(window.words[last, 1]))
            score = round(float(1 / (1 + np.exp(-scores.odds[i]))), 4)
            self.mentions.append(Mention(span=span, type=MENTION_TYPES[kind], score=score, links=links))
        self._answers = known[-BACK:]

    def _chances(self, window: Window, sure: Ints, known: Floats, old: int) -> Floats:
        """(mentions, 1 + known) probabilities: first that a mention is new, then that it repeats each earlier one."""
        scores = window.mentions
        asks = scores.asks[sure] / np.float32(known.shape[1] ** 0.5)
        back = (old + np.arange(len(sure)))[:, None] - np.arange(len(known))[None, :]
        step = np.minimum(np.ceil(np.log2(np.maximum(back, 1))).astype(np.int64), len(scores.near) - 1)
        odds = asks @ known.T + scores.near[step]
        odds = np.where((back > 0) & (back <= BACK), odds, np.float32(-1e4))
        odds = np.concatenate([scores.fresh[sure][:, None], odds], 1)
        odds = np.exp(odds - odds.max(1, keepdims=True))
        return np.asarray(odds / odds.sum(1, keepdims=True), dtype=np.float32)
