"""The one way from the lanes to the screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:  # the first paint does not wait for all there is to tell
    from app.domain.news import News


class Relay(QObject):
    """Carries news from any thread to slots of QObjects on the GUI thread.

    Of a camera's pictures only the newest waits: a busy screen must not find a heap of them.

    Thread: `publish` from any.
    Signals: news_published(News).
    """

    news_published = Signal(object)
    _picture_came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pictures: dict[str, News] = {}  # by the camera's name
        self._lock = threading.Lock()
        self._picture_came.connect(self._on_picture_came, Qt.ConnectionType.QueuedConnection)

    def publish(self, news: News) -> None:
        """Queue one message for the GUI thread; returns at once."""
        from app.domain.device_news import PictureSeen

        if not isinstance(news, PictureSeen):
            self.news_published.emit(news)
            return
        with self._lock:
            waits = bool(self._pictures)
            self._pictures[news.scanner] = news
        if not waits:
            self._picture_came.emit()

    @Slot()
    def _on_picture_came(self) -> None:
        with self._lock:
            pictures, self._pictures = self._pictures, {}
        for news in pictures.values():
            self.news_published.emit(news)
