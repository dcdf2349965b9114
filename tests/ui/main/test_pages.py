"""Away from the board: the ways there and back, and the count of new orders."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.news import LampChanged
from app.domain.scan import Intent
from app.domain.scan_news import LookUpAnswered, ScanAnswered, ScanVerdict
from app.ui.settings_page.page import SettingsPage
from app.ui.widgets import Group
from tests.builders import at
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import NOW, PAPER_OUT, SETTINGS, the_day
from tests.ui.reading import buttons, press, texts, visible


def settings_page(shown: Shown, section: str) -> SettingsPage:
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    shown.press(section, page.list)
    return page


@pytest.mark.parametrize("name", ["Search", "History", "Settings"])
def test_a_page_takes_the_whole_window_and_leads_back(show: Show, name: str) -> None:
    shown = show()
    shown.press(name)
    page = shown.work.pages.page("settings" if name == "Settings" else "history")
    assert page is not None
    assert page.size() == shown.window.centralWidget().size()
    assert not visible(shown.work.stage, Group) or not shown.work.stage.isVisible()
    shown.press("Board", page)
    assert shown.work.stage.isVisible()
    assert not page.isVisible()


def test_escape_leads_back(show: Show) -> None:
    shown = show()
    shown.press("Settings")
    shown.work.ways.on_escape()
    assert shown.work.stage.isVisible()


def test_new_orders_are_counted_on_every_page_and_lead_back(show: Show) -> None:
    shown = show()
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert page is not None
    shown.orders(*the_day())
    press(shown.qtbot, page, "3 new orders")
    assert shown.work.stage.isVisible()


def test_the_window_can_be_resized_on_a_page(show: Show) -> None:
    shown = show()
    shown.press("History")
    shown.window.resize(1024, 700)
    page = shown.work.pages.page("history")
    assert page is not None
    shown.qtbot.waitUntil(lambda: page.width() == 1024)
    shown.work.ways.on_escape()
    shown.qtbot.waitUntil(lambda: shown.work.stage.width() == 1024)


def test_a_printer_shows_its_state_with_the_remedy(show: Show) -> None:
    shown = show()
    page = settings_page(shown, "Printers")
    assert "counter is ready" in texts(page.printers)
    shown.say(LampChanged(PAPER_OUT))
    words = texts(page.printers)
    assert "counter: paper out" in words
    assert "192.0.2.10:9100" in words
    shown.press("Test slip", page.printers)
    assert shown.till.of("test_slip") == [("counter",)]


def test_a_connection_is_tested_and_answered_in_words(show: Show) -> None:
    shown = show()
    page = settings_page(shown, "Vendors")
    shown.press("Test connection", page.vendors)
    assert shown.till.of("test_connection") == [("cheers",)]
    told = {"word": "offline", "cause": "nobody answers there", "detail": "no route"}
    shown.say(LookUpAnswered("cheers", "", data=told))
    words = texts(page.vendors)
    assert "Nobody answers at this address" in words
    assert any(text.startswith("Compare the address") and "no route" in text for text in words)
    button = buttons(page.vendors)["Test connection"]
    shown.qtbot.waitUntil(button.isEnabled)


def test_the_last_scan_before_settings_was_opened_is_shown_with_its_time(show: Show) -> None:
    shown = show()
    shown.say(ScanAnswered(ScanVerdict.UNKNOWN, Intent.SLIP, "PULT-7Q4K-20A6"))
    shown.work.scans.end()
    shown.clock[0] = at(30)
    page = settings_page(shown, "Scanners")
    words = texts(page.scanners)
    assert "PULT-7Q4K-20A6" in words
    assert any(text.startswith(f"{NOW.astimezone(SETTINGS.timezone):%H:%M} · ") for text in words)


@pytest.mark.parametrize(
    ("intent", "text", "words"),
    [
        (Intent.PRODUCT, "5901234123457", "Product barcode, 13 characters"),
        (Intent.ONE_TIME_KEY, "0123456789abcdef" * 2, "One-time key, 32 characters"),
        (Intent.CARD, "2900012345678", "Loyalty card, 13 characters"),
        (Intent.UNKNOWN, "Kovács Anna, Fő utca 1", "Other text, 22 characters"),
        (Intent.UNKNOWN, "", "Not readable"),
    ],
)
def test_of_other_texts_only_kind_and_length_are_shown(
    show: Show, intent: Intent, text: str, words: str
) -> None:
    shown = show()
    page = settings_page(shown, "Scanners")
    shown.say(ScanAnswered(ScanVerdict.UNKNOWN, intent, text))
    assert words in texts(page.scanners)
    assert not text or text not in " ".join(texts(page))


def test_about_names_version_places_and_problem_codes(show: Show, tmp_path: object) -> None:
    from pathlib import Path

    shown = show(settings_path=Path("/etc/pult.toml"), data_dir=Path("/var/lib/pult"))
    page = settings_page(shown, "About")
    words = " ".join(texts(page))
    for part in ("Pult 0.", "/etc/pult.toml", "/var/lib/pult", "P-01", "P-18"):
        assert part in words


def test_a_till_without_anything_set_up_says_so(show: Show) -> None:
    shown = show(vendors={}, printers=(), scanners=(), vendor_titles={"loke": "LOKE"})
    for section, head in (
        ("Vendors", "LOKE is not in use"),
        ("Printers", "No printer set up"),
        ("Scanners", "No scanner set up"),
    ):
        page = settings_page(shown, section)
        assert head in texts(page)
        shown.work.ways.on_escape()


def test_the_keyboard_reaches_every_section(show: Show) -> None:
    shown = show()
    page = settings_page(shown, "Till")
    names = {
        button.accessibleName()
        for button in visible(page.list, type(buttons(page.list)["Till"]))
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    words = "Till, Vendors, Printers, Slip, Scanners, Catalogue, Staff, Language and look"
    words += ", Sounds, Customer display, Copy this till, Advanced, About"
    assert names == set(words.split(", "))
