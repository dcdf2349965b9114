"""Reads the lists of vendors whose orders are found in one."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import StoreError, VendorError
from app.domain.news import News
from app.domain.report import OrderReport
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


@dataclass(slots=True)
class _Batch:
    """What of a list has yet to be taken in."""

    waiting: deque[OrderReport]
    answer: OrderList
    asked_at: datetime


class ListPump:
    """Keeps at most one reading of a vendor's list under way.

    Each entry is a piece of work of its own on the core lane, begun when the one before is done, so
    that a year of history keeps neither staff nor the next reading waiting; one that says what it
    said the last time is left out. Open orders that a whole list does not have are read one by one,
    or are gone, as the vendor's capabilities say.

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
        self._batches: dict[str, _Batch] = {}  # of lists that are being taken in
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

        lane.refresh(lane.vendor.list_orders, done, lambda found: found.problem)
        return []

    def _take(
        self, vendor: str, answer: OrderList | VendorError, asked_at: datetime, desk: Desk
    ) -> list[News]:
        self._busy.discard(vendor)
        if isinstance(answer, VendorError):
            return []
        # One that may have been sent on from here can settle what came into doubt since.
        fresh = [
            report
            for report in answer.reports
            if report.our_id or self._known.get((vendor, report.vendor_order_id)) != report.raw
        ]
        before = self._batches.get(vendor)
        self._batches[vendor] = _batch(fresh, answer, asked_at, before)
        if before is None:
            self._core.submit(lambda desk: self._next(vendor, desk))
        return []

    def _next(self, vendor: str, desk: Desk) -> list[News]:
        """Take in one entry; what staff do meanwhile comes before the one after the next."""
        batch = self._batches[vendor]
        if not batch.waiting:
            del self._batches[vendor]
            return self._end(vendor, batch.answer, desk)
        report = batch.waiting.popleft()
        self._core.submit(lambda desk: self._next(vendor, desk))
        try:
            news = receive_listed(ReceiveListed(report, batch.asked_at), desk)
        except StoreError:
            batch.waiting.clear()  # the next reading of the list brings them again
            raise
        except Exception as error:
            # An entry we cannot take in must not keep the others out.
            _log.exception("a listed order was not taken in", extra={"event": "report_fault"})
            self._core.report_fault(error)
            return []
        self._known[vendor, report.vendor_order_id] = report.raw
        if news and batch.answer.problem is None:
            self._lamps.vendor_answered(vendor, with_order=True)
        return news

    def _end(self, vendor: str, answer: OrderList, desk: Desk) -> list[News]:
        if answer.problem is not None:
            return []
        listed = frozenset(report.vendor_order_id for report in answer.reports)
        if self._lanes[vendor].vendor.capabilities.gone_means_collected:
            return gone_from_list(vendor, listed, desk)
        missing = missing_from_list(vendor, listed, desk)
        for order in missing:
            self._inbox.read_again(vendor, order.vendor_order_id)
        return []


def _batch(
    fresh: list[OrderReport], answer: OrderList, asked_at: datetime, before: _Batch | None
) -> _Batch:
    """Return what to take in: the list just read, and what is left of the one before it."""
    reports = {report.vendor_order_id: report for report in before.waiting} if before else {}
    reports |= {report.vendor_order_id: report for report in fresh}
    began = min(asked_at, before.asked_at) if before else asked_at
    return _Batch(deque(sorted(reports.values(), key=_open_first)), answer, began)


def _open_first(report: OrderReport) -> tuple[bool, datetime]:
    """What waits for somebody comes before years of history, and the oldest first."""
    state = report.standing.as_state
    return state is not None and state.is_end, report.placed_at
