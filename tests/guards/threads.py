"""A thread a test started and did not end fails that test."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

GRACE_SECONDS = 10.0  # only what is left behind is waited for that long


def _python_threads() -> set[threading.Thread]:
    """The threads Python started; Qt's own are looked at in qt_leaks."""
    stand_in = threading._DummyThread
    return {thread for thread in threading.enumerate() if not isinstance(thread, stand_in)}


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    before = _python_threads()
    yield
    deadline = time.monotonic() + GRACE_SECONDS
    for thread in _python_threads() - before:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = sorted(thread.name for thread in _python_threads() - before)
    if left:
        pytest.fail(f"threads still running: {', '.join(left)}", pytrace=False)
