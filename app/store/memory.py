"""Small things of one unit of work: what is remembered by name, and daily numbers."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, insert, select, update

from app.ports.memory import MemoryPort
from app.store.tables import MEMORY, NUMBERS
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
