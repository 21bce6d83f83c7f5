"""Fetching a page from an address that nobody vouches for.

Every address that a name resolves to is checked before anything is connected to it, at every redirect (ssrfguard).
On top of that: a cap on the bytes sent and on the bytes after decompression, only text, a limit on the whole time.
Proxies and other settings of the environment are not used: a proxy would resolve the name itself, unchecked.
"""

import asyncio
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from email.message import Message
from importlib.metadata import version
from io import BytesIO
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from firsthand.errors import InputError
from firsthand.types import Record

if TYPE_CHECKING:
    import httpx
    from ssrfguard import Policy

_MOST_BYTES = 20_000_000
_MOST_SECONDS = 60.0
_STEP_SECONDS = 15.0  # to connect, and between two pieces of an answer
_TYPES = frozenset({"application/xhtml+xml", "application/json", "application/ld+json", "application/x-ndjson"})
_HEADERS = {
    "User-Agent": f"firsthand/{version('firsthand')}",
    "Accept": "text/html,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}
_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 47}


class Limits(Record, frozen=True):
    """How much of the world a fetch may take.

    Attributes:
        bytes: most bytes of an answer, as sent and as decompressed.
        seconds: most seconds for all of it, redirects included.
        types: media types that are taken beside text.
    """

    bytes: int = _MOST_BYTES
    seconds: float = _MOST_SECONDS
    types: frozenset[str] = _TYPES


class Page(Record, frozen=True):
    """What an address answered.

    Attributes:
        data: the body, decompressed.
        url: the address that it came from in the end.
        media_type: ``text/html``; empty where the server said nothing.
        charset: as declared by the server, or None.
    """

    data: bytes
    url: str
    media_type: str
    charset: str | None


def fetch(url: str, policy: "Policy | None" = None, limits: Limits = Limits()) -> Page:  # noqa: B008  (frozen)
    """Fetch a page.

    Args:
        url: an http or https address.
        policy: where it may lead; by default, public addresses on ports 80 and 443 with at most five redirects.
        limits: how much it may take.

    Returns:
        The page.

    Raises:
        InputError: refused, unreachable, too large, too slow, not text, or answered with an error; one line says which.
    """
    body = BytesIO()
    page = save(url, body, policy, limits)
    return msgspec.structs.replace(page, data=body.getvalue())


def save(url: str, into: IO[bytes], policy: "Policy | None" = None, limits: Limits = Limits()) -> Page:  # noqa: B008
    """Fetch into a file, piece by piece, what is too large to be held.

    Args:
        url: an http or https address.
        into: takes the body; what has come so far stays there on an error.
        policy: as for `fetch`.
        limits: as for `fetch`.

    Returns:
        The page, without its data.

    Raises:
        InputError: as for `fetch`.
    """
    if not _has_host(url):
        raise InputError("is not a valid address")
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return _run(url, into, policy, limits)
    with ThreadPoolExecutor(1) as pool:  # the caller is inside an event loop (a notebook): take one of our own
        return pool.submit(_run, url, into, policy, limits).result()


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def _run(url: str, into: IO[bytes], policy: "Policy | None", limits: Limits) -> Page:
    import httpx
    from ssrfguard import SSRFGuardError

    async def timed() -> Page:
        async with asyncio.timeout(limits.seconds):
            return await _fetch(url, into, policy, limits)

    try:
        return asyncio.run(timed())
    except TimeoutError as error:
        raise InputError(f"took longer than {limits.seconds:g} seconds") from error
    except SSRFGuardError as error:
        raise InputError(f"refused: {_refusal(error)}") from error
    except httpx.TimeoutException as error:
        raise InputError(f"timed out: no answer within {_STEP_SECONDS:g} seconds") from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise InputError(f"is not a valid address: {error}") from error
    except (httpx.HTTPError, OSError) as error:
        raise InputError(f"can't be reached: {error or type(error).__name__}") from error


def _refusal(error: Exception) -> str:
    """Say why an address was refused: a redirect inwards has to be told from a page that is down."""
    from ssrfguard import BlockedAddressError, BlockedURLError, TooManyRedirectsError

    if isinstance(error, BlockedAddressError):
        return f"it leads to {error.address}, which is not a public address"
    if isinstance(error, TooManyRedirectsError):
        return f"it redirects more than {error.limit} times"
    return error.reason if isinstance(error, BlockedURLError) else str(error)


async def _fetch(url: str, into: IO[bytes], policy: "Policy | None", limits: Limits) -> Page:
    import httpx
    from ssrfguard import Policy
    from ssrfguard.httpx import AsyncClient

    wait = httpx.Timeout(_STEP_SECONDS)
    client = AsyncClient(
        policy=policy or Policy(), trust_env=False, follow_redirects=True, headers=_HEADERS, timeout=wait
    )
    async with client, client.stream("GET", url) as response:
        media_type, charset = _content_type(response)
        _refuse(response, media_type, limits)
        await _body(response, limits.bytes, into)
        return Page(b"", str(response.url), media_type, charset)


def _content_type(response: "httpx.Response") -> tuple[str, str | None]:
    header = Message()
    header["content-type"] = response.headers.get("content-type", "")
    said = "content-type" in response.headers
    return header.get_content_type() if said else "", header.get_content_charset()


def _refuse(response: "httpx.Response", media_type: str, limits: Limits) -> None:
    if response.status_code != 200:
        raise InputError(f"answers HTTP {response.status_code} {response.reason_phrase}".rstrip())
    if media_type and not media_type.startswith("text/") and media_type not in limits.types:
        raise InputError(f"is {media_type}, not text")
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > limits.bytes:
        raise _too_large(limits.bytes)


async def _body(response: "httpx.Response", most: int, into: IO[bytes]) -> None:
    """Take the body; decompressed here, piece by piece, because httpx would inflate a whole piece at once."""
    inflate = _inflater(response.headers.get("content-encoding", "identity"), most)
    sent = kept = 0
    async for piece in response.aiter_raw():
        sent += len(piece)
        kept += into.write(inflate(piece, most - kept + 1))
        if sent > most or kept > most:
            raise _too_large(most)


def _inflater(encoding: str, most: int) -> Callable[[bytes, int], bytes]:
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        return lambda piece, _: piece
    if encoding not in _WINDOW:
        raise InputError(f"answers in an encoding that was not asked for: {encoding[:40]!r}")
    stream = zlib.decompressobj(_WINDOW[encoding])

    def inflate(piece: bytes, room: int) -> bytes:
        try:
            data = stream.decompress(piece, room)
        except zlib.error as error:
            raise InputError("answers with damaged compression") from error
        if stream.unconsumed_tail:
            raise _too_large(most)
        return data

    return inflate


def _too_large(most: int) -> InputError:
    return InputError(f"is too large: more than {most:,} bytes")
