"""What an import changes in the catalogue: said before, and done by the same reckoning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.catalogue.cells import NAMES, PRICE
from app.domain.catalogue.read import CatalogueFile
from app.domain.product import Product


@dataclass(frozen=True, slots=True)
class ProductChange:
    """A product before and after; `columns` are those that differ."""

    before: Product
    after: Product
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a file brings: `missing` are products of the catalogue that it does not name."""

    added: tuple[Product, ...] = ()
    changed: tuple[ProductChange, ...] = ()
    missing: tuple[Product, ...] = ()
    unchanged: int = 0

    @property
    def to_keep(self) -> tuple[Product, ...]:
        """The products that are to be kept as they stand here."""
        return (*self.added, *(change.after for change in self.changed))


def compare(known: Iterable[Product], file: CatalogueFile) -> Comparison:
    """Return what taking in `file` does to the products known."""
    before = {product.product_id: product for product in known}
    added: list[Product] = []
    changed: list[ProductChange] = []
    for product in file.products:
        old = before.get(product.product_id)
        if old is None:
            added.append(product)
            continue
        after = merged(old, product, file.columns)
        columns = differing(old, after)
        if columns:
            changed.append(ProductChange(old, after, columns))
    named = {product.product_id for product in file.products}
    return Comparison(
        added=tuple(added),
        changed=tuple(changed),
        missing=tuple(one for key, one in before.items() if key not in named),
        unchanged=len(file.products) - len(added) - len(changed),
    )


def merged(old: Product, new: Product, columns: Iterable[str]) -> Product:
    """Return `old` with what `new` says in `columns`; what there is no column for stays."""
    given = frozenset(columns)
    names = {
        language: name
        for column, language in NAMES.items()
        if (name := (new if column in given else old).names.get(language))
    }
    others = {code: name for code, name in old.names.items() if code not in NAMES.values()}
    return replace(
        old,
        names={**others, **names},
        barcode=new.barcode if "barcode" in given else old.barcode,
        price=new.price if PRICE in given else old.price,
        station=new.station if "station" in given else old.station,
        vat=new.vat if "vat" in given else old.vat,
        article=new.article if "article" in given else old.article,
    )


def differing(old: Product, new: Product) -> tuple[str, ...]:
    """Return the columns in which two products differ; a price with its currency is one."""
    names = [
        column
        for column, language in NAMES.items()
        if old.names.get(language, "") != new.names.get(language, "")
    ]
    rest: Mapping[str, bool] = {
        "barcode": old.barcode != new.barcode,
        PRICE: old.price != new.price,
        "station": old.station != new.station,
        "vat": old.vat != new.vat,
        "article": old.article != new.article,
    }
    return (*names, *(column for column, differs in rest.items() if differs))
