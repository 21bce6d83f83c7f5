"""Dates as lists write them."""

from pathlib import Path

import pytest

from firsthand.errors import InputError
from firsthand.lists.files import iso_date

LIST = Path("list.xml")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2029", "2029"),
        ("2029-04", "2029-04"),
        (" 2029-04-01\n", "2029-04-01"),
        ("2029-04-01T06", "2029-04-01"),
        ("2029-04-01T06:10:00.000Z", "2029-04-01"),
        ("2029-04-01 06:10:00+02:00", "2029-04-01"),
        ("2029-04-01-05:00", "2029-04-01"),
        ("2029-04-01Z", "2029-04-01"),
        ("", None),
        (" ", None),
    ],
)
def test_a_day_a_month_or_a_year_comes_back_without_its_time(written, iso):
    assert iso_date(written, LIST, 3) == iso


@pytest.mark.parametrize(
    "written",
    [
        *("2029-1-5", "2029-3", "2029-", "2029 banana", "2029-04-", "2029-04-1", "2029-04-01 banana", "2029-04T06:10"),
        *(
            "2029T06:10",
            "2029Z",
            "2029-04-01T",
            "2029-04-010",
            "20290401",
            "٢٠٢٩-٠٤-٠١",
            "2029-13",
            "2029-02-30",
            "0000",
        ),
    ],
)
def test_what_is_no_date_is_named_with_its_line(written):
    with pytest.raises(InputError, match=r"^list.xml: line 3: not a date: "):
        iso_date(written, LIST, 3)
