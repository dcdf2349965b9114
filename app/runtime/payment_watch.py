"""Keeps the amount of an open payment fresh, where the vendor's yes to the money hangs on it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from app.domain.errors import StoreError, VendorError, VendorSpokeOddly
from app.domain.news import DueChecked, DueWanted, News
from app.domain.report import OrderReport
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.vendor_lane import VendorLane
from app.usecases.check_due import CheckDue, check_due, look_at_due
from app.usecases.desk import Desk

_log = logging.getLogger(__name__)

AGAIN_SECONDS: Final = 10.0
"""So long after an answer the next question follows; with the answer it stays well under 30 s."""
TROUBLE_SECONDS: Final = 3.0


class PaymentWatch:
    """Reads an order again when its payment is opened, and while it stays open.

    Thread: core, unless a method says otherwise.
    """

    def __init__(self, core: Core, lanes: Mapping[str, VendorLane], clock: AlarmClock) -> None:
        self._core = core
        self._lanes = lanes
        self._clock = clock
        self._busy: set[str] = set()
        core.watch(self.note)

    def note(self, news: News) -> None:
        """Read what is wanted; plan the next reading after each answer."""
        if isinstance(news, DueWanted):
            self._read(news)
        elif isinstance(news, DueChecked):
            wait = TROUBLE_SECONDS if news.problem else AGAIN_SECONDS
            self._plan(news.order_id, wait)

    def _read(self, wanted: DueWanted) -> None:
        lane = self._lanes.get(wanted.vendor)
        if lane is None or wanted.order_id in self._busy:
            return
        self._busy.add(wanted.order_id)
        asked_at = self._core.desk.clock.now()

        def done(answer: OrderReport | VendorError) -> None:
            command = CheckDue(wanted.order_id, answer, asked_at)
            self._core.submit(lambda desk: self._take(command, wanted.vendor, desk))

        lane.look_up(lambda: lane.vendor.fetch(wanted.vendor_order_id), done)

    def _take(self, command: CheckDue, vendor: str, desk: Desk) -> list[News]:
        self._busy.discard(command.order_id)
        try:
            return check_due(command, desk)
        except StoreError:
            raise
        except Exception as error:
            _log.exception("an amount was not taken in", extra={"event": "due_fault"})
            self._core.report_fault(error)
            odd = VendorSpokeOddly(vendor, type(error).__name__)
            return check_due(CheckDue(command.order_id, odd, command.asked_at), desk)

    def _plan(self, order_id: str, seconds: float) -> None:
        def ring() -> None:
            self._core.submit(lambda desk: _still_open(order_id, desk))

        self._clock.after(seconds, f"amount of {order_id}", ring)


def _still_open(order_id: str, desk: Desk) -> list[News]:
    return look_at_due(order_id, desk, timedelta(0)) if desk.session.paying == order_id else []
