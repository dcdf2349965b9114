"""After a restart nothing is lost, and nothing is sent twice without a look."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from app.domain.basket import OrderLine
from app.domain.money import Money
from app.domain.news import Noticed, OrdersChanged, QuarantineChanged, SlipQuestionsChanged
from app.domain.notice import NoticeCode
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, PaymentState, SyncState
from app.usecases.recover import recover
from app.usecases.reject_order import RejectOrder, reject_order
from tests.builders import huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.paying import owing, pay

S, P, K = OrderState, PaymentState, PushKind


def restart(counter: Counter) -> None:
    counter.news.clear()
    counter.hear(recover(counter.desk))


def test_the_whole_board_is_shown(counter: Counter) -> None:
    shown = [counter.place(), counter.at_work(), counter.at_work(Move.READY)]
    counter.at_work(Move.LEFT)
    restart(counter)
    assert [one.order.id for one in counter.told(OrdersChanged)[0].orders] == shown
    assert len(counter.told(SlipQuestionsChanged)) == len(counter.told(QuarantineChanged)) == 1


@pytest.mark.expected_log("an order cannot be shown", level="ERROR")
def test_an_order_that_cannot_be_shown_keeps_no_other_from_the_board() -> None:
    counter = Counter(FakeStore())  # no file can hold such an order
    first, broken, last = counter.place(), counter.at_work(), counter.at_work(Move.READY)
    with counter.store.begin() as work:
        order = work.orders.get(broken)
        no_line = cast("OrderLine", None)
        work.orders.save(replace(order, basket=replace(order.basket, lines=(no_line,))))
        work.commit()
    restart(counter)
    assert [one.order.id for one in counter.told(OrdersChanged)[0].orders] == [first, last]
    (noticed,) = counter.told(Noticed)
    assert (noticed.notice.code, noticed.notice.order_id) == (NoticeCode.OUR_FAULT, broken)
    assert noticed.notice.number == order.number


def test_money_given_back_in_another_money_does_not_stand_in_the_way(counter: Counter) -> None:
    """The vendor names no currency any more, or another one."""
    order_id = counter.place()
    with counter.store.begin() as work:
        once = PaymentPart(PaymentMethod.CASH, huf(900))
        order = replace(work.orders.get(order_id), taken=(once,), returned=(once,))
        work.orders.save(replace(order, due=Money(1250, "EUR"), payment=PaymentState.DUE))
        work.commit()
    restart(counter)
    (shown,) = counter.told(OrdersChanged)[0].orders
    assert shown.order.money_taken == shown.order.taken_in_all == Money.zero("EUR")


@pytest.mark.parametrize("applied", [True, False])
def test_an_accept_on_the_wire_is_looked_up_before_anything_else(
    counter: Counter, applied: bool
) -> None:
    counter.place()
    counter.accept()
    push = counter.put_on_wire()
    if applied:
        counter.vendor.send(push, "v-1")
    restart(counter)
    assert counter.snapshot().worst_sync is SyncState.UNCONFIRMED
    fetched = len(counter.vendor.fetched)
    counter.deliver()
    assert len(counter.vendor.fetched) > fetched
    assert counter.order().state is S.PREPARING
    assert counter.effects() == [K.ACCEPT]
    assert len(counter.jobs()) == 1


@pytest.mark.parametrize("applied", [True, False])
def test_a_payment_on_the_wire_is_in_doubt_and_never_taken_twice(
    counter: Counter, applied: bool
) -> None:
    owing(counter)
    pay(counter)
    push = counter.put_on_wire()
    if applied:
        counter.vendor.send(push, "v-1")
    restart(counter)
    assert counter.order().payment is P.UNCONFIRMED
    assert Move.TAKE_PAYMENT not in counter.offered()
    counter.deliver()
    assert counter.order().payment is P.RECEIVED
    assert counter.effects().count(K.PAYMENT_RECEIVED) == 1


def test_money_to_return_stays_to_return(counter: Counter) -> None:
    owing(counter)
    pay(counter)
    counter.put_on_wire()
    counter.move(Move.CANCEL_ORDER)
    restart(counter)
    assert counter.order().payment is P.RETURN_DUE


def test_what_waited_goes_out_once_each_in_order_after_a_look(counter: Counter) -> None:
    counter.at_work(payment=P.DUE, due=huf(903))
    counter.vendor.go_away()
    counter.move(Move.READY)
    pay(counter)
    counter.clock.advance(30)
    counter.deliver()
    restart(counter)
    counter.vendor.come_back()
    counter.clock.advance(20)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY, K.PAYMENT_RECEIVED]
    assert counter.vendor.sent == [("v-1", kind) for kind in counter.effects()]


def test_a_reject_that_waited_for_undo_goes_out_after_its_time(counter: Counter) -> None:
    counter.place()
    counter.hear(reject_order(RejectOrder("id-1"), counter.desk))
    restart(counter)
    counter.deliver()
    assert counter.effects() == []
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is S.REJECTED


def test_a_second_restart_changes_nothing(counter: Counter) -> None:
    counter.place()
    counter.accept()
    counter.put_on_wire()
    counter.at_work()
    counter.begin_print()
    restart(counter)
    pushes, jobs, events = counter.pushes(), counter.jobs("id-3"), counter.events()
    restart(counter)
    assert (counter.pushes(), counter.jobs("id-3"), counter.events()) == (pushes, jobs, events)
    assert pushes[0].state is PushState.UNCONFIRMED
