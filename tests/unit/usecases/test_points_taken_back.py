"""What follows a sale's points: money that goes back, and later states."""

from __future__ import annotations

import pytest

from app.domain.errors import VendorError
from app.domain.notice import NoticeCode
from app.domain.points import PointsState
from app.domain.push import PushKind
from app.domain.states import Move, PaymentState, Standing
from app.ports.store import StorePort
from app.usecases.begin_push import begin_push, due_pushes
from app.usecases.recover import recover
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.unit.usecases.loyalty import AWAY, LOGIN, LOST, PROGRAMME, REFUSED, SET_UP, LoyalCounter


@pytest.fixture
def counter(store: StorePort) -> LoyalCounter:
    return LoyalCounter(store)


def sold(counter: LoyalCounter) -> None:
    counter.at_work(payment=PaymentState.DUE, due=huf(4600))
    counter.tie()
    counter.pay()
    counter.deliver_sale()
    counter.wait_and_tell()
    assert counter.points().state is PointsState.BOOKED


def test_money_returned_takes_the_points_back_under_a_new_id(counter: LoyalCounter) -> None:
    sold(counter)
    counter.move(Move.CANCEL_ORDER)
    counter.clock.advance(10)
    assert counter.tell() == 0
    counter.give_back(4600)
    assert counter.tell() == 1
    ticket, rectification = counter.loyal()
    assert rectification.kind is PushKind.RECTIFICATION
    assert rectification.reference != ticket.reference
    assert counter.points().state is PointsState.TAKEN_BACK


def test_each_part_returned_has_a_rectification(counter: LoyalCounter) -> None:
    sold(counter)
    counter.move(Move.CANCEL_ORDER)
    for units in (600, 4000):
        counter.give_back(units)
    assert counter.tell(5) == 2
    references = [push.reference for push in counter.loyal()]
    assert len(set(references)) == 3


def test_money_returned_before_the_ticket_went_leaves_nothing_to_tell(
    counter: LoyalCounter,
) -> None:
    counter.at_work(payment=PaymentState.DUE, due=huf(4600))
    counter.tie()
    counter.pay()
    counter.move(Move.CANCEL_ORDER)
    counter.give_back(4600)
    assert counter.wait_and_tell(60) == 0


def test_a_sale_paid_in_the_app_and_cancelled_is_taken_back_after_undo_is_over(
    counter: LoyalCounter,
) -> None:
    counter.at_work()
    counter.tie()
    counter.wait_and_tell()
    counter.move(Move.CANCEL_ORDER)
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert counter.wait_and_tell() == 0
    counter.vendor.change("v-1", standing=Standing.CANCELLED)
    counter.report()
    assert counter.wait_and_tell() == 1
    assert counter.sent[-1].kind is PushKind.RECTIFICATION


def test_a_rectification_waits_for_its_ticket_and_falls_with_it(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.says = LOST
    counter.wait_and_tell()
    counter.vendor.cancel("v-1")
    counter.report()
    counter.says = None
    assert counter.wait_and_tell(60) == 1
    assert counter.sent[-1].kind is PushKind.TICKET
    assert counter.wait_and_tell(60) == 1
    assert counter.sent[-1].kind is PushKind.RECTIFICATION


def test_points_that_could_not_be_taken_back_need_a_person(counter: LoyalCounter) -> None:
    sold(counter)
    counter.move(Move.CANCEL_ORDER)
    counter.give_back(4600)
    counter.says = REFUSED
    counter.wait_and_tell()
    assert counter.points().state is PointsState.NOT_TAKEN_BACK
    assert counter.points().on_card
    counter.says = None
    counter.try_again()
    counter.tell()
    assert counter.points().state is PointsState.TAKEN_BACK


def test_later_states_are_told_with_the_same_id_where_that_is_wanted(store: StorePort) -> None:
    counter = LoyalCounter(store, follow_status=True)
    counter.at_work()
    counter.tie()
    counter.wait_and_tell()
    counter.move(Move.READY)
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert counter.wait_and_tell() == 0
    for move in (Move.READY, Move.COLLECTED):
        counter.move(move)
        counter.clock.advance(10)
        assert counter.tell(5) == 1
    assert [push.body.split()[2] for push in counter.sent] == ["PREPARING", "READY", "COLLECTED"]
    assert len({push.reference for push in counter.sent}) == 1


def test_a_later_state_that_is_not_taken_in_troubles_nobody(store: StorePort) -> None:
    counter = LoyalCounter(store, follow_status=True)
    counter.at_work()
    counter.tie()
    counter.wait_and_tell()
    counter.move(Move.READY)
    counter.says = REFUSED
    counter.wait_and_tell()
    assert counter.points().state is PointsState.BOOKED
    assert not counter.points().can_try_again
    assert NoticeCode.REFUSED not in counter.notices()


@pytest.mark.parametrize("error", [LOGIN, SET_UP, AWAY, LOST], ids=lambda error: error.message)
def test_a_later_state_that_does_not_get_through_is_not_in_the_way_of_money_returned(
    store: StorePort, error: VendorError
) -> None:
    counter = LoyalCounter(store, follow_status=True)
    counter.to_pay()
    counter.accept()
    counter.deliver_sale()
    counter.pay()
    counter.tie()
    counter.wait_and_tell()
    counter.move(Move.READY)
    counter.says = error
    for _ in range(6):
        counter.wait_and_tell(3600 * 5)
    counter.deliver_sale()
    counter.move(Move.COLLECTED)
    counter.give_back(600)
    counter.says = None
    counter.clock.advance(3600)
    counter.tell(5)
    assert counter.loyal()[-1].kind is PushKind.RECTIFICATION
    assert counter.points().state is PointsState.TAKEN_BACK


def test_a_later_state_that_was_on_the_wire_at_a_kill_is_not_in_the_way_either(
    store: StorePort,
) -> None:
    counter = LoyalCounter(store, follow_status=True)
    counter.at_work()
    counter.tie()
    counter.wait_and_tell()
    counter.move(Move.READY)
    counter.says = LOST
    for _ in range(3):
        counter.wait_and_tell(60)
    counter.clock.advance(60)
    due = [
        one for one in due_pushes(counter.desk, frozenset()).errands if one.push.system == PROGRAMME
    ]
    begin_push(due[0].push.id, counter.desk)
    recover(counter.desk)
    counter.says = None
    counter.clock.advance(60)
    counter.move(Move.COLLECTED)
    counter.clock.advance(60)
    counter.tell(5)
    assert counter.sent[-1].body.split()[2] == "COLLECTED"
