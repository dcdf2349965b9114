"""The orders a simulated LOKE holds, in its own words, and what it lets a till do with them."""

from __future__ import annotations

import copy
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from app.simulators._effects import EFFECT_LIMIT
from app.simulators._wire import Refused

PROGRESS = ("READY", "AWAITING_DRIVER", "ON_THE_WAY", "CLOSE_BY")
DECIDED = {"accepted": "acceptedAt", "rejected": "rejectedAt", "completed": "completedAt"}
WAITING = frozenset({"pending", "created"})

By = Literal["till", "elsewhere", "loke"]


@dataclass(frozen=True, slots=True)
class Effect:
    """One change that really happened to an order.

    `word` is the new state, or the progress told; `by` is till (a request of ours), elsewhere
    (another device of the shop) or loke.
    """

    order_id: str
    what: Literal["state", "progress"]
    word: str
    by: By
    at: float


class LokeOrders:
    """All orders by id, with the legal transitions; holds wire JSON, knows no HTTP.

    Thread: any one at a time; the simulator's lock guards it.
    """

    def __init__(self) -> None:
        self.effects: deque[Effect] = deque(maxlen=EFFECT_LIMIT)
        self._orders: dict[str, dict[str, Any]] = {}
        self._told: dict[str, list[dict[str, Any]]] = {}

    def put(self, order: Mapping[str, Any]) -> None:
        """Add an order, or replace the one of that id."""
        self._orders[order["id"]] = copy.deepcopy(dict(order))

    def get(self, order_id: str) -> dict[str, Any]:
        """Give a copy of the order; raises Refused 404 when there is none."""
        return copy.deepcopy(self._find(order_id))

    def all(self) -> list[dict[str, Any]]:
        """The orders themselves, the newest first; not to be changed."""
        return list(reversed(self._orders.values()))

    def change(self, order_id: str, fields: Mapping[str, Any], omit: tuple[str, ...] = ()) -> None:
        """Overwrite fields of an order without a rule and without an effect."""
        order = self._find(order_id)
        order.update(copy.deepcopy(dict(fields)))
        for name in omit:
            order.pop(name, None)

    def remove(self, order_id: str) -> None:
        """Forget an order, as if it had never been."""
        self._orders.pop(order_id, None)

    def count(self, *states: str) -> int:
        """How many orders are in one of these states."""
        return sum(order.get("state") in states for order in self._orders.values())

    def bodies(self, order_id: str) -> list[dict[str, Any]]:
        """The bodies of all calls on an order that took effect, in order."""
        return copy.deepcopy(self._told.get(order_id, []))

    # -- what a till may do -------------------------------------------------------------------

    def accept(self, order_id: str, body: dict[str, Any]) -> str:
        """Take an order, and complete it too with `autoComplete`; gives the state it is in now."""
        self._decide(order_id, "accepted", WAITING)
        if body.get("refId") and isinstance(self._orders[order_id].get("payment"), dict):
            self._orders[order_id]["payment"]["refId"] = body["refId"]
        self._note_body(order_id, body)
        if body.get("autoComplete") is True:
            self.force(order_id, "completed", "till")
            return "completed"
        return "accepted"

    def reject(self, order_id: str, body: dict[str, Any]) -> str:
        """Refuse an order; the payment goes back. Raises Refused 400 without a reason."""
        reason = body.get("reason")
        if not isinstance(reason, str) or not reason.strip():
            raise Refused(400, "reason is missing from body")
        self._decide(order_id, "rejected", WAITING)
        self._orders[order_id]["rejectionReason"] = reason
        self._note_body(order_id, body)
        return "rejected"

    def progress(self, order_id: str, body: dict[str, Any]) -> str:
        """Note how far an accepted order has come; gives no state, nothing can be read back."""
        status = body.get("status")
        if status not in PROGRESS:
            raise Refused(400, f"status must be one of {', '.join(PROGRESS)}")
        order = self._find(order_id)
        if order.get("state") != "accepted":
            raise Refused(409, f"order is {order.get('state')}")
        self._note_body(order_id, body)
        self.effects.append(Effect(order_id, "progress", status, "till", time.monotonic()))
        return ""

    def complete(self, order_id: str, body: dict[str, Any]) -> str:
        """End an accepted order."""
        self._decide(order_id, "completed", frozenset({"accepted"}))
        self._note_body(order_id, body)
        return "completed"

    def force(self, order_id: str, state: str, by: By) -> None:
        """Set any state, with its time; a rejection gives the money back."""
        order = self._find(order_id)
        order["state"] = state
        stamp = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        if state in DECIDED:
            order[DECIDED[state]] = stamp
        payment = order.get("payment")
        if state == "rejected" and isinstance(payment, dict):
            payment |= {"state": "refunded", "refundedAt": stamp}
        self.effects.append(Effect(order_id, "state", state, by, time.monotonic()))

    def _decide(self, order_id: str, state: str, possible: frozenset[str]) -> None:
        order = self._find(order_id)
        if order.get("state") not in possible:
            raise Refused(409, f"order is {order.get('state')}")
        self.force(order_id, state, "till")

    def _note_body(self, order_id: str, body: dict[str, Any]) -> None:
        self._told.setdefault(order_id, []).append(copy.deepcopy(body))

    def _find(self, order_id: str) -> dict[str, Any]:
        order = self._orders.get(order_id)
        if order is None:
            raise Refused(404, "order not found")
        return order
