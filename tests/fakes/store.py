"""A store in memory that keeps the rules of the real one; it passes the same contract.

For unit tests of use cases and for screens. `break_down(error)` makes the next commit fail, as a
full disk would.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.domain.errors import StoreUnavailable
from app.domain.events import Event
from app.domain.order import Order
from app.domain.printing import JobKind, PrintJob
from app.domain.push import Push
from app.ports.store import (
    CataloguePort,
    EndedRow,
    HistoryRow,
    InboxEntry,
    InboxPort,
    MemoryPort,
    OrdersPort,
    OutboxPort,
    PrintJobsPort,
    ReaderPort,
    StorePort,
    UnitOfWork,
)
from app.store.search import personal_text, plain_text, wanted_texts


@dataclass
class Kept:
    """Everything that is committed; what is in it never changes, it is only replaced."""

    orders: dict[str, Order] = field(default_factory=dict)
    raws: dict[str, str] = field(default_factory=dict)
    pushes: dict[str, Push] = field(default_factory=dict)
    inbox: dict[tuple[str, str], InboxEntry] = field(default_factory=dict)
    jobs: dict[str, PrintJob] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    memory: dict[str, str] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)

    def copy(self) -> Kept:
        return Kept(**{name: type(held)(held) for name, held in vars(self).items()})


def _check_times(row: object) -> None:
    for name in row.__dataclass_fields__:  # type: ignore[attr-defined]
        value = getattr(row, name)
        if isinstance(value, datetime) and value.tzinfo is None:
            raise ValueError("a time without zone cannot be stored")


class _Part:
    """What all parts of a unit of work share: the working copy, and that it may have ended."""

    def __init__(self, unit: FakeUnitOfWork) -> None:
        self._unit = unit

    @property
    def kept(self) -> Kept:
        return self._unit.working

    def touch(self, order_id: str) -> None:
        if order_id:
            self._unit.noted.add(order_id)


class FakeOrders(_Part, OrdersPort):
    def get(self, order_id: str) -> Order:
        return self.kept.orders[order_id]

    def find(self, vendor: str, vendor_order_id: str) -> Order | None:
        return self._first(vendor=vendor, vendor_order_id=vendor_order_id)

    def find_by_slip_code(self, code: str) -> Order | None:
        return self._first(slip_code=code)

    def on_board(self) -> Sequence[Order]:
        standing = [order for order in self.kept.orders.values() if order.column is not None]
        return sorted(standing, key=lambda order: (order.received_at, order.id))

    def add(self, order: Order, raw: str) -> None:
        if order.id in self.kept.orders:
            raise ValueError("an order of that id is there already")
        self._check(order)
        self._keep(order, raw)

    def save(self, order: Order, raw: str | None = None) -> None:
        self.get(order.id)
        self._check(order)
        self._keep(order, raw)

    def _check(self, order: Order) -> None:
        _check_times(order)
        same_id = self.find(order.vendor, order.vendor_order_id)
        for other in (same_id, self.find_by_slip_code(order.slip_code)):
            if other is not None and other.id != order.id:
                raise ValueError("another order has that vendor's id or slip code")

    def _keep(self, order: Order, raw: str | None) -> None:
        self.kept.orders[order.id] = order
        if raw is not None:
            self.kept.raws[order.id] = raw
        self.touch(order.id)

    def _first(self, **wanted: str) -> Order | None:
        for order in self.kept.orders.values():
            if all(getattr(order, name) == value for name, value in wanted.items()):
                return order
        return None


class FakeOutbox(_Part, OutboxPort):
    def add(self, push: Push) -> None:
        _check_times(push)
        same = [
            other
            for other in self.of_order(push.order_id)
            if (other.system, other.sequence) == (push.system, push.sequence)
        ]
        if same or push.id in self.kept.pushes:
            raise ValueError("a push of that id or sequence is there already")
        self._keep(push)

    def save(self, push: Push) -> None:
        self.get(push.id)
        _check_times(push)
        self._keep(push)

    def get(self, push_id: str) -> Push:
        return self.kept.pushes[push_id]

    def of_order(self, order_id: str) -> Sequence[Push]:
        return sorted(
            (push for push in self.kept.pushes.values() if push.order_id == order_id),
            key=lambda push: (push.sequence, push.system),
        )

    def open(self) -> Sequence[Push]:
        return sorted(
            (push for push in self.kept.pushes.values() if push.state.is_open),
            key=lambda push: (push.order_id, push.sequence, push.system),
        )

    def _keep(self, push: Push) -> None:
        self.kept.pushes[push.id] = push
        self.touch(push.order_id)


class FakeInbox(_Part, InboxPort):
    def add(self, vendor: str, vendor_order_id: str, now: datetime) -> None:
        known = self.find(vendor, vendor_order_id)
        if known is None:
            known = InboxEntry(
                vendor=vendor, vendor_order_id=vendor_order_id, received_at=now, due_at=now
            )
        elif known.quarantined:
            known = replace(known, quarantined=False, tries=0, misses=0)
        self._keep(replace(known, due_at=now))

    def save(self, entry: InboxEntry) -> None:
        if self.find(entry.vendor, entry.vendor_order_id) is None:
            raise KeyError(entry.vendor_order_id)
        self._keep(entry)

    def remove(self, vendor: str, vendor_order_id: str) -> None:
        self.kept.inbox.pop((vendor, vendor_order_id), None)

    def find(self, vendor: str, vendor_order_id: str) -> InboxEntry | None:
        return self.kept.inbox.get((vendor, vendor_order_id))

    def waiting(self) -> Sequence[InboxEntry]:
        return self._listed(quarantined=False)

    def quarantined(self) -> Sequence[InboxEntry]:
        return self._listed(quarantined=True)

    def count(self) -> int:
        return len(self.kept.inbox)

    def _keep(self, entry: InboxEntry) -> None:
        _check_times(entry)
        self.kept.inbox[entry.vendor, entry.vendor_order_id] = entry

    def _listed(self, *, quarantined: bool) -> Sequence[InboxEntry]:
        return sorted(
            (entry for entry in self.kept.inbox.values() if entry.quarantined is quarantined),
            key=lambda entry: (entry.received_at, entry.vendor, entry.vendor_order_id),
        )


class FakePrintJobs(_Part, PrintJobsPort):
    def add(self, job: PrintJob) -> None:
        _check_times(job)
        slips = [other for other in self.of_order(job.order_id) if other.kind is JobKind.SLIP]
        second_slip = bool(job.order_id and slips and job.kind is JobKind.SLIP)
        if second_slip or job.id in self.kept.jobs:
            raise ValueError("a job of that id, or the order's one slip, is there already")
        self._keep(job)

    def save(self, job: PrintJob) -> None:
        self.get(job.id)
        _check_times(job)
        self._keep(job)

    def get(self, job_id: str) -> PrintJob:
        return self.kept.jobs[job_id]

    def of_order(self, order_id: str) -> Sequence[PrintJob]:
        return sorted(
            (job for job in self.kept.jobs.values() if order_id and job.order_id == order_id),
            key=lambda job: (job.copy, job.created_at, job.id),
        )

    def unsettled(self) -> Sequence[PrintJob]:
        return sorted(
            (job for job in self.kept.jobs.values() if not job.state.is_settled),
            key=lambda job: (job.created_at, job.id),
        )

    def _keep(self, job: PrintJob) -> None:
        self.kept.jobs[job.id] = job
        self.touch(job.order_id)


class FakeMemory(_Part, MemoryPort):
    def get(self, name: str) -> str | None:
        return self.kept.memory.get(name)

    def put(self, name: str, value: str) -> None:
        self.kept.memory[name] = value


class FakeCatalogue(_Part, CataloguePort):
    def names(self, product_ids: Iterable[str], language: str) -> Mapping[str, str]:
        found = {}
        for product_id in product_ids:
            if known := self.kept.names.get(product_id):
                found[product_id] = known.get(language) or known[min(known)]
        return found

    def put(self, product_id: str, names: Mapping[str, str]) -> None:
        self.kept.names[product_id] = dict(names)


class FakeUnitOfWork(UnitOfWork):
    def __init__(self, store: FakeStore) -> None:
        self._store = store
        self._working: Kept | None = None
        self.noted: set[str] = set()
        self.orders: OrdersPort = FakeOrders(self)
        self.outbox: OutboxPort = FakeOutbox(self)
        self.inbox: InboxPort = FakeInbox(self)
        self.jobs: PrintJobsPort = FakePrintJobs(self)
        self.memory: MemoryPort = FakeMemory(self)
        self.catalogue: CataloguePort = FakeCatalogue(self)

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
            _check_times(event)
            self.working.events.append(replace(event, data=dict(event.data)))

    def next_number(self, day: str, kind: str) -> int:
        following = self.working.numbers.get((day, kind), 0) + 1
        self.working.numbers[day, kind] = following
        return following

    def commit(self) -> None:
        working, self._working = self.working, None
        linked: list[Any] = [*working.events, *working.pushes.values()]
        linked += [job for job in working.jobs.values() if job.order_id]
        if any(row.order_id not in working.orders for row in linked):
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
    def _kept(self) -> Kept:
        if self._closed:
            raise StoreUnavailable("this reader is closed")
        return self._store.kept

    def history(self, text: str, *, since: datetime | None, limit: int) -> Sequence[HistoryRow]:
        found = [
            order
            for order in self._kept.orders.values()
            if (since is None or order.received_at >= since) and _holds(order, text)
        ]
        found.sort(key=lambda order: (order.received_at, order.id), reverse=True)
        return [_history_row(order) for order in found[:limit]]

    def events(self, order_id: str) -> Sequence[Event]:
        return [event for event in self._kept.events if event.order_id == order_id]

    def ended(self, since: datetime, until: datetime) -> Iterator[EndedRow]:
        ended = [
            (order.ended_at, order.id, order)
            for order in self._kept.orders.values()
            if order.ended_at is not None and since <= order.ended_at < until
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


def _holds(order: Order, text: str) -> bool:
    held = f"{plain_text(order)}\n{personal_text(order)}"
    return not text.strip() or any(wanted in held for wanted in wanted_texts(text))


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

    def begin(self) -> UnitOfWork:
        if self._closed:
            raise StoreUnavailable("the store is closed")
        return FakeUnitOfWork(self)

    def reader(self) -> ReaderPort:
        if self._closed:
            raise StoreUnavailable("the store is closed")
        return FakeReader(self)

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
