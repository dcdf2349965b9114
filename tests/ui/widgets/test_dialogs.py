"""Dialogs over the board and the scan answer over the window."""

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Mode, Theme
from app.ui.widgets import (
    ActionButton,
    Answer,
    AnswerButton,
    AnswerKind,
    Dialog,
    DialogLayer,
    FocusRing,
    Kind,
    ScanAnswer,
)
from tests.ui.showing import put_on_screen

AREA = QRect(0, 64, 888, 624)


class Ask(Dialog):
    """A dialog with one field and both feet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Reject A-42", width=800)
        self.field = QLineEdit()
        self.field.setAccessibleName("The customer reads")
        self.body.addWidget(self.field)
        self.keep = ActionButton(theme, "Keep the order", Kind.PLAIN, height=72)
        self.do = ActionButton(theme, "Reject", Kind.DANGER_SOLID)
        self.set_foot(self.keep, self.do)

    def first_focus(self) -> QWidget:
        return self.field


class Window(QWidget):
    """A window with a button on its board and a layer for dialogs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.resize(1280, 800)
        self.beneath = QPushButton("beneath", self)
        self.beneath.setGeometry(10, 70, 200, 200)
        self.panel = QPushButton("panel", self)
        self.panel.setGeometry(900, 70, 200, 200)
        self.layer = DialogLayer(theme, self)
        self.layer.set_areas(QRegion(0, 0, 1280, 64).united(QRegion(AREA)), AREA)


def a_window(qtbot: QtBot, theme: Theme) -> Window:
    window = Window(theme)
    qtbot.addWidget(window)
    put_on_screen(qtbot, window)
    return window


def test_a_dialog_is_part_of_the_window_left_of_the_panel(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    dialog = Ask(theme)
    window.layer.open(dialog)
    assert not dialog.isWindow()
    assert AREA.contains(dialog.geometry())
    assert dialog.accessibleName() == dialog.windowTitle() == "Reject A-42"
    assert dialog.width() == 800
    window.layer.close()


def test_the_veil_leaves_the_panel_free_and_takes_taps_on_the_board(
    qtbot: QtBot, theme: Theme
) -> None:
    window = a_window(qtbot, theme)
    window.layer.open(Ask(theme))
    assert window.childAt(1000, 100) is window.panel
    assert window.childAt(12, 72) is not window.beneath
    assert window.childAt(1200, 30) is not None
    window.layer.close()
    assert window.childAt(12, 80) is window.beneath


def test_esc_and_close_change_nothing_and_close(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    for by_key in (True, False):
        dialog = Ask(theme)
        window.layer.open(dialog)
        with qtbot.waitSignal(window.layer.closed):
            if by_key:
                qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
            else:
                qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
        assert window.layer.dialog is None
        assert not dialog.isVisible()


def test_enter_in_a_field_presses_no_button(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    dialog = Ask(theme)
    window.layer.open(dialog)
    with qtbot.assertNotEmitted(dialog.do.acted), qtbot.assertNotEmitted(dialog.keep.acted):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    window.layer.close()


def test_tab_stays_in_the_dialog(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    dialog = Ask(theme)
    window.layer.open(dialog)
    seen = set()
    for _ in range(8):
        focus = window.focusWidget()
        assert focus is not None
        seen.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == {dialog.field, dialog.keep, dialog.do, dialog.close_button}
    window.layer.close()


def test_opening_another_closes_the_first(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    first, second = Ask(theme), Ask(theme)
    window.layer.open(first)
    window.layer.open(second)
    assert (first.isVisible(), second.isVisible()) == (False, True)
    window.layer.close()


def test_a_dialog_shrinks_with_its_area_and_keeps_its_foot_in_view(
    qtbot: QtBot, theme: Theme
) -> None:
    window = a_window(qtbot, theme)
    dialog = Ask(theme)
    window.layer.open(dialog)
    small = QRect(0, 64, 640, 260)
    window.layer.set_areas(QRegion(small), small)
    QApplication.processEvents()
    assert small.contains(dialog.geometry())
    foot = QRect(dialog.do.mapTo(dialog, QPoint(0, 0)), dialog.do.size())
    assert dialog.rect().contains(foot)
    assert dialog.do.height() == 72
    window.layer.close()


def test_focus_returns_to_where_it_was(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    window.panel.setFocus()
    window.layer.open(Ask(theme))
    window.layer.close()
    assert window.focusWidget() is window.panel


def test_a_dialog_closes_whole_when_what_had_the_focus_is_gone(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    window.beneath.setFocus()
    window.layer.open(Ask(theme))
    shiboken6.delete(window.beneath)
    with qtbot.waitSignal(window.layer.closed):
        window.layer.close()


def test_an_answer_covers_everything_and_a_tap_does_nothing_beneath(
    qtbot: QtBot, theme: Theme
) -> None:
    window = a_window(qtbot, theme)
    answer = ScanAnswer(theme, window)
    answer.show_answer(Answer(AnswerKind.NOT_READY, "Still being prepared", "A-41"))
    assert answer.geometry() == window.rect()
    assert window.childAt(20, 80) is answer
    with (
        qtbot.assertNotEmitted(window.beneath.clicked),
        qtbot.waitSignal(answer.ended),
    ):
        qtbot.mouseClick(answer, Qt.MouseButton.LeftButton, pos=QPoint(20, 80))
    assert not answer.isVisible()
    assert answer.accessibleName() == "A-41, Still being prepared"


def test_an_answer_ends_by_itself(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    answer = ScanAnswer(theme, window)
    with qtbot.waitSignal(answer.ended):
        answer.show_answer(Answer(AnswerKind.HAND_OVER, "Hand over", "A-36", stays_ms=60))


def test_times_are_1_5_seconds_and_3_with_a_button() -> None:
    button = AnswerButton("undo", "Undo")
    assert Answer(AnswerKind.HAND_OVER, "x").milliseconds == 1500
    assert Answer(AnswerKind.HAND_OVER, "x", buttons=(button,)).milliseconds == 3000
    assert Answer(AnswerKind.UNKNOWN, "x", buttons=(button, button)).waits


def test_an_answer_with_two_meanings_waits_for_a_choice(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    answer = ScanAnswer(theme, window)
    buttons = (AnswerButton("number", "Order number"), AnswerButton("card", "Loyalty card"))
    answer.show_answer(Answer(AnswerKind.UNKNOWN, "Two meanings", buttons=buttons, stays_ms=1))
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton, pos=QPoint(20, 80))
    assert answer.isVisible()
    with qtbot.waitSignal(answer.button_pressed) as told:
        qtbot.mouseClick(answer.buttons()[1], Qt.MouseButton.LeftButton)
    assert told.args == ["card"]
    assert not answer.isVisible()


def test_an_answer_follows_the_window_and_the_theme(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    answer = ScanAnswer(theme, window)
    answer.show_answer(Answer(AnswerKind.ALREADY_OUT, "Already handed over", "A-33"))
    theme.change(mode=Mode.DARK)
    ground = answer.grab().toImage().pixelColor(3, 3).name().upper()
    assert ground == theme.tokens.bad
    answer.end()


def test_a_band_covers_only_the_top(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    band = ScanAnswer(theme, window, band=True)
    band.show_answer(Answer(AnswerKind.PAYMENT_DUE, "Take 900 Ft first", "A-37"))
    assert band.geometry() == QRect(0, 0, 1280, 96)
    band.end()


def test_the_ring_follows_the_keyboard_and_not_the_finger(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme)
    ring = FocusRing(theme, window)
    window.activateWindow()
    window.beneath.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.beneath)
    assert not ring.isVisible()
    qtbot.keyClick(window.beneath, Qt.Key.Key_Tab)
    assert ring.isVisible()
    target = window.focusWidget()
    assert target is not None
    assert ring.geometry().contains(target.geometry())
    window.beneath.setFocus()  # as a dialog that closes gives it back
    assert ring.isVisible()
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()
    target.setFocus()
    assert not ring.isVisible()
    ring.show_by_key()
    assert ring.isVisible()
