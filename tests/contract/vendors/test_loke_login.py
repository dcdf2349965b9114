"""LOKE with tokens fetched by client credentials, against a simulated token endpoint."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from app.domain.errors import VendorError, VendorLoginFailed, VendorUnavailable
from app.domain.push import PushKind
from app.ports.vendor import ProbeWord
from app.simulators.loke import LokeSimulator
from app.vendors._http import login
from app.vendors.loke import LokeVendor
from tests.contract.vendors.loke_side import loke_at
from tests.contract.vendors.vendor_contract import tell

ID, SECRET = "till:1", "s3cr3t+/& ő"


@pytest.fixture
def loke() -> Iterator[LokeSimulator]:
    with LokeSimulator(token="", client_id=ID, client_secret=SECRET) as running:
        yield running


@pytest.fixture
def vendor(loke: LokeSimulator) -> Iterator[LokeVendor]:
    vendor = access(loke)
    yield vendor
    vendor.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no token count as fetched just now."""
    monkeypatch.setattr(login, "_YOUNG", 0.0)


def access(loke: LokeSimulator, **changes: Any) -> LokeVendor:
    given = {"token": "", "client_id": ID, "client_secret": SECRET}
    given["token_url"] = f"{loke.base_url}/token"
    return loke_at(loke.base_url, **(given | changes))


def fetches(loke: LokeSimulator) -> int:
    return sum(request.path == "/token" for request in loke.requests)


def test_one_token_serves_many_calls(loke: LokeSimulator, vendor: LokeVendor) -> None:
    order_id = loke.place_order()
    vendor.fetch(order_id)
    tell(vendor, PushKind.ACCEPT, order_id)
    assert vendor.probe().word is ProbeWord.CONNECTED
    assert fetches(loke) == 1
    request = next(each for each in loke.requests if each.path == "/token")
    assert request.text == "grant_type=client_credentials"
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"


def test_many_calls_at_once_fetch_one_token(loke: LokeSimulator, vendor: LokeVendor) -> None:
    ids = [loke.place_order() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(vendor.fetch, ids))
    assert fetches(loke) == 1


def test_a_fixed_token_goes_before_a_client(loke: LokeSimulator) -> None:
    loke.access.token = "fixed"
    vendor = access(loke, token="fixed")
    assert vendor.probe().word is ProbeWord.CONNECTED
    assert fetches(loke) == 0
    vendor.close()


@pytest.mark.usefixtures("impatient")
def test_a_token_that_is_void_is_fetched_anew_and_the_call_takes_effect_once(
    loke: LokeSimulator, vendor: LokeVendor
) -> None:
    order_id = loke.place_order()
    vendor.fetch(order_id)
    loke.access.fetched.clear()
    tell(vendor, PushKind.ACCEPT, order_id)
    assert loke.effects_of(order_id) == ["accepted"]
    loke.access.fetched.clear()
    vendor.fetch(order_id)
    assert fetches(loke) == 3


@pytest.mark.usefixtures("impatient")
def test_after_one_fresh_token_a_401_is_a_login_fault(
    loke: LokeSimulator, vendor: LokeVendor
) -> None:
    order_id = loke.place_order()
    vendor.fetch(order_id)
    loke.fail_next(401, times=None, path_has="/orders")
    with pytest.raises(VendorLoginFailed):
        vendor.fetch(order_id)
    assert fetches(loke) == 2
    assert vendor.probe().word is ProbeWord.LOGIN_FAILED


def test_a_token_refused_at_once_is_not_fetched_again_and_again(
    loke: LokeSimulator, vendor: LokeVendor
) -> None:
    loke.fail_next(401, times=None, path_has="/orders")
    with pytest.raises(VendorLoginFailed):
        vendor.list_orders()
    assert fetches(loke) == 1


def test_a_token_near_its_end_is_not_used_any_more(
    loke: LokeSimulator, vendor: LokeVendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(login, "monotonic", lambda: now[0])
    loke.access.expires_in = 300
    order_id = loke.place_order()
    for passed, fetched in ((0, 1), (269, 1), (2, 2), (268, 2)):
        now[0] += passed
        vendor.fetch(order_id)
        assert fetches(loke) == fetched


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_a_client_not_accepted_is_a_login_fault(
    loke: LokeSimulator, vendor: LokeVendor, status: int
) -> None:
    order_id = loke.place_order()
    loke.fail_next(status, times=None, path_has="/token", message=f"{SECRET} is not good")
    with pytest.raises(VendorLoginFailed) as fault:
        tell(vendor, PushKind.ACCEPT, order_id)
    assert SECRET not in str(fault.value)
    assert vendor.probe().word is ProbeWord.LOGIN_FAILED
    assert loke.effects == ()


def test_a_wrong_secret_is_a_login_fault(loke: LokeSimulator) -> None:
    vendor = access(loke, client_secret="another")
    with pytest.raises(VendorLoginFailed):
        vendor.list_orders()
    vendor.close()


def test_a_token_that_cannot_be_had_now_means_that_nothing_was_sent(
    loke: LokeSimulator, vendor: LokeVendor
) -> None:
    order_id = loke.place_order()
    loke.fail_next(503, path_has="/token", retry_after=7)
    with pytest.raises(VendorUnavailable) as busy:
        tell(vendor, PushKind.ACCEPT, order_id)
    assert (busy.value.sent, busy.value.retry_after) == (False, 7)
    for end in (
        lambda: loke.drop_next(path_has="/token"),
        lambda: loke.answer_html(200, path_has="/token"),
        lambda: loke.answer_next(200, "{}", path_has="/token"),
        lambda: loke.answer_next(200, '{"access_token": "a b"}', path_has="/token"),
        lambda: loke.answer_next(200, '{"access_token": "a", "token_type": "mac"}'),
        lambda: loke.answer_next(302, "", path_has="/token"),
    ):
        end()
        with pytest.raises(VendorUnavailable) as lost:
            tell(vendor, PushKind.ACCEPT, order_id)
        assert not lost.value.sent
    assert loke.effects == ()
    tell(vendor, PushKind.ACCEPT, order_id)
    assert loke.effects_of(order_id) == ["accepted"]


def test_no_secret_and_no_token_is_in_an_error_or_a_log(
    loke: LokeSimulator, vendor: LokeVendor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    order_id = loke.place_order()
    vendor.fetch(order_id)
    token = loke.access.fetched[-1]
    for status in (200, 400, 404, 409, 503):
        body = f"{token} {SECRET} was sent"
        loke.answer_next(status, body, "text/plain", on="GET", path_has="/orders")
        with pytest.raises(VendorError) as error:
            vendor.fetch(order_id)
        for hidden in (token, SECRET):
            assert hidden not in str(error.value)
            assert hidden not in str(vars(error.value))
    for record in caplog.records:
        if not record.name.startswith("app.simulators"):
            assert token not in record.getMessage()
            assert SECRET not in record.getMessage()


def test_plain_http_fetches_tokens_on_this_computer_only() -> None:
    with pytest.raises(ValueError, match="token_url"):
        loke_at(
            "https://api.loke.global",
            token="",
            client_id="a",
            client_secret="b",
            token_url="http://auth.example/token",
        )
