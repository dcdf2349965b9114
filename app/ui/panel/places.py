"""Which move stands where in the foot of the panel: every move keeps its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.moves import Lock, OfferedMove
from app.domain.push import PushState
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState, PaymentState

_NEXT: Final[Mapping[OrderState, Move]] = {
    OrderState.NEW: Move.ACCEPT,
    OrderState.PREPARING: Move.READY,
    OrderState.READY: Move.COLLECTED,
}
_LEFT: Final[Mapping[OrderState, Move]] = {
    OrderState.NEW: Move.REJECT,
    OrderState.PREPARING: Move.LEFT,
    OrderState.READY: Move.LEFT,
}
# What may stand in the row beside "…", the most wanted first.
_ROW: Final = (
    Move.TAKE_PAYMENT,
    Move.COLLECTED,
    Move.MONEY_RETURNED,
    Move.UNDO,
    Move.ASK_AGAIN,
    Move.SEEN,
    Move.ON_THE_WAY,
    Move.PRINT,
    Move.PRINT_AGAIN,
    Move.BRING_BACK,
)
# What "…" holds; the rest has a place of its own or lives in a dialog.
_MENU: Final = (
    Move.ON_THE_WAY,
    Move.PRINT,
    Move.PRINT_AGAIN,
    Move.ASK_AGAIN,
    Move.SEEN,
    Move.UNDO,
    Move.BRING_BACK,
    Move.MONEY_RETURNED,
    Move.HAND_OVER_UNPAID,
    Move.LEFT,
    Move.CANCEL_ORDER,
)
_WIDEST_ROW: Final = 2


@dataclass(frozen=True, slots=True)
class Places:
    """The moves by their places; a place whose move is not offered stays empty.

    `corner` is the next move, `left` the destructive one, `row` stands beside "…", `settling`
    answers what is in doubt, `menu` is behind "…".

    Thread: any.
    """

    corner: OfferedMove | None = None
    left: OfferedMove | None = None
    row: tuple[OfferedMove, ...] = ()
    settling: tuple[OfferedMove, ...] = ()
    menu: tuple[OfferedMove, ...] = ()


def places_of(snapshot: OrderSnapshot, settling: tuple[Move, ...] = ()) -> Places:
    """Return where each offered move stands; `settling` are the moves of the troubles shown."""
    corner = _corner(snapshot)
    left = None if snapshot.order.needs_seen else _left(snapshot)
    taken = {offered.move for offered in (corner, left) if offered is not None}
    answers = _free(snapshot, settling, taken)
    taken |= {offered.move for offered in answers}
    row = _row(snapshot, taken)
    taken |= {offered.move for offered in row}
    return Places(corner, left, row, answers, _free(snapshot, _MENU, taken))


def _corner(snapshot: OrderSnapshot) -> OfferedMove | None:
    """The next move; a doubt takes its place only where nothing else can go on."""
    order = snapshot.order
    if order.needs_seen:
        return snapshot.offers(Move.SEEN)
    if order.state is OrderState.NEW and _accept_is_in_doubt(snapshot):
        return snapshot.offers(Move.ASK_AGAIN)
    known = _NEXT.get(order.state)
    if known is Move.ACCEPT and snapshot.payment_accepts:
        return snapshot.offers(Move.TAKE_PAYMENT)
    if known is not None:
        return snapshot.offers(known)
    if order.payment is PaymentState.RETURN_DUE:
        return snapshot.offers(Move.MONEY_RETURNED)
    return snapshot.offers(Move.ASK_AGAIN) or snapshot.offers(Move.SEEN)


def _accept_is_in_doubt(snapshot: OrderSnapshot) -> bool:
    question = snapshot.question
    return (
        question is not None
        and question.state is PushState.UNCONFIRMED
        and (question.kind.moves_on_yes or snapshot.payment_accepts)
    )


def _left(snapshot: OrderSnapshot) -> OfferedMove | None:
    move = _LEFT.get(snapshot.order.state)
    if move is Move.REJECT and snapshot.payment_accepts:
        move = Move.LEFT
    if move is None:
        return None
    # Where a vendor knows no reject, an order is cancelled here instead.
    return snapshot.offers(move) or snapshot.offers(Move.CANCEL_ORDER)


def _row(snapshot: OrderSnapshot, taken: set[Move]) -> tuple[OfferedMove, ...]:
    # Money goes back from the menu alone while nothing is owed: nobody pays out by a slip.
    owed = snapshot.order.payment is PaymentState.RETURN_DUE
    found = _free(snapshot, _ROW, taken if owed else taken | {Move.MONEY_RETURNED})
    if found and found[0].move is Move.TAKE_PAYMENT:
        return found[:1]
    if len(found) > 1:
        found = tuple(offered for offered in found if offered.move is not Move.PRINT_AGAIN)
    return found[:_WIDEST_ROW]


def _free(
    snapshot: OrderSnapshot, moves: tuple[Move, ...], taken: set[Move]
) -> tuple[OfferedMove, ...]:
    """Return the moves that are offered, can be pressed and have no place yet."""
    wanted = (snapshot.offers(move) for move in dict.fromkeys(moves) if move not in taken)
    return tuple(offered for offered in wanted if offered is not None and offered.lock is Lock.NONE)
