"""Believable LOKE orders of a burger kitchen in Melbourne, drawn by a seeded source of chance."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

# id, title, cents, whether it is drunk
DISHES = (
    ("FOOD001", "Burger", 1650, False),
    ("FOOD002", "Double cheeseburger", 2150, False),
    ("FOOD003", "Halloumi burger", 1790, False),
    ("FOOD004", "Fish tacos", 1890, False),
    ("FOOD005", "Loaded fries", 1290, False),
    ("FOOD006", "Chips", 790, False),
    ("FOOD007", "Caesar salad", 1590, False),
    ("DRNK001", "Flat white", 520, True),
    ("DRNK002", "Lemon lime bitters", 650, True),
    ("DRNK003", "Pale ale 375 ml", 1100, True),
)
SAUCES = (
    ("SAUCE001", "BBQ Sauce", 150),
    ("SAUCE002", "Aioli", 150),
    ("SAUCE003", "Sriracha mayo", 200),
)
MILKS = (("MILK001", "Oat", 80), ("MILK002", "Skim", 0), ("MILK003", "Full cream", 0))
NAMES = (
    ("Olivia", "Nguyen"),
    ("Jack", "Thompson"),
    ("Priya", "Sharma"),
    ("Noah", "Wilson"),
    ("Chloé", "O'Brien"),
    ("Mateo", "Russo"),
)
STREETS = ("41 Derby Street", "7 Rokeby Street", "188 Smith Street", "12 Otter Street")
NOTES = ("Please ring twice.", "No cutlery needed.", "Nut allergy!", "Leave it at the door.")
ITEM_NOTES = ("No tomato please", "Well done", "Extra pickles", "Cut in half")


def draw_order(chance: Random, now: datetime | None = None) -> dict[str, Any]:
    """One order in LOKE's words, waiting for a decision.

    The same state of `chance` gives the same order but for its times.
    """
    moment = now or datetime.now(UTC)
    items = [_item(chance) for _ in range(chance.choices((1, 2, 3, 4), (35, 35, 20, 10))[0])]
    goods = sum(_price_of(item) for item in items)
    adjustments = []
    if chance.random() < 0.2:
        off = goods // 10
        adjustments = [_adjustment("DISC001", "Taco Tuesday", -off)]
    delivered = chance.random() < 0.4
    fee = chance.choice((500, 700, 900)) if delivered else 0
    total = goods + sum(adjustment["amount"] for adjustment in adjustments) + fee
    first, last = chance.choice(NAMES)
    cart: dict[str, Any] = {
        "id": _id(chance),
        "createdAt": _stamp(moment - timedelta(seconds=40)),
        "validatedAt": _stamp(moment - timedelta(seconds=10)),
        "currency": "AUD",
        "status": "VALID",
        "items": items,
        "adjustments": adjustments,
        "total": total,
    }
    if chance.random() < 0.3:
        later = moment + timedelta(minutes=chance.choice((20, 35, 60, 120)))
        cart["fulfillAt"] = later.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if delivered:
        cart["deliveryAddress"] = _address(chance)
    else:
        cart["serviceRef"] = str(chance.randint(1, 30))
    if chance.random() < 0.3:
        cart["notes"] = chance.choice(NOTES)
    return {
        "id": _id(chance),
        "createdAt": _stamp(moment),
        "state": "pending",
        "cart": cart,
        "payment": _payment(chance, total, fee, moment),
        "customer": {
            "id": _id(chance),
            "firstName": first,
            "lastName": last,
            "phoneNumber": f"+614{chance.randint(10_000_000, 99_999_999)}",
        },
    }


def _item(chance: Random) -> dict[str, Any]:
    code, title, cents, is_drink = chance.choice(DISHES)
    options = []
    if is_drink and code == "DRNK001":
        options = [_option("OPTMILK", "Milk", [chance.choice(MILKS)], 1)]
    elif not is_drink and chance.random() < 0.5:
        options = [_option("OPTSAUCE", "Sauce", [chance.choice(SAUCES)], chance.choice((1, 1, 2)))]
    item: dict[str, Any] = {
        "id": code,
        "title": title,
        "quantity": chance.choices((1, 2, 3), (70, 22, 8))[0],
        "price": _price(cents),
        "options": options,
    }
    item["amount"] = _price_of(item)
    if not is_drink and chance.random() < 0.2:
        item["note"] = chance.choice(ITEM_NOTES)
    return item


def _option(
    code: str, title: str, chosen: list[tuple[str, str, int]], quantity: int
) -> dict[str, Any]:
    choices = [
        {"id": one, "title": name, "quantity": quantity, "price": _price(cents), "options": []}
        for one, name, cents in chosen
    ]
    return {"id": code, "title": title, "choices": choices}


def _price(cents: int) -> dict[str, Any]:
    return {"amount": cents, "taxIncluded": cents // 11, "taxRate": 0.1}


def _price_of(item: dict[str, Any]) -> int:
    extras = sum(
        choice["price"]["amount"] * choice["quantity"]
        for option in item["options"]
        for choice in option["choices"]
    )
    return int((item["price"]["amount"] + extras) * item["quantity"])


def _adjustment(code: str, label: str, cents: int) -> dict[str, Any]:
    return {"id": code, "label": label, "amount": cents, "taxIncluded": -(-cents // 11)}


def _address(chance: Random) -> dict[str, Any]:
    return {
        "apartment": chance.choice(("", "2B", "11")),
        "streetAddress": chance.choice(STREETS),
        "locality": "Collingwood",
        "region": "Victoria",
        "postcode": "3066",
        "country": "Australia",
        "coords": {"latitude": -37.802, "longitude": 144.988},
    }


def _payment(chance: Random, total: int, delivery: int, moment: datetime) -> dict[str, Any]:
    tip = chance.choice((0, 0, 0, 200, 500))
    credit = chance.choice((0, 0, 0, 0, 300))
    charged = total + tip - credit
    fee = charged * 2 // 100
    return {
        "id": _id(chance),
        "state": "completed",
        "completedAt": _stamp(moment),
        "currency": "AUD",
        "total": total,
        "tipAmount": tip,
        "creditAmount": credit,
        "discountAmount": 0,
        "deliveryAmount": delivery,
        "chargedAmount": charged,
        "feeAmount": fee,
        "payoutAmount": charged - fee,
    }


def _id(chance: Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
