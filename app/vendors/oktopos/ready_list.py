"""The register's list of orders that are ready, in our words.

Amounts are shown as listed and reckoned with nowhere. What is "unpaid" there is due before the
order is handed over; any other word for its payment is shown and asks for nothing. Whatever is
missing or unknown is named among the order's facts and hides no order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from app.domain.basket import Basket, Delivery, DeliveryKind, OrderLine, computed_total
from app.domain.errors import VendorSpokeOddly
from app.domain.money import Money
from app.domain.report import SENDERS_ID, Customer, Fact, OrderReport
from app.domain.states import PaymentState, Standing
from app.domain.text import plain, plain_lines
from app.ports.vendor import OrderList
from app.vendors._http.exact import dump_json
from app.vendors.oktopos.values import (
    count_of,
    currency_of,
    decimal_of,
    moment_of,
    own_number,
    part_of,
    rate_of,
    text_of,
    word_of,
)

NAME: Final = "oktopos"
UNPAID: Final = "unpaid"
_NO_CURRENCY: Final = "XXX"  # ISO 4217 for "none"
_TEXT: Final = 500
_TIMES: Final = "\u00d7"


def read_ready_list(data: Any, text: str, timezone: str, now: Callable[[], datetime]) -> OrderList:
    """Return all orders of the list; an entry that is none becomes the list's problem.

    `timezone` is the shop's, for times that name none. Raises VendorSpokeOddly for what is no list.
    """
    entries = data
    if isinstance(data, dict) and data.get("success") is not False:
        entries = data.get("items")
    if not isinstance(entries, list):
        raise VendorSpokeOddly(NAME, "the answer is no list", raw=text)
    reports: dict[str, OrderReport] = {}
    problem: VendorSpokeOddly | None = None
    for at, entry in enumerate(entries):
        try:
            report = _report(entry, timezone, now)
        except (ValueError, RecursionError) as error:
            problem = VendorSpokeOddly(NAME, f"entry {at} is no order: {error}", raw=text)
            continue
        reports.setdefault(report.vendor_order_id, report)
    return OrderList(tuple(reports.values()), problem)


@dataclass(slots=True)
class _Reading:
    """One order being read; `gaps` are fields that should be there and are not."""

    currency: str
    gaps: list[str] = field(default_factory=list)

    def money(self, price: Any, where: str) -> Money | None:
        """Return the amount of `{value, currency}`, None (and a gap) where there is none."""
        value = price.get("value") if isinstance(price, dict) else None
        amount = decimal_of(value)
        known = currency_of(price)
        if amount is not None and known in ("", self.currency):
            try:
                return Money.from_units(amount, self.currency)
            except ValueError:
                pass
        self.gaps.append(where)
        return None


def _report(entry: Any, timezone: str, now: Callable[[], datetime]) -> OrderReport:
    if not isinstance(entry, dict):
        raise ValueError("not an object")
    order_id = plain(text_of(entry.get("orderId")), limit=200)
    their_id = own_number(entry.get("internalId"))
    if not (order_id or their_id):
        raise ValueError("no orderId")
    reading = _Reading(_currency_of_entry(entry))
    payment, pickup = part_of(entry, "payment"), part_of(entry, "pickup")
    wanted_at = moment_of(pickup, timezone)
    placed_at = moment_of(part_of(entry, "purchaseTime"), timezone)
    if placed_at is None:
        reading.gaps.append("purchaseTime")
    basket = _basket(entry, payment, reading)
    # One that cannot be handed over here cannot be paid here either.
    unpaid = bool(their_id) and word_of(payment.get("status")).casefold() == UNPAID
    return OrderReport(
        vendor=NAME,
        vendor_order_id=their_id or order_id,
        our_id=order_id,
        their_id=their_id,
        standing=Standing.READY,
        word=word_of(entry.get("status")),
        payment=PaymentState.DUE if unpaid else PaymentState.NOT_DUE,
        payment_word=word_of(payment.get("status")),
        due=basket.total if unpaid else Money.zero(reading.currency),
        number=word_of(pickup.get("pickupToken")),
        basket=basket,
        placed_at=placed_at or now(),
        wanted_at=None if pickup.get("asapDelivery") is True else wanted_at,
        desk=_desk(part_of(entry, "location")),
        channel=word_of(entry.get("intermediary")),
        customer=_customer(part_of(entry, "customer")),
        facts=tuple(_facts(entry, order_id, payment, reading.gaps)),
        raw=dump_json(entry),
    )


# --- lines ----------------------------------------------------------------------------------------


def _basket(entry: dict[str, Any], payment: dict[str, Any], reading: _Reading) -> Basket:
    items = entry.get("items")
    items = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if not items:
        reading.gaps.append("items")
    lines = _lines(items, reading)
    zero = Money.zero(reading.currency)
    tip = _tip(entry, reading)
    price = reading.money(payment.get("price"), "payment.price")
    delivery = None
    if entry.get("orderType") == "DELIVERY":
        delivery = Delivery(
            kind=DeliveryKind.HOME_DELIVERY, word="DELIVERY", fee=zero, collect=zero
        )
    computed = computed_total(lines, tip, delivery, reading.currency)
    return Basket(
        currency=reading.currency,
        lines=lines,
        tip=tip,
        tip_collect=zero,
        total=computed if price is None else price,
        total_is_computed=price is None,
        delivery=delivery,
    )


def _lines(items: list[dict[str, Any]], reading: _Reading) -> tuple[OrderLine, ...]:
    """Put modifiers below the lines they name; one whose line is not there stands by itself."""
    ids = [own_number(item.get("basketItemId")) for item in items]
    mains: list[int] = []
    below: dict[int, list[int]] = {}
    for at, item in enumerate(items):
        main = own_number(item.get("mainBasketItemId"))
        is_below = main and main != ids[at] and main in ids[:at]
        if is_below and ids.index(main) in mains:
            below.setdefault(ids.index(main), []).append(at)
        else:
            mains.append(at)
    return tuple(
        _line(items[at], reading, f"items.{at}", [items[one] for one in below.get(at, ())])
        for at in mains
    )


def _line(
    item: dict[str, Any], reading: _Reading, where: str, modifiers: list[dict[str, Any]]
) -> OrderLine:
    """One item; where its prices contradict each other both are shown as they came."""
    zero = Money.zero(reading.currency)
    quantity = count_of(item.get("quantity"))
    whole = reading.money(item.get("price"), f"{where}.price")
    each = reading.money(item.get("pricePerUnit"), f"{where}.pricePerUnit")
    name = plain(text_of(item.get("name")), limit=200)
    product_id = text_of(item.get("productId")) or text_of(item.get("externalId"))
    notes = [text_of(item.get("comment"))]
    if each is None or whole is None or each * quantity != whole:
        shown = whole or each or zero
        if quantity > 1:
            name = f"{quantity} {_TIMES} {name or product_id}"
        if each is not None and whole is not None:
            notes.append(f"({each.units} {each.currency})")
        each, quantity = shown, 1
    return OrderLine(
        product_id=plain(product_id, limit=128),
        name=name,
        quantity=quantity,
        unit_price=each,
        discount=zero,
        collect=zero,
        vat=rate_of(part_of(item, "tax").get("taxRateValue")),
        note=plain(" ".join(filter(None, notes)), limit=_TEXT),
        modifiers=tuple(
            _line(modifier, reading, f"{where}.modifiers", []) for modifier in modifiers
        ),
    )


def _tip(entry: dict[str, Any], reading: _Reading) -> Money:
    tips = entry.get("tipTransactions")
    whole = Money.zero(reading.currency)
    for tip in tips if isinstance(tips, list) else ():
        amount = decimal_of(tip.get("amount")) if isinstance(tip, dict) else None
        try:
            whole = whole + Money.from_units(amount if amount is not None else 0, reading.currency)
        except ValueError:
            reading.gaps.append("tipTransactions")
    return whole


# --- the rest -------------------------------------------------------------------------------------


def _facts(
    entry: dict[str, Any], order_id: str, payment: dict[str, Any], gaps: list[str]
) -> Iterator[Fact]:
    found = {
        "order_type": text_of(entry.get("orderType")),
        "payment_status": text_of(payment.get("status")),
        "payment_method": text_of(payment.get("paymentMethod")),
        "payment_reference": text_of(payment.get("referenceId")),
        "intermediary": text_of(entry.get("intermediary")),
        SENDERS_ID: order_id,
        "not_told": ", ".join(gaps),
    }
    for key, value in found.items():
        if shown := plain(value, limit=_TEXT):
            yield Fact(key, shown)


def _customer(told: dict[str, Any]) -> Customer:
    place = part_of(told, "address")
    street = " ".join(
        filter(None, (text_of(place.get("street")), text_of(place.get("houseNumber"))))
    )
    town = " ".join(filter(None, (text_of(place.get("zip")), text_of(place.get("city")))))
    address = ", ".join(filter(None, (street, text_of(place.get("additionalAddress")), town)))
    name = " ".join(filter(None, (text_of(told.get("givenName")), text_of(told.get("familyName")))))
    return Customer(
        name=plain(name, limit=200),
        phone=plain(text_of(told.get("phone")), limit=200),
        email=plain(text_of(told.get("email")), limit=200),
        address=plain_lines(address, limit=_TEXT),
    )


def _desk(location: dict[str, Any]) -> str:
    table, seat = word_of(location.get("table")), word_of(location.get("seat"))
    return " / ".join(filter(None, (table, seat)))


def _currency_of_entry(entry: dict[str, Any]) -> str:
    items = entry.get("items")
    prices = [part_of(entry, "payment").get("price")]
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            prices += [item.get("price"), item.get("pricePerUnit")]
    return next(filter(None, map(currency_of, prices)), _NO_CURRENCY)
