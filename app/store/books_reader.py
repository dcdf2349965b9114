"""Reading what days and shifts came to; practice counts nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Select, bindparam, func, or_, select, text
from sqlalchemy.engine import Row

from app.domain.books import OpenMoney, OrderCount
from app.domain.money import Money
from app.domain.outage import Outage
from app.domain.practice import PRACTICE
from app.domain.push import PushState
from app.domain.shift import CashMovement, Shift, Taking
from app.domain.states import OrderState, PaymentState
from app.ports.books import BooksReaderPort
from app.store.book_tables import CASH_MOVEMENTS, OUTAGES, SHIFTS, TAKINGS
from app.store.columns import Instant
from app.store.errors import readable
from app.store.outages import outage_in
from app.store.shifts import movement_in, shift_in, taking_in
from app.store.staff import STAFF
from app.store.tables import OPEN_PUSHES, ORDER_SEARCH, ORDERS, OUTBOX

Pages = Callable[[Select[Any], Mapping[str, object]], Iterator[Row[Any]]]

_SINCE: Final[BindParameter[datetime]] = bindparam("since", type_=Instant())
_UNTIL: Final[BindParameter[datetime]] = bindparam("until", type_=Instant())
_SHIFTS = (
    select(SHIFTS)
    .where(
        SHIFTS.c.opened_at < _UNTIL,
        or_(SHIFTS.c.closed_at.is_(None), SHIFTS.c.closed_at > _SINCE),
    )
    .order_by(SHIFTS.c.opened_at.desc(), SHIFTS.c.id)
)
_SHIFT = select(SHIFTS).where(SHIFTS.c.id == bindparam("wanted"))
_SHIFTS_OF = (
    select(SHIFTS)
    .where(SHIFTS.c.till_id == bindparam("till"))
    .order_by(SHIFTS.c.opened_at.desc(), SHIFTS.c.id)
)
_TAKINGS = (
    select(TAKINGS).where(TAKINGS.c.at >= _SINCE, TAKINGS.c.at < _UNTIL).order_by(TAKINGS.c.id)
)
_TAKINGS_OF = (
    select(TAKINGS)
    .where(TAKINGS.c.shift_id == bindparam("wanted"), TAKINGS.c.till_id == bindparam("till"))
    .order_by(TAKINGS.c.id)
)
_MOVEMENTS = (
    select(CASH_MOVEMENTS)
    .where(CASH_MOVEMENTS.c.at >= _SINCE, CASH_MOVEMENTS.c.at < _UNTIL)
    .order_by(CASH_MOVEMENTS.c.at, CASH_MOVEMENTS.c.id)
)
_MOVEMENTS_OF = (
    select(CASH_MOVEMENTS)
    .where(
        CASH_MOVEMENTS.c.shift_id == bindparam("wanted"),
        CASH_MOVEMENTS.c.till_id == bindparam("till"),
    )
    .order_by(CASH_MOVEMENTS.c.at, CASH_MOVEMENTS.c.id)
)
_COUNTED = (
    ORDERS.c.vendor,
    ORDERS.c.total_currency,
    func.count().label("how_many"),
    func.sum(ORDERS.c.total_minor).label("minor"),
)
_ENDED = (
    select(*_COUNTED, ORDERS.c.state)
    .where(ORDERS.c.ended_at >= _SINCE, ORDERS.c.ended_at < _UNTIL, ORDERS.c.vendor != PRACTICE)
    .group_by(ORDERS.c.vendor, ORDERS.c.state, ORDERS.c.total_currency)
    .order_by(ORDERS.c.vendor, ORDERS.c.state, ORDERS.c.total_currency)
)
# What stands in a column is what the partial index of the board holds.
_NOT_ENDED = (
    select(*_COUNTED)
    .where(
        ORDERS.c.board_column.is_not(None),
        ORDERS.c.ended_at.is_(None),
        ORDERS.c.received_at >= _SINCE,
        ORDERS.c.received_at < _UNTIL,
        ORDERS.c.vendor != PRACTICE,
    )
    .group_by(ORDERS.c.vendor, ORDERS.c.total_currency)
    .order_by(ORDERS.c.vendor, ORDERS.c.total_currency)
)
_UNPAID = (
    select(ORDERS)
    .where(
        ORDERS.c.ended_at >= _SINCE,
        ORDERS.c.ended_at < _UNTIL,
        ORDERS.c.state == OrderState.COLLECTED.value,
        ORDERS.c.payment.in_([PaymentState.DUE.value, PaymentState.FAILED.value]),
    )
    .order_by(ORDERS.c.ended_at, ORDERS.c.id)
)
_PUSHES_IN_DOUBT = (
    select(
        ORDERS.c.id,
        ORDERS.c.number,
        ORDERS.c.vendor,
        ORDERS.c.total_minor,
        ORDERS.c.total_currency,
        OUTBOX.c.kind,
        OUTBOX.c.system,
    )
    .join_from(OUTBOX, ORDERS, ORDERS.c.id == OUTBOX.c.order_id)
    .where(
        text(f"outbox.{OPEN_PUSHES}"),  # word for word as in the partial index
        OUTBOX.c.state == PushState.UNCONFIRMED.value,
        OUTBOX.c.created_at >= _SINCE,
        OUTBOX.c.created_at < _UNTIL,
    )
    .order_by(OUTBOX.c.created_at, OUTBOX.c.id)
)
# The table for searching is kept in time order, the orders themselves are not.
_PAYMENTS_IN_DOUBT = (
    select(ORDERS)
    .join_from(ORDER_SEARCH, ORDERS, ORDERS.c.id == ORDER_SEARCH.c.order_id)
    .where(
        ORDER_SEARCH.c.received_at >= _SINCE,
        ORDER_SEARCH.c.received_at < _UNTIL,
        ORDERS.c.payment == PaymentState.UNCONFIRMED.value,
    )
    .order_by(ORDER_SEARCH.c.received_at, ORDER_SEARCH.c.order_id)
)
_OUTAGES = (
    select(OUTAGES)
    .where(OUTAGES.c.since < _UNTIL, OUTAGES.c.until > _SINCE)
    .order_by(OUTAGES.c.since, OUTAGES.c.id)
)
_NAMES = select(STAFF.c.id, STAFF.c.name).where(STAFF.c.name != "")
PAYMENT_IN_DOUBT: Final = "payment"


class SqlBooksReader(BooksReaderPort):
    """Answers what days and shifts came to, out of what `pages` reads. Thread: its own lane."""

    def __init__(self, pages: Pages, where: str) -> None:
        self._pages: Final = pages
        self._where: Final = where

    def shifts(self, since: datetime, until: datetime) -> Sequence[Shift]:
        """Return the shifts that were open at some moment between, the newest first."""
        return [shift_in(row._mapping) for row in self._between(_SHIFTS, since, until)]

    def shift(self, shift_id: str) -> Shift | None:
        """Return one shift."""
        rows = list(self._pages(_SHIFT, {"wanted": shift_id}))
        return shift_in(rows[0]._mapping) if rows else None

    def shifts_of(self, till_id: str, limit: int) -> Sequence[Shift]:
        """Return the newest shifts of a till, the newest first."""
        rows = self._pages(_SHIFTS_OF.limit(limit), {"till": till_id})
        return [shift_in(row._mapping) for row in rows]

    def takings(self, since: datetime, until: datetime) -> Sequence[Taking]:
        """Return the money taken and given back between, at all tills, in order."""
        return [taking_in(row._mapping) for row in self._between(_TAKINGS, since, until)]

    def takings_of(self, shift_id: str, till_id: str) -> Sequence[Taking]:
        """Return the money of a shift of that till; with "" what belongs to none yet."""
        rows = self._pages(_TAKINGS_OF, {"wanted": shift_id, "till": till_id})
        return [taking_in(row._mapping) for row in rows]

    def movements(self, since: datetime, until: datetime) -> Sequence[CashMovement]:
        """Return the cash paid in and out between, at all tills, in order."""
        return [movement_in(row._mapping) for row in self._between(_MOVEMENTS, since, until)]

    def movements_of(self, shift_id: str, till_id: str) -> Sequence[CashMovement]:
        """Return the cash paid in and out of a shift of that till; "" as for `takings_of`."""
        rows = self._pages(_MOVEMENTS_OF, {"wanted": shift_id, "till": till_id})
        return [movement_in(row._mapping) for row in rows]

    def order_counts(self, since: datetime, until: datetime) -> Sequence[OrderCount]:
        """Return how many orders ended between, by vendor and state, and with state "" how many
        came in between and have not ended."""
        ended = list(self._between(_ENDED, since, until))
        open_ = list(self._between(_NOT_ENDED, since, until))
        with readable(self._where):
            counts = [_order_count(row, OrderState(row.state).value) for row in ended]
            return [*counts, *(_order_count(row, "") for row in open_)]

    def unpaid(self, since: datetime, until: datetime) -> Sequence[OpenMoney]:
        """Return the orders that were handed over between and of which money is still due."""
        rows = self._between(_UNPAID, since, until)
        return [_open_money(row, "unpaid") for row in rows]

    def unconfirmed(self, since: datetime, until: datetime) -> Sequence[OpenMoney]:
        """Return what was told or paid of orders between and is not confirmed to this hour."""
        told = [
            OpenMoney(
                row.id,
                row.number,
                row.vendor,
                row.kind,
                Money(row.total_minor, row.total_currency),
                row.system,
            )
            for row in self._between(_PUSHES_IN_DOUBT, since, until)
        ]
        known = {each.order_id for each in told}
        paid = [
            _open_money(row, PAYMENT_IN_DOUBT)
            for row in self._between(_PAYMENTS_IN_DOUBT, since, until)
            if row.id not in known
        ]
        return [*told, *paid]

    def names(self) -> Mapping[str, str]:
        """Return the names of the staff by id, those who left included."""
        return {row.id: row.name for row in self._pages(_NAMES, {})}

    def outages(self, since: datetime, until: datetime) -> Sequence[Outage]:
        """Return the outages of which some lies between, the oldest first."""
        return [outage_in(row._mapping) for row in self._between(_OUTAGES, since, until)]

    def _between(
        self, statement: Select[Any], since: datetime, until: datetime
    ) -> Iterator[Row[Any]]:
        return self._pages(statement, {"since": since, "until": until})


def _order_count(row: Row[Any], state: str) -> OrderCount:
    return OrderCount(row.vendor, state, row.how_many, Money(int(row.minor), row.total_currency))


def _open_money(row: Row[Any], what: str) -> OpenMoney:
    return OpenMoney(
        row.id, row.number, row.vendor, what, Money(row.due_minor, row.due_currency), row.vendor
    )
