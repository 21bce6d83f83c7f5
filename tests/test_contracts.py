"""What holds for the repository as a whole: who imports whom, what is depended on, what is public and documented."""

import ast
import importlib
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "firsthand"
SOURCES = sorted(PACKAGE.rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MAX_LINES = 400


def imports(path: Path) -> Iterator[str]:
    """The top-level packages that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.partition(".")[0]


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_imports_run_one_way():
    checker = Path(sysconfig.get_path("scripts")) / "lint-imports"
    if not checker.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([checker, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_package_imports_only_what_it_declares(path):
    declared = {normalised(re.split(r"[^\w.-]", line)[0]) for line in PROJECT["dependencies"]}
    distributions = packages_distributions()
    for name in set(imports(path)) - set(sys.stdlib_module_names) - {"firsthand"}:
        owners = {normalised(owner) for owner in distributions.get(name, [name])}
        assert owners & declared, f"{path.name} imports {name}, which pyproject.toml does not declare"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_stay_readable(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_every_dependency_is_used():
    used = {name for path in SOURCES for name in imports(path)}
    owners = packages_distributions()
    owned = {normalised(owner) for name in used for owner in owners.get(name, [])}
    declared = {normalised(re.split(r"[^\w.-]", line)[0]) for line in PROJECT["dependencies"]}
    assert declared <= owned


def test_package_says_that_it_is_typed():
    assert (PACKAGE / "py.typed").exists()


def test_public_names_exist():
    package = importlib.import_module("firsthand")
    assert "Firsthand" in package.__all__
    for name in package.__all__:
        assert getattr(package, name).__doc__, f"{name} has no docstring"


def test_importing_the_package_opens_no_connection_and_loads_no_training_library(tmp_path):
    code = "import sys, firsthand, firsthand.cli; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    # -I: neither the working folder nor PYTHONPATH may help.
    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert not {"torch", "transformers", "spacy", "training", "benchmarks"} & set(done.stdout.split())


def test_demo_works_offline_and_without_a_home(tmp_path):
    program = Path(sysconfig.get_path("scripts")) / "firsthand"
    dead = "http://127.0.0.1:9"
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "none"), "HTTPS_PROXY": dead, "HTTP_PROXY": dead}
    done = subprocess.run([program, "demo"], cwd=tmp_path, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert "report ←" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("module", ["gate", "gum", "lists", "names", "speed", "footprint"])
def test_every_benchmark_has_help(module):
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: python -m benchmarks.{module}")
