"""One unit of work: everything written in its block becomes durable together, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Engine, insert

from app.domain.events import Event, signed
from app.ports.books import OutagesPort, ShiftsPort
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
from app.ports.store import UnitOfWork
from app.store.catalogue import SqlCatalogue
from app.store.inbox import SqlInbox
from app.store.jobs import SqlPrintJobs
from app.store.memory import SqlMemory, next_number
from app.store.orders import SqlOrders
from app.store.outages import SqlOutages
from app.store.outbox import SqlOutbox
from app.store.records import data_json
from app.store.references import SqlCards, SqlReferences
from app.store.rules import SqlPauses, SqlSoldOut
from app.store.shifts import SqlShifts
from app.store.staff import SqlPins, SqlStaff
from app.store.tables import EVENTS
from app.store.transaction import Transaction

_RECORD = insert(EVENTS)


class Turn:
    """Whose turn it is to write: one unit of work at a time, the others wait. Thread: any."""

    def __init__(self) -> None:
        self._lock: Final = threading.Lock()
        self._holder: int | None = None

    def take(self) -> None:
        """Wait for the turn; raises RuntimeError when this thread has it already."""
        if self._holder == threading.get_ident():
            raise RuntimeError("a unit of work is open on this thread already")
        self._lock.acquire()
        self._holder = threading.get_ident()

    def give_back(self) -> None:
        """Let the next one write."""
        self._holder = None
        self._lock.release()


class SqlUnitOfWork(UnitOfWork):
    """One transaction with all that can be written in it.

    Thread: core by rule; another thread waits until the unit before it has ended.
    """

    def __init__(self, engine: Engine, where: str, turn: Turn, signed_by: str = "") -> None:
        self._turn: Final = turn
        self._signed_by: Final = signed_by
        self._transaction: Final = Transaction(engine, where)
        self._touched: Final[set[str]] = set()
        self.orders: OrdersPort = SqlOrders(self._transaction, self._touched)
        self.outbox: OutboxPort = SqlOutbox(self._transaction, self._touched)
        self.inbox: InboxPort = SqlInbox(self._transaction)
        self.jobs: PrintJobsPort = SqlPrintJobs(self._transaction, self._touched)
        self.memory: MemoryPort = SqlMemory(self._transaction)
        self.references: ReferencesPort = SqlReferences(self._transaction, self._touched)
        self.cards: CardsPort = SqlCards(self._transaction, self._touched)
        self.catalogue: CataloguePort = SqlCatalogue(self._transaction)
        self.sold_out: SoldOutPort = SqlSoldOut(self._transaction)
        self.pauses: PausesPort = SqlPauses(self._transaction)
        self.shifts: ShiftsPort = SqlShifts(self._transaction)
        self.outages: OutagesPort = SqlOutages(self._transaction)
        self.staff: StaffPort = SqlStaff(self._transaction)
        self.pins: PinsPort = SqlPins(self._transaction)

    def __enter__(self) -> Self:
        self._turn.take()
        try:
            self._transaction.open()
        except BaseException:
            self._turn.give_back()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._transaction.close()
        finally:
            self._turn.give_back()

    def record(self, events: Iterable[Event]) -> None:
        """Keep events in the order's history; each names who signs this unit, under `staff`."""
        rows = [
            {
                "order_id": event.order_id,
                "at": event.at,
                "kind": event.kind.value,
                "data": data_json(signed(event, self._signed_by).data),
            }
            for event in events
        ]
        if rows:
            self._transaction.run(_RECORD, rows)

    def next_number(self, day: str, kind: str) -> int:
        """Return the next figure of the daily sequence `kind`, from 1; no figure comes twice."""
        return next_number(self._transaction, day, kind)

    def commit(self) -> None:
        """Make everything durable; when that fails nothing of it is kept."""
        self._transaction.commit()

    @property
    def touched(self) -> frozenset[str]:
        """Ids of the orders of which anything was written in this block."""
        return frozenset(self._touched)
