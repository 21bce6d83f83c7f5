"""An analysis as one HTML page that needs nothing else: no server, no network, no script to be read.

The page's own policy lets nothing load and nothing run but the style and the script whose digests it names, so a
report can't do anything there even if it got past the escaping.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from firsthand.export.events import OWN_VOICE, deeds, event_marks, time_label
from firsthand.export.timeline import sanctions, timeline
from firsthand.export.view import STANCE_SYMBOL, Part, Role, Standing, entries, line, listed, segments, visible
from firsthand.types import Analysis

_HTTP = ("http://", "https://")


def page(analysis: Analysis) -> str:
    """Return the page: the report's head, its marked text, its attributions with their chains, its events, its actors.

    Events, time line and sanctions are there only if the report has any.
    """
    report = analysis.report
    cut = segments(analysis, event_marks(analysis))
    return _template().render(
        report=report,
        link=_link(report.url or ""),
        model=analysis.model,
        pieces=[(segment, visible(report.text[segment.start : segment.end])) for segment in cut],
        entries=entries(analysis),
        numbers={one.id: number for number, one in enumerate(analysis.attributions, 1)},
        deeds=deeds(analysis),
        moments=timeline(analysis),
        sanctions=sanctions(analysis),
        actors=listed(analysis),
    )


def _link(url: str) -> str | None:
    """Return the address if it may be followed: the web's, and nothing in it that is not what it seems."""
    return url if url.lower().startswith(_HTTP) and visible(url) == url else None


@cache
def _template() -> Template:
    loader = PackageLoader("firsthand.export")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"line": line, "time_label": time_label}
    environment.globals |= {"roles": Role, "parts": Part, "standings": Standing}
    environment.globals |= {"stance_symbol": STANCE_SYMBOL, "own_voice": OWN_VOICE}
    for kind in ("css", "js"):
        content, _, _ = loader.get_source(environment, f"report.{kind}")
        environment.globals[kind] = content
        environment.globals[f"{kind}_digest"] = "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
    return environment.get_template("report.html")
