"""An analysis as JSON: the data contract, ``firsthand/1``, and nothing that a terminal would obey."""

import json
import re
from collections import Counter
from collections.abc import Mapping

import msgspec

from firsthand.export.events import Deed, deeds
from firsthand.export.view import quote
from firsthand.types import SCHEMA, Analysis, Attribution, Record

# Escaped on top of what JSON demands: DEL and C1 (terminals obey them), bidirectional overrides and line separators,
# lone surrogates (they have no UTF-8). All of them can only stand inside strings, so escaping the whole is safe.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

_REPORT_KEYS = ("id", "url", "outlet", "title", "byline", "published", "language", "text")
_OUR_KEYS = ("metadata", "dateline", "hands", "warnings")
_ATTRIBUTION_KEYS = (
    *("id", "source", "cue", "content", "kind", "unnamed", "count", "descriptor", "form", "stance"),
    *("via", "within", "actor", "occasion", "when", "score", "same_source", "reasons"),
)
_EVENT_KEYS = (
    *("id", "trigger", "type", "mode", "contexts", "actor", "recipient", "when", "place", "factuality"),
    *("asserted_by", "score", "certainty", "reasons"),
)
_TELLER_KEYS = ("id", "source", "cue", "kind", "unnamed", "count", "stance", "via", "within", "actor")
_STATE_KEYS = ("subject", "attribute", "value", "since", "until", "evidence", "status", "spans")
_ACTOR_KEYS = ("id", "name", "kind", "named", "country", "sector", "roles", "mentions", "ids", "listings", "reasons")


def to_dict(analysis: Analysis) -> dict[str, object]:
    """Return the analysis as plain objects with the contract's keys in the contract's order, spans as lists."""
    report = _plain(analysis.report)
    return {
        "schema": SCHEMA,
        **_pick(report, _REPORT_KEYS),
        "attributions": [_pick(_plain(one), _ATTRIBUTION_KEYS) for one in analysis.attributions],
        "actors": [_pick(_plain(one), _ACTOR_KEYS) for one in analysis.actors],
        "events": [_pick(_plain(one), _EVENT_KEYS) for one in analysis.events],
        "states": _states(analysis),
        "times": _times(analysis),
        **_pick(report, _OUR_KEYS),
        "model": analysis.model,
    }


def dumps(analysis: Analysis, *, indent: int | None = None) -> str:
    """Return the analysis as one JSON object: on one line, or indented.

    Reading it back gives the text character for character, lone surrogates and control characters included.
    """
    return _safe(to_dict(analysis), indent)


def dumps_actors(analysis: Analysis, *, indent: int | None = None) -> str:
    """Return the report's head and its actors, with how often each is quoted, as one JSON object."""
    quoted = Counter(one.actor for one in analysis.attributions)
    actors = [_pick(_plain(one), _ACTOR_KEYS) | {"quoted": quoted[one.id]} for one in analysis.actors]
    return _safe({**_head(analysis), "actors": actors, "model": analysis.model}, indent)


def dumps_events(analysis: Analysis, *, indent: int | None = None) -> str:
    """Return the report's head, its events, states and times, and the attributions and actors that they name.

    It can be read without the report's text. Each event has its ``words`` besides its spans, and its ``line``: who did
    what to whom, when, how sure and on whose word. Each attribution has ``source_words`` and ``cue_words``; it is
    there if an event or a state rests on it, or if it encloses one that is.
    """
    text, told = analysis.report.text, _tellers(analysis)
    named = {id_ for one in analysis.events for id_ in one.actor + one.recipient}
    named |= {one.subject for one in analysis.states} | {one.actor for one in told if one.actor}
    found = {
        "attributions": [_teller(text, one) for one in told],
        "actors": [_pick(_plain(one), _ACTOR_KEYS) for one in analysis.actors if one.id in named],
        "events": [_deed(text, one) for one in deeds(analysis)],
        "states": _states(analysis),
        "times": _times(analysis),
    }
    return _safe({**_head(analysis), **found, "model": analysis.model}, indent)


def line_of(value: object) -> str:
    """Return plain objects as JSON on one line, with nothing in it that a terminal would obey."""
    return _safe(value, None)


def _head(analysis: Analysis) -> dict[str, object]:
    report = _plain(analysis.report)
    return {"schema": SCHEMA, **_pick(report, tuple(key for key in _REPORT_KEYS if key != "text"))}


def _states(analysis: Analysis) -> list[dict[str, object]]:
    return [_pick(_plain(one), _STATE_KEYS) for one in analysis.states]


def _times(analysis: Analysis) -> list[dict[str, object]]:
    return [_plain(one) for one in analysis.times]


def _tellers(analysis: Analysis) -> list[Attribution]:
    """Return the attributions that events and states rest on and those around them, in the order of the text."""
    around = {one.id: one.within for one in analysis.attributions}
    wanted = {one.asserted_by for one in analysis.events} | {id_ for one in analysis.states for id_ in one.evidence}
    for id_ in list(wanted):
        while (id_ := around.get(id_ or "")) and id_ not in wanted:
            wanted.add(id_)
    return [one for one in analysis.attributions if one.id in wanted]


def _teller(text: str, one: Attribution) -> dict[str, object]:
    words = {"source_words": quote(text, one.source), "cue_words": quote(text, one.cue)}
    return _pick(_plain(one), _TELLER_KEYS) | words


def _deed(text: str, one: Deed) -> dict[str, object]:
    return _pick(_plain(one.event), _EVENT_KEYS) | {"words": quote(text, one.event.trigger), "line": one.line}


def _safe(value: object, indent: int | None) -> str:
    plain = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def _plain(record: Record) -> dict[str, object]:
    """Return a record as plain objects; msgspec alone would leave tuples as they are."""
    return {key: _lists(value) for key, value in msgspec.to_builtins(record).items()}


def _lists(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_lists(item) for item in value]
    return {key: _lists(item) for key, item in value.items()} if isinstance(value, dict) else value


def _pick(record: Mapping[str, object], keys: tuple[str, ...]) -> dict[str, object]:
    return {key: record[key] for key in keys}
