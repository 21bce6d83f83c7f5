"""`firsthand sanctions`: the commands and their options; what they do is in `firsthand.cli.listed`."""

from pathlib import Path
from typing import Annotated

import typer

_ABOUT = """\
Load sanctions lists, and look somebody up in them.

A list is loaded once, from a file or an address, into the archive: one file on this computer. From then on it is looked
up offline, and loading it again takes the old one's place.
"""
_EXAMPLES = """\
Examples:

\b
  firsthand sanctions import lists/sdn.csv
  firsthand sanctions import https://www.treasury.gov/ofac/downloads/sdn.xml
  firsthand sanctions list
  firsthand sanctions find "Viktor Example" --kind person --country RUS --on 2024-05-01
  firsthand sanctions find "Example Shipping" --json | jq '.[] | select(.asserted)'
  firsthand sanctions drop "OFAC SDN"
"""
_FORMATS = """\
The list is known by what is in the file, not by the file's name:

\b
  OFAC SDN list, CSV   sdn.csv, with alt.csv, add.csv and sdn_comments.csv beside it
  OFAC SDN list, XML   sdn.xml
  UN consolidated XML  the Security Council's list
  OpenSanctions        targets.simple.csv, or entities.ftm.json (FollowTheMoney)

All of it is loaded or, on any error, nothing: the error names file and line, and the archive stays as it was. From an
address the files beside sdn.csv are fetched too. In OpenSanctions' files only what is sanctioned counts, not who holds
an office or is somebody's relative.
"""
_SIGNS = """\
● is asserted: all parts of the name agree, and nothing speaks against it. ○ is only a candidate, and behind "but"
stands why: a part of the name is missing, it is a very common name, another kind, another country, a nickname, or
several entries have it. The share is how alike the names are. A list that does not tell since when somebody is on it
(OFAC's does not) can't tell either whether that was so on the date asked for.
"""

sanctions = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_ABOUT,
    epilog=_EXAMPLES,
)

Where = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="PATH",
        show_default=False,
        help="The archive; FIRSTHAND_ARCHIVE, or firsthand.db in your data folder, if not given.",
    ),
]


@sanctions.command("import", epilog=f"{_FORMATS}\n\n{_EXAMPLES}")
def import_(
    source: Annotated[str, typer.Argument(metavar="FILE|URL", help="The list.", show_default=False)],
    name: Annotated[
        str | None,
        typer.Option(help="Call the list this, instead of what it calls itself.", show_default=False),
    ] = None,
    archive: Where = None,
) -> None:
    """Load a sanctions list into the archive, in place of what is there under its name."""
    from firsthand.cli.listed import load

    load(source, name, archive)


@sanctions.command("list")
def list_(archive: Where = None) -> None:
    """Show which lists are loaded: how large, of when, from where."""
    from firsthand.cli.listed import show_lists

    show_lists(archive)


@sanctions.command(epilog=f"{_SIGNS}\n\n{_EXAMPLES}")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As a report writes it.", show_default=False)],
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            show_default=False,
            help="person, organization, vessel or aircraft. Ships and aircraft are asserted only if asked for as such.",
        ),
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="COUNTRY", show_default=False, help="Its country, by name or ISO 3166 code.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", show_default=False, help="Say whether it was listed on this day (2024-05-01)."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON array of candidates.")] = False,
    archive: Where = None,
) -> None:
    """Look somebody up in all lists that are loaded, over spellings, scripts and word orders."""
    from firsthand.cli.listed import Question, show_found

    show_found(Question.of(name, kind, country, on), archive, json=json)


@sanctions.command()
def drop(
    name: Annotated[str, typer.Argument(metavar="LIST", help="Its name, as `list` shows it.", show_default=False)],
    archive: Where = None,
) -> None:
    """Take a list out of the archive."""
    from firsthand.cli.listed import drop_list

    drop_list(name, archive)
