"""A core on a store in memory, with a clock that rings and a screen that notes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from app.bootstrap.outside import SystemClock
from app.domain.routes import Route, Routes
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.handlers import HANDLERS
from app.usecases.desk import Desk, Session, Shop, VendorFacts
from tests.fakes.ids import CountingIds
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.fakes.vendor import FakeVendor
from tests.patience import PATIENCE, PATIENCE_MS


@pytest.fixture(autouse=True)
def _application(qapp: QCoreApplication) -> None:
    """QThreadPool needs one."""


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def relay() -> FakeRelay:
    return FakeRelay()


@pytest.fixture
def vendor() -> FakeVendor:
    return FakeVendor()


@pytest.fixture
def desk(store: FakeStore, vendor: FakeVendor) -> Desk:
    facts = VendorFacts("cheers", "Cheers", "C", vendor.capabilities)
    return Desk(
        store=store,
        clock=SystemClock(),
        ids=CountingIds(),
        shop=Shop(undo_seconds=0),
        vendors={"cheers": facts},
        session=Session(routes=Routes((Route(printer="counter"),))),
    )


@pytest.fixture
def clock() -> Iterator[AlarmClock]:
    ringing = AlarmClock()
    ringing.start()
    yield ringing
    ringing.stop()


@pytest.fixture
def core(desk: Desk, relay: FakeRelay, clock: AlarmClock) -> Iterator[Core]:
    running = Core(desk, relay, HANDLERS, clock)
    yield running
    assert running.drain(PATIENCE_MS)


@pytest.fixture
def settled(core: Core) -> Callable[[], None]:
    """Wait until the core has done all it had to do when this is called."""

    def wait() -> None:
        done = threading.Event()

        def step(_desk: Desk) -> list[Any]:
            done.set()
            return []

        assert core.submit(step)
        assert done.wait(PATIENCE)

    return wait
