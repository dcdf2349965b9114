"""The guide of the first start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from app.domain.settings_news import SettingsKept
from app.ui.settings_page.page import SettingsPage
from app.usecases.place_practice import PlacePractice
from tests.ui.books import TITLES, a_book
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import SETTINGS
from tests.ui.main.test_setting_rows import type_into
from tests.ui.reading import buttons, press, texts, until_made

FRESH = {
    "vendors": {},
    "printers": (),
    "slip_printer": "",
    "scanners": (),
    "book": a_book(""),
    "guide": True,
}


def the_page(shown: Shown) -> SettingsPage:
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    until_made(page)
    return page


def go(shown: Shown, name: str) -> None:
    """Press a button of the guide's foot as soon as it takes one."""
    button = buttons(the_page(shown))[name]
    shown.qtbot.waitUntil(lambda: button.is_settled() and button.isEnabled())
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def head(shown: Shown) -> str:
    return the_page(shown)._guide_head.head.text()


def test_it_leads_through_all_steps_and_ends_at_the_board(show: Show) -> None:
    shown = show(**FRESH)
    heads = [head(shown)]
    go(shown, "Begin")
    for _ in range(5):
        heads.append(head(shown))
        go(shown, "Next")
    heads.append(head(shown))
    assert heads == [
        "Welcome to Pult",
        "Which language?",
        "What is this till called?",
        "Who sends you orders?",
        "Where do slips come out?",
        "Do you scan?",
        "Pult is ready",
    ]
    assert shown.till.of("keep_settings") == []
    go(shown, "To the board")
    assert shown.work.pages.key == ""
    shown.press("Settings")
    assert "Till" in buttons(the_page(shown))


def test_a_step_saves_what_was_changed_and_goes_on_also_on_a_screen_made_anew(show: Show) -> None:
    shown = show(**FRESH)
    go(shown, "Begin")
    go(shown, "Next")
    type_into(shown, the_page(shown), "Name of this till", "Bar")
    go(shown, "Save and go on")
    ((asked, values),) = shown.till.of("keep_settings")
    assert values == {"till.name": "Bar"}
    shown.renew(replace(SETTINGS, book=a_book('[till]\nname = "Bar"\n')))
    shown.say(SettingsKept(asked, values))
    assert head(shown) == "Who sends you orders?"
    assert "LOKE is not in use" not in texts(the_page(shown))


def test_a_refused_value_keeps_the_step(show: Show) -> None:
    shown = show(**FRESH)
    go(shown, "Begin")
    go(shown, "Next")
    type_into(shown, the_page(shown), "Before our numbers", "_")
    go(shown, "Save and go on")
    ((asked, values),) = shown.till.of("keep_settings")
    key = "till.number_prefix"
    shown.say(
        SettingsKept(
            asked,
            values,
            key,
            "one line",
            "must be at most 6 letters, digits or hyphens",
            "Correct it.",
        )
    )
    assert head(shown) == "What is this till called?"
    said = "Nothing was saved. Before our numbers: At most 6 letters, digits or hyphens."
    assert said in texts(the_page(shown))


def test_what_holds_after_a_restart_is_put_to_work_at_its_end(show: Show) -> None:
    shown = show(**FRESH)
    for name in ("Begin", "Next"):
        go(shown, name)
    shown.say(SettingsKept(0, {}, restart=True))
    assert "Restart now" not in buttons(the_page(shown))
    for _ in range(4):
        go(shown, "Next")
    assert head(shown) == "Pult is ready"
    go(shown, "Restart now")
    assert shown.till.of("restart") == [()]


def test_it_can_be_left_and_the_demo_tried(show: Show) -> None:
    shown = show(**FRESH)
    go(shown, "Try the demo")
    assert shown.till.of("try_demo") == [()]
    go(shown, "Set up later")
    assert shown.work.pages.key == ""


def test_a_till_that_is_set_up_shows_none(show: Show) -> None:
    shown = show(vendor_titles=TITLES)
    assert shown.work.pages.key == ""


def test_the_last_step_offers_a_test_slip_where_there_is_a_printer(show: Show) -> None:
    shown = show(guide=True)
    for name in ("Begin", *["Next"] * 5):
        go(shown, name)
    assert head(shown) == "Pult is ready"
    go(shown, "Test slip")
    assert shown.till.of("test_slip") == [("counter",)]


def test_the_last_step_offers_no_test_slip_without_a_printer(show: Show) -> None:
    shown = show(**FRESH)
    for name in ("Begin", *["Next"] * 5):
        go(shown, name)
    assert head(shown) == "Pult is ready"
    assert "Test slip" not in buttons(the_page(shown))
    assert "Try the demo" in buttons(the_page(shown))


def test_a_new_till_can_take_a_set_up_over_but_has_none_to_give(show: Show) -> None:
    shown = show(**FRESH)
    go(shown, "Take over its set-up")
    names = buttons(the_page(shown))
    assert "Take over a set-up" in names
    assert "Save the set-up" not in names
    go(shown, "Set up later")
    shown.press("Settings")
    shown.press("Copy this till", the_page(shown))
    assert "Save the set-up" in buttons(the_page(shown))


def test_the_last_step_says_when_no_vendor_is_switched_on(show: Show) -> None:
    off = "No vendor is switched on: there are walk-in orders alone."
    shown = show(**FRESH, vendor_titles=TITLES)
    for name in ("Begin", *["Next"] * 5):
        go(shown, name)
    assert any(text.startswith(off) for text in texts(the_page(shown)))


def test_the_last_step_tells_what_comes_with_a_vendor_that_is_switched_on(show: Show) -> None:
    book = a_book("[vendors.cheers]\nenabled = true\napi_key = 'key'\n")
    shown = show(**{**FRESH, "book": book}, vendor_titles=TITLES)
    for name in ("Begin", *["Next"] * 5):
        go(shown, name)
    words = texts(the_page(shown))
    assert any(text.startswith("Vendors that were switched on take orders") for text in words)


def test_its_last_step_places_a_practice_order_and_shows_the_board(show: Show) -> None:
    shown = show(**FRESH)
    go(shown, "Begin")
    for _ in range(5):
        go(shown, "Next")
    said = " ".join(texts(the_page(shown)))
    assert "No vendor hears of it, and it counts nowhere." in said
    go(shown, "Practice order")
    assert shown.till.of(PlacePractice) == [PlacePractice()]
    assert shown.work.pages.key == ""
    shown.press("Settings")
    assert not the_page(shown).guided.is_on


def test_a_practice_order_waits_for_a_restart_that_is_due(show: Show) -> None:
    wait = "Restart first: until then a practice order would run with the former settings."
    shown = show(**FRESH)
    go(shown, "Begin")
    for _ in range(5):
        go(shown, "Next")
    assert buttons(the_page(shown))["Practice order"].isEnabled()
    shown.say(SettingsKept(0, {}, restart=True))
    assert not buttons(the_page(shown))["Practice order"].isEnabled()
    assert wait in " ".join(texts(the_page(shown)))
    go(shown, "Restart now")
    assert shown.till.of("restart") == [()]


def test_it_waits_on_a_page_that_is_made_later_too(show: Show) -> None:
    shown = show()
    shown.say(SettingsKept(0, {}, restart=True))
    shown.press("Settings")
    assert not buttons(the_page(shown))["Practice order"].isEnabled()
    assert "Restart now" in buttons(the_page(shown))
    assert shown.till.of(PlacePractice) == []


def test_the_page_till_places_one_too(show: Show) -> None:
    shown = show()
    shown.press("Settings")
    go(shown, "Practice order")
    assert shown.till.of(PlacePractice) == [PlacePractice()]
    assert shown.work.pages.key == ""


def test_history_shows_practice_when_it_is_asked_for(show: Show) -> None:
    shown = show()
    shown.press("History")
    page = shown.work.pages.page("history")
    assert page is not None
    press(shown.qtbot, page, "Vendor: All vendors")
    press(shown.qtbot, page, "Choose Practice")
    assert shown.till.of("read_history")[-1][0].vendor == "practice"
