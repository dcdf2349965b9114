"""The simulated LOKE answers as the vendor's page says and refuses what it does not allow."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from typing import Any

import httpx
import pytest

from app.simulators import simulator_class
from app.simulators.loke import LokeSimulator
from tests.contract.simulators.callback_sink import TOLD_PATH, CallbackSink

LEGAL = {
    ("pending", "accept"): "accepted",
    ("created", "accept"): "accepted",
    ("pending", "reject"): "rejected",
    ("created", "reject"): "rejected",
    ("accepted", "complete"): "completed",
    ("accepted", "progress"): "accepted",
}
BODIES: dict[str, dict[str, Any]] = {
    "accept": {},
    "reject": {"reason": "The store has stopped taking new orders."},
    "complete": {},
    "progress": {"status": "READY"},
}


@pytest.fixture
def loke() -> Iterator[LokeSimulator]:
    with LokeSimulator(page_size=2, callback_base_delay=0.02) as running:
        yield running


@pytest.fixture
def till(loke: LokeSimulator) -> Iterator[httpx.Client]:
    with httpx.Client(
        base_url=loke.base_url + loke.orders_path,
        headers={"Authorization": f"Bearer {loke.token}"},
        trust_env=False,
    ) as client:
        yield client


@pytest.mark.parametrize(
    ("state", "call"),
    list(product(("pending", "created", "accepted", "rejected", "completed"), BODIES)),
)
def test_only_what_is_possible_takes_effect(
    loke: LokeSimulator, till: httpx.Client, state: str, call: str
) -> None:
    order_id = loke.place_order(state=state)
    answer = till.put(f"/{order_id}/{call}", json=BODIES[call])
    after = LEGAL.get((state, call))
    assert answer.status_code == (204 if after else 409)
    assert loke.state(order_id) == (after or state)
    assert bool(loke.effects) is bool(after)
    if after:
        assert answer.content == b""


def test_an_order_goes_its_whole_way(loke: LokeSimulator, till: httpx.Client) -> None:
    order_id = loke.place_order()
    till.put(f"/{order_id}/accept", json={"refId": "2026-11-20-1"})
    for status in ("READY", "AWAITING_DRIVER", "ON_THE_WAY", "CLOSE_BY"):
        assert till.put(f"/{order_id}/progress", json={"status": status}).status_code == 204
    till.put(f"/{order_id}/complete", json={})
    order = till.get(f"/{order_id}").json()
    assert order["state"] == "completed"
    assert order["acceptedAt"] and order["completedAt"]
    assert order["payment"]["refId"] == "2026-11-20-1"
    assert "READY" not in json.dumps(order)


def test_auto_complete_ends_it_at_once(loke: LokeSimulator, till: httpx.Client) -> None:
    order_id = loke.place_order()
    till.put(f"/{order_id}/accept", json={"autoComplete": True})
    assert loke.state(order_id) == "completed"
    assert loke.effects_of(order_id) == ["accepted", "completed"]


def test_a_rejected_order_is_refunded(loke: LokeSimulator, till: httpx.Client) -> None:
    order_id = loke.place_order()
    till.put(f"/{order_id}/reject", json={"reason": "Sold out"})
    order = loke.order(order_id)
    assert (order["rejectionReason"], order["payment"]["state"]) == ("Sold out", "refunded")


@pytest.mark.parametrize(
    ("call", "body", "status"),
    [
        ("reject", {}, 400),
        ("reject", {"reason": " "}, 400),
        ("progress", {"status": "DONE"}, 400),
        ("accept", [], 400),
        ("accept", None, 415),
        ("close", {}, 404),
    ],
)
def test_a_body_that_does_not_fit_is_refused(
    loke: LokeSimulator, till: httpx.Client, call: str, body: Any, status: int
) -> None:
    order_id = loke.place_order()
    given = {} if body is None else {"json": body}
    assert till.put(f"/{order_id}/{call}", **given).status_code == status
    assert loke.effects == ()


def test_who_may_come_in(loke: LokeSimulator, till: httpx.Client) -> None:
    assert till.get("", headers={"Authorization": ""}).status_code == 401
    assert till.get("", headers={"Authorization": "Bearer wrong"}).status_code == 401
    other = f"{loke.base_url}/organizations/x/locations/y/orders"
    assert till.get(other).status_code == 403
    assert till.get("/nobody-has-this").status_code == 404
    assert till.post("").status_code == 405


def test_tokens_are_handed_out_against_client_credentials() -> None:
    with LokeSimulator(token="", client_id="a", client_secret="b") as loke, httpx.Client() as http:
        url, form = f"{loke.base_url}/token", {"grant_type": "client_credentials"}
        assert http.post(url, data=form, auth=("a", "wrong")).status_code == 401
        assert http.post(url, data={}, auth=("a", "b")).status_code == 400
        granted = http.post(url, data=form, auth=("a", "b")).json()
        assert (granted["token_type"], granted["expires_in"]) == ("Bearer", 3600)
        head = {"Authorization": f"Bearer {granted['access_token']}"}
        assert http.get(loke.base_url + loke.orders_path, headers=head).status_code == 200
        loke.access.fetched.clear()
        assert http.get(loke.base_url + loke.orders_path, headers=head).status_code == 401


def test_the_list_comes_in_pages_the_newest_first(loke: LokeSimulator, till: httpx.Client) -> None:
    ids = [loke.place_order() for _ in range(5)]
    found, url = [], loke.base_url + loke.orders_path
    while url:
        answer = till.get(url)
        found += [order["id"] for order in answer.json()]
        link = answer.headers.get("X-Next-Page", "")
        url = loke.base_url + link if link else ""
    assert found == ids[::-1]
    assert till.get(loke.orders_path + "?after=made-up").status_code in (400, 404)


def test_webhooks_are_signed_and_say_what_happened(
    loke: LokeSimulator, till: httpx.Client, sink: CallbackSink
) -> None:
    loke.callback_url, loke.webhook_secret = sink.url, "s3cr3t"
    order_id = loke.place_order()
    till.put(f"/{order_id}/accept", json={})
    assert loke.wait_for(lambda: len(loke.callback_log) == 2 and loke.callbacks_pending == 0)
    assert {each.outcome for each in loke.callback_log} == {"delivered"}
    events = {}
    assert set(sink.targets) == {TOLD_PATH}
    for (_, body), head in zip(sink.bodies, sink.heads, strict=True):
        digest = hmac.new(b"s3cr3t", body, sha256).hexdigest()
        assert head["X-Event-Signature"] == f"sha256={digest}"
        content = json.loads(body)
        events[content["event"]] = content["order"]["state"]
        assert content["location"]["id"] == loke.location_id
    assert events["order.accepted"] == "accepted"
    assert set(events) == {"order.created", "order.accepted"}


def test_a_webhook_that_is_refused_does_not_come_again(
    loke: LokeSimulator, sink: CallbackSink
) -> None:
    loke.callback_url = sink.url
    sink.answers = [401]
    loke.place_order()
    assert loke.wait_for(lambda: loke.callback_log and loke.callbacks_pending == 0)
    assert [each.outcome for each in loke.callback_log] == ["gave_up"]


def test_history_is_ended_and_old(loke: LokeSimulator) -> None:
    ids = loke.place_history(20)
    assert {order["state"] for order in loke.orders} <= {"completed", "rejected"}
    assert [order["id"] for order in loke.orders] == ids[::-1]


def test_customers_come_by_themselves_until_enough_wait(loke: LokeSimulator) -> None:
    loke.start_placing(6000, seed=3, at_most_waiting=4)
    assert loke.wait_for(lambda: loke.waiting == 4)
    loke.stop_placing()
    assert len(loke.orders) == 4
    with pytest.raises(ValueError, match="more than 0"):
        loke.start_placing(0)


def test_it_is_found_by_its_name() -> None:
    assert simulator_class("loke") is LokeSimulator
