"""What LOKE offers to the till: its webhook, its settings, what it builds."""

from __future__ import annotations

import hmac
import json
from hashlib import sha256
from typing import Any

import pytest
from pydantic import SecretStr

from app.domain.capabilities import Telling
from app.domain.errors import BadCallback
from app.domain.states import Move
from app.ports.callback import CallbackPort, CallbackRequest
from app.simulators._loke_webhook import event_body, signed
from app.simulators.loke import LOCATION_ID, ORGANIZATION_ID
from app.vendors.loke import VENDOR, LokeSettings
from tests.contract.vendors.loke_side import PAGE_ID, loke_settings, surroundings

SECRET = "wh-s3cr3t ő"


def reader(secret: str = SECRET) -> CallbackPort:
    assert VENDOR.build_callback is not None
    return VENDOR.build_callback(loke_settings(webhook_secret=secret), surroundings())


def request_of(body: bytes, **headers: str) -> CallbackRequest:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return CallbackRequest((), given, body)


def signed_request(content: Any, secret: str = SECRET) -> CallbackRequest:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    digest = hmac.new(secret.encode(), body, sha256).hexdigest()
    return request_of(body, x_event_signature=f"sha256={digest}")


class TestWebhook:
    def test_the_orders_id_is_taken_from_a_signed_event(self) -> None:
        assert (reader().path, reader().vendor) == ("/callbacks/loke", "loke")
        body = event_body("order.created", {"id": PAGE_ID}, LOCATION_ID, ORGANIZATION_ID)
        headers = {name.lower(): value for name, value in signed(body, SECRET).items()}
        assert reader().read(CallbackRequest((), headers, body)) == [PAGE_ID]

    def test_the_signature_may_be_written_in_capitals(self) -> None:
        request = signed_request({"order": {"id": "a"}})
        loud = {name: value.upper() for name, value in request.headers.items()}
        assert reader().read(CallbackRequest((), loud, request.body)) == ["a"]

    @pytest.mark.parametrize(
        "signature",
        [
            None,
            "",
            "sha256=",
            "sha256=" + "0" * 64,
            "sha1=" + "0" * 40,
            hmac.new(SECRET.encode(), b"{}", sha256).hexdigest(),
            "sha256=" + hmac.new(b"another", b"{}", sha256).hexdigest(),
            "sha256=" + hmac.new(SECRET.encode(), b"{ }", sha256).hexdigest(),
            "sha256=\udcff",
            "ő",
        ],
    )
    def test_a_wrong_signature_is_refused(self, signature: str | None) -> None:
        headers = {} if signature is None else {"x-event-signature": signature}
        with pytest.raises(BadCallback) as bad:
            reader().read(CallbackRequest((), headers, b"{}"))
        assert bad.value.status == 401
        assert SECRET not in str(bad.value)

    @pytest.mark.parametrize("secret", ["", SECRET])
    def test_without_a_secret_of_ours_nothing_is_trusted(self, secret: str) -> None:
        with pytest.raises(BadCallback, match="webhook_secret") as bad:
            reader("").read(signed_request({"order": {"id": "a"}}, secret))
        assert bad.value.status == 403

    def test_another_locations_order_is_none_of_ours(self) -> None:
        event = {"order": {"id": "a"}, "location": {"id": "next-door"}}
        assert reader().read(signed_request(event)) == []

    @pytest.mark.parametrize("location", [None, {}, "here", {"id": None}, {"id": LOCATION_ID}])
    def test_an_event_that_names_no_location_may_be_ours(self, location: Any) -> None:
        event = {"order": {"id": "a"}, "location": location}
        assert reader().read(signed_request(event)) == ["a"]

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"[" * 100_000,
            b"\xff",
            [],
            {},
            {"order": None},
            {"order": {}},
            {"order": {"id": None}},
            {"order": {"id": 7}},
            {"order": {"id": ""}},
            {"order": {"id": "a b"}},
            {"order": {"id": "."}},
            {"order": {"id": "a" * 129}},
            {"order": {"id": "\x1b@"}},
        ],
        ids=lambda content: repr(content)[:30],
    )
    def test_a_signed_event_without_an_id_is_a_bad_callback(self, content: Any) -> None:
        with pytest.raises(BadCallback) as bad:
            reader().read(signed_request(content))
        assert bad.value.status == 400


class TestPlugin:
    def test_the_defaults_are_those_of_the_settings_page(self) -> None:
        assert LokeSettings().model_dump() == {
            "enabled": False,
            "auto_accept": False,
            "auto_accept_up_to": 0.0,
            "auto_accept_from": "",
            "auto_accept_until": "",
            "base_url": "https://api.loke.global",
            "organization_id": "",
            "location_id": "",
            "token": SecretStr(""),
            "client_id": "",
            "client_secret": SecretStr(""),
            "token_url": "https://auth.loke.global/token",
            "webhook_secret": SecretStr(""),
            "poll_seconds": 10.0,
            "terminal_id": "",
            "auto_complete": False,
        }
        assert VENDOR.refresh_seconds(LokeSettings()) == 10.0

    @pytest.mark.parametrize(
        ("changes", "missing"),
        [
            ({}, ()),
            ({"token": ""}, ("token",)),
            ({"token": "", "client_id": "a"}, ("client_secret",)),
            ({"token": "", "client_secret": "b"}, ("client_id",)),
            ({"token": "", "client_id": "a", "client_secret": "b"}, ()),
            (
                {"token": "", "client_id": "a", "client_secret": "b", "token_url": ""},
                ("token_url",),
            ),
            ({"organization_id": "", "location_id": ""}, ("organization_id", "location_id")),
        ],
    )
    def test_a_token_or_what_fetches_one_is_needed(
        self, changes: dict[str, str], missing: tuple[str, ...]
    ) -> None:
        assert loke_settings(**changes).missing() == missing

    @pytest.mark.parametrize("key", ["organization_id", "location_id"])
    def test_an_id_that_cannot_be_a_step_of_a_path_is_none(self, key: str) -> None:
        with pytest.raises(ValueError, match=key):
            loke_settings(**{key: ".."})

    def test_what_loke_is_told_is_what_its_page_has_a_word_for(self) -> None:
        told = {move for move in Move if VENDOR.capabilities.telling(move) is Telling.TOLD}
        alone = {move for move in Move if VENDOR.capabilities.telling(move) is Telling.OURS_ALONE}
        assert told >= {Move.ACCEPT, Move.REJECT, Move.READY, Move.ON_THE_WAY, Move.COLLECTED}
        assert alone == {Move.LEFT, Move.CANCEL_ORDER}
        assert VENDOR.capabilities.lists_orders
        assert VENDOR.capabilities.reason_required
        assert VENDOR.capabilities.re_read_before_resend

    def test_after_an_accept_that_completes_nothing_more_is_told(self) -> None:
        vendor = VENDOR.build(loke_settings(auto_complete=True), surroundings())
        told = {move for move in Move if vendor.capabilities.telling(move) is Telling.TOLD}
        assert told == {Move.ACCEPT, Move.REJECT}
        assert vendor.capabilities.telling(Move.COLLECTED) is Telling.OURS_ALONE
        vendor.close()
