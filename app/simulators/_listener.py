"""The listening socket of a simulator: accepts, can refuse like a dead server, can go silent."""

from __future__ import annotations

import contextlib
import errno
import http.server
import socket
import socketserver
import threading
from collections.abc import Callable
from typing import Any

from app.simulators._connection import Connection
from app.simulators._wire import Request

JOIN_SECONDS = 5.0


class Listener(http.server.HTTPServer):
    """A listening socket with one thread per connection, all of which it can close and join.

    Thread: any.
    """

    request_queue_size = 128
    allow_reuse_address = True

    def __init__(
        self, host: str, port: int, name: str, serve: Callable[[Request, Connection], None]
    ) -> None:
        self.serve = serve
        self._name = name
        self._lock = threading.Lock()
        self._open: dict[socket.socket, threading.Thread] = {}
        super().__init__((host, port), Connection)
        self._accepting = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.01}, name=name, daemon=True
        )
        self._accepting.start()

    def server_bind(self) -> None:
        """Bind without the reverse name look-up of HTTPServer, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Give the connection a thread of its own."""
        thread = threading.Thread(
            target=self._serve_connection,
            args=(request, client_address),
            name=f"{self._name} connection",
            daemon=True,
        )
        with self._lock:
            self._open[request] = thread
        thread.start()

    def close_connections(self) -> None:
        """Close every connection but the calling thread's own."""
        for connection, _ in self._others():
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Stop listening, close the connections and wait for their threads."""
        self.shutdown()
        self._accepting.join(JOIN_SECONDS)
        self.server_close()
        self.close_connections()
        for _, thread in self._others():
            thread.join(JOIN_SECONDS)

    def _others(self) -> list[tuple[socket.socket, threading.Thread]]:
        me = threading.current_thread()
        with self._lock:
            return [(sock, thread) for sock, thread in self._open.items() if thread is not me]

    def _serve_connection(self, request: socket.socket, client_address: Any) -> None:
        try:
            handler = Connection(request, client_address, self)
            if not handler.reset:
                with contextlib.suppress(OSError):
                    request.shutdown(socket.SHUT_WR)
        finally:
            request.close()
            with self._lock:
                del self._open[request]


class SilentPort:
    """A port whose queue is full: connecting to it gets no answer at all, as with a dead route.

    Thread: any.
    """

    def __init__(self, host: str, port: int) -> None:
        self._sockets = [socket.socket(socket.AF_INET, socket.SOCK_STREAM)]
        listening = self._sockets[0]
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(0)
        for _ in range(4):
            filler = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            filler.setblocking(False)
            filler.connect_ex((host, port))
            self._sockets.append(filler)

    def close(self) -> None:
        """Free the port."""
        for each in self._sockets:
            each.close()


def listen(
    host: str, port: int, name: str, serve: Callable[[Request, Connection], None]
) -> Listener:
    """Open the listener; raises OSError with a text that names the address when it is taken."""
    try:
        return Listener(host, port, name, serve)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        text = f"{name} cannot listen on {host}:{port}: another program listens there already"
        raise OSError(error.errno, text) from error
