"""Draws every state of the panel and every dialog into PNG files, to be looked at: a tool.

`python -m tests.ui.gallery_orders OUT_DIR [NAME_PART]`
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.snapshot import OrderSnapshot
from app.ui.panel import OrderPanel
from app.ui.theme import Mode, Theme
from app.ui.widgets import Sheet
from tests.builders import at
from tests.ui.gallery import save
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
    made["panel-empty"] = lambda: board(theme, size, None)
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
