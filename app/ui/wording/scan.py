"""What a scan is answered with, large for a moment and then in the strip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.snapshot import OrderSnapshot
from app.ui.theme import Shape
from app.ui.widgets import Answer, AnswerButton, AnswerKind, Message
from app.ui.wording import scan_cards, scan_slips, staff
from app.ui.wording.figures import amount, clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.order import twins_text
from app.ui.wording.scan_questions import ask_first, asking, not_found, number_kept
from app.usecases.desk import Shop

WALK_IN: Final = "walk_in"
"""The key of the button that begins a walk-in order with the product."""

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
    **dict.fromkeys(ScanVerdict, scan_slips.opened),
    ScanVerdict.HANDED_OVER: scan_slips.handed_over,
    ScanVerdict.PAY_FIRST: scan_slips.pay_first,
    ScanVerdict.NOT_READY: scan_slips.not_ready,
    ScanVerdict.TOO_FRESH: scan_slips.too_fresh,
    ScanVerdict.ALREADY_OUT: scan_slips.already_out,
    ScanVerdict.KEPT_FOR_LATER: scan_slips.kept,
    ScanVerdict.FOUND: scan_slips.found,
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
