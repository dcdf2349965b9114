"""What is kept in the store in memory, and the parts of its unit of work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from app.domain.events import Event
from app.domain.order import Order
from app.domain.outage import Outage
from app.domain.pause import Pause
from app.domain.printing import JobKind, PrintJob
from app.domain.product import Product
from app.domain.push import Push, PushKind, PushState
from app.domain.shift import CashMovement, Shift, Taking
from app.domain.sold_out import SoldOut
from app.domain.staff import Person, PinRecord
from app.ports.catalogue import CataloguePort
from app.ports.memory import MemoryPort
from app.ports.orders import (
    CardsPort,
    InboxEntry,
    InboxPort,
    OrdersPort,
    OutboxPort,
    PrintJobsPort,
    ReferencesPort,
)

SET_ASIDE_AT = "catalogue set aside at"


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
    references: dict[tuple[str, str], str] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)
    previous_products: dict[str, Product] = field(default_factory=dict)
    sold_out: dict[str, SoldOut] = field(default_factory=dict)
    pauses: dict[str, Pause] = field(default_factory=dict)
    shifts: dict[str, Shift] = field(default_factory=dict)
    takings: list[Taking] = field(default_factory=list)
    movements: list[CashMovement] = field(default_factory=list)
    outages: dict[str, Outage] = field(default_factory=dict)
    staff: dict[str, Person] = field(default_factory=dict)
    pins: dict[str, PinRecord] = field(default_factory=dict)

    def copy(self) -> Kept:
        return Kept(**{name: type(held)(held) for name, held in vars(self).items()})


def check_times(row: object) -> None:
    for name in row.__dataclass_fields__:  # type: ignore[attr-defined]
        value = getattr(row, name)
        if isinstance(value, datetime) and value.tzinfo is None:
            raise ValueError("a time without zone cannot be stored")


class Unit(Protocol):
    """What the parts need of their unit of work; `working` raises RuntimeError once it ended."""

    noted: set[str]

    @property
    def working(self) -> Kept: ...


class FakePart:
    """What all parts of a unit of work share: the working copy, and who was touched."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    @property
    def kept(self) -> Kept:
        return self._unit.working

    def touch(self, order_id: str) -> None:
        self._unit.noted.add(order_id)


class FakeOrders(FakePart, OrdersPort):
    def get(self, order_id: str) -> Order:
        return self.kept.orders[order_id]

    def find(self, vendor: str, vendor_order_id: str) -> Order | None:
        return self._first(vendor=vendor, vendor_order_id=vendor_order_id)

    def find_by_slip_code(self, code: str) -> Order | None:
        return self._first(slip_code=code)

    def on_board(self) -> Sequence[Order]:
        standing = [order for order in self.kept.orders.values() if order.column is not None]
        return sorted(standing, key=lambda order: (order.received_at, order.id))

    def numbered(self, number: str) -> Sequence[Order]:
        return [order for order in self.on_board() if order.number == number]

    def to_settle(self) -> Sequence[Order]:
        waiting = [order for order in self.kept.orders.values() if order.to_settle]
        return sorted(
            waiting, key=lambda order: (min(one.since for one in order.to_settle), order.id)
        )

    def count_arrived(self, received_from: datetime, placed_before: datetime) -> int:
        return sum(
            order.received_at >= received_from and order.placed_at < placed_before
            for order in self.kept.orders.values()
        )

    def newest(self) -> Mapping[str, datetime]:
        found: dict[str, datetime] = {}
        for order in self.kept.orders.values():
            found[order.vendor] = max(order.received_at, found.get(order.vendor, order.received_at))
        return found

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
        check_times(order)
        if any(abs(money.minor) >= 2**63 for money in (order.due, order.basket.total)):
            raise ValueError("a figure is too large to be stored")
        same_id = self.find(order.vendor, order.vendor_order_id)
        for other in (same_id, self.find_by_slip_code(order.slip_code)):
            if other is not None and other.id != order.id:
                raise ValueError("another order has that vendor's id or slip code")

    def _keep(self, order: Order, raw: str | None) -> None:
        was_erased = order.id in self.kept.orders and order.id not in self.kept.raws
        self.kept.orders[order.id] = order
        if raw is not None and not (was_erased and order.state.is_end):
            self.kept.raws[order.id] = raw
        self.touch(order.id)

    def _first(self, **wanted: str) -> Order | None:
        for order in self.kept.orders.values():
            if all(getattr(order, name) == value for name, value in wanted.items()):
                return order
        return None


class FakeOutbox(FakePart, OutboxPort):
    def add(self, push: Push) -> None:
        check_times(push)
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
        check_times(push)
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

    def refused(self, kind: PushKind) -> Sequence[Push]:
        return sorted(
            (
                push
                for push in self.kept.pushes.values()
                if push.kind is kind and push.state is PushState.REFUSED
            ),
            key=lambda push: (push.created_at, push.id),
        )

    def forget_person(self, person_id: str) -> None:
        for push in list(self.kept.pushes.values()):
            if person_id and push.by == person_id and not push.state.is_open:
                self.kept.pushes[push.id] = replace(push, body="")

    def _keep(self, push: Push) -> None:
        self.kept.pushes[push.id] = push
        self.touch(push.order_id)


class FakeInbox(FakePart, InboxPort):
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
        return len(self.waiting())

    def _keep(self, entry: InboxEntry) -> None:
        check_times(entry)
        self.kept.inbox[entry.vendor, entry.vendor_order_id] = entry

    def _listed(self, *, quarantined: bool) -> Sequence[InboxEntry]:
        return sorted(
            (entry for entry in self.kept.inbox.values() if entry.quarantined is quarantined),
            key=lambda entry: (entry.received_at, entry.vendor, entry.vendor_order_id),
        )


class FakePrintJobs(FakePart, PrintJobsPort):
    _changed = False

    @property
    def changed(self) -> bool:
        return self._changed

    def add(self, job: PrintJob) -> None:
        check_times(job)
        once = job.kind in (JobKind.SLIP, JobKind.STATION)
        second_slip = once and any(
            (other.kind, other.station_printer) == (job.kind, job.station_printer)
            for other in self.of_order(job.order_id)
        )
        if second_slip or job.id in self.kept.jobs:
            raise ValueError("a job of that id, or the order's one slip, is there already")
        self._keep(job)

    def save(self, job: PrintJob) -> None:
        self.get(job.id)
        check_times(job)
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
        self._changed = True
        self.kept.jobs[job.id] = job
        self.touch(job.order_id)


class FakeMemory(FakePart, MemoryPort):
    def get(self, name: str) -> str | None:
        return self.kept.memory.get(name)

    def put(self, name: str, value: str) -> None:
        self.kept.memory[name] = value


class FakeReferences(FakePart, ReferencesPort):
    def get(self, order_id: str, system: str) -> str:
        return self.kept.references.get((order_id, system), "")

    def put(self, order_id: str, system: str, their_id: str) -> None:
        known = self.find(system, their_id)
        if known is not None:
            del self.kept.references[known, system]
        self.kept.references[order_id, system] = their_id
        self.touch(order_id)

    def find(self, system: str, their_id: str) -> str | None:
        for (order_id, known_system), known_id in self.kept.references.items():
            if (known_system, known_id) == (system, their_id):
                return order_id
        return None


class FakeCards(FakePart, CardsPort):
    def get(self, order_id: str) -> str:
        return self.kept.cards.get(order_id, "")

    def tie(self, order_id: str, card: str) -> None:
        self.kept.cards[order_id] = card
        self.touch(order_id)

    def untie(self, order_id: str) -> None:
        self.kept.cards.pop(order_id, None)
        self.touch(order_id)


class FakeCatalogue(FakePart, CataloguePort):
    def names(self, product_ids: Iterable[str], language: str) -> Mapping[str, str]:
        known = self.products(product_ids)
        named = {product_id: product.name(language) for product_id, product in known.items()}
        return {product_id: name for product_id, name in named.items() if name}

    def products(self, product_ids: Iterable[str]) -> Mapping[str, Product]:
        return {
            product_id: self.kept.products[product_id]
            for product_id in product_ids
            if product_id in self.kept.products
        }

    def all(self) -> Sequence[Product]:
        return sorted(self.kept.products.values(), key=lambda product: product.product_id)

    def find_by_barcode(self, barcode: str) -> Product | None:
        return next(
            (product for product in self.all() if barcode and product.barcode == barcode), None
        )

    def put(self, *products: Product) -> None:
        for product in products:
            self.kept.products[product.product_id] = replace(product, names=dict(product.names))

    def remove(self, *product_ids: str) -> None:
        for product_id in product_ids:
            self.kept.products.pop(product_id, None)

    def set_aside(self, now: datetime) -> None:
        self.kept.previous_products = dict(self.kept.products)
        self.kept.memory[SET_ASIDE_AT] = now.isoformat()

    def bring_back(self, now: datetime) -> bool:
        if SET_ASIDE_AT not in self.kept.memory:
            return False
        back = self.kept.previous_products
        self.set_aside(now)
        self.kept.products = dict(back)
        return True
