from datetime import date

import pytest

from firsthand.times import holidays


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, date(1818, 3, 22)), (1943, date(1943, 4, 25)), (2000, date(2000, 4, 23)), (2025, date(2025, 4, 20))],
)
def test_easter(year, day):
    assert holidays.easter(year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2024, 11, 28)),
        ("black friday", date(2024, 11, 29)),
        ("memorial day", date(2024, 5, 27)),
        ("labor day", date(2024, 9, 2)),
        ("good friday", date(2024, 3, 29)),
    ],
)
def test_days(name, day):
    assert holidays.DAYS[name](2024) == day


def test_every_holiday_has_a_day_every_year():
    assert all(day(year).year == year for day in holidays.DAYS.values() for year in (1900, 2024, 2100))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Christmas Eve passed", ("christmas eve", 13)),
        ("New Year’s Day", ("new year's day", 14)),
        ("Black  Friday", ("black friday", 13)),
        ("Blackpool", None),
        ("Easterly winds", None),
    ],
)
def test_find_takes_the_longest_name(text, found):
    assert holidays.find(text, 0) == found
