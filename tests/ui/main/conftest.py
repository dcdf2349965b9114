"""The whole window on a real relay, with a record of what it asks of the till."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.news import LampChanged, News, OrdersChanged
from app.domain.snapshot import OrderSnapshot
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.screen_settings import ScreenSettings
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Group
from app.ui.workplace import Workplace
from tests.ui.main.day import LAMPS, NOW, SETTINGS, Recorder, welcome
from tests.ui.reading import press, read_name, visible
from tests.ui.showing import put_on_screen


@dataclass
class Shown:
    """A window with everything a test needs to use it."""

    window: MainWindow
    relay: Relay
    till: Recorder
    qtbot: QtBot
    clock: list[datetime]

    @property
    def work(self) -> Workplace:
        """Give what is inside the window."""
        return self.window.work

    def say(self, *news: News) -> None:
        """Let the core say something."""
        for message in news:
            self.relay.publish(message)

    def orders(self, *snapshots: OrderSnapshot) -> None:
        """Let the core say that these look different."""
        self.say(OrdersChanged(snapshots))

    def list(self, name: str) -> QListView:
        """Give the list of a column."""
        found = [view for view in visible(self.window, QListView) if read_name(view) == name]
        assert len(found) == 1, name
        return found[0]

    def cards(self, name: str) -> list[str]:
        """Give the names of a column's cards, from the top."""
        model = self.list(name).model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    def numbers(self, name: str) -> list[str]:
        """Give the numbers of a column's cards, from the top."""
        return [card.split(", ")[0] for card in self.cards(name)]

    def tap(self, number: str, column: str) -> None:
        """Tap a card."""
        view = self.list(column)
        row = self.numbers(column).index(number)
        middle = view.visualRect(view.model().index(row, 0)).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def group(self, name: str) -> Group:
        """Give the group of that name."""
        found = [group for group in visible(self.window, Group) if read_name(group) == name]
        assert len(found) == 1, (name, [read_name(group) for group in visible(self.window, Group)])
        return found[0]

    def has_group(self, name: str) -> bool:
        """Tell whether such a group can be seen."""
        return any(read_name(group) == name for group in visible(self.window, Group))

    def press(self, name: str, root: QWidget | None = None) -> None:
        """Press a button by its name."""
        press(self.qtbot, root or self.work.stage, name)

    def press_dialog(self, name: str) -> None:
        """Press a button of the open dialog."""
        dialog = self.work.layer.dialog
        assert dialog is not None
        found = [each for each in visible(dialog, ActionButton) if read_name(each) == name]
        assert len(found) == 1, name
        self.qtbot.waitUntil(found[0].is_settled)
        assert found[0].isEnabled(), name
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def press_dialog_choice(self, name: str) -> None:
        """Choose one of the segments of the open dialog."""
        dialog = self.work.layer.dialog
        assert dialog is not None
        found = [each for each in visible(dialog, QRadioButton) if read_name(each) == name]
        assert len(found) == 1, name
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def title(self) -> str:
        """Give the name of the open dialog, "" for none."""
        dialog = self.work.layer.dialog
        return read_name(dialog) if dialog is not None else ""

    def renew(self, settings: ScreenSettings) -> None:
        """Let the screen be made anew, and wait until it is there."""
        old = self.work
        self.window.renew(settings)
        self.qtbot.waitUntil(lambda: self.work is not old)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.window.resize(width, height)
        self.qtbot.waitUntil(lambda: self.work.stage.width() == width)

    def corner(self, widget: QWidget) -> QPoint:
        """Give where a widget begins in the window."""
        return widget.mapTo(self.window, QPoint(0, 0))


Show = Callable[..., Shown]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    """Show a window; keywords replace settings of the till."""

    kept: list[MainWindow] = []  # a window nobody holds is deleted, its sounds still playing

    def shown(*, connected: bool = True, size: tuple[int, int] = (1280, 800), **more: Any) -> Shown:
        relay, till, clock = Relay(), Recorder(), [NOW]
        settings = replace(SETTINGS, **more)
        window = MainWindow(theme, relay, welcome(settings), lambda: settings, now=lambda: clock[0])
        qtbot.addWidget(window, before_close_func=_stop)
        kept.append(window)
        found = Shown(window, relay, till, qtbot, clock)
        window.resize(*size)
        put_on_screen(qtbot, window)
        if connected:
            window.connect_services(till.services())
            found.say(*map(LampChanged, LAMPS))
        found.qtbot.waitUntil(lambda: bool(window.work.stage.isVisible() or window.work.pages.key))
        return found

    return shown


def _stop(window: MainWindow) -> None:
    window.on_quit()
