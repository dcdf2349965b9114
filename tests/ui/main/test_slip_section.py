"""What a shop has on its slips: chosen in Settings, seen at once, kept with one press."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit

from app.domain.catalogue_news import FolderRead
from app.domain.device_news import SlipPreviewed, TemplateKept
from app.domain.slip_template import SlipTemplate
from app.ui.catalogue.file_dialog import FileDialog
from app.ui.printers.slip_section import SlipSection
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import SETTINGS
from tests.ui.main.test_pages import settings_page
from tests.ui.reading import buttons, press, read_name, texts, visible

KEPT = SlipTemplate(top=("Kerkstraat 5",), code=False)


def section(show: Show, template: SlipTemplate = KEPT) -> tuple[Shown, SlipSection]:
    shown = show(template=template)
    (found,) = settings_page(shown, "Slip").findChildren(SlipSection)
    return shown, found


def field(found: SlipSection, name: str) -> QPlainTextEdit:
    (one,) = [each for each in visible(found, QPlainTextEdit) if read_name(each) == name]
    return one


def asked(shown: Shown) -> list[tuple[int, SlipTemplate, int]]:
    return shown.till.of("preview")


def picture() -> bytes:
    image = QImage(384, 200, QImage.Format.Format_Mono)
    image.fill(1)
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(store, "PNG")
    return bytes(store.data().data())


def test_it_shows_what_holds_and_the_slip_that_is_printed_so(show: Show) -> None:
    shown, found = section(show)
    assert found.template == KEPT
    assert asked(shown)[-1][1:] == (KEPT, 42)
    shown.say(SlipPreviewed(asked(shown)[-1][0], picture()))
    assert "The letters are the printer's own" in texts(found)
    assert not buttons(found)["Save"].isEnabled()
    assert not buttons(found)["Discard"].isEnabled()


def test_each_change_is_seen_and_nothing_is_kept_before_save(show: Show) -> None:
    shown, found = section(show)
    field(found, "Lines at the end").setPlainText("Thank you\nwifi: lángos\n\n")
    press(shown.qtbot, found, "Prices")
    assert found.prices.switch.word == "Left out"
    wanted = replace(KEPT, bottom=("Thank you", "wifi: lángos"), prices=False)
    shown.qtbot.waitUntil(lambda: asked(shown)[-1][1] == wanted)
    assert "2 changes, not saved\nTakes effect with the next slip, no restart" in texts(found)
    assert shown.till.of("keep_template") == []
    press(shown.qtbot, found, "Save")
    assert shown.till.of("keep_template") == [(wanted,)]
    shown.say(TemplateKept(wanted))
    assert "Saved. The next slip is printed so." in texts(found)
    assert not buttons(found)["Save"].isEnabled()


def test_a_picture_that_was_overtaken_is_not_shown(show: Show) -> None:
    shown, found = section(show)
    first = asked(shown)[-1][0]
    field(found, "Lines at the end").setPlainText("Thank you")
    shown.qtbot.waitUntil(lambda: asked(shown)[-1][0] > first)
    shown.say(SlipPreviewed(first, b""))
    assert "The letters are the printer's own" in texts(found)
    shown.say(SlipPreviewed(asked(shown)[-1][0], b""))
    assert "No picture can be drawn here" in texts(found)


def test_discard_brings_back_what_holds(show: Show) -> None:
    shown, found = section(show)
    field(found, "Lines above the number").setPlainText("")
    assert "1 change, not saved\nTakes effect with the next slip, no restart" in texts(found)
    press(shown.qtbot, found, "Discard")
    assert found.template == KEPT
    assert "This is how slips are printed now." in texts(found)


def test_what_cannot_be_written_says_that_nothing_has_changed(show: Show) -> None:
    shown, found = section(show)
    found.logo.take("/media/logo.png")
    press(shown.qtbot, found, "Save")
    shown.say(TemplateKept(found.template, "pult.toml: the disk is full"))
    said = "Nothing was changed, slips are printed as before. pult.toml: the disk is full"
    assert said in texts(found)
    assert buttons(found)["Save"].isEnabled()


def test_more_lines_than_a_slip_takes_are_said_and_not_cut(show: Show) -> None:
    shown, found = section(show)
    before = len(asked(shown))
    for lines in (("x",) * 7, ("x" * 97,)):
        field(found, "Lines at the end").setPlainText("\n".join(lines))
        assert "At most 6 lines of at most 96 letters." in texts(found)
        assert not buttons(found)["Save"].isEnabled()
        assert found.template.bottom == lines
    field(found, "Lines at the end").setPlainText("a\tb\x07")
    assert found.template.bottom == ("a b",)
    shown.qtbot.waitUntil(lambda: len(asked(shown)) > before)
    assert all(len(template.bottom) < 7 for _, template, _ in asked(shown))


def test_a_logo_is_chosen_from_folders_and_taken_away_again(show: Show) -> None:
    shown, found = section(show)
    press(shown.qtbot, found, "Choose a logo")
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, FileDialog)
    assert dialog.accessibleName() == "Choose a logo"
    assert shown.till.of("read_pictures") == [("",)]
    shown.say(FolderRead("/home/pult/Pictures", ("old",), ("logo.png",)))
    dialog.field.setText("logo.png")
    press(shown.qtbot, dialog, "Use it")
    assert found.template.logo == "/home/pult/Pictures/logo.png"
    assert "logo.png" in texts(found)
    press(shown.qtbot, found, "No logo")
    assert found.template.logo == ""
    assert "No logo" not in buttons(found)


def test_the_slip_is_as_wide_as_the_printer_that_prints_slips(show: Show) -> None:
    kitchen = replace(SETTINGS.printers[0], name="kitchen", prints=("station",), width=48)
    bar = replace(SETTINGS.printers[0], name="bar", width=32)
    shown = show(printers=(kitchen, bar))
    settings_page(shown, "Slip")
    assert asked(shown)[-1][2] == 32
