"""Banners and lamps: what lasts, and how each connected thing is."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Shape, Theme
from app.ui.widgets import BannerStack, BannerText, LampBar, LampState, PageBar
from tests.ui.gallery import LAMPS
from tests.ui.showing import put_on_screen

PRINTER = BannerText("printer", Shape.BAD, "counter: paper out", "Put in a roll.", "Other printer")
PAUSE = BannerText("pause", Shape.WARN, "Cheers is paused", "Orders wait.", "Resume now")
LOKE = BannerText("loke", Shape.BAD, "LOKE has not answered", "Orders are safe.")


def a_bar(qtbot: QtBot, theme: Theme, width: int = 1280) -> LampBar:
    bar = LampBar(theme)
    qtbot.addWidget(bar)
    bar.resize(width, 56)
    put_on_screen(qtbot, bar)
    bar.show_lamps(LAMPS)
    return bar


def test_no_banner_takes_no_room(qtbot: QtBot, theme: Theme) -> None:
    stack = BannerStack(theme)
    qtbot.addWidget(stack)
    stack.show_banners([])
    assert stack.isHidden()


def test_the_worst_banner_comes_first(qtbot: QtBot, theme: Theme) -> None:
    stack = BannerStack(theme)
    qtbot.addWidget(stack)
    stack.show_banners([PAUSE, PRINTER])
    assert [banner.text.key for banner in stack.banners()] == ["printer", "pause"]


def test_banners_are_72_to_80_high(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    stack = BannerStack(theme)
    column.addStretch(1)
    column.addWidget(stack)
    qtbot.addWidget(holder)
    stack.show_banners([PAUSE, PRINTER])
    holder.resize(888, 600)
    put_on_screen(qtbot, holder)
    heights = [banner.height() for banner in stack.banners()]
    assert all(72 <= height <= 80 for height in heights), heights


def test_three_banners_become_one_that_lists_them(qtbot: QtBot, theme: Theme) -> None:
    stack = BannerStack(theme)
    qtbot.addWidget(stack)
    stack.show_banners([PAUSE, PRINTER, LOKE])
    assert [banner.text.head for banner in stack.banners()] == ["3 problems"]
    assert stack.banners()[0].text.line.endswith("· and 1 more")
    button = stack.banners()[0].button
    qtbot.waitUntil(button.is_settled)
    with qtbot.waitSignal(stack.acted) as told:
        button.click()
    assert told.args == [""]


def test_a_banner_that_stays_keeps_its_widget(qtbot: QtBot, theme: Theme) -> None:
    stack = BannerStack(theme)
    qtbot.addWidget(stack)
    stack.show_banners([PRINTER])
    before = stack.banners()[0]
    stack.show_banners([replace(PRINTER, line="3 slips wait.")])
    assert stack.banners()[0] is before
    assert before.text.line == "3 slips wait."


def test_a_button_that_comes_under_a_finger_rests_first(qtbot: QtBot, theme: Theme) -> None:
    stack = BannerStack(theme)
    qtbot.addWidget(stack)
    stack.show_banners([PAUSE, PRINTER, LOKE])
    button = stack.banners()[0].button
    qtbot.waitUntil(button.is_settled)
    stack.show_banners([replace(PRINTER, line="3 slips wait."), LOKE])
    assert not any(banner.button.is_settled() for banner in stack.banners())
    for banner in stack.banners():
        qtbot.waitUntil(banner.button.is_settled)
    stack.show_banners([PRINTER, LOKE])
    assert all(banner.button.is_settled() for banner in stack.banners())


def test_a_banners_button_gives_its_key(qtbot: QtBot, theme: Theme) -> None:
    stack = BannerStack(theme)
    qtbot.addWidget(stack)
    stack.show_banners([PRINTER])
    button = stack.banners()[0].button
    qtbot.waitUntil(button.is_settled)
    with qtbot.waitSignal(stack.acted) as told:
        button.click()
    assert told.args == ["printer"]


def test_lamps_are_labels_called_name_and_word(qtbot: QtBot, theme: Theme) -> None:
    bar = a_bar(qtbot, theme)
    assert bar.accessibleName() == "Status"
    assert [lamp.text() for lamp in bar.lamps()][:2] == ["Cheers: connected", "LOKE: offline"]
    assert bar.lamps()[0].accessibleDescription() == "4 s"


def test_lamps_are_changed_in_place(qtbot: QtBot, theme: Theme) -> None:
    bar = a_bar(qtbot, theme)
    before = bar.lamps()
    bar.show_lamps([replace(LAMPS[0], age="9 s"), *LAMPS[1:-1]])
    assert bar.lamps() == before[:-1]
    assert before[0].accessibleDescription() == "9 s"


def test_lamps_fill_the_row_without_overlap(qtbot: QtBot, theme: Theme) -> None:
    for width in (640, 888, 1280, 1920):
        bar = a_bar(qtbot, theme, width)
        lamps = [lamp for lamp in bar.lamps() if lamp.width() > 1]
        for left, right in pairwise(lamps):
            assert left.geometry().right() < right.geometry().left()
        assert lamps[-1].geometry().right() <= width


def test_only_trouble_has_a_pale_ground(qtbot: QtBot, theme: Theme) -> None:
    bar = a_bar(qtbot, theme)
    tokens = theme.tokens
    grounds = {
        lamp.state.key: QColor.fromRgba(lamp.grab().toImage().pixel(3, 3)).name().upper()
        for lamp in bar.lamps()
    }
    assert grounds["cheers"] == tokens.surface
    assert grounds["akinon"] == tokens.surface
    assert grounds["camera"] == tokens.surface
    assert grounds["loke"] == tokens.bad_pale
    assert grounds["counter"] == tokens.warn_pale


def test_folding_keeps_trouble_in_sight_and_every_lamp_for_assistive_technology(
    qtbot: QtBot, theme: Theme
) -> None:
    bar = a_bar(qtbot, theme, 640)
    bar.set_folds(True)
    wide = {lamp.state.key for lamp in bar.lamps() if lamp.width() > 1}
    assert wide == {"loke", "counter", "camera"}
    assert all(lamp.isVisible() for lamp in bar.lamps())


def test_the_well_ones_fold_where_the_words_of_all_would_be_cut(qtbot: QtBot, theme: Theme) -> None:
    bar = a_bar(qtbot, theme, 1920)
    whole = sum(lamp.wanted_width(with_age=False) for lamp in bar.lamps())
    for width in (whole, whole - 1):
        bar.resize(width, 56)
        seen = [lamp for lamp in bar.lamps() if lamp.width() > 1]
        assert len(seen) == (len(LAMPS) if width == whole else 3)
        assert all(lamp.width() >= lamp.wanted_width(with_age=False) - 1 for lamp in seen)
    assert all(lamp.isVisible() for lamp in bar.lamps())


def test_a_tap_and_enter_open_a_lamp(qtbot: QtBot, theme: Theme) -> None:
    bar = a_bar(qtbot, theme)
    lamp = bar.lamps()[1]
    with qtbot.waitSignal(bar.lamp_pressed) as told:
        qtbot.mouseClick(lamp, Qt.MouseButton.LeftButton)
    assert told.args == ["loke"]
    with qtbot.waitSignal(bar.lamp_pressed) as told:
        qtbot.keyClick(lamp, Qt.Key.Key_Return)
    assert told.args == ["loke"]


def test_hostile_names_stay_text(qtbot: QtBot, theme: Theme) -> None:
    bar = a_bar(qtbot, theme)
    bar.show_lamps([LampState("x", "<b>x</b>", "ready", Shape.OK)])
    assert bar.lamps()[0].text() == "<b>x</b>: ready"


def test_a_page_bar_leaves_out_the_clock_before_the_new_orders(qtbot: QtBot, theme: Theme) -> None:
    bar = PageBar(theme, "History")
    qtbot.addWidget(bar)
    bar.show_time("12:24")
    bar.show_new_orders(3)
    bar.resize(800, bar.height())
    put_on_screen(qtbot, bar)
    assert bar.clock.isVisible()
    bar.resize(440, bar.height())
    qtbot.waitUntil(lambda: not bar.clock.isVisible())
    assert bar.new_orders.isVisible()
    bar.show_new_orders(0)
    qtbot.waitUntil(bar.clock.isVisible)
