"""What is still to be ended when the day ends, and how each is ended with one tap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.moves import Lock
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState, PaymentState

MOST_MOVES: Final = 2
_OPEN: Final = (Move.COLLECTED, Move.READY, Move.REJECT, Move.LEFT, Move.CANCEL_ORDER)
_TO_PAY: Final = (Move.TAKE_PAYMENT, Move.LEFT, Move.REJECT, Move.CANCEL_ORDER)
_DOUBTFUL: Final = (Move.IT_HAPPENED, Move.ASK_AGAIN, Move.IT_DID_NOT_HAPPEN)
_TO_GIVE_BACK: Final = (Move.SEEN, Move.MONEY_RETURNED)


class MatterKind(StrEnum):
    """Why an order is on the list; the first that fits."""

    TO_SETTLE = "to_settle"
    NOT_CONFIRMED = "not_confirmed"
    UNPAID = "unpaid"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """One order that is not finished; `moves` end it or lead to its end, the best first.

    Without moves it is settled in a list of its own.
    """

    kind: MatterKind
    moves: tuple[Move, ...]


def open_matter(snapshot: OrderSnapshot) -> OpenMatter | None:
    """Return what is still to be done about an order, None when it is finished."""
    order = snapshot.order
    if order.payment is PaymentState.RETURN_DUE or order.needs_seen or snapshot.money_in_vain:
        return OpenMatter(MatterKind.TO_SETTLE, _possible(snapshot, _TO_GIVE_BACK))
    if snapshot.question is not None or order.payment is PaymentState.UNCONFIRMED:
        return OpenMatter(MatterKind.NOT_CONFIRMED, _possible(snapshot, _DOUBTFUL))
    if snapshot.refused is not None:
        return OpenMatter(MatterKind.TO_SETTLE, _possible(snapshot, (Move.SEEN, Move.ASK_AGAIN)))
    if order.payment.blocks_hand_over and order.state in (*_ON_BOARD, OrderState.COLLECTED):
        return OpenMatter(MatterKind.UNPAID, _possible(snapshot, _TO_PAY))
    if order.state in _ON_BOARD:
        return OpenMatter(MatterKind.OPEN, _possible(snapshot, _OPEN))
    if order.to_settle:
        return OpenMatter(MatterKind.TO_SETTLE, ())
    return None


def is_for_another_day(snapshot: OrderSnapshot, day_ends: datetime) -> bool:
    """Whether the order is wanted only after this business day, so that it rightly stays open."""
    order = snapshot.order
    wanted = order.wanted_at
    return order.state in _ON_BOARD and wanted is not None and wanted >= day_ends


def can_be_collected(snapshot: OrderSnapshot) -> bool:
    """Whether a Ready order may be handed over now, with nothing to ask and nothing in doubt."""
    matter = open_matter(snapshot)
    is_open = matter is not None and matter.kind is MatterKind.OPEN
    return is_open and bool(_possible(snapshot, (Move.COLLECTED,)))


_ON_BOARD: Final = (OrderState.NEW, OrderState.PREPARING, OrderState.READY)


def _possible(snapshot: OrderSnapshot, moves: tuple[Move, ...]) -> tuple[Move, ...]:
    offered = {one.move for one in snapshot.offered if one.lock is Lock.NONE}
    return tuple(move for move in moves if move in offered)[:MOST_MOVES]
