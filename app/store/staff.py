"""Members of staff and PINs in their tables.

Names are personal data and stand here alone; events name a person by an id.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.engine import Row

from app.domain.staff import Person, PinRecord
from app.ports.staff import PinsPort, StaffPort
from app.store.columns import METADATA, Instant, Words
from app.store.transaction import Transaction

STAFF: Final = Table(
    "staff",
    METADATA,
    Column("id", Text, nullable=False),
    Column("name", Words, nullable=False),
    Column("badge", Text, nullable=False),
    Column("removed_at", Instant, nullable=True),
    PrimaryKeyConstraint("id", name="pk_staff"),
    sqlite_with_rowid=False,
)
Index(
    "ix_staff_badge",
    STAFF.c.badge,
    unique=True,
    sqlite_where=text("badge <> ''"),
    postgresql_where=text("badge <> ''"),
)
PINS: Final = Table(
    "pins",
    METADATA,
    Column("owner", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("wait_until", Instant, nullable=True),
    PrimaryKeyConstraint("owner", name="pk_pins"),
    sqlite_with_rowid=False,
)

_ALL = select(STAFF).order_by(STAFF.c.id)
_ONE = select(STAFF).where(STAFF.c.id == bindparam("wanted"))
_BADGE = select(STAFF).where(STAFF.c.badge == bindparam("wanted"))
_ADD_PERSON = insert(STAFF)
_KEEP_PERSON = update(STAFF).where(STAFF.c.id == bindparam("wanted"))

_PIN = select(PINS).where(PINS.c.owner == bindparam("wanted"))
_OWNERS = select(PINS.c.owner)
_ADD_PIN = insert(PINS)
_DROP_PIN = delete(PINS).where(PINS.c.owner == bindparam("wanted"))


class SqlStaff(StaffPort):
    """Members of staff in their table. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction

    def all(self) -> Sequence[Person]:
        """Return everybody, by id."""
        return [_person(row) for row in self._transaction.rows(_ALL)]

    def get(self, person_id: str) -> Person:
        """Return the person; raises KeyError when there is none."""
        row = self._transaction.row(_ONE, {"wanted": person_id})
        if row is None:
            raise KeyError(person_id)
        return _person(row)

    def find_by_badge(self, digest: str) -> Person | None:
        """Return who has the badge with that digest; nobody for ""."""
        row = self._transaction.row(_BADGE, {"wanted": digest}) if digest else None
        return None if row is None else _person(row)

    def save(self, person: Person) -> None:
        """Keep the person as he or she now is; raises ValueError for another one's badge."""
        other = self.find_by_badge(person.badge)
        if other is not None and other.id != person.id:
            raise ValueError("another person has that badge")
        fields = {"name": person.name, "badge": person.badge, "removed_at": person.removed_at}
        if not self._transaction.run(_KEEP_PERSON, {"wanted": person.id, **fields}):
            self._transaction.run(_ADD_PERSON, {"id": person.id, **fields})


class SqlPins(PinsPort):
    """Hashed PINs in their table. Thread: core."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction: Final = transaction

    def get(self, owner: str) -> PinRecord | None:
        """Return the owner's PIN, None when none is set."""
        row = self._transaction.row(_PIN, {"wanted": owner})
        if row is None:
            return None
        return PinRecord(row.owner, row.salt, row.digest, row.wrong, row.wait_until)

    def owners(self) -> frozenset[str]:
        """Return everybody who has a PIN."""
        return frozenset(row.owner for row in self._transaction.rows(_OWNERS))

    def put(self, record: PinRecord) -> None:
        """Keep a PIN in place of any the owner had."""
        self.remove(record.owner)
        self._transaction.run(
            _ADD_PIN,
            {
                "owner": record.owner,
                "salt": record.salt,
                "digest": record.digest,
                "wrong": record.wrong,
                "wait_until": record.wait_until,
            },
        )

    def remove(self, owner: str) -> None:
        """Forget the owner's PIN; nothing happens when there is none."""
        self._transaction.run(_DROP_PIN, {"wanted": owner})


def _person(row: Row[Any]) -> Person:
    return Person(row.id, row.name, row.badge, row.removed_at)
