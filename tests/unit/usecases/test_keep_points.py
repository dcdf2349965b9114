"""Points follow the sale: told once, when it is paid, as often as allowed, and never in its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from app.domain.errors import (
    IllegalMove,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSetUpWrong,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.events import EventKind
from app.domain.notice import NoticeCode
from app.domain.points import PointsState
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, PaymentState, Standing, SyncState
from app.ports.store import StorePort
from app.usecases.begin_push import begin_push, due_errands
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.recover import recover
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.loyalty import CARD, OTHER_CARD, PROGRAMME, LoyalCounter

LOST = VendorUnavailable(PROGRAMME, "HTTP 500", sent=True, answered=True)
AWAY = VendorUnavailable(PROGRAMME, "no connection", sent=False)
REFUSED = VendorRefused(PROGRAMME, "Invalid request", code="400")
LOGIN = VendorLoginFailed(PROGRAMME, "key not accepted")
SET_UP = VendorSetUpWrong(PROGRAMME, "HTTP 404")
HTML = VendorSpokeOddly(PROGRAMME, "not JSON")


@pytest.fixture
def counter(store: StorePort) -> LoyalCounter:
    return LoyalCounter(store)


@pytest.fixture
def quick() -> LoyalCounter:
    return LoyalCounter(FakeStore())


# --- when it goes ---------------------------------------------------------------------------------


def test_a_card_on_a_paid_order_goes_once_it_can_no_longer_be_undone(
    counter: LoyalCounter,
) -> None:
    counter.at_work()
    counter.tie()
    assert counter.tell() == 0
    assert counter.points().state is PointsState.NOT_YET
    assert counter.wait_and_tell() == 1
    reference = counter.ticket().reference
    assert [push.body for push in counter.sent] == [f"{reference} {CARD} PREPARING []"]
    assert counter.points().state is PointsState.BOOKED
    assert counter.tell() == 0


def test_an_undone_move_tells_nobody_s_points(counter: LoyalCounter) -> None:
    """The card was removed while the move could still be undone."""
    counter.at_work()
    counter.tie()
    counter.move(Move.CANCEL_ORDER)
    assert counter.points().state is PointsState.NOTHING
    counter.untie()
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert counter.wait_and_tell(60) == 0
    assert counter.sent == []
    assert counter.points().state is PointsState.NO_CARD
    counter.tie(OTHER_CARD)
    counter.wait_and_tell()
    assert OTHER_CARD in counter.sent[0].body


def test_a_new_order_is_told_as_it_stands(counter: LoyalCounter) -> None:
    counter.place()
    counter.tie()
    counter.wait_and_tell()
    assert " NEW " in counter.sent[0].body


@pytest.mark.parametrize("scan_first", [True, False])
def test_an_unpaid_order_waits_for_its_money(counter: LoyalCounter, scan_first: bool) -> None:
    counter.to_pay()
    if scan_first:
        counter.tie()
        assert counter.points().state is PointsState.FOR_PAYMENT
        assert counter.snapshot().worst_sync is SyncState.IN_STEP
        assert counter.wait_and_tell(3600) == 0
        counter.pay()
    else:
        counter.pay()
        counter.tie()
    counter.deliver_sale()
    assert counter.wait_and_tell() == 1
    assert counter.points().state is PointsState.BOOKED


def test_money_in_doubt_keeps_the_ticket_back(quick: LoyalCounter) -> None:
    order_id = quick.to_pay()
    quick.tie()
    with quick.store.begin() as work:
        order = work.orders.get(order_id)
        work.orders.save(replace(order, payment=PaymentState.UNCONFIRMED))
        work.commit()
    assert quick.wait_and_tell() == 0
    assert quick.points().state is PointsState.FOR_PAYMENT


def test_a_rejected_order_earns_nothing_and_an_undone_reject_does(counter: LoyalCounter) -> None:
    counter.place()
    counter.tie()
    counter.hear(reject_order(RejectOrder("id-1", "sold out"), counter.desk))
    counter.clock.advance(5)
    counter.deliver_sale()
    assert counter.order().state is OrderState.REJECTED
    assert counter.ticket().state is PushState.DROPPED
    assert counter.points().state is PointsState.NOTHING
    assert counter.wait_and_tell() == 0


@pytest.mark.parametrize("move", [Move.LEFT, Move.CANCEL_ORDER])
def test_an_order_that_ends_unsold_earns_nothing_until_it_comes_back(
    counter: LoyalCounter, move: Move
) -> None:
    counter.at_work()
    counter.tie()
    counter.move(move)
    assert counter.ticket().state is PushState.DROPPED
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert counter.ticket().state is PushState.WAITING
    counter.move(move)
    assert counter.wait_and_tell() == 0
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    assert counter.tell() == 1
    assert len({push.reference for push in counter.loyal()}) == 1


def test_what_was_handed_over_unpaid_earns_only_when_it_is_paid_later(
    counter: LoyalCounter,
) -> None:
    counter.at_work(Move.READY, payment=PaymentState.DUE, due=huf(4600))
    counter.tie()
    counter.move(Move.HAND_OVER_UNPAID, reason="regular")
    assert counter.points().state is PointsState.NOTHING
    counter.pay()
    assert counter.wait_and_tell() == 1


def test_a_vendors_own_end_drops_the_ticket(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.vendor.cancel("v-1")
    counter.report()
    assert counter.wait_and_tell() == 0
    assert counter.points().state is PointsState.NOTHING


def test_there_is_one_ticket_for_a_sale(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.wait_and_tell()
    counter.tie(OTHER_CARD)
    assert counter.notices()[-1] is NoticeCode.CARD_NOT_TIED
    assert counter.points().card == CARD[-3:]
    counter.move(Move.READY)
    counter.clock.advance(10)
    assert counter.tell() == 0
    assert [push.kind for push in counter.loyal()] == [PushKind.TICKET]


# --- the programme misbehaves ---------------------------------------------------------------------


@pytest.mark.parametrize("error", [LOST, HTML])
def test_an_unknown_outcome_is_repeated_three_times_in_the_same_words_and_then_held(
    counter: LoyalCounter, error: VendorError
) -> None:
    counter.at_work()
    counter.tie()
    counter.clock.advance(5)
    counter.says = error
    sent_at = []
    for _ in range(100):
        if counter.tell():
            sent_at.append(counter.clock.now())
        counter.clock.advance(0.5)
    assert len(counter.sent) == 4
    assert all(later - first >= timedelta(seconds=1) for first, later in pairwise(sent_at))
    assert len({push.body for push in counter.sent}) == 1
    assert counter.points().state is PointsState.NOT_CONFIRMED
    assert counter.points().on_card
    assert counter.notices().count(NoticeCode.NOT_CONFIRMED) == 1
    counter.clock.advance(100_000)
    assert counter.tell() == 0


@pytest.mark.parametrize("sent", [1, 2, 3, 4])
def test_a_restart_grants_no_further_requests(store: StorePort, sent: int) -> None:
    counter = LoyalCounter(store)
    counter.at_work()
    counter.tie()
    counter.clock.advance(5)
    counter.says = LOST
    for _ in range(sent - 1):
        counter.wait_and_tell(60)
    counter.clock.advance(60)
    (errand,) = [
        one for one in due_errands(counter.desk, frozenset()) if one.push.system == PROGRAMME
    ]
    counter.sent.append(begin_push(errand.push.id, counter.desk) or errand.push)
    recover(counter.desk)  # killed with the request on the wire
    assert counter.tell() == 0, "a second has to pass here too"
    for _ in range(20):
        counter.wait_and_tell(60)
    assert len(counter.sent) == 4
    assert len({push.body for push in counter.sent}) == 1
    assert counter.ticket().held


def test_staff_try_again_with_the_same_words_one_request_at_a_time(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.says = LOST
    for _ in range(6):
        counter.wait_and_tell(60)
    counter.try_again()
    assert counter.tell() == 1
    assert counter.points().state is PointsState.NOT_CONFIRMED
    counter.says = None
    counter.try_again()
    assert counter.tell() == 1
    assert counter.points().state is PointsState.BOOKED
    assert len({push.body for push in counter.sent}) == 1


def test_a_refused_card_is_not_repeated_and_the_sale_stands(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.says = REFUSED
    assert counter.wait_and_tell() == 1
    points = counter.points()
    assert (points.state, points.on_card) == (PointsState.NOT_BOOKED, True)
    assert counter.notices()[-1] is NoticeCode.REFUSED
    assert counter.wait_and_tell(3600) == 0
    counter.move(Move.READY)
    counter.clock.advance(10)
    counter.move(Move.COLLECTED)
    assert counter.order().state is OrderState.COLLECTED
    assert counter.snapshot().worst_sync is not SyncState.REFUSED
    counter.leave()
    assert not counter.points().on_card


def test_another_card_takes_a_refused_ones_place_under_the_same_id(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.says = REFUSED
    counter.wait_and_tell()
    counter.says = None
    counter.tie(OTHER_CARD)
    assert counter.wait_and_tell() == 1
    first, second = counter.sent
    assert first.reference == second.reference
    assert OTHER_CARD in second.body
    assert counter.points().state is PointsState.BOOKED


def test_a_refusal_after_an_unknown_outcome_means_perhaps_booked(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.says = LOST
    counter.wait_and_tell()
    counter.says = REFUSED
    counter.wait_and_tell(60)
    points = counter.points()
    assert points.state is PointsState.PERHAPS
    assert not points.can_tie
    notice = counter.news_of_refusal()
    assert notice.data["in_doubt"] == "yes"
    counter.says = None
    counter.try_again()
    counter.tell()
    assert len({push.body for push in counter.sent}) == 1


@pytest.mark.parametrize("error", [LOGIN, SET_UP])
def test_a_fault_of_the_set_up_is_no_refusal_and_not_repeated_until_a_start(
    counter: LoyalCounter, error: VendorError
) -> None:
    counter.at_work()
    counter.tie()
    counter.says = error
    assert counter.wait_and_tell() == 1
    assert counter.points().state is PointsState.NOT_SENT
    assert NoticeCode.REFUSED not in counter.notices()
    counter.move(Move.READY)
    assert counter.wait_and_tell(3600) == 0
    recover(counter.desk)
    counter.says = None
    assert counter.tell() == 1
    assert counter.points().state is PointsState.BOOKED


def test_what_may_have_arrived_stays_in_doubt_over_a_fault_of_the_set_up(
    counter: LoyalCounter,
) -> None:
    counter.at_work()
    counter.tie()
    for error in (LOST, LOGIN):
        counter.says = error
        counter.wait_and_tell(60)
    assert counter.points().state is PointsState.NOT_CONFIRMED


def test_forty_sales_during_an_outage_go_out_by_themselves(quick: LoyalCounter) -> None:
    quick.says = AWAY
    for at in range(40):
        order_id = quick.place()
        quick.tie(f"card{at:012}", order_id)
    for _ in range(12):
        quick.clock.advance(20)
        quick.tell(100)
    assert all(push.tries == 1 for push in quick.sent)
    assert len(quick.sent) > 40
    quick.sent.clear()
    quick.says = None
    quick.clock.advance(20)
    assert quick.tell(100) == 40
    assert len({push.reference for push in quick.sent}) == 40
    assert quick.tell(100) == 0


def test_a_ticket_that_waited_tells_the_orders_present_state(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.says = AWAY
    counter.wait_and_tell()
    counter.move(Move.READY)
    counter.says = None
    counter.wait_and_tell(30)
    assert [push.body.split()[2] for push in counter.sent] == ["PREPARING", "READY"]
    assert len({push.reference for push in counter.sent}) == 1


def test_after_a_day_without_a_connection_a_person_decides(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.says = AWAY
    counter.wait_and_tell(3600 * 25)
    assert counter.points().state is PointsState.NOT_SENT
    assert counter.wait_and_tell(3600) == 0
    counter.says = None
    counter.try_again()
    assert counter.tell() == 1


# --- cards are changed ----------------------------------------------------------------------------


def test_a_card_can_be_changed_or_taken_off_before_it_is_sent(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.tie(OTHER_CARD)
    counter.untie()
    assert counter.points().state is PointsState.NO_CARD
    assert counter.wait_and_tell() == 0
    counter.tie(CARD)
    counter.wait_and_tell()
    assert [CARD in push.body for push in counter.sent] == [True]
    assert counter.events().count(EventKind.CARD_TIED) == 3
    assert EventKind.CARD_REMOVED in counter.events()


def test_a_card_that_was_sent_cannot_be_taken_off(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.tie()
    counter.wait_and_tell()
    with pytest.raises(IllegalMove):
        counter.untie()


@pytest.mark.parametrize("text", ["", "short", "with space", "x" * 65, "a\nb" * 4])
def test_what_is_no_card_is_not_tied(quick: LoyalCounter, text: str) -> None:
    quick.at_work()
    quick.tie(text)
    assert quick.notices()[-1] is NoticeCode.CARD_NOT_TIED
    assert quick.loyal() == []


def test_a_card_is_tied_the_same_day_and_no_later(quick: LoyalCounter) -> None:
    quick.at_work(Move.READY, Move.COLLECTED)
    assert quick.points().can_tie
    quick.clock.advance(3600 * 24)
    assert not quick.points().can_tie
    quick.tie()
    assert quick.loyal() == []


def test_no_notice_or_event_carries_the_card(counter: LoyalCounter) -> None:
    counter.at_work()
    counter.show("id-1")
    counter.scan()
    for error in (LOST, REFUSED):
        counter.says = error
        counter.wait_and_tell(60)
    said = [repr(one) for one in counter.news if "OrdersChanged" not in repr(one)]
    assert not [text for text in said if CARD in text]
    reader = counter.store.reader()
    assert CARD not in repr(reader.events("id-1"))
    reader.close()
    assert CARD not in repr(counter.points())


# --- money goes back ------------------------------------------------------------------------------


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


# --- later states ---------------------------------------------------------------------------------


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
    due = [one for one in due_errands(counter.desk, frozenset()) if one.push.system == PROGRAMME]
    begin_push(due[0].push.id, counter.desk)
    recover(counter.desk)
    counter.says = None
    counter.clock.advance(60)
    counter.move(Move.COLLECTED)
    counter.clock.advance(60)
    counter.tell(5)
    assert counter.sent[-1].body.split()[2] == "COLLECTED"
