"""Ready-made reasons: what staff choose, and what the customer then reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.domain.capabilities import Telling
from app.domain.order import Order, ReturnReason
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, PaymentState
from app.ui.wording.figures import Counts, amount, lower_first
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.settling import not_told_text
from app.usecases.desk import Shop

SOLD_OUT: Final = "sold_out"
OTHER: Final = "other"

_REJECT: Final[Mapping[str, tuple[str, str]]] = {
    SOLD_OUT: (QT_TRANSLATE_NOOP("Reasons", "Sold out"), ""),
    "too_busy": (
        QT_TRANSLATE_NOOP("Reasons", "Too busy right now"),
        QT_TRANSLATE_NOOP("Reasons", "Sorry, we are too busy to take your order right now."),
    ),
    "closing": (
        QT_TRANSLATE_NOOP("Reasons", "We close soon"),
        QT_TRANSLATE_NOOP("Reasons", "Sorry, we close soon and cannot make your order any more."),
    ),
    "too_far": (
        QT_TRANSLATE_NOOP("Reasons", "Cannot deliver there"),
        QT_TRANSLATE_NOOP("Reasons", "Sorry, we cannot deliver to this address."),
    ),
    "twice": (
        QT_TRANSLATE_NOOP("Reasons", "Ordered twice"),
        QT_TRANSLATE_NOOP("Reasons", "You seem to have ordered twice, so we make one of them."),
    ),
    OTHER: (QT_TRANSLATE_NOOP("Reasons", "Other reason"), ""),
}
_RETURN: Final[Mapping[ReturnReason, str]] = {
    ReturnReason.CANCELLED: QT_TRANSLATE_NOOP("Reasons", "Order cancelled"),
    ReturnReason.GOODS_BACK: QT_TRANSLATE_NOOP("Reasons", "Goods brought back"),
    ReturnReason.WRONG: QT_TRANSLATE_NOOP("Reasons", "Wrong or missing"),
    ReturnReason.TOO_MUCH: QT_TRANSLATE_NOOP("Reasons", "Paid too much"),
    ReturnReason.OTHER: QT_TRANSLATE_NOOP("Reasons", "Other reason"),
}
_UNPAID: Final[Mapping[str, str]] = {
    "later": QT_TRANSLATE_NOOP("Reasons", "Pays later"),
    "elsewhere": QT_TRANSLATE_NOOP("Reasons", "Paid another way"),
    "mistake": QT_TRANSLATE_NOOP("Reasons", "Our mistake, on the house"),
    "staff": QT_TRANSLATE_NOOP("Reasons", "Staff or guest of the house"),
    "broken": QT_TRANSLATE_NOOP("Reasons", "Terminal does not work"),
    OTHER: QT_TRANSLATE_NOOP("Reasons", "Other reason"),
}


def reject_reasons() -> list[tuple[str, str]]:
    """Return key and words of each reason to reject."""
    return [(key, translate("Reasons", words)) for key, (words, _text) in _REJECT.items()]


def unpaid_reasons() -> list[tuple[str, str]]:
    """Return key and words of each reason to hand over unpaid."""
    return [(key, translate("Reasons", words)) for key, words in _UNPAID.items()]


def return_reasons(*, owed: bool) -> list[tuple[str, str]]:
    """Return key and words of each reason to give money back: an order that ended unsold was
    cancelled, of one that was handed over the goods come back."""
    left_out = ReturnReason.GOODS_BACK if owed else ReturnReason.CANCELLED
    return [
        (reason.value, return_reason_text(reason)) for reason in _RETURN if reason is not left_out
    ]


def return_reason_text(reason: ReturnReason) -> str:
    """Return the words of a reason to give money back."""
    return translate("Reasons", _RETURN[reason])


def customer_text(key: str, sold_out: Sequence[str] = ()) -> str:
    """Return what the customer reads for a reason; `sold_out` are names of lines."""
    if key == SOLD_OUT:
        return _sold_out(sold_out)
    _words, text = _REJECT.get(key, ("", ""))
    return translate("Reasons", text) if text else ""


def _sold_out(names: Sequence[str]) -> str:
    if not names:
        return translate("Reasons", "Sorry, what you ordered is sold out today.")
    first = [lower_first(name) if _is_a_word(name) else name for name in names]
    if len(first) == 1:
        return translate("Reasons", "Sorry, {name} is sold out today.").format(name=first[0])
    listed = translate("Reasons", "{names} and {last}")
    listed = listed.format(names=", ".join(first[:-1]), last=first[-1])
    return translate("Reasons", "Sorry, {names} are sold out today.").format(names=listed)


def _is_a_word(name: str) -> bool:
    """Tell a word to be written small in a sentence from "IPA" or "L-17"."""
    return name[:1].isupper() and name[1:2].islower()


def reason_reader(snapshot: OrderSnapshot) -> str:
    """Return the caption of the reason's text: who reads it."""
    offered = snapshot.offers(Move.REJECT)
    if offered is not None and offered.telling is not Telling.TOLD:
        return translate("Reasons", "Reason, kept here only")
    text = translate("Reasons", "{vendor} reads, not the customer")
    if snapshot.passes_reason_on:
        text = translate("Reasons", "The customer reads")
    if snapshot.reason_required:
        text = translate("Reasons", "{vendor} reads, not the customer (needed)")
        if snapshot.passes_reason_on:
            text = translate("Reasons", "The customer reads (needed)")
    return text.format(vendor=snapshot.vendor_title)


def reject_consequence(snapshot: OrderSnapshot, shop: Shop) -> str:
    """Return what rejecting means: until when it can be undone, who is told, what is paid back."""
    vendor, offered = snapshot.vendor_title, snapshot.offers(Move.REJECT)
    paid_back = _paid_back(snapshot.order, vendor, shop)
    if offered is not None and offered.telling is not Telling.TOLD:
        if offered.telling is Telling.HERE_ONLY:
            return paid_back
        return f"{not_told_text(Move.REJECT, snapshot)}. {paid_back}"
    text = translate("Reasons", "{vendor} tells the customer for good.")
    if shop.undo_seconds:
        text = translate("Reasons", "{seconds} to undo, then {vendor} tells the customer for good.")
    seconds = Counts().seconds(round(shop.undo_seconds))
    said = text.format(seconds=seconds, vendor=vendor)
    return f"{said} {paid_back}"


def _paid_back(order: Order, vendor: str, shop: Shop) -> str:
    if order.money_taken.minor > 0:
        text = translate("Reasons", "Give {amount} back by hand.")
        return text.format(amount=amount(order.money_taken, shop))
    in_app = order.basket.total - order.due
    if order.payment is PaymentState.NOT_DUE or in_app.minor > 0:
        return translate("Reasons", "Nothing was paid here.")
    return translate("Reasons", "Nothing was paid.")
