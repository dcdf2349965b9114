"""Bring back takes an ended order up again, here only."""

from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove
from app.domain.order import PaymentMethod
from app.domain.push import PushKind
from app.domain.states import JobState, Move, OrderState, PaymentState
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.print_order import PrintOrder, print_order
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.see_order import OpenOrder, SeeOrder, open_order, see_order
from tests.builders import huf
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.paying import owing, pay

S, P, K = OrderState, PaymentState, PushKind


def back(counter: Counter, order_id: str = "id-1") -> None:
    counter.clock.advance(6)  # past Undo
    counter.hear(bring_back(BringBack(order_id), counter.desk))


@pytest.mark.parametrize("moves", [(Move.READY, Move.COLLECTED), (Move.LEFT,)])
def test_an_ended_order_stands_in_preparing_again_and_stays_there(
    counter: Counter, moves: tuple[Move, ...]
) -> None:
    counter.at_work(*moves)
    told = counter.effects()
    back(counter)
    assert counter.order().state is S.PREPARING
    assert counter.board() == ["id-1"]
    counter.report()  # the vendor says again that it is ended
    assert counter.order().state is S.PREPARING
    assert counter.order().attention is None
    counter.deliver()
    assert counter.effects() == told


def test_collected_once_more_it_ends_without_a_question(counter: Counter) -> None:
    counter.at_work(Move.READY, Move.COLLECTED)
    back(counter)
    for move in (Move.READY, Move.COLLECTED):
        counter.move(move)
        counter.clock.advance(15)
        counter.deliver()
    assert counter.order().state is S.COLLECTED
    assert counter.board() == []
    assert counter.effects() == [K.ACCEPT, K.READY, K.COLLECTED]


def test_an_end_that_was_not_told_yet_is_not_told_any_more(counter: Counter) -> None:
    counter.at_work(Move.READY)
    counter.vendor.go_away()
    counter.move(Move.COLLECTED)
    counter.clock.advance(6)
    counter.deliver()
    back(counter)
    counter.vendor.come_back()
    counter.clock.advance(20)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]
    counter.vendor.cancel("v-1")
    counter.report()
    assert counter.order().state is S.CANCELLED  # this end is news


def test_a_cancelled_order_is_taken_up_with_its_slip_and_its_money(counter: Counter) -> None:
    owing(counter)
    pay(counter)
    counter.move(Move.CANCEL_ORDER)
    assert counter.order().payment is P.RETURN_DUE
    assert counter.jobs()[0].state is JobState.FAILED
    back(counter)
    assert counter.order().payment is P.RECEIVED
    counter.hear(print_order(PrintOrder("id-1"), counter.desk))
    assert [(job.copy, job.state) for job in counter.jobs()] == [(1, JobState.QUEUED)]


def test_what_was_due_is_due_again(counter: Counter) -> None:
    owing(counter)
    counter.move(Move.CANCEL_ORDER)
    back(counter)
    assert counter.order().payment is P.DUE


def test_money_given_back_must_be_taken_anew(counter: Counter) -> None:
    owing(counter)
    pay(counter)
    counter.move(Move.CANCEL_ORDER)
    command = ReturnMoney("id-1", huf(903), PaymentMethod.CASH)
    counter.hear(return_money(command, counter.desk))
    back(counter)
    assert (counter.order().payment, counter.order().due) == (P.DUE, huf(903))
    pay(counter)
    assert counter.order().money_taken == huf(903)


def test_what_the_vendor_ended_stays_ended(counter: Counter) -> None:
    counter.at_work()
    counter.vendor.cancel("v-1")
    counter.report()
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    with pytest.raises(IllegalMove):
        back(counter)


# --- opened and seen ------------------------------------------------------------------------------


def test_an_opened_order_is_written_once(quick: Counter) -> None:
    quick.place()
    quick.hear(open_order(OpenOrder("id-1"), quick.desk))
    assert quick.order().opened
    quick.news.clear()
    quick.hear(open_order(OpenOrder("id-1"), quick.desk))
    assert quick.news == []


def test_nothing_to_see(quick: Counter) -> None:
    quick.place()
    with pytest.raises(IllegalMove):
        quick.hear(see_order(SeeOrder("id-1"), quick.desk))


def test_one_of_a_past_day_comes_back_as_well(counter: Counter) -> None:
    counter.at_work(Move.READY, Move.COLLECTED)
    counter.clock.advance(3 * 24 * 3600)
    assert Move.BRING_BACK in counter.offered()
    told = counter.effects()
    back(counter)
    assert (counter.order().state, counter.board()) == (S.PREPARING, ["id-1"])
    counter.deliver()
    assert counter.effects() == told
