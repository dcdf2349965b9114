"""From LOKE's order to our report: their words, their money, and every other field as a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from pydantic import ValidationError

from app.domain.errors import VendorSpokeOddly
from app.domain.money import Money
from app.domain.report import Customer, Fact, OrderReport
from app.domain.states import PaymentState, Standing
from app.domain.text import plain, plain_lines
from app.vendors.loke.basket import Reading, basket_of, reading_of
from app.vendors.loke.wire import WireAddress, WireCart, WireCustomer, WireOrder, WirePayment

STANDINGS: Final[Mapping[str, Standing]] = {
    "pending": Standing.NEW,
    "created": Standing.NEW,
    "accepted": Standing.PREPARING,
    "rejected": Standing.REJECTED,
    "completed": Standing.COLLECTED,
}
REFUNDED: Final = "refunded"
AS_IT_SHOULD: Final = "VALID"  # the cart's status when there is nothing to say about it
SOON: Final = timedelta(minutes=5)
"""An order wanted so soon after it was placed is wanted now."""

_WORD: Final = 60  # characters of a word, number or name
_LONG: Final = 500
_LONGEST_RAW: Final = 20_000  # characters of an odd answer that are kept
# At the ends of the calendar no time can be told in another zone.
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2200


def read_report(
    data: Any, text: str, vendor_order_id: str, now: Callable[[], datetime]
) -> OrderReport:
    """Return the report on the order with that id.

    `text` is the order as received, `now` stands in for one without its time. Raises
    VendorSpokeOddly for another order's answer, for amounts that are none, and for anything that
    is not an order at all.
    """
    try:
        if not isinstance(data, dict):
            raise VendorSpokeOddly("loke", "the answer is not an object")
        return _report(WireOrder.model_validate(data), text, vendor_order_id, now)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise _odd(f"{where}: {first['msg']}", text) from error
    except RecursionError as error:
        raise _odd("nested too deeply", text) from error
    except VendorSpokeOddly as error:
        raise _odd(error.message, text) from error


def _odd(what: str, text: str) -> VendorSpokeOddly:
    return VendorSpokeOddly("loke", what, raw=text[:_LONGEST_RAW])


def _report(
    wire: WireOrder, text: str, vendor_order_id: str, now: Callable[[], datetime]
) -> OrderReport:
    if wire.id != vendor_order_id:
        raise VendorSpokeOddly("loke", "the answer is about another order")
    cart, payment = wire.cart or WireCart(), wire.payment or WirePayment()
    reading = reading_of(cart, payment)
    for part, what in ((wire.cart, "cart"), (wire.payment, "payment")):
        if part is None:
            reading.gaps.append(what)
    basket = basket_of(cart, payment, reading)
    placed_at = moment(wire.created_at) or moment(cart.created_at)
    if placed_at is None:
        reading.gaps.append("createdAt")
    return OrderReport(
        vendor="loke",
        vendor_order_id=vendor_order_id,
        standing=standing_of(wire),
        word=_word(wire.state),
        payment=PaymentState.NOT_DUE,  # it is always paid in the app, whatever becomes of it
        payment_word=_word(payment.state),
        due=Money.zero(basket.currency),
        number="",
        basket=basket,
        placed_at=placed_at or now(),
        wanted_at=_wanted_at(cart, placed_at),
        desk=_desk(cart.service_ref),
        customer=_customer(wire.customer or WireCustomer(), cart),
        facts=_facts(wire, cart, payment, reading),
        raw=text,
    )


def standing_of(wire: WireOrder) -> Standing:
    """Return what the order's word says; for a word nobody named its times decide."""
    known = STANDINGS.get(wire.state.strip().lower())
    if known is not None:
        return known
    if wire.rejected_at:
        return Standing.REJECTED
    if wire.completed_at:
        return Standing.COLLECTED
    return Standing.PREPARING if wire.accepted_at else Standing.NEW


def moment(text: str) -> datetime | None:
    """Return the moment in UTC; None for what is none, or is far off the calendars of shops."""
    try:
        read = datetime.fromisoformat(text.strip())
        # The page writes UTC; a time without its zone is taken the same way.
        known = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return known if _FIRST_YEAR <= known.year <= _LAST_YEAR else None


def _wanted_at(cart: WireCart, placed_at: datetime | None) -> datetime | None:
    """Return when the order is wanted; None for as soon as possible.

    Measured against the order's own times, never the clock: it must read the same tomorrow.
    """
    wanted = moment(cart.fulfill_at)
    began = moment(cart.validated_at) or placed_at
    if wanted is None or (began is not None and wanted - began <= SOON):
        return None
    return wanted


def _desk(reference: str) -> str:
    """Return the service reference for card and slip; a bare number needs a word beside it."""
    known = _word(reference)
    return f"Ref. {known}" if known and not any(letter.isalpha() for letter in known) else known


# --- who ------------------------------------------------------------------------------------------


def _customer(wire: WireCustomer, cart: WireCart) -> Customer:
    name = " ".join(part for part in (wire.first_name.strip(), wire.last_name.strip()) if part)
    address = cart.delivery_address
    facts = (Fact("customer_id", _word(wire.id)), Fact("coords", _coords(address)))
    return Customer(
        name=plain(name, limit=200),
        phone=plain(wire.phone_number, limit=200),
        email=plain(wire.email, limit=200),
        address=_place(address),
        comment=plain_lines(cart.notes),
        facts=tuple(fact for fact in facts if fact.value),
    )


def _place(address: WireAddress | None) -> str:
    if address is None:
        return ""
    town = (address.locality, address.region, address.postcode)
    parts = (
        address.apartment,
        address.street_address,
        " ".join(part.strip() for part in town if part.strip()),
        address.country,
    )
    return plain(", ".join(part.strip() for part in parts if part.strip()), limit=_LONG)


def _coords(address: WireAddress | None) -> str:
    coords = address.coords if address is not None else None
    if coords is None or coords.latitude is None or coords.longitude is None:
        return ""
    return f"{coords.latitude}, {coords.longitude}"


# --- the rest -------------------------------------------------------------------------------------


def _facts(
    wire: WireOrder, cart: WireCart, payment: WirePayment, reading: Reading
) -> tuple[Fact, ...]:
    word = payment.state.strip().lower()
    refunded = payment.refunded_at or (payment.state if word == REFUNDED else "")
    found = {
        "refunded": refunded,
        "rejection_reason": wire.rejection_reason,
        "service_ref": cart.service_ref,
        "cart_status": cart.status if cart.status != AS_IT_SHOULD else "",
        **reading.figures,
        "discount": payment.discount,
        "tax": payment.tax,
        "payment_state": payment.state,
        "payment_ref": payment.ref_id,
    }
    if reading.gaps:
        found["not_told"] = ", ".join(reading.gaps)
    return tuple(Fact(key, plain(value, limit=_LONG)) for key, value in found.items() if value)


def _word(text: str) -> str:
    return plain(text, limit=_WORD)
