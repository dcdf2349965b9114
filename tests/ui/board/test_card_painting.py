"""One card as it is painted: what stands on it whole, what gives way, and no mark leaves it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from app.domain.states import JobState, OrderState
from app.ui.board.card import Card, CardMark
from app.ui.board.card_delegate import CardDelegate
from app.ui.board.card_look import CardLook
from app.ui.board.card_marks import fit_marks
from app.ui.theme import Shape, Theme
from app.ui.widgets.chip import ChipKind, chip_width
from app.ui.wording.card import marks_of
from tests.builders import an_order_to_pay
from tests.ui.gallery_board import STATES, a_card, now
from tests.ui.snapshots import SHOP, a_slip_standing, a_snapshot, cancelled_after_payment


def pixel_rows(image: QImage) -> list[bytes]:
    data, line = bytes(image.constBits()), image.bytesPerLine()
    return [data[y * line : y * line + image.width() * 4] for y in range(image.height())]


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


@pytest.mark.parametrize("room", [200, 220, 260])
def test_two_marks_are_both_seen_and_money_is_whole(theme: Theme, room: int) -> None:
    ended = CardMark(ChipKind.BAD_SOLID, "Cancelled by the customer", "close", "Cancelled")
    money = CardMark(ChipKind.MONEY, "Give 900", "banknote")
    (first, wide, _), (second, money_wide, _) = fit_marks(theme, (ended, money), room)
    assert (first, second) == ("Cancelled", "Give 900")
    assert wide >= 60
    assert money_wide == chip_width(theme, "Give 900", has_icon=True)
    assert wide + money_wide + theme.real(8) <= room
