import pytest

from firsthand.errors import InputError
from firsthand.reading.sniff import Format, by_content, by_media_type, by_name


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Envoys met on Sunday.", Format.TEXT),
        (b"<3 he wrote", Format.TEXT),
        (b"[Updated] Envoys met.", Format.TEXT),
        (b"{S1 An official} {C1 said}", Format.TEXT),
        (b"", Format.TEXT),
        (b"<!DOCTYPE html><html>", Format.HTML),
        (b"\xef\xbb\xbf\n<HTML lang=en>", Format.HTML),
        (b"<!-- saved --><!-- twice -->\n<html>", Format.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', Format.HTML),
        (b"<div><p>Envoys met.</p></div>", Format.HTML),
        (b'{"text": "a"}', Format.JSON),
        (b' [\n{"text": "a"}]', Format.JSON),
        (b"{}", Format.JSON),
        (b"\xef\xbb\xbf{\n", Format.JSON),
    ],
)
def test_content(data, kind):
    assert by_content(data) is kind


@pytest.mark.parametrize("data", [b'<?xml version="1.0"?><rss>', b"<rss version='2.0'>", b"<feed xmlns='a'>"])
def test_other_xml_is_refused(data):
    with pytest.raises(InputError, match="is XML, not a page"):
        by_content(data)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.TXT", "text"), ("b/a.htm", "html"), ("a.json", "json"), ("a.ndjson", "jsonl"), ("a", None), ("a.b", None)],
)
def test_names(name, kind):
    assert by_name(name) == kind


def test_media_types():
    assert by_media_type("text/html") is Format.HTML
    assert by_media_type("text/plain") is None
