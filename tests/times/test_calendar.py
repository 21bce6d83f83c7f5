from datetime import date

import pytest

from firsthand.times import calendar


@pytest.mark.parametrize(
    ("day", "count", "unit", "expected"),
    [
        (date(2025, 3, 31), -1, "month", date(2025, 2, 28)),
        (date(2024, 2, 29), 1, "year", date(2025, 2, 28)),
        (date(2025, 1, 1), -1, "quarter", date(2024, 10, 1)),
        (date(2025, 4, 2), 2, "fortnight", date(2025, 4, 30)),
        (date(2025, 4, 2), -3, "decade", date(1995, 4, 2)),
    ],
)
def test_shift(day, count, unit, expected):
    assert calendar.shift(day, count, unit) == expected


def test_shift_beyond_the_calendar_is_an_error():
    with pytest.raises((ValueError, OverflowError)):
        calendar.shift(date(2, 1, 1), -3, "year")


@pytest.mark.parametrize(
    ("count", "expected"), [(1, date(2025, 4, 7)), (-5, date(2025, 3, 28)), (6, date(2025, 4, 14))]
)
def test_working_days_leave_weekends_out(count, expected):
    assert calendar.working_days(date(2025, 4, 4), count) == expected


@pytest.mark.parametrize(
    ("unit", "first", "last", "name"),
    [
        ("week", date(2024, 12, 30), date(2025, 1, 5), "2025-W01"),
        ("weekend", date(2025, 1, 4), date(2025, 1, 5), "2025-W01-WE"),
        ("month", date(2025, 1, 1), date(2025, 1, 31), "2025-01"),
        ("quarter", date(2025, 1, 1), date(2025, 3, 31), "2025-Q1"),
        ("half", date(2025, 1, 1), date(2025, 6, 30), "2025-H1"),
        ("year", date(2025, 1, 1), date(2025, 12, 31), "2025"),
        ("decade", date(2020, 1, 1), date(2029, 12, 31), "202"),
        ("century", date(2000, 1, 1), date(2099, 12, 31), "20"),
    ],
)
def test_units(unit, first, last, name):
    assert calendar.unit_days(unit, date(2025, 1, 2)) == (first, last)
    assert calendar.name(unit, first) == name


@pytest.mark.parametrize(
    ("unit", "mod", "first", "last"),
    [
        ("month", "EARLY", date(2024, 2, 1), date(2024, 2, 15)),
        ("month", "END", date(2024, 2, 16), date(2024, 2, 29)),
        ("year", "MID", date(2024, 5, 1), date(2024, 8, 31)),
        ("decade", "LATE", date(2025, 1, 1), date(2029, 12, 31)),
        ("century", "START", date(2000, 1, 1), date(2024, 12, 31)),
        ("week", "LATE", date(2024, 2, 22), date(2024, 2, 25)),
    ],
)
def test_parts(unit, mod, first, last):
    assert calendar.part_of(calendar.unit_days(unit, date(2024, 2, 20)), unit, mod) == (first, last)
