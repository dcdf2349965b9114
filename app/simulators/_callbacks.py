"""Sends a vendor's callbacks to the till: own threads, repeats with growing pauses, a log."""

from __future__ import annotations

import contextlib
import heapq
import http.client
import itertools
import logging
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from urllib.parse import quote, urlsplit

WORKERS = 4
LONGEST_PAUSE = 60.0
LOG_LIMIT = 20_000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CallbackAttempt:
    """One try to deliver one callback.

    `outcome`: delivered (2xx), failed (comes again), gave_up (the last one failed), lost (never
    sent). `at` is seconds of `time.monotonic()`; `status` is None when there was no HTTP answer.
    """

    order_id: str
    attempt: int
    at: float
    status: int | None
    outcome: Literal["delivered", "failed", "gave_up", "lost"]
    error: str = ""


@dataclass(frozen=True, slots=True)
class CallbackCall:
    """What is posted: query, body and headers; the same for every repeat."""

    query: str = ""
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Due:
    order_id: str
    url: str
    attempt: int
    call: CallbackCall


def _id_alone(order_id: str) -> CallbackCall:
    return CallbackCall(f"orderId={quote(order_id, safe='')}")


def _comes_again(_status: int | None) -> bool:
    return True


class CallbackSender:
    """Delivers `POST <url>?orderId=<id>` without a body until a 2xx or the last try.

    `comes_again` says after which answers (None: none) a call is repeated at all.

    Thread: any; the deliveries run on up to four threads of its own, started with the first one.
    """

    def __init__(
        self,
        changed: threading.Condition,
        *,
        base_delay: float,
        attempts: int,
        timeout: float,
        comes_again: Callable[[int | None], bool] = _comes_again,
    ) -> None:
        self._comes_again = comes_again
        self.url: str | None = None
        self.losing = False
        self._changed = changed
        self._base_delay = base_delay
        self._attempts = attempts
        self._timeout = timeout
        self._due: list[tuple[float, int, _Due]] = []
        self._order = itertools.count()
        self._attempted: deque[CallbackAttempt] = deque(maxlen=LOG_LIMIT)
        self._workers: list[threading.Thread] = []
        self._calling: set[http.client.HTTPConnection] = set()
        self._stopping = False

    @property
    def log(self) -> tuple[CallbackAttempt, ...]:
        """Every attempt so far, in order of its end."""
        with self._changed:
            return tuple(self._attempted)

    @property
    def pending(self) -> int:
        """How many callbacks wait for their next try or are on the wire."""
        with self._changed:
            return len(self._due) + len(self._calling)

    def send(self, order_id: str, call: CallbackCall | None = None) -> None:
        """Tell the till of this order from another thread; without a URL nothing happens."""
        with self._changed:
            if self.url is None or self._stopping:
                return
            if self.losing:
                self._note(CallbackAttempt(order_id, 0, time.monotonic(), None, "lost"))
                return
            self._push(time.monotonic(), _Due(order_id, self.url, 1, call or _id_alone(order_id)))
            self._hire()

    def start(self) -> None:
        """Take callbacks (again, after a stop)."""
        with self._changed:
            self._stopping = False

    def stop(self) -> None:
        """Forget what waits, break off what is on the wire, and wait for the threads."""
        with self._changed:
            self._stopping = True
            self._due.clear()
            for call in self._calling:
                if call.sock is not None:
                    with contextlib.suppress(OSError):
                        call.sock.shutdown(socket.SHUT_RDWR)
            workers, self._workers = self._workers, []
            self._changed.notify_all()
        for worker in workers:
            worker.join(self._timeout + 1)

    def _hire(self) -> None:
        if len(self._workers) < WORKERS:
            worker = threading.Thread(target=self._work, name="simulator callbacks", daemon=True)
            self._workers.append(worker)
            worker.start()

    def _push(self, at: float, due: _Due) -> None:
        heapq.heappush(self._due, (at, next(self._order), due))
        self._changed.notify_all()

    def _note(self, attempt: CallbackAttempt) -> None:
        self._attempted.append(attempt)
        self._changed.notify_all()

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            due, call = taken
            status, error = self._deliver(due, call)
            self._settle(due, call, status, error)

    def _next(self) -> tuple[_Due, http.client.HTTPConnection] | None:
        with self._changed:
            while not self._stopping:
                now = time.monotonic()
                if self._due and self._due[0][0] <= now:
                    due = heapq.heappop(self._due)[2]
                    call = self._connection_for(due.url)
                    self._calling.add(call)
                    return due, call
                self._changed.wait(self._due[0][0] - now if self._due else None)
            return None

    def _connection_for(self, url: str) -> http.client.HTTPConnection:
        parts = urlsplit(url)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        return kind(parts.hostname or "", parts.port, timeout=self._timeout)

    def _deliver(self, due: _Due, call: http.client.HTTPConnection) -> tuple[int | None, str]:
        parts = urlsplit(due.url)
        query = "&".join(filter(None, (parts.query, due.call.query)))
        target = f"{parts.path or '/'}{'?' if query else ''}{query}"
        try:
            call.request("POST", target, due.call.body or None, dict(due.call.headers))
            answer = call.getresponse()
            answer.read(65536)
            return answer.status, ""
        except (OSError, http.client.HTTPException) as error:
            return None, type(error).__name__
        finally:
            call.close()

    def _settle(
        self, due: _Due, call: http.client.HTTPConnection, status: int | None, error: str
    ) -> None:
        at = time.monotonic()
        with self._changed:
            self._calling.discard(call)
            if status is not None and 200 <= status < 300:
                self._note(CallbackAttempt(due.order_id, due.attempt, at, status, "delivered"))
            elif due.attempt >= self._attempts or not self._comes_again(status):
                self._note(CallbackAttempt(due.order_id, due.attempt, at, status, "gave_up", error))
                _log.info("callback given up", extra={"event": "callback_gave_up"})
            else:
                self._note(CallbackAttempt(due.order_id, due.attempt, at, status, "failed", error))
                if not self._stopping:
                    pause = min(self._base_delay * 2 ** (due.attempt - 1), LONGEST_PAUSE)
                    self._push(at + pause, replace(due, attempt=due.attempt + 1))


class CallsBack:
    """The callback switches of a simulator whose vendor calls the till.

    Thread: any.
    """

    _callbacks: CallbackSender

    @property
    def callback_url(self) -> str | None:
        """Where callbacks go (`?orderId=…` is added); None sends none; ValueError when no URL."""
        return self._callbacks.url

    @callback_url.setter
    def callback_url(self, url: str | None) -> None:
        if url is not None:
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise ValueError(f"the callback URL must be http://… or https://…, not {url!r}")
        self._callbacks.url = url

    def set_callback_url(self, url: str | None) -> None:
        """Set `callback_url`, for the control door."""
        self.callback_url = url

    def resend_callback(self, order_id: str, times: int = 1) -> None:
        """Send the callback again, as staff at Cheers can; the id need not exist."""
        for _ in range(times):
            self._callbacks.send(order_id)

    def lose_callbacks(self, losing: bool = True) -> None:
        """Lose every callback (each stands as lost in the log) until called with False."""
        self._callbacks.losing = losing

    @property
    def callback_log(self) -> tuple[CallbackAttempt, ...]:
        """Every attempt to deliver a callback."""
        return self._callbacks.log

    @property
    def callbacks_pending(self) -> int:
        """How many callbacks are on the wire or wait for their next try."""
        return self._callbacks.pending
