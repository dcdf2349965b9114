"""A loyalty programme that misbehaves: told as often as allowed, and never in a sale's way."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from app.domain.errors import VendorError
from app.domain.notice import NoticeCode
from app.domain.points import PointsState
from app.domain.states import Move, OrderState, SyncState
from app.ports.store import StorePort
from app.usecases.begin_push import begin_push, due_pushes
from app.usecases.recover import recover
from tests.fakes.store import FakeStore
from tests.unit.usecases.loyalty import (
    AWAY,
    HTML,
    LOGIN,
    LOST,
    OTHER_CARD,
    PROGRAMME,
    REFUSED,
    SET_UP,
    LoyalCounter,
)


@pytest.fixture
def counter(store: StorePort) -> LoyalCounter:
    return LoyalCounter(store)


@pytest.fixture
def quick() -> LoyalCounter:
    return LoyalCounter(FakeStore())


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
        one for one in due_pushes(counter.desk, frozenset()).errands if one.push.system == PROGRAMME
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
