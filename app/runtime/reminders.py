"""Shows an order again when it, or what is offered for it, changes by time alone."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from app.domain.news import News, OrdersChanged
from app.domain.push import PushKind
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
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
        self._to_look_at: dict[str, OrderSnapshot] = {}
        core.watch(self.note)
        core.after_each(self.wake)

    def note(self, news: News) -> None:
        """Remember which orders to look at; the store is not asked in the midst of the news."""
        if isinstance(news, OrdersChanged):
            for one in news.orders:
                self._to_look_at.pop(one.order.id, None)
                if self._may_change(one):
                    self._to_look_at[one.order.id] = one

    def wake(self) -> None:
        """Set an alarm for every order that will look different by itself."""
        while self._to_look_at:
            order_id, shown = next(iter(self._to_look_at.items()))
            moment = next_change(shown, self._core.desk)
            del self._to_look_at[order_id]
            if moment is not None:
                self._remind(shown, moment)

    def _may_change(self, shown: OrderSnapshot) -> bool:
        can_undo = shown.offers(Move.UNDO) is not None
        away = shown.on_the_way_at is not None
        rests = shown.order.rests_in_later
        ends = practice_ends_at(shown.order) is not None
        return can_undo or away or rests or ends or shown.awaited is PushKind.ACCEPT

    def _remind(self, shown: OrderSnapshot, moment: datetime) -> None:
        def ring() -> None:
            self._core.submit(lambda desk: self._look(shown, moment, desk))

        wait = (moment - self._core.desk.clock.now()).total_seconds()
        self._clock.after(min(wait, LOOKS_EVERY_SECONDS), f"order {shown.order.id}", ring)

    def _look(self, shown: OrderSnapshot, moment: datetime, desk: Desk) -> list[News]:
        if desk.clock.now() < moment:
            self._to_look_at.setdefault(shown.order.id, shown)
            return []
        return show_again(shown.order.id, desk)
