"""The shifts of one unit of work, and the money that belongs to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import bindparam, insert, select, text, update

from app.domain.money import Money
from app.domain.order import PaymentMethod
from app.domain.shift import CashMovement, CashWay, Shift, Taking
from app.ports.books import ShiftsPort
from app.store.book_tables import CASH_MOVEMENTS, OPEN_SHIFTS, SHIFTS, TAKINGS
from app.store.errors import readable
from app.store.records import Values
from app.store.transaction import Transaction

_ADD = insert(SHIFTS)
_SAVE = update(SHIFTS).where(SHIFTS.c.id == bindparam("wanted"))
_GET = select(SHIFTS).where(SHIFTS.c.id == bindparam("wanted"))
# As text, word for word as in the partial index, or SQLite would not use it.
_OPEN = select(SHIFTS).where(SHIFTS.c.till_id == bindparam("wanted"), text(OPEN_SHIFTS))
_TAKE_OVER = tuple(
    update(table)
    .where(table.c.shift_id == "", table.c.till_id == bindparam("at_till"))
    .values(shift_id=bindparam("into"))
    for table in (TAKINGS, CASH_MOVEMENTS)
)


class SqlShifts(ShiftsPort):
    """Shifts, takings and cash movements in their tables. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction

    def open_at(self, till_id: str) -> Shift | None:
        """Return the shift that is open at a till; there is at most one."""
        row = self._transaction.row(_OPEN, {"wanted": till_id})
        return None if row is None else shift_in(row._mapping)

    def get(self, shift_id: str) -> Shift:
        """Return the shift; raises KeyError when there is none."""
        row = self._transaction.row(_GET, {"wanted": shift_id})
        if row is None:
            raise KeyError(shift_id)
        return shift_in(row._mapping)

    def add(self, shift: Shift) -> None:
        """Keep a new shift, and give it all money of its till that belongs to none."""
        self._transaction.run(_ADD, _shift_row(shift))
        for take_over in _TAKE_OVER:
            self._transaction.run(take_over, {"at_till": shift.till_id, "into": shift.id})

    def save(self, shift: Shift) -> None:
        """Keep the shift as it now is; raises KeyError when it was never added."""
        if not self._transaction.run(_SAVE, _shift_row(shift) | {"wanted": shift.id}):
            raise KeyError(shift.id)

    def note_taking(self, taking: Taking) -> None:
        """Keep money that was taken or given back."""
        self._transaction.run(
            insert(TAKINGS),
            {
                "till_id": taking.till_id,
                "shift_id": taking.shift_id,
                "at": taking.at,
                "order_id": taking.order_id,
                "vendor": taking.vendor,
                "method": taking.method.value,
                "minor": taking.amount.minor,
                "currency": taking.amount.currency,
            },
        )

    def note_movement(self, movement: CashMovement) -> None:
        """Keep cash that was paid in or out."""
        self._transaction.run(
            insert(CASH_MOVEMENTS),
            {
                "id": movement.id,
                "till_id": movement.till_id,
                "shift_id": movement.shift_id,
                "at": movement.at,
                "way": movement.way.value,
                "minor": movement.amount.minor,
                "currency": movement.amount.currency,
                "reason": movement.reason,
                "by": movement.by,
            },
        )


def shift_in(row: Mapping[Any, Any]) -> Shift:
    """Return the shift of a row."""
    with readable(f"shift {row['id']}"):
        return Shift(
            id=row["id"],
            till_id=row["till_id"],
            opened_at=row["opened_at"],
            floats=_amounts(row["floats"]),
            closed_at=row["closed_at"],
            counted=_amounts(row["counted"]),
            note=row["note"],
            opened_by=row["opened_by"],
            closed_by=row["closed_by"],
        )


def taking_in(row: Mapping[Any, Any]) -> Taking:
    """Return the taking of a row."""
    with readable(f"taking {row['id']}"):
        return Taking(
            till_id=row["till_id"],
            shift_id=row["shift_id"],
            at=row["at"],
            order_id=row["order_id"],
            vendor=row["vendor"],
            method=PaymentMethod(row["method"]),
            amount=Money(row["minor"], row["currency"]),
        )


def movement_in(row: Mapping[Any, Any]) -> CashMovement:
    """Return the cash movement of a row."""
    with readable(f"cash movement {row['id']}"):
        return CashMovement(
            id=row["id"],
            till_id=row["till_id"],
            shift_id=row["shift_id"],
            at=row["at"],
            way=CashWay(row["way"]),
            amount=Money(row["minor"], row["currency"]),
            reason=row["reason"],
            by=row["by"],
        )


def _shift_row(shift: Shift) -> Values:
    return {
        "id": shift.id,
        "till_id": shift.till_id,
        "opened_at": shift.opened_at,
        "closed_at": shift.closed_at,
        "floats": _amounts_json(shift.floats),
        "counted": _amounts_json(shift.counted),
        "note": shift.note,
        "opened_by": shift.opened_by,
        "closed_by": shift.closed_by,
    }


def _amounts_json(amounts: Iterable[Money]) -> str:
    return json.dumps([[each.minor, each.currency] for each in amounts])


def _amounts(text_: str) -> tuple[Money, ...]:
    return tuple(Money(int(minor), str(currency)) for minor, currency in json.loads(text_))
