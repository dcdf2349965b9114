"""Reading for screens and exports, on connections that cannot write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Engine, Select, bindparam, func, or_, select
from sqlalchemy.engine import Row

from app.domain.errors import StoreUnavailable
from app.domain.events import Event, EventKind
from app.domain.history import HistoryFound, HistoryRow, HistorySearch
from app.domain.money import Money
from app.domain.practice import PRACTICE
from app.domain.product import Catalogue, PreviousCatalogue
from app.ports.books import BooksReaderPort
from app.ports.store import EndedRow, ReaderPort
from app.store.books_reader import SqlBooksReader
from app.store.catalogue import ALL_PRODUCTS, SET_ASIDE_AT, product_in
from app.store.errors import mapped_errors, readable
from app.store.records import data_from, methods_in
from app.store.search import Wanted, all_wanted
from app.store.tables import (
    EVENTS,
    MEMORY,
    ORDER_CARDS,
    ORDER_CUSTOMERS,
    ORDER_SEARCH,
    ORDERS,
    PREVIOUS_PRODUCTS,
)

_PAGE: Final = 500

_HISTORY = (
    select(
        ORDERS.c.id,
        ORDERS.c.number,
        ORDERS.c.vendor,
        ORDERS.c.state,
        ORDERS.c.payment,
        ORDERS.c.desk,
        ORDERS.c.total_minor,
        ORDERS.c.total_currency,
        ORDER_SEARCH.c.received_at,
        ORDER_CUSTOMERS.c.name,
    )
    .join_from(ORDER_SEARCH, ORDERS, ORDERS.c.id == ORDER_SEARCH.c.order_id)
    .join(ORDER_CUSTOMERS, ORDER_CUSTOMERS.c.order_id == ORDERS.c.id, isouter=True)
    .order_by(ORDER_SEARCH.c.received_at.desc(), ORDER_SEARCH.c.order_id.desc())
)
_COUNTED = select(func.count().label("found")).select_from(ORDER_SEARCH)
_EVENTS = select(EVENTS).where(EVENTS.c.order_id == bindparam("wanted")).order_by(EVENTS.c.id)
_SET_ASIDE = select(
    MEMORY.c.value,
    select(func.count()).select_from(PREVIOUS_PRODUCTS).scalar_subquery().label("how_many"),
).where(MEMORY.c.name == SET_ASIDE_AT)
_ENDED = (
    select(
        ORDERS.c.number,
        ORDERS.c.vendor,
        ORDERS.c.vendor_order_id,
        ORDERS.c.state,
        ORDERS.c.payment,
        ORDERS.c.total_minor,
        ORDERS.c.total_currency,
        ORDERS.c.received_at,
        ORDERS.c.accepted_at,
        ORDERS.c.ready_at,
        ORDERS.c.ended_at,
        ORDERS.c.payments,
    )
    .where(
        ORDERS.c.ended_at >= bindparam("since"),
        ORDERS.c.ended_at < bindparam("until"),
        ORDERS.c.vendor != PRACTICE,
    )
    .order_by(ORDERS.c.ended_at, ORDERS.c.id)
)


class SqlReader(ReaderPort):
    """Answers questions of screens; sees what is committed. Thread: its own lane."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine: Final = engine
        self._where: Final = where
        self._closed = False
        self._books: Final = SqlBooksReader(self._pages, where)

    @property
    def books(self) -> BooksReaderPort:
        """What days and shifts came to."""
        return self._books

    def history(self, search: HistorySearch) -> HistoryFound:
        """Return the orders that are looked for, newest first; see `app.store.search`."""
        wanted = [*_standing(search), *map(_is_held, all_wanted(search.text))]
        found = _HISTORY.where(*wanted).limit(search.most)
        rows = tuple(_history_row(row) for row in self._pages(found, {}))
        if len(rows) < search.most:
            return HistoryFound(rows, len(rows))
        (count,) = self._pages(_COUNTED.where(*wanted), {})
        return HistoryFound(rows, count.found)

    def events(self, order_id: str) -> Sequence[Event]:
        """Return what happened to an order, oldest first."""
        rows = list(self._pages(_EVENTS, {"wanted": order_id}))
        with readable(self._where):
            return [_event(row) for row in rows]

    def catalogue(self) -> Catalogue:
        """Return the whole catalogue, and of what size the one set aside is and since when."""
        products = tuple(product_in(row) for row in self._pages(ALL_PRODUCTS, {}))
        rows = list(self._pages(_SET_ASIDE, {}))
        with readable(self._where):
            previous = [
                PreviousCatalogue(datetime.fromisoformat(row.value), row.how_many) for row in rows
            ]
        return Catalogue(products=products, previous=previous[0] if previous else None)

    def ended(self, since: datetime, until: datetime) -> Iterator[EndedRow]:
        """Yield the orders that ended at or after `since` and before `until`, oldest end first."""
        for row in self._pages(_ENDED, {"since": since, "until": until}):
            with readable(self._where):
                ended = _ended_row(row)
            yield ended

    def close(self) -> None:
        """Answer no more questions."""
        self._closed = True

    def _pages(self, statement: Select[Any], values: Mapping[str, object]) -> Iterator[Row[Any]]:
        """Yield the rows of one consistent view of the store, without holding all of them."""
        if self._closed:
            raise StoreUnavailable("this reader is closed")
        with mapped_errors(self._where), self._engine.connect() as connection:
            found = connection.execution_options(yield_per=_PAGE).execute(statement, values)
            with readable(self._where):
                for page in found.partitions():
                    yield from page


def _standing(search: HistorySearch) -> Iterable[ColumnElement[bool]]:
    """Yield what must be true of the order beside its words."""
    if search.since is not None:
        yield ORDER_SEARCH.c.received_at >= search.since
    if search.until is not None:
        yield ORDER_SEARCH.c.received_at < search.until
    if search.vendor:
        yield ORDER_SEARCH.c.vendor == search.vendor
    else:
        yield ORDER_SEARCH.c.vendor != PRACTICE
    if search.states:
        yield ORDER_SEARCH.c.state.in_(sorted(search.states))
    if search.payments:
        yield ORDER_SEARCH.c.payment.in_(sorted(search.payments))


def _is_held(wanted: Wanted) -> ColumnElement[bool]:
    texts = [
        column.contains(text, autoescape=True)
        for text in wanted.texts
        for column in (ORDER_SEARCH.c.plain, ORDER_SEARCH.c.personal)
    ]
    if not wanted.card:
        return or_(*texts)
    card = func.lower(ORDER_CARDS.c.card_id).contains(wanted.card, autoescape=True)
    return or_(*texts, ORDER_SEARCH.c.order_id.in_(select(ORDER_CARDS.c.order_id).where(card)))


def _history_row(row: Row[Any]) -> HistoryRow:
    return HistoryRow(
        order_id=row.id,
        number=row.number,
        vendor=row.vendor,
        state=row.state,
        payment=row.payment,
        who=row.name or row.desk,
        total_minor=row.total_minor,
        currency=row.total_currency,
        at=row.received_at,
    )


def _event(row: Row[Any]) -> Event:
    return Event(row.order_id, row.at, EventKind(row.kind), data_from(row.data))


def _ended_row(row: Row[Any]) -> EndedRow:
    return EndedRow(
        number=row.number,
        vendor=row.vendor,
        vendor_order_id=row.vendor_order_id,
        state=row.state,
        payment=row.payment,
        total=Money(row.total_minor, row.total_currency),
        received_at=row.received_at,
        accepted_at=row.accepted_at,
        ready_at=row.ready_at,
        ended_at=row.ended_at,
        methods=methods_in(row.payments),
    )
