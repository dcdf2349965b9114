"""A simulated LOKE's webhooks: what an event says, and how it is signed."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

ATTEMPTS = 5
BASE_DELAY = 10.0
EVENT_OF = {
    "pending": "order.created",
    "created": "order.created",
    "accepted": "order.accepted",
    "rejected": "order.rejected",
    "completed": "order.completed",
}


def event_body(
    event: str, order: Mapping[str, Any], location_id: str, organization_id: str
) -> bytes:
    """Return what the webhook posts."""
    content = {
        "event": event,
        "order": order,
        "location": {"id": location_id, "name": "Collingwood"},
        "organization": {"id": organization_id, "name": "Burger kitchen"},
    }
    return json.dumps(content, ensure_ascii=False).encode()


def signed(body: bytes, secret: str) -> dict[str, str]:
    """Return the headers of a body signed with the secret."""
    digest = hmac.new(secret.encode(), body, sha256).hexdigest()
    return {"Content-Type": "application/json", "X-Event-Signature": f"sha256={digest}"}


def comes_again(status: int | None) -> bool:
    """Tell whether LOKE repeats a call: without an answer, or with one of 500 and above."""
    return status is None or status >= 500
