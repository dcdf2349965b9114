"""The codes of the page's tables, one table per call: the same number means different things.

They stand in the body of an answer whose HTTP status is always 200, quoted or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
)
from app.domain.refusal import Refusal
from app.domain.text import plain

NAME: Final = "akinon"
WRONG_CREDENTIALS: Final = "403"
ACCEPTED: Final = "0"
_LONGEST_SENTENCE: Final = 200


class Call(Enum):
    """The three hooks."""

    PRE_ORDER = "pre_order"
    COMPLETE = "complete"
    GET_ORDER_NUMBER = "get_order_number"

    @property
    def path(self) -> str:
        """Where it is called; the slash at the end belongs to it."""
        return f"/hooks/cash_register/{self.value}/"


WHY: Final[Mapping[Call, Mapping[str, Refusal]]] = {
    Call.PRE_ORDER: {
        "402": Refusal.BASKET_CHANGED,
        "407": Refusal.NO_PAYMENT_OPTION,
        "408": Refusal.OTHER_PAYMENT_OPTION,
        "409": Refusal.NUMBER_MISSING,
        "410": Refusal.NUMBER_UNKNOWN,
        "411": Refusal.SESSION_GONE,
    },
    Call.COMPLETE: {
        "402": Refusal.INVALID_OR_CHANGED,
        "404": Refusal.NUMBER_UNKNOWN,
        "405": Refusal.AMOUNT_DIFFERS,
        "407": Refusal.NO_PAYMENT_OPTION,
        "408": Refusal.OTHER_PAYMENT_OPTION,
        "411": Refusal.SESSION_GONE,
        "412": Refusal.OFFER_FAILED,
    },
    Call.GET_ORDER_NUMBER: {
        "407": Refusal.NO_PAYMENT_OPTION,
        "408": Refusal.OTHER_PAYMENT_OPTION,
    },
}
_GONE: Final = frozenset({Refusal.NUMBER_UNKNOWN, Refusal.SESSION_GONE, Refusal.NUMBER_MISSING})
# The page names `error_message`; the field beside `result` has no name there.
_SENTENCES: Final = ("error_message", "message", "result_message", "error", "detail")


def code_of(value: Any) -> str:
    """Return a code as text, "" for what is none: nothing, true, false, a list or an object."""
    if value is None or isinstance(value, (bool, list, dict)):
        return ""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return str(int(value))
    return plain(str(value), limit=20)


def refusal_of(call: Call, code: str, data: Mapping[str, Any], secret: str) -> VendorError:
    """Return what a code other than success means in the table of `call`.

    A code that is not in it is a refusal too, shown with its number. `secret` is let into no
    sentence.
    """
    sentence = next((data[key] for key in _SENTENCES if isinstance(data.get(key), str)), "")
    said = plain(sentence.replace(secret, "(key)") if secret else sentence, limit=_LONGEST_SENTENCE)
    if code == WRONG_CREDENTIALS:
        return VendorLoginFailed(NAME, f"user name or password not accepted ({code})")
    why = WHY[call].get(code)
    reason = f"{said} ({code})" if said else code
    kind = OrderUnknown if why in _GONE else VendorRefused
    return kind(NAME, reason, code=code, why=why)
