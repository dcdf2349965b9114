"""LOKE keeps the vendors' contract against its simulator, and speaks its page to the letter."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.domain.errors import OrderUnknown, VendorError, VendorRefused
from app.domain.order import Order
from app.domain.push import Push, PushKind
from app.domain.states import Standing
from app.ports.vendor import ProbeWord, VendorPort
from app.simulators.loke import LokeSimulator
from app.vendors.loke import LokeVendor
from app.vendors.loke.telling import Coords, Progress
from tests.builders import a_matter, a_push, an_order
from tests.contract.vendors.http_contract import HttpVendorContract
from tests.contract.vendors.loke_side import (
    ORDERS,
    PAGE_ID,
    PAGE_ORDER,
    TOKEN,
    LokeSide,
    loke_at,
)
from tests.contract.vendors.sockets import answer, raw_server
from tests.contract.vendors.vendor_contract import tell

OURS = an_order(vendor="loke", number="17", number_is_ours=True)


def composed(vendor: VendorPort, kind: PushKind, order: Order = OURS, **changes: Any) -> Push:
    """Give a push as it is kept: composed once."""
    push = a_push(kind=kind, system="loke", **changes)
    return replace(push, body=vendor.compose(push, a_matter(order)))


class TestLoke(HttpVendorContract):
    cancelled_reads = Standing.REJECTED
    holds_back = False

    @pytest.fixture
    def simulator(self) -> Iterator[LokeSimulator]:
        with LokeSimulator(token=TOKEN) as loke:
            yield loke

    @pytest.fixture
    def side(self, simulator: LokeSimulator) -> LokeSide:
        self._simulator = simulator
        return LokeSide(simulator)

    def access(self, simulator: LokeSimulator, **changes: Any) -> LokeVendor:
        return loke_at(**({"base_url": simulator.base_url} | changes))

    def with_wrong_key(self, vendor: VendorPort) -> VendorPort:
        return loke_at(self._simulator.base_url, token="another-token")

    # --- the page, to the letter -------------------------------------------------------------

    def test_the_pages_own_sample_is_a_rejected_order(
        self, simulator: LokeSimulator, vendor: LokeVendor
    ) -> None:
        simulator.answer_next(200, PAGE_ORDER, on="GET")
        report = vendor.fetch(PAGE_ID)
        assert report.standing is Standing.REJECTED
        assert report.raw == PAGE_ORDER
        assert report.number == ""

    def test_every_call_is_the_one_the_page_shows(
        self, simulator: LokeSimulator, vendor: LokeVendor
    ) -> None:
        order_id, out = simulator.place_order(id="o-1"), simulator.place_order(id="o-2")
        vendor.fetch(order_id)
        for kind in (
            PushKind.ACCEPT,
            PushKind.READY,
            PushKind.ON_THE_WAY,
            PushKind.COLLECTED,
        ):
            vendor.send(composed(vendor, kind), order_id)
        vendor.send(composed(vendor, PushKind.REJECT, message="Sold out"), out)
        given = [(each.method, each.path, each.text) for each in simulator.requests]
        ours = '"refId":"2026-11-20-17","terminalId":"till-1"'
        assert given == [
            ("GET", f"{ORDERS}/o-1", ""),
            ("PUT", f"{ORDERS}/o-1/accept", "{" + ours + "}"),
            ("PUT", f"{ORDERS}/o-1/progress", '{"status":"READY"}'),
            ("PUT", f"{ORDERS}/o-1/progress", '{"status":"ON_THE_WAY"}'),
            ("PUT", f"{ORDERS}/o-1/complete", '{"terminalId":"till-1"}'),
            ("PUT", f"{ORDERS}/o-2/reject", '{"reason":"Sold out",' + ours + "}"),
        ]
        assert all(
            each.headers["content-type"] == "application/json"
            for each in simulator.requests
            if each.method == "PUT"
        )

    def test_the_reference_is_of_the_day_the_number_is_of(self, vendor: LokeVendor) -> None:
        push = a_push(kind=PushKind.ACCEPT, system="loke")
        after_midnight = a_matter(OURS, business_day="2026-11-21", order_day="2026-11-20")
        assert json.loads(vendor.compose(push, after_midnight))["refId"] == "2026-11-20-17"

    def test_settings_name_the_terminal_and_the_accept_that_completes(
        self, simulator: LokeSimulator
    ) -> None:
        vendor = self.access(simulator, terminal_id="bar/anna", auto_complete=True)
        order_id = simulator.place_order()
        vendor.send(composed(vendor, PushKind.ACCEPT), order_id)
        assert simulator.bodies_of(order_id)[0] == {
            "refId": "2026-11-20-17",
            "terminalId": "bar/anna",
            "autoComplete": True,
        }
        assert simulator.state(order_id) == "completed"
        vendor.close()

    def test_the_terminal_names_who_works_there_where_that_may_be_told(
        self, vendor: LokeVendor
    ) -> None:
        push = a_push(kind=PushKind.ACCEPT, system="loke")
        told = json.loads(vendor.compose(push, a_matter(OURS, staff="Anna Ő.")))
        assert told["terminalId"] == "till-1/Anna Ő."
        assert json.loads(vendor.compose(push, a_matter(OURS)))["terminalId"] == "till-1"

    def test_a_repeat_is_the_same_to_the_byte(
        self, simulator: LokeSimulator, vendor: LokeVendor
    ) -> None:
        order_id = simulator.place_order()
        push = composed(vendor, PushKind.ACCEPT)
        simulator.fail_next(503, on="PUT")
        with pytest.raises(VendorError):
            vendor.send(push, order_id)
        vendor.send(push, order_id)
        first, second = (each.body for each in simulator.requests)
        assert first == second

    def test_no_reject_without_a_reason_is_composed(self, vendor: LokeVendor) -> None:
        with pytest.raises(VendorRefused, match="reason"):
            composed(vendor, PushKind.REJECT, message=" \n")

    @pytest.mark.parametrize("progress", Progress)
    def test_every_progress_word_can_be_told_with_where_the_driver_is(
        self, simulator: LokeSimulator, vendor: LokeVendor, progress: Progress
    ) -> None:
        order_id = simulator.place_order(state="accepted")
        vendor.tell_progress(order_id, progress, Coords(-37.802, 144.988))
        assert simulator.bodies_of(order_id) == [
            {"status": progress.value, "coords": {"latitude": -37.802, "longitude": 144.988}}
        ]

    def test_the_same_progress_may_be_told_twice(
        self, simulator: LokeSimulator, vendor: LokeVendor
    ) -> None:
        order_id = simulator.place_order(state="accepted")
        tell(vendor, PushKind.READY, order_id)
        tell(vendor, PushKind.READY, order_id)
        assert vendor.fetch(order_id).standing is Standing.PREPARING

    def test_an_order_need_not_be_ready_to_be_completed(
        self, simulator: LokeSimulator, vendor: LokeVendor
    ) -> None:
        order_id = simulator.place_order(state="accepted")
        tell(vendor, PushKind.COLLECTED, order_id)
        assert vendor.fetch(order_id).standing is Standing.COLLECTED

    def test_the_token_goes_out_as_a_bearers(self) -> None:
        heads: list[bytes] = []

        def script(request: bytes) -> list[bytes]:
            heads.append(request)
            return [answer(b"", "204 No Content")]

        with raw_server(script) as server:
            vendor = loke_at(server.url)
            tell(vendor, PushKind.READY, "a")
            vendor.close()
        assert f"Authorization: Bearer {TOKEN}".encode() in heads[0].split(b"\r\n")

    @pytest.mark.parametrize("order_id", ["a/b", "a b", "../orders", "%2e%2e", "ő?x=1#y", "..%2F"])
    def test_ids_go_into_paths_encoded(
        self, simulator: LokeSimulator, vendor: LokeVendor, order_id: str
    ) -> None:
        simulator.place_order(id=order_id)
        assert vendor.fetch(order_id).vendor_order_id == order_id
        tell(vendor, PushKind.ACCEPT, order_id)
        assert simulator.effects_of(order_id) == ["accepted"]

    def test_the_ids_of_the_shop_go_into_paths_encoded(self) -> None:
        with LokeSimulator(token=TOKEN, organization_id="a/b", location_id="c d") as loke:
            vendor = loke_at(loke.base_url, organization_id="a/b", location_id="c d")
            order_id = loke.place_order()
            assert vendor.fetch(order_id).vendor_order_id == order_id
            vendor.close()

    @pytest.mark.parametrize("order_id", ["", ".", "..", "\ud800"])
    def test_what_cannot_be_an_id_is_never_asked_for(
        self, simulator: LokeSimulator, vendor: LokeVendor, order_id: str
    ) -> None:
        with pytest.raises(OrderUnknown):
            vendor.fetch(order_id)
        with pytest.raises(OrderUnknown):
            tell(vendor, PushKind.ACCEPT, order_id)
        assert simulator.requests == ()

    def test_another_orders_answer_is_odd(
        self, simulator: LokeSimulator, vendor: LokeVendor
    ) -> None:
        order_id = simulator.place_order()
        simulator.answer_wrong_id()
        with pytest.raises(VendorError, match="another order"):
            vendor.fetch(order_id)

    def test_another_shop_is_a_login_fault(self, simulator: LokeSimulator) -> None:
        vendor = self.access(simulator, location_id="next-door")
        assert vendor.probe().word is ProbeWord.NOT_LET_IN
        vendor.close()

    def test_the_probe_reads_the_list(self, simulator: LokeSimulator, vendor: LokeVendor) -> None:
        assert vendor.probe().word is ProbeWord.CONNECTED
        assert [(each.method, each.path) for each in simulator.requests] == [("GET", ORDERS)]

    @pytest.mark.parametrize("kind", [PushKind.LEFT, PushKind.CANCEL_ORDER])
    def test_what_loke_has_no_word_for_is_a_fault_of_ours(
        self, vendor: LokeVendor, kind: PushKind
    ) -> None:
        with pytest.raises(ValueError, match=kind.value):
            vendor.send(a_push(kind=kind, system="loke"), "a")

    def test_the_token_is_in_no_error_and_no_log(
        self,
        simulator: LokeSimulator,
        vendor: LokeVendor,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        caplog.set_level(logging.DEBUG)
        order_id = simulator.place_order()
        vendor.fetch(order_id)
        for status in (200, 400, 401, 404, 409, 302, 503):
            simulator.answer_next(status, f"Bearer {TOKEN} was sent", "text/plain", on="GET")
            with pytest.raises(VendorError) as error:
                vendor.fetch(order_id)
            assert TOKEN not in str(error.value)
            assert TOKEN not in str(vars(error.value))
        for record in caplog.records:
            if not record.name.startswith("app.simulators"):
                assert TOKEN not in record.getMessage()

    def test_every_order_the_simulator_dreams_up_is_read_whole(
        self, simulator: LokeSimulator, vendor: LokeVendor
    ) -> None:
        for _ in range(150):
            order_id = simulator.place_order()
            sent, report = simulator.order(order_id), vendor.fetch(order_id)
            assert "not_told" not in {fact.key for fact in report.facts}
            assert report.basket.item_count == sum(
                item["quantity"] for item in sent["cart"]["items"]
            )
            assert report.basket.total.minor == sent["payment"]["total"]
            assert report.customer.comment == sent["cart"].get("notes", "")
            assert report.basket.is_delivered is ("deliveryAddress" in sent["cart"])
            assert json.loads(report.raw) == sent
