"""200 comes only after the id is stored; everything else is 503."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

import pytest

from app.domain.errors import StoreCorrupt, StoreUnavailable
from app.intake.listener import CallbackListener
from app.usecases.receive_callback import TooManyWaiting
from tests.contract.intake.caller import PATH, Caller, OneIdPort, Shelf, call
from tests.contract.intake.conftest import Start
from tests.patience import PATIENCE


def test_no_answer_before_the_store_has_returned(port: int, shelf: Shelf) -> None:
    shelf.open.clear()
    with Caller(port) as caller:
        caller.ask(f"{PATH}?orderId=1")
        assert shelf.entered.acquire(timeout=PATIENCE)
        caller.socket.settimeout(0.2)
        with pytest.raises(TimeoutError):
            caller.socket.recv(1)
        caller.socket.settimeout(5)
        shelf.open.set()
        assert caller.socket.recv(12) == b"HTTP/1.1 200"
        assert shelf.ids == ["1"]


def test_the_id_is_on_disk_when_200_comes(tmp_path: Path) -> None:
    file = tmp_path / "inbox.sqlite3"
    with sqlite3.connect(file) as setup:
        setup.execute("CREATE TABLE inbox (id TEXT PRIMARY KEY)")
    setup.close()

    def store(vendor: str, ids: Sequence[str]) -> None:
        connection = sqlite3.connect(file)
        with connection:
            connection.executemany(
                "INSERT OR IGNORE INTO inbox VALUES (?)", [(id_,) for id_ in ids]
            )
        connection.close()

    listener = CallbackListener("127.0.0.1", 0, "", [OneIdPort()], store, lambda nonce: None)
    listener.start()
    try:
        for id_ in ("a", "b", "a"):
            assert call(listener.port, f"{PATH}?orderId={id_}").status == 200
            other = sqlite3.connect(file)
            assert other.execute("SELECT count(*) FROM inbox WHERE id = ?", (id_,)).fetchone() == (
                1,
            )
            other.close()
    finally:
        listener.stop()


@pytest.mark.parametrize(
    "error",
    [StoreUnavailable("disk full"), StoreCorrupt("damaged"), TooManyWaiting("1000 wait")],
)
@pytest.mark.expected_log("callback answered 503", level="WARNING")
def test_what_cannot_be_stored_is_503_with_a_time_to_come_again(
    port: int, shelf: Shelf, error: Exception
) -> None:
    shelf.error = error
    reply = call(port, f"{PATH}?orderId=1")
    assert reply.status == 503
    assert int(reply.headers["retry-after"]) > 0
    shelf.error = None
    assert call(port, f"{PATH}?orderId=1").status == 200
    assert shelf.ids == ["1"]


@pytest.mark.expected_log("storing a callback failed", level="ERROR")
@pytest.mark.expected_log("callback answered 503", level="WARNING")
def test_a_mistake_in_the_store_is_503_and_the_listener_lives_on(port: int, shelf: Shelf) -> None:
    shelf.error = RuntimeError("our bug")
    assert call(port, f"{PATH}?orderId=1").status == 503
    shelf.error = None
    assert call(port, f"{PATH}?orderId=1").status == 200


@pytest.mark.expected_log("took longer than", level="WARNING")
def test_a_store_that_is_too_slow_is_503_in_time(start: Start, shelf: Shelf) -> None:
    port = start(store_seconds=0.3).port
    shelf.open.clear()
    began = monotonic()
    assert call(port, f"{PATH}?orderId=1").status == 503
    assert 0.25 < monotonic() - began < PATIENCE  # for which the store hangs
    shelf.open.set()
    assert call(port, f"{PATH}?orderId=2").status == 200


@pytest.mark.expected_log("took longer than", level="WARNING")
@pytest.mark.expected_log("callbacks wait for the store", level="WARNING")
def test_a_store_that_hangs_soon_costs_callers_no_time(start: Start, shelf: Shelf) -> None:
    port = start(store_seconds=4, store_places=6).port
    shelf.open.clear()
    with ThreadPoolExecutor(6) as callers:
        first = list(callers.map(lambda n: call(port, f"{PATH}?orderId={n}").status, range(6)))
    assert first == [503] * 6
    began = monotonic()
    assert call(port, f"{PATH}?orderId=7").status == 503
    assert monotonic() - began < 3.8  # less than the store is given
    assert call(port, f"{PATH}?pultProbe=n").status == 200
    shelf.open.set()
    while call(port, f"{PATH}?orderId=8").status != 200:
        assert monotonic() - began < PATIENCE


def test_callers_that_wait_together_are_all_answered(start: Start, shelf: Shelf) -> None:
    listener = start(store_seconds=30)
    shelf.open.clear()
    with ThreadPoolExecutor(6) as callers:
        answers = [callers.submit(call, listener.port, f"{PATH}?orderId={n}") for n in range(4)]
        for _ in range(4):
            assert shelf.entered.acquire(timeout=PATIENCE)
        shelf.open.set()
        assert {answer.result(5).status for answer in answers} == {200}
    assert sorted(shelf.ids) == ["0", "1", "2", "3"]


@pytest.mark.expected_log("took longer than", level="WARNING")
def test_what_nobody_waits_for_any_more_is_not_stored_later(start: Start, shelf: Shelf) -> None:
    port = start(store_seconds=0.3).port
    shelf.open.clear()
    with ThreadPoolExecutor(6) as callers:
        first = list(callers.map(lambda n: call(port, f"{PATH}?orderId={n}").status, range(6)))
    assert first == [503] * 6
    shelf.open.set()
    assert call(port, f"{PATH}?orderId=7").status == 200
    assert len(shelf.ids) == 5  # the four that had begun, and the last
