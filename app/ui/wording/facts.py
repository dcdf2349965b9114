"""Labels of the further fields of an order, and everything that stands under "More details"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from app.domain.report import Fact
from app.domain.snapshot import OrderSnapshot
from app.domain.states import SyncState
from app.ui.wording.figures import day_clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import kind_text
from app.ui.wording.refusals import refusal_details
from app.usecases.desk import Shop

_LABELS: Final[Mapping[str, str]] = {
    "order_source": QT_TRANSLATE_NOOP("Facts", "Ordered with"),
    "invoicing_type": QT_TRANSLATE_NOOP("Facts", "Receipt"),
    "payment_processor": QT_TRANSLATE_NOOP("Facts", "Payment through"),
    "transaction_status": QT_TRANSLATE_NOOP("Facts", "Payment state"),
    "delivery_type": QT_TRANSLATE_NOOP("Facts", "Delivery"),
    "desk_type": QT_TRANSLATE_NOOP("Facts", "Kind of desk"),
    "desk_id": QT_TRANSLATE_NOOP("Facts", "Desk id"),
    "external_payment": QT_TRANSLATE_NOOP("Facts", "Named as paid outside"),
    "refunded": QT_TRANSLATE_NOOP("Facts", "Refunded by the vendor"),
    "rejection_reason": QT_TRANSLATE_NOOP("Facts", "Reason of the reject"),
    "service_ref": QT_TRANSLATE_NOOP("Facts", "Service reference"),
    "cart_status": QT_TRANSLATE_NOOP("Facts", "State of the cart"),
    "cart_total": QT_TRANSLATE_NOOP("Facts", "Total of the cart"),
    "payment_total": QT_TRANSLATE_NOOP("Facts", "Total of the payment"),
    "charged_amount": QT_TRANSLATE_NOOP("Facts", "Charged to the customer"),
    "credit_amount": QT_TRANSLATE_NOOP("Facts", "Paid with credit"),
    "discount_amount": QT_TRANSLATE_NOOP("Facts", "Discount by the vendor"),
    "tip_amount": QT_TRANSLATE_NOOP("Facts", "Tip"),
    "delivery_amount": QT_TRANSLATE_NOOP("Facts", "Delivery fee"),
    "fee_amount": QT_TRANSLATE_NOOP("Facts", "Fee of the vendor"),
    "payout_amount": QT_TRANSLATE_NOOP("Facts", "Paid out to the shop"),
    "as_sent": QT_TRANSLATE_NOOP("Facts", "Total as it was sent"),
    "discount": QT_TRANSLATE_NOOP("Facts", "Discount"),
    "tax": QT_TRANSLATE_NOOP("Facts", "Tax"),
    "payment_state": QT_TRANSLATE_NOOP("Facts", "State of the payment"),
    "payment_ref": QT_TRANSLATE_NOOP("Facts", "Reference of the payment"),
    "customer_id": QT_TRANSLATE_NOOP("Facts", "Customer id"),
    "coords": QT_TRANSLATE_NOOP("Facts", "Place on the map"),
    "not_told": QT_TRANSLATE_NOOP("Facts", "Not told by the vendor"),
    "order_type": QT_TRANSLATE_NOOP("Facts", "Kind of order"),
    "payment_status": QT_TRANSLATE_NOOP("Facts", "Payment state"),
    "payment_method": QT_TRANSLATE_NOOP("Facts", "Paid with"),
    "payment_reference": QT_TRANSLATE_NOOP("Facts", "Payment reference"),
    "intermediary": QT_TRANSLATE_NOOP("Facts", "Came through"),
    "register_order_id": QT_TRANSLATE_NOOP("Facts", "Sender's order id"),
    "metadata": QT_TRANSLATE_NOOP("Facts", "Further data"),
    "unpaid_amount": QT_TRANSLATE_NOOP("Facts", "Amount asked for"),
    "payment_option": QT_TRANSLATE_NOOP("Facts", "Way of paying"),
    "billing_address": QT_TRANSLATE_NOOP("Facts", "Invoice address"),
}
_INSTALMENTS: Final = "card."
_VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "order_source": {
        "MOBILE": QT_TRANSLATE_NOOP("Facts", "the app"),
        "WEB": QT_TRANSLATE_NOOP("Facts", "the web page"),
        "KIOSK": QT_TRANSLATE_NOOP("Facts", "a kiosk"),
    },
    "transaction_status": {
        "CAPTURED": QT_TRANSLATE_NOOP("Facts", "paid in the app"),
        "UNPAID": QT_TRANSLATE_NOOP("Facts", "not paid"),
        "PAID_EXTERNALLY": QT_TRANSLATE_NOOP("Facts", "paid outside the app"),
        "AUTHORIZED": QT_TRANSLATE_NOOP("Facts", "amount held, not taken yet"),
        "FAILED": QT_TRANSLATE_NOOP("Facts", "failed"),
        "RELEASED": QT_TRANSLATE_NOOP("Facts", "released, nothing was taken"),
        "PAYMENT_NOT_REQUIRED": QT_TRANSLATE_NOOP("Facts", "nothing to pay"),
    },
    "payment_state": {
        "completed": QT_TRANSLATE_NOOP("Facts", "paid in the app"),
        "refunded": QT_TRANSLATE_NOOP("Facts", "given back by the vendor"),
    },
    "order_type": {
        "LOCAL": QT_TRANSLATE_NOOP("Facts", "eaten here"),
        "PICKUP": QT_TRANSLATE_NOOP("Facts", "collected"),
        "DELIVERY": QT_TRANSLATE_NOOP("Facts", "delivered"),
        "SHIPPING": QT_TRANSLATE_NOOP("Facts", "sent by post"),
    },
    "payment_status": {
        "paid": QT_TRANSLATE_NOOP("Facts", "paid"),
        "unpaid": QT_TRANSLATE_NOOP("Facts", "not paid"),
    },
    "payment_method": {"CREDIT_CARD": QT_TRANSLATE_NOOP("Facts", "card")},
    "invoicing_type": {
        "receipt": QT_TRANSLATE_NOOP("Facts", "Receipt from the shop"),
        "invoice": QT_TRANSLATE_NOOP("Facts", "Invoice from the shop"),
        "vendor_invoice": QT_TRANSLATE_NOOP("Facts", "Invoice from Cheers"),
        "PLACE_RECEIPT": QT_TRANSLATE_NOOP("Facts", "Receipt from the shop"),
        "PLACE_INVOICE": QT_TRANSLATE_NOOP("Facts", "Invoice from the shop"),
        "CHEERS_INVOICE": QT_TRANSLATE_NOOP("Facts", "Invoice from Cheers"),
    },
}
_SYNCS: Final[Mapping[SyncState, str]] = {
    SyncState.IN_STEP: QT_TRANSLATE_NOOP("Facts", "knows everything"),
    SyncState.SENDING: QT_TRANSLATE_NOOP("Facts", "is being told"),
    SyncState.RETRYING: QT_TRANSLATE_NOOP("Facts", "not told yet, trying again"),
    SyncState.UNCONFIRMED: QT_TRANSLATE_NOOP("Facts", "not confirmed"),
    SyncState.REFUSED: QT_TRANSLATE_NOOP("Facts", "refused"),
}


def fact_label(key: str) -> str:
    """Return what a further field is called; a field nobody named keeps its own path."""
    known = _LABELS.get(key)
    if known is not None:
        return translate("Facts", known)
    if key.startswith(_INSTALMENTS):
        part = key.removeprefix(_INSTALMENTS).replace(".", " ").replace("_", " ")
        return translate("Facts", "Instalment card, {part}").format(part=part)
    path = key.removeprefix("metadata.") if key.startswith("metadata.") else key
    return path.rstrip(".") or translate("Facts", "Further data")


def fact_value(fact: Fact) -> str:
    """Return the field's value as it is shown: in words where they are known, else as it came."""
    known = _VALUES.get(fact.key)
    if known is None:
        return fact.value
    words = (word.strip() for word in fact.value.split(","))
    return ", ".join(translate("Facts", known[word]) if word in known else word for word in words)


def details_of(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return label and value of all that is not shown above, empty values left out."""
    pairs = (
        *_refusals(snapshot),
        *_times(snapshot, shop, now),
        *_known_by(snapshot),
        *((fact_label(fact.key), fact_value(fact)) for fact in snapshot.order.customer.facts),
        *((fact_label(fact.key), fact_value(fact)) for fact in snapshot.order.facts),
    )
    return tuple((label, value) for label, value in pairs if value)


def _refusals(snapshot: OrderSnapshot) -> Iterator[tuple[str, str]]:
    seen = {push.id: push for push in (snapshot.refused, snapshot.question) if push is not None}
    for push in seen.values():
        label = translate("Facts", "{vendor} on {move}")
        title = snapshot.title_of(push.system)
        said = label.format(vendor=title, move=kind_text(push.kind))
        yield said, refusal_details(push.refusal, title)


def _times(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> Iterator[tuple[str, str]]:
    order = snapshot.order
    moments = (
        (translate("Facts", "Ordered"), order.placed_at),
        (translate("Facts", "Came in"), order.received_at),
        (translate("Facts", "Accepted"), order.accepted_at),
        (translate("Facts", "Ready since"), order.ready_at),
        (translate("Facts", "Ended"), order.ended_at),
    )
    for label, moment in moments:
        yield label, day_clock(moment, shop, now) if moment else ""
    yield translate("Facts", "Reject reason"), order.reject_reason
    yield translate("Facts", "Handed over unpaid"), order.handed_over_unpaid


def _known_by(snapshot: OrderSnapshot) -> Iterator[tuple[str, str]]:
    order = snapshot.order
    for system, sync in snapshot.syncs.items():
        known, word = translate("Facts", _SYNCS[sync]), snapshot.words.get(system, "")
        if word:
            known = translate("Facts", "{known}, lists it as “{word}”").format(
                known=known, word=word
            )
        yield snapshot.title_of(system), known
    state = translate("Facts", "{vendor} state").format(vendor=snapshot.vendor_title)
    yield state, order.vendor_word
    number = translate("Facts", "{vendor} order id").format(vendor=snapshot.vendor_title)
    yield number, order.vendor_order_id
    yield translate("Facts", "Slip code"), order.slip_code
