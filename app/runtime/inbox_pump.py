"""Reads orders from their vendors: ids that wait in the inbox, open orders, and what staff ask."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.errors import OrderUnknown, VendorError, VendorLoginFailed
from app.domain.news import LookUpAnswered, News
from app.domain.notice import NoticeCode
from app.domain.report import OrderReport
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.runtime.vendor_lane import VendorLane
from app.usecases.desk import Desk
from app.usecases.due_inbox import Reading, due_inbox, inbox_due_at, open_orders
from app.usecases.receive_report import MissReport, ReceiveReport, miss_report, receive_report


class InboxPump:
    """Keeps at most one reading of an order under way.

    Thread: core, unless a method says otherwise.
    """

    def __init__(
        self, core: Core, lanes: Mapping[str, VendorLane], clock: AlarmClock, lamps: Lamps
    ) -> None:
        self._core = core
        self._lanes = lanes
        self._clock = clock
        self._lamps = lamps
        self._busy: set[Reading] = set()
        core.after_each(self.wake)

    def wake(self) -> None:
        """Start reading every id that is due and set the alarm for those that are not."""
        desk = self._core.desk
        for reading in due_inbox(desk, frozenset(self._busy)):
            self._read(reading, from_inbox=True)
        due_at = inbox_due_at(desk, frozenset(self._busy))
        if due_at is not None:
            wait = (due_at - desk.clock.now()).total_seconds()
            self._clock.after(wait, "inbox", self._ring)

    def _ring(self) -> None:
        self._core.submit(lambda _desk: [])

    def refresh(self, vendor: str) -> None:
        """Read all open orders of a vendor again, or probe it when there are none. Thread: any."""
        self._core.submit(lambda desk: self._refresh(vendor, desk))

    def _refresh(self, vendor: str, desk: Desk) -> list[News]:
        readings = open_orders(vendor, desk)
        for reading in readings:
            if reading not in self._busy:
                self._read(reading, from_inbox=False)
        if not readings:
            lane = self._lanes[vendor]
            lane.probe()
        return []

    def _read(self, reading: Reading, *, from_inbox: bool) -> None:
        self._busy.add(reading)
        lane = self._lanes[reading.vendor]

        def done(answer: OrderReport | VendorError) -> None:
            self._core.submit(lambda desk: self._take(reading, answer, desk, from_inbox))

        lane.look_up(lambda: lane.vendor.fetch(reading.vendor_order_id), done)

    def _take(
        self, reading: Reading, answer: OrderReport | VendorError, desk: Desk, from_inbox: bool
    ) -> list[News]:
        self._busy.discard(reading)
        if not isinstance(answer, VendorError):
            if from_inbox:
                self._lamps.vendor_answered(reading.vendor, with_order=True)
            return receive_report(ReceiveReport(answer), desk)
        if from_inbox:
            return miss_report(MissReport(reading.vendor, reading.vendor_order_id, answer), desk)
        return []

    def look_up(self, vendor: str, vendor_order_id: str) -> None:
        """Read an order staff ask for by the vendor's id, and tell them. Thread: any."""
        lane = self._lanes[vendor]

        def done(answer: OrderReport | VendorError) -> None:
            self._core.submit(lambda desk: self._answer(vendor, vendor_order_id, answer, desk))

        lane.look_up(lambda: lane.vendor.fetch(vendor_order_id), done)

    def _answer(
        self, vendor: str, asked: str, answer: OrderReport | VendorError, desk: Desk
    ) -> list[News]:
        if isinstance(answer, VendorError):
            return [LookUpAnswered(vendor, asked, problem=_problem(answer).value)]
        news = receive_report(ReceiveReport(answer), desk)
        with desk.store.begin() as work:
            order = work.orders.find(vendor, answer.vendor_order_id)
        found = order.id if order is not None else ""
        return [*news, LookUpAnswered(vendor, asked, found=found)]


def _problem(error: VendorError) -> NoticeCode:
    if isinstance(error, OrderUnknown):
        return NoticeCode.ORDER_UNKNOWN
    if isinstance(error, VendorLoginFailed):
        return NoticeCode.LOGIN_FAILED
    return NoticeCode.VENDOR_GONE
