"""What a command does: read the sources as one batch, write what comes, name what can't be read, count both."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from firsthand.cli.exits import Exit
from firsthand.cli.output import LINES, SINGLE, Format, Writer, writer
from firsthand.errors import FirsthandError, InputError, InternalError, ModelError
from firsthand.export.view import line
from firsthand.types import Analysis

if TYPE_CHECKING:
    from firsthand.listing import Lists


@dataclass(frozen=True, slots=True)
class Job:
    """What is read, and where to and as what it is written.

    Attributes:
        sources: what the user named.
        format: what each analysis is written as.
        output: a file or folder; standard output if None.
        model: a model folder; the one that ships if None.
        threads: how many reports are worked on at a time; one per CPU if None.
        colour: whether to use colours; as the terminal allows if None.
        archive: where the sanctions lists are; if None, the user's own archive, where there is one.
    """

    sources: tuple[str, ...]
    format: Format
    output: str | None
    model: Path | None = None
    threads: int | None = None
    colour: bool | None = None
    archive: Path | None = None

    @property
    def several(self) -> bool:
        """Whether several reports are to be expected."""
        return len(self.sources) > 1 or Path(self.sources[0]).is_dir()

    @property
    def folder(self) -> bool:
        """Whether the output is a folder, with a file or more per report."""
        if self.output is None:
            return False
        named = self.output.endswith(("/", os.sep)) or Path(self.output).is_dir()
        return named or self.format is Format.BRAT or (self.several and self.format in SINGLE)

    def check(self) -> None:
        """Refuse what can't be done, before anything is read.

        Raises:
            typer.BadParameter: the format and the output do not go together.
        """
        if self.format is Format.BRAT and self.output is None:
            raise typer.BadParameter("--brat writes several files: name a folder with --output")
        if self.format in LINES and self.folder:
            remedy = "" if self.format is Format.EVENTS_PLOVER else " (or use --json)"
            raise typer.BadParameter(f"{self.format.option} writes one file: --output must not be a folder{remedy}")
        if self.format in SINGLE and self.several and self.output is None:
            raise typer.BadParameter(
                f"{self.format.option} without --output is for one report (use --jsonl, or a folder)"
            )


def run(job: Job, **overrides: str | None) -> Exit:
    """Do the job and say how it went; ``overrides`` are the fields of `firsthand.reading.Overrides`."""
    with one_line_per_failure() as failed:
        from firsthand.pipeline import Firsthand
        from firsthand.reading import Overrides, read_source

        given = Overrides(**overrides)
        found = chain.from_iterable(read_source(source, given) for source in job.sources)
        with ExitStack() as opened:
            try:
                lists = opened.enter_context(_lists(job.archive))
            except InputError as error:
                if job.archive:
                    raise
                say_line(message_of(error))  # nobody named the archive, so the command line is not to blame
                return Exit.NONE_READ
            outcomes = Firsthand(job.model, job.threads, lists=lists).analyse_many(found)
            output = None if job.output is None else Path(job.output)
            to = writer(job.format, output, folder=job.folder, colour=job.colour)
            return _write(outcomes, to, job)
    return failed.code


@contextmanager
def _lists(path: Path | None) -> "Iterator[Lists | None]":
    """Open the sanctions lists of the archive, if there are any.

    Raises:
        InputError: an archive was named and is not there, or the archive is damaged.
    """
    from firsthand.store import Archive, default_path

    if path is None and not default_path().exists():
        yield None
        return
    try:
        archive = Archive(path, create=False)
    except FileNotFoundError as error:
        raise InputError(f"{path}: no archive there", "make one with `firsthand sanctions import`") from error
    with archive:
        yield archive.sanctions if archive.sanctions.lists() else None


def _write(outcomes: Iterator[Analysis | FirsthandError], to: Writer, job: Job) -> Exit:
    """Write what was read and name what was not, as it comes."""
    count = Counter[type]()
    with _progress(job) as (advance, say):
        for outcome in outcomes:
            count[type(outcome)] += 1
            advance()
            if isinstance(outcome, Analysis):
                to.write(outcome)
            else:
                say(message_of(outcome))
        if not count:
            say(f"firsthand: no report in {line(', '.join(job.sources), 200)}")
    to.close()
    return _code(count)


def _code(count: Counter[type]) -> Exit:
    if count[InternalError]:
        return Exit.INTERNAL
    if not count[Analysis]:
        return Exit.NONE_READ
    return Exit.ALL_READ if count.total() == count[Analysis] else Exit.SOME_UNREAD


@contextmanager
def _progress(job: Job) -> Iterator[tuple[Callable[[], object], Callable[[str], object]]]:
    """Show how far a batch has come, if standard error is a terminal and nothing else is written there.

    Yields:
        A function to call after each report, and one that prints a line on standard error.
    """
    shares_screen = job.output is None and sys.stdout.isatty()
    if not job.several or shares_screen or not sys.stderr.isatty():
        yield (lambda: None), say_line
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    screen = Console(stderr=True, markup=False, highlight=False, no_color=True if job.colour is False else None)
    columns = SpinnerColumn(), TextColumn("reports read:"), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=screen, transient=True) as progress:
        task = progress.add_task("", total=None if _open_ended(job.sources) else len(job.sources))
        yield (lambda: progress.advance(task)), lambda message: screen.print(message, soft_wrap=True)


def _open_ended(sources: Iterable[str]) -> bool:
    """Whether a source may hold any number of reports, so that nobody knows how many will come."""
    return any(source == "-" or source.endswith((".jsonl", ".json")) or Path(source).is_dir() for source in sources)


def say_line(message: str) -> None:
    """Print one line on standard error."""
    print(message, file=sys.stderr, flush=True)


def message_of(error: BaseException) -> str:
    """Return the one line that tells a user of an error."""
    return f"firsthand: {line(str(error))}"


class Failure:
    """Which code a job that was broken off ends with."""

    code = Exit.INTERNAL


@contextmanager
def one_line_per_failure() -> Iterator[Failure]:
    """Turn whatever breaks a job off into one line and a code."""
    failed = Failure()
    try:
        yield failed
    except BrokenPipeError:
        failed.code = Exit.PIPE_CLOSED
        _hush()
    except KeyboardInterrupt:
        say_line("firsthand: interrupted")
        _hush()
        os._exit(Exit.INTERRUPTED)  # the reports being worked on can't be stopped, and may take minutes
    except InputError as error:  # raised, not yielded: it is about the command line, not about one source
        failed.code = Exit.USAGE
        say_line(message_of(error))
    except ModelError as error:
        failed.code = Exit.BAD_MODEL
        say_line(message_of(error))
    except OSError as error:
        failed.code = Exit.CANNOT_WRITE
        say_line(f"firsthand: {line(str(error.filename or 'output'))}: cannot write: {error.strerror}")
    except Exception as error:
        say_line(f"firsthand: {type(error).__name__}: {line(str(error))} (a bug in Firsthand: please report it)")


def _hush() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not complain of a closed pipe."""
    with suppress(BrokenPipeError, ValueError):
        sys.stdout.flush()
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, not a path of ours
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
