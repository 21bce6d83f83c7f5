"""Finds the occasion on which something was said: an event at which people speak, or a channel words go out through.

"In an interview with NBC", "at a press conference", "by phone" and "in a statement" are occasions. A day, a place
("in London") or a reason ("after the paper published it") is none.
"""

import re
from functools import cache

from firsthand import lexicon
from firsthand.sourcing.case import Case
from firsthand.sourcing.nearby import quoted_by_others
from firsthand.types import Reason, Span

INNER = re.compile(r"\s((?:in|during|at|on|via|over|by|after)\s)", re.IGNORECASE)
TAIL = re.compile(
    r"(?:[ ](?:with|to|on|in|from)[ ]"
    r"(?:(?:this|our) \w+|(?:reporters|journalists|investors|parliament|lawmakers|staff)\b"
    r"|(?:(?:the|a|an|state|his|her) )*(?:[^\W_a-z][\w.&’'-]*[ ]?)+))?"
)
DETERMINER = r"(?:an?|the|his|her|its|their|this|one|another|that)"
CHANNEL = r"(?:tele)?phone|e-?mail|text(?: message)?|letter|fax|radio|satellite phone|video ?link|WhatsApp|Viber|Signal"
PLATFORM = r"X|Twitter|Telegram|Instagram|Facebook|TikTok|Truth Social|Weibo|Bluesky|LinkedIn|YouTube|Threads|VK"


@cache
def occasion_pattern() -> re.Pattern[str]:
    """Compile the pattern of an occasion.

    It is an event at which people speak or a channel through which words go out: a preposition (or "told a") and a
    noun of the lexicon with up to four words before it, "by phone", or "on" and the name of a platform. Names stand
    in it only behind a determiner: "in a Facebook post", and not "in Washington post".
    """
    nouns = "|".join(sorted(map(re.escape, lexicon.outlets().occasions), key=len, reverse=True))
    word = r"(?!(?:that|who|which|what|and|of|it|they|he|she|published|preparing)\b)[^\W_]+(?:[’'-]\w+)*\s"
    beside = r"(?:(?:sidelines|margins|fringes) of )?"
    noun = rf"(?:{beside}(?:{DETERMINER}\s(?:{word}){{0,4}}?|(?:(?=[a-z]){word}){{0,2}}?)(?:{nouns}))"
    prepositions = r"(?:[Ii]n|[Dd]uring|[Aa]t|[Oo]n|[Vv]ia|[Tt]hrough|[Oo]ver)"
    after = rf"[Aa]fter\s{DETERMINER}\s(?:[a-z-]+\s){{0,2}}?(?:visit|meeting|session|summit|briefing|call)"
    by = rf"[Bb]y\s(?:{CHANNEL})"
    told = rf"told\s+(?=an?\s|the\s)(?!the (?:court|radio)\b)({noun})"
    said = rf"({prepositions}\s{noun}|{after}|{by}|[Oo]n\s(?:{PLATFORM}))"
    return re.compile(rf"\b(?:{told}|{said})\b(?![’'-])")


def occasion(case: Case) -> Span | None:
    """Return where the report says that the words were said ("in an interview with NBC"), or None."""
    low, high = case.reach
    text = case.story.text
    for m in occasion_pattern().finditer(text, low, high):
        if quoted_by_others(case, m.start()):
            continue
        tail = TAIL.match(text, m.end(), min(high, m.end() + 80))
        start = m.start(1) if m[1] else m.start(2)
        begin = max((i.start(1) for i in INNER.finditer(text, start, m.end())), default=start)
        return begin, len(text[: tail.end()].rstrip(" ,.\n")) if tail and tail.end() > m.end() else m.end()
    return None


SAID_THERE = Reason(rule="said_there", why="The words beside the cue tell where it was said.", score=0.8)
