"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.execute("PRAGMA application_id = 1347767380")
    op.create_table(
        "inbox",
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("vendor_order_id", sa.Text(), nullable=False),
        sa.Column("received_at", sa.String(32), nullable=False),
        sa.Column("due_at", sa.String(32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("quarantined", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("vendor", "vendor_order_id", name=op.f("pk_inbox")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "memory",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_memory")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "numbers",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "kind", name=op.f("pk_numbers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "products",
        sa.Column("product_id", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("barcode", sa.Text(), nullable=False),
        sa.Column("price_minor", sa.Integer(), nullable=True),
        sa.Column("price_currency", sa.Text(), nullable=True),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("vat", sa.Text(), nullable=True),
        sa.Column("article", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_products")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_products_barcode", "products", ["barcode"], unique=False)
    op.create_table(
        "previous_products",
        sa.Column("product_id", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("barcode", sa.Text(), nullable=False),
        sa.Column("price_minor", sa.Integer(), nullable=True),
        sa.Column("price_currency", sa.Text(), nullable=True),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("vat", sa.Text(), nullable=True),
        sa.Column("article", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_previous_products")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pauses",
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
        sa.Column("until", sa.String(32), nullable=True),
        sa.Column("rejects", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("vendor", name=op.f("pk_pauses")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sold_out",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("product_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sold_out")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "orders",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("vendor_order_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("number_is_ours", sa.Boolean(), nullable=False),
        sa.Column("slip_code", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("payment", sa.Text(), nullable=False),
        sa.Column("board_column", sa.Text(), nullable=True),
        sa.Column("due_minor", sa.Integer(), nullable=False),
        sa.Column("due_currency", sa.Text(), nullable=False),
        sa.Column("total_minor", sa.Integer(), nullable=False),
        sa.Column("total_currency", sa.Text(), nullable=False),
        sa.Column("placed_at", sa.String(32), nullable=False),
        sa.Column("received_at", sa.String(32), nullable=False),
        sa.Column("wanted_at", sa.String(32), nullable=True),
        sa.Column("accepted_at", sa.String(32), nullable=True),
        sa.Column("ready_at", sa.String(32), nullable=True),
        sa.Column("ended_at", sa.String(32), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("accepted_here", sa.Boolean(), nullable=False),
        sa.Column("attention", sa.Text(), nullable=True),
        sa.Column("held_in", sa.Text(), nullable=True),
        sa.Column("quiet", sa.Boolean(), nullable=False),
        sa.Column("in_later", sa.Boolean(), nullable=False),
        sa.Column("opened", sa.Boolean(), nullable=False),
        sa.Column("held_until", sa.String(32), nullable=True),
        sa.Column("kept_back", sa.Text(), nullable=True),
        sa.Column("vendor_word", sa.Text(), nullable=False),
        sa.Column("word_is_unknown", sa.Boolean(), nullable=False),
        sa.Column("payment_word", sa.Text(), nullable=False),
        sa.Column("due_doubt", sa.Text(), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("undo", sa.Text(), nullable=True),
        sa.Column("payments", sa.Text(), nullable=False),
        sa.Column("settling", sa.Text(), nullable=True),
        sa.Column("to_settle_since", sa.String(32), nullable=True),
        sa.Column("basket", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("slip_code", name=op.f("uq_orders_slip_code")),
        sa.UniqueConstraint(
            "vendor", "vendor_order_id", name=op.f("uq_orders_vendor_vendor_order_id")
        ),
    )
    op.create_index(
        "ix_orders_ended_at",
        "orders",
        ["ended_at", "id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NOT NULL"),
        postgresql_where=sa.text("ended_at IS NOT NULL"),
    )
    op.create_index(
        "ix_orders_on_board",
        "orders",
        ["received_at", "id"],
        unique=False,
        sqlite_where=sa.text("board_column IS NOT NULL"),
        postgresql_where=sa.text("board_column IS NOT NULL"),
    )
    op.create_index(
        "ix_orders_to_settle",
        "orders",
        ["to_settle_since", "id"],
        unique=False,
        sqlite_where=sa.text("to_settle_since IS NOT NULL"),
        postgresql_where=sa.text("to_settle_since IS NOT NULL"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_events_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index("ix_events_order_id", "events", ["order_id", "id"], unique=False)
    op.create_table(
        "order_cards",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("card_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_order_cards_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_cards")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_customers",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("line_notes", sa.Text(), nullable=False),
        sa.Column("reject_reason", sa.Text(), nullable=False),
        sa.Column("handed_over_unpaid", sa.Text(), nullable=False),
        sa.Column("return_notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_order_customers_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_customers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_payloads",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_order_payloads_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_payloads")),
    )
    op.create_table(
        "order_references",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("their_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_order_references_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("order_id", "system", name=op.f("pk_order_references")),
        sa.UniqueConstraint("system", "their_id", name=op.f("uq_order_references_system_their_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_search",
        sa.Column("received_at", sa.String(32), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("payment", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("personal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_order_search_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("received_at", "order_id", name=op.f("pk_order_search")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("due_at", sa.String(32), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("re_read_first", sa.Boolean(), nullable=False),
        sa.Column("refusal", sa.Text(), nullable=False),
        sa.Column("acknowledged", sa.Boolean(), nullable=False),
        sa.Column("settled_at", sa.String(32), nullable=True),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_outbox_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint(
            "order_id", "system", "sequence", name=op.f("uq_outbox_order_id_system_sequence")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["order_id", "sequence"],
        unique=False,
        sqlite_where=sa.text("state IN ('WAITING', 'SENDING', 'UNCONFIRMED')"),
        postgresql_where=sa.text("state IN ('WAITING', 'SENDING', 'UNCONFIRMED')"),
    )
    op.create_table(
        "print_jobs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=True),
        sa.Column("printer", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("not_confirmed", sa.Boolean(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("settled_at", sa.String(32), nullable=True),
        sa.Column("station_printer", sa.Text(), nullable=True),
        sa.Column("stations", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_print_jobs_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_jobs")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_print_jobs_one_slip",
        "print_jobs",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'slip'"),
        postgresql_where=sa.text("kind = 'slip'"),
    )
    op.create_index(
        "ix_print_jobs_one_station_slip",
        "print_jobs",
        ["order_id", "station_printer"],
        unique=True,
        sqlite_where=sa.text("kind = 'station'"),
        postgresql_where=sa.text("kind = 'station'"),
    )
    op.create_index("ix_print_jobs_order_id", "print_jobs", ["order_id", "copy"], unique=False)
    op.create_index(
        "ix_print_jobs_unsettled",
        "print_jobs",
        ["created_at", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('QUEUED', 'SENDING', 'UNSURE')"),
        postgresql_where=sa.text("state IN ('QUEUED', 'SENDING', 'UNSURE')"),
    )
    op.create_table(
        "shifts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("till_id", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.String(32), nullable=False),
        sa.Column("closed_at", sa.String(32), nullable=True),
        sa.Column("floats", sa.Text(), nullable=False),
        sa.Column("counted", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shifts")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_shifts_one_open",
        "shifts",
        ["till_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index("ix_shifts_till_id", "shifts", ["till_id", "opened_at"], unique=False)
    op.create_table(
        "takings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("till_id", sa.Text(), nullable=False),
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("minor", sa.Integer(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
            name=op.f("fk_takings_order_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takings")),
    )
    op.create_index("ix_takings_at", "takings", ["at"], unique=False)
    op.create_index("ix_takings_shift_id", "takings", ["shift_id", "till_id"], unique=False)
    op.create_table(
        "cash_movements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("till_id", sa.Text(), nullable=False),
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("minor", sa.Integer(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash_movements")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cash_movements_at", "cash_movements", ["at"], unique=False)
    op.create_index(
        "ix_cash_movements_shift_id", "cash_movements", ["shift_id", "till_id"], unique=False
    )
    op.create_table(
        "outages",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("till_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
        sa.Column("until", sa.String(32), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outages")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outages_since", "outages", ["since"], unique=False)
    op.create_index(
        "ix_outages_open",
        "outages",
        ["till_id"],
        unique=False,
        sqlite_where=sa.text("is_open"),
        postgresql_where=sa.text("is_open"),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("badge", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_staff_badge",
        "staff",
        ["badge"],
        unique=True,
        sqlite_where=sa.text("badge <> ''"),
        postgresql_where=sa.text("badge <> ''"),
    )
    op.create_table(
        "pins",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("wait_until", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("owner", name=op.f("pk_pins")),
        sqlite_with_rowid=False,
    )
