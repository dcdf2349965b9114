"""OktoPOS Manager over real HTTP: creating orders, setting their status, and what goes wrong."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from app.domain.capabilities import Telling
from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.push import PushKind
from app.domain.states import Move
from app.ports.vendor import ProbeWord
from app.ports.vendor_models import VendorModels
from app.settings.errors import SettingsError
from app.settings.load import load_settings
from app.simulators.oktopos import OktoposSimulator
from app.vendors._registry import InstalledVendors
from app.vendors.oktopos import VENDOR, OktoposSettings, OktoposVendor
from tests.contract.vendors.http_contract import SHORT
from tests.contract.vendors.oktopos_side import (
    KEY,
    a_register,
    a_status,
    composed,
    oktopos_at,
)
from tests.contract.vendors.sockets import answer, raw_server


@pytest.fixture
def register() -> Iterator[OktoposSimulator]:
    with a_register() as running:
        yield running


@pytest.fixture
def vendor(register: OktoposSimulator) -> Iterator[OktoposVendor]:
    made = oktopos_at(register.base_url)
    yield made
    made.close()


Call = Callable[[OktoposVendor], object]


def create(vendor: OktoposVendor) -> str:
    return vendor.send(composed(vendor), "")


def set_ready(vendor: OktoposVendor) -> str:
    return vendor.send(a_status(PushKind.READY), "12345")


def read_list(vendor: OktoposVendor) -> object:
    return vendor.list_orders()


CALLS = pytest.mark.parametrize("call", [create, set_ready, read_list], ids=lambda c: c.__name__)


# --- all is well ----------------------------------------------------------------------------------


def test_an_order_is_created_once_and_its_number_there_is_given_back(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    push = composed(vendor)
    assert vendor.send(push, "") == "12345"
    assert register.effects_of("our-id-1") == ["accepted"]
    (request,) = register.requests
    assert (request.method, request.path, request.text) == ("POST", "/order/create", push.body)
    assert request.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([PushKind.READY, PushKind.COLLECTED], ["ready", "completed"]),
        ([PushKind.LEFT], ["cancelled"]),
        ([PushKind.CANCEL_ORDER], ["cancelled"]),
        ([PushKind.REJECT], ["cancelled"]),
    ],
)
def test_statuses_go_out_with_the_registers_own_number(
    register: OktoposSimulator, vendor: OktoposVendor, kinds: list[PushKind], words: list[str]
) -> None:
    internal_id = create(vendor)
    for kind in kinds:
        vendor.send(a_status(kind), internal_id)
    assert register.effects_of("our-id-1") == ["accepted", *words]
    bodies = [request.text for request in register.requests[1:]]
    assert bodies == [f'{{"orderId":12345,"status":"{word}"}}' for word in words]


def test_a_status_sent_twice_changes_nothing_more(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    create(vendor)
    set_ready(vendor)
    set_ready(vendor)
    assert register.effects_of("our-id-1") == ["accepted", "ready"]


@pytest.mark.parametrize(
    ("given", "internal_id"), [("12345", "12345"), ('"12345"', "12345"), ('"007"', "7")]
)
def test_the_number_may_be_an_integer_or_its_digits(given: str, internal_id: str) -> None:
    with raw_server(lambda _: [answer(b'{"internalId": ' + given.encode() + b"}")]) as server:
        vendor = oktopos_at(server.url)
        assert create(vendor) == internal_id
        vendor.close()


def test_paths_words_and_header_are_those_of_the_settings(register: OktoposSimulator) -> None:
    heads: list[bytes] = []

    def script(request: bytes) -> list[bytes]:
        heads.append(request)
        return [answer(b'{"internalId": 1, "success": true}')]

    with raw_server(script) as server:
        vendor = oktopos_at(
            f"{server.url}/v1/",
            api_key_header="X-Till-Token",
            create_path="orders/new",
            status_path="orders/state/",
            status_accepted="angenommen",
            status_ready="fertig",
        )
        create(vendor)
        vendor.send(a_status(PushKind.READY), "1")
        vendor.close()
    assert heads[0].startswith(b"POST /v1/orders/new HTTP/1.1\r\n")
    assert f"X-Till-Token: {KEY}".encode() in heads[0].split(b"\r\n")
    assert b'"status":"angenommen"' in heads[0]
    assert heads[1].startswith(b"POST /v1/orders/state/ HTTP/1.1\r\n")
    assert b'{"orderId":1,"status":"fertig"}' in heads[1]


def test_the_base_may_hold_the_version_or_not(register: OktoposSimulator) -> None:
    vendor = oktopos_at(f"{register.base_url}/v1")
    create(vendor)
    assert vendor.list_orders().problem is None
    vendor.close()


def test_without_the_registers_number_no_status_leaves(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    for not_one in ("", "our-id-1", "0", "-5", "1.5", "\uff19", "1" * 30):
        with pytest.raises(VendorRefused):
            vendor.send(a_status(PushKind.READY), not_one)
    assert register.requests == ()


def test_what_the_register_has_no_word_for_is_a_fault_of_ours(vendor: OktoposVendor) -> None:
    with pytest.raises(ValueError, match="accept"):
        vendor.send(a_status(PushKind.ACCEPT), "1")


# --- the register says no -------------------------------------------------------------------------


@pytest.mark.parametrize("status", [200, 400, 404, 409, 422])
def test_an_envelope_without_success_is_a_refusal_in_its_words(
    register: OktoposSimulator, vendor: OktoposVendor, status: int
) -> None:
    push = composed(vendor)
    for call in (lambda: vendor.send(push, ""), lambda: set_ready(vendor)):
        register.refuse_next("Article 123\x1b@ is not known", status)
        with pytest.raises(VendorRefused) as refusal:
            call()
        assert refusal.value.reason == "Article 123@ is not known"
    assert register.effects == ()


def test_an_article_the_register_does_not_know_is_refused() -> None:
    with a_register(articles={"1"}) as register:
        vendor = oktopos_at(register.base_url)
        with pytest.raises(VendorRefused, match="is not known"):
            create(vendor)
        vendor.close()


def test_the_same_order_again_is_refused_where_the_register_has_it(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    create(vendor)
    with pytest.raises(VendorRefused, match="exists already"):
        create(vendor)
    assert register.effects_of("our-id-1") == ["accepted"]


@pytest.mark.parametrize(
    "body", ['{"success": false}', '{"success": "true"}', '{"success": 1}', "{}", "[]", "null"]
)
def test_a_status_is_set_only_when_success_is_exactly_true(
    register: OktoposSimulator, vendor: OktoposVendor, body: str
) -> None:
    register.answer_next(200, body)
    with pytest.raises(VendorRefused):
        set_ready(vendor)


def test_a_time_that_is_over_is_a_refusal_with_its_reason(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    register.refuse_next("The pick-up time is in the past", 503)
    with pytest.raises(VendorRefused) as refusal:
        create(vendor)
    assert refusal.value.reason == "The pick-up time is in the past"


def test_an_order_and_a_step_nobody_knows_are_refused(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    with pytest.raises(OrderUnknown):
        set_ready(vendor)
    internal_id = create(vendor)
    vendor.send(a_status(PushKind.LEFT), internal_id)
    with pytest.raises(VendorRefused, match="cannot go from cancelled"):
        vendor.send(a_status(PushKind.COLLECTED), internal_id)


@CALLS
@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_not_accepted(
    register: OktoposSimulator, vendor: OktoposVendor, call: Call, status: int
) -> None:
    register.fail_next(status)
    with pytest.raises(VendorLoginFailed):
        call(vendor)
    assert register.effects == ()


def test_a_wrong_key_turns_the_lamp_red(register: OktoposSimulator) -> None:
    stranger = oktopos_at(register.base_url, key="wrong")
    assert stranger.probe().word is ProbeWord.NOT_LET_IN
    with pytest.raises(VendorLoginFailed):
        create(stranger)
    stranger.close()
    assert register.effects == ()


@CALLS
def test_too_many_requests_is_no_attempt(
    register: OktoposSimulator, vendor: OktoposVendor, call: Call
) -> None:
    register.fail_next(429, retry_after=7)
    with pytest.raises(VendorUnavailable) as busy:
        call(vendor)
    assert not busy.value.sent
    assert busy.value.retry_after == 7


# --- the register says nothing, or something else -------------------------------------------------


@pytest.mark.parametrize("status", [500, 502, 504])
@pytest.mark.parametrize("body", ["", "<html>Bad gateway</html>"])
def test_a_server_in_trouble_may_have_acted(
    register: OktoposSimulator, vendor: OktoposVendor, status: int, body: str
) -> None:
    register.answer_next(status, body, "text/html", before_applying=False)
    with pytest.raises(VendorUnavailable) as trouble:
        create(vendor)
    assert trouble.value.sent
    assert register.effects_of("our-id-1") == ["accepted"]


@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "[]", "null", '"12345"', "{}", "<html></html>"),
        *(f'{{"internalId": {given}}}' for given in ("null", "true", '"A7"', "0", "1.5")),
    ],
)
def test_a_yes_without_a_number_is_not_known(
    register: OktoposSimulator, vendor: OktoposVendor, body: str
) -> None:
    register.answer_next(200, body, before_applying=False)
    with pytest.raises(VendorSpokeOddly):
        create(vendor)


@CALLS
def test_a_log_in_page_in_between_is_odd(
    register: OktoposSimulator, vendor: OktoposVendor, call: Call
) -> None:
    register.answer_html()
    with pytest.raises(VendorSpokeOddly):
        call(vendor)


@CALLS
def test_a_slow_register_is_left_at_the_deadline(register: OktoposSimulator, call: Call) -> None:
    hasty = oktopos_at(register.base_url, deadlines=SHORT)
    register.hang(times=1)
    with pytest.raises(VendorUnavailable) as slow:
        call(hasty)
    assert slow.value.sent
    register.release()
    hasty.close()


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("reset", [True, False])
def test_a_connection_lost_says_nothing_of_what_became_of_the_order(
    register: OktoposSimulator, vendor: OktoposVendor, before: bool, reset: bool
) -> None:
    register.drop_next(before_applying=before, reset=reset)
    with pytest.raises(VendorUnavailable) as lost:
        create(vendor)
    assert lost.value.sent
    assert register.effects_of("our-id-1") == ([] if before else ["accepted"])
    assert len(register.requests) == 1


@CALLS
def test_without_a_connection_nothing_was_sent(
    register: OktoposSimulator, vendor: OktoposVendor, call: Call
) -> None:
    register.refuse_connections()
    with pytest.raises(VendorUnavailable) as gone:
        call(vendor)
    assert not gone.value.sent
    assert vendor.probe().word is ProbeWord.OFFLINE


def test_a_redirect_is_not_followed(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    register.answer_next(307, "", times=None)
    with pytest.raises(VendorSpokeOddly):
        create(vendor)
    assert len(register.requests) == 1


# --- the probe, the key, the plug-in --------------------------------------------------------------


def test_the_probe_reads_the_list_and_has_no_effect(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    assert vendor.probe().word is ProbeWord.CONNECTED
    assert [(one.method, one.path) for one in register.requests] == [("GET", "/order/ready")]
    assert register.effects == ()


def test_a_path_the_instance_does_not_have_is_no_connection(register: OktoposSimulator) -> None:
    vendor = oktopos_at(register.base_url, ready_path="orders/ready")
    assert vendor.probe().word is ProbeWord.ODD_ANSWER
    assert "Controller not found" in vendor.probe().detail
    vendor.close()


def test_the_key_is_in_no_error_and_no_log(
    register: OktoposSimulator, vendor: OktoposVendor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for status in (200, 400, 401, 404, 302, 503):
        register.answer_next(status, f"X-API-KEY: {KEY} was sent", "text/plain")
        with pytest.raises(VendorError) as error:
            create(vendor)
        assert KEY not in str(error.value)
        assert KEY not in str(vars(error.value))
    assert all(KEY not in one.getMessage() for one in caplog.records if "app." in one.name)


def test_the_defaults_are_those_of_the_settings_page() -> None:
    assert OktoposSettings().model_dump() == {
        "enabled": False,
        "base_url": "",
        "api_key": SecretStr(""),
        "api_key_header": "X-API-KEY",
        "create_path": "order/create",
        "ready_path": "order/ready",
        "status_path": "order/status",
        "status_accepted": "accepted",
        "status_ready": "ready",
        "status_completed": "completed",
        "status_cancelled": "cancelled",
        "send_from": (),
        "send_on": "accepted",
        "poll_seconds": 15.0,
        "intermediary": "Pult",
        "delivery_article": "",
    }
    assert set(OktoposSettings(enabled=True).missing()) == {"base_url", "api_key"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"intermediary": "Foo & Co"},
        {"intermediary": ""},
        {"intermediary": "Pult\n"},
        {"create_path": "/order/create"},
        {"create_path": "../order"},
        {"create_path": "https://elsewhere/order"},
        {"status_path": "order//status"},
        {"ready_path": "order/ready?x=1"},
        {"status_ready": ""},
        {"send_on": "ready"},
        {"send_from": ["oktopos"]},
        {"send_from": ["no spaces"]},
        {"api_key_header": "X API KEY"},
        {"poll_seconds": -1},
    ],
    ids=str,
)
def test_a_setting_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        OktoposSettings(**wrong)


def test_a_vendor_nobody_knows_sends_nothing_on_and_is_refused(tmp_path: Path) -> None:
    models = VendorModels(InstalledVendors())
    file = tmp_path / "pult.toml"
    file.write_text('[vendors.oktopos]\nsend_from = ["walkin", "lokee"]\n', encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        load_settings(file, vendor_models=models, environ={})
    (problem,) = refused.value.problems
    assert 'vendors.oktopos.send_from = ["walkin", "lokee"] names "lokee"' in str(problem)
    assert 'Did you mean "loke"?' in str(problem)
    file.write_text('[vendors.oktopos]\nsend_from = ["loke", "cheerfy"]\n', encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        load_settings(file, vendor_models=models, environ={})
    (problem,) = refused.value.problems
    assert 'names "cheerfy", which has no orders; it must be a list of "' in str(problem)
    right = str(problem).rpartition("it must be a list of ")[2]
    assert right == '"akinon", "cheers", "loke", "walkin". Remove the name.'
    file.write_text('[vendors.oktopos]\nsend_from = ["walkin", "loke"]\n', encoding="utf-8")
    assert load_settings(file, vendor_models=models, environ={}).vendors["oktopos"]


def test_the_page_pattern_takes_letters_of_all_languages() -> None:
    settings = OktoposSettings(intermediary="Büfé no. 2 - Óbuda", send_from=["cheers", "walkin"])
    assert settings.intermediary == "Büfé no. 2 - Óbuda"
    rules = VENDOR.register(settings)
    assert rules is not None
    assert rules.send_from == {"cheers", "walkin"}
    assert not rules.when_paid
    assert VENDOR.register(replace_send_on(settings)).when_paid


def replace_send_on(settings: OktoposSettings) -> OktoposSettings:
    return settings.model_copy(update={"send_on": "paid"})


def test_what_the_register_can_be_told() -> None:
    ways = VENDOR.capabilities
    told = (Move.READY, Move.COLLECTED, Move.LEFT, Move.CANCEL_ORDER, Move.REJECT)
    assert all(ways.telling(move) is Telling.TOLD for move in told)
    assert ways.telling(Move.ACCEPT) is Telling.NOT_POSSIBLE
    assert ways.telling(Move.PAYMENT_RECEIVED) is Telling.OURS_ALONE
    assert ways.lists_orders and ways.gone_means_collected and ways.told_by_their_id
    assert ways.most_requests == 1
    assert not ways.can_be_re_read
    assert PushKind.REGISTER not in ways.repeats


def test_what_was_composed_is_sent_to_the_byte(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    push = replace(composed(vendor), body='{"orderId" : "x"}')
    with pytest.raises(VendorRefused):
        vendor.send(push, "")
    assert register.requests[0].text == push.body
    assert json.loads(push.body)
