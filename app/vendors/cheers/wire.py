"""The order as Cheers sends it; whatever may be missing is None, whatever is unknown is kept apart.

Only money is strict: a figure that is not an amount makes the whole answer unfit, because a wrong
amount is worse than none. Everything else is taken as it comes.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

_LARGEST: Final = Decimal(1_000_000_000)  # units; more is no order of a counter
_FINEST: Final = -12  # decimals beyond any currency; keeps exact arithmetic exact
_NUMBER: Final = re.compile(r"[0-9]{1,13}(\.[0-9]{1,12})?", re.ASCII)


def as_text(value: Any) -> str:
    """Return any JSON value as one text: nothing as "", parts of an object or list as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def _number(value: Any) -> Decimal | None:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    return Decimal(value)


def _amount(value: Any) -> Decimal | None:
    if value is None:
        return None
    amount = _number(value)
    if amount is None or not amount.is_finite():
        raise ValueError("is not an amount")
    if amount < 0:
        raise ValueError("is negative")
    if amount > _LARGEST or int(amount.as_tuple().exponent) < _FINEST:
        raise ValueError("is no amount of any currency")
    return amount


def _percent(value: Any) -> Decimal | None:
    rate = _number(value)
    fits = rate is not None and rate.is_finite() and 0 <= rate <= 1000
    return rate if rate is not None and fits else None


def _list(value: Any) -> Any:
    return [] if value is None else value


def _named(key: str) -> BeforeValidator:
    """Take a bare value where an object with `key` is expected."""

    def wrap(value: Any) -> Any:
        return value if value is None or isinstance(value, dict) else {key: value}

    return BeforeValidator(wrap)


Text = Annotated[str, BeforeValidator(as_text)]
Amount = Annotated[Decimal | None, BeforeValidator(_amount)]
Percent = Annotated[Decimal | None, BeforeValidator(_percent)]


class _Wire(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, extra="ignore", hide_input_in_errors=True)


class WireLine(_Wire):
    """An entry of `items` or `modifiers`: one unit of one product."""

    product_id: Text = ""
    unit_price: Amount = None
    discount: Amount = None
    external_payment: Amount = None
    vat: Percent = None
    is_takeaway: Any = None
    modifiers: Annotated[list[WireLine], BeforeValidator(_list)] = Field(default_factory=list)


class WireTip(_Wire):
    """`tip`."""

    tip: Amount = None
    external_payment: Amount = None


class WireDelivery(_Wire):
    """`deliveryOption`."""

    delivery_option_fee: Amount = None
    external_payment: Amount = None
    vat: Percent = None
    type: Text = ""


class WireDesk(_Wire):
    """`desk`."""

    id: Text = ""
    name: Text = ""
    type: Text = ""


class WireOrder(_Wire):
    """The whole order.

    Fields the page does not name (buyer data and delivery address come without a name there) are
    in `model_extra`.
    """

    model_config = ConfigDict(extra="allow")

    id: Text = ""
    created_at: Text = ""
    order_number: Text = ""
    status: Text = ""
    transaction_status: Text = ""
    payment_processor: Text = ""
    currency_code: Text = ""
    order_source: Text = ""
    tip: Annotated[WireTip | None, _named("tip")] = None
    desk: Annotated[WireDesk | None, _named("name")] = None
    invoicing_type: Text = ""
    items: Annotated[list[WireLine], BeforeValidator(_list)] = Field(default_factory=list)
    delivery_option: Annotated[WireDelivery | None, _named("type")] = None
    user_comment: Text = ""
    metadata: Any = None
