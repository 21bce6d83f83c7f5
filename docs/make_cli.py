"""Writes docs/cli.md from the program's own help: ``python docs/make_cli.py``. A test holds that it is current."""

from pathlib import Path

from typer.testing import CliRunner

from firsthand.cli.app import app

PAGE = Path(__file__).with_name("cli.md")
LISTS = ("import", "list", "find", "drop")
COMMANDS = ((), ("read",), ("who",), ("events",), ("demo",), ("sanctions",), *(("sanctions", one) for one in LISTS))
HEAD = """\
# The command line

This page is what `firsthand --help` says, command by command. It is written by `python docs/make_cli.py`: change the
help texts in `src/firsthand/cli/app.py`, not this page.
"""


def render() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(_section(command) for command in COMMANDS)])


def _section(command: tuple[str, ...]) -> str:
    shown = CliRunner().invoke(app, [*command, "--help"], prog_name="firsthand", env={"COLUMNS": "100"})
    name = " ".join(("firsthand", *command))
    text = "\n".join(line.rstrip() for line in shown.output.strip().splitlines())
    return f"## `{name}`\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE}")
