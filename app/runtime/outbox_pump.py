"""Moves what vendors have to be told onto their lanes: one push per order and system at a time."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.errors import VendorError
from app.domain.news import News
from app.domain.report import OrderReport
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.vendor_lane import VendorLane
from app.usecases.begin_push import Errand, begin_push, due_errands, next_due_at
from app.usecases.desk import Desk
from app.usecases.settle_push import settle_push, settle_re_read


class OutboxPump:
    """Sends due pushes and brings their answers back.

    Thread: core, unless a method says otherwise.
    """

    def __init__(self, core: Core, lanes: Mapping[str, VendorLane], clock: AlarmClock) -> None:
        self._core = core
        self._lanes = lanes
        self._clock = clock
        self._busy: set[tuple[str, str]] = set()
        core.after_each(self.wake)

    def wake(self) -> None:
        """Start everything that is due and set the alarm for what is not."""
        desk = self._core.desk
        for errand in due_errands(desk, frozenset(self._busy)):
            self._start(errand)
        due_at = next_due_at(desk, frozenset(self._busy))
        if due_at is not None:
            wait = (due_at - desk.clock.now()).total_seconds()
            self._clock.after(wait, "outbox", self._ring)

    def _ring(self) -> None:
        self._core.submit(lambda _desk: [])

    def _start(self, errand: Errand) -> None:
        push = errand.push
        key = (push.order_id, push.system)
        lane = self._lanes[push.system]
        if errand.re_read:
            self._busy.add(key)
            lane.push(
                lambda: lane.vendor.fetch(errand.vendor_order_id),
                lambda answer: self._after_re_read(errand, answer),
            )
            return
        begun = begin_push(push.id, self._core.desk)
        if begun is None:
            return
        self._busy.add(key)
        lane.push(
            lambda: lane.vendor.send(begun, errand.vendor_order_id),
            lambda answer: self._after_send(errand, answer),
        )

    def _after_re_read(self, errand: Errand, answer: OrderReport | VendorError) -> None:
        def settle(desk: Desk) -> list[News]:
            self._free(errand)
            return settle_re_read(errand.push.id, answer, desk)

        self._core.submit(settle)

    def _after_send(self, errand: Errand, answer: VendorError | None) -> None:
        def settle(desk: Desk) -> list[News]:
            self._free(errand)
            return settle_push(errand.push.id, answer, desk)

        self._core.submit(settle)

    def _free(self, errand: Errand) -> None:
        self._busy.discard((errand.push.order_id, errand.push.system))
