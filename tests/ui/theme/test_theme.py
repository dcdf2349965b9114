"""Scale, fonts, icons, shapes, and the signal when the look changes."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings.resources import resource_path
from app.ui.theme import DARK, LIGHT, Mode, Scale, Shape, Theme, Tokens, paint_shape
from app.ui.theme.fonts import load_fonts
from app.ui.theme.icons import icon_pixmap
from app.ui.theme.scale import dpi_from_bank_card, physical_dpi
from app.ui.theme.style import style_sheet
from app.ui.theme.tokens import with_accent
from app.ui.theme.type import STYLES, styled_font

ICONS = sorted(path.stem for path in resource_path("icons").glob("*.svg"))
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")


def painted(shape: Shape, tokens: Tokens, size: int) -> QImage:
    image = QImage(size + 8, size + 8, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_shape(painter, QRectF(4, 4, size, size), shape, tokens)
    painter.end()
    return image


def has_ink(image: QImage, x: int, y: int) -> bool:
    return QColor.fromRgba(image.pixel(x, y)).alpha() > 8


def test_scale_keeps_48_px_at_12_mm() -> None:
    for dpi in (72, 96, 101.6, 120, 160, 220):
        pixels = Scale.of(dpi).px(48)
        assert pixels / dpi * 25.4 >= 11.9


def test_scale_is_never_under_one_and_grows_with_text() -> None:
    assert Scale.of(70).factor == 1
    assert Scale.of(96, 2.0).factor == 2
    assert Scale.of(96, 9).factor == 2
    assert Scale.of(203.2, 1.5).factor == pytest.approx(3)


def test_a_thin_line_never_vanishes() -> None:
    assert Scale(1.0).px(0.3) == 1
    assert Scale(1.0).px(0) == 0


@pytest.mark.parametrize("width_mm", [0, 12, 79, 3001, -5])
def test_absurd_screens_count_as_96_dpi(width_mm: float) -> None:
    assert physical_dpi(1280, width_mm) == 96


def test_a_bank_card_measures_the_screen() -> None:
    assert dpi_from_bank_card(85.6 / 25.4 * 120) == pytest.approx(120)
    assert dpi_from_bank_card(0) == 96


def test_inter_is_loaded_in_four_weights(qapp: QApplication) -> None:
    assert load_fonts()
    for weight in (400, 500, 600, 700):
        font = QFont("Inter")
        font.setPixelSize(20)
        font.setWeight(QFont.Weight(weight))
        info = QFontInfo(font)
        assert (info.family(), info.weight()) == ("Inter", weight)


def test_the_licence_lies_beside_the_fonts() -> None:
    text = resource_path("fonts/OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_no_text_is_smaller_than_14_px() -> None:
    assert min(style.px for style in STYLES.values()) == 14


@pytest.mark.parametrize("name", sorted(STYLES))
def test_every_style_gives_a_font(qapp: QApplication, name: str) -> None:
    font = styled_font(name, 1.5)
    assert font.pixelSize() == round(STYLES[name].px * 1.5)
    assert bool(font.featureTags()) is STYLES[name].tabular


def test_money_and_times_are_tabular_and_order_numbers_are_not() -> None:
    for name in ("due", "change", "clock", "amount", "price", "age", "total"):
        assert STYLES[name].tabular
    for name in ("number_xl", "number_l", "display"):
        assert not STYLES[name].tabular


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_the_asked_colour(qapp: QApplication, name: str) -> None:
    image = icon_pixmap(name, "#2A45D6", 24).toImage()
    colours = {
        QColor.fromRgba(image.pixel(x, y)).name()
        for x in range(24)
        for y in range(24)
        if QColor.fromRgba(image.pixel(x, y)).alpha() == 255
    }
    assert colours == {"#2a45d6"}


def test_an_icon_is_kept_for_its_size_and_pixel_ratio(qapp: QApplication) -> None:
    assert icon_pixmap("plus", "#000000", 24, 2.0).width() == 48
    first = icon_pixmap("plus", "#000000", 24)
    assert first.cacheKey() == icon_pixmap("plus", "#000000", 24).cacheKey()
    assert first.cacheKey() != icon_pixmap("plus", "#000001", 24).cacheKey()


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(OSError, match="no-such-icon"):
        icon_pixmap("no-such-icon", "#000000", 24)


@pytest.mark.parametrize("size", [14, 20, 32, 248])
@pytest.mark.parametrize("shape", list(Shape))
def test_shapes_stay_in_their_square(qapp: QApplication, shape: Shape, size: int) -> None:
    for tokens in (LIGHT, DARK):
        image = painted(shape, tokens, size)
        edge = size + 7
        outer = [(x, y) for x in range(edge + 1) for y in (0, 1, edge - 1, edge)]
        outer += [(y, x) for x, y in outer]
        assert not any(has_ink(image, x, y) for x, y in outer)
        assert any(has_ink(image, x, y) for x in range(4, edge - 3) for y in range(4, edge - 3))


def test_states_differ_in_grey(qapp: QApplication) -> None:
    states = [shape for shape in Shape if shape not in (Shape.CLOCK, Shape.CARD, Shape.BAG)]
    grey = {
        bytes(painted(s, LIGHT, 20).convertToFormat(QImage.Format.Format_Alpha8).constBits())
        for s in states
    }
    # Three of the rings differ by the mark inside, which alpha alone shows as well.
    assert len(grey) == len(states)


def test_the_style_sheet_is_all_filled_in() -> None:
    for tokens in (LIGHT, DARK):
        sheet = style_sheet(tokens, Scale(1.5))
        assert "$" not in sheet
        assert tokens.surface in sheet


def test_no_colour_is_named_outside_the_tokens() -> None:
    folder = Path(__file__).resolve().parents[3] / "app" / "ui"
    guilty = [
        str(path.relative_to(folder))
        for path in folder.rglob("*.py")
        if path.name != "tokens.py" and HEX.search(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []


def test_changing_the_mode_is_told_once(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.change(mode=Mode.DARK)
    assert theme.is_dark
    with qtbot.assertNotEmitted(theme.changed):
        theme.change(mode=Mode.DARK)


def test_changing_the_text_scale_is_told_and_measures_grow(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.change(text_scale=1.5)
    assert theme.px(48) == 72
    assert theme.font("body").pixelSize() == 24


def test_a_refused_accent_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    before = theme.tokens
    with qtbot.assertNotEmitted(theme.changed), pytest.raises(ValueError, match="RRGGBB"):
        theme.change(accent="blue", text_scale=1.5)
    assert (theme.tokens, theme.px(48)) == (before, 48)


def test_a_shops_accent_holds_in_both_themes_until_ours_is_wanted(qtbot: QtBot) -> None:
    theme = Theme(Mode.LIGHT, dpi=96)
    with qtbot.waitSignal(theme.changed):
        theme.change(accent="#7A1FA2")
    assert theme.tokens == with_accent(LIGHT, "#7A1FA2")
    theme.change(mode=Mode.DARK)
    assert theme.tokens == with_accent(DARK, "#7A1FA2")
    theme.change(accent="")
    assert theme.tokens == DARK


def test_everything_settings_name_changes_with_one_restyling(qtbot: QtBot) -> None:
    theme = Theme(Mode.LIGHT, dpi=96)
    restyled: list[bool] = []
    theme.changed.connect(lambda: restyled.append(True))
    theme.change(mode=Mode.DARK, dpi=203.2, text_scale=1.5, reduced_motion=True)
    assert (theme.is_dark, theme.scale.factor, theme.reduced_motion) == (True, 3.0, True)
    assert restyled == [True]


def test_no_measured_dots_mean_those_of_the_screen(qtbot: QtBot) -> None:
    measured, reported = Theme(Mode.LIGHT, dpi=300), Theme(Mode.LIGHT)
    measured.change(mode=Mode.LIGHT, dpi=0, text_scale=1.0, reduced_motion=False)
    assert measured.scale == reported.scale
