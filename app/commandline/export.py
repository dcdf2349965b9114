"""``pult export``: ended orders as CSV, for the books; no personal data."""

from __future__ import annotations

import csv
import io
import sys
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.bootstrap.say_wrong import say_wrong
from app.commandline.opening import existing_store, find_plugins, read_settings
from app.commandline.parser import EXIT_FINE, EXIT_STORE, EXIT_WRONG_USE
from app.domain.business_day import day_start
from app.domain.errors import StoreError
from app.domain.text import no_formula
from app.ports.store import EndedRow
from app.settings.errors import SettingsError
from app.settings.files import write_atomically
from app.settings.settings import Settings

COLUMNS = (
    "number",
    "vendor",
    "vendor_order_id",
    "state",
    "payment",
    "total",
    "currency",
    "methods",
    "received_at",
    "accepted_at",
    "ready_at",
    "ended_at",
)


def export(config: Path | None, first: date, last: date, out: Path) -> int:
    """Write the orders that ended on the business days from `first` to `last`."""
    if last < first:
        say_wrong("pult export: --to lies before --from")
        return EXIT_WRONG_USE
    settings = read_settings(config, find_plugins())
    store = existing_store(settings)
    zone = ZoneInfo(settings.till.timezone)
    try:
        since, until = _start(first, settings), _start(last + timedelta(days=1), settings)
        with closing(store.reader()) as reader:
            text, count = _as_csv(list(reader.ended(since, until)), zone)
    except StoreError as error:
        say_wrong(f"pult export: {error}")
        return EXIT_STORE
    finally:
        store.close()
    try:
        write_atomically(out, text.encode("utf-8-sig"))
    except SettingsError as error:
        say_wrong(f"pult export: {error}")
        return EXIT_WRONG_USE
    sys.stdout.write(f"{count} orders written to {out}\n")
    return EXIT_FINE


def _start(day: date, settings: Settings) -> datetime:
    return day_start(day, settings.till.day_starts_at, ZoneInfo(settings.till.timezone))


def _as_csv(rows: list[EndedRow], zone: ZoneInfo) -> tuple[str, int]:
    """Return the file's text; spreadsheets read it as UTF-8 by its mark and split it at commas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(
            [
                no_formula(row.number),
                row.vendor,
                no_formula(row.vendor_order_id),
                row.state,
                row.payment,
                row.total.units,
                row.total.currency,
                " ".join(row.methods),
                *(
                    _local(moment, zone)
                    for moment in (row.received_at, row.accepted_at, row.ready_at, row.ended_at)
                ),
            ]
        )
    return out.getvalue(), len(rows)


def _local(moment: datetime | None, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds") if moment else ""
