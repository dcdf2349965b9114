"""Why a vendor says no, where its page names the reason: what staff can do hangs on it."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """The reasons the screen has words of its own for."""

    BASKET_CHANGED = "basket changed"
    INVALID_OR_CHANGED = "not understood, or basket changed"
    NO_PAYMENT_OPTION = "no way of paying chosen"
    OTHER_PAYMENT_OPTION = "another way of paying chosen"
    NUMBER_MISSING = "no order number"
    NUMBER_UNKNOWN = "order number not known"
    SESSION_GONE = "pre-order gone"
    AMOUNT_DIFFERS = "amount differs"
    OFFER_FAILED = "offer not applied"
    NO_ARTICLE = "no article for"
    NO_DELIVERY_ARTICLE = "no article for the delivery fee"
    PARTLY_TAKEN_AWAY = "some of it is taken away and some is not"
    NO_LINES = "no lines"
    SUMS_DIFFER = "lines and total differ"
    NO_SESSION = "no session cookie"


_BETWEEN = ": "


def kept_refusal(why: Refusal | None, sentence: str) -> str:
    """Return a refusal as it is kept, the vendor's own `sentence` behind our word for it."""
    return _BETWEEN.join(part for part in (why, sentence) if part)


def read_refusal(kept: str) -> tuple[Refusal | None, str]:
    """Return what `kept_refusal` was given."""
    for why in Refusal:
        if kept == why or kept.startswith(why + _BETWEEN):
            return why, kept[len(why) :].removeprefix(_BETWEEN)
    return None, kept
