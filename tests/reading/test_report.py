import hashlib

import pytest

from firsthand.errors import InputError
from firsthand.reading.found import Found, one_line, shown
from firsthand.reading.report import Overrides, make_report, text_id

STORY = "The envoys of Halden and Tarsia met in secret last weekend, two officials who were briefed on the matter said."
GERMAN = (
    "Der Außenminister sagte am Mittwoch, es habe kein Treffen in Lissabon gegeben. Zuvor hatten mehrere Zeitungen "
    "über geheime Verhandlungen zwischen den beiden Ländern berichtet."
)


def test_overrides_win_and_say_so():
    found = Found(
        text=STORY,
        outlet="Sova",
        title="Old",
        published="2027-03-01",
        metadata={"outlet": "given", "published": "htmldate"},
    )
    report = make_report(found, Overrides(published="2027-03-03T06:10:00Z", outlet="Danube Mail"))
    assert (report.outlet, report.title, report.published) == ("Danube Mail", "Old", "2027-03-03T06:10:00+00:00")
    assert report.metadata == {"outlet": "given", "published": "given", "language": "detected"}


@pytest.mark.parametrize("value", ["Tuesdayish", "", "2027-02-30"])
def test_an_override_that_is_no_date_is_refused_at_once(value):
    with pytest.raises(InputError, match=f"published is not a date: '{value}'"):
        Overrides(published=value)


def test_a_date_that_is_none_is_a_warning():
    report = make_report(Found(text=STORY, published="Tuesdayish", metadata={"published": "given"}), Overrides())
    assert report.published is None
    assert report.warnings == ("published is not a date: 'Tuesdayish'; times stay unresolved",)
    assert "published" not in report.metadata


def test_an_override_heals_a_bad_date():
    report = make_report(Found(text=STORY, published="Tuesdayish"), Overrides(published="2027-03-03"))
    assert (report.published, report.warnings) == ("2027-03-03", ())


def test_the_id_is_given_or_made_of_the_text():
    assert make_report(Found(text=STORY, id="r1"), Overrides()).id == "r1"
    assert make_report(Found(text=STORY), Overrides()).id == hashlib.sha256(STORY.encode()).hexdigest()[:12]
    assert len(text_id("\ud800")) == 12


@pytest.mark.parametrize(
    ("text", "language", "known", "warnings"),
    [
        (STORY, None, "en", ()),
        (STORY, "en-GB", "en", ()),
        (GERMAN, None, "de", ("language is 'de', only English is known",)),
        (GERMAN, "de-AT", "de", ("language is 'de', only English is known",)),
        (GERMAN, "en", "en", ("language is said to be 'en' but reads as 'de', only English is known",)),
        ("Ask her.", None, None, ()),
        ("Ask her.", "ro", "ro", ("language is 'ro', only English is known",)),
    ],
)
def test_languages(text, language, known, warnings):
    report = make_report(Found(text=text, language=language), Overrides())
    assert (report.language, report.warnings) == (known, warnings)


def test_a_byline_of_the_text_becomes_the_reports():
    report = make_report(Found(text=f"By Ana Costa\n\n{STORY}"), Overrides())
    assert (report.byline, report.metadata["byline"]) == ("By Ana Costa", "text")


def test_credits_of_the_metadata_are_hands():
    report = make_report(Found(text=f"LISBON (Sova) - {STORY}", credits=("Baltika Wire", "sova")), Overrides())
    assert [(hand.name, str(hand.role)) for hand in report.hands] == [("Sova", "dateline"), ("Baltika Wire", "credit")]


def test_values_in_messages_are_one_line():
    assert shown("a\nb\ud800") == r"'a\nb\ud800'"
    assert len(shown("x" * 500)) == 80
    assert one_line("a\n b\x00\ud800c") == "a b c"
    assert len(one_line("x" * 500)) == 300
