"""Runs targets of the Makefile one after another, goes on after a failure, and ends with one line of counts.

A step that ends with counts of its own ("212 passed, 1 skipped") adds those; any other step counts as one.
"""

import argparse
import re
import subprocess
import sys
import time
from collections import Counter

COUNT = re.compile(r"\b(\d+) (passed|failed|errors?|skipped)\b")


def counts(output: str, status: int) -> Counter[str]:
    """How many checks of a step passed, failed and were skipped.

    Args:
        output: what the step printed.
        status: its exit status.
    """
    lines = [line for line in output.splitlines() if line.strip()]
    found: Counter[str] = Counter()
    for line in reversed(lines[-3:]):
        if COUNT.search(line):
            for number, word in COUNT.findall(line):
                found["failed" if word.startswith("error") else word] += int(number)
            break
    if status and not found["failed"]:
        found["failed"] = 1
    return found or Counter(passed=1)


def run(step: str) -> Counter[str]:
    """Runs one target, passing on what it prints, and counts its checks."""
    print(f"\n== {step}", flush=True)
    started = time.monotonic()
    output = []
    command = ["make", "--no-print-directory", step]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            output.append(line)
    result = counts("".join(output), process.returncode)
    print(f"== {step}: {summary(result)} in {time.monotonic() - started:.0f} s", flush=True)
    return result


def summary(found: Counter[str]) -> str:
    """The counts as words: "3 passed, 0 failed"."""
    text = f"{found['passed']} passed, {found['failed']} failed"
    return f"{text}, {found['skipped']} skipped" if found["skipped"] else text


def main() -> int:
    """Runs the steps; 1 when a check failed."""
    parser = argparse.ArgumentParser(prog="python -m scripts.steps", description=__doc__)
    parser.add_argument("step", nargs="+", help="targets of the Makefile")
    total: Counter[str] = Counter()
    failed = []
    for step in parser.parse_args().step:
        found = run(step)
        total.update(found)
        failed += [step] if found["failed"] else []
    print(f"\nfailed: {', '.join(failed)}" if failed else "")
    print(summary(total))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
