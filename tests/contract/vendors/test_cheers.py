"""Cheers keeps the vendors' contract against its simulator, and speaks its page to the letter."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from app.domain.errors import OrderUnknown, VendorError
from app.domain.money import Money
from app.domain.push import PushKind
from app.domain.states import PaymentState, Standing
from app.intake.listener import CallbackListener
from app.ports.vendor import ProbeWord, VendorPort
from app.simulators.cheers import CheersSimulator
from app.vendors._http import Deadlines
from app.vendors.cheers import VENDOR, CheersSettings
from tests.contract.vendors.cheers_side import (
    KEY,
    ORDERS,
    PAGE_SAMPLE,
    CheersSide,
    cheers_at,
    surroundings,
)
from tests.contract.vendors.http_contract import SHORT, HttpVendorContract
from tests.contract.vendors.sockets import answer, raw_server
from tests.contract.vendors.vendor_contract import tell


class TestCheers(HttpVendorContract):
    @pytest.fixture
    def simulator(self) -> Iterator[CheersSimulator]:
        with CheersSimulator(api_key=KEY) as cheers:
            yield cheers

    @pytest.fixture
    def side(self, simulator: CheersSimulator) -> CheersSide:
        self._simulator = simulator
        return CheersSide(simulator)

    def access(self, simulator: CheersSimulator, **changes: Any) -> VendorPort:
        return cheers_at(**({"base_url": simulator.base_url} | changes))

    def with_wrong_key(self, vendor: VendorPort) -> VendorPort:
        return cheers_at(self._simulator.base_url, key="another-key")

    # --- the page, to the letter -------------------------------------------------------------

    def test_the_pages_own_sample(self, simulator: CheersSimulator, vendor: VendorPort) -> None:
        simulator.answer_next(200, PAGE_SAMPLE, on="GET")
        report = vendor.fetch("abc-123-def")
        assert report.basket.total == Money(90_000, "HUF")
        assert report.basket.total_is_computed
        assert report.number == "A-42"
        assert report.standing is Standing.NEW
        assert report.payment is PaymentState.NOT_DUE
        assert report.raw == PAGE_SAMPLE

    def test_every_call_is_the_one_the_page_shows(
        self, simulator: CheersSimulator, vendor: VendorPort
    ) -> None:
        order_id = simulator.place_order_to_pay_here(id="abc-123-def")
        vendor.fetch(order_id)
        for kind, message in [
            (PushKind.PAYMENT_RECEIVED, ""),
            (PushKind.ACCEPT, "not for this call"),
            (PushKind.READY, ""),
            (PushKind.COLLECTED, ""),
        ]:
            tell(vendor, kind, order_id, message)
        out = simulator.place_order_to_pay_here(id="out")
        tell(vendor, PushKind.PAYMENT_FAILED, out)
        tell(vendor, PushKind.REJECT, out, "Item is out of stock")
        left = simulator.place_order(id="left")
        tell(vendor, PushKind.ACCEPT, left)
        tell(vendor, PushKind.LEFT, left)
        assert [(request.method, request.path, request.text) for request in simulator.requests] == [
            ("GET", f"{ORDERS}/abc-123-def", ""),
            ("PUT", f"{ORDERS}/abc-123-def/finalize-external-payment", ""),
            ("PUT", f"{ORDERS}/abc-123-def/status", '{"status":"APPROVED"}'),
            ("PUT", f"{ORDERS}/abc-123-def/status", '{"status":"DONE"}'),
            ("PUT", f"{ORDERS}/abc-123-def/status", '{"status":"COMPLETED"}'),
            ("PUT", f"{ORDERS}/out/cancel-external-payment", ""),
            (
                "PUT",
                f"{ORDERS}/out/status",
                '{"status":"REJECTED","rejectionMessage":"Item is out of stock"}',
            ),
            ("PUT", f"{ORDERS}/left/status", '{"status":"APPROVED"}'),
            ("PUT", f"{ORDERS}/left/status", '{"status":"LEFT"}'),
        ]
        for request in simulator.requests:
            with_body = request.path.endswith("/status")
            assert request.headers.get("content-type") == (
                "application/json" if with_body else None
            )
            assert request.headers["user-agent"].startswith("Pult/")

    def test_the_key_goes_out_as_the_page_says(self) -> None:
        heads: list[bytes] = []

        def script(request: bytes) -> list[bytes]:
            heads.append(request)
            return [answer(b"{}")]

        with raw_server(script) as server:
            vendor = cheers_at(server.url)
            tell(vendor, PushKind.ACCEPT, "a")
            vendor.close()
        lines = heads[0].split(b"\r\n")
        assert f"X-API-Key: {KEY}".encode() in lines
        assert b"Accept-Encoding: identity" in lines

    @pytest.mark.parametrize(
        "order_id", ["a/b", "a b", "../status", "%2e%2e", "ő?x=1#y", "a;b=c&d", "..%2F", "~a"]
    )
    def test_ids_go_into_paths_encoded(
        self, simulator: CheersSimulator, vendor: VendorPort, order_id: str
    ) -> None:
        simulator.place_order(id=order_id)
        assert vendor.fetch(order_id).vendor_order_id == order_id
        tell(vendor, PushKind.ACCEPT, order_id)
        assert simulator.effects_of(order_id) == ["APPROVED"]

    @pytest.mark.parametrize("order_id", ["", ".", "..", "\ud800"])
    def test_what_cannot_be_an_id_is_never_asked_for(
        self, simulator: CheersSimulator, vendor: VendorPort, order_id: str
    ) -> None:
        with pytest.raises(OrderUnknown):
            vendor.fetch(order_id)
        with pytest.raises(OrderUnknown):
            tell(vendor, PushKind.ACCEPT, order_id)
        assert simulator.requests == ()

    def test_another_orders_answer_is_odd(
        self, simulator: CheersSimulator, vendor: VendorPort
    ) -> None:
        order_id = simulator.place_order()
        simulator.answer_wrong_id()
        with pytest.raises(VendorError, match="another order"):
            vendor.fetch(order_id)

    def test_the_probe_asks_for_an_id_nobody_has(
        self, simulator: CheersSimulator, vendor: VendorPort
    ) -> None:
        assert vendor.probe().word is ProbeWord.CONNECTED
        assert [(r.method, r.path) for r in simulator.requests] == [("GET", f"{ORDERS}/pult-check")]

    def test_what_cheers_has_no_word_for_is_a_fault_of_ours(self, vendor: VendorPort) -> None:
        with pytest.raises(ValueError, match="cancel_order"):
            tell(vendor, PushKind.CANCEL_ORDER, "a")

    def test_the_key_is_in_no_error_and_no_log(
        self,
        simulator: CheersSimulator,
        vendor: VendorPort,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        caplog.set_level(logging.DEBUG)
        order_id = simulator.place_order(userComment="allergic to nuts")
        vendor.fetch(order_id)
        errors = []
        for status in (200, 400, 401, 404, 409, 302, 503):
            simulator.answer_next(status, f"X-API-Key: {KEY} was sent", "text/plain", on="GET")
            with pytest.raises(VendorError) as error:
                vendor.fetch(order_id)
            errors.append(error.value)
        for error in errors:
            assert KEY not in str(error)
            assert KEY not in str(vars(error))
        for record in caplog.records:
            if not record.name.startswith("app.simulators"):
                assert KEY not in record.getMessage()
                assert "allergic" not in record.getMessage()

    # --- the way back ------------------------------------------------------------------------

    @pytest.mark.parametrize(
        ("reply", "word"),
        [
            (lambda mark: answer(b"pult " + mark), ProbeWord.CONNECTED),
            (lambda mark: answer(b"pult 0"), ProbeWord.NOT_REACHED),
            (lambda mark: answer(b"<html>" + mark, "404 Not Found"), ProbeWord.NOT_REACHED),
            (lambda mark: answer(b"", "302 Found", "Location: /"), ProbeWord.NOT_REACHED),
            (lambda mark: b"", ProbeWord.NOT_REACHED),
        ],
        ids=["ours", "another mark", "nobody there", "redirect", "silence"],
    )
    def test_the_public_address_is_called_the_way_cheers_does(
        self, simulator: CheersSimulator, reply: Any, word: ProbeWord
    ) -> None:
        seen: list[bytes] = []

        def script(request: bytes) -> list[bytes]:
            seen.append(request)
            mark = request.split(b"pultProbe=")[1].split(b" ")[0]
            return [reply(mark)]

        with raw_server(script) as server:
            vendor = cheers_at(
                simulator.base_url,
                public_url=f"{server.url}/callbacks/cheers/t0k3n",
                deadlines=Deadlines() if reply(b"") else SHORT,
            )
            assert vendor.probe().word is word
            vendor.close()
        assert seen[0].startswith(b"POST /callbacks/cheers/t0k3n?pultProbe=")
        assert KEY.encode() not in seen[0]

    def test_our_own_listener_repeats_the_mark(self, simulator: CheersSimulator) -> None:
        marks: list[str] = []
        callback = VENDOR.build_callback(CheersSettings(), surroundings())
        listener = CallbackListener(
            "127.0.0.1", 0, "t0k3n", [callback], lambda *_: None, marks.append
        )
        listener.start()
        public_url = f"http://127.0.0.1:{listener.port}/callbacks/cheers"
        for token, word in [("t0k3n", ProbeWord.CONNECTED), ("other", ProbeWord.NOT_REACHED)]:
            vendor = cheers_at(simulator.base_url, public_url=f"{public_url}/{token}")
            assert vendor.probe().word is word
            vendor.close()
        listener.stop()
        assert len(marks) == 1
        vendor = cheers_at(simulator.base_url, public_url=f"{public_url}/t0k3n")
        assert vendor.probe().word is ProbeWord.NOT_REACHED
        vendor.close()

    def test_the_token_of_the_public_address_is_not_logged(
        self, simulator: CheersSimulator, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        with raw_server(lambda _: [answer(b"")]) as server:
            vendor = cheers_at(simulator.base_url, public_url=f"{server.url}/cb/t0k3n")
            result = vendor.probe()
            vendor.close()
        assert "t0k3n" not in result.detail
        assert "t0k3n" not in caplog.text

    def test_without_a_login_the_public_address_is_not_tried(
        self, simulator: CheersSimulator
    ) -> None:
        vendor = cheers_at(simulator.base_url, key="wrong", public_url="http://127.0.0.1:9/x")
        assert vendor.probe().word is ProbeWord.NOT_LET_IN
        vendor.close()

    # --- random orders -----------------------------------------------------------------------

    def test_every_order_the_simulator_dreams_up_is_read_whole(
        self, simulator: CheersSimulator, vendor: VendorPort
    ) -> None:
        from random import Random

        from app.simulators._menu import draw_order

        for seed in range(150):
            order_id = simulator.place_order(**draw_order(Random(seed), with_addresses=True))
            sent, report = simulator.order(order_id), vendor.fetch(order_id)
            keys = {fact.key for fact in report.facts}
            assert "not_told" not in keys
            assert report.basket.item_count == len(sent["items"])
            assert report.customer.comment == sent.get("userComment", "")
            assert json.loads(report.raw) == sent
            if "deliveryAddress" in sent:
                assert sent["deliveryAddress"]["address"] in report.customer.address
