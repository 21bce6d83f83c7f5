"""Finds the outlets that are mentioned in the words belonging to one saying."""

import re

import msgspec

from firsthand import lexicon
from firsthand.phrases import DEFINITE
from firsthand.sourcing.case import Case
from firsthand.sourcing.nesting import cites
from firsthand.sourcing.press import Mention, Near
from firsthand.types import Kind, Span, Stance

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[,;]")
SMALL = DEFINITE | frozenset(
    (
        "state",
        "state-run",
        "state-owned",
        "public",
        "local",
        "private",
        "daily",
        "weekly",
        "independent",
        "opposition",
        "online",
        "same",
        "a",
        "an",
    )
)


def region(case: Case) -> Span:
    """Return the stretch of the sentence that belongs to a case: up to the cues and sources of other speakers."""
    low, high = case.sentence
    first, last = min(case.source_at, case.start), max(case.end, case.spans.source[-1][1] if case.spans.source else 0)
    for other in case.neighbours[:5]:
        if other.spans.source == case.spans.source or related(case, other):
            continue
        if other.end <= first:
            low = max(low, other.end)
        at = min(other.start, other.source_at)
        if at >= last:
            high = min(high, at)
    return low, high


def related(case: Case, other: Case) -> bool:
    """Tell whether one of two cases stands within the other."""
    return case.within is other or other.within is case


def quoted_by_others(case: Case, at: int) -> bool:
    """Tell whether a place stands inside the content of the case or of a neighbour that does not enclose it."""
    for other in (case, *case.neighbours[:5]):
        if other is case.within or (case.within and other is case.within.within):
            continue
        if any(s <= at < e for s, e in other.spans.content):
            return True
    return False


def near_outlets(case: Case) -> list[Near]:
    """Return the other outlets that are mentioned in the words belonging to a case."""
    low, high = case.reach
    refused = case.facts.stance in (Stance.DECLINES, Stance.SILENT)
    found = []
    for mention in case.story.press.between(low, high):
        if case.story.press.is_own(mention.name) or is_source(case, mention):
            continue
        inside = refused and holds(case, mention)
        if (quoted_by_others(case, mention.start) and not inside) or someone_else(case, mention):
            continue
        found.append(msgspec.structs.replace(around(case, mention, low), inside=inside))
    return found


def someone_else(case: Case, mention: Mention) -> bool:
    """Tell whether a mention is itself the source of a neighbouring attribution."""
    near = (c for c in case.neighbours[:5] if c.facts.kind is Kind.OUTLET and c.spans.source != case.spans.source)
    return any(s <= mention.start < e for c in near if cites(c) for s, e in c.spans.source)


def holds(case: Case, mention: Mention) -> bool:
    """Tell whether a mention stands in the case's own content."""
    return any(s <= mention.start < e for s, e in case.spans.content)


def is_source(case: Case, mention: Mention) -> bool:
    """Tell whether a mention is the source itself and no part of what describes it."""
    if case.facts.kind is not Kind.OUTLET:
        return False
    return any(s <= mention.start < e for s, e in case.spans.source)


def around(case: Case, mention: Mention, low: int) -> Near:
    """Read the words around a mention."""
    text = case.story.text
    nouns = lexicon.outlets().nouns
    words = [w.lower() for w in WORD.findall(text[max(low, mention.start - 70) : mention.start])]
    while words and (words[-1] in SMALL or words[-1] in nouns or words[-1].endswith(("ian", "ish", "ese"))):
        words.pop()
    tail = text[mention.end : mention.end + 40]
    after = WORD.findall(tail)
    owns = after[1].lower() if tail[:2] in ("’s", "'s") and len(after) > 1 else ""
    return Near(mention, words[-5:], owns, after[0].lower() if after else "")
