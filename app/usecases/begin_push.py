"""Choose what goes to the vendors next, and note it as on the wire before it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.backoff import PUSH_BACKOFF
from app.domain.matter import Matter
from app.domain.order import Order
from app.domain.push import Push, PushState, set_out_at
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.staff_list import known


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing for a vendor's lane: read the order again, or send the push.

    `vendor_order_id` is the id the push's system knows the order by, empty while it has none.
    """

    push: Push
    vendor_order_id: str
    re_read: bool


@dataclass(frozen=True, slots=True)
class DuePushes:
    """What may go out now, longest due first, and when the next of the others falls due."""

    errands: list[Errand]
    next_at: datetime | None


def due_pushes(
    desk: Desk, busy: frozenset[tuple[str, str]], room: Mapping[str, int] | None = None
) -> DuePushes:
    """Return what may go out now: per order and system only the oldest push.

    `busy` names the (order id, system) pairs that are on a lane already, `room` how many more each
    system takes (None: all); what there is no room for is not looked at any further.
    """
    now = desk.clock.now()
    with desk.store.begin() as work:
        heads = _waiting_heads(work, desk, busy)
        due = [push for push in heads if PUSH_BACKOFF.is_due(push.due_at, now)]
        later = [push.due_at for push in heads if not PUSH_BACKOFF.is_due(push.due_at, now)]
        due.sort(key=lambda push: (push.due_at, push.created_at))
        chosen = due if room is None else _fitting(due, room)
        errands = [_errand(push, work.orders.get(push.order_id), work, desk) for push in chosen]
    return DuePushes(errands, min(later, default=None))


def _waiting_heads(work: UnitOfWork, desk: Desk, busy: frozenset[tuple[str, str]]) -> list[Push]:
    return [
        push
        for push in _heads(work.outbox.open())
        if (push.order_id, push.system) not in busy
        and push.system in desk.vendors
        and push.state is not PushState.SENDING
        and not push.held
    ]


def _fitting(pushes: Iterable[Push], room: Mapping[str, int]) -> list[Push]:
    left = dict(room)
    fitting = []
    for push in pushes:
        if left.get(push.system, 0) > 0:
            left[push.system] -= 1
            fitting.append(push)
    return fitting


def _heads(pushes: Iterable[Push]) -> Iterator[Push]:
    seen: set[tuple[str, str]] = set()
    for push in pushes:
        key = (push.order_id, push.system)
        if key not in seen:
            seen.add(key)
            yield push


def _errand(push: Push, order: Order, work: UnitOfWork, desk: Desk) -> Errand:
    """An order's own vendor may be asked before anything is sent again; others, and every system
    the order was sent on to, know the same id again."""
    capabilities = desk.facts_of(push.system).capabilities
    asks = capabilities.can_be_re_read and capabilities.re_read_before_resend
    asks = asks and push.system == order.vendor
    in_doubt = push.state is PushState.UNCONFIRMED or push.re_read_first
    return Errand(push, _their_id(push, order, work), re_read=asks and in_doubt)


def _their_id(push: Push, order: Order, work: UnitOfWork) -> str:
    if push.system == order.vendor:
        return order.vendor_order_id
    return work.references.get(order.id, push.system)


def begin_push(push_id: str, desk: Desk) -> Push | None:
    """Note the push as on the wire, durably, and return it; None when it was undone meanwhile.

    What is sent is composed here, once. Raises VendorRefused for what cannot be told as it stands.
    """
    with desk.store.begin() as work:
        push = work.outbox.get(push_id)
        if push.state not in (PushState.WAITING, PushState.UNCONFIRMED):
            return None
        if not push.body:
            compose = desk.facts_of(push.system).compose
            push = replace(push, body=compose(push, _matter(push, work, desk)))
        push = replace(push, state=PushState.SENDING, tries=push.tries + 1)
        work.outbox.save(push)
        work.commit()
        return push


def _matter(push: Push, work: UnitOfWork, desk: Desk) -> Matter:
    order, now, shop = work.orders.get(push.order_id), desk.clock.now(), desk.shop
    ids = {line.product_id for top in order.basket.lines for line in top.walk()}
    return Matter(
        order=order,
        now=now,
        business_day=shop.business_day(now),
        order_day=shop.business_day(order.received_at),
        till_id=shop.till_id,
        staff=_name(push, work) if shop.tell_staff else "",
        language=shop.language,
        timezone=shop.timezone.key,
        their_id=_their_id(push, order, work),
        card=work.cards.get(order.id),
        on_the_way_at=set_out_at(order, work.outbox.of_order(order.id)),
        products=work.catalogue.products(ids),
        earlier=tuple(
            other
            for other in work.outbox.of_order(order.id)
            if other.system == push.system and other.sequence < push.sequence
        ),
    )


def _name(push: Push, work: UnitOfWork) -> str:
    person = known(work, push.by)
    return person.name if person is not None else ""
