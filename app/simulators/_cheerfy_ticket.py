"""Cheerfy's table of a ticket's fields, and everything that can be wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

STATUSES = frozenset({1, 2, 3, 4, 5, 6})
CANCELLED = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """An object of the table: its fields by name, `!` behind the type of those that must be there.

    Types: str, int (whole cents, seconds or a number), bool, float, a Shape, or a list of one.
    """

    fields: Mapping[str, str | Shape]
    must: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()


def _shape(lists: str = "", **fields: str | Shape) -> Shape:
    """Make a shape; a name with `_` behind it must be there."""
    must = {name.removesuffix("_") for name in fields if name.endswith("_")}
    named = {name.removesuffix("_"): kind for name, kind in fields.items()}
    return Shape(named, frozenset(must), frozenset(lists.split()))


_TEXTS = dict.fromkeys(
    ("id", "external_id", "email", "phone", "name", "surname", "address", "city", "zipcode"), "str"
) | {"country": "str", "language": "str"}
_AMOUNTS = {"subtotal_": "int", "taxes_": "int", "total_": "int"}
_USER = _shape(**_TEXTS, gender="int")
_MODIFIER = _shape(
    sku_code="str", name="str", quantity_="int", subtotal="int", taxes="int", total="int"
)
_LINE: dict[str, str | Shape] = {
    "item_id": "str",
    "ref_item_id": "str",
    "sku_code": "str",
    "name": "str",
    "voucher_code": "str",
    "quantity_": "int",
    **_AMOUNTS,
    "modifiers": _MODIFIER,
}
_ITEM = _shape("modifiers", **_LINE)
_COMBO = _shape("modifiers items", **_LINE, items=_ITEM)
_SUMMARY = _shape(
    **_AMOUNTS,
    service_fee="int",
    other_fees="int",
    tip="int",
    due_="int",
    discount_amount="int",
    currency_="str",
)
_DELIVERY = _shape(
    pick_up_address_="str",
    pick_up_at="int",
    drop_off_address_="str",
    drop_off_address_latitude="float",
    drop_off_address_longitude="float",
    drop_off_at="int",
    drop_off_notes="str",
    contact_phone_number="str",
)
_SERVICE = _shape(service_type_="int", table_id_="str", ready_at_="int", now_="bool")
_PAYMENT = _shape(type_="int", amount_="int", card_details="str", id="int", user=_USER)
_PROMOTION = _shape(code_="str", generated_id="str", name="str", promotion_type_="int", value="str")
TICKET = _shape(
    "payments items combos ticket_promotion_list",
    id_="str",
    ticket_number="int",
    rectification_id="str",
    created_at="int",
    status_="int",
    channel="int",
    name="str",
    additional_data="str",
    summary_=_SUMMARY,
    delivery=_DELIVERY,
    service=_SERVICE,
    payments_=_PAYMENT,
    user=_USER,
    items_=_ITEM,
    combos_=_COMBO,
    ticket_promotion_list=_PROMOTION,
    client_data=_shape(client_type_="str", client_version_="str"),
    scope_=_shape("locations organizations areas", locations_="int"),
)
_ALLOWED: Mapping[str, frozenset[int]] = {
    "status": STATUSES,
    "channel": frozenset({1, 2}),
    "payments.type": frozenset({1, 2, 3}),
    "service.service_type": frozenset({1, 2, 3, 4}),
    "user.gender": frozenset({1, 2, 3, 4}),
}
_TYPES: Mapping[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
}


def complaints_about(body: Any, *, sums: bool = True) -> list[str]:
    """Say everything the table has against a ticket; with `sums` also where it does not add up."""
    found = list(_of_shape(TICKET, body, ""))
    if not found:
        found = list(_of_ids(body))
    if not found and sums:
        found = list(_of_sums(body))
    return found


def _of_shape(shape: Shape, value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where or 'ticket'} is no object"
        return
    for name in sorted(shape.must - value.keys()):
        yield f"{_at(where, name)} is missing"
    for name, kind in shape.fields.items():
        if value.get(name) is None:
            if name in value and name in shape.must:
                yield f"{_at(where, name)} is null"
            continue
        yield from _of_field(shape, name, kind, value[name], _at(where, name))


def _of_field(shape: Shape, name: str, kind: str | Shape, value: Any, where: str) -> Iterator[str]:
    if name not in shape.lists:
        yield from _of_value(kind, value, where)
    elif not isinstance(value, list):
        yield f"{where} is no list"
    else:
        for entry in value:
            yield from _of_value(kind, entry, where)


def _of_value(kind: str | Shape, value: Any, where: str) -> Iterator[str]:
    if isinstance(kind, Shape):
        yield from _of_shape(kind, value, where)
        return
    fits = isinstance(value, _TYPES[kind]) and (kind == "bool" or not isinstance(value, bool))
    if not fits:
        yield f"{where} is no {kind}"
    elif value not in _ALLOWED.get(where, {value}):
        yield f"{where} has no value {value}"


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _of_ids(body: dict[str, Any]) -> Iterator[str]:
    currency = body["summary"]["currency"]
    if not body["id"].strip():
        yield "id is empty"
    if len(currency) != 3 or not (currency.isalpha() and currency.isupper()):
        yield "summary.currency is no ISO 4217 code"
    if not body["scope"]["locations"]:
        yield "scope.locations is empty"
    if body.get("rectification_id") == body["id"]:
        yield "rectification_id names the ticket itself"


def _of_sums(body: dict[str, Any]) -> Iterator[str]:
    summary, lines = body["summary"], [*body["items"], *body["combos"]]
    for at, line in enumerate(lines):
        for part in (line, *line.get("modifiers", ())):
            if part.get("subtotal", 0) + part.get("taxes", 0) != part.get("total", 0):
                yield f"line {at}: subtotal and taxes are not the total"
    fees = summary.get("service_fee", 0) + summary.get("other_fees", 0)
    parts = summary["subtotal"] + fees + summary["taxes"] + summary.get("tip", 0)
    if parts != summary["total"]:
        yield "summary: the parts are not the total"
    if sum(line["subtotal"] for line in lines) != summary["subtotal"]:
        yield "summary.subtotal is not that of the lines"
    taxes = summary["taxes"] - sum(line["taxes"] for line in lines)
    if taxes < 0 or (taxes and not fees):
        yield "summary.taxes is not that of the lines and fees"
    if sum(payment["amount"] for payment in body["payments"]) != summary["total"]:
        yield "the payments are not the total"
    if summary["total"] < 0:
        yield "summary.total is negative"
