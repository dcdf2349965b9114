"""The list of orders a register does not have, although it should.

They stay on it until somebody has dealt with them, whatever becomes of the order.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.news import NotInRegisterChanged
from app.domain.open_questions import NotInRegister, RegisterLine
from app.domain.order import Order
from app.domain.push import Push, PushKind, PushState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk


def list_changes(work: UnitOfWork, desk: Desk) -> NotInRegisterChanged | None:
    """Return the list as this unit of work leaves it, None when the screen knows it so."""
    known = desk.session.not_in_register
    if not known and not any(facts.register for facts in desk.vendors.values()):
        return None
    # Those that are known are looked at again: the catalogue may have learned their articles.
    order_ids = work.touched | {entry.order_id for entry in known}
    found = _sorted(entry for one in order_ids for entry in _entries_of(work, desk, one))
    return None if found == known else NotInRegisterChanged(found)


def all_not_in_register(work: UnitOfWork, desk: Desk) -> NotInRegisterChanged:
    """Return the whole list, oldest first, and remember it as what the screen knows."""
    order_ids = {push.order_id for push in work.outbox.refused(PushKind.REGISTER)}
    entries = tuple(entry for one in order_ids for entry in _entries_of(work, desk, one))
    desk.session.not_in_register = _sorted(entries)
    return NotInRegisterChanged(desk.session.not_in_register)


def _entries_of(work: UnitOfWork, desk: Desk, order_id: str) -> tuple[NotInRegister, ...]:
    """Return what stands on the list of one order."""
    refused = [
        push
        for push in work.outbox.of_order(order_id)
        if push.kind is PushKind.REGISTER and push.state is PushState.REFUSED
    ]
    if not refused:
        return ()
    order = work.orders.get(order_id)
    return tuple(_entry(work, desk, order, push) for push in refused)


def _sorted(entries: Iterable[NotInRegister]) -> tuple[NotInRegister, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.since, entry.push_id)))


def _entry(work: UnitOfWork, desk: Desk, order: Order, push: Push) -> NotInRegister:
    takeaways = {line.takeaway for line in order.basket.lines}
    return NotInRegister(
        push_id=push.id,
        order_id=order.id,
        number=order.number,
        vendor=order.vendor,
        register=push.system,
        since=push.settled_at or push.created_at,
        reason=push.refusal,
        lines=register_lines(work, desk, order),
        asks_takeaway=len(takeaways) > 1 and order.basket.delivery is None,
    )


def register_lines(work: UnitOfWork, desk: Desk, order: Order) -> tuple[RegisterLine, ...]:
    """Return each product of the order once, with the article it has."""
    parts = {part.product_id: part for line in order.basket.lines for part in line.walk()}
    products = work.catalogue.products(parts)
    found = []
    for product_id, part in parts.items():
        product = products.get(product_id)
        known = product.name(desk.shop.language) if product else ""
        article = product.article if product else ""
        found.append(RegisterLine(product_id, part.name or known or product_id, article))
    return tuple(found)
