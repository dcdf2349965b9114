"""A printer on a serial port, or on USB acting as one; opened for one slip or one question."""

from __future__ import annotations

import contextlib
import os
import select
import sys
import threading
import time
from collections.abc import Collection, Iterator
from typing import Final

import serial

from app.devices._passport import Acquaintance, Listing, Standing
from app.devices.printers._conversation import Answers, conversation
from app.devices.printers._kind import PrinterKind, PrinterOptions, Surroundings
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper, paper_of
from app.devices.printers._paper_printer import PaperPrinter, PassportPrinter
from app.devices.printers._troubles import broken, not_opened, not_placed, too_slow
from app.devices.printers._wire import Connect, Deadlines, Wire, WireSender, deadlines_of
from app.ports.printer import PrinterPort

try:
    from termios import error as _termios_error
except ImportError:  # Windows

    class _termios_error(Exception):  # type: ignore[no-redef]
        pass


# A pulled device raises one or another of these, depending on the call it meets. ValueError: a
# path or speed that no device can have.
LINE_ERRORS: Final = (serial.SerialException, OSError, _termios_error, ValueError)
BITS_A_BYTE: Final = 10  # with start and stop bit

_AT_ONCE: Final = 64  # so that a printer that says "busy" is obeyed before its last buffer is full
_QUEUED: Final = 128
_LOOK: Final = 0.05  # s between two looks at what came
_WAIT: Final = 0.004  # s until more room is looked for


def serial_printer(
    name: str,
    device: str,
    baudrate: int,
    *,
    paper: Paper,
    deadlines: Deadlines | None = None,
    answers: Answers = Answers.AUTO,
    memory: PrinterMemory | None = None,
    listing: Listing | None = None,
    others: Collection[str] = (),
) -> PaperPrinter:
    """Return the printer on a serial line; `device` is a path, a COM port or usb:VID:PID[:SERIAL].

    `others` are the ports of other devices of this till.
    """
    deadlines = deadlines or Deadlines()
    memory = memory or PrinterMemory()
    owner = Acquaintance(
        device, memory.passport, memory.passport_learned, listing=listing, others=others
    )
    talk = conversation(answers, deadlines.answer, paper.profile, memory)
    sender = WireSender(_connector(owner, baudrate, deadlines.write), talk)
    return PassportPrinter(name, sender, owner, paper=paper, memory=memory)


def _connector(owner: Acquaintance, baudrate: int, write_seconds: float) -> Connect:
    @contextlib.contextmanager
    def connect() -> Iterator[SerialWire]:
        try:
            where = owner.look()
        except (OSError, ValueError) as error:
            raise not_opened(error, "the serial port", "dialout") from error
        if where.standing not in (Standing.HERE, Standing.MOVED):
            raise not_placed(where)
        wire = SerialWire(where.path, baudrate, write_seconds)
        wire.note = where.detail
        try:
            owner.met(where)
            yield wire
        finally:
            wire.close()

    return connect


class SerialWire(Wire):
    """An open serial port with deadlines.

    XON/XOFF is obeyed. So are DSR and CTS by which printers say "busy", if they are wired: a line
    counts once it has been seen up, since many cables carry only data. Questions are sent whatever
    the lines say, for a printer that is busy or offline answers them all the same.

    Thread: printer.
    """

    two_way = True

    def __init__(self, path: str, baudrate: int, write_seconds: float) -> None:
        """Open the port; raises ChannelTrouble."""
        self._path = path
        self._baudrate = baudrate
        self._write_seconds = write_seconds
        self._pause = threading.Event()
        try:
            self._port = serial.Serial(
                path,
                baudrate,
                timeout=_LOOK,
                write_timeout=write_seconds,
                xonxoff=True,
                # A lock that other programs have to ask for; Windows opens a port once anyway.
                exclusive=None if sys.platform == "win32" else True,
            )
        except LINE_ERRORS as error:
            raise not_opened(error, path, "dialout") from error
        self._wired = self._lines_up()

    def write(self, data: bytes) -> None:
        """Hand all of `data` to the line and wait until it has gone down it.

        The deadline grows by the time the line itself needs.
        """
        line_seconds = len(data) * BITS_A_BYTE / self._baudrate
        deadline = time.monotonic() + self._write_seconds + line_seconds
        obey = len(data) >= _AT_ONCE  # anything shorter is a question
        taken = 0
        try:
            while taken < len(data):
                room = self._has_room(obey=obey)
                put = self._put(data[taken : taken + _AT_ONCE]) if room else 0
                taken += put
                if not put:
                    self._wait_until(deadline, taken, len(data))
            while self._port.out_waiting:
                self._wait_until(deadline, taken, len(data))
        except LINE_ERRORS as error:
            raise broken(error, self._path, taken) from error

    def read(self, deadline: float) -> bytes:
        """Return what arrives before `deadline`, else nothing."""
        try:
            while time.monotonic() < deadline:
                first = bytes(self._port.read(1))
                if first:
                    return first + bytes(self._port.read(self._port.in_waiting))
        except LINE_ERRORS as error:
            raise broken(error, self._path) from error
        return b""

    def finish(self, deadline: float) -> None:
        """Return at once: all bytes have gone down the line when `write` returns."""

    def abort(self) -> None:
        """Throw away what still waits in this machine."""
        with contextlib.suppress(*LINE_ERRORS):
            self._port.reset_output_buffer()

    def close(self) -> None:
        """Let go of the port; what a stuck printer has not taken would hold it up for 30 s."""
        with contextlib.suppress(*LINE_ERRORS):
            if self._port.out_waiting:
                self.abort()
        with contextlib.suppress(*LINE_ERRORS):
            self._port.close()

    def _put(self, chunk: bytes) -> int:
        """Write what fits; pyserial's own write on POSIX loses count when its time is up."""
        if sys.platform == "win32":
            return self._port.write(chunk) or 0
        if not select.select([], [self._port], [], _WAIT)[1]:
            return 0
        try:
            return os.write(self._port.fileno(), chunk)
        except BlockingIOError:  # the other end stopped the line (XOFF) in between
            return 0

    def _has_room(self, *, obey: bool) -> bool:
        lines = self._lines_up()
        busy = bool(self._wired - lines)
        self._wired |= lines
        return self._port.out_waiting < _QUEUED and not (obey and busy)

    def _lines_up(self) -> frozenset[str]:
        try:
            port = self._port
            return frozenset(name for name, up in (("DSR", port.dsr), ("CTS", port.cts)) if up)
        except LINE_ERRORS:
            return frozenset()  # a pseudo terminal has no such lines

    def _wait_until(self, deadline: float, taken: int, length: int) -> None:
        if time.monotonic() >= deadline:
            raise too_slow(taken, length)
        self._pause.wait(_WAIT)


def _build(settings: PrinterOptions, surroundings: Surroundings) -> PrinterPort:
    return serial_printer(
        settings.name,
        settings.device,
        settings.baudrate,
        paper=paper_of(settings),
        deadlines=deadlines_of(settings),
        answers=Answers(settings.answers),
        memory=surroundings.memory,
        others=surroundings.others,
    )


PRINTER: Final = PrinterKind("serial", _build)
