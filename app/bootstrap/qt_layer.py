"""Loads Qt's Python layer, and keeps it out of every import that follows."""

from __future__ import annotations

import builtins
from importlib import import_module


def load_qt() -> None:
    """Load QtCore, then import as Python does.

    PySide6 puts an import statement of its own in place of Python's, for the sake of
    ``from __feature__ import …``, which we do not use: it reads the source file of each module that
    is imported and keeps it. That costs 7 ms before the first paint, as much again on the window's
    thread while the screen is furnished, and stays in memory.
    """
    import_module("PySide6.QtCore")
    original = getattr(builtins, "__orig_import__", None)  # where PySide6 6.11 keeps Python's own
    if original is not None:
        builtins.__import__ = original
