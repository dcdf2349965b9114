"""The one way from the lanes to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the first paint does not wait for all there is to tell
    from app.domain.news import News


class Relay(QObject):
    """Carries news from any thread to slots of QObjects on the GUI thread.

    Thread: `publish` from any.
    Signals: news_published(News).
    """

    news_published = Signal(object)

    def publish(self, news: News) -> None:
        """Queue one message for the GUI thread; returns at once."""
        self.news_published.emit(news)
