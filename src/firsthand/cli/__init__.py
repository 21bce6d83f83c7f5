"""The command line: a skin over the pipeline and the exports."""


def main() -> None:
    """Run the command line and leave with one of the codes of `firsthand.cli.exits.Exit`."""
    from firsthand.cli.app import app

    app(prog_name="firsthand")
