import pytest

from firsthand.reading.byline import byline_hands, parse_byline


@pytest.mark.parametrize(
    ("byline", "hands"),
    [
        ("By Ingrid Solheim, Diplomatic Correspondent", [("Ingrid Solheim", "person")]),
        ("By Jonas Petrauskas and Rita Amaral", [("Jonas Petrauskas", "person"), ("Rita Amaral", "person")]),
        ("By Ana Costa, New York", [("Ana Costa", "person")]),
        ("By Ana Costa, Danube Mail", [("Ana Costa", "person"), ("Danube Mail", "outlet")]),
        ("BY ANA COSTA", [("ANA COSTA", "person")]),
        ("Ana Costa, Jan Brandt", [("Ana Costa", "person"), ("Jan Brandt", "person")]),
        ("Ana Costa; Jan Brandt", [("Ana Costa", "person"), ("Jan Brandt", "person")]),
        ("Story by Ana Costa in Lisbon", [("Ana Costa", "person")]),
        ("Tarpress", [("Tarpress", "outlet")]),
        ("By The Associated Press", [("The Associated Press", "outlet")]),
        ("Channel 9 newsroom", [("Channel 9", "outlet")]),
        ("By our foreign staff", []),
        ("From our correspondent", []),
        ("Foreign staff", []),
        ("Telegram: @ballotbox", []),
        ("", []),
        ("By ", []),
        ("\ud800 \x00", []),
    ],
)
def test_bylines_from_metadata(byline, hands):
    found = byline_hands(byline)
    assert [(hand.name, hand.kind) for hand in found] == hands
    assert all(hand.span is None for hand in found)


def test_a_byline_in_the_text_has_spans():
    text = "Headline\nBy Ana Costa and Jan Brandt\nStory"
    found = parse_byline(text, 9, 36)
    assert found.text == "By Ana Costa and Jan Brandt"
    assert [text[slice(*hand.span)] for hand in found.hands] == ["Ana Costa", "Jan Brandt"]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the envoys had left.",
        "By Any Means Necessary",
        "By the time Ana Costa arrived, the room was empty.",
        "By a show of hands, Ana Costa was elected.",
        "By",
        "Bystanders said so.",
        "Ana Costa",
    ],
)
def test_other_lines_are_no_bylines(line):
    assert parse_byline(line, 0, len(line)) is None
