"""What to do next with a new order that its payment accepts."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.push import PushState
from app.domain.snapshot import OrderSnapshot
from app.domain.states import SyncState
from app.ui.theme import Shape
from app.ui.wording.marked import translate
from app.ui.wording.runs import Runs, runs


@dataclass(frozen=True, slots=True)
class NextStep:
    """The sentence with the icon (or shape) before it and that icon's ink. Thread: any."""

    icon: str | Shape
    ink: str
    runs: Runs


def by_payment(snapshot: OrderSnapshot) -> NextStep:
    """Return what to do next: take the money, wait for the vendor's yes, or settle what it said."""
    vendor, question = snapshot.vendor_title, snapshot.question
    if question is not None and question.state is PushState.REFUSED:
        text = translate(
            "Next",
            "Next: scan the customer's *new order number* to use the money for it, or give it"
            " back and press *Money returned*.",
        )
        return NextStep("arrow-right", "accent_text", runs(text))
    if question is not None and question.held:
        text = translate("Next", "Next: look in *{vendor}* whether it is paid, then say so here.")
        return NextStep("arrow-right", "accent_text", runs(text, vendor=vendor))
    if snapshot.awaited is not None:
        return _on_its_way(snapshot)
    if snapshot.order.payment.blocks_hand_over:
        text = translate("Next", "Next: *take the payment.* {vendor} makes the order with it.")
        return NextStep("arrow-right", "accent_text", runs(text, vendor=vendor))
    text = translate("Next", "Nothing is to be paid here. Look in *{vendor}* what it waits for.")
    return NextStep("arrow-right", "accent_text", runs(text, vendor=vendor))


def _on_its_way(snapshot: OrderSnapshot) -> NextStep:
    vendor = snapshot.vendor_title
    if snapshot.worst_sync is SyncState.UNCONFIRMED:
        text = translate("Next", "Next: wait, or press *Ask again*. Do not charge again.")
        return NextStep("arrow-right", "accent_text", runs(text))
    if snapshot.worst_sync is SyncState.RETRYING:
        text = translate(
            "Next", "*{vendor} has not answered yet.* The payment is told when it does."
        )
        return NextStep("retry", "warn_text", runs(text, vendor=vendor))
    text = translate("Next", "*The payment is on its way to {vendor}.* The slip follows its yes.")
    return NextStep("sending", "ink2", runs(text, vendor=vendor))
