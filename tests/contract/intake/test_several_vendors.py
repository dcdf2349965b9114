"""One listener for the callbacks of several vendors, each on its own path."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest

from app.domain.errors import StoreUnavailable
from app.intake.listener import CallbackListener
from app.simulators._loke_webhook import signed
from app.vendors.cheers.callback import CheersCallback
from app.vendors.loke.webhook import LokeWebhook
from tests.contract.intake.caller import Reply, call

SECRET = "wh-s3cr3t"


class Filed:
    """A store that notes which ids came for whom."""

    def __init__(self) -> None:
        self.ids: list[tuple[str, list[str]]] = []
        self.broken = False

    def store(self, vendor: str, ids: Sequence[str]) -> None:
        if self.broken:
            raise StoreUnavailable("the disk is full")
        self.ids.append((vendor, list(ids)))


@pytest.fixture
def filed() -> Filed:
    return Filed()


@pytest.fixture(params=["", "t0k3n"], ids=["without a token", "with a token"])
def token(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def port(filed: Filed, token: str) -> Iterator[int]:
    readers = [
        CheersCallback("/callbacks/cheers"),
        LokeWebhook("/callbacks/loke", SECRET, "here"),
        LokeWebhook("/callbacks/unset", "", "here"),
    ]
    listener = CallbackListener("127.0.0.1", 0, token, readers, filed.store, lambda _nonce: None)
    listener.start()
    yield listener.port
    listener.stop()


def path(vendor: str, token: str) -> str:
    return f"/callbacks/{vendor}" + (f"/{token}" if token else "")


def event(port: int, target: str, order_id: str = "o-1", secret: str = SECRET) -> Reply:
    body = json.dumps({"event": "order.created", "order": {"id": order_id}}).encode()
    head = [f"{name}: {value}" for name, value in signed(body, secret).items()]
    return call(port, target, "POST", *head, f"Content-Length: {len(body)}", body=body)


def test_each_path_is_read_by_its_own_vendor(port: int, filed: Filed, token: str) -> None:
    assert call(port, f"{path('cheers', token)}?orderId=c-1").status == 200
    assert event(port, path("loke", token)).status == 200
    assert event(port, path("loke", token) + "/", "o-2").status == 200
    assert filed.ids == [("cheers", ["c-1"]), ("loke", ["o-1"]), ("loke", ["o-2"])]


def test_one_vendors_call_means_nothing_on_anothers_path(
    port: int, filed: Filed, token: str
) -> None:
    assert call(port, f"{path('loke', token)}?orderId=c-1").status == 401
    assert event(port, path("cheers", token)).status == 400
    assert filed.ids == []


def test_a_forged_event_is_turned_away_and_one_without_a_secret_says_why(
    port: int, filed: Filed, token: str
) -> None:
    assert event(port, path("loke", token), secret="another").status == 401
    unset = event(port, path("unset", token), secret="")
    assert unset.status == 403
    assert b"webhook_secret" in unset.body
    assert filed.ids == []


def test_the_token_goes_for_every_path(port: int, filed: Filed, token: str) -> None:
    wrong = path("loke", "" if token else "t0k3n")
    assert event(port, wrong).status == 404
    assert event(port, f"{wrong}/t0k3n/more").status == 404
    assert filed.ids == []


@pytest.mark.expected_log("callback answered 503")
def test_what_could_not_be_stored_is_to_come_again(port: int, filed: Filed, token: str) -> None:
    filed.broken = True
    assert event(port, path("loke", token)).status == 503
    filed.broken = False
    assert event(port, path("loke", token)).status == 200
