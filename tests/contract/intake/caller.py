"""A caller that speaks HTTP byte by byte, and the vendor's port it calls."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

from app.domain.errors import BadCallback
from app.ports.callback import CallbackPort, CallbackRequest
from tests.patience import PATIENCE

PATH = "/callbacks/cheers"
LONGEST_ID = 128


class OneIdPort(CallbackPort):
    """Reads one `orderId` from the query, as Cheers' page describes; keeps what it saw."""

    vendor = "cheers"
    path = PATH

    def __init__(self) -> None:
        self.seen: list[CallbackRequest] = []

    def read(self, request: CallbackRequest) -> Sequence[str]:
        self.seen.append(request)
        ids = [value for key, value in request.query if key == "orderId"]
        if len(ids) != 1:
            raise BadCallback("orderId must be there once")
        if not ids[0] or len(ids[0]) > LONGEST_ID:
            raise BadCallback("orderId is empty or too long")
        return ids


class Shelf:
    """A store that keeps ids in memory, and can be slow or broken."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.error: Exception | None = None
        self.open = threading.Event()
        self.open.set()
        self.entered = threading.Semaphore(0)

    def store(self, vendor: str, ids: Sequence[str]) -> None:
        assert vendor == "cheers"
        self.entered.release()
        assert self.open.wait(PATIENCE)
        if self.error is not None:
            raise self.error
        self.ids += ids


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes


class Caller:
    """One connection to the listener."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._file = self.socket.makefile("rb")

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def ask(
        self,
        target: str,
        method: str = "POST",
        *headers: str,
        body: bytes = b"",
        version: str = "1.1",
    ) -> None:
        head = [f"{method} {target} HTTP/{version}", "Host: till", *headers]
        self.send("\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body)

    def reply(self, *, with_body: bool = True) -> Reply:
        line = self._file.readline()
        assert line, "the connection was closed without an answer"
        headers: dict[str, str] = {}
        while (header := self._file.readline().strip()) != b"":
            name, _, value = header.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        length = int(headers.get("content-length", "0")) if with_body else 0
        return Reply(int(line.split()[1]), headers, self._file.read(length))

    def is_closed(self) -> bool:
        """Wait for the listener to close; nothing more may come."""
        try:
            return self._file.read(1) == b""
        except ConnectionError:
            return True

    def drained(self) -> bool:
        """Wait for the listener to close, whatever it says before."""
        with suppress(ConnectionError):
            self._file.read()
        return True

    def close(self) -> None:
        self._file.close()
        self.socket.close()

    def __enter__(self) -> Caller:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def call(port: int, target: str, method: str = "POST", *headers: str, body: bytes = b"") -> Reply:
    """Send one request on a connection of its own and return the answer."""
    with Caller(port) as caller:
        caller.ask(target, method, "Connection: close", *headers, body=body)
        return caller.reply(with_body=method != "HEAD")
