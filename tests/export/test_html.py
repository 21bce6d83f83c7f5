import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from msgspec.structs import replace

from firsthand.export.html import page
from firsthand.export.view import visible
from firsthand.types import Place, Reason, State
from tests.export.samples import BUSY, TEXT, actor, analysis_of, attribution, busy, event, sample, time
from tests.export.test_view import analyses

HOSTILE = "</span><script>alert(1)</script><img src=x onerror=alert(1)>\x1b[31m{{ 7 * 7 }}"


class Outline(HTMLParser):
    """The tags of a page, and the text of its element with the class ``text``, reference numbers left out."""

    def __init__(self, written):
        super().__init__()
        self.tags, self.text, self._inside, self._sup = [], "", 0, False
        self.feed(written)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "div" and (self._inside or dict(attributes).get("class") == "text"):
            self._inside += 1
        self._sup = self._sup or tag == "sup"

    def handle_endtag(self, tag):
        self._inside -= tag == "div" and self._inside > 0
        self._sup = self._sup and tag != "sup"

    def handle_data(self, data):
        if self._inside and not self._sup:
            self.text += data


def test_the_text_stands_as_it_is():
    assert Outline(page(sample())).text == TEXT


@given(analyses())
def test_any_text_with_any_spans_stands_whole(analysis):
    written = page(analysis)
    written.encode()
    expected = visible(analysis.report.text)
    assert Outline(written).text == expected


def test_pieces_say_their_roles_and_attributions():
    pieces = [a for tag, a in Outline(page(sample())).tags if tag == "span" and a.get("data-of")]
    officials = next(a for a in pieces if a["data-of"].split() == ["1"])
    assert officials["class"].split() == ["m", "source", "opens", "closes"]
    nested = next(a for a in pieces if "nested" in a["class"])
    assert nested["data-of"].split() == ["6", "7"]


@pytest.mark.parametrize("field", ["title", "outlet", "byline", "url", "published", "language"])
def test_hostile_metadata_is_text(field):
    written = page(analysis_of("x", **{field: HOSTILE}))
    assert [tag for tag, _ in Outline(written).tags].count("script") == 1
    assert "img" not in {tag for tag, _ in Outline(written).tags}
    assert "\x1b" not in written


def test_hostile_text_is_text():
    report = analysis_of(HOSTILE, attribution("a", ((0, 7),), ((3, 20),), ((5, len(HOSTILE)),), descriptor=HOSTILE))
    written = page(report)
    assert [tag for tag, _ in Outline(written).tags].count("script") == 1
    assert "{{ 7 * 7 }}" in written
    assert Outline(written).text == visible(HOSTILE)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://e.org/\ud800", "http://a\u202eb"]
)
def test_only_web_addresses_become_links(url):
    written = page(analysis_of("x", url=url))
    written.encode()
    assert {a["href"][0] for tag, a in Outline(written).tags if tag == "a"} == {"#"}


def test_the_policy_allows_our_style_and_script_and_nothing_else():
    written = page(sample())
    policy = next(a["content"] for tag, a in Outline(written).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy
    assert not any("style" in a or any(name.startswith("on") for name in a) for _, a in Outline(written).tags)


def test_nothing_is_loaded():
    for tag, attributes in Outline(page(sample())).tags:
        assert "src" not in attributes
        assert tag not in {"link", "iframe", "img", "object", "base", "form"}


def test_head_warnings_chains_and_reasons_are_shown():
    written = page(sample())
    for shown in ("Calder Morning Ledger", "2031-09-17", "Crossing “to reopen” &lt;soon&gt;", "the byline was guessed"):
        assert shown in written
    assert "two unnamed officials “familiar with the plan”" in written
    assert "neither a name nor a unique post" in written
    assert '<a href="#a6">6</a>' in written


def test_events_have_their_words_marked_and_are_listed_with_their_facts():
    outline = Outline(page(busy()))
    assert outline.text == BUSY
    pieces = [a for tag, a in outline.tags if tag == "span" and "e2" in a.get("data-of", "").split()]
    assert {role for a in pieces for role in a["class"].split()} >= {"trigger", "doer", "recipient", "nested"}
    assert [a["id"] for tag, a in outline.tags if tag == "li" and a.get("id", "").startswith("e")] == [
        f"e{number}" for number in range(1, 7)
    ]
    written = page(busy())
    assert (
        "Velmora may <strong>put sanctions</strong> on Tarsia and on its &lt;b&gt;ports&lt;/b&gt; next week." in written
    )
    assert '<a href="#a2" data-of="2">says Luca Ferrand, say two unnamed diplomats</a>' in written
    assert "<dt>2031-09-14 Sunday</dt>" in written
    assert "sanctioned by Velmora since 2029, lifted temporarily (2031-08)" in written


def test_a_trigger_inside_a_content_does_not_open_it_again():
    pieces = [a["class"].split() for tag, a in Outline(page(busy())).tags if a.get("data-of") == "3 e3"]
    assert pieces == [["m", "content", "trigger"]]


def test_links_lead_to_what_is_on_the_page():
    tags = Outline(page(busy())).tags
    ids = {a["id"] for _, a in tags if "id" in a}
    assert {a["href"][1:] for tag, a in tags if tag == "a" and a["href"].startswith("#")} <= ids


def test_a_report_without_events_has_no_section_for_them():
    ids = {a["id"] for _, a in Outline(page(sample())).tags if "id" in a}
    assert not ids & {"events", "timeline", "sanctions"}


def test_hostile_events_are_text():
    who = actor("p1", HOSTILE, HOSTILE, HOSTILE, country=HOSTILE)
    when = time(HOSTILE, HOSTILE, "2031-09-14", timex=HOSTILE)
    made = event(
        "e1", ((2, 9),), HOSTILE, HOSTILE, actor=("p1",), contexts=(HOSTILE,), when=when,
        place=Place(HOSTILE, (0, 3)), reasons={HOSTILE: Reason(HOSTILE, HOSTILE, 0.5)},
    )  # fmt: skip
    held = State(subject="p1", attribute="sanctioned_by", value=HOSTILE, since=when)
    written = page(replace(analysis_of(HOSTILE), actors=(who,), events=(made,), times=(when,), states=(held,)))
    assert [tag for tag, _ in Outline(written).tags].count("script") == 1
    assert "img" not in {tag for tag, _ in Outline(written).tags}
    assert "\x1b" not in written


def test_a_report_without_attributions_says_so():
    assert "Nobody is quoted or cited" in page(analysis_of("It rained."))
