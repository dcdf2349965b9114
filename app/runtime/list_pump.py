"""Reads the lists of vendors whose orders are found in one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from app.domain.errors import StoreError, VendorError
from app.domain.news import News
from app.ports.vendor import OrderList
from app.runtime.core import Core
from app.runtime.inbox_pump import InboxPump
from app.runtime.lamps import Lamps
from app.runtime.vendor_lane import VendorLane
from app.usecases.desk import Desk
from app.usecases.receive_listed import (
    ReceiveListed,
    gone_from_list,
    missing_from_list,
    receive_listed,
)

_log = logging.getLogger(__name__)


class ListPump:
    """Keeps at most one reading of a vendor's list under way.

    Each entry is a piece of work of its own on the core lane, so that a year of history keeps
    nobody waiting; one that says what it said the last time is left out. Open orders that a whole
    list does not have are read one by one, or are gone, as the vendor's capabilities say.

    Thread: core, unless a method says otherwise.
    """

    def __init__(
        self, core: Core, lanes: Mapping[str, VendorLane], inbox: InboxPump, lamps: Lamps
    ) -> None:
        self._core = core
        self._lanes = lanes
        self._inbox = inbox
        self._lamps = lamps
        self._busy: set[str] = set()
        self._known: dict[tuple[str, str], str] = {}  # what was last said of each order

    def refresh(self, vendor: str) -> None:
        """Read the list, unless that is under way or the vendor wants a pause. Thread: any."""
        self._core.submit(lambda desk: self._begin(vendor, desk))

    def _begin(self, vendor: str, desk: Desk) -> list[News]:
        lane = self._lanes[vendor]
        if vendor in self._busy or lane.rest_left > 0:
            return []
        self._busy.add(vendor)
        asked_at = desk.clock.now()

        def done(answer: OrderList | VendorError) -> None:
            self._core.insist(lambda desk: self._take(vendor, answer, asked_at, desk))

        lane.refresh(lane.vendor.list_orders, done)
        return []

    def _take(
        self, vendor: str, answer: OrderList | VendorError, asked_at: datetime, desk: Desk
    ) -> list[News]:
        if isinstance(answer, VendorError):
            self._busy.discard(vendor)
            return []
        if answer.problem is not None:
            self._lamps.vendor_failed(vendor, answer.problem)
        for report in answer.reports:
            # One that may have been sent on from here can settle what came into doubt since.
            is_new = self._known.get((vendor, report.vendor_order_id)) != report.raw
            if report.our_id or is_new:
                self._core.submit(self._taking(ReceiveListed(report, asked_at)))
        self._core.submit(lambda desk: self._end(vendor, answer, desk))
        return []

    def _taking(self, command: ReceiveListed) -> Callable[[Desk], list[News]]:
        def take(desk: Desk) -> list[News]:
            report = command.report
            try:
                news = receive_listed(command, desk)
            except StoreError:
                raise
            except Exception as error:
                # An entry we cannot take in must not keep the others out.
                _log.exception("a listed order was not taken in", extra={"event": "report_fault"})
                self._core.report_fault(error)
                return []
            self._known[report.vendor, report.vendor_order_id] = report.raw
            if news:
                self._lamps.vendor_answered(report.vendor, with_order=True)
            return news

        return take

    def _end(self, vendor: str, answer: OrderList, desk: Desk) -> list[News]:
        self._busy.discard(vendor)
        if answer.problem is not None:
            return []
        listed = frozenset(report.vendor_order_id for report in answer.reports)
        if self._lanes[vendor].vendor.capabilities.gone_means_collected:
            return gone_from_list(vendor, listed, desk)
        missing = missing_from_list(vendor, listed, desk)
        for order in missing:
            self._inbox.read_again(vendor, order.vendor_order_id)
        return []
