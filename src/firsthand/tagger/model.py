"""Loads the model folder and runs it, one window at a time.

A model folder holds ``model.onnx``, ``vocab.txt``, ``model.json`` (see ``Facts``) and ``CARD.md``. Activations are
quantised with one scale a window, so a window's scores depend on nothing but its own text: results are the same
whatever else is read, in whatever order, on however many threads.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np

from firsthand.errors import ModelError
from firsthand.plover import CONTEXTS
from firsthand.scores import (
    CUE_TAGS,
    EVENT_MODES,
    EVENT_ROLES,
    EVENT_TAGS,
    LAYERS,
    MENTION_TYPES,
    ROLE_TAGS,
    Happenings,
    Mentions,
    Options,
    Window,
)
from firsthand.tagger.pieces import WordPieces
from firsthand.tagger.runtime import onnxruntime
from firsthand.tagger.windows import FEATURES, Input, inputs
from firsthand.types import Factuality

SHIPPED = Path(__file__).parent.parent / "models" / "en"
LABELS = {"layers": LAYERS, "cue": CUE_TAGS, "roles": ROLE_TAGS, "mentions": MENTION_TYPES}
EVENT_LABELS = {
    "events": EVENT_TAGS,
    "modes": EVENT_MODES,
    "factuality": tuple(Factuality),
    "contexts": CONTEXTS,
    "event roles": EVENT_ROLES,
}
# Outputs of the graph.
ASKED = ("cue", "anchors", "roles", "spans", "odds", "asks", "answers", "fresh", "near")
EVENTS = ("event_tags", "certainty", "event_anchors", "modes", "factuality", "contexts", "event_roles")


class Facts(msgspec.Struct, frozen=True):
    """What ``model.json`` says of the model.

    Attributes:
        name: name and version, as analyses quote it.
        labels: the tags in the order of the outputs; must be those of the code.
        features: how many word features the model was trained with.
        data: SHA-256 over the training documents.
        decoding: how bold decoding is with this model.
    """

    name: str
    labels: dict[str, tuple[str, ...]]
    features: int
    data: str
    decoding: Options


def read_facts(folder: Path) -> Facts:
    """Read and check ``model.json``.

    Raises:
        ModelError: it is missing or damaged, or the model was made for other labels.
    """
    try:
        facts = msgspec.json.decode((folder / "model.json").read_bytes(), type=Facts)
    except (OSError, msgspec.MsgspecError) as e:
        raise ModelError(f"{folder}: no usable model.json: {e}", "give a folder made by the training command") from e
    if facts.labels not in (LABELS, LABELS | EVENT_LABELS) or facts.features != FEATURES:
        raise ModelError(f"{folder}: made for other labels: {facts.labels}", "use the model of this version")
    return facts


class Tagger:
    """The model, ready to score texts. Safe to share between threads.

    Args:
        folder: a model folder; the shipped model without one.

    Attributes:
        name: name and version of the model.
        decoding: how bold decoding is with this model.
        pieces: its vocabulary.

    Raises:
        ModelError: the folder is incomplete, damaged, or made for another version.
    """

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or SHIPPED
        facts = read_facts(folder)
        self.name = facts.name
        self.decoding = facts.decoding
        self._asked = (*ASKED, *EVENTS) if "events" in facts.labels else ASKED
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # threads read different reports instead
        options.log_severity_level = 3
        # Its own fusion would turn our layer norms into an operator that was measured to be slower.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        try:
            self.pieces = WordPieces(folder / "vocab.txt")
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as e:  # onnxruntime raises classes of its own for each way a file can be bad
            raise ModelError(f"{folder}: can't load the model: {e}", "install firsthand again") from e

    def tag(self, text: str) -> Iterator[Window]:
        """Score a text, window by window in order as they are asked for; none for a text without words."""
        return map(self._run, inputs(text, self.pieces))

    def _run(self, window: Input) -> Window:
        feeds = {"ids": window.ids, "features": window.features, "first": window.first}
        found = [np.asarray(output) for output in self._session.run(self._asked, feeds)]
        cue, anchors, roles, *mentions = found[: len(ASKED)]
        happenings = Happenings(*found[len(ASKED) :]) if len(found) > len(ASKED) else Happenings.none()
        return Window(window.words, cue, anchors, roles, Mentions(*mentions), happenings)
