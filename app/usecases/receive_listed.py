"""Take in what a vendor's list says: each order by itself, and which are not in it any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from app.domain.events import Event, EventKind
from app.domain.news import News
from app.domain.notice import Notice
from app.domain.order import Order
from app.domain.push import Push, PushKind, PushState
from app.domain.report import OrderReport
from app.domain.states import PaymentState, Standing
from app.ports.store import UnitOfWork
from app.usecases.counted_anew import is_not_the_one_sent_on, make_way
from app.usecases.desk import Desk
from app.usecases.push_ends import confirm
from app.usecases.receive_report import ReceiveReport, receive_report
from app.usecases.send_on import the_create
from app.usecases.situation import conclude
from app.usecases.taking_in import take_in

GONE_AFTER: Final = 2
"""An order missing from so many whole lists in a row has been collected."""


@dataclass(frozen=True, slots=True)
class ReceiveListed:
    """One entry of a vendor's list; `asked_at` is when the reading began."""

    report: OrderReport
    asked_at: datetime


def receive_listed(command: ReceiveListed, desk: Desk) -> list[News]:
    """Let the entry change its order; see `receive_report`.

    An entry that is an order sent on from here says that it is there, and ready; it never becomes a
    second order, and moves nothing.
    """
    report = command.report
    now = desk.clock.now()
    with desk.store.begin() as work:
        ours = _sent_on_from_here(work, report, now)
        if ours is not None:
            return conclude(work, desk, *_ready_there(work, desk, *ours, report))
        made_way = make_way(work, report, command.asked_at, now)
        before = conclude(work, desk) if made_way else []
    news = receive_report(ReceiveReport(report, command.asked_at), desk)
    return [*before, *news, *_with_their_id(report, desk)]


def missing_from_list(vendor: str, listed: Collection[str], desk: Desk) -> list[Order]:
    """Return the vendor's open orders whose ids are not in its whole list."""
    with desk.store.begin() as work:
        return list(_missing(work, vendor, listed))


def gone_from_list(vendor: str, listed: Collection[str], desk: Desk) -> list[News]:
    """Let the vendor's orders be collected that are missing from a second whole list in a row."""
    absences = desk.session.absences
    with desk.store.begin() as work:
        missing = {order.id: order for order in _missing(work, vendor, listed)}
        for order in work.orders.on_board():
            if order.vendor == vendor and order.id not in missing:
                absences.pop(order.id, None)
        notices: list[Notice] = []
        for order in missing.values():
            absences[order.id] = absences.get(order.id, 0) + 1
            if absences[order.id] >= GONE_AFTER:
                absences.pop(order.id)
                _, said = take_in(work, desk, order, _collected(order))
                notices.extend(said)
        return conclude(work, desk, *notices)


def _missing(work: UnitOfWork, vendor: str, listed: Collection[str]) -> Iterator[Order]:
    for order in work.orders.on_board():
        here = order.vendor == vendor and not order.state.is_end
        if here and order.vendor_order_id not in listed:
            yield order


def _collected(order: Order) -> OrderReport:
    """Return what a list says of an order by having it no more."""
    return OrderReport(
        vendor=order.vendor,
        vendor_order_id=order.vendor_order_id,
        standing=Standing.COLLECTED,
        word=order.vendor_word,
        payment=PaymentState.NOT_DUE,
        payment_word=order.payment_word,
        due=order.due,
        number=order.number,
        basket=order.basket,
        placed_at=order.placed_at,
        wanted_at=order.wanted_at,
        desk=order.desk,
        channel=order.channel,
        customer=order.customer,
        facts=order.facts,
    )


# --- orders sent on from here ---------------------------------------------------------------------


def _sent_on_from_here(
    work: UnitOfWork, report: OrderReport, now: datetime
) -> tuple[Order, Push] | None:
    """Return the order that was sent on to the vendor, and the push that did, if it is ours.

    Also one whose push was dropped since: an earlier request has arrived after all.
    """
    by_number = work.references.find(report.vendor, report.their_id) if report.their_id else None
    for order_id in filter(None, (by_number, report.our_id)):
        try:
            order = work.orders.get(order_id)
        except KeyError:
            continue
        if is_not_the_one_sent_on(order, report, now):
            continue
        pushes = work.outbox.of_order(order.id)
        creates = [
            push
            for push in pushes
            if push.kind is PushKind.REGISTER and push.system == report.vendor
        ]
        push = the_create(pushes, report.vendor) or next(reversed(creates), None)
        if push is not None and order.vendor != report.vendor:
            return order, push
    return None


def _ready_there(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport
) -> tuple[Notice, ...]:
    """Keep the register's own number, settle a doubt whether it has the order, and note its word.

    One that is on the wire is settled by its own answer, or by the next list.
    """
    known = work.references.get(order.id, report.vendor)
    if report.their_id and known != report.their_id:
        work.references.put(order.id, report.vendor, report.their_id)
    notices: tuple[Notice, ...] = ()
    if push.state is PushState.SENDING:
        return ()
    if push.state is not PushState.DONE:
        notices = confirm(work, desk, order, push)
        push = work.outbox.get(push.id)
    if push.message != report.word:
        work.outbox.save(replace(push, message=report.word))
        data = {"system": report.vendor, "word": report.word}
        work.record([Event(order.id, desk.clock.now(), EventKind.READY_THERE, data)])
    return notices


def _with_their_id(report: OrderReport, desk: Desk) -> list[News]:
    """Keep the id by which the vendor is told of its own order, once it has given one."""
    if not report.their_id:
        return []
    with desk.store.begin() as work:
        order = work.orders.find(report.vendor, report.vendor_order_id)
        if order is None or work.references.get(order.id, report.vendor) == report.their_id:
            return []
        work.references.put(order.id, report.vendor, report.their_id)
        return conclude(work, desk)
