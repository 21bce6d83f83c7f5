import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.reading.html import fragment_text, read_html

PAGES = Path(__file__).parent / "pages"
STORY = "<p>The harbour of Calder was closed on Friday after a storm, the port authority said in a short statement.</p>"


def page(name):
    return (PAGES / name).read_text(encoding="utf-8")


def test_paragraphs_are_parted_by_blank_lines():
    assert read_html(page("full.html")).text.split("\n\n") == [
        "Villa talks: envoys “met twice”",
        "VARNIK, Kareva (Danube Mail) — The envoys of Halden and Tarsia met a second time on Monday, two people who "
        "were in the house said, and agreed to meet again before the summer.",
        "“They asked for more coffee,” one of them said.",
        "The foreign ministry of Halden declined to comment on the second meeting.",
        "“We do not discuss travel,” the ministry said in a statement.",
        "The first meeting lasted nine hours, according to the hosts.",
        "The second took four.",
        "(Additional reporting by Rita Amaral in Brussels)",
    ]


def test_a_page_without_metadata_still_reads():
    found = read_html(page("bare.html"))
    assert found.text.startswith("The harbour of Calder was closed")
    assert found.metadata == {"title": "title"}


@pytest.mark.parametrize(
    "markup",
    [
        page("front-page.html"),
        "<html><body></body></html>",
        "<html><body><p>Hello</p></body></html>",
        "<html><body><script>var a = 'He said that this is no story at all.';</script></body></html>",
        "<!doctype html>",
        "<html>" + "<div>" * 100_000 + STORY,
        "<html><body><!-- He said that this is no story at all. --></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(markup):
    with pytest.raises(InputError, match="HTML"):
        read_html(markup)


def test_a_page_too_large_is_refused():
    with pytest.raises(InputError, match="too large for a page: 20,000,013 characters, at most 20,000,000"):
        read_html("<html><body>" + "x" * 20_000_001)


def test_deep_nesting_is_survived():
    depth = 200
    assert "harbour" in read_html(f"<html><body>{'<div>' * depth}{STORY}{'</div>' * depth}{STORY}</body></html>").text


def test_nothing_is_logged_to_the_terminal():
    code = "from firsthand.reading.html import read_html; read_html('<html><body><p>Hello</p></body></html>')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith("is HTML without an article")
    assert "discarding" not in done.stderr


def test_script_and_style_are_no_text():
    found = read_html(f"<html><body><style>p {{}}</style><script>alert(1)</script>{STORY * 2}</body></html>")
    assert "alert" not in found.text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>A <b>b</b>.</p><p>C<br/>d</p>", "A b.\n\nC\nd"),
        ("<p>A<br><br>B</p>", "A\n\nB"),
        ("<section><h2>H</h2>loose<ul><li>one</li><li>two</li></ul>tail</section>", "H\n\nloose\n\none\n\ntwo\n\ntail"),
        ("<p>A<script>x</script><!-- c --> B</p>", "A B"),
        ("A &amp; B &lt;i&gt;", "A & B <i>"),
        ("\x01<p>A\x02B</p>", "AB"),
        ("", ""),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
    ],
)
def test_fragments(markup, text):
    assert fragment_text(markup) == text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_in_a_page_is_survived(text):
    found = read_html(f"<html><head><title>{text}</title></head><body>{STORY}<p>{text}</p>{STORY}</body></html>")
    found.text.encode()
    assert "harbour of Calder" in found.text
