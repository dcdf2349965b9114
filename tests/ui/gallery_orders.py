"""Draws every state of the panel and every dialog into PNG files, to be looked at: a tool.

`python -m tests.ui.gallery_orders OUT_DIR [NAME_PART]`
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.snapshot import OrderSnapshot
from app.ui.panel import OrderPanel
from app.ui.theme import Mode, Theme
from app.ui.widgets import Dialog, DialogLayer, Sheet
from tests.builders import at
from tests.ui.gallery import save
from tests.ui.gallery_dialogs import DIALOGS
from tests.ui.snapshots import SHOP, panel_states

SIZES = ((Mode.LIGHT, (1280, 800)), (Mode.DARK, (1920, 1080)), (Mode.LIGHT, (1024, 600)))


def nothing(_command: object) -> None:
    """Take a command and do nothing."""


def board(theme: Theme, size: tuple[int, int], snapshot: OrderSnapshot | None) -> QWidget:
    """Return an empty board with the panel at its right."""
    window = Sheet(theme, "canvas")
    window.resize(*size)
    width = 480 if size[0] >= 1600 else 392 if size[0] >= 1180 else 384
    panel = OrderPanel(theme, SHOP, nothing, now=lambda: at(2.5), parent=window)
    panel.show_order(snapshot)
    top = 64 if size[1] > 600 else 56
    panel.setGeometry(size[0] - width, top, width, size[1] - top)
    window.setProperty("panel", panel)
    return window


def with_dialog(
    theme: Theme, size: tuple[int, int], snapshot: OrderSnapshot, dialog: Dialog
) -> QWidget:
    """Return the board with the panel and a dialog over it, placed as the window does."""
    window = board(theme, size, snapshot)
    panel = window.property("panel")
    layer = DialogLayer(theme, window)
    left = panel.geometry().left()
    top = 0 if size[0] < 1180 else 64
    bottom = size[1] - 112
    veiled = QRegion(0, 0, size[0], 64).united(QRegion(0, 64, left, bottom - 64))
    layer.set_areas(veiled, QRect(0, top, left, bottom - top))
    panel.set_moves_enabled(False)
    layer.open(dialog)
    window.setProperty("layer", layer)
    return window


def dialogs(theme: Theme) -> dict[str, Callable[[], tuple[OrderSnapshot, Dialog]]]:
    """Return how to make each dialog with the order beside it."""
    return {name: partial(make, theme) for name, make in DIALOGS.items()}


def main(arguments: list[str]) -> int:
    """Write the gallery into the folder named first; only names that hold the second."""
    if not 1 <= len(arguments) <= 2:
        print("usage: python -m tests.ui.gallery_orders OUT_DIR [NAME_PART]", file=sys.stderr)
        return 2
    folder, part = Path(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    for mode, size in (
        (Mode.LIGHT, (1280, 800)),
        (Mode.DARK, (1920, 1080)),
        (Mode.LIGHT, (1024, 600)),
    ):
        theme = Theme(mode, dpi=96)
        theme.apply_to(app)
        for name, make in pages(theme, size).items():
            if part in name:
                path = folder / f"{name}-{mode.value}-{size[0]}.png"
                save(app, make(), path, size)
    return 0


def pages(theme: Theme, size: tuple[int, int]) -> dict[str, Callable[[], QWidget]]:
    """Return what to draw by name."""
    made: dict[str, Callable[[], QWidget]] = {}
    for name, snapshot in panel_states().items():
        made[f"panel-{name}"] = lambda shown=snapshot: board(theme, size, shown)
    for name, build in dialogs(theme).items():
        made[f"dialog-{name}"] = lambda make=build: with_dialog(theme, size, *make())
    made["panel-empty"] = lambda: board(theme, size, None)
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
