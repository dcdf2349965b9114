"""What has been keyed in, and how products are found."""

from __future__ import annotations

import pytest

from app.domain.catalogue.entries import entries_of
from app.domain.money import Money
from app.domain.product import Product
from app.domain.walkin import WalkinItem
from app.ui.walkin.draft import Draft
from app.ui.walkin.shelf import Shelf
from tests.builders import huf


def a_product(name: str, price: Money | None = None, barcode: str = "", **names: str) -> Product:
    return Product(
        product_id=name.lower(), names={"en": name, **names}, barcode=barcode, price=price
    )


def a_shelf(*products: Product) -> Shelf:
    return Shelf(entries_of(products, "en"), "HUF")


TEA = a_product("Tea", huf(520), "96385074", hu="Tea")
LANGOS = a_product("Lángos, sour cream", huf(1690), "036000291452", hu="Tejfölös lángos")


def test_the_total_is_of_everything_and_exact() -> None:
    draft = Draft(currency="HUF", amount=huf(99)).with_one_more(TEA).with_one_more(TEA)
    assert (draft.total, draft.item_count) == (huf(1139), 3)
    command = draft.command()
    assert (command.key, command.amount) == (draft.key, huf(99))
    assert command.items == (WalkinItem("tea", 2, huf(520)),)


def test_lines_keep_their_place_and_end_at_none() -> None:
    draft = Draft(currency="HUF").with_one_more(TEA).with_one_more(LANGOS).with_one_more(TEA)
    assert [(line.product, line.quantity) for line in draft.lines] == [(TEA, 2), (LANGOS, 1)]
    assert draft.with_quantity("tea", 0).quantity_of("tea") == 0
    assert draft.with_quantity("tea", 5000).quantity_of("tea") == 999
    assert draft.with_quantity("tea", -1).lines == draft.lines[1:]


def test_what_has_no_price_here_cannot_come_in() -> None:
    for product in (a_product("Free"), a_product("Wurst", Money(450, "EUR"))):
        with pytest.raises(ValueError, match="no price"):
            Draft(currency="HUF").with_one_more(product)


def test_an_empty_draft_is_one_nobody_would_miss() -> None:
    empty = Draft(currency="HUF", amount=huf(0))
    assert empty.is_empty
    assert empty.command().amount is None
    assert not Draft(currency="HUF", name="Anna").is_empty
    assert Draft(currency="HUF").key != Draft(currency="HUF").key


def test_products_stand_by_name_and_are_found_by_words_in_any_language() -> None:
    shelf = a_shelf(TEA, LANGOS, a_product("Bare"), a_product("Wurst", Money(450, "EUR")))
    assert shelf.products == (LANGOS, TEA)  # the others have no price here
    for text in ("langos", "SOUR lángos", "tejfolos", "0360"):
        assert shelf.find(text) == (LANGOS,), text
    assert shelf.find("  ") == (LANGOS, TEA)
    assert shelf.find("beer") == ()


def test_a_barcode_is_found_however_it_is_written() -> None:
    shelf = a_shelf(TEA, LANGOS, a_product("Bare", huf(1)))
    assert shelf.with_barcode("0036000291452") == LANGOS
    assert shelf.with_barcode(" 96385074 ") == TEA
    assert shelf.with_barcode("9638507") is None
    assert shelf.with_barcode("") is None
