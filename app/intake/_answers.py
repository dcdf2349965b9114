"""What is answered to a request: the rules, without sockets."""

from __future__ import annotations

import hmac
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qsl

from app.domain.errors import BadCallback, PultError
from app.intake._filing import Store
from app.ports.callback import CallbackPort, CallbackRequest
from app.usecases.receive_callback import TooManyWaiting

log = logging.getLogger(__name__)

PROBE: Final = "pultProbe"
_NONCE: Final = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_MOST_FIELDS: Final = 50
_COME_AGAIN: Final = "5"  # s


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `path` is percent-decoded, `query` is not, header names are lower case."""

    method: str
    path: bytes
    query: bytes
    headers: Mapping[str, str]
    read_body: Callable[[], bytes]  # raises BadCallback when it is too long or broken


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a line of plain text, and headers beyond the usual ones."""

    status: HTTPStatus
    text: str
    headers: tuple[tuple[str, str], ...] = ()


_NOT_FOUND: Final = Answer(HTTPStatus.NOT_FOUND, "not found")
_NOT_ALLOWED: Final = Answer(
    HTTPStatus.METHOD_NOT_ALLOWED, "callbacks are sent with POST", (("Allow", "POST"),)
)
_BAD_QUERY: Final = Answer(HTTPStatus.BAD_REQUEST, "the query cannot be read")
_BAD_PROBE: Final = Answer(HTTPStatus.BAD_REQUEST, "this is not a probe")
_BROKEN: Final = Answer(HTTPStatus.INTERNAL_SERVER_ERROR, "Pult made a mistake")


class Answers:
    """Decides what a request is answered.

    Thread: the listener's workers. `store` must return only after the ids are durable. A wrong
    token is answered as any unknown path, after a comparison that takes the same time.
    """

    def __init__(
        self,
        token: str,
        callbacks: Sequence[CallbackPort],
        store: Store,
        on_probe: Callable[[str], None],
    ) -> None:
        ending = f"/{token}" if token else ""
        self._callbacks = [(f"{port.path}{ending}".encode(), port) for port in callbacks]
        self._store = store
        self._on_probe = on_probe

    def answer(self, request: Request) -> Answer:
        """Return the answer; raises only what the connection itself can cause."""
        port = self._port_for(request.path)
        if port is None:
            return _NOT_FOUND
        query = _read_query(request.query)
        if query is None:
            return _BAD_QUERY
        if any(key == PROBE for key, _ in query):
            return self._probed(request.method, query)
        if request.method != "POST":
            return _NOT_ALLOWED
        try:
            return self._take(port, CallbackRequest(query, request.headers, request.read_body()))
        except BadCallback as error:
            log.info("callback refused", extra=_said("callback_refused", port, error.status))
            return Answer(HTTPStatus(error.status), str(error)[:200])

    def _port_for(self, path: bytes) -> CallbackPort | None:
        """Find the port whose path this is, with or without a slash at the end."""
        asked = path.removesuffix(b"/")
        found = None
        for known, port in self._callbacks:  # all of them, whichever fits
            if hmac.compare_digest(known, asked):
                found = port
        return found

    def _probed(self, method: str, query: Sequence[tuple[str, str]]) -> Answer:
        if method not in ("GET", "POST"):
            return Answer(_NOT_ALLOWED.status, _NOT_ALLOWED.text, (("Allow", "GET, POST"),))
        if len(query) != 1 or not _NONCE.fullmatch(query[0][1]):
            return _BAD_PROBE
        nonce = query[0][1]
        try:
            self._on_probe(nonce)
        except Exception:  # our bug: the listener lives on
            log.exception("a probe was not taken", extra={"event": "probe_failed"})
            return _BROKEN
        log.info("probe arrived", extra={"event": "probe_arrived"})
        return Answer(HTTPStatus.OK, f"pult {nonce}")

    def _take(self, port: CallbackPort, request: CallbackRequest) -> Answer:
        try:
            ids = port.read(request)
        except BadCallback:
            raise
        except Exception:  # our bug: the vendor repeats, the listener lives on
            log.exception("a callback was not read", extra=_said("callback_failed", port, 500))
            return _BROKEN
        try:
            self._store(port.vendor, ids)
        except PultError as error:
            event = (
                "callbacks_too_many" if isinstance(error, TooManyWaiting) else "callback_unsaved"
            )
            log.warning("callback answered 503: %s", error, extra=_said(event, port, 503))
            return Answer(
                HTTPStatus.SERVICE_UNAVAILABLE, "come again", (("Retry-After", _COME_AGAIN),)
            )
        for id_ in ids:
            log.info("callback stored", extra=_said("callback_stored", port, 200) | {"order": id_})
        return Answer(HTTPStatus.OK, "ok")


def _read_query(query: bytes) -> list[tuple[str, str]] | None:
    try:
        return parse_qsl(
            query.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:  # UnicodeDecodeError is one
        return None


def _said(event: str, port: CallbackPort, status: int) -> dict[str, object]:
    return {"event": event, "vendor": port.vendor, "status": status}
