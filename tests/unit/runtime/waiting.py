"""Waiting for something no news tells of, such as a row of the store or a vendor's call."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.fakes.relay import FakeRelay
from tests.patience import PATIENCE

LOOK_SECONDS = 0.02


def until(relay: FakeRelay, come: Callable[[], bool], timeout: float = PATIENCE) -> bool:
    """Look with every news, and now and then without any; whether it came in time."""
    deadline = time.monotonic() + timeout
    while not relay.wait_for(lambda _news: come(), LOOK_SECONDS):
        if time.monotonic() > deadline:
            return False
    return True
