"""Erasing whose orders these were, while the figures stay."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import ColumnElement, delete, or_, select, update

from app.domain.errors import IllegalMove
from app.domain.push import PushState
from app.store.files import forget
from app.store.migrate import copies_of
from app.store.tables import (
    ORDER_CARDS,
    ORDER_CUSTOMERS,
    ORDER_PAYLOADS,
    ORDER_SEARCH,
    ORDERS,
    OUTBOX,
)
from app.store.transaction import Transaction

_OPEN: Final = [state.value for state in PushState if state.is_open]


def erase_before(transaction: Transaction, before: datetime) -> int:
    """Erase the personal data of orders that ended before that moment and are off the board.

    Returns how many orders had any.
    """
    old = select(ORDERS.c.id).where(ORDERS.c.ended_at < before, ORDERS.c.board_column.is_(None))
    holders = (ORDER_CUSTOMERS, ORDER_PAYLOADS, ORDER_CARDS)
    had_any = select(ORDERS.c.id).where(
        ORDERS.c.id.in_(old),
        or_(*(ORDERS.c.id.in_(select(table.c.order_id)) for table in holders)),
    )
    ids = [row.id for row in transaction.rows(had_any)]
    _erase(transaction, old.scalar_subquery())
    return len(ids)


def erase_one(transaction: Transaction, order_id: str) -> int:
    """Erase the personal data of one order.

    Raises KeyError when there is no such order, IllegalMove while it stands on the board.
    """
    found = transaction.row(select(ORDERS.c.board_column).where(ORDERS.c.id == order_id))
    if found is None:
        raise KeyError(order_id)
    if found.board_column is not None:
        raise IllegalMove("an order on the board is still needed")
    _erase(transaction, select(ORDERS.c.id).where(ORDERS.c.id == order_id).scalar_subquery())
    return 1


def forget_copies(path: Path, before: datetime) -> None:
    """Delete copies made before migrations that are older than that moment."""
    forget(*(copy for made_at, copy in copies_of(path) if made_at < before))


def _erase(transaction: Transaction, ids: ColumnElement[str]) -> None:
    for table in (ORDER_CUSTOMERS, ORDER_PAYLOADS, ORDER_CARDS):
        transaction.run(delete(table).where(table.c.order_id.in_(ids)))
    transaction.run(
        update(ORDER_SEARCH).where(ORDER_SEARCH.c.order_id.in_(ids)).values(personal="")
    )
    # What staff wrote to the customer and what the vendor answered, once it is settled.
    settled = OUTBOX.c.state.not_in(_OPEN)
    transaction.run(
        update(OUTBOX)
        .where(OUTBOX.c.order_id.in_(ids), settled)
        .values(message="", refusal="", body="")
    )
