"""Orders as rows and back: plain columns, JSON for what is nested, personal data apart.

Money in JSON is an exact integer of minor units (with its currency where that is not the
basket's), decimals are strings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from itertools import count
from typing import Any, Final

from app.domain.basket import Adjustment, Basket, Delivery, DeliveryKind, OrderLine
from app.domain.money import Money
from app.domain.order import Order, PaymentMethod, PaymentPart, UndoPoint
from app.domain.report import Customer, DueDoubt, Fact
from app.domain.states import Attention, EndedBy, KeptBack, Move, OrderState, PaymentState
from app.store.settling import settling_from, settling_json
from app.store.tables import ORDERS

Values = dict[str, Any]

_CODED: Final = frozenset(
    {"state", "payment", "basket", "due_doubt", "ended_by", "attention", "held_in", "undo"}
    | {"settling", "kept_back"}
)
# Columns that hold a field of the order as it is.
_AS_IS: Final = tuple(
    field.name for field in fields(Order) if field.name in ORDERS.c and field.name not in _CODED
)

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def changed(before: Values, after: Values) -> Values:
    """Return the columns of `after` that differ; writing only these leaves most indexes alone."""
    return {name: value for name, value in after.items() if before[name] != value}


def order_row(order: Order) -> Values:
    """Return the row of table `orders`."""
    row: Values = {name: getattr(order, name) for name in _AS_IS}
    column = order.column
    return row | {
        "state": order.state.value,
        "payment": order.payment.value,
        "board_column": column.value if column else None,
        "due_minor": order.due.minor,
        "due_currency": order.due.currency,
        "total_minor": order.basket.total.minor,
        "total_currency": order.basket.total.currency,
        "ended_by": order.ended_by.value if order.ended_by else None,
        "attention": order.attention.value if order.attention else None,
        "held_in": order.held_in.value if order.held_in else None,
        "kept_back": order.kept_back.value if order.kept_back else None,
        "due_doubt": order.due_doubt.value,
        "undo": _undo_json(order.undo),
        "payments": _dump([[_part(part) for part in side] for side in _sides(order)]),
        "settling": settling_json(order.settling),
        "to_settle_since": min((entry.since for entry in order.to_settle), default=None),
        "basket": _dump(_basket(order.basket)),
    }


def customer_row(order: Order) -> Values | None:
    """Return the row of table `order_customers`, or None when nobody wrote anything."""
    who = order.customer
    notes = {str(place): line.note for place, line in enumerate(_walk(order.basket)) if line.note}
    row: Values = {
        "name": who.name,
        "phone": who.phone,
        "email": who.email,
        "address": who.address,
        "comment": who.comment,
        "facts": _dump([_facts(who.facts), _facts(order.facts)]) if _any_facts(order) else "",
        "line_notes": _dump(notes) if notes else "",
        "reject_reason": order.reject_reason,
        "handed_over_unpaid": order.handed_over_unpaid,
        "return_notes": _dump(order.return_notes) if any(order.return_notes) else "",
    }
    return row if any(row.values()) else None


def order_from(row: Mapping[str, Any]) -> Order:
    """Return the order of a row of `orders` joined with its row of `order_customers`, if any.

    Raises ValueError, KeyError, TypeError or ArithmeticError when the row is not one of ours.
    """
    facts, order_facts = json.loads(row["facts"] or "[[],[]]")
    taken, returned = json.loads(row["payments"])
    fields = {name: row[name] for name in _AS_IS}
    return Order(
        **fields,
        state=OrderState(row["state"]),
        payment=PaymentState(row["payment"]),
        due=Money(row["due_minor"], row["due_currency"]),
        basket=_basket_from(json.loads(row["basket"]), json.loads(row["line_notes"] or "{}")),
        due_doubt=DueDoubt(row["due_doubt"]),
        taken=tuple(map(_part_from, taken)),
        returned=tuple(map(_part_from, returned)),
        customer=Customer(
            name=row["name"] or "",
            phone=row["phone"] or "",
            email=row["email"] or "",
            address=row["address"] or "",
            comment=row["comment"] or "",
            facts=_facts_from(facts),
        ),
        facts=_facts_from(order_facts),
        ended_by=EndedBy(row["ended_by"]) if row["ended_by"] else None,
        attention=Attention(row["attention"]) if row["attention"] else None,
        held_in=OrderState(row["held_in"]) if row["held_in"] else None,
        kept_back=KeptBack(row["kept_back"]) if row["kept_back"] else None,
        handed_over_unpaid=row["handed_over_unpaid"] or "",
        reject_reason=row["reject_reason"] or "",
        return_notes=tuple(json.loads(row["return_notes"] or "[]")),
        settling=settling_from(row["settling"]),
        undo=_undo_from(row["undo"]),
    )


def methods_in(payments: str) -> tuple[str, ...]:
    """Return the methods by which money was taken, from the column `payments`, each once."""
    taken, _returned = json.loads(payments)
    return tuple(dict.fromkeys(part["method"] for part in taken))


def data_json(data: Mapping[str, str]) -> str:
    """Return an event's data as text."""
    return _dump(dict(data))


def data_from(text: str) -> dict[str, str]:
    """Return an event's data."""
    return {str(name): str(value) for name, value in json.loads(text).items()}


def _sides(order: Order) -> tuple[tuple[PaymentPart, ...], tuple[PaymentPart, ...]]:
    return order.taken, order.returned


def _walk(basket: Basket) -> Iterator[OrderLine]:
    for line in basket.lines:
        yield from line.walk()


def _any_facts(order: Order) -> bool:
    return bool(order.facts or order.customer.facts)


def _facts(facts: tuple[Fact, ...]) -> list[list[str]]:
    return [[fact.key, fact.value] for fact in facts]


def _facts_from(pairs: list[list[str]]) -> tuple[Fact, ...]:
    return tuple(Fact(key, value) for key, value in pairs)


def _money(money: Money, currency: str) -> int | list[Any]:
    return money.minor if money.currency == currency else [money.minor, money.currency]


def _money_from(stored: int | list[Any], currency: str) -> Money:
    return Money(stored, currency) if isinstance(stored, int) else Money(stored[0], stored[1])


def _part(part: PaymentPart) -> Values:
    stored: Values = {"method": part.method.value, "amount": _money(part.amount, "")}
    return stored if part.given is None else stored | {"given": _money(part.given, "")}


def _part_from(stored: Values) -> PaymentPart:
    given = stored.get("given")
    return PaymentPart(
        PaymentMethod(stored["method"]),
        _money_from(stored["amount"], ""),
        None if given is None else _money_from(given, ""),
    )


def _undo_json(undo: UndoPoint | None) -> str | None:
    if undo is None:
        return None
    return _dump(
        {
            "move": undo.move.name,
            "from_state": undo.from_state.value,
            "from_payment": undo.from_payment.value,
            "until": undo.until.isoformat(),
        }
    )


def _undo_from(text: str | None) -> UndoPoint | None:
    if text is None:
        return None
    stored = json.loads(text)
    return UndoPoint(
        move=Move[stored["move"]],
        from_state=OrderState(stored["from_state"]),
        from_payment=PaymentState(stored["from_payment"]),
        until=datetime.fromisoformat(stored["until"]),
    )


def _basket(basket: Basket) -> Values:
    of = basket.currency
    stored: Values = {
        "currency": of,
        "lines": [_line(line, of) for line in basket.lines],
        "tip": _money(basket.tip, of),
        "tip_collect": _money(basket.tip_collect, of),
        "total": _money(basket.total, of),
        "total_is_computed": basket.total_is_computed,
    }
    if basket.delivery is not None:
        stored["delivery"] = {
            "kind": basket.delivery.kind.value,
            "word": basket.delivery.word,
            "fee": _money(basket.delivery.fee, of),
            "collect": _money(basket.delivery.collect, of),
            "vat": _decimal(basket.delivery.vat),
        }
    if not basket.total_has_tip:
        stored["total_has_tip"] = False
    if basket.adjustments:
        stored["adjustments"] = [[one.label, _money(one.amount, of)] for one in basket.adjustments]
    return stored


def _basket_from(stored: Values, notes: Mapping[str, str]) -> Basket:
    of = stored["currency"]
    delivery = stored.get("delivery")
    places = count()
    return Basket(
        currency=of,
        lines=tuple(_line_from(line, of, notes, places) for line in stored["lines"]),
        tip=_money_from(stored["tip"], of),
        tip_collect=_money_from(stored["tip_collect"], of),
        total=_money_from(stored["total"], of),
        total_is_computed=stored["total_is_computed"],
        total_has_tip=stored.get("total_has_tip", True),
        delivery=None if delivery is None else _delivery_from(delivery, of),
        adjustments=tuple(
            Adjustment(label, _money_from(amount, of))
            for label, amount in stored.get("adjustments", ())
        ),
    )


def _delivery_from(stored: Values, of: str) -> Delivery:
    return Delivery(
        kind=DeliveryKind(stored["kind"]),
        word=stored["word"],
        fee=_money_from(stored["fee"], of),
        collect=_money_from(stored["collect"], of),
        vat=_decimal_from(stored["vat"]),
    )


def _line(line: OrderLine, of: str) -> Values:
    stored: Values = {
        "product_id": line.product_id,
        "name": line.name,
        "quantity": line.quantity,
        "unit_price": _money(line.unit_price, of),
        "discount": _money(line.discount, of),
        "collect": _money(line.collect, of),
        "vat": _decimal(line.vat),
        "takeaway": line.takeaway,
    }
    if line.modifiers:
        stored["modifiers"] = [_line(modifier, of) for modifier in line.modifiers]
    return stored


def _line_from(stored: Values, of: str, notes: Mapping[str, str], places: count[int]) -> OrderLine:
    place = next(places)  # counted as `_walk` does: the line before its modifiers
    modifiers = stored.get("modifiers", ())
    return OrderLine(
        product_id=stored["product_id"],
        name=stored["name"],
        quantity=stored["quantity"],
        unit_price=_money_from(stored["unit_price"], of),
        discount=_money_from(stored["discount"], of),
        collect=_money_from(stored["collect"], of),
        vat=_decimal_from(stored["vat"]),
        takeaway=stored["takeaway"],
        note=notes.get(str(place), ""),
        modifiers=tuple(_line_from(modifier, of, notes, places) for modifier in modifiers),
    )


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal_from(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
