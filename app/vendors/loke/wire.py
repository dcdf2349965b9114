"""The order as LOKE sends it; whatever may be missing is None, whatever is unknown is left out.

Only money is strict: whole numbers of the currency's smallest unit. A figure that is none makes the
whole order unfit, because a wrong amount is worse than none. Everything else is taken as it comes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

_LARGEST: Final = 10**12  # smallest units; more is no order of a counter


def as_text(value: Any) -> str:
    """Return any JSON value as one text: nothing as "", objects and lists as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _amount(value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("is not a whole number of the smallest unit")
    if abs(value) > _LARGEST:
        raise ValueError("is no amount of any order")
    return value


def _rate(value: Any) -> Decimal | None:
    """Return a share (0.05) as percent (5); None for anything that is no rate of tax."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    rate = Decimal(value)
    return (rate * 100).normalize() if rate.is_finite() and 0 <= rate <= 1 else None


def _coordinate(value: Any) -> Decimal | None:
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return Decimal(value) if number and abs(Decimal(value)) <= 180 else None


def _objects(value: Any) -> list[Any]:
    """Return the objects with anything in them; the page's own sample has empty ones."""
    return [part for part in value if isinstance(part, dict) and part] if _is_list(value) else []


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _object(value: Any) -> Any:
    return value if isinstance(value, dict) else None


def _named(key: str) -> Callable[[Any], Any]:
    """Take a bare value where an object with `key` is expected."""

    def wrap(value: Any) -> Any:
        return value if value is None or isinstance(value, dict) else {key: value}

    return wrap


Text = Annotated[str, BeforeValidator(as_text)]
Amount = Annotated[int | None, BeforeValidator(_amount)]
Rate = Annotated[Decimal | None, BeforeValidator(_rate)]
Coordinate = Annotated[Decimal | None, BeforeValidator(_coordinate)]
Objects = BeforeValidator(_objects)
Object = BeforeValidator(_object)


class _Wire(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, extra="ignore", hide_input_in_errors=True)


class WirePrice(_Wire):
    """`price` of an item or a choice; the amount includes the tax."""

    amount: Amount = None
    tax_rate: Rate = None


Price = Annotated[WirePrice | None, BeforeValidator(_named("amount"))]


class WireChoice(_Wire):
    """An entry of `choices`; its options nest without an end of their own."""

    id: Text = ""
    title: Text = ""
    quantity: Any = None
    price: Price = None
    note: Text = ""
    options: Any = None


class WireOption(_Wire):
    """An entry of `options`: a question to the customer, and what was chosen."""

    id: Text = ""
    title: Text = ""
    choices: Annotated[list[WireChoice], Objects] = Field(default_factory=list)


class WireItem(_Wire):
    """An entry of `items`; what exactly `amount` covers the page does not say."""

    id: Text = ""
    title: Text = ""
    quantity: Any = None
    amount: Amount = None
    price: Price = None
    note: Text = ""
    options: Any = None


class WireAdjustment(_Wire):
    """An entry of `adjustments`, below zero for a discount."""

    id: Text = ""
    label: Text = ""
    amount: Amount = None


class WireCoords(_Wire):
    """`coords` of an address."""

    latitude: Coordinate = None
    longitude: Coordinate = None


class WireAddress(_Wire):
    """`deliveryAddress`."""

    apartment: Text = ""
    street_address: Text = ""
    locality: Text = ""
    region: Text = ""
    postcode: Text = ""
    country: Text = ""
    coords: Annotated[WireCoords | None, Object] = None


class WireCart(_Wire):
    """`cart`."""

    created_at: Text = ""
    validated_at: Text = ""
    fulfill_at: Text = ""
    currency: Text = ""
    status: Text = ""
    total: Amount = None
    notes: Text = ""
    service_ref: Text = ""
    adjustments: Annotated[list[WireAdjustment], Objects] = Field(default_factory=list)
    delivery_address: Annotated[WireAddress | None, BeforeValidator(_named("streetAddress"))] = None
    items: Annotated[list[WireItem], Objects] = Field(default_factory=list)


class WirePayment(_Wire):
    """`payment`; `discount` and `tax` are texts."""

    completed_at: Text = ""
    refunded_at: Text = ""
    ref_id: Text = ""
    currency: Text = ""
    state: Text = ""
    total: Amount = None
    charged_amount: Amount = None
    credit_amount: Amount = None
    delivery_amount: Amount = None
    discount_amount: Amount = None
    fee_amount: Amount = None
    payout_amount: Amount = None
    tip_amount: Amount = None
    discount: Text = ""
    tax: Text = ""


class WireCustomer(_Wire):
    """`customer`."""

    id: Text = ""
    first_name: Text = ""
    last_name: Text = ""
    email: Text = ""
    phone_number: Text = ""


class WireOrder(_Wire):
    """The whole order."""

    id: Text = ""
    state: Text = ""
    created_at: Text = ""
    accepted_at: Text = ""
    rejected_at: Text = ""
    completed_at: Text = ""
    rejection_reason: Text = ""
    cart: Annotated[WireCart | None, Object] = None
    payment: Annotated[WirePayment | None, Object] = None
    customer: Annotated[WireCustomer | None, BeforeValidator(_named("firstName"))] = None


def options_of(value: Any) -> list[WireOption]:
    """Return the options of an item or a choice, those without anything in them left out."""
    return [WireOption.model_validate(option) for option in _objects(value)]
