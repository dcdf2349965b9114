"""What a call through the vendors' client costs beside a bare httpx.Client, and its connections."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import httpx
import pytest

from app.vendors._http import VendorHttp
from tests.contract.vendors.cheers_side import PAGE_SAMPLE
from tests.contract.vendors.sockets import answer, raw_server

ROUNDS = 600
BUDGET = 1.3
COMPRESSED = 20  # a minute takes three seconds
PATH = "/v1/integrations/counter-orders/abc-123-def"

# In a process of its own: a server in this one would share Python's lock with both clients.
SERVER = """
import sys
from tests.contract.vendors.sockets import answer, raw_server
body = sys.stdin.readline().encode()
with raw_server(lambda _: [answer(body, "200 OK", "Content-Type: application/json")]) as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def url(pytestconfig: pytest.Config) -> Iterator[str]:
    """A server that always gives the page's sample."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVER],
        cwd=Path(pytestconfig.rootpath),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(json.loads(PAGE_SAMPLE)) + "\n")
        process.stdin.flush()
        yield process.stdout.readline().strip()
        process.stdin.close()


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_a_call_costs_little_more_than_a_bare_client(url: str, method: str) -> None:
    ours = VendorHttp("cheers", url, headers={"X-API-Key": "k"})
    body = {"status": "APPROVED"}
    with httpx.Client(headers={"X-API-Key": "k"}) as bare:
        calls: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "GET": (lambda: ours.get_json(PATH), lambda: bare.get(url + PATH).json()),
            "PUT": (
                lambda: ours.put(PATH, body),
                lambda: bare.put(url + PATH, json=body).raise_for_status(),
            ),
        }
        through_ours, through_bare = calls[method]
        for _ in range(50):
            through_ours(), through_bare()
        pairs = [(_timed(through_ours), _timed(through_bare)) for _ in range(ROUNDS)]
    ours.close()
    mine, theirs = (median(times) for times in zip(*pairs, strict=True))
    ratio = mine / theirs
    print(
        f"\nHTTP {method}: ours {mine:.3f} ms, bare httpx.Client {theirs:.3f} ms, "
        f"ratio {ratio:.2f} (budget {BUDGET})"
    )
    assert ratio <= BUDGET


def test_a_polling_minute_takes_one_connection() -> None:
    pause = threading.Event()
    with raw_server(lambda _: [answer(b"{}")]) as server:
        ours = VendorHttp("cheers", server.url, idle_seconds=90 / COMPRESSED)
        default = httpx.Limits(keepalive_expiry=5 / COMPRESSED)
        with httpx.Client(limits=default) as bare:
            for _ in range(7):
                ours.get_json("/orders")
                bare.get(server.url + "/orders")
                pause.wait(10 / COMPRESSED)
        ours.close()
        connections = server.connections
    print(f"\nA minute of polling every 10 s: ours 1 connection, bare httpx {connections - 1}")
    assert connections == 1 + 7
