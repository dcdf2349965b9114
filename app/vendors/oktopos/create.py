"""What an order is sent on to the register as: the body of "create", with nothing invented.

What the page asks for and Pult does not know for certain is left out. An order that could only be
told wrongly is refused here: a line without the register's article, a fee without one, lines that
do not add up to the order's total, or a basket of which nobody said whether it is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.domain.basket import Delivery, DeliveryKind, OrderLine
from app.domain.errors import VendorRefused
from app.domain.matter import Matter
from app.domain.money import Money, exponent, total
from app.domain.order import Order, PaymentMethod
from app.domain.product import Product
from app.domain.push import Push
from app.domain.refusal import Refusal
from app.domain.states import PaymentState
from app.domain.text import plain
from app.vendors._http.exact import dump_json
from app.vendors.oktopos.settings import OktoposSettings

LOCAL: Final = "LOCAL"
PICKUP: Final = "PICKUP"
DELIVERY: Final = "DELIVERY"
ASK_ORDER_TYPE: Final = "order_type"  # the code of the refusal that asks staff
NO_ARTICLE: Final = "no_article"

_ANSWERS: Final = {"here": LOCAL, "away": PICKUP}
_PAID: Final = (PaymentState.NOT_DUE, PaymentState.RECEIVED, PaymentState.UNCONFIRMED)
_TABLE: Final = re.compile(r"\D*?([0-9]{1,4})\D*", re.ASCII)
_WORD: Final = 200

Json = dict[str, Any]


def compose_create(push: Push, matter: Matter, settings: OktoposSettings) -> str:
    """Return the JSON text of the order.

    `push.message` is what staff answered where the basket leaves open whether it is taken away:
    "here" or "away".
    Raises VendorRefused for what cannot be told as it stands.
    """
    order = matter.order
    order_type = _order_type(order, push.message)
    items = _Items(matter, settings)
    items.add_all()
    body: Json = {
        "orderId": push.reference,
        "payment": _payment(order, items.sum),
        "items": items.items,
        "status": settings.status_accepted,
        "purchaseTime": _instant(order.placed_at, matter.timezone),
        "pickup": _pickup(order, matter),
        "orderType": order_type,
        "intermediary": settings.intermediary,
    }
    if order_type == DELIVERY:
        body["customer"] = _customer(order)
    if order_type == LOCAL:
        _put_desk(body, order)
    if order.basket.tip and order.payment in _PAID:
        body["tipTransactions"] = [{"amount": order.basket.tip.units, "type": "PAID"}]
    return dump_json(body)


# --- how it leaves the shop -----------------------------------------------------------------------


def _order_type(order: Order, answer: str) -> str:
    delivery = order.basket.delivery
    if delivery is not None and delivery.kind is DeliveryKind.HOME_DELIVERY:
        return DELIVERY
    if delivery is not None and delivery.kind is DeliveryKind.TAKE_AWAY:
        return PICKUP
    away = {line.takeaway for line in order.basket.lines}
    if len(away) > 1:
        if answer in _ANSWERS:
            return _ANSWERS[answer]
        raise VendorRefused("oktopos", "", code=ASK_ORDER_TYPE, why=Refusal.PARTLY_TAKEN_AWAY)
    return PICKUP if True in away else LOCAL


def _put_desk(body: Json, order: Order) -> None:
    """A table is a number in the register; any other desk goes with the first line."""
    desk = plain(order.desk, limit=_WORD)
    at_counter = any(
        fact.key == "desk_type" and fact.value.casefold() == "counter" for fact in order.facts
    )
    table = None if at_counter else _TABLE.fullmatch(desk)
    if table is not None:
        body["location"] = {"table": int(table[1])}
    elif desk and body["items"]:
        first = body["items"][0]
        first["comment"] = plain(", ".join(filter(None, (desk, first.get("comment")))))


def _pickup(order: Order, matter: Matter) -> Json:
    """A time that is over is not sent: the register takes no order for the past."""
    pickup: Json = {"timezone": matter.timezone}
    later = order.wanted_at is not None and order.wanted_at > matter.now
    if later and order.wanted_at is not None:
        local = order.wanted_at.astimezone(ZoneInfo(matter.timezone))
        pickup["timestamp"] = local.replace(tzinfo=None).isoformat(timespec="seconds")
    return pickup | {"asapDelivery": not later, "pickupToken": plain(order.number, limit=60)}


def _customer(order: Order) -> Json:
    """Name and address are one text each here, and are not guessed apart."""
    who = order.customer
    given = {"familyName": who.name, "phone": who.phone, "email": who.email}
    told: Json = {key: plain(text, limit=_WORD) for key, text in given.items() if text}
    if who.address:
        told["address"] = {"street": plain(who.address, limit=_WORD)}
    return told


def _instant(moment: datetime, timezone: str) -> Json:
    utc = moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return {"timestamp": f"{utc}Z", "timezone": timezone}


# --- money ----------------------------------------------------------------------------------------


def _money(amount: Money) -> Json:
    return {
        "value": f"{amount.units:.{exponent(amount.currency)}f}",
        "currency": amount.currency,
    }


def _payment(order: Order, items: Money) -> Json:
    paid = order.payment in _PAID
    told: Json = {
        "referenceId": plain(order.vendor_order_id, limit=_WORD),
        "price": _money(items),
        "status": "paid" if paid else "unpaid",
    }
    # The one word for a method the page names; none is invented for the others.
    if paid and order.taken and all(part.method is PaymentMethod.CARD for part in order.taken):
        told["paymentMethod"] = "CREDIT_CARD"
    return told


# --- lines ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Items:
    """The lines of one order as the register's items; a modifier is an item that names its line."""

    matter: Matter
    settings: OktoposSettings
    items: list[Json] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)  # names of products without article
    sum: Money = field(init=False)

    def __post_init__(self) -> None:
        self.sum = Money.zero(self.matter.order.basket.currency)

    def add_all(self) -> None:
        """Add every line, its modifiers and the delivery fee; raises VendorRefused."""
        basket = self.matter.order.basket
        for line in basket.lines:
            self._add(line, line.quantity, None)
        if basket.delivery is not None and basket.delivery.fee:
            self._add_fee(basket.delivery)
        if self.missing:
            names = ", ".join(self.missing.values())
            raise VendorRefused("oktopos", names, code=NO_ARTICLE, why=Refusal.NO_ARTICLE)
        if not self.items:
            raise VendorRefused("oktopos", "", why=Refusal.NO_LINES)
        if total((self.sum, basket.tip), basket.currency) != basket.total:
            raise VendorRefused(
                "oktopos",
                f"{(self.sum + basket.tip).units}, {basket.total.units} {basket.currency}",
                why=Refusal.SUMS_DIFFER,
            )

    def _add(self, line: OrderLine, units: int, main: int | None) -> None:
        product = self.matter.products.get(line.product_id)
        name = line.name or (product.name(self.matter.language) if product else "")
        name = plain(name or line.product_id, limit=_WORD)
        if product is None or not product.article:
            self.missing.setdefault(line.product_id, name)
        else:
            self._put(name, product.article, line.unit_price - line.discount, units, main)
            self.items[-1] |= dict(_further(line, product))
        own = len(self.items)
        for modifier in line.modifiers:
            self._add(modifier, units * modifier.quantity, own)

    def _add_fee(self, delivery: Delivery) -> None:
        article = self.settings.delivery_article
        if not article:
            raise VendorRefused("oktopos", "", code=NO_ARTICLE, why=Refusal.NO_DELIVERY_ARTICLE)
        self._put("Delivery", article, delivery.fee, 1, None)
        if delivery.vat is not None:
            self.items[-1]["tax"] = {"taxRateValue": delivery.vat}

    def _put(self, name: str, article: str, price: Money, units: int, main: int | None) -> None:
        own = len(self.items) + 1
        whole = price * units
        self.sum = self.sum + whole
        self.items.append(
            {
                "basketItemId": own,
                "mainBasketItemId": own if main is None else main,
                **_article(article),
                "name": name,
                "quantity": units,
                "price": _money(whole),
                "pricePerUnit": _money(price),
            }
        )


def _article(article: str) -> Json:
    """The page knows an article by a text, productId, and by a number, externalId."""
    is_number = article.isascii() and article.isdigit() and len(article) <= 18
    if is_number and article == str(int(article)):
        return {"externalId": int(article)}
    return {"productId": article}


def _further(line: OrderLine, product: Product) -> Iterator[tuple[str, Any]]:
    rate = line.vat if line.vat is not None else product.vat
    if rate is not None:
        yield "tax", {"taxRateValue": rate}
    if line.note:
        yield "comment", plain(line.note, limit=_WORD)
