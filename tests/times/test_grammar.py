import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.lexicon.words import word_set
from firsthand.times.grammar import find
from tests.times.reading import read

NOT_TIMES = [
    "They may march on the palace.",
    "The cat sat in the sun.",
    "A second fall would hurt.",
    "Theresa May answered, and May left.",
    "April Ryan asked June Carter about August Wilson.",
    "1,984 people waited in room 2022.",
    "Some 2000 soldiers walked 1500 miles.",
    "The boy, a 14-year-old, is three years old.",
    "Bloody Sunday is a film.",
    "It is on the 3rd floor.",
    "The team won 3:2.",
    "Add 1/2 cup to 3/4 of the mix.",
    "Our last day was sunny.",
    "He paid $2020 for it.",
    "The fall of Kessik shook them.",
    "The Arab Spring and the Winter Games",
    "Call 201 461-1776.",
    "His twenties were wild.",
    "Call at 1987 Harbour Road, please.",
    "See www.kessik.example/2017/04/16/port.html.",
    "The hut stands at 1900 ft.",
    "The Saturday Evening Post sent her.",
    "They cut a Christmas tree for this august body.",
    "Between Q3 – Q1 lies the middle half.",
    "It grew from the 6th to the 12th week.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_other_words_are_left_alone(text):
    assert [text[slice(*found.span)] for found in find(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Between Monday and Tuesday it snowed.", ["Between Monday and Tuesday"]),
        ("On Monday and Tuesday it snowed.", ["Monday", "Tuesday"]),
        ("In May, he left; may he rest.", ["May"]),
        ("It began in March. 3 people died.", ["March"]),
        ("The week\n\nafter that, rain.", []),
        ("Friday–Sunday", ["Friday–Sunday"]),
        ("Sales in Q1 and Q2 rose.", ["Q1", "Q2"]),
        ("Rents of the 2011 and 2017 surveys", ["2011", "2017"]),
        ("Ruled from about 1200 to about 400 BC", ["from about 1200 to about 400 BC"]),
        ("The 12th to 16th centuries", ["The 12th to 16th centuries"]),
        ("Born in 1950 (died 2001).", ["1950", "2001"]),
        ("Ukraine’s Independence Day and the Fourth of July", ["the Fourth of July"]),
    ],
)
def test_where_times_begin_and_end(text, found):
    assert [text[slice(*one.span)] for one in find(text)] == found


WORDS = st.sampled_from(
    sorted(
        word_set(
            "the last next this Monday May 3 3rd 31 2025 week weeks month year ago before after from to between "
            "and of in at on early late mid end - , / : . 14:30 3/4 2025-02-30 pm a two half hundred thousand "
            "million first decade 1990s century BC summer weekend tomorrow now every Christmas 's ( ) quarter Q3 "
            "more than days later second fall | "
        )
    )
)


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_any_words_of_time_in_any_order(words):
    check(" ".join(words).replace("|", "\n\n"))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_text(text):
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=12), st.dates())
def test_any_date_of_publication(words, published):
    read(" ".join(words), published.isoformat())


def check(text):
    found = read(text)
    assert found == read(text)
    last = 0
    for one in found:
        start, end = one.span
        assert last <= start < end <= len(text)
        assert text[start:end] == one.text
        assert (one.start is None) == (one.end is None)
        assert one.start is None or one.start <= one.end
        last = end


@pytest.mark.parametrize(
    "unit", ["May ", "1 ", "the last ", "2025-", "two hundred ", "from March 3 to ", "1/", "' ", "of the "]
)
def test_long_and_hostile_texts_take_linear_time(unit):
    begun = time.process_time()
    list(find(unit * (200_000 // len(unit))))
    assert time.process_time() - begun < 10
