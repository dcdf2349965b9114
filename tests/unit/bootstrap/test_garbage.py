from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.bootstrap import garbage
from app.bootstrap.garbage import collected_here


class Cycle(QObject):
    """A QObject in a cycle, as widgets that keep a bound method of their own are."""

    def __init__(self, where: list[int]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: where.append(threading.get_ident()))


class Look(QObject):
    """Ends the event loop once something is in `found`."""

    def __init__(self, found: list[int], loop: QEventLoop) -> None:
        super().__init__()
        self._found = found
        self._loop = loop
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.on_timeout)
        self._timer.start(5)

    @Slot()
    def on_timeout(self) -> None:
        if self._found:
            self._timer.stop()
            self._loop.quit()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(garbage, "_LOOK_MS", 10)
    yield
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def _make_garbage(count: int) -> None:
    for _ in range(count):
        circle: list[object] = []
        circle.append(circle)


def test_a_worker_that_makes_much_garbage_destroys_nothing_of_the_windows(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_SETTLED_SECONDS", 0.0)
    where: list[int] = []
    with collected_here(qapp):
        settling = QEventLoop()
        QTimer.singleShot(600, settling, settling.quit)
        settling.exec()
        Cycle(where)
        worker = threading.Thread(target=_make_garbage, args=(200_000,))
        worker.start()
        worker.join()
        assert where == []
        loop = QEventLoop()
        look = Look(where, loop)
        loop.exec()
    assert where == [threading.get_ident()]
    look.deleteLater()


def test_at_the_end_of_the_block_everything_is_collected(qapp: QApplication) -> None:
    where: list[int] = []
    with collected_here(qapp):
        Cycle(where)
    assert where == [threading.get_ident()]


def test_what_was_loaded_until_it_settled_is_left_out(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_SETTLED_SECONDS", 0.0)
    monkeypatch.setattr(garbage, "_WHOLE_SECONDS", 0.02)
    where: list[int] = []
    with collected_here(qapp):
        QApplication.processEvents()
        loop = QEventLoop()
        frozen: list[int] = []
        QTimer.singleShot(40, loop, loop.quit)
        loop.exec()
        frozen.append(gc.get_freeze_count())
        Cycle(where)
        look = Look(where, loop)
        loop.exec()
    assert frozen[0] > 10_000
    assert where == [threading.get_ident()]
    look.deleteLater()
