"""A pre-order's number was scanned: its vendor is asked, unless the order is in work here."""

from __future__ import annotations

from app.domain.news import News
from app.domain.order import Order
from app.domain.scan import Intent, Scan
from app.domain.scan_news import LookUpWanted, ScanAnswered, ScanVerdict
from app.domain.states import OrderState
from app.usecases.answer_look_up import may_come_back
from app.usecases.desk import Desk
from app.usecases.situation import snapshot_of


def number_scanned(scan: Scan, desk: Desk, *, chosen: bool = False) -> list[News]:
    """Have the vendor asked at once, and say so.

    What may be a one-time key of another system leaves only when a person has `chosen` so. While a
    payment is open the scan waits. The number of an order that is paid already opens the order.
    """
    if desk.session.paying:
        return [ScanAnswered(ScanVerdict.KEPT_FOR_LATER, scan.intent, scan.text)]
    vendor = desk.asked[scan.intent]
    title = desk.facts_of(vendor).title
    if Intent.ONE_TIME_KEY in scan.others and not chosen:
        others = (scan.intent, *(one for one in scan.others if one is not Intent.ONE_TIME_KEY))
        return [
            ScanAnswered(
                ScanVerdict.ASK_FIRST, Intent.ONE_TIME_KEY, scan.text, others=others, vendor=title
            )
        ]
    with desk.store.begin() as work:
        order = work.orders.find(vendor, scan.text)
        if order is not None and not _is_asked_for(order, desk):
            shown = snapshot_of(order, work, desk)
            return [ScanAnswered(_verdict(order), scan.intent, scan.text, shown)]
    asking = ScanAnswered(
        ScanVerdict.ASKING, scan.intent, scan.text, others=scan.others, vendor=title
    )
    return [asking, LookUpWanted(vendor, scan)]


def _is_asked_for(order: Order, desk: Desk) -> bool:
    """Whether the vendor can still say something of it: no payment has begun."""
    if order.state.is_end:
        return may_come_back(order, desk)
    return order.state is OrderState.NEW and order.payment.blocks_hand_over


def _verdict(order: Order) -> ScanVerdict:
    if order.state is OrderState.PREPARING and not order.needs_seen:
        return ScanVerdict.NOT_READY
    if order.state is OrderState.COLLECTED and not order.needs_seen:
        return ScanVerdict.ALREADY_OUT
    return ScanVerdict.OPENED
