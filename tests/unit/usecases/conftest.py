"""The counter's store: in memory, and once more in a file where that costs little."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ports.store import StorePort
from app.store.sqlite import SqliteStore
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StorePort]:
    if request.param == "memory":
        yield FakeStore()
        return
    kept = SqliteStore(tmp_path / "pult.sqlite3")
    yield kept
    kept.close()


@pytest.fixture
def counter(store: StorePort) -> Counter:
    return Counter(store)


@pytest.fixture
def quick() -> Counter:
    """A counter in memory alone, for rules that have nothing to do with the store."""
    return Counter(FakeStore())
