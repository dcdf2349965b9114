"""Close the shift of this till."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.book_news import ShiftChanged, ShiftStep
from app.domain.errors import IllegalMove
from app.domain.money import Money
from app.domain.news import News
from app.domain.staff import GuardedAct
from app.domain.text import plain
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.open_shift import check_counted
from app.usecases.situation import conclude


@dataclass(frozen=True, slots=True)
class CloseShift:
    """Staff have counted the drawer, one amount for each currency; `note` says what is odd."""

    shift_id: str
    counted: tuple[Money, ...]
    note: str = ""


def close_shift(command: CloseShift, desk: Desk) -> list[News]:
    """Close it as it was counted, whatever the difference.

    Raises IllegalMove when it is closed already or another till's.
    """
    check_counted(command.counted)
    with desk.store.begin() as work:
        shift = work.shifts.open_at(desk.shop.till_id)
        if shift is None or shift.id != command.shift_id:
            raise IllegalMove("this shift is not open here")
        need_pin(GuardedAct.CLOSING, work, desk)
        # The clock may have been set back meanwhile.
        closed_at = max(desk.clock.now(), shift.opened_at)
        note = plain(command.note, limit=300)
        work.shifts.save(
            replace(
                shift,
                closed_at=closed_at,
                counted=command.counted,
                note=note,
                closed_by=desk.by,
            )
        )
        return conclude(work, desk, news=[ShiftChanged(ShiftStep.CLOSED, shift.id)])
