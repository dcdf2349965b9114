"""A simulated OktoPOS Manager: a real HTTP server that speaks its page and can misbehave.

    with OktoposSimulator() as oktopos:
        order_id = oktopos.place_ready()      # foreign, ready for pick-up; "HH01"
        oktopos.fail_next(503, on="POST")     # see Misbehaviour for all switches
        ...                                   # the program works at oktopos.base_url
        assert oktopos.wait_for(lambda: oktopos.effects_of(order_id) == ["completed"])

Orders: `place_ready`, `seed_order`, `set_status`, `collect`, `order`, `orders`, `internal_id`,
`know_article`, `count_anew`, `start_placing`, `stop_placing`.
What happened: `requests`, `effects`, `effects_of`, `created`, `wait_for`.
Refusals: `refuse_next` answers in the register's envelope, with any HTTP status, 200 too.

The page says nothing of errors. The envelope is one seen at a real instance; ours are 401 without a
key, 403 with a wrong one, 404 for a path or an order nobody has, 400 for what the page does not
allow and for an article the register does not know, 409 for an orderId that exists (see
`on_repeat`) and for a step back, 503 for a pick-up time that is over.
"""

from __future__ import annotations

import copy
import hmac
import json
import time
import uuid
from collections.abc import Collection
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, ClassVar, Self

from app.simulators._by_hand import ByHand
from app.simulators._effects import words_of
from app.simulators._oktopos_customers import OktoposCustomers
from app.simulators._oktopos_orders import (
    DELIVERY_ARTICLE,
    DEMO_ARTICLES,
    Effect,
    OktoposOrders,
    OnRepeat,
)
from app.simulators._oktopos_page import SEED_ORDER
from app.simulators._server import HttpSimulator
from app.simulators._wire import Refused, Reply, Request, json_reply

__all__ = ["DELIVERY_ARTICLE", "DEMO_ARTICLES", "Effect", "OktoposSimulator"]

DEFAULT_KEY = "demo-key"
_PATHS = {"/order/create": "POST", "/order/ready": "GET", "/order/status": "POST"}


class OktoposSimulator(HttpSimulator):
    """A shop's OktoPOS Manager on a loopback port; with and without /v1 before its paths.

    `lists_internal_id`: the list of ready orders names the number each has here, which the page's
    sample does not. Thread: any.
    """

    vendor: ClassVar[str] = "oktopos"
    control_actions = HttpSimulator.control_actions | frozenset(
        {"place_ready", "seed_order", "set_status", "collect", "order", "internal_id"}
        | {
            "know_article",
            "count_anew",
            "start_placing",
            "stop_placing",
            "effects_of",
            "refuse_next",
        }
    )
    control_views = HttpSimulator.control_views | frozenset({"effects", "orders", "created"})

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        api_key: str = DEFAULT_KEY,
        api_key_header: str = "X-API-KEY",
        articles: Collection[str] | None = None,
        on_repeat: OnRepeat = "refuse",
        lists_internal_id: bool = True,
        control: bool = False,
    ) -> None:
        super().__init__(host=host, port=port, control=control)
        self.api_key = api_key
        self.api_key_header = api_key_header.lower()
        self.lists_internal_id = lists_internal_id
        known = {*DEMO_ARTICLES.values(), DELIVERY_ARTICLE} if articles is None else articles
        self._orders = OktoposOrders(known, on_repeat)
        self._next_token = 1

    @classmethod
    def for_hand(cls, how: ByHand) -> Self:
        """Make one as `pult simulate` does."""
        return cls(host=how.host, port=how.port, api_key=how.api_key, control=how.control)

    # -- orders -------------------------------------------------------------------------------

    def place_ready(self, **fields: Any) -> str:
        """An order of somebody else is ready for pick-up; gives its orderId.

        `fields` overwrite the wire's own (`pickup={…}`, `items=[…]`, also unknown ones).
        """
        with self.changed:
            token, self._next_token = self._next_token, self._next_token + 1
            order = {**copy.deepcopy(SEED_ORDER), "orderId": str(uuid.uuid4())}
            bought = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
            order["purchaseTime"]["timestamp"] = bought
            order["pickup"] = {
                "timezone": "Europe/Berlin",
                "asapDelivery": True,
                "pickupToken": f"HH{(token - 1) % 99 + 1:02d}",
            }
            order |= copy.deepcopy(fields)
            self._orders.put(order, "register")
            self.changed.notify_all()
            return str(order["orderId"])

    def seed_order(self) -> str:
        """Put the sample of the page into the list, word for word."""
        with self.changed:
            self._orders.put(SEED_ORDER, "register")
            self.changed.notify_all()
        return str(SEED_ORDER["orderId"])

    def set_status(self, order_id: str, status: str) -> None:
        """Change an order's status as people at the register may; any word goes."""
        with self.changed:
            self._orders.force(self.internal_id(order_id), status, "register")
            self.changed.notify_all()

    def collect(self, order_id: str) -> None:
        """An order is handed over at the register."""
        self.set_status(order_id, "completed")

    def count_anew(self) -> None:
        """The register is set up anew: it has no orders, and gives its numbers once more."""
        with self.changed:
            self._orders.count_anew()
            self.changed.notify_all()

    def know_article(self, article: str) -> None:
        """Add an article to those the register knows."""
        with self.changed:
            self._orders.articles.add(str(article))

    def order(self, order_id: str) -> dict[str, Any]:
        """The order as the wire shows it; raises LookupError when there is none."""
        with self.changed:
            return self._orders.get(self.internal_id(order_id))

    def internal_id(self, order_id: str) -> int:
        """The register's own number of an order; raises LookupError when there is none."""
        with self.changed:
            found = self._orders.find(order_id)
        if found is None:
            raise LookupError(f"no order {order_id!r}")
        return found

    @property
    def orders(self) -> list[dict[str, Any]]:
        """All orders, oldest first."""
        with self.changed:
            return self._orders.all()

    @property
    def waiting(self) -> int:
        """How many orders are ready and not collected."""
        with self.changed:
            return len(self._orders.ready(with_internal_id=False))

    # -- orders by themselves -----------------------------------------------------------------

    def start_placing(
        self, per_minute: float, seed: int | None = None, *, at_most_waiting: int | None = 4
    ) -> None:
        """Let orders of other platforms become ready, and now and then be collected at the
        register; raises ValueError at a rate of 0. Orders tills have sent are left alone."""
        self._let_come(per_minute / 3, seed, at_most_waiting, OktoposCustomers(self).come)

    # -- what happened ------------------------------------------------------------------------

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Every change that really happened to any order, in order."""
        with self.changed:
            return tuple(self._orders.effects)

    def effects_of(self, order_id: str, by: str | None = "till") -> list[str]:
        """The statuses one order was given, in order; by everybody with `by=None`."""
        return words_of(self.effects, order_id, by)

    @property
    def created(self) -> list[dict[str, Any]]:
        """The orders tills have created, oldest first."""
        sent = {effect.order_id for effect in self.effects if effect.by == "till"}
        return [order for order in self.orders if order.get("orderId") in sent]

    def refuse_next(
        self, text: str, status: int = 200, times: int | None = 1, *, path_has: str = ""
    ) -> None:
        """Answer the next requests with the register's envelope for what did not work."""
        body = json.dumps(_envelope(text))
        self.answer_next(status, body, times=times, path_has=path_has)

    # -- the vendor's API ---------------------------------------------------------------------

    def answer(self, request: Request) -> Reply:
        """Answer as the vendor's page says."""
        key = request.headers.get(self.api_key_header)
        if not key:
            return _refusal(401, "An API key is required")
        if not hmac.compare_digest(key.encode(), self.api_key.encode()):
            return _refusal(403, "The API key is not permitted")
        path = request.path.removeprefix("/v1")
        method = _PATHS.get(path)
        if method is None:
            return _refusal(404, "Controller not found. Write to api@oktopos.com.")
        if request.method != method:
            return _refusal(405, f"Use {method}")
        try:
            return self._do(path, request)
        except Refused as error:
            return _refusal(error.status, str(error))

    def _do(self, path: str, request: Request) -> Reply:
        if path == "/order/ready":
            ready = self._orders.ready(with_internal_id=self.lists_internal_id)
            return json_reply(200, ready)
        try:
            body = json.loads(request.body, parse_float=Decimal)
        except ValueError as error:
            raise Refused(400, "The body is not JSON") from error
        if path == "/order/create":
            return json_reply(200, {"internalId": self._orders.create(body, datetime.now(UTC))})
        if not isinstance(body, dict):
            raise Refused(400, "The body must be an object")
        self._orders.till_sets(body.get("orderId"), body.get("status"))
        return json_reply(200, {"success": True})


def _envelope(text: str) -> dict[str, Any]:
    message = {
        "data": {},
        "index": -1,
        "text": text,
        "text_ns": "default.error.controller",
        "type": "error",
    }
    return {
        "items": [],
        "messages": [message],
        "success": False,
        "timestamp": int(time.time()),
        "version": "3.93.4",
    }


def _refusal(status: int, text: str) -> Reply:
    return json_reply(status, _envelope(text))
