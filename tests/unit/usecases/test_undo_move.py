"""Undo takes back what nobody has been told of, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.notice import NoticeCode
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.push import PushKind, PushState
from app.domain.states import JobState, Move, OrderState, PaymentState, Standing
from app.ports.store import StorePort
from app.usecases.begin_push import begin_push
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.receive_payment import ReceivePayment, receive_payment
from app.usecases.recover import recover
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.unit.usecases.counter import Counter

S, P, K = OrderState, PaymentState, PushKind


def undo(counter: Counter, order_id: str = "id-1") -> None:
    counter.hear(undo_move(UndoMove(order_id), counter.desk))


def pay(counter: Counter, units: int = 900, order_id: str = "id-1") -> None:
    parts = (PaymentPart(PaymentMethod.CARD, huf(units)),)
    counter.hear(receive_payment(ReceivePayment(order_id, huf(units), parts), counter.desk))


@pytest.mark.parametrize(
    ("before", "move"),
    [
        ((), Move.READY),
        ((Move.READY,), Move.COLLECTED),
        ((), Move.LEFT),
        ((Move.READY,), Move.LEFT),
        ((), Move.CANCEL_ORDER),
        ((Move.READY,), Move.CANCEL_ORDER),
    ],
)
def test_undo_in_time_leaves_the_order_as_it_was(
    counter: Counter, before: tuple[Move, ...], move: Move
) -> None:
    counter.at_work(*before)
    was = counter.order()
    told = counter.effects()
    counter.clock.advance(60)
    counter.move(move)
    counter.clock.advance(4.9)
    undo(counter)
    assert counter.order() == replace(was, undo=None)
    counter.clock.advance(60)
    counter.deliver()
    assert counter.effects() == told
    assert counter.events()[-2:] == [EventKind.DROPPED, EventKind.UNDONE] or (
        move is Move.CANCEL_ORDER
    )
    assert counter.notices()[-1] is NoticeCode.UNDONE
    assert counter.jobs()[0].state is JobState.QUEUED


def test_too_late_to_undo(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    with pytest.raises(IllegalMove):
        undo(counter)
    assert counter.order().state is S.READY


def test_nothing_to_undo(quick: Counter) -> None:
    quick.place()
    with pytest.raises(IllegalMove):
        undo(quick)
    quick.accept()
    with pytest.raises(IllegalMove):
        undo(quick)


def test_undo_takes_back_the_last_move_alone(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(2)
    counter.move(Move.COLLECTED)
    undo(counter)
    assert counter.order().state is S.READY
    with pytest.raises(IllegalMove):
        undo(counter)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]


def test_the_age_does_not_start_anew(counter: Counter) -> None:
    counter.at_work(Move.READY)
    since = counter.order().in_column_since
    counter.clock.advance(300)
    counter.move(Move.COLLECTED)
    counter.clock.advance(3)
    undo(counter)
    assert counter.order().in_column_since == since


def test_undo_of_left_brings_back_what_is_due(counter: Counter) -> None:
    counter.at_work(payment=P.DUE, due=huf(900))
    counter.move(Move.LEFT)
    assert counter.order().payment is P.NOT_DUE
    undo(counter)
    assert counter.order().payment is P.DUE


def test_undo_does_not_forget_money_that_was_taken_meanwhile(counter: Counter) -> None:
    counter.at_work(Move.READY, payment=P.DUE, due=huf(900))
    counter.move(Move.HAND_OVER_UNPAID, reason="in a hurry")
    pay(counter)
    undo(counter)
    order = counter.order()
    assert (order.state, order.payment, order.money_taken) == (S.READY, P.RECEIVED, huf(900))
    assert order.handed_over_unpaid == ""


def test_money_given_back_ends_undo(counter: Counter) -> None:
    counter.at_work(payment=P.DUE, due=huf(900))
    pay(counter)
    counter.move(Move.CANCEL_ORDER)
    assert counter.order().payment is P.RETURN_DUE
    back = ReturnMoney("id-1", huf(900), PaymentMethod.CASH)
    counter.hear(return_money(back, counter.desk))
    with pytest.raises(IllegalMove):
        undo(counter)


def test_undo_of_cancel_takes_up_again_what_was_to_be_told(counter: Counter) -> None:
    counter.at_work()
    counter.vendor.go_away()
    counter.move(Move.READY)
    counter.clock.advance(30)
    counter.deliver()
    counter.move(Move.CANCEL_ORDER)
    assert counter.pushes()[-1].state is PushState.DROPPED
    undo(counter)
    assert counter.order().state is S.READY
    counter.vendor.come_back()
    counter.clock.advance(20)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]


def test_undo_drops_only_the_newest_of_its_kind(counter: Counter) -> None:
    """Brought back and made ready a second time, the first Ready is still to be told."""
    counter.at_work()
    counter.vendor.go_away()
    counter.move(Move.READY)
    counter.move(Move.COLLECTED)
    counter.clock.advance(30)
    counter.deliver()
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    counter.move(Move.READY)
    undo(counter)
    states = [(push.kind, push.state) for push in counter.pushes()[1:]]
    assert states == [
        (K.READY, PushState.WAITING),
        (K.COLLECTED, PushState.DROPPED),
        (K.READY, PushState.DROPPED),
    ]


def test_what_is_on_the_wire_already_is_not_undone(quick: Counter) -> None:
    quick.at_work()
    quick.move(Move.READY)
    begin_push(quick.pushes()[-1].id, quick.desk)  # a clock that was set back could lead here
    with pytest.raises(IllegalMove):
        undo(quick)
    assert quick.order().state is S.READY


def test_undo_of_reject(counter: Counter) -> None:
    counter.place()
    counter.hear(reject_order(RejectOrder("id-1", "Sold out"), counter.desk))
    snapshot = counter.snapshot()
    assert (snapshot.order.state, snapshot.awaited) == (S.NEW, K.REJECT)
    assert Move.UNDO in counter.offered()
    assert not counter.offered() & {Move.ACCEPT, Move.REJECT}
    undo(counter)
    assert counter.order().reject_reason == ""
    assert {Move.ACCEPT, Move.REJECT} <= counter.offered()
    counter.clock.advance(60)
    counter.deliver()
    assert counter.effects() == []


def test_an_order_accepted_elsewhere_meanwhile_is_not_undone_into_new(counter: Counter) -> None:
    counter.place()
    counter.hear(reject_order(RejectOrder("id-1"), counter.desk))
    counter.vendor.change("v-1", standing=Standing.PREPARING)
    counter.report()
    assert counter.order().state is S.PREPARING
    with pytest.raises(IllegalMove):
        undo(counter)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert counter.effects() == []
    assert counter.notices()[-1] is NoticeCode.OVERTAKEN


def test_undo_survives_a_restart(store: StorePort) -> None:
    counter = Counter(store)
    counter.at_work()
    counter.move(Move.READY)
    counter.hear(recover(counter.desk))
    undo(counter)
    assert counter.order().state is S.PREPARING
