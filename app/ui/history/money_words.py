"""What the timeline says of money, and of what is settled outside this till."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.money import Money
from app.domain.order import PaymentMethod, ReturnReason
from app.domain.settlement import SettleKind
from app.domain.states import PaymentState
from app.ui.history.event_line import EventLine, Telling
from app.ui.theme import Shape
from app.ui.wording.figures import amount
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.reasons import return_reason_text

_METHODS: Final[Mapping[str, str]] = {
    PaymentMethod.CASH.value: QT_TRANSLATE_NOOP("Events", "cash"),
    PaymentMethod.CARD.value: QT_TRANSLATE_NOOP("Events", "card"),
    PaymentMethod.OTHER.value: QT_TRANSLATE_NOOP("Events", "other"),
}
_PAYMENTS: Final[Mapping[str, str]] = {
    PaymentState.RECEIVED.value: QT_TRANSLATE_NOOP("Events", "Payment received"),
    PaymentState.FAILED.value: QT_TRANSLATE_NOOP("Events", "Payment failed"),
    PaymentState.RETURNED.value: QT_TRANSLATE_NOOP("Events", "Money returned"),
    PaymentState.DUE.value: QT_TRANSLATE_NOOP("Events", "Payment due"),
    PaymentState.NOT_DUE.value: QT_TRANSLATE_NOOP("Events", "Nothing to pay here"),
    PaymentState.UNCONFIRMED.value: QT_TRANSLATE_NOOP("Events", "Payment not confirmed"),
    PaymentState.RETURN_DUE.value: QT_TRANSLATE_NOOP("Events", "Money to give back"),
}


def payment(told: Telling) -> EventLine:
    """Word it: the order's money stands otherwise."""
    known = _PAYMENTS.get(told.data("payment"))
    text = translate("Events", known or QT_TRANSLATE_NOOP("Events", "Payment changed"))
    if told.data("amount") and told.data("currency"):
        money = Money(int(told.data("amount")), told.data("currency"))
        text = f"{text} {amount(money, told.shop)}"
    method = _METHODS.get(told.data("method"))
    if method:
        text = f"{text}, {translate('Events', method)}"
    note = told.data("reason")
    if note in {reason.value for reason in ReturnReason}:
        note = return_reason_text(ReturnReason(note))
    if told.data("by") == "vendor":
        note = translate("Events", "said by {vendor}").format(vendor=told.vendor)
    if carried := told.data("carried_from"):
        note = translate("Events", "with the money taken for {number}").format(number=carried)
    return EventLine(text, note, "banknote")


_SETTLE: Final[Mapping[str, str]] = {
    SettleKind.NOT_TOLD.value: QT_TRANSLATE_NOOP("Events", "{vendor} to be told by hand"),
    SettleKind.REFUND_THERE.value: QT_TRANSLATE_NOOP("Events", "{amount} to refund at {vendor}"),
    SettleKind.RETURNED_HERE.value: QT_TRANSLATE_NOOP(
        "Events", "{amount} given back here, to note at {vendor}"
    ),
}


def to_settle(told: Telling) -> EventLine:
    """Word it: something is to be settled outside this till."""
    text = translate("Events", _SETTLE.get(told.data("kind"), "{vendor}"))
    money = ""
    if told.data("amount") and told.data("currency"):
        money = amount(Money(int(told.data("amount")), told.data("currency")), told.shop)
    text = text.format(vendor=told.vendor, amount=money)
    return EventLine(text, translate("Events", "To settle"), Shape.WARN)


_TICKED: Final[Mapping[str, str]] = {
    SettleKind.NOT_TOLD.value: QT_TRANSLATE_NOOP("Events", "Settled: {vendor} was told"),
    SettleKind.REFUND_THERE.value: QT_TRANSLATE_NOOP("Events", "Settled: refunded at {vendor}"),
    SettleKind.RETURNED_HERE.value: QT_TRANSLATE_NOOP("Events", "Settled: noted at {vendor}"),
}


def ticked(told: Telling) -> EventLine:
    """Word it: that was settled, or is to be settled again."""
    if told.data("done") != "yes":
        return EventLine(translate("Events", "Tick taken back: to settle again"), mark="undo")
    text = translate("Events", _TICKED.get(told.data("kind"), "{vendor}"))
    note = told.shop.till_name
    if told.data("by") == "vendor":
        note = translate("Events", "said by {vendor}").format(vendor=told.vendor)
    return EventLine(text.format(vendor=told.vendor), note)
