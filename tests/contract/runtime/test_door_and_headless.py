"""The door callbacks come in by, and the till without a window as the command runs it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import main
from app.domain.notice import NoticeCode
from app.simulators.cheers import CheersSimulator
from app.store.sqlite import SqliteStore
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.guards.logs import ExpectedLog
from tests.patience import PATIENCE


def _call(counter: Counter, query: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", counter.port, timeout=PATIENCE)
    try:
        connection.request("POST", f"/callbacks/cheers?{query}")
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_a_callback_answered_200_is_on_disk(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    counter.screen.wait_for_lamp("cheers", "connected")
    cheers.place_order(callback=False)
    cheers.refuse_connections()
    assert _call(counter, "orderId=some-id")[0] == 200
    store = SqliteStore(counter.store_file)
    with store.begin() as work:
        assert [entry.vendor_order_id for entry in work.inbox.waiting()] == ["some-id"]
    store.close()


def test_a_probe_comes_back_and_stores_nothing(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    counter.screen.wait_for_lamp("cheers", "connected")
    assert _call(counter, "pultProbe=abc") == (200, b"pult abc\n")
    assert counter.close()
    assert not counter.screen.orders


def test_a_port_that_is_taken_is_told_and_tried_again(
    make_counter: MakeCounter,
    cheers: CheersSimulator,
    expected_log: type[ExpectedLog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.bootstrap.callbacks.LOOK_SECONDS", 0.1)
    expected_log("another program uses that port", level="ERROR")
    counter = make_counter(cheers={"refresh_seconds": 0.1})
    with socket.create_server(("127.0.0.1", counter.port)):
        counter.open()
        notices = counter.screen.notices
        counter.screen.wait(
            # The vendor's lamp says that calls cannot come, perhaps before.
            lambda: [one for one in notices(NoticeCode.CALLBACKS_FAIL) if not one.vendor],
            "the door's own word",
        )
        (notice,) = [one for one in notices(NoticeCode.CALLBACKS_FAIL) if not one.vendor]
        assert str(counter.port) in notice.data["detail"]
        assert f"(process {os.getpid()})" in notice.data["detail"]
        counter.screen.wait_for_lamp("cheers", "cannot reach this till")
    order_id = cheers.place_order()
    counter.screen.order(order_id)
    counter.screen.wait_for_lamp("cheers", "connected")


def test_orders_whose_reading_hangs_when_it_closes_are_there_the_next_time(
    make_counter: MakeCounter, cheers: CheersSimulator, expected_log: type[ExpectedLog]
) -> None:
    expected_log("callback answered 503: the till is closing", required=False)
    counter = make_counter()
    counter.open()
    counter.screen.wait_for_lamp("cheers", "connected")
    cheers.hang()
    for _ in range(5):
        cheers.place_order()
    assert cheers.wait_for(lambda: cheers.hanging)
    counter.close()
    cheers.release()
    counter.open()
    counter.screen.wait(lambda: len(counter.screen.orders) == 5, "all five orders")


@pytest.fixture
def _handlers_restored() -> Iterator[None]:
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_handlers_restored")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_intake_keeps_orders_for_the_next_window(
    make_counter: MakeCounter,
    cheers: CheersSimulator,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    number: signal.Signals,
) -> None:
    """The very command, in this process: it runs here, and another thread calls and ends it."""
    counter = make_counter()
    counter._file()
    order_id = cheers.place_order(callback=False)

    def outside() -> None:
        cheers.callback_url = counter.callback_url
        cheers.resend_callback(order_id)
        asked = cheers.wait_for(lambda: any(r.path.endswith(order_id) for r in cheers.requests))
        asked_for.append(asked)
        os.kill(os.getpid(), number)

    asked_for: list[bool] = []
    caller = threading.Thread(target=outside)
    caller.start()
    assert main(["intake", "--config", str(tmp_path / "pult.toml")]) == 0
    caller.join()
    assert asked_for == [True]
    assert "takes callbacks" in capsys.readouterr().out
    counter.open()
    counter.screen.order(order_id)
