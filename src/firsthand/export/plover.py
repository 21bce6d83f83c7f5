"""Events as PLOVER JSON: one record per event, with the field names of PLOVER's manual, draft of 4 February 2024.

Fields that the manual does not have are marked in docs/events.md. What the report does not tell is null or empty.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from firsthand import __version__
from firsthand.export.cameo import cameo
from firsthand.export.events import Deed, deeds, nearest
from firsthand.export.json import line_of
from firsthand.times import anchor
from firsthand.types import Actor, Analysis, Event, Factuality, Place, Report

CODEBOOK = "PLOVER draft 2024-02-04"

# Quad class (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict) and scale, which
# runs from -9 to 10. The draft prints 3 for ACCUSE: among the verbal conflicts it can only be -3.
SCALES = {
    "AGREE": (1, 2.5), "CONSULT": (1, 2.5), "SUPPORT": (1, 5.0), "CONCEDE": (1, 4.5), "COOPERATE": (2, 9.5),
    "AID": (2, 10.0), "RETREAT": (2, 6.5), "REQUEST": (3, 0.0), "ACCUSE": (3, -3.0), "REJECT": (3, -2.0),
    "THREATEN": (3, -3.5), "PROTEST": (4, -5.0), "SANCTION": (4, -6.0), "MOBILIZE": (4, -5.5), "COERCE": (4, -7.0),
    "ASSAULT": (4, -9.0),
}  # fmt: skip

# PLOVER's auxiliary modes, so that whoever reads only PLOVER's own fields does not count what did not happen.
AUXILIARY = {
    Factuality.PLANNED: "future",
    Factuality.POSSIBLE: "hypothetical",
    Factuality.CONDITIONAL: "hypothetical",
    Factuality.REQUESTED: "hypothetical",
    Factuality.DENIED: "negation",
}


def dumps_plover(analysis: Analysis) -> str:
    """Return the events as JSONL, one a line; nothing for a report without events."""
    return "".join(f"{line_of(record)}\n" for record in records(analysis))


def records(analysis: Analysis) -> Iterator[dict[str, object]]:
    """Yield the PLOVER record of each event, in the order of the text."""
    report, actors = analysis.report, {one.id: one for one in analysis.actors}
    day = _day(report)
    for deed in deeds(analysis):
        one = deed.event
        yield {
            "id": f"{report.id}/{one.id}",
            **(_dates(one) or day),
            "actor": [_party(actors[id_], one, report) for id_ in one.actor if id_ in actors],
            "recipient": [_party(actors[id_], one, report) for id_ in one.recipient if id_ in actors],
            "event": [one.type],
            "mode": [mode for mode in (one.mode, AUXILIARY.get(one.factuality)) if mode],
            "context": list(one.contexts),
            "quad_code": SCALES[one.type][0] if one.type in SCALES else None,
            "event_scale": SCALES[one.type][1] if one.type in SCALES else None,
            "event_loc": _place(one.place) if one.place else None,
            "event_text": [report.text[start:end] for start, end in one.trigger],
            **_sentence(report.text, *deed.sentence),
            "cite_info": _cited(analysis),
            "publisher": report.outlet,
            "published": report.published,
            **_ours(deed),
        }


def _dates(one: Event) -> dict[str, object] | None:
    """The first and, if it is another, the last day of the event; None where its own is not known."""
    if not (one.when and one.when.start):
        return None
    first, last = one.when.start[:10], (one.when.end or one.when.start)[:10]
    return {"date": first, "enddate": last if last != first else None, "date_of": "event"}


def _day(report: Report) -> dict[str, object]:
    """The day of the report, for the events that have none: that of publication, else the dateline's."""
    published = anchor(replace(report, dateline=None))
    day = published or anchor(report)
    of = "published" if published else "dateline"
    return {"date": day and day.isoformat(), "enddate": None, "date_of": day and of}


def _party(actor: Actor, one: Event, report: Report) -> dict[str, object]:
    """An actor object: the words nearest to the act, who that is, its country or kind of body, its sector."""
    start, end = nearest(actor, one.trigger[0]) or (0, 0)
    return {
        "actor_text": report.text[start:end] or actor.name,
        "identifier_id": actor.ids.get("wikidata") or actor.id,
        "identifier_text": actor.name,
        "code": actor.country,
        "sector": actor.sector,
    }


def _place(place: Place) -> dict[str, object]:
    return {"name": place.name, "cc3": place.country, "latitude": place.lat, "longitude": place.lon}


def _sentence(text: str, start: int, end: int) -> dict[str, object]:
    start, end = end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
    return {"text": text[start:end], "text_info": {"start": start, "end": end}}


def _cited(analysis: Analysis) -> dict[str, object]:
    report = analysis.report
    return {
        "publication": report.outlet,
        "title": report.title,
        "url": report.url,
        "language": report.language,
        "coder": f"Firsthand {__version__}, {analysis.model}",
        "codebook": CODEBOOK,
    }


def _ours(deed: Deed) -> dict[str, object]:
    """The fields that PLOVER does not have."""
    one = deed.event
    return {
        "factuality": one.factuality,
        "certainty": one.certainty,
        "asserted_by": deed.teller,
        "cameo": list(cameo(one.type, one.mode, one.contexts)),
        "score": one.score,
    }
