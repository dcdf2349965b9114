"""An order panel at the size it has in a window of 1280 by 800, with a record of its commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from app.domain.snapshot import OrderSnapshot
from app.ui.panel import OrderPanel
from app.ui.theme import Theme
from tests.builders import at
from tests.ui.showing import put_on_screen
from tests.ui.snapshots import SHOP


@dataclass
class Opened:
    """A panel, what it sent, which dialogs it asked for and what it said it had moved."""

    panel: OrderPanel
    sent: list[object] = field(default_factory=list)
    wanted: list[tuple[object, OrderSnapshot]] = field(default_factory=list)
    moved: list[tuple[str, object]] = field(default_factory=list)
    now: datetime = field(default_factory=lambda: at(2.5))


Open = Callable[[OrderSnapshot | None], Opened]


@pytest.fixture
def open_order(qtbot: QtBot, theme: Theme) -> Open:
    """Open an order in a panel of 392 by 736."""

    def opened(snapshot: OrderSnapshot | None, width: int = 392, height: int = 736) -> Opened:
        sent: list[object] = []
        panel = OrderPanel(theme, SHOP, sent.append, now=lambda: found.now)
        found = Opened(panel, sent)
        panel.dialog_wanted.connect(lambda move, shown: found.wanted.append((move, shown)))
        panel.moved.connect(lambda order_id, move: found.moved.append((order_id, move)))
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show_order(snapshot)
        put_on_screen(qtbot, panel)
        return found

    return opened
