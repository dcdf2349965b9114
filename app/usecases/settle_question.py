"""Settle by a person's word what the vendor did not say, or ask the vendor once more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.order import Order
from app.domain.push import Push, PushKind, PushState
from app.domain.states import Move, PaymentState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.push_ends import follow
from app.usecases.situation import conclude, situation_of
from app.usecases.slips import withdraw_slips


@dataclass(frozen=True, slots=True)
class SettleQuestion:
    """Staff press It happened or It did not happen."""

    order_id: str
    happened: bool


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Staff press Ask again."""

    order_id: str


def settle_question(command: SettleQuestion, desk: Desk) -> list[News]:
    """Take staff's word for what became of the oldest push in doubt.

    It happened: as if the vendor had said so. It did not happen: an accept or reject is free to be
    pressed again; anything else has moved here already and is sent again, after a re-read.
    """
    move = Move.IT_HAPPENED if command.happened else Move.IT_DID_NOT_HAPPEN
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        situation = situation_of(order, work, desk)
        check(move, situation)
        push = situation.question
        assert push is not None  # `check` has just said so
        data = {
            "kind": push.kind.value,
            "system": push.system,
            "happened": "yes" if command.happened else "no",
        }
        now = desk.clock.now()
        work.record([Event(order.id, now, EventKind.SETTLED_BY_STAFF, data)])
        if command.happened:
            return conclude(work, desk, *follow(work, desk, order, push))
        _undone(work, desk, order, push)
        return conclude(work, desk)


def _undone(work: UnitOfWork, desk: Desk, order: Order, push: Push) -> None:
    now = desk.clock.now()
    if push.kind.moves_on_yes:
        work.outbox.save(replace(push, state=PushState.DROPPED, settled_at=now))
        if push.kind is PushKind.ACCEPT:
            work.orders.save(replace(order, accepted_here=False))
            withdraw_slips(work, order, now)
        return
    _tell_anew(work, desk, order, push)


def _tell_anew(work: UnitOfWork, desk: Desk, order: Order, push: Push) -> None:
    """Have a push sent again in the same words, after a re-read.

    Where a payment accepts the order nothing of it counts as having left: that is what staff say,
    or what a plain refusal has said.
    """
    accepts = desk.facts_of(order.vendor).capabilities.payment_accepts
    again = replace(
        push,
        state=PushState.WAITING,
        refusal="",
        re_read_first=True,
        due_at=desk.clock.now(),
        settled_at=None,
        acknowledged=False,
        held=False,
        tries=0 if accepts else push.tries,
    )
    work.outbox.save(again)
    if push.kind.takes_money and order.payment is PaymentState.UNCONFIRMED:
        work.orders.save(replace(order, payment=PaymentState.RECEIVED))


def ask_again(command: AskAgain, desk: Desk) -> list[News]:
    """Have the vendor asked now where the order stands; the answer settles the oldest doubt.

    A system that cannot be asked is told once more: the same words while it may know them already,
    composed anew when it had refused them. A payment that did not accept its order is told once
    more in the same words.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        situation = situation_of(order, work, desk)
        check(Move.ASK_AGAIN, situation)
        push = situation.unconfirmed or situation.refused
        assert push is not None  # `check` has just said so
        now = desk.clock.now()
        if push is situation.money_refused:
            _tell_anew(work, desk, order, push)
            return conclude(work, desk)
        if push.state is PushState.REFUSED and push.system != order.vendor:
            again = replace(push, state=PushState.WAITING, body="", refusal="", tries=0)
            again = replace(again, settled_at=None)
        else:
            # A refusal keeps its time: said once more it is no second one, see `push_ends.refuse`.
            again = replace(push, state=PushState.UNCONFIRMED)
        work.outbox.save(replace(again, held=False, due_at=now))
        return conclude(work, desk)
