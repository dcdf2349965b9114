"""A dialog in a window of 1280 by 800, placed as the main window places it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.snapshot import OrderSnapshot
from app.ui.dialogs import OrderDialogs
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.theme import Theme
from app.ui.widgets import Dialog, DialogLayer
from tests.ui.showing import put_on_screen
from tests.ui.snapshots import SHOP


@dataclass
class Stage:
    """A window with a dialog layer, and a record of the commands that were sent."""

    window: QWidget
    layer: DialogLayer
    dialogs: OrderDialogs
    sent: list[object] = field(default_factory=list)

    def open(self, move: object, snapshot: OrderSnapshot) -> OrderDialog:
        """Open the dialog of a move, as the panel asks for it."""
        return self.dialogs.open_for(move, snapshot)  # type: ignore[arg-type]

    def show(self, dialog: Dialog) -> Dialog:
        """Open any other dialog."""
        self.layer.open(dialog)
        return dialog


SetStage = Callable[[], Stage]


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme) -> Iterator[Stage]:
    """The window, shown."""
    sent: list[object] = []
    window = QWidget()
    window.resize(1280, 800)
    layer = DialogLayer(theme, window)
    layer.set_areas(QRegion(0, 0, 888, 688), QRect(0, 64, 888, 624))
    qtbot.addWidget(window)
    put_on_screen(qtbot, window)
    yield Stage(window, layer, OrderDialogs(theme, SHOP, sent.append, layer), sent)
    layer.close()
