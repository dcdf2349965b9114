"""Open a shift at this till."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.book_news import ShiftChanged, ShiftStep
from app.domain.errors import IllegalMove
from app.domain.money import Money
from app.domain.news import News
from app.domain.shift import Shift
from app.usecases.desk import Desk
from app.usecases.situation import conclude


@dataclass(frozen=True, slots=True)
class OpenShift:
    """Staff have counted the float, one amount for each currency."""

    floats: tuple[Money, ...]


def open_shift(command: OpenShift, desk: Desk) -> list[News]:
    """Open it; money that was taken since the last one was closed belongs to it.

    Raises IllegalMove while another shift is open here, and for a float below zero.
    """
    check_counted(command.floats)
    with desk.store.begin() as work:
        till = desk.shop.till_id
        if work.shifts.open_at(till) is not None:
            raise IllegalMove("a shift is open at this till")
        now = desk.clock.now()
        shift = Shift(
            id=desk.ids.new(),
            till_id=till,
            opened_at=now,
            floats=command.floats,
            opened_by=desk.by,
        )
        work.shifts.add(shift)
        return conclude(work, desk, news=[ShiftChanged(ShiftStep.OPENED, shift.id)])


def check_counted(amounts: Iterable[Money]) -> None:
    """Raise IllegalMove unless they are one amount for each currency, none below zero."""
    counted = tuple(amounts)
    if any(amount.minor < 0 for amount in counted):
        raise IllegalMove("nobody counts less than nothing")
    if len({amount.currency for amount in counted}) < len(counted):
        raise IllegalMove("each currency is counted once")
