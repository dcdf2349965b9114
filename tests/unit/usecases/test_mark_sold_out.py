"""Staff mark items as sold out for today, and take it back."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.domain.errors import IllegalMove
from app.domain.news import OrdersChanged, SoldOutChanged
from app.domain.notice import NoticeCode
from app.domain.product import Product
from app.ports.store import StorePort
from app.usecases.mark_sold_out import (
    MarkSoldOut,
    PutOnSale,
    begin_day,
    mark_sold_out,
    put_on_sale,
)
from app.usecases.recover import recover
from tests.builders import a_basket, a_line
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter


def mark(counter: Counter, product_id: str = "p-1", name: str = "Beer", vendor: str = "") -> None:
    counter.hear(mark_sold_out(MarkSoldOut(product_id, name, vendor), counter.desk))


def names(counter: Counter) -> list[str]:
    return [item.name for item in counter.told(SoldOutChanged)[-1].items]


def shown(counter: Counter) -> dict[str, Mapping[str, str]]:
    news = counter.told(OrdersChanged)
    return {one.order.id: one.sold_out for each in news for one in each.orders}


def test_orders_with_the_item_are_marked_at_once_and_when_they_come(store: StorePort) -> None:
    counter = Counter(store)
    counter.place(basket=a_basket(a_line("Beer", product_id="p-1")))
    counter.place(basket=a_basket(a_line("Ale", product_id="p-2")))
    mark(counter)
    counter.place(basket=a_basket(a_line("Beer", product_id="p-1")))
    beer = {"id:p-1": "id:p-1"}
    assert shown(counter) == {"id-1": beer, "id-2": {}, "id-3": beer}
    assert names(counter) == ["Beer"]
    counter.hear(put_on_sale(PutOnSale("id:p-1"), counter.desk))
    assert shown(counter) == {"id-1": {}, "id-2": {}, "id-3": {}}
    assert names(counter) == []
    assert counter.notices()[-1] is NoticeCode.ON_SALE


def test_the_item_is_known_by_the_catalogues_name_at_another_vendor() -> None:
    counter = Counter(FakeStore())
    with counter.store.begin() as work:
        work.catalogue.put(Product(product_id="p-1", names={"en": "Beer"}))
        work.commit()
    mark(counter, "L-9", "Beer", "loke")
    counter.place(basket=a_basket(a_line("", product_id="p-1")))
    assert counter.snapshot().sold_out == {"id:p-1": "id:L-9"}


def test_it_is_sold_out_until_the_business_day_ends() -> None:
    counter = Counter(FakeStore())
    counter.place(basket=a_basket(a_line("Beer", product_id="p-1")))
    mark(counter)
    counter.clock.advance(24 * 3600)
    assert counter.snapshot().sold_out == {}
    counter.hear(begin_day(counter.desk))
    assert names(counter) == []
    assert shown(counter) == {"id-1": {}}


def test_it_survives_a_restart() -> None:
    counter = Counter(FakeStore())
    mark(counter)
    again = Counter(counter.store)
    again.hear(recover(again.desk))
    assert names(again) == ["Beer"]


def test_an_item_without_id_is_known_by_its_name() -> None:
    counter = Counter(FakeStore())
    mark(counter, "", "Soup of the day")
    counter.place(basket=a_basket(a_line("soup of the DAY", product_id="")))
    assert counter.snapshot().sold_out == {"name:soup of the day": "name:soup of the day"}


def test_what_has_no_name_at_all_is_refused_and_taking_back_twice_does_nothing() -> None:
    counter = Counter(FakeStore())
    with pytest.raises(IllegalMove):
        mark(counter, "", " ")
    counter.hear(put_on_sale(PutOnSale("id:p-1"), counter.desk))
    assert counter.notices() == []
    assert names(counter) == []
