"""The orders a simulated OktoPOS Manager holds, in its own words, and what it takes and refuses."""

from __future__ import annotations

import copy
import json
import re
import time
from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from zoneinfo import ZoneInfo

from app.simulators._catalogue import DEMO_CATALOGUE
from app.simulators._effects import EFFECT_LIMIT
from app.simulators._wire import Refused

By = Literal["till", "register", "customer"]
OnRepeat = Literal["refuse", "same", "twice"]

ORDER_TYPES = frozenset({"LOCAL", "PICKUP", "DELIVERY", "SHIPPING"})
INTERMEDIARY = re.compile(r"[\w. \-]+")
NEXT = {
    "accepted": frozenset({"ready", "completed", "cancelled"}),
    "ready": frozenset({"completed", "cancelled"}),
}
STATUSES = frozenset({"accepted", "ready", "completed", "cancelled"})
FIRST_INTERNAL_ID = 12345
DELIVERY_ARTICLE = "9001"

DEMO_ARTICLES: dict[str, str] = {
    product_id: str(1001 + place) for place, product_id in enumerate(DEMO_CATALOGUE)
}
"""The register's article of each product of the demo's catalogue."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One change that really happened to an order; `word` is its new status."""

    order_id: str
    word: str
    by: By
    at: float


class OktoposOrders:
    """All orders by internalId; holds wire JSON, knows no HTTP.

    Thread: any one at a time; the simulator's lock guards it.
    """

    def __init__(self, articles: Collection[str], on_repeat: OnRepeat) -> None:
        self.articles = set(articles)
        self.on_repeat = on_repeat
        self.effects: deque[Effect] = deque(maxlen=EFFECT_LIMIT)
        self._orders: dict[int, dict[str, Any]] = {}
        self._next_id = FIRST_INTERNAL_ID

    def create(self, body: Any, now: datetime) -> int:
        """Take an order from a till; raises Refused for what the page does not allow."""
        order = _checked(body, self.articles)
        _check_pickup(order.get("pickup"), now)
        known = self.find(order["orderId"])
        if known is not None and self.on_repeat == "refuse":
            raise Refused(409, f"Order {order['orderId']} exists already")
        if known is not None and self.on_repeat == "same":
            return known
        # Looked at exactly; what is kept is what any JSON reader makes of it.
        return self.put(json.loads(json.dumps(order, default=float)), "till")

    def put(self, order: Mapping[str, Any], by: By) -> int:
        """Add an order without a rule; gives its internalId."""
        internal_id, self._next_id = self._next_id, self._next_id + 1
        self._orders[internal_id] = copy.deepcopy(dict(order))
        self._note(internal_id, str(order.get("status")), by)
        return internal_id

    def count_anew(self) -> None:
        """Forget every order, and give their numbers again."""
        self._orders.clear()
        self._next_id = FIRST_INTERNAL_ID

    def till_sets(self, internal_id: Any, status: Any) -> None:
        """Apply a status the till asked for; raises Refused 400, 404 or 409."""
        if not isinstance(internal_id, int) or isinstance(internal_id, bool):
            raise Refused(400, "orderId must be an integer")
        if internal_id not in self._orders:
            raise Refused(404, f"There is no order {internal_id}")
        if status not in STATUSES:
            raise Refused(400, f"There is no status {status}")
        now = self._orders[internal_id].get("status")
        if status != now and status not in NEXT.get(str(now), ()):
            raise Refused(409, f"Order {internal_id} cannot go from {now} to {status}")
        if status != now:
            self.force(internal_id, status, "till")

    def force(self, internal_id: int, status: str, by: By) -> None:
        """Set any status."""
        self._orders[internal_id]["status"] = status
        self._note(internal_id, status, by)

    def find(self, order_id: str) -> int | None:
        """The internalId of the first order with that orderId."""
        for internal_id, order in self._orders.items():
            if order.get("orderId") == order_id:
                return internal_id
        return None

    def get(self, internal_id: int) -> dict[str, Any]:
        """A copy of the order."""
        return copy.deepcopy(self._orders[internal_id])

    def all(self) -> list[dict[str, Any]]:
        """Copies of all orders, oldest first."""
        return copy.deepcopy(list(self._orders.values()))

    def ready(self, *, with_internal_id: bool) -> list[dict[str, Any]]:
        """The orders that are ready, as the list shows them."""
        return [
            {**({"internalId": internal_id} if with_internal_id else {}), **copy.deepcopy(order)}
            for internal_id, order in self._orders.items()
            if order.get("status") == "ready"
        ]

    def _note(self, internal_id: int, word: str, by: By) -> None:
        order_id = str(self._orders[internal_id].get("orderId"))
        self.effects.append(Effect(order_id, word, by, time.monotonic()))


# --- what the page allows -------------------------------------------------------------------------


def _checked(body: Any, articles: Collection[str]) -> dict[str, Any]:
    if not isinstance(body, dict):
        raise Refused(400, "The body must be one order")
    for key, kind in (("orderId", str), ("payment", dict), ("items", list), ("status", str)):
        if not isinstance(body.get(key), kind) or not body[key]:
            raise Refused(400, f"{key} is required")
    if not isinstance(body.get("purchaseTime"), dict):
        raise Refused(400, "purchaseTime is required")
    if body.get("orderType") not in (None, *ORDER_TYPES):
        raise Refused(400, "orderType is not known")
    intermediary = body.get("intermediary")
    if intermediary is not None and not INTERMEDIARY.fullmatch(str(intermediary)):
        raise Refused(400, "intermediary does not match")
    for item in body["items"]:
        _check_item(item, articles)
    for tip in body.get("tipTransactions", ()):
        if not isinstance(tip.get("amount"), int | Decimal):
            raise Refused(400, "tipTransactions.amount must be a number")
    return body


def _check_item(item: Any, articles: Collection[str]) -> None:
    if not isinstance(item, dict):
        raise Refused(400, "items must be objects")
    article = item.get("productId") or item.get("externalId")
    if str(article) not in articles:
        raise Refused(400, f"Article {article} is not known")
    price, each = _money(item, "price"), _money(item, "pricePerUnit")
    if price != each * int(item["quantity"]):
        raise Refused(400, f"price and pricePerUnit of article {article} do not fit")


def _money(item: dict[str, Any], key: str) -> Decimal:
    value = item.get(key, {}).get("value")
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]+\.[0-9]{2}", value):
        raise Refused(400, f"{key} must be a text with two decimals")
    return Decimal(value)


def _check_pickup(pickup: Any, now: datetime) -> None:
    if not isinstance(pickup, dict) or "timestamp" not in pickup:
        return
    try:
        wall = datetime.fromisoformat(pickup["timestamp"])
        wanted = wall.replace(tzinfo=ZoneInfo(pickup["timezone"]))
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(400, "pickup cannot be read") from error
    if wanted < now:
        raise Refused(503, "The pick-up time is in the past")
