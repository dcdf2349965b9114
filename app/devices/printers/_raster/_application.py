"""The application object without which Qt has no letters."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

_made: Final[list[QGuiApplication]] = []


class PicturesUnavailable(Exception):
    """There is no QGuiApplication, and this thread may not make one."""


def prepare_pictures() -> None:
    """Make an offscreen QGuiApplication where the program has none; on the main thread only.

    For programs without a window (`pult print-test`, `pult intake`), before anything is printed.
    Raises PicturesUnavailable when only a QCoreApplication exists or on another thread.
    """
    if isinstance(QCoreApplication.instance(), QGuiApplication):
        return
    bare = QCoreApplication.instance() is not None
    if bare or threading.current_thread() is not threading.main_thread():
        raise PicturesUnavailable("no QGuiApplication")
    _made.append(QGuiApplication(["pult", "-platform", "offscreen"]))


def need_letters() -> None:
    """Raise PicturesUnavailable where no letter can be drawn."""
    if not isinstance(QCoreApplication.instance(), QGuiApplication):
        raise PicturesUnavailable("no QGuiApplication")
