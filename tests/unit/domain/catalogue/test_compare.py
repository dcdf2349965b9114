"""What an import would change is what it does change, and no more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.cells import COLUMNS
from app.domain.catalogue.compare import compare
from app.domain.catalogue.read import CatalogueFile
from app.domain.product import Product
from tests.builders import huf

BEER = Product(
    product_id="beer",
    names={"en": "Lager", "hu": "Sör"},
    barcode="96385074",
    price=huf(1190),
    station="Bar",
    vat=Decimal(27),
    article="1001",
)
SODA = Product(product_id="soda", names={"hu": "Szóda"})


def a_file(*products: Product, columns: str = " ".join(COLUMNS)) -> CatalogueFile:
    return CatalogueFile(products=products, columns=frozenset(columns.split()))


def test_added_changed_missing_and_unchanged_are_told_apart() -> None:
    dearer = replace(BEER, price=huf(1290), names={"en": "Lager beer", "hu": "Sör"})
    pie = Product(product_id="pie", names={"en": "Pie"})
    told = compare(
        [BEER, SODA, replace(SODA, product_id="same")],
        a_file(dearer, pie, replace(SODA, product_id="same")),
    )
    assert told.added == (pie,)
    (change,) = told.changed
    assert (change.before, change.after, change.columns) == (BEER, dearer, ("name_en", "price"))
    assert told.missing == (SODA,)
    assert told.unchanged == 1
    assert told.to_keep == (pie, dearer)


def test_what_the_file_has_no_column_for_stays_as_it_is() -> None:
    named = Product(product_id="beer", names={"en": "Pilsner"})
    (change,) = compare([BEER], a_file(named, columns="product_id name_en")).changed
    assert change.after == replace(BEER, names={"en": "Pilsner", "hu": "Sör"})
    assert change.columns == ("name_en",)


def test_an_empty_cell_of_a_column_that_is_there_clears_the_field() -> None:
    bare = Product(product_id="beer", names={"en": "Lager"})
    (change,) = compare([BEER], a_file(bare, columns="product_id name_en name_hu price")).changed
    assert change.after == replace(BEER, names={"en": "Lager"}, price=None)


def test_the_same_figure_in_another_currency_is_a_change() -> None:
    dear = replace(BEER, price=replace(huf(1190), currency="EUR"))
    (change,) = compare([BEER], a_file(dear)).changed
    assert change.columns == ("price",)


def test_a_rate_written_otherwise_is_no_change() -> None:
    assert compare([BEER], a_file(replace(BEER, vat=Decimal("27.0")))).unchanged == 1


PRODUCTS = st.lists(
    st.builds(
        Product,
        product_id=st.sampled_from("abcdef"),
        names=st.dictionaries(st.sampled_from(["en", "hu"]), st.sampled_from("xyz"), min_size=1),
        price=st.none() | st.integers(0, 3).map(huf),
        station=st.sampled_from(["", "Bar"]),
    ),
    unique_by=lambda product: product.product_id,
)
SOME_COLUMNS = st.sets(st.sampled_from(COLUMNS)).map(
    lambda columns: " ".join({"product_id", "name_en", *columns})
)


@given(PRODUCTS, PRODUCTS, SOME_COLUMNS)
def test_taking_the_same_file_in_again_changes_nothing(
    known: list[Product], new: list[Product], columns: str
) -> None:
    file = a_file(*new, columns=columns)
    first = compare(known, file)
    after = {product.product_id: product for product in [*known, *first.to_keep]}
    again = compare(after.values(), file)
    assert (again.added, again.changed) == ((), ())
    assert again.unchanged == len(new)
    counted = len(first.added) + len(first.changed) + first.unchanged
    assert counted == len(new)


@given(PRODUCTS, PRODUCTS)
def test_a_whole_file_without_the_missing_leaves_exactly_its_products(
    known: list[Product], new: list[Product]
) -> None:
    told = compare(known, a_file(*new))
    gone = {product.product_id for product in told.missing}
    after = {
        product.product_id: product
        for product in [*known, *told.to_keep]
        if product.product_id not in gone
    }
    assert after == {product.product_id: product for product in new}
