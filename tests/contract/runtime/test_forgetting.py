"""Old personal data on a real till: erased by itself, once nothing comes in."""

from __future__ import annotations

from datetime import timedelta

from app.domain.report import Customer
from app.domain.states import OrderState
from app.runtime.alarm_clock import AlarmClock
from app.runtime.forgetting import Forgetting
from tests.builders import an_order
from tests.contract.runtime.conftest import MakeCounter


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
    assert till.core.drain(5000)
    with desk.store.begin() as work:
        assert work.orders.get(old.id).customer == Customer()
    assert len(clock.due) == 2
