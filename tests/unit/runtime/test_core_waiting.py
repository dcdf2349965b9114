"""Waiting for a command until it is durable, as the listener's threads do."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from app.domain.errors import StoreUnavailable
from app.domain.news import News, StoreFailed, StoreWorks
from app.runtime import core as core_file
from app.runtime.core import Core
from app.usecases.desk import Desk
from app.usecases.receive_callback import ReceiveCallback, TooManyWaiting
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.patience import PATIENCE, PATIENCE_MS

Settled = Callable[[], None]
LOCKED = StoreUnavailable("pult.sqlite3 is locked by another program")


@pytest.fixture
def _quick_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_file, "STORE_RETRY_SECONDS", 0.02)


def test_when_waiting_returns_it_is_durable(core: Core, store: FakeStore) -> None:
    core.run_and_wait(ReceiveCallback("cheers", ("abc",)), 5)
    assert [entry.vendor_order_id for entry in store.kept.inbox.values()] == ["abc"]


@pytest.mark.usefixtures("_quick_retry")
@pytest.mark.expected_log("is locked", level="ERROR")
def test_who_waits_is_told_of_the_store_and_so_is_the_screen(
    core: Core, store: FakeStore, relay: FakeRelay
) -> None:
    store.break_down(LOCKED)
    with pytest.raises(StoreUnavailable, match="is locked"):
        core.run_and_wait(ReceiveCallback("cheers", ("abc",)), 5)
    assert relay.wait_for(lambda news: StoreWorks() in news)
    assert relay.of(StoreFailed)


def test_who_waits_hears_what_else_was_raised_and_nobody_else_does(
    core: Core, desk: Desk, relay: FakeRelay, settled: Settled
) -> None:
    ids = tuple(f"id-{number}" for number in range(desk.shop.max_waiting + 1))
    with pytest.raises(TooManyWaiting):
        core.run_and_wait(ReceiveCallback("cheers", ids), 5)
    settled()
    assert relay.published == []


def test_waiting_has_an_end_and_what_was_given_up_is_not_done(
    core: Core, store: FakeStore, settled: Settled
) -> None:
    go_on = threading.Event()

    def block(_desk: Desk) -> list[News]:
        go_on.wait(PATIENCE)
        return []

    core.submit(block)
    with pytest.raises(StoreUnavailable, match="took longer"):
        core.run_and_wait(ReceiveCallback("cheers", ("abc",)), 0.05)
    go_on.set()
    settled()
    assert not store.kept.inbox


def test_nobody_waits_for_a_till_that_closes(core: Core) -> None:
    assert core.drain(PATIENCE_MS)
    with pytest.raises(StoreUnavailable, match="closing"):
        core.run_and_wait(ReceiveCallback("cheers", ("abc",)), 5)
    assert core.submit(lambda _desk: []) is False
