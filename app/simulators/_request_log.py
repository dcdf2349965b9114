"""The log of every request a simulator got, secrets left out."""

from __future__ import annotations

import dataclasses
import threading
import time

from app.simulators._wire import SECRET_HEADERS, Outcome, Request, RequestRecord

LOG_LIMIT = 20_000


class RequestLog:
    """Requests in order of arrival; the oldest go when there are very many.

    Thread: any.
    """

    def __init__(self, changed: threading.Condition) -> None:
        self._changed = changed
        self._records: dict[int, RequestRecord] = {}
        self._count = 0

    @property
    def all(self) -> tuple[RequestRecord, ...]:
        """Every record kept, oldest first."""
        with self._changed:
            return tuple(self._records.values())

    def open(self, request: Request) -> int:
        """Note a request that arrived; gives its number."""
        shown = {k: v for k, v in request.headers.items() if k not in SECRET_HEADERS}
        with self._changed:
            self._count += 1
            self._records[self._count] = RequestRecord(
                self._count,
                request.method,
                request.path,
                request.query,
                shown,
                request.body,
                time.monotonic(),
            )
            if len(self._records) > LOG_LIMIT:
                del self._records[next(iter(self._records))]
            self._changed.notify_all()
            return self._count

    def close(self, number: int, status: int | None, outcome: Outcome) -> None:
        """Note how it ended."""
        with self._changed:
            record = self._records.get(number)
            if record is not None:
                self._records[number] = dataclasses.replace(
                    record, status=status, outcome=outcome, ended_at=time.monotonic()
                )
            self._changed.notify_all()
