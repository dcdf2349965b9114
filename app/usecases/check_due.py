"""What is to be paid is read again right before the money is taken, where the payment accepts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.domain.errors import VendorError
from app.domain.news import CommandRefused, DueChecked, DueWanted, News, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.report import OrderReport
from app.usecases.desk import Desk
from app.usecases.look_up_problem import problem_data, problem_of
from app.usecases.receive_report import ReceiveReport, receive_report

FRESH: Final = timedelta(seconds=30)
"""An amount read longer ago is not taken."""
JUST_NOW: Final = timedelta(seconds=5)
"""An amount read so lately is not read again when the payment is opened."""


@dataclass(frozen=True, slots=True)
class CheckDue:
    """An order whose payment is open has been read again; `asked_at` is when that began."""

    order_id: str
    answer: OrderReport | VendorError
    asked_at: datetime


def look_at_due(order_id: str, desk: Desk, within: timedelta = JUST_NOW) -> list[News]:
    """Return that the amount holds when it was read `within` that time, else that it is wanted."""
    with desk.store.begin() as work:
        order = work.orders.get(order_id)
    if not desk.facts_of(order.vendor).capabilities.payment_accepts:
        return []
    if _is_read(order, desk, within):
        return [DueChecked(order_id)]
    return [DueWanted(order_id, order.vendor, order.vendor_order_id)]


def check_due(command: CheckDue, desk: Desk) -> list[News]:
    """Let the reading change the order, and say whether money may be taken."""
    answer = command.answer
    if isinstance(answer, VendorError):
        desk.session.dues_read.pop(command.order_id, None)
        return [DueChecked(command.order_id, problem_of(answer).value, problem_data(answer))]
    news = receive_report(ReceiveReport(answer), desk)
    desk.session.dues_read[command.order_id] = command.asked_at
    return [*news, DueChecked(command.order_id)]


def must_be_read(order: Order, desk: Desk) -> bool:
    """Whether the amount was read too long ago for money to be taken."""
    accepts = desk.facts_of(order.vendor).capabilities.payment_accepts
    return accepts and not _is_read(order, desk, FRESH)


def not_checked(order: Order, command: str, desk: Desk) -> list[News]:
    """Return what staff are told when no money was noted for want of a fresh amount."""
    notice = Notice(NoticeCode.DUE_NOT_CHECKED, Tone.BAD, order.id, order.number, order.vendor)
    return [CommandRefused(command, order.id), Noticed(notice, desk.clock.now())]


def _is_read(order: Order, desk: Desk, within: timedelta) -> bool:
    read_at = desk.session.dues_read.get(order.id)
    # Below zero the clock was set back meanwhile.
    return read_at is not None and timedelta(0) <= desk.clock.now() - read_at < within
