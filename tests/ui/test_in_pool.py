"""Work in a pool comes back to who asked, and to nobody where that one is gone."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.ui.in_pool import InPool


class Asking(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, QThread]] = []

    @Slot(object)
    def on_heard(self, answer: object) -> None:
        self.heard.append((answer, QThread.currentThread()))


@pytest.fixture
def pool() -> QThreadPool:
    return QThreadPool()


def test_the_result_is_heard_in_the_thread_of_the_window(
    qtbot: QtBot, pool: QThreadPool, qapp: QApplication
) -> None:
    asking = Asking()
    pool.start(InPool(lambda: (1, QThread.currentThread()), asking.on_heard))
    qtbot.waitUntil(lambda: len(asking.heard) == 1)
    (answer, worked_in), heard_in = asking.heard[0]  # type: ignore[misc]
    assert answer == 1
    assert heard_in is qapp.thread()
    assert worked_in is not heard_in


def test_nobody_is_told_once_who_asked_is_gone(
    qtbot: QtBot, pool: QThreadPool, capfd: pytest.CaptureFixture[str]
) -> None:
    asking, heard = Asking(), Asking()
    gone = Event()
    pool.start(InPool(gone.wait, asking.on_heard))
    delete(asking)
    gone.set()
    assert pool.waitForDone(5000)
    pool.start(InPool(lambda: "next", heard.on_heard))
    qtbot.waitUntil(lambda: len(heard.heard) == 1)
    assert asking.heard == []
    assert "Error" not in capfd.readouterr().err
