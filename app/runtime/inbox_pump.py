"""Reads orders from their vendors: ids that wait in the inbox, open orders, and what staff ask."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.domain.errors import StoreError, VendorError, VendorSpokeOddly
from app.domain.news import News
from app.domain.notice import NoticeCode
from app.domain.report import OrderReport
from app.domain.scan import Scan
from app.domain.scan_news import LookUpWanted
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.runtime.vendor_lane import LOOK_UPS_AT_ONCE, VendorLane
from app.usecases.answer_look_up import AnswerLookUp, answer_look_up, not_answered
from app.usecases.desk import Desk
from app.usecases.due_inbox import Reading, due_inbox, open_orders
from app.usecases.receive_report import MissReport, ReceiveReport, miss_report, receive_report

_log = logging.getLogger(__name__)

Reply = OrderReport | VendorError

READINGS_AT_ONCE: Final = 2 * LOOK_UPS_AT_ONCE
"""So many ids are given to a vendor's lane, so that staff's questions wait behind few."""


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
        self._busy: dict[Reading, bool] = {}  # whether it is read because its id waits
        core.after_each(self.wake)
        core.watch(self.note)

    def wake(self) -> None:
        """Start reading the ids that are due; set the alarm for those that are not."""
        desk, busy = self._core.desk, frozenset(self._busy)
        room = {vendor: self._room(vendor) for vendor in self._lanes}
        due = due_inbox(desk, busy, room)
        for reading in due.readings:
            self._read(reading, from_inbox=True)
        if due.next_at is not None:
            wait = (due.next_at - desk.clock.now()).total_seconds()
            self._clock.after(wait, "inbox", self._ring)

    def _room(self, vendor: str) -> int:
        """How many more ids may be read; none while the vendor wants a pause, which sets an alarm.

        What there is no room for needs no alarm: the answer that makes some wakes the pump.
        """
        rest = self._lanes[vendor].rest_left
        if rest > 0:
            self._clock.after(rest, f"readings of {vendor}", self._ring)
            return 0
        return READINGS_AT_ONCE - sum(
            from_inbox and reading.vendor == vendor for reading, from_inbox in self._busy.items()
        )

    def _ring(self) -> None:
        self._core.submit(lambda _desk: [])

    def refresh(self, vendor: str) -> None:
        """Read all open orders of a vendor again, or probe it when there are none. Thread: any.

        A vendor that does not answer is asked for one order only; when it answers, for all.
        """
        self._core.submit(lambda desk: self._refresh(vendor, desk))

    def _refresh(self, vendor: str, desk: Desk) -> list[News]:
        lane = self._lanes[vendor]
        if lane.rest_left > 0:
            return []
        readings = open_orders(vendor, desk)
        if not readings:
            lane.feel()
        for reading in readings[:1] if lane.is_away else readings:
            self.read_again(reading.vendor, reading.vendor_order_id)
        return []

    def read_again(self, vendor: str, vendor_order_id: str) -> None:
        """Read one open order again, unless that is under way."""
        reading = Reading(vendor, vendor_order_id)
        if reading not in self._busy:
            self._read(reading, from_inbox=False)

    def _read(self, reading: Reading, *, from_inbox: bool) -> None:
        self._busy[reading] = from_inbox
        lane = self._lanes[reading.vendor]
        asked_at = self._core.desk.clock.now()

        def done(answer: Reply) -> None:
            self._core.insist(lambda desk: self._take(reading, answer, asked_at, desk, from_inbox))

        run = lane.look_up if from_inbox else lane.refresh
        run(lambda: lane.vendor.fetch(reading.vendor_order_id), done)

    def _take(
        self, reading: Reading, answer: Reply, asked_at: datetime, desk: Desk, from_inbox: bool
    ) -> list[News]:
        if from_inbox and not isinstance(answer, VendorError):
            self._lamps.vendor_answered(reading.vendor, with_order=True)
        try:
            news = _taken(reading, answer, asked_at, desk, from_inbox)
        except StoreError:
            raise
        except Exception as error:
            # See OutboxPump: an order we cannot take in is asked for again, but with pauses.
            _log.exception("a report was not taken in", extra={"event": "report_fault"})
            self._core.report_fault(error)
            odd = VendorSpokeOddly(reading.vendor, type(error).__name__)
            news = _taken(reading, odd, asked_at, desk, from_inbox)
        self._busy.pop(reading, None)
        return news

    def note(self, news: News) -> None:
        """Ask what a scan stands for as soon as a use case wants to know."""
        if isinstance(news, LookUpWanted):
            self.look_up(news.vendor, news.scan.text, news.scan)

    def look_up(self, vendor: str, vendor_order_id: str, scan: Scan | None = None) -> None:
        """Read an order staff ask for by the vendor's id, and tell them. Thread: any.

        `scan` is what led to the question, where it was one.
        """
        lane = self._lanes[vendor]
        asked_at = self._core.desk.clock.now()

        def done(answer: Reply) -> None:
            asked = AnswerLookUp(vendor, vendor_order_id, answer, asked_at, scan)
            self._core.submit(lambda desk: self._answer(asked, desk))

        lane.look_up(lambda: lane.vendor.fetch(vendor_order_id), done)

    def _answer(self, asked: AnswerLookUp, desk: Desk) -> list[News]:
        try:
            return answer_look_up(asked, desk)
        except Exception as error:
            ours = not isinstance(error, StoreError)
            code = NoticeCode.OUR_FAULT if ours else NoticeCode.STORE_UNAVAILABLE
            self._core.publish([not_answered(asked, code, desk)])
            raise


def _taken(
    reading: Reading, answer: Reply, asked_at: datetime, desk: Desk, from_inbox: bool
) -> list[News]:
    if not isinstance(answer, VendorError):
        return receive_report(ReceiveReport(answer, asked_at), desk)
    if not from_inbox:
        return []  # the next refresh asks again
    return miss_report(MissReport(reading.vendor, reading.vendor_order_id, answer), desk)
