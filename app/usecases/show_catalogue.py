"""How every change of the catalogue ends: one commit, and the board with the names as they are."""

from __future__ import annotations

from app.domain.catalogue_news import CatalogueChanged
from app.domain.news import News, OrdersChanged
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.not_in_register import send_what_lacks_nothing
from app.usecases.register_list import list_changes
from app.usecases.situation import snapshot_of


def conclude_catalogue(work: UnitOfWork, desk: Desk, changed: CatalogueChanged) -> list[News]:
    """Commit `work` and return what the screen has to know.

    Orders that lacked an article of the register's go there now, if the catalogue has it.
    """
    send_what_lacks_nothing(work, desk)
    listed = list_changes(work, desk)
    orders = tuple(snapshot_of(order, work, desk) for order in work.orders.on_board())
    work.commit()
    said: list[News] = [OrdersChanged(orders)] if orders else []
    if listed is not None:
        desk.session.not_in_register = listed.entries
        said.append(listed)
    return [*said, changed]
