"""The catalogue of one unit of work: the shop's own products."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.engine import Row

from app.domain.money import Money
from app.domain.product import Product
from app.ports.catalogue import CataloguePort
from app.store.errors import readable
from app.store.memory import SqlMemory
from app.store.records import Values
from app.store.tables import PREVIOUS_PRODUCTS, PRODUCTS
from app.store.transaction import Transaction

_MOST_PARAMETERS: Final = 500  # SQLite takes 999
_WANTED = (
    select(PRODUCTS)
    .where(PRODUCTS.c.product_id.in_(bindparam("wanted", expanding=True)))
    .order_by(PRODUCTS.c.product_id)
)
ALL_PRODUCTS: Final = select(PRODUCTS).order_by(PRODUCTS.c.product_id)
SET_ASIDE_AT: Final = "catalogue set aside at"
_BY_BARCODE = (
    select(PRODUCTS)
    .where(PRODUCTS.c.barcode == bindparam("wanted"))
    .order_by(PRODUCTS.c.product_id)
    .limit(1)
)
_ADD = insert(PRODUCTS)
_DROP = delete(PRODUCTS).where(PRODUCTS.c.product_id == bindparam("wanted"))
_DROP_ALL = delete(PRODUCTS)
_PREVIOUS = select(PREVIOUS_PRODUCTS)
_DROP_PREVIOUS = delete(PREVIOUS_PRODUCTS)
_SET_ASIDE = insert(PREVIOUS_PRODUCTS).from_select(
    [column.name for column in PRODUCTS.c], select(PRODUCTS)
)

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class SqlCatalogue(CataloguePort):
    """Products in their table. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction
        self._memory: Final = SqlMemory(transaction)
        # As read and not written since, None where there is none: orders share their products.
        self._read: Final[dict[str, Product | None]] = {}

    def names(self, product_ids: Iterable[str], language: str) -> Mapping[str, str]:
        """Return the names that are known, in `language`, else in any language."""
        known = self.products(product_ids).values()
        named = {product.product_id: product.name(language) for product in known}
        return {product_id: name for product_id, name in named.items() if name}

    def products(self, product_ids: Iterable[str]) -> Mapping[str, Product]:
        """Return the products that are known."""
        asked = sorted(set(product_ids))
        unread = [one for one in asked if one not in self._read]
        self._read.update(dict.fromkeys(unread))
        for wanted in _portions(unread, _MOST_PARAMETERS):
            for row in self._transaction.rows(_WANTED, {"wanted": wanted}):
                self._read[row.product_id] = product_in(row)
        return {one: known for one in asked if (known := self._read[one]) is not None}

    def all(self) -> Sequence[Product]:
        """Return every product, by id."""
        return [product_in(row) for row in self._transaction.rows(ALL_PRODUCTS)]

    def find_by_barcode(self, barcode: str) -> Product | None:
        """Return the product with that barcode; of several the one with the smallest id."""
        row = self._transaction.row(_BY_BARCODE, {"wanted": barcode}) if barcode else None
        return None if row is None else product_in(row)

    def put(self, *products: Product) -> None:
        """Keep products as they now are, names included."""
        newest = {product.product_id: product for product in products}
        self.remove(*newest)  # which also forgets how they were read
        if newest:
            self._transaction.run(_ADD, [_row(product) for product in newest.values()])

    def remove(self, *product_ids: str) -> None:
        """Forget products; nothing happens to those that are not there."""
        self._read.clear()
        if product_ids:
            self._transaction.run(_DROP, [{"wanted": one} for one in product_ids])

    def set_aside(self, now: datetime) -> None:
        """Keep a copy of the whole catalogue as the previous one, in place of any before."""
        self._transaction.run(_DROP_PREVIOUS)
        self._transaction.run(_SET_ASIDE)
        self._memory.put(SET_ASIDE_AT, now.isoformat())

    def bring_back(self, now: datetime) -> bool:
        """Let the catalogue and the one set aside change places; False when there is none."""
        if self._memory.get(SET_ASIDE_AT) is None:
            return False
        rows = [dict(row._mapping) for row in self._transaction.rows(_PREVIOUS)]
        self.set_aside(now)
        self._read.clear()
        self._transaction.run(_DROP_ALL)
        if rows:
            self._transaction.run(_ADD, rows)
        return True


def _row(product: Product) -> Values:
    price = product.price
    return {
        "product_id": product.product_id,
        "names": _dump(dict(product.names)),
        "barcode": product.barcode,
        "price_minor": None if price is None else price.minor,
        "price_currency": None if price is None else price.currency,
        "station": product.station,
        "vat": None if product.vat is None else str(product.vat),
        "article": product.article,
    }


def product_in(row: Row[Any]) -> Product:
    """Return the product of a row; raises StoreCorrupt for one that is none."""
    with readable(f"product {row.product_id}"):
        price = None
        if row.price_minor is not None:
            price = Money(row.price_minor, row.price_currency)
        return Product(
            product_id=row.product_id,
            names={str(language): str(name) for language, name in json.loads(row.names).items()},
            barcode=row.barcode,
            price=price,
            station=row.station,
            vat=None if row.vat is None else Decimal(row.vat),
            article=row.article,
        )


def _portions(values: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]
