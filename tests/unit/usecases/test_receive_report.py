"""Orders come in once, change as their vendor says, and are read again while a push is out."""

from __future__ import annotations

import pytest

from app.domain.events import EventKind
from app.domain.notice import NoticeCode
from app.domain.push import PushKind, PushState
from app.domain.states import Attention, Move, OrderState, Standing
from app.ports.store import StorePort
from app.usecases.due_inbox import open_orders
from app.usecases.see_order import SeeOrder, see_order
from app.usecases.settle_push import settle_push
from tests.builders import a_basket, a_line, a_report, at
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.inbox import due_ids

S, T, K = OrderState, Standing, PushKind


# --- orders ---------------------------------------------------------------------------------------


def test_a_new_order_rings_once(counter: Counter) -> None:
    counter.place()
    assert counter.ringing() == {"id-1"}
    assert counter.notices() == [NoticeCode.NEW_ORDER]
    counter.report()
    assert counter.notices() == [NoticeCode.NEW_ORDER]
    assert counter.board() == ["id-1"]
    assert counter.events() == [EventKind.RECEIVED]


def test_the_same_report_again_shows_nothing_again(quick: Counter) -> None:
    quick.at_work()
    quick.report()
    quick.news.clear()
    quick.report()
    assert quick.news == []


@pytest.mark.parametrize("standing", [T.COLLECTED, T.REJECTED, T.LEFT, T.CANCELLED])
def test_first_seen_ended_it_goes_to_history_only(counter: Counter, standing: Standing) -> None:
    order_id = counter.place(standing=standing, number="")
    assert counter.board() == []
    assert counter.notices() == []
    assert counter.ringing() == set()
    assert counter.order(order_id).number == ""
    assert counter.jobs(order_id) == []
    second = counter.place(number="")
    assert counter.order(second).number == "1"


@pytest.mark.parametrize("standing", [T.PREPARING, T.READY])
def test_first_seen_accepted_it_is_quiet_and_prints_nothing_by_itself(
    counter: Counter, standing: Standing
) -> None:
    counter.place(standing=standing)
    assert counter.order().quiet
    assert counter.notices() == []
    assert counter.jobs() == []
    assert Move.PRINT in counter.offered()


def test_an_order_moved_here_is_folded_away_no_more(quick: Counter) -> None:
    quick.place(standing=T.PREPARING)
    quick.move(Move.READY)
    assert not quick.order().quiet


def test_numbers_of_ours_skip_those_on_the_board_and_start_anew_each_day(
    store: StorePort,
) -> None:
    counter = Counter(store, number_prefix="P")
    taken = counter.place(number="P2")
    ids = [counter.place(number="") for _ in range(2)]
    assert [counter.order(one).number for one in (taken, *ids)] == ["P2", "P1", "P3"]
    assert counter.order(ids[0]).number_is_ours
    counter.clock.advance(hours=24)
    assert counter.order(counter.place(number=" \u202e")).number == "P4"  # the others still stand


def test_a_long_or_hostile_number_is_made_harmless(quick: Counter) -> None:
    quick.place(number="A-42\x1b\u202e" + "9" * 50)
    number = quick.order().number
    assert number.startswith("A-429")
    assert len(number) == 24
    assert not quick.order().number_is_ours


def test_an_unknown_word_stands_in_new_without_moves(quick: Counter) -> None:
    quick.place(standing=T.UNKNOWN, word="SHELVED")
    assert quick.order().state is S.NEW
    assert quick.offered() == set()


def test_a_report_while_a_push_is_out_waits_for_the_next_reading(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    push = counter.put_on_wire()
    counter.vendor.cancel("v-1")
    counter.report()
    assert counter.order().state is S.READY
    counter.hear(settle_push(push.id, None, counter.desk))
    assert due_ids(counter) == []
    counter.clock.advance(2)
    assert due_ids(counter) == ["v-1"]
    counter.report()
    assert counter.order().state is S.CANCELLED
    assert due_ids(counter) == []


def test_what_was_changed_there_is_marked_until_seen(counter: Counter) -> None:
    counter.at_work()
    counter.vendor.change("v-1", basket=a_basket(a_line("Soda", 400)))
    counter.report()
    assert counter.order().attention is Attention.CHANGED_ELSEWHERE
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    assert counter.order().attention is None
    assert counter.board() == ["id-1"]
    counter.report()
    assert counter.order().attention is None


def test_what_ended_there_stays_in_sight_until_seen(counter: Counter) -> None:
    counter.at_work()
    counter.vendor.cancel("v-1")
    counter.report()
    assert counter.board() == ["id-1"]
    assert counter.notices()[-1] is NoticeCode.ENDED_ELSEWHERE
    counter.report()
    assert counter.notices().count(NoticeCode.ENDED_ELSEWHERE) == 1
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    assert counter.board() == []
    counter.report()
    assert counter.board() == []


def test_an_accept_in_doubt_on_an_order_cancelled_meanwhile_is_over(counter: Counter) -> None:
    counter.place()
    counter.accept()
    counter.vendor.lose_next_request()
    counter.deliver()
    counter.vendor.cancel("v-1")
    counter.report()
    assert counter.order().state is S.CANCELLED
    assert counter.pushes()[0].state is PushState.DROPPED
    counter.clock.advance(60)
    counter.deliver()
    assert counter.notices().count(NoticeCode.ENDED_ELSEWHERE) == 1


def test_accepted_elsewhere_while_ours_waits(counter: Counter) -> None:
    counter.place()
    counter.accept()
    counter.vendor.go_away()
    counter.deliver()
    counter.vendor.come_back()
    counter.vendor.change("v-1", standing=T.PREPARING)
    counter.report()
    counter.deliver()
    order = counter.order()
    assert (order.state, order.accepted_here) == (S.PREPARING, False)
    assert counter.effects() == []
    assert counter.jobs() == []


def test_open_orders_are_read_again_and_ended_ones_are_not(counter: Counter) -> None:
    counter.place()
    counter.at_work(Move.READY)
    counter.at_work(Move.LEFT)
    gone = counter.at_work()
    counter.vendor.cancel("v-4")
    counter.report("v-4")
    assert gone in counter.board()
    assert [reading.vendor_order_id for reading in open_orders("cheers", counter.desk)] == [
        "v-1",
        "v-2",
    ]
    assert open_orders("loke", counter.desk) == []


def test_reports_of_other_vendors_stay_apart(quick: Counter) -> None:
    quick.receive(a_report(vendor="cheers", vendor_order_id="1", standing=T.NEW, placed_at=at(9)))
    quick.receive(a_report(vendor="loke", vendor_order_id="1", standing=T.NEW, placed_at=at(9)))
    assert len(quick.board()) == 2
