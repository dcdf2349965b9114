"""Where everything is kept: one unit of work for writing, readers for screens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from app.domain.events import Event
from app.domain.history import HistoryFound, HistorySearch
from app.domain.money import Money
from app.domain.product import Catalogue
from app.ports.books import BooksReaderPort, OutagesPort, ShiftsPort
from app.ports.catalogue import CataloguePort
from app.ports.memory import MemoryPort
from app.ports.orders import (
    CardsPort,
    InboxPort,
    OrdersPort,
    OutboxPort,
    PrintJobsPort,
    ReferencesPort,
)
from app.ports.rules import PausesPort, SoldOutPort
from app.ports.staff import PinsPort, StaffPort


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
