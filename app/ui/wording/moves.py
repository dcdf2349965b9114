"""The words of moves: on buttons, while they are on their way, and in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.capabilities import Telling
from app.domain.moves import UNDOABLE, OfferedMove
from app.domain.push import PushKind
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.wording.figures import amount
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.settling import not_told_text
from app.usecases.desk import Shop

_TEXTS: Final[Mapping[Move, str]] = {
    Move.ACCEPT: QT_TRANSLATE_NOOP("Moves", "Accept"),
    Move.REJECT: QT_TRANSLATE_NOOP("Moves", "Reject"),
    Move.READY: QT_TRANSLATE_NOOP("Moves", "Ready"),
    Move.COLLECTED: QT_TRANSLATE_NOOP("Moves", "Collected"),
    Move.LEFT: QT_TRANSLATE_NOOP("Moves", "Left"),
    Move.CANCEL_ORDER: QT_TRANSLATE_NOOP("Moves", "Cancel order"),
    Move.ON_THE_WAY: QT_TRANSLATE_NOOP("Moves", "On the way"),
    Move.TAKE_PAYMENT: QT_TRANSLATE_NOOP("Moves", "Take payment"),
    Move.PAYMENT_RECEIVED: QT_TRANSLATE_NOOP("Moves", "Payment received"),
    Move.PAYMENT_FAILED: QT_TRANSLATE_NOOP("Moves", "Payment failed"),
    Move.HAND_OVER_UNPAID: QT_TRANSLATE_NOOP("Moves", "Hand over unpaid"),
    Move.MONEY_RETURNED: QT_TRANSLATE_NOOP("Moves", "Money returned"),
    Move.PRINT: QT_TRANSLATE_NOOP("Moves", "Print"),
    Move.PRINT_AGAIN: QT_TRANSLATE_NOOP("Moves", "Print again"),
    Move.UNDO: QT_TRANSLATE_NOOP("Moves", "Undo"),
    Move.BRING_BACK: QT_TRANSLATE_NOOP("Moves", "Bring back"),
    Move.ASK_AGAIN: QT_TRANSLATE_NOOP("Moves", "Ask again"),
    Move.IT_HAPPENED: QT_TRANSLATE_NOOP("Moves", "It happened"),
    Move.IT_DID_NOT_HAPPEN: QT_TRANSLATE_NOOP("Moves", "It did not happen"),
    Move.SLIP_CAME_OUT: QT_TRANSLATE_NOOP("Moves", "Slip came out"),
    Move.SLIP_DID_NOT_COME_OUT: QT_TRANSLATE_NOOP("Moves", "Slip did not come out"),
    Move.SEEN: QT_TRANSLATE_NOOP("Moves", "Seen"),
}
_FLIGHTS: Final[Mapping[Move, str]] = {
    Move.ACCEPT: QT_TRANSLATE_NOOP("Moves", "Accepting…"),
    Move.REJECT: QT_TRANSLATE_NOOP("Moves", "Rejecting…"),
    Move.ASK_AGAIN: QT_TRANSLATE_NOOP("Moves", "Asking…"),
}
_KINDS: Final[Mapping[PushKind, Move]] = {
    PushKind.ACCEPT: Move.ACCEPT,
    PushKind.REJECT: Move.REJECT,
    PushKind.READY: Move.READY,
    PushKind.ON_THE_WAY: Move.ON_THE_WAY,
    PushKind.COLLECTED: Move.COLLECTED,
    PushKind.LEFT: Move.LEFT,
    PushKind.CANCEL_ORDER: Move.CANCEL_ORDER,
    PushKind.PAYMENT_RECEIVED: Move.PAYMENT_RECEIVED,
    PushKind.PAYMENT_FAILED: Move.PAYMENT_FAILED,
}
_MATTERS: Final[Mapping[PushKind, str]] = {
    PushKind.REGISTER: QT_TRANSLATE_NOOP("Moves", "the order"),
    PushKind.TICKET: QT_TRANSLATE_NOOP("Moves", "loyalty points"),
    PushKind.RECTIFICATION: QT_TRANSLATE_NOOP("Moves", "loyalty points taken back"),
}
_NEVER_UNDONE: Final = frozenset({Move.ACCEPT, Move.ON_THE_WAY})


def move_text(move: Move) -> str:
    """Return the words on the move's button; in English they are `move.value`."""
    return translate("Moves", _TEXTS[move])


def flight_text(move: Move) -> str:
    """Return what the button says while the move is on its way."""
    known = _FLIGHTS.get(move)
    if known is not None:
        return translate("Moves", known)
    return translate("Moves", "{move}…").format(move=move_text(move))


def kind_text(kind: PushKind) -> str:
    """Return the move's name for what a vendor is told, or what it is where no move is."""
    if kind in _MATTERS:
        return translate("Moves", _MATTERS[kind])
    return move_text(_KINDS[kind])


def button_text(move: Move, snapshot: OrderSnapshot, shop: Shop) -> str:
    """Return what the button shows: Take payment names the amount where it is known.

    Where the payment is the next move it stands in the corner, which has no room for the amount.
    """
    order = snapshot.order
    if move is Move.TAKE_PAYMENT and snapshot.payment_accepts:
        return move_text(move)
    if move is Move.TAKE_PAYMENT and order.due and not order.due_doubt:
        text = translate("Moves", "{move} {amount}")
        return text.format(move=move_text(move), amount=amount(order.due, shop))
    return move_text(move)


def move_note(offered: OfferedMove, snapshot: OrderSnapshot, shop: Shop) -> str:
    """Return the line beside a move that says what to know before pressing it, or ""."""
    said = _move_note(offered, snapshot, shop)
    no_undo = "" if offered.for_good else no_undo_note(offered.move, shop)
    return " · ".join(part for part in (said, no_undo) if part)


def no_undo_note(move: Move, shop: Shop) -> str:
    """Return that a move which one would think can be undone cannot be, or ""."""
    if move in _NEVER_UNDONE or (move in UNDOABLE and not shop.undo_seconds):
        return translate("Moves", "It cannot be undone")
    return ""


def _move_note(offered: OfferedMove, snapshot: OrderSnapshot, shop: Shop) -> str:
    order, vendor = snapshot.order, snapshot.vendor_title
    is_brought_back = offered.move is Move.BRING_BACK and not snapshot.keyed_in_here
    if offered.telling is Telling.OURS_ALONE or is_brought_back:
        return not_told_text(offered.move, snapshot)
    if offered.for_good:
        text = translate("Moves", "{vendor} does not undo it")
        return text.format(vendor=vendor)
    if offered.move is Move.HAND_OVER_UNPAID and order.due:
        text = translate("Moves", "{amount} stays unpaid")
        return text.format(amount=amount(order.due, shop))
    if offered.move is Move.PRINT_AGAIN:
        return translate("Moves", "Marked as a reprint")
    if offered.move is Move.PRINT and snapshot.awaited is not None:
        return translate("Moves", "The slip says “not confirmed”")
    return ""
