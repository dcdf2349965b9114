"""What was ordered and what it costs, out of LOKE's cart and payment.

All amounts are whole numbers of the smallest unit and include their tax. Nothing is added up here:
the page does not say what an item's amount covers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from babel.core import get_global

from app.domain.basket import Adjustment, Basket, Delivery, DeliveryKind, OrderLine
from app.domain.money import Money
from app.domain.text import plain
from app.vendors.loke.wire import (
    WireAdjustment,
    WireCart,
    WireChoice,
    WireItem,
    WireOption,
    WirePayment,
    WirePrice,
    as_text,
    options_of,
)

CURRENCIES: Final = frozenset({"AUD", "SGD", "GBP", "NZD", "USD"})
DEEPEST: Final = 8  # options of options
_NO_CURRENCY: Final = "XXX"  # ISO 4217 for "none"
_MOST: Final = 9999  # units of one line
_NAME: Final = 200
_NOTE: Final = 500


@dataclass(slots=True)
class Reading:
    """One order being read, in the currency of its cart.

    `paid_in` is the payment's currency, another one only where the two contradict; `figures` are
    the payment's amounts as facts, `gaps` fields that should be there and are not, or are odd.
    """

    currency: str
    paid_in: str
    figures: dict[str, str] = field(default_factory=dict)
    gaps: list[str] = field(default_factory=list)

    def money(self, minor: int | None) -> Money:
        """Return the amount, nothing where none is named."""
        return _money(minor or 0, self.currency)

    def paid(self, minor: int | None) -> Money:
        """Return an amount of the payment, nothing where it is of another currency."""
        return self.money(minor if self.paid_in == self.currency else None)

    def note(self, key: str, minor: int | None, currency: str) -> None:
        """Keep an amount as a fact."""
        if minor:
            self.figures[key] = f"{_money(minor, currency).units:f} {currency}"


def reading_of(cart: WireCart, payment: WirePayment) -> Reading:
    """Begin to read an order: which currencies its amounts are in."""
    carts, payments = _code(cart.currency), _code(payment.currency)
    currency = carts or payments or _NO_CURRENCY
    reading = Reading(currency, payments or currency)
    if currency == _NO_CURRENCY:
        reading.gaps.append("currency")
    return reading


def basket_of(cart: WireCart, payment: WirePayment, reading: Reading) -> Basket:
    """Return the basket; its total is the vendor's own figure, the payment's before the cart's."""
    lines = tuple(_item(item, reading, f"items.{at}") for at, item in enumerate(cart.items))
    if not lines:
        reading.gaps.append("items")
    total = payment.total if reading.paid_in == reading.currency else None
    if total is None:
        total = cart.total
    if total is None:
        reading.gaps.append("total")
    _note_figures(cart, payment, reading, total)
    return Basket(
        currency=reading.currency,
        lines=lines,
        tip=reading.paid(payment.tip_amount),
        tip_collect=reading.money(None),
        total=reading.money(total),
        total_is_computed=False,
        total_has_tip=False,
        delivery=_delivery(cart, payment, reading),
        adjustments=tuple(_adjustments(cart.adjustments, reading)),
    )


def _note_figures(
    cart: WireCart, payment: WirePayment, reading: Reading, total: int | None
) -> None:
    if cart.total != total:
        reading.note("cart_total", cart.total, reading.currency)
    if reading.paid_in != reading.currency:
        reading.note("payment_total", payment.total, reading.paid_in)
        reading.note("tip_amount", payment.tip_amount, reading.paid_in)
        reading.note("delivery_amount", payment.delivery_amount, reading.paid_in)
    if reading.currency not in CURRENCIES and total is not None:
        # What the smallest unit of that one is the page does not say.
        reading.figures["as_sent"] = f"{total} {reading.currency}"
    for key, minor in (
        ("charged_amount", payment.charged_amount),
        ("credit_amount", payment.credit_amount),
        ("discount_amount", payment.discount_amount),
        ("fee_amount", payment.fee_amount),
        ("payout_amount", payment.payout_amount),
    ):
        reading.note(key, minor, reading.paid_in)


def _delivery(cart: WireCart, payment: WirePayment, reading: Reading) -> Delivery | None:
    if cart.delivery_address is None and not payment.delivery_amount:
        return None
    return Delivery(
        kind=DeliveryKind.HOME_DELIVERY,
        word="",
        fee=reading.paid(payment.delivery_amount),
        collect=reading.money(None),
    )


def _adjustments(wires: list[WireAdjustment], reading: Reading) -> Iterator[Adjustment]:
    for at, wire in enumerate(wires):
        if wire.amount is None:
            reading.gaps.append(f"adjustments.{at}.amount")
        label = plain(wire.label or wire.id, limit=_NAME)
        yield Adjustment(label, reading.money(wire.amount))


# --- lines ----------------------------------------------------------------------------------------


def _item(wire: WireItem, reading: Reading, where: str) -> OrderLine:
    price = wire.price or WirePrice()
    amount = price.amount if price.amount is not None else wire.amount
    if amount is None:
        reading.gaps.append(f"{where}.price")
    quantity, odd = _quantity(wire.quantity, reading, where)
    return OrderLine(
        product_id=plain(wire.id, limit=128),
        name=plain(wire.title, limit=_NAME),
        unit_price=reading.money(amount),
        discount=reading.money(None),
        collect=reading.money(None),
        quantity=quantity,
        vat=price.tax_rate,
        note=_note(wire.note, odd),
        modifiers=_options(wire.options, reading, where, 1),
    )


def _options(value: Any, reading: Reading, where: str, depth: int) -> tuple[OrderLine, ...]:
    if depth > DEEPEST:
        if options_of(value):
            reading.gaps.append(f"{where}.options")
        return ()
    return tuple(
        _choice(option, choice, reading, f"{where}.options.{at}.choices.{place}", depth)
        for at, option in enumerate(options_of(value))
        for place, choice in enumerate(option.choices)
    )


def _choice(
    option: WireOption, wire: WireChoice, reading: Reading, where: str, depth: int
) -> OrderLine:
    price = wire.price or WirePrice()
    quantity, odd = _quantity(wire.quantity, reading, where)
    # "Large" or "None" alone would not say of what.
    name = ": ".join(part for part in (option.title.strip(), wire.title.strip()) if part)
    return OrderLine(
        product_id=plain(wire.id, limit=128),
        name=plain(name, limit=_NAME),
        unit_price=reading.money(price.amount),
        discount=reading.money(None),
        collect=reading.money(None),
        quantity=quantity,
        vat=price.tax_rate,
        note=_note(wire.note, odd),
        modifiers=_options(wire.options, reading, where, depth + 1),
    )


def _quantity(value: Any, reading: Reading, where: str) -> tuple[int, str]:
    """Return how many, and what stands there where that is no number of units."""
    whole = isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value()
    if whole and abs(value) <= _MOST:
        value = int(value)
    if value is None or (isinstance(value, int) and value is not True and 1 <= value <= _MOST):
        return value or 1, ""
    reading.gaps.append(f"{where}.quantity")
    return 1, as_text(value)


def _note(text: str, odd_quantity: str) -> str:
    # The kitchen must see it: "1x" alone would be a guess.
    many = f"({odd_quantity}x)" if odd_quantity else ""
    return plain(" ".join(part for part in (many, text) if part), limit=_NOTE)


# --- money ----------------------------------------------------------------------------------------


def _code(text: str) -> str:
    code = text.strip().upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""


def _money(minor: int, currency: str) -> Money:
    if currency in CURRENCIES or currency in get_global("all_currencies"):
        return Money(minor, currency)
    # A currency nobody knows has no decimals we know of: the figure is shown as it was sent.
    return Money.from_units(minor, currency)
