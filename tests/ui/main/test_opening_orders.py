"""A card is opened in the panel; its moves and dialogs reach the core."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.news import CommandRefused, OrderShown
from app.domain.scan_news import LookUpAnswered
from app.domain.states import Move, OrderState
from app.usecases.accept_order import AcceptOrder
from app.usecases.move_order import MoveOrder
from app.usecases.see_order import OpenOrder
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import simple, the_day
from tests.ui.reading import buttons
from tests.ui.snapshots import a_snapshot


def test_a_tap_opens_the_order_in_the_panel(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-42", "New")
    assert shown.has_group("Order A-42")
    assert shown.till.of(OpenOrder) == [OpenOrder("order-42")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_opens_the_order(show: Show, key: Qt.Key) -> None:
    shown = show()
    shown.orders(*the_day())
    view = shown.list("Ready")
    shown.window.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    shown.qtbot.waitUntil(view.hasFocus)
    shown.qtbot.keyClick(view, Qt.Key.Key_Down)
    shown.qtbot.keyClick(view, key)
    assert shown.has_group("Order A-37")


def test_only_one_card_is_shown_as_opened(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-42", "New")
    shown.tap("A-36", "Ready")
    cards = [card for column in shown.work.board.columns.values() for card in column.cards]
    assert [card.number for card in cards if card.opened] == ["A-36"]


def test_escape_and_close_close_the_panel(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    for close in (lambda: shown.press("Close"), shown.work.ways.on_escape):
        shown.tap("A-42", "New")
        close()
        assert not shown.has_group("Order A-42")
        assert shown.work.panel.isVisible()


def test_the_panel_follows_the_news(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 5)))
    shown.tap("A-1", "New")
    assert "Accept" in buttons(shown.group("Order A-1"))
    shown.orders(a_snapshot(simple(1, 1, state=OrderState.PREPARING)))
    assert "Ready" in buttons(shown.group("Order A-1"))


def test_a_double_tap_is_one_move(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 5)))
    shown.tap("A-1", "New")
    button = buttons(shown.group("Order A-1"))["Accept"]
    for _ in range(2):
        shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.till.of(AcceptOrder) == [AcceptOrder("order-1")]


def test_a_refused_command_wakes_the_button(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 5)))
    shown.tap("A-1", "New")
    shown.press("Accept", shown.group("Order A-1"))
    shown.say(CommandRefused("AcceptOrder", "order-1"))
    button = buttons(shown.group("Order A-1"))["Accept"]
    shown.qtbot.waitUntil(button.isEnabled)


def test_after_a_move_the_panel_stays(show: Show) -> None:
    shown = _two_to_prepare(show())
    shown.press("Ready", shown.group("Order A-1"))
    assert shown.has_group("Order A-1")


def test_after_a_move_the_next_oldest_comes_when_wanted(show: Show) -> None:
    shown = _two_to_prepare(show(after_move="next"))
    shown.press("Ready", shown.group("Order A-1"))
    assert shown.till.of(MoveOrder) == [MoveOrder("order-1", Move.READY)]
    assert shown.has_group("Order A-2")
    # The tap that made the first one ready cannot also make the second one ready.
    shown.qtbot.mouseClick(buttons(shown.group("Order A-2"))["Ready"], Qt.MouseButton.LeftButton)
    assert len(shown.till.of(MoveOrder)) == 1


def test_the_last_order_of_a_column_stays_open(show: Show) -> None:
    shown = show(after_move="next")
    shown.orders(a_snapshot(simple(1, 5, state=OrderState.READY)))
    shown.tap("A-1", "Ready")
    shown.press("Collected", shown.group("Order A-1"))
    assert shown.has_group("Order A-1")


def test_reject_asks_in_a_named_dialog_that_rests_the_panel(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-42", "New")
    shown.press("Reject", shown.group("Order A-42"))
    assert shown.title() == "Reject A-42"
    assert not buttons(shown.group("Order A-42"))["Accept"].isEnabled()
    shown.work.ways.on_escape()
    assert shown.title() == ""
    assert shown.has_group("Order A-42")


def test_a_dialog_never_lies_over_panel_strip_or_lamps(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-42", "New")
    shown.press("Take payment", shown.group("Order A-42"))
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert shown.title() == "Payment for A-42"
    for other in (shown.work.panel, shown.work.stage.strip, shown.work.stage.lamps):
        assert not dialog.geometry().intersects(other.geometry())


def test_a_payment_in_progress_keeps_its_order(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-42", "New")
    shown.press("Take payment", shown.group("Order A-42"))
    shown.work.ways.on_order_wanted("order-36")
    assert shown.has_group("Order A-42")
    shown.press_dialog("Close")
    assert shown.has_group("Order A-36")


def test_an_order_off_the_board_is_asked_for(show: Show) -> None:
    shown = show()
    shown.work.ways.on_order_wanted("order-9")
    assert shown.till.of("show_order") == [("order-9",)]
    gone = a_snapshot(simple(9, 60, state=OrderState.COLLECTED, held_in=None))
    shown.say(OrderShown(gone, ()))
    assert shown.has_group("Order A-9")


def test_order_number_opens_an_order_or_asks_the_vendor(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.press("Order number")
    assert shown.title() == "Order number"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    dialog.field.setText("3f2a-77b1")
    shown.press_dialog("Ask Cheers for this id")
    assert shown.till.of("look_up") == [("cheers", "3f2a-77b1")]
    shown.orders(a_snapshot(simple(50, 0)))
    shown.say(LookUpAnswered("cheers", "3f2a-77b1", found="order-50"))
    assert shown.title() == ""
    assert shown.has_group("Order A-50")


def test_nothing_is_sent_before_the_till_is_open(show: Show) -> None:
    shown = show(connected=False)
    assert not shown.work.board.isVisible()
    shown.work.errands.dispatch(AcceptOrder("order-1"))
    shown.work.ways.on_order_wanted("order-1")
    assert shown.till.asked == []
    names = buttons(shown.work.stage.top)
    assert not names["Order number"].isEnabled()
    assert not names["History"].isEnabled()


def _two_to_prepare(shown: Shown) -> Shown:
    working = {"state": OrderState.PREPARING}
    shown.orders(a_snapshot(simple(1, 9, **working)), a_snapshot(simple(2, 5, **working)))
    shown.tap("A-1", "Preparing")
    return shown
