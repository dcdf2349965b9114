"""The simulated register keeps to its page and refuses what the page does not allow."""

from __future__ import annotations

import copy
import csv
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest

from app.simulators._oktopos_customers import draw_ready
from app.simulators._oktopos_page import SEED_ORDER
from app.simulators.oktopos import DEMO_ARTICLES, OktoposSimulator

RESOURCES = Path(__file__).parents[3] / "resources"
KEY = {"X-API-KEY": "demo-key"}


@pytest.fixture
def register() -> Iterator[OktoposSimulator]:
    with OktoposSimulator(articles={"7"}) as running:
        yield running


def an_order(**changes: Any) -> dict[str, Any]:
    price = {"value": "2.00", "currency": "EUR"}
    item = {"externalId": 7, "quantity": 1, "price": price, "pricePerUnit": price}
    given = {
        "orderId": "o-1",
        "payment": {"status": "paid"},
        "items": [item],
        "status": "accepted",
        "purchaseTime": {"timestamp": "2026-11-20T11:00:00Z", "timezone": "Europe/Berlin"},
    }
    return {**given, **changes}


def create(register: OktoposSimulator, body: object) -> httpx.Response:
    return httpx.post(f"{register.base_url}/order/create", headers=KEY, json=body)


def set_status(register: OktoposSimulator, order_id: object, status: str) -> httpx.Response:
    body = {"orderId": order_id, "status": status}
    return httpx.post(f"{register.base_url}/v1/order/status", headers=KEY, json=body)


def ready(register: OktoposSimulator) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = httpx.get(f"{register.base_url}/order/ready", headers=KEY).json()
    return listed


def test_an_order_from_creation_to_hand_over(register: OktoposSimulator) -> None:
    created = create(register, an_order())
    assert (created.status_code, created.json()) == (200, {"internalId": 12345})
    assert ready(register) == []
    assert set_status(register, 12345, "ready").json() == {"success": True}
    assert [entry["orderId"] for entry in ready(register)] == ["o-1"]
    assert set_status(register, 12345, "completed").json() == {"success": True}
    assert ready(register) == []
    assert register.effects_of("o-1") == ["accepted", "ready", "completed"]


def test_the_sample_of_the_page_is_listed_word_for_word(register: OktoposSimulator) -> None:
    register.lists_internal_id = False
    register.seed_order()
    assert ready(register) == [SEED_ORDER]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"orderId": ""}, 400),
        ({"payment": None}, 400),
        ({"items": []}, 400),
        ({"status": None}, 400),
        ({"purchaseTime": None}, 400),
        ({"orderType": "DRONE"}, 400),
        ({"intermediary": "Foo & Co"}, 400),
        ({"tipTransactions": [{"amount": "1.00"}]}, 400),
        ({"items": [{"externalId": 8, "quantity": 1}]}, 400),
        ({"pickup": {"timestamp": "2001-01-01T00:00:00", "timezone": "Europe/Berlin"}}, 503),
        ({"pickup": {"timestamp": "soon", "timezone": "Europe/Berlin"}}, 400),
    ],
    ids=str,
)
def test_what_the_page_does_not_allow_is_refused_in_the_envelope(
    register: OktoposSimulator, changes: dict[str, Any], status: int
) -> None:
    answer = create(register, an_order(**changes))
    assert answer.status_code == status
    envelope = answer.json()
    assert envelope["success"] is False
    assert envelope["messages"][0]["text"]
    assert register.effects == ()


@pytest.mark.parametrize("value", ["2.0", "2", "2,00", 2.0, "4.00"])
def test_prices_must_be_texts_that_fit(register: OktoposSimulator, value: object) -> None:
    order = copy.deepcopy(an_order())
    order["items"][0]["price"]["value"] = value
    order["items"][0]["pricePerUnit"] = {"value": "2.00", "currency": "EUR"}
    assert create(register, order).status_code == 400


def test_a_list_of_orders_is_no_order(register: OktoposSimulator) -> None:
    assert create(register, [an_order()]).status_code == 400


@pytest.mark.parametrize("order_id", ["12345", "o-1", 12345.5, True, None])
def test_a_status_needs_the_integer(register: OktoposSimulator, order_id: object) -> None:
    create(register, an_order())
    assert set_status(register, order_id, "ready").status_code == 400


def test_steps_back_and_unknown_words_and_orders_are_refused(register: OktoposSimulator) -> None:
    create(register, an_order())
    assert set_status(register, 12345, "cooking").status_code == 400
    assert set_status(register, 99, "ready").status_code == 404
    assert set_status(register, 12345, "cancelled").status_code == 200
    assert set_status(register, 12345, "cancelled").status_code == 200
    assert set_status(register, 12345, "ready").status_code == 409
    assert register.effects_of("o-1") == ["accepted", "cancelled"]


@pytest.mark.parametrize(
    ("on_repeat", "statuses", "effects"),
    [("refuse", [200, 409], 1), ("same", [200, 200], 1), ("twice", [200, 200], 2)],
)
def test_the_same_order_twice(on_repeat: Any, statuses: list[int], effects: int) -> None:
    with OktoposSimulator(articles={"7"}, on_repeat=on_repeat) as register:
        assert [create(register, an_order()).status_code for _ in range(2)] == statuses
        assert len(register.effects) == effects


def test_keys_paths_and_methods(register: OktoposSimulator) -> None:
    url = f"{register.base_url}/order/ready"
    assert httpx.get(url).status_code == 401
    assert httpx.get(url, headers={"X-API-KEY": "no"}).status_code == 403
    assert httpx.get(f"{url}s", headers=KEY).status_code == 404
    assert httpx.post(url, headers=KEY).status_code == 405


def test_a_new_article_is_known_from_now_on(register: OktoposSimulator) -> None:
    register.know_article("8")
    order = json.loads(json.dumps(an_order()).replace('"externalId": 7', '"productId": "8"'))
    assert create(register, order).status_code == 200


def test_foreign_orders_become_ready_and_leave(register: OktoposSimulator) -> None:
    first, second = register.place_ready(), register.place_ready()
    tokens = [entry["pickup"]["pickupToken"] for entry in ready(register)]
    assert tokens == ["HH01", "HH02"]
    register.collect(first)
    assert [entry["orderId"] for entry in ready(register)] == [second]
    assert register.effects_of(first, by=None) == ["ready", "completed"]
    assert register.created == []


def test_orders_come_by_themselves_until_enough_wait(register: OktoposSimulator) -> None:
    register.start_placing(6000, seed=1, at_most_waiting=2)
    assert register.wait_for(lambda: register.waiting == 2)
    register.stop_placing()
    assert all(entry["intermediary"] for entry in ready(register))


def test_what_comes_by_itself_adds_up_and_names_known_articles() -> None:
    for seed in range(100):
        order = draw_ready(Random(seed))
        whole = sum(float(item["price"]["value"]) for item in order["items"])
        assert f"{whole:.2f}" == order["payment"]["price"]["value"]
        known = {int(article) for article in DEMO_ARTICLES.values()}
        assert all(item["externalId"] in known for item in order["items"])


def test_the_register_knows_the_articles_of_the_demos_catalogue() -> None:
    text = (RESOURCES / "demo" / "catalogue.csv").read_text(encoding="utf-8-sig")
    rows = csv.DictReader(text.splitlines())
    named = {row["product_id"]: row["article"] for row in rows if row["article"]}
    assert named.items() <= DEMO_ARTICLES.items()
