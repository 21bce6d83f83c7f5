"""Whole chains: the name of each hand, and all hands between a source and the report."""

import re

from firsthand.phrases import Phrase
from firsthand.sourcing.case import Case
from firsthand.sourcing.nesting import CITED
from firsthand.types import Kind, Reason, Stance

CHAINED = Reason(rule="chained", why="It reached the report through the sources that it stands within.", score=0.8)
LEAKED = re.compile(r"\s(?:seen|obtained|reviewed|published|examined|released|described) (?:by|to|on|in)\b")
WHO = re.compile(r"\s(?:who|that)\b")
QUOTES = " “”\"«»‘'"
FAR_BACK = 100  # references followed to a name; more of them in a row is no report but a repetition
OURS = (("this",), ("our",), ("we",), ("us",))
CREDITED = Reason(rule="credited", why="The report credits another outlet for its text.", score=0.8)


def hand_name(case: Case) -> str | None:
    """Return the name under which a source is a hand for what stands within it; None for the report's own outlet."""
    back: Case | None = case
    for _ in range(FAR_BACK):
        name, back = called(case)
        if back is None:
            return name
        case = back
    return None


def called(case: Case) -> tuple[str | None, Case | None]:
    """Return a source's name as a hand and None, or, where an earlier source has the name, None and that one."""
    press = case.story.press
    if not case.spans.source:
        return None, None
    stands_in = case.same is not None and not case.phrase.part_of and case.phrase.article != "one"
    origin = case.same if stands_in and case.same else first_called(case)
    phrase = origin.phrase
    if case.facts.kind is Kind.OUTLET:
        s, e = case.spans.source[0]
        mention = press.at(s, e)
        name = mention.name if mention else outlet_before(case) or phrase.proper or without_article(phrase)
        if press.is_own(name) and "report" in case.lemmas and phrase.proper:
            return press.own, None
        return (None if press.is_own(name) or phrase.words[:1] in OURS else name), None
    if case.named:
        return case.named, None
    if phrase.name and case.facts.kind is Kind.PERSON:
        return full_name(case, phrase.name), None
    back = case.goes_back
    if back is not None and not case.facts.unnamed and not case.phrase.part_of:
        return None, back if back.order < case.order else None
    if case.facts.kind is Kind.ORGANIZATION:
        return without_article(phrase), None
    return short(phrase), None


def outlet_before(case: Case) -> str | None:
    """Return the outlet that "the paper" goes back to: the nearest one before."""
    back = next((c for c in case.story.earlier(case, 6) if c.facts.kind is Kind.OUTLET and c.spans.source), None)
    press = case.story.press
    mention = press.at(*back.spans.source[0]) if back else None
    if mention is None and case.phrase.article == "the" and not case.phrase.proper:
        mention = next(reversed(press.between(max(0, case.source_at - 1000), case.source_at)), None)
    return mention.name if mention else None


def first_called(case: Case) -> Case:
    """Return the earlier source that "the audit" or "the company" was introduced as, or the case itself."""
    phrase, kind = case.phrase, case.facts.kind
    if phrase.article != "the" or phrase.proper or phrase.rest or len(phrase.words) != 2 or kind is Kind.PERSON:
        return case
    alike = (c for c in case.story.earlier(case) if c.phrase.head == phrase.head and c.facts.kind is kind)
    return next((c for c in alike if c.phrase.article == "one"), case)


def full_name(case: Case, name: str) -> str:
    """Return the fullest form of a person's name in the report."""
    people, low = case.story.press.people, name.lower()
    return name if " " in name else people.get(low) or case.story.press.first_names.get(low, name)


def without_article(phrase: Phrase) -> str:
    """Return a phrase as written, a leading "the" left out."""
    if phrase.owner and phrase.proper and not phrase.head:
        return phrase.proper
    text = short(phrase)
    return text[4:] if text[:4].lower() == "the " and phrase.proper else text


def short(phrase: Phrase) -> str:
    """Return a phrase without what only tells more of it: what follows a comma, "seen by", or "one of …, who".

    "court filings seen by this newspaper" gives "court filings"; "two people who saw the memo" stays whole.
    """
    text = phrase.text.partition(",")[0]
    text = LEAKED.split(text)[0]
    return (WHO.split(text)[0] if phrase.part_of else text).strip(QUOTES)


def holds_off(case: Case) -> bool:
    """Tell whether a source passes nothing on: it asks, declines, or its cue denies what stands inside.

    "Orlo denied that the pilot had warned him" hands no warning on; "Orlo said: the pilot never warned me" does.
    """
    if case.facts.stance is Stance.DENIES:
        return case.facts.reasons["stance"].rule in ("denies_by_cue", "calls_it_false")
    return case.facts.stance is not Stance.ASSERTS


def chain(case: Case, depth: int = 0) -> tuple[str, ...]:
    """Return all hands between a source and the report, nearest the report first."""
    outer = case.within
    if outer is None or depth > 20:
        return case.story.press.credits + tuple(h for h in case.own_hands if h not in case.story.press.credits)
    if holds_off(outer) and case.facts.reasons.get("within") is not CITED:
        return case.own_hands
    above = chain(outer, depth + 1)
    if case.goes_back is outer and not case.phrase.head:
        return above
    name = hand_name(outer)
    return tuple(dict.fromkeys([*above, *([name] if name else []), *case.own_hands]))
