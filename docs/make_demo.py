"""Draws docs/demo.svg, the README's picture, from what ``firsthand demo`` prints: ``python docs/make_demo.py``."""

import io
import re
from pathlib import Path

from rich.console import Console

from firsthand import Firsthand
from firsthand.cli.terminal import show
from firsthand.demo import REPORT

PICTURE = Path(__file__).with_name("demo.svg")
COLUMNS = 118


def main() -> None:
    """Read the demo report and draw what a terminal shows of it."""
    console = Console(
        file=io.StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="truecolor",
        markup=False, emoji=False, highlight=False,
    )  # fmt: skip
    show(Firsthand().read(REPORT), console)
    picture = console.export_svg(title="firsthand demo")
    # rich asks a content network for its font; a picture asks nobody
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL).replace("Fira Code", "ui-monospace")
    PICTURE.write_text(picture, encoding="utf-8", newline="\n")
    print(f"wrote {PICTURE}")


if __name__ == "__main__":
    main()
