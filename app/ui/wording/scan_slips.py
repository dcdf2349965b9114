"""What is answered to the slip of an order, and to a number whose order is here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.domain.basket import grouped
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState, PaymentState, SyncState
from app.ui.widgets import Answer, AnswerButton, AnswerKind
from app.ui.wording.card import items_line
from app.ui.wording.figures import ago, amount, clock, item_count
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop

UNDO: Final = "undo"
TAKE_PAYMENT: Final = "take_payment"
"""The keys of an answer's buttons."""


def handed_over(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> Answer:
    """Answer: the order is to be given to the customer."""
    lines = [_what(snapshot)]
    told = translate("Scan", "Marked collected.")
    undo: tuple[AnswerButton, ...] = ()
    if snapshot.order.undo is not None:
        in_step = SyncState.IN_STEP
        if snapshot.syncs.get(snapshot.order.vendor, in_step) is not in_step:
            told = translate("Scan", "Marked collected. {vendor} is told when Undo has run out.")
        undo = (AnswerButton(UNDO, translate("Scan", "Undo"), "undo", counts=True),)
    lines.append(told.format(vendor=snapshot.vendor_title))
    return Answer(
        AnswerKind.HAND_OVER,
        translate("Scan", "Hand over"),
        snapshot.order.number,
        tuple(line for line in lines if line),
        buttons=undo,
    )


def pay_first(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> Answer:
    """Answer: money is due before the order may go."""
    order = snapshot.order
    headline = translate("Scan", "Take {amount} first").format(amount=amount(order.due, shop))
    if order.due_doubt:
        headline = translate("Scan", "Ask what is to be paid")
    line = translate("Scan", "Ready, but not fully paid")
    if order.payment is PaymentState.FAILED:
        line = translate("Scan", "Ready, but the payment failed")
    take = AnswerButton(TAKE_PAYMENT, translate("Scan", "Take payment"), "banknote")
    offers = snapshot.offers(Move.TAKE_PAYMENT) is not None
    return Answer(
        AnswerKind.PAYMENT_DUE,
        headline,
        order.number,
        (line,),
        buttons=(take,) if offers else (),
    )


def not_ready(snapshot: OrderSnapshot, _shop: Shop, now: datetime) -> Answer:
    """Answer: the order is still being made."""
    order = snapshot.order
    headline = translate("Scan", "Still being prepared")
    if order.state is OrderState.NEW:
        headline = translate("Scan", "Not accepted yet")
    waiting = translate("Scan", "Waiting {time}").format(time=ago(order.in_column_since, now))
    return Answer(AnswerKind.NOT_READY, headline, order.number, (waiting,))


def too_fresh(snapshot: OrderSnapshot, _shop: Shop, _now: datetime) -> Answer:
    """Answer: it became ready a moment ago, and stays."""
    lines = (
        translate("Scan", "Ready a moment ago. Nothing was changed."),
        translate("Scan", "Scan again to hand over."),
    )
    return Answer(
        AnswerKind.NOT_READY, translate("Scan", "Just ready"), snapshot.order.number, lines
    )


def already_out(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> Answer:
    """Answer: somebody had this order already."""
    ended = snapshot.order.ended_at
    line = ""
    if ended is not None:
        line = translate("Scan", "{time}, {ago} ago")
        line = line.format(time=clock(ended, shop), ago=ago(ended, now))
    headline = translate("Scan", "Already handed over")
    return Answer(AnswerKind.ALREADY_OUT, headline, snapshot.order.number, (line,) if line else ())


_STATES: Final[Mapping[OrderState, str]] = {
    OrderState.NEW: QT_TRANSLATE_NOOP("Scan", "New"),
    OrderState.PREPARING: QT_TRANSLATE_NOOP("Scan", "Being prepared"),
    OrderState.READY: QT_TRANSLATE_NOOP("Scan", "Ready"),
    OrderState.COLLECTED: QT_TRANSLATE_NOOP("Scan", "Collected"),
    OrderState.REJECTED: QT_TRANSLATE_NOOP("Scan", "Rejected"),
    OrderState.LEFT: QT_TRANSLATE_NOOP("Scan", "Closed as Left"),
    OrderState.CANCELLED: QT_TRANSLATE_NOOP("Scan", "Cancelled"),
}


def opened(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> Answer:
    """Answer: the order is open now, and how it stands."""
    order = snapshot.order
    if order.payment is PaymentState.UNCONFIRMED:
        todo = translate("Scan", "Do not charge again. Open it to see what to do.")
        headline = translate("Scan", "Payment not confirmed")
        return Answer(AnswerKind.UNKNOWN, headline, order.number, (todo,))
    kind = AnswerKind.ALREADY_OUT if order.state.is_end else AnswerKind.NOT_READY
    lines: tuple[str, ...] = ()
    if order.ended_at is not None and order.state.is_end:
        since = translate("Scan", "Since {time}").format(time=clock(order.ended_at, shop))
        lines = (since, translate("Scan", "Do not hand it over."))
    return Answer(kind, translate("Scan", _STATES[order.state]), order.number, lines)


def kept(snapshot: OrderSnapshot, _shop: Shop, _now: datetime) -> Answer:
    """Answer: a payment is going on."""
    lines = (translate("Scan", "Finish the payment first."),)
    headline = translate("Scan", "Kept for later")
    return Answer(AnswerKind.NOT_READY, headline, snapshot.order.number, lines)


def found(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> Answer:
    """Answer: the vendor's order is here, to be paid or not."""
    order = snapshot.order
    headline = translate("Scan", "Nothing to pay here")
    if order.payment.blocks_hand_over:
        headline = translate("Scan", "Take {amount}").format(amount=amount(order.due, shop))
    line = translate("Scan", "{vendor} {number}")
    line = line.format(vendor=snapshot.vendor_title, number=order.vendor_order_id)
    who = (order.customer.name,) if order.customer.name else ()
    return Answer(AnswerKind.PRE_ORDER, headline, order.number, (line, *who))


def _what(snapshot: OrderSnapshot) -> str:
    basket = snapshot.order.basket
    if len(grouped(basket.lines)) > 2:
        return item_count(basket.item_count)
    return items_line(snapshot)
