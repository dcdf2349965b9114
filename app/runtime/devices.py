"""The printers and scanners of one till at work; they may be added and replaced meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from app.domain.device_news import SpeedFound
from app.domain.lamp import LampKind
from app.domain.printing import PrintOutcome
from app.domain.sheet import ProofLine, Sheet
from app.domain.slip import Slip
from app.ports.passport import PassportPort
from app.ports.printer import PrinterPort
from app.ports.scanner import ScannerPort, SpeedPort
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.runtime.print_pump import PrintPump
from app.runtime.printer_wishes import PrinterWishes
from app.runtime.scan_loop import ScanLoop

REPLACE_SECONDS: Final = 5.0
"""So long the slip or question under way at a printer that is replaced may take to end."""


class DeviceBusy(Exception):
    """The printer or scanner of this name has not ended its work, so nothing took its place."""


class Devices:
    """Owns the pump of each printer and the loop of each scanner.

    Thread: `start` and the steps of the end on the thread that made it; `put_printer` and
    `put_scanner` on one lane, which may wait; the rest from any.
    """

    def __init__(
        self,
        core: Core,
        clock: AlarmClock,
        lamps: Lamps,
        printers: Sequence[PrinterPort],
        scanners: Sequence[ScannerPort],
    ) -> None:
        self._core = core
        self._clock = clock
        self._lamps = lamps
        self._printers = {printer.name: printer for printer in printers}
        self._scanners = {scanner.name: scanner for scanner in scanners}
        for printer in printers:
            lamps.add(LampKind.PRINTER, printer.name, printer.name)
        for scanner in scanners:
            lamps.add(LampKind.SCANNER, scanner.name, scanner.name)
        self._pumps = {printer.name: self._pump_of(printer) for printer in printers}
        self._loops = {scanner.name: ScanLoop(core, scanner, lamps) for scanner in scanners}
        self._wishes = PrinterWishes(core, self._pumps)
        self._ending = False

    def start(self) -> None:
        """Ask the printers and begin to read the scanners."""
        for pump in self._pumps.values():
            pump.start()
        for loop in self._loops.values():
            loop.start()

    # --- one of them -----------------------------------------------------------------------------

    def print_test(
        self, printer: str, slip: Slip, done: Callable[[PrintOutcome], None] | None = None
    ) -> None:
        """Print a slip that belongs to no order; `done` hears what came of it."""
        self._pumps[printer].print_test(slip, done)

    def print_sheet(self, printer: str, compose: Callable[[tuple[ProofLine, ...]], Sheet]) -> None:
        """Print what `compose` makes of the printer's proof lines; the answer is SheetPrinted."""
        self._pumps[printer].print_sheet(compose)

    def accept_device(self, kind: LampKind, name: str) -> None:
        """Take what is plugged in at the place of a printer or scanner for the right one."""
        named: Mapping[str, object] = self._printers if kind is LampKind.PRINTER else self._scanners
        device = named.get(name)
        if isinstance(device, PassportPort):
            device.accept_device()
        if kind is LampKind.PRINTER and name in self._pumps:
            self._pumps[name].ask_now()

    def find_speed(self, scanner: str) -> None:
        """Find the speed of a scanner's line; the answer is SpeedFound."""
        device: object = self._scanners.get(scanner)
        if isinstance(device, SpeedPort):
            device.find_speed(lambda found: self._core.relay.publish(SpeedFound(scanner, found)))

    def watch(self, scanner: str, on: bool) -> None:
        """Show what a camera sees as PictureSeen, or no more."""
        if scanner in self._loops:
            self._loops[scanner].watch(on)

    # --- added and replaced ----------------------------------------------------------------------

    def put_printer(self, printer: PrinterPort) -> None:
        """Let `printer` work from now on, in place of any other of its name.

        Slips that wait under that name wait for this one. Raises DeviceBusy.
        """
        old = self._pumps.get(printer.name)
        if old is not None:
            old.close()
            if not old.wait(round(REPLACE_SECONDS * 1000)):
                raise DeviceBusy(printer.name)
            self._printers[printer.name].close()
        self._lamps.add(LampKind.PRINTER, printer.name, printer.name)
        pump = self._pump_of(printer)
        self._printers[printer.name] = printer
        self._pumps[printer.name] = pump
        if self._ending:
            pump.close()
        else:
            pump.start()

    def put_scanner(self, scanner: ScannerPort) -> None:
        """Let `scanner` be read from now on, in place of any other of its name; or DeviceBusy."""
        old = self._loops.get(scanner.name)
        if old is not None:
            old.stop()
            if not old.join(REPLACE_SECONDS):
                raise DeviceBusy(scanner.name)
        self._lamps.add(LampKind.SCANNER, scanner.name, scanner.name)
        loop = ScanLoop(self._core, scanner, self._lamps)
        self._scanners[scanner.name] = scanner
        self._loops[scanner.name] = loop
        if not self._ending:
            loop.start()

    def remove(self, kind: LampKind, name: str) -> None:
        """Let a printer or scanner of this name work no more; raises DeviceBusy.

        Slips that wait for a printer go on waiting under its name: staff send them elsewhere.
        """
        if kind is LampKind.PRINTER:
            self._remove_printer(name)
        else:
            self._remove_scanner(name)
        self._lamps.remove(kind, name)

    def _remove_printer(self, name: str) -> None:
        pump = self._pumps.get(name)
        if pump is None:
            return
        pump.close()
        if not pump.wait(round(REPLACE_SECONDS * 1000)):
            raise DeviceBusy(name)
        del self._pumps[name]
        self._printers.pop(name).close()

    def _remove_scanner(self, name: str) -> None:
        loop = self._loops.get(name)
        if loop is None:
            return
        loop.stop()
        if not loop.join(REPLACE_SECONDS):
            raise DeviceBusy(name)
        del self._loops[name]
        del self._scanners[name]

    # --- the end ---------------------------------------------------------------------------------

    def stop_reading(self) -> None:
        """Read no scanner any more."""
        self._ending = True
        for loop in list(self._loops.values()):
            loop.stop()

    def begin_no_more(self) -> None:
        """Begin no slip any more."""
        for pump in list(self._pumps.values()):
            pump.close()

    def wait(self, until: float) -> bool:
        """Wait till then (monotonic clock) for what is under way; return whether it has ended."""
        ended = [pump.wait(milliseconds_to(until)) for pump in list(self._pumps.values())]
        ended += [loop.join(until - time.monotonic()) for loop in list(self._loops.values())]
        return all(ended)

    def release(self) -> None:
        """Let go of what printers hold open."""
        for printer in list(self._printers.values()):
            printer.close()

    def _pump_of(self, printer: PrinterPort) -> PrintPump:
        return PrintPump(self._core, printer, self._clock, self._lamps)


def milliseconds_to(until: float) -> int:
    """Milliseconds to a moment of the monotonic clock, at least a moment to look."""
    return max(int((until - time.monotonic()) * 1000), 20)
