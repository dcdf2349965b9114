"""What every vendor spoken to by HTTP does when the network or the server misbehaves."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from time import monotonic
from typing import Any

import pytest

from app.domain.errors import (
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.push import Effect, PushKind, effect_of
from app.domain.states import Standing
from app.ports.vendor import ProbeWord, VendorPort
from app.simulators._server import HttpSimulator
from app.vendors._http import Deadlines
from tests.contract.vendors.sockets import counting_relay
from tests.contract.vendors.vendor_contract import OtherSide, VendorContract, tell
from tests.patience import PATIENCE

# For a server that says nothing; whoever is to be understood gets the shop's own.
SHORT = Deadlines(connect=1.0, read=0.8, write=1.0, pool=2.0, call=1.5)
IN_TIME = 6.0  # seconds, also on a slow machine; what nobody ends lasts longer


class HttpVendorContract(VendorContract):
    """A subclass gives `simulator` and `access`."""

    @pytest.fixture
    @abstractmethod
    def simulator(self) -> Iterator[HttpSimulator]: ...

    @pytest.fixture
    def vendor(self, simulator: HttpSimulator) -> Iterator[VendorPort]:
        vendor = self.access(simulator)
        yield vendor
        vendor.close()

    @pytest.fixture
    def hasty(self, simulator: HttpSimulator) -> Iterator[VendorPort]:
        """An access that soon gives up."""
        vendor = self.access(simulator, deadlines=SHORT)
        yield vendor
        vendor.close()

    @pytest.fixture
    def accept(self, vendor: VendorPort, side: OtherSide) -> Callable[[], str]:
        """Place an order and accept it."""

        def go() -> str:
            order_id = side.place()
            tell(vendor, PushKind.ACCEPT, order_id)
            return order_id

        return go

    # --- the server says no ------------------------------------------------------------------

    @pytest.mark.parametrize("status", [401, 403])
    def test_login_faults(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort, status: int
    ) -> None:
        order_id = side.place()
        simulator.fail_next(status, times=None)
        with pytest.raises(VendorLoginFailed):
            vendor.fetch(order_id)
        with pytest.raises(VendorLoginFailed):
            tell(vendor, PushKind.ACCEPT, order_id)
        word = ProbeWord.LOGIN_FAILED if status == 401 else ProbeWord.NOT_LET_IN
        assert vendor.probe().word is word

    @pytest.mark.parametrize("ask", ["30", "date"])
    def test_too_many_requests_is_not_an_attempt_and_tells_when(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort, ask: str
    ) -> None:
        order_id = side.place()
        soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
        simulator.fail_next(429, times=2, retry_after=soon if ask == "date" else ask)
        for call in (
            lambda: vendor.fetch(order_id),
            lambda: tell(vendor, PushKind.ACCEPT, order_id),
        ):
            with pytest.raises(VendorUnavailable) as busy:
                call()
            assert not busy.value.sent
            assert busy.value.retry_after == pytest.approx(30, abs=20)
        tell(vendor, PushKind.ACCEPT, order_id)
        assert side.effects(order_id) == [PushKind.ACCEPT]

    @pytest.mark.parametrize("status", [500, 502, 503, 504])
    def test_a_server_in_trouble_may_have_acted(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort, status: int
    ) -> None:
        order_id = side.place()
        simulator.fail_next(status, on="PUT", retry_after=3, before_applying=False)
        with pytest.raises(VendorUnavailable) as trouble:
            tell(vendor, PushKind.ACCEPT, order_id)
        assert trouble.value.sent
        assert trouble.value.retry_after == 3
        assert effect_of(PushKind.ACCEPT, vendor.fetch(order_id)) is Effect.HAPPENED
        simulator.fail_next(status, on="GET")
        with pytest.raises(VendorUnavailable):
            vendor.fetch(order_id)

    def test_a_refusal_carries_the_servers_sentence_made_harmless(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        simulator.fail_next(409, on="PUT", message="Already\x1b@ \u202egone\n" + "x" * 5000)
        with pytest.raises(VendorRefused) as refusal:
            tell(vendor, PushKind.ACCEPT, order_id)
        assert refusal.value.reason.startswith("Already@ gone xxx")
        assert len(refusal.value.reason) <= 200
        assert refusal.value.code == "409"

    def test_a_page_of_html_is_no_sentence(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort
    ) -> None:
        simulator.answer_html(400, on="PUT")
        with pytest.raises(VendorRefused) as refusal:
            tell(vendor, PushKind.ACCEPT, side.place())
        assert refusal.value.reason == ""

    # --- the server says something else ------------------------------------------------------

    @pytest.mark.parametrize(
        "body",
        [
            "",
            "null",
            "[]",
            '"order"',
            "{",
            '{"id": NaN}',
            "{}",
            "[" * 100_000,
            '{"a": ' + "9" * 5000 + "}",
            b"\xff\xfe{}",
        ],
        ids=lambda body: repr(body[:12]),
    )
    def test_an_answer_that_is_no_order_is_odd_and_kept(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort, body: str | bytes
    ) -> None:
        order_id = side.place()
        simulator.answer_next(200, body, on="GET")
        with pytest.raises(VendorSpokeOddly) as odd:
            vendor.fetch(order_id)
        kept = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
        assert odd.value.raw == kept[:20_000]
        assert vendor.fetch(order_id).standing is Standing.NEW

    def test_a_login_page_in_between_is_odd(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        simulator.answer_html(200, on="GET", times=2)
        with pytest.raises(VendorSpokeOddly) as odd:
            vendor.fetch(order_id)
        assert "<html" in odd.value.raw
        assert vendor.probe().word is ProbeWord.ODD_ANSWER

    def test_an_answer_without_end_is_cut_off(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        simulator.answer_next(200, b" " * (5 * 1024 * 1024), on="GET")
        with pytest.raises(VendorSpokeOddly) as odd:
            vendor.fetch(order_id)
        assert len(odd.value.raw) <= 20_000

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_a_redirect_is_not_followed(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort, status: int
    ) -> None:
        order_id = side.place()
        simulator.answer_next(status, times=2)
        with pytest.raises(VendorSpokeOddly):
            vendor.fetch(order_id)
        with pytest.raises(VendorSpokeOddly):
            tell(vendor, PushKind.ACCEPT, order_id)
        assert side.effects(order_id) == []

    @pytest.mark.parametrize("body", [b"", b"OK", b"<html>", b"{", b"\xff" * 300_000])
    def test_any_2xx_is_a_yes_whatever_its_body(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort, body: bytes
    ) -> None:
        order_id = side.place()
        simulator.answer_next(202, body, on="PUT", before_applying=False)
        tell(vendor, PushKind.ACCEPT, order_id)
        assert side.effects(order_id) == [PushKind.ACCEPT]

    def test_a_yes_whose_body_breaks_off_is_a_yes(
        self, simulator: HttpSimulator, side: OtherSide, accept: Callable[[], str]
    ) -> None:
        simulator.cut_next(on="PUT")
        assert side.effects(accept()) == [PushKind.ACCEPT]

    def test_an_order_whose_body_breaks_off_is_asked_for_again(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        simulator.cut_next(on="GET")
        with pytest.raises(VendorUnavailable):
            vendor.fetch(order_id)
        assert vendor.fetch(order_id).vendor_order_id == order_id

    # --- the server says nothing -------------------------------------------------------------

    def test_a_slow_answer_within_the_deadline_is_waited_for(
        self, simulator: HttpSimulator, side: OtherSide, accept: Callable[[], str]
    ) -> None:
        simulator.go_slow(0.1, times=1)
        assert side.effects(accept()) == [PushKind.ACCEPT]

    def test_a_server_that_hangs_is_left_within_the_deadline(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort, hasty: VendorPort
    ) -> None:
        order_id = side.place()
        simulator.hang()
        for call in (
            lambda: hasty.fetch(order_id),
            lambda: tell(hasty, PushKind.ACCEPT, order_id),
        ):
            began = monotonic()
            with pytest.raises(VendorUnavailable) as silent:
                call()
            assert silent.value.sent
            assert monotonic() - began < IN_TIME
        assert hasty.probe().word is ProbeWord.OFFLINE
        simulator.release()
        tell(vendor, PushKind.ACCEPT, order_id)
        assert side.effects(order_id) == [PushKind.ACCEPT]

    def test_an_answer_that_comes_too_late_shows_at_the_next_reading(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort, hasty: VendorPort
    ) -> None:
        order_id = side.place()
        simulator.hang(times=1, on="PUT", before_applying=False)
        with pytest.raises(VendorUnavailable) as late:
            tell(hasty, PushKind.ACCEPT, order_id)
        assert late.value.sent
        assert effect_of(PushKind.ACCEPT, vendor.fetch(order_id)) is Effect.HAPPENED
        simulator.release()

    def test_closing_ends_a_call_that_hangs(
        self, simulator: HttpSimulator, side: OtherSide
    ) -> None:
        patient_vendor = self.access(simulator, deadlines=Deadlines())
        order_id = side.place()
        simulator.hang()
        with ThreadPoolExecutor(1) as pool:
            call = pool.submit(tell, patient_vendor, PushKind.ACCEPT, order_id)
            assert simulator.wait_for(lambda: simulator.hanging == 1)
            began = monotonic()
            patient_vendor.close()
            error = call.exception(timeout=PATIENCE)
        assert monotonic() - began < IN_TIME  # seconds before the call's own end
        assert isinstance(error, VendorUnavailable)
        assert error.sent

    # --- connections -------------------------------------------------------------------------

    @abstractmethod
    def access(self, simulator: HttpSimulator, **changes: Any) -> VendorPort:
        """Give another access; `changes` are settings, and `deadlines`."""

    def test_one_connection_serves_many_calls(
        self, simulator: HttpSimulator, side: OtherSide
    ) -> None:
        with counting_relay(simulator.port) as relay:
            vendor = self.access(simulator, base_url=relay.url)
            for _ in range(10):
                order_id = side.place()
                tell(vendor, PushKind.ACCEPT, order_id)
                vendor.fetch(order_id)
                with pytest.raises(VendorRefused):
                    tell(vendor, PushKind.ACCEPT, order_id)
            vendor.close()
        assert relay.connections == 1

    def test_a_kept_connection_closed_meanwhile_costs_a_reading_nothing(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        vendor.fetch(order_id)
        simulator.drop_next(on="GET")
        assert vendor.fetch(order_id).vendor_order_id == order_id
        simulator.drop_next(on="GET", reset=True)
        assert vendor.fetch(order_id).vendor_order_id == order_id
        simulator.close_connections()
        assert vendor.fetch(order_id).vendor_order_id == order_id

    def test_a_move_is_never_sent_twice_by_itself(
        self, simulator: HttpSimulator, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        for reset in (False, True):
            vendor.fetch(order_id)
            simulator.drop_next(on="PUT", reset=reset)
            before = len(simulator.requests)
            with pytest.raises(VendorUnavailable) as lost:
                tell(vendor, PushKind.ACCEPT, order_id)
            assert lost.value.sent
            assert len(simulator.requests) == before + 1
