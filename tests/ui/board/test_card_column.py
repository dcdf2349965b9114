"""A column of cards: the model, taps and keys, its head and foot, and what a change repaints."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.ui.board.card import Card
from app.ui.board.card_delegate import CardDelegate
from app.ui.board.card_model import CardModel
from app.ui.board.column import BoardColumn, EmptyText
from app.ui.board.fades import Fades
from app.ui.theme import Mode, Theme
from tests.ui.gallery_board import NOTE, NOW, a_card, now, to_pay
from tests.ui.showing import put_on_screen

EMPTY = EmptyText("bell", "No new orders", "Pult rings when one comes.")
LEFT = Qt.MouseButton.LeftButton


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


def some_cards(count: int, start: int = 1) -> list[Card]:
    return [a_card(f"A-{n}", f"Table {n}", 60 - n, "1,190 Ft") for n in range(start, start + count)]


def a_column(qtbot: QtBot, theme: Theme, clock: Clock | None = None) -> BoardColumn:
    column = BoardColumn(theme, "New", EMPTY, now=clock or now, asks=True)
    qtbot.addWidget(column)
    column.resize(296, 560)
    # Not before the screen asked for its first painting, which may come after isVisible.
    put_on_screen(qtbot, column)
    return column


def middle_of(column: BoardColumn, row: int) -> QPoint:
    return column.view.visualRect(column.model.index(row)).center()


def numbers(column: BoardColumn) -> list[str]:
    return [card.number for card in column.cards]


def test_the_model_is_a_good_model(qtmodeltester: ModelTester) -> None:
    model = CardModel(now)
    qtmodeltester.check(model)
    model.set_cards(some_cards(3))
    model.put_card(a_card("A-9", "Table 9", 1, "900 Ft"), 1)
    model.remove_card("A-2")
    model.set_cards([*some_cards(1, start=3), *some_cards(2, start=20)])
    qtmodeltester.check(model)


def test_the_list_has_its_name_and_items_say_all(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards([a_card("A-42", "Counter 1", 2, "5,160 Ft", to_pay("5,160 Ft"), count=4)])
    assert column.view.accessibleName() == "New"
    text = column.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    wanted = "A-42, Cheers, Counter 1, 4 items, 5,160 Ft, To pay 5,160 Ft, waiting 2 min"
    assert text == wanted


def test_changing_one_card_touches_one_row(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    cards = some_cards(4)
    column.set_cards(cards)
    changed: list[tuple[int, int]] = []
    model = column.model
    model.dataChanged.connect(lambda top, bottom: changed.append((top.row(), bottom.row())))
    removed = qtbot.assertNotEmitted(model.rowsRemoved)
    with removed, qtbot.assertNotEmitted(model.rowsInserted):
        column.set_cards([*cards[:2], replace(cards[2], amount="2,000 Ft"), cards[3]])
    assert changed == [(2, 2)]


def test_taking_one_out_removes_one_row(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    cards = some_cards(4)
    column.set_cards(cards)
    with (
        qtbot.waitSignal(column.model.rowsRemoved) as told,
        qtbot.assertNotEmitted(column.model.rowsInserted),
    ):
        column.set_cards([cards[0], *cards[2:]])
    assert told.args is not None
    assert told.args[1:] == [1, 1]
    assert numbers(column) == ["A-1", "A-3", "A-4"]


def test_an_order_stands_once(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    card = some_cards(1)[0]
    with pytest.raises(ValueError, match="twice"):
        column.model.set_cards([card, card])


def test_a_tap_opens_on_release(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards(some_cards(3))
    viewport = column.view.viewport()
    with qtbot.assertNotEmitted(column.opened):
        qtbot.mousePress(viewport, LEFT, pos=middle_of(column, 1))
    with qtbot.waitSignal(column.opened) as told:
        qtbot.mouseRelease(viewport, LEFT, pos=middle_of(column, 1))
    assert told.args == ["A-2"]


def test_a_release_elsewhere_opens_nothing(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards(some_cards(3))
    viewport = column.view.viewport()
    with qtbot.assertNotEmitted(column.opened):
        qtbot.mousePress(viewport, LEFT, pos=middle_of(column, 1))
        qtbot.mouseRelease(viewport, LEFT, pos=middle_of(column, 0))
    assert not column.view.is_finger_down()


def test_enter_opens_the_card_the_keyboard_is_on(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards(some_cards(3))
    column.view.setFocus(Qt.FocusReason.TabFocusReason)
    column.view.setCurrentIndex(column.model.index(0))
    qtbot.keyClick(column.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(column.opened) as told:
        qtbot.keyClick(column.view, Qt.Key.Key_Return)
    assert told.args == ["A-2"]


def test_a_gap_closes_only_after_the_finger_is_up(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    cards = some_cards(3)
    column.set_cards(cards)
    viewport = column.view.viewport()
    where = middle_of(column, 1)
    qtbot.mousePress(viewport, LEFT, pos=where)
    column.set_cards(cards[1:])
    column.put_card(a_card("A-50", "Table 1", 0, "900 Ft"), 0)
    column.remove_card("A-3")
    assert numbers(column) == ["A-1", "A-2", "A-3"]
    with qtbot.waitSignal(column.opened) as told:
        qtbot.mouseRelease(viewport, LEFT, pos=where)
    assert told.args == ["A-2"]
    assert numbers(column) == ["A-50", "A-2"]


def test_a_drag_scrolls_and_opens_nothing(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards(some_cards(20))
    QApplication.processEvents()
    viewport = column.view.viewport()
    bar = column.view.verticalScrollBar()
    assert bar.maximum() > 0
    with qtbot.assertNotEmitted(column.opened):
        start = QPoint(140, 400)
        qtbot.mousePress(viewport, LEFT, pos=start)
        for step in range(1, 16):
            qtbot.mouseMove(viewport, start - QPoint(0, 20 * step), delay=8)
        qtbot.waitUntil(lambda: bar.value() > 0)
        qtbot.mouseRelease(viewport, LEFT, pos=start - QPoint(0, 300))
    assert not column.view.is_finger_down()


def test_what_is_out_of_sight_is_counted_and_reached(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards(some_cards(3))
    assert not column.more.isVisible()
    column.set_cards(some_cards(8))
    qtbot.waitUntil(column.more.isVisible)
    qtbot.waitUntil(lambda: column.more.text() == "4 more")
    assert column.more.height() == 48
    for _ in range(5):
        qtbot.waitUntil(column.more.is_settled)
        column.more.click()
        if column.more.text() == "Back to the oldest":
            break
    assert column.view.hidden_below() == 0
    qtbot.waitUntil(column.more.is_settled)
    column.more.click()
    assert column.view.verticalScrollBar().value() == 0


def test_an_empty_column_says_what_will_happen(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    assert column.empty.isVisible()
    assert column.model.rowCount() == 0
    assert column.view.isVisible()
    column.set_cards(some_cards(1))
    assert not column.empty.isVisible()


def test_the_header_tells_count_and_oldest(qtbot: QtBot, theme: Theme) -> None:
    clock = Clock()
    column = a_column(qtbot, theme, clock)
    column.set_cards([a_card("A-1", "", 6, "1 Ft"), a_card("A-2", "", 2, "1 Ft")])
    assert (column.head.pill.text(), column.head.oldest.text()) == ("2", "oldest 6 min")
    clock.time += timedelta(minutes=3)
    column.tick()
    assert column.head.oldest.text() == "oldest 9 min"
    column.set_cards([])
    assert column.head.oldest.text() == ""


class Painted(QObject):
    """Remembers what a widget was asked to repaint."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_a_tick_repaints_ages_alone(qtbot: QtBot, theme: Theme) -> None:
    clock = Clock()
    theme.change(reduced_motion=True)
    column = a_column(qtbot, theme, clock)
    column.set_cards(some_cards(3))
    viewport = column.view.viewport()
    before = viewport.grab().toImage()
    QApplication.processEvents()
    rects = [
        column.view.delegate.age_rect(column.view.visualRect(column.model.index(row)), card)
        for row, card in enumerate(column.cards)
    ]
    painted = Painted()
    viewport.installEventFilter(painted)
    clock.time += timedelta(minutes=1)
    column.tick()
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    viewport.removeEventFilter(painted)
    ages = QRegion()
    for rect in rects:
        ages += rect
    assert painted.region == ages
    after = viewport.grab().toImage()
    changed = [
        QPoint(x, y)
        for y in range(before.height())
        for x in range(before.width())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert changed
    assert all(ages.contains(point) for point in changed)


def test_opening_marks_one_card_and_ends_unseen(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards([replace(card, unseen=True) for card in some_cards(2)])
    column.mark_opened("A-2")
    assert [(card.opened, card.unseen) for card in column.cards] == [(False, True), (True, False)]
    column.mark_opened(None)
    assert [card.opened for card in column.cards] == [False, False]


def test_later_is_a_row_at_the_foot(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_fold("Later 2", "next 19:30")
    assert column.fold.isVisible()
    assert column.fold.height() == 56
    assert column.fold.accessibleName() == "Later 2 · next 19:30"
    with qtbot.waitSignal(column.fold_pressed):
        qtbot.mouseClick(column.fold, LEFT)
    column.set_fold("")
    assert not column.fold.isVisible()


def test_a_narrow_fold_row_keeps_the_time_whole(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_fold("Later 1 · Older 1", "next 03:08", "03:08")
    assert column.fold.after_in(120) == " · 03:08"
    assert column.fold.after_in(400) == " · next 03:08"
    assert column.fold.accessibleName() == "Later 1 · Older 1 · next 03:08"
    column.set_fold("Older 1", "oldest of all the days")
    assert column.fold.after_in(20) == " · oldest of all the days"
    column.set_fold("Fold away", "Older 1 · Later 1", None)
    assert (column.fold.after_in(120), column.fold.after_in(400)) == ("", " · Older 1 · Later 1")


def test_heights_are_the_measured_ones(qtbot: QtBot, theme: Theme) -> None:
    delegate = CardDelegate(theme, now)
    plain = a_card("A-1", "Table 1", 1, "900 Ft")
    marked = a_card("A-1", "Table 1", 1, "900 Ft", NOTE)
    assert (delegate.height_of(plain), delegate.height_of(marked)) == (108, 144)
    delegate.set_shows_items(True)
    assert (delegate.height_of(plain), delegate.height_of(marked)) == (134, 170)


def test_hostile_text_is_painted_as_text_and_stays_inside(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    nasty = "<img src=x>\x1b@\n‮" + "x" * 10_000 + "😀"
    card = replace(a_card("A-1", nasty, 1, "900 Ft"), vendor=nasty, items=nasty)
    column.set_shows_items(True)
    column.set_cards([card])
    assert not column.view.viewport().grab().isNull()
    assert column.view.horizontalScrollBar().maximum() == 0


def test_a_change_of_theme_repaints_the_board(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards(some_cards(2))
    before = column.grab().toImage()
    theme.change(mode=Mode.DARK)
    QApplication.processEvents()
    after = column.grab().toImage()
    assert before.pixelColor(20, 300) != after.pixelColor(20, 300)


def test_larger_text_makes_larger_cards(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards(some_cards(2))
    theme.change(text_scale=1.5)
    QApplication.processEvents()
    assert column.view.visualRect(column.model.index(0)).height() == (108 + 8) * 1.5


def test_a_new_card_fades_in_and_a_whole_board_does_not(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    model = column.model
    fades = Fades(theme, model, column)
    model.set_cards(some_cards(6))
    assert all(fades.opacity_of(card.order_id) == 1 for card in model.cards)
    model.put_card(a_card("A-50", "Table 1", 0, "900 Ft"), 6)
    assert fades.opacity_of("A-50") < 1
    qtbot.waitUntil(lambda: fades.opacity_of("A-50") == 1)
    timer = fades.findChildren(QTimer)[0]
    qtbot.waitUntil(lambda: not timer.isActive())


def test_nothing_fades_with_reduced_motion(qtbot: QtBot, theme: Theme) -> None:
    theme.change(reduced_motion=True)
    column = a_column(qtbot, theme)
    model = column.model
    fades = Fades(theme, model, column)
    model.put_card(a_card("A-50", "Table 1", 0, "900 Ft"), 0)
    assert fades.opacity_of("A-50") == 1


def test_assistive_technology_sees_a_list_and_its_items(qtbot: QtBot, theme: Theme) -> None:
    column = a_column(qtbot, theme)
    column.set_cards(some_cards(2))
    listed = QAccessible.queryAccessibleInterface(column.view)
    assert listed.role() is QAccessible.Role.List
    assert listed.text(QAccessible.Text.Name) == "New"
    assert listed.childCount() == 2
    item = listed.child(0)
    assert item.role() is QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name).startswith("A-1, Cheers, Table 1, 2 items, 1,190 Ft")
    column.set_cards([])
    assert listed.childCount() == 0
