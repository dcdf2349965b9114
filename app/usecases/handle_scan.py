"""Act on a scanned code at once; staff always get an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.domain.device_news import ScanUnderstood
from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.news import News
from app.domain.order import Order
from app.domain.scan import Intent, Scan, as_meaning, barcodes_of, read_scan, same_code
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.states import Move, OrderState
from app.ports.store import UnitOfWork
from app.usecases.check_due import look_at_due
from app.usecases.desk import Desk
from app.usecases.move_order import MoveOrder, move_in
from app.usecases.scan_badge import badge_scanned
from app.usecases.scan_card import card_scanned, coupon_scanned, key_scanned
from app.usecases.scanned_number import number_scanned
from app.usecases.situation import conclude, snapshot_of

FRESH: Final = timedelta(seconds=10)
"""A slip scanned so soon after Ready opens the order; it was most likely meant to be looked at."""


@dataclass(frozen=True, slots=True)
class HandleScan:
    """A scanner has read a text; `again` when staff take up one that was kept, or have `chosen` one
    of the meanings it can have. The `scanner` is told what became of its text."""

    text: str
    again: bool = False
    chosen: Intent | None = None
    scanner: str = ""


@dataclass(frozen=True, slots=True)
class BeginPayment:
    """The payment dialog of an order is open: scans wait."""

    order_id: str


@dataclass(frozen=True, slots=True)
class EndPayment:
    """The payment dialog is closed."""


def begin_payment(command: BeginPayment, desk: Desk) -> list[News]:
    """Let scans wait for the payment in progress, and see that the amount still holds."""
    desk.session.paying = command.order_id
    return look_at_due(command.order_id, desk)


def end_payment(_command: EndPayment, desk: Desk) -> list[News]:
    """Let scans act again."""
    desk.session.paying = ""
    return []


def handle_scan(command: HandleScan, desk: Desk) -> list[News]:
    """Find out what the text means and do it; the same code within the hold-off is one scan."""
    scan = read_scan(command.text, desk.patterns)
    repeat = not command.again and _is_repeat(scan, desk)
    understood: list[News] = []
    if command.scanner:
        understood.append(ScanUnderstood(command.scanner, scan.intent, scan.others, repeat))
    if repeat:
        return understood
    badge = badge_scanned(scan, desk) if command.chosen is None else None
    if badge is not None:
        return [*understood, *badge]
    if command.chosen is not None:
        scan = as_meaning(scan, command.chosen)
    act = _BY_INTENT.get(scan.intent, _not_known)
    return [*understood, *act(scan, desk, command.chosen is scan.intent)]


def _not_known(scan: Scan, _desk: Desk, _chosen: bool) -> list[News]:
    return [ScanAnswered(ScanVerdict.UNKNOWN, scan.intent, scan.text, others=_or_card(scan))]


def _or_card(scan: Scan) -> tuple[Intent, ...]:
    """Return the one further meaning that is offered: somebody's loyalty card."""
    return tuple(intent for intent in scan.others if intent is Intent.CARD)


def _misread(scan: Scan, _desk: Desk, _chosen: bool) -> list[News]:
    return [ScanAnswered(ScanVerdict.MISREAD, scan.intent, scan.text)]


def _test(scan: Scan, _desk: Desk, _chosen: bool) -> list[News]:
    return [ScanAnswered(ScanVerdict.TEST, scan.intent, scan.text)]


def _product(scan: Scan, desk: Desk, _chosen: bool) -> list[News]:
    with desk.store.begin() as work:
        known = map(work.catalogue.find_by_barcode, barcodes_of(scan.text))
        product = next(filter(None, known), None)
    verdict = ScanVerdict.PRODUCT if product else ScanVerdict.NO_SUCH_PRODUCT
    return [ScanAnswered(verdict, scan.intent, scan.text, product=product, others=_or_card(scan))]


def _pre_order(scan: Scan, desk: Desk, chosen: bool) -> list[News]:
    if scan.intent not in desk.asked:
        return _not_known(scan, desk, chosen)
    return number_scanned(scan, desk, chosen=chosen)


def _slip(scan: Scan, desk: Desk, _chosen: bool) -> list[News]:
    with desk.store.begin() as work:
        order = work.orders.find_by_slip_code(scan.text)
        if order is None:
            return [ScanAnswered(ScanVerdict.NOT_OURS, scan.intent, scan.text)]
        if desk.session.paying:
            kept = snapshot_of(order, work, desk)
            return [ScanAnswered(ScanVerdict.KEPT_FOR_LATER, scan.intent, scan.text, kept)]
        return _slip_scanned(work, desk, order, scan)


_BY_INTENT: Final[Mapping[Intent, Callable[[Scan, Desk, bool], list[News]]]] = {
    Intent.SLIP: _slip,
    Intent.TEST: _test,
    Intent.MISREAD_SLIP: _misread,
    Intent.PRE_ORDER: _pre_order,
    Intent.PRODUCT: _product,
    Intent.COUPON: coupon_scanned,
    Intent.ONE_TIME_KEY: key_scanned,
    Intent.CARD: card_scanned,
}
"""What follows from each meaning; the last argument says that a person has chosen it."""


def _is_repeat(scan: Scan, desk: Desk) -> bool:
    """Whether a scanner, this one or another, saw the code just now; seeing it keeps it so.

    A code that stays before a camera is one scan, and so are A and B read by turns: what is in
    sight of two codes does not act again and again.
    """
    scanned, now, code = desk.session.scanned, desk.clock.now(), same_code(scan)
    hold_off = timedelta(milliseconds=desk.shop.hold_off_ms)
    repeat = code in scanned and _is_within(hold_off, scanned[code], now)
    for old in [old for old, at in scanned.items() if not _is_within(hold_off, at, now)]:
        del scanned[old]
    scanned[code] = now
    return repeat


def _is_within(span: timedelta, since: datetime, now: datetime) -> bool:
    """Whether less than `span` has passed; not when the clock was set back meanwhile."""
    return timedelta(0) <= now - since < span


def _slip_scanned(work: UnitOfWork, desk: Desk, order: Order, scan: Scan) -> list[News]:
    verdict = _verdict(order, desk)
    notices = []
    if verdict is ScanVerdict.HANDED_OVER:
        try:
            move = MoveOrder(order.id, Move.COLLECTED)
            notices.append(move_in(work, desk, order, move))
        except IllegalMove:
            verdict = ScanVerdict.OPENED
    data = {"verdict": verdict.value}
    work.record([Event(order.id, desk.clock.now(), EventKind.SCANNED, data)])
    answer = ScanAnswered(
        verdict, scan.intent, scan.text, snapshot_of(work.orders.get(order.id), work, desk)
    )
    return [answer, *conclude(work, desk, *notices)]


def _verdict(order: Order, desk: Desk) -> ScanVerdict:
    if order.needs_seen:
        return ScanVerdict.OPENED
    if order.state is OrderState.COLLECTED:
        return ScanVerdict.ALREADY_OUT
    if order.state in (OrderState.NEW, OrderState.PREPARING):
        return ScanVerdict.NOT_READY
    if order.state is not OrderState.READY:
        return ScanVerdict.OPENED
    if order.payment.blocks_hand_over:
        return ScanVerdict.PAY_FIRST
    if order.ready_at is not None and _is_within(FRESH, order.ready_at, desk.clock.now()):
        return ScanVerdict.TOO_FRESH
    return ScanVerdict.HANDED_OVER
