import numpy as np
import pytest

from firsthand.scores import Options, Window
from firsthand.types import Factuality
from tests.decoding.test_happenings import window
from training.documents import Document, Happening, Pair
from training.evaluate_events import measure_certainty, measure_events, measure_pairs

TEXT = "a b c d e f g h"


def document(*fillers, type_="AID", **known):
    gold = Happening((4, 5), type_, None, "occurred", [], {"actor": list(fillers)})
    return Document("x", TEXT, happenings=[gold], told=True, **known)


def scored(type_="AID", actors=(), **options):
    return window({2: (type_, 0.9)}, {(0, w): "actor" for w in actors}, factuality={0: Factuality.OCCURRED}, **options)


@pytest.mark.parametrize(
    ("type_", "trigger", "event", "factuality"), [("AID", 100, 100, 100), ("ASSAULT", 100, 0, 0), (None, 0, 0, 0)]
)
def test_triggers_types_and_what_follows(type_, trigger, event, factuality):
    windows = [scored(type_) if type_ else window({})]
    row = measure_events([document()], [windows], Options())
    assert (row["trigger F1"], row["event F1"], row["factuality"]) == (trigger, event, factuality)


@pytest.mark.parametrize(
    ("fillers", "actors", "f1"),
    [
        (((0, 1),), (0,), 100),
        (((0, 1),), (0, 7), 66.7),
        (((0, 1), (14, 15)), (0,), 66.7),
        (((0, 1), (2, 3)), (0, 1), 100),  # two fillers of gold in one stretch of ours are no more than right
        ((), (0,), 0),
    ],
)
def test_words_of_a_role(fillers, actors, f1):
    assert measure_events([document(*fillers)], [[scored(actors=actors)]], Options())["actor"] == f1


def test_the_type_between_two_parties_is_that_of_the_trigger_that_they_take_part_in():
    both = window({2: ("AID", 0.9), 5: ("ASSAULT", 0.95)}, {(0, 0): "actor", (0, 3): "recipient", (1, 4): "actor"})
    pairs = [Document("x", TEXT, pairs=[Pair((0, 1), (6, 7), ("AID",))])]
    assert measure_pairs(pairs, [[both]]) == {"type macro-F1": 100, "type accuracy": 100}
    assert measure_pairs(pairs, [[window({})]])["type accuracy"] in (0, 100)


def test_types_that_gold_puts_together_are_one():
    pairs = [Document("x", TEXT, pairs=[Pair((0, 1), (6, 7), ("CONCEDE", "RETREAT"))])]
    given = window({2: ("RETREAT", 0.9)}, {(0, 0): "actor", (0, 3): "recipient"})
    assert measure_pairs(pairs, [[given]])["type accuracy"] == 100


def test_a_model_without_events_knows_nothing():
    bare = window({})
    nothing = Window(bare.words, bare.cue, bare.anchors, bare.roles)
    known = Document("x", TEXT, pairs=[Pair((0, 1), (6, 7), ("AID",))], sure=[(0, 1, 1.0), (2, 3, 2.0)])
    assert measure_pairs([known], [[nothing]]) == {"type macro-F1": 0, "type accuracy": 0}
    assert measure_certainty([known], [[nothing]]) == {"certainty r": 0}


def test_certainty_goes_along_with_gold():
    rising = [(2 * i, 2 * i + 1, float(i)) for i in range(8)]
    assert measure_certainty([Document("x", TEXT, sure=rising)], [[window({})]]) == {"certainty r": 1.0}
    falling = [(a, b, -value) for a, b, value in rising]
    assert measure_certainty([Document("x", TEXT, sure=falling)], [[window({})]]) == {"certainty r": -1.0}
    assert np.isfinite(measure_certainty([Document("x", TEXT)], [[window({})]])["certainty r"])
