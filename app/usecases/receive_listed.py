"""Take in what a vendor's list says: each order by itself, and which are not in it any more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from app.domain.news import News
from app.domain.order import Order
from app.domain.report import OrderReport
from app.usecases.desk import Desk
from app.usecases.receive_report import ReceiveReport, receive_report


@dataclass(frozen=True, slots=True)
class ReceiveListed:
    """One entry of a vendor's list; `asked_at` is when the reading began."""

    report: OrderReport
    asked_at: datetime


def receive_listed(command: ReceiveListed, desk: Desk) -> list[News]:
    """Let the entry change its order; see `receive_report`."""
    return receive_report(ReceiveReport(command.report, command.asked_at), desk)


def missing_from_list(vendor: str, listed: Collection[str], desk: Desk) -> list[Order]:
    """Return the vendor's open orders whose ids are not in its whole list."""
    with desk.store.begin() as work:
        return [
            order
            for order in work.orders.on_board()
            if order.vendor == vendor
            and not order.state.is_end
            and order.vendor_order_id not in listed
        ]
