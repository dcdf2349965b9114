from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.moves import CONFIRM_WAIT_SECONDS
from app.domain.news import News, OrdersChanged
from app.domain.order import UndoPoint
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, PaymentState
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.reminders import Reminders
from app.usecases.desk import Desk
from app.usecases.recover import recover
from app.usecases.see_order import OpenOrder
from app.usecases.show_again import show_again
from tests.builders import a_basket, a_delivery, a_push, an_order
from tests.fakes.clock import FrozenClock
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.unit.runtime.waiting import until

SOON = timedelta(seconds=0.05)


@pytest.fixture
def time() -> FrozenClock:
    """The clock on the wall, moved by the test alone: the alarms ring by another one."""
    return FrozenClock()


@pytest.fixture
def desk(desk: Desk, time: FrozenClock) -> Desk:
    return replace(desk, clock=time)


@pytest.fixture
def _reminders(core: Core, clock: AlarmClock) -> Reminders:
    return Reminders(core, clock)


def _states(relay: FakeRelay) -> list[OrderState]:
    return [news.orders[0].order.state for news in relay.of(OrdersChanged)]


def _offered(relay: FakeRelay, move: Move) -> list[bool]:
    return [news.orders[0].offers(move) is not None for news in relay.of(OrdersChanged)]


@pytest.mark.usefixtures("_reminders")
def test_undo_goes_from_the_screen_when_its_time_is_up(
    core: Core, store: FakeStore, relay: FakeRelay, time: FrozenClock
) -> None:
    undo = UndoPoint(Move.READY, OrderState.PREPARING, PaymentState.NOT_DUE, time.now() + SOON)
    store.with_orders(an_order(state=OrderState.READY, undo=undo))
    core.dispatch(OpenOrder("order-1"))
    assert until(relay, lambda: _offered(relay, Move.UNDO) == [True])
    time.advance(SOON.total_seconds())
    assert until(relay, lambda: _offered(relay, Move.UNDO) == [True, False])


@pytest.mark.usefixtures("_reminders")
def test_print_is_offered_when_an_accept_has_waited_long_enough(
    core: Core, store: FakeStore, relay: FakeRelay, time: FrozenClock
) -> None:
    store.with_orders(an_order())
    pressed = time.now() + SOON - timedelta(seconds=CONFIRM_WAIT_SECONDS)
    with store.begin() as work:
        work.outbox.add(a_push(created_at=pressed, due_at=pressed, state=PushState.SENDING))
        work.commit()
    core.dispatch(OpenOrder("order-1"))
    assert until(relay, lambda: _offered(relay, Move.PRINT) == [False])
    time.advance(SOON.total_seconds())
    assert until(relay, lambda: _offered(relay, Move.PRINT) == [False, True])


@pytest.mark.usefixtures("_reminders")
@pytest.mark.parametrize("move", [Move.UNDO, Move.PRINT])
def test_a_moment_that_passes_while_it_is_shown_is_not_missed(
    core: Core, store: FakeStore, relay: FakeRelay, time: FrozenClock, move: Move
) -> None:
    """The machine may stand still between what is read and what is shown."""
    pressed = time.now() + SOON - timedelta(seconds=CONFIRM_WAIT_SECONDS)
    undo = UndoPoint(Move.READY, OrderState.PREPARING, PaymentState.NOT_DUE, time.now() + SOON)
    if move is Move.UNDO:
        store.with_orders(an_order(state=OrderState.READY, undo=undo))
    else:
        store.with_orders(an_order())
        with store.begin() as work:
            work.outbox.add(a_push(created_at=pressed, due_at=pressed, state=PushState.SENDING))
            work.commit()

    def stand_still(desk: Desk) -> list[News]:
        news = show_again("order-1", desk)
        time.advance(SOON.total_seconds())
        return news

    core.submit(stand_still)
    assert until(relay, lambda: len(_offered(relay, move)) == 2)
    assert _offered(relay, move) == [move is Move.UNDO, move is Move.PRINT]


def _on_its_way(store: FakeStore, desk: Desk, left: timedelta, **changes: Any) -> None:
    """Keep a delivery that will have arrived in so long."""
    left_at = desk.clock.now() + left - timedelta(minutes=desk.shop.on_the_way_minutes)
    basket = a_basket(delivery=a_delivery())
    order = an_order(state=OrderState.READY, basket=basket, ready_at=left_at, **changes)
    store.with_orders(order)
    with store.begin() as work:
        told = {"state": PushState.DONE, "created_at": left_at, "settled_at": left_at}
        work.outbox.add(a_push(kind=PushKind.ON_THE_WAY, **told))
        work.commit()


@pytest.mark.usefixtures("_reminders")
def test_what_has_been_on_its_way_long_enough_is_collected(
    core: Core, store: FakeStore, relay: FakeRelay, desk: Desk, time: FrozenClock
) -> None:
    _on_its_way(store, desk, SOON)
    core.dispatch(OpenOrder("order-1"))
    assert until(relay, lambda: _states(relay) == [OrderState.READY])
    time.advance(SOON.total_seconds())
    assert until(relay, lambda: _states(relay) == [OrderState.READY, OrderState.COLLECTED])


@pytest.mark.usefixtures("_reminders")
def test_what_arrived_while_the_till_was_off_is_collected_once_it_is_shown(
    core: Core, store: FakeStore, relay: FakeRelay, desk: Desk
) -> None:
    _on_its_way(store, desk, -timedelta(hours=9))
    core.submit(recover)
    assert until(relay, lambda: _states(relay) == [OrderState.READY, OrderState.COLLECTED])


@pytest.mark.usefixtures("_reminders")
def test_what_arrived_and_is_to_be_paid_waits_for_a_tap(
    core: Core, store: FakeStore, relay: FakeRelay, desk: Desk, settled: Callable[[], None]
) -> None:
    _on_its_way(store, desk, -timedelta(hours=9), payment=PaymentState.DUE)
    core.submit(recover)
    assert not until(relay, lambda: len(_states(relay)) > 1, 0.05)
    assert _states(relay) == [OrderState.READY]


@pytest.mark.usefixtures("_reminders")
def test_what_is_on_its_way_is_not_collected_before_its_time(
    core: Core, store: FakeStore, desk: Desk, settled: Callable[[], None]
) -> None:
    _on_its_way(store, desk, timedelta(minutes=5))
    core.dispatch(OpenOrder("order-1"))
    core.submit(lambda desk: show_again("order-1", desk))
    settled()
    assert store.kept.orders["order-1"].state is OrderState.READY


@pytest.mark.usefixtures("_reminders")
def test_what_rests_in_later_comes_forward_by_itself(
    core: Core, store: FakeStore, relay: FakeRelay, desk: Desk, time: FrozenClock
) -> None:
    wanted_at = time.now() + timedelta(minutes=desk.shop.lead_minutes) + SOON
    working = {"state": OrderState.PREPARING, "accepted_here": True, "in_later": True}
    store.with_orders(an_order(wanted_at=wanted_at, **working))
    core.dispatch(OpenOrder("order-1"))
    assert until(relay, lambda: bool(relay.of(OrdersChanged)))
    assert store.kept.orders["order-1"].in_later
    time.advance(SOON.total_seconds())
    assert until(relay, lambda: not store.kept.orders["order-1"].in_later)


def test_however_long_a_wait_is_the_time_is_looked_at_every_minute(
    core: Core, store: FakeStore, desk: Desk, settled: Callable[[], None]
) -> None:
    """A machine that slept counts the sleep on its clock alone."""
    alarms: list[tuple[float, Callable[[], object]]] = []

    class HandTurned(AlarmClock):
        def after(self, seconds: float, name: str, ring: Callable[[], object]) -> None:
            alarms.append((seconds, ring))

    Reminders(core, HandTurned())
    wanted_at = desk.clock.now() + timedelta(hours=5)
    working = {"state": OrderState.PREPARING, "accepted_here": True, "in_later": True}
    store.with_orders(an_order(wanted_at=wanted_at, **working))
    core.dispatch(OpenOrder("order-1"))
    settled()
    alarms.pop()[1]()
    settled()
    assert [seconds for seconds, _ring in alarms] == [60.0]
    assert store.kept.orders["order-1"].in_later


@pytest.mark.usefixtures("_reminders")
def test_an_order_that_changes_by_itself_no_more_is_left_alone(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    desk: Desk,
    settled: Callable[[], None],
) -> None:
    past = desk.clock.now() - timedelta(seconds=1)
    undo = UndoPoint(Move.READY, OrderState.PREPARING, PaymentState.NOT_DUE, past)
    order = an_order(state=OrderState.READY)
    store.with_orders(replace(order, undo=undo))
    core.dispatch(OpenOrder("order-1"))
    settled()
    assert not until(relay, lambda: len(relay.of(OrdersChanged)) > 1, 0.05)
