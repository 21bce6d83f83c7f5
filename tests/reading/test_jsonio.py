import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.reading.jsonio import parse_json, read_json, read_object

ANY_TEXT = st.text(st.characters(exclude_categories=[]), min_size=1).filter(str.strip)


def test_the_contracts_keys_are_kept():
    value = {
        "id": "r1", "url": "https://example.org/a", "outlet": "Danube Mail", "title": "T", "byline": "By Ana Costa",
        "published": "2027-03-03", "language": "en", "text": "He said so.", "schema": "firsthand/1", "attributions": [],
    }  # fmt: skip
    found = read_object(value)
    assert {name: getattr(found, name) for name in value if name not in {"schema", "attributions"}} == {
        name: item for name, item in value.items() if name not in {"schema", "attributions"}
    }
    assert set(found.metadata.values()) == {"given"}
    assert found.warnings == ()


def test_text_alone_is_enough():
    found = read_object({"text": "He said so."})
    assert (found.text, found.id, found.metadata) == ("He said so.", None, {})


@pytest.mark.parametrize(
    ("given_id", "kept"), [("a", "a"), (7, "7"), (None, None), ("", None), (True, None), ([], None)]
)
def test_ids(given_id, kept):
    assert read_object({"id": given_id, "text": "x"}).id == kept


@given(ANY_TEXT)
def test_any_text_is_kept_character_for_character(text):
    (found,) = read_json(json.dumps({"text": text}))
    assert found.text == text


def test_hostile_characters_are_kept():
    (found,) = read_json('{"text": "a\\r\\nb\\rc\\u0000\\ud800e\\u0301\\u202e \\ufeff"}')
    assert found.text == "a\r\nb\rc\x00\ud800e\u0301\u202e \ufeff"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (5, "is a number, not an object"),
        ("text", "is a string, not an object"),
        (None, "is null, not an object"),
        ([], "is an array, not an object"),
        ({}, "has no key 'text'"),
        ({"id": "a", "Text": "b"}, "has no key 'text'"),
        ({"text": None}, "has null as 'text'"),
        ({"text": ["a"]}, "has an array as 'text'"),
        ({"text": ""}, "has an empty text"),
        ({"text": " \n"}, "has an empty text"),
    ],
)
def test_what_is_no_report_is_refused(value, what):
    with pytest.raises(InputError, match=what):
        read_object(value)


def test_odd_values_are_left_out_with_a_warning():
    found = read_object({"text": "x", "title": 5, "published": 20270303, "outlet": "  ", "byline": ["A"]})
    assert (found.title, found.published, found.outlet, found.byline) == (None, None, None, None)
    assert found.warnings == (
        "title is a number, not text; it is left out",
        "byline is an array, not text; it is left out",
        "published is not a date: 20270303; times stay unresolved",
    )


def test_an_array_goes_on_after_an_error():
    items = list(read_json('[{"text": "a"}, {"txt": "b"}, {"text": "c"}]'))
    assert [getattr(item, "text", None) for item in items] == ["a", None, "c"]
    assert str(items[1]).startswith("item 2 has no key 'text'")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "is not JSON: .* at column 2"),
        ('{\n"a": 1,\n}', "is not JSON: .* at line 3 column 1"),
        ("[" * 100_000, "nested too deeply"),
        ("1" * 5000, "is not readable JSON"),
        ("[]", "is an empty JSON array"),
    ],
)
def test_what_is_not_json_is_refused(text, what):
    with pytest.raises(InputError, match=what) as caught:
        list(read_json(text))
    assert "\n" not in str(caught.value)


def test_parsing_keeps_surrogates():
    assert parse_json('"\\udfff"') == "\udfff"
