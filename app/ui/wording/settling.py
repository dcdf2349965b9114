"""What there is to settle outside this till, and what is said of it before a move leads there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.domain.capabilities import EXITS
from app.domain.settlement import SettleKind, ToSettle
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.wording.figures import amount_in_text, day_clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop

_NOT_TOLD: Final[Mapping[Move, str]] = {
    Move.LEFT: QT_TRANSLATE_NOOP(
        "Settle", "{vendor} does not know that the customer left. Close the order there."
    ),
    Move.REJECT: QT_TRANSLATE_NOOP(
        "Settle", "{vendor} does not know that it was rejected. Reject it there."
    ),
    Move.CANCEL_ORDER: QT_TRANSLATE_NOOP(
        "Settle", "{vendor} does not know that it was cancelled. Cancel it there."
    ),
}


def settle_text(entry: ToSettle, snapshot: OrderSnapshot, shop: Shop) -> str:
    """Return what there is to do, as a sentence or two."""
    money = amount_in_text(entry.amount, shop) if entry.amount is not None else ""
    if entry.kind is SettleKind.REFUND_THERE:
        text = translate("Settle", "Give {amount} back {there}: the customer had paid {vendor}.")
    elif entry.kind is SettleKind.RETURNED_HERE:
        text = translate(
            "Settle", "{amount} was given back here. Note it {there}, which counts it as paid."
        )
    else:
        text = translate("Settle", _NOT_TOLD.get(entry.move, _NOT_TOLD[Move.CANCEL_ORDER]))
    return text.format(amount=money, vendor=snapshot.vendor_title, there=refund_place(snapshot))


def since_text(entry: ToSettle, shop: Shop, now: datetime) -> str:
    """Return since when it waits: "since 18:24"."""
    return translate("Settle", "since {time}").format(time=day_clock(entry.since, shop, now))


def refund_place(snapshot: OrderSnapshot) -> str:
    """Return where the vendor gives money back: "in the Cheers CMS"; else "in Cheers itself"."""
    if snapshot.refund_place:
        return translate("Settle", "in the {place}").format(place=snapshot.refund_place)
    return translate("Settle", "in {vendor} itself").format(vendor=snapshot.vendor_title)


def not_told_text(move: Move, snapshot: OrderSnapshot) -> str:
    """Return that the vendor is not told of `move`, and where money paid to it goes back."""
    text = translate("Settle", "{vendor} is not told")
    if move is Move.BRING_BACK:
        text = translate("Settle", "Here only; {vendor} is not told")
    if move in EXITS | {Move.REJECT} and snapshot.order.paid_there.minor > 0:
        text = translate("Settle", "{vendor} is not told; refund there")
        if snapshot.refund_place:
            text = translate("Settle", "{vendor} is not told; refund {there}")
    return text.format(vendor=snapshot.vendor_title, there=refund_place(snapshot))


def money_back_place(snapshot: OrderSnapshot) -> str:
    """Return that the vendor is not told of money given back here, and where its own refund is
    done; "" where there is no vendor to be told, or none that counts it as paid."""
    telling = snapshot.offers(Move.MONEY_RETURNED)
    if telling is None or snapshot.keyed_in_here or snapshot.money_in_vain:
        return ""
    text = translate("Settle", "{vendor} is not told; its own refund is done {there}.")
    return text.format(vendor=snapshot.vendor_title, there=refund_place(snapshot))
