"""How well mentions were put together: MUC, B³ and CEAFφ4, and the mean of their F1, the CoNLL score.

A cluster is the set of the mentions that speak of one; a mention is whatever two sides would call the same, such as its
span. The definitions are those of Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions" (ACL 2014):
mentions that one side alone has count as they are. Counts are summed over documents before they are divided. No
mention may stand in two clusters of one side.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Clusters: TypeAlias = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """What was right of what is in the gold, and of what was found; recall, precision and F1 are from 0 to 1."""

    recalled: float = 0.0
    gold: float = 0.0
    precise: float = 0.0
    found: float = 0.0

    def __add__(self, other: "Score") -> "Score":
        """The score over both."""
        return Score(
            self.recalled + other.recalled,
            self.gold + other.gold,
            self.precise + other.precise,
            self.found + other.found,
        )

    @property
    def recall(self) -> float:
        """The share of the gold; 0 of 0 is 0."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """The share of what was found; 0 of 0 is 0."""
        return self.precise / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def muc(gold: Clusters, found: Clusters) -> Score:
    """By links: how many of those that hold each cluster together the other side has too."""
    return Score(*_links(gold, found), *_links(found, gold))


def _links(these: Clusters, others: Clusters) -> tuple[int, int]:
    owner = {mention: i for i, cluster in enumerate(others) for mention in cluster}
    kept = 0
    for cluster in these:
        parts = {owner[m] for m in cluster if m in owner}
        kept += len(cluster) - len(parts) - sum(m not in owner for m in cluster)
    return kept, sum(len(cluster) - 1 for cluster in these)


def b_cubed(gold: Clusters, found: Clusters) -> Score:
    """By mentions: the share of each one's cluster that the other side puts with it."""
    shared = _shared(gold, found)
    recalled = sum(n * n / len(gold[i]) for (i, _), n in shared.items())
    precise = sum(n * n / len(found[j]) for (_, j), n in shared.items())
    return Score(recalled, sum(map(len, gold)), precise, sum(map(len, found)))


def ceaf(gold: Clusters, found: Clusters) -> Score:
    """By clusters: how alike they are when each is matched with one at most of the other side, as well as can be."""
    if not gold or not found:
        return Score(gold=len(gold), found=len(found))
    likeness = np.zeros((len(gold), len(found)))
    for (i, j), n in _shared(gold, found).items():
        likeness[i, j] = 2 * n / (len(gold[i]) + len(found[j]))
    total = best_total(likeness)
    return Score(total, len(gold), total, len(found))


def _shared(gold: Clusters, found: Clusters) -> dict[tuple[int, int], int]:
    """How many mentions a gold cluster and a found one share, where they share any."""
    owner = {mention: j for j, cluster in enumerate(found) for mention in cluster}
    counts: dict[tuple[int, int], int] = {}
    for i, cluster in enumerate(gold):
        for mention in cluster:
            if mention in owner:
                counts[i, owner[mention]] = counts.get((i, owner[mention]), 0) + 1
    return counts


def best_total(likeness: npt.NDArray[np.float64]) -> float:
    """The highest sum of a matrix in which each row and each column is taken once at most.

    The Hungarian method, one shortest augmenting path for each row, over costs 1 - likeness.
    """
    cost = 1 - (likeness if likeness.shape[0] <= likeness.shape[1] else likeness.T)
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    row_of = np.full(columns, -1)
    for row in range(rows):
        _take(row, cost, (row_price, column_price), row_of)
    taken = np.flatnonzero(row_of >= 0)
    return float((1 - cost[row_of[taken], taken]).sum())


def _take(row: int, cost: npt.NDArray[np.float64], prices: tuple[Any, Any], row_of: npt.NDArray[np.int64]) -> None:
    """Give a row a column, moving the rows that are in the way; changes prices (of rows, of columns) and row_of.

    row_of: the row that has each column, -1 for a free one.
    """
    row_price, column_price = prices
    far = np.full(cost.shape[1], np.inf)
    before = np.full(cost.shape[1], -1)
    seen = np.zeros(cost.shape[1], bool)
    here, column, distance = row, -1, 0.0
    while here >= 0:
        through = distance + cost[here] - row_price[here] - column_price
        nearer = ~seen & (through < far)
        far[nearer], before[nearer] = through[nearer], column
        column = int(np.where(seen, np.inf, far).argmin())
        seen[column], distance = True, float(far[column])
        here = int(row_of[column])
    row_price[row] += distance
    passed = np.flatnonzero(seen & (row_of >= 0))
    row_price[row_of[passed]] += distance - far[passed]
    column_price[seen] -= distance - far[seen]
    while column >= 0:
        previous = int(before[column])
        row_of[column] = row_of[previous] if previous >= 0 else row
        column = previous


MEASURES = {"MUC": muc, "B³": b_cubed, "CEAFφ4": ceaf}


def score(documents: Iterable[tuple[Clusters, Clusters]]) -> dict[str, Score]:
    """Each measure over all documents, by its name.

    Args:
        documents: for each the gold clusters and those found.
    """
    totals = dict.fromkeys(MEASURES, Score())
    for gold, found in documents:
        for name, measure in MEASURES.items():
            totals[name] += measure(gold, found)
    return totals


def conll(scores: dict[str, Score]) -> float:
    """The CoNLL score, 0 to 1: the mean of the three F1."""
    return sum(score.f1 for score in scores.values()) / len(scores)
