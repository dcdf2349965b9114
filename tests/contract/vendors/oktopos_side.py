"""An access to a simulated OktoPOS Manager, orders to send on to it, and its page's sample."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pydantic import SecretStr

from app.domain.basket import Basket, OrderLine
from app.domain.matter import Matter
from app.domain.money import Money
from app.domain.order import Order
from app.domain.product import Product
from app.domain.push import Push, PushKind
from app.ports.vendor import VendorSurroundings
from app.simulators.oktopos import OktoposSimulator
from app.vendors._http import Deadlines
from app.vendors.oktopos import OktoposSettings, OktoposVendor
from tests.builders import a_push, an_order, at

KEY = "s3cr3t-t0k3n-0f-th3-sh0p"
ZONE = "Europe/Budapest"

# The list shown on the vendor's page, as it stands there but for the signs that fold it.
PAGE_SAMPLE = """[
{
"orderId": "04eee9db-f6a8-4132-8af2-3d262fd48fc5",
"payment": {
"referenceId": "HH123456",
"paymentMethod": "CREDIT_CARD",
"price": {
"value": "19.95",
"currency": "EUR"
},
"status": "paid",
"paymentReceived": "2017-07-21T17:32:28Z"
},
"customer": {
"gender": "male",
"givenName": "John",
"familyName": "Doe",
"phone": "040123456",
"email": "john.doe@doe.com",
"address": {
"additionalAddress": "second floor backdoor",
"street": "Main Street",
"houseNumber": "66A",
"zip": "25451",
"city": "Hamburg"
}
},
"location": {
"table": 27,
"seat": 2
},
"items": [
{
"basketItemId": 5,
"mainBasketItemId": 5,
"productId": "80e1603f-4b0c-40e0-a4df-37f5003a891b",
"externalId": 123,
"name": "Pizza Hawaii",
"distributionChannel": {
"dcId": 34,
"name": "INHOUSE"
},
"quantity": 3,
"price": {
"value": "19.95",
"currency": "EUR"
},
"pricePerUnit": {
"value": "19.95",
"currency": "EUR"
},
"tax": {
"taxRateId": 23,
"taxRateValue": 19.31,
"taxRateCode": "A",
"taxValue": {
"value": "19.95",
"currency": "EUR"
}
},
"comment": "medium rare"
}
],
"status": "ready",
"purchaseTime": {
"timestamp": "2021-01-18T10:22:12Z",
"timezone": "Europe/Berlin"
},
"pickup": {
"timestamp": "2021-01-11T14:15:00",
"timezone": "Europe/Berlin",
"asapDelivery": false,
"pickupToken": "HH01"
},
"orderType": "DELIVERY",
"tipTransactions": [
{
"amount": 12.99,
"type": "PAID",
"userId": "user-123",
"paidWith": "CREDIT_CARD",
"created": {
"timestamp": "2021-01-18T10:22:12Z",
"timezone": "Europe/Berlin"
},
"notice": "Example Notice"
}
],
"sessionToken": "cf78d2dd-25bc-45b9-a591-fd9f852d79f6",
"intermediary": "Fancy-Food-Platform"
}
]"""

BEER, LEMON = "80e1603f-4b0c-40e0-a4df-37f5003a891b", "124"
PRODUCTS = {
    "beer": Product(product_id="beer", names={"en": "Lager 0.5 l"}, article=BEER),
    "lemon": Product(product_id="lemon", names={"en": "Slice of lemon"}, article=LEMON),
}


def eur(units: str) -> Money:
    return Money.from_units(Decimal(units), "EUR")


def a_beer(price: str = "3.90", **changes: Any) -> OrderLine:
    given = {
        "product_id": "beer",
        "unit_price": eur(price),
        "discount": eur("0"),
        "collect": eur("0"),
    }
    return OrderLine(**(given | changes))


def a_lemon(**changes: Any) -> OrderLine:
    return a_beer("0.50", **({"product_id": "lemon"} | changes))


def an_euro_order(*lines: OrderLine, tip: str = "0", **changes: Any) -> Order:
    """Give an accepted order in euro, with its computed total; nothing is due."""
    kept = lines or (a_beer(),)
    net = sum((_net(line) for line in kept), eur(tip))
    delivery = changes.pop("delivery", None)
    if delivery is not None:
        net = net + delivery.fee
    basket = Basket(
        currency="EUR",
        lines=kept,
        tip=eur(tip),
        tip_collect=eur("0"),
        total=changes.pop("total", net),
        delivery=delivery,
    )
    return an_order("our-id-1", basket=basket, due=eur("0"), number="A-42", **changes)


def _net(line: OrderLine) -> Money:
    one = line.unit_price - line.discount
    return sum((_net(part) for part in line.modifiers), one) * line.quantity


def matter(order: Order | None = None, **changes: Any) -> Matter:
    given: dict[str, Any] = {
        "order": order or an_euro_order(),
        "now": at(2),
        "business_day": "2026-11-20",
        "till_id": "till-1",
        "language": "en",
        "timezone": ZONE,
        "products": PRODUCTS,
    }
    return Matter(**(given | changes))


def a_create(**changes: Any) -> Push:
    given = {"kind": PushKind.REGISTER, "system": "oktopos", "reference": "our-id-1"}
    return a_push("our-id-1", **(given | changes))


def composed(vendor: OktoposVendor, order: Order | None = None, **changes: Any) -> Push:
    """Give the push with the body it has once it leaves."""
    push = a_create(**changes)
    return replace(push, body=vendor.compose(push, matter(order)))


def body_of(vendor: OktoposVendor, order: Order | None = None, **changes: Any) -> dict[str, Any]:
    return json.loads(composed(vendor, order, **changes).body)


def a_status(kind: PushKind) -> Push:
    return a_push("our-id-1", 2, kind=kind, system="oktopos")


def oktopos_at(
    base_url: str, key: str = KEY, deadlines: Deadlines | None = None, **settings: Any
) -> OktoposVendor:
    given = OktoposSettings(enabled=True, base_url=base_url, api_key=SecretStr(key), **settings)
    around = VendorSurroundings("/callbacks/oktopos", "", ZONE)
    return OktoposVendor(given, around, deadlines=deadlines or Deadlines(), now=lambda: at())


def a_register(**given: Any) -> OktoposSimulator:
    return OktoposSimulator(api_key=KEY, **({"articles": {BEER, LEMON, "9001"}} | given))
