"""The cash drawer at a payment: which one opens, and what is said when it does not."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.news import DrawerWanted, News, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.printing import PrinterStatus
from app.usecases.desk import Desk


def drawer_for(parts: Sequence[PaymentPart], desk: Desk) -> list[News]:
    """Return what opens the drawer for a payment of which some is cash, else nothing."""
    is_cash = any(part.method is PaymentMethod.CASH for part in parts)
    printer = desk.routes.drawer
    return [DrawerWanted(printer)] if is_cash and printer else []


def drawer_answered(printer: str, status: PrinterStatus, desk: Desk) -> list[News]:
    """Say that the drawer stayed shut; the payment stands whatever the drawer does."""
    if status.word.can_print:
        return []
    data = {"printer": printer, "cause": status.word.value}
    return [Noticed(Notice(NoticeCode.DRAWER_SHUT, Tone.WARN, data=data), desk.clock.now())]
