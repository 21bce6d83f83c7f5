"""From scores to events: the words that name them, and the words that fill their roles."""

from collections.abc import Iterator

import numpy as np

from firsthand.plover import CONTEXTS, MODES
from firsthand.scores import EVENT_MODES, EVENT_ROLES, EVENT_TAGS, TYPES, Floats, Ints, Options, Window
from firsthand.spans import Happening
from firsthand.types import Factuality, Spans

FACTUALITIES = tuple(Factuality)
INSIDE = EVENT_TAGS.index("I")
# For each type, the numbers of the modes that it may have; the first is none.
OWN_MODES = {t: [0, *(EVENT_MODES.index(mode) for mode in modes)] for t, modes in MODES.items()}


def happenings(window: Window, options: Options) -> Iterator[Happening]:
    """Yield the events of one window, in the order of their triggers."""
    scores = window.happenings
    begins = np.exp(scores.tags[scores.anchors, 1 : 1 + len(TYPES)]) if len(scores.anchors) else np.zeros((0, 1))
    free = 0
    for i, first in enumerate(scores.anchors.tolist()):
        chance = float(begins[i].sum())
        if first < free or chance <= 1 / (1 + np.exp(options.event)):
            continue
        free = _end(scores.tags, first)
        kind = TYPES[int(begins[i].argmax())]
        own = OWN_MODES[kind]
        fillers = {
            role: _runs(scores.roles[i, :, r] > -options.role, window.words) for r, role in enumerate(EVENT_ROLES)
        }
        yield Happening(
            trigger=(int(window.words[first, 0]), int(window.words[free - 1, 1])),
            type=kind,
            mode=EVENT_MODES[own[int(scores.modes[i, own].argmax())]] or None,
            contexts=tuple(CONTEXTS[c] for c in np.argsort(-scores.contexts[i]) if scores.contexts[i, c] > 0),
            factuality=FACTUALITIES[int(scores.factuality[i].argmax())],
            certainty=round(float(scores.certainty[first]), 2),
            score=round(float(begins[i].max()), 4),
            **fillers,
        )


def _end(tags: Floats, first: int) -> int:
    """The number of the word behind a trigger that begins at a word."""
    end = first + 1
    while end < len(tags) and int(tags[end].argmax()) == INSIDE:
        end += 1
    return end


def _runs(hit: np.ndarray, words: Ints) -> Spans:
    """The stretches of words that are hit, as characters."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], hit, [False]]).astype(np.int8)))
    return tuple((int(words[a, 0]), int(words[b - 1, 1])) for a, b in zip(edges[::2], edges[1::2], strict=True))
