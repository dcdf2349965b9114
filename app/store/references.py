"""What further systems know an order by, and the loyalty card its points go to."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, delete, insert, select

from app.ports.store import CardsPort, ReferencesPort
from app.store.tables import ORDER_CARDS, ORDER_REFERENCES
from app.store.transaction import Transaction

_OF_ORDER = (
    (ORDER_REFERENCES.c.order_id == bindparam("wanted_order")),
    (ORDER_REFERENCES.c.system == bindparam("wanted_system")),
)
_GET = select(ORDER_REFERENCES.c.their_id).where(*_OF_ORDER)
_FIND = select(ORDER_REFERENCES.c.order_id).where(
    ORDER_REFERENCES.c.system == bindparam("wanted_system"),
    ORDER_REFERENCES.c.their_id == bindparam("wanted_id"),
)
_DROP = delete(ORDER_REFERENCES).where(*_OF_ORDER)
_TAKE_OVER = delete(ORDER_REFERENCES).where(
    ORDER_REFERENCES.c.system == bindparam("wanted_system"),
    ORDER_REFERENCES.c.their_id == bindparam("wanted_id"),
)
_ADD = insert(ORDER_REFERENCES)

_CARD = select(ORDER_CARDS.c.card_id).where(ORDER_CARDS.c.order_id == bindparam("wanted"))
_UNTIE = delete(ORDER_CARDS).where(ORDER_CARDS.c.order_id == bindparam("wanted"))
_TIE = insert(ORDER_CARDS)


class SqlReferences(ReferencesPort):
    """Other systems' ids of our orders in their table. Thread: core."""

    def __init__(self, transaction: Transaction, touched: set[str]) -> None:
        self._transaction: Final = transaction
        self._touched: Final = touched

    def get(self, order_id: str, system: str) -> str:
        """Return the system's own id of the order, "" when it has none."""
        wanted = {"wanted_order": order_id, "wanted_system": system}
        row = self._transaction.row(_GET, wanted)
        return "" if row is None else str(row.their_id)

    def put(self, order_id: str, system: str, their_id: str) -> None:
        """Keep the system's own id of the order, which is no other order's from now on."""
        self._transaction.run(_TAKE_OVER, {"wanted_system": system, "wanted_id": their_id})
        self._transaction.run(_DROP, {"wanted_order": order_id, "wanted_system": system})
        row = {"order_id": order_id, "system": system, "their_id": their_id}
        self._transaction.run(_ADD, row)
        self._touched.add(order_id)

    def find(self, system: str, their_id: str) -> str | None:
        """Return the order's id here that the system knows under `their_id`."""
        wanted = {"wanted_system": system, "wanted_id": their_id}
        row = self._transaction.row(_FIND, wanted)
        return None if row is None else str(row.order_id)


class SqlCards(CardsPort):
    """Loyalty cards by order in their table. Thread: core."""

    def __init__(self, transaction: Transaction, touched: set[str]) -> None:
        self._transaction: Final = transaction
        self._touched: Final = touched

    def get(self, order_id: str) -> str:
        """Return the card tied to the order, "" when there is none."""
        row = self._transaction.row(_CARD, {"wanted": order_id})
        return "" if row is None else str(row.card_id)

    def tie(self, order_id: str, card: str) -> None:
        """Keep the order's card, in place of any it had."""
        self.untie(order_id)
        self._transaction.run(_TIE, {"order_id": order_id, "card_id": card})

    def untie(self, order_id: str) -> None:
        """Forget the order's card."""
        self._transaction.run(_UNTIE, {"wanted": order_id})
        self._touched.add(order_id)
