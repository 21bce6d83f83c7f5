"""From bare spans to facts and chains: the step ``source``."""

from collections.abc import Sequence
from typing import Any

from firsthand.rules import Rule, first
from firsthand.sourcing.case import Case, Story
from firsthand.sourcing.chains import CHAINED, CREDITED, chain
from firsthand.sourcing.forms import FORMS
from firsthand.sourcing.hands import HANDS
from firsthand.sourcing.kinds import KINDS
from firsthand.sourcing.naming import COUNTS, DESCRIPTORS, UNNAMED
from firsthand.sourcing.nearby import near_outlets, region
from firsthand.sourcing.nesting import nest
from firsthand.sourcing.occasions import SAID_THERE, occasion
from firsthand.sourcing.references import REFERENCES, antecedent
from firsthand.sourcing.stances import STANCES
from firsthand.spans import Quotation
from firsthand.types import Attribution, Report


def source(report: Report, quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Derive who the sources are, what they do, and through whose hands their words came.

    Args:
        report: the report as read.
        quotations: the bare spans that decoding found, ``within`` by containment.

    Returns:
        One attribution a quotation, in the order of their cues in the text, ``a1``, ``a2`` …; every derived field
        has its reason. ``actor`` and ``when`` are left to later steps.
    """
    story = Story(report, quotations)
    for step in (who, nest, stands, travels):
        step(story.cases)
    return tuple(map(attribution, story.cases))


def who(cases: list[Case]) -> None:
    """Settle what each source is and what earlier one it goes back to, in the order of the text."""
    for case in cases:
        case.goes_back = decide(case, "same_source", REFERENCES)
        case.named = antecedent(case)
        decide(case, "kind", KINDS)
        decide(case, "unnamed", UNNAMED)
        decide(case, "count", COUNTS)
        if case.facts.count == -1:
            case.facts.count = None
        decide(case, "descriptor", DESCRIPTORS)
        case.same = root(case)
        if case.same is None:
            case.facts.reasons.pop("same_source", None)


def root(case: Case) -> Case | None:
    """Return the first case of the unnamed source that this one goes back to, or None."""
    back = case.goes_back
    if back is None or not case.facts.unnamed or not back.facts.unnamed or back.order >= case.order:
        return None
    first_one = back.same
    alike = first_one is not None and first_one.phrase.plural == back.phrase.plural
    return first_one if alike and not case.phrase.part_of else back


def stands(cases: list[Case]) -> None:
    """Settle the stance of each source."""
    for case in cases:
        decide(case, "stance", STANCES)


def travels(cases: list[Case]) -> None:
    """Settle the occasion and the hands of each saying: those beside it first, then whole chains."""
    for case in cases:
        case.reach = region(case)
        case.near = near_outlets(case)
        case.own_hands = decide(case, "via", HANDS) or ()
        case.facts.occasion = occasion(case)
        if case.facts.occasion:
            case.facts.reasons["occasion"] = SAID_THERE
    for case in cases:
        case.facts.via = chain(case)
        if case.facts.via != case.own_hands:
            case.facts.reasons["via"] = CHAINED if case.within else CREDITED


def decide(case: Case, name: str, rules: Sequence[Rule[Case, Any]]) -> Any:
    """Let the first rule that applies settle a field, and keep its reason."""
    value, reason = first(rules, case)
    if reason is not None:
        case.facts.reasons[name] = reason
        if hasattr(case.facts, name):
            setattr(case.facts, name, value)
    return value


def attribution(case: Case) -> Attribution:
    """Freeze what is known of a case."""
    facts, spans = case.facts, case.spans
    decide(case, "form", FORMS)
    return Attribution(
        id=name_of(case) or "",
        source=spans.source,
        cue=spans.cue,
        content=spans.content,
        kind=facts.kind,
        unnamed=facts.unnamed,
        count=facts.count,
        descriptor=facts.descriptor,
        form=facts.form,
        stance=facts.stance,
        via=facts.via,
        within=name_of(case.within),
        same_source=name_of(case.same),
        actor=None,
        occasion=facts.occasion,
        when=None,
        score=spans.score,
        reasons=facts.reasons,
    )


def name_of(case: Case | None) -> str | None:
    """Return the id of a case, or None for none."""
    return None if case is None else f"a{case.order + 1}"
