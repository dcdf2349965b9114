"""When points are told: once, when the sale is paid, and what a change of card does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.notice import NoticeCode
from app.domain.points import PointsState
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, PaymentState, SyncState
from app.ports.store import StorePort
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.loyalty import CARD, LOST, OTHER_CARD, REFUSED, LoyalCounter


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
