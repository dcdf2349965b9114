"""One accepted TCP connection of a simulator: reads HTTP requests, sends replies, or hangs up."""

from __future__ import annotations

import logging
import select
import socket
import struct
from email.utils import formatdate
from http.client import responses
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

from app.simulators._wire import Reply, Request, error_reply

if TYPE_CHECKING:
    from app.simulators._listener import Listener

BODY_LIMIT = 1 << 20

_log = logging.getLogger(__name__)


class Connection(BaseHTTPRequestHandler):
    """One client's connection, kept alive over many requests.

    Thread: one of its own.
    """

    server: Listener
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    reset = False

    def handle(self) -> None:
        """Serve requests until one side closes; a client that leaves is no error."""
        try:
            super().handle()
        except ConnectionError:
            _log.debug("client left", extra={"event": "client_left"})

    def serve(self) -> None:
        """Read one request and have the simulator answer it."""
        request = self._read()
        if request is not None:
            self.server.serve(request, self)

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = serve

    def send(self, reply: Reply) -> bool:
        """Send the reply in one piece; False when the client is gone."""
        return self._write(self._bytes_of(reply))

    def send_half(self, reply: Reply) -> None:
        """Send the head and half of the body, then hang up."""
        whole = self._bytes_of(reply)
        self._write(whole[: len(whole) - (len(reply.body) + 1) // 2])
        self.hang_up()

    def hang_up(self, *, reset: bool = False) -> None:
        """Close the connection after this request: in order, or hard with a TCP reset."""
        self.reset = reset
        self.close_connection = True
        if reset:
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    def client_left(self) -> bool:
        """Say whether the other side has closed the connection."""
        try:
            readable, _, _ = select.select([self.connection], [], [], 0)
            return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""
        except (OSError, ValueError):
            return True

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: requests are in the simulator's own log."""

    def _read(self) -> Request | None:
        if "transfer-encoding" in self.headers:
            self._refuse(411, "Content-Length required")
            return None
        length = self.headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            self._refuse(400, "Content-Length is not a number")
            return None
        if int(length) > BODY_LIMIT:
            self._refuse(413, "Body too large")
            return None
        body = self.rfile.read(int(length))
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(self.command, path, query, headers, body)

    def _refuse(self, status: int, message: str) -> None:
        self.close_connection = True
        self.send(error_reply(status, message))

    def _bytes_of(self, reply: Reply) -> bytes:
        headers = {"Date": formatdate(usegmt=True), **reply.headers}
        lines = [
            f"HTTP/1.1 {reply.status} {responses.get(reply.status, 'Unknown')}",
            *(f"{name}: {value}" for name, value in headers.items()),
        ]
        if reply.body:
            lines.append(f"Content-Type: {reply.content_type}")
        if reply.status != 204:
            lines.append(f"Content-Length: {len(reply.body)}")
        if self.close_connection:
            lines.append("Connection: close")
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        return head if self.command == "HEAD" else head + reply.body

    def _write(self, data: bytes) -> bool:
        try:
            self.wfile.write(data)
        except OSError:
            self.close_connection = True
            return False
        return True
