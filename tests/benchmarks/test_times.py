import json
from datetime import date

import pytest

from benchmarks.gum_dates import agrees, guesses
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
