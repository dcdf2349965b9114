"""A printer behind a device file such as /dev/usb/lp0, or a file that takes what it would print."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import stat
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.devices.printers._blocking_file import BlockingFile
from app.devices.printers._conversation import Answers, ChannelTrouble, conversation
from app.devices.printers._kind import PrinterKind, PrinterOptions, Surroundings
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper, paper_of
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers._troubles import broken, not_opened, too_slow
from app.devices.printers._wire import Connect, Deadlines, Wire, WireSender, deadlines_of
from app.domain.printing import PrinterWord
from app.ports.printer import PrinterPort

_AT_ONCE: Final = 2048
_STALE: Final = 4096  # bytes of old answers that are thrown away at most
_WAIT: Final = 0.02  # s until a device that has nothing to say, and says so, is asked again


def device_printer(
    name: str,
    path: str,
    *,
    paper: Paper,
    deadlines: Deadlines | None = None,
    answers: Answers = Answers.AUTO,
    memory: PrinterMemory | None = None,
) -> PaperPrinter:
    """Return the printer that takes ESC/POS written to `path`, opened for each slip and question.

    A path is a place, not a device: it has no passport.
    """
    deadlines = deadlines or Deadlines()
    talk = conversation(answers, deadlines.answer, paper.profile, memory)
    sender = WireSender(_connector(path, deadlines.write), talk)
    return PaperPrinter(name, sender, paper=paper, memory=memory)


def _connector(path: str, write_seconds: float) -> Connect:
    @contextlib.contextmanager
    def connect() -> Iterator[Wire]:
        wire = _open(path, write_seconds)
        try:
            yield wire
        finally:
            wire.close()

    return connect


def _open(path: str, write_seconds: float) -> DeviceWire | BlockingFile:
    if sys.platform == "win32":
        return BlockingFile(path, write_seconds)
    return DeviceWire(path, write_seconds)


class DeviceWire(Wire):
    """An open device file that is never waited for longer than a deadline.

    Answers are read where the device can be opened for reading too. Linux's driver for printers on
    USB cancels what a printer has not taken when the file is closed; what stands in a pipe stays.

    Thread: printer.
    """

    def __init__(self, path: str, write_seconds: float) -> None:
        """Open `path`, which must exist; raises ChannelTrouble."""
        self._path = path
        self._write_seconds = write_seconds
        self._pause = threading.Event()
        try:
            self._file, self.two_way = _open_file(path)
        except OSError as error:
            raise _why_not(error, path) from error
        self._is_tty = os.isatty(self._file)
        if self._is_tty:
            self._make_raw()
        if self.two_way:
            self._forget_old_answers()

    def write(self, data: bytes) -> None:
        """Hand all of `data` to the device within the write deadline."""
        deadline = time.monotonic() + self._write_seconds
        taken = 0
        while taken < len(data):
            if not self._is_ready(select.POLLOUT, deadline):
                raise too_slow(taken, len(data))
            try:
                taken += os.write(self._file, data[taken : taken + _AT_ONCE])
            except BlockingIOError:
                self._pause.wait(_WAIT)
            except OSError as error:
                raise broken(error, self._path, taken) from error
        while self._queued():
            if time.monotonic() >= deadline:
                raise too_slow(taken, len(data))
            self._pause.wait(_WAIT)

    def read(self, deadline: float) -> bytes:
        """Return what arrives before `deadline`, else nothing."""
        while self.two_way and self._is_ready(select.POLLIN, deadline):
            try:
                received = os.read(self._file, 256)
            except BlockingIOError:
                received = b""
            except OSError as error:
                raise broken(error, self._path) from error
            if received:
                return received
            self._pause.wait(_WAIT)  # some printers send empty packets all the time
        return b""

    def finish(self, deadline: float) -> None:
        """Wait until the device would take more, so has taken what it was given."""
        if not self._is_ready(select.POLLOUT, max(deadline, time.monotonic())):
            raise ChannelTrouble(PrinterWord.NOT_ANSWERING, "the last bytes were not taken")

    def abort(self) -> None:
        """Throw away what still waits in this machine, as far as this kind of file can."""
        if self._is_tty:
            import termios

            with contextlib.suppress(OSError, termios.error):
                termios.tcflush(self._file, termios.TCOFLUSH)

    def close(self) -> None:
        """Let go of the device; what a stuck line has not taken would hold it up for 30 s."""
        if self._queued():
            self.abort()
        with contextlib.suppress(OSError):
            os.close(self._file)

    def _queued(self) -> int:
        """Return how many bytes a terminal line still has to send; other files do not tell."""
        if not self._is_tty:
            return 0
        import fcntl
        import termios

        with contextlib.suppress(OSError):
            queued = fcntl.ioctl(self._file, termios.TIOCOUTQ, bytes(4))
            return int.from_bytes(queued, sys.byteorder)
        return 0

    def _is_ready(self, event: int, deadline: float) -> bool:
        """Wait for `event` until `deadline`; raises ChannelTrouble when the device is gone."""
        poll = select.poll()
        poll.register(self._file, event)
        left = max(0, round((deadline - time.monotonic()) * 1000))
        found = poll.poll(left)
        if found and found[0][1] & (select.POLLERR | select.POLLHUP | select.POLLNVAL):
            gone = OSError(errno.EPIPE, "hung up")
            raise broken(gone, self._path)
        return bool(found)

    def _make_raw(self) -> None:
        """Keep a terminal line from changing line feeds and from echoing answers back."""
        import termios
        import tty

        try:
            tty.setraw(self._file, termios.TCSANOW)
            termios.tcflush(self._file, termios.TCIFLUSH)
        except (OSError, termios.error) as error:
            self.close()
            raise broken(error, self._path) from error

    def _forget_old_answers(self) -> None:
        thrown_away = 0
        with contextlib.suppress(OSError):
            while thrown_away < _STALE and (old := os.read(self._file, 256)):
                thrown_away += len(old)


def _open_file(path: str) -> tuple[int, bool]:
    """Open `path` without waiting for it; also tell whether answers can be read from it.

    Raises OSError.
    """
    flags = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    kind = Path(path).stat().st_mode
    if stat.S_ISBLK(kind):
        raise OSError(errno.ENOTSUP, "a disk is no printer")
    if not stat.S_ISCHR(kind):
        return os.open(path, os.O_WRONLY | os.O_APPEND | flags), False
    try:
        return os.open(path, os.O_RDWR | flags), True
    except PermissionError:
        return os.open(path, os.O_WRONLY | flags), False


def _why_not(error: OSError, path: str) -> ChannelTrouble:
    if error.errno == errno.ENXIO and stat.S_ISFIFO(Path(path).stat().st_mode):
        return ChannelTrouble(PrinterWord.NOT_REACHABLE, f"nobody reads {path}")
    if error.errno == errno.ENOTSUP:
        return ChannelTrouble(PrinterWord.NOT_REACHABLE, f"{path} is a disk, not a printer")
    return not_opened(error, path, "lp")


def _build(settings: PrinterOptions, surroundings: Surroundings) -> PrinterPort:
    return device_printer(
        settings.name,
        settings.device,
        paper=paper_of(settings),
        deadlines=deadlines_of(settings),
        answers=Answers(settings.answers),
        memory=surroundings.memory,
    )


PRINTER: Final = PrinterKind("device", _build)
