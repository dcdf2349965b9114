"""Orders that their payment accepts: no lost order, no second payment, no money out of sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.domain.errors import (
    IllegalMove,
    OrderUnknown,
    VendorLoginFailed,
    VendorRefused,
    VendorUnavailable,
)
from app.domain.news import CommandRefused, Noticed
from app.domain.notice import NoticeCode
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.push import PushState
from app.domain.refusal import Refusal, kept_refusal, read_refusal
from app.domain.scan_news import LookUpAnswered
from app.domain.states import JobState, Move, OrderState, PaymentState, SyncState
from app.ports.store import StorePort
from app.usecases.begin_push import due_pushes
from app.usecases.carry_payment import CarryPayment, carry_payment
from app.usecases.recover import recover
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.settle_question import AskAgain, SettleQuestion, ask_again, settle_question
from tests.builders import huf
from tests.unit.usecases.preorders import PreOrderDesk

S, P = OrderState, PaymentState
DIFFERS = VendorRefused("cheers", "no match (405)", code="405", why=Refusal.AMOUNT_DIFFERS)
UNKNOWN = OrderUnknown("cheers", "not found (404)", code="404", why=Refusal.NUMBER_UNKNOWN)


@pytest.fixture
def desk(store: StorePort) -> PreOrderDesk:
    return PreOrderDesk(store)


def in_vain(desk: PreOrderDesk) -> None:
    """Money was taken and the vendor plainly refused it."""
    desk.looked_up()
    desk.pay()
    desk.vendor.gone.add("v-1")
    desk.vendor.fail_next(UNKNOWN, on="send")
    desk.deliver()


def in_doubt(desk: PreOrderDesk) -> None:
    """The reply to a payment was lost, and the number cannot be read any more."""
    desk.looked_up()
    desk.pay()
    desk.vendor.lose_next_reply()
    desk.deliver()
    desk.clock.advance(1)
    desk.deliver()


# --- it goes well ---------------------------------------------------------------------------------


def test_the_vendors_yes_to_the_money_prepares_the_order_and_queues_its_slip(
    desk: PreOrderDesk,
) -> None:
    desk.looked_up()
    desk.pay()
    assert (desk.order().state, desk.order().payment) == (S.NEW, P.RECEIVED)
    assert desk.jobs() == []
    desk.deliver()
    assert (desk.order().state, desk.order().payment) == (S.PREPARING, P.RECEIVED)
    assert [job.state for job in desk.jobs()] == [JobState.QUEUED]
    assert NoticeCode.PAYMENT_ACCEPTED in desk.notices()
    desk.move(Move.COLLECTED)
    assert desk.order().state is S.COLLECTED


def told_of(desk: PreOrderDesk) -> Mapping[str, str]:
    """Give what staff were told with the payment that was accepted."""
    notices = [news.notice for news in desk.told(Noticed)]
    (found,) = [one for one in notices if one.code is NoticeCode.PAYMENT_ACCEPTED]
    return found.data


def paid_in_cash(desk: PreOrderDesk) -> None:
    due = desk.order(desk.looked_up()).due
    given = replace(due, minor=due.minor + 5000)
    desk.pay_by(PaymentPart(PaymentMethod.CASH, due, given))


def test_the_vendors_yes_tells_again_what_goes_back(desk: PreOrderDesk) -> None:
    paid_in_cash(desk)
    desk.deliver()
    assert told_of(desk)["change"] == "5000"


def test_but_not_once_the_payment_was_in_doubt(desk: PreOrderDesk) -> None:
    paid_in_cash(desk)
    desk.vendor.lose_next_request()
    desk.deliver()
    assert desk.order().payment is P.UNCONFIRMED
    desk.clock.advance(1)
    desk.deliver()
    assert "change" not in told_of(desk)


def test_an_order_that_staff_looked_up_rings_nobody(desk: PreOrderDesk) -> None:
    desk.looked_up()
    assert desk.ringing() == set()
    assert desk.notices() == []
    assert desk.order().opened


def test_no_number_of_the_vendors_is_called_out_so_it_gets_ours(desk: PreOrderDesk) -> None:
    desk.looked_up()
    assert desk.order().number_is_ours
    assert desk.order().vendor_order_id == "v-1"


def test_no_connection_is_no_attempt_and_the_money_goes_by_itself_later(
    desk: PreOrderDesk,
) -> None:
    desk.looked_up()
    desk.pay()
    desk.outage(minutes=3)
    assert desk.order().state is S.NEW
    desk.clock.advance(20)
    desk.deliver()
    assert desk.order().state is S.PREPARING
    assert len(desk.effects()) == 1


def test_a_key_that_is_not_accepted_keeps_the_payment_waiting(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.pay()
    desk.vendor.fail_next(VendorLoginFailed("cheers", "403"), on="send")
    desk.deliver()
    assert (desk.order().state, desk.order().payment) == (S.NEW, P.RECEIVED)
    desk.clock.advance(20)
    desk.deliver()
    assert desk.order().state is S.PREPARING


# --- the amount is fresh --------------------------------------------------------------------------


def test_no_money_is_noted_for_an_amount_that_was_read_too_long_ago(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.clock.advance(30)
    desk.pay()
    assert desk.order().payment is P.DUE
    assert desk.pushes() == []
    assert desk.notices()[-1] is NoticeCode.DUE_NOT_CHECKED
    assert desk.told(CommandRefused) == [CommandRefused("ReceivePayment", "id-1")]


def test_only_the_amount_that_was_read_is_taken(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.vendor.change("v-1", due=huf(600))
    desk.looked_up(number="v-1")
    with pytest.raises(IllegalMove):
        desk.pay(due=huf(538))
    desk.pay(due=huf(600))
    assert desk.order().payment is P.RECEIVED


# --- the reply is lost ----------------------------------------------------------------------------


def test_a_lost_request_goes_again_with_the_same_id_once_the_amount_is_the_same(
    desk: PreOrderDesk,
) -> None:
    desk.looked_up()
    desk.pay()
    desk.vendor.lose_next_request()
    desk.deliver()
    assert desk.order().payment is P.UNCONFIRMED
    before = desk.pushes()[0]
    desk.clock.advance(1)
    desk.deliver()
    after = desk.pushes()[0]
    assert (after.id, after.reference, after.body) == (before.id, before.reference, before.body)
    assert (desk.order().state, desk.order().payment) == (S.PREPARING, P.RECEIVED)


def test_after_a_lost_reply_a_number_that_is_gone_leaves_it_to_staff(desk: PreOrderDesk) -> None:
    in_doubt(desk)
    push = desk.pushes()[0]
    assert (push.state, push.held) == (PushState.UNCONFIRMED, True)
    assert (desk.order().state, desk.order().payment) == (S.NEW, P.UNCONFIRMED)
    desk.clock.advance(3600)
    assert desk.deliver() == 0
    assert Move.PAYMENT_RECEIVED not in desk.offered()


def test_staff_who_found_it_paid_let_it_be_prepared(desk: PreOrderDesk) -> None:
    in_doubt(desk)
    desk.hear(settle_question(SettleQuestion("id-1", happened=True), desk.desk))
    assert (desk.order().state, desk.order().payment) == (S.PREPARING, P.RECEIVED)
    assert len(desk.jobs()) == 1


def test_staff_who_found_it_not_paid_have_it_told_again_or_see_it_refused(
    desk: PreOrderDesk,
) -> None:
    in_doubt(desk)
    desk.hear(settle_question(SettleQuestion("id-1", happened=False), desk.desk))
    desk.deliver()
    assert desk.pushes()[0].state is PushState.REFUSED
    assert desk.offered() == {Move.ASK_AGAIN, Move.MONEY_RETURNED}


def test_a_doubt_stays_in_sight_over_a_restart(desk: PreOrderDesk) -> None:
    in_doubt(desk)
    desk.hear(recover(desk.desk))
    assert desk.board() == ["id-1"]
    assert desk.snapshot().worst_sync is SyncState.UNCONFIRMED
    assert desk.deliver() == 0


def test_a_till_killed_while_it_told_reads_again_before_it_tells_again(
    desk: PreOrderDesk,
) -> None:
    desk.looked_up()
    desk.pay()
    before = desk.put_on_wire()
    desk.hear(recover(desk.desk))
    assert desk.order().payment is P.UNCONFIRMED
    desk.deliver()
    assert desk.order().state is S.PREPARING
    assert desk.pushes()[0].body == before.body
    assert len(desk.effects()) == 1


def test_one_that_is_no_longer_to_be_paid_after_a_lost_reply_is_left_to_staff(
    desk: PreOrderDesk,
) -> None:
    desk.looked_up()
    desk.pay()
    desk.vendor.lose_next_request()
    desk.deliver()
    desk.vendor.change("v-1", payment=P.NOT_DUE, due=huf(0))
    desk.clock.advance(1)
    desk.deliver()
    assert (desk.pushes()[0].state, desk.pushes()[0].held) == (PushState.UNCONFIRMED, True)


def test_one_that_was_no_longer_to_be_paid_before_anything_left_is_refused(
    desk: PreOrderDesk,
) -> None:
    desk.looked_up()
    desk.pay()
    desk.vendor.go_away()
    desk.deliver()
    desk.vendor.come_back()
    desk.vendor.change("v-1", payment=P.NOT_DUE, due=huf(0))
    desk.clock.advance(20)
    desk.deliver()
    push = desk.pushes()[0]
    assert push.state is PushState.REFUSED
    assert read_refusal(push.refusal)[0] is Refusal.AMOUNT_DIFFERS


def test_another_amount_after_a_lost_request_is_never_sent(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.pay()
    desk.vendor.lose_next_request()
    desk.deliver()
    desk.vendor.change("v-1", due=huf(600))
    desk.clock.advance(1)
    desk.deliver()
    push = desk.pushes()[0]
    assert push.state is PushState.REFUSED
    assert read_refusal(push.refusal)[0] is Refusal.AMOUNT_DIFFERS
    assert desk.effects() == []


def test_a_refusal_of_the_repeat_proves_nothing(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.pay()
    desk.vendor.lose_next_request()
    desk.deliver()
    desk.clock.advance(1)
    desk.carry(due_pushes(desk.desk, frozenset()).errands[0])  # read again: still to be paid
    desk.vendor.fail_next(UNKNOWN, on="send")
    desk.vendor.gone.add("v-1")
    desk.deliver()
    push = desk.pushes()[0]
    assert (push.state, push.tries, push.held) == (PushState.UNCONFIRMED, 2, True)
    assert desk.offered() == {Move.ASK_AGAIN, Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN}


# --- the money was taken in vain ------------------------------------------------------------------


def test_a_refusal_keeps_money_and_order_in_sight_over_a_restart(desk: PreOrderDesk) -> None:
    in_vain(desk)
    assert (desk.order().state, desk.order().payment) == (S.NEW, P.UNCONFIRMED)
    assert desk.snapshot().worst_sync is SyncState.REFUSED
    desk.hear(recover(desk.desk))
    assert desk.board() == ["id-1"]
    assert desk.offered() == {Move.ASK_AGAIN, Move.MONEY_RETURNED}
    assert desk.jobs() == []


def test_an_amount_that_differs_is_read_again_and_asked_about(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.pay()
    desk.vendor.change("v-1", due=huf(600))
    desk.vendor.fail_next(DIFFERS, on="send")
    desk.deliver()
    push = desk.pushes()[0]
    assert (push.state, push.tries) == (PushState.REFUSED, 1)
    assert read_refusal(push.refusal) == (Refusal.AMOUNT_DIFFERS, "no match (405)")
    assert desk.order().due == huf(538)


def test_money_given_back_ends_the_order(desk: PreOrderDesk) -> None:
    in_vain(desk)
    command = ReturnMoney("id-1", huf(538), PaymentMethod.CARD)
    desk.hear(return_money(command, desk.desk))
    assert (desk.order().state, desk.order().payment) == (S.CANCELLED, P.RETURNED)
    assert desk.board() == []


def test_money_given_back_in_part_keeps_the_order_in_sight(desk: PreOrderDesk) -> None:
    in_vain(desk)
    desk.hear(return_money(ReturnMoney("id-1", huf(38), PaymentMethod.CASH), desk.desk))
    assert (desk.order().state, desk.order().payment) == (S.NEW, P.UNCONFIRMED)
    assert Move.MONEY_RETURNED in desk.offered()


def test_asking_again_tells_it_once_more_in_the_same_words(desk: PreOrderDesk) -> None:
    in_vain(desk)
    desk.vendor.gone.clear()
    before = desk.pushes()[0]
    desk.hear(ask_again(AskAgain("id-1"), desk.desk))
    desk.deliver()
    assert desk.order().state is S.PREPARING
    assert (desk.pushes()[0].id, desk.pushes()[0].body) == (before.id, before.body)


def test_the_money_is_used_for_the_customers_new_number_under_the_same_id(
    desk: PreOrderDesk,
) -> None:
    in_vain(desk)
    new = desk.looked_up()
    at_hand = desk.snapshot(new).at_hand
    assert at_hand is not None
    assert (at_hand.order_id, at_hand.amount) == ("id-1", huf(538))
    desk.hear(carry_payment(CarryPayment(new, "id-1"), desk.desk))
    told, first = desk.pushes(new)[0], desk.pushes()[0]
    assert told.reference == first.id
    desk.deliver()
    assert (desk.order(new).state, desk.order(new).payment) == (S.PREPARING, P.RECEIVED)
    assert desk.order(new).money_taken == huf(538)
    assert (desk.order().state, desk.order().payment) == (S.LEFT, P.NOT_DUE)
    assert not desk.order().money_taken
    assert desk.board() == [new]


def test_money_is_not_used_for_another_amount(desk: PreOrderDesk) -> None:
    in_vain(desk)
    new = desk.looked_up(600)
    assert desk.snapshot(new).at_hand is None
    with pytest.raises(IllegalMove):
        carry_payment(CarryPayment(new, "id-1"), desk.desk)


def test_money_in_doubt_is_not_used_for_another_order(desk: PreOrderDesk) -> None:
    in_doubt(desk)
    new = desk.looked_up()
    assert desk.snapshot(new).at_hand is None
    with pytest.raises(IllegalMove):
        carry_payment(CarryPayment(new, "id-1"), desk.desk)


# --- numbers that come again ----------------------------------------------------------------------


def test_one_that_left_unpaid_comes_back_when_its_number_is_looked_up(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.move(Move.LEFT)
    assert desk.order().payment is P.NOT_DUE
    desk.clock.advance(600)
    desk.looked_up(number="v-1")
    assert (desk.order().state, desk.order().payment) == (S.NEW, P.DUE)
    assert desk.board() == ["id-1"]
    desk.pay()
    desk.deliver()
    assert desk.order().state is S.PREPARING


def test_one_whose_money_was_given_back_can_be_paid_anew(desk: PreOrderDesk) -> None:
    in_vain(desk)
    desk.hear(return_money(ReturnMoney("id-1", huf(538), PaymentMethod.CARD), desk.desk))
    desk.vendor.gone.clear()
    desk.looked_up(number="v-1")
    desk.pay()
    desk.deliver()
    assert (desk.order().state, desk.order().payment) == (S.PREPARING, P.RECEIVED)
    assert len({push.id for push in desk.pushes()}) == 2


def test_one_that_was_handed_over_stays_so(desk: PreOrderDesk) -> None:
    desk.paid()
    desk.move(Move.COLLECTED)
    desk.look_up("v-1")
    assert desk.order().state is S.COLLECTED
    answered = desk.told(LookUpAnswered)[-1]
    assert answered.problem == NoticeCode.LOOK_UP_REFUSED.value
    assert answered.data["why"] == Refusal.NUMBER_UNKNOWN.value


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (OrderUnknown("cheers", "gone"), NoticeCode.ORDER_UNKNOWN),
        (VendorLoginFailed("cheers", "no"), NoticeCode.LOGIN_FAILED),
        (VendorUnavailable("cheers", "no", sent=True), NoticeCode.VENDOR_GONE),
        (VendorRefused("cheers", "tea break", code="499"), NoticeCode.LOOK_UP_REFUSED),
    ],
)
def test_every_way_not_to_answer_has_its_code(
    desk: PreOrderDesk, error: Exception, problem: NoticeCode
) -> None:
    desk.vendor.place()
    desk.vendor.fail_next(error, on="fetch")  # type: ignore[arg-type]
    desk.look_up("v-1")
    assert desk.told(LookUpAnswered)[-1].problem == problem.value


def test_what_is_kept_of_a_refusal_is_read_back() -> None:
    for why in (None, *Refusal):
        for sentence in ("", "No match (405)", "a: b"):
            assert read_refusal(kept_refusal(why, sentence)) == (why, sentence)
