"""A simulated Cheers: a real HTTP server that speaks the vendor's page and can misbehave.

    with CheersSimulator(callback_url="http://127.0.0.1:8787/callbacks/cheers") as cheers:
        order_id = cheers.place_order()    # APPROVABLE, "A-41"; the callback goes out by itself
        cheers.fail_next(503, on="PUT")    # see Misbehaviour for all switches
        ...                                # the program works at cheers.base_url, cheers.api_key
        assert cheers.wait_for(lambda: cheers.status(order_id) == "APPROVED")
        assert cheers.effects_of(order_id) == ["APPROVED"]

Orders: `place_order`, `place_order_to_pay_here`, `seed_order`, `order`, `orders`, `status`,
`transaction_status`, `rejection_message`, `set_status`, `change_order`, `cancel`, `start_placing`,
`stop_placing`.
Callbacks: `callback_url`, `resend_callback`, `lose_callbacks`, `callback_log`, `callbacks_pending`.
Faults: `fail_next`, `answer_next`, `answer_html`, `answer_empty`, `answer_wrong_id`, `drop_next`,
`cut_next`, `go_slow`, `hang`, `release`, `behave`, `hanging`.
Network: `refuse_connections`, `swallow_connections`, `listen_again`, `close_connections`.
What happened: `requests`, `effects`, `effects_of`, `wait_for`.

The vendor's page says nothing of errors. Ours: 401 without a key, 403 with a wrong one, 404 for an
unknown order, 405, 409 for an illegal transition or payment step, 415 without JSON content type,
400 for a body or a status that cannot be read, and for a body where the page has none.
"""

from __future__ import annotations

import copy
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, Self

from app.simulators._by_hand import ByHand
from app.simulators._callbacks import CallbackAttempt, CallbackSender, CallsBack
from app.simulators._catalogue import DEMO_CATALOGUE
from app.simulators._cheers_api import cheers_reply
from app.simulators._cheers_customers import CheersCustomers
from app.simulators._cheers_orders import (
    DEFAULT_ORDER,
    SEED_ORDER,
    CheersOrders,
    Effect,
)
from app.simulators._effects import words_of
from app.simulators._menu import collect_here
from app.simulators._server import HttpSimulator
from app.simulators._state_file import read_state, write_state
from app.simulators._wire import Refused, Reply, Request

__all__ = ["DEMO_CATALOGUE", "CallbackAttempt", "CheersSimulator", "Effect"]

DEFAULT_KEY = "demo-key"


class CheersSimulator(HttpSimulator, CallsBack):
    """Cheers counter orders on a loopback port.

    Thread: any.
    """

    vendor: ClassVar[str] = "cheers"
    control_actions = HttpSimulator.control_actions | frozenset(
        {"place_order", "place_order_to_pay_here", "seed_order", "order", "set_status"}
        | {"change_order", "cancel", "start_placing", "stop_placing", "effects_of"}
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
        api_key: str = DEFAULT_KEY,
        callback_url: str | None = None,
        callback_base_delay: float = 1.0,
        callback_attempts: int = 10,
        callback_timeout: float = 5.0,
        first_number: int = 41,
        accepts_same_status: bool = False,
        control: bool = False,
        state_file: Path | None = None,
    ) -> None:
        super().__init__(host=host, port=port, control=control)
        self.api_key = api_key
        self._orders = CheersOrders()
        self._orders.accepts_same_status = accepts_same_status
        self._next_number = first_number
        self._callbacks = CallbackSender(
            self.changed,
            base_delay=callback_base_delay,
            attempts=callback_attempts,
            timeout=callback_timeout,
        )
        self._state_file = state_file
        self.callback_url = callback_url

    @classmethod
    def for_hand(cls, how: ByHand) -> Self:
        """Make one as `pult simulate` does."""
        return cls(
            host=how.host,
            port=how.port,
            api_key=how.api_key,
            callback_url=how.callback_url,
            control=how.control,
            state_file=how.state_file,
        )

    def start(self) -> Self:
        """Listen and send callbacks. Raises OSError when the port is taken."""
        self._callbacks.start()
        super().start()
        if self._state_file is not None and not self.orders:
            self._remember(read_state(self._state_file))
        return self

    def stop(self) -> None:
        """Close everything and wait for every thread; the orders stay for another start."""
        self._callbacks.stop()
        super().stop()
        if self._state_file is not None:
            kept = {"next_number": self._next_number, "orders": self._orders.open()}
            write_state(self._state_file, kept)

    # -- orders -------------------------------------------------------------------------------

    def place_order(self, *, callback: bool = True, omit: Sequence[str] = (), **fields: Any) -> str:
        """A customer orders; gives the order's id.

        `fields` overwrite the wire's own (`status="NEW"`, `orderNumber="B-7"`, `items=[…]`, also
        unknown ones), `omit` leaves some out. The callback goes out when the order is APPROVABLE
        and `callback` is true.
        """
        return self._place({**self._default_order(), **fields}, callback, omit)

    def place_order_to_pay_here(
        self, *, split: bool = False, callback: bool = True, **fields: Any
    ) -> str:
        """A customer pays at the counter: EXTERNAL_MANUAL, UNPAID, half of it when `split`.

        Every amount is to be collected here, unless `fields` has `items` of its own.
        """
        paid_here = {"paymentProcessor": "EXTERNAL_MANUAL", "transactionStatus": "UNPAID"}
        order = {**self._default_order(), **paid_here, **copy.deepcopy(fields)}
        if "items" not in fields:
            collect_here(order, split=split)
        return self._place(order, callback)

    def seed_order(self, *, callback: bool = True) -> str:
        """Place the sample of the vendor's page, word for word (a second time: afresh)."""
        return self._place(SEED_ORDER, callback)

    def order(self, order_id: str) -> dict[str, Any]:
        """The order as the wire shows it; raises LookupError when there is none."""
        with self.changed:
            try:
                return self._orders.get(order_id)
            except Refused as error:
                raise LookupError(f"no order {order_id!r}") from error

    @property
    def orders(self) -> list[dict[str, Any]]:
        """All orders as the wire shows them, oldest first."""
        with self.changed:
            return self._orders.all()

    @property
    def waiting(self) -> int:
        """How many orders have no decision yet."""
        with self.changed:
            return self._orders.count("NEW", "APPROVABLE")

    def status(self, order_id: str) -> str:
        """The order's status word."""
        return str(self.order(order_id)["status"])

    def transaction_status(self, order_id: str) -> str:
        """The order's payment word."""
        return str(self.order(order_id)["transactionStatus"])

    def rejection_message(self, order_id: str) -> str | None:
        """What the till wrote when it rejected the order; None when it wrote nothing."""
        with self.changed:
            return self._orders.rejection_message(order_id)

    def set_status(self, order_id: str, status: str, *, callback: bool | None = None) -> None:
        """Change the status as Cheers itself may; any word goes. APPROVABLE sends the callback."""
        self._force(
            order_id, status, "cheers", status == "APPROVABLE" if callback is None else callback
        )

    def cancel(self, order_id: str, *, callback: bool = False) -> None:
        """The customer cancels; no callback, unless asked for, tells the till so."""
        self._force(order_id, "CANCELLED", "customer", callback)

    def change_order(self, order_id: str, *, omit: Sequence[str] = (), **fields: Any) -> None:
        """Overwrite or leave out fields of an order, without an effect or a callback."""
        self.order(order_id)
        with self.changed:
            self._orders.change(order_id, fields, tuple(omit))
            self.changed.notify_all()

    # -- customers by themselves --------------------------------------------------------------

    def start_placing(
        self,
        per_minute: float,
        seed: int | None = None,
        *,
        at_most_waiting: int | None = 8,
        with_addresses: bool = False,
    ) -> None:
        """Let customers order by themselves in rushes and lulls; raises ValueError at a rate of 0.

        The seed decides what is ordered and in which rhythm, not ids and times. While
        `at_most_waiting` orders wait for a decision nobody orders, so that a till left alone does
        not drown; with None they order anyway.
        """
        customers = CheersCustomers(self, with_addresses)
        self._let_come(per_minute, seed, at_most_waiting, customers.come)

    # -- what happened ------------------------------------------------------------------------

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Every change that really happened to any order, in order."""
        with self.changed:
            return tuple(self._orders.effects)

    def effects_of(self, order_id: str, by: str | None = "till") -> list[str]:
        """The words of the changes to one order, in order; of everybody with `by=None`."""
        return words_of(self.effects, order_id, by)

    # -- the vendor's API ---------------------------------------------------------------------

    def answer(self, request: Request) -> Reply:
        """Answer as the vendor's page says."""
        return cheers_reply(request, self.api_key, self._orders)

    # -- inside -------------------------------------------------------------------------------

    def _place(self, order: dict[str, Any], callback: bool, omit: Sequence[str] = ()) -> str:
        order_id = str(order["id"])
        with self.changed:
            self._orders.put(order)
            self._orders.change(order_id, {}, tuple(omit))
            self.changed.notify_all()
        if callback and order["status"] == "APPROVABLE":
            self._callbacks.send(order_id)
        return order_id

    def _remember(self, kept: dict[str, Any]) -> None:
        """Take up where the last run ended; what waits for a decision is told again."""
        self._next_number = kept.get("next_number", self._next_number)
        for order in kept.get("orders", ()):
            self._place(order, callback=True)

    def _default_order(self) -> dict[str, Any]:
        return {**copy.deepcopy(DEFAULT_ORDER), **self._identity()}

    def _identity(self) -> dict[str, Any]:
        with self.changed:
            number, self._next_number = self._next_number, self._next_number + 1
        letter = chr(ord("A") + (number - 1) // 99 % 26)
        created = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return {
            "id": str(uuid.uuid4()),
            "createdAt": created,
            "orderNumber": f"{letter}-{(number - 1) % 99 + 1}",
            "status": "APPROVABLE",
        }

    def _force(self, order_id: str, status: str, by: Any, callback: bool) -> None:
        self.order(order_id)
        with self.changed:
            self._orders.force(order_id, status, by)
            self.changed.notify_all()
        if callback:
            self._callbacks.send(order_id)
