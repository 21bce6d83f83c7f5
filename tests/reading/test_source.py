import io
import json
import os
import subprocess
import sys
import time
import tracemalloc
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.reading import Overrides, read_source, read_text
from firsthand.reading import source as module
from firsthand.types import Report

PAGES = Path(__file__).parent / "pages"
STORY = "The envoys of Halden and Tarsia met in secret last weekend, two officials who were briefed on the matter said."


def one(source, overrides=Overrides()):  # noqa: B008
    (report,) = read_source(str(source), overrides)
    return report


def errors(source):
    found = list(read_source(str(source)))
    assert all(isinstance(item, InputError) for item in found)
    assert all("\n" not in str(item) for item in found)
    return [str(item) for item in found]


def test_a_text_file_is_what_python_reads(tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(b"\xef\xbb\xbfOne, he said.\r\n\r\nTwo.\rThree.\n")
    assert one(path).text == path.read_text(encoding="utf-8-sig") == "One, he said.\n\nTwo.\nThree.\n"


def test_a_text_in_json_is_kept_as_it_stands(tmp_path):
    path = tmp_path / "story.json"
    path.write_text('{"id": "r1", "text": "One.\\r\\nTwo.\\u0000\\ud800"}')
    report = one(path)
    assert (report.id, report.text) == ("r1", "One.\r\nTwo.\x00\ud800")


def test_overrides_reach_every_report(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a"}\n{"text": "b", "outlet": "Sova"}\n')
    reports = list(read_source(str(path), Overrides(outlet="Danube Mail")))
    assert [report.outlet for report in reports] == ["Danube Mail", "Danube Mail"]


def test_a_page(tmp_path):
    report = one(PAGES / "full.html")
    assert (report.outlet, report.byline, report.language) == ("Danube Mail", "Sanda Ilic and Luka Marin", "en")
    assert report.dateline.agency == "Danube Mail"
    assert [(hand.name, str(hand.role)) for hand in report.hands] == [
        ("Sanda Ilic", "byline"),
        ("Luka Marin", "byline"),
        ("Danube Mail", "dateline"),
        ("Rita Amaral", "credit"),
    ]
    assert report.metadata["published"] == "json-ld datePublished"
    assert report.warnings == ()


@pytest.mark.parametrize(
    ("said", "codec"), [("utf-8", "utf-8"), ("iso-8859-1", "utf-8"), ("windows-1252", "cp1252"), ("utf-8", "cp1252")]
)
def test_a_page_with_the_right_or_the_wrong_charset(tmp_path, said, codec):
    path = tmp_path / "page"
    text = (PAGES / "full.html").read_text(encoding="utf-8").replace('charset="utf-8"', f'charset="{said}"')
    path.write_bytes(text.encode(codec))
    report = one(path)
    assert "“We do not discuss travel,” the ministry said" in report.text
    assert bool(report.warnings) == ((said, codec) == ("utf-8", "cp1252"))


def test_jsonl_goes_on_after_a_bad_line(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": 1, "text": "a"}\n\n{bad\n{"id": 2}\n\xff\xfe\x00\n{"id": 3, "text": "c"}')
    found = list(read_source(str(path)))
    assert [item.id for item in found if isinstance(item, Report)] == ["1", "3"]
    assert [str(item).split(":")[0] for item in found if isinstance(item, InputError)] == [
        f"{path} line 3", f"{path} line 4", f"{path} line 5",
    ]  # fmt: skip
    assert str(found[1]).startswith(f"{path} line 3: is not JSON: ")


@pytest.mark.parametrize("name", ["many.jsonl", "many.json", "many"])
def test_json_lines_are_known_by_their_first_line(tmp_path, name):
    path = tmp_path / name
    path.write_text('{"text": "a"}\n{"text": "b"}\n')
    assert [report.text for report in read_source(str(path))] == ["a", "b"]


def test_a_text_file_that_looks_like_json_is_text(tmp_path):
    path = tmp_path / "code.txt"
    path.write_text('{"text": "a"}\n')
    assert one(path).text == '{"text": "a"}\n'


def test_an_array(tmp_path):
    path = tmp_path / "many.json"
    path.write_text('[{"text": "a"}, 5]')
    found = list(read_source(str(path)))
    assert found[0].text == "a"
    assert str(found[1]).startswith(f"{path}: item 2 is a number")


def test_a_folder_is_read_by_name(tmp_path):
    (tmp_path / "b").mkdir()
    for name, text in [("c.txt", "c"), ("a.txt", "a"), ("b/z.txt", "z"), (".hidden", "h"), ("b/.DS_Store", "\0")]:
        (tmp_path / name).write_text(text)
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    found = list(read_source(str(tmp_path)))
    assert [getattr(item, "text", str(item)) for item in found] == [
        "a", "z", "c", f"{tmp_path / 'd.png'}: is a PNG image, not text",
    ]  # fmt: skip


def test_a_folder_is_read_lazily(tmp_path, monkeypatch):
    for number in range(2000):
        (tmp_path / f"{number:04}.txt").write_text("a")
    opened = []
    real = module._file
    monkeypatch.setattr(module, "_file", lambda path: opened.append(path) or real(path))
    assert len(list(islice(read_source(str(tmp_path)), 3))) == 3
    assert len(opened) <= 4


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("empty.html", b"", "is empty"),
        ("empty.json", b"", "is empty"),
        ("empty.jsonl", b"", "is empty"),
        ("empty", b"", "is empty"),
        ("bin.txt", bytes(range(256)) * 9, "is binary, not text"),
        ("front.html", b"<html><body><a href=/>Home</a></body></html>", "is HTML without an article"),
        ("broken.json", b'{"text": ', "is not JSON: Expecting value at column 10"),
        ("broken", b'{"text": "a"', "is not JSON: Expecting ',' delimiter at column 13"),
        (
            "feed.xml",
            b"<?xml version='1.0'?><rss></rss>",
            "is XML, not a page (a feed's articles have to be given one by one)",
        ),
    ],
)
def test_what_cant_be_read_is_named_with_the_reason(tmp_path, name, data, what):
    path = tmp_path / name
    path.write_bytes(data)
    assert errors(path) == [f"{path}: {what}"]


def test_missing_files_and_odd_names(tmp_path):
    assert errors(tmp_path / "none.txt") == [f"{tmp_path / 'none.txt'}: no such file"]
    assert errors("a\0b") == ["a b: is not a file's name: embedded null byte"]
    assert errors("x" * 5000)[0].endswith("can't be read: File name too long")
    assert errors("ftp://example.org/a") == [
        "ftp://example.org/a: ftp addresses can't be read (only http and https can)"
    ]
    (tmp_path / "empty").mkdir()
    assert errors(tmp_path / "empty") == [f"{tmp_path / 'empty'}: is a folder without files"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("a")
    path.chmod(0)
    assert errors(path) == [f"{path}: can't be read: Permission denied"]


def test_a_name_with_a_newline_stays_in_one_line(tmp_path):
    path = tmp_path / "a\nb.txt"
    path.write_text("")
    assert errors(path)[0].endswith("a b.txt: is empty")


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/a", "http://localhost/a", "http://[::1]/", "http://169.254.169.254/latest", "http://10.0.0.1/"],
)
def test_addresses_inside_are_refused(url):
    (error,) = errors(url)
    assert error.startswith(f"{url}: refused: ")


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"Plain text.", ["Plain text."]),
        (b'{"text": "a"}\n{"text": "b"}', ["a", "b"]),
        (b'{\n"text": "a"\n}', ["a"]),
        (b"<html><body><p>The harbour of Calder was closed on Friday, the port authority said.</p></body></html>",
         ["The harbour of Calder was closed on Friday, the port authority said."]),
    ],
)  # fmt: skip
def test_standard_input(monkeypatch, data, texts):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert [report.text for report in read_source("-")] == texts


def test_standard_input_that_is_empty(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert errors("-") == ["standard input: is empty"]


def test_a_file_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_MOST_BYTES", 1 << 20)
    path = tmp_path / "large.txt"
    path.write_bytes(b"a\n" * (1 << 20))
    assert errors(path) == [f"{path}: is too large for one report: more than 1 MiB (use JSON lines for many)"]
    lines = tmp_path / "large.jsonl"
    lines.write_bytes(b'"' + b"a" * (3 << 20) + b'"\n{"text": "b"}\n{"text": ')
    found = list(read_source(str(lines)))
    assert str(found[0]) == f"{lines} line 1: is too long"
    assert found[1].text == "b"
    assert str(found[2]).startswith(f"{lines} line 3: is not JSON")


@pytest.mark.parametrize("piece", ["x", "word ", STORY + "\n", STORY + "\n\n", "LISBON (AP) - \r\n"])
def test_ten_megabytes_of_text_read_in_a_moment(tmp_path, piece):
    path = tmp_path / "large.txt"
    path.write_text(piece * (10_000_000 // len(piece)), newline="")
    start = time.perf_counter()
    assert len(one(path).text) > 8_000_000
    assert time.perf_counter() - start < 5


def test_json_lines_take_no_more_memory_the_more_they_are(tmp_path):
    path = tmp_path / "many.jsonl"
    line = json.dumps({"text": STORY * 100}) + "\n"
    path.write_text(line * 2000)
    next(read_source(str(path)))
    tracemalloc.start()
    assert sum(1 for _ in read_source(str(path))) == 2000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000  # the file has 22 million bytes


def test_text_needs_neither_the_html_nor_the_network_libraries(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    heavy = {"trafilatura", "lxml", "httpx", "ssrfguard", "py3langid", "charset_normalizer"}
    code = (
        f"import sys; from firsthand.reading import read_source; list(read_source({str(path)!r}));"
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_text_given_in_python():
    report = read_text("LISBON (AP) — He said so.\r\n", Overrides(title="T"), id="r1")
    assert (report.id, report.text, report.title) == ("r1", "LISBON (AP) — He said so.\r\n", "T")
    with pytest.raises(InputError, match="the text is empty"):
        read_text(" ")


@given(st.text(st.characters(exclude_categories=[]), min_size=1).filter(str.strip))
def test_any_text_is_kept(text):
    assert read_text(text).text == text
