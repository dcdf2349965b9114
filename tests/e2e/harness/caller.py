"""The vendor's side of a callback: a request from outside the program."""

from __future__ import annotations

import http.client
from urllib.parse import quote, urlsplit

from tests.patience import PATIENCE


def call_back(url: str, order_id: str) -> int:
    """Announce an order and read the answer to its end; gives the status."""
    return post(f"{url}?orderId={quote(order_id, safe='')}")


def post(url: str) -> int:
    """Send a POST without a body; gives the status."""
    parts = urlsplit(url)
    call = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        call.request("POST", f"{parts.path}?{parts.query}" if parts.query else parts.path)
        answer = call.getresponse()
        answer.read()
        return answer.status
    finally:
        call.close()
