"""The main way of an order by the keyboard alone: F6 leads from the cards to the next move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.states import Move
from app.usecases.accept_order import AcceptOrder
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import the_day
from tests.ui.reading import read_name


def focused(shown: Shown) -> QWidget:
    widget = shown.window.focusWidget()
    assert widget is not None
    return widget


def key(shown: Shown, pressed: Qt.Key) -> None:
    shown.qtbot.keyClick(focused(shown), pressed)


def shortcut(shown: Shown, keys: str) -> None:
    """Press what is a shortcut; without a window manager no window is active, as they need it."""
    (found,) = [
        each
        for each in shown.work.root.findChildren(QShortcut)
        if each.key() == QKeySequence(keys) and each.isEnabled()
    ]
    found.activated.emit()


def test_an_order_is_accepted_with_enter_f6_enter(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.list("New").setFocus(Qt.FocusReason.TabFocusReason)
    key(shown, Qt.Key.Key_Down)
    key(shown, Qt.Key.Key_Down)
    key(shown, Qt.Key.Key_Return)
    assert shown.work.opened.order_id == "order-42"
    shortcut(shown, "F6")
    assert read_name(focused(shown)) == "Accept"
    key(shown, Qt.Key.Key_Return)
    assert [command.order_id for command in shown.till.of(AcceptOrder)] == ["order-42"]


def test_f6_goes_round_and_back_and_remembers_where_it_was(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.work.opened.open("order-42")
    ready = shown.list("Ready")
    ready.setFocus(Qt.FocusReason.TabFocusReason)
    shortcut(shown, "F6")
    panel = focused(shown)
    assert shown.work.panel.isAncestorOf(panel)
    shortcut(shown, "F6")
    shortcut(shown, "Shift+F6")
    assert focused(shown) is panel
    shortcut(shown, "Shift+F6")
    assert focused(shown) is ready


def test_a_dialog_keeps_the_focus(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.work.opened.open("order-42")
    snapshot = shown.work.board.order("order-42")
    assert snapshot is not None
    shown.work.opened.on_dialog_wanted(Move.REJECT, snapshot)
    before = focused(shown)
    shortcut(shown, "F6")
    assert focused(shown) is before
