"""Reports with their events marked in place, for tests of the steps behind the model.

``{t1 REQUEST asked}`` is the trigger of event 1; ``{a1 …}``, ``{r1 …}``, ``{p1 …}``, ``{w1 …}`` are its actor,
recipient, place and time; ``{A2 …}`` is a mention of the actor with id ``p2``; ``{S1 …}``, ``{C1 …}``, ``{X1 …}`` are
source, cue and content of attribution 1, ``{S1>p2 …}`` with its actor.
"""

import re

from firsthand.events import dated, happen
from firsthand.spans import Happening
from firsthand.times import times
from firsthand.types import Actor, ActorKind, Attribution, Factuality, Form, Kind, Reason, Report, Stance

MARK = re.compile(r"\{([tarpwASCX])(\d+)(?:>(p\d+))?(?: ([A-Z]{3,}))? |\}")
ROLES = {"a": "actor", "r": "recipient", "p": "place", "w": "time"}
PARTS = {"S": "source", "C": "cue", "X": "content"}


class Scene:
    """The parts of a marked report, and its events once resolved; names and facts by number."""

    def __init__(self, marked, published="2031-05-14", names=None, within=None, stances=None, factuality=None):
        self.text, spans, self.types, self.actors_of = _unmark(marked)
        self.report = Report(id="x", text=self.text, published=published)
        self.actors = tuple(
            Actor(
                id=f"p{n}",
                name=(names or {}).get(n) or self.text[slice(*found[0])],
                kind=ActorKind.PERSON,
                named=True,
                mentions=tuple(sorted(found)),
            )
            for (letter, n), found in sorted(spans.items())
            if letter == "A"
        )
        self.happenings = [
            Happening(
                trigger=found[0],
                type=self.types[n],
                factuality=(factuality or {}).get(n, Factuality.OCCURRED),
                certainty=2.0,
                score=0.9,
                **{role: tuple(spans.get((key, n), ())) for key, role in ROLES.items()},
            )
            for (letter, n), found in sorted(spans.items())
            if letter == "t"
        ]
        self.attributions = tuple(
            _attribution(n, spans, self.actors_of.get(n), (within or {}).get(n), (stances or {}).get(n))
            for n in sorted({n for letter, n in spans if letter == "C"})
        )

    def events(self):
        when = times(self.report)
        told = dated(self.report, self.attributions, when, self.happenings)
        return happen(self.report, told, self.actors, self.happenings, when)

    def said(self):
        return dated(self.report, self.attributions, times(self.report))


def _unmark(marked):
    text, last, waiting, spans, types, actors = "", 0, [], {}, {}, {}
    for m in MARK.finditer(marked):
        text += marked[last : m.start()]
        last = m.end()
        if m[1]:
            waiting.append((m[1], int(m[2]), len(text)))
            if m[4]:
                types[int(m[2])] = m[4]
            if m[3]:
                actors[int(m[2])] = m[3]
        else:
            letter, n, start = waiting.pop()
            spans.setdefault((letter, n), []).append((start, len(text)))
    return text + marked[last:], spans, types, actors


def _attribution(n, spans, actor, within, stance):
    parts = {role: tuple(sorted(spans.get((letter, n), ()))) for letter, role in PARTS.items()}
    return Attribution(
        id=f"a{n}",
        **parts,
        kind=Kind.PERSON,
        unnamed=False,
        count=1,
        descriptor=None,
        form=Form.INDIRECT,
        stance=stance or Stance.ASSERTS,
        via=(),
        within=f"a{within}" if within else None,
        same_source=None,
        actor=actor,
        occasion=None,
        when=None,
        score=0.9,
        reasons={"form": Reason(rule="x", why="x", score=1.0)},
    )
