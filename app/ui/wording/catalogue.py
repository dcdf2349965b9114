"""The words about the catalogue: what is wrong with a file, what it changes, how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.catalogue.cells import NAMES, PRICE, cells_of
from app.domain.catalogue.compare import ProductChange
from app.domain.catalogue.faults import BadRow, CellFault, Fault
from app.domain.catalogue.read import CatalogueFile
from app.domain.money_format import money_text
from app.domain.product import Product
from app.ui.wording.figures import NO_BREAK
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_FAULTS: Final[Mapping[Fault, str]] = {
    Fault.UNREADABLE: QT_TRANSLATE_NOOP("Catalogue", "the file cannot be read: {value}"),
    Fault.EMPTY_FILE: QT_TRANSLATE_NOOP("Catalogue", "the file is empty"),
    Fault.TOO_LARGE: QT_TRANSLATE_NOOP("Catalogue", "the file has more than {value} MB"),
    Fault.TOO_MANY: QT_TRANSLATE_NOOP("Catalogue", "there are more than {value} products"),
    Fault.WORKBOOK: QT_TRANSLATE_NOOP(
        "Catalogue", "this is a workbook, not a CSV file: save it as “CSV UTF-8”"
    ),
    Fault.NOT_TEXT: QT_TRANSLATE_NOOP("Catalogue", "this is not a text file"),
    Fault.NO_ID_COLUMN: QT_TRANSLATE_NOOP("Catalogue", "there is no column product_id"),
    Fault.NO_NAME_COLUMN: QT_TRANSLATE_NOOP(
        "Catalogue", "there is none of the columns name_en, name_hu, name_de, name_es"
    ),
    Fault.STRANGE_NAME_COLUMN: QT_TRANSLATE_NOOP(
        "Catalogue", "the column {value} is none of name_en, name_hu, name_de, name_es"
    ),
    Fault.COLUMN_TWICE: QT_TRANSLATE_NOOP("Catalogue", "the column {value} is there twice"),
    Fault.NO_ROWS: QT_TRANSLATE_NOOP("Catalogue", "the file has a header, but no products"),
    Fault.BROKEN_QUOTES: QT_TRANSLATE_NOOP(
        "Catalogue", "a quotation mark is missing or stands in the wrong place"
    ),
    Fault.TOO_MANY_CELLS: QT_TRANSLATE_NOOP(
        "Catalogue", "{value} cells where the header has {other}: put texts with commas in quotes"
    ),
    Fault.CUT_OFF: QT_TRANSLATE_NOOP("Catalogue", "the file ends in the middle of the row"),
    Fault.NO_ID: QT_TRANSLATE_NOOP("Catalogue", "no product id"),
    Fault.UNFIT_ID: QT_TRANSLATE_NOOP(
        "Catalogue", "the product id “{value}” has invisible letters or several spaces in it"
    ),
    Fault.MANGLED_ID: QT_TRANSLATE_NOOP(
        "Catalogue", "a spreadsheet made {value} of a long number: format the column as text"
    ),
    Fault.ID_TWICE: QT_TRANSLATE_NOOP(
        "Catalogue", "the product id {value} stands in line {other} already"
    ),
    Fault.NO_NAME: QT_TRANSLATE_NOOP("Catalogue", "no name"),
    Fault.TOO_LONG: QT_TRANSLATE_NOOP("Catalogue", "{value} has more than {other} letters"),
    Fault.PRICE_NOT_A_NUMBER: QT_TRANSLATE_NOOP("Catalogue", "the price “{value}” is not a number"),
    Fault.PRICE_IN_TWO_WAYS: QT_TRANSLATE_NOOP(
        "Catalogue", "the price {value} can be read in two ways: write it without a thousands mark"
    ),
    Fault.PRICE_NEGATIVE: QT_TRANSLATE_NOOP("Catalogue", "the price {value} is below zero"),
    Fault.PRICE_TOO_FINE: QT_TRANSLATE_NOOP(
        "Catalogue", "the price {value} has more decimals than {other} has"
    ),
    Fault.PRICE_TOO_HIGH: QT_TRANSLATE_NOOP(
        "Catalogue", "the price {value} is more than anything costs"
    ),
    Fault.STRANGE_CURRENCY: QT_TRANSLATE_NOOP(
        "Catalogue", "{value} is no currency: write three letters, such as HUF or EUR"
    ),
    Fault.VAT_NOT_A_NUMBER: QT_TRANSLATE_NOOP("Catalogue", "the VAT “{value}” is not a number"),
    Fault.VAT_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Catalogue", "the VAT {value} is not in 0 to 100 %"),
    Fault.VAT_A_FRACTION: QT_TRANSLATE_NOOP(
        "Catalogue", "the VAT {value} is below 1 %: write 27 for 27 %"
    ),
    Fault.MANGLED_BARCODE: QT_TRANSLATE_NOOP(
        "Catalogue", "a spreadsheet made {value} of the barcode: format the column as text"
    ),
    Fault.BARCODE_LENGTH: QT_TRANSLATE_NOOP(
        "Catalogue", "the barcode {value} has not 8, 12 or 13 digits"
    ),
    Fault.BARCODE_DIGIT: QT_TRANSLATE_NOOP(
        "Catalogue", "the barcode {value} has a wrong digit: its check digit does not fit"
    ),
}
_COLUMNS: Final[Mapping[str, str]] = {
    "name_en": QT_TRANSLATE_NOOP("Catalogue", "English name"),
    "name_hu": QT_TRANSLATE_NOOP("Catalogue", "Hungarian name"),
    "name_de": QT_TRANSLATE_NOOP("Catalogue", "German name"),
    "name_es": QT_TRANSLATE_NOOP("Catalogue", "Spanish name"),
    "product_id": QT_TRANSLATE_NOOP("Catalogue", "Product id"),
    "barcode": QT_TRANSLATE_NOOP("Catalogue", "Barcode"),
    "price": QT_TRANSLATE_NOOP("Catalogue", "Price"),
    "currency": QT_TRANSLATE_NOOP("Catalogue", "Currency"),
    "station": QT_TRANSLATE_NOOP("Catalogue", "Station"),
    "vat": QT_TRANSLATE_NOOP("Catalogue", "VAT"),
    "article": QT_TRANSLATE_NOOP("Catalogue", "Register article"),
}
_SEPARATORS: Final[Mapping[str, str]] = {
    ",": QT_TRANSLATE_NOOP("Catalogue", "commas"),
    ";": QT_TRANSLATE_NOOP("Catalogue", "semicolons"),
    "\t": QT_TRANSLATE_NOOP("Catalogue", "tabs"),
}


def fault_words(fault: CellFault | BadRow) -> str:
    """Return what is wrong, without its line."""
    return translate("Catalogue", _FAULTS[fault.fault]).format(value=fault.value, other=fault.other)


def bad_row_words(row: BadRow) -> str:
    """Return what is wrong with its line: "Line 3: no name"; of the whole file without one."""
    words = fault_words(row)
    if not row.line:
        return words[:1].upper() + words[1:]
    return translate("Catalogue", "Line {line}: {words}").format(line=row.line, words=words)


def column_title(column: str) -> str:
    """Return the title of a field."""
    return translate("Catalogue", _COLUMNS[column])


def products_words(count: int) -> str:
    """Return how many products: "1 product", "57 products"."""
    return translate("Catalogue", "%n products", n=count)


def read_as_words(file: CatalogueFile) -> str:
    """Return how a file was read: "UTF-8, semicolons"; nothing where it was not."""
    if not file.separator:
        return ""
    return f"{file.encoding}, {translate('Catalogue', _SEPARATORS[file.separator])}"


def unknown_columns_words(file: CatalogueFile) -> str:
    """Return which columns were not looked at, or nothing."""
    if not file.unknown:
        return ""
    words = translate("Catalogue", "Columns Pult does not know were left out: {columns}")
    return words.format(columns=", ".join(file.unknown))


def change_words(change: ProductChange, language: str) -> str:
    """Return what differs: "Price 690 Ft → 750 Ft, Station none → Bar"."""
    return ", ".join(
        f"{column_title(column)} {_value(change.before, column, language)}"
        f" → {_value(change.after, column, language)}"
        for column in change.columns
    )


def price_words(product: Product, language: str) -> str:
    """Return the price, or nothing."""
    price = product.price
    return "" if price is None else money_text(price, language).replace(NO_BREAK, " ")


def vat_words(product: Product) -> str:
    """Return the rate: "27 %", or nothing."""
    return "" if product.vat is None else f"{format(product.vat, 'f')} %"


def _value(product: Product, column: str, language: str) -> str:
    if column == PRICE:
        value = price_words(product, language)
    elif column == "vat":
        value = vat_words(product)
    elif column in NAMES:
        name = product.names.get(NAMES[column], "")
        value = f"“{name}”" if name else ""
    else:
        value = cells_of(product)[column]
    return value or translate("Catalogue", "none")
