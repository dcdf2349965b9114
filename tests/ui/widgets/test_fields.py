"""Amounts, keys, segments and tiles."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets import AmountField, CheckTile, Keypad, RadioTile, Segment, Segments
from tests.ui.showing import put_on_screen

CHOICES = [Segment("cash", "Cash", "banknote"), Segment("card", "Card"), Segment("other", "Other")]


def a_field(qtbot: QtBot, theme: Theme) -> AmountField:
    field = AmountField(theme, name="Cash given", unit="Ft", words=lambda minor: f"{minor:,}")
    qtbot.addWidget(field)
    put_on_screen(qtbot, field)
    return field


def test_figures_fill_from_the_right(qtbot: QtBot, theme: Theme) -> None:
    field = a_field(qtbot, theme)
    for key in ("1", "2", "00", "back"):
        field.press(key)
    assert (field.minor, field.text()) == (120, "120")
    field.press("5")
    assert (field.minor, field.text()) == (1205, "1,205")


def test_a_real_keyboard_works_as_well(qtbot: QtBot, theme: Theme) -> None:
    field = a_field(qtbot, theme)
    qtbot.keyClicks(field, "10x0e-0")
    assert field.minor == 1000
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.minor == 100


def test_an_emptied_field_has_no_amount(qtbot: QtBot, theme: Theme) -> None:
    field = a_field(qtbot, theme)
    field.press("7")
    field.press("back")
    assert (field.minor, field.text()) == (None, "")
    field.press("back")
    assert field.minor is None


def test_a_preset_is_replaced_by_the_next_key(qtbot: QtBot, theme: Theme) -> None:
    field = a_field(qtbot, theme)
    field.set_minor(5160, replace_on_key=True)
    field.press("1")
    assert field.minor == 1


def test_more_figures_than_money_has_are_not_taken(qtbot: QtBot, theme: Theme) -> None:
    field = a_field(qtbot, theme)
    qtbot.keyClicks(field, "9" * 30)
    assert field.minor == int("9" * 11)


def test_changes_are_told_and_only_changes(qtbot: QtBot, theme: Theme) -> None:
    field = a_field(qtbot, theme)
    with qtbot.waitSignal(field.amount_changed) as told:
        field.press("4")
    assert told.args == [4]
    with qtbot.assertNotEmitted(field.amount_changed):
        field.set_minor(4)


def test_what_assistive_technology_writes_is_taken(qtbot: QtBot, theme: Theme) -> None:
    field = a_field(qtbot, theme)
    field.setText("10,000 Ft")
    assert (field.minor, field.text()) == (10000, "10,000")


def test_keys_of_the_keypad_type_into_the_field(qtbot: QtBot, theme: Theme) -> None:
    field = a_field(qtbot, theme)
    keypad = Keypad(theme)
    qtbot.addWidget(keypad)
    keypad.key_pressed.connect(field.press)
    put_on_screen(qtbot, keypad)
    for key in ("5", "5", "00", "back"):
        qtbot.mouseClick(keypad.key(key), Qt.MouseButton.LeftButton)
    assert field.minor == 550
    assert keypad.key("back").accessibleName() == "Backspace"


def test_a_keypad_for_numbers_has_no_double_zero(qtbot: QtBot, theme: Theme) -> None:
    keypad = Keypad(theme, double_zero=False)
    qtbot.addWidget(keypad)
    with pytest.raises(KeyError):
        keypad.key("00")


def test_a_segment_is_chosen_by_a_tap_anywhere_on_it(qtbot: QtBot, theme: Theme) -> None:
    row = Segments(theme, CHOICES, name="Method", chosen="cash")
    qtbot.addWidget(row)
    row.resize(450, 56)
    put_on_screen(qtbot, row)
    assert row.chosen_key() == "cash"
    other = row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[2]
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton, pos=other.rect().bottomRight() * 0.9)
    assert told.args == ["other"]
    with qtbot.assertNotEmitted(row.chosen):
        row.choose("card")
    assert row.chosen_key() == "card"


def test_tiles_choose_one_or_some(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    qtbot.addWidget(holder)
    one, two = RadioTile(theme, "Sold out"), RadioTile(theme, "Too busy")
    tick = CheckTile(theme, "Wheat beer")
    for tile in (one, two, tick):
        column.addWidget(tile)
    holder.resize(400, 300)
    put_on_screen(qtbot, holder)
    for tile in (one, two, tick):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton, pos=tile.rect().center())
    assert (one.isChecked(), two.isChecked(), tick.isChecked()) == (False, True, True)
    qtbot.keyClick(tick, Qt.Key.Key_Return)
    assert not tick.isChecked()
