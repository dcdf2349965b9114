"""The one way back to the screen."""

from __future__ import annotations

from typing import Protocol

from app.domain.news import News


class RelayPort(Protocol):
    """Carries news from any thread to the screen, in the order in which it was published."""

    def publish(self, news: News) -> None:
        """Hand over one message; returns at once and never raises."""
        ...
