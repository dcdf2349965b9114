"""Orders that are sent on to the register, and how the register follows them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.capabilities import Telling
from app.domain.events import EventKind
from app.domain.notice import NoticeCode
from app.domain.order import PaymentPart
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, PaymentState, Standing, SyncState
from app.ports.store import StorePort
from app.ports.vendor import RegisterRules
from app.usecases.accept_order import AcceptOrder, accept_order
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.print_order import PrintAgain, print_again
from app.usecases.recover import recover
from app.usecases.settle_push import settle_push
from app.usecases.settle_question import AskAgain, SettleQuestion, ask_again, settle_question
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.fakes.vendor import FakeVendor
from tests.unit.usecases.paying import CASH, pay
from tests.unit.usecases.registering import (
    LOST,
    NO_CONNECTION,
    REGISTER,
    RegisterCounter,
)

K = PushKind


@pytest.fixture
def counter(store: StorePort) -> RegisterCounter:
    return RegisterCounter(store)


@pytest.fixture
def when_paid(store: StorePort) -> RegisterCounter:
    return RegisterCounter(store, when_paid=True)


def undo(counter: RegisterCounter) -> None:
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))


# --- when -----------------------------------------------------------------------------------------


def test_an_accepted_order_goes_on_once_its_vendor_has_said_yes(counter: RegisterCounter) -> None:
    counter.place()
    counter.accept()
    assert counter.to_register() == []
    counter.deliver()
    assert counter.heard() == [K.REGISTER]
    assert counter.their_id() == "12345"
    assert counter.snapshot().syncs == {"cheers": SyncState.IN_STEP, REGISTER: SyncState.IN_STEP}


def test_it_is_planned_in_the_same_commit_as_the_accept(counter: RegisterCounter) -> None:
    counter.place()
    counter.accept()
    counter.put_on_wire()
    (accept,) = counter.pushes()
    counter.hear(settle_push(accept.id, None, counter.desk))
    (create,) = counter.to_register()
    assert (create.kind, create.state, create.reference) == (K.REGISTER, PushState.WAITING, "id-1")
    assert counter.order().state is OrderState.PREPARING


@pytest.mark.parametrize("standing", [Standing.NEW, Standing.PREPARING, Standing.COLLECTED])
def test_what_was_not_accepted_here_is_not_sent_on(
    counter: RegisterCounter, standing: Standing
) -> None:
    counter.place(standing=standing)
    counter.deliver()
    assert counter.there == {}


def test_only_the_chosen_vendors_orders_go_on(store: StorePort) -> None:
    counter = RegisterCounter(store, send_from=("loke",))
    counter.at_work(Move.READY)
    assert counter.there == {}
    assert counter.to_register() == []


def test_an_accept_that_was_found_out_later_goes_on_too(counter: RegisterCounter) -> None:
    counter.place()
    counter.accept()
    counter.vendor.lose_next_reply()
    counter.deliver()
    counter.clock.advance(1)
    counter.deliver()
    assert counter.heard() == [K.REGISTER]


def test_when_paid_an_order_goes_on_once_nothing_is_due(when_paid: RegisterCounter) -> None:
    when_paid.at_work(Move.READY, payment=PaymentState.DUE, due=huf(903))
    assert when_paid.there == {}
    pay(when_paid, PaymentPart(CASH, huf(905)), due=huf(903))
    when_paid.deliver()
    assert when_paid.heard() == [K.REGISTER, K.READY]


def test_when_paid_an_order_paid_in_the_app_goes_on_with_the_accept(
    when_paid: RegisterCounter,
) -> None:
    when_paid.at_work()
    assert when_paid.heard() == [K.REGISTER]


def test_when_paid_one_handed_over_unpaid_goes_on_when_it_is_paid(
    when_paid: RegisterCounter,
) -> None:
    when_paid.at_work(Move.READY, payment=PaymentState.DUE, due=huf(903))
    when_paid.move(Move.HAND_OVER_UNPAID, reason="regular")
    when_paid.clock.advance(6)
    when_paid.deliver()
    assert when_paid.there == {}
    pay(when_paid, PaymentPart(CASH, huf(905)), due=huf(903))
    when_paid.deliver()
    assert when_paid.heard() == [K.REGISTER, K.COLLECTED]


# --- what came before -----------------------------------------------------------------------------


def test_orders_accepted_before_the_register_was_connected_are_left_out(
    counter: RegisterCounter,
) -> None:
    rules = counter.desk.facts_of(REGISTER).register
    counter.use(None)
    counter.at_work()
    counter.use(rules)
    counter.hear(recover(counter.desk))
    counter.move(Move.READY)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.there == {}
    second = counter.at_work()
    assert counter.heard() == [K.REGISTER]
    counter.hear(recover(counter.desk))
    counter.move(Move.COLLECTED)
    counter.move(Move.READY, second)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.there == {"12345": [K.REGISTER, K.READY]}


def test_orders_of_a_vendor_added_later_are_left_out_once(store: StorePort) -> None:
    counter = RegisterCounter(store, send_from=("loke",))
    counter.hear(recover(counter.desk))
    counter.at_work()
    counter.use(RegisterRules(send_from=frozenset({"loke", "cheers"})))
    counter.hear(recover(counter.desk))
    counter.move(Move.READY)
    assert counter.to_register() == []


def test_a_sale_of_yesterday_is_not_sent_on_because_it_is_looked_at(
    counter: RegisterCounter,
) -> None:
    rules = counter.desk.facts_of(REGISTER).register
    counter.use(None)
    counter.at_work(Move.READY, Move.COLLECTED)
    counter.print_all()
    counter.use(rules)
    counter.clock.advance(26 * 3600)
    counter.hear(print_again(PrintAgain("id-1"), counter.desk))
    assert counter.to_register() == []


def test_a_sale_handed_over_before_the_register_was_connected_is_not_sent_on(
    counter: RegisterCounter,
) -> None:
    rules = counter.desk.facts_of(REGISTER).register
    counter.use(None)
    counter.at_work(Move.READY, Move.COLLECTED)
    counter.print_all()
    counter.clock.advance(3600)
    counter.use(rules)
    counter.hear(recover(counter.desk))
    counter.hear(print_again(PrintAgain("id-1"), counter.desk))
    assert counter.to_register() == []
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    assert counter.to_register() == []
    second = counter.at_work(Move.READY, Move.COLLECTED)
    assert [push.kind for push in counter.to_register(second)][:1] == [K.REGISTER]


def test_a_register_connected_while_the_clock_was_ahead_is_sent_what_is_accepted_now(
    counter: RegisterCounter,
) -> None:
    rules = counter.desk.facts_of(REGISTER).register
    counter.use(None)
    before = counter.at_work()
    counter.clock.advance(hours=24)
    counter.use(rules)
    counter.hear(recover(counter.desk))
    counter.clock.advance(hours=-24)
    counter.move(Move.READY, before)
    second = counter.at_work()
    assert counter.to_register(before) == []
    assert counter.to_register(second)
    assert counter.heard() == [K.REGISTER]


def test_what_the_register_was_told_cannot_be_undone_by_a_clock_that_is_set_back(
    counter: RegisterCounter,
) -> None:
    counter.at_work()
    counter.move(Move.CANCEL_ORDER)  # the order's own vendor hears nothing of it
    counter.clock.advance(6)
    counter.deliver()
    assert counter.heard() == [K.REGISTER, K.CANCEL_ORDER]
    counter.clock.advance(-4)
    assert Move.UNDO not in counter.offered()


# --- following ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moves", "kinds"),
    [
        ([Move.READY, Move.COLLECTED], [K.READY, K.COLLECTED]),
        ([Move.LEFT], [K.LEFT]),
        ([Move.READY, Move.LEFT], [K.READY, K.LEFT]),
        ([Move.CANCEL_ORDER], [K.CANCEL_ORDER]),
    ],
)
def test_the_register_hears_where_the_order_stands(
    counter: RegisterCounter, moves: list[Move], kinds: list[PushKind]
) -> None:
    counter.at_work(*moves)
    counter.deliver()
    assert counter.heard() == [K.REGISTER, *kinds]


def test_states_go_out_in_order_behind_the_create_after_an_outage(
    counter: RegisterCounter,
) -> None:
    counter.place()
    counter.accept()
    for _ in range(12):
        counter.fail_next(NO_CONNECTION)
    counter.deliver()
    counter.move(Move.READY)
    counter.clock.advance(6)
    counter.move(Move.COLLECTED)
    for _ in range(60):
        counter.clock.advance(60)
        counter.deliver()
    assert counter.heard() == [K.REGISTER, K.READY, K.COLLECTED]
    assert counter.order().state is OrderState.COLLECTED


def test_nothing_is_told_while_a_move_can_be_undone_and_undo_takes_both_back(
    counter: RegisterCounter,
) -> None:
    counter.at_work()
    counter.move(Move.READY)
    assert counter.deliver() == 0
    undo(counter)
    assert [push.state for push in counter.pushes() if push.kind is K.READY] == [
        PushState.DROPPED,
        PushState.DROPPED,
    ]
    counter.clock.advance(60)
    counter.deliver()
    assert counter.heard() == [K.REGISTER]
    assert counter.effects() == [K.ACCEPT]
    counter.move(Move.READY)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.heard() == [K.REGISTER, K.READY]


def test_an_end_taken_back_is_not_told(counter: RegisterCounter) -> None:
    counter.at_work(Move.READY)
    counter.move(Move.COLLECTED)
    undo(counter)
    counter.move(Move.LEFT)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.heard() == [K.REGISTER, K.READY, K.LEFT]


def test_an_order_cancelled_before_it_left_is_not_told_at_all(counter: RegisterCounter) -> None:
    counter.place()
    counter.accept()
    counter.fail_next(NO_CONNECTION)
    counter.deliver()
    counter.move(Move.CANCEL_ORDER)
    counter.clock.advance(3600)
    counter.deliver()
    assert counter.there == {}
    assert [push.state for push in counter.to_register()] == [PushState.DROPPED]


def test_undoing_that_sends_it_on_after_all(counter: RegisterCounter) -> None:
    counter.place()
    counter.accept()
    counter.fail_next(NO_CONNECTION)
    counter.deliver()
    counter.move(Move.CANCEL_ORDER)
    undo(counter)
    counter.clock.advance(60)
    counter.deliver()
    assert counter.heard() == [K.REGISTER]


def test_a_customer_who_cancels_at_the_vendor_is_cancelled_at_the_register(
    counter: RegisterCounter,
) -> None:
    counter.at_work()
    counter.vendor.cancel("v-1")
    counter.report()
    counter.deliver()
    assert counter.heard() == [K.REGISTER, K.CANCEL_ORDER]


def test_ready_pressed_on_another_device_reaches_the_register(counter: RegisterCounter) -> None:
    counter.at_work()
    counter.vendor.change("v-1", standing=Standing.READY, word="DONE")
    counter.report()
    counter.deliver()
    assert counter.heard() == [K.REGISTER, K.READY]


def test_an_order_brought_back_is_not_told_backwards(counter: RegisterCounter) -> None:
    counter.at_work(Move.READY, Move.COLLECTED)
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    counter.move(Move.READY)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.heard() == [K.REGISTER, K.READY, K.COLLECTED]
    counter.move(Move.LEFT)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.heard()[-1] is K.LEFT


# --- doubts ---------------------------------------------------------------------------------------


def test_a_lost_answer_is_never_asked_again_by_itself(counter: RegisterCounter) -> None:
    counter.fail_next(LOST, after_effect=True)
    counter.at_work(Move.READY)
    for _ in range(48):
        counter.clock.advance(1800)
        counter.deliver()
    assert counter.heard() == [K.REGISTER]
    assert counter.snapshot().syncs[REGISTER] is SyncState.UNCONFIRMED
    assert NoticeCode.NOT_CONFIRMED in counter.notices()
    question = counter.snapshot().question
    assert question is not None and question.system == REGISTER
    assert counter.snapshot().title_of(question.system) == "OktoPOS"


def test_a_status_whose_answer_was_lost_is_told_again_by_itself(counter: RegisterCounter) -> None:
    counter.at_work()
    counter.fail_next(LOST, after_effect=True)
    counter.move(Move.READY)
    counter.clock.advance(6)
    counter.deliver()
    counter.clock.advance(60)
    counter.deliver()
    assert counter.heard() == [K.REGISTER, K.READY, K.READY]
    assert counter.snapshot().worst_sync is SyncState.IN_STEP


def test_it_happened_without_a_number_lets_the_register_rest(counter: RegisterCounter) -> None:
    counter.fail_next(LOST, after_effect=True)
    counter.at_work(Move.READY)
    counter.hear(settle_question(SettleQuestion("id-1", True), counter.desk))
    counter.move(Move.COLLECTED)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.heard() == [K.REGISTER]
    assert counter.snapshot().worst_sync is SyncState.IN_STEP
    assert counter.effects()[-1] is K.COLLECTED


def test_it_did_not_happen_sends_the_same_words_once_more(counter: RegisterCounter) -> None:
    counter.fail_next(LOST)
    counter.at_work()
    (before,) = counter.to_register()
    counter.hear(settle_question(SettleQuestion("id-1", False), counter.desk))
    counter.deliver()
    (after,) = counter.to_register()
    assert counter.heard() == [K.REGISTER]
    assert (after.body, after.reference) == (before.body, before.reference)


def test_a_kill_on_the_wire_sends_nothing_twice(counter: RegisterCounter) -> None:
    counter.place()
    counter.accept()
    errand = counter.put_on_wire()
    counter.hear(settle_push(errand.id, None, counter.desk))
    create = counter.put_on_wire()
    assert create.kind is K.REGISTER
    counter.hear(recover(counter.desk))
    counter.clock.advance(3600)
    assert counter.deliver() == 0
    assert counter.to_register()[0].held
    counter.hear(ask_again(AskAgain("id-1"), counter.desk))
    counter.deliver()
    assert counter.heard() == [K.REGISTER]


def test_the_end_at_the_register_does_not_count_as_the_vendors(counter: RegisterCounter) -> None:
    """Cancel order is ours alone at the vendor: that the register was told of it says nothing."""
    counter.at_work(Move.CANCEL_ORDER)
    assert counter.heard()[-1] is K.CANCEL_ORDER
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    assert not counter.order().brought_back


def test_what_happened_at_the_register_stands_in_the_history(counter: RegisterCounter) -> None:
    counter.at_work()
    assert counter.events()[-1] is EventKind.TOLD


def test_a_vendor_that_is_not_told_of_the_accept_sends_on_too(store: StorePort) -> None:
    counter = RegisterCounter(store)
    vendor = FakeVendor(moves={Move.ACCEPT: Telling.OURS_ALONE})
    counter.vendor = vendor
    facts = counter.desk.facts_of("cheers")
    known = {**counter.desk.vendors, "cheers": replace(facts, capabilities=vendor.capabilities)}
    counter.desk = replace(counter.desk, vendors=known)
    counter.place()
    counter.hear(accept_order(AcceptOrder("id-1"), counter.desk))
    counter.deliver()
    assert counter.heard() == [K.REGISTER]
