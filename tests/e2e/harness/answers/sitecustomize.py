"""Loaded by Python in the program under test: notes each time an answer to a scan is painted.

Nothing of this is in the product. The file named by PULT_ANSWERS_FILE gets a line for each paint of
a scan's answer: the moment of the monotonic clock at which it was over.
"""

from __future__ import annotations

import os
import sys
import time
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

WATCHED = "app.ui.widgets.scan_answer"


def _watch_paints(module: ModuleType) -> None:
    paint = module.ScanAnswer.paintEvent

    def paint_and_note(self: Any, event: Any) -> None:
        paint(self, event)
        with open(PATH, "a") as file:  # noqa: PTH123
            file.write(f"{time.monotonic()!r}\n")

    module.ScanAnswer.paintEvent = paint_and_note


class _Finder:
    """Lets the answer's module be loaded as ever, and then takes its painting by the hand."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != WATCHED:
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        assert spec is not None and spec.loader is not None
        load = spec.loader.exec_module

        def load_and_watch(module: ModuleType) -> None:
            load(module)
            _watch_paints(module)

        spec.loader.exec_module = load_and_watch  # type: ignore[method-assign]
        return spec


if "PULT_ANSWERS_FILE" in os.environ:
    PATH = os.environ.pop("PULT_ANSWERS_FILE")
    sys.meta_path.insert(0, _Finder())
