"""Rules for the hands that a saying went through on its way into the report."""

import re
from collections.abc import Callable
from itertools import pairwise

from firsthand import lexicon
from firsthand.phrases import parse
from firsthand.rules import rule
from firsthand.sourcing.case import Case, cue_words
from firsthand.sourcing.chains import chain, hand_name
from firsthand.sourcing.nearby import WORD, is_source, quoted_by_others
from firsthand.sourcing.nesting import cites
from firsthand.sourcing.press import ADDRESSING, Near
from firsthand.sourcing.references import ORDINALS, singular
from firsthand.types import Kind, Stance

TALK = lexicon.word_set(
    """confirming saying complained leaked remarked emailed acknowledged telephone phone provided column op-ed
    article essay gave given told appearance podcast programme program show comment interviews conversation
    testimony speak talk response answer replied briefing speaking spoke spoken talking talked said confirmed
    comments remarks interview described statement letter wrote email message confided admitted disclosed
    revealed explained post"""
)
RELAYED = lexicon.word_set(
    """consulted polled questioned recorded conducted heard shown gathered surveyed circulated translated verified
    examined cited quoted reported carried posted collected transmitted
    interviewed reached contacted seen obtained reviewed published
    relayed released read leaked aired broadcast asked approached pressed viewed disclosed"""
)
APPROACH = lexicon.word_set("""contacted approached asked reached sought tried called emailed wrote sent""")
REQUEST = lexicon.word_set(
    """request requests question questions call calls emails email message messages attempts attempt inquiries comment
    letters letter"""
)
CONFIDENTIAL = lexicon.word_set(
    """source official insider person aide diplomat friend adviser advisor investigator employee executive officer
    interlocutor associate ally banker clerk staffer negotiator colleague participant"""
)
# What an outlet itself makes: it is not a hand for that, as it is for a memo that it prints.
PRODUCTS = lexicon.word_set("publication article report story piece item")
PRINTS = lexicon.word_set("prints printed publishes published reproduces obtained saw reviewed has reports")
SAYING = lexicon.word_set("say add tell continue explain note insist write go deny want speak")


def hand(case: Case, fits: Callable[[Near], bool]) -> tuple[str, ...] | None:
    """Return the names of the near outlets that fit, the last in the text first; None without any."""
    names = [n.mention.name for n in case.near if fits(n)]
    return tuple(dict.fromkeys(reversed(names))) or None


def beside_cue(case: Case, n: Near) -> bool:
    """Tell whether a mention stands right behind the cue of an assertion, or right before the source."""
    if case.facts.stance in (Stance.ASKS, Stance.DECLINES, Stance.SILENT):
        return False
    behind = case.start <= n.mention.start < case.end + CLOSE
    return behind or 0 < case.source_at - n.mention.end < 3


def told(case: Case, n: Near) -> bool:
    """Tell whether the words before an outlet say that it was told."""
    if n.before[-1:] and n.before[-1] in ADDRESSING:
        return True
    if n.before[-1:] not in (["to"], ["with"]):
        return False
    return bool(TALK & set(n.before[-5:])) or (n.before[-1] == "to" and beside_cue(case, n))


def relayed(case: Case, n: Near) -> bool:
    """Tell whether the words around an outlet say that it passed the source's words on."""
    prints = n.after in PRINTS and any(s <= n.mention.start < e for s, e in case.spans.source)
    return prints or (not n.inside and n.before[-1:] == ["by"] and bool(RELAYED & set(n.before[-4:])))


@rule(0.85)
def told_and_relayed(case: Case) -> tuple[str, ...] | None:
    """The source told one outlet, and another passed it on.

    Takes "told Radio Lumen, as quoted by Baltika Wire"; refuses "told Radio Lumen".
    """
    names = hand(case, lambda n: told(case, n) or relayed(case, n))
    return names if names and len(names) > 1 and any(relayed(case, n) for n in case.near) else None


@rule(0.9)
def told_outlet(case: Case) -> tuple[str, ...] | None:
    """The source told an outlet."""
    return hand(case, lambda n: told(case, n))


@rule(0.9)
def relayed_by_outlet(case: Case) -> tuple[str, ...] | None:
    """An outlet quoted, cited, interviewed or reached the source."""
    return hand(case, lambda n: relayed(case, n))


@rule(0.8)
def said_on_outlet(case: Case) -> tuple[str, ...] | None:
    """The source spoke on an outlet or wrote in one."""

    def fits(n: Near) -> bool:
        written = case.facts.kind is Kind.DOCUMENT and any(s <= n.mention.start < e for s, e in case.spans.source)
        if part_of_next(case, n) or (written and case.phrase.head in PRODUCTS):
            return False
        talked = bool(TALK & {*n.before, *case.words}) or n.owns in ("podcast", "show", "programme", "program")
        if n.before[-1:] == ["of"]:
            return case.phrase.head in ("source", "sources", "interlocutor", "interlocutors") and not case.phrase.name
        return n.before[-1:] in (["on"], ["for"], ["in"]) and (talked or written)

    return hand(case, fits)


def part_of_next(case: Case, n: Near) -> bool:
    """Tell whether an outlet stands in the source of the next attribution ("…, pointing to a publication on Glas")."""
    following = case.story.cases[case.order + 1 : case.order + 2]
    return any(s <= n.mention.start < e for other in following for s, e in other.spans.source)


@rule(0.8)
def interview_of_outlet(case: Case) -> tuple[str, ...] | None:
    """The source spoke in an outlet's interview."""

    def fits(n: Near) -> bool:
        return n.owns in ("interview", "podcast", "correspondent", "reporter") or n.after in ("interview", "podcast")

    return hand(case, fits)


@rule(0.8)
def asked_by_outlet(case: Case) -> tuple[str, ...] | None:
    """An outlet asked, and the source declined or did not answer."""
    if case.facts.stance not in (Stance.DECLINES, Stance.SILENT):
        return None

    def fits(n: Near) -> bool:
        asked = n.owns in REQUEST or n.after in APPROACH or n.after in REQUEST
        return asked or (
            n.before[-1:] in (["from"], ["by"], ["to"], ["of"]) and bool((REQUEST | APPROACH) & set(n.before))
        )

    return hand(case, fits)


@rule(0.75)
def quoted_its_words(case: Case) -> tuple[str, ...] | None:
    """An outlet is the subject that quotes the source as saying it."""
    if not {"quote", "cite"} & set(case.lemmas) or case.words[:1] in (["was"], ["were"]) or case.within or cites(case):
        return None
    return hand(case, lambda n: n.mention.end <= case.start)


@rule(0.65)
def quoted_somewhere(case: Case) -> tuple[str, ...] | None:
    """The source "was quoted as saying" it: in the outlet that the report spoke of last."""
    passive = case.words[:2] in (["was", "quoted"], ["were", "quoted"], ["is", "quoted"], ["are", "quoted"])
    return last_outlet(case) if passive and "by" not in case.words else None


@rule(0.6)
def also_refused(case: Case) -> tuple[str, ...] | None:
    """It refused comment together with another source, which an outlet had asked."""
    if case.facts.stance not in (Stance.DECLINES, Stance.SILENT) or not case.order:
        return None
    before = case.story.cases[case.order - 1]
    joined = " also " in case.story.text[case.source_at : case.end] or "either" in case.content
    return before.own_hands or None if joined and before.facts.stance in (Stance.DECLINES, Stance.SILENT) else None


def told_us(case: Case) -> bool:
    """Tell whether the words beside a cue are told to the report's own outlet ("told us", "told this newspaper")."""
    words = cue_words(f"{case.cue} {case.after}")
    pairs = pairwise(words)
    own = any(case.story.press.is_own(m.name) for m in case.story.press.between(*case.sentence))
    return own or any(a in (*ADDRESSING, "to") and b in ("us", "me", "our", "this") for a, b in pairs)


@rule(0.8)
def same_source_same_hand(case: Case) -> tuple[str, ...] | None:
    """The same unnamed source, or one of the same group, spoke to that outlet before.

    Takes "One of them said" behind "The Herald reported, citing two clerks"; refuses it where the two clerks had
    spoken to the report's own outlet.
    """
    back = case.same
    if back is None or told_us(case):
        return None
    if back.own_hands or case.within is not None:
        return back.own_hands or None
    outer = back.within
    return chain(back) if outer is not None and outer.facts.kind is Kind.OUTLET and cites(back) else None


@rule(0.7)
def same_document_same_hand(case: Case) -> tuple[str, ...] | None:
    """The same document came through that outlet before.

    Takes "The report gives no date" behind "a police report seen by the Herald"; refuses "A report".
    """
    phrase = case.phrase
    if case.facts.kind is not Kind.DOCUMENT or phrase.article != "the" or case.within is not None:
        return None
    alike = (c for c in case.story.earlier(case, 12) if c.facts.kind is Kind.DOCUMENT and c.phrase.head == phrase.head)
    back = next(alike, None)
    return back.own_hands or None if back else None


@rule(0.6)
def goes_on_speaking(case: Case) -> tuple[str, ...] | None:
    """The same person goes on speaking, and spoke to that outlet just before."""
    if case.within is not None or case.facts.kind is not Kind.PERSON:
        return None
    back = case.goes_back or last_of_name(case)
    far = back is None or back.within is not None or case.source_at - back.end > FAR
    spoken = not case.phrase.head or bool(SAYING & set(case.lemmas))
    spoken = spoken if case.goes_back else bool(SAYING & set(case.lemmas))
    refused = back is not None and back.facts.stance in (Stance.DECLINES, Stance.SILENT)
    if back is None or far or refused or not spoken or told_us(case):
        return None
    return back.own_hands or None


def one_more(case: Case, before: Case) -> bool:
    """Tell whether an unnamed source is of those who speak in confidence, or one more of those who spoke before."""
    if case.phrase.article == "the" and case.phrase.words[1:2] not in (
        ("other",),
        ("second",),
        ("third",),
        ("fourth",),
    ):
        return False
    on_record = before.facts.kind is Kind.PERSON and not before.facts.unnamed
    if singular(case.phrase.head) in CONFIDENTIAL and not on_record:
        return True
    group = before.facts.unnamed and before.facts.kind is Kind.PERSON
    counted = case.phrase.words[:1] in (("one",), ("another",)) or any(w in ORDINALS for w in case.phrase.words[:2])
    return group and (counted or case.phrase.part_of is not None)


@rule(0.5)
def beside_a_relay(case: Case) -> tuple[str, ...] | None:
    """An unnamed official, insider or source comes right behind what an outlet was told, in the same paragraph.

    Takes "Six clerks told the Herald … Another remembered …"; refuses "A neighbour remembered …" and a new paragraph.
    """
    if case.within is not None or case.facts.kind is not Kind.PERSON or not case.facts.unnamed or not case.order:
        return None
    before = next((c for c in case.story.earlier(case, 4) if c.within is None), None)
    if before is None or not one_more(case, before):
        return None
    if "\n" in case.story.text[before.end : case.source_at]:
        return None
    if before.facts.kind is Kind.OUTLET and before.spans.source:
        name = hand_name(before)
        return (name,) if name and len(case.phrase.words) > 1 else None
    return before.own_hands or None


@rule(0.75)
def through_somebody(case: Case) -> tuple[str, ...] | None:
    """Somebody read it out, passed it on or spoke for the source.

    Takes "in a letter read out by the speaker" and "said through her lawyer"; refuses "walked through a gate".
    """
    low, high = case.reach
    for m in THROUGH.finditer(case.story.text, low, high):
        if quoted_by_others(case, m.start()):
            continue
        phrase = parse(m[1])
        known = lexicon.sources()
        nouns = known.people | known.offices | known.organizations
        if phrase.head in nouns and not case.story.press.at(m.start(1), m.end(1)):
            return (phrase.name or m[1][: m[1].lower().index(phrase.head) + len(phrase.head)],)
    return None


@rule(0.7)
def told_the_paper(case: Case) -> tuple[str, ...] | None:
    """The source told "the newspaper", which is the outlet that the report spoke of last."""
    if not ADDRESSING.isdisjoint(case.words) or {"tell", "assure", "declare", "confirm"} & set(case.lemmas):
        words = WORD.findall(f"{case.cue} {case.after}")
        named = any(w.lower() in lexicon.outlets().nouns and n[0].isupper() for w, n in pairwise(words))
        words = [w.lower() for w in words]
        pairs = zip(words, words[1:], [*words[2:], ""], strict=False)
        nouns = lexicon.outlets().nouns | {"mag"}
        if not named and any(a == "the" and (b in nouns or (c in nouns and b.endswith("n"))) for a, b, c in pairs):
            return last_outlet(case)
    return None


@rule(0.7)
def asked_by_the_paper(case: Case) -> tuple[str, ...] | None:
    """The source did not answer "the newspaper", which is the outlet that the report spoke of last."""
    if case.facts.stance not in (Stance.DECLINES, Stance.SILENT):
        return None
    words = f"{case.cue} {case.content[:120]} {case.after}".lower()
    return (
        last_outlet(case)
        if re.search(r"\b(?:from|of|by) the (?:newspaper|paper|site|portal|magazine|channel)\b", words)
        else None
    )


def last_outlet(case: Case) -> tuple[str, ...] | None:
    """Return the outlet that was mentioned last before a cue; None where it is the report's own, or there is none."""
    press = case.story.press
    before = [m for m in press.between(max(0, case.start - 3000), case.start) if not is_source(case, m)]
    return None if not before or press.is_own(before[-1].name) else (before[-1].name,)


def last_of_name(case: Case) -> Case | None:
    """Return one of the two attributions before whose source bears the same name."""
    name = (case.phrase.name or "").split()[-1:]
    return next((c for c in case.story.earlier(case, 2) if name and (c.phrase.name or "").split()[-1:] == name), None)


THROUGH = re.compile(
    r"\b(?:(?:read out|read aloud|relayed|conveyed|passed on) by|through) "
    r"((?:the|an?|his|her|its|their) [\w’'-]+(?: [\w’'-]+){0,3}(?:, (?:[A-Z][\w’'-]+ ?){2,3})?)"
)
FAR = 700
CLOSE = 22
HANDS = (
    told_and_relayed,
    relayed_by_outlet,
    told_outlet,
    interview_of_outlet,
    said_on_outlet,
    asked_by_outlet,
    quoted_its_words,
    quoted_somewhere,
    told_the_paper,
    through_somebody,
    asked_by_the_paper,
    also_refused,
    same_source_same_hand,
    same_document_same_hand,
    goes_on_speaking,
    beside_a_relay,
)
