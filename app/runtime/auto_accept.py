"""Accepts new orders without a person's press, for the vendors whose settings say so."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.moves import Lock
from app.domain.news import News, OrdersChanged
from app.domain.states import Move
from app.runtime.core import Core
from app.usecases.accept_order import AcceptOrder


class AutoAccept:
    """Watches all news for orders that are seen for the first time.

    While the till is closed none is accepted. One that needs a person is left alone, and so is one
    that was not accepted at once because the till went down in between.

    Thread: core.
    """

    def __init__(self, core: Core, vendors: Collection[str]) -> None:
        self._core = core
        self._vendors = frozenset(vendors)
        core.watch(self.note)

    def note(self, news: News) -> None:
        """Accept what has just come in and can be accepted."""
        if not isinstance(news, OrdersChanged) or self._core.desk.session.closed_since:
            return
        for snapshot in news.orders:
            order, accept = snapshot.order, snapshot.offers(Move.ACCEPT)
            fresh = order.id in news.first_seen and order.vendor in self._vendors
            if fresh and not order.needs_a_person and accept and accept.lock is Lock.NONE:
                self._core.dispatch(AcceptOrder(order.id))
