"""The alarm: rings while a new order has been neither opened nor answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.news import OrdersChanged
from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState

EVERY_MS: Final = 4000


class Alarm(QObject):
    """Decides when to ring, and rings again every four seconds.

    It ends as soon as somebody opens or answers any order: then a person is there, and the count
    on New says how many still wait.

    Thread: gui. Signals: `rang` each time.
    """

    rang = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an alarm that is silent."""
        super().__init__(parent)
        self._ringing: set[str] = set()
        self._waiting: set[str] = set()  # new orders nobody has looked at, also those of before
        self._beat = QTimer(self)
        self._beat.setInterval(EVERY_MS)
        self._beat.timeout.connect(self.rang)

    @property
    def is_ringing(self) -> bool:
        """Whether an order waits for somebody to look at it."""
        return bool(self._ringing)

    def orders_changed(self, news: OrdersChanged) -> None:
        """Begin to ring for orders first seen; end for those that were opened or went."""
        self._waiting |= {one.order.id for one in news.orders if _waits(one)}
        self._waiting -= {one.order.id for one in news.orders if not _waits(one)}
        was_ringing = self.is_ringing
        self._ringing |= {
            order.order.id
            for order in news.orders
            if order.order.id in news.first_seen and _waits(order)
        }
        if not was_ringing and self.is_ringing:
            self.rang.emit()
            self._beat.start()
        self._drop(order.order.id for order in news.orders if not _waits(order))

    def ring_for_all(self) -> None:
        """Ring for everything that waits: somebody has opened the till."""
        self._ringing |= self._waiting
        if self.is_ringing:
            self.rang.emit()
            self._beat.start()

    @Slot()
    def on_person_there(self) -> None:
        """End: somebody has opened an order."""
        self._ringing.clear()
        self._beat.stop()

    def _drop(self, answered: Iterable[str]) -> None:
        if self._ringing & set(answered):
            self.on_person_there()


def _waits(snapshot: OrderSnapshot) -> bool:
    order = snapshot.order
    held = order.held_until is not None  # by a pause; it rings when that ends
    return order.state is OrderState.NEW and not order.opened and not order.quiet and not held
