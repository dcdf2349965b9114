"""Erasing whose orders these were, while the figures stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import delete, or_, select, union, update

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

_HOLDERS: Final = (ORDER_CUSTOMERS, ORDER_PAYLOADS, ORDER_CARDS)
# What staff wrote to the customer, what was sent and what the vendor answered, once it is settled:
# what waits is sent as it was composed.
_FORGET_SENT: Final = (
    update(OUTBOX)
    .where(OUTBOX.c.state.not_in([state.value for state in PushState if state.is_open]))
    .values(message="", refusal="", body="")
)


def erase_before(transaction: Transaction, before: datetime, most: int) -> int:
    """Erase the personal data of orders that ended before that moment and are off the board.

    Returns of how many orders, the oldest first and `most` at the most.
    """
    holding = union(*(select(table.c.order_id) for table in _HOLDERS)).subquery()
    old = (
        select(ORDERS.c.id)
        .join(holding, holding.c.order_id == ORDERS.c.id)
        .where(ORDERS.c.ended_at < before, ORDERS.c.board_column.is_(None))
        .order_by(ORDERS.c.ended_at, ORDERS.c.id)
        .limit(most)
    )
    ids = [row.id for row in transaction.rows(old)]
    if ids:
        _erase(transaction, ids)
    return len(ids)


def forget_sent(transaction: Transaction) -> None:
    """Forget what was sent of orders without personal data, and was settled since it was erased."""
    holds_any = or_(OUTBOX.c.message != "", OUTBOX.c.refusal != "", OUTBOX.c.body != "")
    erased = OUTBOX.c.order_id.not_in(select(ORDER_PAYLOADS.c.order_id))
    transaction.run(_FORGET_SENT.where(holds_any, erased))


def erase_one(transaction: Transaction, order_id: str) -> int:
    """Erase the personal data of one order.

    Raises KeyError when there is no such order, IllegalMove while it stands on the board.
    """
    found = transaction.row(select(ORDERS.c.board_column).where(ORDERS.c.id == order_id))
    if found is None:
        raise KeyError(order_id)
    if found.board_column is not None:
        raise IllegalMove("an order on the board is still needed")
    _erase(transaction, [order_id])
    return 1


def forget_copies(path: Path, before: datetime) -> None:
    """Delete copies made before migrations that are older than that moment."""
    forget(*(copy for made_at, copy in copies_of(path) if made_at < before))


def _erase(transaction: Transaction, ids: Sequence[str]) -> None:
    for table in _HOLDERS:
        transaction.run(delete(table).where(table.c.order_id.in_(ids)))
    transaction.run(
        update(ORDER_SEARCH).where(ORDER_SEARCH.c.order_id.in_(ids)).values(personal="")
    )
    transaction.run(_FORGET_SENT.where(OUTBOX.c.order_id.in_(ids)))
