"""From Akinon's pre-order to our report: its basket, its money, and every other field as a fact.

Only money is strict: a figure that is not an amount makes the whole answer unfit. The page shows no
schema; names are those of the vendor's guide, and what may be missing may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from app.domain.basket import Adjustment, Basket, Delivery, DeliveryKind, OrderLine
from app.domain.errors import VendorSpokeOddly
from app.domain.money import Money, total
from app.domain.report import Fact, OrderReport
from app.domain.states import PaymentState, Standing
from app.domain.text import plain
from app.vendors.akinon.codes import NAME
from app.vendors.akinon.people import customer_of, leaves

_NO_CURRENCY: Final = "XXX"  # ISO 4217 for "none"
_NUMBER: Final = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,12})?", re.ASCII)
_MOST_LINES: Final = 500
_MOST_UNITS: Final = 10_000
_MOST_FACTS: Final = 40
_LINES: Final = ("basketitem_set", "basket_itemset")  # the guide's sample, and its prose
_LABELS: Final = ("name", "description", "label", "title")
_TAKEN_OFF: Final = ("discount", "discount_amount", "amount", "value")


@dataclass(slots=True)
class _Reading:
    """One pre-order being read; `gaps` are fields that should be there and are not."""

    currency: str
    gaps: list[str] = field(default_factory=list)

    def money(self, value: Any, where: str, *, signed: bool = False) -> Money:
        if value in (None, ""):
            self.gaps.append(where)
            return Money.zero(self.currency)
        return self.amount(value, where, signed=signed)

    def amount(self, value: Any, where: str, *, signed: bool = False) -> Money:
        try:
            units = _decimal(value)
            if units < 0 and not signed:
                raise ValueError("is negative")
            return Money.from_units(units, self.currency)
        except ValueError as error:
            raise VendorSpokeOddly(NAME, f"{where} is no amount: {error}") from error


def read_report(
    data: Mapping[str, Any], text: str, number: str, now: Callable[[], datetime]
) -> OrderReport:
    """Return the report on the pre-order under `number`; raises VendorSpokeOddly, which keeps
    `text`."""
    try:
        return _report(data, text, number, now())
    except VendorSpokeOddly as odd:
        odd.raw = text
        raise


def _report(data: Mapping[str, Any], text: str, number: str, now: datetime) -> OrderReport:
    pre_order = data.get("pre_order")
    if not isinstance(pre_order, dict):
        raise VendorSpokeOddly(NAME, "the answer has no pre_order")
    _check_number(data.get("order_number"), number)
    found = pre_order.get("basket")
    stored = found if isinstance(found, dict) else {}
    entries = _entries(stored)
    reading = _Reading(_currency(pre_order, entries))
    due = reading.amount(pre_order.get("unpaid_amount"), "unpaid_amount")
    basket = _basket(pre_order, stored, entries, reading)
    return OrderReport(
        vendor=NAME,
        vendor_order_id=number,
        standing=Standing.NEW,
        word="",
        payment=PaymentState.DUE if due else PaymentState.NOT_DUE,
        due=due,
        number="",
        basket=basket,
        placed_at=now,
        customer=customer_of(pre_order),
        facts=_facts(data, pre_order, due, reading),
        raw=text,
    )


def _check_number(told: Any, number: str) -> None:
    if told in (None, ""):
        return
    same = str(told).strip() == number
    # As a JSON number it has lost its leading zeros.
    if not same and not (isinstance(told, int) and str(told) == number.lstrip("0")):
        raise VendorSpokeOddly(NAME, "the answer is about another order")


# --- the basket -----------------------------------------------------------------------------------


def _entries(basket: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    lists = (basket[key] for key in _LINES if isinstance(basket.get(key), list))
    found: list[Any] = next(lists, [])
    return [entry for entry in found[:_MOST_LINES] if isinstance(entry, dict)]


def _currency(pre_order: Mapping[str, Any], entries: list[Mapping[str, Any]]) -> str:
    named = [*entries, pre_order]
    words = (place.get("currency_type") or place.get("currency") for place in named)
    codes = {code for word in words if (code := _code(word))}
    if len(codes) > 1:
        raise VendorSpokeOddly(NAME, "the basket is in several currencies")
    return codes.pop() if codes else _NO_CURRENCY


def _code(word: Any) -> str:
    text = word.get("value", "") if isinstance(word, dict) else word
    code = str(text or "").strip().upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""


def _basket(
    pre_order: Mapping[str, Any],
    stored: Mapping[str, Any],
    entries: list[Mapping[str, Any]],
    reading: _Reading,
) -> Basket:
    if reading.currency == _NO_CURRENCY:
        reading.gaps.append("currency_type")
    if not entries:
        reading.gaps.append("basketitem_set")
    lines = tuple(_line(entry, reading, f"items.{at}") for at, entry in enumerate(entries))
    found = stored.get("discounts")
    taken_off = pre_order.get("discounts") if found is None else found
    adjustments = tuple(_discounts(taken_off, reading))
    fee = reading.money(pre_order.get("shipping_amount") or 0, "shipping_amount")
    zero = Money.zero(reading.currency)
    parts = [*(line.net for line in lines), *(one.amount for one in adjustments), fee]
    return Basket(
        currency=reading.currency,
        lines=lines,
        tip=zero,
        tip_collect=zero,
        total=total(parts, reading.currency),
        delivery=_delivery(pre_order, fee, zero),
        adjustments=adjustments,
    )


def _line(entry: Mapping[str, Any], reading: _Reading, where: str) -> OrderLine:
    product = _product(entry.get("product"))
    zero = Money.zero(reading.currency)
    sku = _word(product.get("sku") or product.get("base_code") or product.get("pk"))
    if not sku:
        reading.gaps.append(f"{where}.sku")
    return OrderLine(
        product_id=sku,
        name=_word(product.get("name"), limit=200),
        quantity=_quantity(entry.get("quantity"), reading, where),
        unit_price=reading.money(entry.get("unit_price"), f"{where}.unit_price"),
        discount=zero,  # the page wants discounts shown for the whole basket, at its end
        collect=zero,
        vat=_percent(entry.get("tax_rate")),
    )


def _product(value: Any) -> Mapping[str, Any]:
    """Return the product, which is an object, or a list of one."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, dict) else {}


def _quantity(value: Any, reading: _Reading, where: str) -> int:
    try:
        units = _decimal(value)
    except ValueError:
        reading.gaps.append(f"{where}.quantity")
        return 1
    if units != units.to_integral_value() or not 1 <= units <= _MOST_UNITS:
        raise VendorSpokeOddly(NAME, f"{where}.quantity is no number of pieces")
    return int(units)


def _discounts(value: Any, reading: _Reading) -> Iterator[Adjustment]:
    entries = value if isinstance(value, list) else [value]
    for at, entry in enumerate(entries[:_MOST_LINES]):
        where = f"discounts.{at}"
        given = entry if isinstance(entry, dict) else {"amount": entry}
        figure = next((given[key] for key in _TAKEN_OFF if given.get(key) not in (None, "")), None)
        if figure is None:
            if entry:
                reading.gaps.append(where)
            continue
        off = reading.amount(figure, where, signed=True)
        label = next((given[key] for key in _LABELS if isinstance(given.get(key), str)), "")
        # Sent as what is taken off, or as what that does to the sum: it is the same.
        if off:
            yield Adjustment(_word(label, limit=120), Money(-abs(off.minor), off.currency))


def _delivery(pre_order: Mapping[str, Any], fee: Money, zero: Money) -> Delivery | None:
    option = pre_order.get("shipping_option")
    named = option.get("name") if isinstance(option, dict) else option
    word = _word(named)
    if not fee and not word:
        return None
    return Delivery(kind=DeliveryKind.OTHER, word=word, fee=fee, collect=zero)


# --- the rest -------------------------------------------------------------------------------------


def _facts(
    data: Mapping[str, Any], pre_order: Mapping[str, Any], due: Money, reading: _Reading
) -> tuple[Fact, ...]:
    found = [Fact("unpaid_amount", f"{due.units} {due.currency}")]
    option = pre_order.get("payment_option")
    named = _word(option.get("name") if isinstance(option, dict) else option)
    if named:
        found.append(Fact("payment_option", named))
    # Sent when an instalment plan was chosen; the page does not say on which level.
    card = data.get("card") or pre_order.get("card")
    found += [
        Fact(plain(path, limit=100), plain(text, limit=200)) for path, text in leaves(card, "card")
    ][:_MOST_FACTS]
    if reading.gaps:
        found.append(Fact("not_told", plain(", ".join(reading.gaps), limit=500)))
    return tuple(found)


def _decimal(value: Any) -> Decimal:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise ValueError("is not a number")
    return Decimal(value)


def _percent(value: Any) -> Decimal | None:
    try:
        rate = _decimal(value)
    except ValueError:
        return None
    return rate if 0 <= rate <= 1000 else None


def _word(value: Any, limit: int = 60) -> str:
    known = "" if value is None or isinstance(value, (bool, list, dict)) else str(value)
    return plain(known, limit=limit)
