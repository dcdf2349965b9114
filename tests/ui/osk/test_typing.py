"""Typing on the screen, tap by tap, as assistive technology finds the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.states import Move
from app.ui.dialogs.order_number import OrderNumberDialog
from app.ui.history.page import HistoryPage
from app.ui.osk.desk import KeyboardDesk
from app.ui.osk.field_button import FieldButton
from app.ui.osk.key import BackspaceKey, Key
from app.ui.osk.keyboard import OnScreenKeyboard
from app.ui.theme import Theme
from app.ui.widgets import Keypad
from app.ui.wording.marked import translate
from app.usecases.reject_order import RejectOrder
from tests.ui.main.conftest import Show, Shown, show
from tests.ui.main.day import the_day
from tests.ui.main.test_messages import moved
from tests.ui.reading import buttons, clipped, read_name, visible
from tests.ui.scan.keys import ENTER, Hands
from tests.ui.scan.test_wedge import Reads, hands, reads

__all__ = ["hands", "reads", "show"]

Opened = Callable[..., Shown]


@pytest.fixture
def opened(show: Show) -> Opened:
    """Show a window on the page History, its keyboard up."""

    def opened(**more: Any) -> Shown:
        shown = show(**more)
        shown.work.away.on_history()
        (button,) = visible(shown.window, FieldButton)
        shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert shown.work.keyboard.is_up
        return shown

    return opened


def keyboard(shown: Shown) -> OnScreenKeyboard:
    return shown.work.keyboard.keyboard


def press(shown: Shown, name: str, root: QWidget | None = None) -> None:
    """Press by the English name, whatever language the screen speaks."""
    found = buttons(root or shown.window)
    button = found.get(name) or found[translate("Keyboard", name)]
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def tap(shown: Shown, *names: str) -> None:
    for name in names:
        press(shown, name, keyboard(shown))


def search(shown: Shown) -> QLineEdit:
    page = shown.work.pages.page("history")
    assert isinstance(page, HistoryPage)
    return page.search


def finger() -> QPointingDevice:
    return QPointingDevice(
        "screen",
        84,
        QInputDevice.DeviceType.TouchScreen,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        10,
        1,
    )


def tap_by_finger(widget: QWidget) -> None:
    """Tap a widget as Qt hands a touch on to what knows of mice alone."""
    device = finger()
    middle = QPointF(QPoint(24, widget.height() // 2))
    for kind, held in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        where = widget.mapToGlobal(middle)
        left, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, middle, where, left, held, no_keys, device)
        QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("language", ["en", "hu", "es", "de"])
def test_a_name_of_any_language_is_typed_on_any_keyboard(opened: Opened, language: str) -> None:
    shown = opened(language=language)
    tap(shown, "Shift")
    own = {read_name(key) for key in visible(keyboard(shown), Key)}
    for letter in "Szentgyörgyi ő ß ñ":
        name = "Space" if letter == " " else letter
        if name not in {read_name(key) for key in visible(keyboard(shown), Key)}:
            tap(shown, "More letters")
        tap(shown, name)
        assert "Letters" not in {read_name(key) for key in visible(keyboard(shown), Key)}
    assert search(shown).text() == "Szentgyörgyi ő ß ñ"
    assert "S" in own
    assert "s" not in own


def test_shift_holds_for_one_letter_and_pressed_twice_until_it_is_pressed_again(
    opened: Opened,
) -> None:
    shown = opened()
    tap(shown, "Shift", "A", "b", "Shift", "Shift, on for one letter", "C", "D")
    tap(shown, "Shift, on", "e")
    assert search(shown).text() == "AbCDe"


def test_digits_and_signs_have_a_page_that_stays(opened: Opened) -> None:
    shown = opened()
    tap(shown, "Digits and signs", "4", "2", "@", "Letters", "a")
    assert search(shown).text() == "42@a"


def test_backspace_takes_back_and_repeats_while_it_is_held(opened: Opened) -> None:
    shown = opened()
    tap(shown, *"abcdefgh", "Backspace")
    assert search(shown).text() == "abcdefg"
    (key,) = visible(keyboard(shown), BackspaceKey)
    QTest.mousePress(key, Qt.MouseButton.LeftButton)
    shown.qtbot.waitUntil(lambda: len(search(shown).text()) < 5)
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
    left = search(shown).text()
    QApplication.processEvents()
    assert search(shown).text() == left  # the release is no further press


def test_enter_does_what_enter_does(opened: Opened) -> None:
    shown = opened()
    entered: list[bool] = []
    search(shown).returnPressed.connect(lambda: entered.append(True))
    tap(shown, "Enter")
    assert entered == [True]


def test_the_field_keeps_the_focus_and_hide_leaves_it_there(opened: Opened) -> None:
    shown = opened()
    page = shown.work.pages.page("history")
    assert page is not None
    assert page.height() == shown.window.height() - 300
    tap(shown, "a", "Shift", "Digits and signs", "Letters")
    assert shown.window.focusWidget() is search(shown)
    tap(shown, "Hide the keyboard")
    assert not shown.work.keyboard.is_up
    assert shown.window.focusWidget() is search(shown)
    assert page.height() == shown.window.height()
    press(shown, "Keyboard for Search orders")
    press(shown, "Keyboard for Search orders")
    assert not shown.work.keyboard.is_up


def test_what_is_typed_on_the_screen_is_no_scan(opened: Opened, hands: Hands, reads: Reads) -> None:
    shown = opened()
    window = shown.window.windowHandle()
    assert window is not None
    hands.filter.watch(window)
    tap(shown, "Shift", "Shift, on for one letter", *"PULT", "-", "Shift, on")
    tap(shown, "Digits and signs", *"20250000", "Enter")
    hands.wait(1)
    assert search(shown).text() == "PULT-20250000"
    assert reads.texts == []
    # The same keys by a scanner are one, and reach no field.
    hands.type(window, "PULT-20250000", lambda: 0.01)
    hands.key(window, ENTER, 0.01)
    hands.wait(1)
    assert reads.texts == ["PULT-20250000"]
    assert search(shown).text() == "PULT-20250000"


@pytest.mark.parametrize("language", ["hu", "es"])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080)])
def test_every_key_is_large_enough_and_apart(
    opened: Opened, size: tuple[int, int], language: str
) -> None:
    shown = opened(size=size, language=language)
    for page in ("More letters", "Digits and signs", "Letters"):
        tap(shown, page)
        keys = [key.geometry() for key in visible(keyboard(shown), Key)]
        for index, key in enumerate(keys):
            assert key.width() >= 56
            assert key.height() >= 56
            assert keyboard(shown).rect().contains(key)
            apart = key.adjusted(-5, -5, 5, 5)
            assert not any(apart.intersects(other) for other in keys[:index])
        assert clipped(keyboard(shown)) == []


def test_text_twice_as_large_leaves_the_keys_apart_and_half_the_window_free(
    opened: Opened, theme: Theme
) -> None:
    theme.change(text_scale=2)
    shown = opened(language="es")
    assert keyboard(shown).height() <= shown.window.height() / 2
    keys = [key.geometry() for key in visible(keyboard(shown), Key)]
    for index, key in enumerate(keys):
        assert key.width() >= 48
        assert key.height() >= 48
        assert keyboard(shown).rect().contains(key)
        assert not any(key.intersects(other) for other in keys[:index])


# --- when it comes and goes --------------------------------------------------------------------


def test_a_finger_in_a_field_brings_it(show: Show) -> None:
    shown = show()
    shown.press("History")
    assert not shown.work.keyboard.is_up  # the focus alone brings nothing
    tap_by_finger(search(shown))
    assert shown.work.keyboard.is_up


@pytest.mark.parametrize(
    ("mode", "found", "comes"),
    [
        ("auto", True, False),
        ("auto", None, False),
        ("auto", False, True),
        ("always", True, True),
    ],
)
def test_a_mouse_brings_it_where_there_is_no_keyboard(
    show: Show, mode: str, found: bool | None, comes: bool
) -> None:
    shown = show(keyboard=mode)
    shown.press("History")
    keyboards = shown.work.keyboard._keyboards
    assert keyboards is not None
    shown.qtbot.waitUntil(keyboards._pool.waitForDone)
    QApplication.processEvents()
    keyboards.are_there = found
    shown.qtbot.mouseClick(search(shown), Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert shown.work.keyboard.is_up is comes


def test_never_is_never(show: Show) -> None:
    shown = show(keyboard="never")
    shown.press("History")
    assert "Keyboard for Search orders" not in buttons(shown.window)
    tap_by_finger(search(shown))
    assert not shown.work.keyboard.is_up


def test_it_goes_with_the_focus_and_with_the_page(opened: Opened) -> None:
    shown = opened()
    press(shown, "Board")
    shown.qtbot.waitUntil(lambda: not shown.work.keyboard.is_up)
    assert shown.work.stage.height() == shown.window.height()


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)])
def test_a_dialog_moves_up_and_keeps_field_and_foot_in_sight(
    show: Show, size: tuple[int, int]
) -> None:
    shown = show(size=size)
    shown.orders(*the_day())
    snapshot = shown.work.board.order("order-42")
    assert snapshot is not None
    shown.work.opened.show(snapshot)
    shown.work.opened.on_dialog_wanted(Move.REJECT, snapshot)
    dialog = shown.work.layer.dialog
    assert dialog is not None
    before = shown.work.stage.geometry()
    shown.press_dialog_choice("Other reason")
    press(shown, "Keyboard for The customer reads", dialog)
    field = dialog.focusWidget()
    assert isinstance(field, QLineEdit)
    top = shown.corner(keyboard(shown)).y()
    assert shown.corner(dialog).y() + dialog.height() <= top
    for seen in (field, buttons(dialog)["Reject"], buttons(dialog)["Keep the order"]):

        def is_in_sight(seen: QWidget = seen) -> bool:
            return seen.visibleRegion().boundingRect() == seen.rect()

        shown.qtbot.waitUntil(is_in_sight)
    assert shown.work.stage.geometry() == before  # nothing beneath the dialog moves
    tap(shown, "Shift", "N", "o", "Space", "b", "u", "n", "s")
    press(shown, "Reject", dialog)
    (command,) = shown.till.of(RejectOrder)
    assert command.message == "No buns"
    shown.qtbot.waitUntil(lambda: not shown.work.keyboard.is_up)


def test_a_button_of_a_dialog_is_not_moved_away_from_under_the_finger(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    snapshot = shown.work.board.order("order-42")
    assert snapshot is not None
    shown.work.opened.show(snapshot)
    shown.work.opened.on_dialog_wanted(Move.REJECT, snapshot)
    dialog = shown.work.layer.dialog
    assert dialog is not None
    shown.press_dialog_choice("Other reason")
    press(shown, "Keyboard for The customer reads", dialog)
    tap(shown, "n", "o")
    button = buttons(dialog)["Reject"]
    window = shown.window.windowHandle()
    place = button.mapTo(shown.window, button.rect().center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    QApplication.processEvents()
    assert button.mapTo(shown.window, button.rect().center()) == place
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=place)
    shown.qtbot.waitUntil(lambda: len(shown.till.of(RejectOrder)) == 1)
    shown.qtbot.waitUntil(lambda: not shown.work.keyboard.is_up)


def test_a_keypad_beside_the_field_makes_room_and_comes_back(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.press("Order number")
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, OrderNumberDialog)
    assert dialog.keypad.isVisible()
    tap_by_finger(dialog.field)
    assert shown.work.keyboard.is_up
    assert not dialog.keypad.isVisible()
    tap(shown, "a", "Hide the keyboard")
    assert dialog.keypad.isVisible()
    assert dialog.field.text() == "a"


def test_a_field_for_digits_has_the_keypad_in_the_same_place(show: Show) -> None:
    shown = show()
    shown.press("Settings")
    shown.work.printers.on_width_wanted("counter")
    shown.press_dialog_choice("Other")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    press(shown, "Keyboard for Letters a line, from 16 to 96", dialog)
    (pad,) = visible(keyboard(shown), Keypad)
    assert keyboard(shown).rect().contains(pad.geometry())
    tap(shown, "Backspace", "3", "6")
    field = dialog.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "36"


def test_an_amount_has_its_own_keypad_and_needs_no_keyboard(show: Show) -> None:
    shown = show(keyboard="always")
    shown.orders(*the_day())
    snapshot = shown.work.board.order("order-42")
    assert snapshot is not None
    shown.work.opened.show(snapshot)
    shown.work.opened.on_dialog_wanted(Move.TAKE_PAYMENT, snapshot)
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert not any(name.startswith("Keyboard for") for name in buttons(dialog))
    field = next(each for each in visible(dialog, QLineEdit) if each.property("amount"))
    tap_by_finger(field)
    assert not shown.work.keyboard.is_up


def test_a_field_that_comes_later_gets_its_button_with_the_focus(qtbot: QtBot, show: Show) -> None:
    shown = show()
    late = QLineEdit(shown.work.stage)
    late.setAccessibleName("Late")
    late.setGeometry(100, 100, 300, 56)
    late.show()
    desk = shown.work.keyboard
    assert isinstance(desk, KeyboardDesk)
    desk.on_focus_changed(None, late)
    assert "Keyboard for Late" in buttons(shown.window)


def test_fields_that_come_on_a_page_that_is_open_get_their_buttons(
    qtbot: QtBot, show: Show, theme: Theme
) -> None:
    shown = show()
    place = QWidget(shown.work.stage)
    area, inside = QScrollArea(), QWidget()
    QVBoxLayout(place).addWidget(area)
    column = QVBoxLayout(inside)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    place.resize(600, 400)
    place.show()
    shown.work.keyboard.equip(place)
    box = QWidget()
    rows = QVBoxLayout(box)
    column.addWidget(box)
    for _ in range(2):
        rows.addWidget(QLineEdit())
        qtbot.waitUntil(lambda: len(visible(place, FieldButton)) == rows.count())


def test_undo_stays_within_reach_while_the_keyboard_covers_the_strip(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.say(moved("A-35"))
    shown.press("Order number")
    dialog, strip = shown.work.layer.dialog, shown.work.stage.strip
    assert dialog is not None
    assert strip.undo_button.is_running()
    assert not dialog.undo.isVisible()
    (button,) = visible(dialog, FieldButton)
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.work.keyboard.is_up
    assert dialog.undo.isVisible()
    assert strip.message is not None
    strip.end_undo(strip.message.key)  # the vendor has been told
    assert not dialog.undo.isVisible()
