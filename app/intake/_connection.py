"""One connection of the listener, bounded in time from its first byte to its end."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from cheroot.makefile import StreamReader, StreamWriter
from cheroot.server import HTTPConnection

from app.intake._request import CallbackHttpRequest

if TYPE_CHECKING:
    from app.intake._server import BoundedServer

_WRITE_SECONDS: Final = 2.0
_DRAIN_SECONDS: Final = 0.3
_DRAIN_BYTES: Final = 1 << 20
# Linux and macOS can hold an unfinished head in the kernel and wake us for more of it only.
_CAN_WAIT_FOR_MORE: Final = hasattr(socket, "SO_RCVLOWAT") and hasattr(socket, "MSG_DONTWAIT")


class _BoundedIO(socket.SocketIO):
    """Reads of one request, all within one deadline."""

    deadline = 0.0

    def readinto(self, b: Any) -> int | None:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")  # the words cheroot answers 408 to
        sock: socket.socket = self._sock  # type: ignore[attr-defined]
        sock.settimeout(left)
        try:
            return super().readinto(b)
        finally:
            sock.settimeout(_WRITE_SECONDS)


class _BoundedReader(StreamReader):
    def __init__(self, sock: socket.socket, mode: str, bufsize: int) -> None:
        super(StreamReader, self).__init__(_BoundedIO(sock, "rb"), bufsize)
        self.bytes_read = 0


def _make_file(sock: socket.socket, mode: str = "rb", bufsize: int = 8192) -> Any:
    return (_BoundedReader if "r" in mode else StreamWriter)(sock, mode, bufsize)


class BoundedConnection(HTTPConnection):
    """A connection that waits in the selector until a whole head is there."""

    RequestHandlerClass = CallbackHttpRequest

    def __init__(self, server: BoundedServer, sock: socket.socket, makefile: Any) -> None:
        super().__init__(server, sock, _make_file)
        self.fresh = True
        self.refused = False
        self.unread = False  # the client may still be sending
        self.in_selector = False
        self.idle_since = time.time()
        self.head_since: float | None = None
        self._peeked = 0  # bytes of a head that is not whole
        self._served = 0
        server.opened(self)

    def communicate(self) -> bool:
        """Serve one request; return whether the connection stays open."""
        self.head_since = None
        self.socket.settimeout(_WRITE_SECONDS)
        self.rfile.raw.deadline = time.monotonic() + self.server.limits.request_seconds
        self._served += 1
        keep = super().communicate()  # type: ignore[no-untyped-call]
        return bool(keep) and not self._half_a_request()

    def is_last_request(self) -> bool:
        """Return whether this connection has been used often enough."""
        return bool(self._served >= self.server.limits.requests_each)

    def head_has_come(self) -> bool:
        """Return whether a worker would not have to wait for the rest of the head."""
        if not _CAN_WAIT_FOR_MORE:
            return True
        limit = self.server.limits.head_bytes
        try:
            head = self.socket.recv(limit + 1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
            ended = len(head) == self._peeked  # woken for nothing more: no more will come
            whole = ended or len(head) > limit or _holds_head(head)
            self._peeked = 0 if whole else len(head)
            self.socket.setsockopt(
                socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1 if whole else len(head) + 1
            )
        except BlockingIOError:
            return False
        except OSError:
            return True  # broken: the worker finds out and closes
        if not whole and self.head_since is None:
            self.head_since = time.time()
        return whole

    def close(self) -> None:
        """Close without losing an answer that is still on its way."""
        with suppress(OSError, ValueError):
            if self.unread:
                self._drain()
        with suppress(OSError, ValueError):
            self.wfile.close()  # else the descriptor lives until the garbage collector comes
        with suppress(OSError, ValueError):
            super().close()
        self.server.closed(self)

    def _half_a_request(self) -> bool:
        return bool(self.rfile.has_data()) and not _holds_head(self.rfile.peek(0))

    def _drain(self) -> None:
        """Take in what the client still sends: closing over it would reset the connection."""
        self.socket.shutdown(socket.SHUT_WR)
        until = time.monotonic() + _DRAIN_SECONDS
        taken = 0
        while taken < _DRAIN_BYTES and (left := until - time.monotonic()) > 0:
            self.socket.settimeout(left)
            chunk = self.socket.recv(65536)
            if not chunk:
                return
            taken += len(chunk)


def _holds_head(data: bytes) -> bool:
    return b"\r\n\r\n" in data or b"\n\n" in data
