"""Labels take any text and neither grow a window nor lose a line."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets import Label
from tests.ui.showing import put_on_screen

LONG = "x" * 10_000


def in_a_column(qtbot: QtBot, label: Label, width: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    column.addStretch(1)
    qtbot.addWidget(holder)
    holder.resize(width, 400)
    put_on_screen(qtbot, holder)
    return holder


@pytest.mark.parametrize("text", [LONG, "word " * 2000, "a\n" * 500], ids=["x", "words", "lines"])
def test_hostile_text_does_not_widen_the_panel(qtbot: QtBot, theme: Theme, text: str) -> None:
    label = Label(theme, text, wrap=True)
    area = QScrollArea()
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.setWidget(in_a_column(qtbot, label, 360))
    area.resize(392, 400)
    put_on_screen(qtbot, area)
    assert label.width() <= 392
    assert area.horizontalScrollBar().maximum() == 0
    assert label.height() > 400


def test_a_wrapped_label_is_as_high_as_its_lines(qtbot: QtBot, theme: Theme) -> None:
    one = Label(theme, "Kérem hab nélkül", wrap=True)
    two = Label(theme, "Kérem hab nélkül\nköszönöm", wrap=True)
    holders = [in_a_column(qtbot, label, 300) for label in (one, two)]
    assert all(holder.isVisible() for holder in holders)
    assert two.heightForWidth(300) == pytest.approx(2 * one.heightForWidth(300), abs=2)


def test_markup_and_control_characters_are_shown_as_they_are(qtbot: QtBot, theme: Theme) -> None:
    text = "<b>bold</b>\x1b@ &amp; \u202e"
    for wrap, elide in ((False, False), (True, False), (False, True)):
        label = Label(theme, text, wrap=wrap, elide=elide)
        holder = in_a_column(qtbot, label, 200)
        assert label.text() == text
        assert not holder.grab().isNull()


def test_an_eliding_label_never_asks_for_width(qtbot: QtBot, theme: Theme) -> None:
    label = Label(theme, LONG, elide=True)
    holder = in_a_column(qtbot, label, 120)
    assert holder.width() == 120
    assert label.minimumSizeHint().width() == 0


def test_ink_follows_the_theme(qtbot: QtBot, either_theme: Theme) -> None:
    label = Label(either_theme, "W", "number_xl", "bad_text", wrap=True)
    holder = in_a_column(qtbot, label, 100)
    image = holder.grab().toImage()
    wanted = QColor(either_theme.tokens.bad_text)
    assert any(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )
