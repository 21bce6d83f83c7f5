import pytest

from tests.times.reading import days, read


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The bridge fell earlier this year.", "earlier this year", "2025-01-01..2025-04-02"),
        ("The bridge fell earlier this month.", "earlier this month", "2025-04-01..2025-04-02"),
        ("They will meet later this week.", "later this week", "2025-04-02..2025-04-06"),
        ("It fell earlier in 2019.", "earlier in 2019", "2019-01-01..2019-04-30"),
        ("She will stay for the rest of the month.", "the rest of the month", "2025-04-02..2025-04-30"),
        ("It cost more than the whole of 2019.", "the whole of 2019", "2019-01-01..2019-12-31"),
        ("The port will close for the rest of 2025.", "the rest of 2025", "2025-04-02..2025-12-31"),
        ("It will be shut the week starting on May 5.", "the week starting on May 5", "2025-05-05..2025-05-11"),
        ("It will be shut for two weeks beginning May 5.", "two weeks beginning May 5", "2025-05-05..2025-05-18"),
        ("It will be shut for three days, from today.", "three days, from today", "2025-04-02..2025-04-04"),
        ("They will meet next working week.", "next working week", "2025-04-07..2025-04-11"),
        ("They met on Labor Day weekend.", "Labor Day weekend", "2024-08-31..2024-09-02"),
        ("They met on Thanksgiving weekend 2023.", "Thanksgiving weekend 2023", "2023-11-23..2023-11-26"),
        ("They danced on Halloween weekend 2023.", "Halloween weekend 2023", "2023-10-28..2023-10-29"),
        ("They danced on Halloween weekend 2024.", "Halloween weekend 2024", "2024-10-31..2024-11-03"),
    ],
)
def test_what_is_cut_or_begins_with_a_day(text, words, when):
    (time,) = read(text)
    assert (time.text, days(time)) == (words, when)


@pytest.mark.parametrize("words", ["the rest of the month", "earlier this year", "the week starting on May 5"])
def test_without_a_date_nothing_is_cut(words):
    (time,) = read(f"They met {words}.", published=None)
    assert (time.text, time.start) == (words, None)


def test_what_is_cut_once_is_not_cut_again():
    assert [days(time) for time in read("They will meet late late month.")] == ["2025-04-16..2025-04-30"]


def test_an_end_is_no_start():
    assert [time.text for time in read("He left at the week end, May 5.")][-1] == "May 5"
