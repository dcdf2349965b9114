"""Customers are forgotten when one asks for it, and by themselves after the shop's days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.news import OrdersChanged
from app.domain.order import Order
from app.domain.report import Customer
from app.domain.states import OrderState
from app.ports.store import StorePort
from app.usecases.erase_customer import (
    ERASED_AT_ONCE,
    QUIET,
    EraseCustomer,
    erase_customer,
    erase_old,
)
from tests.builders import NOON, an_order
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter


def ended(order_id: str, *, days: float) -> Order:
    """Give an order that came and ended so many days before noon."""
    moment = NOON - timedelta(days=days)
    return an_order(order_id, state=OrderState.COLLECTED, received_at=moment, ended_at=moment)


def keeps(store: StorePort, order_id: str) -> bool:
    with store.begin() as work:
        return work.orders.get(order_id).customer != Customer()


def till(*orders: Order, **shop: object) -> Counter:
    counter = Counter(FakeStore().with_orders(*orders), **({"personal_days": 30} | shop))
    counter.clock.advance((NOON - counter.clock.now()).total_seconds())
    return counter


def test_a_customer_who_asks_is_forgotten_and_the_story_says_so() -> None:
    counter = till(ended("order-1", days=1))
    (changed,) = counter.hear(erase_customer(EraseCustomer("order-1"), counter.desk))
    assert isinstance(changed, OrdersChanged)
    assert changed.orders[0].order.customer == Customer()
    assert not keeps(counter.store, "order-1")
    events = counter.store.reader().events("order-1")
    assert [event.kind for event in events] == [EventKind.CUSTOMER_ERASED]


def test_an_order_on_the_board_is_still_needed() -> None:
    counter = till(an_order())
    with pytest.raises(IllegalMove):
        erase_customer(EraseCustomer("order-1"), counter.desk)
    assert counter.store.reader().events("order-1") == []


def test_what_is_older_than_the_shop_keeps_it_goes_once_a_day() -> None:
    counter = till(ended("old", days=30.5), ended("young", days=29.5))
    assert not erase_old(counter.desk)
    assert (keeps(counter.store, "old"), keeps(counter.store, "young")) == (False, True)
    counter.clock.advance(hours=12)
    assert not erase_old(counter.desk)  # still the same business day
    assert keeps(counter.store, "young")
    counter.clock.advance(hours=12)
    erase_old(counter.desk)
    assert not keeps(counter.store, "young")


def test_without_days_everything_is_kept() -> None:
    counter = till(ended("old", days=900), personal_days=0)
    erase_old(counter.desk)
    assert keeps(counter.store, "old")


def test_many_are_erased_a_few_at_a_time() -> None:
    counter = till(*(ended(f"order-{n}", days=40 + n) for n in range(ERASED_AT_ONCE + 1)))
    assert erase_old(counter.desk)
    assert keeps(counter.store, "order-0")
    assert not erase_old(counter.desk)
    assert not keeps(counter.store, "order-0")


def test_nothing_is_erased_while_orders_come_unless_a_day_was_missed() -> None:
    new = an_order("new", received_at=NOON)
    counter = till(ended("old", days=40), new)
    erase_old(counter.desk)
    assert keeps(counter.store, "old")
    with counter.store.begin() as work:
        work.memory.put("personal data erased on", "2026-11-18")
        work.commit()
    erase_old(counter.desk)
    assert not keeps(counter.store, "old")


def test_a_while_after_the_last_order_is_quiet() -> None:
    last = ended("last", days=0)
    counter = till(ended("old", days=40), last)
    erase_old(counter.desk)
    assert keeps(counter.store, "old")
    counter.clock.advance(QUIET.total_seconds())
    erase_old(counter.desk)
    assert not keeps(counter.store, "old")
