"""The window at every size: nothing cut, nothing overlapping, every target large enough."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.news import HistoryRead, LampChanged, OrderShown, SlipQuestionsChanged
from app.domain.states import Move, OrderState
from app.ui.arrangement import Layout, layout_for
from app.ui.history.page import HistoryPage
from app.ui.relay import Relay
from app.ui.settings_page.page import SettingsPage
from app.ui.theme import Mode, Theme
from app.ui.widgets import Keypad, Lamp
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import PAPER_OUT, a_story, history_found, questions, the_day
from tests.ui.main.test_messages import moved
from tests.ui.reading import buttons, clipped, read_name, visible
from tests.ui.screens import a_window
from tests.ui.showing import put_on_screen

SIZES = [(1024, 600), (1280, 800), (1920, 1080), (1080, 1920), (800, 1280)]


@pytest.mark.parametrize(
    ("size", "factor", "layout"),
    [
        ((1920, 1080), 1, Layout.WIDE),
        ((1600, 900), 1, Layout.WIDE),
        ((1599, 900), 1, Layout.MIDDLE),
        ((1180, 800), 1, Layout.MIDDLE),
        ((1024, 600), 1, Layout.SMALL),
        ((1080, 1920), 1, Layout.PORTRAIT),
        ((900, 1200), 1, Layout.PORTRAIT),
        ((800, 1280), 1, Layout.TABS),
        ((1280, 800), 2, Layout.TABS),
        ((3840, 2160), 2, Layout.WIDE),
    ],
)
def test_the_layout_follows_the_effective_size(
    size: tuple[int, int], factor: float, layout: Layout
) -> None:
    assert layout_for(QSize(*size), factor) is layout


def busy(shown: Shown) -> Shown:
    shown.orders(*the_day())
    shown.say(LampChanged(PAPER_OUT), moved("A-35"))
    return shown


def small(root: QWidget) -> list[str]:
    targets = [
        widget
        for kind in (QAbstractButton, QLineEdit, Lamp)
        for widget in visible(root, kind)
        if widget.width() > 1
    ]
    assert targets
    return [
        f"{read_name(widget)!r} {widget.width()} by {widget.height()}"
        for widget in targets
        if widget.width() < 48 or widget.height() < 48
    ]


def cut(root: QWidget) -> list[str]:
    """Give the texts that are cut, but not of labels that only assistive technology finds."""
    unseen = {label.text()[:60] for label in visible(root, QLabel) if label.width() == 1}
    return [text for text in clipped(root) if text not in unseen]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("opened", ["", "order-42", "order-37"])
def test_board_and_panel_fit(show: Show, size: tuple[int, int], opened: str) -> None:
    shown = busy(show(size=size))
    if opened:
        shown.work.opened.open(opened)
    shown.qtbot.waitUntil(lambda: cut(shown.work.stage) == [])
    assert small(shown.work.stage) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_parts_do_not_overlap(show: Show, size: tuple[int, int]) -> None:
    shown = busy(show(size=size))
    shown.say(SlipQuestionsChanged(questions()))
    stage = shown.work.stage
    stage.kept.keep("PULT-1", "A-36")
    parts = [stage.top, stage.board, stage.banners, stage.kept, stage.strip, stage.lamps]
    if stage.layout_in_force.panel_is_docked:
        parts.append(stage.panel)
    for one, other in combinations(parts, 2):
        assert not one.geometry().intersects(other.geometry()), (one, other)
    for part in parts:
        assert stage.rect().contains(part.geometry()), part


def test_the_panel_lies_over_a_small_board_without_moving_it(show: Show) -> None:
    shown = busy(show(size=(1024, 600)))
    board = shown.work.stage.board.geometry()
    assert not shown.work.panel.isVisible()
    shown.work.opened.open("order-42")
    assert shown.work.stage.board.geometry() == board
    assert shown.work.panel.geometry().left() == 640
    assert shown.work.stage.strip.geometry().right() == 639


def test_one_column_at_a_time_in_a_narrow_window(show: Show) -> None:
    shown = busy(show(size=(800, 1280)))
    assert shown.numbers("New")
    shown.press("Ready 3", shown.work.board.tabs)
    assert shown.numbers("Ready") == ["A-33", "A-37", "A-36"]
    shown.tap("A-36", "Ready")
    assert shown.work.panel.width() == 800
    shown.work.ways.on_escape()
    assert not shown.work.panel.isVisible()
    shown.work.ways.on_order_wanted("order-42")
    shown.work.ways.on_escape()
    assert "A-42" in shown.numbers("New")


@pytest.mark.parametrize("size", SIZES)
def test_history_fits(show: Show, size: tuple[int, int]) -> None:
    shown = busy(show(size=size))
    shown.work.away.on_history()
    page = shown.work.pages.page("history")
    assert isinstance(page, HistoryPage)
    shown.say(HistoryRead(page.asked, history_found()))
    page.on_chosen("order-33")
    shown.say(OrderShown(the_day()[9], a_story()))
    shown.qtbot.waitUntil(lambda: cut(page) == [])
    assert small(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("section", ["till", "vendors", "printers", "scanners", "look", "about"])
def test_settings_fit(show: Show, size: tuple[int, int], section: str) -> None:
    shown = busy(show(size=size))
    shown.work.away.on_settings()
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_section(section)
    shown.qtbot.waitUntil(lambda: cut(page) == [])
    assert small(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_dialogs_of_status_fit(show: Show, size: tuple[int, int]) -> None:
    shown = busy(show(size=size))
    shown.work.lamps.open_lamp("printer:counter")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    shown.qtbot.waitUntil(lambda: cut(dialog) == [])
    assert small(dialog) == []
    assert shown.work.stage.rect().contains(dialog.geometry())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("move", [Move.TAKE_PAYMENT, Move.REJECT])
def test_order_dialogs_stay_in_the_window(show: Show, size: tuple[int, int], move: Move) -> None:
    shown = busy(show(size=size))
    shown.work.opened.open("order-42")
    snapshot = shown.work.board.order("order-42")
    assert snapshot is not None
    shown.work.opened.on_dialog_wanted(move, snapshot)
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert shown.work.stage.rect().contains(dialog.geometry())
    assert not dialog.geometry().intersects(shown.work.stage.strip.geometry())


def test_at_twice_the_text_size_nothing_is_cut(qtbot: QtBot, qapp: object) -> None:
    assert isinstance(qapp, QApplication)
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=2)
    theme.apply_to(qapp)
    window = a_window(theme, Relay())
    qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
    window.resize(1280, 1024)
    put_on_screen(qtbot, window)
    qtbot.waitUntil(lambda: cut(window.work.stage) == [])
    assert [name for name in small(window.work.stage) if name] == []
    window.work.opened.open("order-42")
    qtbot.waitUntil(lambda: cut(window.work.stage) == [])


def test_the_window_is_called_pult(show: Show) -> None:
    shown = show()
    assert shown.window.windowTitle() == read_name(shown.window) == "Pult"


def test_what_a_columns_header_offers_stands_beside_the_tabs(show: Show) -> None:
    shown = show(size=(800, 1280))
    shown.orders(*the_day())
    assert not shown.work.board.columns[OrderState.NEW].head.name.isVisible()
    shown.press("Preparing 5")
    shown.press("Totals")
    assert shown.work.board.totals.isVisible()
    shown.press("Totals")
    shown.press("Ready 3")
    assert "Totals" not in buttons(shown.work.stage)
    assert "Collect all older than …" in buttons(shown.work.stage)
    shown.window.resize(1280, 800)
    assert shown.work.board.columns[OrderState.NEW].head.name.isVisible()
    assert {"Totals", "Collect all older than …"} <= set(buttons(shown.work.stage))


@pytest.mark.parametrize("banner", [False, True])
def test_a_card_is_in_sight_at_twice_the_text_size(
    qtbot: QtBot, qapp: object, banner: bool
) -> None:
    assert isinstance(qapp, QApplication)
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=2)
    theme.apply_to(qapp)
    relay = Relay()
    window = a_window(theme, relay)
    qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
    window.resize(1280, 800)
    put_on_screen(qtbot, window)
    if banner:
        relay.publish(LampChanged(PAPER_OUT))
    view = window.work.board.columns[OrderState.NEW].view
    first = view.visualRect(view.model().index(0, 0))
    qtbot.waitUntil(lambda: view.viewport().height() >= theme.px(100 if banner else 144))
    assert view.viewport().rect().intersects(first)


@pytest.mark.parametrize(
    ("scene", "order_id"), [("payment", "order-42"), ("number", ""), ("card", "order-36")]
)
def test_the_keypad_is_whole_on_the_smallest_screen(show: Show, scene: str, order_id: str) -> None:
    shown = show(size=(1024, 600))
    shown.orders(*the_day())
    snapshot = shown.work.board.order(order_id)
    if snapshot is None:
        shown.press("Order number")
    else:
        shown.work.opened.show(snapshot)
        if scene == "card":
            shown.work.opened.dialogs.open_card(snapshot)
        else:
            shown.work.opened.on_dialog_wanted(Move.TAKE_PAYMENT, snapshot)
    dialog = shown.work.layer.dialog
    assert dialog is not None
    (keypad,) = visible(dialog, Keypad)
    for name in (*"0123456789", "back"):
        key = keypad.key(name)

        def is_whole(key: QWidget = key) -> bool:
            return key.visibleRegion().boundingRect() == key.rect()

        shown.qtbot.waitUntil(is_whole)
        assert key.height() >= 56
        assert key.width() >= 64


@pytest.mark.parametrize(
    ("size", "text", "covers"),
    [((1280, 800), 2.0, True), ((1024, 520), 1.0, True), ((1280, 800), 1.0, False)],
)
def test_a_wrong_tap_can_be_taken_back_in_a_dialog_that_covers_the_strip(
    show: Show, theme: Theme, size: tuple[int, int], text: float, covers: bool
) -> None:
    theme.change(text_scale=text)
    shown = busy(show(size=size))
    undone = QSignalSpy(shown.work.messages.undo_pressed)
    shown.press("Pause and sold out")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert dialog.undo.isVisible() is covers
    if not covers:
        return
    assert dialog.undo.visibleRegion().boundingRect() == dialog.undo.rect()
    assert dialog.undo.seconds_left == shown.work.stage.strip.undo_button.seconds_left
    shown.press("Undo", dialog)
    assert undone.count() == 1
    assert not dialog.undo.isVisible()
    assert shown.work.layer.dialog is dialog
