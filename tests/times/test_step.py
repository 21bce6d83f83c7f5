import pytest

from firsthand.times import anchor
from firsthand.types import Dateline, Report
from tests.times.reading import days, read

RESOLVED = [
    # weekdays, and the tense that tells which
    ("The mayor met her on Wednesday.", "Wednesday", "2025-04-02", "2025-04-02"),
    ("The mayor met her on Tuesday.", "Tuesday", "2025-04-01", "2025-04-01"),
    ("The two will meet on Friday.", "Friday", "2025-04-04", "2025-04-04"),
    ("The two agreed to meet on Friday.", "Friday", "2025-04-04", "2025-04-04"),
    ("The envoy is expected in Riga next Friday.", "next Friday", "2025-04-04", "2025-04-04"),
    ("On Sunday, he accused the port.", "Sunday", "2025-03-30", "2025-03-30"),
    ("It collapsed last Wednesday.", "last Wednesday", "2025-03-26", "2025-03-26"),
    ("The bridge closed early Monday.", "early Monday", "2025-03-31", "2025-03-31"),
    ("It closed on Monday morning.", "Monday morning", "2025-03-31", "2025-03-31TMO"),
    ("Tuesday’s vote failed.", "Tuesday", "2025-04-01", "2025-04-01"),
    ("They spoke on Tuesday of last week.", "Tuesday of last week", "2025-03-25", "2025-03-25"),
    # days told from today
    ("He left yesterday.", "yesterday", "2025-04-01", "2025-04-01"),
    ("He leaves tomorrow.", "tomorrow", "2025-04-03", "2025-04-03"),
    ("They fought the day before yesterday.", "the day before yesterday", "2025-03-31", "2025-03-31"),
    ("It was shelled last night.", "last night", "2025-04-01", "2025-04-01TNI"),
    # weeks and weekends
    ("Talks ended last week.", "last week", "2025-03-24..2025-03-30", "2025-W13"),
    ("Talks go on this week.", "this week", "2025-03-31..2025-04-06", "2025-W14"),
    ("Talks will go on next week.", "next week", "2025-04-07..2025-04-13", "2025-W15"),
    ("They met over the weekend.", "the weekend", "2025-03-29..2025-03-30", "2025-W13-WE"),
    ("They met last weekend.", "last weekend", "2025-03-29..2025-03-30", "2025-W13-WE"),
    ("They will meet the week after next.", "the week after next", "2025-04-14..2025-04-20", "2025-W16"),
    # months, quarters, seasons, years
    ("He returned to power in January.", "January", "2025-01-01..2025-01-31", "2025-01"),
    ("He will return in February.", "February", "2026-02-01..2026-02-28", "2026-02"),
    ("The office closed last July.", "last July", "2024-07-01..2024-07-31", "2024-07"),
    ("Prices fell in the third quarter.", "the third quarter", "2024-07-01..2024-09-30", "2024-Q3"),
    ("Prices fell in Q3 2023.", "Q3 2023", "2023-07-01..2023-09-30", "2023-Q3"),
    ("Prices fell last quarter.", "last quarter", "2025-01-01..2025-03-31", "2025-Q1"),
    ("The dam broke last summer.", "last summer", "2024-06-01..2024-08-31", "2024-SU"),
    ("The dam broke in the spring of 2019.", "the spring of 2019", "2019-03-01..2019-05-31", "2019-SP"),
    ("The dam broke in 2019.", "2019", "2019-01-01..2019-12-31", "2019"),
    ("It was sold late last year.", "late last year", "2024-09-01..2024-12-31", "2024"),
    ("It was sold in mid-July.", "mid-July", "2024-07-10..2024-07-20", "2024-07"),
    ("It was built in the 1990s.", "1990s", "1990-01-01..1999-12-31", "199"),
    ("It was built in the sixties.", "sixties", "1960-01-01..1969-12-31", "196"),
    ("A map of the 17th century was found.", "the 17th century", "1600-01-01..1699-12-31", "16"),
    ("Kestrel Port opened in the second half of 2023.", "the second half of 2023", "2023-07-01..2023-12-31", "2023-H2"),
    ("The dam broke in 2019 March.", "2019 March", "2019-03-01..2019-03-31", "2019-03"),
    ("The dam broke last year Easter.", "last year Easter", "2024-03-31", "2024-03-31"),
    ("Their 2019 season was poor.", "2019", "2019-01-01..2019-12-31", "2019"),
    ("She won the 2022 World Cup.", "2022", "2022-01-01..2022-12-31", "2022"),
    ("The 2019 elections were calm.", "2019", "2019-01-01..2019-12-31", "2019"),
    ("They lived there from 1928 onwards.", "1928", "1928-01-01..1928-12-31", "1928"),
    ("Vision 2030’s aims pleased them.", "2030", "2030-01-01..2030-12-31", "2030"),
    ("Oswin (c. 614 – 651) ruled.", "614 – 651", "0614-01-01..0651-12-31", "0614/0651"),
    ("Oswin (died 20 August 651) ruled.", "20 August 651", "0651-08-20", "0651-08-20"),
    # counted
    ("They ruled for the past 2 1/2 years.", "the past 2 1/2 years", "2022-10-02..2025-04-02", "P2.5Y"),
    ("They spoke more than two weeks ago.", "more than two weeks ago", "2025-03-19", "2025-03-19"),
    ("They spoke three days ago.", "three days ago", "2025-03-30", "2025-03-30"),
    ("They split two years ago.", "two years ago", "2023-01-01..2023-12-31", "2023"),
    ("They split a year and a half ago.", "a year and a half ago", "2023-10-01..2023-10-31", "2023-10"),
    ("They split two years and two months ago.", "two years and two months ago", "2023-02-01..2023-02-28", "2023-02"),
    ("They spoke a week and three days ago.", "a week and three days ago", "2025-03-23", "2025-03-23"),
    (
        "Oswin ruled in seventeen hundred thirty-three.",
        "seventeen hundred thirty-three",
        "1733-01-01..1733-12-31",
        "1733",
    ),
    ("They will speak in two weeks.", "in two weeks", "2025-04-16", "2025-04-16"),
    ("They spoke two days before Christmas.", "two days before Christmas", "2024-12-23", "2024-12-23"),
    ("It rained for the past three days.", "the past three days", "2025-03-30..2025-04-02", "P3D"),
    ("It happened in the last week of July.", "the last week of July", "2024-07-22..2024-07-28", "2024-W30"),
    # whole and half dates
    ("He resigned on March 3.", "March 3", "2025-03-03", "2025-03-03"),
    ("He resigned on Mar. 3rd, 2021.", "Mar. 3rd, 2021", "2021-03-03", "2021-03-03"),
    ("He resigned on 3 March 2021.", "3 March 2021", "2021-03-03", "2021-03-03"),
    ("He resigned on the 3rd of March.", "the 3rd of March", "2025-03-03", "2025-03-03"),
    ("He resigned on the 3rd.", "the 3rd", "2025-03-03", "2025-03-03"),
    ("He resigned on Monday, March 3.", "Monday, March 3", "2025-03-03", "2025-03-03"),
    ("It was signed 2021-03-03.", "2021-03-03", "2021-03-03", "2021-03-03"),
    ("It was signed 04/01/2025.", "04/01/2025", "2025-04-01", "2025-04-01"),
    ("It was signed 22/01/2025.", "22/01/2025", "2025-01-22", "2025-01-22"),
    ("It was signed 1.4.2025.", "1.4.2025", "2025-04-01", "2025-04-01"),
    ("She was born in nineteen eighty-six.", "nineteen eighty-six", "1986-01-01..1986-12-31", "1986"),
    # ranges
    ("It ran from March 3 to March 8.", "from March 3 to March 8", "2025-03-03..2025-03-08", "2025-03-03/2025-03-08"),
    ("It ran 3-8 March.", "3-8 March", "2025-03-03..2025-03-08", "2025-03-03/2025-03-08"),
    ("It ran between 2019 and 2022.", "between 2019 and 2022", "2019-01-01..2022-12-31", "2019/2022"),
    ("It ran 2019-22.", "2019-22", "2019-01-01..2022-12-31", "2019/2022"),
    ("It will run from November to March.", "from November to March", "2025-11-01..2026-03-31", "2025-11/2026-03"),
    # hours and holidays
    ("He spoke at 3 pm on Tuesday.", "3 pm on Tuesday", "2025-04-01T15:00:00", "2025-04-01T15:00"),
    ("He spoke Tuesday at 14:30 GMT.", "Tuesday at 14:30 GMT", "2025-04-01T14:30:00", "2025-04-01T14:30Z"),
    ("He spoke at 10 a.m. Monday.", "10 a.m. Monday", "2025-03-31T10:00:00", "2025-03-31T10:00"),
    ("They danced on New Year’s Eve.", "New Year’s Eve", "2024-12-31", "2024-12-31"),
    ("They danced on Easter 2018.", "Easter 2018", "2018-04-01", "2018-04-01"),
    # written unusually
    ("It ended more than\ntwo\u00a0weeks\nago.", "more than\ntwo\u00a0weeks\nago", "2025-03-19", "2025-03-19"),
]


@pytest.mark.parametrize(("text", "words", "when", "timex"), RESOLVED)
def test_a_time_is_found_and_resolved(text, words, when, timex):
    (time,) = read(text)
    assert (time.text, days(time), time.timex) == (words, when, timex)
    assert text[slice(*time.span)] == words
    assert 0 < time.reason.score <= 1
    assert time.reason.why.endswith(".")


UNRESOLVED = [
    ("It came days after the vote.", "days after", "no_time_before"),
    ("It came three weeks after the vote.", "three weeks after", "no_time_before"),
    ("The day before, she wept.", "The day before", "no_time_before"),
    ("They met on February 30.", "February 30", "impossible"),
    ("They met on 31 April 2024.", "31 April 2024", "impossible"),
    ("They met at 25:00.", "25:00", "impossible"),
    ("They met recently.", "recently", "vague"),
    ("Prices rose in recent years.", "recent years", "vague"),
    ("They met a few months ago.", "a few months ago", "vague"),
    ("Plovers breed in summer.", "summer", "any_year"),
    ("They fought for three days.", "three days", "length"),
    ("It follows a two-week truce.", "two-week", "length"),
    ("They meet every Monday.", "every Monday", "repeated"),
    ("It fell in the fiscal year.", "the fiscal year", "own_year"),
    ("They meet every Monday and Thursday.", "every Monday and Thursday", "repeated"),
    ("They meet on Monday mornings.", "Monday mornings", "repeated"),
    ("They meet at weekends.", "weekends", "repeated"),
    ("Museum: Mon-Fri 8:30 am - 7 pm.", "Mon-Fri 8:30 am - 7 pm", "repeated"),
    ("Museum: Sat 09:00–17:00.", "Sat 09:00–17:00", "repeated"),
    ("It usually snows from January to March.", "from January to March", "any_year"),
    ("In July, temperatures can reach 40 degrees.", "July", "any_year"),
    ("It formed 13 billion years ago.", "13 billion years ago", "before_year_1"),
    ("It is audited annually.", "annually", "repeated"),
    ("A temple of 400 BC burned.", "400 BC", "before_year_1"),
]


@pytest.mark.parametrize(("text", "words", "rule"), UNRESOLVED)
def test_what_cannot_be_resolved_says_why(text, words, rule):
    (time,) = read(text)
    assert (time.text, time.start, time.end, time.reason.rule) == (words, None, None, rule)


def test_what_hangs_on_the_time_just_before_is_counted_from_it():
    text = "The pact was signed on May 5, 2020. The day before, they quarrelled. Three days later it broke."
    assert [days(time) for time in read(text)] == ["2020-05-05", "2020-05-04", "2020-05-07"]


@pytest.mark.parametrize(
    ("published", "words", "expected"),
    [
        ("2025-04-03", "last Wednesday", "2025-03-26"),  # a Thursday
        ("2025-04-03", "this past Wednesday", "2025-04-02"),
        ("2025-04-06", "last Friday", "2025-04-04"),  # a Sunday
        ("2025-04-06", "last Sunday", "2025-03-30"),
        ("2025-03-31", "last Friday", "2025-03-28"),  # a Monday
    ],
)
def test_last_weekday_is_that_of_the_week_before(published, words, expected):
    assert days(read(f"They met {words}.", published)[0]) == expected


def test_in_a_story_of_other_years_a_past_day_takes_the_year_just_before():
    text = "He was jailed on 17 January 1831. The court freed him on April 29."
    assert [days(time) for time in read(text)] == ["1831-01-17", "1831-04-29"]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" It rained. Nobody came. ", "1831-04-29"),
        (" a. It rained.\n\n", "2024-04-29"),
        (" A. B. C. D. ", "2024-04-29"),
    ],
)
def test_a_story_of_other_years_goes_on_in_its_paragraph(between, expected):
    text = f"He was jailed on 17 January 1831.{between}The court freed him on April 29."
    assert days(read(text)[-1]) == expected


def test_a_day_of_this_year_ends_the_story_of_other_years():
    text = "The port fell on 17 January 2014. On Monday the envoy left. He was freed on March 3."
    assert [days(time) for time in read(text)] == ["2014-01-17", "2025-03-31", "2025-03-03"]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The law is still in use today.", "PRESENT_REF"),
        ("He was born in what is today Kessik.", "PRESENT_REF"),
        ("The wall stands to this day.", "PRESENT_REF"),
        ("He resigned today.", "2025-04-02"),
    ],
)
def test_today_may_be_these_times(text, timex):
    assert [time.timex for time in read(text)] == [timex]


@pytest.mark.parametrize(
    "text",
    ["The ban was imposed on March 6, 2014, and expires on July 31.", "The ban of March 2014 will expire on July 31."],
)
def test_what_is_ahead_is_of_the_report_and_not_of_the_story(text):
    assert days(read(text)[-1]) == "2025-07-31"


def test_a_time_two_sentences_back_is_too_far():
    text = "The pact was signed on May 5, 2020. It rained. People left. The day before, they quarrelled."
    assert days(read(text)[-1]) is None


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("They met more than two weeks ago.", "MORE_THAN"),
        ("They met nearly two weeks ago.", "LESS_THAN"),
        ("They met about two weeks ago.", "APPROX"),
        ("They met early Monday.", "EARLY"),
        ("They met at the end of March.", "END"),
        ("They met in mid-March.", "MID"),
        ("They met on Monday.", None),
    ],
)
def test_modifiers(text, mod):
    (time,) = read(text)
    assert time.mod == mod


@pytest.mark.parametrize(
    ("text", "precision", "kind"),
    [
        ("at 14:30 on Monday", "minute", "TIME"),
        ("on Monday evening", "part-of-day", "TIME"),
        ("in 2020", "year", "DATE"),
        ("for two weeks", "week", "DURATION"),
        ("every day", None, "SET"),
    ],
)
def test_precision_and_type(text, precision, kind):
    (time,) = read(text)
    assert (time.precision, time.timex_type) == (precision, kind)


def test_without_a_date_only_whole_dates_are_resolved():
    text = "On Tuesday, in February, two weeks ago, last week, today and on March 3, 2021 they met."
    assert [days(time) for time in read(text, published=None)] == [None] * 5 + ["2021-03-03"]


@pytest.mark.parametrize("published", ["", "soon", "2025-13-01", "02.04.2025"])
def test_a_date_of_publication_that_is_none_counts_as_none(published):
    (time,) = read("They met on Tuesday.", published)
    assert (time.start, time.reason.rule) == (None, "no_date")


def test_the_ends_of_the_calendar_are_no_crash():
    assert days(read("They met 90,000 years ago.")[0]) is None
    assert read("They met 20 centuries ago.", "0001-01-01")[0].timex == "-1999"
    assert read("They will meet in 900 years.", "9999-12-31")[0].reason.rule == "impossible"


@pytest.mark.parametrize(
    ("published", "dateline", "expected"),
    [
        ("2025-04-02T23:30:00+02:00", None, "2025-04-02"),
        ("2025-04-02", "March 3, 2020", "2025-04-02"),
        (None, "March 3, 2020", "2020-03-03"),
        (None, "March 3", "None"),
        (None, None, "None"),
    ],
)
def test_anchor(published, dateline, expected):
    line = Dateline(span=(0, 5), date=dateline) if dateline else None
    assert str(anchor(Report(id="r", text="Harbour closed", published=published, dateline=line))) == expected


def test_a_dateline_without_a_year_takes_that_of_publication():
    (time,) = read("LISBON, March 3 (Baltika Wire) - The port closed.")
    assert (time.text, days(time)) == ("March 3", "2025-03-03")
