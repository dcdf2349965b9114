"""The demo's window shows slips from any thread and scans them."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.ui.demo import DemoWindow
from app.ui.theme import Theme
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import SETTINGS, the_day
from tests.ui.reading import buttons, press, read_name, texts
from tests.ui.showing import put_on_screen


@pytest.fixture
def demo(qtbot: QtBot, theme: Theme) -> DemoWindow:
    window = DemoWindow(theme)
    qtbot.addWidget(window)
    put_on_screen(qtbot, window)
    return window


def a_picture(folder: Path) -> Path:
    image = QImage(384, 600, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    path = folder / "slip.png"
    assert image.save(str(path))
    return path


def test_it_says_that_it_is_a_demo(demo: DemoWindow) -> None:
    assert demo.windowTitle() == read_name(demo) == "Pult demo: slips and scanner"
    assert any("imulated" in text for text in texts(demo))
    assert "No slip yet" in texts(demo)


def test_a_slip_from_another_thread_is_shown_and_scanned(
    qtbot: QtBot, demo: DemoWindow, tmp_path: Path
) -> None:
    printed = (a_picture(tmp_path), "A-42", "PULT-7Q4K-20A6")
    printer = threading.Thread(target=demo.add_slip, args=printed)
    printer.start()
    printer.join()
    qtbot.waitUntil(lambda: len(demo.slips()) == 1)
    card = demo.slips()[0]
    qtbot.waitUntil(lambda: not card.paper._picture.isNull())
    with qtbot.waitSignal(demo.scanned) as scanned:
        press(qtbot, card, "Scan")
    assert scanned.args == ["PULT-7Q4K-20A6"]


def test_without_a_picture_the_text_is_shown(qtbot: QtBot, demo: DemoWindow) -> None:
    demo.add_slip(None, "A-42\n<b>2x</b> Beer", "PULT-7Q4K-20A6")
    qtbot.waitUntil(lambda: any("<b>2x</b> Beer" in text for text in texts(demo)))


def test_a_picture_that_is_gone_does_no_harm(qtbot: QtBot, demo: DemoWindow) -> None:
    demo.add_slip(Path("/nonexistent.png"), "A-42", "PULT-7Q4K-20A6")
    qtbot.waitUntil(lambda: len(demo.slips()) == 1)
    assert "Scan" in buttons(demo.slips()[0])


def test_the_newest_slips_are_kept_on_top(qtbot: QtBot, demo: DemoWindow) -> None:
    for number in range(15):
        demo.add_slip(None, f"A-{number}", f"PULT-{number}")
    qtbot.waitUntil(lambda: len(demo.slips()) == 12)
    assert read_name(demo.slips()[0]) == "PULT-14"


def test_any_code_can_be_typed(qtbot: QtBot, demo: DemoWindow) -> None:
    demo.field.setText("5901234123457")
    with qtbot.waitSignal(demo.scanned) as scanned:
        press(qtbot, demo, "Scan a code")
    assert scanned.args == ["5901234123457"]
    assert demo.field.text() == ""


def test_the_button_demo_brings_it_back_off_the_panel(show: Show, theme: Theme) -> None:
    shown = show(demo=True)
    demo = DemoWindow(theme)
    shown.qtbot.addWidget(demo)
    shown.window.add_demo(demo)
    shown.qtbot.waitUntil(demo.isVisible)
    panel = shown.work.panel
    place = panel.rect().translated(panel.mapToGlobal(panel.rect().topLeft()))
    assert not demo.geometry().intersects(place)
    press(shown.qtbot, demo, "Close")
    assert not demo.isVisible()
    shown.press("Demo")
    assert demo.isVisible()
    shown.qtbot.waitUntil(shown.work.stage.demo.is_settled)
    shown.press("Demo")
    assert not demo.isVisible()


def a_demo_over(shown: Shown, theme: Theme) -> DemoWindow:
    demo = DemoWindow(theme)
    shown.qtbot.addWidget(demo)
    shown.window.add_demo(demo)
    shown.qtbot.waitUntil(demo.isVisible)
    return demo


def test_it_makes_way_for_a_scan_answer_and_comes_back(show: Show, theme: Theme) -> None:
    shown = show(demo=True)
    shown.window.show_large()
    demo = a_demo_over(shown, theme)
    assert demo.geometry().intersects(shown.window.geometry())
    shown.say(ScanAnswered(ScanVerdict.UNKNOWN, Intent.WEB_LINK, "https://example.org"))
    assert shown.work.scans.whole.isVisible()
    assert not demo.isVisible()
    shown.work.ways.on_escape()
    assert demo.isVisible()


def test_closed_by_hand_it_stays_away_after_a_scan_answer(show: Show, theme: Theme) -> None:
    shown = show(demo=True)
    demo = a_demo_over(shown, theme)
    demo.close()
    shown.say(ScanAnswered(ScanVerdict.UNKNOWN, Intent.WEB_LINK, "https://example.org"))
    shown.work.ways.on_escape()
    assert not demo.isVisible()


def test_it_follows_the_window_s_size_until_it_is_moved_by_hand(show: Show, theme: Theme) -> None:
    shown = show(demo=True, size=(1200, 700))
    shown.window.move(0, 0)
    demo = a_demo_over(shown, theme)
    for size in ((1270, 780), (1190, 640), (900, 780)):
        shown.resize(*size)
        panel = shown.work.panel
        place = panel.rect().translated(panel.mapToGlobal(panel.rect().topLeft()))
        assert not panel.isVisible() or not demo.geometry().intersects(place), size
        lamps = shown.work.stage.lamps.mapToGlobal(QPoint(0, 0))
        beside = demo.x() > shown.window.geometry().right()
        assert beside or demo.geometry().bottom() < lamps.y(), size
    demo.move(20, 90)
    shown.resize(1200, 700)
    assert demo.pos() == QPoint(20, 90)


def test_it_lies_above_the_panel_of_an_upright_window(theme: Theme, qtbot: QtBot) -> None:
    demo, window = DemoWindow(theme), QWidget()
    qtbot.addWidget(demo)
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    window.setGeometry(screen)
    panel = QRect(0, screen.height() // 2, screen.width(), screen.height() // 2)
    demo.place_beside(window, panel)
    assert not demo.geometry().intersects(panel.translated(screen.topLeft()))
    assert screen.contains(demo.geometry())


def test_it_shows_what_customers_see_and_hides_it_again(show: Show, theme: Theme) -> None:
    shown = show(demo=True)
    shown.orders(*the_day())
    demo = DemoWindow(theme)
    shown.window.add_demo(demo)
    shown.qtbot.addWidget(demo)
    shown.qtbot.waitUntil(demo.isVisible)
    press(shown.qtbot, demo, "Customer display")
    display = shown.window._display.display
    assert display is not None
    assert display.is_shown
    ready = {called.number for called in display.face.shown.all_ready}
    assert ready == {"A-33", "A-36", "A-37"}
    press(shown.qtbot, demo, "Customer display")
    assert not display.is_shown


def test_there_is_no_button_demo_in_earnest(show: Show) -> None:
    assert "Demo" not in buttons(show().work.stage.top)


def test_closing_the_till_closes_the_demo(show: Show, theme: Theme) -> None:
    shown = show(demo=True)
    demo = DemoWindow(theme)
    shown.qtbot.addWidget(demo)
    shown.window.add_demo(demo)
    shown.qtbot.waitUntil(demo.isVisible)
    shown.window.close()
    assert not demo.isVisible()


def test_it_goes_on_in_the_tills_language(show: Show, theme: Theme) -> None:
    shown = show(demo=True)
    demo = DemoWindow(theme, {"Card": ("nr1",)})
    shown.qtbot.addWidget(demo)
    shown.window.add_demo(demo)
    demo.add_slip(None, "A-42", "PULT-7Q4K-20A6")
    shown.qtbot.waitUntil(lambda: len(demo.slips()) == 1)
    shown.window.renew(replace(SETTINGS, demo=True, language="de"))
    shown.qtbot.waitUntil(lambda: "Schließen" in buttons(demo))
    assert {"Karte", "Scannen"} <= set(buttons(demo))
    assert len(demo.slips()) == 1
    assert demo.windowTitle() == "Pult-Demo: Bons und Scanner"
    shown.window.renew(replace(SETTINGS, demo=True, language="en"))
    shown.qtbot.waitUntil(lambda: "Close" in buttons(demo))
