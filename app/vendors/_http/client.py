"""One vendor's HTTP client."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode, urlsplit

from app import __version__
from app.domain.errors import VendorError, VendorSpokeOddly, VendorUnavailable
from app.domain.till_clock import TimeHeard
from app.settings.fields import is_loopback
from app.vendors._http.answers import LONGEST_RAW, error_of_status, parse_json, time_heard
from app.vendors._http.calls import FORM, JSON, Call, JsonReply, as_json
from app.vendors._http.deadline import CallDeadline, DeadlineBackend
from app.vendors._http.login import Login
from app.vendors._http.opening import IDLE_SECONDS, Deadlines, open_client
from app.vendors._http.places import resolved_link
from app.vendors._http.troubles import in_our_words, kind_of, unavailable

if TYPE_CHECKING:
    import httpx

_LONGEST_ASIDE: Final = 65_536  # bytes that are read of a body that is no answer to a question
_ASIDE_SECONDS: Final = 1.0  # and how long it may take


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
        login: Login | None = None,
        secret: str | tuple[str, ...] = "",
        deadlines: Deadlines | None = None,
        idle_seconds: float = IDLE_SECONDS,
        max_bytes: int = 4 * 1024 * 1024,
    ) -> None:
        """Keep what is needed; no `secret` is ever let into an error's text.

        `login` gives each call its `Authorization`; a 401 is followed by one more try where it has
        another one, since nothing has been done by then.
        `idle_seconds` is how long an unused connection is kept; longer than the pause of polling,
        see `idle_between`.
        """
        parts = urlsplit(base_url)
        if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
            raise ValueError("plain http goes to this computer only")
        self._vendor = vendor
        self._base = base_url.rstrip("/")
        self._headers = {
            "User-Agent": f"Pult/{__version__}",
            "Accept": JSON,
            # A compressed answer could unfold to any size.
            "Accept-Encoding": "identity",
            **(headers or {}),
        }
        self._login = login
        self._secrets = tuple(filter(None, (secret,) if isinstance(secret, str) else secret))
        self._deadlines = deadlines or Deadlines()
        self._idle_seconds = idle_seconds
        self._max_bytes = max_bytes
        self._deadline = CallDeadline()
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None
        self._backend: DeadlineBackend | None = None
        self._closed = False
        self.time_heard: TimeHeard | None = None
        """What the server's newest answer said of the time."""

    def get_json(self, path: str, *, once: bool = False) -> JsonReply:
        """Read what `path` holds.

        Asked a second time when a kept connection turns out to have been closed at the other end,
        unless asking has an effect and may happen only `once`.
        """
        return self._read(Call(method="GET", url=self._base + path, tries=1 if once else 2))

    def post_json(
        self, path: str, body: Mapping[str, Any] | str, *, harmless: bool = False
    ) -> JsonReply:
        """Post `body` to `path` and return what is answered; a text is JSON, sent to the byte.

        Never sent a second time by itself, unless it is a `harmless` question; see `get_json`.
        """
        text = body if isinstance(body, str) else as_json(body)
        return self._read(
            Call(
                method="POST",
                url=self._base + path,
                content=text.encode(),
                kind=JSON,
                tries=2 if harmless else 1,
            )
        )

    def get_linked(self, link: str, *, asked: str) -> JsonReply:
        """Read what a link holds that came with the answer to `asked`; see `linked`."""
        return self._read(Call(method="GET", url=self.linked(link, asked=asked), tries=2))

    def linked(self, link: str, *, asked: str) -> str:
        """Return the whole address a vendor's link means; `asked` is the path, or the address,
        it came with.

        Raises VendorSpokeOddly for a link to another server: nothing goes there.
        """
        asked = self._base + asked if asked.startswith("/") else asked
        try:
            return resolved_link(self._base, asked, link)
        except ValueError as error:
            raise VendorSpokeOddly(self._vendor, f"{error}: nothing is sent there") from error

    def put(self, path: str, body: Mapping[str, Any] | str | None = None) -> None:
        """Write to `path`; any 2xx is a yes, whatever its body. A text is JSON, sent as it is."""
        text = body if isinstance(body, str) or body is None else as_json(body)
        content = None if text is None else text.encode()
        call = Call(method="PUT", url=self._base + path, content=content, kind=JSON)
        with self._answer(call) as response:
            self._check(response)
            # Read to its end, a connection can be used again.
            self._start_of_body(response, _LONGEST_ASIDE)

    def post_for_text(self, path: str, *, longest: int = 1000) -> str:
        """Post nothing to `path` and return the answer's first `longest` characters."""
        with self._answer(Call(method="POST", url=self._base + path)) as response:
            self._check(response)
            return self._text(self._start_of_body(response, longest))[:longest]

    def post_form(
        self, path: str, fields: Mapping[str, str], *, authorization: str = ""
    ) -> JsonReply:
        """Post a form to `path` and read the answer; it is asked once only."""
        return self._read(
            Call(
                method="POST",
                url=self._base + path,
                content=urlencode(fields).encode(),
                kind=FORM,
                authorization=authorization,
            )
        )

    def close(self) -> None:
        """End all connections; calls still under way fail at once, later ones too."""
        with self._lock:
            self._closed = True
            client, self._client = self._client, None
        if self._backend is not None:
            self._backend.break_off()
        if client is not None:
            client.close()
        if self._login is not None:
            self._login.close()

    # --- one call ----------------------------------------------------------------------------

    def _read(self, call: Call) -> JsonReply:
        with self._answer(call) as response:
            self._check(response)
            text = self._text(self._whole_body(response))
            headers = {name.lower(): value for name, value in response.headers.items()}
        try:
            return JsonReply(parse_json(text), text, headers)
        except ValueError as error:
            raise self._oddly(f"not JSON ({kind_of(error)})", text) from error

    @contextmanager
    def _answer(self, call: Call) -> Iterator[httpx.Response]:
        client = self._opened()
        request = self._request(client, call)
        self._deadline.ends_at = monotonic() + self._deadlines.call
        with in_our_words(self._vendor):
            response = self._sent(client, request, call.tries)
            self.time_heard = time_heard(response.headers) or self.time_heard
            try:
                again = self._with_another_login(client, call, request, response)
                if again is not None:
                    response.close()
                    response = self._sent(client, again, call.tries)
                yield response
            finally:
                response.close()

    def _request(self, client: httpx.Client, call: Call) -> httpx.Request:
        headers = {} if call.content is None else {"Content-Type": call.kind}
        authorization = call.authorization
        if self._login is not None:
            authorization = self._login.header()
        if authorization:
            headers["Authorization"] = authorization
        return client.build_request(call.method, call.url, headers=headers, content=call.content)

    def _with_another_login(
        self,
        client: httpx.Client,
        call: Call,
        request: httpx.Request,
        response: httpx.Response,
    ) -> httpx.Request | None:
        if response.status_code != 401 or self._login is None:
            return None
        if not self._login.refused(request.headers["Authorization"]):
            return None
        # Read to its end, the connection serves the second try too.
        self._start_of_body(response, _LONGEST_ASIDE)
        again = self._request(client, call)
        self._deadline.ends_at = monotonic() + self._deadlines.call
        return again

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
            raise unavailable(self._vendor, "closed meanwhile", error, sent=True) from error

    def _check(self, response: httpx.Response) -> None:
        if response.is_success:
            return
        start = self._start_of_body(response, _LONGEST_ASIDE)
        text = self._without_secret(start.decode("utf-8", "replace"))
        error = error_of_status(self._vendor, response.status_code, response.headers, text)
        raise error or self._oddly(f"HTTP {response.status_code}", text)

    # --- bodies ------------------------------------------------------------------------------

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
        with suppress(VendorError), in_our_words(self._vendor):
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

    def _oddly(self, what: str, raw: str | bytes) -> VendorSpokeOddly:
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
        return VendorSpokeOddly(self._vendor, what, raw=self._without_secret(text)[:LONGEST_RAW])

    def _without_secret(self, text: str) -> str:
        hidden = self._secrets if self._login is None else (*self._secrets, *self._login.hidden())
        for secret in hidden:
            text = text.replace(secret, "(key)")
        return text

    # --- opening -----------------------------------------------------------------------------

    def _opened(self) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise VendorUnavailable(self._vendor, "already closed", sent=False)
            if self._client is None:
                self._client, self._backend = open_client(
                    self._headers, self._deadlines, self._deadline, self._idle_seconds
                )
            return self._client
