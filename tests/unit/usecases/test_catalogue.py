"""The catalogue by file and by hand: names change at once, and the one before comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.catalogue.faults import BadRow, Fault
from app.domain.catalogue.read import CatalogueFile
from app.domain.catalogue_news import CatalogueChanged
from app.domain.errors import StoreUnavailable
from app.domain.product import CatalogueStep, Product
from app.usecases.import_catalogue import ImportCatalogue, import_catalogue
from app.usecases.keep_product import KeepProduct, RemoveProduct, keep_product, remove_product
from app.usecases.restore_catalogue import RestoreCatalogue, restore_catalogue
from tests.builders import a_basket, a_line, huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

BEER = Product(product_id="beer", names={"en": "Lager 0.5 l", "hu": "Világos sör 0,5 l"})
SODA = Product(product_id="soda", names={"hu": "Szóda"})


def a_file(*products: Product) -> CatalogueFile:
    columns = frozenset({"product_id", "name_en", "name_hu", "price"})
    return CatalogueFile(products=products, columns=columns)


def take_in(counter: Counter, *products: Product, remove_missing: bool = False) -> CatalogueChanged:
    command = ImportCatalogue(a_file(*products), remove_missing)
    counter.hear(import_catalogue(command, counter.desk))
    (told,) = counter.news[-1:]
    assert isinstance(told, CatalogueChanged)
    return told


def products(counter: Counter) -> list[Product]:
    with counter.store.begin() as work:
        return list(work.catalogue.all())


def nameless(product_id: str) -> dict[str, object]:
    return {"basket": a_basket(a_line("", product_id=product_id))}


def test_names_come_onto_the_board_and_the_slip(counter: Counter) -> None:
    counter.at_work(**nameless("beer"))
    assert counter.snapshot().name_of("beer") == "beer"
    take_in(counter, BEER)
    assert [one.order.id for one in counter.last_orders().orders] == ["id-1"]
    assert counter.snapshot().name_of("beer") == "Lager 0.5 l"
    errand = counter.print_next()
    assert errand is not None
    assert errand.slip.lines[0].text == "Lager 0.5 l"


def test_a_name_in_another_language_is_better_than_an_id(counter: Counter) -> None:
    counter.place(**nameless("soda"))
    take_in(counter, SODA)
    assert counter.snapshot().name_of("soda") == "Szóda"


def test_an_import_says_what_it_did_and_keeps_what_it_does_not_name(counter: Counter) -> None:
    assert take_in(counter, BEER, SODA) == CatalogueChanged(CatalogueStep.IMPORTED, added=2)
    dearer = replace(BEER, price=huf(1290))
    assert take_in(counter, dearer) == CatalogueChanged(CatalogueStep.IMPORTED, changed=1)
    assert products(counter) == [dearer, SODA]
    gone = take_in(counter, dearer, remove_missing=True)
    assert gone == CatalogueChanged(CatalogueStep.IMPORTED, removed=1)
    assert products(counter) == [dearer]


def test_the_previous_catalogue_comes_back_and_goes_again(counter: Counter) -> None:
    take_in(counter, BEER)
    take_in(counter, SODA, remove_missing=True)
    for shown in ([BEER], [SODA]):
        counter.hear(restore_catalogue(RestoreCatalogue(), counter.desk))
        assert products(counter) == shown
        assert counter.news[-1] == CatalogueChanged(CatalogueStep.RESTORED)


def test_a_file_that_changes_nothing_leaves_the_previous_catalogue_what_it_was(
    counter: Counter,
) -> None:
    take_in(counter, BEER)
    take_in(counter, SODA)
    take_in(counter, BEER, SODA)
    counter.hear(restore_catalogue(RestoreCatalogue(), counter.desk))
    assert products(counter) == [BEER]


def test_where_nothing_was_set_aside_nothing_comes_back(counter: Counter) -> None:
    told = restore_catalogue(RestoreCatalogue(), counter.desk)
    assert told == [CatalogueChanged(CatalogueStep.NOTHING_TO_RESTORE)]


def test_a_file_with_a_bad_row_is_not_taken(counter: Counter) -> None:
    file = replace(a_file(BEER), bad=(BadRow(3, Fault.NO_NAME),))
    assert import_catalogue(ImportCatalogue(file), counter.desk) == []
    assert products(counter) == []


def test_one_product_is_added_changed_and_removed_by_hand(counter: Counter) -> None:
    counter.place(**nameless("beer"))
    for product, told in (
        (BEER, CatalogueChanged(CatalogueStep.KEPT, added=1, product_id="beer")),
        (
            replace(BEER, names={"en": "Ale"}),
            CatalogueChanged(CatalogueStep.KEPT, changed=1, product_id="beer"),
        ),
    ):
        counter.hear(keep_product(KeepProduct(product), counter.desk))
        assert counter.news[-1] == told
    assert counter.snapshot().name_of("beer") == "Ale"
    counter.hear(remove_product(RemoveProduct("beer"), counter.desk))
    told = CatalogueChanged(CatalogueStep.REMOVED, removed=1, product_id="beer")
    assert counter.news[-1] == told
    assert counter.last_orders().orders[0].name_of("beer") == "beer"
    assert products(counter) == []


def test_nothing_on_the_board_is_no_order_to_show(quick: Counter) -> None:
    told = keep_product(KeepProduct(BEER), quick.desk)
    assert [type(news) for news in told] == [CatalogueChanged]


def test_what_cannot_be_saved_is_not_kept_in_part() -> None:
    store = FakeStore()
    store.break_down(StoreUnavailable("disk full"))
    with pytest.raises(StoreUnavailable):
        import_catalogue(ImportCatalogue(a_file(BEER)), Counter(store).desk)
    assert (store.kept.products, store.kept.memory) == ({}, {})
