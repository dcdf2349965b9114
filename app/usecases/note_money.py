"""Keeping which money came to a till and went, for its shift and its day."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.money import Money
from app.domain.order import Order, PaymentPart
from app.domain.shift import CashMovement, CashWay, Taking
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk


def note_money(
    work: UnitOfWork, desk: Desk, order: Order, parts: Iterable[PaymentPart], *, back: bool = False
) -> None:
    """Keep money taken for an order, or with `back` given back, in this unit of work.

    It belongs to the shift that is open at this till; without one the next shift takes it over.
    """
    shift = work.shifts.open_at(desk.shop.till_id)
    for part in parts:
        work.shifts.note_taking(
            Taking(
                till_id=desk.shop.till_id,
                shift_id=shift.id if shift else "",
                at=desk.clock.now(),
                order_id=order.id,
                vendor=order.vendor,
                method=part.method,
                amount=-part.amount if back else part.amount,
            )
        )


def note_movement(work: UnitOfWork, desk: Desk, way: CashWay, amount: Money, reason: str) -> str:
    """Keep cash that moved for no order, as `note_money` does; return its shift's id, or ""."""
    shift = work.shifts.open_at(desk.shop.till_id)
    movement = CashMovement(
        id=desk.ids.new(),
        till_id=desk.shop.till_id,
        shift_id=shift.id if shift else "",
        at=desk.clock.now(),
        way=way,
        amount=amount,
        reason=reason,
        by=desk.by,
    )
    work.shifts.note_movement(movement)
    return movement.shift_id
