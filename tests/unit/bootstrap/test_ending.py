from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from app.bootstrap.ending import Ending, leave
from app.bootstrap.quit_signals import QuitSignals

HANGING = """
import threading
from app.bootstrap.ending import Ending, leave
threading.Thread(target=threading.Event().wait).start()
print("said before", end="")
leave(Ending(3, in_order=False))
"""
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@pytest.fixture
def _handlers_restored() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def signals(_handlers_restored: None, qapp: QCoreApplication) -> Iterator[QuitSignals]:
    signals = QuitSignals(qapp)
    yield signals
    signals.close()
    signals.deleteLater()


def test_an_end_in_order_gives_its_code() -> None:
    assert leave(Ending(0)) == 0
    assert leave(Ending(2)) == 2


def test_a_thread_that_hangs_does_not_keep_the_process() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HANGING], capture_output=True, timeout=20, check=False
    )
    assert (ended.returncode, ended.stdout) == (3, b"said before")


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_ends_the_event_loop(qapp: QCoreApplication, number: signal.Signals) -> None:
    timer = threading.Timer(0.05, os.kill, (os.getpid(), number))
    timer.start()
    assert qapp.exec() == 0
    timer.join()


@pytest.mark.usefixtures("signals")
def test_a_signal_ends_the_loop_of_a_dialog_as_well(qapp: QCoreApplication) -> None:
    timer = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM))
    timer.start()
    assert QEventLoop(qapp).exec() == 0
    timer.join()


@pytest.mark.usefixtures("signals")
def test_a_signal_before_the_event_loop_ends_it_at_once(qapp: QCoreApplication) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    assert qapp.exec() == 0


@pytest.mark.usefixtures("_handlers_restored")
def test_a_second_signal_after_the_end_does_no_harm(qapp: QCoreApplication) -> None:
    signals = QuitSignals(qapp)
    signals.close()
    os.kill(os.getpid(), signal.SIGTERM)
    signals.deleteLater()


@pytest.mark.usefixtures("_handlers_restored")
def test_a_hang_up_that_is_to_be_left_alone_is(qapp: QCoreApplication) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = QuitSignals(qapp)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    signals.close()
    signals.deleteLater()
