"""How every change of the catalogue ends: one commit, and the board with the names as they are."""

from __future__ import annotations

from app.domain.news import CatalogueChanged, News, OrdersChanged
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.situation import snapshot_of


def conclude_catalogue(work: UnitOfWork, desk: Desk, changed: CatalogueChanged) -> list[News]:
    """Commit `work` and return what the screen has to know."""
    orders = tuple(snapshot_of(order, work, desk) for order in work.orders.on_board())
    work.commit()
    said: list[News] = [OrdersChanged(orders)] if orders else []
    return [*said, changed]
