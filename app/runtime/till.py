"""The running till: everything that lives between start and orderly shutdown."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from functools import partial

from app.domain.lamp import LampKind
from app.domain.news import News
from app.ports.printer import PrinterPort
from app.ports.relay import RelayPort
from app.ports.scanner import ScannerPort
from app.ports.vendor import VendorPort
from app.runtime.alarm_clock import AlarmClock
from app.runtime.clock_watch import ClockWatch
from app.runtime.core import Core
from app.runtime.devices import Devices, milliseconds_to
from app.runtime.forgetting import Forgetting
from app.runtime.handlers import HANDLERS
from app.runtime.inbox_pump import InboxPump
from app.runtime.lamps import Lamps
from app.runtime.list_pump import ListPump
from app.runtime.outage_watch import OutageWatch
from app.runtime.outbox_pump import OutboxPump
from app.runtime.pause_watch import PauseWatch
from app.runtime.payment_watch import PaymentWatch
from app.runtime.pin_lane import PinLane
from app.runtime.poller import Poller
from app.runtime.presence import Presence
from app.runtime.problem_book import ProblemBook
from app.runtime.reminders import Reminders
from app.runtime.vendor_lane import VendorLane
from app.usecases.desk import Desk
from app.usecases.recover import recover
from app.usecases.vendor_is_back import note_return, vendor_is_back

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
        self._clock = AlarmClock()
        self._problems = ProblemBook(relay)
        self.core = Core(desk, self._problems, HANDLERS, self._clock)
        self.lamps = Lamps(desk.clock, self._problems)
        self._times = ClockWatch(desk.clock, self._problems)
        self._outages = OutageWatch(self.core, self._clock, self.lamps)
        self.lanes = {vendor.name: self._lane_of(vendor) for vendor in vendors}
        for vendor in vendors:
            brings = vendor.capabilities.brings_orders
            self.lamps.add(
                LampKind.VENDOR,
                vendor.name,
                vendor.title,
                brings_orders=brings,
                heard_every=refresh_seconds.get(vendor.name, 0),
            )
        self.devices = Devices(self.core, self._clock, self.lamps, printers, scanners)
        self._outbox = OutboxPump(self.core, self.lanes, self._clock)
        self.inbox = InboxPump(self.core, self.lanes, self._clock, self.lamps)
        self._lists = ListPump(self.core, self.lanes, self.inbox, self.lamps)
        self._payments = PaymentWatch(self.core, self.lanes, self._clock)
        self._pins = PinLane(self.core)
        self._reminders = Reminders(self.core, self._clock)
        self._pauses = PauseWatch(self.core, self._clock)
        self._presence = Presence(self.core, self._clock)
        self._forgetting = Forgetting(self.core, self._clock)
        self._poller = Poller(self.refresh, self._clock, refresh_seconds)

    def _lane_of(self, vendor: VendorPort) -> VendorLane:
        def on_back() -> None:
            self.core.submit(lambda desk: vendor_is_back(vendor.name, desk))
            self.refresh(vendor.name)

        def on_return() -> None:
            self.core.submit(lambda desk: note_return(vendor.name, desk))

        return VendorLane(
            vendor,
            self.lamps,
            self.core.report_fault,
            on_back,
            on_return,
            partial(self._times.heard, vendor.name),
        )

    def start(self) -> None:
        """Take up the thread from the store, show the board, and begin to work.

        What was under way when the till went down is noted before anything else is begun.
        """
        self._clock.start()
        self.core.insist(recover)
        self._problems.begin(self.core.submit)
        self._presence.start()
        self.core.submit(self._tell_newest)
        self.devices.start()
        self._poller.start()
        self._forgetting.start()

    def _tell_newest(self, desk: Desk) -> list[News]:
        with desk.store.begin() as work:
            newest = work.orders.newest()
        for vendor, moment in newest.items():
            self.lamps.had_order(vendor, moment)
        return []

    def refresh(self, vendor: str) -> None:
        """Read what the vendor has again: its list, or the open orders one by one. Thread: any."""
        lists = self.lanes[vendor].vendor.capabilities.lists_orders
        (self._lists if lists else self.inbox).refresh(vendor)

    def stop(self, seconds: float) -> bool:
        """End in order within `seconds`; return whether everything has ended.

        First nothing new is begun; then calls under way get some time, after which those to vendors
        are broken off; last the store takes how they ended. What has not ended by then is a row in
        the store, so that nothing is lost.
        """
        self._presence.end()
        now = time.monotonic()
        grace, answers, until = now + seconds * 0.35, now + seconds * 0.7, now + seconds
        self.core.rest()
        self.devices.stop_reading()
        self._clock.stop()
        self._pins.close()
        for lane in self.lanes.values():
            lane.close()
        self.devices.begin_no_more()
        for lane in self.lanes.values():
            lane.wait(grace)
        for lane in self.lanes.values():
            lane.break_off()
        ended = [lane.wait(answers) for lane in self.lanes.values()]
        ended.append(self.devices.wait(answers))
        ended.append(self._pins.wait(milliseconds_to(answers)))
        ended.append(self.core.drain(milliseconds_to(until)))
        self.devices.release()
        if not all(ended):
            _log.info("shut down with work under way", extra={"event": "stopped_early"})
        return all(ended)
