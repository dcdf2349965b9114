"""A running Cheers, and a till's HTTP client that knows its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from app.simulators.cheers import CheersSimulator
from tests.contract.simulators.callback_sink import CallbackSink
from tests.patience import PATIENCE

ORDERS = "/v1/integrations/counter-orders/"


class Till:
    """A client of the vendor's API as its page describes it."""

    def __init__(self, cheers: CheersSimulator, timeout: float = PATIENCE) -> None:
        self.http = httpx.Client(
            base_url=cheers.base_url,
            headers={"X-API-Key": cheers.api_key},
            timeout=timeout,
            trust_env=False,
        )

    def get(self, order_id: str) -> httpx.Response:
        return self.http.get(ORDERS + order_id)

    def put(self, order_id: str, status: str, **more: object) -> httpx.Response:
        return self.http.put(f"{ORDERS}{order_id}/status", json={"status": status, **more})

    def finalize(self, order_id: str) -> httpx.Response:
        return self.http.put(f"{ORDERS}{order_id}/finalize-external-payment")

    def cancel_payment(self, order_id: str) -> httpx.Response:
        return self.http.put(f"{ORDERS}{order_id}/cancel-external-payment")


@pytest.fixture
def cheers() -> Iterator[CheersSimulator]:
    with CheersSimulator(callback_base_delay=0.02) as simulator:
        yield simulator


@pytest.fixture
def new_till(cheers: CheersSimulator) -> Iterator[Callable[..., Till]]:
    tills: list[Till] = []

    def make(timeout: float = PATIENCE) -> Till:
        tills.append(Till(cheers, timeout))
        return tills[-1]

    yield make
    for each in tills:
        each.http.close()


@pytest.fixture
def till(new_till: Callable[..., Till]) -> Till:
    return new_till()


@pytest.fixture
def sink() -> Iterator[CallbackSink]:
    with CallbackSink() as running:
        yield running
