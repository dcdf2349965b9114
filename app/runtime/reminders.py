"""Shows an order again when it, or what is offered for it, changes by time alone."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from app.domain.news import News, OrdersChanged
from app.domain.push import PushKind
from app.domain.snapshot import OrderSnapshot
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.usecases.desk import Desk
from app.usecases.place_practice import practice_ends_at
from app.usecases.show_again import next_change, show_again

LOOKS_EVERY_SECONDS: Final = 60.0


class Reminders:
    """Watches all news for orders whose Undo ends, whose accept nobody has confirmed yet, that are
    on their way, that rest in Later, or are practice.

    However long a wait is, the time is looked at every minute: a machine that slept, or whose clock
    was set, must not bring an order forward hours late.

    Thread: core.
    """

    def __init__(self, core: Core, clock: AlarmClock) -> None:
        self._core = core
        self._clock = clock
        self._to_look_at: set[str] = set()
        core.watch(self.note)
        core.after_each(self.wake)

    def note(self, news: News) -> None:
        """Remember which orders to look at; the store is not asked in the midst of the news."""
        if isinstance(news, OrdersChanged):
            self._to_look_at |= {one.order.id for one in news.orders if self._may_change(one)}

    def wake(self) -> None:
        """Set an alarm for every order that will look different by itself."""
        while self._to_look_at:
            order_id = next(iter(self._to_look_at))
            moment = next_change(order_id, self._core.desk)
            self._to_look_at.discard(order_id)
            if moment is not None:
                self._remind(order_id, moment)

    def _may_change(self, snapshot: OrderSnapshot) -> bool:
        can_undo = snapshot.order.undoable_at(self._core.desk.clock.now())
        away = snapshot.on_the_way_at is not None
        rests = snapshot.order.rests_in_later
        ends = practice_ends_at(snapshot.order) is not None
        return can_undo or away or rests or ends or snapshot.awaited is PushKind.ACCEPT

    def _remind(self, order_id: str, moment: datetime) -> None:
        def ring() -> None:
            self._core.submit(lambda desk: self._look(order_id, moment, desk))

        wait = (moment - self._core.desk.clock.now()).total_seconds()
        self._clock.after(min(wait, LOOKS_EVERY_SECONDS), f"order {order_id}", ring)

    def _look(self, order_id: str, moment: datetime, desk: Desk) -> list[News]:
        if desk.clock.now() < moment:
            self._to_look_at.add(order_id)
            return []
        return show_again(order_id, desk)
