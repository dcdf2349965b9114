"""What is kept of money and of outages, beside the orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from app.domain.books import OpenMoney, OrderCount
from app.domain.outage import Outage
from app.domain.shift import CashMovement, Shift, Taking


class ShiftsPort(Protocol):
    """The shifts of one unit of work, and the money that belongs to them."""

    def open_at(self, till_id: str) -> Shift | None:
        """Return the shift that is open at a till; there is at most one."""
        ...

    def get(self, shift_id: str) -> Shift:
        """Return the shift; raises KeyError when there is none."""
        ...

    def add(self, shift: Shift) -> None:
        """Keep a new shift, and give it all money of its till that belongs to none."""
        ...

    def save(self, shift: Shift) -> None:
        """Keep the shift as it now is; raises KeyError when it was never added."""
        ...

    def note_taking(self, taking: Taking) -> None:
        """Keep money that was taken or given back."""
        ...

    def note_movement(self, movement: CashMovement) -> None:
        """Keep cash that was paid in or out."""
        ...


class OutagesPort(Protocol):
    """The outages of one unit of work."""

    def open_at(self, till_id: str) -> Sequence[Outage]:
        """Return what is out at a till, the longest first."""
        ...

    def put(self, outage: Outage) -> None:
        """Keep the outage as it now is."""
        ...


class BooksReaderPort(Protocol):
    """Reading what days and shifts came to. Thread: its own lane.

    "Between" is at or after `since` and before `until`.
    """

    def shifts(self, since: datetime, until: datetime) -> Sequence[Shift]:
        """Return the shifts that were open at some moment between, the newest first."""
        ...

    def shift(self, shift_id: str) -> Shift | None:
        """Return one shift."""
        ...

    def shifts_of(self, till_id: str, limit: int) -> Sequence[Shift]:
        """Return the newest shifts of a till, the newest first."""
        ...

    def takings(self, since: datetime, until: datetime) -> Sequence[Taking]:
        """Return the money taken and given back between, at all tills, in order."""
        ...

    def takings_of(self, shift_id: str, till_id: str) -> Sequence[Taking]:
        """Return the money of a shift of that till; with "" what belongs to none yet."""
        ...

    def movements(self, since: datetime, until: datetime) -> Sequence[CashMovement]:
        """Return the cash paid in and out between, at all tills, in order."""
        ...

    def movements_of(self, shift_id: str, till_id: str) -> Sequence[CashMovement]:
        """Return the cash paid in and out of a shift of that till; "" as for `takings_of`."""
        ...

    def order_counts(self, since: datetime, until: datetime) -> Sequence[OrderCount]:
        """Return how many orders ended between, by vendor and state, and with state "" how many
        came in between and have not ended; practice is left out."""
        ...

    def unpaid(self, since: datetime, until: datetime) -> Sequence[OpenMoney]:
        """Return the orders that were handed over between and of which money is still due."""
        ...

    def unconfirmed(self, since: datetime, until: datetime) -> Sequence[OpenMoney]:
        """Return what was told or paid of orders between and is not confirmed to this hour."""
        ...

    def names(self) -> Mapping[str, str]:
        """Return the names of the staff by id, those who left included."""
        ...

    def outages(self, since: datetime, until: datetime) -> Sequence[Outage]:
        """Return the outages of which some lies between, the oldest first."""
        ...
