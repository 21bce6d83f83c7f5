"""Adds the mentions that the model passed over, sources and names, and mends those that it cut or took for another."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from firsthand import lexicon
from firsthand.actors.said import PERSON_OF, Said
from firsthand.actors.spotting import POST, Names, names_in, post_begins
from firsthand.phrases import CLITIC, is_capital
from firsthand.spans import Link, Mention
from firsthand.types import Attribution, Kind, Report, Span

TYPES = {Kind.PERSON: "person", Kind.COLLECTIVE: "person", Kind.DOCUMENT: "thing"}
AROUND = 20_000  # characters in which a name is said again
FIRST = re.compile(r"\b([A-Z][\w’'-]+) $")
NEXT = re.compile(r" ([^\W\d_][\w’'-]*[^\W_])(?<![’']s)")
# Capitalised words that follow a name without being of it: "told Halvorsen Tuesday".
DATES = lexicon.word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today i"""
)


def complete(report: Report, mentions: Sequence[Mention], attributions: Iterable[Attribution]) -> list[Mention]:
    """Return the mentions of a report with those that are missing, in the order of the text, a whole before its parts.

    Args:
        report: as read; its byline and dateline tell what some names are.
        mentions: as decoding found them, in the same order.
        attributions: whose sources are to be among them.
    """
    text = report.text
    whole = [replace(m, span=_whole(text, m)) for m in _actors(text, mentions)]
    said = [Said(i, m, text[slice(*m.span)]) for i, m in enumerate(whole)]
    names = Names(said)
    found = _arrange(_typed(report, said, names))
    found = _arrange(found, _sources(found, attributions))
    return _arrange(found, names_in(text, found, names))


def _actors(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of what can be an actor: of things only those that have names, and documents."""
    words = [text[slice(*m.span)] for m in mentions]
    kept = [i for i, m in enumerate(mentions) if (m.type != "thing" or _can_act(words[i])) and _is_closed(words[i])]
    now = {old: new for new, old in enumerate(kept)}
    return [
        replace(m, links=tuple(Link(now[link.to], link.chance) for link in m.links if link.to in now))
        for m in (mentions[i] for i in kept)
    ]


def _is_closed(text: str) -> bool:
    """Tell whether words have both or none of a pair of brackets, as every mention has."""
    return text.count("(") == text.count(")")


def _can_act(text: str) -> bool:
    """Tell whether words for a thing are a pronoun, have a capital that no sentence gives, or speak of a document."""
    words, known = text.split(), lexicon.sources()
    named = any(word[0].isupper() for word in words[1:]) or text[0].isupper()
    return named or text.lower() in PERSON_OF or any(w in known.documents or w in known.documents_plural for w in words)


def _typed(report: Report, said: Sequence[Said], names: Names) -> list[Mention]:
    """Give names the type that byline, dateline and gazetteer show, or that the same name has elsewhere."""
    framed = {hand.name: "person" if hand.kind is Kind.PERSON else "organization" for hand in report.hands}
    if report.dateline and report.dateline.place:
        framed[report.dateline.place] = "place"
    return [replace(one.mention, type=framed.get(one.text) or _type(one, names)) for one in said]


def _type(said: Said, names: Names) -> str:
    """Return the type of a mention; only what the model may confuse is changed."""
    kind = said.mention.type
    if not said.name or kind == "place":
        return kind
    if kind == "thing" and (lexicon.institution(said.name) or lexicon.outlet(said.name)):
        return "organization"
    usual = names.usual(said.name, kind)
    return usual if usual != "place" else kind


def _arrange(mentions: Sequence[Mention], more: Iterable[Mention] = ()) -> list[Mention]:
    """Put mentions and more of them in the order of the text, each span once; links go along."""
    chosen: dict[Span, Mention] = {}
    for one in (*mentions, *more):
        chosen.setdefault(one.span, one)
    spans = sorted(chosen, key=lambda span: (span[0], -span[1]))
    place = {span: n for n, span in enumerate(spans)}
    now = [place[m.span] for m in mentions]
    if now == list(range(len(spans))):
        return list(mentions)
    return [
        replace(m, links=tuple(Link(now[link.to], link.chance) for link in m.links if now[link.to] < place[span]))
        for span in spans
        for m in (chosen[span],)
    ]


def _whole(text: str, mention: Mention) -> Span:
    """Return where a name stands that a mention has cut in two ("Minister Stevan" before "Orlo"), with its post."""
    start, end = mention.span
    if mention.type == "person" and text[start].isupper():
        first = FIRST.search(text, max(0, start - POST), start)
        start = first.start(1) if first and lexicon.gender(first[1]) else start
        start = post_begins(text, start, end)
    more = NEXT.match(text, end)
    last = text[start:end].rsplit(" ", 1)[-1]
    if not more or more[1].lower() in DATES or not is_capital(last) or not is_capital(more[1]) or CLITIC.search(last):
        return start, end
    # A headline has capitals everywhere: what is not said again is a name only behind a first name.
    again = text.count(f"{last}{more[0]}", max(0, start - AROUND), end + AROUND) > 1
    cut = again or (mention.type == "person" and lexicon.gender(last) is not None)
    return start, more.end(1) if cut and last.lower() not in PERSON_OF else end


def _sources(mentions: Sequence[Mention], attributions: Iterable[Attribution]) -> Iterator[Mention]:
    """Yield a mention for each source of which the others know nothing."""
    covered = {m.span for m in mentions}
    starts = [m.span[0] for m in mentions]
    for attribution in attributions:
        kind = TYPES.get(attribution.kind or Kind.PERSON, "organization")
        for span in attribution.source[:1]:
            if span not in covered and not _known(mentions, starts, span, kind):
                covered.add(span)
                yield Mention(span=span, type=kind)


def _known(mentions: Sequence[Mention], starts: list[int], span: Span, kind: str) -> bool:
    """Tell whether a mention covers most of a source; one of "the Treasury" is not "a man at the Treasury"."""
    s, e = span
    near = mentions[bisect_left(starts, s - 3) : bisect_left(starts, e)]
    return any(
        m.span[1] <= e + 3
        and min(m.span[1], e) - max(m.span[0], s) > 0.6 * (e - s)
        and (m.type == kind or kind != "person" or m.span[0] <= s)
        for m in near
    )
