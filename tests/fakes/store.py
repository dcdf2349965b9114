"""A store in memory that keeps the rules of the real one; it passes the same contract.

For unit tests of use cases and for screens. `break_down(error)` makes the next commit fail, as a
full disk would.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.domain.errors import IllegalMove, StoreUnavailable
from app.domain.events import Event, signed
from app.domain.history import HistoryFound, HistoryRow, HistorySearch
from app.domain.order import Order
from app.domain.practice import PRACTICE
from app.domain.product import Catalogue, PreviousCatalogue
from app.domain.report import Customer
from app.ports.books import BooksReaderPort, OutagesPort, ShiftsPort
from app.ports.rules import PausesPort, SoldOutPort
from app.ports.staff import PinsPort, StaffPort
from app.ports.store import (
    CardsPort,
    CataloguePort,
    EndedRow,
    InboxPort,
    MemoryPort,
    OrdersPort,
    OutboxPort,
    PrintJobsPort,
    ReaderPort,
    ReferencesPort,
    StorePort,
    UnitOfWork,
)
from app.store.search import holds, personal_text, plain_text
from tests.fakes.books import FakeBooksReader, FakeOutages, FakeShifts
from tests.fakes.rules import FakePauses, FakeSoldOut
from tests.fakes.staff import FakePins, FakeStaff
from tests.fakes.store_parts import (
    SET_ASIDE_AT,
    FakeCards,
    FakeCatalogue,
    FakeInbox,
    FakeMemory,
    FakeOrders,
    FakeOutbox,
    FakePrintJobs,
    FakeReferences,
    Kept,
    check_times,
)


class FakeUnitOfWork(UnitOfWork):
    def __init__(self, store: FakeStore, signed_by: str = "") -> None:
        self._store = store
        self._signed_by = signed_by
        self._working: Kept | None = None
        self.noted: set[str] = set()
        self.orders: OrdersPort = FakeOrders(self)
        self.outbox: OutboxPort = FakeOutbox(self)
        self.inbox: InboxPort = FakeInbox(self)
        self.jobs: PrintJobsPort = FakePrintJobs(self)
        self.memory: MemoryPort = FakeMemory(self)
        self.references: ReferencesPort = FakeReferences(self)
        self.cards: CardsPort = FakeCards(self)
        self.catalogue: CataloguePort = FakeCatalogue(self)
        self.sold_out: SoldOutPort = FakeSoldOut(self)
        self.pauses: PausesPort = FakePauses(self)
        self.shifts: ShiftsPort = FakeShifts(self)
        self.outages: OutagesPort = FakeOutages(self)
        self.staff: StaffPort = FakeStaff(self)
        self.pins: PinsPort = FakePins(self)

    @property
    def working(self) -> Kept:
        if self._working is None:
            raise RuntimeError("this unit of work has ended")
        return self._working

    def __enter__(self) -> Self:
        self._store.take_turn()
        self._working = self._store.kept.copy()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._working = None
        self._store.give_turn_back()

    def record(self, events: Iterable[Event]) -> None:
        for event in events:
            check_times(event)
            own = signed(event, self._signed_by)
            self.working.events.append(replace(own, data=dict(own.data)))

    def next_number(self, day: str, kind: str) -> int:
        following = self.working.numbers.get((day, kind), 0) + 1
        self.working.numbers[day, kind] = following
        return following

    def commit(self) -> None:
        working, self._working = self.working, None
        linked: list[Any] = [*working.events, *working.pushes.values()]
        linked += [job for job in working.jobs.values() if job.order_id]
        ids = [row.order_id for row in linked]
        ids += [*working.cards, *(order_id for order_id, _system in working.references)]
        ids += [taking.order_id for taking in working.takings]
        if any(order_id not in working.orders for order_id in ids):
            raise ValueError("something belongs to an order that is not there")
        self._store.keep(working)

    @property
    def touched(self) -> frozenset[str]:
        return frozenset(self.noted)


class FakeReader(ReaderPort):
    def __init__(self, store: FakeStore) -> None:
        self._store = store
        self._closed = False

    @property
    def books(self) -> BooksReaderPort:
        return FakeBooksReader(lambda: self._kept)

    @property
    def _kept(self) -> Kept:
        if self._closed:
            raise StoreUnavailable("this reader is closed")
        return self._store.kept

    def history(self, search: HistorySearch) -> HistoryFound:
        found = [
            order
            for order in self._kept.orders.values()
            if _is_wanted(order, search)
            and _holds(order, self._kept.cards.get(order.id, ""), search.text)
        ]
        found.sort(key=lambda order: (order.received_at, order.id), reverse=True)
        rows = tuple(_history_row(order) for order in found[: search.most])
        return HistoryFound(rows, len(found))

    def events(self, order_id: str) -> Sequence[Event]:
        return [event for event in self._kept.events if event.order_id == order_id]

    def catalogue(self) -> Catalogue:
        products = sorted(self._kept.products.values(), key=lambda product: product.product_id)
        at = self._kept.memory.get(SET_ASIDE_AT)
        count = len(self._kept.previous_products)
        previous = PreviousCatalogue(datetime.fromisoformat(at), count) if at else None
        return Catalogue(products=tuple(products), previous=previous)

    def ended(self, since: datetime, until: datetime) -> Iterator[EndedRow]:
        ended = [
            (order.ended_at, order.id, order)
            for order in self._kept.orders.values()
            if order.ended_at is not None
            and since <= order.ended_at < until
            and order.vendor != PRACTICE
        ]
        for ended_at, _id, order in sorted(ended, key=lambda entry: entry[:2]):
            yield EndedRow(
                number=order.number,
                vendor=order.vendor,
                vendor_order_id=order.vendor_order_id,
                state=order.state.value,
                payment=order.payment.value,
                total=order.basket.total,
                received_at=order.received_at,
                accepted_at=order.accepted_at,
                ready_at=order.ready_at,
                ended_at=ended_at,
                methods=tuple(dict.fromkeys(part.method.value for part in order.taken)),
            )

    def close(self) -> None:
        self._closed = True


def _is_wanted(order: Order, search: HistorySearch) -> bool:
    return (
        (search.since is None or order.received_at >= search.since)
        and (search.until is None or order.received_at < search.until)
        and (order.vendor == search.vendor if search.vendor else order.vendor != PRACTICE)
        and (not search.states or order.state in search.states)
        and (not search.payments or order.payment in search.payments)
    )


def _holds(order: Order, card: str, text: str) -> bool:
    return holds(plain_text(order), personal_text(order), card, text)


def _bare(order: Order) -> Order:
    lines = tuple(replace(line, note="") for line in order.basket.lines)
    return replace(
        order,
        customer=Customer(),
        facts=(),
        basket=replace(order.basket, lines=lines),
        reject_reason="",
        handed_over_unpaid="",
        return_notes=(),
    )


def _history_row(order: Order) -> HistoryRow:
    return HistoryRow(
        order_id=order.id,
        number=order.number,
        vendor=order.vendor,
        state=order.state.value,
        payment=order.payment.value,
        who=order.customer.name or order.desk,
        total_minor=order.basket.total.minor,
        currency=order.basket.total.currency,
        at=order.received_at,
    )


class FakeStore(StorePort):
    """The whole store in `kept`; tests may look at it, and put orders there with `with_orders`."""

    def __init__(self) -> None:
        self.kept = Kept()
        self._turn = threading.Lock()
        self._holder: int | None = None
        self._fault: Exception | None = None
        self._closed = False

    def with_orders(self, *orders: Order) -> Self:
        """Keep orders as if they had come in before the test."""
        with self.begin() as unit:
            for order in orders:
                unit.orders.add(order, "{}")
            unit.commit()
        return self

    def break_down(self, error: Exception) -> None:
        """Make the next commit fail with `error`; nothing of it is kept."""
        self._fault = error

    def begin(self, signed_by: str = "") -> UnitOfWork:
        if self._closed:
            raise StoreUnavailable("the store is closed")
        return FakeUnitOfWork(self, signed_by)

    def reader(self) -> ReaderPort:
        if self._closed:
            raise StoreUnavailable("the store is closed")
        return FakeReader(self)

    def erase_order(self, order_id: str) -> None:
        if self.kept.orders[order_id].column is not None:
            raise IllegalMove("an order on the board is still needed")
        self.kept = self.kept.copy()
        self._erase(order_id)

    def erase_personal_data(self, before: datetime, most: int) -> int:
        old = [
            (order.ended_at, order.id)
            for order in self.kept.orders.values()
            if order.ended_at is not None
            and order.ended_at < before
            and order.column is None
            and order.id in self.kept.raws
        ]
        self.kept = self.kept.copy()
        for _ended_at, order_id in sorted(old)[:most]:
            self._erase(order_id)
        return min(len(old), most)

    def forget_sent(self) -> None:
        self.kept = self.kept.copy()
        for order_id in self.kept.orders.keys() - self.kept.raws.keys():
            self._forget_sent(order_id)

    def _erase(self, order_id: str) -> None:
        kept = self.kept
        kept.orders[order_id] = _bare(kept.orders[order_id])
        kept.cards.pop(order_id, None)
        kept.raws.pop(order_id, None)
        self._forget_sent(order_id)

    def _forget_sent(self, order_id: str) -> None:
        for push in list(self.kept.pushes.values()):
            if push.order_id == order_id and not push.state.is_open:
                self.kept.pushes[push.id] = replace(push, message="", refusal="", body="")

    def backup(self, target: Path) -> None:
        raise StoreUnavailable("a store in memory has no file")

    def close(self) -> None:
        self._closed = True

    def keep(self, working: Kept) -> None:
        fault, self._fault = self._fault, None
        if fault is not None:
            raise fault
        self.kept = working

    def take_turn(self) -> None:
        if self._holder == threading.get_ident():
            raise RuntimeError("a unit of work is open on this thread already")
        self._turn.acquire()
        self._holder = threading.get_ident()

    def give_turn_back(self) -> None:
        self._holder = None
        self._turn.release()
