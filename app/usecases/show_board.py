"""Tell every order on the board anew: how they read depends on the shop's settings."""

from __future__ import annotations

from app.domain.news import News, OrdersChanged
from app.usecases.desk import Desk
from app.usecases.situation import snapshot_of


def show_board(desk: Desk) -> list[News]:
    """Return the board as it reads now, such as with product names in another language."""
    with desk.store.begin() as work:
        orders = tuple(snapshot_of(order, work, desk) for order in work.orders.on_board())
    return [OrdersChanged(orders)] if orders else []
