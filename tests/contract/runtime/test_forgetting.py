"""Old personal data on a real till: erased by itself, once nothing comes in."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

from app.domain.news import News
from app.domain.report import Customer
from app.domain.states import OrderState
from app.runtime.alarm_clock import AlarmClock
from app.runtime.forgetting import Forgetting
from app.usecases.desk import Desk
from tests.builders import an_order
from tests.contract.runtime.conftest import MakeCounter
from tests.fakes.clock import FrozenClock
from tests.patience import PATIENCE, PATIENCE_MS


class Rings(AlarmClock):
    """Holds what is to ring instead of waiting for it."""

    def __init__(self) -> None:
        super().__init__()
        self.due: list[tuple[float, object]] = []

    def after(self, seconds: float, name: str, ring: object) -> None:  # type: ignore[override]
        self.due.append((seconds, ring))


def test_what_is_too_old_is_forgotten_and_looked_for_again(make_counter: MakeCounter) -> None:
    counter = make_counter(till={"personal_days": 30})
    till = counter.open()
    desk = till.core.desk
    long_ago = desk.clock.now() - timedelta(days=31)
    old = an_order(state=OrderState.COLLECTED, received_at=long_ago, ended_at=long_ago)
    with desk.store.begin() as work:
        work.orders.add(old, "{}")
        work.commit()
    clock = Rings()
    Forgetting(till.core, clock).start()
    ((_seconds, look),) = clock.due
    look()  # type: ignore[operator]
    assert till.core.drain(PATIENCE_MS)
    with desk.store.begin() as work:
        assert work.orders.get(old.id).customer == Customer()
    assert len(clock.due) == 2


def test_nothing_is_forgotten_at_the_look_after_the_clock_was_set(
    make_counter: MakeCounter,
) -> None:
    counter = make_counter(till={"personal_days": 30})
    till = counter.open()
    desk = till.core.desk
    now = desk.clock.now()
    order = an_order(state=OrderState.COLLECTED, received_at=now, ended_at=now)
    with desk.store.begin() as work:
        work.orders.add(order, "{}")
        work.commit()
    clock, wall = Rings(), FrozenClock(now)
    till.core.desk = replace(desk, clock=wall)
    Forgetting(till.core, clock).start()

    def look() -> bool:
        done = threading.Event()

        def after_it(_desk: Desk) -> list[News]:
            done.set()
            return []

        clock.due[-1][1]()  # type: ignore[operator]
        till.core.submit(after_it)
        assert done.wait(PATIENCE)
        with desk.store.begin() as work:
            return work.orders.get(order.id).customer != Customer()

    wall.advance(hours=24 * 365)
    assert look()
    wall.advance(hours=-24 * 365)
    assert look()
    wall.advance(hours=24 * 31)
    assert look()
    wall.advance(600)
    assert not look()
