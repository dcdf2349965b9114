"""Numbers that a register gives a second time, since it was set up anew and counts from the start.

Its orders must not be taken for those that had their numbers before, and be lost. What whoever sent
an order calls it decides where both are known to have a name of that kind; else it is time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from app.domain.order import Order
from app.domain.report import SENDERS_ID, OrderReport
from app.ports.store import UnitOfWork
from app.usecases.telling import drop_open

LISTED_AT_MOST: Final = timedelta(days=1)
"""So long after its end here an order may still stand in a register's list."""


def is_not_the_one_sent_on(order: Order, report: OrderReport, now: datetime) -> bool:
    """Whether the entry is another order under the number of one sent on from here long ago."""
    is_old = order.ended_at is not None and now - order.ended_at > LISTED_AT_MOST
    return is_old and report.our_id not in ("", order.id)


def make_way(work: UnitOfWork, report: OrderReport, asked_at: datetime, now: datetime) -> bool:
    """Let the register's own order that had the entry's number before have it no more, if any did.

    It keeps the number in sight, with its slip's code, so that History finds it by either; what
    the register was still to be told of it would be told of the other order, and is dropped.
    """
    if not report.their_id:
        return False  # a system without numbers of its own gives none twice
    order = work.orders.find(report.vendor, report.vendor_order_id)
    if order is None or not _is_another(order, report, asked_at):
        return False
    drop_open(work, order, now, lambda push: push.system == report.vendor)
    before = f"{order.vendor_order_id} {order.slip_code}"
    work.orders.save(replace(order, vendor_order_id=before))
    return True


def _is_another(order: Order, report: OrderReport, asked_at: datetime) -> bool:
    known_as = next((fact.value for fact in order.facts if fact.key == SENDERS_ID), "")
    if known_as and report.our_id:
        return known_as != report.our_id
    # An entry that names no time is read as one of now.
    tells_when = report.placed_at < asked_at
    ended_at = order.ended_at
    return tells_when and ended_at is not None and report.placed_at - ended_at > LISTED_AT_MOST
