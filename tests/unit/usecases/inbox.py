"""Calls of a vendor and what became of reading their orders, in tests."""

from __future__ import annotations

from app.domain.errors import VendorError
from app.usecases.due_inbox import Reading, due_inbox
from app.usecases.receive_callback import ReceiveCallback, receive_callback
from app.usecases.receive_report import MissReport, miss_report
from tests.unit.usecases.counter import Counter

NOBODY = frozenset[Reading]()


def call(counter: Counter, *ids: str) -> None:
    counter.hear(receive_callback(ReceiveCallback("cheers", ids), counter.desk))


def due_ids(counter: Counter) -> list[str]:
    return [reading.vendor_order_id for reading in due_inbox(counter.desk, NOBODY).readings]


def miss(counter: Counter, error: VendorError, vendor_order_id: str = "v-1") -> None:
    counter.hear(miss_report(MissReport("cheers", vendor_order_id, error), counter.desk))
