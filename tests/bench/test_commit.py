"""What a durable commit costs beside one fdatasync of the same disk, and what a search costs.

The two take turns; the fdatasync follows upon as many bytes as the commit puts into its log.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import pytest

from app.domain.history import HistorySearch
from app.domain.states import OrderState
from app.store.sqlite import SqliteStore
from tests.builders import NOON, a_customer, a_job, a_push, an_event, an_order, at

ROUNDS = 500
BUDGET = 1.3
LOG_FRAME = 4096 + 24  # https://www.sqlite.org/fileformat2.html#the_write_ahead_log

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fdatasync"), reason="this system has no fdatasync to compare with"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "pult.sqlite3")
    yield store
    store.close()


class Journal:
    """The least that keeps something for good: bytes written to a file's end, and one fdatasync."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def append(self, size: int) -> float:
        """Append and sync `size` bytes; return the seconds it took."""
        data = os.urandom(size)
        began = perf_counter()
        os.write(self._handle, data)
        os.fdatasync(self._handle)
        return perf_counter() - began

    def close(self) -> None:
        os.close(self._handle)


def _accept(store: SqliteStore, name: str) -> tuple[float, float]:
    """Accept an order as a use case does; return the seconds of the commit and of all."""
    began = perf_counter()
    with store.begin() as unit:
        order = unit.orders.get(name)
        unit.orders.save(replace(order, state=OrderState.PREPARING, accepted_at=at(1)))
        unit.outbox.add(a_push(name))
        unit.jobs.add(a_job(name))
        unit.record([an_event(name)])
        before = perf_counter()
        unit.commit()
        return perf_counter() - before, perf_counter() - began


def _take_in(store: SqliteStore, name: str) -> tuple[float, float]:
    """Keep a callback's id as the listener does; return the seconds of the commit and of all."""
    began = perf_counter()
    with store.begin() as unit:
        unit.inbox.add("cheers", name, NOON)
        before = perf_counter()
        unit.commit()
        return perf_counter() - before, perf_counter() - began


def _pages(path: Path, do: Callable[[str], object]) -> int:
    """How many pages a unit puts into the log; `path` is that of a store just opened."""
    log = path.with_name(f"{path.name}-wal")
    before = log.stat().st_size
    do("first")
    return (log.stat().st_size - before) // LOG_FRAME


@pytest.mark.parametrize("unit", ["accept", "callback"])
def test_a_commit_costs_little_more_than_one_sync(
    store: SqliteStore, tmp_path: Path, unit: str
) -> None:
    path = tmp_path / "pult.sqlite3"
    with store.begin() as work:
        work.orders.add(an_order("first"), "{}")
        work.commit()
    do = partial(_accept if unit == "accept" else _take_in, store)
    pages = _pages(path, do)
    with store.begin() as work:
        for number in range(ROUNDS):
            work.orders.add(an_order(f"order-{number}"), "{}")
        work.commit()
    journal = Journal(tmp_path / "journal")
    rounds = [
        (*do(f"order-{number}"), journal.append(pages * LOG_FRAME)) for number in range(ROUNDS)
    ]
    journal.close()
    commit, whole, sync = (1000 * median(times) for times in zip(*rounds, strict=True))
    slow = 1000 * quantiles([times[0] for times in rounds], n=100)[98]
    print(
        f"\nCommit of one {unit} ({pages} pages): {commit:.3f} ms (p99 {slow:.3f}), one fdatasync "
        f"{sync:.3f} ms, ratio {commit / sync:.2f} (budget {BUDGET}); the whole unit {whole:.3f} ms"
    )
    assert commit / sync <= BUDGET


def test_a_search_through_twenty_thousand_orders(store: SqliteStore) -> None:
    names = ["Kovács Anna", "Szűcs Ödön", "Nagy Béla", "Tóth Éva"]
    with store.begin() as work:
        for number in range(20_000):
            name = f"{names[number % 4]} {number}"
            order = an_order(f"order-{number}", customer=a_customer(name=name))
            received = NOON + timedelta(minutes=number)
            work.orders.add(replace(order, received_at=received), "{}" * 500)
        work.commit()
    reader = store.reader()
    for text, expected in [("", 100), ("odon", 100), ("odon 1234", 0), ("anna 19", 100)]:
        times = []
        for _ in range(15):
            began = perf_counter()
            found = reader.history(HistorySearch(text, most=100)).rows
            times.append(perf_counter() - began)
        assert len(found) >= expected
        print(
            f"\nSearch for {text!r} among 20,000: {1000 * median(times):.2f} ms, {len(found)} rows"
        )
        assert median(times) < 0.05
