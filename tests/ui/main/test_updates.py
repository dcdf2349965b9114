"""A newer Pult on the screen: a row in Settings, About, and a line in Help; never over orders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.update import UpdateChanged, UpdateFault, UpdateStage
from app.ui.settings_page.page import SettingsPage
from app.ui.widgets import ActionButton
from tests.ui.main.conftest import Show, Shown
from tests.ui.reading import read_name, texts, visible

THERE = UpdateChanged(UpdateStage.THERE, "1.3.0", "Quicker totals.")
FETCHED = UpdateChanged(UpdateStage.FETCHED, "1.3.0")
LINE = "Pult 1.3.0 is there; it will not install itself while you are open."


def about(show: Show, *, updates: bool = True) -> Shown:
    shown = show(updates=updates)
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    shown.press("About", page.list)
    return shown


def test_help_has_the_line_and_the_board_has_not(show: Show) -> None:
    shown = show(updates=True)
    shown.say(THERE)
    assert LINE not in texts(shown.window)
    shown.work.away.on_help()
    assert LINE in texts(shown.window)


@pytest.mark.parametrize(
    ("news", "button", "asked"),
    [
        (UpdateChanged(UpdateStage.UNKNOWN), "Look now", "look_update"),
        (THERE, "Download", "fetch_update"),
        (FETCHED, "Install", "install_update"),
        (UpdateChanged(UpdateStage.FAULT, fault=UpdateFault.BAD_SIGNATURE), "Look now",
         "look_update"),
    ],
)  # fmt: skip
def test_the_one_button_does_what_it_says(
    show: Show, news: UpdateChanged, button: str, asked: str
) -> None:
    shown = about(show)
    shown.say(news)
    shown.press(button, shown.work.pages.page("settings"))
    assert shown.till.of(asked) == [()]


@pytest.mark.parametrize(
    ("news", "line"),
    [
        (replace(FETCHED, shop_open=True), "It can be installed once you have closed."),
        (replace(FETCHED, command="sudo apt install x"), "sudo apt install x"),
        (UpdateChanged(UpdateStage.LOOKING), "Looking…"),
    ],
)
def test_what_cannot_be_pressed_now_has_no_button(
    show: Show, news: UpdateChanged, line: str
) -> None:
    shown = about(show)
    shown.say(news)
    assert any(line in text for text in texts(shown.window))
    names = {read_name(each) for each in visible(shown.window, ActionButton)}
    assert names.isdisjoint({"Install", "Download", "Look now"})


def test_a_fault_says_that_nothing_was_changed(show: Show) -> None:
    shown = about(show)
    shown.say(UpdateChanged(UpdateStage.FAULT, fault=UpdateFault.WRONG_FILE))
    said = " ".join(texts(shown.window))
    assert "The newer Pult was not trusted" in said
    assert (
        "P-32 · The file is not what was signed. Nothing was changed. Tell the publisher." in said
    )


def test_a_fault_can_be_read_out_from_help(show: Show) -> None:
    shown = show(updates=True)
    shown.say(UpdateChanged(UpdateStage.FAULT, fault=UpdateFault.NOT_REACHED))
    line = "P-31 · The publisher cannot be reached."
    assert line not in texts(shown.window)
    shown.work.away.on_help()
    assert line in texts(shown.window)


def test_without_an_address_it_says_where_to_set_one(show: Show) -> None:
    shown = about(show, updates=False)
    assert "Not looked for" in texts(shown.window)
