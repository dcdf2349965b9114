"""The marks of a card that say how the customer wants the order, and what else stands with it."""

from __future__ import annotations

from app.domain.snapshot import OrderSnapshot
from app.domain.states import COLUMNS, KeptBack, OrderState
from app.ui.board.card import CardMark
from app.ui.theme import Shape
from app.ui.widgets.chip import ChipKind
from app.ui.wording.figures import clock, day_clock
from app.ui.wording.house_rules import sold_out_names
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


def late(snapshot: OrderSnapshot, shop: Shop) -> CardMark | None:
    """It was ordered long before it reached this till, and nobody has answered it yet."""
    order = snapshot.order
    waits = order.state is OrderState.NEW and snapshot.awaited is None
    if not waits or order.kept_back is not KeptBack.LATE:
        return None
    text = translate("Card", "Late: ordered at {time}")
    time = day_clock(order.placed_at, shop, order.received_at)
    return CardMark(ChipKind.BAD_SOLID, text.format(time=time), "clock", translate("Card", "Late"))


def sold_out(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    """Something in a new order cannot be had any more."""
    names = sold_out_names(snapshot) if snapshot.order.state is OrderState.NEW else []
    if not names:
        return None
    text = translate("Card", "Sold out: {item}")
    if len(names) > 1:
        text = translate("Card", "Sold out: {item} and {count} more")
    words = text.format(item=names[0], count=len(names) - 1)
    return CardMark(ChipKind.WARN, words, Shape.WARN)


def held(snapshot: OrderSnapshot, shop: Shop) -> CardMark | None:
    """It waits without ringing: its vendor is paused."""
    order = snapshot.order
    if order.held_until is None or order.state is not OrderState.NEW:
        return None
    text = translate("Card", "Held until {time}").format(time=clock(order.held_until, shop))
    return CardMark(ChipKind.PLAIN, text, Shape.PAUSED, translate("Card", "Held"))


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
    """It is wanted for a time, which stands in the place of the age while it rests in Later."""
    order = snapshot.order
    if order.wanted_at is None or order.rests_in_later:
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
    if not order.basket.is_delivered or (order.wanted_at is not None and not order.rests_in_later):
        return None
    text = translate("Card", "Home delivery")
    return CardMark(ChipKind.PLAIN, text, "home-delivery", picture_says_it=True)


def note(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    """The customer wrote something."""
    if not snapshot.order.customer.comment:
        return None
    return CardMark(ChipKind.PLAIN, translate("Card", "Note"), "note", picture_says_it=True)
