"""Changing settings on the screen: row by row, saved or discarded together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from app.domain.settings_news import SettingsKept
from app.ui.osk.field_button import FieldButton
from app.ui.settings_kit import KeyPage, KeyRow
from app.ui.settings_page.advanced import AdvancedPage
from app.ui.settings_page.page import SettingsPage
from tests.ui.books import a_book
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import SETTINGS
from tests.ui.reading import buttons, press, read_name, texts, visible

WORDS = {"till": "Till", "look": "Language and look", "advanced": "Advanced"}


def open_page(shown: Shown, section: str) -> KeyPage:
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    shown.press(WORDS[section], page.list)
    made = page.page(section)
    assert isinstance(made, KeyPage)
    shown.qtbot.waitUntil(lambda: made.is_whole)
    return made


def field(root: QWidget, name: str) -> QLineEdit:
    (found,) = [each for each in visible(root, QLineEdit) if read_name(each) == name]
    return found


def choose(shown: Shown, row: KeyRow, name: str) -> None:
    found = [each for each in visible(row, QAbstractButton) if read_name(each) == name]
    assert len(found) == 1, name
    shown.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def type_into(shown: Shown, root: QWidget, name: str, text: str) -> QLineEdit:
    line = field(root, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    return line


def foot(page: KeyPage) -> str:
    return page.foot.said.text()


def test_changes_wait_for_save_and_go_together(show: Show) -> None:
    shown = show()
    page = open_page(shown, "till")
    assert not page.foot.save.isEnabled()
    type_into(shown, page, "Name of this till", "Bar")
    choose(shown, page.rows["till.after_move"], "Open the next oldest")
    press(shown.qtbot, page, "More: Time to undo")
    assert shown.till.of("keep_settings") == []
    assert foot(page) == "3 changes. Holds at once."
    press(shown.qtbot, page.foot, "Save")
    ((asked, values),) = shown.till.of("keep_settings")
    assert values == {"till.name": "Bar", "till.after_move": "next", "till.undo_seconds": 6.0}
    shown.say(SettingsKept(asked, values))
    assert foot(page) == "Saved."
    assert shown.work.settings.draft.changes() == {}


def test_discard_puts_everything_back(show: Show) -> None:
    shown = show()
    page = open_page(shown, "till")
    line = type_into(shown, page, "Name of this till", "Bar")
    press(shown.qtbot, page, "Discard")
    assert line.text() == "Front counter"
    assert not page.foot.save.isEnabled()
    assert shown.till.of("keep_settings") == []


def test_a_value_typed_back_is_no_change(show: Show) -> None:
    shown = show()
    page = open_page(shown, "till")
    type_into(shown, page, "Name of this till", "Bar")
    type_into(shown, page, "Name of this till", "Front counter")
    assert not page.foot.save.isEnabled()


def test_what_is_no_number_is_refused_at_the_row(show: Show) -> None:
    shown = show()
    page = open_page(shown, "till")
    type_into(shown, page, "Time to undo", "99")
    assert "From 0 to 60\u00a0s." in texts(page.rows["till.undo_seconds"])
    assert not page.foot.save.isEnabled()
    type_into(shown, page, "Time to undo", "2,5")
    assert "From 0 to 60\u00a0s." not in texts(page.rows["till.undo_seconds"])
    press(shown.qtbot, page.foot, "Save")
    ((_, values),) = shown.till.of("keep_settings")
    assert values == {"till.undo_seconds": 2.5}


def test_what_the_keeper_refuses_is_said_at_its_row_and_can_be_corrected(show: Show) -> None:
    shown = show()
    page = open_page(shown, "till")
    type_into(shown, page, "Before our numbers", "W_1")
    press(shown.qtbot, page.foot, "Save")
    ((asked, values),) = shown.till.of("keep_settings")
    why = "must be at most 6 letters, digits or hyphens"
    key = "till.number_prefix"
    shown.say(SettingsKept(asked, values, key, "one line", why, "Correct it."))
    assert "At most 6 letters, digits or hyphens." in texts(page.rows[key])
    assert field(page, "Before our numbers").text() == "W_1"
    type_into(shown, page, "Before our numbers", "W-")
    assert page.foot.save.isEnabled()


def test_the_way_back_to_the_default(show: Show) -> None:
    shown = show(book=a_book("[till]\nundo_seconds = 9.0\n"))
    page = open_page(shown, "till")
    press(shown.qtbot, page, "Time to undo: back to 5 s")
    press(shown.qtbot, page.foot, "Save")
    ((_, values),) = shown.till.of("keep_settings")
    assert values == {"till.undo_seconds": 5.0}


def test_a_time_of_day_moves_by_quarters_round_the_clock(show: Show) -> None:
    shown = show(book=a_book('[till]\nday_starts = "00:05"\n'))
    page = open_page(shown, "till")
    line = field(page, "The day begins at")
    press(shown.qtbot, page, "Less: The day begins at")
    assert line.text() == "00:00"
    press(shown.qtbot, page, "Less: The day begins at")
    assert line.text() == "23:45"
    type_into(shown, page, "The day begins at", "5.30")
    assert shown.work.settings.draft.value("till.day_starts") == "05:30"


def test_one_of_many_is_searched_in_a_list(show: Show) -> None:
    shown = show()
    page = open_page(shown, "till")
    press(shown.qtbot, page, "Time zone: Europe/Budapest")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    QTest.keyClicks(field(dialog, "Search"), "vien")
    shown.qtbot.waitUntil(lambda: "Europe/Vienna" in buttons(dialog))
    shown.qtbot.mouseClick(buttons(dialog)["Europe/Vienna"], Qt.MouseButton.LeftButton)
    assert shown.work.settings.draft.value("till.timezone") == "Europe/Vienna"


@pytest.mark.parametrize("key", ["vendors.oktopos.send_from", "display.vendors"])
def test_lists_of_vendors_offer_those_that_have_orders(show: Show, key: str) -> None:
    shown = show()
    page = open_page(shown, "advanced")
    offered = {each.text() for each in page.rows[key].findChildren(QAbstractButton)}
    assert offered >= {"Akinon", "Cheers", "LOKE", "Walk-in"}
    assert "Cheerfy" not in offered


def test_the_main_colour_is_picked_or_written(show: Show) -> None:
    shown = show()
    page = open_page(shown, "look")
    shown.qtbot.waitUntil(page.rows["till.accent"].isVisible)
    colours = buttons(page.rows["till.accent"])
    ours, violet = colours["Main colour: Ours, blue"], colours["Main colour: Violet"]
    assert ours.isChecked()
    choose(shown, page.rows["till.accent"], "Main colour: Violet")
    assert (ours.isChecked(), violet.isChecked()) == (False, True)
    assert field(page, "Main colour").text() == "#7A1FA2"
    assert shown.work.settings.draft.changes() == {"till.accent": "#7A1FA2"}
    choose(shown, page.rows["till.accent"], "Main colour: Ours, blue")
    assert (ours.isChecked(), violet.isChecked()) == (True, False)
    assert shown.work.settings.draft.changes() == {}
    type_into(shown, page, "Main colour", "#8A1C2B")
    assert not any(colour.isChecked() for colour in colours.values() if colour.isCheckable())
    type_into(shown, page, "Main colour", "#1b3a8c")
    assert colours["Main colour: Dark blue"].isChecked()
    choose(shown, page.rows["till.accent"], "Main colour: Dark blue")
    assert colours["Main colour: Dark blue"].isChecked()
    press(shown.qtbot, page.foot, "Save")
    ((_, values),) = shown.till.of("keep_settings")
    assert values == {"till.accent": "#1B3A8C"}


def test_a_main_colour_nobody_reads_words_on_is_refused_at_its_row(show: Show) -> None:
    shown = show()
    page = open_page(shown, "look")
    shown.qtbot.waitUntil(page.rows["till.accent"].isVisible)
    type_into(shown, page, "Main colour", "#777777")
    press(shown.qtbot, page.foot, "Save")
    ((asked, values),) = shown.till.of("keep_settings")
    why = "would have text of 4.4:1 on it, under 4.5:1"
    shown.say(SettingsKept(asked, values, "till.accent", "one line", why, "Choose another."))
    said = "Nobody could read words on it. Choose a lighter or a darker colour."
    assert said in texts(page.rows["till.accent"])


def test_what_was_typed_outlives_a_screen_made_anew(show: Show) -> None:
    shown = show()
    page = open_page(shown, "till")
    type_into(shown, page, "Name of this till", "Bar at the ba")
    shown.renew(replace(SETTINGS, undo_seconds=7))
    again = shown.work.pages.page("settings")
    assert isinstance(again, SettingsPage)
    assert field(again, "Name of this till").text() == "Bar at the ba"


def test_a_value_of_the_environment_is_locked(show: Show) -> None:
    shown = show(book=a_book("", {"PULT_TILL__LANGUAGE": "de"}))
    row = open_page(shown, "look").rows["till.language"]
    assert not row.control.isEnabled()
    assert any("PULT_TILL__LANGUAGE" in text for text in texts(row))


def test_a_secret_is_never_shown_and_goes_out_hidden(show: Show) -> None:
    shown = show()
    page = open_page(shown, "advanced")
    row = page.rows["vendors.cheers.api_key"]
    assert "Set" in texts(row)
    press(shown.qtbot, row, "Enter Key, vendors.cheers.api_key")
    line = type_into(shown, row, "Key, vendors.cheers.api_key", "new-key")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    press(shown.qtbot, page.foot, "Save")
    ((asked, values),) = shown.till.of("keep_settings")
    assert values == {"vendors.cheers.api_key": SecretStr("new-key")}
    assert "new-key" not in str(values)
    shown.say(SettingsKept(asked, {"vendors.cheers.api_key": True}, restart=True))
    assert "new-key" not in " ".join(texts(page))


@pytest.mark.parametrize(
    ("text", "found"),
    [("undo", {"till.undo_seconds"}), ("public_url", {"callbacks.public_url"})],
)
def test_advanced_is_searched_by_key_and_words(show: Show, text: str, found: set[str]) -> None:
    shown = show()
    page = open_page(shown, "advanced")
    type_into(shown, page, "Search settings", text)
    assert {key for key, row in page.rows.items() if row.isVisible()} == found


def test_advanced_is_made_little_by_little(show: Show) -> None:
    shown = show()
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    advanced = page.page("advanced")
    assert isinstance(advanced, AdvancedPage)
    assert not advanced.is_whole
    advanced.search.setText("printers.0.host")
    shown.work.settings.draft.put("printers.0.host", "192.0.2.77")
    shown.qtbot.waitUntil(lambda: advanced.is_whole)
    shown_keys = {key for key, row in advanced.rows.items() if not row.isHidden()}
    assert "printers.0.host" in shown_keys
    assert "till.name" not in shown_keys
    assert "1 change" in foot(advanced)


@pytest.mark.parametrize("section", ["till", "advanced"])
def test_fields_that_come_in_slices_have_the_keyboards_button(show: Show, section: str) -> None:
    shown = show()
    page = open_page(shown, section)
    fields = page.section.findChildren(QLineEdit)
    assert len(fields) > 5
    shown.qtbot.waitUntil(lambda: all(each.findChildren(FieldButton) for each in fields))


def test_advanced_has_every_key(show: Show) -> None:
    shown = show()
    page = open_page(shown, "advanced")
    book = a_book()
    assert set(page.rows) == {view.key for table in book.tables() for view in book.keys(table)}


def test_what_holds_after_a_restart_offers_one_also_on_a_screen_made_anew(show: Show) -> None:
    shown = show()
    page = open_page(shown, "advanced")
    shown.work.settings.draft.put("callbacks.max_waiting", 500)
    assert "after Pult is started again" in foot(page)
    press(shown.qtbot, page.foot, "Save")
    ((asked, values),) = shown.till.of("keep_settings")
    shown.say(SettingsKept(asked, values, restart=True))
    shown.renew(SETTINGS)
    again = shown.work.pages.page("settings")
    assert isinstance(again, SettingsPage)
    press(shown.qtbot, again.restart, "Restart now")
    assert shown.till.of("restart") == [()]
