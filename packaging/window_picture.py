"""Wait for a running demo's first orders, then save what its display shows:

python packaging/window_picture.py FOLDER_OF_ITS_TEMPORARY_FILES PICTURE.png SECONDS
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

SETTLED_MS = 3000


def logged(folder: Path) -> str:
    """Return what the demo has logged so far."""
    return "".join(
        log.read_text("utf-8", "replace") for log in folder.glob("pult-demo-*/logs/pult.jsonl")
    )


class Waiting:
    """Saves the picture once orders have come in, or gives up. Thread: gui."""

    def __init__(self, folder: Path, picture: Path, seconds: float) -> None:
        self._folder = folder
        self._picture = picture
        self._until = time.monotonic() + seconds
        self._timer = QTimer(interval=200)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if "callback_stored" in logged(self._folder):
            self._timer.stop()
            QTimer.singleShot(SETTLED_MS, self._save)
        elif time.monotonic() > self._until:
            QApplication.exit(1)

    def _save(self) -> None:
        screen = QApplication.primaryScreen().grabWindow(0)
        QApplication.exit(0 if screen.save(str(self._picture)) else 1)


def main(folder: str, picture: str, seconds: str) -> int:
    application = QApplication([])
    waiting = Waiting(Path(folder), Path(picture), float(seconds))
    code = application.exec()
    del waiting
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
