"""A printer on USB, spoken to through libusb; opened for one slip or one question, then let go."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any, Final

from app.devices._passport import Acquaintance, Standing, Whereabouts
from app.devices.printers._conversation import Answers, ChannelTrouble, conversation
from app.devices.printers._kind import PrinterKind, PrinterOptions, Surroundings
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper, paper_of
from app.devices.printers._paper_printer import PaperPrinter, PassportPrinter
from app.devices.printers._troubles import broken, not_opened, not_placed, too_slow
from app.devices.printers._usb_bus import PrinterInterface, UsbBus, close, file_of
from app.devices.printers._wire import Deadlines, Wire, WireSender, deadlines_of
from app.domain.printing import PrinterWord
from app.ports.printer import PrinterPort

_AT_ONCE: Final = 2048
_LOOK: Final = 0.1  # s of one transfer at most while listening
_WAIT: Final = 0.02  # s until a printer that sends empty packets is asked again
_STALE: Final = 16  # packets of old answers that are thrown away at most
_STALE_MS: Final = 5
if sys.platform == "win32":
    _NO_LIBUSB: Final = "libusb is not on this PC: use kind spooler"
    _NO_WAY: Final = "only its own driver may speak to it: use kind spooler, or the WinUSB driver"
else:
    _NO_LIBUSB = "libusb is not on this PC (Debian, Ubuntu: libusb-1.0-0)"
    _NO_WAY = "this system has no way to take it from its own driver"


def usb_printer(
    name: str,
    device: str,
    *,
    paper: Paper,
    deadlines: Deadlines | None = None,
    answers: Answers = Answers.AUTO,
    memory: PrinterMemory | None = None,
    backend: Any = None,
) -> PaperPrinter:
    """Return the printer `usb:VID:PID[:SERIAL]`, or with "" the only one that is plugged in.

    `backend` is what pyusb speaks through, libusb unless given.
    """
    deadlines = deadlines or Deadlines()
    memory = memory or PrinterMemory()
    bus = UsbBus(device, backend)
    owner = Acquaintance(device, memory.passport, memory.passport_learned, listing=bus.printers)
    port = UsbPort(bus, owner, deadlines.write)
    talk = conversation(answers, deadlines.answer, paper.profile, memory)
    sender = WireSender(port.connect, talk, port.give_back)
    return PassportPrinter(name, sender, owner, paper=paper, memory=memory)


class UsbPort:
    """Where one USB printer is plugged in, and whether this till has taken it from the kernel.

    Thread: printer; `give_back` after the last call of it.
    """

    def __init__(self, bus: UsbBus, owner: Acquaintance, write_seconds: float) -> None:
        self._bus = bus
        self._owner = owner
        self._write_seconds = write_seconds
        self._taken: PrinterInterface | None = None

    @contextlib.contextmanager
    def connect(self) -> Iterator[UsbWire]:
        """Find the printer and claim it; raises ChannelTrouble."""

        where = self._look()
        handle, name = self._bus.at(where.path)
        try:
            found = self._claimed(handle, name)
            self._owner.met(where)
            yield UsbWire(found, self._write_seconds)
        finally:
            close(handle)

    def give_back(self) -> None:
        """Give the kernel's own driver back what was taken from it."""
        if self._taken is not None:
            self._taken.attach()
            self._taken = None

    def _look(self) -> Whereabouts:
        import usb.core

        try:
            where = self._owner.look()
        except usb.core.NoBackendError as error:
            raise ChannelTrouble(PrinterWord.NOT_REACHABLE, _NO_LIBUSB) from error
        except (usb.core.USBError, ValueError) as error:
            raise not_opened(error, "USB", "lp") from error
        if where.standing is not Standing.HERE:
            raise self._bus.denied() or not_placed(where)
        return where

    def _claimed(self, handle: Any, name: str) -> PrinterInterface:
        import usb.core

        try:
            found = PrinterInterface(handle, name)
            # Not given back after each question: /dev/usb/lp0 would come and go every ten seconds.
            if found.detach():
                self._taken = found
            found.claim()
        except NotImplementedError as error:
            raise ChannelTrouble(PrinterWord.NOT_REACHABLE, f"{name}: {_NO_WAY}") from error
        except (usb.core.USBError, ValueError) as error:
            raise not_opened(error, name, "lp", file_of(handle)) from error
        return found


class UsbWire(Wire):
    """The claimed interface of a printer; each transfer has a deadline and is cancelled at it.

    What libusb has not sent by then does not come out later.

    Thread: printer.
    """

    def __init__(self, found: PrinterInterface, write_seconds: float) -> None:
        self._found = found
        self._write_seconds = write_seconds
        self._pause = threading.Event()
        self.two_way = found.bulk_in is not None
        self._forget_old_answers()

    def write(self, data: bytes) -> None:
        """Send all of `data` within the write deadline; what was sent the printer has taken."""
        import usb.core

        deadline = time.monotonic() + self._write_seconds
        taken = 0
        try:
            while taken < len(data):
                left = _milliseconds(deadline)
                chunk = data[taken : taken + _AT_ONCE]
                taken += int(self._found.bulk_out.write(chunk, left))
                if taken < len(data) and time.monotonic() >= deadline:
                    raise too_slow(taken, len(data))
        except usb.core.USBTimeoutError as error:
            raise too_slow(taken, len(data)) from error
        except usb.core.USBError as error:
            # How much of a broken transfer the printer has taken nobody knows.
            raise broken(error, self._found.name, taken + 1) from error

    def read(self, deadline: float) -> bytes:
        """Return what arrives before `deadline`, else nothing."""
        import usb.core

        while self._found.bulk_in is not None and (left := deadline - time.monotonic()) > 0:
            try:
                milliseconds = max(1, round(min(left, _LOOK) * 1000))
                received = bytes(self._found.bulk_in.read(self._found.packet, milliseconds))
            except usb.core.USBTimeoutError:
                continue
            except usb.core.USBError as error:
                raise broken(error, self._found.name) from error
            if received:
                return received
            self._pause.wait(_WAIT)
        return b""

    def finish(self, deadline: float) -> None:
        """Return at once: a transfer ends when the printer has taken it."""

    def abort(self) -> None:
        """Nothing waits here: a transfer that was not taken has been cancelled at its deadline."""

    def _forget_old_answers(self) -> None:
        import usb.core

        bulk_in = self._found.bulk_in
        with contextlib.suppress(usb.core.USBError):
            for _ in range(_STALE):
                if bulk_in is None or not len(bulk_in.read(self._found.packet, _STALE_MS)):
                    return


def _milliseconds(deadline: float) -> int:
    return max(1, round((deadline - time.monotonic()) * 1000))  # 0 would be for ever


def _build(settings: PrinterOptions, surroundings: Surroundings) -> PrinterPort:
    return usb_printer(
        settings.name,
        settings.device,
        paper=paper_of(settings),
        deadlines=deadlines_of(settings),
        answers=Answers(settings.answers),
        memory=surroundings.memory,
    )


PRINTER: Final = PrinterKind("usb", _build)
