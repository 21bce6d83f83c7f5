"""A page's metadata, each value with where it was found.

The order within a field is the order of trust: what the page declares for machines (JSON-LD, then meta tags), then
what it shows, then a guess.
"""

import html
import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeAlias
from urllib.parse import urljoin, urlsplit

from firsthand.reading.dates import iso_date

Fields: TypeAlias = dict[str, tuple[str, str]]
Candidates: TypeAlias = Iterator[tuple[object, str]]

_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
)
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title")
_TITLES = ("og:title", "twitter:title", "dc.title")
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language")
_LONGEST = 500


def page_fields(tree: Any, url: str | None = None) -> Fields:
    """Collect a page's metadata.

    Args:
        tree: the parsed page; it is not changed.
        url: the address that it came from, if it was fetched.

    Returns:
        For each of url, outlet, title, byline, published, language that was found: its value, and where it was found.
    """
    meta, article = _meta(tree), _article(tree)
    fields: Fields = {}
    _take(fields, "url", _urls(tree, meta, url))
    _take(fields, "outlet", _outlets(meta, article))
    _take(fields, "title", _titles(tree, meta, article))
    _take(fields, "byline", _bylines(tree, meta, article))
    _take(fields, "published", _dates(tree, meta, article))
    _take(fields, "language", _languages(tree, meta, article))
    _guess(fields, tree)
    _without_outlet(fields)
    return fields


def _take(fields: Fields, name: str, candidates: Candidates) -> None:
    for value, where in candidates:
        text = _plain(value)
        if name == "published":
            text = iso_date(text) or ""
        if text:
            fields[name] = (text, where)
            return


def _plain(value: object) -> str:
    """One line of text out of a value; whatever is no text or too long for a field is none."""
    text = " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
    return text if len(text) <= _LONGEST else ""


def _meta(tree: Any) -> dict[str, str]:
    """Map the names of meta tags, in lower case, to their first content."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and element.get("content", "").strip():
            found.setdefault(name.strip().lower(), element.get("content"))
    return found


def _metas(meta: Mapping[str, str], names: tuple[str, ...]) -> Candidates:
    return ((meta[name], f"meta {name}") for name in names if name in meta)


def _article(tree: Any) -> dict[str, Any]:
    """Find the JSON-LD node of the article: the one with this page's canonical address, else the first."""
    nodes = [node for script in tree.iter("script") for node in _json_ld(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is_article(node)]
    canonical = _link(tree, "canonical")
    own = [node for node in articles if canonical and canonical in _addresses(node)]
    article = (own or articles or [{}])[0]
    return {key: _resolved(value, by_id) for key, value in article.items()}


def _json_ld(script: Any) -> Iterator[dict[str, Any]]:
    if script.get("type", "").strip().lower() != "application/ld+json":
        return
    try:
        data = json.loads(script.text_content().strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return
    stack = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            stack.extend(item[key] for key in ("mainEntity", "@graph") if isinstance(item.get(key), list | dict))


def _is_article(node: Mapping[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(("Article", "Posting", "Report")) for name in names)


def _addresses(node: Mapping[str, Any]) -> set[str]:
    main = node.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    return {value for value in (node.get("url"), node.get("@id"), main) if isinstance(value, str)}


def _resolved(value: Any, by_id: Mapping[str, Any]) -> Any:
    """Follow references to other nodes of the page ({"@id": …}), one step."""
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return by_id.get(value["@id"], value)
    return value


def _names(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    return [name for name in names if isinstance(name, str) and name.strip() and "://" not in name]


def _listed(names: list[str]) -> str:
    names = list(dict.fromkeys(name.strip() for name in names))
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _link(tree: Any, rel: str) -> str | None:
    return next(
        (link.get("href") for link in tree.iter("link") if rel in (link.get("rel") or "").lower().split()), None
    )


def _urls(tree: Any, meta: Mapping[str, str], url: str | None) -> Candidates:
    for value, where in ((_link(tree, "canonical"), "link canonical"), (meta.get("og:url"), "meta og:url")):
        full = urljoin(url or "", value.strip()) if value else ""
        if full.startswith(("http://", "https://")):
            yield full, where
    yield url, "address fetched"


def _outlets(meta: Mapping[str, str], article: Mapping[str, Any]) -> Candidates:
    yield from ((name, "json-ld publisher") for name in _names(article.get("publisher")))
    yield from _metas(meta, _OUTLETS)


def _titles(tree: Any, meta: Mapping[str, str], article: Mapping[str, Any]) -> Candidates:
    yield article.get("headline"), "json-ld headline"
    yield from _metas(meta, _TITLES)
    headings = [heading.text_content() for heading in tree.iter("h1")]
    yield headings[0] if len(headings) == 1 else None, "h1"
    yield tree.findtext(".//title"), "title"


def _bylines(tree: Any, meta: Mapping[str, str], article: Mapping[str, Any]) -> Candidates:
    yield _listed(_names(article.get("author"))), "json-ld author"
    yield from ((value, where) for value, where in _metas(meta, _AUTHORS) if "://" not in str(value))
    for attribute, value in (("rel", "author"), ("itemprop", "author"), ("class", "byline")):
        shown = tree.xpath(f'//*[contains(concat(" ", normalize-space(@{attribute}), " "), " {value} ")]')
        texts = [" ".join(element.text_content().split()) for element in shown]
        yield _listed([text for text in texts if text and len(text) <= _LONGEST // 5]), f"{attribute}={value}"


def _dates(tree: Any, meta: Mapping[str, str], article: Mapping[str, Any]) -> Candidates:
    yield article.get("datePublished"), "json-ld datePublished"
    yield from _metas(meta, _DATES)
    yield from ((time.get("datetime"), "time datetime") for time in tree.xpath("//time[@datetime]")[:1])


def _languages(tree: Any, meta: Mapping[str, str], article: Mapping[str, Any]) -> Candidates:
    root = tree.getroottree().getroot()
    yield root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"), "html lang"
    yield article.get("inLanguage"), "json-ld inLanguage"
    yield from _metas(meta, _LANGUAGES)


def _guess(fields: Fields, tree: Any) -> None:
    """Fill what is still missing: the date by htmldate, the outlet by the address."""
    url = fields["url"][0] if "url" in fields else None
    if "published" not in fields:
        from htmldate import find_date

        date = find_date(deepcopy(tree), original_date=True, extensive_search=False, url=url)
        if date:
            fields["published"] = (date, "htmldate")
    host = urlsplit(url).hostname if url else None
    if "outlet" not in fields and host:
        fields["outlet"] = (host.removeprefix("www."), "host of the address")


def _without_outlet(fields: Fields) -> None:
    """Cut the outlet's name off a title: "Villa talks | Danube Mail"."""
    title, outlet = fields.get("title"), fields.get("outlet")
    if title is None or outlet is None:
        return
    for dash in (" | ", " - ", " – ", " — ", " · "):
        cut = title[0].removesuffix(dash + outlet[0])
        if cut and cut != title[0]:
            fields["title"] = (cut, title[1])
            return
