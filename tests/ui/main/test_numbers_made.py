"""Order numbers are got from a vendor in Settings alone, one a press."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from app.domain.news import NumberMade
from app.ui.settings_page.page import SettingsPage
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.test_pre_orders import AKINON
from tests.ui.preorders import NUMBER
from tests.ui.reading import buttons, clipped, texts

WITHOUT_COOKIE = {"vendors": {"akinon": AKINON}}
WITH_COOKIE = {"vendors": {"akinon": replace(AKINON, makes_numbers=True)}}
GET = "Get an order number"


def vendors_page(shown: Shown) -> SettingsPage:
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_section("vendors")
    return page


def test_without_a_session_cookie_there_is_no_such_button(show: Show) -> None:
    shown = show(**WITHOUT_COOKIE)
    assert GET not in buttons(vendors_page(shown))
    assert GET not in buttons(shown.work.stage)


def test_one_press_is_one_number_which_holds_for_a_day(show: Show) -> None:
    shown = show(**WITH_COOKIE)
    page = vendors_page(shown)
    assert shown.till.of("make_number") == []
    assert any("24 hours" in text for text in texts(page))
    button = buttons(page)[GET]
    shown.qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.till.of("make_number") == [("akinon",)]
    shown.say(NumberMade("akinon", NUMBER))
    assert NUMBER in texts(page)
    shown.qtbot.waitUntil(lambda: clipped(page) == [])


def test_why_there_is_none_is_said(show: Show) -> None:
    shown = show(**WITH_COOKIE)
    page = vendors_page(shown)
    shown.press(GET, page)
    data = {"why": "no way of paying chosen"}
    shown.say(NumberMade("akinon", problem="P-20", data=data))
    said = "The customer has chosen no way of paying yet. "
    assert any(text.startswith(said) for text in texts(page))
    assert buttons(page)[GET].isEnabled()
