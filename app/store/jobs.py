"""The print jobs of one unit of work."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Final

from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.engine import Row

from app.domain.printing import JobKind, PrinterWord, PrintJob
from app.domain.states import JobState
from app.ports.orders import PrintJobsPort
from app.store.errors import readable
from app.store.records import Values, changed
from app.store.tables import PRINT_JOBS, UNSETTLED_JOBS
from app.store.transaction import Transaction

_CODED: Final = {"kind", "state", "cause", "station_printer", "stations"}
_AS_IS: Final = tuple(field.name for field in fields(PrintJob) if field.name not in _CODED)
_ADD = insert(PRINT_JOBS)
_SAVE = update(PRINT_JOBS).where(PRINT_JOBS.c.id == bindparam("wanted"))
_GET = select(PRINT_JOBS).where(PRINT_JOBS.c.id == bindparam("wanted"))
_OF_ORDER = (
    select(PRINT_JOBS)
    .where(PRINT_JOBS.c.order_id == bindparam("wanted"))
    .order_by(PRINT_JOBS.c.copy, PRINT_JOBS.c.created_at, PRINT_JOBS.c.id)
)
# As text, word for word as in the partial index, or SQLite would not use it.
_UNSETTLED = (
    select(PRINT_JOBS)
    .where(text(UNSETTLED_JOBS))
    .order_by(PRINT_JOBS.c.created_at, PRINT_JOBS.c.id)
)


class SqlPrintJobs(PrintJobsPort):
    """Print jobs in their table; the orders they belong to are noted in `touched`. Thread: core."""

    def __init__(self, transaction: Transaction, touched: set[str]) -> None:
        self._transaction: Final = transaction
        self._touched: Final = touched
        # As last read or written in this unit: what did not change is not written again.
        self._known: Final[dict[str, PrintJob]] = {}
        # As read and not written since: deciding and showing ask for the same.
        self._of_order: Final[dict[str, tuple[PrintJob, ...]]] = {}
        self._unsettled: tuple[PrintJob, ...] | None = None
        self._changed = False

    @property
    def changed(self) -> bool:
        """Whether a job was added or saved in this unit of work."""
        return self._changed

    def add(self, job: PrintJob) -> None:
        """Keep a new job; an order has at most one SLIP, and one STATION slip for a printer."""
        self._transaction.run(_ADD, _row(job))
        self._note(job)

    def save(self, job: PrintJob) -> None:
        """Keep the job as it now is; raises KeyError when it was never added."""
        known = self._known.get(job.id) or self.get(job.id)
        if row := changed(_row(known), _row(job)):
            self._transaction.run(_SAVE, row | {"wanted": job.id})
        self._note(job)

    def get(self, job_id: str) -> PrintJob:
        """Return the job; raises KeyError when there is none."""
        row = self._transaction.row(_GET, {"wanted": job_id})
        if row is None:
            raise KeyError(job_id)
        return self._job(row)

    def of_order(self, order_id: str) -> Sequence[PrintJob]:
        """Return all jobs of an order, by copy."""
        if order_id not in self._of_order:
            rows = self._transaction.rows(_OF_ORDER, {"wanted": order_id})
            self._of_order[order_id] = tuple(self._job(row) for row in rows)
        return list(self._of_order[order_id])

    def unsettled(self) -> Sequence[PrintJob]:
        """Return all jobs that are QUEUED, SENDING or UNSURE, oldest first."""
        if self._unsettled is None:
            rows = self._transaction.rows(_UNSETTLED)
            self._unsettled = tuple(self._job(row) for row in rows)
        return list(self._unsettled)

    def _job(self, row: Row[Any]) -> PrintJob:
        job = _job(row)
        self._known[job.id] = job
        return job

    def _note(self, job: PrintJob) -> None:
        self._changed = True
        self._known[job.id] = job
        self._of_order.pop(job.order_id, None)
        self._unsettled = None
        self._touched.add(job.order_id)


def _row(job: PrintJob) -> Values:
    row: Values = {name: getattr(job, name) for name in _AS_IS}
    return row | {
        "kind": job.kind.value,
        "state": job.state.value,
        "cause": job.cause.value if job.cause else None,
        "station_printer": job.station_printer or None,
        "stations": json.dumps(job.stations, ensure_ascii=False) if job.stations else None,
    }


def _job(row: Row[Any]) -> PrintJob:
    found = row._mapping
    with readable(f"print job {found['id']}"):
        return PrintJob(
            kind=JobKind(found["kind"]),
            state=JobState(found["state"]),
            cause=PrinterWord(found["cause"]) if found["cause"] else None,
            station_printer=found["station_printer"] or "",
            stations=tuple(json.loads(found["stations"] or "[]")),
            **{name: found[name] for name in _AS_IS},
        )
