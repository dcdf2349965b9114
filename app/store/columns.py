"""What all tables are made of: their kinds of columns, and the book that gathers them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Column, Dialect, ForeignKey, MetaData, String, Text, TypeDecorator


class Instant(TypeDecorator[datetime]):
    """An aware moment as text in UTC, of one width, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return what is stored; raises ValueError for a time without zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without zone cannot be stored")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC; raises ValueError when the file holds something else."""
        return None if value is None else datetime.fromisoformat(value)


class Words(TypeDecorator[str]):
    """Text from outside; half surrogate pairs, which no file can hold, become U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return what is stored."""
        if value is None or value.isascii():
            return value
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


METADATA: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


def order_link(*, primary_key: bool = False, nullable: bool = False) -> Column[str]:
    """Return the column by which a row belongs to an order."""
    # Deferred: within one unit of work the order may be written last.
    link = ForeignKey("orders.id", deferrable=True, initially="DEFERRED")
    return Column("order_id", Words, link, primary_key=primary_key, nullable=nullable)
