"""The open connection to a scanner: a serial port through pyserial, or a TCP connection."""

from __future__ import annotations

import errno
import select
import socket
import sys
from typing import Final, Protocol
from urllib.parse import urlsplit

import serial

from app.devices.rights import NO_RIGHTS, remedy
from app.domain.causes import cause_of, number_of
from app.ports.scanner import ScannerWord

try:
    from termios import error as _termios_error
except ImportError:  # Windows

    class _termios_error(Exception):  # type: ignore[no-redef]
        pass


# A pulled device raises one or another of these, depending on the call it meets. ValueError: a
# path, address or speed that no device can have.
LINE_ERRORS: Final = (serial.SerialException, OSError, _termios_error, ValueError)

_CHUNK: Final = 4096
_CONNECT: Final = 0.6  # s; together with one read it keeps `stop` under a second
_IN_USE: Final = (errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK)
_REFUSED: Final = (errno.EACCES, errno.EPERM)


class Nowhere(OSError):
    """No port is opened at all; its text says why."""


class Line(Protocol):
    """An open connection; `place` says where it leads, for the log and the doctor."""

    place: str

    def read(self, timeout: float) -> bytes:
        """Return what has arrived, waiting at most `timeout` seconds; empty when nothing did.

        Raises one of LINE_ERRORS when the device is gone.
        """
        ...

    def set_speed(self, baudrate: int) -> None:
        """Go on at another speed, where the line has one; what arrived at the old one is gone.

        Raises one of LINE_ERRORS.
        """
        ...

    def close(self) -> None:
        """Let go of the device."""
        ...


def open_line(port: str, baudrate: int, frame: str = "8N1") -> Line:
    """Open `port`: a path or `socket://host:port`.

    `frame` is data bits, parity and stop bits. Raises one of LINE_ERRORS.
    """
    if port.startswith("socket://"):
        return _SocketLine(port)
    return _SerialLine(port, baudrate, frame)


def word_for(error: BaseException) -> ScannerWord:
    """Return the lamp's word for an error met while opening or reading."""
    number = number_of(error)
    if number in _REFUSED:
        return ScannerWord.NO_RIGHTS
    if number in _IN_USE:
        return ScannerWord.IN_USE
    return ScannerWord.NOT_FOUND


def why_not(error: BaseException, place: str) -> str:
    """Return why the line at `place` could not be opened, with the remedy where there is one."""
    if word_for(error) is ScannerWord.NO_RIGHTS and sys.platform == "linux":
        return f"{NO_RIGHTS} {place}: {remedy(place, 'dialout')}"
    if isinstance(error, Nowhere | ValueError):
        return str(error)
    return f"{place}: {cause_of(error)}"


class _SerialLine(Line):
    def __init__(self, path: str, baudrate: int, frame: str) -> None:
        self.place = path
        bits, parity, stops = tuple(frame)
        # A lock that other programs have to ask for. TIOCEXCL would bind them, but outlives a
        # killed process on a pseudo-terminal whose other end stays open.
        exclusive = None if sys.platform == "win32" else True
        self._port = serial.Serial(
            path,
            baudrate,
            bytesize=int(bits),
            parity=parity,
            stopbits=int(stops),
            write_timeout=1,
            exclusive=exclusive,
        )

    def read(self, timeout: float) -> bytes:
        if self._port.timeout != timeout:  # setting it configures the port anew
            self._port.timeout = timeout
        first: bytes = self._port.read(1)
        more = self._port.in_waiting if first else 0
        return first + self._port.read(min(more, _CHUNK)) if more else first

    def set_speed(self, baudrate: int) -> None:
        if self._port.baudrate != baudrate:
            self._port.baudrate = baudrate
            self._port.reset_input_buffer()

    def close(self) -> None:
        self._port.close()


class _SocketLine(Line):
    """Our own socket: pyserial's `socket://` discards what arrives while it opens (a code lost
    after every reconnect), waits 5 s for a connection, and leaves a broken socket open.
    """

    def __init__(self, url: str) -> None:
        self.place = url
        parts = urlsplit(url)
        if not parts.hostname or not parts.port:
            raise ValueError(f"{url!r} is not socket://host:port")
        self._socket = socket.create_connection((parts.hostname, parts.port), _CONNECT)
        self._socket.setblocking(False)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, seconds in (("TCP_KEEPIDLE", 10), ("TCP_KEEPINTVL", 3), ("TCP_KEEPCNT", 3)):
            if hasattr(socket, option):
                self._socket.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), seconds)

    def read(self, timeout: float) -> bytes:
        if not select.select([self._socket], [], [], timeout)[0]:
            return b""
        try:
            chunk = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return b""
        if not chunk:
            raise ConnectionResetError(errno.ECONNRESET, f"{self.place} closed the connection")
        return chunk

    def set_speed(self, baudrate: int) -> None:
        """Change nothing: the converter at the other end has the speed."""

    def close(self) -> None:
        self._socket.close()
