"""The listener's server: cheroot with bounds on everything a stranger can make it hold.

cheroot gives a worker to each connection the moment it is accepted and bounds single reads only:
a handful of slow senders could keep all workers for ever. Here a connection gets a worker when the
whole head of its request has arrived.
"""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from cheroot.server import HTTPServer

from app.intake._answers import Answer, Request
from app.intake._connection import BoundedConnection
from app.intake._limits import Limits
from app.intake._request import CallbackGateway

log = logging.getLogger(__name__)


class BoundedServer(HTTPServer):
    """cheroot's server within `Limits`; `answer` is called on its workers."""

    ConnectionClass = BoundedConnection
    expiration_interval = 0.1  # also how long `stop` waits for the selector

    def __init__(
        self, host: str, port: int, answer: Callable[[Request], Answer], limits: Limits
    ) -> None:
        super().__init__(
            (host, port),
            CallbackGateway,
            minthreads=limits.workers,
            maxthreads=limits.workers,
            server_name="Pult",
        )
        self.answer = answer
        self.limits = limits
        self.bind_error: OSError | None = None
        self.request_queue_size = limits.connections
        self.keep_alive_conn_limit = limits.connections
        self.max_request_header_size = limits.head_bytes
        self.max_request_body_size = limits.body_bytes
        self.timeout = limits.idle_seconds  # type: ignore[assignment]
        self.shutdown_timeout = 0.3  # type: ignore[assignment]
        self._lock = threading.Lock()
        self._open: set[BoundedConnection] = set()

    def opened(self, conn: BoundedConnection) -> None:
        """Note a new connection; make room for it by ending the one that waited longest.

        When all are at work there is no room.
        """
        with self._lock:
            self._open.add(conn)
            full = len(self._open) > self.limits.connections
            waiting = [one for one in self._open if one.in_selector] if full else []
            oldest = min(waiting, key=lambda one: one.idle_since, default=None)
            conn.refused = full and oldest is None
            if oldest is None:
                return
            self._open.discard(oldest)
        with suppress(OSError):
            oldest.socket.shutdown(socket.SHUT_RDWR)  # wakes the selector, which closes it

    def closed(self, conn: BoundedConnection) -> None:
        """Forget a connection."""
        with self._lock:
            self._open.discard(conn)

    def process_conn(self, conn: BoundedConnection) -> None:
        """Give a worker to a connection whose head has come; let the others wait."""
        conn.in_selector = False
        if conn.refused:
            conn.close()
        elif conn.fresh:
            conn.fresh = False
            self.put_conn(conn)
        elif conn.rfile.has_data() or conn.head_has_come():
            super().process_conn(conn)
        else:
            self._wait_on(conn)

    def put_conn(self, conn: BoundedConnection) -> None:
        """Let an idle connection wait for its next request."""
        conn.idle_since = time.time()
        self._wait_on(conn)

    def _wait_on(self, conn: BoundedConnection) -> None:
        conn.in_selector = True
        try:
            super().put_conn(conn)
        except (OSError, ValueError, KeyError, RuntimeError):  # closed meanwhile, here or there
            conn.close()
            return
        if conn.head_since is not None:  # cheroot expires by one clock; a begun head has less time
            spare = self.limits.idle_seconds - self.limits.request_seconds
            conn.last_used = conn.head_since - spare

    def bind(self, family: Any, type: Any, proto: int = 0) -> Any:
        """Bind, and keep the reason of a failure that cheroot turns into a text."""
        try:
            return super().bind(family, type, proto)
        except OSError as error:
            self.bind_error = error
            raise

    @staticmethod
    def bind_socket(socket_: socket.socket, bind_addr: Any) -> socket.socket:
        """Bind one socket, and close it when that fails."""
        try:
            socket_.bind(bind_addr)
        except OSError:
            socket_.close()
            raise
        return socket_

    def discard(self) -> None:
        """Let go of a server that could not begin."""
        if self.socket is not None:
            self.socket.close()
            self.socket = None

    def error_log(self, msg: str = "", level: int = logging.INFO, traceback: bool = False) -> None:
        """Send cheroot's messages to our log."""
        log.log(level, "%s", msg, exc_info=traceback, extra={"event": "listener"})
