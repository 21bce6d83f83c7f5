"""An analysis on a terminal or in a pipe: everything that colour says is also said by a sign.

A report is never markup here: text is passed to rich as plain ``Text``, cleared of whatever a terminal would obey.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from rich.console import Console
from rich.text import Text

from firsthand.export.events import Deed, deeds, time_label
from firsthand.export.timeline import Moment, Sanctioned, sanctions, timeline
from firsthand.export.view import (
    STANCE_SYMBOL,
    Entry,
    Mark,
    Role,
    Segment,
    Standing,
    entries,
    line,
    listed,
    segments,
    visible,
)
from firsthand.types import Analysis, Factuality, Report, Stance

_BRACKETS: dict[str, tuple[str, str]] = {
    Role.SOURCE: ("[", "]"),
    Role.CUE: ("{", "}"),
    Role.CONTENT: ("⟨", "⟩"),
}
_ROLE_STYLE: dict[str, str] = {Role.SOURCE: "bold cyan", Role.CUE: "bold yellow", Role.CONTENT: "green"}
_STANDING_STYLE = {Standing.NAMED: "bold", Standing.UNNAMED: "bold yellow", Standing.UNATTRIBUTED: "bold magenta"}
_STANCE_STYLE = {
    Stance.ASSERTS: "",
    Stance.DENIES: "bold red",
    Stance.DECLINES: "bold magenta",
    Stance.SILENT: "bold blue",
    Stance.ASKS: "bold cyan",
}
_FACTUALITY_STYLE = {
    Factuality.OCCURRED: "green",
    Factuality.PLANNED: "bold blue",
    Factuality.POSSIBLE: "bold magenta",
    Factuality.CONDITIONAL: "bold magenta",
    Factuality.DENIED: "bold red",
    Factuality.REQUESTED: "bold cyan",
}
_SUPERSCRIPT = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺")
_INDENT = "  "
_LABEL_LIMIT = 100  # enough to know a long noun phrase again; the whole of it is marked in the text above


def console(file: IO[str], *, colour: bool | None = None) -> Console:
    """Return a console on a stream: coloured if asked, or, when None, if it is a terminal and NO_COLOR is not set.

    In a pipe or a file lines are not wrapped, so that ``grep`` sees whole ones.
    """
    return Console(
        file=file,
        markup=False,
        emoji=False,
        highlight=False,
        no_color=True if colour is False else None,
        force_terminal=True if colour else None,
        soft_wrap=not file.isatty(),
    )


def show(analysis: Analysis, out: Console) -> None:
    """Print the head of the report, its marked text, its attributions with their chains, its events and its actors.

    Events, time line and sanctions are sections only where the report has any.
    """
    sections = (
        _head(analysis.report),
        (marked(analysis),),
        _lines(analysis),
        _titled("Events", _numbered(deeds(analysis))),
        _titled("Time line", _timeline(timeline(analysis))),
        _titled("Sanctions", _sanctions(sanctions(analysis))),
        _actors(analysis),
        (legend(),),
    )
    shown = [texts for texts in map(list, sections) if texts]
    for number, texts in enumerate(shown):
        for text in (Text(), *texts) if number else texts:
            out.print(text)


def show_actors(analysis: Analysis, out: Console) -> None:
    """Print the head of the report and its actors."""
    for text in (*_head(analysis.report), Text(), *_actors(analysis)):
        out.print(text)


def show_events(analysis: Analysis, out: Console) -> None:
    """Print the head of the report and a line for each event; on a terminal with the words that it rests on below."""
    for text in (*_head(analysis.report), Text(), *_events(deeds(analysis), words=out.is_terminal)):
        out.print(text)


def _head(report: Report) -> Iterator[Text]:
    facts = (report.outlet, report.published, report.byline, report.url)
    yield Text(" · ".join(line(fact) for fact in facts if fact) or "outlet and date unknown", style="dim")
    yield Text(line(report.title or "(no title)"), style="bold")
    if report.hands:
        hands = ", ".join(f"{line(hand.name)} ({hand.role})" for hand in report.hands)
        yield Text(f"hands: {hands}", style="dim")
    for warning in report.warnings:
        yield Text(f"! {line(warning)}", style="yellow")


def marked(analysis: Analysis) -> Text:
    """Return the report's text with every source, cue and content in its brackets, with its number."""
    text = Text()
    for segment in segments(analysis):
        _append(text, segment, analysis.report.text[segment.start : segment.end])
    return text


def _append(text: Text, segment: Segment, piece: str) -> None:
    for mark in segment.opened:
        text.append(_BRACKETS[mark.role][0], _ROLE_STYLE[mark.role])
    text.append(visible(piece), _ROLE_STYLE[segment.marks[-1].role] if segment.marks else "")
    for mark in segment.closed:
        text.append(_BRACKETS[mark.role][1] + _superscript(mark), _ROLE_STYLE[mark.role])


def _superscript(mark: Mark) -> str:
    return ",".join(map(str, mark.numbers)).translate(_SUPERSCRIPT)


def _lines(analysis: Analysis) -> Iterator[Text]:
    shown = entries(analysis)
    if not shown:
        yield Text("No attribution found: nobody is quoted or cited in this report.")
    width = len(str(len(shown)))
    for entry in shown:
        yield _summary(entry, width)
        yield _chain(entry, width)


def _summary(entry: Entry, width: int) -> Text:
    """``3 ○ two unnamed sources “familiar with the plans” (person) said · indirect · asserts``."""
    one = entry.attribution
    text = Text(f"{entry.number:>{width}} {_INDENT * entry.depth}")
    text.append(f"{entry.standing.symbol} {line(entry.label, _LABEL_LIMIT)}", _STANDING_STYLE[entry.standing])
    text.append(f" → {line(entry.actor, _LABEL_LIMIT)}" if entry.actor else "", "bold cyan")
    text.append(f" ({one.kind})" if one.kind else "")
    text.append(f" {entry.cue}" if entry.cue else "", _ROLE_STYLE[Role.CUE])
    text.append(f" · {one.form} · ")
    text.append(f"{STANCE_SYMBOL[one.stance]} {one.stance}".lstrip(), _STANCE_STYLE[one.stance])
    return text


def _chain(entry: Entry, width: int) -> Text:
    """The second line of an attribution: its chain, and what ties it to others."""
    text = Text(
        f"{'':{width}} {_INDENT * entry.depth}  {' ← '.join(line(hand, _LABEL_LIMIT) for hand in entry.chain)}",
        style="dim",
    )
    if entry.same_source:
        text.append(f" · same source as {entry.same_source}")
    if entry.occasion:
        text.append(f" · {entry.occasion}")
    if entry.attribution.when:
        text.append(f" · {time_label(entry.attribution.when)}")
    if entry.within:
        text.append(f" · within {entry.within}")
    text.append(f" · sure {entry.attribution.score:.0%}")
    return text


def _actors(analysis: Analysis) -> Iterator[Text]:
    """``Sergei Ryabkov · person · RUS · GOV · deputy foreign minister (Russia) · quoted 2 · mentioned 3``."""
    shown = listed(analysis)
    yield Text("Actors" if shown else "No actor found: the report names nobody.", style="bold")
    for one in shown:
        text = Text(_INDENT)
        text.append(line(one.name, _LABEL_LIMIT), "bold cyan" if one.actor.named else "yellow")
        text.append("".join(f" · {fact}" for fact in one.facts))
        text.append("".join(f" · {line(role, _LABEL_LIMIT)}" for role in one.roles), "green")
        text.append(f" · quoted {one.quoted}" if one.quoted else "", "bold")
        text.append(f" · mentioned {one.mentions}", "dim")
        yield text
        for entry in one.listings:
            yield Text(f"{2 * _INDENT}{entry}", "yellow")


def _events(shown: Sequence[Deed], *, words: bool) -> Iterator[Text]:
    """``2025-03-30 · Trump (USA GOV) → Zelensky (UKR GOV) · ACCUSE · occurred · in the reporter's voice``."""
    if not shown:
        yield Text("No event found: nobody in this report does anything that PLOVER knows.")
    for one in shown:
        yield _event(one)
        if words:
            yield _evidence(one, _INDENT)


def _numbered(shown: Sequence[Deed]) -> Iterator[Text]:
    """The events with the names under which the time line and the sanctions speak of them."""
    width = len(f"e{len(shown)}")
    for one in shown:
        yield Text(f"{_INDENT}{f'e{one.number}':>{width}}  ").append(_event(one))
        yield _evidence(one, " " * (width + 2 * len(_INDENT)))


def _event(one: Deed) -> Text:
    styles = {one.date: "bold", one.parties: "bold cyan", one.act: "bold yellow"}
    styles |= {one.event.factuality: _FACTUALITY_STYLE[one.event.factuality]}
    return Text(" · ").join(Text(fact, styles.get(fact, "")) for fact in one.facts)


def _evidence(one: Deed, indent: str) -> Text:
    """The words of the report: ``On Sunday, he accused the Ukrainian President of``."""
    return Text(f"{indent}{one.before}", "dim").append(one.words, "underline").append(one.after)


def _timeline(moments: Sequence[Moment]) -> Iterator[Text]:
    for moment in moments:
        yield Text(f"{_INDENT}{moment.label}", "bold")
        for entry in moment.entries:
            yield Text(f"{2 * _INDENT}{entry.key}  {entry.text}")


def _sanctions(shown: Sequence[Sanctioned]) -> Iterator[Text]:
    """``Kirill Dmitriev: sanctioned by United States since 2022, lifted temporarily (2025-04) · e7, e5, a4``."""
    for one in shown:
        text = Text(_INDENT).append(one.name, "bold cyan").append(f": {one.text}")
        yield text.append(f" · {', '.join(one.evidence)}" if one.evidence else "", "dim")


def _titled(title: str, texts: Iterable[Text]) -> Iterator[Text]:
    """Set a title over a section; nothing at all over nothing."""
    for number, text in enumerate(texts):
        if not number:
            yield Text(title, style="bold")
        yield text


def legend() -> Text:
    """Return the key to the signs."""
    text = Text("legend  ", style="dim")
    for role, (left, right) in _BRACKETS.items():
        text.append(f"{left}{role}{right}¹", _ROLE_STYLE[role])
        text.append("  ")
    for standing in Standing:
        text.append(f"{standing.symbol} {standing}", _STANDING_STYLE[standing])
        text.append("  ")
    for stance, symbol in STANCE_SYMBOL.items():
        if symbol:
            text.append(f"{symbol} {stance}", _STANCE_STYLE[stance])
            text.append("  ")
    text.append("the number is the attribution's in the list")
    return text
