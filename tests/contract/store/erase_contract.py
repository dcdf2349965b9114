"""What every store forgets of customers, and what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import IllegalMove
from app.domain.history import HistorySearch
from app.domain.push import PushState
from app.domain.report import Customer
from app.domain.states import OrderState
from app.ports.store import StorePort
from tests.builders import a_push, an_order, at


def keep(store: StorePort, *ended: int) -> None:
    """Keep an order for each, ended at that minute, with all that is known of its customer."""
    with store.begin() as unit:
        for minute in ended:
            order_id = f"order-{minute}"
            order = an_order(order_id, state=OrderState.COLLECTED, ended_at=at(minute))
            unit.orders.add(order, "{}")
            unit.cards.tie(order_id, f"card-{minute}")
            sent = a_push(order_id, 1, state=PushState.DONE)
            unit.outbox.add(replace(sent, body="Kovács Anna", message="Sorry, Anna"))
        unit.commit()


def known(store: StorePort, order_id: str) -> list[str]:
    """Give what is known of an order's customer."""
    with store.begin() as unit:
        order = unit.orders.get(order_id)
        pushes = unit.outbox.of_order(order_id)
        sent = [text for push in pushes for text in (push.body, push.message)]
        words = (order.customer.name, order.customer.phone, unit.cards.get(order_id), *sent)
        return [word for word in words if word]


class EraseContract:
    """Subclasses give `store`, empty."""

    def test_one_customer_is_forgotten_and_the_sum_stays(self, store: StorePort) -> None:
        keep(store, 10, 11)
        store.erase_order("order-10")
        assert known(store, "order-10") == []
        assert known(store, "order-11") != []
        rows = store.reader().history(HistorySearch()).rows
        assert [row.total_minor > 0 for row in rows] == [True, True]
        assert [row.order_id for row in store.reader().history(HistorySearch("anna")).rows] == [
            "order-11"
        ]

    def test_nobody_is_forgotten_while_the_order_is_open(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            unit.commit()
        with pytest.raises(IllegalMove):
            store.erase_order("order-1")
        with pytest.raises(KeyError):
            store.erase_order("order-2")
        assert store.erase_personal_data(at(600), 9) == 0
        assert known(store, "order-1") != []

    def test_old_data_goes_a_few_orders_at_a_time_the_oldest_first(self, store: StorePort) -> None:
        keep(store, 12, 10, 11, 20)
        assert store.erase_personal_data(at(20), 2) == 2
        assert [bool(known(store, f"order-{minute}")) for minute in (10, 11, 12)] == [0, 0, 1]
        assert store.erase_personal_data(at(20), 2) == 1
        assert store.erase_personal_data(at(20), 2) == 0
        assert known(store, "order-20") != []

    def test_what_was_on_its_way_is_forgotten_once_it_is_settled(self, store: StorePort) -> None:
        keep(store, 10)
        with store.begin() as unit:
            unit.outbox.add(replace(a_push("order-10", 2), body="Kovács Anna"))
            unit.commit()
        store.erase_order("order-10")
        store.forget_sent()
        assert known(store, "order-10") == ["Kovács Anna"]  # it is sent as it was composed
        with store.begin() as unit:
            push = unit.outbox.of_order("order-10")[1]
            unit.outbox.save(replace(push, state=PushState.DONE))
            unit.commit()
        store.forget_sent()
        assert known(store, "order-10") == []

    def test_what_belongs_to_somebody_else_is_not_forgotten(self, store: StorePort) -> None:
        keep(store, 10)
        store.forget_sent()
        assert "Kovács Anna" in known(store, "order-10")

    def test_a_late_report_does_not_bring_back_who_it_was(self, store: StorePort) -> None:
        keep(store, 10)
        store.erase_order("order-10")
        with store.begin() as unit:
            order = unit.orders.get("order-10")
            unit.orders.save(replace(order, vendor_word="COMPLETED"), '{"name": "Anna"}')
            unit.commit()
        assert store.erase_personal_data(at(600), 9) == 0  # there is nothing to erase
        with store.begin() as unit:
            assert unit.orders.get("order-10").customer == Customer()
