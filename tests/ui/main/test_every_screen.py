"""Every screen can be used: each target named, large enough and in sight, no text cut."""

from __future__ import annotations

from contextlib import suppress

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.reject import RejectDialog
from app.ui.house.rules_dialog import RulesDialog
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.theme import Mode, Theme
from app.ui.widgets import ActionButton, BellLook, Keypad, RadioTile, TopBar
from app.ui.widgets.choice import tile_words
from tests.ui.auditing import LEAST, faults
from tests.ui.reading import until_made
from tests.ui.screens import SCENES, a_window
from tests.ui.showing import put_on_screen

LARGE_TEXT = (
    "board",
    "order",
    "trouble",
    "reject",
    "history",
    "lamp",
    "problems",
    "messages",
    "help",
    "absence-page",
    "settings-till",
    "settings-vendors",
    "settle-list",
    "waiting-list",
    "closing-open",
    "closing-shift",
    "closing-sheet",
    "closing-count",
    "closing-board",
    "totals",
    "collect-list",
    "later-order",
    "later-new",
)

LONG_WORDS = ("board", "order", "payment", "banners", "house-board", "card-menu", "collect-list")
KEYPADS = (
    "payment",
    "number",
    "card-dialog",
    "walkin-amount",
    "staff-pin",
    "staff-new-pin",
    "settle-money-back",
    "closing-pay-out",
    "closing-float",
)
WHOLE = ("reject", "house-reject", "house-pause", "house-pause-rejects", "settle-money-back")


@pytest.fixture
def kept() -> list[MainWindow]:
    """Hold the windows: one nobody holds is deleted while its sounds still play."""
    return []


def faults_of(
    kept: list[MainWindow],
    qtbot: QtBot,
    theme: Theme,
    name: str,
    size: tuple[int, int],
    language: str = "en",
) -> list[str]:
    """What stays wrong on a screen once everything on it has found its place."""
    window, found = played(kept, qtbot, theme, name, size, language), ["never looked at"]

    def is_sound() -> bool:
        found[:] = faults(window, theme)
        return not found

    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(is_sound)
    return found


def played(
    kept: list[MainWindow],
    qtbot: QtBot,
    theme: Theme,
    name: str,
    size: tuple[int, int],
    language: str = "en",
) -> MainWindow:
    """Give a window in which the scene was played."""
    relay = Relay()
    window = a_window(theme, relay, language)
    kept.append(window)
    qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
    window.resize(*size)
    put_on_screen(qtbot, window)
    SCENES[name](window, relay)
    until_made(window)
    for _ in range(4):
        QApplication.processEvents()
    return window


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)], ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("name", sorted(SCENES))
def test_nothing_is_unnamed_small_cut_or_out_of_sight(
    kept: list[MainWindow], qtbot: QtBot, theme: Theme, name: str, size: tuple[int, int]
) -> None:
    assert faults_of(kept, qtbot, theme, name, size) == []


@pytest.mark.parametrize("name", LARGE_TEXT)
def test_nor_with_text_of_twice_the_size(
    kept: list[MainWindow], qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=2.0)
    theme.apply_to(qapp)
    assert faults_of(kept, qtbot, theme, name, (1920, 1080)) == []


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)], ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("language", ["hu", "de"])
@pytest.mark.parametrize("name", LONG_WORDS)
def test_nor_in_languages_of_long_words(
    kept: list[MainWindow],
    qtbot: QtBot,
    theme: Theme,
    name: str,
    language: str,
    size: tuple[int, int],
) -> None:
    assert faults_of(kept, qtbot, theme, name, size, language) == []


@pytest.mark.parametrize(
    ("size", "text"),
    [((1024, 600), 1.0), ((1024, 600), 1.25), ((1280, 800), 1.5), ((1280, 800), 2.0)],
)
@pytest.mark.parametrize("name", KEYPADS)
def test_no_key_has_to_be_scrolled_to(
    kept: list[MainWindow],
    qtbot: QtBot,
    qapp: QApplication,
    name: str,
    size: tuple[int, int],
    text: float,
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=text)
    theme.apply_to(qapp)
    window = played(kept, qtbot, theme, name, size, "de")
    keys = [key for pad in window.findChildren(Keypad) for key in pad.findChildren(ActionButton)]
    shown = [key for key in keys if key.isVisible()]
    assert len(shown) >= 11
    for key in shown:
        assert key.visibleRegion().boundingRect() == key.rect(), key.accessibleName()
        assert min(key.width(), key.height()) >= theme.px(LEAST)


@pytest.mark.parametrize(("size", "text"), [((1024, 600), 1.25), ((1280, 800), 1.0)])
@pytest.mark.parametrize("language", ["en", "hu", "es", "de"])
@pytest.mark.parametrize("name", WHOLE)
def test_no_choice_of_a_dialog_has_to_be_scrolled_to(
    kept: list[MainWindow],
    qtbot: QtBot,
    qapp: QApplication,
    name: str,
    language: str,
    size: tuple[int, int],
    text: float,
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=text)
    theme.apply_to(qapp)
    dialog = played(kept, qtbot, theme, name, size, language).work.layer.dialog
    assert dialog is not None
    for area in dialog.findChildren(QScrollArea):
        assert area.verticalScrollBar().maximum() == 0
    tiles = [tile for tile in dialog.findChildren(RadioTile) if tile.isVisible()]
    assert tiles
    assert [tile.text() for tile in tiles if tile_words(theme, tile).is_cut] == []


@pytest.mark.parametrize(
    ("size", "text"), [((1024, 600), 1.0), ((1280, 800), 1.0), ((1280, 800), 2.0)]
)
def test_nothing_in_the_top_bar_moves_when_it_rings_and_the_bell_says_what_it_does(
    kept: list[MainWindow],
    qtbot: QtBot,
    qapp: QApplication,
    size: tuple[int, int],
    text: float,
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=text)
    theme.apply_to(qapp)
    for language in ("en", "hu", "es", "de"):
        window = played(kept, qtbot, theme, "board", size, language)
        top = window.work.stage.top
        parts = [top.clock, top.pause, *top.buttons()]
        before = [(part.geometry(), part.isVisible()) for part in parts]
        places = set()
        for look in BellLook:
            top.show_bell(look)
            QApplication.processEvents()
            assert [(part.geometry(), part.isVisible()) for part in parts] == before
            assert top.bell.isVisible() is (look is not BellLook.CALM)
            if top.bell.isVisible():
                places.add(top.bell.mapTo(top, top.bell.rect().topLeft()).toTuple())
                assert top.bell.text()
                assert not top.bell.fitted_words().is_cut
        assert len(places) == 1


@pytest.mark.parametrize("language", ["en", "hu", "es", "de"])
@pytest.mark.parametrize(
    ("size", "text", "is_seen"),
    [
        ((1920, 1080), 1.0, True),
        ((1366, 768), 1.0, True),
        ((1280, 800), 1.0, None),
        ((1024, 600), 1.0, False),
        ((1280, 800), 2.0, False),
    ],
)
def test_the_till_keeps_its_name_beside_the_bell_where_there_is_room(
    kept: list[MainWindow],
    qtbot: QtBot,
    qapp: QApplication,
    size: tuple[int, int],
    text: float,
    is_seen: bool | None,
    language: str,
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=text)
    theme.apply_to(qapp)
    top = played(kept, qtbot, theme, "alarm-rings", size, language).work.stage.top
    assert top.bell.isVisible()
    assert is_seen in (None, top.till.isVisible())
    assert top.till.isVisible() or bell_stands_first(top)
    bell, till = (_in(top, part) for part in (top.bell, top.till))
    assert not (top.till.isVisible() and bell.intersects(till))
    assert top.rect().contains(bell)
    assert not bell.intersects(_in(top, top.clock))


def bell_stands_first(top: TopBar) -> bool:
    return _in(top, top.bell).right() < _in(top, top.clock).left()


def _in(bar: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(bar, QPoint(0, 0)), part.size())


@pytest.mark.parametrize(("size", "text"), [((1280, 800), 2.0), ((1024, 600), 1.0)])
@pytest.mark.parametrize("language", ["en", "hu", "es", "de"])
def test_of_many_lines_sold_out_the_list_alone_scrolls(
    kept: list[MainWindow],
    qtbot: QtBot,
    qapp: QApplication,
    language: str,
    size: tuple[int, int],
    text: float,
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=text)
    theme.apply_to(qapp)
    window = played(kept, qtbot, theme, "house-reject-long", size, language)
    dialog = window.work.layer.dialog
    assert isinstance(dialog, RejectDialog)
    keys = [*dialog.reasons.tiles, dialog.text, dialog.keep, dialog.action]
    assert [key.accessibleName() for key in keys if not is_whole(key)] == []
    assert is_whole(dialog.tiles[0])
    assert not is_whole(dialog.tiles[-1])
    dialog.tiles[-2].setFocus()
    qtbot.keyClick(dialog.tiles[-2], Qt.Key.Key_Tab)
    last = dialog.focusWidget()
    assert last is dialog.tiles[-1]
    # Qt puts it into the middle, which may be half a pixel off.
    assert last.visibleRegion().boundingRect().height() >= last.height() - 1
    assert [key.accessibleName() for key in keys if not is_whole(key)] == []


@pytest.mark.parametrize(("size", "text"), [((1280, 800), 2.0), ((1024, 600), 1.0)])
def test_what_leads_through_products_stays_while_they_scroll(
    kept: list[MainWindow], qtbot: QtBot, qapp: QApplication, size: tuple[int, int], text: float
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=text)
    theme.apply_to(qapp)
    window = played(kept, qtbot, theme, "house-rules-sold-out", size)
    dialog = window.work.layer.dialog
    assert isinstance(dialog, RulesDialog)
    assert not is_whole(dialog.sold_out.tiles[-1])
    dialog.bring_into_view(dialog.sold_out.tiles[-1])
    QApplication.processEvents()
    assert is_whole(dialog.sold_out.tiles[-1])
    assert is_whole(dialog.sold_out.search)
    assert is_whole(dialog.choice)


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()
