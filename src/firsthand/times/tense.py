"""Whether what is told near a time lies behind or ahead: one look at the nearest verb form of its sentence."""

import re

from firsthand.times.values import FUTURE, HABIT, PAST

REACH = 120  # characters on each side
_STOP = re.compile(r"[.;!?](?=\s|[”\"’]|$)|\n\s*\n")
_SIGNAL = re.compile(
    r"""\b(?:
    (?P<future>(?:will|shall)\s+(?:not\s+)?have|(?:will|would|shall|may|might|could|should|must|can)(?!\s(?:have\b|not\shave\b))(?:\s+be\b)?
        |['’]ll\s+have|['’](?:ll|d)\s+(?!have)|going\s+to|(?:is|are|was|were)\s+to
        |(?:starts?|begins?|opens?|resumes?|expires?|ends?|takes?\s(?:place|effect)|arrives?)
            (?=\s+(?:on|in|at|by|this|next)\b|\s+\Z)
        |(?:am|is|are|['’]s|was|were|be|been)?\s?(?:due|set|slated|scheduled|expected|planned|planning|ready|about|bound|
            poised|likely|supposed|meant)\s+(?:to|for|on|in|by|at)\b
        |(?:agree|plan|vow|promise|intend|hope|aim|want|need|prepare|pledge|threaten|wait|decide|invite|ask|
            urge)(?:s|d|ed|n?ing)?\s+to\b
        |(?:is|are)(?=\s+(?:on\s+)?\Z)
        |upcoming|ahead\sof|forthcoming|next|coming)
    |(?P<past>(?<!\bbe\s)(?<!\b(?:been|have)\s)(?:was|were|had|did|has|have|said|told|
        became|began|begun|brought|broke|came|cut|died|drew|fell|felt|flew|found|
        fought|gave|got|grew|held|heard|hit|kept|killed|knew|laid|led|left|lost|made|met|paid|quit|ran|rose|sank|sat|saw|sent|
        shot|shut|slew|sold|spent|spoke|stole|stood|struck|swore|thought|threw|took|went|won|wrote|woke|built|chose|
        forced|taught|sought|caught|bought|dealt|born|since
        |(?!(?:need|feed|speed|seed|indeed|hundred|breed|exceed|succeed|proceed|bleed|weed|embed|united|red|bed|shed)\b)
            [a-z]{2,}ed(?!-)))
    )\b""",
    re.X,
)


_HABIT = re.compile(
    r"""\b(?:usually|typically|normally|generally|regularly|(?:every|each)\s+(?:year|spring|summer|autumn|fall|winter)
    |temperatures?|climate|rainfall|monsoons?|(?:rainy|dry|wet|high|low|peak|tourism|tourist)\s+season
    |(?:is|are)\s+(?:the\s+)?(?:most\s+(?:ideal|popular)|best)|best\s+(?:time|months?))\b""",
    re.X | re.I,
)


_BY = re.compile(r"\bby\s+(?:the\s+)?\Z")
_HAD = re.compile(r"\b(?:had|was|were)\b|[’']d\b")


def tense(text: str, start: int, end: int) -> str | None:
    """Return how the verb form tells that a time expression belongs to: past, future, habit, or None if none is near.

    The last one before it in its sentence counts, then the first one after it. What is due "by April" is ahead. Where
    its sentence tells what is so every year ("it usually snows in March"), that counts before a future: "can" and
    "should" are no dates then.

    Args:
        text: the report's text.
        start: where the expression begins.
        end: where it ends.
    """
    before = text[max(0, start - REACH) : start]
    stops = list(_STOP.finditer(before))
    begin = stops[-1].end() if stops else 0
    stop = _STOP.search(text, end, end + REACH)
    until = stop.start() if stop else end + REACH
    if _BY.search(before, begin) and not _HAD.search(before, begin):
        return FUTURE
    signals = list(_SIGNAL.finditer(before, begin))
    signal = signals[-1] if signals else _SIGNAL.search(text, end, until)
    if signal and signal["past"]:
        return PAST
    if _HABIT.search(before, begin) or _HABIT.search(text, end, until):
        return HABIT
    return FUTURE if signal else None
