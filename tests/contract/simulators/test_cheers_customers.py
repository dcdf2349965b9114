"""The orders simulated customers place: believable, within the vendor's words, and repeatable."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.simulators._menu import draw_order
from app.simulators._placing import gaps
from app.simulators.cheers import DEMO_CATALOGUE, CheersSimulator
from tests.contract.simulators.callback_sink import CallbackSink
from tests.contract.simulators.conftest import Till

CATALOGUE_FILE = Path(__file__).parents[3] / "resources" / "demo" / "catalogue.csv"


@pytest.fixture(scope="module")
def many() -> list[dict[str, Any]]:
    chance = Random(2026)
    return [draw_order(chance, with_addresses=True) for _ in range(1500)]


def parts(order: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in order["items"]:
        yield item
        yield from item["modifiers"]


def to_collect(order: dict[str, Any]) -> int:
    delivery = order.get("deliveryOption", {"externalPayment": 0})
    inside = sum(part["externalPayment"] for part in parts(order))
    return int(inside + order["tip"]["externalPayment"] + delivery["externalPayment"])


def net(order: dict[str, Any]) -> int:
    delivery = order.get("deliveryOption", {"deliveryOptionFee": 0})
    inside = sum(part["unitPrice"] - part["discount"] for part in parts(order))
    return int(inside + order["tip"]["tip"] + delivery["deliveryOptionFee"])


def test_the_same_seed_gives_the_same_orders(many: list[dict[str, Any]]) -> None:
    again, other = Random(2026), Random(2027)
    assert [draw_order(again, with_addresses=True) for _ in range(50)] == many[:50]
    assert [draw_order(other, with_addresses=True) for _ in range(50)] != many[:50]


def test_every_product_has_a_name_and_its_price(many: list[dict[str, Any]]) -> None:
    for part in (part for order in many for part in parts(order)):
        assert part["unitPrice"] == DEMO_CATALOGUE[part["productId"]].price
        assert 0 <= part["discount"] <= part["unitPrice"]
        assert part["vat"] in (5, 27)
        assert isinstance(part["unitPrice"], int) and isinstance(part["discount"], int)


def test_everything_a_counter_meets_turns_up(many: list[dict[str, Any]]) -> None:
    processors = Counter(order["paymentProcessor"] for order in many)
    assert set(processors) == {"BARION", "SIMPLE_PAY", "EXTERNAL_MANUAL", "EXTERNAL_AUTO", "NONE"}
    ways = Counter(order.get("deliveryOption", {}).get("type") for order in many)
    assert set(ways) == {None, "TAKEAWAY", "HOME_DELIVERY", "CUSTOM"}
    assert {order["orderSource"] for order in many} == {"MOBILE", "WEB", "KIOSK"}
    assert {order["desk"]["type"] for order in many} == {"COUNTER", "TABLE"}
    seen = {part["productId"] for order in many for part in parts(order)}
    assert seen == set(DEMO_CATALOGUE)
    for feature in ("userComment", "metadata", "deliveryOption", "deliveryAddress"):
        assert 0 < sum(feature in order for order in many) < len(many) / 2, feature
    assert any(part["discount"] for order in many for part in parts(order))
    assert any(order["tip"]["tip"] for order in many)
    assert any(isinstance(order["invoicingType"], list) for order in many)


def test_only_what_is_paid_here_is_collected_here(many: list[dict[str, Any]]) -> None:
    here = [order for order in many if order["paymentProcessor"] == "EXTERNAL_MANUAL"]
    assert all(0 < to_collect(order) <= net(order) for order in here)
    whole = sum(to_collect(order) == net(order) for order in here)
    assert 0 < whole < len(here)
    assert {order["transactionStatus"] for order in here} == {"UNPAID"}
    elsewhere = [order for order in many if order["paymentProcessor"] != "EXTERNAL_MANUAL"]
    assert not any(to_collect(order) for order in elsewhere)
    free = [order for order in many if order["paymentProcessor"] == "NONE"]
    assert not any(part["unitPrice"] - part["discount"] for order in free for part in parts(order))


def test_take_away_is_taken_away_whole(many: list[dict[str, Any]]) -> None:
    for order in many:
        way = order.get("deliveryOption", {}).get("type")
        away = way in ("TAKEAWAY", "HOME_DELIVERY")
        assert {item["isTakeaway"] for item in order["items"]} == {away}
        assert not (way == "HOME_DELIVERY" and order["orderSource"] == "KIOSK")


def test_addresses_come_only_when_asked_for() -> None:
    chance = Random(5)
    orders = [draw_order(chance) for _ in range(200)]
    assert not any("deliveryAddress" in order or "buyer" in order for order in orders)


def test_customers_come_in_rushes_at_the_rate_asked_for() -> None:
    seconds = list(islice(gaps(6, Random(1)), 4000))
    assert sum(seconds) / len(seconds) == pytest.approx(10, rel=0.05)
    assert min(seconds) < 3 and max(seconds) > 20
    assert list(islice(gaps(6, Random(1)), 40)) == seconds[:40]


@pytest.mark.parametrize("rate", [0, -1])
def test_a_rate_of_nothing_is_refused(cheers: CheersSimulator, rate: float) -> None:
    with pytest.raises(ValueError, match="per_minute"):
        cheers.start_placing(rate)


def test_customers_order_whatever_waits(cheers: CheersSimulator) -> None:
    cheers.start_placing(60_000, seed=3, at_most_waiting=None)
    assert cheers.wait_for(lambda: cheers.waiting > 20)


def test_customers_order_until_stopped(
    cheers: CheersSimulator, sink: CallbackSink, till: Till
) -> None:
    cheers.callback_url = sink.url
    cheers.start_placing(60_000, seed=3, at_most_waiting=5)
    assert cheers.wait_for(lambda: cheers.waiting == 5)
    assert sink.wait_for(lambda: len(sink.targets) >= 3)
    for order in cheers.orders:
        if order["status"] == "APPROVABLE":
            assert till.put(order["id"], "REJECTED").status_code == 200
    assert cheers.wait_for(lambda: len(cheers.orders) >= 10)
    cheers.stop_placing()
    count = len(cheers.orders)
    numbers = [order["orderNumber"] for order in cheers.orders]
    assert numbers == [f"A-{41 + n}" if n < 59 else f"B-{n - 58}" for n in range(count)]


def test_the_same_seed_lets_the_same_orders_be_placed() -> None:
    def some(seed: int) -> list[Any]:
        with CheersSimulator() as cheers:
            cheers.start_placing(60_000, seed=seed, at_most_waiting=12)
            assert cheers.wait_for(lambda: cheers.waiting == 12)
            return [order["items"] for order in cheers.orders[:12]]

    assert some(11) == some(11) != some(12)


def test_the_catalogue_file_holds_the_catalogue() -> None:
    with CATALOGUE_FILE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    told = [
        (row["product_id"], row["name_en"], row["name_hu"], int(row["price"]), int(row["vat"]))
        for row in rows
    ]
    sold = DEMO_CATALOGUE.values()
    assert told == [(one.id, one.name_en, one.name_hu, one.price, one.vat) for one in sold]
    assert len(told) > 50
