"""What to know before Payment received is pressed."""

from __future__ import annotations

from app.domain.capabilities import Telling
from app.domain.push import PushKind
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.wording.marked import translate


def told_note(snapshot: OrderSnapshot) -> str:
    """Say who is told once Payment received is pressed, and that it stays."""
    offered = snapshot.offers(Move.PAYMENT_RECEIVED)
    if offered is not None and offered.for_good:
        text = translate(
            "Payment",
            "Press “Payment received” last: {vendor} is told then, and for good.",
        )
        return text.format(vendor=snapshot.vendor_title)
    no_undo = translate("Payment", "“Payment received” cannot be undone.")
    return f"{_who_is_told(snapshot)} {no_undo}"


def _who_is_told(snapshot: OrderSnapshot) -> str:
    offered = snapshot.offers(Move.PAYMENT_RECEIVED)
    if snapshot.ring_up:
        return translate("Payment", "Ring it up on the register too.")
    if offered is not None and offered.telling is Telling.HERE_ONLY:
        return _register_note(snapshot)
    text = translate("Payment", "{vendor} is told only then.")
    if offered is not None and offered.telling is Telling.OURS_ALONE:
        text = translate("Payment", "{vendor} is not told of it.")
    return text.format(vendor=snapshot.vendor_title)


def _register_note(snapshot: OrderSnapshot) -> str:
    refused = snapshot.refused
    if refused is not None and refused.kind is PushKind.REGISTER:
        text = translate(
            "Payment", "It is not in {register} yet: settle it under “Not in register”."
        )
        return text.format(register=snapshot.title_of(refused.system))
    return translate("Payment", "The register gets the order from Pult.")
