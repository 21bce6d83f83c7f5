"""The data contract, ``firsthand/1``: what an analysed report is made of.

Every type is frozen. A span is a half-open pair of character offsets into the report's own text; a role that stands
in several pieces has several spans, in the order of the text. What is not known is ``None`` or empty, never guessed.
"""

from enum import StrEnum
from typing import TypeAlias

import msgspec

SCHEMA = "firsthand/1"

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]


class Kind(StrEnum):
    """What a source is. Whether it is named is a flag beside it."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    DOCUMENT = "document"
    COLLECTIVE = "collective"


class Form(StrEnum):
    """How a content is worded: all in quotation marks, partly, or not at all."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What the source does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"
    SILENT = "silent"
    ASKS = "asks"


class Factuality(StrEnum):
    """How sure it is that an event happened, as whoever tells of it puts it."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    REQUESTED = "requested"


class HandRole(StrEnum):
    """How a hand shows in the report's own frame, outside any attribution."""

    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"


class Record(msgspec.Struct, frozen=True, omit_defaults=False):
    """Base of all records: frozen, slotted, equal by value, JSON by msgspec."""


class Hand(Record, frozen=True):
    """Someone through whom the report itself came: its author, its agency, its credit line.

    Attributes:
        name: the name as written ("Ingrid Solheim", "Baltika Wire").
        role: where it stands.
        kind: person or outlet.
        span: where it stands in the report's text, or None when it came from metadata.
    """

    name: str
    role: HandRole
    kind: Kind
    span: Span | None = None


class Dateline(Record, frozen=True):
    """The head of a wire story: ``LISBON, March 3 (Baltika Wire) -``.

    Attributes:
        span: the whole dateline, its closing dash included.
        place: the place as written, or None.
        date: the date as written ("March 3"), or None.
        agency: the agency as written, or None.
    """

    span: Span
    place: str | None = None
    date: str | None = None
    agency: str | None = None


class Report(Record, frozen=True, kw_only=True):
    """One article as one outlet published it.

    Attributes:
        id: given with the input, or made from its text.
        url: the canonical address.
        outlet: who published it.
        title: its headline.
        byline: the byline as written.
        published: ISO 8601 date or date and time.
        language: ISO 639-1 code.
        text: the text that every span points into.
        metadata: for each of the fields above that was found rather than given, where it was found
            (``{"published": "json-ld datePublished"}``); ``"given"`` for what the user or the input's own keys said.
        dateline: the parsed dateline, if the text has one.
        hands: byline, agency and credit line, the first hands of every chain.
        warnings: plain sentences about what a reader should know ("language is 'ro', only English is known").
    """

    id: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    metadata: dict[str, str] = msgspec.field(default_factory=dict)
    dateline: Dateline | None = None
    hands: tuple[Hand, ...] = ()
    warnings: tuple[str, ...] = ()


class Reason(Record, frozen=True):
    """Why a derived field has its value.

    Attributes:
        rule: name of the rule, or ``"model"``.
        why: the rule's explanation, one sentence for a user.
        score: 0..1, how far to trust it.
    """

    rule: str
    why: str
    score: float


class Time(Record, frozen=True, kw_only=True):
    """A stretch of the text that tells when, how long or how often.

    Attributes:
        text: as written ("more than two weeks ago").
        span: where it stands.
        timex_type: TIMEX3's type: DATE, TIME, DURATION or SET.
        start: ISO 8601 of the first day, or of the moment where hours are told; None where it is not resolved.
        end: of the last day, which belongs to it.
        precision: the unit that it is told in: minute, hour, part-of-day, day, weekend, week, month, quarter, season,
            half, year, decade, century; None where it names none.
        timex: TIMEX3's value: ``2025-04-01``, ``2025-W14``, ``2025-Q1``, ``P2W``, ``PAST_REF``; ``XXXX-02-30`` with its
            unknown parts crossed out; a range is ``2019/2022``. None where there is nothing to say.
        mod: TIMEX3's modifier, with EARLY and LATE beside START, MID, END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE.
        reason: how it was resolved, or why not.
    """

    text: str
    span: Span
    timex_type: str
    start: str | None
    end: str | None
    precision: str | None
    timex: str | None
    mod: str | None
    reason: Reason


class Attribution(Record, frozen=True, kw_only=True):
    """Who said what, on whose word.

    Attributes:
        id: unique in the report (``a1``, ``a2`` … in the order of the text).
        source, cue, content: spans; see Quotation.
        kind: what the source is; None for an unattributed one about which the text tells nothing.
        unnamed: the report gives neither a name nor a unique post.
        count: how many people, where the text tells; a named person is 1.
        descriptor: how an unnamed source is described ("familiar with the plans").
        form, stance: see Form, Stance.
        via: names of the hands between this source and this report, nearest the report first.
        within: id of the enclosing attribution.
        same_source: id of the earlier attribution whose unnamed source this one goes back to.
        actor: id of the actor that the source is, once resolved.
        occasion: where it was said ("in an interview with NBC").
        when: the time of the saying.
        score: 0..1, how sure the model is of the spans.
        reasons: for each derived field, why it has its value.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: Kind | None
    unnamed: bool
    count: int | None
    descriptor: str | None
    form: Form
    stance: Stance
    via: tuple[str, ...]
    within: str | None
    same_source: str | None
    actor: str | None
    occasion: Span | None
    when: Time | None
    score: float
    reasons: dict[str, Reason]


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    COUNTRY = "country"
    DOCUMENT = "document"


class Held(Record, frozen=True):
    """A post, profession or relation that the report gives to an actor.

    Attributes:
        role: in the report's words ("deputy foreign minister"), a country's adjective left out.
        of: whose ("Tarsia", "RDIF"), by name where the report names it, or None.
        span: the words that say so.
    """

    role: str
    of: str | None
    span: Span


class OnList(Record, frozen=True, kw_only=True):
    """An entry of a sanctions list that an actor is, or may be.

    Attributes:
        list: the list's name ("OFAC SDN"); id: the entry's own mark in it.
        name: the name of the entry that fits best, as published.
        programs: under which programs or regimes it is listed; authorities: who lists it.
        listed, delisted: ISO 8601 dates since which it is and no longer is listed, where the list tells.
        in_force: whether it was listed on the report's date; None where list or report do not tell.
        when: one sentence on that.
        score: 0..1, how alike the two names are.
        why: what speaks for it; doubts: what speaks against taking the actor for it.
        asserted: nothing speaks against it; otherwise it is only a candidate.
        disagrees: what the report says otherwise, in its words and the list's side by side.
    """

    list: str
    id: str
    name: str
    programs: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    listed: str | None = None
    delisted: str | None = None
    in_force: bool | None = None
    when: str = ""
    score: float
    why: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    asserted: bool = False
    disagrees: str | None = None


class Actor(Record, frozen=True, kw_only=True):
    """Someone or something that speaks, acts or is spoken of in one report.

    Attributes:
        id: of a named one, its name in small letters ("andrii-sibieha"), the same in all reports of a batch that mean
            the same one, with a number where another has the name; of a nameless one ("p3"), unique in its report.
        name: the fullest name that the report gives, titles left out; for a country its English name; without a name
            the description by which it is introduced.
        kind: see ActorKind.
        named: the report gives a name or a post that only one holds.
        country: ISO 3166 alpha-3 (KOS for Kosovo) of the country that it belongs to or speaks for.
        sector: PLOVER's code for what it is in society (GOV, MIL, JRN …).
        roles: in the order of the text, each once.
        mentions: all spans that speak of it, pronouns included, in the order of the text.
        ids: its identifiers in lists and registers, where they are asserted.
        listings: the entries of sanctions lists that it is or may be, the asserted ones first.
        reasons: why kind, country, sector have their values.
    """

    id: str
    name: str
    kind: ActorKind
    named: bool
    country: str | None = None
    sector: str | None = None
    roles: tuple[Held, ...] = ()
    mentions: Spans = ()
    ids: dict[str, str] = msgspec.field(default_factory=dict)
    listings: tuple[OnList, ...] = ()
    reasons: dict[str, Reason] = msgspec.field(default_factory=dict)


class Place(Record, frozen=True):
    """Where something happens.

    Attributes:
        name: as the report writes it, without "in" and the like; "near Kessik" stays.
        span: the words that say so.
        country: ISO 3166 alpha-3, where the gazetteer tells.
        lat, lon: degrees; not known so far.
    """

    name: str
    span: Span
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Event(Record, frozen=True, kw_only=True):
    """Who does what to whom, in PLOVER's terms (draft of February 2024).

    Attributes:
        id: unique in the report (``e1``, ``e2`` … in the order of the text).
        trigger: the words that name the act.
        type: one of PLOVER's sixteen (``"CONSULT"``); mode: its mode (``"visit"``), if it has one.
        contexts: PLOVER's contexts, the likeliest first.
        actor, recipient: ids of actors, in the order of the text; empty where the report names nobody.
        when: the time of the event, not that of its telling.
        place: where.
        factuality: see Factuality, from the point of view of whoever tells of it.
        certainty: -3 (certainly did not happen) to 3 (certainly happened), as the words around the trigger have it.
        asserted_by: id of the innermost attribution whose content tells of it, None in the reporter's own voice.
        score: 0..1, how sure the model is that this is an event of this type.
        reasons: for each derived field, why it has its value.
    """

    id: str
    trigger: Spans
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    when: Time | None = None
    place: Place | None = None
    factuality: Factuality
    certainty: float
    asserted_by: str | None = None
    score: float
    reasons: dict[str, Reason]


class State(Record, frozen=True, kw_only=True):
    """Something that is true of an actor over a time, in the report's own words.

    Attributes:
        subject: id of the actor.
        attribute: ``"holds"`` (an office) or ``"sanctioned_by"``.
        value: the office, or who imposed the sanctions, where the report tells.
        since, until: when it began and ended, None where the report does not tell.
        status: ``"in force"``, ``"lifted"``, ``"suspended"``, ``"reimposed"`` or ``"former"``.
        evidence: ids of the events and attributions that it rests on.
        spans: the words that say so.
    """

    subject: str
    attribute: str
    value: str | None
    since: Time | None = None
    until: Time | None = None
    status: str = "in force"
    evidence: tuple[str, ...] = ()
    spans: Spans = ()


class Analysis(Record, frozen=True, kw_only=True):
    """One analysed report: everything points back into ``report.text`` by span.

    Attributes:
        report: what was read.
        attributions: in the order of the text.
        actors: in the order of their first mentions.
        times: the expressions of time, in the order of the text.
        events: in the order of the text.
        states: in the order of their evidence.
        model: name and version of the model that found them.
    """

    report: Report
    attributions: tuple[Attribution, ...]
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    states: tuple[State, ...] = ()
    model: str
