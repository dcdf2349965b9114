"""Draws the whole window with a believable day into PNG files, to be looked at: a tool, not a test.

`python -m tests.ui.screens OUT_DIR [NAME_PART]`
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.domain.news import Lamp, LampChanged, Noticed, OrdersChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.theme import Mode, Theme
from tests.builders import at
from tests.ui.main.day import LAMPS, NOW, PAPER_OUT, SETTINGS, Recorder, the_day

SIZES = ((1280, 800), (1920, 1080), (1024, 600), (1080, 1920), (800, 1280))
Scene = Callable[[MainWindow, Relay], None]


def a_window(theme: Theme, relay: Relay) -> MainWindow:
    """Give a window with the day on its board."""
    window = MainWindow(theme, relay, SETTINGS, now=lambda: NOW)
    window.connect_services(Recorder().services())
    relay.publish(OrdersChanged(the_day()))
    for lamp in LAMPS:
        relay.publish(LampChanged(lamp))
    moved = {"move": "COLLECTED", "told": "yes", "undo": "5.0"}
    notice = Notice(NoticeCode.MOVED, Tone.OK, "order-35", "A-35", "cheers", moved)
    relay.publish(Noticed(notice, at(23.95)))
    return window


def _lamp(relay: Relay, lamp: Lamp) -> None:
    relay.publish(LampChanged(lamp))


def open_order(window: MainWindow, relay: Relay) -> None:
    window.opened.open("order-42")


def trouble(window: MainWindow, relay: Relay) -> None:
    _lamp(relay, PAPER_OUT)
    window.opened.open("order-37")


SCENES: dict[str, Scene] = {
    "board": lambda window, relay: None,
    "order": open_order,
    "trouble": trouble,
}


def main(arguments: list[str]) -> int:
    """Write the pictures into the folder named first; only scenes that hold the second."""
    if not 1 <= len(arguments) <= 2:
        print("usage: python -m tests.ui.screens OUT_DIR [NAME_PART]", file=sys.stderr)
        return 2
    folder, part = Path(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    for mode in (Mode.LIGHT, Mode.DARK):
        theme = Theme(mode, dpi=96)
        theme.apply_to(app)
        for size in SIZES:
            for name, scene in SCENES.items():
                picture = f"{name}-{mode.value}-{size[0]}x{size[1]}"
                if part in picture:
                    draw(app, theme, size, scene, folder / f"{picture}.png")
    return 0


def draw(app: QApplication, theme: Theme, size: tuple[int, int], scene: Scene, path: Path) -> None:
    """Write one picture."""
    relay = Relay()
    window = a_window(theme, relay)
    window.resize(*size)
    window.show()
    app.processEvents()
    scene(window, relay)
    app.processEvents()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
