"""The gazetteer of leaders."""

import pytest

from firsthand.lexicon import countries, leader, leaders


@pytest.mark.parametrize(
    ("name", "posts", "code"),
    [
        ("Vladimir Putin", (), "RUS"),
        ("Recep Tayyip Erdogan", (), "TUR"),
        ("Donald Trump", (), "USA"),
        ("Trump", ("president",), "USA"),
        ("Blinken", ("secretary of state",), "USA"),
        ("Merkel", ("professor", "chancellor"), "DEU"),
        ("Trump", ("baker",), None),
        ("Trump", (), None),
        ("Odd Lien", ("president",), None),
        ("", ("president",), None),
    ],
)
def test_a_leader_by_full_name_or_by_post_and_last_name(name, posts, code):
    assert leader(name, posts) == code


def test_every_country_of_a_leader_is_known():
    assert set(leaders().names.values()) <= set(countries().names)
