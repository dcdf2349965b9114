"""What a report means for an order of ours, where a vendor's words cannot say it all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.capabilities import Capabilities
from app.domain.order import Order
from app.domain.push import Push, PushKind, PushState
from app.domain.report import OrderReport
from app.domain.states import OrderState, Standing


def as_meant_here(
    report: OrderReport, order: Order, pushes: Iterable[Push], capabilities: Capabilities
) -> OrderReport:
    """Return the report with the standing it has for `order`, told of by `pushes`.

    A vendor that completes by the accept says "collected" of what is still being made here; one
    that cannot show Ready says "accepted" of an order that it took as ready.
    """
    standing = report.standing
    if standing is Standing.COLLECTED and capabilities.accept_completes and order.accepted_here:
        ready = order.state is OrderState.READY
        return replace(report, standing=Standing.READY if ready else Standing.PREPARING)
    if standing is Standing.PREPARING and not capabilities.shows_ready:
        was_ready = order.ready_at is not None and _took_ready(order, pushes)
        return replace(report, standing=Standing.READY) if was_ready else report
    return report


def _took_ready(order: Order, pushes: Iterable[Push]) -> bool:
    told = [
        push
        for push in pushes
        if push.kind is PushKind.READY
        and push.system == order.vendor
        and push.state is not PushState.DROPPED
    ]
    return not told or told[-1].state is PushState.DONE
