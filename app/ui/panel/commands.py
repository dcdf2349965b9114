"""The command each move sends; moves that ask first have a dialog instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app.domain.states import Move
from app.usecases.accept_order import AcceptOrder
from app.usecases.bring_back import BringBack
from app.usecases.move_order import MOVES_AT_THE_TAP, MoveOrder
from app.usecases.print_order import PrintAgain, PrintOrder
from app.usecases.see_order import SeeOrder
from app.usecases.settle_print import SettleSlip
from app.usecases.settle_question import AskAgain, SettleQuestion
from app.usecases.undo_move import UndoMove

ASK_FIRST: Final = frozenset(
    {
        Move.REJECT,
        Move.TAKE_PAYMENT,
        Move.PAYMENT_RECEIVED,
        Move.PAYMENT_FAILED,
        Move.HAND_OVER_UNPAID,
        Move.MONEY_RETURNED,
    }
)
_COMMANDS: Final[Mapping[Move, Callable[[str], object]]] = {
    Move.ACCEPT: AcceptOrder,
    Move.PRINT: PrintOrder,
    Move.PRINT_AGAIN: PrintAgain,
    Move.UNDO: UndoMove,
    Move.BRING_BACK: BringBack,
    Move.ASK_AGAIN: AskAgain,
    Move.IT_HAPPENED: lambda order_id: SettleQuestion(order_id, happened=True),
    Move.IT_DID_NOT_HAPPEN: lambda order_id: SettleQuestion(order_id, happened=False),
    Move.SLIP_CAME_OUT: lambda order_id: SettleSlip(order_id, came_out=True),
    Move.SLIP_DID_NOT_COME_OUT: lambda order_id: SettleSlip(order_id, came_out=False),
    Move.SEEN: SeeOrder,
}


def command_of(move: Move, order_id: str) -> object | None:
    """Return the command that does `move` at once, None for a move with a dialog."""
    if move in ASK_FIRST:
        return None
    if move in MOVES_AT_THE_TAP:
        return MoveOrder(order_id, move)
    return _COMMANDS[move](order_id)
