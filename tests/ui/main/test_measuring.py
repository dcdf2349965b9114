"""Measuring the screen's dots per inch with a bank card, in Settings."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.settings_news import SettingsKept
from app.ui.settings_kit import KeyPage
from app.ui.settings_kit.card_outline import CardOutline
from app.ui.settings_kit.measure_dialog import MeasureDialog
from app.ui.settings_kit.paired_control import PairedControl
from app.ui.theme import Mode, Theme
from tests.ui.books import a_book
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.test_setting_rows import field, open_page, type_into
from tests.ui.reading import buttons, press
from tests.ui.showing import put_on_screen

KEY = "till.dots_per_inch"
MM_PER_INCH = 25.4


def measuring(shown: Shown, page: KeyPage) -> MeasureDialog:
    shown.qtbot.waitUntil(page.rows[KEY].isVisible)
    press(shown.qtbot, page.rows[KEY], "Measure with a bank card")
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, MeasureDialog)
    return dialog


def an_outline(qtbot: QtBot, theme: Theme, dpi: float, size: tuple[int, int]) -> CardOutline:
    outline = CardOutline(theme, "Dots per inch", dpi, 800)
    outline.resize(*size)
    qtbot.addWidget(outline)
    put_on_screen(qtbot, outline)
    return outline


def drawn(outline: CardOutline) -> tuple[float, float]:
    """Width and height of what is drawn in the line's colour, in the px of widgets."""
    image: QImage = outline.grab().toImage()
    line = QColor(outline._theme.tokens.accent).rgb()
    dots = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == line
    ]
    across, down = {x for x, _ in dots}, {y for _, y in dots}
    ratio = image.devicePixelRatio()
    return (max(across) - min(across) + 1) / ratio, (max(down) - min(down) + 1) / ratio


@pytest.mark.parametrize("dpi", [72, 96, 141])
def test_the_outline_is_as_large_as_a_card_on_such_a_screen(
    qtbot: QtBot, theme: Theme, dpi: float
) -> None:
    wide, high = drawn(an_outline(qtbot, theme, dpi, (640, 420)))
    assert wide == pytest.approx(85.6 / MM_PER_INCH * dpi, abs=1)
    assert high == pytest.approx(53.98 / MM_PER_INCH * dpi, abs=1.5)


def test_large_text_does_not_make_the_card_larger(qtbot: QtBot) -> None:
    large = Theme(Mode.LIGHT, dpi=96, text_scale=2.0)
    wide, _ = drawn(an_outline(qtbot, large, 96, (640, 420)))
    assert wide == pytest.approx(85.6 / MM_PER_INCH * 96, abs=1)


def test_in_a_high_place_the_card_stands_and_in_a_low_one_its_width_is_whole(
    qtbot: QtBot, theme: Theme
) -> None:
    wide, high = drawn(an_outline(qtbot, theme, 160, (400, 700)))
    assert wide == pytest.approx(53.98 / MM_PER_INCH * 160, abs=1)
    assert high == pytest.approx(85.6 / MM_PER_INCH * 160, abs=1.5)
    wide, high = drawn(an_outline(qtbot, theme, 160, (640, 100)))
    assert (wide, high) == (pytest.approx(85.6 / MM_PER_INCH * 160, abs=1), 100)


def test_what_has_no_room_is_neither_drawn_nor_told(qtbot: QtBot, theme: Theme) -> None:
    outline = an_outline(qtbot, theme, 400, (500, 300))
    assert drawn(outline)[0] == 500
    assert outline.dpi == pytest.approx(500 / 85.6 * MM_PER_INCH, abs=0.05)
    assert not outline.can_change(1)
    outline.change(10)
    assert drawn(outline)[0] == 500
    outline.change(-1)
    assert drawn(outline)[0] == pytest.approx(499, abs=0.5)


def test_what_was_measured_waits_for_save_as_if_it_were_typed(show: Show) -> None:
    shown = show(book=a_book("[till]\ndots_per_inch = 120.0\n"))
    page = open_page(shown, "look")
    dialog = measuring(shown, page)
    long = round(120 / MM_PER_INCH * 85.6)
    for name, px in (("Larger", 1), ("Much larger", 10), ("Much larger", 10), ("Smaller", -1)):
        press(shown.qtbot, dialog, name)
        long += px
    press(shown.qtbot, dialog, "Much smaller")
    assert shown.till.of("keep_settings") == []
    measured = round((long - 10) / 85.6 * MM_PER_INCH, 1)
    assert dialog.outline.accessibleName() == f"Dots per inch: {measured:g}"
    press(shown.qtbot, dialog, "Use this size")
    assert shown.work.layer.dialog is None
    assert field(page, "Dots per inch").text() == f"{measured:g}"
    press(shown.qtbot, page.foot, "Save")
    ((asked, values),) = shown.till.of("keep_settings")
    assert values == {KEY: measured}
    shown.say(SettingsKept(asked, values))
    assert page.foot.said.text() == "Saved."


@pytest.mark.parametrize("way", ["Back", "Close"])
def test_leaving_changes_nothing(show: Show, way: str) -> None:
    shown = show()
    page = open_page(shown, "look")
    dialog = measuring(shown, page)
    press(shown.qtbot, dialog, "Much larger")
    press(shown.qtbot, dialog, way)
    assert shown.work.settings.draft.changes() == {}
    assert field(page, "Dots per inch").text() == "0"


def test_it_begins_with_what_was_typed_or_else_with_what_is_in_force(
    show: Show, theme: Theme
) -> None:
    shown = show()
    page = open_page(shown, "look")
    dialog = measuring(shown, page)
    assert dialog.outline.dpi == pytest.approx(theme.dpi, abs=0.2)
    press(shown.qtbot, dialog, "Back")
    type_into(shown, page, "Dots per inch", "110")
    assert measuring(shown, page).outline.dpi == pytest.approx(110, abs=0.2)


def test_everything_is_in_sight_on_the_smallest_screen_with_the_largest_text(
    show: Show, qapp: QApplication, theme: Theme
) -> None:
    theme.change(text_scale=2.0)
    shown = show()
    shown.window.resize(1024, 600)
    dialog = measuring(shown, open_page(shown, "look"))
    shown.qtbot.waitUntil(lambda: not dialog._scroll.verticalScrollBar().isVisible())
    for name in ("Smaller", "Much smaller", "Larger", "Much larger", "Use this size", "Back"):
        key = buttons(dialog)[name]
        assert key.visibleRegion().boundingRect() == key.rect(), name
    assert dialog.outline.height() > 90


@pytest.mark.parametrize("key", ["till.accent", KEY])
@pytest.mark.parametrize(("text", "size"), [(2.0, (1024, 600)), (1.0, (1280, 800))])
def test_parts_of_a_row_stand_below_each_other_where_there_is_no_room_beside(
    show: Show, qapp: QApplication, theme: Theme, key: str, text: float, size: tuple[int, int]
) -> None:
    theme.change(text_scale=text)
    shown = show()
    shown.window.resize(*size)
    page = open_page(shown, "look")
    control = page.rows[key].control
    assert isinstance(control, PairedControl)
    first, second = control._parts

    def is_whole() -> bool:
        if any(part.height() < theme.px(56) for part in (first, second)):
            return False
        right_of = second.x() >= first.x() + first.width()
        below = second.y() >= first.y() + first.height()
        return below if text > 1 else right_of

    shown.qtbot.waitUntil(is_whole)
    assert page.rows[key].width() <= page.section.width()
