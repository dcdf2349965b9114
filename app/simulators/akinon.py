"""A simulated Akinon storefront: the three cash-register hooks on a real HTTP server.

    with AkinonSimulator() as akinon:
        number = akinon.place_pre_order()          # "816910908011148", to be scanned
        akinon.change_basket(number)               # from now on 402
        akinon.drop_next(on="POST", path_has="complete", before_applying=False)
        ...                                        # the program works at akinon.base_url
        assert akinon.completions == ()

Pre-orders: `place_pre_order`, `numbers`, `pre_order`, `change_pre_order`, `change_amount`,
`change_basket`, `set_payment_option`, `lose_session`, `expire`, `fail_offer`, `start_placing`.
What was paid: `completions`, `completions_of`. Switch: `codes` is "page" (quoted where the page
quotes them), "strings" or "numbers".

A hook answers HTTP 200 whatever happens; its codes stand in the body. A path without its last slash
is redirected, as such servers do, and loses its body. The page does not say what a repeated
transaction id is answered: here 404, as the number is gone, or "0" with `repeats_are_accepted`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any, ClassVar, Final, Literal, Self

from app.simulators._akinon_orders import (
    INSTALMENT_CARD,
    AkinonOrders,
    Completion,
    Refused,
    number_at,
)
from app.simulators._by_hand import ByHand
from app.simulators._placing import Later
from app.simulators._server import HttpSimulator
from app.simulators._wire import Reply, Request, json_reply

__all__ = ["AkinonSimulator", "Completion", "demo_numbers"]

DEFAULT_USER: Final = "cashier01"
DEFAULT_COOKIE: Final = "sessionid=demo-basket"
PAGE_NUMBER: Final = "ORD-2024-001234"
DEMO_NUMBERS: Final = 8
_HOOKS: Final = "/hooks/cash_register/"


def demo_numbers() -> tuple[str, ...]:
    """The numbers of the pre-orders that wait when it is run by hand."""
    return (*map(number_at, range(DEMO_NUMBERS)), PAGE_NUMBER)


class AkinonSimulator(HttpSimulator):
    """Cash-register hooks on a loopback port.

    Thread: any.
    """

    vendor: ClassVar[str] = "akinon"
    control_actions = HttpSimulator.control_actions | frozenset(
        {"place_pre_order", "pre_order", "change_pre_order", "change_amount", "change_basket"}
        | {"set_payment_option", "lose_session", "expire", "fail_offer", "completions_of"}
        | {"start_placing", "stop_placing"}
    )
    control_views = HttpSimulator.control_views | frozenset({"numbers", "completions"})

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        username: str = DEFAULT_USER,
        password: str = "demo-key",
        session_cookie: str = DEFAULT_COOKIE,
        codes: Literal["page", "strings", "numbers"] = "page",
        repeats_are_accepted: bool = False,
        control: bool = False,
    ) -> None:
        super().__init__(host=host, port=port, control=control)
        self.username = username
        self.password = password
        self.session_cookie = session_cookie
        self.codes = codes
        self._orders = AkinonOrders()
        self._orders.repeats_are_accepted = repeats_are_accepted

    @classmethod
    def for_hand(cls, how: ByHand) -> Self:
        """Make one as `pult simulate` does, with pre-orders whose numbers are always the same."""
        made = cls(host=how.host, port=how.port, password=how.api_key, control=how.control)
        for _ in range(DEMO_NUMBERS):
            made.place_pre_order()
        made.place_pre_order(number=PAGE_NUMBER, instalments=True)
        return made

    # -- pre-orders ---------------------------------------------------------------------------

    def place_pre_order(
        self,
        *,
        number: str = "",
        instalments: bool = False,
        content: Mapping[str, Any] | None = None,
        **fields: Any,
    ) -> str:
        """A customer ends at the page with the order number; gives that number.

        `fields` overwrite those of the pre-order, `content` is all of it.
        """
        card = INSTALMENT_CARD if instalments else None
        with self.changed:
            made = self._orders.place(content, number, card)
            self._orders.kept(made).content.update(fields)
            self.changed.notify_all()
        return made

    @property
    def numbers(self) -> list[str]:
        """The numbers that can be paid, oldest first."""
        with self.changed:
            return self._orders.numbers

    @property
    def waiting(self) -> int:
        """How many numbers can be paid."""
        return len(self.numbers)

    def pre_order(self, number: str) -> dict[str, Any]:
        """The pre-order as the wire shows it; raises LookupError."""
        with self.changed:
            return self._orders.kept(number).content

    def change_pre_order(self, number: str, **fields: Any) -> None:
        """Overwrite fields of a pre-order."""
        with self.changed:
            self._orders.kept(number).content.update(fields)

    def change_amount(self, number: str, unpaid_amount: str) -> None:
        """Let another amount be outstanding: 405 for the old one."""
        self.change_pre_order(number, unpaid_amount=unpaid_amount)

    def change_basket(self, number: str) -> None:
        """The customer puts something else into the basket: 402 from now on."""
        with self.changed:
            self._orders.kept(number).basket_changed = True

    def set_payment_option(self, number: str, option: str | None) -> None:
        """Choose another way of paying (408), none (407), or "cash_register" again."""
        with self.changed:
            self._orders.kept(number).payment_option = option

    def lose_session(self, number: str) -> None:
        """Lose the pre-order's session: 411."""
        with self.changed:
            self._orders.kept(number).session_gone = True

    def fail_offer(self, number: str) -> None:
        """Let the offer not be applied: 412."""
        with self.changed:
            self._orders.kept(number).offer_fails = True

    def expire(self, number: str) -> None:
        """Let the number's 24 hours be over: 410, and 404 at `complete`."""
        with self.changed:
            self._orders.drop(number)

    def start_placing(
        self, per_minute: float, seed: int | None = None, *, at_most_waiting: int | None = 8
    ) -> None:
        """Let customers finish baskets by themselves, while few numbers wait; with None always."""
        self._let_come(per_minute, seed, at_most_waiting, self._come)

    # -- what was paid ------------------------------------------------------------------------

    @property
    def completions(self) -> tuple[Completion, ...]:
        """Every payment that was accepted, in order."""
        with self.changed:
            return tuple(self._orders.completions)

    def completions_of(self, number: str) -> list[Decimal]:
        """The amounts accepted for one number."""
        return [one.amount for one in self.completions if one.order_number == number]

    def _come(self, _chance: Random) -> Later:
        self.place_pre_order()
        return []

    # -- the vendor's hooks -------------------------------------------------------------------

    def answer(self, request: Request) -> Reply:
        """Answer as the vendor's page says."""
        hook = request.path.removeprefix(_HOOKS)
        calls = {"pre_order/": self._pre_order, "complete/": self._complete}
        if f"{hook}/" in calls or hook == "get_order_number":
            return Reply(301, headers={"Location": request.path + "/"})
        if hook == "get_order_number/" and request.method == "GET":
            return self._get_order_number(request)
        if hook not in calls or not request.path.startswith(_HOOKS):
            return Reply(404, b"<html>Not Found</html>", "text/html")
        if request.method != "POST":
            return Reply(405, b"", "text/html", {"Allow": "POST"})
        return json_reply(200, calls[hook](_body(request)))

    def _pre_order(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        number = body.get("order_number")
        try:
            self._check_credentials(body)
            if not number or not isinstance(number, str):
                raise Refused("409", "Order number is missing")
            return self._orders.read(number)
        except Refused as no:
            quoted = self.codes != "numbers"
            code = no.code if quoted else int(no.code)
            return {"error_code": code, "error_message": no.message}

    def _complete(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        try:
            self._check_credentials(body)
            self._orders.complete(body)
        except Refused as no:
            code = no.code if self.codes == "strings" else int(no.code)
            return {"result": code, "message": no.message}
        return {"result": 0 if self.codes == "numbers" else "0", "message": "Success"}

    def _get_order_number(self, request: Request) -> Reply:
        if self.session_cookie not in request.headers.get("cookie", ""):
            code = 407 if self.codes == "numbers" else "407"
            return json_reply(200, {"error_code": code, "error_message": "No payment option set"})
        return json_reply(200, {"order_number": self.place_pre_order()})

    def _check_credentials(self, body: Mapping[str, Any]) -> None:
        if (body.get("username"), body.get("password")) != (self.username, self.password):
            raise Refused("403", "Invalid credentials")


def _body(request: Request) -> Mapping[str, Any]:
    try:
        found = json.loads(request.body) if request.kind == "application/json" else {}
    except ValueError:
        found = {}
    return found if isinstance(found, dict) else {}
