"""Why a vendor said no, in the shop's words, and what staff do then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.notice import NoticeCode
from app.domain.refusal import Refusal, read_refusal
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_ASK_FOR_A_NEW_ONE: Final = QT_TRANSLATE_NOOP("Refusal", "Ask the customer for a new order number.")
_PAY_AT_THE_TILL: Final = QT_TRANSLATE_NOOP(
    "Refusal", "Let the customer choose to pay at the till, then try again."
)
# What happened, and what to do while no money has been taken.
_WORDS: Final[Mapping[Refusal, tuple[str, str]]] = {
    Refusal.BASKET_CHANGED: (
        QT_TRANSLATE_NOOP("Refusal", "The customer's basket was changed meanwhile"),
        _ASK_FOR_A_NEW_ONE,
    ),
    Refusal.INVALID_OR_CHANGED: (
        QT_TRANSLATE_NOOP("Refusal", "The customer's basket was changed, or it was not understood"),
        _ASK_FOR_A_NEW_ONE,
    ),
    Refusal.NO_PAYMENT_OPTION: (
        QT_TRANSLATE_NOOP("Refusal", "The customer has chosen no way of paying yet"),
        _PAY_AT_THE_TILL,
    ),
    Refusal.OTHER_PAYMENT_OPTION: (
        QT_TRANSLATE_NOOP("Refusal", "The customer has chosen another way of paying"),
        _PAY_AT_THE_TILL,
    ),
    Refusal.NUMBER_MISSING: (
        QT_TRANSLATE_NOOP("Refusal", "The order number did not arrive"),
        QT_TRANSLATE_NOOP("Refusal", "Nothing was changed. Scan or type it again."),
    ),
    Refusal.NUMBER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} does not know this number"),
        QT_TRANSLATE_NOOP(
            "Refusal", "It is paid already or over 24 hours old. Compare it, or ask for a new one."
        ),
    ),
    Refusal.SESSION_GONE: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} no longer has this pre-order"),
        _ASK_FOR_A_NEW_ONE,
    ),
    Refusal.AMOUNT_DIFFERS: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} now wants another amount"),
        QT_TRANSLATE_NOOP("Refusal", "Look the number up again and tell the customer."),
    ),
    Refusal.OFFER_FAILED: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} could not apply the customer's offer"),
        _ASK_FOR_A_NEW_ONE,
    ),
}
_SETTLE_IT: Final = QT_TRANSLATE_NOOP("Refusal", "Settle it under Not in register.")
# Found here, before the vendor was asked.
_OURS: Final[Mapping[Refusal, tuple[str, str]]] = {
    Refusal.NO_ARTICLE: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} needs an article for it"),
        _SETTLE_IT,
    ),
    Refusal.NO_DELIVERY_ARTICLE: (
        QT_TRANSLATE_NOOP("Refusal", "It has a delivery fee, which has no article in {vendor}"),
        QT_TRANSLATE_NOOP("Refusal", "Name one in Settings, Vendors, or ring it up by hand."),
    ),
    Refusal.PARTLY_TAKEN_AWAY: (
        QT_TRANSLATE_NOOP("Refusal", "Some of it is eaten here and some taken away"),
        _SETTLE_IT,
    ),
    Refusal.NO_LINES: (
        QT_TRANSLATE_NOOP("Refusal", "The order has no lines"),
        QT_TRANSLATE_NOOP("Refusal", "Ring it up by hand."),
    ),
    Refusal.SUMS_DIFFER: (
        QT_TRANSLATE_NOOP("Refusal", "Its lines do not come to its total"),
        QT_TRANSLATE_NOOP("Refusal", "Ring it up by hand."),
    ),
    Refusal.NO_SESSION: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} needs the session cookie of the shop"),
        QT_TRANSLATE_NOOP("Refusal", "Enter it in Settings, Vendors."),
    ),
}
_ALL: Final = {**_WORDS, **_OURS}
_PROBLEMS: Final[Mapping[str, tuple[str, str]]] = {
    NoticeCode.ORDER_UNKNOWN.value: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} has no order of this id"),
        QT_TRANSLATE_NOOP("Refusal", "Compare it letter by letter."),
    ),
    NoticeCode.VENDOR_GONE.value: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} does not answer"),
        QT_TRANSLATE_NOOP("Refusal", "Try again in a moment."),
    ),
    NoticeCode.LOGIN_FAILED.value: (
        QT_TRANSLATE_NOOP("Refusal", "{vendor} does not let this shop in"),
        QT_TRANSLATE_NOOP("Refusal", "Open Settings, Vendors."),
    ),
    NoticeCode.STORE_UNAVAILABLE.value: (
        QT_TRANSLATE_NOOP("Refusal", "Pult cannot save"),
        QT_TRANSLATE_NOOP("Refusal", "Try again when it can."),
    ),
}


def problem_words(problem: str, data: Mapping[str, str], vendor: str) -> tuple[str, str]:
    """Return what came of a question to a vendor, without its full stop, and what to do now."""
    if problem != NoticeCode.LOOK_UP_REFUSED.value:
        other = (
            QT_TRANSLATE_NOOP("Refusal", "{vendor} gave no answer Pult understands"),
            QT_TRANSLATE_NOOP("Refusal", "Look in {vendor}."),
        )
        head, todo = _PROBLEMS.get(problem, other)
        return _said(head, vendor), _said(todo, vendor)
    try:
        head, todo = _ALL[Refusal(data.get("why", ""))]
    except ValueError:
        head = refusal_head(data.get("reason", ""), vendor)
        return head, _said(QT_TRANSLATE_NOOP("Refusal", "Look in {vendor}."), vendor)
    return _said(head, vendor), _said(todo, vendor)


def refusal_head(kept: str, vendor: str) -> str:
    """Return what a refusal that is kept with a push says, without its full stop; "" for none."""
    why, sentence = read_refusal(kept)
    if why is not None:
        return _said(_ALL[why][0], vendor)
    if not sentence:
        return ""
    words = translate("Refusal", "{vendor} says: “{words}”")
    return words.format(vendor=vendor, words=" ".join(sentence.split()))


def refusal_details(kept: str, vendor: str) -> str:
    """Return a kept refusal in full: our words for it, and the vendor's own."""
    why, sentence = read_refusal(kept)
    if why is None:
        return sentence
    return " · ".join(part for part in (_said(_ALL[why][0], vendor), sentence) if part)


def _said(text: str, vendor: str) -> str:
    return translate("Refusal", text).format(vendor=vendor)
