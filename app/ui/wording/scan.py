"""What a scan is answered with, large for a moment and then in the strip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from app.domain.basket import grouped
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState, PaymentState, SyncState
from app.ui.theme import Shape
from app.ui.widgets import Answer, AnswerButton, AnswerKind, Message
from app.ui.wording import scan_cards, staff
from app.ui.wording.card import items_line
from app.ui.wording.figures import ago, amount, clock, item_count
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.order import twins_text
from app.ui.wording.scan_questions import ask_first, asking, not_found, number_kept
from app.usecases.desk import Shop

UNDO: Final = "undo"
TAKE_PAYMENT: Final = "take_payment"
WALK_IN: Final = "walk_in"
"""The keys of an answer's buttons."""

_SHAPES: Final[Mapping[AnswerKind, Shape]] = {
    AnswerKind.HAND_OVER: Shape.OK,
    AnswerKind.PAYMENT_DUE: Shape.WARN,
    AnswerKind.NOT_READY: Shape.READY,
    AnswerKind.ALREADY_OUT: Shape.BAD,
    AnswerKind.UNKNOWN: Shape.UNCONFIRMED,
    AnswerKind.PRE_ORDER: Shape.READY,
    AnswerKind.LOYALTY_CARD: Shape.READY,
    AnswerKind.PRODUCT: Shape.READY,
}


def scan_answer(answered: ScanAnswered, shop: Shop, now: datetime) -> Answer:
    """Return the answer to one scan."""
    snapshot = answered.order
    if snapshot is None:
        return _WITHOUT_ORDER[answered.verdict](answered, shop)
    answer = _WITH_ORDER[answered.verdict](snapshot, shop, now)
    twins = twins_text(snapshot)
    return replace(answer, lines=(twins, *answer.lines)) if twins else answer


def scan_message(answered: ScanAnswered, at: datetime, shop: Shop, now: datetime) -> Message:
    """Return the same words for the strip; its key is the order's id."""
    order_id = answered.order.order.id if answered.order is not None else ""
    return answer_message(scan_answer(answered, shop, now), at, shop, order_id)


def answer_message(answer: Answer, at: datetime, shop: Shop, order_id: str = "") -> Message:
    """Return the words of an answer for the strip."""
    head = f"{answer.number}: {answer.headline}" if answer.number else answer.headline
    rest = ". ".join(line.rstrip(".") for line in answer.lines)
    return Message(
        _SHAPES[answer.kind],
        head if head.endswith("?") else f"{head}.",
        f"{rest}." if rest else "",
        clock(at, shop),
        order_id,
    )


# --- our slips ------------------------------------------------------------------------------------


def _handed_over(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> Answer:
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


def _pay_first(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> Answer:
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


def _not_ready(snapshot: OrderSnapshot, _shop: Shop, now: datetime) -> Answer:
    order = snapshot.order
    headline = translate("Scan", "Still being prepared")
    if order.state is OrderState.NEW:
        headline = translate("Scan", "Not accepted yet")
    waiting = translate("Scan", "Waiting {time}").format(time=ago(order.in_column_since, now))
    return Answer(AnswerKind.NOT_READY, headline, order.number, (waiting,))


def _too_fresh(snapshot: OrderSnapshot, _shop: Shop, _now: datetime) -> Answer:
    lines = (
        translate("Scan", "Ready a moment ago. Nothing was changed."),
        translate("Scan", "Scan again to hand over."),
    )
    return Answer(
        AnswerKind.NOT_READY, translate("Scan", "Just ready"), snapshot.order.number, lines
    )


def _already_out(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> Answer:
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


def _opened(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> Answer:
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


def _kept(snapshot: OrderSnapshot, _shop: Shop, _now: datetime) -> Answer:
    lines = (translate("Scan", "Finish the payment first."),)
    headline = translate("Scan", "Kept for later")
    return Answer(AnswerKind.NOT_READY, headline, snapshot.order.number, lines)


def _found(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> Answer:
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


# --- anything else --------------------------------------------------------------------------------

_LOOKS_LIKE: Final[Mapping[Intent, str]] = {
    Intent.COUPON: QT_TRANSLATE_NOOP("Scan", "It looks like a coupon."),
    Intent.WEB_LINK: QT_TRANSLATE_NOOP("Scan", "It looks like a web link."),
    Intent.PRE_ORDER: QT_TRANSLATE_NOOP("Scan", "It looks like an order number."),
    Intent.PRODUCT: QT_TRANSLATE_NOOP("Scan", "It looks like a product barcode."),
    Intent.ONE_TIME_KEY: QT_TRANSLATE_NOOP("Scan", "It looks like a one-time key."),
    Intent.CARD: QT_TRANSLATE_NOOP("Scan", "It looks like a loyalty card."),
}


def _unknown(answered: ScanAnswered, _shop: Shop) -> Answer:
    known = _LOOKS_LIKE.get(answered.intent)
    nothing = translate("Scan", "Nothing was changed.")
    line = f"{translate('Scan', known)} {nothing}" if known else nothing
    return Answer(
        AnswerKind.UNKNOWN,
        translate("Scan", "Pult does not know this code"),
        lines=(line, translate("Scan", "Scan the slip of an order.")),
        # What could be a key of another system is not shown to everybody at the counter.
        hint="" if answered.intent is Intent.ONE_TIME_KEY else answered.text[:80],
        buttons=(scan_cards.as_card_button(),) if scan_cards.can_be_card(answered) else (),
    )


def _misread(answered: ScanAnswered, _shop: Shop) -> Answer:
    return Answer(
        AnswerKind.UNKNOWN,
        translate("Scan", "Slip not read right"),
        lines=(translate("Scan", "Nothing was changed. Scan it again, or tap the order."),),
        hint=answered.text[:80],
    )


def _not_ours(answered: ScanAnswered, _shop: Shop) -> Answer:
    return Answer(
        AnswerKind.UNKNOWN,
        translate("Scan", "No order here has this slip"),
        lines=(translate("Scan", "It may be from another shop or very old. Ask for the number."),),
        hint=answered.text[:80],
    )


def _test(_answered: ScanAnswered, _shop: Shop) -> Answer:
    line = translate("Scan", "The scanner works. Nothing was changed.")
    return Answer(AnswerKind.PRODUCT, translate("Scan", "Test code read right"), lines=(line,))


def not_done() -> Answer:
    """Return the answer to a scan that could not be carried out."""
    return Answer(
        AnswerKind.UNKNOWN,
        translate("Scan", "This scan did nothing"),
        lines=(
            translate("Scan", "Nothing was changed, orders on the board are safe."),
            translate("Scan", "Scan it again, or tap the order."),
        ),
    )


def _product(answered: ScanAnswered, shop: Shop) -> Answer:
    product = answered.product
    if product is None:
        return _no_such_product(answered, shop)
    name = product.name(shop.language) or product.product_id
    price = product.price_in(shop.currency)
    if price is None:
        line = translate("Scan", "The catalogue names no price. Nothing was changed.")
        return Answer(AnswerKind.PRODUCT, name, lines=(line,), hint=answered.text[:80])
    button = AnswerButton(WALK_IN, translate("Scan", "Walk-in order"), "plus")
    return Answer(
        AnswerKind.PRODUCT,
        name,
        lines=(amount(price, shop),),
        hint=answered.text[:80],
        buttons=(button,) if shop.walkin else (),
    )


def _no_such_product(answered: ScanAnswered, _shop: Shop) -> Answer:
    return Answer(
        AnswerKind.UNKNOWN,
        translate("Scan", "No product has this barcode"),
        lines=(
            translate("Scan", "Nothing was changed."),
            translate("Scan", "Add it to the catalogue, or key the amount in."),
        ),
        hint=answered.text[:80],
        buttons=(scan_cards.as_card_button(),) if scan_cards.can_be_card(answered) else (),
    )


def _ask_first(answered: ScanAnswered, shop: Shop) -> Answer:
    """Ask for what a text may be that looks like a secret: a number, or somebody's card."""
    is_number = Intent.PRE_ORDER in answered.others
    return (ask_first if is_number else scan_cards.ask_first)(answered, shop)


_WITH_ORDER: Final[Mapping[ScanVerdict, Callable[[OrderSnapshot, Shop, datetime], Answer]]] = {
    **dict.fromkeys(ScanVerdict, _opened),
    ScanVerdict.HANDED_OVER: _handed_over,
    ScanVerdict.PAY_FIRST: _pay_first,
    ScanVerdict.NOT_READY: _not_ready,
    ScanVerdict.TOO_FRESH: _too_fresh,
    ScanVerdict.ALREADY_OUT: _already_out,
    ScanVerdict.KEPT_FOR_LATER: _kept,
    ScanVerdict.FOUND: _found,
    ScanVerdict.CARD_TIED: scan_cards.tied,
    ScanVerdict.CARD_SAME: scan_cards.same,
    ScanVerdict.CARD_TOO_LATE: scan_cards.too_late,
    ScanVerdict.CARD_FOR_NOTHING: scan_cards.for_nothing,
}
_WITHOUT_ORDER: Final[Mapping[ScanVerdict, Callable[[ScanAnswered, Shop], Answer]]] = {
    **dict.fromkeys(ScanVerdict, _unknown),
    ScanVerdict.PRODUCT: _product,
    ScanVerdict.NO_SUCH_PRODUCT: _no_such_product,
    ScanVerdict.MISREAD: _misread,
    ScanVerdict.NOT_OURS: _not_ours,
    ScanVerdict.ASKING: asking,
    ScanVerdict.ASK_FIRST: _ask_first,
    ScanVerdict.NOT_FOUND: not_found,
    ScanVerdict.KEPT_FOR_LATER: number_kept,
    ScanVerdict.CARD_WAITS: scan_cards.waits,
    ScanVerdict.TEST: _test,
    ScanVerdict.COUPON: scan_cards.coupon,
    ScanVerdict.WORKS_NOW: staff.works_now,
    ScanVerdict.BADGE_KEPT: staff.badge_kept,
    ScanVerdict.BADGE_TAKEN: staff.badge_taken,
}
