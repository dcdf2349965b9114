"""LOKE's side of the contract, its page's samples, and an access to a simulated shop."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.push import PushKind
from app.domain.report import OrderReport
from app.ports.vendor import VendorSurroundings
from app.simulators.loke import LOCATION_ID, ORGANIZATION_ID, LokeSimulator
from app.vendors._http.answers import parse_json
from app.vendors.loke import LokeSettings, LokeVendor
from app.vendors.loke.report import read_report
from tests.builders import NOON

PAGES = Path(__file__).parent / "pages"
# The answers shown on the vendor's page, as they stand there.
PAGE_LIST = (PAGES / "loke_list.json").read_text("utf-8")
PAGE_ORDER = (PAGES / "loke_order.json").read_text("utf-8")
PAGE_ID = "642b791d-124f-41d6-a137-009f1fe84f77"

TOKEN = "t0k3n-0f-th3-sh0p"
ORDERS = f"/organizations/{ORGANIZATION_ID}/locations/{LOCATION_ID}/orders"
WORDS = {
    "accepted": PushKind.ACCEPT,
    "rejected": PushKind.REJECT,
    "READY": PushKind.READY,
    "ON_THE_WAY": PushKind.ON_THE_WAY,
    "completed": PushKind.COLLECTED,
}


@dataclass
class LokeSide:
    """LOKE's own side of the contract."""

    loke: LokeSimulator

    def place(self) -> str:
        return self.loke.place_order()

    def place_to_pay(self) -> str:
        raise NotImplementedError("LOKE leaves no money to the counter")

    def place_held_back(self) -> str:
        raise NotImplementedError("LOKE holds nothing back")

    def cancel(self, order_id: str) -> None:
        self.loke.reject_elsewhere(order_id)

    def effects(self, order_id: str) -> list[PushKind]:
        return [WORDS[word] for word in self.loke.effects_of(order_id)]

    def rejection(self, order_id: str) -> str | None:
        reason = self.loke.order(order_id).get("rejectionReason")
        return None if reason is None else str(reason)

    def lose_next_reply(self) -> None:
        self.loke.drop_next(on="PUT", before_applying=False)

    def lose_next_request(self) -> None:
        self.loke.drop_next(on="PUT", before_applying=True)

    def go_away(self) -> None:
        self.loke.refuse_connections()

    def come_back(self) -> None:
        self.loke.listen_again()


def surroundings() -> VendorSurroundings:
    return VendorSurroundings("/callbacks/loke", "", "Australia/Melbourne")


def loke_settings(**changes: Any) -> LokeSettings:
    given = {
        "enabled": True,
        "organization_id": ORGANIZATION_ID,
        "location_id": LOCATION_ID,
        "token": TOKEN,
    }
    return LokeSettings.model_validate(given | changes, strict=False)


def loke_at(base_url: str, **changes: Any) -> LokeVendor:
    given = {key: changes.pop(key) for key in ("deadlines", "now") if key in changes}
    settings = loke_settings(base_url=base_url, **changes)
    return LokeVendor(settings, **given)


PRICE = {"amount": 2300, "taxIncluded": 250, "taxRate": 0.05}
ORDER: dict[str, Any] = {
    "id": PAGE_ID,
    "createdAt": "2026-11-20T11:00:00Z",
    "state": "pending",
    "cart": {
        "id": "20e543f0-ddcd-4059-aaf3-7b21952c06f9",
        "createdAt": "2026-11-20T10:59:00Z",
        "validatedAt": "2026-11-20T10:59:30Z",
        "currency": "AUD",
        "status": "VALID",
        "total": 1000,
        "items": [{"id": "FOOD001", "title": "Burger", "quantity": 1, "price": PRICE}],
    },
    "payment": {
        "id": "29e13de7-d158-4aba-a928-7d868c1dbfb9",
        "currency": "AUD",
        "state": "completed",
        "total": 1000,
        "chargedAmount": 1000,
    },
    "customer": {"id": "01FCCGYZA9JPQ97HBSTKW0KT7P", "firstName": "John", "lastName": "Smith"},
}


def read(order: Any) -> OrderReport:
    text = json.dumps(order)
    return read_report(parse_json(text), text, PAGE_ID, lambda: NOON)


def read_with(**changes: Any) -> OrderReport:
    """Read the order with fields changed; those of `cart` and `payment` as cart_x and payment_x."""
    order = {**ORDER, "cart": dict(ORDER["cart"]), "payment": dict(ORDER["payment"])}
    for name, value in changes.items():
        part, _, key = name.partition("_")
        (order[part] if key else order)[key or name] = value
    return read(order)


def fact(report: OrderReport, key: str) -> str:
    return next((fact.value for fact in report.facts if fact.key == key), "")
