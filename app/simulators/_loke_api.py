"""The HTTP face of a simulated LOKE: tokens, paths, pages, bodies; the orders decide the rest."""

from __future__ import annotations

import hmac
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qs, parse_qsl, quote, unquote, unquote_plus

from app.simulators._loke_orders import LokeOrders
from app.simulators._wire import Refused, Reply, Request, error_reply, json_body, json_reply

TOKEN_PATH = "/token"
CALLS = ("accept", "reject", "progress", "complete")
FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class LokeAccess:
    """Who may come in: a fixed token, and a client that may fetch tokens that last a while."""

    token: str
    client_id: str
    client_secret: str
    expires_in: int = 3600
    fetched: list[str] = field(default_factory=list)
    """Every token handed out, the newest last; taking one out makes it void."""

    def lets_in(self, authorization: str) -> bool:
        """Tell whether the header's token is good."""
        kind, _, token = authorization.partition(" ")
        known = (self.token, *self.fetched)
        return kind == "Bearer" and any(
            hmac.compare_digest(one.encode(), token.encode()) for one in known if one
        )

    def answer(self, request: Request) -> Reply:
        """Hand out a token against client credentials, as RFC 6749 says."""
        if request.method != "POST":
            return error_reply(405, "Use POST", {"Allow": "POST"})
        form = parse_qs(request.body.decode("utf-8", "replace"))
        if request.kind != FORM or form.get("grant_type") != ["client_credentials"]:
            return json_reply(400, {"error": "unsupported_grant_type"})
        if not self._is_client(request.headers.get("authorization", "")):
            return json_reply(401, {"error": "invalid_client"})
        self.fetched.append(token_urlsafe(24))
        content = {
            "access_token": self.fetched[-1],
            "token_type": "Bearer",
            "expires_in": self.expires_in,
        }
        return json_reply(200, content)

    def _is_client(self, authorization: str) -> bool:
        kind, _, encoded = authorization.partition(" ")
        try:
            name, _, secret = b64decode(encoded, validate=True).decode().partition(":")
        except ValueError:
            return False
        given = (unquote_plus(name).encode(), unquote_plus(secret).encode())
        wanted = (self.client_id.encode(), self.client_secret.encode())
        right = [hmac.compare_digest(*pair) for pair in zip(given, wanted, strict=True)]
        return kind == "Basic" and bool(self.client_id) and all(right)


@dataclass(slots=True)
class LokePages:
    """How the list is paged: `size` orders a page (0: all on one), and how the next is named.

    `link` makes the header out of the address the next page has.
    """

    size: int = 50
    link: Callable[[str, str], str] | None = None  # (base URL, path and query) → header


def loke_reply(
    request: Request,
    prefix: str,
    base_url: str,
    access: LokeAccess,
    orders: LokeOrders,
    pages: LokePages,
    on_state: Callable[[str, str], None],
) -> Reply:
    """Answer one request as the vendor's page says; `on_state` hears of every new state."""
    if request.path == TOKEN_PATH:
        return access.answer(request)
    if not access.lets_in(request.headers.get("authorization", "")):
        missing = "authorization" not in request.headers
        return error_reply(401, "token missing" if missing else "token not valid")
    if request.path != prefix and not request.path.startswith(f"{prefix}/"):
        other_shop = request.path.startswith("/organizations/")
        return error_reply(403 if other_shop else 404, "no access" if other_shop else "not_found")
    order_id, slash, action = request.path.removeprefix(prefix)[1:].partition("/")
    if slash and action not in CALLS:
        return error_reply(404, "not_found")
    allowed = "PUT" if action else "GET"
    if request.method != allowed:
        return error_reply(405, f"Use {allowed}", {"Allow": allowed})
    try:
        if request.path == prefix:
            return _page(request, prefix, base_url, orders, pages)
        return _one(unquote(order_id, errors="strict"), action, request, orders, on_state)
    except UnicodeDecodeError:
        return error_reply(400, "The order id is not UTF-8")
    except Refused as error:
        return error_reply(error.status, str(error))


def _one(
    order_id: str,
    action: str,
    request: Request,
    orders: LokeOrders,
    on_state: Callable[[str, str], None],
) -> Reply:
    if not action:
        return json_reply(200, orders.get(order_id))
    calls = {
        "accept": orders.accept,
        "reject": orders.reject,
        "progress": orders.progress,
        "complete": orders.complete,
    }
    state = calls[action](order_id, json_body(request))
    if state:
        on_state(order_id, state)
    return Reply(204)


def _page(
    request: Request, prefix: str, base_url: str, orders: LokeOrders, pages: LokePages
) -> Reply:
    everything = orders.all()
    after = dict(parse_qsl(request.query)).get("after", "")
    start = 0
    if after:
        places = [place for place, order in enumerate(everything) if _cursor(order) == after]
        if not places:
            raise Refused(400, "after is not a cursor of ours")
        start = places[0] + 1
    shown = everything[start : start + pages.size] if pages.size else everything
    headers = {}
    if shown and start + len(shown) < len(everything):
        target = f"{prefix}?after={quote(_cursor(shown[-1]), safe='')}"
        headers["X-Next-Page"] = pages.link(base_url, target) if pages.link else target
    return json_reply(200, shown, headers)


def _cursor(order: dict[str, Any]) -> str:
    """A cursor that means nothing to a client, with signs that must not be touched."""
    return f"{str(order['id'])[::-1]}=+/&"
