"""The one transition table: which move is possible when, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.capabilities import Capabilities, Telling
from app.domain.errors import IllegalMove
from app.domain.push import KIND_OF_MOVE
from app.domain.situation import Situation
from app.domain.states import EndedBy, JobState, Move, OrderState, PaymentState
from app.domain.undoing import can_be_undone

S = OrderState
P = PaymentState


@dataclass(frozen=True, slots=True)
class Rule:
    """One move of the table: from which states and payments, and to which state (None: stays)."""

    from_states: frozenset[OrderState]
    to_state: OrderState | None = None
    payments: frozenset[PaymentState] = frozenset(PaymentState)


def _rule(
    *states: OrderState,
    to: OrderState | None = None,
    payments: Iterable[PaymentState] = PaymentState,
) -> Rule:
    return Rule(frozenset(states), to, frozenset(payments))


_ANY: Final = tuple(OrderState)
_OPEN: Final = (S.NEW, S.PREPARING, S.READY)
_WORK: Final = (S.PREPARING, S.READY)
_OWED: Final = (P.DUE, P.FAILED)

TABLE: Final[Mapping[Move, Rule]] = {
    Move.ACCEPT: _rule(S.NEW, to=S.PREPARING),
    Move.REJECT: _rule(S.NEW, to=S.REJECTED),
    Move.READY: _rule(S.PREPARING, to=S.READY),
    Move.COLLECTED: _rule(S.READY, to=S.COLLECTED, payments=set(P) - set(_OWED)),
    Move.HAND_OVER_UNPAID: _rule(S.READY, to=S.COLLECTED, payments=_OWED),
    Move.LEFT: _rule(*_WORK, to=S.LEFT),
    Move.CANCEL_ORDER: _rule(*_OPEN, to=S.CANCELLED),
    Move.ON_THE_WAY: _rule(S.READY),
    Move.TAKE_PAYMENT: _rule(*_OPEN, S.COLLECTED, payments=_OWED),
    Move.PAYMENT_RECEIVED: _rule(*_OPEN, S.COLLECTED, payments=_OWED),
    Move.PAYMENT_FAILED: _rule(*_OPEN, payments=(P.DUE,)),
    Move.MONEY_RETURNED: _rule(*_ANY, payments=(P.RETURN_DUE, P.RECEIVED)),
    Move.PRINT: _rule(*_WORK, S.NEW),
    Move.PRINT_AGAIN: _rule(*_ANY),
    Move.UNDO: _rule(*_ANY),
    Move.BRING_BACK: _rule(S.COLLECTED, S.LEFT, S.CANCELLED, S.REJECTED, to=S.PREPARING),
    Move.ASK_AGAIN: _rule(*_ANY),
    Move.IT_HAPPENED: _rule(*_ANY),
    Move.IT_DID_NOT_HAPPEN: _rule(*_ANY),
    Move.SLIP_CAME_OUT: _rule(*_ANY),
    Move.SLIP_DID_NOT_COME_OUT: _rule(*_ANY),
    Move.SEEN: _rule(*_ANY),
}

BY_PAYMENT: Final[Mapping[Move, Rule]] = {
    **TABLE,
    Move.COLLECTED: _rule(*_WORK, to=S.COLLECTED, payments=set(P) - set(_OWED)),
    Move.LEFT: _rule(*_OPEN, to=S.LEFT),
    Move.MONEY_RETURNED: _rule(*_ANY, payments=(P.RETURN_DUE, P.RECEIVED, P.UNCONFIRMED)),
}
"""The table where an order is taken by its payment: it can leave unpaid, and goods that lie ready
are handed over at once."""

UNDOABLE: Final = frozenset(
    {Move.REJECT, Move.READY, Move.COLLECTED, Move.LEFT, Move.CANCEL_ORDER, Move.HAND_OVER_UNPAID}
)
# Moves that need no word of the vendor's to be possible.
_NOT_TOLD: Final = frozenset(
    {
        Move.MONEY_RETURNED,
        Move.PRINT,
        Move.PRINT_AGAIN,
        Move.UNDO,
        Move.BRING_BACK,
        Move.ASK_AGAIN,
        Move.IT_HAPPENED,
        Move.IT_DID_NOT_HAPPEN,
        Move.SLIP_CAME_OUT,
        Move.SLIP_DID_NOT_COME_OUT,
        Move.SEEN,
    }
)
_STATE_MOVES: Final = frozenset(
    {Move.ACCEPT, Move.REJECT, Move.READY, Move.COLLECTED, Move.LEFT, Move.CANCEL_ORDER}
    | {Move.HAND_OVER_UNPAID, Move.ON_THE_WAY}
)
_PAYMENT_MOVES: Final = frozenset({Move.TAKE_PAYMENT, Move.PAYMENT_RECEIVED, Move.PAYMENT_FAILED})
CONFIRM_WAIT_SECONDS: Final = 10
"""After so long without the vendor's yes, a slip marked "not confirmed" is offered."""


class Lock(StrEnum):
    """Why a move is shown but cannot be pressed."""

    NONE = ""
    IN_FLIGHT = "in flight"
    PAYMENT_DUE = "payment due"


@dataclass(frozen=True, slots=True)
class OfferedMove:
    """A move the screen shows for an order, what it means to the vendor and why it may rest.

    What is `for_good` the vendor never takes back.
    """

    move: Move
    telling: Telling
    lock: Lock = Lock.NONE
    for_good: bool = False


def rule_of(move: Move, capabilities: Capabilities) -> Rule:
    """Return the rule of `move` at a vendor with these capabilities."""
    return (BY_PAYMENT if capabilities.payment_accepts else TABLE)[move]


def is_possible(move: Move, situation: Situation) -> bool:
    """Whether `move` is possible now, by table, vendor and what is under way."""
    rule, order = rule_of(move, situation.capabilities), situation.order
    if order.state not in rule.from_states or order.payment not in rule.payments:
        return False
    if move not in _NOT_TOLD and situation.capabilities.telling(move) is Telling.NOT_POSSIBLE:
        return False
    if not _is_free(move, situation):
        return False
    extra = _EXTRA.get(move)
    return extra is None or extra(situation)


def _is_free(move: Move, situation: Situation) -> bool:
    """Whether nothing has to be waited for, understood or seen before `move`."""
    order = situation.order
    awaited = situation.awaited if order.state is S.NEW else None
    not_understood = order.state is S.NEW and order.word_is_unknown
    if move in _PAYMENT_MOVES:
        return not (not_understood or (awaited is not None and awaited.kind.ends_order))
    if move in _STATE_MOVES:
        return not (not_understood or awaited is not None or order.needs_seen)
    return True


def check(move: Move, situation: Situation) -> Rule:
    """Return the rule of a possible move, or raise IllegalMove."""
    if not is_possible(move, situation):
        order = situation.order
        raise IllegalMove(f"{move} is not possible: {order.state}, payment {order.payment}")
    return rule_of(move, situation.capabilities)


def _can_set_out(situation: Situation) -> bool:
    # What is told of it is all that says it has left; where nobody is told, nothing would.
    told = situation.capabilities.telling(Move.ON_THE_WAY) is Telling.TOLD
    return told and situation.order.basket.is_delivered and situation.on_the_way_at is None


def _has_question(situation: Situation) -> bool:
    """Whether staff can know better than the vendor; not where its payment was plainly refused."""
    question = situation.question
    return question is not None and question is not situation.money_refused


def _can_ask(situation: Situation) -> bool:
    push = situation.unconfirmed or situation.refused
    if push is None:
        return False
    # Systems the order was sent on to are told once more, in the same words.
    onward = push.system != situation.order.vendor
    return onward or situation.capabilities.can_be_re_read


def _can_print_first(situation: Situation) -> bool:
    if situation.slip not in (None, JobState.FAILED) and not situation.station_given_up:
        return False
    if situation.order.state is not S.NEW:
        return True
    push = situation.awaited
    if push is None or push.kind is not KIND_OF_MOVE[Move.ACCEPT]:
        return False
    waited = (situation.now - push.created_at).total_seconds()
    return not 0 <= waited < CONFIRM_WAIT_SECONDS  # below 0 the clock was set back meanwhile


def _slip_is_out(situation: Situation) -> bool:
    return situation.slip in (JobState.PRINTED, JobState.SENT, JobState.UNSURE)


def _slip_unsure(situation: Situation) -> bool:
    return situation.doubt or situation.slip is JobState.UNSURE


def _was_ended_here(situation: Situation) -> bool:
    order = situation.order
    ours = order.ended_by is EndedBy.STAFF and not order.needs_seen
    # One that no payment accepted comes back by being asked for again.
    taken = order.accepted_at is not None or not situation.capabilities.payment_accepts
    return ours and taken and not can_be_undone(situation)


def _can_leave(situation: Situation) -> bool:
    """Whether a new order may go: only while no money was taken for it."""
    order = situation.order
    return order.state is not S.NEW or order.payment in (P.NOT_DUE, *_OWED)


def _can_cancel(situation: Situation) -> bool:
    """New orders are rejected; only where the vendor knows no reject they are cancelled here.

    One that waits for its payment just leaves.
    """
    capabilities = situation.capabilities
    rejects = capabilities.telling(Move.REJECT) is not Telling.NOT_POSSIBLE
    return situation.order.state is not S.NEW or not (rejects or capabilities.payment_accepts)


def _can_return(situation: Situation) -> bool:
    """Money goes back when it must, when it did not accept its order, or when a customer who had
    paid and gone comes back."""
    order = situation.order
    if order.payment is P.RETURN_DUE or situation.money_refused is not None:
        return True
    settled = order.payment is P.RECEIVED and order.state in (S.COLLECTED, S.LEFT)
    return settled and order.money_taken.minor > 0


def _can_be_seen(situation: Situation) -> bool:
    refused = situation.refused
    return situation.order.needs_seen or (refused is not None and not refused.kind.takes_money)


_EXTRA: Final[Mapping[Move, Callable[[Situation], bool]]] = {
    Move.ON_THE_WAY: _can_set_out,
    Move.CANCEL_ORDER: _can_cancel,
    Move.MONEY_RETURNED: _can_return,
    Move.ASK_AGAIN: _can_ask,
    Move.LEFT: _can_leave,
    Move.IT_HAPPENED: _has_question,
    Move.IT_DID_NOT_HAPPEN: _has_question,
    Move.PRINT: _can_print_first,
    Move.PRINT_AGAIN: _slip_is_out,
    Move.SLIP_CAME_OUT: _slip_unsure,
    Move.SLIP_DID_NOT_COME_OUT: _slip_unsure,
    Move.UNDO: can_be_undone,
    Move.BRING_BACK: _was_ended_here,
    Move.SEEN: _can_be_seen,
}


def offered_moves(situation: Situation) -> tuple[OfferedMove, ...]:
    """Return every move the screen shows for the order, in the order of `Move`.

    Besides the possible ones that is the accept or reject in flight, resting, and Collected with a
    padlock while payment is due. Payment received and Payment failed live in the payment dialog.
    """
    offered = []
    for move in Move:
        lock = _lock(move, situation)
        if lock is not Lock.NONE or is_possible(move, situation):
            for_good = situation.capabilities.is_for_good(move)
            offered.append(OfferedMove(move, _telling(move, situation), lock, for_good))
    return tuple(offered)


def _telling(move: Move, situation: Situation) -> Telling:
    return Telling.HERE_ONLY if move in _NOT_TOLD else situation.capabilities.telling(move)


def _lock(move: Move, situation: Situation) -> Lock:
    order, awaited = situation.order, situation.awaited
    if move in (Move.ACCEPT, Move.REJECT) and order.state is S.NEW and awaited is not None:
        lock = Lock.IN_FLIGHT
    elif move is Move.COLLECTED and order.state is S.READY and order.payment in _OWED:
        lock = Lock.PAYMENT_DUE
    else:
        return Lock.NONE
    told = situation.capabilities.telling(move) is not Telling.NOT_POSSIBLE
    return lock if told and not order.needs_seen else Lock.NONE
