"""Orders of other platforms that become ready at the register by themselves."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from app.simulators._catalogue import DEMO_CATALOGUE
from app.simulators._menu import draw_order
from app.simulators._oktopos_orders import DEMO_ARTICLES
from app.simulators._placing import Later

if TYPE_CHECKING:
    from app.simulators.oktopos import OktoposSimulator

COLLECTED_THERE = 0.2
PLATFORMS = ("Fancy-Food-Platform", "Lunch Club", "Stadtbote 24")


class OktoposCustomers:
    """What `start_placing` sets going; the seed decides what is ready and when.

    Thread: one of its own.
    """

    def __init__(self, oktopos: OktoposSimulator) -> None:
        self._oktopos = oktopos

    def come(self, chance: Random) -> Later:
        """Let one order become ready."""
        mood, seconds = chance.random(), chance.uniform(60, 240)
        order_id = self._oktopos.place_ready(**draw_ready(chance))
        if mood < COLLECTED_THERE:
            return [(seconds, lambda: self._collect(order_id))]
        return []

    def _collect(self, order_id: str) -> None:
        if self._oktopos.order(order_id).get("status") == "ready":
            self._oktopos.collect(order_id)


def draw_ready(chance: Random) -> dict[str, Any]:
    """What a foreign order of the demo's menu differs in from the page's sample."""
    draft = draw_order(chance)
    items: list[dict[str, Any]] = []
    whole = 0
    for line in draft["items"]:
        main = len(items) + 1
        for part in (line, *line["modifiers"]):
            whole += part["unitPrice"]
            items.append(_item(part, len(items) + 1, main))
    return {
        "items": items,
        "payment": {
            "referenceId": f"P{chance.randint(100000, 999999)}",
            "price": _money(whole),
            "status": "paid",
        },
        "customer": {},
        "location": {},
        "tipTransactions": [],
        "orderType": "PICKUP",
        "intermediary": chance.choice(PLATFORMS),
    }


def _item(part: dict[str, Any], own: int, main: int) -> dict[str, Any]:
    price = _money(part["unitPrice"])
    return {
        "basketItemId": own,
        "mainBasketItemId": main,
        "externalId": int(DEMO_ARTICLES[part["productId"]]),
        "name": DEMO_CATALOGUE[part["productId"]].name_en,
        "quantity": 1,
        "price": price,
        "pricePerUnit": price,
    }


def _money(units: int) -> dict[str, str]:
    return {"value": f"{units}.00", "currency": "HUF"}
