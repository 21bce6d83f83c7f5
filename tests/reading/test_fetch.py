"""Fetching from a server on loopback: it listens on 127.0.0.2, which only the policy of these tests allows."""

import asyncio
import gzip
import io
import socket
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from ssrfguard import Policy

from firsthand.errors import InputError
from firsthand.reading import read_source
from firsthand.reading import source as source_module
from firsthand.reading.fetch import Limits, fetch, save

PAGE = (
    "<html><head><title>Harbour closed</title></head><body><p>The harbour of Calder was closed on Friday after a storm,"
    " the port authority said – “for now”.</p></body></html>"
)


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        name, _, rest = self.path.removeprefix("/").partition("/")
        getattr(self, name, self.nothing)(rest)

    def answer(self, body, status=200, **headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def nothing(self, _):
        self.answer(b"", 404)

    def page(self, charset):
        self.answer(PAGE.encode(charset or "utf-8"), content_type=f"text/html; charset={charset or 'utf-8'}")

    def untyped(self, _):
        self.answer(PAGE.encode())

    def zipped(self, coding):
        data = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress}.get(coding, bytes)(
            PAGE.encode()
        )
        self.answer(data, content_type="text/html", content_encoding=coding)

    def bomb(self, _):
        stream = zlib.compressobj(9, wbits=31)
        data = b"".join([*(stream.compress(bytes(1 << 20)) for _ in range(200)), stream.flush()])
        self.answer(data, content_type="text/html", content_encoding="gzip")

    def damaged(self, _):
        self.answer(b"\x1f\x8bnonsense", content_type="text/html", content_encoding="gzip")

    def typed(self, media_type):
        self.answer(b"%PDF-1.7", content_type=media_type)

    def status(self, code):
        self.answer(b"", int(code))

    def to(self, where):
        self.answer(b"", 302, location=where)

    def loop(self, _):
        self.answer(b"", 302, location="/loop/")

    def gigabyte(self, _):
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.stream(bytes(1 << 20), 1024, 0)

    def announced(self, _):
        self.answer(b"", content_type="text/html", content_length=str(1 << 30))

    def drip(self, _):
        self.send_response(200)
        self.end_headers()
        self.stream(b"a", 600, 0.05)

    def silence(self, _):
        time.sleep(5)

    def header_drip(self, _):
        self.stream(b"H", 600, 0.05)

    def stream(self, piece, times, pause):
        self.server.sent = 0
        try:
            for _ in range(times):
                self.wfile.write(piece)
                self.server.sent += len(piece)
                time.sleep(pause)
        except OSError:
            pass

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.2", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def get(server):
    port = server.server_address[1]
    policy = Policy(allowed_networks=("127.0.0.2/32",), allowed_ports=frozenset({80, 443, port}))

    def get(path, **limits):
        return fetch(f"http://127.0.0.2:{port}/{path}", policy, Limits(**limits))

    return get


def refusal(get, path, **limits):
    with pytest.raises(InputError) as caught:
        get(path, **limits)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page(get):
    page = get("page/cp1252")
    assert (page.media_type, page.charset) == ("text/html", "cp1252")
    assert page.data.decode("cp1252") == PAGE
    assert page.url.endswith("/page/cp1252")


def test_a_page_without_a_type(get):
    page = get("untyped/")
    assert (page.media_type, page.charset) == ("", None)


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "identity"])
def test_compression(get, coding):
    assert get(f"zipped/{coding}").data.decode() == PAGE


def test_redirects_are_followed(get, server):
    assert get("to//page/").url == f"http://127.0.0.2:{server.server_address[1]}/page/"


@pytest.mark.parametrize(
    "where",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.0.0.2:22/",
        "file:///etc/passwd",
        "gopher://127.0.0.2/",
        "http://user:secret@127.0.0.2/",
    ],
)
def test_redirects_inwards_are_refused(get, where):
    assert refusal(get, f"to/{where}").startswith(("refused: ", "can't be reached: ", "is not a valid address"))
    assert "secret" not in refusal(get, f"to/{where}")


def test_a_refusal_says_where_it_leads(get):
    assert "169.254.169.254" in refusal(get, "to/http://169.254.169.254/latest/meta-data/")
    assert refusal(get, "to/http://localhost/") in {
        f"refused: it leads to {address}, which is not a public address" for address in ("127.0.0.1", "::1")
    }


def test_redirects_in_a_circle_end(get):
    assert refusal(get, "loop/") == "refused: it redirects more than 5 times"


@pytest.mark.parametrize(
    ("code", "reason"), [(404, "Not Found"), (403, "Forbidden"), (500, "Internal Server Error"), (204, "No Content")]
)
def test_errors_of_the_server(get, code, reason):
    assert refusal(get, f"status/{code}") == f"answers HTTP {code} {reason}"


def test_a_gigabyte_is_cut(get, server):
    assert refusal(get, "gigabyte/") == "is too large: more than 20,000,000 bytes"
    assert server.sent < 60_000_000


def test_an_announced_gigabyte_is_not_even_read(get):
    assert refusal(get, "announced/") == "is too large: more than 20,000,000 bytes"


def test_a_compression_bomb_is_cut(get):
    assert refusal(get, "bomb/") == "is too large: more than 20,000,000 bytes"


def test_damaged_or_unwanted_compression(get):
    assert refusal(get, "damaged/") == "answers with damaged compression"
    assert refusal(get, "zipped/br") == "answers in an encoding that was not asked for: 'br'"
    assert refusal(get, "zipped/gzip,gzip") == "answers in an encoding that was not asked for: 'gzip,gzip'"


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "video/mp4", "application/octet-stream"])
def test_other_types_are_refused(get, media_type):
    assert refusal(get, f"typed/{media_type}") == f"is {media_type}, not text"


def test_other_types_are_taken_where_they_are_asked_for(server):
    port = server.server_address[1]
    policy = Policy(allowed_networks=("127.0.0.2/32",), allowed_ports=(port,))
    url = f"http://127.0.0.2:{port}/typed/application/xml"
    assert fetch(url, policy, Limits(types=frozenset({"application/xml"}))).media_type == "application/xml"
    with pytest.raises(InputError, match="is application/xml, not text"):
        fetch(url, policy)


def test_a_body_goes_into_a_file_and_is_cut_there_too(server):
    port = server.server_address[1]
    policy = Policy(allowed_networks=("127.0.0.2/32",), allowed_ports=(port,))
    file = io.BytesIO()
    page = save(f"http://127.0.0.2:{port}/zipped/gzip", file, policy)
    assert (file.getvalue().decode(), page.data) == (PAGE, b"")
    with pytest.raises(InputError, match="is too large: more than 100 bytes"):
        save(f"http://127.0.0.2:{port}/page/", io.BytesIO(), policy, Limits(bytes=100))


@pytest.mark.parametrize("path", ["drip/", "silence/", "header_drip/"])
def test_a_slow_server_is_given_up(get, path):
    start = time.perf_counter()
    assert refusal(get, path, seconds=0.5) == "took longer than 0.5 seconds"
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize("url", ["http://", "http://[", "http:///a", "https://?a"])
def test_what_is_no_address(url):
    with pytest.raises(InputError, match="is not a valid address"):
        fetch(url)


def test_a_server_that_is_down(server):
    policy = Policy(allowed_networks=("127.0.0.3/32",))
    with pytest.raises(InputError, match="can't be reached: "):
        fetch("http://127.0.0.3/", policy)


def test_a_name_that_leads_nowhere(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(InputError, match="can't be reached: "):
        fetch("http://no-such-host.invalid/")


@pytest.mark.parametrize(
    "address", ["10.0.0.5", "192.168.1.1", "127.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"]
)
def test_a_public_name_that_leads_inwards_is_refused(monkeypatch, address):
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)
    with pytest.raises(InputError, match=f"refused: it leads to {address}, which is not a public address"):
        fetch("http://news.example.org/")


def test_a_name_server_that_stalls_is_given_up(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(4))
    start = time.perf_counter()
    with pytest.raises(InputError, match=r"took longer than 0\.5 seconds"):
        fetch("http://news.example.org/", limits=Limits(seconds=0.5))
    assert time.perf_counter() - start < 2


def test_within_an_event_loop(get):
    async def inside():
        return get("page/")

    assert asyncio.run(inside()).data.decode() == PAGE


def test_a_proxy_of_the_environment_is_not_used(get, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert get("page/").data.decode() == PAGE


def test_an_address_is_a_source(get, server, monkeypatch):
    monkeypatch.setattr("firsthand.reading.fetch.fetch", lambda url: get(url.partition("/127.0.0.2/")[2]))
    (report,) = read_source("http://127.0.0.2/page/cp1252")
    assert report.text.endswith("the port authority said – “for now”.")
    assert report.title == "Harbour closed"
    assert report.metadata["url"] == "address fetched"
    (error,) = read_source("http://127.0.0.2/status/404")
    assert str(error) == "http://127.0.0.2/status/404: answers HTTP 404 Not Found"
    assert source_module.read_source is read_source
