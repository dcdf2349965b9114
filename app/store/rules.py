"""Items sold out and vendors paused, in tables of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Boolean, Column, Table, bindparam, delete, insert, select
from sqlalchemy.engine import Row

from app.domain.pause import Pause, PauseReason
from app.domain.sold_out import SoldOut
from app.ports.rules import PausesPort, SoldOutPort
from app.store.columns import METADATA, Instant, Words
from app.store.errors import readable
from app.store.transaction import Transaction

SOLD_OUT: Final = Table(
    "sold_out",
    METADATA,
    Column("key", Words, primary_key=True, nullable=False),
    Column("product_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("vendor", Words, nullable=False),
    Column("day", Words, nullable=False),
    Column("since", Instant, nullable=False),
    sqlite_with_rowid=False,
)
PAUSES: Final = Table(
    "pauses",
    METADATA,
    Column("vendor", Words, primary_key=True, nullable=False),
    Column("reason", Words, nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Column("rejects", Boolean, nullable=False),
    Column("text", Words, nullable=False),
    Column("message", Words, nullable=False),
    sqlite_with_rowid=False,
)

_ITEMS = (
    select(SOLD_OUT)
    .where(SOLD_OUT.c.day == bindparam("wanted"))
    .order_by(SOLD_OUT.c.name, SOLD_OUT.c.key)
)
_ADD_ITEM = insert(SOLD_OUT)
_DROP_ITEM = delete(SOLD_OUT).where(SOLD_OUT.c.key == bindparam("wanted"))
_DROP_OLD = delete(SOLD_OUT).where(SOLD_OUT.c.day < bindparam("wanted"))

_PAUSES = select(PAUSES).order_by(PAUSES.c.vendor)
_PAUSE = select(PAUSES).where(PAUSES.c.vendor == bindparam("wanted"))
_ADD_PAUSE = insert(PAUSES)
_DROP_PAUSE = delete(PAUSES).where(PAUSES.c.vendor == bindparam("wanted"))


class SqlSoldOut(SoldOutPort):
    """Items sold out in their table. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction
        # Each snapshot of a unit asks for the same few items.
        self._read: tuple[str, Sequence[SoldOut]] | None = None

    def of_day(self, day: str) -> Sequence[SoldOut]:
        """Return what is sold out on that business day, by name."""
        if self._read is None or self._read[0] != day:
            rows = self._transaction.rows(_ITEMS, {"wanted": day})
            self._read = (day, tuple(_item(row) for row in rows))
        return self._read[1]

    def put(self, item: SoldOut) -> None:
        """Keep an item, in place of any of the same key."""
        self.remove(item.key)
        self._transaction.run(_ADD_ITEM, asdict(item) | {"key": item.key})

    def remove(self, key: str) -> None:
        """Forget an item; nothing happens when it is not there."""
        self._read = None
        self._transaction.run(_DROP_ITEM, {"wanted": key})

    def forget_before(self, day: str) -> None:
        """Forget what was sold out on earlier days."""
        self._read = None
        self._transaction.run(_DROP_OLD, {"wanted": day})


class SqlPauses(PausesPort):
    """Pauses in their table. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction

    def all(self) -> Sequence[Pause]:
        """Return all pauses, by vendor; some may be over already."""
        return [_pause(row) for row in self._transaction.rows(_PAUSES)]

    def of(self, vendor: str) -> Pause | None:
        """Return the pause of one vendor, None where there is none."""
        row = self._transaction.row(_PAUSE, {"wanted": vendor})
        return None if row is None else _pause(row)

    def put(self, pause: Pause) -> None:
        """Keep a pause, in place of any the vendor had."""
        self.remove(pause.vendor)
        self._transaction.run(_ADD_PAUSE, asdict(pause) | {"reason": pause.reason.value})

    def remove(self, vendor: str) -> None:
        """Forget the vendor's pause; nothing happens when there is none."""
        self._transaction.run(_DROP_PAUSE, {"wanted": vendor})


def _item(row: Row[Any]) -> SoldOut:
    return SoldOut(
        product_id=row.product_id,
        name=row.name,
        vendor=row.vendor,
        day=row.day,
        since=row.since,
    )


def _pause(row: Row[Any]) -> Pause:
    with readable(f"pause of {row.vendor}"):
        return Pause(
            vendor=row.vendor,
            reason=PauseReason(row.reason),
            since=row.since,
            until=row.until,
            rejects=row.rejects,
            text=row.text,
            message=row.message,
        )
