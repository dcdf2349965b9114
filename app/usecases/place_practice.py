"""Place a practice order, and end one that nobody finished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.basket import Basket, OrderLine
from app.domain.events import Event, EventKind
from app.domain.money import Money
from app.domain.news import News, OrdersChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.practice import PRACTICE, PRACTICE_LASTS, practice_words
from app.domain.report import Customer
from app.domain.states import OrderState, PaymentState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.situation import conclude, snapshot_of


@dataclass(frozen=True, slots=True)
class PlacePractice:
    """Staff press Practice order."""


def place_practice(_command: PlacePractice, desk: Desk) -> list[News]:
    """Put a practice order into New, where it rings like any other.

    There is one at a time: while it stands on the board nothing more happens.
    """
    with desk.store.begin() as work:
        known = _on_board(work)
        if known is not None:
            return [OrdersChanged((snapshot_of(known, work, desk),))]
        order = _order(desk)
        work.orders.add(order, "")
        work.record([Event(order.id, order.received_at, EventKind.KEYED_IN)])
        arrived = Notice(NoticeCode.NEW_ORDER, Tone.PLAIN, order.id, order.number, order.vendor)
        return conclude(work, desk, arrived)


def practice_ends_at(order: Order) -> datetime | None:
    """Return when a practice order that is still open ends by itself; None for any other order."""
    if order.vendor != PRACTICE or order.state.is_end:
        return None
    return order.received_at + PRACTICE_LASTS


def _on_board(work: UnitOfWork) -> Order | None:
    return next((order for order in work.orders.on_board() if order.vendor == PRACTICE), None)


def _order(desk: Desk) -> Order:
    now, nothing = desk.clock.now(), Money.zero(desk.shop.currency)
    words = practice_words(desk.shop.language)
    item = OrderLine(
        product_id="", name=words.item, unit_price=nothing, discount=nothing, collect=nothing
    )
    return Order(
        id=desk.ids.new(),
        vendor=PRACTICE,
        vendor_order_id=desk.ids.new(),
        number=words.number,
        number_is_ours=True,
        slip_code=desk.ids.slip_code(),
        state=OrderState.NEW,
        payment=PaymentState.NOT_DUE,
        due=nothing,
        basket=Basket(
            currency=nothing.currency,
            lines=(item,),
            tip=nothing,
            tip_collect=nothing,
            total=nothing,
            total_is_computed=False,
        ),
        customer=Customer(comment=words.comment),
        placed_at=now,
        received_at=now,
    )
