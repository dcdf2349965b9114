"""Wet fingers and long presses do nothing wrong, wherever they come down."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.scan_news import CardWaits
from app.domain.states import Move, OrderState
from app.ui.dialogs.collect_older import CollectOlderDialog
from app.ui.panel.touch_menu import MenuRow
from app.ui.widgets import ActionButton, CheckTile, Keypad, Switch
from app.usecases.accept_order import AcceptOrder
from app.usecases.move_order import MoveOrder
from app.usecases.receive_payment import ReceivePayment
from app.usecases.see_order import OpenOrder
from tests.builders import an_order_to_pay, at
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import simple, the_day
from tests.ui.reading import buttons, visible
from tests.ui.screens_board import lying_ready
from tests.ui.snapshots import a_snapshot

LEFT = Qt.MouseButton.LeftButton
SMALL = (1024, 600)


def at_place(shown: Shown, place: QPoint) -> QWidget:
    """The widget of the window that a finger meets there."""
    found = shown.window.childAt(place)
    return found if found is not None else shown.window


def tap(shown: Shown, place: QPoint, *, times: int = 1) -> None:
    """Tap so often on the same place, as fast as a wet finger does, whatever is there by then."""
    for _ in range(times):
        widget = at_place(shown, place)
        QTest.mouseClick(widget, LEFT, pos=widget.mapFrom(shown.window, place))
        QApplication.processEvents()


def middle_of(shown: Shown, widget: QWidget) -> QPoint:
    return widget.mapTo(shown.window, widget.rect().center())


def card_place(shown: Shown, number: str, column: str) -> QPoint:
    view = shown.list(column)
    row = shown.numbers(column).index(number)
    inside = view.visualRect(view.model().index(row, 0)).center()
    return view.viewport().mapTo(shown.window, inside)


def commands(shown: Shown) -> list[object]:
    """All that was sent and does something to an order."""
    return [
        ask for ask in shown.till.asked if isinstance(ask, (AcceptOrder, MoveOrder, ReceivePayment))
    ]


@pytest.mark.parametrize("size", [(1280, 800), SMALL, (800, 1280)])
def test_a_card_that_is_tapped_twice_presses_nothing_of_the_panel_it_opens(
    show: Show, size: tuple[int, int]
) -> None:
    for number, column in (("A-42", "New"), ("A-38", "Preparing"), ("A-33", "Ready")):
        shown = show(size=size)
        shown.orders(*the_day())
        state = {"New": OrderState.NEW, "Preparing": OrderState.PREPARING}.get(column)
        if size[0] < 900:
            shown.work.board.tabs.choose(state or OrderState.READY)
            shown.work.board._place()
        tap(shown, card_place(shown, number, column), times=3)
        assert shown.has_group(f"Order {number}")
        assert commands(shown) == []


def test_a_tap_that_bounces_onto_the_next_move_of_the_panel_it_opened_is_dropped(
    show: Show,
) -> None:
    shown = show(size=SMALL)
    shown.orders(*lying_ready())
    shown.tap("A-76", "Ready")
    corner = shown.work.panel.foot.corner
    place = middle_of(shown, corner)
    shown.work.opened.close()
    under = at_place(shown, place)
    QTest.mouseClick(under, LEFT, pos=under.mapFrom(shown.window, place))
    shown.work.opened.open("order-76")
    tap(shown, place)
    assert commands(shown) == []
    shown.qtbot.waitUntil(corner.is_settled)
    tap(shown, place)
    assert commands(shown) == [MoveOrder("order-76", Move.COLLECTED)]


def test_the_tap_that_moved_cannot_move_again(show: Show) -> None:
    shown = show()
    order = simple(1, 2)
    shown.orders(a_snapshot(order))
    shown.tap("A-1", "New")
    place = middle_of(shown, shown.work.panel.foot.corner)
    tap(shown, place)
    shown.orders(a_snapshot(simple(1, 2, state=OrderState.PREPARING)))
    tap(shown, place, times=4)
    assert commands(shown) == [AcceptOrder("order-1")]
    corner = shown.work.panel.foot.corner
    assert not corner.isEnabled()
    shown.qtbot.waitUntil(corner.isEnabled)
    tap(shown, place)
    assert commands(shown)[1:] == [MoveOrder("order-1", Move.READY)]


@pytest.mark.parametrize("size", [(1280, 800), SMALL, (1080, 1920), (800, 1280)])
def test_a_second_tap_on_take_payment_takes_no_money(show: Show, size: tuple[int, int]) -> None:
    shown = show(size=size)
    shown.orders(a_snapshot(an_order_to_pay(5160, state=OrderState.READY, ready_at=at(2))))
    shown.work.opened.open("order-1")
    button = shown.work.panel.foot.button(Move.TAKE_PAYMENT)
    assert button is not None
    tap(shown, middle_of(shown, button), times=3)
    assert shown.title() == "Payment for A-1"
    assert commands(shown) == []


@pytest.mark.parametrize("size", [(1280, 800), SMALL, (800, 1280)])
def test_the_tap_that_took_the_money_does_not_hand_over(show: Show, size: tuple[int, int]) -> None:
    shown = show(size=size)
    due = an_order_to_pay(5160, state=OrderState.READY, ready_at=at(2))
    shown.orders(a_snapshot(due))
    shown.work.opened.open("order-1")
    button = shown.work.panel.foot.button(Move.TAKE_PAYMENT)
    assert button is not None
    tap(shown, middle_of(shown, button))
    dialog = shown.work.layer.dialog
    assert dialog is not None
    received = buttons(dialog)["Payment received"]
    assert isinstance(received, ActionButton)
    shown.qtbot.waitUntil(received.is_settled)
    place = middle_of(shown, received)
    tap(shown, place)
    paid = simple(1, 2, state=OrderState.READY)
    shown.orders(a_snapshot(paid))
    tap(shown, place, times=3)
    assert [type(one) for one in commands(shown)] == [ReceivePayment]


def test_the_row_of_a_menu_is_not_pressed_by_the_tap_that_opened_it(show: Show) -> None:
    shown = show(size=SMALL)
    shown.orders(*the_day())
    shown.work.opened.open("order-38")
    place = middle_of(shown, shown.work.panel.foot.more)
    tap(shown, place, times=2)
    row = visible(shown.work.panel, MenuRow)
    assert row
    tap(shown, middle_of(shown, row[0]))
    assert commands(shown) == []


@pytest.mark.parametrize("make", [CheckTile, None])
def test_a_tick_or_switch_that_is_tapped_twice_is_set_once(
    show: Show, make: Callable[..., QAbstractButton] | None
) -> None:
    shown = show()
    theme = shown.work.layer._theme
    tile: QAbstractButton = (
        make(theme, "Tick") if make is not None else Switch(theme, "It", on="on", off="off")
    )
    tile.setParent(shown.window)
    tile.setGeometry(20, 200, 200, 56)
    tile.show()
    tap(shown, middle_of(shown, tile), times=3)
    assert tile.isChecked()


def test_quick_presses_of_a_keypad_all_count(show: Show) -> None:
    shown = show()
    keypad = Keypad(shown.work.layer._theme, parent=shown.window)
    keypad.setGeometry(20, 100, 320, 420)
    keypad.show()
    QApplication.processEvents()
    pressed: list[str] = []
    keypad.key_pressed.connect(pressed.append)
    for key in ("5", "5", "0"):
        tap(shown, middle_of(shown, keypad.key(key)))
    assert pressed == ["5", "5", "0"]


def test_a_long_press_does_what_a_short_one_does_and_nothing_more(show: Show) -> None:
    """No menu comes up, nothing acts before the finger is lifted, and nothing twice."""
    shown = show()
    shown.orders(*the_day())
    view = shown.list("New")
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mousePress(view.viewport(), LEFT, pos=place)
    QApplication.processEvents()
    menu = [one for one in QApplication.topLevelWidgets() if one.inherits("QMenu")]
    assert (menu, shown.till.of(OpenOrder)) == ([], [])
    QTest.mouseRelease(view.viewport(), LEFT, pos=place)
    assert shown.till.of(OpenOrder) == [OpenOrder("order-42")]


def test_the_right_button_and_the_context_menu_key_do_nothing_on_the_board(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.work.opened.open("order-38")
    shown.till.asked.clear()
    for place in (
        card_place(shown, "A-42", "New"),
        middle_of(shown, shown.work.panel.foot.corner),
        middle_of(shown, shown.work.panel.foot.left),
    ):
        widget = at_place(shown, place)
        QTest.mouseClick(
            widget, Qt.MouseButton.RightButton, pos=widget.mapFrom(shown.window, place)
        )
    QTest.keyClick(shown.list("New"), Qt.Key.Key_Menu)
    assert shown.till.asked == []
    assert QApplication.activePopupWidget() is None


def test_a_drag_over_ticks_scrolls_and_ticks_nothing(show: Show) -> None:
    shown = show(size=SMALL)
    shown.orders(*lying_ready())
    shown.work.board.collect_pressed.emit()
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, CollectOlderDialog)
    shown.qtbot.waitUntil(lambda: len(dialog.rows) == len(lying_ready()))
    first, bar = dialog.rows["order-76"].tick, dialog.area.verticalScrollBar()
    shown.qtbot.waitUntil(lambda: bar.maximum() > 0)
    ticked = [row.is_ticked for row in dialog.rows.values()]
    start = middle_of(shown, first)

    def there(way: int) -> QPoint:
        return first.mapFrom(shown.window, start - QPoint(0, way))

    QTest.mousePress(first, LEFT, pos=there(0))
    for way in range(8, 128, 8):
        QTest.mouseMove(first, there(way), delay=8)
    shown.qtbot.waitUntil(lambda: bar.value() > 0)
    QTest.mouseRelease(first, LEFT, pos=there(120))
    assert [row.is_ticked for row in dialog.rows.values()] == ticked


def test_a_release_beside_a_button_does_nothing(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.work.opened.open("order-38")
    corner = shown.work.panel.foot.corner
    QTest.mousePress(corner, LEFT, pos=corner.rect().center())
    QTest.mouseRelease(corner, LEFT, pos=QPoint(-40, -40))
    assert commands(shown) == []


def test_a_question_about_a_card_is_not_answered_by_the_tap_before_it(show: Show) -> None:
    """A row that comes up above the strip pushes nothing under the finger into acting."""
    shown = show()
    shown.orders(*the_day())
    strip = shown.work.stage.strip
    place = middle_of(shown, strip) - QPoint(0, 56)
    tap(shown, place)
    shown.say(CardWaits(at(26), "nr3", "order-42", "A-42"))
    shown.till.asked.clear()
    tap(shown, place)
    assert commands(shown) == []
