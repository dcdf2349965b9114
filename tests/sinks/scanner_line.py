"""The far end of a scanner's line: a pseudo-terminal or a TCP server that plays the device."""

from __future__ import annotations

import os
import socket
import termios
import tty
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from app.devices.scanners._speed import SPEEDS
from tests.free_port import free_port
from tests.patience import PATIENCE


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


class SpeedyPty(PtyLine):
    """A device on a pseudo-terminal that sends at `speed` baud: garbled unless the till has it too.

    A pseudo-terminal carries bytes at any speed; which one the till has set is asked of it.
    """

    def __init__(self, folder: Path, speed: int) -> None:
        super().__init__(folder)
        self.speed = speed

    def till_speed(self) -> int:
        """Return the speed (baud) the till has set."""
        assert self._ends is not None, "nothing is plugged in"
        code = termios.tcgetattr(self._ends[0])[4]
        return next(baud for baud in SPEEDS if getattr(termios, f"B{baud}") == code)

    def scan(self, data: bytes) -> None:
        """Let the device send a code, its bytes as they arrive at the till's speed."""
        fits = self.till_speed() == self.speed
        self.send(data if fits else bytes(byte * 7 % 64 + 0x80 for byte in data[::2]))


class SocketLine:
    """A device behind a TCP converter that listens on one port of this machine."""

    def __init__(self, *, plugged: bool = True) -> None:
        self._place = ("127.0.0.1", free_port())
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

    def send(self, data: bytes, seconds: float = PATIENCE) -> None:
        """Let the device send bytes, once the till has connected, within `seconds`."""
        self._accepted_in_time(seconds)
        assert self._till is not None, "the till did not connect"
        self._till.sendall(data)

    def _accepted_in_time(self, seconds: float) -> None:
        if self._till is None and self._server is not None:
            self._server.settimeout(seconds)
            with suppress(TimeoutError, BlockingIOError):
                self._till = self._server.accept()[0]
                self._till.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
