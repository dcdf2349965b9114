"""Simulators run by hand: as a process of their own, driven through the control door."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, cast

import httpx
import pytest

from app.simulators import SIMULATORS, run, simulator_class
from app.simulators.cheers import CheersSimulator
from tests.contract.simulators.callback_sink import CallbackSink
from tests.contract.simulators.conftest import ORDERS
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[3]
Start = Callable[..., "Running"]


class Running:
    """`run(...)` in a process of its own."""

    def __init__(self, arguments: str) -> None:
        imports = "import sys; from pathlib import Path; from app.simulators import run"
        code = f"{imports}; sys.exit(run({arguments}))"
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.line = cast("IO[str]", self.process.stdout).readline().rstrip("\n")
        self.base_url = self.line.partition(" listens on ")[2].partition(",")[0]

    def end(self, how: int) -> tuple[int, str]:
        self.process.send_signal(how)
        return self.process.wait(PATIENCE), cast("IO[str]", self.process.stderr).read()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.__exit__(None, None, None)


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[Running] = []

    def begin(arguments: str) -> Running:
        started.append(Running(arguments))
        return started[-1]

    yield begin
    for each in started:
        each.close()


def control(base_url: str, action: str, **arguments: Any) -> Any:
    answer = httpx.post(f"{base_url}/_control/{action}", json=arguments, trust_env=False)
    assert answer.status_code == 200, answer.text
    return answer.json()["result"]


def view(base_url: str, name: str) -> Any:
    return httpx.get(f"{base_url}/_control/{name}", trust_env=False).json()["result"]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_listens_and_ends_in_order(start: Start, how: int) -> None:
    running = start("['cheers'], 0, per_minute=60, seed=1")
    assert running.line == f"cheers listens on {running.base_url}, key demo-key"
    answer = httpx.get(
        f"{running.base_url}{ORDERS}pult-check", headers={"X-API-Key": "demo-key"}, trust_env=False
    )
    assert answer.status_code == 404
    assert running.end(how) == (0, "")


def test_customers_order_however_many_wait(start: Start, sink: CallbackSink) -> None:
    start(f"['cheers'], 0, per_minute=60_000, whatever_waits=True, callback_url={sink.url!r}")
    assert sink.wait_for(lambda: len(set(sink.targets)) > 20), "so many do not come otherwise"


def test_it_ends_when_its_parent_does(start: Start) -> None:
    running = start("[], 0, exit_on_stdin_close=True")
    cast("IO[str]", running.process.stdin).close()
    assert running.process.wait(PATIENCE) == 0
    assert cast("IO[str]", running.process.stderr).read() == ""


def test_another_process_drives_it(start: Start, sink: CallbackSink) -> None:
    base_url = start(f"['cheers'], 0, control=True, callback_url={sink.url!r}").base_url
    order_id = control(base_url, "place_order", userComment="hi", omit=["tip"])
    assert sink.wait_for(lambda: sink.targets)
    assert control(base_url, "order", order_id=order_id)["userComment"] == "hi"
    control(base_url, "cancel", order_id=order_id)
    (effect,) = view(base_url, "effects")
    assert (effect["order_id"], effect["word"], effect["by"]) == (
        order_id,
        "CANCELLED",
        "customer",
    )
    assert [order["id"] for order in view(base_url, "orders")] == [order_id]
    assert view(base_url, "callback_log")[0]["outcome"] == "delivered"

    control(base_url, "fail_next", status_code=503)
    target = f"{base_url}{ORDERS}{order_id}"
    assert httpx.get(target, trust_env=False).status_code == 503
    assert [record["status"] for record in view(base_url, "requests")] == [503]


def test_open_orders_outlive_the_process(start: Start, sink: CallbackSink, tmp_path: Path) -> None:
    how = f"['cheers'], 0, control=True, state_dir=Path({str(tmp_path)!r})"
    first = start(how)
    waiting = control(first.base_url, "place_order")
    ended = control(first.base_url, "place_order", status="COMPLETED")
    assert first.end(signal.SIGTERM) == (0, "")

    second = start(f"{how}, callback_url={sink.url!r}")
    assert sink.wait_for(lambda: sink.targets)
    assert sink.targets[0].endswith(waiting)
    assert [order["id"] for order in view(second.base_url, "orders")] == [waiting]
    assert ended != waiting
    fresh = control(second.base_url, "place_order", callback=False)
    assert control(second.base_url, "order", order_id=fresh)["orderNumber"] == "A-43"


@pytest.mark.expected_log("simulator state not readable")
def test_a_spoilt_state_file_starts_afresh(tmp_path: Path) -> None:
    state = tmp_path / "cheers.json"
    state.write_text("{", encoding="utf-8")
    with CheersSimulator(state_file=state) as cheers:
        assert cheers.orders == []
        cheers.place_order()
    with CheersSimulator(state_file=state) as cheers:
        assert len(cheers.orders) == 1


def test_the_control_door_is_shut_unless_opened(cheers: CheersSimulator) -> None:
    for answer in (
        httpx.post(f"{cheers.base_url}/_control/place_order", json={}, trust_env=False),
        httpx.get(f"{cheers.base_url}/_control/effects", trust_env=False),
    ):
        assert answer.status_code == 404
    assert cheers.orders == []


@pytest.mark.parametrize(
    ("method", "name", "body", "status"),
    [
        ("POST", "stop", b"{}", 404),
        ("POST", "__init__", b"{}", 404),
        ("GET", "api_key", b"", 404),
        ("GET", "place_order", b"", 404),
        ("POST", "place_order", b"[]", 400),
        ("POST", "place_order", b"{", 400),
        ("POST", "fail_next", b"{}", 400),
        ("POST", "cancel", b'{"order_id": "nobody"}', 400),
        ("POST", "start_placing", b'{"per_minute": 0}', 400),
    ],
)
def test_the_control_door_opens_for_what_is_named(
    method: str, name: str, body: bytes, status: int
) -> None:
    with CheersSimulator(control=True) as cheers:
        url = f"{cheers.base_url}/_control/{name}"
        answer = httpx.request(method, url, content=body, trust_env=False)
        assert answer.status_code == status
        assert answer.json()["message"]


def test_an_outage_asked_for_through_the_door_ends_by_itself() -> None:
    with CheersSimulator(control=True) as cheers:
        control(cheers.base_url, "refuse_connections", for_seconds=2)
        with pytest.raises(httpx.ConnectError):
            httpx.get(cheers.base_url, trust_env=False)
        assert cheers.wait_for(lambda: cheers.listening)
        assert control(cheers.base_url, "place_order")


def test_an_unknown_vendor_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'chers'; there is: .*cheers"):
        run(["chers"])
    with pytest.raises(ValueError, match="twice"):
        run(["cheers", "cheers"])


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_is_none_is_refused(port: int) -> None:
    with pytest.raises(ValueError, match="port must be"):
        run([], port)


def test_a_taken_port_is_an_error_that_names_it(cheers: CheersSimulator) -> None:
    with pytest.raises(OSError, match=str(cheers.port)):
        run(["cheers"], cheers.port)


@pytest.mark.parametrize("name", sorted(SIMULATORS))
def test_every_simulator_named_can_be_made(name: str) -> None:
    assert simulator_class(name).vendor == name
