"""Waiting for a condition with a deadline, for what happens in another process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from tests.patience import PATIENCE

Found = TypeVar("Found")

PAUSE = 0.02
_nothing = threading.Event()


def wait_until(
    look: Callable[[], Found],
    what: str | Callable[[], str],
    timeout: float = PATIENCE,
    pause: float = PAUSE,
) -> Found:
    """The first answer of `look` that is true; AssertionError says what was waited for."""
    deadline = time.monotonic() + timeout
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() >= deadline:
            told = what if isinstance(what, str) else what()
            raise AssertionError(f"waited {timeout:g} s in vain for {told}")
        _nothing.wait(pause)


def holds_for(look: Callable[[], object], what: str, seconds: float) -> None:
    """Watch that something stays true for a while; AssertionError when it does not."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert look(), f"no longer true: {what}"
        _nothing.wait(PAUSE)
