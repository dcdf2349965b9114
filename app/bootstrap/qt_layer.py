"""Loads Qt's Python layer, and keeps it out of every import that follows."""

from __future__ import annotations

import builtins
import contextlib
import ctypes
import sys
import threading
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final

# Each brings those it is linked with, which are all that the first window needs.
_LIBRARIES: Final = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "Qt/lib/libQt6XcbQpa.so.6",
)


def link_qt_meanwhile() -> None:
    """Let another thread link Qt's libraries while the settings are read; returns at once.

    Linking needs no lock of Python's: where there is a second core it costs the first paint nothing
    instead of 18 ms. Thread: any.
    """
    if sys.platform == "linux":
        threading.Thread(target=_link, name="linking Qt", daemon=True).start()


def _link() -> None:
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent
    for name in _LIBRARIES:
        with contextlib.suppress(OSError):  # whatever is missing is said by the import itself
            ctypes.CDLL(str(folder / name))


def load_qt() -> None:
    """Load QtCore, then import without its search for features.

    For the sake of ``from __feature__ import …``, which we do not use, PySide6 reads the source
    file of each module that is imported from then on, and keeps it. That costs 7 ms before the
    first paint, more on the window's thread while the screen is furnished, and stays in memory.
    """
    import_module("PySide6.QtCore")
    without = getattr(builtins, "__orig_import__", None)  # so it is called in PySide6 6.11
    if without is not None:
        builtins.__import__ = without
