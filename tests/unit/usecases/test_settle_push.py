"""Outages, refusals and lost answers: each move is told once, in order, or comes back to staff."""

from __future__ import annotations

from app.domain.errors import OrderUnknown, VendorRefused, VendorUnavailable
from app.domain.events import EventKind
from app.domain.notice import NoticeCode
from app.domain.push import PushKind, PushState
from app.domain.states import Attention, JobState, Move, OrderState, PaymentState, Standing
from app.usecases.push_ends import TRIED_OFTEN
from app.usecases.recover import recover
from app.usecases.see_order import SeeOrder, see_order
from app.usecases.settle_push import settle_push
from app.usecases.settle_question import AskAgain, ask_again
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

S, P, K = OrderState, PaymentState, PushKind


# --- outages --------------------------------------------------------------------------------------


def test_work_done_offline_is_told_once_each_in_order_after_a_re_read(counter: Counter) -> None:
    counter.at_work()
    counter.vendor.go_away()
    counter.move(Move.READY)
    counter.clock.advance(30)
    counter.move(Move.COLLECTED)
    counter.outage(minutes=20)
    assert counter.order().state is S.COLLECTED
    assert counter.effects() == [K.ACCEPT]
    fetched = len(counter.vendor.fetched)
    counter.clock.advance(20)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY, K.COLLECTED]
    assert counter.vendor.sent == [("v-1", kind) for kind in counter.effects()]
    assert len(counter.vendor.fetched) == fetched + 1
    assert counter.snapshot().misses == 0


def test_one_answer_wakes_every_order_that_waits(counter: Counter) -> None:
    ids = [counter.at_work() for _ in range(3)]
    counter.vendor.go_away()
    for order_id in ids:
        counter.move(Move.READY, order_id)
    counter.outage(minutes=2)
    counter.report("v-1")
    counter.deliver()
    for vendor_order_id in ("v-1", "v-2", "v-3"):
        assert counter.effects(vendor_order_id) == [K.ACCEPT, K.READY]


def test_a_key_that_is_not_accepted_loses_nothing(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.vendor.key_accepted = False
    counter.deliver()
    assert counter.pushes()[-1].state is PushState.WAITING
    counter.vendor.key_accepted = True
    counter.clock.advance(20)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]


def test_what_nobody_was_reached_for_in_a_day_comes_back_to_staff(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.vendor.go_away()
    counter.deliver()
    counter.clock.advance(hours=24)
    for _ in range(TRIED_OFTEN):
        assert counter.pushes()[-1].state is PushState.WAITING
        counter.deliver()
        counter.clock.advance(20)
    assert counter.pushes()[-1].state is PushState.REFUSED
    assert counter.snapshot().refused is not None
    assert counter.board() == ["id-1"]


def test_after_a_weekend_the_network_may_come_up_late(counter: Counter) -> None:
    counter.at_work()
    counter.vendor.go_away()
    counter.move(Move.READY)
    counter.clock.advance(5)
    for _ in range(2 * TRIED_OFTEN):
        counter.deliver()
        counter.clock.advance(20)
    counter.clock.advance(hours=40)
    counter.hear(recover(counter.desk))
    for _ in range(3):
        counter.deliver()
        counter.clock.advance(20)
    counter.vendor.come_back()
    counter.clock.advance(20)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]


def test_a_vendor_that_asks_for_a_pause_gets_it(counter: Counter) -> None:
    counter.at_work()
    other = counter.place()
    counter.move(Move.READY)
    counter.clock.advance(5)
    slow = VendorUnavailable("cheers", "slow down", sent=False, retry_after=90)
    counter.vendor.fail_next(slow, on="send")
    counter.deliver()
    counter.accept(other)
    counter.deliver()  # another order gets through meanwhile
    counter.clock.advance(60)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT]
    counter.clock.advance(30)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]


def test_done_there_already_is_not_sent_again(counter: Counter) -> None:
    counter.at_work()
    counter.vendor.go_away()
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.deliver()
    counter.vendor.come_back()
    counter.vendor.change("v-1", standing=Standing.READY)
    counter.clock.advance(20)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT]
    assert counter.pushes()[-1].state is PushState.DROPPED
    assert counter.order().state is S.READY


def test_an_offline_ready_is_not_undone_by_a_late_report(counter: Counter) -> None:
    counter.at_work()
    late = counter.vendor.fetch("v-1")
    counter.vendor.go_away()
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.deliver()
    counter.receive(late)
    assert counter.order().state is S.READY
    assert counter.pushes()[-1].state is PushState.WAITING


def test_the_vendors_cancel_wins_over_what_waits(counter: Counter) -> None:
    counter.at_work()
    counter.vendor.go_away()
    counter.move(Move.READY)
    counter.clock.advance(30)
    counter.deliver()
    counter.vendor.come_back()
    counter.vendor.cancel("v-1")
    counter.report()
    assert counter.order().state is S.CANCELLED
    assert counter.order().column is S.READY
    assert counter.pushes()[-1].state is PushState.DROPPED
    assert counter.jobs()[0].state is JobState.FAILED
    counter.clock.advance(60)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT]


def test_handed_over_here_and_cancelled_there_staff_are_asked(counter: Counter) -> None:
    counter.at_work(Move.READY)
    counter.vendor.go_away()
    counter.move(Move.COLLECTED)
    counter.clock.advance(5)
    counter.deliver()
    counter.vendor.come_back()
    counter.vendor.cancel("v-1")
    counter.report()
    assert counter.order().attention is Attention.WENT_ANOTHER_WAY
    assert counter.board() == ["id-1"]
    assert counter.pushes()[-1].state is PushState.DROPPED
    assert counter.notices()[-1] is NoticeCode.WENT_ANOTHER_WAY
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    assert counter.board() == []
    counter.report()
    assert counter.board() == []


# --- refusals -------------------------------------------------------------------------------------


def test_a_refused_move_goes_back_to_where_the_vendor_has_it(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.vendor.fail_next(VendorRefused("cheers", "not now"), on="send")
    counter.deliver()
    snapshot = counter.snapshot()
    assert snapshot.order.state is S.PREPARING
    assert snapshot.refused is not None
    assert snapshot.refused.refusal == "not now"
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    assert counter.snapshot().refused is None
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]


def test_a_refusal_that_is_asked_about_again_is_told_once_in_history(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.vendor.fail_next(VendorRefused("cheers", "not now"), on="send")
    counter.deliver()
    told = counter.events().count(EventKind.REFUSED)
    counter.hear(ask_again(AskAgain("id-1"), counter.desk))
    counter.deliver()
    assert counter.snapshot().refused is not None
    assert counter.events().count(EventKind.REFUSED) == told == 1


def test_what_follows_a_refused_move_is_dropped_with_it_and_the_order_comes_back(
    counter: Counter,
) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.move(Move.COLLECTED)
    counter.clock.advance(5)
    counter.vendor.fail_next(VendorRefused("cheers", "not now"), on="send")
    counter.deliver()
    order = counter.order()
    assert (order.state, order.ended_at) == (S.PREPARING, None)
    assert [push.state for push in counter.pushes()] == [
        PushState.DONE,
        PushState.REFUSED,
        PushState.DROPPED,
    ]
    assert counter.board() == ["id-1"]
    assert counter.effects() == [K.ACCEPT]


def test_a_refused_hand_over_is_seen_even_when_the_vendor_says_nothing_usable(
    counter: Counter,
) -> None:
    counter.at_work(Move.READY)
    counter.move(Move.COLLECTED)
    counter.clock.advance(5)
    counter.vendor.fail_next(VendorRefused("cheers", "no"), on="send")
    counter.vendor.change("v-1", standing=Standing.UNKNOWN, word="SHELVED")
    counter.deliver()
    assert counter.order().state is S.COLLECTED
    assert counter.board() == ["id-1"]
    assert counter.snapshot().refused is not None


def test_an_order_the_vendor_no_longer_knows_is_refused_in_sight(counter: Counter) -> None:
    counter.at_work(Move.READY)
    counter.move(Move.COLLECTED)
    counter.clock.advance(5)
    counter.vendor.fail_next(OrderUnknown("cheers", "no such order"), on="send")
    counter.vendor.fail_next(OrderUnknown("cheers", "no such order"), on="fetch")
    counter.deliver()
    assert counter.pushes()[-1].state is PushState.REFUSED
    assert counter.board() == ["id-1"]
    assert counter.notices()[-1] is NoticeCode.REFUSED


def test_a_refusal_does_not_take_back_an_end_nobody_is_told_of(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    push = counter.put_on_wire()
    counter.move(Move.CANCEL_ORDER)
    counter.hear(settle_push(push.id, VendorRefused("cheers", "no"), counter.desk))
    counter.deliver()
    assert counter.order().state is S.CANCELLED
    assert counter.board() == []


def test_a_lost_hand_over_that_happened_is_settled_silently(counter: Counter) -> None:
    counter.at_work(Move.READY)
    counter.move(Move.COLLECTED)
    counter.clock.advance(5)
    counter.vendor.lose_next_reply()
    counter.deliver()
    counter.clock.advance(1)
    counter.deliver()
    assert counter.pushes()[-1].state is PushState.DONE
    assert counter.effects().count(K.COLLECTED) == 1
    assert counter.board() == []


def test_a_lost_ready_that_somebody_else_collected_is_shown(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.vendor.lose_next_reply()
    counter.deliver()
    counter.vendor.change("v-1", standing=Standing.COLLECTED)
    counter.clock.advance(1)
    counter.deliver()
    assert counter.order().state is S.COLLECTED
    assert counter.order().attention is Attention.ENDED_ELSEWHERE
    assert EventKind.VENDOR_MOVED in counter.events()


def test_a_report_that_shows_a_doubtful_push_settles_it(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.vendor.lose_next_reply()
    counter.deliver()
    counter.report()
    assert counter.pushes()[-1].state is PushState.DONE


def test_only_orders_that_were_touched_are_shown_again() -> None:
    counter = Counter(FakeStore())
    first = counter.at_work()
    counter.at_work(number="A-2")
    counter.move(Move.READY, first)
    assert [one.order.id for one in counter.last_orders().orders] == [first]
