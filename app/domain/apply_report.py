"""How a vendor's report changes an order; the rules behind `Order.apply`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from app.domain.basket import OrderLine
from app.domain.events import Event, EventKind
from app.domain.money import Money
from app.domain.order import STALE_AFTER, Order
from app.domain.report import OrderReport
from app.domain.settlement import SettleKind, ticked
from app.domain.states import (
    UNSOLD,
    Attention,
    EndedBy,
    OrderState,
    PaymentState,
    Standing,
)
from app.domain.text import plain

_RANK: Final = {OrderState.NEW: 0, OrderState.PREPARING: 1, OrderState.READY: 2}
_IN_WORK: Final = (OrderState.PREPARING, OrderState.READY)


@dataclass(frozen=True, slots=True)
class Applied:
    """The order after a report, and what that means as events (none when nothing changed)."""

    order: Order
    events: tuple[Event, ...] = ()


def order_from_report(
    report: OrderReport, *, order_id: str, slip_code: str, number: str, now: datetime
) -> Applied:
    """Return the order as it is first seen, with its first event.

    Seen ended: it belongs to History only. Seen accepted, or twelve hours after its
    time: quiet.
    """
    state = report.standing.as_state or OrderState.NEW
    order = Order(
        id=order_id,
        vendor=report.vendor,
        vendor_order_id=report.vendor_order_id,
        number=number,
        number_is_ours=not plain(report.number),
        slip_code=slip_code,
        state=state,
        payment=report.payment,
        due=report.due,
        basket=report.basket,
        placed_at=report.placed_at,
        received_at=now,
        quiet=state is not OrderState.NEW or _is_stale(report, now),
        opened=state.is_end,
    )
    order = _with_details(order, report)
    if state.is_end:
        order = replace(
            order, ended_at=now, ended_by=EndedBy.VENDOR, payment=_ended_payment(report)
        )
        return Applied(order, (Event(order_id, now, EventKind.RECEIVED_ENDED),))
    if state in (OrderState.PREPARING, OrderState.READY):
        order = replace(order, accepted_at=now, ready_at=now if state is OrderState.READY else None)
    return Applied(order, (Event(order_id, now, EventKind.RECEIVED),))


def _is_stale(report: OrderReport, now: datetime) -> bool:
    # One placed last night for today's noon is as new as it was.
    wanted_at = report.wanted_at or report.placed_at
    return now - max(report.placed_at, wanted_at) > STALE_AFTER


def apply_report(order: Order, report: OrderReport, *, now: datetime, backwards: bool) -> Applied:
    """Return `order` after `report`; see `Order.apply`."""
    detailed = _with_words(order, report) if order.state.is_end else _with_details(order, report)
    moved = _with_standing(_with_payment(detailed, report), report, now=now, backwards=backwards)
    after, events = moved.order, list(moved.events)
    if order.state.is_end and not after.state.is_end:
        after = _with_payment(_with_details(after, report), report)
    elif order.state in _IN_WORK and not after.state.is_end and _goods(order) != _goods(detailed):
        after = replace(after, attention=Attention.CHANGED_ELSEWHERE)
        events.append(Event(order.id, now, EventKind.VENDOR_CHANGED))
    if after.payment is not order.payment:
        data = {"payment": after.payment.value, "by": "vendor"}
        events.append(Event(order.id, now, EventKind.PAYMENT, data))
    return Applied(after, tuple(events))


def _with_words(order: Order, report: OrderReport) -> Order:
    return replace(
        order,
        payment_word=report.payment_word,
        vendor_word=report.word,
        word_is_unknown=report.standing is Standing.UNKNOWN,
    )


def _with_details(order: Order, report: OrderReport) -> Order:
    unsettled = order.payment in (PaymentState.NOT_DUE, PaymentState.DUE, PaymentState.FAILED)
    return replace(
        _with_words(order, report),
        basket=report.basket,
        due=report.due if unsettled else order.due,
        due_doubt=report.due_doubt if unsettled else order.due_doubt,
        desk=report.desk,
        channel=report.channel,
        customer=report.customer,
        facts=report.facts,
        wanted_at=report.wanted_at,
    )


def _goods(order: Order) -> tuple[object, ...]:
    """What must not change behind the back of those who prepare it; who collects is not of it."""
    basket = order.basket
    nothing = Money.zero(basket.currency)
    delivery = basket.delivery and replace(basket.delivery, collect=nothing)
    lines = tuple(_without_collect(line, nothing) for line in basket.lines)
    bare = replace(basket, lines=lines, tip_collect=nothing, delivery=delivery)
    return bare, order.desk, order.wanted_at, order.customer.comment


def _without_collect(line: OrderLine, nothing: Money) -> OrderLine:
    modifiers = tuple(_without_collect(modifier, nothing) for modifier in line.modifiers)
    return replace(line, collect=nothing, modifiers=modifiers)


def _ended_payment(report: OrderReport) -> PaymentState:
    return (
        PaymentState.RECEIVED if report.payment is PaymentState.RECEIVED else PaymentState.NOT_DUE
    )


def _with_payment(order: Order, report: OrderReport) -> Order:
    """What was done here is ahead of the vendor; only what it may know better is taken over."""
    ours, theirs = order.payment, report.payment
    if ours in (PaymentState.RETURN_DUE, PaymentState.RETURNED, PaymentState.RECEIVED):
        return order
    if ours is PaymentState.UNCONFIRMED:
        known = theirs is PaymentState.RECEIVED
        return replace(order, payment=theirs) if known else order
    if order.state.is_end or (ours is PaymentState.FAILED and theirs is PaymentState.DUE):
        return order
    return replace(order, payment=theirs)


def _with_standing(order: Order, report: OrderReport, *, now: datetime, backwards: bool) -> Applied:
    state = report.standing.as_state
    if state in UNSOLD and order.state in UNSOLD and _is_told_by_hand(order):
        return _heard_of_the_end(order, now)
    if state is None or state is order.state:
        return Applied(order)
    data = {"standing": report.standing.value, "word": report.word}
    if order.state.is_end:
        if order.ended_by is EndedBy.VENDOR or not (state.is_end or backwards):
            return Applied(order)
        if state.is_end:
            return _another_way(order, now, data)
    elif state.is_end:
        return _ended_elsewhere(order, state, now, data)
    elif _RANK[state] < _RANK[order.state] and not backwards:
        return Applied(order)
    after = replace(order.moved_to(state, now), undo=None, held_in=None)
    return Applied(after, (Event(order.id, now, EventKind.VENDOR_MOVED, data),))


def _is_told_by_hand(order: Order) -> bool:
    """Whether the vendor has no word for how it ended here: then any unsold end is the same."""
    return any(
        entry.kind is SettleKind.NOT_TOLD and entry.since == order.ended_at
        for entry in order.settling
    )


def _heard_of_the_end(order: Order, now: datetime) -> Applied:
    """The vendor has heard of the end by another way, such as its own tablet."""
    if not any(entry.kind is SettleKind.NOT_TOLD for entry in order.to_settle):
        return Applied(order)
    data = {"kind": SettleKind.NOT_TOLD.value, "done": "yes", "by": "vendor"}
    settled = ticked(order.settling, SettleKind.NOT_TOLD, now)
    event = Event(order.id, now, EventKind.TICKED, data)
    return Applied(replace(order, settling=settled), (event,))


def _ended_elsewhere(
    order: Order, state: OrderState, now: datetime, data: dict[str, str]
) -> Applied:
    if order.brought_back:
        return Applied(order)  # the end the vendor was told of, and staff know of
    ended = replace(
        order.moved_to(state, now),
        ended_by=EndedBy.VENDOR,
        undo=None,
        attention=Attention.ENDED_ELSEWHERE,
    )
    if state is not OrderState.COLLECTED:
        ended = ended.without_payment_claim()
    return Applied(ended, (Event(order.id, now, EventKind.VENDOR_MOVED, data),))


def _another_way(order: Order, now: datetime, data: dict[str, str]) -> Applied:
    """We ended it one way and the vendor another: it comes back into sight until Seen.

    What was handed over here stays sold, whatever the vendor says; else money goes back.
    """
    seen = replace(
        order,
        attention=Attention.WENT_ANOTHER_WAY,
        ended_by=EndedBy.VENDOR,
        held_in=order.held_in or OrderState.READY,
        undo=None,
    )
    if order.state is not OrderState.COLLECTED:
        seen = seen.without_payment_claim()
    return Applied(seen, (Event(order.id, now, EventKind.VENDOR_WENT_ANOTHER_WAY, data),))
