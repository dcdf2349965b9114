"""Where everything is kept: one unit of work for writing, readers for screens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from app.domain.events import Event
from app.domain.history import HistoryFound, HistorySearch
from app.domain.money import Money
from app.domain.order import Order
from app.domain.printing import PrintJob
from app.domain.product import Catalogue, Product
from app.domain.push import Push, PushKind
from app.ports.books import BooksReaderPort, OutagesPort, ShiftsPort
from app.ports.rules import PausesPort, SoldOutPort
from app.ports.staff import PinsPort, StaffPort


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxEntry:
    """An id a vendor called with, kept until its order was read; `quarantined`: not known there."""

    vendor: str
    vendor_order_id: str
    received_at: datetime
    due_at: datetime
    tries: int = 0  # answers that said "not known"
    misses: int = 0  # tries that got no usable answer
    quarantined: bool = False


class OrdersPort(Protocol):
    """The orders of one unit of work."""

    def get(self, order_id: str) -> Order:
        """Return the order; raises KeyError when there is none."""
        ...

    def find(self, vendor: str, vendor_order_id: str) -> Order | None:
        """Return the order a vendor knows under that id."""
        ...

    def find_by_slip_code(self, code: str) -> Order | None:
        """Return the order a slip belongs to."""
        ...

    def on_board(self) -> Sequence[Order]:
        """Return all orders that stand in a column, oldest first."""
        ...

    def numbered(self, number: str) -> Sequence[Order]:
        """Return the orders of that number that stand in a column, oldest first."""
        ...

    def to_settle(self) -> Sequence[Order]:
        """Return all orders of which something is to be settled, the oldest such thing first."""
        ...

    def count_arrived(self, received_from: datetime, placed_before: datetime) -> int:
        """Return how many orders came in at or after one moment and were placed before another."""
        ...

    def newest(self) -> Mapping[str, datetime]:
        """Return when the newest order of each vendor came in."""
        ...

    def add(self, order: Order, raw: str) -> None:
        """Keep a new order with the vendor's raw payload; (vendor, vendor_order_id) and slip_code
        are unique."""
        ...

    def save(self, order: Order, raw: str | None = None) -> None:
        """Keep the order as it now is, and the newest payload when one came with it."""
        ...


class OutboxPort(Protocol):
    """What vendors have yet to be told."""

    def add(self, push: Push) -> None:
        """Keep a new push; its `sequence` must be unique for its order and system."""
        ...

    def save(self, push: Push) -> None:
        """Keep the push as it now is."""
        ...

    def get(self, push_id: str) -> Push:
        """Return the push; raises KeyError when there is none."""
        ...

    def of_order(self, order_id: str) -> Sequence[Push]:
        """Return all pushes of an order, by sequence."""
        ...

    def open(self) -> Sequence[Push]:
        """Return every push that waits for its end (WAITING, SENDING, UNCONFIRMED), by order and
        sequence."""
        ...

    def refused(self, kind: PushKind) -> Sequence[Push]:
        """Return every push of that kind that was refused, oldest first."""
        ...

    def forget_person(self, person_id: str) -> None:
        """Forget what was sent of that person's acts, once settled: it may hold the name."""
        ...


class InboxPort(Protocol):
    """Ids that vendors called with and whose orders are not read yet."""

    def add(self, vendor: str, vendor_order_id: str, now: datetime) -> None:
        """Keep the id, due now; one that waits already is made due now.

        One in quarantine leaves it and starts anew, with no tries and misses.
        """
        ...

    def save(self, entry: InboxEntry) -> None:
        """Keep the entry as it now is."""
        ...

    def remove(self, vendor: str, vendor_order_id: str) -> None:
        """Forget the id; nothing happens when it is not there."""
        ...

    def find(self, vendor: str, vendor_order_id: str) -> InboxEntry | None:
        """Return the entry, if the id waits."""
        ...

    def waiting(self) -> Sequence[InboxEntry]:
        """Return all entries not in quarantine, oldest first."""
        ...

    def quarantined(self) -> Sequence[InboxEntry]:
        """Return the entries in quarantine, oldest first."""
        ...

    def count(self) -> int:
        """Return how many entries wait to be read; those in quarantine do not."""
        ...


class PrintJobsPort(Protocol):
    """Slips on their way to paper."""

    @property
    def changed(self) -> bool:
        """Whether a job was added or saved in this unit of work."""
        ...

    def add(self, job: PrintJob) -> None:
        """Keep a new job; an order has at most one SLIP, and one STATION slip for a printer."""
        ...

    def save(self, job: PrintJob) -> None:
        """Keep the job as it now is."""
        ...

    def get(self, job_id: str) -> PrintJob:
        """Return the job; raises KeyError when there is none."""
        ...

    def of_order(self, order_id: str) -> Sequence[PrintJob]:
        """Return all jobs of an order, by copy."""
        ...

    def unsettled(self) -> Sequence[PrintJob]:
        """Return all jobs that are QUEUED, SENDING or UNSURE, oldest first."""
        ...


class MemoryPort(Protocol):
    """Small things remembered by name, such as whether a printer ever answered."""

    def get(self, name: str) -> str | None:
        """Return what was kept under the name."""
        ...

    def put(self, name: str, value: str) -> None:
        """Keep a value under the name."""
        ...


class ReferencesPort(Protocol):
    """Under which id each further system (register, loyalty) knows an order."""

    def get(self, order_id: str, system: str) -> str:
        """Return the system's own id of the order, "" when it has none."""
        ...

    def put(self, order_id: str, system: str, their_id: str) -> None:
        """Keep the system's own id of the order, which is no other order's from now on: a register
        that was set up anew counts from the beginning."""
        ...

    def find(self, system: str, their_id: str) -> str | None:
        """Return the order's id here that the system knows under `their_id`."""
        ...


class CardsPort(Protocol):
    """Which loyalty card an order's points go to; personal data."""

    def get(self, order_id: str) -> str:
        """Return the card tied to the order, "" when there is none."""
        ...

    def tie(self, order_id: str, card: str) -> None:
        """Keep the order's card, in place of any it had."""
        ...

    def untie(self, order_id: str) -> None:
        """Forget the order's card."""
        ...


class CataloguePort(Protocol):
    """The shop's own products by id."""

    def names(self, product_ids: Iterable[str], language: str) -> Mapping[str, str]:
        """Return the names that are known, in `language`, else in any language."""
        ...

    def products(self, product_ids: Iterable[str]) -> Mapping[str, Product]:
        """Return the products that are known."""
        ...

    def all(self) -> Sequence[Product]:
        """Return every product, by id."""
        ...

    def find_by_barcode(self, barcode: str) -> Product | None:
        """Return the product with that barcode; of several the one with the smallest id."""
        ...

    def put(self, *products: Product) -> None:
        """Keep products as they now are, names included."""
        ...

    def remove(self, *product_ids: str) -> None:
        """Forget products; nothing happens to those that are not there."""
        ...

    def set_aside(self, now: datetime) -> None:
        """Keep a copy of the whole catalogue as the previous one, in place of any before."""
        ...

    def bring_back(self, now: datetime) -> bool:
        """Let the catalogue and the one set aside change places; False when there is none."""
        ...


class UnitOfWork(Protocol):
    """One transaction: leaving the block without `commit` takes everything back.

    Thread: core. Every write is durable when `commit` returns, and with it the unit ends. A second
    writer waits, it is never told to try again. Raises StoreUnavailable and StoreCorrupt, and
    ValueError when a rule of the store is broken: the same id twice, a time without zone, an amount
    beyond 64 bits; an order that is not there, which `commit` finds.
    """

    orders: OrdersPort
    outbox: OutboxPort
    inbox: InboxPort
    jobs: PrintJobsPort
    memory: MemoryPort
    references: ReferencesPort
    cards: CardsPort
    catalogue: CataloguePort
    sold_out: SoldOutPort
    pauses: PausesPort
    shifts: ShiftsPort
    outages: OutagesPort
    staff: StaffPort
    pins: PinsPort

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def record(self, events: Iterable[Event]) -> None:
        """Keep events in the order's history; each names who signs this unit, under `staff`."""
        ...

    def next_number(self, day: str, kind: str) -> int:
        """Return the next figure of the daily sequence `kind`, from 1; no figure comes twice."""
        ...

    def commit(self) -> None:
        """Make everything durable."""
        ...

    @property
    def touched(self) -> frozenset[str]:
        """Ids of the orders of which anything was written in this block."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedRow:
    """One ended order for the books, without personal data; `methods` name how money was taken."""

    number: str
    vendor: str
    vendor_order_id: str
    state: str
    payment: str
    total: Money
    received_at: datetime
    accepted_at: datetime | None
    ready_at: datetime | None
    ended_at: datetime
    methods: tuple[str, ...] = ()


class ReaderPort(Protocol):
    """Reading for screens, on a connection that cannot write. Thread: its own lane.

    Raises StoreUnavailable and StoreCorrupt.
    """

    @property
    def books(self) -> BooksReaderPort:
        """What days and shifts came to."""
        ...

    def history(self, search: HistorySearch) -> HistoryFound:
        """Return the orders that are looked for: received at or after `since` and before `until`,
        of that vendor, in one of these states, and staff may mean them by `text`.

        Each word is looked for in number, vendor's number or id, vendor, desk, customer, phone and
        loyalty card, without regard to case and accents; an amount is compared with the total.
        """
        ...

    def events(self, order_id: str) -> Sequence[Event]:
        """Return what happened to an order, oldest first."""
        ...

    def catalogue(self) -> Catalogue:
        """Return the whole catalogue, and of what size the one set aside is and since when."""
        ...

    def ended(self, since: datetime, until: datetime) -> Iterable[EndedRow]:
        """Yield the orders that ended at or after `since` and before `until`, oldest end first;
        practice is left out."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


class StorePort(Protocol):
    """The store of one till or shop."""

    def begin(self, signed_by: str = "") -> UnitOfWork:
        """Open one unit of work; its events name that person, "" for nobody."""
        ...

    def reader(self) -> ReaderPort:
        """Open a reader of its own."""
        ...

    def erase_order(self, order_id: str) -> None:
        """Erase whose order this was, for good; figures and events stay.

        Raises KeyError when there is no such order, IllegalMove while it stands on the board.
        """
        ...

    def erase_personal_data(self, before: datetime, most: int) -> int:
        """Erase whose orders ended before that moment, of `most` orders at the most.

        Returns of how many; 0 when there is nothing left to erase.
        """
        ...

    def forget_sent(self) -> None:
        """Forget what was sent of erased orders and was not settled when they were erased."""
        ...

    def backup(self, target: Path) -> None:
        """Write a whole, consistent copy to a new file while work goes on.

        Raises StoreUnavailable when the file exists or cannot be written.
        """
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...
