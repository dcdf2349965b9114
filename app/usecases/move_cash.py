"""Put cash into the drawer or take some out, for no order."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.book_news import ShiftChanged, ShiftStep
from app.domain.errors import IllegalMove
from app.domain.money import Money
from app.domain.news import News
from app.domain.shift import CashWay
from app.domain.staff import GuardedAct
from app.domain.text import plain
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.note_money import note_movement
from app.usecases.open_drawer import drawer_news
from app.usecases.situation import conclude


@dataclass(frozen=True, slots=True)
class MoveCash:
    """Staff pay cash in or out and say why."""

    way: CashWay
    amount: Money
    reason: str


def move_cash(command: MoveCash, desk: Desk) -> list[News]:
    """Keep it for the open shift, else for the next one, and open the drawer.

    Raises IllegalMove without an amount or a reason.
    """
    reason = plain(command.reason, limit=200)
    if command.way is CashWay.NO_SALE or command.amount.minor <= 0 or not reason:
        raise IllegalMove("cash moves with an amount and a reason")
    with desk.store.begin() as work:
        need_pin(GuardedAct.CLOSING, work, desk)
        shift_id = note_movement(work, desk, command.way, command.amount, reason)
        step = ShiftStep.PAID_IN if command.way is CashWay.IN else ShiftStep.PAID_OUT
        return conclude(work, desk, news=[ShiftChanged(step, shift_id), *drawer_news(desk)])
