"""One vendor's HTTP client."""

from __future__ import annotations

import json
import logging
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote, urlsplit

from app import __version__
from app.domain.errors import VendorError, VendorSpokeOddly, VendorUnavailable
from app.settings.fields import is_loopback
from app.vendors._http.answers import LONGEST_RAW, error_of_status, parse_json
from app.vendors._http.deadline import CallDeadline, CallTooLong, DeadlineBackend, NoAddress

if TYPE_CHECKING:
    import httpx

_CONNECTIONS: Final = 8  # the threads of a vendor's lanes, and room for a probe
_LONGEST_SEGMENT: Final = 500
_LONGEST_ASIDE: Final = 65_536  # bytes that are read of a body that is no answer to a question
_ASIDE_SECONDS: Final = 1.0  # and how long it may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """How long each part of a call may take, in seconds; `call` is the whole of it."""

    connect: float = 3.0
    read: float = 8.0
    write: float = 5.0
    pool: float = 2.0
    call: float = 15.0


@dataclass(frozen=True, slots=True)
class JsonReply:
    """A vendor's answer: parsed with exact decimals, and the text as received."""

    data: Any
    text: str


def path_segment(text: str) -> str:
    """Return `text` percent-encoded for one step of a path.

    Raises ValueError for what cannot be one: nothing at all, `.`, `..`, broken characters, or more
    than any id has.
    """
    if text in ("", ".", "..") or len(text) > _LONGEST_SEGMENT:
        raise ValueError("not a step of a path")
    return quote(text, safe="")


class VendorHttp:
    """Calls to one base URL over connections that are kept.

    Thread: any. No redirect is followed, no cookie kept, no proxy used; TLS is verified, plain http
    goes to this computer only. Every call ends within its deadlines and raises only
    VendorUnavailable, VendorRefused (OrderUnknown for 404), VendorLoginFailed and VendorSpokeOddly.
    Nothing is loaded or opened before the first call.
    """

    def __init__(
        self,
        vendor: str,
        base_url: str,
        *,
        headers: Mapping[str, str] | None = None,
        secret: str = "",
        deadlines: Deadlines | None = None,
        idle_seconds: float = 90.0,
        max_bytes: int = 4 * 1024 * 1024,
    ) -> None:
        """Keep what is needed; `secret` is never let into an error's text.

        `idle_seconds` is how long an unused connection is kept; longer than the pause of polling.
        """
        parts = urlsplit(base_url)
        if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
            raise ValueError("plain http goes to this computer only")
        self._vendor = vendor
        self._base = base_url.rstrip("/")
        self._headers = {
            "User-Agent": f"Pult/{__version__}",
            "Accept": "application/json",
            # A compressed answer could unfold to any size.
            "Accept-Encoding": "identity",
            **(headers or {}),
        }
        self._secret = secret
        self._deadlines = deadlines or Deadlines()
        self._idle_seconds = idle_seconds
        self._max_bytes = max_bytes
        self._deadline = CallDeadline()
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None
        self._backend: DeadlineBackend | None = None
        self._closed = False

    def get_json(self, path: str) -> JsonReply:
        """Read what `path` holds.

        Asked a second time when a kept connection turns out to have been closed at the other end.
        """
        with self._answer("GET", path, None, tries=2) as response:
            return self._json_of(response)

    def put(self, path: str, body: Mapping[str, Any] | None = None) -> None:
        """Write to `path`; any 2xx is a yes, whatever its body."""
        with self._answer("PUT", path, body, tries=1) as response:
            self._check(response)
            # Read to its end, a connection can be used again.
            self._start_of_body(response, _LONGEST_ASIDE)

    def post_for_text(self, path: str, *, longest: int = 1000) -> str:
        """Post nothing to `path` and return the answer's first `longest` characters."""
        with self._answer("POST", path, None, tries=1) as response:
            self._check(response)
            return self._text(self._start_of_body(response, longest))[:longest]

    def post_json(self, path: str, body: str) -> JsonReply:
        """Post a JSON text to `path`, byte for byte as it is, and read the answer; asked once."""
        content = body.encode()
        with self._answer("POST", path, None, tries=1, content=content) as response:
            return self._json_of(response)

    def close(self) -> None:
        """End all connections; calls still under way fail at once, later ones too."""
        with self._lock:
            self._closed = True
            client, self._client = self._client, None
        if self._backend is not None:
            self._backend.break_off()
        if client is not None:
            client.close()

    # --- one call ----------------------------------------------------------------------------

    @contextmanager
    def _answer(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        *,
        tries: int,
        content: bytes | None = None,
    ) -> Iterator[httpx.Response]:
        client = self._opened()
        if body is not None:
            content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {"Content-Type": "application/json"} if content is not None else {}
        request = client.build_request(method, self._base + path, headers=headers, content=content)
        self._deadline.ends_at = monotonic() + self._deadlines.call
        with self._in_our_words():
            response = self._sent(client, request, tries)
            try:
                yield response
            finally:
                response.close()

    def _sent(self, client: httpx.Client, request: httpx.Request, tries: int) -> httpx.Response:
        import httpx

        try:
            return client.send(request, stream=True)
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
            if tries < 2 or self._closed:
                raise
            return client.send(request, stream=True)
        except RuntimeError as error:
            if not self._closed:
                raise
            # Closed between our asking and httpx' own look.
            raise self._unavailable("closed meanwhile", error, sent=True) from error

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        import httpx

        try:
            yield
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, NoAddress) as error:
            raise self._unavailable("no connection", error, sent=False) from error
        except (httpx.TimeoutException, CallTooLong) as error:
            raise self._unavailable("no answer in time", error, sent=True) from error
        except (httpx.TransportError, httpx.StreamError) as error:
            raise self._unavailable("connection lost", error, sent=True) from error

    def _check(self, response: httpx.Response) -> None:
        if response.is_success:
            return
        start = self._start_of_body(response, _LONGEST_ASIDE)
        text = self._without_secret(start.decode("utf-8", "replace"))
        error = error_of_status(self._vendor, response.status_code, response.headers, text)
        raise error or self._oddly(f"HTTP {response.status_code}", text)

    # --- bodies ------------------------------------------------------------------------------

    def _json_of(self, response: httpx.Response) -> JsonReply:
        self._check(response)
        text = self._text(self._whole_body(response))
        try:
            return JsonReply(parse_json(text), text)
        except ValueError as error:
            raise self._oddly(f"not JSON ({_kind(error)})", text) from error

    def _whole_body(self, response: httpx.Response) -> bytes:
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise self._oddly("compressed without being asked", "")
        body = bytearray()
        for part in response.iter_raw():
            body += part
            if len(body) > self._max_bytes:
                raise self._oddly(f"over {self._max_bytes} bytes long", bytes(body[:LONGEST_RAW]))
        return bytes(body)

    def _start_of_body(self, response: httpx.Response, longest: int) -> bytes:
        """Read what of the body comes soon; the status alone already says what happened."""
        self._deadline.ends_at = min(self._deadline.ends_at, monotonic() + _ASIDE_SECONDS)
        body = bytearray()
        with suppress(VendorError), self._in_our_words():
            for part in response.iter_raw():
                body += part
                if len(body) >= longest:
                    break
        return bytes(body[:longest])

    def _text(self, body: bytes) -> str:
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise self._oddly("not UTF-8", body) from error

    # --- errors ------------------------------------------------------------------------------

    def _unavailable(self, what: str, error: Exception, *, sent: bool) -> VendorUnavailable:
        return VendorUnavailable(self._vendor, f"{what} ({error or _kind(error)})", sent=sent)

    def _oddly(self, what: str, raw: str | bytes) -> VendorSpokeOddly:
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
        return VendorSpokeOddly(self._vendor, what, raw=self._without_secret(text)[:LONGEST_RAW])

    def _without_secret(self, text: str) -> str:
        return text.replace(self._secret, "(key)") if self._secret else text

    # --- opening -----------------------------------------------------------------------------

    def _opened(self) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise VendorUnavailable(self._vendor, "already closed", sent=False)
            if self._client is None:
                self._client = self._new_client()
            return self._client

    def _new_client(self) -> httpx.Client:
        # The settings of a vendor are read before the first window; its calls come after it.
        from http.cookiejar import CookieJar, DefaultCookiePolicy

        import httpx

        # Its INFO lines hold whole addresses, and a callback address may hold its token.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        transport = httpx.HTTPTransport(
            limits=httpx.Limits(
                max_connections=_CONNECTIONS,
                max_keepalive_connections=_CONNECTIONS,
                keepalive_expiry=self._idle_seconds,
            ),
            socket_options=_keep_alive(),
        )
        # httpx 0.28 has no public way to give the pool another backend.
        pool = cast(Any, transport)._pool
        self._backend = DeadlineBackend(pool._network_backend, self._deadline)
        pool._network_backend = self._backend
        return httpx.Client(
            transport=transport,
            headers=self._headers,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            follow_redirects=False,
            timeout=httpx.Timeout(
                connect=self._deadlines.connect,
                read=self._deadlines.read,
                write=self._deadlines.write,
                pool=self._deadlines.pool,
            ),
        )


def _kind(error: Exception) -> str:
    return type(error).__name__


def _keep_alive() -> list[tuple[int, int, int]]:
    """Ask the system to notice a kept connection whose other end is gone without a word."""
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    for name, value in (("TCP_KEEPIDLE", 20), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 3)):
        if hasattr(socket, name):
            options.append((socket.IPPROTO_TCP, getattr(socket, name), value))
    return options
