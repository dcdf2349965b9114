"""Orders that lie ready for long: how old each is, whether it can be collected, and why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.moves import Lock
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState
from app.ui.widgets.age import Age
from app.ui.wording.figures import amount_in_text
from app.ui.wording.marked import translate
from app.ui.wording.waiting import waits_since
from app.usecases.desk import Shop

AGES: Final = (30, 60, 120, 240, 0)
"""The ages that can be chosen, in minutes; 0 is every age."""


@dataclass(frozen=True, slots=True)
class LyingReady:
    """One Ready order of the list; `reason` says why it cannot be collected, "" where it can.

    With a `doubt` it can, but a person should think first: it is not ticked by itself.
    """

    order_id: str
    name: str
    minutes: int
    waited: str
    reason: str = ""
    doubt: str = ""


def lying_ready(
    snapshots: Iterable[OrderSnapshot], shop: Shop, now: datetime
) -> tuple[LyingReady, ...]:
    """Return the orders that stand in Ready, the oldest first."""
    ready = [one for one in snapshots if one.order.state is OrderState.READY]
    ready.sort(key=lambda one: (waits_since(one, shop.lead_minutes), one.order.id))
    return tuple(_lying(one, shop, now) for one in ready)


def _lying(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> LyingReady:
    order = snapshot.order
    minutes = max(0, int((now - waits_since(snapshot, shop.lead_minutes)).total_seconds() // 60))
    parts = (order.number, snapshot.vendor_title, order.desk or order.customer.name)
    doubt = translate("Collect", "On the way") if snapshot.on_the_way_at is not None else ""
    return LyingReady(
        order_id=order.id,
        name=" · ".join(" ".join(part.split()) for part in parts if part),
        minutes=minutes,
        waited=Age(minutes).waited,
        reason=_reason(snapshot, shop),
        doubt=doubt,
    )


def _reason(snapshot: OrderSnapshot, shop: Shop) -> str:
    order = snapshot.order
    offered = snapshot.offers(Move.COLLECTED)
    if offered is not None and offered.lock is Lock.NONE:
        return ""
    if order.payment.blocks_hand_over:
        if order.due_doubt:
            return translate("Collect", "What is to be paid is not known: open it")
        text = translate("Collect", "{amount} is to be paid first")
        return text.format(amount=amount_in_text(order.due, shop))
    if order.needs_seen:
        return translate("Collect", "Changed elsewhere: open it and press Seen")
    return translate("Collect", "It cannot be told: open it")


def age_text(minutes: int) -> str:
    """Return the choice of an age: "30 min", "1 h", "All"."""
    return Age(minutes).waited if minutes and minutes < 60 else _hours(minutes)


def _hours(minutes: int) -> str:
    if not minutes:
        return translate("Collect", "All")
    return translate("Collect", "{hours} h").format(hours=minutes // 60)


def nothing_text(minutes: int) -> str:
    """Return that no order is so old."""
    if not minutes:
        return translate("Collect", "No order is ready.")
    text = translate("Collect", "No ready order has waited {age} or longer.")
    return text.format(age=age_text(minutes))


def collect_text(count: int) -> str:
    """Return the words of the button that collects what is ticked."""
    if not count:
        return translate("Collect", "Collect")
    if count == 1:
        return translate("Collect", "Collect 1 order")
    return translate("Collect", "Collect {count} orders").format(count=count)


def consequence_text(shop: Shop) -> str:
    """Return what to know before the button is pressed."""
    if not shop.undo_seconds:
        return translate("Collect", "Their vendors are told at once. It cannot be undone.")
    text = translate("Collect", "It can be undone for {seconds} s, then their vendors are told.")
    return text.format(seconds=f"{shop.undo_seconds:g}")
