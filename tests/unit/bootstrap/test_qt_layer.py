"""Qt's Python layer, loaded in a process of its own."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import linecache
from app.bootstrap.qt_layer import load_qt
load_qt()
import app.ui.theme
from PySide6.QtWidgets import QWidget
read = [path for path in linecache.cache if "theme" in path]
assert not read, read
"""


def test_no_source_is_read_for_what_is_imported_after_qt() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True, timeout=60)
