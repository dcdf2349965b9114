"""A listener on a free port, its shelf and its probes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.intake.listener import CallbackListener, Limits
from tests.contract.intake.caller import OneIdPort, Shelf

Start = Callable[..., CallbackListener]


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    shelf = Shelf()
    yield shelf
    shelf.open.set()


@pytest.fixture
def probes() -> list[str]:
    return []


@pytest.fixture
def vendor() -> OneIdPort:
    return OneIdPort()


@pytest.fixture
def start(shelf: Shelf, probes: list[str], vendor: OneIdPort) -> Iterator[Start]:
    started: list[CallbackListener] = []

    def start(token: str = "", **limits: float) -> CallbackListener:
        bounds = Limits(**limits)  # type: ignore[arg-type]
        listener = CallbackListener(
            "127.0.0.1", 0, token, [vendor], shelf.store, probes.append, limits=bounds
        )
        listener.start()
        started.append(listener)
        return listener

    yield start
    shelf.open.set()
    for listener in started:
        listener.stop()


@pytest.fixture
def port(start: Start) -> int:
    return start().port
