"""Rules for what a source does with the content: assert, deny, decline, keep silent, ask."""

import re

from firsthand import lexicon
from firsthand.rules import rule
from firsthand.sourcing.case import Case
from firsthand.sourcing.nesting import cites
from firsthand.types import Kind, Stance

NOT = frozenset(("not", "never", "no", "neither", "nor", "without"))
MODALS = frozenset(("would", "will", "could", "can", "should", "does", "do", "cannot"))
NOBODY = (("none",), ("neither",), ("nobody",), ("no",))
KNOWS = lexicon.word_set("know see decide say tell reveal determine discuss confirm specify disclose explain examine")
SELF = frozenset(("i", "we", "he", "she", "it", "they"))
BE_DO = frozenset(("was", "were", "am", "is", "are", "did", "do", "does", "had", "have", "has"))
TO = re.compile(r"(?:not |never )?to [“\"'‘«]?(?!me\b|us\b|the\b|a\b|his\b|her\b|date\b)[a-z]+")
DIRECTIVES = frozenset(("tell", "order", "warn", "advise", "remind", "caution", "call", "shout", "signal", "instruct"))
DEAD_ENDS = ("could not be reached", "not be reached", "unanswered", "went to voicemail", "voicemail", "unsuccessful")
FALSE_WORDS = lexicon.word_set(
    """fabricated misleading inaccurate disinformation propaganda fantasy laughable preposterous false lie lies fake
    untrue nonsense baseless groundless unfounded invention hoax fabrication fiction absurd ridiculous rubbish
    fairy fantasies cherry-picked distortion distorted concocted slander smear misunderstanding wrong"""
)
TO_DO = re.compile(r"\bto [“\"'‘«]?(?!be\b|the\b|a\b|his\b|her\b)[a-z]+")
LABELS = lexicon.word_set("""call dismiss describe brand label term deem blast slam decry calling""")
REPORTED = lexicon.word_set(
    """chronology assertion assertions reporting claim claims allegation allegations accusation accusations report
    reports account charge charges suggestion suggestions story version rumours rumors rumour rumor speculation"""
)
FILLERS = frozenset(("that", "as", "you", "can", "see", "repeat", "well", "and", "but", "no"))
QUESTION = re.compile(r"[^.!?;]*[^.!?;\s][?!]*\?[”\"'’»]*\s*")


def negated(case: Case) -> int:
    """Return where a negation stands in the cue's words, 0 where the source is "none of …", -1 without one."""
    if case.phrase.words[:1] in NOBODY:
        return 0
    return next((i for i, w in enumerate(case.words) if w in NOT), -1)


def has(case: Case, section: lexicon.Words) -> bool:
    """Tell whether a phrase of a section stands in the cue."""
    return lexicon.phrase_in(case.lemmas, section) is not None


def wide_lemmas(case: Case) -> list[str]:
    """Return the cue's words with those that follow: a verb's object or particle often stands in the content."""
    follow = case.content_words[:4] if case.spans.content and case.spans.content[0][0] >= case.end else []
    return case.lemmas + [lexicon.lemma(w) for w in follow]


@rule(0.9)
def cannot_be_reached(case: Case) -> Stance | None:
    """The source could not be reached, or what was sent went unanswered."""
    text = f"{case.cue} {case.content[:80]}".lower()
    if any(end in text for end in DEAD_ENDS):
        return Stance.SILENT
    found = {"reach", "contact", "trace", "find", "locate", "available", "reachable"} & set(wide_lemmas(case)[:8])
    return Stance.SILENT if found and (negated(case) >= 0 or "unable" in case.words) else None


@rule(0.9)
def refuses_comment(case: Case) -> Stance | None:
    """The source declines or refuses to comment, answer or confirm."""
    cues = lexicon.cues()
    words = wide_lemmas(case) if {"refer", "direct"} & set(case.lemmas) else case.lemmas
    found = lexicon.phrase_in(words, cues.declines)
    return None if found is None or "not decline" in " ".join(case.lemmas) else Stance.DECLINES


@rule(0.85)
def neither_confirms(case: Case) -> Stance | None:
    """The source neither confirms nor denies, or will not answer."""
    at = negated(case)
    if at < 0 or case.facts.kind is Kind.DOCUMENT:
        return None
    cues = lexicon.cues()
    if {"want", "wish"} & set(case.lemmas[at:]) and {*case.lemmas, *case.content_words[:4]} & (
        cues.not_declines | {"show", "be", "go"}
    ):
        return Stance.DECLINES
    rest = case.lemmas[at + 1 :] + wide_lemmas(case)[len(case.lemmas) :][:1]
    if lexicon.phrase_in(rest, cues.always_declines) and "has" not in case.words and "have" not in case.words:
        return Stance.DECLINES
    if rest[:1] in (["deny"], ["dispute"], ["rule"]) and "confirm" not in case.lemmas:
        return None
    modal = any(w in MODALS for w in case.words[: at + 1])
    return Stance.DECLINES if modal and lexicon.phrase_in(rest, cues.not_declines) else None


@rule(0.9)
def gives_no_answer(case: Case) -> Stance | None:
    """The source did not answer, or is silent."""
    cues = lexicon.cues()
    if lexicon.phrase_in(case.lemmas, cues.silent):
        return Stance.SILENT
    at = negated(case)
    if at < 0:
        return None
    rest = case.lemmas if case.phrase.words[:1] in NOBODY else case.lemmas[at + 1 :]
    if lexicon.phrase_in(rest, cues.not_silent) or (lexicon.phrase_in(rest, frozenset(("confirm",)))):
        return Stance.SILENT
    return None


@rule(0.8)
def speaks_no_name(case: Case) -> Stance | None:
    """A document gives no answer to a question that the report puts to it."""
    if case.facts.kind is not Kind.DOCUMENT or not case.content_words:
        return None
    return (
        Stance.SILENT
        if case.content_words[0] in ("no", "nothing") and case.lemmas[-1:] in (["give"], ["say"])
        else None
    )


@rule(0.9)
def denies_by_cue(case: Case) -> Stance | None:
    """The cue is a denial or a rejection."""
    found = lexicon.phrase_in(case.lemmas, lexicon.cues().denies)
    if found is None or (negated(case) >= 0 and "not" not in found.split()):
        return None
    return Stance.DENIES


@rule(0.85)
def calls_it_false(case: Case) -> Stance | None:
    """The source calls it false."""
    if not LABELS & set(case.lemmas):
        return None
    if REPORTED & set(case.content_words[:4]):
        return Stance.DENIES
    return Stance.DENIES if FALSE_WORDS & {*case.content_words[:24], *case.words} else None


@rule(0.9)
def asks_by_cue(case: Case) -> Stance | None:
    """The cue is a question, a request, a demand or an order."""
    if 0 <= negated(case) < len(case.words) - 1 or cites(case):
        return None
    if not case.spans.source and case.words[:1] in (["calls"], ["call"]):
        return Stance.ASKS
    return Stance.ASKS if has(case, lexicon.cues().asks) else None


@rule(0.8)
def tells_to(case: Case) -> Stance | None:
    """Somebody is told, ordered or called to do something."""
    if not DIRECTIVES & set(case.lemmas):
        return None
    content = case.content.lstrip("“\"'‘ ")
    heads_to = TO.match(content) or ({"order", "advise", "instruct"} & set(case.lemmas) and TO_DO.search(content[:60]))
    called = "call" in case.lemmas and (content.startswith(("for ", "on ")) or " to " in case.after)
    return Stance.ASKS if heads_to or called or case.cue.endswith((" to", " not to")) else None


@rule(0.75)
def asks_by_want(case: Case) -> Stance | None:
    """The source wants others to do something, or wants to know."""
    if "want" not in case.lemmas or negated(case) >= 0:
        return None
    words = case.content_words
    if words[:2] == ["to", "know"] or "know" in case.words:
        return Stance.ASKS
    return Stance.ASKS if words[:1] not in (["to"], ["out"], ["in"]) else None


@rule(0.75)
def asks_whether(case: Case) -> Stance | None:
    """What is said is a question in indirect speech.

    Takes "pressed on whether he knew" and "doubts whether it holds"; refuses "did not say whether he knew".
    """
    opens = case.content_words[:1] == ["whether"] or case.content_words[:2] == ["on", "whether"]
    return Stance.ASKS if opens and negated(case) < 0 and not KNOWS & set(case.lemmas) else None


@rule(0.8)
def asks_to_stay_unnamed(case: Case) -> Stance | None:
    """The source wants to stay unnamed. Takes "preferred not to be named"; refuses "preferred not to comment"."""
    words = {*case.words, *case.content_words[:8]}
    prefers = {"prefer", "prefers", "preferred"} & set(case.words)
    return Stance.ASKS if prefers and words & {"named", "name", "identified", "anonymous"} else None


@rule(0.7)
def asks_in_words(case: Case) -> Stance | None:
    """What is said is a question and nothing else."""
    content = case.content.strip()
    if len(case.spans.content) > 1 and "?" not in case.story.slice(case.spans.content[:1]):
        return None
    asked = content.rstrip("”\"'’» ").endswith("?") and len(content) < 400 and QUESTION.fullmatch(content)
    return Stance.ASKS if asked else None


@rule(0.85)
def pleads(case: Case) -> Stance | None:
    """The source pleads or says not guilty."""
    return Stance.DENIES if case.content_words[:2] == ["not", "guilty"] or "not guilty" in case.cue.lower() else None


@rule(0.8)
def refuses_in_words(case: Case) -> Stance | None:
    """What is said amounts to no comment."""
    if case.facts.kind not in (Kind.PERSON, Kind.ORGANIZATION, None):
        return None
    found = lexicon.phrase_in(case.content_words[:30], lexicon.cues().content_declines, 5)
    return Stance.DECLINES if found else None


@rule(0.75)
def never_comments(case: Case) -> Stance | None:
    """The source says that it does not comment, as a rule."""
    words = [w for w in case.content_words[:12] if w not in FILLERS]
    if words[:1] and words[0] in SELF and "never" in words[1:2]:
        words.insert(1, "do")
    policy = len(words) > 3 and words[0] in SELF and words[1] in MODALS and words[2] in ("not", "never")
    verbs = lexicon.cues().not_declines | {"make", "respond", "give", "keep", "discuss"}
    return Stance.DECLINES if policy and lexicon.lemma(words[3]) in verbs else None


@rule(0.75)
def calls_false_in_words(case: Case) -> Stance | None:
    """What is said calls something reported false or says that it did not happen."""
    if case.facts.kind not in (Kind.PERSON, Kind.ORGANIZATION):
        return None
    return Stance.DENIES if lexicon.phrase_in(case.content_words[:30], lexicon.cues().content_denies, 5) else None


@rule(0.6)
def denies_with_no(case: Case) -> Stance | None:
    """What is said begins with "nobody" or "no", and the report has told of it before.

    Takes "Nobody was harassed" behind a report of harassment; refuses "No ship left" where no ship was spoken of.
    """
    words = [w for w in case.content_words[:8] if w not in FILLERS or w == "no"]
    if case.facts.kind not in (Kind.PERSON, Kind.ORGANIZATION) or words[:1] not in (["no"], ["nobody"]):
        return None
    first = min(case.start, case.spans.content[0][0])
    told = case.story.text[max(0, first - 6000) : first].lower()
    tellers = [w for w in words[1:] if len(w) > 5]
    return Stance.DENIES if any(w[:6] in told for w in tellers) else None


@rule(0.55)
def denies_for_oneself(case: Case) -> Stance | None:
    """The source says that he, she or it did not do or is not what was reported."""
    if case.facts.kind not in (Kind.PERSON, Kind.ORGANIZATION) or case.facts.unnamed:
        return None
    words = [w for w in case.content_words[:14] if w not in FILLERS]
    own = SELF - ({"it", "they"} if case.facts.kind is Kind.PERSON else {"i", "he", "she"})
    triples = list(zip(words[:2], words[1:3], words[2:4], strict=False))
    passive = len(words) > 3 and lexicon.lemma(words[3]) in ("tell", "inform", "ask", "pay", "accuse")
    fits = any(a in own and b in BE_DO and c in ("not", "never") for a, b, c in triples) and not passive
    return Stance.DENIES if fits else None


@rule(0.5)
def denies_what_was_told(case: Case) -> Stance | None:
    """The source says that there was no such thing, and the report has told of it before."""
    if case.facts.kind is not Kind.PERSON:
        return None
    words = case.content_words[:7]
    for a, b, c, d in zip(words, words[1:], words[2:], words[3:], strict=False):
        if a == "there" and b in BE_DO and c == "no":
            first = min(case.start, case.spans.content[0][0])
            told = case.story.text[max(0, first - 6000) : first].lower()
            return Stance.DENIES if d in told else None
    return None


@rule(0.9)
def asserts(case: Case) -> Stance | None:
    """Nothing in the cue or the content denies, declines or asks."""
    return Stance.ASSERTS


STANCES = (
    cannot_be_reached,
    pleads,
    neither_confirms,
    refuses_comment,
    gives_no_answer,
    speaks_no_name,
    tells_to,
    denies_by_cue,
    calls_it_false,
    asks_by_cue,
    asks_by_want,
    asks_whether,
    asks_to_stay_unnamed,
    asks_in_words,
    refuses_in_words,
    never_comments,
    calls_false_in_words,
    denies_with_no,
    denies_for_oneself,
    denies_what_was_told,
    asserts,
)
