"""A printer on the network: a TCP connection opened for one slip or one question, then closed."""

from __future__ import annotations

import contextlib
import socket
import struct
import sys
import time
from collections.abc import Iterator
from typing import Final

from app.devices.printers._addresses import addresses
from app.devices.printers._conversation import Answers, ChannelTrouble, conversation
from app.devices.printers._kind import PrinterKind, PrinterOptions, Surroundings
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper, paper_of
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers._wire import Connect, Deadlines, Wire, WireSender, deadlines_of
from app.domain.causes import cause_of
from app.domain.printing import PrinterWord
from app.ports.printer import PrinterPort

_SEND_BUFFER: Final = 4096  # so that a printer that takes nothing is noticed at the write deadline
_AT_ONCE: Final = 2048
_LOOK_AGAIN: Final = 0.1


def _connector(host: str, port: int, deadlines: Deadlines) -> Connect:
    @contextlib.contextmanager
    def connect() -> Iterator[_TcpChannel]:
        deadline = time.monotonic() + deadlines.connect
        channel = _TcpChannel(_connect(host, port, deadline), deadlines.write)
        try:
            yield channel
        finally:
            channel.close()

    return connect


def network_printer(
    name: str,
    host: str,
    port: int,
    *,
    paper: Paper,
    deadlines: Deadlines | None = None,
    answers: Answers = Answers.AUTO,
    memory: PrinterMemory | None = None,
) -> PaperPrinter:
    """Return the printer that takes ESC/POS on a TCP port; nothing is held open between jobs."""
    deadlines = deadlines or Deadlines()
    talk = conversation(answers, deadlines.answer, paper.profile, memory)
    sender = WireSender(_connector(host, port, deadlines), talk)
    return PaperPrinter(name, sender, paper=paper, memory=memory)


class _TcpChannel(Wire):
    """A connected socket with deadlines.

    Thread: printer.
    """

    two_way = True

    def __init__(self, connection: socket.socket, write_seconds: float) -> None:
        self._socket = connection
        self._write_seconds = write_seconds
        self._write_until = 0.0

    def write(self, data: bytes) -> None:
        """Hand all of `data` to the network within the write deadline."""
        self._write_until = deadline = time.monotonic() + self._write_seconds
        taken = 0
        while taken < len(data):
            try:
                self._allow_until(deadline)
                taken += self._socket.send(data[taken : taken + _AT_ONCE])
            except TimeoutError as error:
                detail = f"took {taken} of {len(data)} bytes"
                raise ChannelTrouble(PrinterWord.NOT_ANSWERING, detail, taken=taken) from error
            except OSError as error:
                raise _broken(error, taken) from error

    def read(self, deadline: float) -> bytes:
        """Return what arrives before `deadline`, else nothing."""
        try:
            self._allow_until(deadline)
            received = self._socket.recv(256)
        except TimeoutError:
            return b""
        except OSError as error:
            raise _broken(error) from error
        if not received:
            raise ChannelTrouble(PrinterWord.NOT_ANSWERING, "closed the connection")
        return received

    def finish(self, deadline: float) -> None:
        """Close our side and wait until the printer closes its own; a reset is trouble.

        Many printers keep their side open; that is fine once they have taken all bytes.
        """
        try:
            self._socket.shutdown(socket.SHUT_WR)
            while self._hears_more(deadline):
                deadline = max(deadline, time.monotonic() + _LOOK_AGAIN)
                if time.monotonic() > self._write_until:
                    break
            if left := _untaken(self._socket):
                raise ChannelTrouble(PrinterWord.NOT_ANSWERING, f"{left} bytes not taken")
        except OSError as error:
            raise _broken(error) from error

    def _hears_more(self, deadline: float) -> bool:
        """Whether the printer still sends or has bytes to take; waits till then or `deadline`."""
        try:
            self._allow_until(deadline)
            return bool(self._socket.recv(256))
        except TimeoutError:
            return _untaken(self._socket) > 0

    def abort(self) -> None:
        """Throw away what has not left this machine when the connection is closed."""
        with contextlib.suppress(OSError):
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def close(self) -> None:
        """Close the connection."""
        with contextlib.suppress(OSError):
            self._socket.close()

    def _allow_until(self, deadline: float) -> None:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._socket.settimeout(left)


def _untaken(connection: socket.socket) -> int:
    """Return how many bytes the far end has not acknowledged, as far as this system tells."""
    if sys.platform != "linux":
        return 0
    import fcntl
    import termios

    queued = fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, bytes(4))
    return max(0, int.from_bytes(queued, sys.byteorder) - 1)  # the last one is our own closing


def _broken(error: OSError, taken: int = 0) -> ChannelTrouble:
    return ChannelTrouble(PrinterWord.NOT_ANSWERING, cause_of(error), taken=taken)


def _connect(host: str, port: int, deadline: float) -> socket.socket:
    """Return a connection to the first address of `host` that takes one before `deadline`."""
    trouble = "no address"
    for family, address in addresses(host, port, deadline):
        left = deadline - time.monotonic()
        if left <= 0:
            break
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(left)
            connection.connect(address)
        except OSError as error:
            connection.close()
            trouble = cause_of(error)
        else:
            return connection
    raise ChannelTrouble(PrinterWord.NOT_REACHABLE, trouble)


def _build(settings: PrinterOptions, surroundings: Surroundings) -> PrinterPort:
    return network_printer(
        settings.name,
        settings.host,
        settings.port,
        paper=paper_of(settings),
        deadlines=deadlines_of(settings),
        answers=Answers(settings.answers),
        memory=surroundings.memory,
    )


PRINTER: Final = PrinterKind("network", _build)
