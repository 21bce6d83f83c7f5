import pytest

from firsthand.reading.dates import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2027-03-03", "2027-03-03"),
        (" 2027-03-03 ", "2027-03-03"),
        ("20270303", "2027-03-03"),
        ("2027-03-03T06:10:00+00:00", "2027-03-03T06:10:00+00:00"),
        ("2027-03-03T06:10:00Z", "2027-03-03T06:10:00+00:00"),
        ("2027-03-03 06:10", "2027-03-03T06:10:00"),
        ("2027-03-03T06:10:00.123+0100", "2027-03-03T06:10:00.123000+01:00"),
        ("Wed, 03 Mar 2027 06:10:00 +0000", "2027-03-03T06:10:00+00:00"),
        ("3 Mar 2027 06:10:00 GMT", "2027-03-03T06:10:00+00:00"),
    ],
)
def test_dates_become_iso(written, iso):
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    ["", "Tuesdayish", "yesterday", "2027", "2027-02-30", "2027-13-01", "03/04/2027", "٢٠٢٧-٠٣-٠٣", "\ud800", "1"],
)
def test_what_is_no_date_is_none(written):
    assert iso_date(written) is None
