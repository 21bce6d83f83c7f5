import pytest

from firsthand.errors import InputError
from firsthand.reading.jsonio import read_object

TEXT = "LISBON, March 3 (Baltika Wire) - Envoys met on Sunday, a diplomat said.\r\n\r\nNobody else did."


def test_version_1():
    found = read_object(
        {
            "uri": "https://example.org/items/7", "type": "text", "versioncreated": "2027-03-03T14:02:00Z",
            "pubstatus": "usable", "language": "en-GB", "headline": "Envoys met", "byline": "By Ana Costa",
            "copyrightholder": "Baltika Wire", "copyrightnotice": "© 2027 Baltika Wire", "body_text": TEXT,
        }
    )  # fmt: skip
    assert found.text == TEXT
    assert (found.id, found.url) == ("https://example.org/items/7", "https://example.org/items/7")
    assert (found.outlet, found.title, found.byline) == ("Baltika Wire", "Envoys met", "By Ana Costa")
    assert (found.published, found.language) == ("2027-03-03T14:02:00Z", "en-GB")
    assert found.metadata["published"] == "ninjs versioncreated"
    assert found.credits == ()


def test_version_2_with_lists_and_roles():
    found = read_object(
        {
            "uri": "urn:example:7", "firstcreated": "2027-03-03", "by": "Ana Costa",
            "headlines": [{"role": "short", "value": "Met"}, {"role": "main", "value": "Envoys met"}],
            "bodies": [
                {"contenttype": "application/xhtml+xml", "value": "<p>Marked</p>"},
                {"role": "main", "contenttype": "text/plain", "value": TEXT},
            ],
            "infosources": [
                {"role": "publisher", "name": "Danube Mail"},
                {"role": "originator", "name": "Baltika Wire"},
            ],
        }
    )  # fmt: skip
    assert (found.text, found.title, found.byline, found.url) == (TEXT, "Envoys met", "Ana Costa", None)
    assert (found.outlet, found.metadata["outlet"]) == ("Danube Mail", "ninjs infosources")
    assert found.credits == ("Baltika Wire",)


def test_version_3_in_camel_case_with_markup():
    found = read_object(
        {
            "uri": "urn:example:8", "versionCreated": "2027-03-03T14:02:00Z", "pubStatus": "usable",
            "copyrightHolder": "Sova", "headlines": [{"value": "Ballots"}],
            "bodies": [{"contentType": "text/html", "value": "<section><p>One, he said.</p><p>Two.</p></section>"}],
        }
    )  # fmt: skip
    assert (found.text, found.title, found.outlet) == ("One, he said.\n\nTwo.", "Ballots", "Sova")
    assert found.published == "2027-03-03T14:02:00Z"


@pytest.mark.parametrize("key", ["body_xhtml", "body_html"])
def test_marked_bodies(key):
    assert read_object({"uri": "u", key: "<p>One.</p><p>Two.</p>"}).text == "One.\n\nTwo."


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_what_must_not_be_used_is_refused(status):
    with pytest.raises(InputError, match=f"is {status} by its provider and must not be used"):
        read_object({"uri": "u", "pubstatus": status, "body_text": TEXT})


@pytest.mark.parametrize(
    "extra", [{}, {"bodies": []}, {"bodies": [{"value": " "}]}, {"body_xhtml": "<p></p>"}, {"body_text": 5}]
)
def test_an_item_without_a_text_is_refused(extra):
    with pytest.raises(InputError, match="is an ninjs item without a text"):
        read_object({"uri": "u", "versioncreated": "2027-03-03", **extra})


def test_an_embargo_is_said():
    assert read_object({"uri": "u", "body_text": TEXT, "embargoed": "2027-03-04T00:00:00Z"}).warnings == (
        "embargoed until '2027-03-04T00:00:00Z'",
    )


def test_odd_shapes_are_survived():
    found = read_object(
        {"uri": 5, "body_text": TEXT, "headlines": "x", "bylines": [None, {"value": 3}], "infosources": 1}
    )
    assert (found.text, found.id, found.title, found.byline) == (TEXT, None, None, None)
