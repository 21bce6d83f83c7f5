"""Which attribution stands within which: containment comes from decoding, citing is found here."""

from firsthand import lexicon
from firsthand.sourcing.case import Case
from firsthand.types import Kind, Reason, Spans

CONTAINED = Reason(rule="contained", why="It stands inside what the other source says.", score=0.9)
CITED = Reason(rule="cited", why="The other source cites this one for what it says.", score=0.9)
DEEPER = Reason(rule="cited_inside", why="It stands inside what a cited source says.", score=0.8)


def cites(case: Case) -> bool:
    """Tell whether a cue names where another source has it from ("citing", "with reference to")."""
    if lexicon.phrase_in(case.lemmas, lexicon.cues().cites) is None:
        return False
    spoken_by = "as" in case.words and any(w.endswith("ing") and w not in ("citing", "quoting") for w in case.words)
    passive = case.words[:1] in (["was"], ["were"], ["is"], ["are"], ["been"]) and "by" not in case.words
    return not spoken_by and not passive


def shared(a: Spans, b: Spans) -> float:
    """Return how much of two contents is common, as a share of the smaller one."""
    common = sum(max(0, min(e, f) - max(s, t)) for s, e in a[:8] for t, f in b[:8])
    smaller = min(sum(e - s for s, e in a), sum(e - s for s, e in b))
    return common / smaller if smaller else 0.0


def citing(case: Case) -> Case | None:
    """Return the attribution whose source cites this one, or None."""
    if not cites(case):
        return None
    others = [c for c in case.neighbours if not cites(c) and c.spans.source != case.spans.source]
    alike = [c for c in others if c.spans.content and shared(c.spans.content, case.spans.content) > 0.5]
    outlets = [c for c in alike if c.facts.kind is Kind.OUTLET]
    if alike:
        return (outlets or [c for c in alike if not inside(c, case)] or alike)[0]
    s, e = case.sentence
    return next((c for c in others if s <= c.start < e and c.facts.kind is Kind.OUTLET), None)


def inside(case: Case, outer: Case) -> bool:
    """Tell whether a case stands inside another by what is known, at any depth."""
    seen = 0
    up: Case | None = case
    while up is not None and seen < 50:
        if up is outer:
            return True
        up, seen = up.within, seen + 1
    return up is not None


def nest(cases: list[Case]) -> None:
    """Settle ``within`` for all cases: break loops, put the cited source within who cites, and its words within it."""
    for case in cases:
        if case.within is not None and inside(case.within, case):
            case.within = None
    cited: dict[int, Case] = {}
    for case in cases:
        host = citing(case)
        if host is not None:
            if inside(host, case):
                host.within = case.within if case.within is not host else None
            if not inside(host, case):
                case.within = host
                case.facts.reasons["within"] = CITED
                cited.setdefault(host.order, case)
    for case in cases:
        if case.within is None:
            continue
        case.facts.reasons.setdefault("within", CONTAINED)
        deeper = cited.get(case.within.order)
        if deeper and deeper is not case and not inside(deeper, case) and not cites(case) and holds(deeper, case):
            case.within = deeper
            case.facts.reasons["within"] = DEEPER


def holds(outer: Case, case: Case) -> bool:
    """Tell whether a case's cue and source stand inside another's content."""
    at = (case.start, case.source_at)
    return all(any(s <= p < e for s, e in outer.spans.content) for p in at)
