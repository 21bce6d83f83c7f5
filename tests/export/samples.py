"""Analyses made by hand, so that the exports are tested without a model."""

from firsthand.types import Analysis, Attribution, Form, Hand, HandRole, Kind, Reason, Report, Stance

TEXT = """\
CALDER, Sept. 17 (Baltika Wire) — Two officials familiar with the plan said the crossing would reopen.

It emerged that the roof was repaired. “We decided nothing,” Luca Ferrand denied on Tuesday. “Not
yet.” His spokeswoman declined to comment, and the border guard did not respond.

The Northern Courier reported that three diplomats had said Tarsia would pay <b>"half"</b> & more.
"""


def at(text: str, *phrases: str) -> tuple[tuple[int, int], ...]:
    """Return the spans at which the phrases stand, each looked for after the one before."""
    spans, after = [], 0
    for phrase in phrases:
        start = text.index(phrase, after)
        after = start + len(phrase)
        spans.append((start, after))
    return tuple(spans)


def attribution(id: str, source=(), cue=(), content=(), **fields) -> Attribution:
    """Return an attribution with the most common values where none are given."""
    usual = {
        "kind": Kind.PERSON,
        "unnamed": False,
        "count": None,
        "descriptor": None,
        "form": Form.INDIRECT,
        "stance": Stance.ASSERTS,
        "via": (),
        "within": None,
        "same_source": None,
        "actor": None,
        "occasion": None,
        "when": None,
        "score": 0.9,
        "reasons": {},
    }
    return Attribution(id=id, source=source, cue=cue, content=content, **(usual | fields))


def analysis_of(text: str, *attributions: Attribution, **fields) -> Analysis:
    """Return an analysis of a text with just these attributions."""
    return Analysis(report=Report(id="sample", text=text, **fields), attributions=attributions, model="by hand")


def sample() -> Analysis:
    """Return an analysis with every standing and stance, a nested, a crossing and a discontinuous attribution."""
    t = TEXT
    return analysis_of(
        t,
        attribution(
            "a1",
            at(t, "Two officials familiar with the plan"),
            at(t, "said"),
            at(t, "the crossing would reopen"),
            unnamed=True,
            count=2,
            descriptor="familiar with the plan",
            via=("Baltika Wire",),
            reasons={"unnamed": Reason("no-name", "the source has neither a name nor a unique post", 0.95)},
        ),
        attribution("a2", (), at(t, "emerged"), at(t, "that the roof was repaired"), kind=None),
        attribution(
            "a3",
            at(t, "Luca Ferrand"),
            at(t, "denied"),
            at(t, "“We decided nothing,”", "“Not\nyet.”"),
            form=Form.DIRECT,
            stance=Stance.DENIES,
            count=1,
            occasion=at(t, "on Tuesday")[0],
        ),
        attribution("a4", at(t, "His spokeswoman"), at(t, "declined"), at(t, "to comment"), stance=Stance.DECLINES),
        attribution("a5", at(t, "the border guard"), at(t, "did not respond"), stance=Stance.SILENT),
        attribution(
            "a6",
            at(t, "The Northern Courier"),
            at(t, "reported"),
            at(t, 'that three diplomats had said Tarsia would pay <b>"half"</b> & more'),
            kind=Kind.OUTLET,
        ),
        attribution(
            "a7",
            at(t, "three diplomats"),
            at(t, "had said"),
            at(t, 'Tarsia would pay <b>"half"</b> & more'),
            form=Form.MIXED,
            unnamed=True,
            count=3,
            via=("Northern Courier",),
            within="a6",
            same_source="a1",
        ),
        url="https://example.org/news/1",
        outlet="Calder Morning Ledger",
        title="Crossing “to reopen” <soon>",
        byline="By Hanne Voss",
        published="2031-09-17",
        language="en",
        metadata={"published": "json-ld datePublished"},
        hands=(Hand("Baltika Wire", HandRole.DATELINE, Kind.OUTLET, at(t, "Baltika Wire")[0]),),
        warnings=("the byline was guessed",),
    )
