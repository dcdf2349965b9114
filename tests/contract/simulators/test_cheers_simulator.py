"""The simulated Cheers answers as the vendor's page says and refuses what it does not allow."""

from __future__ import annotations

import json
from itertools import product
from urllib.parse import quote

import httpx
import pytest

from app.simulators.cheers import CheersSimulator
from tests.contract.simulators.conftest import ORDERS, Till

# Copied from the vendor's page, so that the simulator cannot drift from it.
PAGE_SAMPLE = """
{
"id": "abc-123-def",
"createdAt": "2026-03-15T14:30:00Z",
"orderNumber": "A-42",
"status": "APPROVABLE",
"transactionStatus": "CAPTURED",
"paymentProcessor": "BARION",
"currencyCode": "HUF",
"orderSource": "MOBILE",
"tip": {
"tip": 200,
"externalPayment": 0
},
"desk": {
"id": "desk-001",
"name": "Counter 1",
"type": "COUNTER"
},
"invoicingType": "PLACE_RECEIPT",
"items": [
{
"productId": "beer-500ml",
"unitPrice": 800,
"discount": 200,
"externalPayment": 0,
"vat": 27,
"isTakeaway": false,
"modifiers": [
{
"productId": "extra-lemon",
"unitPrice": 100,
"discount": 0,
"externalPayment": 0,
"vat": 27
}
]
}
]
}
"""

LEGAL = {
    ("APPROVABLE", "APPROVED"),
    ("APPROVABLE", "REJECTED"),
    ("APPROVED", "DONE"),
    ("APPROVED", "LEFT"),
    ("DONE", "COMPLETED"),
    ("DONE", "LEFT"),
}
STATUSES = (
    "NEW",
    "APPROVABLE",
    "APPROVED",
    "REJECTED",
    "DONE",
    "COMPLETED",
    "LEFT",
    "CANCELLED",
)


def test_seed_order_is_the_sample_of_the_page(cheers: CheersSimulator, till: Till) -> None:
    answer = till.get(cheers.seed_order())
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == json.loads(PAGE_SAMPLE)
    assert list(answer.json()) == list(json.loads(PAGE_SAMPLE))


def test_an_order_goes_the_whole_way(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    for word in ("APPROVED", "DONE", "COMPLETED"):
        assert till.put(order_id, word).status_code == 200
        assert till.get(order_id).json()["status"] == word
    assert cheers.effects_of(order_id) == ["APPROVED", "DONE", "COMPLETED"]
    assert [request.method for request in cheers.requests] == ["PUT", "GET"] * 3


@pytest.mark.parametrize(("now", "wanted"), list(product(STATUSES, STATUSES)))
def test_only_the_transitions_of_the_page_are_let_through(
    cheers: CheersSimulator, till: Till, now: str, wanted: str
) -> None:
    order_id = cheers.place_order(status=now)
    answer = till.put(order_id, wanted)
    if (now, wanted) in LEGAL:
        assert answer.status_code == 200
        assert cheers.effects_of(order_id) == [wanted]
        assert cheers.status(order_id) == wanted
    else:
        assert answer.status_code == 409
        assert now in answer.json()["message"]
        assert cheers.effects == ()
        assert cheers.status(order_id) == now


def test_same_status_again_is_fine_when_switched_so() -> None:
    with CheersSimulator(accepts_same_status=True) as cheers:
        order_id = cheers.place_order()
        till = Till(cheers)
        with till.http:
            assert till.put(order_id, "APPROVED").status_code == 200
            assert till.put(order_id, "APPROVED").status_code == 200
            assert till.put(order_id, "COMPLETED").status_code == 409
        assert cheers.effects_of(order_id) == ["APPROVED"]


def test_rejection_message_is_kept(cheers: CheersSimulator, till: Till) -> None:
    with_text, without = cheers.place_order(), cheers.place_order()
    text = "Elfogyott a sör 🍺, sorry"
    assert till.put(with_text, "REJECTED", rejectionMessage=text).status_code == 200
    assert till.put(without, "REJECTED").status_code == 200
    assert cheers.rejection_message(with_text) == text
    assert cheers.rejection_message(without) is None
    assert [effect.message for effect in cheers.effects] == [text, None]


def test_refusing_an_order_releases_the_money_cheers_holds(
    cheers: CheersSimulator, till: Till
) -> None:
    captured = cheers.place_order()
    taken_here = cheers.place_order_to_pay_here()
    till.finalize(taken_here)
    till.put(captured, "REJECTED")
    till.put(taken_here, "REJECTED")
    assert cheers.transaction_status(captured) == "RELEASED"
    assert cheers.transaction_status(taken_here) == "PAID_EXTERNALLY"


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 401), ({"X-API-Key": ""}, 401), ({"X-API-Key": "wrong"}, 403)],
)
def test_without_the_right_key_nothing_is_told_or_done(
    cheers: CheersSimulator, headers: dict[str, str], status: int
) -> None:
    order_id = cheers.place_order()
    with httpx.Client(base_url=cheers.base_url, headers=headers, trust_env=False) as stranger:
        path = ORDERS + order_id
        for target in (path, ORDERS + "unknown", "/elsewhere"):
            assert stranger.get(target).status_code == status
        assert stranger.put(path + "/status", json={"status": "APPROVED"}).status_code == status
        assert stranger.put(path + "/finalize-external-payment").status_code == status
    assert cheers.effects == ()


def test_the_request_log_holds_no_key(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    till.put(order_id, "APPROVED")
    (record,) = cheers.requests
    assert (record.method, record.status, record.outcome) == ("PUT", 200, "answered")
    assert record.path == f"{ORDERS}{order_id}/status"
    assert record.json == {"status": "APPROVED"}
    assert record.headers["content-type"] == "application/json"
    assert cheers.api_key not in repr(record)


def test_unknown_order_and_path_are_404(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    assert till.get("pult-check").status_code == 404
    assert till.put("unknown", "APPROVED").status_code == 404
    assert till.finalize("unknown").status_code == 404
    for path in ("/", ORDERS, f"{ORDERS}{order_id}/", f"{ORDERS}{order_id}/else"):
        assert till.http.get(path).status_code == 404, path
    assert {answer.outcome for answer in cheers.requests} == {"answered"}


@pytest.mark.parametrize(
    ("method", "action", "allowed"),
    [
        ("POST", "", "GET"),
        ("PUT", "", "GET"),
        ("DELETE", "", "GET"),
        ("HEAD", "", "GET"),
        ("GET", "/status", "PUT"),
        ("POST", "/status", "PUT"),
        ("PATCH", "/status", "PUT"),
        ("POST", "/finalize-external-payment", "PUT"),
        ("GET", "/cancel-external-payment", "PUT"),
    ],
)
def test_other_methods_are_405(
    cheers: CheersSimulator, till: Till, method: str, action: str, allowed: str
) -> None:
    answer = till.http.request(method, ORDERS + cheers.place_order() + action)
    assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b'{"status": "APPROVED"}', "text/plain", 415),
        (b'{"status": "APPROVED"}', None, 415),
        (b'{"status": "APPROVED"', "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"", "application/json", 400),
        (b'["APPROVED"]', "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"status": null}', "application/json", 400),
        (b'{"status": ["APPROVED"]}', "application/json", 400),
        (b'{"status": "approved"}', "application/json", 400),
        (b'{"status": "EATEN"}', "application/json", 400),
        (b'{"status": "REJECTED", "rejectionMessage": 7}', "application/json", 400),
        (b'{"status": "APPROVED"}', "application/json; charset=utf-8", 200),
    ],
)
def test_status_body_is_read_strictly(
    cheers: CheersSimulator, till: Till, body: bytes, content_type: str | None, status: int
) -> None:
    order_id = cheers.place_order()
    headers = {} if content_type is None else {"Content-Type": content_type}
    answer = till.http.put(f"{ORDERS}{order_id}/status", content=body, headers=headers)
    assert answer.status_code == status
    assert bool(cheers.effects) is (status == 200)


@pytest.mark.parametrize("order_id", ["a/b", "ő ü?x=1", "100%", "a+b", "..", "#7", "x" * 200])
def test_ids_come_percent_encoded(cheers: CheersSimulator, till: Till, order_id: str) -> None:
    cheers.place_order(id=order_id)
    # Dots are encoded too: clients fold "/../" away.
    encoded = quote(order_id, safe="").replace(".", "%2E")
    assert till.http.get(ORDERS + encoded).json()["id"] == order_id
    assert till.put(encoded, "APPROVED").status_code == 200
    assert cheers.effects_of(order_id) == ["APPROVED"]


def test_an_id_that_is_not_utf8_is_400(till: Till) -> None:
    assert till.get("%ff%fe").status_code == 400


# -- external payment -------------------------------------------------------------------------


def test_payment_at_the_counter_is_finalized_once(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order_to_pay_here()
    assert till.finalize(order_id).status_code == 200
    assert cheers.transaction_status(order_id) == "PAID_EXTERNALLY"
    assert till.finalize(order_id).status_code == 409
    assert till.cancel_payment(order_id).status_code == 409
    assert cheers.effects_of(order_id) == ["PAID_EXTERNALLY"]
    assert {request.body for request in cheers.requests} == {b""}


def test_payment_at_the_counter_can_fail(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order_to_pay_here()
    assert till.cancel_payment(order_id).status_code == 200
    assert cheers.transaction_status(order_id) == "FAILED"
    assert till.finalize(order_id).status_code == 409
    assert cheers.effects_of(order_id) == ["FAILED"]


@pytest.mark.parametrize("processor", ["BARION", "SIMPLE_PAY", "EXTERNAL_AUTO", "NONE"])
def test_other_processors_take_no_payment_here(
    cheers: CheersSimulator, till: Till, processor: str
) -> None:
    order_id = cheers.place_order(paymentProcessor=processor, transactionStatus="UNPAID")
    assert till.finalize(order_id).status_code == 409
    assert till.cancel_payment(order_id).status_code == 409
    assert cheers.effects == ()


def test_payment_calls_take_no_body(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order_to_pay_here()
    path = f"{ORDERS}{order_id}/finalize-external-payment"
    assert till.http.put(path, json={}).status_code == 400
    assert cheers.effects == ()


def test_pay_here_marks_every_amount(cheers: CheersSimulator) -> None:
    order = cheers.order(cheers.place_order_to_pay_here())
    parts = [part for item in order["items"] for part in (item, *item["modifiers"])]
    assert [part["externalPayment"] for part in parts] == [1190, 100, 1190]
    assert order["tip"] == {"tip": 200, "externalPayment": 200}

    split = cheers.order(cheers.place_order_to_pay_here(split=True))
    parts = [part for item in split["items"] for part in (item, *item["modifiers"])]
    assert [part["externalPayment"] for part in parts] == [1190, 100, 0]
    assert split["tip"]["externalPayment"] == 0


# -- driving it -------------------------------------------------------------------------------


def test_numbers_count_on_and_ids_differ(cheers: CheersSimulator) -> None:
    ids = [cheers.place_order(), cheers.place_order_to_pay_here(), cheers.place_order()]
    assert len(set(ids)) == 3
    assert [cheers.order(each)["orderNumber"] for each in ids] == ["A-41", "A-42", "A-43"]


def test_numbers_turn_the_letter_after_99() -> None:
    cheers = CheersSimulator(first_number=98)
    ids = [cheers.place_order() for _ in range(3)]
    assert [cheers.order(each)["orderNumber"] for each in ids] == ["A-98", "A-99", "B-1"]


def test_any_field_can_be_set_added_or_left_out(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order(
        currencyCode="EUR",
        userComment="<b>hi</b>\x1b@",
        loyalty={"tier": 3},
        omit=["tip", "desk", "items"],
    )
    wire = till.get(order_id).json()
    assert (wire["currencyCode"], wire["userComment"]) == ("EUR", "<b>hi</b>\x1b@")
    assert wire["loyalty"] == {"tier": 3}
    assert not {"tip", "desk", "items"} & wire.keys()


def test_customer_cancels_without_a_word_to_the_till(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.cancel(order_id)
    assert till.get(order_id).json()["status"] == "CANCELLED"
    assert till.put(order_id, "APPROVED").status_code == 409
    assert cheers.effects_of(order_id) == []
    assert cheers.effects_of(order_id, by="customer") == ["CANCELLED"]
    assert cheers.transaction_status(order_id) == "RELEASED"


def test_driving_an_order_that_is_not_there_is_an_error(cheers: CheersSimulator) -> None:
    for drive in (cheers.order, cheers.cancel, cheers.status, cheers.change_order):
        with pytest.raises(LookupError, match="nobody"):
            drive("nobody")


def test_what_the_driver_holds_is_a_copy(cheers: CheersSimulator) -> None:
    order_id = cheers.place_order()
    cheers.order(order_id)["items"].clear()
    assert cheers.order(order_id)["items"]
    cheers.place_order_to_pay_here()
    assert cheers.order(cheers.seed_order())["items"][0]["externalPayment"] == 0


def test_stopped_and_started_again_it_is_the_same_vendor(
    cheers: CheersSimulator, till: Till
) -> None:
    order_id = cheers.place_order()
    cheers.stop()
    with pytest.raises(httpx.ConnectError):
        till.get(order_id)
    cheers.start()
    assert till.get(order_id).json()["id"] == order_id


def test_a_taken_port_is_named(cheers: CheersSimulator) -> None:
    with pytest.raises(OSError, match=f"127.0.0.1:{cheers.port}"):
        CheersSimulator(port=cheers.port).start()


def test_connections_are_kept_alive(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    streams = {id(till.get(order_id).extensions["network_stream"]) for _ in range(5)}
    assert len(streams) == 1
