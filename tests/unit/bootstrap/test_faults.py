from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.bootstrap.fault_hooks import faults_logged
from app.bootstrap.fault_notice import FaultNotice
from app.domain.news import Noticed
from app.domain.notice import NoticeCode
from tests.fakes.clock import FrozenClock
from tests.fakes.relay import FakeRelay


def _raise(error: BaseException) -> None:
    raise error


def _hook(error: BaseException) -> None:
    try:
        raise error
    except BaseException as raised:
        sys.excepthook(type(raised), raised, raised.__traceback__)


@pytest.mark.expected_log("^fault$", level="CRITICAL")
def test_what_nothing_catches_is_logged_and_told() -> None:
    relay = FakeRelay()
    with faults_logged(), FaultNotice(relay, FrozenClock()):
        _hook(LookupError("ours"))
    assert [news.notice.code for news in relay.of(Noticed)] == [NoticeCode.OUR_FAULT]


@pytest.mark.expected_log("^fault$", level="CRITICAL")
def test_it_is_not_told_again_and_again() -> None:
    """Showing the notice may be what fails."""
    relay = FakeRelay()
    with faults_logged(), FaultNotice(relay, FrozenClock()):
        for _ in range(20):
            _hook(LookupError("ours"))
    assert len(relay.of(Noticed)) == 1


@pytest.mark.expected_log("fault in a thread", level="CRITICAL")
def test_a_thread_that_ends_with_a_fault_is_logged() -> None:
    with faults_logged():
        thread = threading.Thread(target=_raise, args=(LookupError("ours"),), name="mine")
        thread.start()
        thread.join()


def test_ctrl_c_passes_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    with faults_logged():
        _hook(KeyboardInterrupt())
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_afterwards_everything_is_as_it_was() -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with faults_logged():
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


class Clumsy(QObject):
    @Slot()
    def on_timeout(self) -> None:
        QApplication.exit(7)
        raise LookupError("ours")


@pytest.mark.no_qt_log
@pytest.mark.expected_log("^fault$", level="CRITICAL")
def test_a_fault_in_a_slot_is_logged_and_the_window_goes_on(qapp: QApplication) -> None:
    clumsy = Clumsy()
    with faults_logged():
        QTimer.singleShot(0, clumsy, clumsy.on_timeout)
        assert qapp.exec() == 7
