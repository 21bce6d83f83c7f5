"""What the documents promise holds: commands exist, the example runs, links lead somewhere."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md"]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_python_example_runs_and_finds_its_sources(tmp_path):
    [example] = blocks("python")
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    unnamed, named, *actors = done.stdout.splitlines()
    assert re.fullmatch(r"Two officials briefed on the inspection person asserts True 2 p\d+", unnamed)
    assert named == "Harbour minister Jonas Pell person denies False 1 jonas-pell"
    assert "Jonas Pell person None GOV ['Harbour minister']" in actors


def test_readme_has_two_setup_commands_and_ci_runs_the_second():
    first, *_, second = blocks("sh")
    assert first.strip() == "pip install . && firsthand demo"
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().endswith(second.strip())


@pytest.mark.parametrize("line", [x for x in "".join(blocks("sh")).splitlines() if x.startswith("firsthand read")])
def test_commands_use_options_that_exist(line):
    done = subprocess.run(
        [sys.executable, "-m", "firsthand", "read", "--help"], capture_output=True, text=True, check=True
    )
    for word in shlex.split(line, comments=True):
        if word.startswith("-"):
            assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", done.stdout), f"{word} is not an option"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files(name):
    path = ROOT / name
    for target in re.findall(r"\]\(([^)#\s]+)\)", path.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), f"{name} links to {target}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_make_targets_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", text, re.MULTILINE))
    assert named <= TARGETS
