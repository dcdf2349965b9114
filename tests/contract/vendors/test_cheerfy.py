"""Cheerfy takes tickets as its page says, and every answer of its is understood."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import monotonic
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSetUpWrong,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.push import PushKind
from app.domain.states import OrderState
from app.ports.vendor import ProbeWord
from app.simulators.cheerfy import CANCELLED_CARD, CheerfySimulator
from app.vendors.cheerfy import VENDOR, CheerfyVendor
from tests.builders import an_order
from tests.contract.vendors.cheerfy_page import ANSWER, BAD_REQUEST, REQUEST, SERVER_ERROR
from tests.contract.vendors.cheerfy_side import (
    CARD,
    TOKEN,
    a_matter,
    a_ticket_push,
    body_of,
    cheerfy_at,
    composed,
    running,
    sell,
)
from tests.contract.vendors.http_contract import IN_TIME, SHORT
from tests.contract.vendors.sockets import answer, counting_relay, raw_server
from tests.patience import PATIENCE


@pytest.fixture
def cheerfy() -> Iterator[CheerfySimulator]:
    with running() as simulator:
        yield simulator


@pytest.fixture
def vendor(cheerfy: CheerfySimulator) -> Iterator[CheerfyVendor]:
    vendor = cheerfy_at(cheerfy.base_url)
    yield vendor
    vendor.close()


# --- the page, to the letter ----------------------------------------------------------------------


def test_a_sale_becomes_a_ticket_of_the_cards_owner(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    push = sell(vendor, an_order(state=OrderState.COLLECTED))
    assert cheerfy.complaints == ()
    assert cheerfy.booked == ["t-1"]
    assert cheerfy.points(CARD) == 460_000
    (request,) = cheerfy.requests
    assert (request.method, request.path, request.query) == ("POST", "/ticket/", "")
    assert request.body == push.body.encode()


def test_the_head_is_the_one_of_the_page() -> None:
    heads: list[bytes] = []

    def script(request: bytes) -> list[bytes]:
        heads.append(request)
        return [answer(b'{"ticket": {"id": "t-1"}, "scope": {}}')]

    with raw_server(script) as server:
        vendor = cheerfy_at(server.url)
        sell(vendor)
        vendor.close()
    lines = heads[0].split(b"\r\n")
    assert lines[0] == b"POST /ticket/ HTTP/1.1"
    assert f"Authorization: Token {TOKEN}".encode() in lines
    assert b"Content-Type: application/json" in lines


def test_the_pages_own_answer_is_a_yes(cheerfy: CheerfySimulator, vendor: CheerfyVendor) -> None:
    cheerfy.answer_next(200, ANSWER)
    assert vendor.send(a_ticket_push("12345ABCDE", body=REQUEST), "") == ""
    assert cheerfy.requests[0].text == REQUEST


def test_the_pages_own_request_fits_its_table() -> None:
    with running(checks_sums=False) as cheerfy:
        vendor = cheerfy_at(cheerfy.base_url)
        with pytest.raises(VendorRefused):
            vendor.send(a_ticket_push("12345ABCDE", body=REQUEST), "")
        # It corrects a ticket that this shop never sent; without that it is one of its own.
        assert cheerfy.complaints == ("rectification_id names no ticket",)
        alone = json.dumps({**json.loads(REQUEST), "rectification_id": None})
        vendor.send(a_ticket_push("12345ABCDE", body=alone), "")
        assert cheerfy.booked == ["12345ABCDE"]
        vendor.close()


def test_a_rectification_corrects_a_ticket_that_was_sent(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    first = replace(sell(vendor, an_order(state=OrderState.READY)), tries=1)
    later = a_ticket_push("r-1", 6, kind=PushKind.RECTIFICATION)
    reversed_ = a_matter(an_order(state=OrderState.CANCELLED), earlier=(first,))
    vendor.send(composed(vendor, later, reversed_), "")
    assert cheerfy.complaints == ()
    assert cheerfy.ticket("r-1")["rectification_id"] == "t-1"
    assert cheerfy.points(CARD) == 0


# --- documented errors ----------------------------------------------------------------------------


def test_a_cancelled_card_is_refused(cheerfy: CheerfySimulator, vendor: CheerfyVendor) -> None:
    with pytest.raises(VendorRefused) as refusal:
        sell(vendor, card=CANCELLED_CARD)
    assert (refusal.value.code, refusal.value.reason) == ("400", "Invalid request")
    assert not isinstance(refusal.value, OrderUnknown)
    assert cheerfy.booked == []
    assert len(cheerfy.requests) == 1


@pytest.mark.parametrize("body", [BAD_REQUEST, "", "<html>no</html>", "{"])
def test_400_is_a_refusal_whatever_its_body(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor, body: str
) -> None:
    cheerfy.answer_next(400, body)
    with pytest.raises(VendorRefused) as refusal:
        sell(vendor)
    assert refusal.value.code == "400"


@pytest.mark.parametrize("before", [True, False])
def test_500_leaves_it_open_and_the_same_ticket_is_booked_once(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor, before: bool
) -> None:
    cheerfy.break_down(before_applying=before)
    push = composed(vendor, a_ticket_push(), a_matter())
    with pytest.raises(VendorUnavailable) as trouble:
        vendor.send(push, "")
    assert trouble.value.sent
    assert trouble.value.answered
    vendor.send(push, "")
    assert cheerfy.booked == ["t-1"]
    assert len({request.body for request in cheerfy.requests}) == 1
    assert len(cheerfy.requests) == 2


def test_500_is_known_by_the_pages_words(cheerfy: CheerfySimulator, vendor: CheerfyVendor) -> None:
    cheerfy.answer_next(500, SERVER_ERROR)
    with pytest.raises(VendorUnavailable):
        sell(vendor)


@pytest.mark.parametrize("status", [502, 503, 504])
def test_other_trouble_of_the_server_leaves_it_open_too(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor, status: int
) -> None:
    cheerfy.fail_next(status, retry_after=3)
    with pytest.raises(VendorUnavailable) as trouble:
        sell(vendor)
    assert trouble.value.sent
    assert trouble.value.retry_after == 3


@pytest.mark.parametrize("status", [401, 403])
def test_a_token_that_is_not_accepted_is_no_fault_of_the_card(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor, status: int
) -> None:
    cheerfy.fail_next(status)
    with pytest.raises(VendorLoginFailed):
        sell(vendor)
    assert len(cheerfy.requests) == 1


@pytest.mark.parametrize("status", [402, 404, 405, 409, 410, 413, 415, 422])
def test_any_other_no_is_a_matter_of_the_set_up(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor, status: int
) -> None:
    cheerfy.fail_next(status)
    with pytest.raises(VendorSetUpWrong, match=str(status)):
        sell(vendor)
    assert len(cheerfy.requests) == 1


def test_too_many_requests_is_not_an_attempt(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    cheerfy.fail_next(429, retry_after=7)
    with pytest.raises(VendorUnavailable) as busy:
        sell(vendor)
    assert not busy.value.sent
    assert busy.value.retry_after == 7


# --- answers that are none ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body", ["", "null", "[]", "{}", "{", '{"ticket": 1}', '{"scope": {}}', b"\xff\xfe"]
)
def test_a_200_without_a_ticket_is_not_believed(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor, body: str | bytes
) -> None:
    cheerfy.answer_next(200, body)
    with pytest.raises(VendorSpokeOddly) as odd:
        sell(vendor)
    assert not isinstance(odd.value, VendorSetUpWrong)


def test_a_hotspots_page_is_not_believed(cheerfy: CheerfySimulator, vendor: CheerfyVendor) -> None:
    cheerfy.answer_html()
    with pytest.raises(VendorSpokeOddly):
        sell(vendor)
    assert cheerfy.booked == []


def test_another_tickets_answer_is_not_believed(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    cheerfy.answer_next(200, ANSWER)
    with pytest.raises(VendorSpokeOddly, match="another ticket"):
        sell(vendor)


def test_an_empty_answer_after_the_booking_can_be_asked_for_again(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    cheerfy.answer_empty()
    push = composed(vendor, a_ticket_push(), a_matter())
    with pytest.raises(VendorSpokeOddly):
        vendor.send(push, "")
    vendor.send(push, "")
    assert cheerfy.booked == ["t-1"]


def test_a_redirect_is_not_followed(cheerfy: CheerfySimulator, vendor: CheerfyVendor) -> None:
    cheerfy.answer_next(301, "")
    with pytest.raises(VendorSpokeOddly):
        sell(vendor)
    assert len(cheerfy.requests) == 1


# --- the network ----------------------------------------------------------------------------------


def test_without_a_connection_nothing_was_sent(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    cheerfy.refuse_connections()
    with pytest.raises(VendorUnavailable) as away:
        sell(vendor)
    assert not away.value.sent
    assert vendor.probe().word is ProbeWord.OFFLINE
    cheerfy.listen_again()
    sell(vendor)
    assert cheerfy.booked == ["t-1"]


@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("before", [True, False])
def test_a_connection_lost_on_the_way_leaves_it_open(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor, before: bool, reset: bool
) -> None:
    sell(vendor, reference="t-0")
    cheerfy.drop_next(before_applying=before, reset=reset)
    with pytest.raises(VendorUnavailable) as lost:
        sell(vendor)
    assert lost.value.sent
    assert len(cheerfy.requests) == 2  # never sent twice by itself
    assert cheerfy.booked == (["t-0"] if before else ["t-0", "t-1"])


def test_half_an_answer_leaves_it_open(cheerfy: CheerfySimulator, vendor: CheerfyVendor) -> None:
    cheerfy.cut_next()
    with pytest.raises(VendorUnavailable) as cut:
        sell(vendor)
    assert cut.value.sent


def test_a_slow_answer_is_waited_for(cheerfy: CheerfySimulator, vendor: CheerfyVendor) -> None:
    cheerfy.go_slow(0.1, times=1)
    sell(vendor)
    assert cheerfy.booked == ["t-1"]


def test_a_server_that_hangs_is_left_within_the_deadline(
    cheerfy: CheerfySimulator,
) -> None:
    hasty = cheerfy_at(cheerfy.base_url, deadlines=SHORT)
    cheerfy.hang()
    began = monotonic()
    with pytest.raises(VendorUnavailable) as silent:
        sell(hasty)
    assert silent.value.sent
    assert monotonic() - began < IN_TIME
    cheerfy.release()
    hasty.close()


def test_closing_ends_a_call_that_hangs(cheerfy: CheerfySimulator) -> None:
    patient = cheerfy_at(cheerfy.base_url)
    cheerfy.hang()
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(sell, patient)
        assert cheerfy.wait_for(lambda: cheerfy.hanging == 1)
        patient.close()
        error = call.exception(timeout=PATIENCE)
    assert isinstance(error, VendorUnavailable)
    assert error.sent


def test_one_connection_serves_many_sales(cheerfy: CheerfySimulator) -> None:
    with counting_relay(cheerfy.port) as relay:
        vendor = cheerfy_at(relay.url)
        for at in range(10):
            sell(vendor, reference=f"t-{at}")
        vendor.close()
    assert relay.connections == 1
    assert len(cheerfy.booked) == 10


def test_sales_may_overlap(cheerfy: CheerfySimulator, vendor: CheerfyVendor) -> None:
    references = [f"t-{at}" for at in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda reference: sell(vendor, reference=reference), references))
    assert sorted(cheerfy.booked) == sorted(references)


# --- what is never asked --------------------------------------------------------------------------


def test_the_probe_connects_and_sends_nothing(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    result = vendor.probe()
    assert (result.word, result.detail) == (ProbeWord.CONNECTED, "login cannot be tested")
    assert cheerfy.requests == ()


def test_the_probe_remembers_what_the_last_ticket_showed_of_the_login(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    cheerfy.fail_next(403)
    with pytest.raises(VendorLoginFailed):
        sell(vendor)
    assert vendor.probe().word is ProbeWord.NOT_LET_IN
    sell(vendor)
    assert vendor.probe().word is ProbeWord.CONNECTED


def test_a_silent_port_is_offline_within_the_deadline(cheerfy: CheerfySimulator) -> None:
    vendor = cheerfy_at(cheerfy.base_url, deadlines=replace(SHORT, connect=0.3))
    cheerfy.swallow_connections()
    assert vendor.probe().word is ProbeWord.OFFLINE
    vendor.close()


def test_a_server_without_tls_is_offline_where_tls_is_asked_for(cheerfy: CheerfySimulator) -> None:
    vendor = cheerfy_at(cheerfy.base_url.replace("http:", "https:"))
    assert vendor.probe().word is ProbeWord.OFFLINE
    vendor.close()
    assert cheerfy.booked == []


def test_there_are_no_orders_to_read(vendor: CheerfyVendor) -> None:
    with pytest.raises(OrderUnknown):
        vendor.fetch("t-1")


def test_what_is_no_ticket_is_a_fault_of_ours(vendor: CheerfyVendor) -> None:
    with pytest.raises(ValueError, match="ready"):
        vendor.send(a_ticket_push(kind=PushKind.READY), "")


def test_neither_token_nor_card_is_in_an_error_or_a_log(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    errors: list[VendorError] = []
    for status in (200, 400, 401, 404, 409, 302, 503):
        cheerfy.answer_next(status, f"Token {TOKEN} was sent", "text/plain")
        with pytest.raises(VendorError) as error:
            sell(vendor)
        errors.append(error.value)
    for one in errors:
        assert TOKEN not in str(one) + str(vars(one))
        assert CARD not in str(one) + str(vars(one))
    for record in caplog.records:
        if not record.name.startswith("app.simulators"):
            assert TOKEN not in record.getMessage()
            assert CARD not in record.getMessage()


# --- the plug-in ----------------------------------------------------------------------------------


def test_the_plug_in_says_what_cheerfy_is_to_the_counter() -> None:
    settings = VENDOR.settings_model(card_pattern="C[0-9]{8}", follow_status=True)
    assert list(VENDOR.scan_patterns(settings).values()) == ["C[0-9]{8}"]
    assert VENDOR.loyalty(settings).follow_status
    assert VENDOR.capabilities.moves == {}
    assert VENDOR.capabilities.most_requests == 4
    assert VENDOR.refresh_seconds(settings) > 0  # it has no list, but a lamp


def test_an_enabled_programme_needs_a_token_and_a_location() -> None:
    assert VENDOR.settings_model(enabled=True).missing() == ("token", "location_id")
    given = {"token": SecretStr(TOKEN), "location_id": 6}
    assert VENDOR.settings_model(enabled=True, **given).missing() == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"card_pattern": "[A-Z"},
        {"card_pattern": ""},
        {"location_id": -1},
        {"location_id": "6"},
        {"base_url": "http://backend.cheerfy.com"},
        {"token": SecretStr("two words")},
        {"cards": []},
    ],
)
def test_settings_that_cannot_be_meant_are_told_at_the_start(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        VENDOR.settings_model(**changes)


def test_every_order_the_simulated_vendor_dreams_up_becomes_a_ticket_that_adds_up(
    cheerfy: CheerfySimulator, vendor: CheerfyVendor
) -> None:
    from datetime import UTC, datetime
    from random import Random

    from app.simulators._menu import draw_order
    from app.simulators.cheers import CheersSimulator
    from app.vendors.cheers.report import read_report

    shop = CheersSimulator()
    for seed in range(120):
        given: dict[str, Any] = draw_order(Random(seed), with_addresses=True)
        order_id = shop.place_order(callback=False, **given)
        wire = shop.order(order_id)
        report = read_report(wire, json.dumps(wire), order_id, lambda: datetime.now(UTC))
        order = an_order(f"order-{seed}", basket=report.basket, due=report.due)
        push = sell(vendor, order, f"t-{seed}")
        assert body_of(push)["summary"]["total"] == report.basket.total.minor
    assert cheerfy.complaints == ()
