"""The simulated storefront answers as the page says, whatever the till's own client would do."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import httpx
import pytest

from app.simulators._by_hand import ByHand
from app.simulators.akinon import DEMO_NUMBERS, PAGE_NUMBER, AkinonSimulator

HOOKS = "/hooks/cash_register/"


@pytest.fixture
def akinon() -> Iterator[AkinonSimulator]:
    with AkinonSimulator() as running:
        yield running


def ask(akinon: AkinonSimulator, call: str, **body: Any) -> Any:
    credentials = {"username": akinon.username, "password": akinon.password}
    reply = httpx.post(f"{akinon.base_url}{HOOKS}{call}/", json=credentials | body)
    assert reply.status_code == 200
    return reply.json()


def pay(akinon: AkinonSimulator, number: str, amount: str = "538.00", **more: Any) -> Any:
    given = {"transaction_id": "TXN-1", "order_number": number, "amount": amount}
    return ask(akinon, "complete", **(given | more))


def test_the_first_pre_order_is_the_guides(akinon: AkinonSimulator) -> None:
    number = akinon.place_pre_order()
    found = ask(akinon, "pre_order", order_number=number)
    assert (number, found["order_number"]) == ("816910908011148", number)
    line = found["pre_order"]["basket"]["basketitem_set"][0]
    assert (line["unit_price"], line["product"][0]["sku"]) == ("269.00", "5637936095")
    assert "card" not in found


def test_a_payment_uses_the_number_up(akinon: AkinonSimulator) -> None:
    number = akinon.place_pre_order()
    assert pay(akinon, number)["result"] == "0"
    assert akinon.completions_of(number) == [Decimal("538.00")]
    assert ask(akinon, "pre_order", order_number=number)["error_code"] == "410"
    assert pay(akinon, number)["result"] == 404
    assert len(akinon.completions) == 1


def test_a_repeat_can_be_accepted_without_a_second_payment() -> None:
    with AkinonSimulator(repeats_are_accepted=True) as akinon:
        number = akinon.place_pre_order()
        assert [pay(akinon, number)["result"] for _ in range(2)] == ["0", "0"]
        assert len(akinon.completions) == 1


@pytest.mark.parametrize(
    ("codes", "pre_order", "complete", "success"),
    [("page", "410", 404, "0"), ("strings", "410", "404", "0"), ("numbers", 410, 404, 0)],
)
def test_codes_are_quoted_as_wished(
    codes: Any, pre_order: object, complete: object, success: object
) -> None:
    with AkinonSimulator(codes=codes) as akinon:
        assert ask(akinon, "pre_order", order_number="7")["error_code"] == pre_order
        assert pay(akinon, "7")["result"] == complete
        assert pay(akinon, akinon.place_pre_order())["result"] == success


def test_credentials_stand_before_everything(akinon: AkinonSimulator) -> None:
    number = akinon.place_pre_order()
    assert ask(akinon, "pre_order", order_number=number, password="x")["error_code"] == "403"
    assert pay(akinon, number, password="x")["result"] == 403
    assert akinon.completions == ()


def test_only_the_outstanding_amount_is_taken(akinon: AkinonSimulator) -> None:
    number = akinon.place_pre_order()
    assert pay(akinon, number, "537.99")["result"] == 405
    assert pay(akinon, number, "538")["result"] == "0"


@pytest.mark.parametrize("field", ["transaction_id", "order_number", "amount"])
def test_a_payment_without_a_needed_field_is_not_understood(
    akinon: AkinonSimulator, field: str
) -> None:
    number = akinon.place_pre_order()
    assert pay(akinon, number, **{field: 5})["result"] == 402
    assert pay(akinon, number, "five")["result"] == 402


def test_a_path_without_its_last_slash_is_redirected(akinon: AkinonSimulator) -> None:
    reply = httpx.post(f"{akinon.base_url}{HOOKS}complete", json={})
    assert (reply.status_code, reply.headers["location"]) == (301, f"{HOOKS}complete/")


def test_a_number_is_made_for_the_session_of_the_cookie_alone(akinon: AkinonSimulator) -> None:
    url = f"{akinon.base_url}{HOOKS}get_order_number/"
    made = httpx.get(url, headers={"Cookie": akinon.session_cookie}).json()
    assert akinon.numbers == [made["order_number"]]
    assert httpx.get(url).json()["error_code"] == "407"
    assert "cookie" not in akinon.requests[0].headers


def test_by_hand_it_has_numbers_that_are_always_the_same() -> None:
    how = ByHand("127.0.0.1", 0, "demo-key", None, False, None)
    first, second = AkinonSimulator.for_hand(how), AkinonSimulator.for_hand(how)
    assert first.numbers == second.numbers != []
    assert len(first.numbers) == DEMO_NUMBERS + 1
    assert "installment" in str(first._orders.read(PAGE_NUMBER)["card"])
    for number in first.numbers:
        assert Decimal(first.pre_order(number)["unpaid_amount"]) > 0


def test_customers_come_by_themselves_while_few_wait(akinon: AkinonSimulator) -> None:
    akinon.start_placing(6000, seed=1)
    assert akinon.wait_for(lambda: len(akinon.numbers) >= 3)
    akinon.stop_placing()
