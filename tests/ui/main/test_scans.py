"""A scan is answered large and at once; its words stay in the strip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel

from app.domain.news import CommandRefused
from app.domain.order import UndoPoint
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.states import Move, OrderState, PaymentState
from app.usecases.handle_scan import HandleScan
from app.usecases.undo_move import UndoMove
from tests.builders import at
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import simple, the_day
from tests.ui.reading import buttons, read_name, texts
from tests.ui.snapshots import a_snapshot

CODE = "PULT-7Q4K-20A6"


def scan(shown: Shown, verdict: ScanVerdict, order_id: str = "") -> None:
    order = shown.work.board.order(order_id)
    shown.say(ScanAnswered(verdict, Intent.SLIP if order else Intent.WEB_LINK, CODE, order))


def test_the_answer_is_there_before_the_window_does_anything_else(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    scan(shown, ScanVerdict.NOT_READY, "order-38")
    whole = shown.work.scans.whole
    assert whole.isVisible()
    assert whole.size() == shown.window.centralWidget().size()
    assert read_name(whole).startswith("A-38, Still being prepared")


@pytest.mark.parametrize(
    "verdict",
    [
        ScanVerdict.PAY_FIRST,
        ScanVerdict.NOT_READY,
        ScanVerdict.TOO_FRESH,
        ScanVerdict.ALREADY_OUT,
        ScanVerdict.OPENED,
    ],
)
def test_a_slip_opens_its_order_and_says_so_afterwards(show: Show, verdict: ScanVerdict) -> None:
    shown = show()
    shown.orders(*the_day())
    scan(shown, verdict, "order-37")
    shown.work.ways.on_escape()
    assert not shown.work.scans.whole.isVisible()
    assert shown.has_group("Order A-37")
    said = [label.text() for label in shown.group("Messages").findChildren(QLabel)]
    assert any(text.startswith("A-37: ") for text in said)


def test_a_tap_ends_the_answer_and_does_nothing_beneath(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    scan(shown, ScanVerdict.UNKNOWN)
    view = shown.list("New")
    over = view.viewport().mapTo(shown.window.centralWidget(), QPoint(60, 60))
    shown.qtbot.mouseClick(shown.work.scans.whole, Qt.MouseButton.LeftButton, pos=over)
    assert not shown.work.scans.whole.isVisible()
    assert not shown.work.panel.order_id


def test_undo_of_a_hand_over(show: Show) -> None:
    shown = show()
    undo = UndoPoint(Move.COLLECTED, OrderState.READY, PaymentState.NOT_DUE, at(25))
    order = simple(36, 2, state=OrderState.COLLECTED, held_in=None, undo=undo)
    shown.say(ScanAnswered(ScanVerdict.HANDED_OVER, Intent.SLIP, CODE, a_snapshot(order)))
    shown.press("Undo", shown.work.scans.whole)
    assert shown.till.of(UndoMove) == [UndoMove("order-36")]


def test_take_payment_opens_the_dialog(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    scan(shown, ScanVerdict.PAY_FIRST, "order-37")
    shown.press("Take payment", shown.work.scans.whole)
    assert shown.title() == "Payment for A-37"
    assert shown.has_group("Order A-37")


def test_open_leads_to_the_order(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.work.away.on_settings()
    scan(shown, ScanVerdict.NOT_READY, "order-41")
    shown.press("Open A-41", shown.work.scans.whole)
    assert shown.work.pages.key == ""
    assert shown.has_group("Order A-41")


def test_inside_a_dialog_the_answer_is_a_band(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-42", "New")
    shown.press("Reject", shown.group("Order A-42"))
    scan(shown, ScanVerdict.NOT_READY, "order-41")
    band = shown.work.scans.band
    assert band is not None
    assert band.isVisible()
    assert band.height() == 96
    assert band.parentWidget() is shown.work.layer.dialog
    assert not shown.work.scans.whole.isVisible()
    assert shown.has_group("Order A-42")
    shown.work.ways.on_escape()
    assert shown.title() == "Reject A-42"
    shown.work.ways.on_escape()
    assert shown.title() == ""


def test_a_slip_scanned_during_a_payment_waits_as_a_button(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-42", "New")
    shown.press("Take payment", shown.group("Order A-42"))
    for _ in range(2):
        scan(shown, ScanVerdict.KEPT_FOR_LATER, "order-36")
    assert shown.title() == "Payment for A-42"
    shown.work.layer.close()
    shown.press("A-36 scanned: Open", shown.work.stage.kept)
    assert shown.till.of(HandleScan) == [HandleScan(CODE, again=True)]
    assert not shown.work.stage.kept.isVisible()


def test_each_scan_sounds_once(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    heard = QSignalSpy(shown.work.scans.sounded)
    scan(shown, ScanVerdict.HANDED_OVER, "order-36")
    scan(shown, ScanVerdict.UNKNOWN)
    assert [heard.at(place)[0] for place in range(heard.count())] == [True, False]


def test_the_answer_covers_a_page_too(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.work.away.on_history()
    scan(shown, ScanVerdict.ALREADY_OUT, "order-33")
    assert shown.work.scans.whole.isVisible()
    assert "Open A-33" in buttons(shown.work.scans.whole)


def test_every_slip_scanned_during_a_payment_waits(show: Show) -> None:
    shown = show()
    kept = shown.work.stage.kept
    for number in range(5):
        kept.keep(f"PULT-{number}", f"A-{number}")
    assert "and 2 more" in texts(kept)
    for number in range(5):
        shown.press(f"A-{number} scanned: Open", kept)
    assert [command.text for command in shown.till.of(HandleScan)] == [
        f"PULT-{number}" for number in range(5)
    ]
    assert not kept.isVisible()


def test_a_scan_that_could_not_be_carried_out_is_answered(show: Show) -> None:
    shown = show()
    shown.say(CommandRefused("AcceptOrder", "order-1"))
    assert not shown.work.scans.is_shown()
    shown.say(CommandRefused("HandleScan", ""))
    assert shown.work.scans.whole.answer.headline == "This scan did nothing"
    shown.work.scans.end()
    assert any("This scan did nothing." in line for line in texts(shown.work.stage.strip))


def test_an_answer_waits_while_the_window_is_minimised(show: Show) -> None:
    shown = show()
    shown.window.setWindowState(Qt.WindowState.WindowMinimized)
    assert shown.window.isMinimized()
    scan(shown, ScanVerdict.UNKNOWN)
    whole = shown.work.scans.whole
    for _ in range(20):
        whole._on_beat()
    shown.window.setWindowState(Qt.WindowState.WindowNoState)
    assert not whole.isHidden()
    for _ in range(20):
        whole._on_beat()
    assert whole.isHidden()
