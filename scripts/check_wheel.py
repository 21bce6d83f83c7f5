"""Builds the wheel, looks into it, installs it alone into a new environment, and reads a report with it.

What a user gets from ``pip install`` is this wheel and what it asks for: the model must be in it, training and its
libraries must not, and ``firsthand demo`` must work from a folder that knows nothing of this repository.
"""

import argparse
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.footprint import LIMITS, build_wheel, fresh_install, installed_size
from benchmarks.running import BenchmarkError

NEEDED = ("firsthand/py.typed", "firsthand/models/*/*.onnx", "firsthand/models/*/vocab.txt", "firsthand/demo/*")
FOREIGN = ("torch", "transformers", "spacy", "sklearn", "pandas")


def faults_of_contents(names: Iterable[str]) -> list[str]:
    """What a wheel lacks, and what it should not hold, as sentences.

    Args:
        names: the paths in the wheel.
    """
    paths = [Path(name) for name in names]
    faults = [f"{need} is not in the wheel" for need in NEEDED if not any(p.match(need) for p in paths)]
    faults += [f"{p} has no business in the wheel" for p in paths if not p.parts[0].startswith("firsthand")]
    return faults


def faults_of_install(scripts: Path, folder: Path) -> list[str]:
    """What is wrong with an installed Firsthand, as sentences.

    Args:
        scripts: the environment's bin folder.
        folder: an empty folder to run in.
    """
    code = f"import importlib.util as u; print(*[n for n in {FOREIGN} if u.find_spec(n)])"
    present = _run([scripts / "python", "-c", code], folder).stdout.split()
    faults = [f"{name} was installed along" for name in present]
    demo = _run([scripts / "firsthand", "demo"], folder)
    if demo.returncode or not demo.stdout.strip():
        faults.append(f"firsthand demo ended with {demo.returncode}: {demo.stderr.strip()[-500:]}")
    return faults


def _run(arguments: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603


def check() -> list[str]:
    """Builds, installs and tries the wheel.

    Returns:
        What is wrong, as sentences.

    Raises:
        BenchmarkError: it can't be built or installed.
    """
    limit = LIMITS["installed size (MB)"]
    with tempfile.TemporaryDirectory() as name:
        folder, empty = Path(name), Path(name) / "empty"
        empty.mkdir()
        wheel = build_wheel(folder)
        faults = faults_of_contents(zipfile.ZipFile(wheel).namelist())
        scripts = fresh_install(wheel, folder / "environment")
        faults += faults_of_install(scripts, empty)
        size = installed_size(folder / "environment")
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB; installed with all it needs: {size:.0f} MB")
    return faults if size < limit else [*faults, f"{size:.0f} MB installed, the limit is {limit:g}"]


def main() -> int:
    """Prints what is wrong; 1 when anything is."""
    argparse.ArgumentParser(prog="python -m scripts.check_wheel", description=__doc__).parse_args()
    try:
        faults = check()
    except BenchmarkError as error:
        faults = [str(error)]
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
