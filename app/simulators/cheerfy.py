"""A simulated Cheerfy: a real HTTP server that takes tickets as the vendor's page says.

    with CheerfySimulator() as cheerfy:
        ...                                  # the program works at cheerfy.base_url
        assert cheerfy.wait_for(lambda: cheerfy.points(DEMO_CARDS[0]))
        assert cheerfy.complaints == ()      # what was wrong with tickets it refused

Tickets: `ticket`, `tickets`, `tickets_of`, `booked`, `points`, `complaints`.
Cards: `cancel_card`, `renew_card`; every other id is somebody's card. `DEMO_CARDS` are for demos.
Faults and network: see `HttpSimulator`; `break_down` answers 500 in the page's own words.

The page knows 200, 400 and 500. Ours besides: 401 without a token, 403 with a wrong one, 301 for
the path without its last slash, 404 for other paths, 405, 415 without JSON content type. A ticket
with an id that is known takes the place of the earlier one and is not booked a second time.
"""

from __future__ import annotations

import copy
import hmac
import json
from typing import Any, ClassVar, Self

from app.simulators._by_hand import ByHand
from app.simulators._cheerfy_ticket import complaints_about
from app.simulators._server import HttpSimulator
from app.simulators._wire import Reply, Request, error_reply, json_reply

__all__ = ["CANCELLED_CARD", "DEMO_CARDS", "CheerfySimulator"]

DEFAULT_TOKEN = "demo-key"
PATH = "/ticket/"
DEMO_CARDS = ("7a49cvbg2740mnr3", "786GHJKL323", "Kavicsok2026")
"""Ids of cards: the first is the page's example."""
CANCELLED_CARD = "canc3ll3dcard01"
"""A card whose owner has left the programme."""
_INVALID = {"error": "Invalid request"}
_BROKEN = '{\n    "errors": "Internal server error"\n}'
_RENAMED = {
    "summary": "ticket_summary",
    "delivery": "ticket_delivery",
    "service": "ticket_service",
    "payments": "ticket_payment_list",
    "items": "ticket_item_list",
    "combos": "ticket_combo_list",
    "additional_data": "notes",
    "created_at": "created",
}


class CheerfySimulator(HttpSimulator):
    """Cheerfy's tickets on a loopback port.

    Thread: any.
    """

    vendor: ClassVar[str] = "cheerfy"
    control_actions = HttpSimulator.control_actions | frozenset(
        {"break_down", "cancel_card", "renew_card", "ticket", "tickets_of", "points"}
    )
    control_views = HttpSimulator.control_views | frozenset({"tickets", "booked", "complaints"})

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        token: str = DEFAULT_TOKEN,
        control: bool = False,
        checks_sums: bool = True,
    ) -> None:
        super().__init__(host=host, port=port, control=control)
        self.token = token
        self._checks_sums = checks_sums
        self._cancelled = {CANCELLED_CARD}
        self._tickets: dict[str, dict[str, Any]] = {}
        self._complaints: list[str] = []

    @classmethod
    def for_hand(cls, how: ByHand) -> Self:
        """Make one as `pult simulate` does."""
        return cls(host=how.host, port=how.port, token=how.api_key, control=how.control)

    # -- cards --------------------------------------------------------------------------------

    def cancel_card(self, card: str) -> None:
        """The card's owner leaves: tickets for it are refused from now on."""
        with self.changed:
            self._cancelled.add(card)

    def renew_card(self, card: str) -> None:
        """The card is good again."""
        with self.changed:
            self._cancelled.discard(card)

    # -- tickets ------------------------------------------------------------------------------

    @property
    def tickets(self) -> list[dict[str, Any]]:
        """Every ticket taken, as it stands now, in the order in which they first came."""
        with self.changed:
            return copy.deepcopy(list(self._tickets.values()))

    @property
    def booked(self) -> list[str]:
        """The ids of the tickets taken, each once."""
        with self.changed:
            return list(self._tickets)

    def ticket(self, ticket_id: str) -> dict[str, Any]:
        """One ticket; raises LookupError when there is none."""
        with self.changed:
            if ticket_id not in self._tickets:
                raise LookupError(f"no ticket {ticket_id!r}")
            return copy.deepcopy(self._tickets[ticket_id])

    def tickets_of(self, card: str) -> list[dict[str, Any]]:
        """The tickets of one card's owner."""
        return [ticket for ticket in self.tickets if _card_of(ticket) == card]

    def points(self, card: str) -> int:
        """What the card's owner has spent and kept, in cents."""
        sums = 0
        for ticket in self.tickets_of(card):
            total = int(ticket["summary"]["total"])
            if ticket.get("rectification_id"):
                sums -= total
            elif ticket["status"] != 2:
                sums += total
        return sums

    @property
    def complaints(self) -> tuple[str, ...]:
        """Why tickets were refused, newest last."""
        with self.changed:
            return tuple(self._complaints)

    def break_down(self, times: int | None = 1, *, before_applying: bool = True) -> None:
        """Answer the next tickets with 500 in the page's words."""
        self.answer_next(500, _BROKEN, times=times, before_applying=before_applying)

    # -- the vendor's API ---------------------------------------------------------------------

    def answer(self, request: Request) -> Reply:
        """Answer as the vendor's page says."""
        refused = self._refused(request)
        if refused is not None:
            return refused
        try:
            body = json.loads(request.body)
        except ValueError:
            return self._complain("the body is not JSON")
        found = complaints_about(body, sums=self._checks_sums) or self._objections(body)
        if found:
            return self._complain(*found)
        self._tickets[body["id"]] = body
        return json_reply(200, _answer(body))

    def _refused(self, request: Request) -> Reply | None:
        if request.path == PATH.rstrip("/"):
            return Reply(301, headers={"Location": PATH})
        if request.path != PATH:
            return error_reply(404, "No such path")
        if request.method != "POST":
            return error_reply(405, "Use POST", {"Allow": "POST"})
        given = request.headers.get("authorization", "")
        if not given:
            return error_reply(401, "Authorization is missing")
        if not hmac.compare_digest(given.encode(), f"Token {self.token}".encode()):
            return error_reply(403, "The token is not valid")
        if request.kind != "application/json":
            return error_reply(415, "Content-Type must be application/json")
        return None

    def _objections(self, body: dict[str, Any]) -> list[str]:
        found = []
        card = _card_of(body)
        if card in self._cancelled:
            found.append("the card is cancelled")
        of_payments = {(payment.get("user") or {}).get("id", card) for payment in body["payments"]}
        if of_payments - {card}:
            found.append("the payments are another user's")
        corrected = body.get("rectification_id")
        if corrected and corrected not in self._tickets:
            found.append("rectification_id names no ticket")
        return found

    def _complain(self, *reasons: str) -> Reply:
        self._complaints.extend(reasons)
        return json_reply(400, _INVALID)


def _card_of(ticket: dict[str, Any]) -> str:
    return str((ticket.get("user") or {}).get("id", ""))


def _answer(body: dict[str, Any]) -> dict[str, Any]:
    """The page's answer: other names, and without the user."""
    kept = {key: value for key, value in body.items() if key not in ("user", "scope")}
    ticket = {_RENAMED.get(key, key): value for key, value in kept.items()}
    return {"ticket": ticket, "scope": body["scope"]}
