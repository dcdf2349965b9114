"""Shows an order again when it, or what is offered for it, changes by time alone."""

from __future__ import annotations

from app.domain.news import News, OrdersChanged
from app.domain.push import PushKind
from app.domain.snapshot import OrderSnapshot
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.usecases.show_again import next_change, show_again


class Reminders:
    """Watches all news for orders whose Undo ends, whose accept nobody has confirmed yet, or that
    are on their way.

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
                wait = (moment - self._core.desk.clock.now()).total_seconds()
                self._remind(order_id, wait)

    def _may_change(self, snapshot: OrderSnapshot) -> bool:
        can_undo = snapshot.order.undoable_at(self._core.desk.clock.now())
        away = snapshot.on_the_way_at is not None
        return can_undo or away or snapshot.awaited is PushKind.ACCEPT

    def _remind(self, order_id: str, wait: float) -> None:
        def ring() -> None:
            self._core.submit(lambda desk: show_again(order_id, desk))

        self._clock.after(wait, f"order {order_id}", ring)
