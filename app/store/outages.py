"""The outages of one unit of work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from sqlalchemy import bindparam, insert, select, text, update

from app.domain.lamp import LampKind
from app.domain.outage import Outage
from app.ports.books import OutagesPort
from app.store.book_tables import OPEN_OUTAGES, OUTAGES
from app.store.errors import readable
from app.store.records import Values
from app.store.transaction import Transaction

_SAVE = update(OUTAGES).where(OUTAGES.c.id == bindparam("wanted"))
_OPEN = (
    select(OUTAGES)
    .where(OUTAGES.c.till_id == bindparam("wanted"), text(OPEN_OUTAGES))
    .order_by(OUTAGES.c.since, OUTAGES.c.id)
)
_FIELDS: Final = tuple(field.name for field in fields(Outage))


class SqlOutages(OutagesPort):
    """Outages in their table. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction

    def open_at(self, till_id: str) -> Sequence[Outage]:
        """Return what is out at a till, the longest first."""
        rows = self._transaction.rows(_OPEN, {"wanted": till_id})
        return [outage_in(row._mapping) for row in rows]

    def put(self, outage: Outage) -> None:
        """Keep the outage as it now is."""
        row: Values = {name: getattr(outage, name) for name in _FIELDS}
        row["kind"] = outage.kind.value
        if not self._transaction.run(_SAVE, row | {"wanted": outage.id}):
            self._transaction.run(insert(OUTAGES), row)


def outage_in(row: Mapping[Any, Any]) -> Outage:
    """Return the outage of a row."""
    with readable(f"outage {row['id']}"):
        values = {name: row[name] for name in _FIELDS}
        return Outage(**values | {"kind": LampKind(row["kind"])})
