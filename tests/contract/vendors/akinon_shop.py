"""A simulated storefront, an access to it, and a payment that is to be told."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import SecretStr

from app.domain.matter import Matter
from app.domain.money import Money
from app.domain.order import Order
from app.domain.push import Push, PushKind
from app.domain.states import PaymentState
from app.ports.vendor import VendorSurroundings
from app.simulators.akinon import AkinonSimulator
from app.vendors._http import Deadlines
from app.vendors.akinon import AkinonSettings, AkinonVendor
from tests.builders import a_push, an_order, at

PASSWORD = 'p4ss"wörd'


def access(akinon: AkinonSimulator, **changes: Any) -> AkinonVendor:
    """Give an access to the shop; `changes` are settings, and `deadlines`."""
    deadlines = changes.pop("deadlines", Deadlines())
    given: dict[str, Any] = {
        "enabled": True,
        "base_url": akinon.base_url,
        "username": akinon.username,
        "password": SecretStr(akinon.password),
        "session_cookie": SecretStr(akinon.session_cookie),
    }
    settings = AkinonSettings(**(given | changes))
    around = VendorSurroundings("/callbacks/akinon", "", "Europe/Istanbul")
    return AkinonVendor(settings, around, deadlines=deadlines)


def an_order_at_akinon(number: str, units: str = "538.00", **changes: Any) -> Order:
    due = Money.from_units(Decimal(units), "TRY")
    given = {"vendor": "akinon", "vendor_order_id": number, "payment": PaymentState.RECEIVED}
    return an_order(**(given | {"due": due} | changes))


def a_payment(
    vendor: AkinonVendor, number: str, units: str = "538.00", reference: str = "TXN-1"
) -> Push:
    """Give the push as it leaves, with the words composed for it."""
    push = a_push(kind=PushKind.PAYMENT_RECEIVED, system="akinon", reference=reference)
    order = an_order_at_akinon(number, units)
    matter = Matter(
        order=order,
        now=at(),
        business_day="2026-11-20",
        till_id="till-1",
        language="en",
        timezone="Europe/Istanbul",
    )
    return a_push(
        kind=PushKind.PAYMENT_RECEIVED,
        system="akinon",
        reference=reference,
        body=vendor.compose(push, matter),
    )
