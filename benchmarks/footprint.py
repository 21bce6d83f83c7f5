"""What Firsthand costs: seconds from start to first output, peak memory, and megabytes installed.

start    ``firsthand read`` on one short report, a new process each time. The first run is given apart: it may read the
         files from disk. The system's file cache is not emptied for it, since only an administrator can do that.
memory   the peak resident size of the process that reads one report, and one that reads 1,000 in a batch.
size     all files in a fresh environment after ``pip install`` of the wheel, pip and setuptools left out, compiled
         files included, since pip writes them.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
import venv
from pathlib import Path

from benchmarks.running import BenchmarkError, command, run

LIMITS = {"start, median (s)": 1.5, "installed size (MB)": 300, "peak memory, one report (MB)": 400}
LIMITS["peak memory, 1,000 reports (MB)"] = 700
REPORT = (
    "PORT ELLERY, June 3 (Tidewater News) - The harbour bridge will stay closed until the autumn, the transport "
    'ministry said on Tuesday. "We found cracks in two of the nine piers," chief engineer Marta Vell told reporters. '
    "Two officials briefed on the inspection said that the ministry had known of the damage since March. A ministry "
    "spokesman denied that and declined to comment on the cost. According to a council report, 40,000 people cross the "
    "bridge each day.\n"
)


def build_wheel(folder: Path) -> Path:
    """Builds Firsthand's wheel into a folder.

    Raises:
        BenchmarkError: it can't be built.
    """
    run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, "."])
    [wheel] = folder.glob("firsthand-*.whl")
    return wheel


def fresh_install(wheel: Path, folder: Path) -> Path:
    """Installs a wheel into a new environment in a folder, as a user would, and returns the environment's bin folder.

    Raises:
        BenchmarkError: it can't be installed.
    """
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    run([scripts / "python", "-m", "pip", "install", "--quiet", wheel])
    return scripts


def installed_size(environment: Path) -> float:
    """Megabytes (10^6 bytes) of the packages in an environment, without pip and setuptools."""
    [packages] = {path.resolve() for path in environment.glob("[Ll]ib*/**/site-packages")}  # lib64 is a link to lib
    tools = ("pip", "setuptools", "_distutils_hack", "distutils-precedence.pth", "pkg_resources")
    own = (p for p in packages.rglob("*") if p.is_file() and not p.is_symlink())
    return sum(p.stat().st_size for p in own if not p.relative_to(packages).parts[0].startswith(tools)) / 1e6


def starts(program: Path, report: Path, runs: int) -> list[float]:
    """Seconds of wall time of each run from start to end, its output read to the end."""
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        run([program, "read", report, "--json"])
        seconds.append(time.perf_counter() - began)
    return seconds


def peak_memory(program: Path, report: Path) -> float:
    """Megabytes (10^6 bytes) of peak resident memory of one run.

    Measured in a process of its own, because the system keeps only the largest child.
    """
    code = (
        "import resource,subprocess,sys;"
        "done=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss);sys.exit(done.returncode)"
    )
    peak = int(run([sys.executable, "-c", code, program, "read", report, "--jsonl"]))
    return peak * (1 if sys.platform == "darwin" else 1024) / 1e6


def write_batch(path: Path, count: int, paragraphs: int = 6) -> None:
    """Writes reports of about 500 words, no two the same, as JSONL."""
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = "\n\n".join(f"{REPORT.strip()} This was day {number + part}." for part in range(paragraphs))
            out.write(json.dumps({"id": f"r{number}", "text": text}) + "\n")


def measure(runs: int, batch: int, size: bool) -> dict[str, float]:
    """Takes all figures.

    Args:
        runs: starts to time.
        batch: reports in the batch.
        size: whether to build, install and weigh the wheel.

    Raises:
        BenchmarkError: Firsthand can't be run or installed.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report, reports = folder / "report.txt", folder / "reports.jsonl"
        report.write_text(REPORT, encoding="utf-8")
        write_batch(reports, batch)
        first, *rest = starts(command(), report, runs)
        figures = {"start, first (s)": first, "start, best (s)": min(first, *rest)}
        figures["start, median (s)"] = statistics.median([first, *rest])
        figures["peak memory, one report (MB)"] = peak_memory(command(), report)
        figures[f"peak memory, {batch:,} reports (MB)"] = peak_memory(command(), reports)
        if size:
            fresh_install(build_wheel(folder), folder / "environment")
            figures["installed size (MB)"] = installed_size(folder / "environment")
    return figures


def table(figures: dict[str, float]) -> str:
    """The figures as text, with their limits."""
    rows = ((name, value, f"limit {LIMITS[name]:g}" if name in LIMITS else "") for name, value in figures.items())
    return "\n".join(f"{name:44s} {value:7.2f}  {limit}".rstrip() for name, value, limit in rows)


def over(figures: dict[str, float]) -> list[str]:
    """The figures that are not under their limit."""
    return [name for name, value in figures.items() if value >= LIMITS.get(name, float("inf"))]


def main() -> int:
    """Prints the figures with their limits; 1 when one is over its limit, 2 when they can't be taken."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.footprint",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--runs", type=int, default=5, help="starts to time, at least 2 (default 5)")
    parser.add_argument("--batch", type=int, default=1000, help="reports in the batch (default 1000)")
    parser.add_argument("--no-size", action="store_true", help="leave out the installed size")
    options = parser.parse_args()
    try:
        figures = measure(max(2, options.runs), options.batch, not options.no_size)
    except BenchmarkError as error:
        print(f"footprint: {error}", file=sys.stderr)
        return 2
    print(table(figures))
    return int(bool(over(figures)))


if __name__ == "__main__":
    sys.exit(main())
