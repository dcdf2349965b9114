"""Moves what vendors have to be told onto their lanes: one push per order and system at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from app.domain.errors import StoreError, VendorError, VendorRefused, VendorSpokeOddly
from app.domain.news import News
from app.domain.report import OrderReport
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.vendor_lane import PUSHES_AT_ONCE, VendorLane
from app.usecases.begin_push import Errand, begin_push, due_pushes
from app.usecases.desk import Desk
from app.usecases.settle_push import settle_push, settle_re_read

_log = logging.getLogger(__name__)

Key = tuple[str, str]


class OutboxPump:
    """Sends due pushes and brings their answers back.

    No more pushes are begun than a vendor's lane has threads: one that is noted as on the wire is
    on the wire, and the others can still be undone. An order and system are free again only when
    the store has taken the answer.

    Thread: core, unless a method says otherwise.
    """

    def __init__(self, core: Core, lanes: Mapping[str, VendorLane], clock: AlarmClock) -> None:
        self._core = core
        self._lanes = lanes
        self._clock = clock
        self._busy: set[Key] = set()
        core.after_each(self.wake)

    def wake(self) -> None:
        """Start what is due and can go; set the alarm for what is not due.

        What is due and waits for a thread needs no alarm: the answer that frees one wakes the pump.
        """
        desk = self._core.desk
        room = {system: self._room(system) for system in self._lanes}
        due = due_pushes(desk, frozenset(self._busy), room)
        for errand in due.errands:
            self._start(errand)
        if due.next_at is not None:
            wait = (due.next_at - desk.clock.now()).total_seconds()
            self._clock.after(wait, "outbox", self._ring)

    def _room(self, system: str) -> int:
        """How many threads are free; none while the vendor is let rest, which sets an alarm."""
        rest = self._lanes[system].pushes_rest_left
        if rest > 0:
            self._clock.after(rest, f"rest of {system}", self._ring)
            return 0
        return PUSHES_AT_ONCE - sum(known == system for _, known in self._busy)

    def _ring(self) -> None:
        self._core.submit(lambda _desk: [])

    def _start(self, errand: Errand) -> None:
        push, vendor_order_id = errand.push, errand.vendor_order_id
        lane = self._lanes[push.system]
        if errand.re_read:
            self._busy.add(_key(errand))
            lane.push(
                lambda: lane.vendor.fetch(vendor_order_id),
                lambda answer: self._after_re_read(errand, answer),
            )
            return
        try:
            begun = begin_push(push.id, self._core.desk)
        except VendorRefused as error:
            self._busy.add(_key(errand))
            self._after_send(errand, error)
            return
        except StoreError:
            raise
        except Exception as error:
            # One order that cannot be put into words must not hold up all the others.
            _log.exception("a push was not composed", extra={"event": "compose_fault"})
            self._core.report_fault(error)
            self._busy.add(_key(errand))
            self._after_send(errand, VendorRefused(push.system, type(error).__name__))
            return
        if begun is None:
            return
        self._busy.add(_key(errand))
        lane.send(
            lambda: lane.vendor.send(begun, vendor_order_id),
            lambda answer: self._after_send(errand, answer),
        )

    def _after_re_read(self, errand: Errand, answer: OrderReport | VendorError) -> None:
        """Hand the answer on. Thread: vendor."""

        def settle(desk: Desk) -> list[News]:
            return settle_re_read(errand.push.id, answer, desk)

        self._core.insist(lambda desk: self._settle(errand, settle, desk))

    def _after_send(self, errand: Errand, answer: str | VendorError) -> None:
        """Hand the answer on. Thread: vendor."""

        def settle(desk: Desk) -> list[News]:
            if isinstance(answer, VendorError):
                return settle_push(errand.push.id, answer, desk)
            return settle_push(errand.push.id, None, desk, their_id=answer)

        self._core.insist(lambda desk: self._settle(errand, settle, desk))

    def _settle(
        self, errand: Errand, settle: Callable[[Desk], list[News]], desk: Desk
    ) -> list[News]:
        try:
            news = settle(desk)
        except StoreError:
            raise
        except Exception as error:
            # A fault of ours here must not leave the push on the wire for ever, nor have it asked
            # for again without a pause: the answer counts as one nobody understands.
            _log.exception("an answer was not taken in", extra={"event": "settle_fault"})
            self._core.report_fault(error)
            news = self._not_understood(errand, error, desk)
        self._busy.discard(_key(errand))
        return news

    def _not_understood(self, errand: Errand, error: Exception, desk: Desk) -> list[News]:
        odd = VendorSpokeOddly(errand.push.system, type(error).__name__)
        settle: Callable[[str, VendorError, Desk], list[News]]
        settle = settle_re_read if errand.re_read else settle_push
        return settle(errand.push.id, odd, desk)


def _key(errand: Errand) -> Key:
    return errand.push.order_id, errand.push.system
