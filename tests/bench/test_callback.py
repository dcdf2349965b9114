"""How long a callback takes until its 200, beside what it cannot do without."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from app.domain.errors import BadCallback
from app.intake.listener import CallbackListener
from app.ports.callback import CallbackPort, CallbackRequest
from tests.contract.intake.caller import PATH, Caller

ROUNDS = 300
BUDGET = 2.0


class OrderIdPort(CallbackPort):
    vendor = "cheers"
    path = PATH

    def read(self, request: CallbackRequest) -> Sequence[str]:
        ids = [value for key, value in request.query if key == "orderId"]
        if len(ids) != 1 or not 0 < len(ids[0]) <= 128:
            raise BadCallback("orderId")
        return ids


class Inbox:
    """One durable row a commit: SQLite, write-ahead log, synchronous=FULL."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("CREATE TABLE inbox (vendor TEXT, id TEXT)")
        self._lock = threading.Lock()

    def store(self, vendor: str, ids: Sequence[str]) -> None:
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(
                "INSERT INTO inbox VALUES (?, ?)", [(vendor, id_) for id_ in ids]
            )
            self._connection.execute("COMMIT")

    def count(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM inbox").fetchone()[0])

    def close(self) -> None:
        self._connection.close()


def _timed(work: Callable[[], None]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def test_callback_to_200_costs_at_most_twice_a_commit_and_an_empty_request(
    tmp_path: Path,
) -> None:
    inbox = Inbox(tmp_path / "inbox.sqlite3")
    listener = CallbackListener(
        "127.0.0.1", 0, "token", [OrderIdPort()], inbox.store, lambda nonce: None
    )
    listener.start()
    commits, empties, callbacks = [], [], []
    try:
        for number in range(ROUNDS):
            commits.append(_timed(lambda: inbox.store("cheers", ["66f1a2b3c4d5e6f708192a3b"])))
            empties.append(_timed(lambda: _ask(listener.port, "/", 404)))
            target = f"{PATH}/token?orderId=66f1a2b3c4d5e6f70819{number:04}"
            callbacks.append(_timed(lambda: _ask(listener.port, target, 200)))  # noqa: B023
        assert inbox.count() == 2 * ROUNDS
    finally:
        listener.stop()
        inbox.close()
    floor = median(commits) + median(empties)
    ratio = median(callbacks) / floor
    print(f"\n{'callback to 200':<34}{'median ms':>10}{'p95 ms':>10}")
    for name, times in (
        ("one durable commit", commits),
        ("empty request, same server", empties),
        ("callback to 200", callbacks),
    ):
        print(f"{name:<34}{median(times):>10.2f}{sorted(times)[ROUNDS * 95 // 100]:>10.2f}")
    print(f"{'ratio to commit + empty request':<34}{ratio:>10.2f}{'budget':>8} {BUDGET}")
    assert ratio <= BUDGET


def _ask(port: int, target: str, status: int) -> None:
    """Send one request as a vendor does: on a new connection."""
    with Caller(port) as caller:
        caller.ask(target, "POST", "Connection: close")
        assert caller.reply().status == status
