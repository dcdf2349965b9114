"""The cash drawer: which one opens, when, and what is said when it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.book_news import ShiftChanged, ShiftStep
from app.domain.money import Money
from app.domain.news import DrawerWanted, News, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.printing import PrinterStatus
from app.domain.shift import CashWay
from app.domain.staff import GuardedAct
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.note_money import note_movement
from app.usecases.situation import conclude


@dataclass(frozen=True, slots=True)
class OpenDrawer:
    """Staff want the drawer open without a sale, to count it."""


def open_drawer(_command: OpenDrawer, desk: Desk) -> list[News]:
    """Open the drawer, and keep that it was opened; nothing happens at a till without one."""
    if not desk.routes.drawer:
        return []
    with desk.store.begin() as work:
        need_pin(GuardedAct.CLOSING, work, desk)
        nothing = Money.zero(desk.shop.currency)
        shift_id = note_movement(work, desk, CashWay.NO_SALE, nothing, "")
        opened = ShiftChanged(ShiftStep.DRAWER_OPENED, shift_id)
        return conclude(work, desk, news=[opened, *drawer_news(desk)])


def drawer_news(desk: Desk) -> list[News]:
    """Return what opens the drawer of this till, nothing where it has none."""
    printer = desk.routes.drawer
    return [DrawerWanted(printer)] if printer else []


def drawer_for(parts: Sequence[PaymentPart], desk: Desk) -> list[News]:
    """Return what opens the drawer for a payment of which some is cash, else nothing."""
    is_cash = any(part.method is PaymentMethod.CASH for part in parts)
    return drawer_news(desk) if is_cash else []


def drawer_answered(printer: str, status: PrinterStatus, desk: Desk) -> list[News]:
    """Say that the drawer stayed shut; the payment stands whatever the drawer does."""
    if status.word.can_print:
        return []
    data = {"printer": printer, "cause": status.word.value}
    return [Noticed(Notice(NoticeCode.DRAWER_SHUT, Tone.WARN, data=data), desk.clock.now())]
