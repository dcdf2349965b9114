"""The orders a simulated Cheers holds, in its own words, and what it lets a till do with them."""

from __future__ import annotations

import copy
import time
from collections import deque
from dataclasses import dataclass
from typing import Any, Literal

from app.simulators._effects import EFFECT_LIMIT
from app.simulators._wire import Refused

STATUSES = (
    "NEW",
    "APPROVABLE",
    "APPROVED",
    "REJECTED",
    "DONE",
    "COMPLETED",
    "LEFT",
    "CANCELLED",
)
SET_BY_TILL = frozenset({"APPROVED", "REJECTED", "DONE", "COMPLETED", "LEFT"})
NEXT = {
    "APPROVABLE": frozenset({"APPROVED", "REJECTED"}),
    "APPROVED": frozenset({"DONE", "LEFT"}),
    "DONE": frozenset({"COMPLETED", "LEFT"}),
}
OPEN = frozenset({"NEW", *NEXT})
UNPAID = frozenset({"UNPAID", "AUTHORIZED"})
HELD_MONEY = frozenset({"UNPAID", "AUTHORIZED", "CAPTURED"})

SEED_ORDER: dict[str, Any] = {
    "id": "abc-123-def",
    "createdAt": "2026-03-15T14:30:00Z",
    "orderNumber": "A-42",
    "status": "APPROVABLE",
    "transactionStatus": "CAPTURED",
    "paymentProcessor": "BARION",
    "currencyCode": "HUF",
    "orderSource": "MOBILE",
    "tip": {"tip": 200, "externalPayment": 0},
    "desk": {"id": "desk-001", "name": "Counter 1", "type": "COUNTER"},
    "invoicingType": "PLACE_RECEIPT",
    "items": [
        {
            "productId": "beer-500ml",
            "unitPrice": 800,
            "discount": 200,
            "externalPayment": 0,
            "vat": 27,
            "isTakeaway": False,
            "modifiers": [
                {
                    "productId": "extra-lemon",
                    "unitPrice": 100,
                    "discount": 0,
                    "externalPayment": 0,
                    "vat": 27,
                }
            ],
        }
    ],
}

# What `place_order` places: lager with lemon, fries; 2,480 forints and 200 tip, paid in the app.
DEFAULT_ORDER: dict[str, Any] = {
    **SEED_ORDER,
    "items": [
        {**SEED_ORDER["items"][0], "unitPrice": 1190, "discount": 0},
        {
            "productId": "fries",
            "unitPrice": 1190,
            "discount": 0,
            "externalPayment": 0,
            "vat": 5,
            "isTakeaway": False,
            "modifiers": [],
        },
    ],
}


@dataclass(frozen=True, slots=True)
class Effect:
    """One change that really happened to an order.

    `word` is the new status or transaction status; `by` is till (a request of ours), customer or
    cheers.
    """

    order_id: str
    what: Literal["status", "payment"]
    word: str
    by: Literal["till", "customer", "cheers"]
    at: float
    message: str | None = None


class CheersOrders:
    """All orders by id, with the legal transitions; holds wire JSON, knows no HTTP.

    Thread: any one at a time; the simulator's lock guards it.
    """

    def __init__(self) -> None:
        self.accepts_same_status = False
        self.effects: deque[Effect] = deque(maxlen=EFFECT_LIMIT)
        self._orders: dict[str, dict[str, Any]] = {}
        self._rejections: dict[str, str | None] = {}

    def put(self, order: dict[str, Any]) -> None:
        """Add an order, or replace the one of that id."""
        self._orders[order["id"]] = copy.deepcopy(order)
        self._rejections.pop(order["id"], None)

    def get(self, order_id: str) -> dict[str, Any]:
        """Give a copy of the order; raises Refused 404 when there is none."""
        return copy.deepcopy(self._find(order_id))

    def all(self) -> list[dict[str, Any]]:
        """Copies of all orders, oldest first."""
        return copy.deepcopy(list(self._orders.values()))

    def open(self) -> list[dict[str, Any]]:
        """Copies of the orders that are not at an end, oldest first."""
        return [order for order in self.all() if order.get("status") in OPEN]

    def change(self, order_id: str, fields: dict[str, Any], omit: tuple[str, ...] = ()) -> None:
        """Overwrite fields of an order without a rule and without an effect."""
        order = self._find(order_id)
        order.update(copy.deepcopy(fields))
        for name in omit:
            order.pop(name, None)

    def rejection_message(self, order_id: str) -> str | None:
        """The message the till rejected with; None without one."""
        return self._rejections.get(order_id)

    def count(self, *statuses: str) -> int:
        """How many orders have one of these statuses."""
        return sum(order.get("status") in statuses for order in self._orders.values())

    def till_sets(self, order_id: str, status: str, message: str | None) -> None:
        """Apply a status the till asked for; raises Refused 404 or 409."""
        order = self._find(order_id)
        now = order.get("status", "")
        if status == now and self.accepts_same_status:
            return
        if status not in NEXT.get(now, ()):
            raise Refused(409, f"Order cannot go from {now} to {status}")
        if status == "REJECTED":
            self._rejections[order_id] = message
        self.force(order_id, status, "till", message)

    def till_pays(self, order_id: str, word: str) -> None:
        """Apply PAID_EXTERNALLY or FAILED; raises Refused 404 or 409."""
        order = self._find(order_id)
        if order.get("paymentProcessor") != "EXTERNAL_MANUAL":
            raise Refused(409, "Payment of this order is handled by Cheers")
        if order.get("transactionStatus") not in UNPAID:
            raise Refused(409, f"Transaction is already {order.get('transactionStatus')}")
        order["transactionStatus"] = word
        self._note(order_id, "payment", word, "till")

    def force(
        self,
        order_id: str,
        status: str,
        by: Literal["till", "customer", "cheers"],
        message: str | None = None,
    ) -> None:
        """Set any status; a refusal or cancellation releases the money Cheers holds."""
        order = self._find(order_id)
        order["status"] = status
        self._note(order_id, "status", status, by, message)
        if status in ("REJECTED", "CANCELLED") and order.get("transactionStatus") in HELD_MONEY:
            order["transactionStatus"] = "RELEASED"

    def _find(self, order_id: str) -> dict[str, Any]:
        order = self._orders.get(order_id)
        if order is None:
            raise Refused(404, "Counter order not found")
        return order

    def _note(
        self,
        order_id: str,
        what: Literal["status", "payment"],
        word: str,
        by: Literal["till", "customer", "cheers"],
        message: str | None = None,
    ) -> None:
        self.effects.append(Effect(order_id, what, word, by, time.monotonic(), message))
