"""The marks of a card that say how the customer wants the order, and what else stands with it."""

from __future__ import annotations

from app.domain.snapshot import OrderSnapshot
from app.domain.states import COLUMNS
from app.ui.board.card import CardMark
from app.ui.theme import Shape
from app.ui.widgets.chip import ChipKind
from app.ui.wording.figures import clock, day_clock
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


def refunded(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    """The vendor gave the customer money back."""
    order = snapshot.order
    if order.state not in COLUMNS or all(fact.key != "refunded" for fact in order.facts):
        return None
    text = translate("Card", "Refunded by {vendor}").format(vendor=snapshot.vendor_title)
    return CardMark(ChipKind.BAD, text, Shape.BAD, translate("Card", "Refunded"))


def on_the_way(snapshot: OrderSnapshot, shop: Shop) -> CardMark | None:
    """It has left the counter."""
    left_at = snapshot.on_the_way_at
    if left_at is None:
        return None
    text = translate("Card", "On the way since {time}").format(time=clock(left_at, shop))
    return CardMark(ChipKind.PLAIN, text, "bicycle", translate("Card", "On the way"))


def pick_up(snapshot: OrderSnapshot, shop: Shop) -> CardMark | None:
    """It is wanted for a time."""
    order = snapshot.order
    if order.wanted_at is None:
        return None
    # An hour alone would be read as today's.
    time = day_clock(order.wanted_at, shop, order.received_at)
    if order.basket.is_delivered:
        text = translate("Card", "Delivery {time}").format(time=time)
        return CardMark(ChipKind.PLAIN, text, "home-delivery")
    return CardMark(ChipKind.PLAIN, translate("Card", "Pick-up {time}").format(time=time), "clock")


def delivery(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    """It is taken to the customer."""
    order = snapshot.order
    if not order.basket.is_delivered or order.wanted_at is not None:
        return None
    return CardMark(ChipKind.PLAIN, translate("Card", "Home delivery"), "home-delivery")


def note(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    """The customer wrote something."""
    if not snapshot.order.customer.comment:
        return None
    return CardMark(ChipKind.PLAIN, translate("Card", "Note"), "note")
