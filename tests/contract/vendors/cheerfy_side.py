"""Sales as Cheerfy is told of them, and an access to a simulated shop."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from pydantic import SecretStr

from app.domain.matter import Matter
from app.domain.order import Order
from app.domain.push import Push, PushKind
from app.simulators.cheerfy import CheerfySimulator
from app.vendors._http import Deadlines
from app.vendors.cheerfy import CheerfySettings, CheerfyVendor
from tests.builders import a_push, an_order, at

TOKEN = "18bb308a19064d869734f8be3c84"
CARD = "7a49cvbg2740mnr3"
LOCATION = 6


def cheerfy_at(base_url: str, *, token: str = TOKEN, **changes: Any) -> CheerfyVendor:
    deadlines = changes.pop("deadlines", Deadlines())
    given = {"enabled": True, "base_url": base_url, "location_id": LOCATION}
    settings = CheerfySettings(**given, token=SecretStr(token), **changes)
    return CheerfyVendor(settings, deadlines=deadlines)


def a_matter(order: Order | None = None, **changes: Any) -> Matter:
    given: dict[str, Any] = {
        "order": order or an_order(),
        "now": at(10),
        "business_day": "2026-11-20",
        "till_id": "till-1",
        "language": "en",
        "timezone": "Europe/Budapest",
        "card": CARD,
    }
    return Matter(**(given | changes))


def a_ticket_push(reference: str = "t-1", sequence: int = 5, **changes: Any) -> Push:
    given = {"kind": PushKind.TICKET, "system": "cheerfy", "reference": reference}
    return a_push(sequence=sequence, **(given | changes))


def composed(vendor: CheerfyVendor, push: Push, matter: Matter) -> Push:
    return replace(push, body=vendor.compose(push, matter))


def body_of(push: Push) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(push.body)
    return body


def sell(
    vendor: CheerfyVendor, order: Order | None = None, reference: str = "t-1", **changes: Any
) -> Push:
    """Compose a sale's ticket and send it; gives the push as it was sent."""
    push = composed(vendor, a_ticket_push(reference), a_matter(order, **changes))
    vendor.send(push, "")
    return push


def running(**changes: Any) -> CheerfySimulator:
    return CheerfySimulator(token=TOKEN, **changes)
