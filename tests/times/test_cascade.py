import pytest

from firsthand.times.cascade import Level, pattern, run
from firsthand.times.words import CLASSES, Item


def items(*names):
    return [Item(CLASSES[name], i, i + 1, name) for i, name in enumerate(names)]


def names(found):
    return [item.value for item in found]


def test_a_pattern_is_written_with_names_of_classes():
    assert pattern("the? (month|day) of") == f"{CLASSES['the']}?[{CLASSES['month']}{CLASSES['day']}]{CLASSES['of']}"


def test_an_unknown_class_is_an_error():
    with pytest.raises(KeyError):
        pattern("monht")


def test_a_rule_replaces_what_it_takes():
    level = Level([("month day", lambda words: ("date", "built"))])
    (the, date) = run(items("the", "month", "day"), level)
    assert (the.value, date.value, date.start, date.end) == ("the", "built", 1, 3)


def test_a_rule_that_declines_leaves_the_place_to_the_next():
    level = Level([("month day", lambda words: None), ("month", lambda words: ("date", "month alone"))])
    assert names(run(items("month", "day", "month"), level)) == ["month alone", "day", "month alone"]


def test_what_no_rule_takes_stays():
    level = Level([("month day", lambda words: None)])
    assert names(run(items("month", "day"), level)) == ["month", "day"]
