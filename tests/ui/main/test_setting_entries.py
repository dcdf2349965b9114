"""Vendors, printers and scanners in Settings: their values, added and removed by hand."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtWidgets import QLineEdit

from app.domain.catalogue.entries import entries_of
from app.domain.catalogue_news import CatalogueRead, FolderRead
from app.domain.product import Product
from app.domain.scan_news import LookUpAnswered
from app.domain.settings_news import SettingsKept, SetupCopied
from app.ui.osk.field_button import FieldButton
from app.ui.printers.section import PrinterSection
from tests.ui.main.conftest import Show
from tests.ui.main.test_pages import settings_page
from tests.ui.main.test_setting_rows import type_into
from tests.ui.reading import buttons, press, texts


def test_a_vendor_not_in_use_is_tested_with_what_was_typed(show: Show) -> None:
    shown = show()
    vendors = settings_page(shown, "Vendors").vendors
    press(shown.qtbot, vendors, "LOKE")
    assert "LOKE is not in use" in texts(vendors)
    type_into(shown, vendors, "Token", "typed-token")
    press(shown.qtbot, vendors, "Test connection")
    ((asked, name, values),) = shown.till.of("test_vendor")
    assert (name, values) == ("loke", {"vendors.loke.token": SecretStr("typed-token")})
    key, why = "vendors.loke.location_id", "is missing while the vendor is enabled"
    shown.say(
        SettingsKept(asked, {}, key, "one line", why, tried=True),
        LookUpAnswered("loke", "", data={"word": ""}),
    )
    assert "This is needed." in texts(vendors.forms["loke"].rows[key])
    assert "LOKE was not asked" in texts(vendors)


def test_a_printer_is_added_by_hand(show: Show) -> None:
    shown = show()
    section = settings_page(shown, "Printers").printers
    assert isinstance(section, PrinterSection)
    press(shown.qtbot, section, "Add printer by hand")
    form = section.forms[""]
    assert form.rows["printers.1.host"].isVisible()
    assert not form.rows["printers.1.device"].isVisible()
    type_into(shown, form, "Name", "bar")
    type_into(shown, form, "Address", "192.0.2.20")
    press(shown.qtbot, section, "Save")
    ((_, values),) = shown.till.of("keep_settings")
    assert values == {"printers.1.name": "bar", "printers.1.host": "192.0.2.20"}


def test_fields_that_come_by_a_tap_have_the_keyboards_button(show: Show) -> None:
    shown = show()
    section = settings_page(shown, "Printers").printers
    assert isinstance(section, PrinterSection)

    def fields() -> list[QLineEdit]:
        return section.forms[""].findChildren(QLineEdit)

    before = 0
    for tapped in ("Add printer by hand", "More settings"):
        press(shown.qtbot, section, tapped)
        assert len(fields()) > before
        shown.qtbot.waitUntil(lambda: all(each.findChildren(FieldButton) for each in fields()))
        before = len(fields())


def test_rows_follow_the_kind_that_is_chosen(show: Show) -> None:
    shown = show()
    section = settings_page(shown, "Printers").printers
    assert isinstance(section, PrinterSection)
    shown.work.settings.draft.put("printers.0.kind", "serial")
    rows = section.forms["counter"].rows
    assert rows["printers.0.device"].isVisible()
    assert rows["printers.0.baudrate"].isVisible()
    assert not rows["printers.0.host"].isVisible()


def test_what_is_missing_is_said_at_the_row_it_is_missing_in(show: Show) -> None:
    shown = show()
    section = settings_page(shown, "Printers").printers
    assert isinstance(section, PrinterSection)
    press(shown.qtbot, section, "Add printer by hand")
    type_into(shown, section.forms[""], "Name", "bar")
    press(shown.qtbot, section, "Save")
    ((asked, values),) = shown.till.of("keep_settings")
    why = "is missing for kind network"
    shown.say(SettingsKept(asked, values, 'printers["bar"].host', "one line", why))
    assert "This is needed." in texts(section.forms[""].rows["printers.1.host"])


def test_a_scanner_is_removed_after_it_was_asked_about(show: Show) -> None:
    shown = show()
    section = settings_page(shown, "Scanners").scanners.section
    press(shown.qtbot, section, "Remove")
    assert shown.title() == "Remove till scanner?"
    shown.press_dialog("Keep it")
    assert shown.till.of("keep_settings") == []
    shown.qtbot.waitUntil(buttons(section)["Remove"].isEnabled)
    shown.qtbot.waitUntil(section.remove.is_settled)
    press(shown.qtbot, section, "Remove")
    shown.press_dialog("Remove it")
    ((_, values),) = shown.till.of("keep_settings")
    assert values == {"scanners.0": None}


def test_a_set_up_is_written_where_staff_choose_and_the_answer_said(show: Show) -> None:
    shown = show()
    page = settings_page(shown, "Copy this till").page("copy")
    assert not buttons(page)["Save the set-up"].isEnabled()
    type_into(shown, page, "Passphrase", "a passphrase")
    press(shown.qtbot, page, "Save the set-up")
    shown.say(FolderRead("/media/stick", (), ()))
    shown.press_dialog("Save here")
    ((asked, path, passphrase),) = shown.till.of("write_setup")
    assert (path, passphrase) == ("/media/stick/pult.pultsetup", "a passphrase")
    shown.say(SetupCopied(asked, path))
    assert any("Written to /media/stick/pult.pultsetup" in text for text in texts(page))


def test_a_set_up_that_cannot_be_opened_says_why(show: Show) -> None:
    shown = show()
    page = settings_page(shown, "Copy this till").page("copy")
    type_into(shown, page, "Passphrase of the file", "a passphrase")
    press(shown.qtbot, page, "Take over a set-up")
    shown.say(FolderRead("/media/stick", (), ("pult.pultsetup",)))
    dialog = shown.work.layer.dialog
    assert dialog is not None
    type_into(shown, dialog, "Name of the file", "pult.pultsetup")
    shown.press_dialog("Take over")
    ((asked, path, _),) = shown.till.of("take_setup")
    shown.say(SetupCopied(asked, path, taken=True, fault="wrong passphrase"))
    said = "The passphrase does not fit pult.pultsetup. Nothing was changed. Type it again."
    assert said in texts(page)
    shown.say(SetupCopied(asked, path, taken=True))
    assert shown.work.settings.needs_restart


def test_stations_that_print_nothing_are_told_at_their_row(show: Show) -> None:
    shown = show()
    section = settings_page(shown, "Printers").printers
    assert isinstance(section, PrinterSection)
    draft, form = shown.work.settings.draft, section.forms["counter"]
    draft.put("printers.0.stations", ("gril", "Fryer"))
    row = form.rows["printers.0.stations"]
    assert "Nothing is printed for them: tick Station slips." in texts(row)
    draft.put("printers.0.prints", ("station",))
    assert shown.till.of("read_catalogue")
    products = [Product(product_id=name, station=name) for name in ("grill", "fryer")]
    shown.say(CatalogueRead(entries_of(products, "en")))
    assert "The catalogue has no station called gril." in texts(row)
    draft.put("printers.0.stations", ("grill", "Fryer"))
    assert not row.standing.isVisible()
    shown.say(CatalogueRead(entries_of([Product(product_id="beer")], "en")))
    assert "The catalogue has no station called grill, Fryer." in texts(row)
    shown.say(CatalogueRead(()))
    assert not row.standing.isVisible()


def test_vendors_of_a_printer_without_slips_are_told_at_their_row(show: Show) -> None:
    shown = show()
    section = settings_page(shown, "Printers").printers
    assert isinstance(section, PrinterSection)
    draft = shown.work.settings.draft
    draft.put("printers.0.vendors", ("cheers",))
    row = section.forms["counter"].rows["printers.0.vendors"]
    assert not row.standing.isVisible()
    draft.put("printers.0.prints", ("station",))
    assert "This printer prints no slips: tick Slips." in texts(row)
