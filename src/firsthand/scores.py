"""What the tagger hands to decoding: scores for words, with the characters that each word stands on.

A window is scored on its own. ``cue`` and ``roles`` are log probabilities, so that adding along a path multiplies
probabilities. Every cue that the model thinks possible is an *anchor*: for it, each word of the window has a score
for being part of that cue's source or content. Asking cue by cue is what lets two attributions share a source, and
lets one attribution lie inside another's content.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from firsthand.plover import MODES

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]

# Tags of a word as part of a cue, in both layers: outside, first word, later word.
CUE_TAGS = ("O", "B", "I")
# Layers of cues: those of the report itself, and those that stand inside another attribution's content.
LAYERS = ("outer", "inner")
# Tags of a word, seen from one cue.
ROLE_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
# What a mention can speak of; a thing is all that is none of the others.
MENTION_TYPES = ("person", "organization", "place", "thing")
# Tags of a word as what names an event: outside, first word by PLOVER's type, later word.
TYPES = tuple(MODES)
EVENT_TAGS = ("O", *TYPES, "I")
# All modes of all types; the first is none. Which of them a type may have, PLOVER tells.
EVENT_MODES = ("", *sorted({mode for modes in MODES.values() for mode in modes}))
# Who or what a word is, seen from one event; a word may be several.
EVENT_ROLES = ("actor", "recipient", "place", "time")
# How far back an earlier mention is, in mentions, is told apart in so many steps: 1, 2, 3 to 4, 5 to 8 …
NEAR = 9


@dataclass(frozen=True, slots=True)
class Mentions:
    """The scores of the stretches of words that may speak of somebody or something.

    Whether two of them speak of the same is ``asks[later] @ answers[earlier] / sqrt(width) + near[step]``, in log odds
    beside ``fresh[later]``, that nothing before is meant.

    Attributes:
        spans: (mentions, 3) first word, last word, type.
        odds: (mentions,) log odds that the span is a mention.
        asks, answers: (mentions, width).
        fresh: (mentions,).
        near: (NEAR,) by how far back the earlier mention is.
    """

    spans: Ints
    odds: Floats
    asks: Floats
    answers: Floats
    fresh: Floats
    near: Floats

    @classmethod
    def none(cls) -> "Mentions":
        """Return the scores of a window in which nothing is spoken of."""
        empty, wide = np.zeros(0, np.float32), np.zeros((0, 1), np.float32)
        return cls(np.zeros((0, 3), np.int64), empty, wide, wide, empty, np.zeros(NEAR, np.float32))


@dataclass(frozen=True, slots=True)
class Happenings:
    """The scores of the words that may name an event. Every word that the model thinks possible is an anchor.

    Attributes:
        tags: (words, event tags) log probabilities.
        certainty: (words,) -3, what the word says certainly did not happen, to 3, it certainly did.
        anchors: (anchors,) numbers of the words at which a trigger may begin, ascending.
        modes: (anchors, event modes) log odds, to be compared within a type's own modes and none.
        factuality: (anchors, factualities) log probabilities.
        contexts: (anchors, contexts) log odds.
        roles: (anchors, words, event roles) log odds.
    """

    tags: Floats
    certainty: Floats
    anchors: Ints
    modes: Floats
    factuality: Floats
    contexts: Floats
    roles: Floats

    @classmethod
    def none(cls) -> "Happenings":
        """Return the scores of a window in which nothing happens."""
        empty, wide = np.zeros(0, np.float32), np.zeros((0, 1), np.float32)
        return cls(wide, empty, np.zeros(0, np.int64), wide, wide, wide, np.zeros((0, 0, 1), np.float32))


@dataclass(frozen=True, slots=True)
class Window:
    """The scores of one stretch of text.

    Attributes:
        words: (words, 2) character offsets into the report's text, half open.
        cue: (layers, words, cue tags) log probabilities.
        anchors: (anchors,) numbers of the words at which a cue may begin, ascending.
        roles: (anchors, words, role tags) log probabilities.
        mentions: who and what is spoken of.
        happenings: what happens.
    """

    words: Ints
    cue: Floats
    anchors: Ints
    roles: Floats
    mentions: Mentions = field(default_factory=Mentions.none)
    happenings: Happenings = field(default_factory=Happenings.none)


@dataclass(frozen=True, slots=True)
class Options:
    """How bold decoding is; the values that ship were chosen on a held-out part of the training articles.

    Attributes:
        outer, inner: log odds added to every beginning of a cue, by layer; higher finds more.
        content: log odds added to every beginning of a piece of content; negative makes fewer pieces.
        floor: quotations with a lower score are dropped.
        inner_floor: the same for those inside contents.
        shared: of two quotations with one content, the less sure one is dropped below this score.
        mention: log odds added to every mention; higher finds more.
        event: log odds added to every event; higher finds more.
        role: log odds added to every word's part in an event; higher finds more.
    """

    outer: float = 0.0
    inner: float = 0.0
    content: float = 0.0
    floor: float = 0.0
    inner_floor: float = 0.0
    shared: float = 0.0
    mention: float = 0.0
    event: float = 0.0
    role: float = 0.0
