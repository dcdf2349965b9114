"""The register's list of orders that are ready, in our words.

Its money has been settled at the register, or will be there: it is shown as listed and reckoned
with nowhere. Whatever is missing or unknown is named among the order's facts and hides no order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.domain.basket import Basket, Delivery, DeliveryKind, OrderLine, computed_total
from app.domain.errors import VendorSpokeOddly
from app.domain.money import Money
from app.domain.report import Customer, Fact, OrderReport
from app.domain.states import PaymentState, Standing
from app.domain.text import plain, plain_lines
from app.ports.vendor import OrderList
from app.vendors._http.exact import dump_json

NAME: Final = "oktopos"
_NO_CURRENCY: Final = "XXX"  # ISO 4217 for "none"
_NUMBER: Final = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,12})?", re.ASCII)
_LARGEST_COUNT: Final = 10_000
_WORD: Final = 60
_TEXT: Final = 500
_TIMES: Final = "\u00d7"
# At the ends of the calendar no time can be told in another zone.
_YEARS: Final = range(1970, 2200)


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
        amount = _decimal(value)
        known = _currency(price)
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
    order_id = plain(_text(entry.get("orderId")), limit=200)
    their_id = _digits(entry.get("internalId"))
    if not (order_id or their_id):
        raise ValueError("no orderId")
    reading = _Reading(_currency_of(entry))
    payment, pickup = _part(entry, "payment"), _part(entry, "pickup")
    wanted_at = _moment(pickup, timezone)
    placed_at = _moment(_part(entry, "purchaseTime"), timezone)
    if placed_at is None:
        reading.gaps.append("purchaseTime")
    basket = _basket(entry, payment, reading)
    zero = Money.zero(reading.currency)
    return OrderReport(
        vendor=NAME,
        vendor_order_id=their_id or order_id,
        our_id=order_id,
        their_id=their_id,
        standing=Standing.READY,
        word=_word(entry.get("status")),
        payment=PaymentState.NOT_DUE,
        payment_word=_word(payment.get("status")),
        due=zero,
        number=_word(pickup.get("pickupToken")),
        basket=basket,
        placed_at=placed_at or now(),
        wanted_at=None if pickup.get("asapDelivery") is True else wanted_at,
        desk=_desk(_part(entry, "location")),
        channel=_word(entry.get("intermediary")),
        customer=_customer(_part(entry, "customer")),
        facts=tuple(_facts(entry, payment, reading.gaps)),
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
    ids = [_digits(item.get("basketItemId")) for item in items]
    mains: list[int] = []
    below: dict[int, list[int]] = {}
    for at, item in enumerate(items):
        main = _digits(item.get("mainBasketItemId"))
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
    quantity = _count(item.get("quantity"))
    whole = reading.money(item.get("price"), f"{where}.price")
    each = reading.money(item.get("pricePerUnit"), f"{where}.pricePerUnit")
    name = plain(_text(item.get("name")), limit=200)
    product_id = _text(item.get("productId")) or _text(item.get("externalId"))
    notes = [_text(item.get("comment"))]
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
        vat=_rate(_part(item, "tax").get("taxRateValue")),
        note=plain(" ".join(filter(None, notes)), limit=_TEXT),
        modifiers=tuple(
            _line(modifier, reading, f"{where}.modifiers", []) for modifier in modifiers
        ),
    )


def _tip(entry: dict[str, Any], reading: _Reading) -> Money:
    tips = entry.get("tipTransactions")
    whole = Money.zero(reading.currency)
    for tip in tips if isinstance(tips, list) else ():
        amount = _decimal(tip.get("amount")) if isinstance(tip, dict) else None
        try:
            whole = whole + Money.from_units(amount if amount is not None else 0, reading.currency)
        except ValueError:
            reading.gaps.append("tipTransactions")
    return whole


# --- the rest -------------------------------------------------------------------------------------


def _facts(entry: dict[str, Any], payment: dict[str, Any], gaps: list[str]) -> Iterator[Fact]:
    found = {
        "order_type": _text(entry.get("orderType")),
        "payment_status": _text(payment.get("status")),
        "payment_method": _text(payment.get("paymentMethod")),
        "payment_reference": _text(payment.get("referenceId")),
        "intermediary": _text(entry.get("intermediary")),
        "register_order_id": _text(entry.get("orderId")),
        "not_told": ", ".join(gaps),
    }
    for key, value in found.items():
        if shown := plain(value, limit=_TEXT):
            yield Fact(key, shown)


def _customer(told: dict[str, Any]) -> Customer:
    place = _part(told, "address")
    street = " ".join(filter(None, (_text(place.get("street")), _text(place.get("houseNumber")))))
    town = " ".join(filter(None, (_text(place.get("zip")), _text(place.get("city")))))
    address = ", ".join(filter(None, (street, _text(place.get("additionalAddress")), town)))
    name = " ".join(filter(None, (_text(told.get("givenName")), _text(told.get("familyName")))))
    return Customer(
        name=plain(name, limit=200),
        phone=plain(_text(told.get("phone")), limit=200),
        email=plain(_text(told.get("email")), limit=200),
        address=plain_lines(address, limit=_TEXT),
    )


def _desk(location: dict[str, Any]) -> str:
    table, seat = _word(location.get("table")), _word(location.get("seat"))
    return " / ".join(filter(None, (table, seat)))


def _moment(told: dict[str, Any], timezone: str) -> datetime | None:
    """Return the moment in UTC: with Z or an offset an instant, else wall time in its own zone."""
    try:
        moment = datetime.fromisoformat(_text(told.get("timestamp")))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=_zone(_text(told.get("timezone")), timezone))
        known = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return known if known.year in _YEARS else None


def _zone(name: str, otherwise: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(otherwise)


def _currency_of(entry: dict[str, Any]) -> str:
    items = entry.get("items")
    prices = [_part(entry, "payment").get("price")]
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            prices += [item.get("price"), item.get("pricePerUnit")]
    return next(filter(None, map(_currency, prices)), _NO_CURRENCY)


def _currency(price: Any) -> str:
    code = _text(price.get("currency")).strip().upper() if isinstance(price, dict) else ""
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""


def _decimal(value: Any) -> Decimal | None:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    return Decimal(value)


def _rate(value: Any) -> Decimal | None:
    rate = _decimal(value)
    fits = rate is not None and rate.is_finite() and 0 <= rate <= 1000
    return rate if fits else None


def _count(value: Any) -> int:
    number = _decimal(value)
    whole = number is not None and number.is_finite() and number == number.to_integral_value()
    return int(number) if whole and number is not None and 0 < number <= _LARGEST_COUNT else 1


def _digits(value: Any) -> str:
    """Return a number of the register's, given as an integer or as its digits; else nothing."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**18:
        return str(value)
    fits = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 18
    return str(int(value)) if fits and int(value) else ""


def _part(whole: dict[str, Any], key: str) -> dict[str, Any]:
    part = whole.get(key)
    return part if isinstance(part, dict) else {}


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return ""
    return str(value)


def _word(value: Any) -> str:
    return plain(_text(value), limit=_WORD)
