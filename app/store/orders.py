"""The orders of one unit of work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Row

from app.domain.order import Order
from app.ports.orders import OrdersPort
from app.store.errors import readable
from app.store.records import Values, changed, customer_row, order_from, order_row
from app.store.search import personal_text, plain_text
from app.store.tables import ORDER_CUSTOMERS, ORDER_PAYLOADS, ORDER_SEARCH, ORDERS
from app.store.transaction import Transaction

_CUSTOMER_COLUMNS: Final = [
    column for column in ORDER_CUSTOMERS.c if column is not ORDER_CUSTOMERS.c.order_id
]
_ALL = select(ORDERS, *_CUSTOMER_COLUMNS).join_from(ORDERS, ORDER_CUSTOMERS, isouter=True)
_GET = _ALL.where(ORDERS.c.id == bindparam("wanted"))
_FIND = _ALL.where(
    ORDERS.c.vendor == bindparam("wanted_vendor"),
    ORDERS.c.vendor_order_id == bindparam("wanted_id"),
)
_FIND_SLIP = _ALL.where(ORDERS.c.slip_code == bindparam("wanted"))
_ON_BOARD = _ALL.where(ORDERS.c.board_column.is_not(None)).order_by(
    ORDERS.c.received_at, ORDERS.c.id
)
_NUMBERED = _ON_BOARD.where(ORDERS.c.number == bindparam("wanted"))
_TO_SETTLE = _ALL.where(ORDERS.c.to_settle_since.is_not(None)).order_by(
    ORDERS.c.to_settle_since, ORDERS.c.id
)
_ARRIVED = (
    select(func.count().label("how_many"))
    .select_from(ORDER_SEARCH.join(ORDERS, ORDERS.c.id == ORDER_SEARCH.c.order_id))
    .where(
        ORDER_SEARCH.c.received_at >= bindparam("received_from"),
        ORDERS.c.placed_at < bindparam("placed_before"),
    )
)
_NEWEST = select(ORDERS.c.vendor, func.max(ORDERS.c.received_at).label("newest")).group_by(
    ORDERS.c.vendor
)
_ADD = insert(ORDERS)
_SAVE = update(ORDERS).where(ORDERS.c.id == bindparam("wanted"))
_ADD_CUSTOMER = insert(ORDER_CUSTOMERS)
_SAVE_CUSTOMER = update(ORDER_CUSTOMERS).where(ORDER_CUSTOMERS.c.order_id == bindparam("wanted"))
_DROP_CUSTOMER = delete(ORDER_CUSTOMERS).where(ORDER_CUSTOMERS.c.order_id == bindparam("wanted"))
_ADD_PAYLOAD = insert(ORDER_PAYLOADS)
_SAVE_PAYLOAD = update(ORDER_PAYLOADS).where(ORDER_PAYLOADS.c.order_id == bindparam("wanted"))
_ADD_SEARCH = insert(ORDER_SEARCH)
_SAVE_SEARCH = update(ORDER_SEARCH).where(
    ORDER_SEARCH.c.received_at == bindparam("wanted_at"),
    ORDER_SEARCH.c.order_id == bindparam("wanted"),
)


class SqlOrders(OrdersPort):
    """Orders in their tables; the ids written are noted in `touched`. Thread: core."""

    def __init__(self, transaction: Transaction, touched: set[str]) -> None:
        self._transaction: Final = transaction
        self._touched: Final = touched
        # As last read or written in this unit: a row that did not change is not written again.
        self._known: Final[dict[str, Order]] = {}
        # What was read and not written since: one snapshot after the other asks for it.
        self._read: Final[dict[str, Order]] = {}
        self._board: tuple[Order, ...] | None = None

    def get(self, order_id: str) -> Order:
        """Return the order; raises KeyError when there is none."""
        found = self._read.get(order_id) or self._one(_GET, {"wanted": order_id})
        if found is None:
            raise KeyError(order_id)
        return found

    def find(self, vendor: str, vendor_order_id: str) -> Order | None:
        """Return the order a vendor knows under that id."""
        return self._one(_FIND, {"wanted_vendor": vendor, "wanted_id": vendor_order_id})

    def find_by_slip_code(self, code: str) -> Order | None:
        """Return the order a slip belongs to."""
        return self._one(_FIND_SLIP, {"wanted": code})

    def on_board(self) -> Sequence[Order]:
        """Return all orders that stand in a column, oldest first."""
        if self._board is None:
            self._board = tuple(self._order(row) for row in self._transaction.rows(_ON_BOARD))
        return list(self._board)

    def numbered(self, number: str) -> Sequence[Order]:
        """Return the orders of that number that stand in a column, oldest first."""
        if self._board is not None:
            return [order for order in self._board if order.number == number]
        return [self._order(row) for row in self._transaction.rows(_NUMBERED, {"wanted": number})]

    def to_settle(self) -> Sequence[Order]:
        """Return all orders of which something is to be settled, the oldest such thing first."""
        return [self._order(row) for row in self._transaction.rows(_TO_SETTLE)]

    def count_arrived(self, received_from: datetime, placed_before: datetime) -> int:
        """Return how many orders came in at or after one moment and were placed before another."""
        asked = {"received_from": received_from, "placed_before": placed_before}
        row = self._transaction.row(_ARRIVED, asked)
        return 0 if row is None else int(row.how_many)

    def newest(self) -> Mapping[str, datetime]:
        """Return when the newest order of each vendor came in."""
        return {row.vendor: row.newest for row in self._transaction.rows(_NEWEST)}

    def add(self, order: Order, raw: str) -> None:
        """Keep a new order with the vendor's raw payload."""
        self._transaction.run(_ADD, order_row(order))
        self._transaction.run(_ADD_PAYLOAD, {"order_id": order.id, "raw": raw})
        if customer := customer_row(order):
            self._transaction.run(_ADD_CUSTOMER, customer | {"order_id": order.id})
        self._transaction.run(_ADD_SEARCH, _search_row(order))
        self._note(order)

    def save(self, order: Order, raw: str | None = None) -> None:
        """Keep the order as it now is, and the newest payload when one came with it."""
        known = self._known.get(order.id) or self.get(order.id)
        if order != known:
            if row := changed(order_row(known), order_row(order)):
                self._transaction.run(_SAVE, row | {"wanted": order.id})
            self._save_customer(order, known)
            self._save_search(order, known)
        if raw is not None:
            self._save_payload(order, raw)
        self._note(order)

    def _save_customer(self, order: Order, known: Order) -> None:
        before, after = customer_row(known), customer_row(order)
        if before == after:
            return
        if after is None:
            self._transaction.run(_DROP_CUSTOMER, {"wanted": order.id})
        elif before is None:
            self._transaction.run(_ADD_CUSTOMER, after | {"order_id": order.id})
        else:
            self._transaction.run(_SAVE_CUSTOMER, after | {"wanted": order.id})

    def _save_search(self, order: Order, known: Order) -> None:
        if _searched(order) != _searched(known):
            wanted = {"wanted": order.id, "wanted_at": known.received_at}
            self._transaction.run(_SAVE_SEARCH, _search_row(order) | wanted)

    def _save_payload(self, order: Order, raw: str) -> None:
        # Erased with the personal data: only an order that is open once more is in need of it.
        replaced = self._transaction.run(_SAVE_PAYLOAD, {"wanted": order.id, "raw": raw})
        if not replaced and not order.state.is_end:
            self._transaction.run(_ADD_PAYLOAD, {"order_id": order.id, "raw": raw})

    def _note(self, order: Order) -> None:
        self._known[order.id] = order
        self._read.pop(order.id, None)
        self._board = None
        self._touched.add(order.id)

    def _one(self, statement: Any, values: Values) -> Order | None:
        row = self._transaction.row(statement, values)
        return None if row is None else self._order(row)

    def _order(self, row: Row[Any]) -> Order:
        with readable(f"order {row.id}"):
            order = order_from(row._asdict())
        self._known[order.id] = self._read[order.id] = order
        return order


def _searched(order: Order) -> tuple[object, ...]:
    who = order.customer
    words = (order.number, order.vendor_order_id, order.desk, who.name, who.phone)
    return order.received_at, order.state, order.payment, order.basket.total, *words


def _search_row(order: Order) -> Values:
    return {
        "received_at": order.received_at,
        "order_id": order.id,
        "vendor": order.vendor,
        "state": order.state.value,
        "payment": order.payment.value,
        "plain": plain_text(order),
        "personal": personal_text(order),
    }
