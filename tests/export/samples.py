"""Analyses made by hand, so that the exports are tested without a model."""

from msgspec.structs import replace

from firsthand.types import (
    Actor,
    ActorKind,
    Analysis,
    Attribution,
    Event,
    Factuality,
    Form,
    Hand,
    HandRole,
    Kind,
    Place,
    Reason,
    Report,
    Stance,
    State,
    Time,
)

TEXT = """\
CALDER, Sept. 17 (Baltika Wire) — Two officials familiar with the plan said the crossing would reopen.

It emerged that the roof was repaired. “We decided nothing,” Luca Ferrand denied on Tuesday. “Not
yet.” His spokeswoman declined to comment, and the border guard did not respond.

The Northern Courier reported that three diplomats had said Tarsia would pay <b>"half"</b> & more.
"""

BUSY = """\
On Sunday President Kessia Orrin accused Tarsia of stalling.
Two diplomats who asked not to be named told Baltika Wire that Luca Ferrand has said Velmora may put sanctions on \
Tarsia and on its <b>ports</b> next week.

The mayor denied that anybody was arrested in Calder. Velmora had put Tarsia under sanctions in 2029.
It temporarily lifted them last month. Days later shots were fired.
"""

SAYS = "Luca Ferrand has said Velmora may put sanctions on Tarsia"


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


def time(text: str, words: str, *days: str, precision: str = "day", timex: str | None = None, mod=None) -> Time:
    """Return a time with its first and last day, or unresolved."""
    start, end = (days[0], days[-1]) if days else (None, None)
    return Time(
        text=words,
        span=at(text, words)[0],
        timex_type="DATE",
        start=start,
        end=end,
        precision=precision,
        timex=timex or start,
        mod=mod,
        reason=Reason("counted", "Counted from the report's date.", 0.9),
    )


def actor(id: str, name: str, text: str, *phrases: str, kind=ActorKind.PERSON, **fields) -> Actor:
    """Return an actor with its mentions."""
    return Actor(id=id, name=name, kind=kind, mentions=at(text, *phrases), **({"named": True} | fields))


def event(id: str, trigger, type: str, mode: str | None = None, **fields) -> Event:
    """Return an event with the most common values where none are given."""
    usual = {"factuality": Factuality.OCCURRED, "certainty": 2.5, "score": 0.8, "reasons": {}}
    return Event(id=id, trigger=trigger, type=type, mode=mode, **(usual | fields))


def busy() -> Analysis:
    """Return an analysis with events: nested tellers, a denial, nobody who acts, every kind of time, sanctions."""
    t = BUSY
    sunday = time(t, "Sunday", "2031-09-14")
    soon = time(t, "next week", "2031-09-22", "2031-09-28", precision="week", timex="2031-W39")
    past = time(t, "2029", "2029-01-01", "2029-12-31", precision="year", timex="2029")
    month = time(t, "last month", "2031-08-01", "2031-08-31", precision="month", timex="2031-08")
    later = time(t, "Days later", timex=None)
    velmora, tarsia = "velmora", "tarsia"
    events = (
        event(
            "e1", at(t, "accused"), "ACCUSE", "disapprove", actor=("kessia-orrin",), recipient=(tarsia,), when=sunday
        ),
        event(
            "e2",
            at(t, "put sanctions"),
            "SANCTION",
            "discontinue",
            contexts=("economic",),
            actor=(velmora,),
            recipient=(tarsia, "p5"),
            when=soon,
            factuality=Factuality.POSSIBLE,
            certainty=0.5,
            asserted_by="a2",
        ),
        event(
            "e3",
            at(t, "arrested"),
            "COERCE",
            "arrest",
            place=Place("Calder", at(t, "Calder")[0], "VEL"),
            factuality=Factuality.DENIED,
            certainty=-2.0,
            asserted_by="a3",
        ),
        event("e4", at(t, "put Tarsia under sanctions"), "SANCTION", actor=(velmora,), recipient=(tarsia,), when=past),
        event("e5", at(t, "lifted"), "RETREAT", actor=(velmora,), recipient=(tarsia,), when=month),
        event("e6", at(t, "fired"), "ASSAULT", "firearms", when=later),
    )
    made = analysis_of(
        t,
        attribution(
            "a1", at(t, "Two diplomats"), at(t, "told"), at(t, SAYS), unnamed=True, count=2, actor="p4",
            via=("Baltika Wire",),
        ),
        attribution(
            "a2", at(t, "Luca Ferrand"), at(t, "has said"), at(t, "Velmora may put sanctions on Tarsia"), within="a1",
            actor="luca-ferrand", count=1,
        ),
        attribution(
            "a3", at(t, "The mayor"), at(t, "denied"), at(t, "that anybody was arrested in Calder"), when=sunday,
            stance=Stance.DENIES, count=1,
        ),
        published="2031-09-17", outlet="Calder Morning Ledger", url="https://example.org/news/2", language="en",
        title="Orrin accuses",
    )  # fmt: skip
    actors = (
        actor("kessia-orrin", "Kessia Orrin", t, "President Kessia Orrin", sector="GOV", country="VEL"),
        actor(tarsia, "Tarsia", t, "Tarsia", "Tarsia", "Tarsia", kind=ActorKind.COUNTRY, country="TAR"),
        actor("p4", "Two diplomats", t, "Two diplomats", kind=ActorKind.GROUP, named=False),
        actor("luca-ferrand", "Luca Ferrand", t, "Luca Ferrand"),
        actor(velmora, "Velmora", t, "Velmora", "Velmora", kind=ActorKind.COUNTRY, country="VEL"),
        actor("p5", "its <b>ports</b>", t, "its <b>ports</b>", kind=ActorKind.GROUP, named=False),
    )
    state = State(
        subject=tarsia, attribute="sanctioned_by", value="Velmora", since=past, until=month, status="suspended",
        evidence=("e4", "e5"),
    )  # fmt: skip
    office = State(subject="kessia-orrin", attribute="holds", value="President")
    return replace(made, actors=actors, events=events, times=(sunday, soon, past, month, later), states=(office, state))
