"""Reading LOKE's webhook: an event with its order, signed with a secret that both sides know."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from app.domain.errors import BadCallback
from app.ports.callback import CallbackPort, CallbackRequest
from app.vendors._http import LONGEST_ID, is_order_id

SIGNATURE: Final = "x-event-signature"
_SCHEME: Final = "sha256="


class LokeWebhook(CallbackPort):
    """Takes the order's id out of a request whose signature is right; the rest is read anew.

    Webhooks belong to an organisation: what happens at its other locations is not ours.

    Thread: listener.
    """

    vendor = "loke"

    def __init__(self, path: str, secret: str, location_id: str) -> None:
        self.path = path
        self._secret = secret.encode()
        self._location_id = location_id

    def read(self, request: CallbackRequest) -> Sequence[str]:
        """Return the id, or none for another location's order; raises BadCallback."""
        if not self._secret:
            raise BadCallback("webhook_secret is not set in [vendors.loke]", status=403)
        expected = _SCHEME + hmac.new(self._secret, request.body, sha256).hexdigest()
        given = request.headers.get(SIGNATURE, "").strip().lower()
        if not hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace")):
            raise BadCallback("X-Event-Signature does not fit the body", status=401)
        event = _event(request.body)
        location = _part(event, "location").get("id")
        if isinstance(location, str) and location and location != self._location_id:
            return []
        order_id = _part(event, "order").get("id")
        if not isinstance(order_id, str) or not is_order_id(order_id):
            raise BadCallback(f"order.id must be 1 to {LONGEST_ID} printable characters")
        return [order_id]


def _event(body: bytes) -> Mapping[str, Any]:
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        raise BadCallback("the body is not JSON") from None
    return event if isinstance(event, dict) else {}


def _part(event: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = event.get(key)
    return part if isinstance(part, dict) else {}
