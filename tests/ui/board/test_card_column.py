"""The columns of cards: rows, taps, ages, and nothing that slides under a finger."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QBuffer, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.states import JobState, OrderState
from app.ui.board.card import Card, CardMark
from app.ui.board.card_delegate import CardDelegate
from app.ui.board.card_look import CardLook
from app.ui.board.card_marks import fit_marks
from app.ui.board.card_model import CardModel
from app.ui.board.column import BoardColumn, EmptyText
from app.ui.board.fades import Fades
from app.ui.theme import Mode, Shape, Theme
from app.ui.widgets.chip import ChipKind, chip_width
from app.ui.wording.card import marks_of
from tests.builders import an_order_to_pay
from tests.ui.gallery_board import NOTE, NOW, STATES, a_card, now, to_pay
from tests.ui.showing import put_on_screen
from tests.ui.snapshots import SHOP, a_slip_standing, a_snapshot, cancelled_after_payment

EMPTY = EmptyText("bell", "No new orders", "Pult rings when one comes.")
LEFT = Qt.MouseButton.LeftButton


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


def pixel_rows(image: QImage) -> list[bytes]:
    data, line = bytes(image.constBits()), image.bytesPerLine()
    return [data[y * line : y * line + image.width() * 4] for y in range(image.height())]


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


def test_a_refusal_and_what_is_to_be_paid_fit_side_by_side(theme: Theme) -> None:
    refused = CardMark(ChipKind.BAD, "Not in OktoPOS", Shape.BAD, "Register")
    money = CardMark(ChipKind.MONEY, "To pay 2,680 Ft", "banknote", "To pay")
    shown = fit_marks(theme, (refused, money), theme.real(250))
    assert [text for text, _, _ in shown] == ["Register", "To pay"]
    for text, wide, mark in shown:
        assert wide >= chip_width(theme, text, has_icon=bool(mark.icon))


def test_a_refusal_is_whole_where_money_has_room_for_its_picture_alone(theme: Theme) -> None:
    refused = CardMark(ChipKind.BAD, "Not in OktoPOS", Shape.BAD, "Register")
    money = CardMark(ChipKind.MONEY, "To pay 2,680 Ft", "banknote", "To pay", picture_says_it=True)
    whole = chip_width(theme, "Register", has_icon=True)
    shown = fit_marks(theme, (refused, money), whole + theme.real(8 + 50))
    assert [text for text, _, _ in shown] == ["Register", ""]
    assert shown[0][1] >= whole


def test_a_note_is_its_picture_before_money_loses_its_words(theme: Theme) -> None:
    money = CardMark(ChipKind.MONEY, "To pay 2,680 Ft", "banknote", "To pay", picture_says_it=True)
    note = CardMark(ChipKind.PLAIN, "Megjegyzés", "note", picture_says_it=True)
    picture = chip_width(theme, "", has_icon=True)
    for words in ("To pay 2,680 Ft", "To pay"):
        wide = chip_width(theme, words, has_icon=True)
        shown = fit_marks(theme, (money, note), wide + theme.real(8) + picture)
        assert [(text, width) for text, width, _ in shown] == [(words, wide), ("", picture)]


def test_a_part_that_is_due_is_short_by_its_amount(theme: Theme) -> None:
    order = an_order_to_pay(900, state=OrderState.READY)
    unsure, money = marks_of(a_snapshot(order, slip=a_slip_standing(JobState.UNSURE)), SHOP)[:2]
    texts = [unsure.short, "900 Ft"]
    room = sum(chip_width(theme, text, has_icon=True) for text in texts) + theme.real(8)
    shown = fit_marks(theme, (unsure, money), room)
    assert [text for text, _, _ in shown] == texts


def test_a_cancelled_order_says_so_beside_the_money_to_give_back(theme: Theme) -> None:
    order = cancelled_after_payment()
    taken = (replace(order.taken[0], amount=order.basket.total),)
    snapshot = a_snapshot(replace(order, attention=None, taken=taken))
    ended, money = marks_of(snapshot, SHOP)[:2]
    whole = sum(chip_width(theme, mark.text, has_icon=True) for mark in (ended, money))
    shown = fit_marks(theme, (ended, money), whole - theme.real(4))
    assert [text for text, _, _ in shown] == ["Cancelled", "Give back"]


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


@pytest.mark.parametrize("shows_items", [False, True], ids=["narrow", "wide"])
@pytest.mark.parametrize("width", [200, 280, 480])
@pytest.mark.parametrize("title", [title for title, _, _ in STATES])
def test_every_state_stays_inside_its_card(
    qtbot: QtBot, either_theme: Theme, title: str, width: int, shows_items: bool
) -> None:
    card, look = next((card, look) for name, card, look in STATES if name == title)
    delegate = CardDelegate(either_theme, now)
    delegate.set_shows_items(shows_items)
    high = delegate.height_of(card)
    image = QImage(width + 16, high + 16, QImage.Format.Format_RGB32)
    image.fill(QColor(either_theme.tokens.canvas))
    painter = QPainter(image)
    delegate.paint_card(painter, QRect(8, 8, width, high).toRectF(), card, look)
    painter.end()
    rows = pixel_rows(image)
    empty = QColor(either_theme.tokens.canvas).rgb().to_bytes(4, "little")
    margin = 8 - (5 if look.focused else 1)
    assert all(row == empty * image.width() for row in rows[:margin] + rows[-margin:])
    for row in rows:
        assert row[: margin * 4] == row[-margin * 4 :] == empty * margin
    bottom = rows[8 + high - 4][24 * 4 : (width - 8) * 4]
    assert bottom == bottom[:4] * (len(bottom) // 4), "something touches the lower edge"


def test_states_look_different_in_both_themes(qtbot: QtBot, either_theme: Theme) -> None:
    delegate = CardDelegate(either_theme, now)
    base = a_card("A-1", "Table 1", 1, "900 Ft")
    looks = {
        "plain": (base, CardLook()),
        "unseen": (replace(base, unseen=True), CardLook()),
        "opened": (replace(base, opened=True), CardLook()),
        "struck": (replace(base, struck=True), CardLook()),
        "pressed": (base, CardLook(pressed=True)),
        "focused": (base, CardLook(focused=True)),
        "late soon": (replace(base, limit=1.25), CardLook()),
        "late": (replace(base, limit=1), CardLook()),
    }
    pictures = {}
    for name, (card, look) in looks.items():
        image = QImage(300, 120, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        delegate.paint_card(painter, QRect(6, 6, 288, 108).toRectF(), card, look)
        painter.end()
        pictures[bytes(image.constBits())] = name
    assert len(pictures) == len(looks)


def _texts(delegate: CardDelegate, card: Card, width: int) -> str:
    """What is written on a card of this width, as the SVG of it says."""
    drawn = QBuffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(drawn)
    painter = QPainter(drawing)
    delegate.paint_card(painter, QRect(0, 0, width, delegate.height_of(card)).toRectF(), card)
    painter.end()
    return bytes(drawn.data().data()).decode()


@pytest.mark.parametrize("number", ["A-42", "HH01", "B-99", "2048"])
def test_the_number_of_a_late_order_is_never_cut(qtbot: QtBot, theme: Theme, number: str) -> None:
    delegate = CardDelegate(theme, now)
    card = replace(a_card(number, "Table 1", 15, "900 Ft"), limit=3, unseen=True)
    assert "Late" in _texts(delegate, card, 300)
    for width in range(255, 300):
        texts = _texts(delegate, card, width)
        assert f">{number}</text>" in texts, width
        assert "…" not in texts, width


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


@pytest.mark.parametrize("room", [200, 220, 260])
def test_two_marks_are_both_seen_and_money_is_whole(theme: Theme, room: int) -> None:
    ended = CardMark(ChipKind.BAD_SOLID, "Cancelled by the customer", "close", "Cancelled")
    money = CardMark(ChipKind.MONEY, "Give 900", "banknote")
    (first, wide, _), (second, money_wide, _) = fit_marks(theme, (ended, money), room)
    assert (first, second) == ("Cancelled", "Give 900")
    assert wide >= 60
    assert money_wide == chip_width(theme, "Give 900", has_icon=True)
    assert wide + money_wide + theme.real(8) <= room
