import json
from pathlib import Path

import pytest
from lxml import html

from firsthand.reading.page import page_fields

PAGES = Path(__file__).parent / "pages"


def fields(head="", body="", url=None, attributes=""):
    return page_fields(html.fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"), url)


def ld(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_every_field_says_where_it_was_found():
    found = page_fields(html.fromstring((PAGES / "full.html").read_bytes()), "https://example.org/fetched")
    assert found == {
        "url": ("https://example.org/world/villa-talks", "link canonical"),
        "outlet": ("Danube Mail", "json-ld publisher"),
        "title": ("Villa talks: envoys “met twice”", "json-ld headline"),
        "byline": ("Sanda Ilic and Luka Marin", "json-ld author"),
        "published": ("2027-03-04T08:15:00+01:00", "json-ld datePublished"),
        "language": ("en-GB", "html lang"),
    }


def test_open_graph_stands_in():
    found = page_fields(html.fromstring((PAGES / "open-graph.html").read_bytes()))
    assert found == {
        "url": ("https://example.org/kareva-daily/recount", "meta og:url"),
        "outlet": ("Kareva Daily", "meta og:site_name"),
        "title": ("Recount set for Sunday", "meta og:title"),
        "byline": ("Sanda Ilic", "meta author"),
        "published": ("2027-10-13T12:30:00+02:00", "meta article:published_time"),
        "language": ("en_US", "meta og:locale"),
    }


def test_what_the_page_shows_stands_in():
    body = '<h1>Villa talks</h1><p class="meta byline">By Sanda Ilic</p><time datetime="2027-03-04">4 March</time>'
    found = fields(body=body)
    assert found["title"] == ("Villa talks", "h1")
    assert found["byline"] == ("By Sanda Ilic", "class=byline")
    assert found["published"] == ("2027-03-04", "time datetime")


def test_a_guessed_date_says_so():
    found = fields(body="<p>Some words.</p>", url="https://example.org/2021/03/04/villa-talks.html")
    assert found["published"] == ("2021-03-04", "htmldate")


def test_without_a_date_there_is_none():
    assert "published" not in fields(body="<p>The envoys met on Sunday, he said.</p>")


def test_a_bad_date_gives_way_to_a_good_one():
    head = ld({"@type": "NewsArticle", "datePublished": "Tuesdayish"}) + '<meta name="date" content="2027-03-04">'
    assert fields(head)["published"] == ("2027-03-04", "meta date")


def test_the_article_of_this_page_is_taken_among_several():
    other = {"@type": "NewsArticle", "headline": "Other", "url": "https://example.org/b"}
    own = {"@type": "ReportageNewsArticle", "headline": "Own", "mainEntityOfPage": {"@id": "https://example.org/a"}}
    head = ld([other, own]) + '<link rel="canonical" href="https://example.org/a">'
    assert fields(head)["title"] == ("Own", "json-ld headline")


def test_the_host_stands_in_for_the_outlet():
    assert fields(url="https://www.example.org/a")["outlet"] == ("example.org", "host of the address")


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Ana Costa", "Ana Costa"),
        ({"name": "Ana Costa"}, "Ana Costa"),
        ([{"name": "Ana Costa"}, "Jan Brandt", {"name": "Inês Vilar"}], "Ana Costa, Jan Brandt and Inês Vilar"),
        ({"@type": "Organization", "name": "Baltika Wire"}, "Baltika Wire"),
        ("https://example.org/ana", None),
        ({"name": 5}, None),
        ([], None),
        (None, None),
    ],
)
def test_authors(author, byline):
    found = fields(ld({"@type": "NewsArticle", "author": author}))
    assert found.get("byline", (None,))[0] == byline


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        "null",
        '"text"',
        '{"@type": 5}',
        '{"@graph": [null, 1, {"@type": ["Article", null]}]}',
        "<!-- -->",
        "",
    ],
)
def test_broken_json_ld_is_passed_over(script):
    head = f'<script type="application/ld+json">{script}</script><meta property="og:title" content="Title">'
    assert fields(head)["title"] == ("Title", "meta og:title")


@pytest.mark.parametrize("dash", [" | ", " - ", " – ", " — ", " · "])
def test_the_outlet_is_cut_off_the_title(dash):
    head = f'<title>Villa talks{dash}Danube Mail</title><meta property="og:site_name" content="Danube Mail">'
    assert fields(head)["title"] == ("Villa talks", "title")


def test_an_address_that_is_none_is_passed_over():
    assert "url" not in fields('<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/a">')


def test_the_tree_is_not_changed():
    tree = html.fromstring((PAGES / "bare.html").read_bytes())
    before = html.tostring(tree)
    page_fields(tree)
    assert html.tostring(tree) == before
