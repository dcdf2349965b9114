"""Compose the slip of an order that never was, to show what a shop's slips look like."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from app.domain.basket import Basket, OrderLine, computed_total
from app.domain.capabilities import Capabilities
from app.domain.money import Money
from app.domain.order import Order
from app.domain.printing import JobKind, PrintJob
from app.domain.report import Customer
from app.domain.slip import Slip
from app.domain.slip_template import SlipTemplate
from app.domain.states import JobState, OrderState, PaymentState
from app.ports.clock import ClockPort
from app.usecases.compose_slip import slip_of
from app.usecases.desk import Shop, VendorFacts

SAMPLE_CODE: Final = "PULT-TEST"  # read as one of our slips, and as nobody's
_VENDOR: Final = VendorFacts("sample", "Cheers", "C", Capabilities())
_NAME: Final = "Szentgyörgyi-Horváth Ágnes"
_COMMENT: Final = "Kérem hab nélkül, köszönöm! A lángost külön csomagolják, jó tűzforrón."
_FORINTS: Final = 300  # what costs 1 elsewhere costs so much in Budapest


def compose_sample_slip(shop: Shop, template: SlipTemplate, clock: ClockPort) -> Slip:
    """Return a slip with everything a template decides on, composed as those of orders are."""
    order = _order(shop, clock.now())
    job = PrintJob(
        id="sample",
        order_id=order.id,
        printer="",
        kind=JobKind.SLIP,
        state=JobState.QUEUED,
        created_at=order.received_at,
    )
    return slip_of(
        order,
        job,
        shop=shop.on_paper(),
        facts=_VENDOR,
        template=template,
        names={},
        first_at=order.received_at,
    )


def _order(shop: Shop, now: datetime) -> Order:
    basket = _basket(shop)
    return Order(
        id="sample",
        vendor=_VENDOR.name,
        vendor_order_id="sample",
        number="A-42",
        slip_code=SAMPLE_CODE,
        state=OrderState.PREPARING,
        payment=PaymentState.DUE,
        due=basket.total,
        basket=basket,
        placed_at=now - timedelta(minutes=2),
        received_at=now - timedelta(minutes=2),
        accepted_at=now,
        desk="Counter 1",
        customer=Customer(name=_NAME, comment=_COMMENT),
    )


def _basket(shop: Shop) -> Basket:
    def money(units: int) -> Money:
        each = _FORINTS if shop.currency == "HUF" else 1
        return Money.from_units(units * each, shop.currency)

    nothing = money(0)
    tip = money(1)
    lines = _lines(money)
    return Basket(
        currency=shop.currency,
        lines=lines,
        tip=tip,
        tip_collect=nothing,
        total=computed_total(lines, tip, None, shop.currency),
    )


def _lines(money: Callable[[int], Money]) -> tuple[OrderLine, ...]:
    def line(
        name: str,
        price: int,
        *,
        quantity: int = 1,
        discount: int = 0,
        takeaway: bool = False,
        modifiers: tuple[OrderLine, ...] = (),
    ) -> OrderLine:
        return OrderLine(
            product_id=name,
            name=name,
            unit_price=money(price),
            discount=money(discount),
            collect=money(0),
            quantity=quantity,
            takeaway=takeaway,
            modifiers=modifiers,
        )

    return (
        line("Draught lager 0.5 l", 4, quantity=2, modifiers=(line("extra lemon", 1),)),
        line("Wheat beer 0.3 l", 3, discount=1, takeaway=True),
        line("Lángos, sour cream and cheese", 6),
    )
