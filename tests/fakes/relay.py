"""The way to the screen, kept for a test to look at."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from app.domain.news import News
from app.ports.relay import RelayPort
from tests.patience import PATIENCE

Kind = TypeVar("Kind")


class FakeRelay(RelayPort):
    """Keeps all news in the order in which it was published. Thread: any."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._published: list[News] = []

    def publish(self, news: News) -> None:
        with self._changed:
            self._published.append(news)
            self._changed.notify_all()

    @property
    def published(self) -> list[News]:
        with self._changed:
            return list(self._published)

    def of(self, kind: type[Kind]) -> list[Kind]:
        """All news of one kind, oldest first."""
        return [news for news in self.published if isinstance(news, kind)]

    def wait_for(self, found: Callable[[list[News]], bool], timeout: float = PATIENCE) -> bool:
        """Wait until what was published answers to `found`."""
        with self._changed:
            return self._changed.wait_for(lambda: found(self._published), timeout)
