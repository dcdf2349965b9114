"""The tables as they are now; `migrations/` says how older files get there.

Personal data has tables of its own (`order_customers`, `order_payloads`, `order_cards`, and the
column `personal` of `order_search`), so that it can be erased while figures stay. Tables of narrow
rows have no row id: an insert then touches one page less, and pages are what a commit writes.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)

from app.store.columns import METADATA, Instant, Words, order_link

APPLICATION_ID: Final = 0x50554C54
"""Marks an SQLite file as ours (`PULT`), see the SQLite file format, offset 68."""

ORDERS: Final = Table(
    "orders",
    METADATA,
    Column("id", Words, primary_key=True, nullable=False),
    Column("vendor", Words, nullable=False),
    Column("vendor_order_id", Words, nullable=False),
    Column("number", Words, nullable=False),
    Column("number_is_ours", Boolean, nullable=False),
    Column("slip_code", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("payment", Words, nullable=False),
    Column("board_column", Words),  # where the card stands, NULL off the board
    Column("due_minor", Integer, nullable=False),
    Column("due_currency", Words, nullable=False),
    Column("total_minor", Integer, nullable=False),
    Column("total_currency", Words, nullable=False),
    Column("placed_at", Instant, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("wanted_at", Instant),
    Column("accepted_at", Instant),
    Column("ready_at", Instant),
    Column("ended_at", Instant),
    Column("ended_by", Words),
    Column("accepted_here", Boolean, nullable=False),
    Column("attention", Words),
    Column("held_in", Words),
    Column("quiet", Boolean, nullable=False),
    Column("in_later", Boolean, nullable=False),
    Column("opened", Boolean, nullable=False),
    Column("held_until", Instant),
    Column("kept_back", Words),
    Column("vendor_word", Words, nullable=False),
    Column("word_is_unknown", Boolean, nullable=False),
    Column("payment_word", Words, nullable=False),
    Column("due_doubt", Words, nullable=False),
    Column("desk", Words, nullable=False),
    Column("channel", Words, nullable=False),
    Column("undo", Words),  # JSON
    Column("payments", Words, nullable=False),  # JSON: parts taken and returned
    Column("settling", Words),  # JSON: what is or was to be settled outside this till
    Column("to_settle_since", Instant),  # the oldest of it, NULL when nothing is open
    Column("basket", Words, nullable=False),  # JSON, without what customers wrote
    UniqueConstraint("vendor", "vendor_order_id"),
    UniqueConstraint("slip_code"),
)
Index(
    "ix_orders_on_board",
    ORDERS.c.received_at,
    ORDERS.c.id,
    sqlite_where=text("board_column IS NOT NULL"),
    postgresql_where=text("board_column IS NOT NULL"),
)
Index(
    "ix_orders_ended_at",
    ORDERS.c.ended_at,
    ORDERS.c.id,
    sqlite_where=text("ended_at IS NOT NULL"),
    postgresql_where=text("ended_at IS NOT NULL"),
)
Index(
    "ix_orders_to_settle",
    ORDERS.c.to_settle_since,
    ORDERS.c.id,
    sqlite_where=text("to_settle_since IS NOT NULL"),
    postgresql_where=text("to_settle_since IS NOT NULL"),
)

ORDER_CUSTOMERS: Final = Table(
    "order_customers",
    METADATA,
    order_link(primary_key=True),
    Column("name", Words, nullable=False),
    Column("phone", Words, nullable=False),
    Column("email", Words, nullable=False),
    Column("address", Words, nullable=False),
    Column("comment", Words, nullable=False),
    Column("facts", Words, nullable=False),  # JSON: the customer's and the order's free facts
    Column("line_notes", Words, nullable=False),  # JSON: notes of basket lines by place
    Column("reject_reason", Words, nullable=False),
    Column("handed_over_unpaid", Words, nullable=False),
    Column("return_notes", Words, nullable=False),  # JSON: one for each part given back
    sqlite_with_rowid=False,
)

ORDER_PAYLOADS: Final = Table(
    "order_payloads",
    METADATA,
    order_link(primary_key=True),
    Column("raw", Words, nullable=False),
)

ORDER_CARDS: Final = Table(
    "order_cards",
    METADATA,
    order_link(primary_key=True),
    Column("card_id", Words, nullable=False),
    sqlite_with_rowid=False,
)

ORDER_REFERENCES: Final = Table(
    "order_references",
    METADATA,
    order_link(),
    Column("system", Words, nullable=False),
    Column("their_id", Words, nullable=False),
    PrimaryKeyConstraint("order_id", "system"),
    UniqueConstraint("system", "their_id"),
    sqlite_with_rowid=False,
)

# Narrow and kept in time order, so that a search through years of orders reads few pages.
ORDER_SEARCH: Final = Table(
    "order_search",
    METADATA,
    Column("received_at", Instant, nullable=False),
    order_link(),
    Column("vendor", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("payment", Words, nullable=False),
    Column("plain", Words, nullable=False),
    Column("personal", Words, nullable=False),
    PrimaryKeyConstraint("received_at", "order_id"),
    sqlite_with_rowid=False,
)

EVENTS: Final = Table(
    "events",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True, nullable=False),
    order_link(),
    Column("at", Instant, nullable=False),
    Column("kind", Words, nullable=False),
    Column("data", Words, nullable=False),  # JSON
)
Index("ix_events_order_id", EVENTS.c.order_id, EVENTS.c.id)

INBOX: Final = Table(
    "inbox",
    METADATA,
    Column("vendor", Words, nullable=False),
    Column("vendor_order_id", Words, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("misses", Integer, nullable=False),
    Column("quarantined", Boolean, nullable=False),
    PrimaryKeyConstraint("vendor", "vendor_order_id"),
    sqlite_with_rowid=False,
)

OUTBOX: Final = Table(
    "outbox",
    METADATA,
    Column("id", Words, primary_key=True, nullable=False),
    order_link(),
    Column("system", Words, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("kind", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("message", Words, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("misses", Integer, nullable=False),
    Column("re_read_first", Boolean, nullable=False),
    Column("refusal", Words, nullable=False),
    Column("acknowledged", Boolean, nullable=False),
    Column("settled_at", Instant),
    Column("reference", Words, nullable=False),
    Column("body", Words, nullable=False),
    Column("held", Boolean, nullable=False),
    Column("by", Words, nullable=False),
    UniqueConstraint("order_id", "system", "sequence"),
    sqlite_with_rowid=False,
)
OPEN_PUSHES: Final = "state IN ('WAITING', 'SENDING', 'UNCONFIRMED')"
Index(
    "ix_outbox_open",
    OUTBOX.c.order_id,
    OUTBOX.c.sequence,
    sqlite_where=text(OPEN_PUSHES),
    postgresql_where=text(OPEN_PUSHES),
)

PRINT_JOBS: Final = Table(
    "print_jobs",
    METADATA,
    Column("id", Words, primary_key=True, nullable=False),
    order_link(nullable=True),  # as version 0001 has it; every job has its order
    Column("printer", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("not_confirmed", Boolean, nullable=False),
    Column("cause", Words),
    Column("attempts", Integer, nullable=False),
    Column("offered", Boolean, nullable=False),
    Column("settled_at", Instant),
    Column("station_printer", Words),  # of station slips alone, as is the next
    Column("stations", Words),
    sqlite_with_rowid=False,
)
Index("ix_print_jobs_order_id", PRINT_JOBS.c.order_id, PRINT_JOBS.c.copy)
Index(
    "ix_print_jobs_one_station_slip",
    PRINT_JOBS.c.order_id,
    PRINT_JOBS.c.station_printer,
    unique=True,
    sqlite_where=text("kind = 'station'"),
    postgresql_where=text("kind = 'station'"),
)
Index(
    "ix_print_jobs_one_slip",
    PRINT_JOBS.c.order_id,
    unique=True,
    sqlite_where=text("kind = 'slip'"),
    postgresql_where=text("kind = 'slip'"),
)
UNSETTLED_JOBS: Final = "state IN ('QUEUED', 'SENDING', 'UNSURE')"
Index(
    "ix_print_jobs_unsettled",
    PRINT_JOBS.c.created_at,
    PRINT_JOBS.c.id,
    sqlite_where=text(UNSETTLED_JOBS),
    postgresql_where=text(UNSETTLED_JOBS),
)

NUMBERS: Final = Table(
    "numbers",
    METADATA,
    Column("day", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("last", Integer, nullable=False),
    PrimaryKeyConstraint("day", "kind"),
    sqlite_with_rowid=False,
)

MEMORY: Final = Table(
    "memory",
    METADATA,
    Column("name", Words, primary_key=True, nullable=False),
    Column("value", Words, nullable=False),
    sqlite_with_rowid=False,
)


def _product_columns() -> tuple[Column[Any], ...]:
    return (
        Column("product_id", Words, primary_key=True, nullable=False),
        Column("names", Words, nullable=False),  # JSON: by language
        Column("barcode", Words, nullable=False),
        Column("price_minor", Integer),
        Column("price_currency", Words),
        Column("station", Words, nullable=False),
        Column("vat", Words),
        Column("article", Words, nullable=False),
    )


PRODUCTS: Final = Table("products", METADATA, *_product_columns(), sqlite_with_rowid=False)
Index("ix_products_barcode", PRODUCTS.c.barcode)

# The catalogue as it was before the last import; `memory` says since when.
PREVIOUS_PRODUCTS: Final = Table(
    "previous_products", METADATA, *_product_columns(), sqlite_with_rowid=False
)
