from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from app.domain.errors import IllegalMove, StoreCorrupt, StoreUnavailable
from app.domain.news import (
    CommandRefused,
    News,
    Noticed,
    OrdersChanged,
    StoreFailed,
    StoreWorks,
)
from app.domain.notice import NoticeCode
from app.runtime import core as core_file
from app.runtime.core import Core
from app.usecases.accept_order import AcceptOrder
from app.usecases.desk import Desk
from app.usecases.see_order import OpenOrder
from tests.builders import an_order
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.patience import PATIENCE

Settled = Callable[[], None]
Expect = Callable[..., object]
LOCKED = StoreUnavailable("pult.sqlite3 is locked by another program")


@pytest.fixture
def _quick_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_file, "STORE_RETRY_SECONDS", 0.02)


def _codes(relay: FakeRelay) -> list[NoticeCode]:
    return [news.notice.code for news in relay.of(Noticed)]


def test_a_command_is_carried_out_and_told(
    core: Core, store: FakeStore, relay: FakeRelay, settled: Settled
) -> None:
    store.with_orders(an_order())
    core.dispatch(OpenOrder("order-1"))
    settled()
    assert relay.of(OrdersChanged)[0].orders[0].order.opened


def test_an_impossible_move_wakes_the_button_and_says_so(
    core: Core, store: FakeStore, relay: FakeRelay, settled: Settled
) -> None:
    store.with_orders(an_order(word_is_unknown=True))
    core.dispatch(AcceptOrder("order-1"))
    settled()
    assert relay.of(CommandRefused) == [CommandRefused("AcceptOrder", "order-1")]
    assert _codes(relay) == [NoticeCode.NOT_POSSIBLE]


def test_a_fault_of_ours_is_told_and_the_core_lives_on(
    core: Core, relay: FakeRelay, settled: Settled, expected_log: Expect
) -> None:
    expected_log("fault in a lane", level="ERROR")
    core.dispatch(OpenOrder("nobody"))
    settled()
    assert relay.of(CommandRefused) == [CommandRefused("OpenOrder", "nobody")]
    assert _codes(relay) == [NoticeCode.OUR_FAULT]


def test_pumps_are_woken_after_each_piece_of_work_on_the_core_lane(
    core: Core, settled: Settled
) -> None:
    threads: list[int] = []
    core.after_each(lambda: threads.append(threading.get_ident()))
    settled()
    settled()
    settled()
    assert len(threads) >= 2
    assert set(threads).isdisjoint({threading.get_ident()})
    assert len(set(threads)) == 1


def test_a_fault_in_one_pump_rests_that_pump_alone(
    core: Core, relay: FakeRelay, settled: Settled, expected_log: Expect
) -> None:
    expected_log("fault in a pump", level="ERROR")
    woken: list[str] = []

    def broken() -> None:
        woken.append("broken")
        raise LookupError("ours")

    core.after_each(broken)
    core.after_each(lambda: woken.append("well"))
    for _ in range(4):
        settled()
    assert woken.count("broken") == 1
    assert woken.count("well") >= 3
    assert _codes(relay) == [NoticeCode.OUR_FAULT]


def test_at_rest_no_pump_is_woken_but_work_is_done(core: Core, settled: Settled) -> None:
    woken: list[str] = []
    core.after_each(lambda: woken.append("woken"))
    core.rest()
    settled()
    settled()
    assert woken == []


def test_watchers_see_all_news(
    core: Core, store: FakeStore, relay: FakeRelay, settled: Settled
) -> None:
    seen: list[News] = []
    core.watch(seen.append)
    store.with_orders(an_order())
    core.dispatch(OpenOrder("order-1"))
    settled()
    assert [type(news) for news in seen] == [OrdersChanged]


# --- a store that fails ---------------------------------------------------------------------------


@pytest.mark.usefixtures("_quick_retry")
@pytest.mark.expected_log("is locked", level="ERROR")
def test_a_failing_store_is_told_once_tried_again_and_welcomed_back(
    core: Core, store: FakeStore, relay: FakeRelay
) -> None:
    store.with_orders(an_order())
    store.break_down(LOCKED)
    core.dispatch(OpenOrder("order-1"))
    assert relay.wait_for(lambda news: StoreWorks() in news)
    assert relay.of(StoreFailed) == [StoreFailed(False, str(LOCKED))]
    assert relay.of(CommandRefused) == [CommandRefused("OpenOrder", "order-1")]
    assert not relay.of(OrdersChanged)


@pytest.mark.expected_log("is locked", level="ERROR")
def test_a_store_that_can_be_read_but_not_written_does_not_work(
    core: Core, store: FakeStore, relay: FakeRelay, settled: Settled
) -> None:
    """Steps that write nothing go well on a full disk; that is no proof."""
    store.with_orders(an_order())
    woken: list[str] = []
    core.after_each(lambda: woken.append("woken"))
    store.break_down(LOCKED)
    core.dispatch(OpenOrder("order-1"))
    store_still_broken = threading.Event()

    def break_again(_desk: Desk) -> list[News]:
        store.break_down(LOCKED)
        store_still_broken.set()
        return []

    core.submit(break_again)
    assert store_still_broken.wait(PATIENCE)
    settled()
    assert relay.of(StoreFailed) == [StoreFailed(False, str(LOCKED))]
    # The step of `settled` itself finds that the store can be written.
    settled()
    assert relay.of(StoreWorks) == [StoreWorks()]
    assert woken


@pytest.mark.usefixtures("_quick_retry")
@pytest.mark.expected_log("is locked", level="ERROR")
def test_a_store_error_in_a_pump_is_no_fault_of_ours(
    core: Core, relay: FakeRelay, settled: Settled
) -> None:
    troubles = [LOCKED]

    def wake() -> None:
        if troubles:
            raise troubles.pop()

    core.after_each(wake)
    settled()
    assert relay.wait_for(lambda news: StoreWorks() in news)
    assert relay.of(StoreFailed) == [StoreFailed(False, str(LOCKED))]
    assert _codes(relay) == []


@pytest.mark.usefixtures("_quick_retry")
@pytest.mark.expected_log("is locked", level="ERROR")
def test_what_is_insisted_on_is_kept_in_order_and_done_before_anything_is_begun(
    core: Core, store: FakeStore, relay: FakeRelay
) -> None:
    done: list[str] = []
    failing = [LOCKED]

    def first(_desk: Desk) -> list[News]:
        if failing:
            raise failing.pop()
        done.append("first")
        return []

    def second(_desk: Desk) -> list[News]:
        done.append("second")
        return []

    core.after_each(lambda: done.append("woken"))
    core.insist(first)
    core.insist(second)
    assert relay.wait_for(lambda news: StoreWorks() in news)
    assert done[:2] == ["first", "second"]


@pytest.mark.usefixtures("_quick_retry")
@pytest.mark.expected_log("is locked", level="ERROR")
@pytest.mark.expected_log("fault in a step", level="ERROR")
def test_a_kept_step_with_a_fault_in_it_does_not_block_the_others(
    core: Core, relay: FakeRelay
) -> None:
    done = threading.Event()
    raised: list[Exception] = [LookupError("ours"), LOCKED]

    def bad(_desk: Desk) -> list[News]:
        raise raised.pop()

    def good(_desk: Desk) -> list[News]:
        done.set()
        return []

    core.insist(bad)
    core.insist(good)
    assert done.wait(PATIENCE)
    assert relay.wait_for(lambda news: StoreWorks() in news)


@pytest.mark.expected_log("is damaged", level="ERROR")
def test_a_damaged_store_is_told_as_one(
    core: Core, store: FakeStore, relay: FakeRelay, settled: Settled
) -> None:
    store.with_orders(an_order())
    store.break_down(StoreCorrupt("pult.sqlite3 is damaged"))
    core.dispatch(OpenOrder("order-1"))
    settled()
    assert relay.of(StoreFailed) == [StoreFailed(True, "pult.sqlite3 is damaged")]


def test_illegal_moves_of_pumps_refuse_no_button(
    core: Core, relay: FakeRelay, settled: Settled
) -> None:
    def step(_desk: Desk) -> list[News]:
        raise IllegalMove("not any more")

    core.submit(step)
    settled()
    assert relay.of(CommandRefused) == []
    assert _codes(relay) == [NoticeCode.NOT_POSSIBLE]
