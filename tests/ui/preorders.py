"""Pre-orders in every state of their payment, as the screen gets them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.domain.basket import Adjustment, Basket, Delivery, DeliveryKind, OrderLine, computed_total
from app.domain.money import Money, total
from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.push import PushKind, PushState
from app.domain.refusal import Refusal, kept_refusal
from app.domain.report import Customer, Fact
from app.domain.snapshot import MoneyAtHand, OrderSnapshot
from app.domain.states import OrderState, PaymentState
from app.vendors.akinon import CAPABILITIES
from tests.builders import a_push, an_order, at
from tests.ui.snapshots import a_slip_standing, a_snapshot

NUMBER = "816910908011148"


def lira(units: str) -> Money:
    return Money.from_units(Decimal(units), "TRY")


def a_pre_order(order_id: str = "order-27", **changes: Any) -> Order:
    """Give 27, two pairs of sneakers with a discount and shipping, to be paid here."""
    zero = lira("0")
    line = OrderLine(
        product_id="5637936095",
        name="WOMEN SNEAKER",
        unit_price=lira("269.00"),
        discount=zero,
        collect=zero,
        quantity=2,
        vat=Decimal("8.00"),
    )
    off = Adjustment("10 % off in the basket", lira("-53.80"))
    shipping = Delivery(
        kind=DeliveryKind.OTHER, word="Courier to the door", fee=lira("29.90"), collect=zero
    )
    parts = [computed_total((line,), zero, shipping, "TRY"), off.amount]
    basket = Basket(
        currency="TRY",
        lines=(line,),
        tip=zero,
        tip_collect=zero,
        total=total(parts, "TRY"),
        delivery=shipping,
        adjustments=(off,),
    )
    given: dict[str, Any] = {
        "vendor": "akinon",
        "vendor_order_id": NUMBER,
        "number": "27",
        "number_is_ours": True,
        "payment": PaymentState.DUE,
        "due": basket.total,
        "basket": basket,
        "placed_at": at(23.5),
        "received_at": at(23.5),
        "vendor_word": "",
        "opened": True,
        "customer": Customer(
            name="Zeynep Şahin",
            phone="5357778899",
            address="Atatürk Cad. 88, Konak, 35220, İzmir, Türkiye",
            facts=(Fact("billing_address", "Örnek A.Ş., Cinnah Cad. 17, Ankara"),),
        ),
        "facts": (
            Fact("unpaid_amount", "514.10 TRY"),
            Fact("card.name", "Bonus"),
            Fact("card.installment.count", "3"),
        ),
    }
    return an_order(order_id, **(given | changes))


def shown(order: Order, **changes: Any) -> OrderSnapshot:
    """Give what the screen gets of it."""
    given = {"capabilities": CAPABILITIES, "vendor_title": "Akinon", "payment_accepts": True}
    return a_snapshot(order, **(given | changes))


def _paid(payment: PaymentState = PaymentState.RECEIVED, **changes: Any) -> Order:
    due = a_pre_order().due
    taken = (PaymentPart(PaymentMethod.CARD, due),)
    return a_pre_order(payment=payment, taken=taken, **changes)


def _push(state: PushState, **changes: Any) -> tuple[Any, ...]:
    given = {"kind": PushKind.PAYMENT_RECEIVED, "state": state, "system": "akinon"}
    return (a_push("order-27", **(given | changes)),)


def pre_order_states() -> dict[str, OrderSnapshot]:
    """Give one snapshot for each state of a pre-order, by a short name."""
    unsure, refused = PushState.UNCONFIRMED, PushState.REFUSED
    gone = kept_refusal(Refusal.SESSION_GONE, "Pre-order session not found (411)")
    differs = kept_refusal(Refusal.AMOUNT_DIFFERS, "does not match (405)")
    preparing = {"state": OrderState.PREPARING, "accepted_at": at(23.6), "accepted_here": True}
    return {
        "due": shown(a_pre_order()),
        "telling": shown(_paid(), pushes=_push(PushState.SENDING)),
        "retrying": shown(_paid(), pushes=_push(PushState.WAITING, misses=2)),
        "in-doubt": shown(_paid(PaymentState.UNCONFIRMED), pushes=_push(unsure)),
        "left-to-staff": shown(_paid(PaymentState.UNCONFIRMED), pushes=_push(unsure, held=True)),
        "in-vain": shown(_paid(PaymentState.UNCONFIRMED), pushes=_push(refused, refusal=gone)),
        "other-amount": shown(
            _paid(
                PaymentState.UNCONFIRMED,
                facts=(Fact("unpaid_amount", "540.00 TRY"),),
            ),
            pushes=_push(refused, refusal=differs),
        ),
        "preparing": shown(_paid(**preparing), slip=a_slip_standing()),
        "at-hand": shown(
            a_pre_order("order-28", number="28", vendor_order_id="ORD-2026-000001"),
            at_hand=MoneyAtHand("order-27", "27", a_pre_order().due),
        ),
    }
