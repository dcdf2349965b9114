"""Readable test data: every builder gives a believable Cheers order of a Budapest bar, in HUF.

Name only what the test is about: `an_order(state=OrderState.READY)`. Amounts of money are plain
units where the name says so (`huf(800)` reads "800 Ft").
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.basket import Basket, Delivery, DeliveryKind, OrderLine, computed_total
from app.domain.events import Event, EventKind
from app.domain.matter import Matter
from app.domain.money import Money
from app.domain.order import Order
from app.domain.printing import JobKind, PrintJob
from app.domain.push import Push, PushKind, PushState
from app.domain.report import Customer, OrderReport
from app.domain.slip import LineKind, Slip, SlipLine
from app.domain.slip_code import new_slip_code
from app.domain.states import COLUMNS, EndedBy, JobState, OrderState, PaymentState, Standing

NOON = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
"""A Friday, twelve o'clock in Budapest."""


def at(minutes: float = 0, *, seconds: float = 0) -> datetime:
    """Give the moment so long after `NOON`."""
    return NOON + timedelta(minutes=minutes, seconds=seconds)


def huf(units: int) -> Money:
    """Give plain forints."""
    return Money.from_units(units, "HUF")


def a_line(name: str = "Draught lager 0.5 l", price: int = 1200, **changes: Any) -> OrderLine:
    """Give one line of a basket; `price` in forints for one unit, nothing to collect here."""
    given: dict[str, Any] = {
        "product_id": changes.pop("product_id", name.lower().replace(" ", "-")),
        "name": name,
        "unit_price": huf(price),
        "discount": huf(0),
        "collect": huf(0),
    }
    return OrderLine(**(given | changes))


def a_basket(*lines: OrderLine, tip: int = 0, **changes: Any) -> Basket:
    """Give a basket of `lines` (else two beers and a sandwich), with its computed total."""
    kept = lines or (
        a_line(quantity=2),
        a_line("Ham sandwich", 1900, modifiers=(a_line("Extra cheese", 300),)),
    )
    delivery = changes.get("delivery")
    given: dict[str, Any] = {
        "currency": "HUF",
        "lines": kept,
        "tip": huf(tip),
        "tip_collect": huf(0),
        "total": computed_total(kept, huf(tip), delivery, "HUF"),
    }
    return Basket(**(given | changes))


def a_delivery(fee: int = 990, **changes: Any) -> Delivery:
    """Give a delivery to somebody's home; `fee` in forints."""
    given: dict[str, Any] = {
        "kind": DeliveryKind.HOME_DELIVERY,
        "word": "HOME_DELIVERY",
        "fee": huf(fee),
        "collect": huf(0),
    }
    return Delivery(**(given | changes))


def a_customer(**changes: Any) -> Customer:
    """Give somebody who left a name and a phone number."""
    return Customer(**({"name": "Kovács Anna", "phone": "+36 30 123 4567"} | changes))


def a_slip_code(order_id: str) -> str:
    """Give the slip code that belongs to a test order's id, always the same one."""
    return new_slip_code(random.Random(order_id).choice)


def an_order(order_id: str = "order-1", **changes: Any) -> Order:
    """Give an order as it stands here; times and `held_in` fit the state unless given.

    Number, vendor's id and slip code follow from `order_id`, so two orders never share them.
    """
    state: OrderState = changes.get("state", OrderState.NEW)
    basket = changes.pop("basket", None) or a_basket()
    given: dict[str, Any] = {
        "id": order_id,
        "vendor": "cheers",
        "vendor_order_id": f"cheers-{order_id}",
        "number": f"A-{order_id.rpartition('-')[2]}",
        "slip_code": a_slip_code(order_id),
        "state": state,
        "payment": PaymentState.NOT_DUE,
        "due": huf(0),
        "basket": basket,
        "placed_at": at(),
        "received_at": at(seconds=2),
        "vendor_word": "pending",
        "customer": a_customer(),
    }
    if state is not OrderState.NEW and state in COLUMNS:
        given |= {"accepted_at": at(1), "accepted_here": True, "vendor_word": "accepted"}
        given |= {"ready_at": at(6)} if state is OrderState.READY else {}
    elif state.is_end:
        given |= {"accepted_at": at(1), "ready_at": at(6), "accepted_here": True}
        given |= {"ended_at": at(9), "ended_by": EndedBy.STAFF, "held_in": OrderState.READY}
    return Order(**(given | changes))


def an_order_to_pay(units: int = 4600, order_id: str = "order-1", **changes: Any) -> Order:
    """Give an order of which `units` forints are due at this counter."""
    return an_order(order_id, **({"payment": PaymentState.DUE, "due": huf(units)} | changes))


def a_report(order: Order | None = None, **changes: Any) -> OrderReport:
    """Give what the vendor says about `order` (else about `an_order()`), standing as it stands."""
    known = order or an_order()
    given: dict[str, Any] = {
        "vendor": known.vendor,
        "vendor_order_id": known.vendor_order_id,
        "standing": Standing(known.state.value),
        "word": known.vendor_word,
        "payment": known.payment,
        "payment_word": known.payment_word,
        "due": known.due,
        "due_doubt": known.due_doubt,
        "number": "" if known.number_is_ours else known.number,
        "basket": known.basket,
        "placed_at": known.placed_at,
        "wanted_at": known.wanted_at,
        "desk": known.desk,
        "channel": known.channel,
        "customer": known.customer,
        "facts": known.facts,
        "raw": f'{{"id": "{known.vendor_order_id}"}}',
    }
    return OrderReport(**(given | changes))


def a_push(order_id: str = "order-1", sequence: int = 1, **changes: Any) -> Push:
    """Give something Cheers is to be told of an order, waiting and due since noon."""
    given: dict[str, Any] = {
        "id": changes.pop("push_id", f"push-{order_id}-{sequence}"),
        "order_id": order_id,
        "system": "cheers",
        "kind": PushKind.ACCEPT,
        "sequence": sequence,
        "state": PushState.WAITING,
        "created_at": at(),
        "due_at": at(),
    }
    return Push(**(given | changes))


def a_matter(order: Order | None = None, **changes: Any) -> Matter:
    """Give what a push about `order` (else `an_order()`) is composed of on a Friday."""
    given: dict[str, Any] = {
        "order": order or an_order(),
        "now": at(),
        "business_day": "2026-11-20",
        "order_day": "2026-11-20",
        "till_id": "till-1",
        "language": "en",
        "timezone": "Europe/Budapest",
    }
    return Matter(**(given | changes))


def a_job(order_id: str = "order-1", copy: int = 1, **changes: Any) -> PrintJob:
    """Give an order's slip (or, from copy 2, a reprint) on its way to the printer "counter"."""
    given: dict[str, Any] = {
        "id": changes.pop("job_id", f"job-{order_id}-{copy}"),
        "order_id": order_id,
        "printer": "counter",
        "kind": JobKind.SLIP if copy == 1 else JobKind.REPRINT,
        "state": JobState.QUEUED,
        "created_at": at(),
        "copy": copy,
    }
    return PrintJob(**(given | changes))


def an_event(order_id: str = "order-1", kind: EventKind = EventKind.RECEIVED, **data: str) -> Event:
    """Give something that happened to an order at noon."""
    return Event(order_id, at(), kind, data)


def a_slip(**changes: Any) -> Slip:
    """Give the English slip of an order of two beers and a sandwich."""
    given: dict[str, Any] = {
        "number": "A-42",
        "shop": "Front counter",
        "vendor": "Cheers",
        "moment": "20 Nov 2026 12:00",
        "footer": "Not a receipt",
        "code": "PULT-7Q4K-20A6",
        "code_text": "7Q4K-20A6",
        "headline": "Desk 7",
        "who": "Kovács Anna",
        "lines": (
            SlipLine(LineKind.ITEM, "Draught lager 0.5 l", "2,400 Ft", quantity=2),
            SlipLine(LineKind.ITEM, "Ham sandwich", "1,900 Ft", quantity=1, takeaway="TAKE-AWAY"),
            SlipLine(LineKind.DETAIL, "Extra cheese", "300 Ft"),
            SlipLine(LineKind.TOTAL, "Total", "4,600 Ft"),
        ),
    }
    return Slip(**(given | changes))
