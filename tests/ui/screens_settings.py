"""Scenes of the pages of Settings that are made of rows, for `tests.ui.screens`."""

from __future__ import annotations

from app.domain.scan_news import LookUpAnswered
from app.domain.settings_news import SettingsKept
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.settings_kit import KeyPage
from app.ui.settings_kit.screen_dots import ScreenDotsControl
from app.ui.settings_page.page import SettingsPage
from tests.ui.reading import until_made
from tests.ui.scene import Scene


def settings_page(window: MainWindow, section: str) -> SettingsPage:
    """Open a section of Settings."""
    window.work.away.on_settings()
    page = window.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_section(section)
    until_made(page)
    return page


def shown(section: str) -> Scene:
    """Give a scene of a section as it is found."""

    def play(window: MainWindow, relay: Relay) -> None:
        settings_page(window, section)

    return play


def advanced(window: MainWindow, relay: Relay) -> None:
    settings_page(window, "advanced")


def till_changed(window: MainWindow, relay: Relay) -> None:
    draft = window.work.settings.draft
    draft.put("till.name", "Bar at the back")
    draft.put("till.undo_seconds", 9.0)
    draft.put("till.day_starts", "25:00", "A time of day, such as 04:00.")
    settings_page(window, "till")


def till_refused(window: MainWindow, relay: Relay) -> None:
    page = settings_page(window, "till").page("till")
    assert isinstance(page, KeyPage)
    window.work.settings.draft.put("till.number_prefix", "W_1")
    page.on_save()
    why = "must be at most 6 letters, digits or hyphens"
    remedy = "Correct it, or remove it for the default."
    values = {"till.number_prefix": "W_1"}
    relay.publish(SettingsKept(1, values, "till.number_prefix", "x", why, remedy))


def dots_measured(window: MainWindow, relay: Relay) -> None:
    page = settings_page(window, "look").page("look")
    assert isinstance(page, KeyPage)
    control = page.rows["till.dots_per_inch"].control
    assert isinstance(control, ScreenDotsControl)
    control.measure.acted.emit()


def vendor_new(window: MainWindow, relay: Relay) -> None:
    page = settings_page(window, "vendors")
    page.vendors.show_entry("loke")


def vendor_refused(window: MainWindow, relay: Relay) -> None:
    page = settings_page(window, "vendors")
    page.vendors.show_entry("loke")
    told = {"word": "shop not let in", "cause": ""}
    relay.publish(LookUpAnswered("loke", "", data={**told, "detail": "HTTP 403"}))


def printer_new(window: MainWindow, relay: Relay) -> None:
    settings_page(window, "printers")
    window.work.settings.draft.put("printers.1.name", "bar")
    page = settings_page(window, "printers").printers
    page.tabs.add_pressed.emit()  # type: ignore[attr-defined]


def guide_before_restart(window: MainWindow, relay: Relay) -> None:
    """Show the guide's last step after something was saved that holds from the next start on."""
    guide(steps=6)(window, relay)
    relay.publish(SettingsKept(0, {}, restart=True))


def guide(*, steps: int) -> Scene:
    """Give a scene of the guide after so many presses of Next."""

    def play(window: MainWindow, relay: Relay) -> None:
        window.work.away.on_guide()
        page = window.work.pages.page("settings")
        assert isinstance(page, SettingsPage)
        for _ in range(steps):
            page.guided.on_next()

    return play


SETTINGS_SCENES: dict[str, Scene] = {
    "set-till": shown("till"),
    "set-till-changed": till_changed,
    "set-till-refused": till_refused,
    "set-vendors": shown("vendors"),
    "set-vendor-new": vendor_new,
    "set-vendor-refused": vendor_refused,
    "set-printers": shown("printers"),
    "set-printer-new": printer_new,
    "set-scanners": shown("scanners"),
    "set-copy": shown("copy"),
    "set-display": shown("display"),
    **{f"set-guide-{steps}": guide(steps=steps) for steps in range(7)},
    "set-guide-restart": guide_before_restart,
    "set-look": shown("look"),
    "set-dots-measured": dots_measured,
    "set-advanced": advanced,
}
