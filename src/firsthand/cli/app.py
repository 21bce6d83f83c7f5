"""The commands and their options; what they do is in `firsthand.cli.run`."""

from pathlib import Path
from typing import Annotated

import typer

from firsthand import __version__
from firsthand.cli.exits import Exit, table
from firsthand.cli.output import Format
from firsthand.cli.sanctions import sanctions

_EXAMPLES = """\
Examples:

\b
  firsthand demo
  firsthand read report.txt
  firsthand read https://example.org/news/1 --html -o page.html
  pbpaste | firsthand read - --outlet "Meridian Post" --published 2031-09-17
  firsthand read reports/ --jsonl > analyses.jsonl
  firsthand read reports/ --brat -o annotations/
  firsthand read report.json --json | jq '.attributions[] | select(.unnamed)'
  firsthand who report.txt
  firsthand events report.txt
"""
_LISTS = """\
  firsthand sanctions import sdn.csv
  firsthand sanctions find "Viktor Example"
"""
_WHO = """\
Examples:

\b
  firsthand who report.txt
  firsthand who https://example.org/news/1 --json | jq '.actors[] | select(.quoted > 1) | .name'
  firsthand who reports/ --jsonl > actors.jsonl
"""
_EVENTS = """\
A line tells when, who to whom, what, where, whether it happened, and on whose word:

\b
  2031-09-14 · Kessia Orrin (GOV) → Tarsia · ACCUSE disapprove · occurred · in the reporter's voice
  2031-W38 · somebody → Velmora · SANCTION discontinue · planned · say two unnamed diplomats

\b
  2031-09-14, 2031-W38  a TIMEX3 value, here a day and a week; “days later” where the report gives no more
  undated               the report does not tell when
  (UKR GOV)             the actor's country (ISO 3166) and its sector in society (PLOVER)
  somebody              the report does not tell who
  ACCUSE disapprove     type and mode in PLOVER's terms
  occurred              or planned, possible, conditional, denied, requested: as whoever tells of it puts it
  say two …             the innermost source first: says the president, say three people

On a terminal the words of the report stand below each line. --plover writes PLOVER's own JSON, one event a line, with
CAMEO codes beside; docs/events.md lists the fields. A report's date is what “on Tuesday” counts from: give it with
--published where the report does not.
"""
_EVENTS_EXAMPLES = """\
Examples:

\b
  firsthand events report.txt --published 2031-09-17
  firsthand events reports/ --plover > events.jsonl
  firsthand events reports/ | grep 'SANCTION.*occurred'
  firsthand events report.txt --json | jq '.events[] | select(.factuality == "planned") | .line'
"""
_EXITS = f"""\
Exit codes:

\b
{table()}
"""
_SIGNS = """\
On the screen each part of an attribution stands in its own brackets with the attribution's number:
[source]¹ {cue}¹ ⟨content⟩¹. In the list below the text ● is a named source, ○ an unnamed one, ∅ none at all;
✗ denies, ⊘ declines to comment, … did not answer, ? asks. A chain runs from the report back to the word it rests on:
report ← CNN ← two unnamed sources. An arrow behind a source gives the name of the one that the words mean: He →
Sergei Ryabkov. Below stand the events (`firsthand events --help` explains their lines), what happened and was said in
the order of time (e3 is the third event, a3 the third attribution), and who is under whose sanctions, where the report
tells of any; at the end the actors, the most quoted first.
"""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Read news reports offline and recover who said and did what, when, and on whose word: every attribution with "
    "its source, its words, its stance, and the chain of hands that it came through; every event with how sure it is "
    "and who tells of it.",
    epilog=f"{_EXAMPLES}{_LISTS}\n\n{_EXITS}",
)

app.add_typer(sanctions, name="sanctions")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"firsthand {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="A text, HTML, ninjs, JSON or JSONL file, a folder of them, an http(s) URL, or - for standard input.",
        show_default=False,
    ),
]
Threads = Annotated[int | None, typer.Option(min=1, help="Reports worked on at a time; one per CPU if not given.")]
AsJson = Annotated[bool, typer.Option("--json", help="One report as one JSON object.")]
AsJsonl = Annotated[bool, typer.Option("--jsonl", help="Many reports, one JSON object a line.")]
AsPlover = Annotated[bool, typer.Option("--plover", help="PLOVER JSON, one event a line, of any number of reports.")]
AsHtml = Annotated[bool, typer.Option("--html", help="One self-contained HTML page per report.")]
AsBrat = Annotated[bool, typer.Option("--brat", help="brat standoff, .txt and .ann, into the folder of --output.")]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        show_default=False,
        help="Write here instead of on the screen. A folder, for one file per report, if there are several "
        "sources, if it is one already, or if it ends in a slash.",
    ),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, ISO 8601, for every report.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it, for every report.")]
Model = Annotated[Path | None, typer.Option(help="A model folder, in place of the one that ships.", show_default=False)]
Where = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="PATH",
        show_default=False,
        help="The archive with the sanctions lists in which actors are looked up (`firsthand sanctions --help`); "
        "FIRSTHAND_ARCHIVE, or firsthand.db in your data folder, if there is one and none is given.",
    ),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR in the environment does the same.")]


@app.command(epilog=f"{_SIGNS}\n\n{_EXAMPLES}\n\n{_EXITS}")
def read(  # noqa: PLR0913 - typer takes one parameter per option
    sources: Sources,
    json: AsJson = False,
    jsonl: AsJsonl = False,
    html: AsHtml = False,
    brat: AsBrat = False,
    output: Output = None,
    published: Published = None,
    outlet: Outlet = None,
    title: Annotated[str | None, typer.Option(help="The headline, for every report.")] = None,
    model: Model = None,
    archive: Where = None,
    threads: Threads = None,
    no_color: NoColor = False,
) -> None:
    """Read reports and show who said what in them, on whose word.

    Several sources are one batch: what can't be read is named on standard error, in one line, and the others go on.
    """
    from firsthand.cli.run import Job, run

    format = _format(json=json, jsonl=jsonl, html=html, brat=brat)
    colour = False if no_color else None
    job = Job(tuple(sources), format, output, model=model, threads=threads, colour=colour, archive=archive)
    job.check()
    _leave(run(job, published=published, outlet=outlet, title=title))


@app.command(epilog=f"{_WHO}\n\n{_EXITS}")
def who(  # noqa: PLR0913 - typer takes one parameter per option
    sources: Sources,
    json: AsJson = False,
    jsonl: AsJsonl = False,
    output: Output = None,
    model: Model = None,
    archive: Where = None,
    threads: Threads = None,
    no_color: NoColor = False,
) -> None:
    """Show only who is who: the people, organizations, outlets and countries of each report.

    Each with its kind, country (ISO 3166) and sector (PLOVER), the roles that the report gives, how often it is quoted
    and how often it is mentioned. The most quoted come first; a description in parentheses stands for a source without
    a name.
    """
    from firsthand.cli.run import Job, run

    format = _format("who", json=json, jsonl=jsonl)
    colour = False if no_color else None
    job = Job(tuple(sources), format, output, model=model, threads=threads, colour=colour, archive=archive)
    job.check()
    _leave(run(job))


@app.command(epilog=f"{_EVENTS}\n\n{_EVENTS_EXAMPLES}\n\n{_EXITS}")
def events(  # noqa: PLR0913 - typer takes one parameter per option
    sources: Sources,
    json: AsJson = False,
    jsonl: AsJsonl = False,
    plover: AsPlover = False,
    output: Output = None,
    published: Published = None,
    outlet: Outlet = None,
    model: Model = None,
    archive: Where = None,
    threads: Threads = None,
    no_color: NoColor = False,
) -> None:
    """Show only what happens: who does what to whom, when, how sure, and on whose word.

    One line per event, in the order of the text, in PLOVER's terms. JSON adds the report's times and
    states, and the attributions and actors that events and states name.
    """
    from firsthand.cli.run import Job, run

    format = _format("events", json=json, jsonl=jsonl, plover=plover)
    colour = False if no_color else None
    job = Job(tuple(sources), format, output, model=model, threads=threads, colour=colour, archive=archive)
    job.check()
    _leave(run(job, published=published, outlet=outlet))


@app.command(epilog=_SIGNS)
def demo(
    json: AsJson = False, html: AsHtml = False, output: Output = None, model: Model = None, no_color: NoColor = False
) -> None:
    """Read a short made-up report that ships with Firsthand."""
    from firsthand.cli.run import Job, run
    from firsthand.demo import REPORT

    format = _format(json=json, html=html)
    _leave(run(Job((str(REPORT),), format, output, model=model, colour=False if no_color else None)))


def _format(part: str = "", /, **asked: bool) -> Format:
    """Return the one format that was asked for, of a whole analysis or of a part of it ("who", "events")."""
    chosen = [name for name, yes in asked.items() if yes]
    if len(chosen) > 1:
        raise typer.BadParameter(f"choose one of {', '.join(f'--{name}' for name in chosen)}")
    return Format("-".join(filter(None, (part, *chosen))) or Format.TEXT)


def _leave(code: Exit) -> None:
    raise typer.Exit(int(code))
