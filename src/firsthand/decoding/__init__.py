"""From the scores of a report's words to spans: its quotations, the mentions of whom and what it speaks, its events.

Pure numpy over the windows of one report, some at a time, so that a text of any length can be decoded while it is
scored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from msgspec.structs import replace

from firsthand.decoding.happenings import happenings
from firsthand.decoding.mentions import Linker
from firsthand.decoding.quotations import quotations
from firsthand.scores import Options, Window
from firsthand.spans import Happening, Mention, Quotation

__all__ = ["Decoded", "decode"]

# Windows decoded at a time: enough that numpy's overhead is shared, few enough that memory stays flat.
TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Decoded:
    """The spans of one report: quotations in the order of their cues, mentions and events in the order of the text."""

    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    happenings: tuple[Happening, ...] = ()


def decode(windows: Iterable[Window], options: Options) -> Decoded:
    """Return the spans of one report from the windows that the tagger scored."""
    said: list[Quotation] = []
    happened: list[Happening] = []
    linker = Linker(options)
    scored = (w for w in windows if len(w.words))
    while group := list(islice(scored, TOGETHER)):
        before = len(said)
        for q in quotations(group, options):
            said.append(q if q.within is None else replace(q, within=q.within + before))
        for window in group:
            linker.add(window)
            happened += happenings(window, options)
    return Decoded(tuple(said), tuple(linker.mentions), tuple(happened))
