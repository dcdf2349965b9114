"""The HTTP face of a simulated Cheers: key, paths, methods, bodies; the orders decide the rest."""

from __future__ import annotations

import hmac
from urllib.parse import unquote

from app.simulators._cheers_orders import SET_BY_TILL, STATUSES, CheersOrders
from app.simulators._wire import Refused, Reply, Request, error_reply, json_body, json_reply

PREFIX = "/v1/integrations/counter-orders/"
PAYMENT_STEPS = {
    "finalize-external-payment": "PAID_EXTERNALLY",
    "cancel-external-payment": "FAILED",
}


def cheers_reply(request: Request, api_key: str, orders: CheersOrders) -> Reply:
    """Answer one request as the vendor's page says."""
    key = request.headers.get("x-api-key")
    if not key:
        return error_reply(401, "X-API-Key is missing")
    if not hmac.compare_digest(key.encode(), api_key.encode()):
        return error_reply(403, "X-API-Key is not valid")
    order_id, slash, action = request.path.removeprefix(PREFIX).partition("/")
    known = action in ("status", *PAYMENT_STEPS) if slash else True
    if not request.path.startswith(PREFIX) or not order_id or not known:
        return error_reply(404, "No such path")
    allowed = "PUT" if action else "GET"
    if request.method != allowed:
        return error_reply(405, f"Use {allowed}", {"Allow": allowed})
    try:
        return _do(unquote(order_id, errors="strict"), action, request, orders)
    except UnicodeDecodeError:
        return error_reply(400, "The order id is not UTF-8")
    except Refused as error:
        return error_reply(error.status, str(error))


def _do(order_id: str, action: str, request: Request, orders: CheersOrders) -> Reply:
    order = orders.get(order_id)
    if not action:
        return json_reply(200, order)
    if action == "status":
        status, message = _wanted_status(request)
        orders.till_sets(order_id, status, message)
    elif request.body:
        raise Refused(400, "This call takes no body")
    else:
        orders.till_pays(order_id, PAYMENT_STEPS[action])
    return json_reply(200, orders.get(order_id))


def _wanted_status(request: Request) -> tuple[str, str | None]:
    """Read the body of a status call; raises Refused 415 or 400."""
    body = json_body(request)
    status, message = body.get("status"), body.get("rejectionMessage")
    if status not in STATUSES:
        raise Refused(400, f"status must be one of {', '.join(sorted(SET_BY_TILL))}")
    if message is not None and not isinstance(message, str):
        raise Refused(400, "rejectionMessage must be a string")
    return status, message
