"""Choose what goes to the vendors next, and note it as on the wire before it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.order import Order
from app.domain.push import Push, PushState
from app.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing for a vendor's lane: read the order again, or send the push."""

    push: Push
    vendor_order_id: str
    re_read: bool


def due_errands(desk: Desk, busy: frozenset[tuple[str, str]]) -> list[Errand]:
    """Return what may go out now: per order and system only the oldest open push.

    `busy` names the (order id, system) pairs that are on a lane already.
    """
    now = desk.clock.now()
    with desk.store.begin() as work:
        heads = [
            push
            for push in _heads(work.outbox.open())
            if (push.order_id, push.system) not in busy
            and push.system in desk.vendors
            and push.state is not PushState.SENDING
            and push.due_at <= now
        ]
        return [_errand(push, work.orders.get(push.order_id), desk) for push in heads]


def next_due_at(desk: Desk, busy: frozenset[tuple[str, str]]) -> datetime | None:
    """Return when the next push that waits and is not `busy` falls due, for the pump's alarm."""
    with desk.store.begin() as work:
        return min(
            (
                push.due_at
                for push in _heads(work.outbox.open())
                if (push.order_id, push.system) not in busy
                and push.system in desk.vendors
                and push.state is not PushState.SENDING
            ),
            default=None,
        )


def _heads(pushes: Iterable[Push]) -> Iterator[Push]:
    seen: set[tuple[str, str]] = set()
    for push in pushes:
        key = (push.order_id, push.system)
        if key not in seen:
            seen.add(key)
            yield push


def _errand(push: Push, order: Order, desk: Desk) -> Errand:
    """Some vendors are asked before anything is sent again; others know the same id again."""
    capabilities = desk.facts_of(push.system).capabilities
    asks = capabilities.can_be_re_read and capabilities.re_read_before_resend
    in_doubt = push.state is PushState.UNCONFIRMED or push.re_read_first
    return Errand(push, order.vendor_order_id, re_read=asks and in_doubt)


def begin_push(push_id: str, desk: Desk) -> Push | None:
    """Note the push as on the wire, durably, and return it; None when it was undone meanwhile."""
    with desk.store.begin() as work:
        push = work.outbox.get(push_id)
        if push.state not in (PushState.WAITING, PushState.UNCONFIRMED):
            return None
        push = replace(push, state=PushState.SENDING, tries=push.tries + 1)
        work.outbox.save(push)
        work.commit()
        return push
