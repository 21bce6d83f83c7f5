"""An analysis as brat standoff: a ``.txt`` and an ``.ann`` file, and the configuration that declares our types.

Offsets are characters from 0, end exclusive, as ours are. brat allows no line break inside an annotation, so a span
over several lines becomes one annotation with several fragments.
"""

import re
from collections.abc import Iterator
from itertools import count

from firsthand.export.events import nearest
from firsthand.plover import MODES
from firsthand.types import Actor, Analysis, Attribution, Event, Factuality, Form, Kind, Spans, Stance

_EVENTS = "\n".join(f"{type}\tActor*:Party, Recipient*:Party, Place?:Place, When?:Time" for type in MODES)
_MODES = "|".join(dict.fromkeys(mode for modes in MODES.values() for mode in modes))

CONFIG = f"""\
[entities]
Source
Cue
Content
Party
Place
Time

[relations]
SaidBy\tArg1:Cue|Content, Arg2:Source
Says\tArg1:Cue, Arg2:Content
Within\tArg1:Cue|Content|Source, Arg2:Content
SameSource\tArg1:Source, Arg2:Source

[events]
{_EVENTS}

[attributes]
Kind\tArg:Source, Value:{"|".join(Kind)}
Unnamed\tArg:Source
Stance\tArg:Cue|Content, Value:{"|".join(Stance)}
Form\tArg:Cue|Content, Value:{"|".join(Form)}
Factuality\tArg:<EVENT>, Value:{"|".join(Factuality)}
Mode\tArg:<EVENT>, Value:{_MODES}
"""

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")  # brat reads lines as Python's splitlines does
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Ids:
    """Hands out ``T1``, ``R1``, ``A1`` and so on, each letter with a count of its own."""

    def __init__(self) -> None:
        self._counts = {letter: count(1) for letter in "TREA"}

    def __call__(self, letter: str) -> str:
        return f"{letter}{next(self._counts[letter])}"


def text(analysis: Analysis) -> str:
    """Return the content of the ``.txt`` file: the report's text, a lone surrogate replaced by U+FFFD."""
    return _SURROGATE.sub("�", analysis.report.text)


def ann(analysis: Analysis) -> str:
    """Return the content of the ``.ann`` file.

    Source, cue and content of each attribution are annotations, tied by ``SaidBy`` and ``Says``; ``Within`` and
    ``SameSource`` tie attributions to one another; kind, unnamed, stance and form are attributes. Each event has its
    trigger, the mentions nearest to it of who takes part, its place and time; factuality and mode are attributes.
    """
    ids, shown = _Ids(), text(analysis)
    roles: dict[str, dict[str, str]] = {}
    lines: list[str] = []
    for one in analysis.attributions:
        roles[one.id], written = _annotations(one, shown, ids)
        lines += [*written, *_attributes(one, roles[one.id], ids)]
    for one in analysis.attributions:
        lines += [f"{ids('R')}\t{kind} Arg1:{a} Arg2:{b}" for kind, a, b in _relations(one, roles)]
    lines += _events(analysis, shown, ids)
    return "".join(f"{written}\n" for written in lines)


def _annotations(one: Attribution, shown: str, ids: _Ids) -> tuple[dict[str, str], list[str]]:
    """Return the ids of the attribution's annotations by role, and their lines."""
    found, lines = {}, []
    for role, spans in (("Source", one.source), ("Cue", one.cue), ("Content", one.content)):
        if fragments := _fragments(shown, spans):
            found[role] = ids("T")
            lines.append(_annotation(found[role], role, fragments, shown))
    return found, lines


def _annotation(id_: str, label: str, fragments: Spans, shown: str) -> str:
    where = ";".join(f"{start} {end}" for start, end in fragments)
    return f"{id_}\t{label} {where}\t{' '.join(shown[start:end] for start, end in fragments)}"


def _fragments(shown: str, spans: Spans) -> Spans:
    """Cut spans at line breaks."""
    return tuple(found.span() for start, end in spans for found in _LINE.finditer(shown, start, end))


def _attributes(one: Attribution, roles: dict[str, str], ids: _Ids) -> Iterator[str]:
    if target := roles.get("Cue") or roles.get("Content"):
        yield f"{ids('A')}\tStance {target} {one.stance}"
        yield f"{ids('A')}\tForm {target} {one.form}"
    if target := roles.get("Source"):
        if one.kind:
            yield f"{ids('A')}\tKind {target} {one.kind}"
        if one.unnamed:
            yield f"{ids('A')}\tUnnamed {target}"


def _relations(one: Attribution, roles: dict[str, dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the relations of one attribution: type, from, to."""
    own = roles[one.id]
    anchor = own.get("Cue") or own.get("Content")
    if anchor and "Source" in own:
        yield "SaidBy", anchor, own["Source"]
    if "Cue" in own and "Content" in own:
        yield "Says", own["Cue"], own["Content"]
    outer = roles.get(one.within or "", {}).get("Content")
    if outer and (anchor := anchor or own.get("Source")):
        yield "Within", anchor, outer
    earlier = roles.get(one.same_source or "", {}).get("Source")
    if earlier and "Source" in own:
        yield "SameSource", own["Source"], earlier


def _events(analysis: Analysis, shown: str, ids: _Ids) -> Iterator[str]:
    """Yield the lines of all events; what several have in common is annotated once."""
    actors = {one.id: one for one in analysis.actors}
    known: dict[tuple[str, Spans], str] = {}
    for one in analysis.events:
        if not (trigger := _fragments(shown, one.trigger)):
            continue
        id_ = ids("T")
        yield _annotation(id_, one.type, trigger, shown)
        written = [f"{one.type}:{id_}"]
        for role, label, spans in _arguments(one, actors):
            if not (fragments := _fragments(shown, spans)):
                continue
            if (label, fragments) not in known:
                known[label, fragments] = ids("T")
                yield _annotation(known[label, fragments], label, fragments, shown)
            written.append(f"{role}:{known[label, fragments]}")
        event = ids("E")
        yield f"{event}\t{' '.join(written)}"
        yield f"{ids('A')}\tFactuality {event} {one.factuality}"
        if one.mode:
            yield f"{ids('A')}\tMode {event} {one.mode}"


def _arguments(one: Event, actors: dict[str, Actor]) -> Iterator[tuple[str, str, Spans]]:
    """Yield role, label and spans of who and what belongs to an event; a role's second has a 2 behind its name."""
    for role, parties in (("Actor", one.actor), ("Recipient", one.recipient)):
        mentions = [nearest(actors[id_], one.trigger[0]) for id_ in parties if id_ in actors]
        for number, span in enumerate(filter(None, mentions), 1):
            yield f"{role}{number if number > 1 else ''}", "Party", (span,)
    if one.place:
        yield "Place", "Place", (one.place.span,)
    if one.when:
        yield "When", "Time", (one.when.span,)
