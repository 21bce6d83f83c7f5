import gzip
import re
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.reading.decode import declared_in_html, decode, universal_newlines

STORY = "Der Bürgermeister sagte: „Schöne Größe“ – naïve façade, £40, 3°. Mr Rehn’s office said “no comment”.\n"
CYRILLIC = "Заместитель министра иностранных дел опровергнул сообщения о переговорах в Лиссабоне. " * 8


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_western_text_is_decoded_without_being_told(codec):
    assert decode(STORY.encode(codec)).text == STORY


@pytest.mark.parametrize(("codec", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_byte_order_marks_are_left_out(codec, mark):
    assert decode(mark + STORY.encode(codec)).text == STORY


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_text(codec):
    text = "Envoys of Halden and Tarsia met near Lisbon, a diplomat said.\n" * 3
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r"])
def test_the_declared_charset_counts(codec):
    decoded = decode(CYRILLIC.encode(codec), codec)
    assert decoded.text == CYRILLIC
    assert decoded.warnings == ()


def test_what_is_valid_utf8_is_utf8_whatever_is_declared():
    assert decode(STORY.encode(), "iso-8859-1").text == STORY


def test_latin1_is_read_as_browsers_do():
    assert decode("“40 prisoners”".encode("cp1252"), "ISO-8859-1").text == "“40 prisoners”"


def test_a_seven_bit_charset_is_believed():
    text = "日本の外相は会談を確認した。"
    assert decode(text.encode("iso-2022-jp"), "ISO-2022-JP").text == text


@pytest.mark.parametrize(
    "declared", ["no-such-charset", "utf-7", "base64", "rot13", "\x00", "x" * 500, "idna", "undefined"]
)
def test_a_charset_that_is_none_is_ignored(declared):
    assert decode(b"+ADw-script+AD4- he said", declared).text == "+ADw-script+AD4- he said"


def test_a_guess_is_said():
    decoded = decode(CYRILLIC.encode("cp1251"), "shift_jis")
    assert decoded.text == CYRILLIC
    assert decoded.warnings == ("the encoding was guessed: cp1251 (it is not the declared shift_jis)",)


def test_a_few_wrong_bytes_leave_the_rest_utf8():
    data = ("“Quite so,” he said. " * 40).encode() + b"\xff\xc3 " + "“And yet.”".encode()
    decoded = decode(data)
    assert "“Quite so,”" in decoded.text
    assert decoded.warnings == ("2 bytes are not UTF-8 and show as �",)


@pytest.mark.parametrize(
    "data", [b"", b" \n\r\n\t", b"\xc2\xa0", b"\x00\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \n"]
)
def test_the_empty_is_refused(data):
    with pytest.raises(InputError, match=r"^is empty$"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 stream", "is a PDF, not text"),
        (b"\x89PNG\r\n\x1a\n....", "is a PNG image, not text"),
        (gzip.compress(b"text"), "is gzip-compressed, not text"),
        (b"PK\x03\x04rest", "is a ZIP archive or an Office document, not text"),
        (bytes(range(256)) * 20, "is binary, not text"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "is binary, not text"),
    ],
)
def test_the_binary_is_refused_by_name(data, what):
    with pytest.raises(InputError, match=re.escape(what)):
        decode(data)


def test_a_wrong_byte_order_mark_is_refused():
    with pytest.raises(InputError, match="begins with a mark of utf-16-le but is not"):
        decode(b"\xff\xfe\x00\xd8\x00\xd8")


def test_a_stray_nul_does_not_make_a_text_binary():
    text = "He said\x00 so. " * 20
    assert decode((text[:30] + "he said so. " * 50).encode()).text.count("\x00") == 2


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META http-equiv=Content-Type content='text/html; charset=KOI8-R'>", "KOI8-R"),
        (b"<p>charset=utf-16</p>", None),
        (b"<meta " + b"x" * 5000 + b"charset=utf-8>", None),
    ],
)
def test_declarations_in_pages(head, charset):
    assert declared_in_html(head) == charset


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff")))
def test_utf8_round_trip(text):
    data = b"\xef\xbb\xbf" + text.encode()
    if text.strip():
        assert decode(data).text == text
    else:
        with pytest.raises(InputError, match="is empty"):
            decode(data)


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "cp1252", "shift_jis", "utf-16", "nonsense"]))
def test_no_bytes_break_it(data, declared):
    with suppress(InputError):
        assert decode(data, declared).text.strip()


def test_newlines_are_those_of_an_opened_text_file(tmp_path):
    path = tmp_path / "mixed.txt"
    path.write_bytes(b"one\r\ntwo\rthree\nfour\r\r\n")
    assert universal_newlines(path.read_bytes().decode()) == path.read_text()


def test_ten_megabytes_take_a_moment():
    data = (STORY * 100_000).encode("cp1252")
    start = time.perf_counter()
    decode(data)
    assert time.perf_counter() - start < 3
