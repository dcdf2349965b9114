"""Small things of one unit of work: what is remembered by name, product names, daily numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sqlalchemy import bindparam, delete, insert, select, update

from app.ports.store import CataloguePort, MemoryPort
from app.store.tables import CATALOGUE_NAMES, MEMORY, NUMBERS
from app.store.transaction import Transaction

_REMEMBERED = select(MEMORY.c.value).where(MEMORY.c.name == bindparam("wanted"))
_REMEMBER_ANEW = insert(MEMORY)
_REMEMBER = update(MEMORY).where(MEMORY.c.name == bindparam("wanted"))
_LAST_NUMBER = select(NUMBERS.c.last).where(
    NUMBERS.c.day == bindparam("wanted_day"), NUMBERS.c.kind == bindparam("wanted_kind")
)
_FIRST_NUMBER = insert(NUMBERS)
_NEXT_NUMBER = update(NUMBERS).where(
    NUMBERS.c.day == bindparam("wanted_day"), NUMBERS.c.kind == bindparam("wanted_kind")
)
_NAMES = (
    select(CATALOGUE_NAMES)
    .where(CATALOGUE_NAMES.c.product_id.in_(bindparam("wanted", expanding=True)))
    .order_by(CATALOGUE_NAMES.c.product_id, CATALOGUE_NAMES.c.language)
)
_ADD_NAMES = insert(CATALOGUE_NAMES)
_DROP_NAMES = delete(CATALOGUE_NAMES).where(CATALOGUE_NAMES.c.product_id == bindparam("wanted"))


class SqlMemory(MemoryPort):
    """Values by name in their table. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction

    def get(self, name: str) -> str | None:
        """Return what was kept under the name."""
        row = self._transaction.row(_REMEMBERED, {"wanted": name})
        return None if row is None else str(row.value)

    def put(self, name: str, value: str) -> None:
        """Keep a value under the name."""
        if not self._transaction.run(_REMEMBER, {"wanted": name, "value": value}):
            self._transaction.run(_REMEMBER_ANEW, {"name": name, "value": value})


class SqlCatalogue(CataloguePort):
    """Product names by language in their table. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction

    def names(self, product_ids: Iterable[str], language: str) -> Mapping[str, str]:
        """Return the names that are known, in `language`, else in any language."""
        found: dict[str, str] = {}
        for wanted in _portions(sorted(set(product_ids)), 500):  # SQLite takes 999 parameters
            for row in self._transaction.rows(_NAMES, {"wanted": wanted}):
                if row.language == language or row.product_id not in found:
                    found[row.product_id] = row.name
        return found

    def put(self, product_id: str, names: Mapping[str, str]) -> None:
        """Keep a product's names by language, in place of those it had."""
        self._transaction.run(_DROP_NAMES, {"wanted": product_id})
        rows = [
            {"product_id": product_id, "language": language, "name": name}
            for language, name in names.items()
        ]
        if rows:
            self._transaction.run(_ADD_NAMES, rows)


def next_number(transaction: Transaction, day: str, kind: str) -> int:
    """Return the next figure of the daily sequence `kind`, from 1."""
    wanted = {"wanted_day": day, "wanted_kind": kind}
    known = transaction.row(_LAST_NUMBER, wanted)
    if known is None:
        transaction.run(_FIRST_NUMBER, {"day": day, "kind": kind, "last": 1})
        return 1
    following = int(known.last) + 1
    transaction.run(_NEXT_NUMBER, {**wanted, "last": following})
    return following


def _portions(values: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]
