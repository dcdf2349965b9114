"""The tables of shifts, money and outages; see `tables.py`."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Index, Integer, Table, text

from app.store.columns import METADATA, Instant, Words, order_link

SHIFTS: Final = Table(
    "shifts",
    METADATA,
    Column("id", Words, primary_key=True, nullable=False),
    Column("till_id", Words, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("floats", Words, nullable=False),  # JSON: [[minor, currency], …]
    Column("counted", Words, nullable=False),  # JSON, as floats
    Column("note", Words, nullable=False),
    Column("opened_by", Words, nullable=False),
    Column("closed_by", Words, nullable=False),
    sqlite_with_rowid=False,
)
OPEN_SHIFTS: Final = "closed_at IS NULL"
Index(
    "ix_shifts_one_open",
    SHIFTS.c.till_id,
    unique=True,
    sqlite_where=text(OPEN_SHIFTS),
    postgresql_where=text(OPEN_SHIFTS),
)
Index("ix_shifts_till_id", SHIFTS.c.till_id, SHIFTS.c.opened_at)

TAKINGS: Final = Table(
    "takings",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True, nullable=False),
    Column("till_id", Words, nullable=False),
    Column("shift_id", Words, nullable=False),  # "": of no shift yet
    Column("at", Instant, nullable=False),
    order_link(),
    Column("vendor", Words, nullable=False),
    Column("method", Words, nullable=False),
    Column("minor", Integer, nullable=False),  # below zero: given back
    Column("currency", Words, nullable=False),
)
Index("ix_takings_at", TAKINGS.c.at)
Index("ix_takings_shift_id", TAKINGS.c.shift_id, TAKINGS.c.till_id)

CASH_MOVEMENTS: Final = Table(
    "cash_movements",
    METADATA,
    Column("id", Words, primary_key=True, nullable=False),
    Column("till_id", Words, nullable=False),
    Column("shift_id", Words, nullable=False),  # "": of no shift yet
    Column("at", Instant, nullable=False),
    Column("way", Words, nullable=False),
    Column("minor", Integer, nullable=False),
    Column("currency", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("by", Words, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_cash_movements_at", CASH_MOVEMENTS.c.at)
Index("ix_cash_movements_shift_id", CASH_MOVEMENTS.c.shift_id, CASH_MOVEMENTS.c.till_id)

OUTAGES: Final = Table(
    "outages",
    METADATA,
    Column("id", Words, primary_key=True, nullable=False),
    Column("till_id", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("word", Words, nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("is_open", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_outages_since", OUTAGES.c.since)
OPEN_OUTAGES: Final = "is_open"
Index(
    "ix_outages_open",
    OUTAGES.c.till_id,
    sqlite_where=text(OPEN_OUTAGES),
    postgresql_where=text(OPEN_OUTAGES),
)
