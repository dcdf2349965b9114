"""Ready, collected, left and their kin move at the tap; the vendor is told once, in order."""

from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove
from app.domain.news import Noticed
from app.domain.notice import NoticeCode
from app.domain.push import PushKind, PushState
from app.domain.states import JobState, Move, OrderState, PaymentState
from app.ports.store import StorePort
from app.usecases.see_order import SeeOrder, see_order
from tests.builders import huf
from tests.unit.usecases.counter import Counter

S, P, K = OrderState, PaymentState, PushKind


@pytest.mark.parametrize(
    ("before", "move", "state", "kind"),
    [
        ((), Move.READY, S.READY, K.READY),
        ((Move.READY,), Move.COLLECTED, S.COLLECTED, K.COLLECTED),
        ((), Move.LEFT, S.LEFT, K.LEFT),
        ((Move.READY,), Move.LEFT, S.LEFT, K.LEFT),
    ],
)
def test_the_order_moves_at_the_tap_and_the_vendor_hears_when_undo_has_run_out(
    counter: Counter, before: tuple[Move, ...], move: Move, state: OrderState, kind: PushKind
) -> None:
    counter.at_work(*before)
    counter.move(move)
    assert counter.order().state is state
    counter.deliver()
    assert kind not in counter.effects()
    counter.clock.advance(5)
    counter.deliver()
    assert counter.effects()[-1] is kind


def test_no_time_to_undo_tells_at_once(store: StorePort) -> None:
    counter = Counter(store, undo_seconds=0)
    counter.at_work()
    counter.move(Move.READY)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]
    assert counter.order().undo is None


def test_what_is_said_of_a_move(quick: Counter) -> None:
    quick.at_work()
    quick.move(Move.READY)
    notice = quick.told(Noticed)[-1].notice
    assert notice.code is NoticeCode.MOVED
    assert (notice.number, notice.vendor, notice.order_id) == ("A-1", "cheers", "id-1")
    assert notice.data == {"move": "READY", "told": "yes", "undo": "5"}


def test_cancel_order_happens_here_alone_and_takes_back_what_waited(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.move(Move.CANCEL_ORDER)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is S.CANCELLED
    assert counter.effects() == [K.ACCEPT]
    assert counter.pushes()[-1].state is PushState.DROPPED
    assert counter.told(Noticed)[-1].notice.data["told"] == "no"
    assert counter.jobs()[0].state is JobState.FAILED
    assert counter.board() == []


def test_a_cancelled_order_is_not_brought_back_by_what_the_vendor_still_has(
    quick: Counter,
) -> None:
    quick.at_work()
    quick.move(Move.CANCEL_ORDER)
    quick.report()
    assert quick.order().state is S.CANCELLED
    assert quick.board() == []


@pytest.mark.parametrize("payment", [P.DUE, P.FAILED])
def test_collected_is_blocked_while_money_is_due(quick: Counter, payment: PaymentState) -> None:
    quick.at_work(Move.READY, payment=payment, due=huf(900))
    with pytest.raises(IllegalMove):
        quick.move(Move.COLLECTED)
    assert quick.order().state is S.READY


def test_handing_over_unpaid_needs_a_reason_and_keeps_what_is_due(counter: Counter) -> None:
    counter.at_work(Move.READY, payment=P.DUE, due=huf(900))
    for blank in ("", " \x1b\u202e "):
        with pytest.raises(IllegalMove):
            counter.move(Move.HAND_OVER_UNPAID, reason=blank)
    counter.move(Move.HAND_OVER_UNPAID, reason=" the  boss\x00 said so ")
    order = counter.order()
    assert (order.state, order.payment) == (S.COLLECTED, P.DUE)
    assert order.handed_over_unpaid == "the boss said so"
    counter.clock.advance(5)
    counter.deliver()
    assert counter.effects()[-1] is K.COLLECTED
    assert {Move.TAKE_PAYMENT, Move.PAYMENT_RECEIVED} <= counter.offered()


def test_left_while_due_owes_nothing_and_calls_nobody_about_money(counter: Counter) -> None:
    counter.at_work(payment=P.DUE, due=huf(900))
    counter.move(Move.LEFT)
    assert counter.order().payment is P.NOT_DUE
    counter.clock.advance(5)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.LEFT]


def test_moves_with_a_command_of_their_own_are_refused_here(quick: Counter) -> None:
    quick.place()
    for move in (Move.ACCEPT, Move.PAYMENT_RECEIVED, Move.PRINT, Move.UNDO):
        with pytest.raises(IllegalMove):
            quick.move(move)


def test_a_second_tap_does_nothing(quick: Counter) -> None:
    quick.at_work()
    quick.move(Move.READY)
    with pytest.raises(IllegalMove):
        quick.move(Move.READY)
    assert [push.kind for push in quick.pushes()] == [K.ACCEPT, K.READY]


def test_a_changed_order_must_be_seen_before_it_is_moved(quick: Counter) -> None:
    quick.at_work()
    quick.vendor.change("v-1", desk="Terrace 9")
    quick.report()
    assert quick.notices()[-1] is NoticeCode.CHANGED_ELSEWHERE
    with pytest.raises(IllegalMove):
        quick.move(Move.READY)
    quick.hear(see_order(SeeOrder("id-1"), quick.desk))
    quick.move(Move.READY)
    assert quick.order().state is S.READY
