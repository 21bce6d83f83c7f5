"""Outlets in a report's text: by list, by shape, by what stands beside them."""

import pytest

from firsthand.sourcing.press import Press
from firsthand.types import Report


def names(text, outlet=None):
    return [m.name for m in Press(Report(id="r", text=text, outlet=outlet)).mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He told Reuters so.", ["Reuters"]),
        ("He told Baltika Wire so.", ["Baltika Wire"]),
        ("He told the Northern Courier newspaper so.", ["Northern Courier"]),
        ("The broadcaster ONR said so.", ["ONR"]),
        ("This is on the site Glas.kv now.", ["Glas.kv"]),
        ("Radio Lumen asked.", ["Radio Lumen"]),
        ("He told Congress and the Central Intelligence Agency so.", []),
        ("He wrote on Telegram and X.", []),
        ("Tove Aker met Oskar Rehn in Lisbon.", []),
        ("Agency Sova asked. Sova waited.", ["Agency Sova", "Agency Sova"]),
        ("The AP asked. The Associated Press waited.", ["Associated Press", "Associated Press"]),
    ],
)
def test_mentions(text, found):
    assert sorted(set(names(text))) == sorted(set(found))


@pytest.mark.parametrize("name", ["Agency Sova", "Sova", "the Agency Sova"])
def test_own(name):
    assert Press(Report(id="r", text="", outlet="Agency Sova")).is_own(name)


def test_another_outlet_is_not_own():
    assert not Press(Report(id="r", text="", outlet="Agency Sova")).is_own("Glas.kv")
    assert not Press(Report(id="r", text="")).is_own("Glas.kv")


def test_places_and_people_are_learnt():
    press = Press(Report(id="r", text="A ship from Halden sank. Mayor Tove Aker wept."))
    assert "halden" in press.places
    assert press.people["aker"] == "Tove Aker"
