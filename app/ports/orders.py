"""What a unit of work keeps of orders: themselves, and what goes out, comes in and is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.order import Order
from app.domain.printing import PrintJob
from app.domain.push import Push, PushKind


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
