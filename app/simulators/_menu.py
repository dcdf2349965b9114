"""Believable Cheers orders: drawn from the demo's catalogue by a seeded source of chance."""

from __future__ import annotations

from random import Random
from typing import Any

from app.simulators._catalogue import DEMO_CATALOGUE, DRINKS, EXTRAS, FOOD, Product

# What a customer writes, and the group of extras one of the things ordered must have.
COMMENTS = (
    ("Extra napkins please", ""),
    ("Ráérünk, nem sürgős", ""),
    ("Allergic to nuts", ""),
    ("Szalvétát és plusz poharat is kérnék", ""),
    ("No ice please", "cold"),
    ("Kevés jéggel, köszönöm", "lemonade"),
    ("Kevés habbal, ha lehet", "beer"),
    ("Please bring the coffee after the food", "coffee"),
    ("Mustár nélkül, kérem", "grill"),
    ("Hagyma nélkül, köszönöm!", "burger"),
    ("Could you cut the burger in half?", "burger"),
    ("Nagyon csípősen kérem", "soup"),
    ("Sok fokhagymával!", "langos"),
    ("Without salt, thank you", "fries"),
    ("Két villát is kérünk", "sweet"),
)
PICKUP_NAMES = (
    "Anna",
    "Bence",
    "Csilla",
    "Dávid",
    "Eszter",
    "Gergő",
    "Luca",
    "Máté",
    "Nóra",
    "Zsófi",
)
STREETS = ("Bartók Béla út 12.", "Ráday utca 8. 2/4", "Kazinczy utca 31.", "Margit körút 54.")
COUNTERS = (("desk-001", "Counter 1"), ("desk-002", "Counter 2"), ("desk-003", "Terrace bar"))
TIP_STEPS = (0, 0, 0, 0, 0, 0, 5, 10, 10, 15)

# How the money comes: processor, transaction status when the order can be decided, how often.
PAYMENTS = (
    ("BARION", "CAPTURED", 34),
    ("SIMPLE_PAY", "CAPTURED", 22),
    ("BARION", "AUTHORIZED", 6),
    ("EXTERNAL_MANUAL", "UNPAID", 24),
    ("EXTERNAL_MANUAL split", "UNPAID", 8),
    ("EXTERNAL_AUTO", "CAPTURED", 4),
    ("NONE", "PAYMENT_NOT_REQUIRED", 2),
)


def draw_order(chance: Random, *, with_addresses: bool = False) -> dict[str, Any]:
    """One order in Cheers' words without `id`, `createdAt`, `orderNumber` and `status`.

    The same state of `chance` gives the same order. `with_addresses` adds buyer and delivery
    address to home deliveries; the vendor names these data, not their fields, so the fields are a
    guess.
    """
    processor, transaction, _ = _weighted(chance, PAYMENTS)
    way = chance.choices(("here", "TAKEAWAY", "HOME_DELIVERY", "CUSTOM"), (70, 18, 9, 3))[0]
    away = way in ("TAKEAWAY", "HOME_DELIVERY")
    items = _draw_items(chance, away=away, free=processor == "NONE")
    order: dict[str, Any] = {
        "transactionStatus": transaction,
        "paymentProcessor": processor.partition(" ")[0],
        "currencyCode": "HUF",
        "orderSource": _draw_source(chance, home=way == "HOME_DELIVERY"),
        "tip": {"tip": _draw_tip(chance, items), "externalPayment": 0},
        "desk": _draw_desk(chance, away=away),
        "invoicingType": _draw_invoicing(chance),
        "items": items,
    }
    if way != "here":
        order["deliveryOption"] = _delivery(chance, way)
    _draw_notes(chance, order)
    if with_addresses and way == "HOME_DELIVERY":
        _add_addresses(chance, order)
    if order["paymentProcessor"] == "EXTERNAL_MANUAL":
        collect_here(order, split="split" in processor)
    return order


def collect_here(order: dict[str, Any], *, split: bool = False) -> None:
    """Mark the amounts as to be collected at the counter: all, or the first half when split."""
    parts = [part for item in order["items"] for part in (item, *item["modifiers"])]
    chosen = parts[: (len(parts) + 1) // 2] if split else parts
    for part in chosen:
        part["externalPayment"] = part["unitPrice"] - part["discount"]
    if not split:
        order["tip"]["externalPayment"] = order["tip"]["tip"]
        if "deliveryOption" in order:
            option = order["deliveryOption"]
            option["externalPayment"] = option["deliveryOptionFee"]


def _weighted(chance: Random, choices: tuple[tuple[str, str, int], ...]) -> tuple[str, str, int]:
    return chance.choices(choices, [weight for _, _, weight in choices])[0]


def _draw_items(chance: Random, *, away: bool, free: bool) -> list[dict[str, Any]]:
    drinks = tuple(drink for drink in DRINKS if drink.away or not away)
    kinds = chance.choices(("drinks", "food", "both"), (34, 21, 45))[0]
    picked: list[Product] = []
    if kinds != "food":
        picked += _draw_products(chance, drinks, chance.choices((1, 2, 3, 4), (40, 35, 15, 10))[0])
    if kinds != "drinks":
        picked += _draw_products(chance, FOOD, chance.choices((1, 2, 3), (50, 35, 15))[0])
    discount = chance.choices((0, 10, 20, 100 if free else 25), (84, 8, 5, 3))[0]
    discount = 100 if free else discount
    return [_line(chance, product, away=away, discount=discount) for product in picked]


def _draw_products(chance: Random, offered: tuple[Product, ...], count: int) -> list[Product]:
    picked: list[Product] = []
    while len(picked) < count:
        product = chance.choices(offered, [each.weight for each in offered])[0]
        # A round is often the same thing twice; Cheers sends no quantity, so it is two lines.
        picked += [product] * min(chance.choices((1, 2), (78, 22))[0], count - len(picked))
    return picked


def _line(chance: Random, product: Product, *, away: bool, discount: int) -> dict[str, Any]:
    extras: list[Product] = []
    if product.extras and chance.random() < 0.38:
        offered = EXTRAS[product.extras]
        extras = chance.sample(offered, min(len(offered), chance.choices((1, 2), (75, 25))[0]))
    return {
        "productId": product.id,
        "unitPrice": product.price,
        "discount": _discount(product.price, discount),
        "externalPayment": 0,
        "vat": 27 if away else product.vat,
        "isTakeaway": away,
        "modifiers": [
            {
                "productId": extra.id,
                "unitPrice": extra.price,
                "discount": extra.price if discount == 100 else 0,
                "externalPayment": 0,
                "vat": 27 if away else product.vat,
            }
            for extra in extras
        ],
    }


def _discount(price: int, percent: int) -> int:
    return price if percent == 100 else price * percent // 100 // 10 * 10


def _draw_source(chance: Random, *, home: bool) -> str:
    return chance.choices(("MOBILE", "WEB", "KIOSK"), (70, 15, 0 if home else 15))[0]


def _draw_tip(chance: Random, items: list[dict[str, Any]]) -> int:
    percent = chance.choice(TIP_STEPS)
    net: int = sum(item["unitPrice"] - item["discount"] for item in items)
    return round(net * percent / 100 / 50) * 50


def _draw_desk(chance: Random, *, away: bool) -> dict[str, str]:
    if away or chance.random() < 0.55:
        desk_id, name = chance.choice(COUNTERS)
        return {"id": desk_id, "name": name, "type": "COUNTER"}
    table = chance.randint(1, 18)
    return {"id": f"desk-1{table:02d}", "name": f"Table {table}", "type": "TABLE"}


def _draw_invoicing(chance: Random) -> str | list[str]:
    return chance.choices(
        ("PLACE_RECEIPT", "PLACE_INVOICE", "CHEERS_INVOICE", ["PLACE_RECEIPT", "PLACE_INVOICE"]),
        (82, 8, 7, 3),
    )[0]


def _delivery(chance: Random, way: str) -> dict[str, Any]:
    fees = {"HOME_DELIVERY": (790, 990, 1290), "TAKEAWAY": (0, 0, 150), "CUSTOM": (0, 300, 500)}
    fee = chance.choice(fees[way])
    return {"deliveryOptionFee": fee, "externalPayment": 0, "vat": 27, "type": way}


def _draw_notes(chance: Random, order: dict[str, Any]) -> None:
    if chance.random() < 0.22:
        ordered = {"", *(DEMO_CATALOGUE[item["productId"]].extras for item in order["items"])}
        fitting = [text for text, group in COMMENTS if group in ordered]
        order["userComment"] = chance.choice(fitting)
    if chance.random() < 0.15:
        order["metadata"] = {"pickupName": chance.choice(PICKUP_NAMES)}


def _add_addresses(chance: Random, order: dict[str, Any]) -> None:
    name, street = chance.choice(PICKUP_NAMES), chance.choice(STREETS)
    place = {"country": "HU", "zipCode": "1114", "city": "Budapest", "address": street}
    order["buyer"] = {"name": name, **place}
    order["deliveryAddress"] = {"name": name, **place}
