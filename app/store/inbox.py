"""The inbox of one unit of work: ids that vendors called with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Row

from app.ports.orders import InboxEntry, InboxPort
from app.store.records import Values
from app.store.tables import INBOX
from app.store.transaction import Transaction

_FIELDS: Final = tuple(column.name for column in INBOX.c)
_THE_ONE = (
    INBOX.c.vendor == bindparam("wanted_vendor"),
    INBOX.c.vendor_order_id == bindparam("wanted_id"),
)
_ADD = insert(INBOX)
_SAVE = update(INBOX).where(*_THE_ONE)
_REMOVE = delete(INBOX).where(*_THE_ONE)
_FIND = select(INBOX).where(*_THE_ONE)
_LISTED = (
    select(INBOX)
    .where(INBOX.c.quarantined == bindparam("wanted"))
    .order_by(INBOX.c.received_at, INBOX.c.vendor, INBOX.c.vendor_order_id)
)
_COUNT = select(func.count()).select_from(INBOX).where(INBOX.c.quarantined.is_(False))


class SqlInbox(InboxPort):
    """Waiting ids in their table. Thread: any, inside its unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction

    def add(self, vendor: str, vendor_order_id: str, now: datetime) -> None:
        """Keep the id, due now; one that waits already is made due now."""
        known = self.find(vendor, vendor_order_id)
        if known is None:
            new = InboxEntry(
                vendor=vendor, vendor_order_id=vendor_order_id, received_at=now, due_at=now
            )
            self._transaction.run(_ADD, _row(new))
        elif known.quarantined:
            self.save(replace(known, due_at=now, quarantined=False, tries=0, misses=0))
        else:
            self.save(replace(known, due_at=now))

    def save(self, entry: InboxEntry) -> None:
        """Keep the entry as it now is; raises KeyError when the id does not wait."""
        wanted = _wanted(entry.vendor, entry.vendor_order_id)
        if not self._transaction.run(_SAVE, _row(entry) | wanted):
            raise KeyError(entry.vendor_order_id)

    def remove(self, vendor: str, vendor_order_id: str) -> None:
        """Forget the id; nothing happens when it is not there."""
        self._transaction.run(_REMOVE, _wanted(vendor, vendor_order_id))

    def find(self, vendor: str, vendor_order_id: str) -> InboxEntry | None:
        """Return the entry, if the id waits."""
        row = self._transaction.row(_FIND, _wanted(vendor, vendor_order_id))
        return None if row is None else _entry(row)

    def waiting(self) -> Sequence[InboxEntry]:
        """Return all entries not in quarantine, oldest first."""
        return [_entry(row) for row in self._transaction.rows(_LISTED, {"wanted": False})]

    def quarantined(self) -> Sequence[InboxEntry]:
        """Return the entries in quarantine, oldest first."""
        return [_entry(row) for row in self._transaction.rows(_LISTED, {"wanted": True})]

    def count(self) -> int:
        """Return how many entries wait to be read; those in quarantine do not."""
        row = self._transaction.row(_COUNT)
        return 0 if row is None else int(row[0])


def _wanted(vendor: str, vendor_order_id: str) -> Values:
    return {"wanted_vendor": vendor, "wanted_id": vendor_order_id}


def _row(entry: InboxEntry) -> Values:
    return {name: getattr(entry, name) for name in _FIELDS}


def _entry(row: Row[Any]) -> InboxEntry:
    return InboxEntry(**row._mapping)
