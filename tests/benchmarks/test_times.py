import json
from datetime import date

import pytest

from benchmarks.gum_dates import agrees, core, guesses
from benchmarks.times import recognizers_cases, recognizers_right
from firsthand.times.values import Value


def case(text, found, kind, **values):
    result = {
        "Text": found,
        "Start": text.index(found),
        "End": text.index(found) + len(found) - 1,
        "TypeName": f"v2.{kind}",
    }
    reference = {"ReferenceDateTime": "2016-11-07T00:00:00"}
    return {"Input": text, "Context": reference, "Results": [result | {"Resolution": {"values": [values]}}]}


@pytest.mark.parametrize(
    ("one", "right"),
    [
        (case("Back on May 4", "May 4", "date", timex="XXXX-05-04", value="2016-05-04"), True),
        (case("Back on May 4", "May 4", "date", timex="XXXX-05-04", value="2016-05-05"), False),
        (case("Back on May 4", "on May 4", "date", timex="XXXX-05-04", value="2016-05-04"), True),
        (case("Back May 4 2015", "May 4", "date", timex="2015-05-04", value="2015-05-04"), False),
        (case("The last week", "The last week", "daterange", timex="", start="2016-10-31", end="2016-11-07"), True),
        (case("2014-2018", "2014-2018", "daterange", timex="(a,b,c)", start="2014-01-01", end="2018-01-01"), True),
        (case("2014-2018", "2014-2018", "daterange", timex="(a,b,c)", start="2014-01-01", end="2017-01-01"), False),
        (case("since August", "since August", "daterange", timex="XXXX-08", Mod="since", start="2016-08-01"), True),
        (case("on Feb 30", "Feb 30", "date", timex="XXXX-02-30", value="not resolved"), True),
        (
            case(
                "That week it rained", "That week", "daterange", timex="XXXX-WXX", Mod="ref_undef", start="2016-11-07"
            ),
            True,
        ),
        (case("Back about May 4", "about May 4", "date", timex="XXXX-05-04", value="2016-05-04"), True),
        (case("May 4 or June 5", "May 4", "date", timex="XXXX-05-04", value="2016-05-04"), False),
    ],
)
def test_a_case_is_right_if_all_its_dates_and_no_others_are_found(one, right):
    assert recognizers_right(one) is right


def test_only_cases_with_dates_count(tmp_path):
    path = tmp_path / "cases.json"
    cases = [case("at 3", "3", "time", timex="T03", value="03:00"), case("today", "today", "date", timex="", value="")]
    path.write_text(json.dumps(cases))
    assert [one["number"] for one in recognizers_cases(path)] == [1]


DAY = Value("2020-05-04", "day", (date(2020, 5, 4), date(2020, 5, 4)), "absolute")


@pytest.mark.parametrize(
    ("attributes", "right"),
    [
        ({"when": "2020-05-04"}, True),
        ({"when": "2020-05"}, False),
        ({"from": "2020-05-04", "to": "2020-05-04"}, True),
        ({"notBefore": "2020", "notAfter": "2020-06"}, True),
        ({"notAfter": "2019"}, False),
        ({"when": "--05-04"}, False),
        ({"when": "13-2020"}, False),
    ],
)
def test_a_value_is_right_if_its_days_are(attributes, right):
    assert agrees(attributes, DAY) is right


def test_the_ends_of_a_range_count_apart_where_gum_has_them_apart():
    text = "From May 4 to May 6 it rained."
    whole = guesses(text, date(2020, 6, 1), {(5, 19)})
    assert [guess.span for guess in whole] == [(0, 19)]
    assert [text[slice(*guess.span)] for guess in guesses(text, date(2020, 6, 1), set())] == ["May 4", "May 6"]


def found(text, marked=()):
    return [text[slice(*guess.span)] for guess in guesses(text, date(2020, 6, 1), set(marked))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained for three weeks.", []),
        ("It rained years ago, and now it rains daily.", []),
        ("It rained at 3 pm.", []),
        ("It rained at noon on Monday.", ["noon on Monday"]),
        ("It rained an hour ago.", []),
        ("It rained from 2 pm to 4 pm.", []),
    ],
)
def test_only_kinds_that_gum_marks_are_compared(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the early 1980s", "1980s"),
        ("early in 2016", "2016"),
        ("the second half of the 19th century", "19th century"),
        ("the year of 1925", "1925"),
        ("Thursday night", "Thursday"),
        ("noon tomorrow", "tomorrow"),
        ("Monday May 3rd 10:38 a.m.", "Monday May 3rd"),
        ("last night", "last night"),
        ("this evening", "this evening"),
        ("his senior year", "his senior year"),
    ],
)
def test_what_is_let_go_around_a_date(words, expected):
    start, end = core(words, (0, len(words)))
    assert words[start:end] == expected


SUMMER = Value("2020-SU", "season", (date(2020, 6, 1), date(2020, 8, 31)), "absolute")


@pytest.mark.parametrize(
    ("attributes", "loose", "right"),
    [
        ({"from": "2020-06", "to": "2020-09"}, True, True),
        ({"from": "2020-06", "to": "2020-09"}, False, False),
        ({"from": "2020-08", "to": "2020-12"}, True, False),
        ({"from": "2019-06", "to": "2019-08"}, True, False),
        ({"from": "13-2020", "to": "2020-08"}, True, False),
    ],
)
def test_a_time_without_sharp_bounds_must_share_half_of_its_days(attributes, loose, right):
    assert agrees(attributes, SUMMER, loose) is right


def test_a_decade_may_end_on_the_first_day_of_its_last_year():
    sixties = Value("196", "decade", (date(1960, 1, 1), date(1969, 12, 31)), "absolute")
    assert agrees({"from": "1960-01-01", "to": "1969-01-01"}, sixties)
    assert not agrees({"from": "1960-01-01", "to": "1968-01-01"}, sixties)
