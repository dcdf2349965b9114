"""Take in what a vendor says to a question of staff's: a number typed, or one that was scanned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.errors import VendorError
from app.domain.events import Event, EventKind
from app.domain.news import News
from app.domain.notice import NoticeCode
from app.domain.order import Order
from app.domain.report import OrderReport
from app.domain.scan import Scan
from app.domain.scan_news import LookUpAnswered, ScanAnswered, ScanVerdict
from app.domain.states import OrderState, PaymentState
from app.usecases.desk import Desk
from app.usecases.look_up_problem import problem_data, problem_of
from app.usecases.receive_report import ReceiveReport, receive_report
from app.usecases.situation import conclude, snapshot_of


@dataclass(frozen=True, slots=True)
class AnswerLookUp:
    """A vendor has answered what staff asked; `scan` where a scan led to the question."""

    vendor: str
    asked: str
    answer: OrderReport | VendorError
    asked_at: datetime
    scan: Scan | None = None


def answer_look_up(command: AnswerLookUp, desk: Desk) -> list[News]:
    """Let the report change or bring in its order, and tell staff what was found."""
    answer, scan = command.answer, command.scan
    if isinstance(answer, VendorError):
        return [not_answered(command, problem_of(answer), desk, problem_data(answer))]
    news = [*_taken_up_again(answer, desk), *receive_report(ReceiveReport(answer), desk)]
    with desk.store.begin() as work:
        order = work.orders.find(command.vendor, answer.vendor_order_id)
        if order is not None:
            desk.session.dues_read[order.id] = command.asked_at
        if scan is None:
            found = order.id if order is not None else ""
            return [*news, LookUpAnswered(command.vendor, command.asked, found=found)]
        shown = None if order is None else snapshot_of(order, work, desk)
    # A payment that was begun meanwhile keeps its order.
    paying = desk.session.paying not in ("", order.id if order else "")
    verdict = ScanVerdict.KEPT_FOR_LATER if paying else ScanVerdict.FOUND
    title = desk.facts_of(command.vendor).title
    return [*news, ScanAnswered(verdict, scan.intent, scan.text, shown, vendor=title)]


def not_answered(
    command: AnswerLookUp, code: NoticeCode, desk: Desk, data: Mapping[str, str] | None = None
) -> News:
    """Return what staff are told when the question led to nothing."""
    data = data or {}
    if command.scan is None:
        return LookUpAnswered(command.vendor, command.asked, problem=code.value, data=data)
    scan = command.scan
    return ScanAnswered(
        ScanVerdict.NOT_FOUND,
        scan.intent,
        scan.text,
        others=scan.others,
        vendor=desk.facts_of(command.vendor).title,
        problem=code.value,
        data=data,
    )


def _taken_up_again(report: OrderReport, desk: Desk) -> list[News]:
    """Put an order back into New that left unpaid and is asked for again: the customer is back."""
    if report.payment is not PaymentState.DUE:
        return []
    with desk.store.begin() as work:
        order = work.orders.find(report.vendor, report.vendor_order_id)
        if order is None or not may_come_back(order, desk):
            return []
        now = desk.clock.now()
        back = replace(
            order.moved_to(OrderState.NEW, now),
            payment=PaymentState.DUE,
            due=report.due,
            ended_by=None,
            held_in=None,
            attention=None,
            undo=None,
        )
        work.orders.save(back)
        data = {"move": "BRING_BACK", "state": back.state.value}
        work.record([Event(order.id, now, EventKind.MOVED, data)])
        return conclude(work, desk)


def may_come_back(order: Order, desk: Desk) -> bool:
    """Whether an ended order can still be taken by a payment: none has accepted it yet."""
    settled = order.payment in (PaymentState.NOT_DUE, PaymentState.RETURNED)
    by_payment = desk.facts_of(order.vendor).capabilities.payment_accepts
    return by_payment and order.state.is_end and order.accepted_at is None and settled
