"""Closing: what is open is ended with one tap, the shift is counted, the figures are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from app.domain.book_news import (
    BooksRead,
    BooksWritten,
    ClosedChanged,
    ShiftChanged,
    ShiftStep,
    TillMoneyRead,
)
from app.domain.books import TillMoney
from app.domain.catalogue_news import FolderRead
from app.domain.device_news import SheetPrinted
from app.domain.money import Money
from app.domain.news import OrderShown, SlipQuestionsChanged
from app.domain.order import UndoPoint
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.sheet import SheetKind
from app.domain.shift import CashWay
from app.domain.snapshot import OrderSnapshot
from app.domain.staff import SHOP_PIN, GuardedAct
from app.domain.staff_news import PinStanding
from app.domain.states import Move, OrderState, PaymentState
from app.ui import in_slices
from app.ui.closing.page import ClosingPage
from app.ui.sound.player import Sound
from app.usecases.close_day import CloseDay, OpenDay
from app.usecases.close_shift import CloseShift
from app.usecases.collect_orders import CollectOrders, UndoCollected
from app.usecases.move_cash import MoveCash
from app.usecases.move_order import MoveOrder
from app.usecases.open_drawer import OpenDrawer
from app.usecases.open_shift import OpenShift
from app.usecases.try_pin import AskPin
from app.usecases.undo_move import UndoMove
from tests.builders import an_order, an_order_to_pay, at, huf
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import NOW, SETTINGS, questions
from tests.ui.reading import buttons, clipped, press, texts
from tests.ui.screens_closing import BOOKS, EARLIER, a_book
from tests.ui.snapshots import a_snapshot

OPEN = TillMoney(open=a_book(closed=False), last=EARLIER[0])
NONE = TillMoney(last=EARLIER[0])


def ready(number: int, **changes: Any) -> OrderSnapshot:
    return a_snapshot(an_order(f"order-{number}", state=OrderState.READY, **changes))


def collected(number: int) -> OrderSnapshot:
    undo = UndoPoint(
        Move.COLLECTED, OrderState.READY, PaymentState.NOT_DUE, NOW + timedelta(seconds=5)
    )
    order = an_order(f"order-{number}", state=OrderState.COLLECTED, undo=undo, ended_at=NOW)
    return a_snapshot(order, now=NOW)


def closing(shown: Shown) -> ClosingPage:
    shown.press("History")
    history = shown.work.pages.page("history")
    assert history is not None
    press(shown.qtbot, history, "Closing")
    page = shown.work.pages.page("closing")
    assert isinstance(page, ClosingPage)
    assert page.isVisible()
    return page


def tap(shown: Shown, page: ClosingPage, name: str) -> None:
    """Press a button; rows that were just made are seen at the next turn of the loop."""
    shown.qtbot.waitUntil(lambda: name in buttons(page))
    press(shown.qtbot, page, name)


def settle() -> None:
    """Let the layouts come to rest."""
    for _ in range(5):
        QApplication.processEvents()


def reads(shown: Shown, page: ClosingPage, text: str) -> bool:
    """Wait until a text can be read: rows are made a few at a time."""
    shown.qtbot.waitUntil(lambda: text in texts(page))
    return True


def choose(shown: Shown, page: ClosingPage, name: str) -> None:
    button = buttons(page)[name]
    assert isinstance(button, QRadioButton)
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def keys(shown: Shown, figures: str) -> None:
    for figure in figures:
        shown.press_dialog(figure)


# --- to finish ------------------------------------------------------------------------------------


def test_an_order_is_collected_with_one_tap_and_taken_back_in_its_row(show: Show) -> None:
    shown = show()
    shown.orders(ready(1), ready(2))
    page = closing(shown)
    tap(shown, page, "Collected: A-1")
    assert shown.till.of(MoveOrder) == [MoveOrder("order-1", Move.COLLECTED)]
    shown.orders(collected(1))
    assert reads(shown, page, "Still on the board · 1")
    tap(shown, page, "Undo: A-1")
    assert shown.till.of(UndoMove) == [UndoMove("order-1")]
    shown.orders(ready(1))
    assert [row.snapshot.order.number for row in page.list.rows()] == ["A-1", "A-2"]
    shown.qtbot.waitUntil(lambda: "Collected: A-1" in buttons(page))


def test_all_ready_orders_are_collected_together_and_taken_back_together(show: Show) -> None:
    shown = show()
    due = a_snapshot(an_order_to_pay(900, "order-3", state=OrderState.READY))
    shown.orders(ready(1), ready(2), due)
    page = closing(shown)
    tap(shown, page, "Collect all ready (2)")
    assert shown.till.of(CollectOrders) == [CollectOrders(("order-1", "order-2"))]
    shown.orders(collected(1), collected(2))
    tap(shown, page, "Undo all")
    assert shown.till.of(UndoCollected) == [UndoCollected(("order-1", "order-2"))]
    shown.orders(ready(1), ready(2))
    shown.qtbot.waitUntil(lambda: "Collect all ready (2)" in buttons(page))


def test_orders_for_another_day_are_counted_and_left_alone(show: Show) -> None:
    shown = show()
    shown.orders(ready(1), ready(2, wanted_at=NOW + timedelta(days=1)))
    page = closing(shown)
    assert reads(shown, page, "For another day: 1. They stay on the board.")
    shown.qtbot.waitUntil(
        lambda: [row.snapshot.order.number for row in page.list.rows()] == ["A-1"]
    )


def test_what_comes_in_meanwhile_moves_nothing_under_a_finger(show: Show) -> None:
    shown = show()
    shown.orders(ready(1), a_snapshot(an_order_to_pay(900, "order-3", state=OrderState.READY)))
    page = closing(shown)
    shown.qtbot.waitUntil(lambda: "Take payment: A-3" in buttons(page))
    settle()
    before = shown.corner(buttons(page)["Take payment: A-3"]).y()
    shown.orders(ready(2))
    assert reads(shown, page, "Came in meanwhile · 1")
    shown.qtbot.waitUntil(lambda: "Collected: A-2" in buttons(page))
    settle()
    assert shown.corner(buttons(page)["Take payment: A-3"]).y() == before
    press(shown.qtbot, page, "Board")
    closing(shown)
    assert reads(shown, page, "Still on the board · 2")


def test_tab_goes_through_the_rows_as_the_eye_does(show: Show) -> None:
    shown = show()
    unpaid = an_order_to_pay(900, "order-3", state=OrderState.READY, received_at=at(-60))
    shown.orders(a_snapshot(unpaid), ready(2), ready(1, received_at=at(-30)))
    page = closing(shown)
    tap_order = [
        "Collect all ready (2)",
        "Left: A-1",
        "Collected: A-1",
        "Left: A-2",
        "Collected: A-2",
        "Left: A-3",
        "Take payment: A-3",
        "Close for today",
    ]
    shown.qtbot.waitUntil(lambda: set(tap_order) <= set(buttons(page)))
    walked, widget = [], buttons(page)[tap_order[0]]
    while len(walked) < len(tap_order):
        if widget.isVisible() and widget.accessibleName() in tap_order:
            walked.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    assert walked == tap_order


def test_unpaid_orders_lead_to_their_payment(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(an_order_to_pay(900, "order-3", state=OrderState.READY)))
    page = closing(shown)
    assert reads(shown, page, "Not paid · 1")
    tap(shown, page, "Take payment: A-3")
    assert shown.title() == "Payment for A-3"


def test_what_was_handed_over_unpaid_is_fetched_and_listed(show: Show) -> None:
    shown = show()
    page = closing(shown)
    shown.say(BooksRead(BOOKS))
    wanted = {args[0] for args in shown.till.of("show_order")}
    assert wanted == {"order-31", "order-17"}
    unpaid = an_order_to_pay(1190, "order-31", state=OrderState.COLLECTED)
    shown.say(OrderShown(a_snapshot(unpaid), ()))
    shown.qtbot.waitUntil(lambda: "Take payment: A-31" in buttons(page))


def test_lists_of_other_things_open_from_here(show: Show) -> None:
    shown = show()
    page = closing(shown)
    assert reads(shown, page, "Nothing is to be settled.")
    shown.say(SlipQuestionsChanged(questions()))
    count = len(questions())
    tap(shown, page, f"Open list: Slips to ask about · {count}")
    assert shown.title()


# --- closed ---------------------------------------------------------------------------------------


def test_closing_says_what_happens_to_orders_and_opening_ends_it(show: Show) -> None:
    shown = show()
    page = closing(shown)
    assert any("Vendors are not told" in text for text in texts(page))
    tap(shown, page, "Close for today")
    assert shown.till.of(CloseDay) == [CloseDay()]
    shown.say(ClosedChanged(at(20)))
    band = "Closed since 12:20. New orders are kept: they ring when you open."
    assert band in texts(page)
    tap(shown, page, "Board")
    assert band in texts(shown.work.stage)
    shown.press("Open this till")
    assert shown.till.of(OpenDay) == [OpenDay()]
    shown.say(ClosedChanged(None))
    assert band not in texts(shown.work.stage)
    shown.say(ClosedChanged(at(20), "Anna"))
    named = "Closed since 12:20 by Anna. New orders are kept: they ring when you open."
    assert named in texts(shown.work.stage)


def test_what_closes_and_what_touches_the_drawer_asks_for_the_pin(show: Show) -> None:
    shown = show(pin_for=frozenset({GuardedAct.CLOSING}))
    page = closing(shown)
    shown.say(TillMoneyRead(OPEN, ()))
    tap(shown, page, "Close for today")
    assert shown.till.of(CloseDay) == []
    (asked,) = shown.till.of(AskPin)
    shown.say(
        PinStanding(asked.question, SHOP_PIN, is_set=False)
    )  # there is none: nothing is guarded
    assert shown.till.of(CloseDay) == [CloseDay()]
    choose(shown, page, "Shift")
    for name in ("Pay in", "Pay out", "Close shift"):
        tap(shown, page, name)
        assert shown.title() == ""
        shown.say(PinStanding(shown.till.of(AskPin)[-1].question, SHOP_PIN, is_set=False))
        assert shown.title() == name
        shown.press_dialog("Back")


def test_nothing_rings_while_closed_and_everything_once_open(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = show()
    played: list[Sound] = []
    flashed: list[bool] = []
    bells = shown.work.bells
    monkeypatch.setattr(bells.player, "play", lambda sound, _volume: played.append(sound))
    monkeypatch.setattr(bells.flash, "flash", lambda: flashed.append(True))
    shown.say(ClosedChanged(at(20)))
    shown.orders(a_snapshot(an_order()))
    assert (played, flashed) == ([], [True])
    assert shown.numbers("New") == ["A-1"]
    shown.say(ClosedChanged(None))
    assert played == [Sound.NEW_ORDER]


# --- the shift ------------------------------------------------------------------------------------


def test_a_shift_is_opened_with_the_float_that_was_counted_last(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Shift")
    shown.say(TillMoneyRead(NONE, EARLIER))
    tap(shown, page, "Open shift")
    assert shown.title() == "Open shift"
    shown.press_dialog("Open shift")
    assert shown.till.of(OpenShift) == [OpenShift((huf(80_000),))]


def test_a_shift_is_closed_with_a_difference_that_is_shown_first(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Shift")
    shown.say(TillMoneyRead(OPEN, (a_book(closed=False), *EARLIER)))
    assert reads(shown, page, "105,230 Ft")
    tap(shown, page, "Close shift")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "Count the drawer and key it in." in texts(dialog)
    assert not buttons(dialog)["Close shift"].isEnabled()
    keys(shown, "104730")
    assert "500 Ft missing" in texts(dialog)
    shown.press_dialog("Close shift")
    assert shown.till.of(CloseShift) == [CloseShift("shift-2", (huf(104_730),))]
    asked = len(shown.till.of("read_money"))
    shown.say(ShiftChanged(ShiftStep.CLOSED, "shift-2"))
    assert len(shown.till.of("read_money")) == asked + 1


def test_a_drawer_can_be_counted_by_notes_and_coins(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Shift")
    shown.say(TillMoneyRead(OPEN, ()))
    tap(shown, page, "Close shift")
    shown.press_dialog("Count notes and coins")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert not buttons(dialog)["Close shift"].isEnabled()  # nothing is counted yet
    keys(shown, "5")
    assert "5,230 Ft missing" in texts(dialog)
    shown.press_dialog("Close shift")
    assert shown.till.of(CloseShift)[0].counted == (huf(100_000),)


def test_each_currency_is_counted_by_itself(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Shift")
    last = EARLIER[0]
    euros = replace(last.shift, counted=(huf(80_000), Money(50_00, "EUR")))
    shown.say(TillMoneyRead(TillMoney(last=replace(last, shift=euros)), ()))
    tap(shown, page, "Open shift")
    shown.press_dialog_choice("EUR")
    keys(shown, "4000")
    shown.press_dialog("Open shift")
    assert shown.till.of(OpenShift) == [OpenShift((huf(80_000), Money(40_00, "EUR")))]


def test_cash_is_paid_out_with_a_reason(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Shift")
    shown.say(TillMoneyRead(OPEN, ()))
    tap(shown, page, "Pay out")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    keys(shown, "850")
    assert not buttons(dialog)["Pay out"].isEnabled()
    shown.press_dialog_choice("Supplier")
    shown.press_dialog("Pay out")
    assert shown.till.of(MoveCash) == [MoveCash(CashWay.OUT, huf(850), "Supplier")]


def test_a_till_with_a_drawer_opens_it_without_a_sale(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Shift")
    shown.say(TillMoneyRead(OPEN, ()))
    assert "Open drawer" not in buttons(page)
    printer = replace(SETTINGS.printers[0], prints=("slip", "drawer"))
    drawer = show(printers=(printer,))
    page = closing(drawer)
    choose(drawer, page, "Shift")
    drawer.say(TillMoneyRead(OPEN, ()))
    tap(drawer, page, "Open drawer")
    assert drawer.till.of(OpenDrawer) == [OpenDrawer()]


# --- figures --------------------------------------------------------------------------------------


def test_the_day_is_shown_printed_and_written(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Day sheet")
    today = NOW.date()
    assert shown.till.of("read_books")[-1] == (today,)
    shown.say(BooksRead(BOOKS))
    assert reads(shown, page, "Out of order")
    shown.qtbot.waitUntil(lambda: "34 min" in texts(page))
    names = [line.accessibleName() for line in page.sheet.lines()]
    assert "Cheers · collected: 61 orders · 402,310 Ft" in names
    assert "Difference: 500 Ft missing" in names
    assert "Cheers · 2 \u00d7: 34 min" in names
    tap(shown, page, "Print")
    assert shown.till.of("print_books") == [(today,)]
    done = PrintOutcome(PrintResult.PRINTED, PrinterStatus(PrinterWord.READY))
    shown.say(SheetPrinted("counter", SheetKind.BOOKS, done))
    assert reads(shown, page, "Printed by “counter”.")
    tap(shown, page, "Write CSV")
    shown.say(FolderRead("/media/usb"))
    shown.press_dialog("Write")
    path = f"/media/usb/day-{today.isoformat()}.csv"
    assert shown.till.of("write_books") == [(today, path)]
    shown.say(BooksWritten(path, "no space left on device"))
    assert reads(shown, page, f"Not written: {path}: no space left on device.")


def test_a_past_day_and_a_past_shift_are_shown_again(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Day sheet")
    shown.say(BooksRead(BOOKS))
    tap(shown, page, "The day before")
    before = NOW.date() - timedelta(days=1)
    assert shown.till.of("read_books")[-1] == (before,)
    shown.say(BooksRead(BOOKS))  # late: another day is wanted by now
    shown.say(BooksRead(replace(BOOKS, day=before)))
    assert reads(shown, page, "Thu 19 Nov 2026")
    choose(shown, page, "Shift")
    shown.say(TillMoneyRead(NONE, EARLIER))
    tap(shown, page, "Figures: 18 Nov 03:24 to 18 Nov 11:24")
    assert shown.till.of("read_books")[-1] == ("shift-2",)
    book = EARLIER[1]
    shown.say(BooksRead(replace(BOOKS, day=None, shift=book, shifts=())))
    assert reads(shown, page, "Shift · 18 Nov 03:24 to 18 Nov 11:24")
    tap(shown, page, "Today")
    assert shown.till.of("read_books")[-1] == (NOW.date(),)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
def test_nothing_is_cut(show: Show, size: tuple[int, int]) -> None:
    shown = show(size=size)
    shown.orders(*(ready(number) for number in range(1, 5)))
    page = closing(shown)
    shown.say(TillMoneyRead(OPEN, EARLIER), BooksRead(BOOKS))
    for part in ("To finish", "Shift", "Day sheet"):
        choose(shown, page, part)
        shown.qtbot.waitUntil(lambda: not clipped(page))


def test_lines_of_the_day_sheet_are_never_squeezed(show: Show) -> None:
    shown = show()
    page = closing(shown)
    choose(shown, page, "Day sheet")
    shown.say(BooksRead(BOOKS))
    shown.qtbot.waitUntil(lambda: "34 min" in texts(page))
    for line in page.sheet.lines():
        needed = line.minimumSizeHint().height()
        least = line.minimumHeight() or needed  # what is set goes before what is needed
        assert least >= needed, line.accessibleName()


def test_many_rows_come_by_and_by_and_are_counted_at_once(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_slices, "SLICE_MS", 0.0)
    shown = show()
    shown.orders(*(ready(number) for number in range(1, 31)))
    page = closing(shown)
    monkeypatch.setattr(in_slices, "SLICE_MS", 8.0)
    assert reads(shown, page, "Still on the board · 30")
    shown.orders(collected(7))  # one whose row is not made yet
    shown.qtbot.waitUntil(lambda: len(page.list.rows()) == 29)
    assert reads(shown, page, "Still on the board · 29")
    press(shown.qtbot, page, "Board")
    kept = page.list.rows()[0]
    closing(shown)
    assert page.list.rows()[0] is kept
