"""The way to the screen: everything in order, but of pictures the newest alone."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from app.domain.device_news import PictureSeen
from app.domain.news import CallbacksCome, News, StoreWorks
from app.domain.picture import Picture
from app.ui.relay import Relay


class Screen(QObject):
    """Keeps what arrives."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived: list[News] = []

    @Slot(object)
    def take(self, news: News) -> None:
        self.arrived.append(news)


def seen(camera: str, number: int) -> PictureSeen:
    return PictureSeen(camera, Picture(width=1, height=1, pixels=bytes([number] * 3)))


def test_no_more_than_one_picture_of_a_camera_waits(qtbot: QtBot) -> None:
    relay, screen = Relay(), Screen()
    relay.news_published.connect(screen.take)

    def publish() -> None:
        relay.publish(StoreWorks())
        for number in range(50):
            relay.publish(seen("eye", number))
            relay.publish(seen("other eye", number))
        relay.publish(CallbacksCome())

    thread = threading.Thread(target=publish)
    thread.start()
    thread.join()  # the screen is busy meanwhile
    qtbot.waitUntil(lambda: len(screen.arrived) >= 4)
    qtbot.waitUntil(lambda: CallbacksCome() in screen.arrived)
    assert len(screen.arrived) == 4
    assert seen("eye", 49) in screen.arrived
    assert seen("other eye", 49) in screen.arrived
    relay.publish(seen("eye", 50))
    qtbot.waitUntil(lambda: screen.arrived[-1] == seen("eye", 50))
