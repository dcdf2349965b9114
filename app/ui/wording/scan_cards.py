"""What is answered to loyalty cards, to coupons, and to what could be something else."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from app.domain.order import Order
from app.domain.points import PointsState
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered
from app.domain.snapshot import OrderSnapshot
from app.ui.widgets import Answer, AnswerButton, AnswerKind
from app.ui.wording.marked import translate
from app.ui.wording.points import points_line
from app.ui.wording.scan_questions import LEAVE, MEANS
from app.usecases.desk import Shop

UNTIE: Final = "untie"
"""The key of the button that takes the card off again."""


def tied(snapshot: OrderSnapshot, _shop: Shop, _now: datetime) -> Answer:
    """Answer: the card goes to this order."""
    number = snapshot.order.number
    headline = translate("Scan", "Card read: goes to {number}").format(number=number)
    words = translate("Scan", "Not for {number}").format(number=number)
    points = snapshot.points
    can_undo = points is not None and points.can_remove
    buttons = (AnswerButton(UNTIE, words, "undo"),) if can_undo else ()
    return Answer(AnswerKind.LOYALTY_CARD, headline, lines=_line(snapshot), buttons=buttons)


def same(snapshot: OrderSnapshot, _shop: Shop, _now: datetime) -> Answer:
    """Answer: the card was there already."""
    headline = translate("Scan", "This card is on {number}").format(number=snapshot.order.number)
    return Answer(AnswerKind.LOYALTY_CARD, headline, lines=_line(snapshot))


def too_late(snapshot: OrderSnapshot, _shop: Shop, _now: datetime) -> Answer:
    """Answer: another card has this sale's points."""
    lines = (
        translate("Scan", "The points of this sale went to another card."),
        translate("Scan", "Nothing was changed."),
    )
    headline = translate("Scan", "One card for a sale")
    return Answer(AnswerKind.UNKNOWN, headline, snapshot.order.number, lines)


def for_nothing(snapshot: OrderSnapshot, _shop: Shop, _now: datetime) -> Answer:
    """Answer: the order earns no points."""
    headline = translate("Scan", "No points for this order")
    why = translate("Scan", "It was cancelled, or its money was given back.")
    if not _is_over(snapshot.order):
        why = translate("Scan", "Open the order of this card, then scan it again.")
    return Answer(AnswerKind.UNKNOWN, headline, snapshot.order.number, (why,))


def waits(_answered: ScanAnswered, _shop: Shop) -> Answer:
    """Answer: no order is open."""
    lines = (translate("Scan", "Open the order: Pult asks whether the card is meant for it."),)
    return Answer(
        AnswerKind.LOYALTY_CARD, translate("Scan", "Card read: whose order?"), lines=lines
    )


def coupon(_answered: ScanAnswered, _shop: Shop) -> Answer:
    """Answer: a coupon."""
    lines = (translate("Scan", "Pult takes no coupons. It was sent nowhere; nothing was changed."),)
    return Answer(AnswerKind.UNKNOWN, translate("Scan", "This is a coupon"), lines=lines)


def ask_first(_answered: ScanAnswered, _shop: Shop) -> Answer:
    """Answer: a card, or a key that is nobody's business; it waits for a person."""
    lines = (
        translate("Scan", "It may be a one-time key of another system, or a loyalty card."),
        translate("Scan", "It has not been sent anywhere."),
    )
    buttons = (
        AnswerButton(LEAVE, translate("Scan", "Leave it")),
        as_card_button(),
    )
    headline = translate("Scan", "Is this a loyalty card?")
    return Answer(AnswerKind.UNKNOWN, headline, lines=lines, buttons=buttons)


def as_card_button() -> AnswerButton:
    """Return the button that takes a scan for a loyalty card."""
    return AnswerButton(
        f"{MEANS}{Intent.CARD.value}", translate("Scan", "It is a loyalty card"), "card"
    )


def can_be_card(answered: ScanAnswered) -> bool:
    """Tell whether a scan with another meaning may be a loyalty card as well."""
    return Intent.CARD in answered.others


def _line(snapshot: OrderSnapshot) -> tuple[str, ...]:
    points = snapshot.points
    if points is None or points.state is PointsState.NO_CARD:
        return ()
    return (points_line(points),)


def _is_over(order: Order) -> bool:
    return order.state.is_end
