"""From a report to its analysis: the main path, alone and over many reports.

A batch holds a fixed number of reports at a time, however many come in and however slowly the results are taken.
"""

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeAlias

from msgspec import structs

from firsthand.actors import Registry, who
from firsthand.decoding import decode
from firsthand.errors import FirsthandError, InputError, InternalError
from firsthand.events import dated, happen, states
from firsthand.listing import Lists, attach
from firsthand.reading import Overrides, read_source, read_text
from firsthand.scores import Options, Window
from firsthand.sourcing import source
from firsthand.tagger import Tagger
from firsthand.times import anchor, times
from firsthand.types import Analysis, Report

Item: TypeAlias = Report | str | Path
Outcome: TypeAlias = Analysis | FirsthandError

PER_THREAD = 4  # reports held per thread: enough that a long one does not starve the other threads
NAME_MAX = 4096  # no path is longer; a longer string is text, and asking the file system about it would fail

_URL = re.compile(r"https?://\S+", re.IGNORECASE)


class Tags(Protocol):
    """What the pipeline needs of a tagger: its name, how to decode it, and scores for the words of a text."""

    @property
    def name(self) -> str:
        """Name and version of the model."""

    @property
    def decoding(self) -> Options:
        """How bold decoding is with this model."""

    def tag(self, text: str) -> Iterable[Window]:
        """Return the scores of the text, window by window."""


def analyse(report: Report, tagger: Tags) -> Analysis:
    """Find who said and who did what in a report: the main path."""
    found = decode(tagger.tag(report.text), tagger.decoding)
    attributions = source(report, found.quotations)
    cast = who(report, attributions, found.mentions)
    when = times(report)
    attributions = dated(report, tuple(map(cast.name, attributions)), when, found.happenings)
    events = happen(report, attributions, cast.actors, found.happenings, when)
    return Analysis(
        report=report,
        attributions=attributions,
        actors=cast.actors,
        times=when,
        events=events,
        states=states(report, attributions, cast.actors, events),
        model=tagger.name,
    )


class Firsthand:
    """Reads reports, with one model loaded once.

    Args:
        model: a model folder; the model that ships with Firsthand if None.
        threads: how many reports of a batch are worked on at a time; one per CPU if None.
        tagger: what scores the tokens, in place of a model folder.
        lists: sanctions lists in which actors are looked up (``Archive().sanctions``); none if None.

    Raises:
        ModelError: the model folder is missing, damaged, or does not fit this version.
        ValueError: threads is below 1, or both a model and a tagger are given.
    """

    def __init__(
        self,
        model: str | Path | None = None,
        threads: int | None = None,
        *,
        tagger: Tags | None = None,
        lists: Lists | None = None,
    ) -> None:
        if threads is not None and threads < 1:
            raise ValueError(f"threads must be at least 1, not {threads}")
        if model is not None and tagger is not None:
            raise ValueError("give a model folder or a tagger, not both")
        self.threads = threads or os.cpu_count() or 1
        self._tagger = tagger or Tagger(None if model is None else Path(model))
        self._lists = lists

    def read(
        self, item: Item, *, published: str | None = None, outlet: str | None = None, title: str | None = None
    ) -> Analysis:
        """Read one report.

        Args:
            item: a Report; a Path; or a string. A string is a source (a file, a folder, an http(s) URL, ``-`` for
                standard input) if it has no white space in it or names something that exists; else it is the text of
                a report. So a mistyped file name is an error, not a report of one word.
            published: the publication date, ISO 8601, in place of what the source says.
            outlet: who published it, in place of what the source says.
            title: its headline, in place of what the source says.

        Raises:
            InputError: the source can't be read, holds no report, or holds several (then use `read_many`).
            InternalError: a bug in Firsthand.
        """
        found = list(islice(reports([item], Overrides(published=published, outlet=outlet, title=title)), 2))
        if not found:
            raise InputError(f"{item}: no report in it", "give a file, folder, URL or text with a report")
        if len(found) > 1:
            raise InputError(f"{item}: holds more than one report", "use read_many")
        return _unwrap(_lasting(self._try(found[0]), Registry()))

    def read_many(
        self,
        items: Iterable[Item],
        *,
        published: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
    ) -> Iterator[Outcome]:
        """Read many reports, several at a time, and yield what came of each, in the order of the input.

        Args:
            items: as for `read`, but each may hold any number of reports.
            published: as for `read`, for every report.
            outlet: as for `read`, for every report.
            title: as for `read`, for every report.

        Yields:
            An Analysis for each report, or, in the place of what could not be read, the error. It is not raised, so
            the others go on.
        """
        return self.analyse_many(reports(items, Overrides(published=published, outlet=outlet, title=title)))

    def analyse_many(self, found: Iterable[Report | FirsthandError]) -> Iterator[Outcome]:
        """Analyse reports that were read elsewhere, as `read_many` does; errors pass through in their place."""
        limit = self.threads * PER_THREAD
        waiting: deque[Future[Outcome]] = deque()
        pool = ThreadPoolExecutor(self.threads, thread_name_prefix="firsthand")
        registry = Registry()
        try:
            for one in found:
                waiting.append(pool.submit(self._try, one))
                while waiting and (len(waiting) >= limit or waiting[0].done()):
                    yield _lasting(waiting.popleft().result(), registry)
            while waiting:
                yield _lasting(waiting.popleft().result(), registry)
        finally:  # also when the caller stops early: drop what waits, do not sit through what runs
            pool.shutdown(wait=False, cancel_futures=True)

    def _try(self, found: Report | FirsthandError) -> Outcome:
        """Analyse one report; whatever goes wrong is returned, so that the rest of a batch goes on."""
        if isinstance(found, FirsthandError):
            return found
        try:
            analysis = analyse(found, self._tagger)
            return attach(analysis, self._lists, anchor(found)) if self._lists else analysis
        except FirsthandError as error:
            return error
        except Exception as error:
            broken = InternalError(
                f"{found.id}: {type(error).__name__}: {error}", "a bug in Firsthand: please report it"
            )
            broken.__cause__ = error
            return broken


def reports(items: Iterable[Item], overrides: Overrides) -> Iterator[Report | FirsthandError]:
    """Read the reports in the items, one at a time, when they are asked for; see `Firsthand.read`."""
    for item in items:
        if isinstance(item, Report):
            yield _given(item, overrides)
        elif isinstance(item, Path) or is_source(item):
            yield from read_source(str(item), overrides)
        else:
            try:
                yield read_text(item, overrides)
            except InputError as error:
                yield error


def is_source(item: str) -> bool:
    """Whether a string names a source, rather than being a report's text; see `Firsthand.read`."""
    if not item or len(item) > NAME_MAX or "\0" in item:
        return False
    if _URL.fullmatch(item) or not any(map(str.isspace, item)):
        return True
    try:
        return Path(item).exists()
    except OSError:  # a name that the file system refuses is no name
        return False


def _given(report: Report, overrides: Overrides) -> Report:
    """Return a report that is already read with what the user says about it in place of its own."""
    said = overrides.given()
    return structs.replace(report, **said, metadata=report.metadata | dict.fromkeys(said, "given")) if said else report


def _lasting(outcome: Outcome, registry: Registry) -> Outcome:
    """Give the actors of an analysis ids that hold over all reports of the batch."""
    if isinstance(outcome, FirsthandError):
        return outcome
    ids = registry.ids(outcome.actors)
    actors = tuple(structs.replace(one, id=ids[one.id]) for one in outcome.actors)
    said = tuple(structs.replace(one, actor=ids[one.actor]) if one.actor else one for one in outcome.attributions)

    def named(parties: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids[one] for one in parties)

    events = tuple(
        structs.replace(one, actor=named(one.actor), recipient=named(one.recipient)) for one in outcome.events
    )
    true = tuple(structs.replace(one, subject=ids[one.subject]) for one in outcome.states)
    return structs.replace(outcome, actors=actors, attributions=said, events=events, states=true)


def _unwrap(outcome: Outcome) -> Analysis:
    if isinstance(outcome, FirsthandError):
        raise outcome
    return outcome
