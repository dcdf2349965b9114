"""Applying reports to orders in tests."""

from __future__ import annotations

from app.domain.events import EventKind
from app.domain.order import Order, PaymentMethod, PaymentPart
from tests.builders import a_report, at, huf

NOW = at(30)
TAKEN = (PaymentPart(PaymentMethod.CASH, huf(4600)),)


def applied(order: Order, *, backwards: bool = False, **changes: object) -> Order:
    given = {"word": "their word"}
    report = a_report(order, **(given | changes))
    return order.apply(report, now=NOW, backwards=backwards).order


def events(order: Order, **changes: object) -> list[EventKind]:
    given = {"word": "their word"}
    return [
        event.kind for event in order.apply(a_report(order, **(given | changes)), now=NOW).events
    ]
