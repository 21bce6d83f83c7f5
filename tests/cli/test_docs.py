import runpy
from pathlib import Path

from firsthand.cli.app import app

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_the_help_says():
    made = runpy.run_path(str(DOCS / "make_cli.py"))
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == made["render"](), "run: python docs/make_cli.py"


def test_every_command_is_on_the_page():
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert f"## `firsthand {command.callback.__name__}`" in page
    for group in app.registered_groups:
        for command in group.typer_instance.registered_commands:
            assert f"## `firsthand {group.name} {command.name or command.callback.__name__}`" in page
