"""Loads Qt's Python layer, and keeps it out of every import that follows."""

from __future__ import annotations

import builtins
from importlib import import_module


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
