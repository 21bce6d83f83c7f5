"""A tagger without a model, so that everything behind it is tested as it is."""

import re

import numpy as np

from firsthand.scores import CUE_TAGS, LAYERS, ROLE_TAGS, Options, Window

SURE, UNSURE = -0.01, -9.0
CUES = {"said", "denied", "declined", "reported"}


class PlainTagger:
    """Sees one attribution in each sentence with "said" or the like: what stands before says what stands behind."""

    name = "plain 1"
    decoding = Options()

    def tag(self, text: str) -> tuple[Window, ...]:
        """Return the scores, one window a sentence."""
        return tuple(_window(found) for found in re.finditer(r"[^.\n]+", text) if found[0].strip())


def _window(sentence: re.Match[str]) -> Window:
    found = list(re.finditer(r"\w+|[^\w\s]", sentence.string[: sentence.end()]))
    found = [word for word in found if word.start() >= sentence.start()]
    cue_at = [i for i, word in enumerate(found) if word[0] in CUES][:1]
    cue = np.full((len(LAYERS), len(found), len(CUE_TAGS)), UNSURE, np.float32)
    cue[:, :, 0] = SURE
    roles = np.full((len(cue_at), len(found), len(ROLE_TAGS)), UNSURE, np.float32)
    for i in cue_at:
        cue[0, i] = (UNSURE, SURE, UNSURE)
        tags = ["source"] * i + [""] + ["content"] * (len(found) - i - 1)
        for j, role in enumerate(tags):
            begins = j in (0, i + 1)
            roles[0, j, ROLE_TAGS.index(f"{'B' if begins else 'I'}-{role}" if role else "O")] = SURE
    words = np.array([word.span() for word in found], np.int64).reshape(-1, 2)
    return Window(words, cue, np.array(cue_at, np.int64), roles)
