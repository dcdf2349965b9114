"""The catalogue in Settings: searching, naming what vendors sent, taking files in, going back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.catalogue.compare import Comparison
from app.domain.catalogue.faults import BadRow, Fault
from app.domain.catalogue.read import CatalogueFile
from app.domain.catalogue_news import (
    CatalogueChanged,
    CatalogueFileRead,
    CatalogueRead,
    CatalogueWritten,
    FolderRead,
)
from app.domain.news import CommandRefused
from app.domain.product import CatalogueStep, Product
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.ui.catalogue.file_dialog import FileDialog
from app.ui.catalogue.product_dialog import ProductDialog
from app.ui.catalogue.section import CatalogueSection
from app.ui.catalogue.table import RowTable
from app.ui.widgets import ActionButton
from app.usecases.import_catalogue import ImportCatalogue
from app.usecases.keep_product import KeepProduct, RemoveProduct
from app.usecases.restore_catalogue import RestoreCatalogue
from tests.builders import a_basket, a_line, an_order, huf
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.menu import a_file_read, the_catalogue
from tests.ui.reading import press, read_name, texts, visible
from tests.ui.snapshots import a_snapshot


def rows(table: RowTable) -> list[str]:
    """Every row as assistive technology reads it."""
    model = table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def section(shown: Shown, *products: Product) -> CatalogueSection:
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert page is not None
    press(shown.qtbot, page, "Catalogue")
    (found,) = page.findChildren(CatalogueSection)
    assert shown.till.of("read_catalogue")
    shown.say(the_catalogue(*products))
    return found


def tap(shown: Shown, table: RowTable, place: int) -> None:
    middle = table.visualRect(table.model().index(place, 0)).center()
    shown.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def search(shown: Shown, found: CatalogueSection, text: str) -> None:
    found.list.search.setFocus()
    found.list.search.clear()
    shown.qtbot.keyClicks(found.list.search, text)
    shown.qtbot.waitUntil(lambda: not found.list._typing.isActive())


def dialog_of(shown: Shown) -> ProductDialog:
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, ProductDialog)
    return dialog


def write(shown: Shown, field: QLineEdit, text: str) -> None:
    field.clear()
    field.setFocus()
    shown.qtbot.keyClicks(field, text)


def a_nameless_order(product_id: str = "new-1", number: int = 7) -> object:
    basket = a_basket(a_line("", product_id=product_id))
    return a_snapshot(an_order(id=f"order-{number}", number=f"A-{number}", basket=basket))


# --- the list -------------------------------------------------------------------------------------


def test_the_catalogue_is_listed_by_name_with_everything_of_a_product(show: Show) -> None:
    found = section(show())
    assert rows(found.list.table)[0] == (
        "Alcohol-free beer, beer-alcohol-free, 990 Ft, 27 %, 2000000010052, Bar"
    )
    assert "61 products" in texts(found)


@pytest.mark.parametrize("text", ["langos", "LÁNGOS", "2000000010205", "Sauerrahm", "1020"])
def test_the_search_looks_in_every_language_and_field(show: Show, text: str) -> None:
    shown = show()
    found = section(shown)
    search(shown, found, text)
    named = rows(found.list.table)
    assert any(row.startswith("Cheese and sour cream lángos") for row in named)
    assert len(named) < 10


def test_what_is_not_found_is_said(show: Show) -> None:
    shown = show()
    found = section(shown)
    search(shown, found, "caviar")
    assert "Nothing found for “caviar”" in texts(found)


def test_an_empty_catalogue_says_what_to_do(show: Show) -> None:
    shown = show()
    found = section(shown)
    shown.say(CatalogueRead(()))
    assert "The catalogue is empty" in texts(found)
    assert not any("Bring back" in text for text in texts(found))


def test_a_row_is_made_only_when_it_is_in_sight(show: Show) -> None:
    shown = show()
    many = [Product(product_id=f"p{n:04}", names={"en": f"Product {n:04}"}) for n in range(5000)]
    found = section(shown, *many)
    table = found.list.table
    made: list[int] = []
    inner = table.rows._row

    def noted(place: int) -> object:
        made.append(place)
        return inner(place)

    table.show_rows(5000, noted)  # type: ignore[arg-type]
    shown.qtbot.waitUntil(lambda: bool(made))
    table.viewport().repaint()
    assert max(made) < 100
    search(shown, found, "4999")
    assert rows(table) == ["Product 4999, p4999"]


# --- what vendors sent without a name -------------------------------------------------------------


def test_products_on_open_orders_without_a_name_stand_on_top_and_are_named_by_one_tap(
    show: Show,
) -> None:
    shown = show()
    shown.orders(a_nameless_order(), a_nameless_order(number=8), a_nameless_order("new-2", 9))
    found = section(shown)
    assert "2 products without a name" in texts(found)
    assert rows(found.list.table)[:2] == [
        "No name yet: on A-7, A-8, new-1",
        "No name yet: on A-9, new-2",
    ]
    tap(shown, found.list.table, 0)
    dialog = dialog_of(shown)
    assert dialog.fields["product_id"].text() == "new-1"
    assert not dialog.fields["product_id"].isEnabled()
    write(shown, dialog.fields["name_en"], "Newcomer")
    shown.press_dialog("Save")
    assert shown.till.of(KeepProduct) == [
        KeepProduct(Product(product_id="new-1", names={"en": "Newcomer"}))
    ]


def test_the_list_of_nameless_products_follows_the_orders(show: Show) -> None:
    shown = show()
    found = section(shown)
    assert not any("without a name" in text for text in texts(found))
    shown.orders(a_nameless_order())
    assert "1 product without a name" in texts(found)
    shown.orders(replace(a_nameless_order(), names={"new-1": "Newcomer"}))  # type: ignore[type-var]
    assert not any("without a name" in text for text in texts(found))


# --- one product ----------------------------------------------------------------------------------


def test_a_product_is_changed_by_keyboard_and_keys(show: Show) -> None:
    shown = show()
    found = section(shown)
    search(shown, found, "beef-burger")
    tap(shown, found.list.table, 0)
    dialog = dialog_of(shown)
    assert not dialog.save.isEnabled()
    write(shown, dialog.fields["name_en"], "Big burger")
    write(shown, dialog.fields["vat"], "27")
    dialog.price.setFocus()
    for key in ("Backspace", "Backspace", "5", "0"):
        press(shown.qtbot, dialog.keypad, key)
    shown.press_dialog("Save")
    (command,) = shown.till.of(KeepProduct)
    product = command.product
    assert (product.names["en"], product.names["hu"]) == ("Big burger", "Marhahúsos burger")
    assert (product.price, product.vat) == (huf(3650), Decimal(27))
    assert product.article == "1024"


def test_what_cannot_be_kept_is_said_beside_save(show: Show) -> None:
    shown = show()
    section(shown)
    shown.work.catalogue.on_product_wanted("")
    dialog = dialog_of(shown)
    assert not dialog.save.isEnabled()
    for column, text, said in (
        ("product_id", "x", "No name"),
        ("name_hu", "Valami", ""),
        ("barcode", "4006381333932", "wrong digit"),
        ("barcode", "4006381333931", ""),
        ("vat", "200", "0 to 100 %"),
        ("vat", "5,5", ""),
        ("product_id", "beer-500ml", "in the catalogue already"),
        ("product_id", "5,9E+12", "spreadsheet"),
    ):
        write(shown, dialog.fields[column], text)
        assert said in dialog.note.text()
        assert dialog.save.isEnabled() is not bool(said)


def test_a_price_the_keys_cannot_say_stays_unless_it_is_touched(show: Show) -> None:
    odd = Product(product_id="odd", names={"en": "Odd"}, price=replace(huf(1), minor=12345))
    shown = show()
    section(shown, odd)
    shown.work.catalogue.on_product_wanted("odd")
    write(shown, dialog_of(shown).fields["name_en"], "Odder")
    shown.press_dialog("Save")
    (command,) = shown.till.of(KeepProduct)
    assert command.product.price == odd.price


def test_a_product_is_removed(show: Show) -> None:
    shown = show()
    found = section(shown)
    shown.work.catalogue.on_product_wanted("beer-500ml")
    shown.press_dialog("Remove")
    assert shown.till.of(RemoveProduct) == [RemoveProduct("beer-500ml")]
    shown.say(CatalogueChanged(CatalogueStep.REMOVED, removed=1, product_id="beer-500ml"))
    assert "beer-500ml is removed." in texts(found)


def test_a_barcode_scanned_while_the_dialog_is_open_goes_into_it(show: Show) -> None:
    shown = show()
    section(shown)
    shown.work.catalogue.on_product_wanted("")
    shown.say(ScanAnswered(ScanVerdict.UNKNOWN, Intent.PRODUCT, "4006381333931"))
    assert dialog_of(shown).fields["barcode"].text() == "4006381333931"


# --- files ----------------------------------------------------------------------------------------


def test_a_file_is_chosen_read_looked_at_and_taken_in(show: Show) -> None:
    shown = show()
    found = section(shown)
    press(shown.qtbot, found, "Import…")
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, FileDialog)
    assert shown.till.of("read_folder") == [("",)]
    shown.say(FolderRead("/home/pult", ("menus",), ("menu.csv",)))
    assert rows(dialog.table) == ["One folder up", "menus, Folder", "menu.csv, File"]
    tap(shown, dialog.table, 1)
    assert shown.till.of("read_folder")[-1] == ("/home/pult/menus",)
    shown.say(FolderRead("/home/pult/menus", (), ("new.csv",)))
    tap(shown, dialog.table, 1)
    assert shown.till.of("read_catalogue_file") == [("/home/pult/menus/new.csv",)]
    assert "Reading the file…" in texts(found)
    news = a_file_read()
    shown.say(news)
    said = " ".join(texts(found))
    assert "61 products: 2 new, 3 changed, 56 as they are" in said
    assert "Read as UTF-8, commas. Columns Pult does not know were left out: colour." in said
    press(shown.qtbot, found, "Import")
    assert shown.till.of(ImportCatalogue) == [ImportCatalogue(news.file)]
    shown.say(CatalogueChanged(CatalogueStep.IMPORTED, added=2, changed=3))
    assert found.preview is None
    assert "Imported: 2 new, 3 changed, 0 removed." in texts(found)


def test_the_preview_shows_what_is_added_changed_and_missing(show: Show) -> None:
    shown = show()
    found = section(shown)
    shown.say(a_file_read())
    seen = {}
    for part in ("Added 2", "Changed 3", "Missing 2"):
        assert found.preview is not None
        found.preview.on_part(part.split()[0].lower())
        (table,) = visible(found, RowTable)
        seen[read_name(table)] = rows(table)
    assert seen["Added products"] == ["Meat pie, pie, 990 Ft", "Strudel, strudel, 1,190 Ft"]
    assert "Small lager" in seen["Changed products"][1]
    assert "Price 790 Ft → 890 Ft" in seen["Changed products"][1]
    assert seen["Changed products"][2].endswith("Station Bar → none")
    assert len(seen["Missing products"]) == 2


def test_missing_products_go_only_when_it_is_ticked(show: Show) -> None:
    shown = show()
    found = section(shown)
    shown.say(a_file_read())
    assert found.preview is not None
    assert "What the file does not name stays." in " ".join(texts(found))
    found.preview.remove.click()
    assert "What the file does not name is removed." in " ".join(texts(found))
    press(shown.qtbot, found, "Import")
    (command,) = shown.till.of(ImportCatalogue)
    assert command.remove_missing


def test_bad_rows_are_listed_with_their_lines_and_nothing_can_be_imported(show: Show) -> None:
    shown = show()
    found = section(shown)
    shown.say(a_file_read(bad=True))
    (table,) = visible(found, RowTable)
    assert "Nothing can be taken from this file: 9 faults" in texts(found)
    assert rows(table)[1] == (
        "3, A spreadsheet made 5,9E+12 of a long number: format the column as text"
    )
    assert "Import" not in [read_name(button) for button in visible(found, ActionButton)]
    press(shown.qtbot, found, "Back")
    assert found.preview is None


def test_a_file_that_cannot_be_read_says_why(show: Show) -> None:
    shown = show()
    found = section(shown)
    bad = CatalogueFile(bad=(BadRow(0, Fault.UNREADABLE, "permission denied"),))
    shown.say(CatalogueFileRead("/root/menu.csv", bad, Comparison()))
    (table,) = visible(found, RowTable)
    assert rows(table) == ["File, The file cannot be read: permission denied"]


def test_a_file_that_changes_nothing_has_nothing_to_import(show: Show) -> None:
    shown = show()
    found = section(shown)
    news = a_file_read()
    shown.say(replace(news, comparison=Comparison(unchanged=61)))
    assert found.preview is not None
    assert not found.preview.take.isEnabled()
    assert "there is nothing to import" in " ".join(texts(found))


def test_an_import_that_cannot_be_saved_can_be_tried_again(show: Show) -> None:
    shown = show()
    found = section(shown)
    shown.say(a_file_read())
    press(shown.qtbot, found, "Import")
    assert found.preview is not None
    assert not found.preview.take.isEnabled()
    shown.say(CommandRefused("ImportCatalogue", ""))
    assert "Nothing was imported" in texts(found)
    assert found.preview.take.isEnabled()


def test_the_catalogue_is_written_where_one_chooses(show: Show) -> None:
    shown = show()
    found = section(shown)
    press(shown.qtbot, found, "Export…")
    shown.say(FolderRead("/media/stick"))
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, FileDialog)
    assert dialog.field.text() == "catalogue-2026-11-20.csv"
    shown.press_dialog("Export")
    path = "/media/stick/catalogue-2026-11-20.csv"
    assert shown.till.of("write_catalogue_file") == [(path,)]
    shown.say(CatalogueWritten(path, 61))
    assert f"61 products written to {path}." in texts(found)
    shown.say(CatalogueWritten(path, problem="cannot be written: no space left on device"))
    assert any("no space left on device" in text for text in texts(found))


def test_a_folder_that_cannot_be_opened_is_said_and_the_list_stays(show: Show) -> None:
    shown = show()
    found = section(shown)
    press(shown.qtbot, found, "Import…")
    shown.say(FolderRead("/home/pult", ("private",)))
    shown.say(FolderRead("/home/pult/private", problem="permission denied"))
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, FileDialog)
    assert "/home/pult/private cannot be opened: permission denied" in texts(dialog)
    assert rows(dialog.table) == ["One folder up", "private, Folder"]


def test_the_previous_catalogue_comes_back_with_one_tap(show: Show) -> None:
    shown = show()
    found = section(shown)
    assert "Until 12:03 there was another catalogue, of 57 products." in texts(found)
    press(shown.qtbot, found, "Bring back the previous catalogue")
    assert len(shown.till.of(RestoreCatalogue)) == 1
    shown.say(CatalogueChanged(CatalogueStep.RESTORED))
    assert "The previous catalogue is back." in texts(found)
    assert len(shown.till.of("read_catalogue")) == 2


def test_before_the_till_is_open_nothing_can_be_pressed(show: Show) -> None:
    shown = show(connected=False)
    shown.work.away.on_settings()
    page = shown.work.pages.page("settings")
    assert page is not None
    press(shown.qtbot, page, "Catalogue")
    (found,) = page.findChildren(CatalogueSection)
    assert not found.list.take_in.isEnabled()
    shown.window.connect_services(shown.till.services())
    assert found.list.take_in.isEnabled()
    assert shown.till.of("read_catalogue")
