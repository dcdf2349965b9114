"""One press is one act, however it comes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind
from tests.ui.showing import put_on_screen


class Acts:
    """Counts what a button did."""

    def __init__(self, button: ActionButton) -> None:
        self.count = 0
        button.acted.connect(self.add)

    def add(self) -> None:
        self.count += 1


def a_button(qtbot: QtBot, theme: Theme, text: str = "Accept", **more: object) -> ActionButton:
    button = ActionButton(theme, text, Kind.NEXT, **more)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    put_on_screen(qtbot, button)
    return button


def press(qtbot: QtBot, button: ActionButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_press_acts_on_release(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme)
    acts = Acts(button)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert (acts.count, button.isDown()) == (0, True)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert (acts.count, button.isDown()) == (1, False)


def test_a_release_outside_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme)
    acts = Acts(button)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))
    assert acts.count == 0


def test_a_second_press_within_400_ms_is_dropped(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme)
    acts = Acts(button)
    press(qtbot, button)
    press(qtbot, button)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert acts.count == 1
    qtbot.waitUntil(button.is_settled)
    press(qtbot, button)
    assert acts.count == 2


def test_enter_and_space_act(qtbot: QtBot, theme: Theme) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        button = a_button(qtbot, theme)
        acts = Acts(button)
        qtbot.keyClick(button, key)
        assert acts.count == 1


def test_a_key_of_the_keypad_takes_quick_presses(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme, "5")
    button.set_repeats(True)
    acts = Acts(button)
    press(qtbot, button)
    press(qtbot, button)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert acts.count == 3


def test_a_resting_button_takes_no_press_and_wakes(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme)
    acts = Acts(button)
    button.rest(60)
    assert not button.isEnabled()
    press(qtbot, button)
    button.click()
    assert acts.count == 0
    qtbot.waitUntil(button.isEnabled)
    press(qtbot, button)
    assert acts.count == 1


def test_waking_does_not_enable_what_was_disabled_meanwhile(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme)
    button.rest(30)
    button.setEnabled(False)
    qtbot.waitUntil(button.is_settled)
    assert not button.isEnabled()


@pytest.mark.parametrize("opens", [False, True], ids=["nothing opens", "a dialog opens"])
def test_a_button_that_wakes_takes_the_keys_from_nobody(
    qtbot: QtBot, theme: Theme, opens: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button, beside = ActionButton(theme, "Close for today"), QLineEdit(window)
    button.setParent(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    assert button.hasFocus()
    button.rest(60)
    assert window.focusWidget() is beside  # Qt's way with a button that cannot be pressed
    field = QLineEdit(window)
    if opens:
        field.show()
        field.setFocus()
    qtbot.waitUntil(button.is_settled)
    assert window.focusWidget() is (field if opens else button)


def test_in_flight_the_words_change_and_nothing_else(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme, icon="check")
    size, acts = button.sizeHint(), Acts(button)
    button.start_flight("Accepting…")
    assert button.text() == "Accepting…"
    assert button.accessibleName() == "Accept"
    assert button.sizeHint() == size
    press(qtbot, button)
    assert acts.count == 0
    button.end_flight()
    assert button.text() == "Accept"
    assert button.isEnabled()


def test_a_locked_button_keeps_its_name_and_takes_no_press(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme, "Collected")
    acts = Acts(button)
    button.set_locked(True)
    press(qtbot, button)
    assert acts.count == 0
    assert button.accessibleName() == "Collected"
    button.set_locked(False)
    press(qtbot, button)
    assert acts.count == 1


def test_the_kind_is_a_property_and_enter_elsewhere_never_presses(
    qtbot: QtBot, theme: Theme
) -> None:
    button = a_button(qtbot, theme)
    assert button.property("kind") == "next"
    assert not button.autoDefault()


def test_new_words_are_the_new_name(qtbot: QtBot, theme: Theme) -> None:
    button = a_button(qtbot, theme)
    button.start_flight("Accepting…")
    button.set_words("Ready")
    assert (button.text(), button.accessibleName(), button.in_flight()) == ("Ready", "Ready", False)
    assert button.isEnabled()
