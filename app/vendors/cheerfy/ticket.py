"""What Cheerfy is told of a sale: the ticket of its page, and the rectification of one.

All amounts are in minor units ("cents") and add up: in each item and in the summary amount before
tax, tax, fees and tip are the total, the items are the summary, and so are the payments.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from app import __version__
from app.domain.basket import OrderLine
from app.domain.errors import VendorRefused
from app.domain.matter import Matter
from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.push import Push, PushKind, PushState
from app.domain.states import OrderState
from app.domain.text import plain
from app.vendors.cheerfy.sums import Sums, like, with_tax_inside

_SHOP: Final = 1
"""The channel: SHOP (TPV)."""
_DINE_IN: Final = 3
_CANCELLED: Final = 2
_ON_ROUTE: Final = 6
STATUS_OF: Final[Mapping[OrderState, int]] = {
    OrderState.NEW: 3,
    OrderState.PREPARING: 4,
    OrderState.READY: 5,
    OrderState.COLLECTED: 1,
    OrderState.LEFT: 1,  # only what was paid and kept becomes a ticket
    OrderState.REJECTED: _CANCELLED,
    OrderState.CANCELLED: _CANCELLED,
}
_OTHERS: Final = 3
_TYPE_OF: Final[Mapping[PaymentMethod, int]] = {
    PaymentMethod.CASH: 1,
    PaymentMethod.CARD: 2,
    PaymentMethod.OTHER: _OTHERS,
}
_LONGEST: Final = 200

Json = dict[str, Any]
Payments = list[tuple[int, int]]
"""Type and amount of each payment."""


def compose_ticket(push: Push, matter: Matter, location_id: int) -> str:
    """Return the body of the request, JSON; raises VendorRefused for a sale without a card."""
    if push.kind is PushKind.RECTIFICATION:
        return _text(_rectification(push, matter, location_id))
    if not matter.card:
        raise VendorRefused("cheerfy", "there is no loyalty card")
    return _text(_ticket(push, matter, location_id))


def _text(body: Json) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _ticket(push: Push, matter: Matter, location_id: int) -> Json:
    order = matter.order
    items, adjusted = _items(matter)
    summary = _summary(order, _sum_of(items), adjusted)
    body = {
        "id": push.reference,
        "created_at": _epoch(order.placed_at),
        "channel": _SHOP,
        "status": _ON_ROUTE if matter.on_the_way_at else STATUS_OF[order.state],
        "name": plain(order.number, limit=_LONGEST),
        "summary": summary,
        "payments": _with_user(_payments(order, summary["total"]), matter.card),
        "items": items,
        "combos": [],
    }
    service = _service(order)
    if service is not None:
        body["service"] = service
    return body | _surroundings(matter, location_id)


def _rectification(push: Push, matter: Matter, location_id: int) -> Json:
    order = matter.order
    payments, is_last = _returned(push, matter)
    items, adjusted = _items(matter)
    summary = _summary(order, _sum_of(items), adjusted)
    amount = sum(paid for _, paid in payments)
    if is_last:
        # What was sold is gone altogether, also what a vendor's app gives back.
        rest = summary["total"] - _taken_back(matter)
        if rest > amount:
            payments, amount = [*payments, (_OTHERS, rest - amount)], rest
    if amount != summary["total"]:
        part = like(amount, Sums(summary["total"] - summary["taxes"], summary["taxes"]))
        items = [_item(1, "Returned", "", 1, part)]
        summary = _amounts(part) | {"due": amount, "currency": order.basket.currency}
    body = {
        "id": push.reference,
        "rectification_id": first_reference(matter.earlier),
        "created_at": _epoch(matter.now),
        "channel": _SHOP,
        "status": _CANCELLED,
        "name": plain(order.number, limit=_LONGEST),
        "summary": summary,
        "payments": _with_user(payments, matter.card),
        "items": items,
        "combos": [],
    }
    return body | _surroundings(matter, location_id)


def first_reference(earlier: Iterable[Push]) -> str:
    """Return the id under which the sale was told first, "" when it never was."""
    tickets = (push for push in earlier if push.kind is PushKind.TICKET)
    return next((push.reference for push in tickets if _left(push)), "")


def _left(push: Push) -> bool:
    return push.state is not PushState.DROPPED or push.tries > 0


def _surroundings(matter: Matter, location_id: int) -> Json:
    found: Json = {"user": {"id": matter.card}} if matter.card else {}
    found["scope"] = {"organizations": [], "locations": [location_id], "areas": []}
    found["client_data"] = {"client_type": matter.till_id, "client_version": __version__}
    return found


def _epoch(moment: datetime) -> int:
    return int(moment.timestamp())


# --- items and sums -------------------------------------------------------------------------------


def _items(matter: Matter) -> tuple[list[Json], Sums]:
    """Return the lines as items, and what has to be added for the order to cost what it does.

    An order's total may be its vendor's own figure, which its lines need not add up to.
    """
    order = matter.order
    basket = order.basket
    items = [_line(matter, line, at) for at, line in enumerate(basket.lines, start=1)]
    fee = basket.delivery.fee.minor if basket.delivery is not None else 0
    known = _sum_of(items).total + basket.tip.minor + fee
    # Where the vendor named no sum to collect, staff took what they asked for.
    asked = order.due.minor if order.taken else 0
    missing = max(basket.total.minor, asked) - known
    adjusted = Sums(missing)
    if missing:
        items.append(_item(len(items) + 1, "Adjustment", "", 1, adjusted))
    return items, adjusted


def _line(matter: Matter, line: OrderLine, at: int) -> Json:
    """One line with its modifiers inside its amounts; a modifier's own are told besides."""
    parts = [(part, _of_line(matter, part)) for part in line.walk()]
    whole = sum((sums for _, sums in parts), Sums())
    item = _item(at, _name(matter, line), line.product_id, line.quantity, whole)
    modifiers = [
        _named(_name(matter, part), part.product_id) | {"quantity": part.quantity} | _amounts(sums)
        for part, sums in parts[1:]
    ]
    return item | ({"modifiers": modifiers} if modifiers else {})


def _of_line(matter: Matter, line: OrderLine) -> Sums:
    product = matter.products.get(line.product_id)
    rate = line.vat if line.vat is not None or product is None else product.vat
    return with_tax_inside(line.net.minor, rate)


def _name(matter: Matter, line: OrderLine) -> str:
    product = matter.products.get(line.product_id)
    return line.name or (product.name(matter.language) if product is not None else "")


def _item(at: int, name: str, sku: str, quantity: int, sums: Sums) -> Json:
    return {"item_id": str(at), **_named(name, sku), "quantity": quantity, **_amounts(sums)}


def _named(name: str, sku: str) -> Json:
    texts = {"sku_code": plain(sku, limit=_LONGEST), "name": plain(name, limit=_LONGEST)}
    return {key: text for key, text in texts.items() if text}


def _amounts(sums: Sums) -> Json:
    return {"subtotal": sums.subtotal, "taxes": sums.taxes, "total": sums.total}


def _sum_of(items: Iterable[Json]) -> Sums:
    return sum((Sums(item["subtotal"], item["taxes"]) for item in items), Sums())


def _summary(order: Order, sold: Sums, adjusted: Sums) -> Json:
    basket = order.basket
    fee = Sums()
    if basket.delivery is not None:
        fee = with_tax_inside(basket.delivery.fee.minor, basket.delivery.vat)
    parts = [part for line in basket.lines for part in line.walk()]
    discount = sum(part.discount.minor * part.quantity for part in parts)
    taxes, tip = sold.taxes + fee.taxes, basket.tip.minor
    total = sold.subtotal + fee.subtotal + taxes + tip
    return {
        "subtotal": sold.subtotal,
        "other_fees": fee.subtotal,
        "taxes": taxes,
        "tip": tip,
        "total": total,
        "due": total,
        "discount_amount": discount + max(-adjusted.total, 0),
        "currency": basket.currency,
    }


# --- money ----------------------------------------------------------------------------------------


def _payments(order: Order, total: int) -> Payments:
    """Return how `total` was paid: what was taken here, the rest in the vendor's app.

    Cash may have been rounded to coins; the ticket has what it settled.
    """
    due = min(order.due.minor, total)
    here = _newest(_here(order.taken), due)
    if not here:
        return [(_OTHERS, total)]
    cash = next((at for at, (kind, _) in enumerate(here) if kind == 1), len(here) - 1)
    kind, paid = here[cash]
    here[cash] = (kind, paid + due - sum(paid for _, paid in here))
    return [*here, (_OTHERS, total - due)] if total > due else here


def _newest(payments: Payments, due: int) -> Payments:
    """Return the payments that settled what was due, without those given back before."""
    found: Payments = []
    for payment in reversed(payments):
        if sum(paid for _, paid in found) >= due:
            break
        found.insert(0, payment)
    return found


def _here(parts: Iterable[PaymentPart]) -> Payments:
    return [(_TYPE_OF[part.method], part.amount.minor) for part in parts]


def _returned(push: Push, matter: Matter) -> tuple[Payments, bool]:
    """Return what this rectification gives back, and whether the sale ends with it.

    The first rectification tells of the first return, and so on; one more than there are returns
    tells of a sale whose money was never taken here.
    """
    order = matter.order
    before = sum(
        earlier.kind is PushKind.RECTIFICATION and _left(earlier) for earlier in matter.earlier
    )
    part = order.returned[before : before + 1]
    is_end = order.state in (OrderState.REJECTED, OrderState.CANCELLED)
    nothing_left = not order.money_taken and before + 1 >= len(order.returned)
    return _here(part), is_end and nothing_left


def _taken_back(matter: Matter) -> int:
    bodies = (
        json.loads(push.body)
        for push in matter.earlier
        if push.kind is PushKind.RECTIFICATION and push.body and _left(push)
    )
    return sum(int(body["summary"]["total"]) for body in bodies)


def _with_user(payments: Payments, card: str) -> list[Json]:
    user = {"user": {"id": card}} if card else {}
    return [{"type": kind, "amount": amount, **user} for kind, amount in payments]


# --- how it is served -----------------------------------------------------------------------------


def _service(order: Order) -> Json | None:
    """Return how the order is served, where all that the page wants of it is really known.

    That is at a table, once it is known when it is wanted or was ready. A `delivery` never is: the
    shop's own address, where the courier picks up, is not known here.
    """
    at_table = any(fact.key == "desk_type" and fact.value == "TABLE" for fact in order.facts)
    ready_at = order.wanted_at or order.ready_at
    goes_out = order.basket.delivery is not None or any(
        line.takeaway for line in order.basket.lines
    )
    if not (at_table and order.desk and ready_at) or goes_out:
        return None
    return {
        "service_type": _DINE_IN,
        "table_id": plain(order.desk, limit=_LONGEST),
        "ready_at": _epoch(ready_at),
        "now": order.wanted_at is None,
    }
