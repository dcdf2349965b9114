"""The far end of a scanner's line: a pseudo-terminal or a TCP server that plays the device."""

from __future__ import annotations

import os
import socket
import tty
from contextlib import suppress
from pathlib import Path
from typing import Protocol


class ScannerLine(Protocol):
    """What a test does to a scanner; `port` is what the settings say, and never changes."""

    port: str

    def plug(self) -> None:
        """Connect the device."""
        ...

    def unplug(self) -> None:
        """Pull the device."""
        ...

    def send(self, data: bytes) -> None:
        """Let the device send bytes; the till must have opened it."""
        ...


class PtyLine:
    """A device on a pseudo-terminal; `port` is a link that leads to a new one at each plug."""

    def __init__(self, folder: Path, *, plugged: bool = True) -> None:
        self.port = str(folder / "ttyScanner")
        self._ends: tuple[int, int] | None = None
        if plugged:
            self.plug()

    def plug(self) -> None:
        device, till = os.openpty()
        tty.setraw(till)
        self._ends = (device, till)
        link = Path(self.port)
        fresh = link.with_suffix(".new")
        fresh.symlink_to(os.ttyname(till))
        fresh.replace(link)

    def unplug(self) -> None:
        if self._ends is None:
            return
        Path(self.port).unlink(missing_ok=True)
        for end in self._ends:
            os.close(end)
        self._ends = None

    def send(self, data: bytes) -> None:
        assert self._ends is not None, "nothing is plugged in"
        assert os.write(self._ends[0], data) == len(data)


class SocketLine:
    """A device behind a TCP converter that listens on one port of this machine."""

    def __init__(self, *, plugged: bool = True) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self._place = probe.getsockname()
        self.port = f"socket://127.0.0.1:{self._place[1]}"
        self._server: socket.socket | None = None
        self._till: socket.socket | None = None
        if plugged:
            self.plug()

    def plug(self) -> None:
        self._server = socket.create_server(self._place)
        self._server.settimeout(5)

    def unplug(self) -> None:
        self._accepted_in_time(0.0)
        for end in (self._till, self._server):
            if end is not None:
                end.close()
        self._till = self._server = None

    def send(self, data: bytes) -> None:
        self._accepted_in_time(5.0)
        assert self._till is not None, "the till did not connect"
        self._till.sendall(data)

    def _accepted_in_time(self, seconds: float) -> None:
        if self._till is None and self._server is not None:
            self._server.settimeout(seconds)
            with suppress(TimeoutError, BlockingIOError):
                self._till = self._server.accept()[0]
                self._till.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
