"""Take in what a vendor says about an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from app.domain.apply_report import order_from_report
from app.domain.backoff import INBOX_BACKOFF
from app.domain.errors import VendorError, VendorRefused, VendorUnavailable
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.push import Effect, Push, PushState, effect_of
from app.domain.report import OrderReport
from app.domain.states import OrderState, Standing
from app.ports.orders import InboxEntry
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.greet_order import greet
from app.usecases.number_order import number_for
from app.usecases.push_ends import confirm, hasten
from app.usecases.quarantine import TRIES, miss, quarantine_news
from app.usecases.situation import conclude
from app.usecases.taking_in import take_in

HELD_BACK_AT_MOST: Final = timedelta(hours=24)
AFTER_PUSH: Final = timedelta(seconds=2)
"""How soon an order is read again whose report met a push on the wire."""


@dataclass(frozen=True, slots=True)
class ReceiveReport:
    """A vendor's account of one order has been read; `asked_at` is when the reading began."""

    report: OrderReport
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MissReport:
    """An order whose id waits could not be read."""

    vendor: str
    vendor_order_id: str
    error: VendorError


def receive_report(command: ReceiveReport, desk: Desk) -> list[News]:
    """Find or create the order and let the report change it; the same report twice changes nothing.

    While a push of the order is on the wire the order is read once more afterwards instead, since
    the answer to the push is newer than the report. What the vendor ended drops what waits to be
    told, and its queued slip.
    """
    report = command.report
    with desk.store.begin() as work:
        entry = work.inbox.find(report.vendor, report.vendor_order_id)
        order = work.orders.find(report.vendor, report.vendor_order_id)
        # What a later call tells of may not be in this report.
        called_again = (
            entry is not None
            and command.asked_at is not None
            and not INBOX_BACKOFF.is_due(entry.due_at, command.asked_at)
        )
        if order is None and report.standing is Standing.HELD_BACK:
            return [] if called_again else _hold_back(work, desk, report, entry)
        pushes = [] if order is None else _told(work, order)
        if any(push.state is PushState.SENDING for push in pushes):
            if desk.facts_of(report.vendor).capabilities.can_be_re_read:
                _read_later(work, desk, report)
            return conclude(work, desk)
        news: list[News] = []
        if entry is not None and not called_again:
            work.inbox.remove(report.vendor, report.vendor_order_id)
            news = [quarantine_news(work)] if entry.quarantined else []
        if order is None:
            return _first_seen(work, desk, report, entry, news)
        notices = _settle_doubts(work, desk, order, pushes, report)
        _, more = take_in(work, desk, work.orders.get(order.id), report)
        hasten(work, desk, report.vendor)
        return conclude(work, desk, *notices, *more, news=news)


def _told(work: UnitOfWork, order: Order) -> list[Push]:
    """What the order's own vendor is told of it; other systems' answers say nothing of this one."""
    return [push for push in work.outbox.of_order(order.id) if push.system == order.vendor]


def _hold_back(
    work: UnitOfWork, desk: Desk, report: OrderReport, entry: InboxEntry | None
) -> list[News]:
    """Keep the id of an order that is not ours to act on yet, and ask for it again.

    One that is held back for a day goes to quarantine, where staff can see it and let it go.
    """
    now = desk.clock.now()
    if entry is None:
        work.inbox.add(report.vendor, report.vendor_order_id, now)
        entry = work.inbox.find(report.vendor, report.vendor_order_id)
        assert entry is not None
    given_up = now - entry.received_at > HELD_BACK_AT_MOST
    miss(work, desk, entry, INBOX_BACKOFF.wait(entry.misses + 4), quarantined=given_up)
    moved = given_up or entry.quarantined
    return conclude(work, desk, news=[quarantine_news(work)] if moved else [])


def _read_later(work: UnitOfWork, desk: Desk, report: OrderReport) -> None:
    now = desk.clock.now()
    work.inbox.add(report.vendor, report.vendor_order_id, now)
    entry = work.inbox.find(report.vendor, report.vendor_order_id)
    assert entry is not None
    work.inbox.save(replace(entry, due_at=now + AFTER_PUSH))


def _first_seen(
    work: UnitOfWork, desk: Desk, report: OrderReport, entry: InboxEntry | None, news: list[News]
) -> list[News]:
    applied = order_from_report(
        report,
        order_id=desk.ids.new(),
        slip_code=desk.ids.slip_code(),
        number=number_for(work, desk, report),
        now=desk.clock.now(),
    )
    # Orders stand in the order in which they were called, however long each took to be read.
    received_at = entry.received_at if entry is not None else applied.order.received_at
    ways = desk.facts_of(report.vendor).capabilities
    # Where the payment accepts it was staff who looked the order up: nobody has to be called.
    looked_up = ways.payment_accepts
    # Prepared elsewhere, and handed over here: no alarm, but in sight.
    waits_to_be_collected = applied.order.state is OrderState.READY and ways.gone_means_collected
    order = replace(
        applied.order,
        received_at=received_at,
        opened=applied.order.opened or looked_up,
        quiet=applied.order.quiet and not waits_to_be_collected,
    )
    work.orders.add(order, report.raw)
    work.record(applied.events)
    hasten(work, desk, report.vendor)
    if order.state.is_end or order.quiet or looked_up or waits_to_be_collected:
        return conclude(work, desk, news=news)
    return conclude(work, desk, *greet(work, desk, order), news=news)


def _settle_doubts(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    pushes: Sequence[Push],
    report: OrderReport,
) -> list[Notice]:
    """A reading that shows what an unconfirmed push wanted settles that push."""
    notices: list[Notice] = []
    for push in pushes:
        in_doubt = push.state is PushState.UNCONFIRMED and not push.refusal
        if in_doubt and effect_of(push.kind, report) is Effect.HAPPENED:
            notices.extend(confirm(work, desk, order, push))
            order = work.orders.get(order.id)
    return notices


def miss_report(command: MissReport, desk: Desk) -> list[News]:
    """Keep an id whose order could not be read, and put it into quarantine when nobody knows it.

    A callback may overtake the order at the vendor, so "not known" counts only the fourth time, and
    so does any other word with which the vendor refuses to tell of it.
    """
    with desk.store.begin() as work:
        entry = work.inbox.find(command.vendor, command.vendor_order_id)
        if entry is None:
            return []
        after = command.error.retry_after if isinstance(command.error, VendorUnavailable) else None
        wait = INBOX_BACKOFF.wait(entry.misses + entry.tries + 1, retry_after=after)
        unknown = isinstance(command.error, VendorRefused)
        given_up = unknown and entry.tries + 1 >= TRIES
        miss(work, desk, entry, wait, unknown=unknown, quarantined=given_up)
        if not given_up:
            return conclude(work, desk)
        data = {"id": entry.vendor_order_id}
        notice = Notice(NoticeCode.ORDER_UNKNOWN, Tone.WARN, vendor=entry.vendor, data=data)
        return conclude(work, desk, notice, news=[quarantine_news(work)])
