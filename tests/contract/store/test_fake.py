"""The store in memory keeps to the contract, so that use cases may be tested with it."""

from __future__ import annotations

import pytest

from app.domain.errors import StoreUnavailable
from app.ports.store import StorePort
from tests.builders import an_order
from tests.contract.store.store_contract import StoreContract
from tests.fakes.store import FakeStore


class TestFakeStore(StoreContract):
    @pytest.fixture
    def store(self) -> StorePort:
        return FakeStore()


def test_a_break_down_fails_one_commit_and_keeps_nothing_of_it() -> None:
    store = FakeStore()
    store.break_down(StoreUnavailable("full"))
    with pytest.raises(StoreUnavailable), store.begin() as unit:
        unit.orders.add(an_order(), "{}")
        unit.commit()
    assert store.kept.orders == {}
    store.with_orders(an_order())
    assert list(store.kept.orders) == ["order-1"]
