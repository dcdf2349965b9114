"""The customer display as customers and staff meet it, on screens that come and go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.contrast import LEAST_CONTRAST, contrast, luminance
from app.domain.display_words import DISPLAY_WORDS
from app.domain.news import OrdersChanged
from app.settings.colour import INKS
from app.settings.display import OUR_GROUND
from app.ui.customer_display import customer_display
from app.ui.customer_display.choices import DisplayChoices
from app.ui.customer_display.colours import colours_of
from app.ui.customer_display.customer_display import CustomerDisplay
from app.ui.customer_display.face import DisplayFace
from app.ui.customer_display.logo import read_logo
from app.ui.customer_display.numbers import CalledNumber, DisplayedNumbers
from app.ui.customer_display.screens import screen_for
from app.ui.theme import DARK, LIGHT, Theme
from tests.builders import at
from tests.ui.customer_display.test_numbers import preparing, ready
from tests.ui.main.conftest import Show, show
from tests.ui.main.day import NOW, SETTINGS
from tests.ui.showing import put_on_screen

__all__ = ["show"]


class FakeScreen:
    """A screen that can be plugged in where there is none."""

    def __init__(self, name: str, rect: QRect) -> None:
        self._name, self._rect = name, rect

    def name(self) -> str:
        return self._name

    def geometry(self) -> QRect:
        return self._rect


TILL = FakeScreen("counter", QRect(0, 0, 1280, 800))
SECOND = FakeScreen("customer", QRect(1280, 0, 1920, 1080))
WINDOW = QRect(0, 0, 1280, 800)


def chosen(screens: list[FakeScreen], wanted: str = "", window: QRect = WINDOW) -> object:
    found = cast(list[QScreen], screens)
    return screen_for(found, window, cast(QScreen, TILL), wanted)


def test_it_takes_the_screen_the_till_is_not_on() -> None:
    assert chosen([TILL, SECOND]) is SECOND
    assert chosen([SECOND, TILL]) is SECOND
    assert chosen([TILL]) is None


def test_a_named_screen_is_that_screen_or_none() -> None:
    third = FakeScreen("window", QRect(3200, 0, 800, 600))
    assert chosen([TILL, SECOND, third], "window") is third
    assert chosen([TILL, SECOND], "window") is None
    assert chosen([TILL, SECOND], "counter") is None


def test_it_never_covers_the_till() -> None:
    mirrored = FakeScreen("mirror", QRect(0, 0, 1280, 800))
    assert chosen([TILL, mirrored]) is None
    assert chosen([TILL, SECOND], window=QRect(700, 0, 1280, 800)) is None
    maximised = QRect(-8, -8, 1296, 816)  # with the frame that Windows does not show
    assert chosen([TILL, SECOND], window=maximised) is SECOND


@pytest.fixture
def till(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window, before_close_func=_end_displays)
    window.setGeometry(0, 0, 800, 600)
    put_on_screen(qtbot, window)
    return window


def _end_displays(window: QWidget) -> None:
    for display in window.findChildren(CustomerDisplay):
        display.stop()


class Screens:
    """Which screen there is for customers, as the display finds it."""

    def __init__(self) -> None:
        self.second: QScreen | None = None

    def __call__(self, *_asked: object) -> QScreen | None:
        return self.second


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """The real screen plays the second one: there is no other here."""
    found = Screens()
    monkeypatch.setattr(customer_display, "screen_for", found)
    return found


@pytest.fixture
def display(till: QWidget, screens: Screens) -> CustomerDisplay:
    choices = DisplayChoices(enabled=True, name="Front counter")
    return CustomerDisplay(choices, SETTINGS.timezone, till, lambda: at(24))


def test_it_comes_with_the_screen_goes_with_it_and_comes_back(
    display: CustomerDisplay, screens: Screens, till: QWidget, qtbot: QtBot
) -> None:
    said: list[object] = []
    display.said.connect(said.append)
    display.start()
    qtbot.waitUntil(lambda: len(said) == 1)
    assert not display.is_shown
    screen = QGuiApplication.primaryScreen()
    for times in (2, 3):
        screens.second = screen
        QGuiApplication.instance().screenAdded.emit(screen)  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: display.is_shown)
        assert display.face.geometry() == screen.geometry()
        screens.second = None
        QGuiApplication.instance().screenRemoved.emit(screen)  # type: ignore[union-attr]
        assert not display.is_shown  # before the system could move it anywhere
        qtbot.waitUntil(lambda times=times: len(said) == times)  # once each time
    assert till.isVisible()


def test_it_takes_no_focus_and_has_no_controls(
    display: CustomerDisplay, screens: Screens, till: QWidget, qtbot: QtBot
) -> None:
    screens.second = QGuiApplication.primaryScreen()
    display.start()
    qtbot.waitUntil(lambda: display.is_shown)
    flags = display.face.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert display.face.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert display.face.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert display.face.parent() is None
    assert display.face.findChildren(QWidget) == []
    assert display.face.accessibleName() == "Customer display"


def test_a_new_ready_number_is_heard_once_while_customers_can_see_it(
    display: CustomerDisplay, screens: Screens, qtbot: QtBot
) -> None:
    heard: list[bool] = []
    display.number_ready.connect(lambda: heard.append(True))
    display.start()
    display.take(OrdersChanged((ready("A-1", 23.9),)))
    qtbot.waitUntil(lambda: display.face.shown.newest is not None)
    assert heard == []  # no second screen: nobody would know what the sound means
    screens.second = QGuiApplication.primaryScreen()
    display.on_screens_changed()
    qtbot.waitUntil(lambda: display.is_shown)
    display.take(OrdersChanged((ready("A-2", 23.95), ready("A-3", 23.96))))
    qtbot.waitUntil(lambda: len(display.face.shown.all_ready) == 3)
    display.on_time()
    assert heard == [True]


def test_a_burst_of_sixty_orders_is_painted_at_once(
    display: CustomerDisplay, screens: Screens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens.second = QGuiApplication.primaryScreen()
    display.start()
    qtbot.waitUntil(lambda: display.is_shown)
    asked: list[object] = []
    numbers = display._numbers
    was = numbers.at
    monkeypatch.setattr(numbers, "at", lambda now: asked.append(now) or was(now))
    for number in range(60):
        display.take(OrdersChanged((preparing(f"A-{number}", 20),)))
    qtbot.waitUntil(lambda: len(display.face.shown.preparing) == 60)
    assert len(asked) < 5


def test_a_screen_reader_hears_the_numbers(qtbot: QtBot) -> None:
    face = DisplayFace(DisplayChoices())
    qtbot.addWidget(face)
    newest = CalledNumber("A-36", fresh=True)
    face.show_numbers(DisplayedNumbers(newest, (CalledNumber("A-37"),), (CalledNumber("A-38"),)))
    assert face.accessibleDescription() == "Ready: A-36, A-37. Preparing: A-38."


def test_the_window_shows_it_when_the_settings_say_so_and_takes_it_along(
    show: Show, screens: Screens, theme: Theme
) -> None:
    screens.second = QGuiApplication.primaryScreen()
    shown = show(display=DisplayChoices(enabled=True, name="Front counter"))
    shown.qtbot.waitUntil(lambda: shown.window._display.display is not None)
    display = shown.window._display.display
    assert display is not None
    shown.orders(preparing("A-1", 20), ready("A-2", 23.9))
    shown.qtbot.waitUntil(lambda: display.face.shown.newest is not None)
    assert [each.number for each in display.face.shown.preparing] == ["A-1"]
    shown.window.close()
    assert not display.is_shown


def test_without_a_second_screen_the_strip_says_so(show: Show, screens: Screens) -> None:
    shown = show(display=DisplayChoices(enabled=True))
    head = "There is no second screen for customers."
    shown.qtbot.waitUntil(lambda: head in shown.work.stage.strip.label.text())


def test_it_is_not_made_where_the_settings_do_not_want_it(show: Show) -> None:
    assert show().window._display.display is None


def test_customers_see_no_names_and_no_amounts(qtbot: QtBot) -> None:
    """What is shown is made of numbers and vendors' titles alone."""
    assert set(CalledNumber.__slots__) == {"number", "vendor", "fresh"}
    fields = set(DisplayedNumbers.__slots__)
    assert fields == {"newest", "ready", "preparing", "waiting"}


def test_the_settings_reckon_with_the_colours_of_the_theme() -> None:
    """They cannot know them, and have their luminances."""
    assert [round(luminance(ink), 4) for ink in (LIGHT.surface, LIGHT.ink)] == list(INKS)
    assert round(luminance(DARK.canvas), 4) == OUR_GROUND


@pytest.mark.parametrize(
    ("ground", "colour"),
    [("", ""), ("#FFF8EE", "#8A1C2B"), ("#FFFFFF", ""), ("#1B2A52", ""), ("#7A1F2B", "#FFD166")],
)
def test_every_text_reads_on_what_it_lies_on(ground: str, colour: str) -> None:
    found = colours_of(DisplayChoices(ground=ground, ready=colour))
    pairs = (
        (found.ink, found.ground),
        (found.ink, found.side),
        (found.ink2, found.ground),
        (found.ink2, found.side),
        (found.on_ready, found.ready),
        (found.ready_text, found.side),
    )
    for text, under in pairs:
        assert contrast(text, under) >= LEAST_CONTRAST, (text, under)


def test_all_languages_have_all_words() -> None:
    assert set(DISPLAY_WORDS) == {"en", "hu", "es", "de"}
    for words in DISPLAY_WORDS.values():
        assert all((words.preparing, words.ready, words.waiting))
        assert words.minutes.format(minutes=8) != words.minutes


def test_two_languages_are_painted_one_below_the_other(qtbot: QtBot) -> None:
    one = DisplayFace(DisplayChoices(languages=("hu",)))
    two = DisplayFace(DisplayChoices(languages=("hu", "en")))
    for face in (one, two):
        qtbot.addWidget(face)
        face.resize(960, 540)
    below = QRect(30, 58, 200, 24)
    ground = QColor(colours_of(DisplayChoices()).side).rgb()

    def is_plain(face: DisplayFace) -> bool:
        picture = face.grab().toImage().copy(below)
        return all(
            picture.pixel(x, y) == ground
            for x in range(0, picture.width(), 2)
            for y in range(picture.height())
        )

    assert is_plain(one)
    assert not is_plain(two)


def test_a_logo_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path
    broken = folder / "logo.png"
    broken.write_bytes(b"no picture")
    assert read_logo(broken).isNull()
    assert read_logo(folder / "nowhere.png").isNull()
    large = QImage(3000, 1500, QImage.Format.Format_RGB32)
    large.fill(1)
    large.save(str(folder / "large.png"))
    assert read_logo(folder / "large.png").width() == 1200


def test_now_is_the_shops_time(display: CustomerDisplay) -> None:
    display.on_time()
    assert display.face._clock == NOW.astimezone(SETTINGS.timezone).strftime("%H:%M")


def test_it_goes_on_while_the_screen_is_made_anew(show: Show, screens: Screens) -> None:
    screens.second = QGuiApplication.primaryScreen()
    shown = show(display=DisplayChoices(enabled=True))
    shown.qtbot.waitUntil(lambda: shown.window._display.display is not None)
    display = shown.window._display.display
    assert display is not None
    shown.orders(preparing("A-1", 20), ready("A-2", 20))
    shown.qtbot.waitUntil(lambda: len(display.face.shown.ready) == 1)
    other = DisplayChoices(enabled=True, show_preparing=False)
    shown.window.renew(replace(SETTINGS, display=other))
    shown.qtbot.waitUntil(lambda: display.face.shown.preparing == ())
    assert display.is_shown
    shown.orders(ready("A-3", 21))
    shown.qtbot.waitUntil(lambda: len(display.face.shown.ready) == 2)
    shown.window.renew(replace(SETTINGS, display=DisplayChoices()))
    shown.qtbot.waitUntil(lambda: not display.is_shown)


def test_it_is_switched_on_while_pult_runs_and_knows_the_orders(
    show: Show, screens: Screens
) -> None:
    screens.second = QGuiApplication.primaryScreen()
    shown = show()
    shown.orders(ready("A-2", 20))
    shown.window.renew(replace(SETTINGS, display=DisplayChoices(enabled=True)))
    shown.qtbot.waitUntil(lambda: shown.window._display.display is not None)
    display = shown.window._display.display
    assert display is not None
    shown.qtbot.waitUntil(lambda: len(display.face.shown.ready) == 1)
