"""Noun phrases of sources: head, name, number."""

import pytest

from firsthand.phrases import conjuncts, parse


@pytest.mark.parametrize(
    ("text", "head", "name", "number"),
    [
        ("two officials briefed on the matter", "officials", None, 2),
        ("A spokeswoman for Halden’s foreign ministry, Eva Brandt", "spokeswoman", "Eva Brandt", 1),
        ("Prime Minister Oskar Rehn", "minister", "Oskar Rehn", None),
        ("Tove Aker, the Liberal leader", "", "Tove Aker", None),
        ("pensioner Anka Dobre", "pensioner", "Anka Dobre", None),
        ("One of them, pensioner Anka Dobre", "", "Anka Dobre", 1),
        ("the official representative of the MFA Galina Stoev", "representative", "Galina Stoev", None),
        ("The Treasury Department", "department", None, None),
        ("his sister, Jade", "sister", "Jade", None),
        ("three dozen residents", "residents", None, 36),
        ("He", "", None, None),
        ("", "", None, None),
    ],
)
def test_parse(text, head, name, number):
    phrase = parse(text)
    assert (phrase.head, phrase.name, phrase.number) == (head, name, number) or (phrase.part_of and phrase.name == name)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("an American official and two sources familiar with the plans", 2),
        ("two sources close to the ministry and the army", 1),
        ("Mr Rehn and Ms Aker", 2),
        ("the minister of trade and industry", 1),
    ],
)
def test_conjuncts(text, count):
    assert len(conjuncts(text)) == count


@pytest.mark.parametrize(
    ("text", "plural"), [("officials", True), ("one of the officials", False), ("two of them", True)]
)
def test_plural(text, plural):
    assert parse(text).plural is plural
