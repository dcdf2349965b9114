"""Whether the last move of an order can still be undone."""

from __future__ import annotations

from app.domain.capabilities import Telling
from app.domain.push import KIND_OF_MOVE, PushState, has_left
from app.domain.situation import Situation
from app.domain.states import Move


def can_be_undone(situation: Situation) -> bool:
    """Whether there is a last move, its time to undo is not over, and nobody was told of it.

    A clock that was set back gives the time again, but not what has left meanwhile.
    """
    undo = situation.order.undo
    if undo is None or not situation.order.undoable_at(situation.now):
        return False
    return not _is_told(undo.move, situation)


def _is_told(move: Move, situation: Situation) -> bool:
    order, kind = situation.order, KIND_OF_MOVE.get(move)
    if kind is None:
        return False
    same = [push for push in situation.pushes if push.kind is kind]
    own = [push for push in same if push.system == order.vendor]
    is_told = situation.capabilities.telling(move) is Telling.TOLD
    if is_told and own and own[-1].state is not PushState.WAITING:
        return True
    moved_at = order.ended_at or order.ready_at
    return moved_at is not None and any(
        push.system != order.vendor and push.created_at >= moved_at and has_left(push)
        for push in same
    )
