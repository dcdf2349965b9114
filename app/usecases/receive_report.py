"""Take in what a vendor says about an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.apply_report import order_from_report
from app.domain.backoff import INBOX_BACKOFF
from app.domain.errors import OrderUnknown, VendorError, VendorUnavailable
from app.domain.events import EventKind
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.push import Effect, Push, PushState, effect_of
from app.domain.report import OrderReport
from app.domain.states import Attention, Standing
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.number_order import number_for
from app.usecases.quarantine import miss, quarantine_news
from app.usecases.settle_push import confirm, hasten
from app.usecases.situation import conclude
from app.usecases.slips import withdraw_slips
from app.usecases.telling import drop_waiting


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

    While a push of the order is on the wire the report waits for the next reading, since the answer
    to the push is newer. What the vendor ended drops what waits to be told, and its queued slip.
    """
    report = command.report
    with desk.store.begin() as work:
        entry = work.inbox.find(report.vendor, report.vendor_order_id)
        called_again = entry is not None and command.asked_at and entry.due_at > command.asked_at
        if not called_again:  # what a later call tells of may not be in this report
            work.inbox.remove(report.vendor, report.vendor_order_id)
        order = work.orders.find(report.vendor, report.vendor_order_id)
        news: list[News] = []
        if entry is not None and (entry.quarantined or entry.misses):
            news.append(quarantine_news(work))
        if order is None:
            return _first_seen(work, desk, report, news)
        pushes = work.outbox.of_order(order.id)
        if any(push.state is PushState.SENDING for push in pushes):
            return conclude(work, desk, news=news)
        order, notices = _settle_doubts(work, desk, order, pushes, report)
        notices += _apply(work, desk, order, report)
        hasten(work, desk, report.vendor)
        return conclude(work, desk, *notices, news=news)


def _first_seen(work: UnitOfWork, desk: Desk, report: OrderReport, news: list[News]) -> list[News]:
    if report.standing is Standing.HELD_BACK:
        # Not ours to act on yet: its id stays in the inbox and is asked for again.
        now = desk.clock.now()
        work.inbox.add(report.vendor, report.vendor_order_id, now)
        entry = work.inbox.find(report.vendor, report.vendor_order_id)
        assert entry is not None
        miss(work, desk, entry, INBOX_BACKOFF.wait(4))
        return conclude(work, desk, news=news)
    applied = order_from_report(
        report,
        order_id=desk.ids.new(),
        slip_code=desk.ids.slip_code(),
        number=number_for(work, desk, report),
        now=desk.clock.now(),
    )
    order = applied.order
    work.orders.add(order, report.raw)
    work.record(applied.events)
    hasten(work, desk, report.vendor)
    if order.state.is_end or order.quiet:
        return conclude(work, desk, news=news)
    notice = Notice(NoticeCode.NEW_ORDER, Tone.PLAIN, order.id, order.number, order.vendor)
    return conclude(work, desk, notice, first_seen=[order.id], news=news)


def _settle_doubts(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    pushes: Sequence[Push],
    report: OrderReport,
) -> tuple[Order, list[Notice]]:
    """A reading that shows what an unconfirmed push wanted settles that push."""
    notices: list[Notice] = []
    for push in pushes:
        settled = push.state is PushState.UNCONFIRMED and not push.refusal
        if settled and effect_of(push.kind, report) is Effect.HAPPENED:
            notices.extend(confirm(work, desk, order, push))
            order = work.orders.get(order.id)
    return order, notices


def _apply(work: UnitOfWork, desk: Desk, order: Order, report: OrderReport) -> list[Notice]:
    applied = order.apply(report, now=desk.clock.now())
    after = applied.order
    if after == order:
        return []
    work.orders.save(after, report.raw)
    work.record(applied.events)
    moved = any(event.kind is not EventKind.PAYMENT for event in applied.events)
    if after.state.is_end and not order.state.is_end:
        drop_waiting(work, desk, after, lambda push: push.system == report.vendor)
        withdraw_slips(work, desk, after)
    if not moved or after.attention is None or after.attention is order.attention:
        return []
    code = {
        Attention.ENDED_ELSEWHERE: NoticeCode.ENDED_ELSEWHERE,
        Attention.CHANGED_ELSEWHERE: NoticeCode.CHANGED_ELSEWHERE,
        Attention.WENT_ANOTHER_WAY: NoticeCode.WENT_ANOTHER_WAY,
    }[after.attention]
    data = {"standing": report.standing.value, "word": report.word}
    return [Notice(code, Tone.BAD, order.id, order.number, order.vendor, data)]


def miss_report(command: MissReport, desk: Desk) -> list[News]:
    """Keep an id whose order could not be read, and put it into quarantine when nobody knows it.

    A callback may overtake the order at the vendor, so "not known" counts only the fourth time.
    """
    with desk.store.begin() as work:
        entry = work.inbox.find(command.vendor, command.vendor_order_id)
        if entry is None:
            return []
        after = command.error.retry_after if isinstance(command.error, VendorUnavailable) else None
        wait = INBOX_BACKOFF.wait(entry.misses + entry.tries + 1, retry_after=after)
        unknown = isinstance(command.error, OrderUnknown)
        entry = miss(work, desk, entry, wait, unknown=unknown)
        notices = []
        if entry.quarantined:
            data = {"id": entry.vendor_order_id}
            notices.append(
                Notice(NoticeCode.ORDER_UNKNOWN, Tone.WARN, vendor=entry.vendor, data=data)
            )
        return conclude(work, desk, *notices, news=[quarantine_news(work)])
