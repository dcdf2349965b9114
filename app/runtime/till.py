"""The running till: everything that lives between start and orderly shutdown."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence

from app.domain.news import LampKind
from app.domain.slip import Slip
from app.ports.printer import PrinterPort
from app.ports.relay import RelayPort
from app.ports.scanner import ScannerPort
from app.ports.vendor import VendorPort
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.handlers import HANDLERS
from app.runtime.inbox_pump import InboxPump
from app.runtime.lamps import Lamps
from app.runtime.outbox_pump import OutboxPump
from app.runtime.poller import Poller
from app.runtime.print_pump import PrintPump
from app.runtime.scan_loop import ScanLoop
from app.runtime.vendor_lane import VendorLane
from app.usecases.desk import Desk
from app.usecases.recover import recover

_log = logging.getLogger(__name__)


class Till:
    """Owns the lanes, pumps and loops of one till.

    Thread: `start` and `stop` on the thread that made it; the rest from any.
    """

    def __init__(
        self,
        desk: Desk,
        relay: RelayPort,
        *,
        vendors: Sequence[VendorPort],
        printers: Sequence[PrinterPort],
        scanners: Sequence[ScannerPort],
        refresh_seconds: Mapping[str, float],
    ) -> None:
        self.core = Core(desk, relay, HANDLERS)
        self.lamps = Lamps(desk.clock, relay)
        self._clock = AlarmClock()
        self._vendors = vendors
        self._printers = printers
        self.lanes = {
            vendor.name: VendorLane(vendor, self.lamps, self.core.report_fault)
            for vendor in vendors
        }
        for vendor in vendors:
            self.lamps.add(LampKind.VENDOR, vendor.name, vendor.title)
        for printer in printers:
            self.lamps.add(LampKind.PRINTER, printer.name, printer.name)
        for scanner in scanners:
            self.lamps.add(LampKind.SCANNER, scanner.name, scanner.name)
        self._outbox = OutboxPump(self.core, self.lanes, self._clock)
        self.inbox = InboxPump(self.core, self.lanes, self._clock, self.lamps)
        self._pumps = {
            printer.name: PrintPump(self.core, printer, self._clock, self.lamps)
            for printer in printers
        }
        self._loops = [ScanLoop(self.core, scanner, self.lamps) for scanner in scanners]
        self._poller = Poller(self.inbox, self._clock, refresh_seconds)

    def start(self) -> None:
        """Take up the thread from the store, show the board, and begin to work."""
        self._clock.start()
        self.core.submit(recover)
        for pump in self._pumps.values():
            pump.start()
        for loop in self._loops:
            loop.start()
        self._poller.start()

    def print_test(self, printer: str, slip: Slip) -> None:
        """Print a slip that belongs to no order."""
        self._pumps[printer].print_test(slip)

    def stop(self, seconds: float) -> bool:
        """End in order within `seconds`; return whether everything has ended.

        What is still under way is a row in the store, so that nothing is lost where it has not.
        """
        until = time.monotonic() + seconds
        for loop in self._loops:
            loop.stop()
        self._clock.stop()
        for lane in self.lanes.values():
            lane.close()
        for pump in self._pumps.values():
            pump.close()
        ended = [loop.join(1.0) for loop in self._loops]
        ended += [lane.wait(_left(until) // 2) for lane in self.lanes.values()]
        ended += [pump.wait(_left(until) // 2) for pump in self._pumps.values()]
        ended.append(self.core.drain(_left(until)))
        for vendor in self._vendors:
            vendor.close()
        for printer in self._printers:
            printer.close()
        if not all(ended):
            _log.info("shut down with work under way", extra={"event": "stopped_early"})
        return all(ended)


def _left(until: float) -> int:
    """Milliseconds until a moment of the monotonic clock."""
    return max(int((until - time.monotonic()) * 1000), 50)
