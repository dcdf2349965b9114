"""Two small servers for what a simulator has no switch for: raw bytes, and counted connections."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

Script = Callable[[bytes], Sequence[bytes]]


class LoopbackServer:
    """Accepts on a loopback port and serves each connection on a thread of its own."""

    def __init__(self, serve: Callable[[socket.socket, threading.Event], None]) -> None:
        self._serve = serve
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self.stopping = threading.Event()
        self.connections = 0
        self.port: int = self._listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._accepting = threading.Thread(target=self._accept, name="loopback server")
        self._accepting.start()

    def stop(self) -> None:
        self.stopping.set()
        for sock in [self._listening, *self._open]:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        self._accepting.join()
        for thread in self._threads:
            thread.join()
        for sock in [self._listening, *self._open]:
            sock.close()

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                sock, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(sock)
            thread = threading.Thread(target=self._one, args=(sock,), name="loopback connection")
            self._threads.append(thread)
            thread.start()

    def _one(self, sock: socket.socket) -> None:
        with suppress(OSError):
            self._serve(sock, self.stopping)
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)


def _request(sock: socket.socket) -> bytes:
    """Read one request; b"" when the client is gone."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = sock.recv(65536)
        if not part:
            return b""
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [
        int(line[15:]) for line in head.lower().split(b"\r\n") if line[:15] == b"content-length:"
    ]
    while len(body) < (lengths[0] if lengths else 0):
        body += sock.recv(65536)
    return head + b"\r\n\r\n" + body


@contextmanager
def raw_server(script: Script, *, every: float = 0.0) -> Iterator[LoopbackServer]:
    """Answer each request with the pieces `script(request)` gives, `every` seconds apart."""

    def serve(sock: socket.socket, stopping: threading.Event) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while request := _request(sock):
            for piece in script(request):
                if every and stopping.wait(every):
                    return
                sock.sendall(piece)

    server = LoopbackServer(serve)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def counting_relay(port: int) -> Iterator[LoopbackServer]:
    """Pass every connection on to a loopback port, and count them."""

    def serve(near: socket.socket, _: threading.Event) -> None:
        with socket.create_connection(("127.0.0.1", port)) as far:
            back = threading.Thread(target=_pump, args=(far, near), name="relay back")
            back.start()
            _pump(near, far)
            back.join()

    server = LoopbackServer(serve)
    try:
        yield server
    finally:
        server.stop()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)


def answer(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Put together a whole answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
