from io import StringIO

import pytest
from msgspec.structs import replace

from firsthand.cli.terminal import console, show, show_events
from tests.export.samples import actor, analysis_of, at, attribution, busy, event, time
from tests.export.test_events import LINES

HOSTILE = "Mallory\x1b[2J said \x9b31m[red]it[/red] \u202e\ud800 fired\x07 \x00fine\r\nand dandy."


def shown(put, analysis, *, colour=None):
    page = StringIO()
    put(analysis, console(page, colour=colour))
    return page.getvalue()


def test_in_a_pipe_an_event_is_one_line():
    assert shown(show_events, busy()).splitlines()[-len(LINES) :] == LINES


def test_on_a_terminal_the_words_stand_below_and_those_that_name_the_act_are_underlined():
    written = shown(show_events, busy(), colour=True)
    assert "\x1b[2m  On Sunday President Kessia Orrin \x1b[0m" in written
    assert "\x1b[2;4maccused\x1b[0m" in written
    assert "\x1b[1;35mpossible\x1b[0m" in written


@pytest.mark.parametrize("put", [show, show_events])
def test_a_hostile_event_steers_no_terminal(put):
    when = time(HOSTILE, "fine", "2031-09-14", timex="2031\x1b[2J-09-14")
    made = event("e1", at(HOSTILE, "fired"), "ASSAULT", actor=("p1",), asserted_by="a1", when=when)
    said = attribution("a1", ((0, 20),), at(HOSTILE, "said"), ((21, len(HOSTILE)),), when=when)
    who = actor("p1", HOSTILE, HOSTILE, "Mallory\x1b[2J")
    written = shown(put, replace(analysis_of(HOSTILE, said), actors=(who,), events=(made,)))
    written.encode()
    assert not set(written) & {"\x1b", "\x9b", "\x07", "\x00", "\u202e", "\r"}
    assert "[red]" in written
