"""Loaded by Python in the program under test: notes when its first window is painted.

Nothing of this is in the product. The file named by PULT_PAINT_FILE gets one line of JSON: the
moment of the monotonic clock at which the first paint of a window was over, and which of the
modules that must not be loaded by then were.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

HEAVY = ("cv2", "escpos", "httpx", "sqlalchemy", "zxingcpp", "pyzbar", "PIL", "alembic", "cheroot")


def _watch_first_paint(widgets: ModuleType, path: str) -> None:
    from PySide6.QtCore import QEvent, QObject

    execute = widgets.QApplication.exec

    class FirstPaint(QObject):
        """Sees every event until the first paint of a window is over."""

        painting = False

        def eventFilter(self, target: Any, event: Any) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.painting = True
            elif self.painting:
                # The first event that paints nothing: whatever it does comes after the paint.
                widgets.QApplication.instance().removeEventFilter(self)
                note()
            return False

    def note() -> None:
        at, loaded = time.monotonic(), [name for name in HEAVY if name in sys.modules]
        with open(path, "w") as file:  # noqa: PTH123
            file.write(json.dumps({"at": at, "loaded": loaded}) + "\n")

    def run(*given: Any) -> int:
        application = widgets.QApplication.instance()
        application.first_paint = FirstPaint(application)
        application.installEventFilter(application.first_paint)
        return execute()

    widgets.QApplication.exec = run


class _Finder:
    """Lets QtWidgets be loaded as ever, and then takes its event loop by the hand."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != "PySide6.QtWidgets":
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        assert spec is not None and spec.loader is not None
        load = spec.loader.exec_module

        def load_and_watch(module: ModuleType) -> None:
            load(module)
            _watch_first_paint(module, PATH)

        spec.loader.exec_module = load_and_watch  # type: ignore[method-assign]
        return spec


if "PULT_PAINT_FILE" in os.environ:
    PATH = os.environ.pop("PULT_PAINT_FILE")
    sys.meta_path.insert(0, _Finder())
