"""How products, changes and bad rows stand in a table."""

from __future__ import annotations

from app.domain.catalogue.compare import ProductChange
from app.domain.catalogue.faults import BadRow
from app.domain.catalogue.nameless import Nameless
from app.domain.product import Product
from app.ui.catalogue.table import Column, TextRow
from app.ui.wording.catalogue import change_words, column_title, fault_words, price_words, vat_words
from app.ui.wording.marked import translate


def product_columns() -> tuple[Column, ...]:
    """Return the columns of products."""
    return (
        Column(translate("Catalogue", "Name"), 34, "body_strong"),
        Column(column_title("product_id"), 24),
        Column(column_title("price"), 14, "amount", right=True),
        Column(column_title("vat"), 9, right=True, from_width=640),
        Column(column_title("barcode"), 18, from_width=760),
        Column(column_title("station"), 14, from_width=560),
    )


def product_row(product: Product, language: str) -> TextRow:
    """Return a product as a row."""
    cells = (
        product.name(language),
        product.product_id,
        price_words(product, language),
        vat_words(product),
        product.barcode,
        product.station,
    )
    return TextRow(cells, product.product_id)


def nameless_row(nameless: Nameless) -> TextRow:
    """Return an id without a name as a row of products."""
    on = translate("Catalogue", "No name yet: on {numbers}").format(
        numbers=", ".join(nameless.numbers)
    )
    cells = (on, nameless.product_id, "", "", "", "")
    return TextRow(cells, nameless.product_id, "warn_pale", "warn_text")


def change_columns() -> tuple[Column, ...]:
    """Return the columns of changes."""
    return (
        Column(translate("Catalogue", "Name"), 26, "body_strong"),
        Column(column_title("product_id"), 20, from_width=560),
        Column(translate("Catalogue", "What changes"), 54),
    )


def change_row(change: ProductChange, language: str) -> TextRow:
    """Return a change as a row."""
    before = change.before
    words = change_words(change, language)
    return TextRow((before.name(language), before.product_id, words))


def bad_columns() -> tuple[Column, ...]:
    """Return the columns of bad rows."""
    return (
        Column(translate("Catalogue", "Line"), 10, "body_strong"),
        Column(translate("Catalogue", "What is wrong"), 90),
    )


def bad_row(row: BadRow) -> TextRow:
    """Return a bad row as a row."""
    words = fault_words(row)
    line = str(row.line) if row.line else translate("Catalogue", "File")
    return TextRow((line, words[:1].upper() + words[1:]))
