"""From Cheers' order to our report: their words, their money, and every other field as a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from pydantic import ValidationError

from app.domain.basket import Basket, Delivery, DeliveryKind, OrderLine, computed_total
from app.domain.errors import VendorSpokeOddly
from app.domain.money import Money
from app.domain.report import DueDoubt, Fact, OrderReport
from app.domain.states import PaymentState, Standing
from app.domain.text import plain, plain_lines
from app.vendors.cheers.people import customer_of
from app.vendors.cheers.wire import WireDelivery, WireLine, WireOrder

STANDINGS: Final[Mapping[str, Standing]] = {
    "NEW": Standing.HELD_BACK,  # the payment may still be on its way
    "APPROVABLE": Standing.NEW,
    "APPROVED": Standing.PREPARING,
    "DONE": Standing.READY,
    "COMPLETED": Standing.COLLECTED,
    "REJECTED": Standing.REJECTED,
    "LEFT": Standing.LEFT,
    "CANCELLED": Standing.CANCELLED,
}
# Only for the one processor that leaves the money to the counter.
OURS_TO_COLLECT: Final = "EXTERNAL_MANUAL"
PAYMENTS: Final[Mapping[str, PaymentState]] = {
    "UNPAID": PaymentState.DUE,
    "AUTHORIZED": PaymentState.DUE,
    "PAID_EXTERNALLY": PaymentState.RECEIVED,
    "CAPTURED": PaymentState.RECEIVED,
    "FAILED": PaymentState.FAILED,
    "RELEASED": PaymentState.NOT_DUE,
    "PAYMENT_NOT_REQUIRED": PaymentState.NOT_DUE,
}
CHANNELS: Final[Mapping[str, str]] = {"MOBILE": "phone", "WEB": "web", "KIOSK": "kiosk"}
DELIVERIES: Final[Mapping[str, DeliveryKind]] = {
    "TAKEAWAY": DeliveryKind.TAKE_AWAY,
    "HOME_DELIVERY": DeliveryKind.HOME_DELIVERY,
}

# Who writes the receipt or invoice; ours have words on screen and slip.
INVOICING: Final[Mapping[str, str]] = {
    "PLACE_RECEIPT": "receipt",
    "PLACE_INVOICE": "invoice",
    "CHEERS_INVOICE": "vendor_invoice",
}

_NO_CURRENCY: Final = "XXX"  # ISO 4217 for "none"
_DEEPEST: Final = 8  # modifiers of modifiers
_WORD: Final = 60  # characters of a word, number or name
# At the ends of the calendar no time can be told in another zone.
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2200


@dataclass(slots=True)
class _Reading:
    """One order being read; `gaps` are fields that should be there and are not."""

    currency: str
    gaps: list[str] = field(default_factory=list)

    def money(self, amount: Decimal | None, where: str) -> Money:
        if amount is None:
            self.gaps.append(where)
            return Money.zero(self.currency)
        try:
            return Money.from_units(amount, self.currency)
        except ValueError as error:
            raise VendorSpokeOddly("cheers", f"{where} is finer than {self.currency}") from error


def read_report(
    data: Any, text: str, vendor_order_id: str, now: Callable[[], datetime]
) -> OrderReport:
    """Return the report on the order with that id.

    `text` is the answer as received, `now` stands in for an order without its time. Raises
    VendorSpokeOddly for another order's answer, for amounts that are none, and for anything that
    is not an order at all.
    """
    try:
        if not isinstance(data, dict):
            raise VendorSpokeOddly("cheers", "the answer is not an object")
        return _report(WireOrder.model_validate(data), text, vendor_order_id, now)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise VendorSpokeOddly("cheers", f"{where}: {first['msg']}", raw=text) from error
    except RecursionError as error:
        raise VendorSpokeOddly("cheers", "nested too deeply", raw=text) from error
    except VendorSpokeOddly as error:
        error.raw = text
        raise


def _report(
    wire: WireOrder, text: str, vendor_order_id: str, now: Callable[[], datetime]
) -> OrderReport:
    if wire.id != vendor_order_id:
        raise VendorSpokeOddly("cheers", "the answer is about another order")
    code = wire.currency_code.strip().upper()
    known = len(code) == 3 and code.isascii() and code.isalpha()
    reading = _Reading(code if known else _NO_CURRENCY)
    if not known:
        reading.gaps.append("currencyCode")
    basket = _basket(wire, reading)
    payment, doubt = _payment(wire, basket.collect)
    placed_at = _moment(wire.created_at)
    if placed_at is None:
        reading.gaps.append("createdAt")
    return OrderReport(
        vendor="cheers",
        vendor_order_id=vendor_order_id,
        standing=STANDINGS.get(wire.status, Standing.UNKNOWN),
        word=_word(wire.status),
        payment=payment,
        payment_word=_word(wire.transaction_status),
        due=basket.collect if payment is not PaymentState.NOT_DUE else Money.zero(basket.currency),
        due_doubt=doubt,
        number=_word(wire.order_number),
        basket=basket,
        placed_at=placed_at or now(),
        desk=_word(wire.desk.name or wire.desk.id) if wire.desk else "",
        channel=CHANNELS.get(wire.order_source, _word(wire.order_source)),
        customer=customer_of(wire.model_extra or {}, wire.metadata, plain_lines(wire.user_comment)),
        facts=_facts(wire, basket, payment, reading.gaps),
        raw=text,
    )


def _payment(wire: WireOrder, collect: Money) -> tuple[PaymentState, DueDoubt]:
    if wire.payment_processor != OURS_TO_COLLECT:
        return PaymentState.NOT_DUE, DueDoubt.NONE
    payment = PAYMENTS.get(wire.transaction_status)
    if payment is None:
        return PaymentState.DUE, DueDoubt.UNKNOWN_WORD
    if payment in (PaymentState.DUE, PaymentState.FAILED) and not collect:
        return payment, DueDoubt.NOTHING_NAMED
    return payment, DueDoubt.NONE


# --- the basket -----------------------------------------------------------------------------------


def _basket(wire: WireOrder, reading: _Reading) -> Basket:
    lines = tuple(_line(line, reading, f"items.{at}") for at, line in enumerate(wire.items))
    if not lines:
        reading.gaps.append("items")
    zero = Money.zero(reading.currency)
    tip = tip_collect = zero
    if wire.tip is not None:
        tip = reading.money(wire.tip.tip, "tip.tip")
        tip_collect = reading.money(wire.tip.external_payment, "tip.externalPayment")
    delivery = _delivery(wire.delivery_option, reading) if wire.delivery_option else None
    return Basket(
        currency=reading.currency,
        lines=lines,
        tip=tip,
        tip_collect=tip_collect,
        total=computed_total(lines, tip, delivery, reading.currency),
        delivery=delivery,
    )


def _line(wire: WireLine, reading: _Reading, where: str, depth: int = 0) -> OrderLine:
    if depth > _DEEPEST:
        raise VendorSpokeOddly("cheers", f"{where} is nested too deeply")
    if not wire.product_id:
        reading.gaps.append(f"{where}.productId")
    return OrderLine(
        product_id=plain(wire.product_id, limit=128),
        unit_price=reading.money(wire.unit_price, f"{where}.unitPrice"),
        discount=reading.money(wire.discount, f"{where}.discount"),
        collect=reading.money(wire.external_payment, f"{where}.externalPayment"),
        vat=wire.vat,
        takeaway=wire.is_takeaway is True,
        modifiers=tuple(
            _line(modifier, reading, f"{where}.modifiers.{at}", depth + 1)
            for at, modifier in enumerate(wire.modifiers)
        ),
    )


def _delivery(wire: WireDelivery, reading: _Reading) -> Delivery:
    return Delivery(
        kind=DELIVERIES.get(wire.type, DeliveryKind.OTHER),
        word=_word(wire.type),
        fee=reading.money(wire.delivery_option_fee, "deliveryOption.deliveryOptionFee"),
        collect=reading.money(wire.external_payment, "deliveryOption.externalPayment"),
        vat=wire.vat,
    )


# --- the rest -------------------------------------------------------------------------------------


def _facts(
    wire: WireOrder, basket: Basket, payment: PaymentState, gaps: list[str]
) -> tuple[Fact, ...]:
    found = {
        "order_source": wire.order_source,
        "invoicing_type": _invoicing(wire.invoicing_type),
        "payment_processor": wire.payment_processor,
        "transaction_status": wire.transaction_status,
        "delivery_type": wire.delivery_option.type if wire.delivery_option else "",
        "desk_type": wire.desk.type if wire.desk else "",
        "desk_id": wire.desk.id if wire.desk else "",
    }
    if payment is PaymentState.NOT_DUE and basket.collect:
        # Named, but not for this counter to settle: staff see it and no call is made.
        found["external_payment"] = f"{basket.collect.units} {basket.currency}"
    if gaps:
        found["not_told"] = ", ".join(gaps)
    return tuple(Fact(key, plain(value, limit=500)) for key, value in found.items() if value)


def _invoicing(text: str) -> str:
    words = (word.strip() for word in text.split(","))
    return ", ".join(INVOICING.get(word, word) for word in words)


def _word(text: str) -> str:
    return plain(text, limit=_WORD)


def _moment(text: str) -> datetime | None:
    """Return the moment in UTC; None for what is none, or is far off the calendars of shops."""
    try:
        moment = datetime.fromisoformat(text)
        # The page writes UTC; a time without its zone is taken the same way.
        known = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return known if _FIRST_YEAR <= known.year <= _LAST_YEAR else None
