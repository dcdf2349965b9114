"""What every vendor does, however it is connected; `http_contract` adds what HTTP ones do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Protocol

import pytest

from app.domain.capabilities import Telling
from app.domain.errors import (
    OrderUnknown,
    VendorLoginFailed,
    VendorRefused,
    VendorUnavailable,
)
from app.domain.push import Effect, PushKind, effect_of
from app.domain.states import Move, PaymentState, Standing
from app.ports.vendor import SHUT_OUT, ProbeWord, VendorPort
from tests.builders import a_matter, a_push


class OtherSide(Protocol):
    """The vendor's own side, as a test drives and reads it."""

    def place(self) -> str: ...
    def place_to_pay(self) -> str: ...
    def place_held_back(self) -> str: ...
    def cancel(self, order_id: str) -> None: ...
    def effects(self, order_id: str) -> list[PushKind]: ...
    def rejection(self, order_id: str) -> str | None: ...
    def lose_next_reply(self) -> None: ...
    def lose_next_request(self) -> None: ...
    def go_away(self) -> None: ...
    def come_back(self) -> None: ...


def tell(vendor: VendorPort, kind: PushKind, order_id: str, message: str = "sold out") -> None:
    push = a_push(kind=kind, system=vendor.name, message=message)
    vendor.send(replace(push, body=vendor.compose(push, a_matter())), order_id)


WAYS = {
    Move.ACCEPT: ([PushKind.ACCEPT], Standing.PREPARING),
    Move.REJECT: ([PushKind.REJECT], Standing.REJECTED),
    Move.READY: ([PushKind.ACCEPT, PushKind.READY], Standing.READY),
    Move.COLLECTED: (
        [PushKind.ACCEPT, PushKind.READY, PushKind.COLLECTED],
        Standing.COLLECTED,
    ),
    Move.ON_THE_WAY: (
        [PushKind.ACCEPT, PushKind.READY, PushKind.ON_THE_WAY],
        Standing.READY,
    ),
    Move.LEFT: ([PushKind.ACCEPT, PushKind.LEFT], Standing.LEFT),
}


class VendorContract(ABC):
    """A subclass gives `side` and `vendor`, both of one fresh shop.

    `cancelled_reads` is what an order reads as that somebody else has ended, `holds_back` whether
    the vendor knows of orders before they are ours to act on.
    """

    cancelled_reads = Standing.CANCELLED
    holds_back = True

    @pytest.fixture
    @abstractmethod
    def side(self) -> Iterator[OtherSide]: ...

    @pytest.fixture
    @abstractmethod
    def vendor(self, side: OtherSide) -> Iterator[VendorPort]: ...

    @abstractmethod
    def with_wrong_key(self, vendor: VendorPort) -> VendorPort:
        """Give an access to the same shop whose key is not accepted; may be the same object."""

    def test_an_order_is_read_as_it_stands(self, side: OtherSide, vendor: VendorPort) -> None:
        order_id = side.place()
        report = vendor.fetch(order_id)
        assert (report.vendor, report.vendor_order_id) == (vendor.name, order_id)
        assert report.standing is Standing.NEW
        assert report.basket.lines
        assert report.placed_at.tzinfo is not None
        assert report.raw

    def test_reading_twice_says_the_same_twice(self, side: OtherSide, vendor: VendorPort) -> None:
        order_id = side.place()
        assert vendor.fetch(order_id) == vendor.fetch(order_id)

    @pytest.mark.parametrize("move", WAYS, ids=lambda move: move.name)
    def test_each_move_told_takes_effect_once(
        self, side: OtherSide, vendor: VendorPort, move: Move
    ) -> None:
        if vendor.capabilities.telling(move) is not Telling.TOLD:
            pytest.skip(f"{vendor.title} is not told of {move}")
        kinds, standing = WAYS[move]
        order_id = side.place()
        for kind in kinds:
            tell(vendor, kind, order_id)
        assert side.effects(order_id) == kinds
        if standing is Standing.READY and not vendor.capabilities.shows_ready:
            standing = Standing.PREPARING
        assert vendor.fetch(order_id).standing is standing

    @pytest.mark.parametrize(
        ("move", "kind", "payment"),
        [
            (Move.PAYMENT_RECEIVED, PushKind.PAYMENT_RECEIVED, PaymentState.RECEIVED),
            (Move.PAYMENT_FAILED, PushKind.PAYMENT_FAILED, PaymentState.FAILED),
        ],
    )
    def test_money_is_told_once(
        self,
        side: OtherSide,
        vendor: VendorPort,
        move: Move,
        kind: PushKind,
        payment: PaymentState,
    ) -> None:
        if vendor.capabilities.telling(move) is not Telling.TOLD:
            pytest.skip(f"{vendor.title} is not told of {move}")
        order_id = side.place_to_pay()
        before = vendor.fetch(order_id)
        assert before.payment is PaymentState.DUE
        assert before.due.minor > 0
        tell(vendor, kind, order_id)
        assert side.effects(order_id) == [kind]
        after = vendor.fetch(order_id)
        assert after.payment is payment
        assert effect_of(kind, after) is Effect.HAPPENED
        with pytest.raises(VendorRefused):
            tell(vendor, kind, order_id)
        assert side.effects(order_id) == [kind]

    def test_a_reason_goes_on_only_when_there_is_one(
        self, side: OtherSide, vendor: VendorPort
    ) -> None:
        if not vendor.capabilities.passes_reason_on:
            pytest.skip(f"{vendor.title} passes no reason on")
        first, second = side.place(), side.place()
        tell(vendor, PushKind.REJECT, first, "Elfogyott a söröd 🍺")
        assert side.rejection(first) == "Elfogyott a söröd 🍺"
        if vendor.capabilities.reason_required:
            with pytest.raises(VendorRefused):
                tell(vendor, PushKind.REJECT, second, "  ")
            assert side.effects(second) == []
        else:
            tell(vendor, PushKind.REJECT, second, "  ")
        assert side.rejection(second) is None

    def test_what_is_not_possible_is_refused_with_a_reason(
        self, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        tell(vendor, PushKind.ACCEPT, order_id)
        with pytest.raises(VendorRefused) as refusal:
            tell(vendor, PushKind.REJECT, order_id)
        assert refusal.value.reason
        assert refusal.value.code
        assert side.effects(order_id) == [PushKind.ACCEPT]

    def test_an_id_nobody_has_is_unknown(self, side: OtherSide, vendor: VendorPort) -> None:
        with pytest.raises(OrderUnknown):
            vendor.fetch("nobody-has-this")
        with pytest.raises(OrderUnknown):
            tell(vendor, PushKind.ACCEPT, "nobody-has-this")

    def test_a_cancelled_order_reads_cancelled(self, side: OtherSide, vendor: VendorPort) -> None:
        order_id = side.place()
        side.cancel(order_id)
        assert vendor.fetch(order_id).standing is self.cancelled_reads
        with pytest.raises(VendorRefused):
            tell(vendor, PushKind.ACCEPT, order_id)

    def test_an_order_not_ours_yet_is_held_back(self, side: OtherSide, vendor: VendorPort) -> None:
        if not self.holds_back:
            pytest.skip(f"{vendor.title} tells of no order before it is ours")
        assert vendor.fetch(side.place_held_back()).standing is Standing.HELD_BACK

    def test_without_a_connection_nothing_was_sent(
        self, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        vendor.fetch(order_id)
        side.go_away()
        with pytest.raises(VendorUnavailable) as fetching:
            vendor.fetch(order_id)
        with pytest.raises(VendorUnavailable) as sending:
            tell(vendor, PushKind.ACCEPT, order_id)
        assert not fetching.value.sent
        assert not sending.value.sent
        assert vendor.probe().word is ProbeWord.OFFLINE
        side.come_back()
        tell(vendor, PushKind.ACCEPT, order_id)
        assert side.effects(order_id) == [PushKind.ACCEPT]

    def test_a_reply_lost_after_the_effect_shows_at_the_next_reading(
        self, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        side.lose_next_reply()
        with pytest.raises(VendorUnavailable) as lost:
            tell(vendor, PushKind.ACCEPT, order_id)
        assert lost.value.sent
        assert side.effects(order_id) == [PushKind.ACCEPT]
        assert effect_of(PushKind.ACCEPT, vendor.fetch(order_id)) is Effect.HAPPENED

    def test_a_request_lost_before_the_effect_can_be_sent_again(
        self, side: OtherSide, vendor: VendorPort
    ) -> None:
        order_id = side.place()
        side.lose_next_request()
        with pytest.raises(VendorUnavailable) as lost:
            tell(vendor, PushKind.ACCEPT, order_id)
        assert lost.value.sent
        assert side.effects(order_id) == []
        assert effect_of(PushKind.ACCEPT, vendor.fetch(order_id)) is Effect.NOT_YET
        tell(vendor, PushKind.ACCEPT, order_id)
        assert side.effects(order_id) == [PushKind.ACCEPT]

    def test_a_key_not_accepted_changes_nothing(self, side: OtherSide, vendor: VendorPort) -> None:
        order_id = side.place()
        stranger = self.with_wrong_key(vendor)
        try:
            with pytest.raises(VendorLoginFailed):
                stranger.fetch(order_id)
            with pytest.raises(VendorLoginFailed):
                tell(stranger, PushKind.ACCEPT, order_id)
            assert stranger.probe().word in SHUT_OUT
        finally:
            stranger.close()
        assert side.effects(order_id) == []

    def test_the_probe_has_no_effect(self, side: OtherSide, vendor: VendorPort) -> None:
        order_id = side.place()
        assert vendor.probe().word is ProbeWord.CONNECTED
        assert side.effects(order_id) == []

    def test_calls_may_overlap(self, side: OtherSide, vendor: VendorPort) -> None:
        ids = [side.place() for _ in range(24)]
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda order_id: tell(vendor, PushKind.ACCEPT, order_id), ids))
            reports = list(pool.map(vendor.fetch, ids))
        assert [report.vendor_order_id for report in reports] == ids
        assert all(side.effects(order_id) == [PushKind.ACCEPT] for order_id in ids)

    def test_after_closing_nothing_is_sent(self, side: OtherSide, vendor: VendorPort) -> None:
        order_id = side.place()
        vendor.fetch(order_id)
        vendor.close()
        with pytest.raises(VendorUnavailable) as closed:
            tell(vendor, PushKind.ACCEPT, order_id)
        assert not closed.value.sent
        assert side.effects(order_id) == []
        vendor.close()
