"""500 scans and a person typing in every kind of widget: nothing lost, nothing leaked."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.devices.scanners._burst import Burst
from app.devices.scanners.keyboard import Keyboard, WedgeRules
from app.domain.news import OrdersChanged
from app.domain.states import Move
from app.usecases.receive_payment import ReceivePayment
from app.usecases.reject_order import RejectOrder
from tests.ui.main.conftest import Show, show
from tests.ui.main.day import the_day
from tests.ui.reading import texts
from tests.ui.scan.keys import ENTER, TAB, Hands
from tests.ui.showing import put_on_screen

__all__ = ["show"]


class Reads:
    """A scanner that keeps what it was given."""

    def __init__(self) -> None:
        self.rules = WedgeRules("keys")
        self.texts: list[str] = []

    def take(self, burst: Burst) -> None:
        self.texts.append(burst.text)

    def show_active(self, active: bool) -> None:
        pass


class Form(QDialog):
    """One of every kind of widget that takes keys, with a button that Enter would press."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = self.ended = 0
        self.line, self.text, self.number = QLineEdit(), QPlainTextEdit(), QSpinBox()
        self.number.setMaximum(99_999_999)
        self.list, self.button = QListWidget(), QPushButton("Go")
        self.list.addItems(["PULT", "1", "2"])
        self.button.setDefault(True)
        self.button.clicked.connect(self.on_pressed)
        self.finished.connect(self.on_ended)
        column = QVBoxLayout(self)
        for widget in (self.line, self.text, self.number, self.list, self.button):
            column.addWidget(widget)

    def on_pressed(self) -> None:
        self.pressed += 1

    def on_ended(self) -> None:
        self.ended += 1


@pytest.fixture
def reads() -> Reads:
    return Reads()


@pytest.fixture
def hands(qapp: QApplication, reads: Reads) -> Iterator[Hands]:
    keyboard = Keyboard()
    keyboard.plug(reads)
    keyboard.open(lambda text: text.startswith("PULT-"), lambda _text: None)
    hands = Hands(qapp, keyboard)
    yield hands
    hands.filter.close()
    hands.filter.deleteLater()


def code(chance: random.Random) -> str:
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return "PULT-" + "".join(chance.choice(letters) for _ in range(8))


def test_500_scans_among_typing(qtbot: QtBot, hands: Hands, reads: Reads) -> None:
    chance, form = random.Random(4), Form()
    qtbot.addWidget(form)
    put_on_screen(qtbot, form)
    window = form.windowHandle()
    scanned, typed = [], ""
    fields: list[QWidget] = [form.line, form.text, form.number, form.list, form.button]

    def person() -> float:
        return chance.choice((0.03, *(chance.uniform(0.08, 0.25) for _ in range(4))))

    for _ in range(500):
        field = chance.choice(fields)
        field.setFocus()
        mine = "".join(chance.choice("abc") for _ in range(chance.randint(0, 3)))
        hands.wait(0.3)
        hands.type(window, mine, person)
        hands.wait(chance.uniform(0.005, 0.3))
        pace, text = chance.uniform(0.005, 0.05), code(chance)
        hands.type(window, text, lambda pace=pace: pace * chance.uniform(0.9, 1.1))  # type: ignore[misc]
        hands.key(window, chance.choice((ENTER, TAB)), pace)
        scanned.append(text)
        hands.type(window, mine, person)
        hands.wait(0.5)
        if field is form.line:
            typed += mine + mine
    assert reads.texts == scanned
    assert form.line.text() == typed
    assert set(form.text.toPlainText()) <= set("abc")
    assert form.number.value() == 0
    assert (form.pressed, form.ended) == (0, 0)


def test_quick_typing_stays_where_it_was_typed_though_a_click_moves_the_focus(
    qtbot: QtBot, hands: Hands, reads: Reads
) -> None:
    form = Form()
    qtbot.addWidget(form)
    put_on_screen(qtbot, form)
    form.activateWindow()
    form.line.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.line)
    hands.type(form.windowHandle(), "counter", lambda: 0.04)
    assert form.line.text() == ""  # it may still be a scan
    qtbot.mouseClick(form.text.viewport(), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is form.text
    hands.wait(0.5)
    assert (form.line.text(), form.text.toPlainText()) == ("counter", "")
    assert reads.texts == []


def test_the_search_gets_no_key_of_a_scan(
    show: Show, qtbot: QtBot, hands: Hands, reads: Reads
) -> None:
    shown = show()
    window = shown.window.windowHandle()
    shown.press("Search")
    search = next(
        each for each in shown.window.findChildren(QLineEdit) if each.isVisibleTo(shown.window)
    )
    search.setFocus()
    hands.type(window, "ab", lambda: 0.12)
    hands.wait(0.3)
    hands.type(window, "PULT-7K2M9ABC", lambda: 0.02)
    hands.key(window, ENTER, 0.02)
    hands.type(window, "cd", lambda: 0.12)
    hands.wait(0.3)
    assert search.text() == "abcd"
    assert reads.texts == ["PULT-7K2M9ABC"]


@pytest.mark.parametrize("move", [Move.TAKE_PAYMENT, Move.REJECT])
@pytest.mark.parametrize("text", ["5998700123455", "PULT-7K2M9ABC"])
@pytest.mark.parametrize("end", [ENTER, TAB])
def test_no_dialog_takes_a_key_of_a_scan(
    show: Show, hands: Hands, reads: Reads, move: Move, text: str, end: Qt.Key
) -> None:
    shown = show()
    shown.say(OrdersChanged(the_day()))
    snapshot = shown.work.board.order("order-42")
    assert snapshot is not None
    shown.work.opened.show(snapshot)
    shown.work.opened.on_dialog_wanted(move, snapshot)
    dialog = shown.work.layer.dialog
    assert dialog is not None
    before = texts(dialog)
    window = shown.window.windowHandle()
    hands.type(window, text, lambda: 0.015)
    hands.key(window, end, 0.015)
    hands.wait(0.5)
    assert reads.texts == [text]
    assert texts(dialog) == before
    assert shown.work.layer.dialog is dialog
    assert shown.till.of(ReceivePayment) == shown.till.of(RejectOrder) == []


@pytest.mark.parametrize("focus", ["board", "keypad"])
def test_no_button_is_pressed_by_a_scan(show: Show, hands: Hands, reads: Reads, focus: str) -> None:
    shown = show()
    if focus == "keypad":
        shown.press("Order number")
    else:
        shown.work.board.setFocus()
    window = shown.window.windowHandle()
    title, opened = shown.title(), shown.work.opened.order_id
    hands.type(window, "816910908011148", lambda: 0.01)
    hands.key(window, ENTER, 0.01)
    hands.wait(0.5)
    assert reads.texts == ["816910908011148"]
    assert (shown.title(), shown.work.opened.order_id) == (title, opened)
    assert shown.till.of("look_up") == []
