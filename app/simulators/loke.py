"""A simulated LOKE: a real HTTP server that speaks the vendor's page and can misbehave.

    with LokeSimulator() as loke:
        order_id = loke.place_order()      # pending; found in the list
        loke.fail_next(503, on="PUT")      # see Misbehaviour for all switches
        ...                                # the program works at loke.base_url, loke.token
        assert loke.wait_for(lambda: loke.state(order_id) == "accepted")
        assert loke.effects_of(order_id) == ["accepted"]

Orders: `place_order`, `place_history`, `order`, `orders`, `state`, `set_state`, `change_order`,
`remove_order`, `reject_elsewhere`, `bodies_of`, `start_placing`, `stop_placing`.
Pages: `pages.size`, `pages.link`; the newest order comes first.
Log-in: `token` is a fixed one; `access` holds the client whose tokens are handed out at /token.
Webhooks: `callback_url`, `webhook_secret`, `resend_callback`, `lose_callbacks`, `callback_log`.
Faults and network: see Misbehaviour and HttpSimulator.
What happened: `requests`, `effects`, `effects_of`, `wait_for`.

The page names 404 for an order it does not know and 409 for what is not possible. Ours besides: 401
without a good token, 403 for another shop, 405, 415 without JSON content type, 400 for a body or a
cursor that cannot be read.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, ClassVar, Self
from urllib.parse import quote

from app.simulators._by_hand import ByHand
from app.simulators._callbacks import CallbackCall, CallbackSender, CallsBack
from app.simulators._effects import words_of
from app.simulators._loke_api import LokeAccess, LokePages, loke_reply
from app.simulators._loke_menu import draw_order
from app.simulators._loke_orders import WAITING, By, Effect, LokeOrders
from app.simulators._loke_webhook import (
    ATTEMPTS,
    BASE_DELAY,
    EVENT_OF,
    comes_again,
    event_body,
    signed,
)
from app.simulators._placing import Later
from app.simulators._server import HttpSimulator
from app.simulators._wire import Refused, Reply, Request

__all__ = ["Effect", "LokeSimulator"]

DEFAULT_KEY = "demo-key"
ORGANIZATION_ID = "demo-organization"
LOCATION_ID = "demo-location"


class LokeSimulator(HttpSimulator, CallsBack):
    """LOKE orders of one location on a loopback port.

    Thread: any.
    """

    vendor: ClassVar[str] = "loke"
    control_actions = HttpSimulator.control_actions | frozenset(
        {"place_order", "place_history", "order", "set_state", "change_order", "remove_order"}
        | {"reject_elsewhere", "start_placing", "stop_placing", "effects_of", "bodies_of"}
        | {"resend_callback", "lose_callbacks", "set_callback_url"}
    )
    control_views = HttpSimulator.control_views | frozenset(
        {"effects", "callback_log", "callbacks_pending", "orders"}
    )

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        token: str = DEFAULT_KEY,
        client_id: str = "",
        client_secret: str = "",
        organization_id: str = ORGANIZATION_ID,
        location_id: str = LOCATION_ID,
        page_size: int = 50,
        callback_url: str | None = None,
        webhook_secret: str = "",
        callback_base_delay: float = BASE_DELAY,
        callback_timeout: float = 5.0,
        control: bool = False,
    ) -> None:
        super().__init__(host=host, port=port, control=control)
        self.access = LokeAccess(token, client_id, client_secret)
        self.pages = LokePages(page_size)
        self.organization_id, self.location_id = organization_id, location_id
        self.webhook_secret = webhook_secret
        self._orders = LokeOrders()
        self._chance = Random(1)
        self._callbacks = CallbackSender(
            self.changed,
            base_delay=callback_base_delay,
            attempts=ATTEMPTS,
            timeout=callback_timeout,
            comes_again=comes_again,
        )
        self.callback_url = callback_url

    @classmethod
    def for_hand(cls, how: ByHand) -> Self:
        """Make one as `pult simulate` does; the till finds its orders by polling."""
        return cls(host=how.host, port=how.port, token=how.api_key, control=how.control)

    def start(self) -> Self:
        """Listen and send webhooks. Raises OSError when the port is taken."""
        self._callbacks.start()
        super().start()
        return self

    def stop(self) -> None:
        """Close everything and wait for every thread; the orders stay for another start."""
        self._callbacks.stop()
        super().stop()

    @property
    def token(self) -> str:
        """The fixed token that is let in."""
        return self.access.token

    @property
    def orders_path(self) -> str:
        """The path of the list; every order's own begins with it."""
        shop, place = quote(self.organization_id, safe=""), quote(self.location_id, safe="")
        return f"/organizations/{shop}/locations/{place}/orders"

    # -- orders -------------------------------------------------------------------------------

    def place_order(self, *, callback: bool = True, omit: Sequence[str] = (), **fields: Any) -> str:
        """A customer orders; gives the order's id.

        `fields` overwrite the wire's own (`state="accepted"`, `cart={…}`, or unknown ones), `omit`
        leaves some out.
        """
        with self.changed:
            order = {**draw_order(self._chance), **copy.deepcopy(fields)}
            for name in omit:
                order.pop(name, None)
            self._orders.put(order)
            self.changed.notify_all()
        if callback:
            self._tell(order["id"], str(order.get("state", "")))
        return str(order["id"])

    def place_history(self, count: int, seed: int = 7) -> list[str]:
        """Have so many orders lie behind, all ended, the last one yesterday; gives their ids."""
        chance, now, ids = Random(seed), datetime.now(UTC), []
        for place in range(count):
            placed = now - timedelta(days=1, hours=2 * (count - place))
            state = "rejected" if chance.random() < 0.05 else "completed"
            order = draw_order(chance, placed)
            stamp = placed.isoformat(timespec="seconds").replace("+00:00", "Z")
            ended = {"rejected": "rejectedAt", "completed": "completedAt"}[state]
            order |= {"state": state, ended: stamp}
            if state == "completed":
                order["acceptedAt"] = stamp
            with self.changed:
                self._orders.put(order)
            ids.append(str(order["id"]))
        return ids

    def order(self, order_id: str) -> dict[str, Any]:
        """The order as the wire shows it; raises LookupError when there is none."""
        with self.changed:
            try:
                return self._orders.get(order_id)
            except Refused as error:
                raise LookupError(f"no order {order_id!r}") from error

    @property
    def orders(self) -> list[dict[str, Any]]:
        """All orders as the wire shows them, the newest first."""
        with self.changed:
            return copy.deepcopy(self._orders.all())

    @property
    def waiting(self) -> int:
        """How many orders have no decision yet."""
        with self.changed:
            return self._orders.count(*WAITING)

    def state(self, order_id: str) -> str:
        """The order's state word."""
        return str(self.order(order_id)["state"])

    def set_state(self, order_id: str, state: str, *, by: By = "loke") -> None:
        """Change the state as LOKE itself may; any word goes. Known ones send their webhook."""
        self.order(order_id)
        with self.changed:
            self._orders.force(order_id, state, by)
            self.changed.notify_all()
        self._tell(order_id, state)

    def reject_elsewhere(self, order_id: str) -> None:
        """Another device of the shop rejects."""
        self.set_state(order_id, "rejected", by="elsewhere")

    def change_order(self, order_id: str, *, omit: Sequence[str] = (), **fields: Any) -> None:
        """Overwrite or leave out fields of an order, without an effect or a webhook."""
        self.order(order_id)
        with self.changed:
            self._orders.change(order_id, fields, tuple(omit))
            self.changed.notify_all()

    def remove_order(self, order_id: str) -> None:
        """Let LOKE know nothing of an order any more."""
        with self.changed:
            self._orders.remove(order_id)
            self.changed.notify_all()

    # -- customers by themselves --------------------------------------------------------------

    def start_placing(
        self, per_minute: float, seed: int | None = None, *, at_most_waiting: int | None = 6
    ) -> None:
        """Let customers order by themselves in rushes and lulls; raises ValueError at a rate of 0.

        The seed decides what is ordered and in which rhythm. While `at_most_waiting` orders wait
        for a decision nobody orders; with None they order anyway.
        """
        self._let_come(per_minute, seed, at_most_waiting, self._come)

    # -- what happened ------------------------------------------------------------------------

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Every change that really happened to any order, in order."""
        with self.changed:
            return tuple(self._orders.effects)

    def effects_of(self, order_id: str, by: str | None = "till") -> list[str]:
        """The words of the changes to one order, in order; of everybody with `by=None`."""
        return words_of(self.effects, order_id, by)

    def bodies_of(self, order_id: str) -> list[dict[str, Any]]:
        """The bodies of the calls on an order that took effect, in order."""
        with self.changed:
            return self._orders.bodies(order_id)

    def resend_callback(self, order_id: str, times: int = 1) -> None:
        """Send the webhook of the order's present state again."""
        for _ in range(times):
            self._tell(order_id, self.state(order_id))

    # -- the vendor's API ---------------------------------------------------------------------

    def answer(self, request: Request) -> Reply:
        """Answer as the vendor's page says."""
        return loke_reply(
            request,
            self.orders_path,
            self.base_url,
            self.access,
            self._orders,
            self.pages,
            self._tell,
        )

    # -- inside -------------------------------------------------------------------------------

    def _come(self, chance: Random) -> Later:
        self.place_order(**draw_order(chance))
        return []

    def _tell(self, order_id: str, state: str) -> None:
        event = EVENT_OF.get(state)
        if event is None or self.callback_url is None:
            return
        shop = self.organization_id
        body = event_body(event, self.order(order_id), self.location_id, shop)
        self._callbacks.send(order_id, CallbackCall("", body, signed(body, self.webhook_secret)))
