import json
import sys
from pathlib import Path

import pytest

from benchmarks import footprint, speed
from benchmarks.running import BenchmarkError


def test_size_leaves_out_pip_and_links(tmp_path):
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    for name, size in {"numpy/core.so": 3_000_000, "pip/main.py": 9_000_000, "setuptools/x.py": 1_000_000}.items():
        path = packages / name
        path.parent.mkdir(parents=True)
        path.write_bytes(b"\0" * size)
    (tmp_path / "lib64").symlink_to(tmp_path / "lib")
    (packages / "link").symlink_to(packages / "numpy" / "core.so")
    assert footprint.installed_size(tmp_path) == pytest.approx(3.0)


def test_peak_memory_is_that_of_the_child(tmp_path):
    program = tmp_path / "eater"
    program.write_text(f"#!{sys.executable}\nblock = b'x' * 200_000_000\n", encoding="utf-8")
    program.chmod(0o755)
    assert 200 < footprint.peak_memory(program, Path("report.txt")) < 400


def test_batch_holds_that_many_different_reports_of_about_500_words(tmp_path):
    footprint.write_batch(tmp_path / "batch.jsonl", 3)
    texts = [json.loads(line)["text"] for line in (tmp_path / "batch.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(set(texts)) == 3
    assert all(450 < len(text.split()) < 600 for text in texts)


def test_loading_is_not_timed_and_work_is():
    program = speed.FRAME.format(load="time.sleep(0.3)", work="time.sleep(0.1)")
    seconds = speed.time_once(Path(sys.executable), program, ["text"], 1)
    assert 0.1 <= seconds["wall"] < 0.3
    assert seconds["cpu"] < 0.1


def test_an_engine_that_fails_is_one_line():
    with pytest.raises(BenchmarkError, match="ZeroDivisionError"):
        speed.time_once(Path(sys.executable), speed.FRAME.format(load="1 / 0", work="pass"), [], 1)


def test_table_gives_rates_and_the_ratio():
    best = {("Firsthand", 1): 2.0, ("spaCy sm", 1): 4.0}
    text = speed.table(best, ["one two", "three"])
    assert text.splitlines()[0] == "2 reports, 3 words"
    assert "1.0 reports" in text.splitlines()[1]
    assert text.splitlines()[1].endswith("2.00 times spaCy")
