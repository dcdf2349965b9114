"""Qt's libraries are there before Python asks for them, and its layer is kept out of imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

LINKED = """
import sys, threading
from pathlib import Path
from app.bootstrap.qt_layer import link_qt_meanwhile
link_qt_meanwhile()
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join()
assert "PySide6" not in sys.modules
linked = Path("/proc/self/maps").read_text()
print(all(name in linked for name in ("libQt6Widgets", "libQt6XcbQpa", "QtWidgets.abi3")))
from PySide6.QtWidgets import QApplication
print(QApplication(["pult", "-platform", "offscreen"]).platformName())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is done, and can be seen")
def test_qt_is_linked_without_being_imported_and_works_afterwards() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINKED], capture_output=True, text=True, timeout=30
    )
    assert (done.stdout, done.returncode) == ("True\noffscreen\n", 0), done.stderr
