"""SIGTERM and SIGINT reach a Qt program at once, also while a dialog is open."""

from __future__ import annotations

import contextlib
import signal
import socket
import sys
from types import FrameType
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer, Slot

_SIGNALS: Final = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")  # as far as the system has them


class QuitSignals(QObject):
    """Quits the event loop on SIGTERM, SIGINT and the end of the session. Thread: gui.

    Python runs its handlers only between byte codes, so something has to wake the event loop: the
    wake-up descriptor on POSIX, a slow timer on Windows.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = False
        self._inside, self._outside = socket.socketpair()
        for end in (self._inside, self._outside):
            end.setblocking(False)
        self._notifier: QSocketNotifier | None = None
        self._timer: QTimer | None = None
        if sys.platform == "win32":
            self._timer = QTimer(self)
            self._timer.timeout.connect(self.on_timer)
            self._timer.start(200)
        else:
            signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self.on_activated)
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            # What was started to be left alone, as with nohup, is.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
        QCoreApplication.exit(0)

    @Slot()
    def on_activated(self) -> None:
        """Empty the socket; Python has run the handler by the time this is called.

        A signal that came before the event loop ends it here, as soon as it runs.
        """
        with contextlib.suppress(BlockingIOError):
            self._inside.recv(64)
        self._end_if_asked()

    @Slot()
    def on_timer(self) -> None:
        """Give Python the chance to run its handlers."""
        self._end_if_asked()

    def _end_if_asked(self) -> None:
        if self._asked:
            QCoreApplication.exit(0)

    def close(self) -> None:
        """Give the descriptors back; the handlers stay, so that a second signal does no harm."""
        if self._timer is not None:
            self._timer.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(-1)
        self._inside.close()
        self._outside.close()
