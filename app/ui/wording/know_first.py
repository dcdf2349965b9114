"""What to know before a move is pressed: that nobody is told of it, or that it stays for good."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.capabilities import Telling
from app.domain.moves import UNDOABLE, Lock, OfferedMove
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState
from app.ui.wording.marked import translate
from app.ui.wording.moves import move_text
from app.ui.wording.runs import Runs, joined, runs
from app.usecases.desk import Shop

_NEXT_MOVES: Final[Mapping[OrderState, Move]] = {
    OrderState.NEW: Move.ACCEPT,
    OrderState.PREPARING: Move.READY,
    OrderState.READY: Move.COLLECTED,
}


def has_undo(move: Move, shop: Shop) -> bool:
    """Whether Undo is there after `move`, as long as the shop wants it."""
    return move in UNDOABLE and shop.undo_seconds > 0


def to_know_first(snapshot: OrderSnapshot, shop: Shop) -> Runs:
    """Say of the moves the next-step sentence speaks of what to know before they are pressed."""
    move = _NEXT_MOVES.get(snapshot.order.state)
    offered = snapshot.offers(move) if move else None
    away = snapshot.offers(Move.ON_THE_WAY)
    said = _of(offered, snapshot, shop) if offered is not None else ()
    return joined(said, _no_undo(away.move)) if away is not None else said


def _of(offered: OfferedMove, snapshot: OrderSnapshot, shop: Shop) -> Runs:
    if offered.lock is not Lock.NONE:
        return ()
    vendor = snapshot.vendor_title
    if offered.for_good:
        return runs(translate("Next", "{vendor} does not undo it."), vendor=vendor)
    said: Runs = ()
    if offered.telling is Telling.OURS_ALONE:
        said = runs(translate("Next", "{vendor} is not told."), vendor=vendor)
    return said if has_undo(offered.move, shop) else joined(said, _no_undo(offered.move))


def _no_undo(move: Move) -> Runs:
    return runs(translate("Next", "{move} cannot be undone."), move=move_text(move))
