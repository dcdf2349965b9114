"""Take up the thread after a restart, however the till went down."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from app.domain.backoff import PUSH_BACKOFF
from app.domain.errors import StoreError
from app.domain.events import Event, EventKind
from app.domain.news import News, Noticed, OrdersChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.points import LOYALTY_KINDS, tells_later_state
from app.domain.push import Push, PushState
from app.domain.snapshot import OrderSnapshot
from app.domain.states import JobState
from app.ports.store import UnitOfWork
from app.usecases.begin_print import slip_questions
from app.usecases.close_day import closed_news
from app.usecases.desk import Desk
from app.usecases.keep_points import drop_push
from app.usecases.mark_sold_out import sold_out_today
from app.usecases.note_outage import end_outages
from app.usecases.pause_vendor import pauses
from app.usecases.push_ends import doubt, held_if_spent
from app.usecases.quarantine import quarantine_news
from app.usecases.register_list import all_not_in_register
from app.usecases.send_on import leave_out_what_came_before
from app.usecases.set_routes import bring_home
from app.usecases.situation import snapshot_of
from app.usecases.slips import job_data
from app.usecases.staff_list import take_up_work
from app.usecases.waiting_list import all_waiting_slips

_log = logging.getLogger(__name__)


def recover(desk: Desk) -> list[News]:
    """Return the whole board and what is to be settled, after noting what was under way when the
    till went down.

    A push that was on the wire is not confirmed and its order is read again; a slip that was under
    way is unsure. Nothing is sent or printed a second time by itself.
    """
    with desk.store.begin() as work:
        _recover_pushes(work, desk)
        _recover_jobs(work, desk)
        leave_out_what_came_before(work, desk)
        end_outages(work, desk)
        shown = {order.id: order for order in (*work.orders.on_board(), *work.orders.to_settle())}
        orders, faults = _snapshots(work, desk, shown.values())
        news: list[News] = [
            OrdersChanged(orders),
            *faults,
            slip_questions(work, desk),
            all_waiting_slips(work, desk),
            quarantine_news(work),
            all_not_in_register(work, desk),
            pauses(work),
            sold_out_today(work, desk),
            closed_news(work, desk),
            take_up_work(work, desk),
        ]
        work.commit()
    return news


def _snapshots(
    work: UnitOfWork, desk: Desk, orders: Iterable[Order]
) -> tuple[tuple[OrderSnapshot, ...], list[Noticed]]:
    """Return the orders as the screen sees them; a fault of ours with one must not keep all others
    from the board, and is said with its number."""
    shown: list[OrderSnapshot] = []
    faults: list[Noticed] = []
    for order in orders:
        try:
            shown.append(snapshot_of(order, work, desk))
        except StoreError:
            raise
        except Exception:
            extra = {"event": "snapshot_fault", "order": order.id}
            _log.exception("an order cannot be shown", extra=extra)
            code = NoticeCode.OUR_FAULT
            fault = Notice(code, Tone.BAD, order.id, order.number, order.vendor)
            faults.append(Noticed(fault, desk.clock.now()))
    return tuple(shown), faults


def _recover_pushes(work: UnitOfWork, desk: Desk) -> None:
    now = desk.clock.now()
    for push in work.outbox.open():
        if push.state is PushState.WAITING:
            work.outbox.save(_waiting(push))
        if push.state is not PushState.SENDING:
            continue
        ways = desk.facts_of(push.system).capabilities
        # Where the same words are sent again they keep the distance of any repeat.
        wait = PUSH_BACKOFF.wait(1) if ways.most_requests is not None else timedelta(0)
        unsure = replace(push, state=PushState.UNCONFIRMED, due_at=now + wait)
        unsure = held_if_spent(unsure, desk)
        if unsure.held and tells_later_state(push, work.outbox.of_order(push.order_id)):
            drop_push(work, push, now)  # held, it would be in the way and troubles nobody
            continue
        work.outbox.save(unsure)
        doubt(work, work.orders.get(push.order_id), push, now)


def _waiting(push: Push) -> Push:
    """Return a push that waits as it is after a start: its vendor may be in reach again.

    A ticket that was held because this till's set-up did not fit goes once more by itself: the
    set-up may be another now.
    """
    again = replace(push, re_read_first=True, misses=push.misses if push.held else 0)
    if push.kind in LOYALTY_KINDS and push.held and push.misses:
        return replace(again, held=False, misses=0)
    return again


def _recover_jobs(work: UnitOfWork, desk: Desk) -> None:
    """Note slips under way as unsure, and give those that wait to a printer that prints them now.

    The settings may have changed: a slip for a printer that is gone would wait for ever. Where
    nothing prints slips any more it stands in the list of questions.
    """
    now = desk.clock.now()
    for job in work.jobs.unsettled():
        if job.state is JobState.SENDING:
            work.jobs.save(replace(job, state=JobState.UNSURE))
            work.record([Event(job.order_id, now, EventKind.SLIP_UNSURE, job_data(job))])
    bring_home(work, desk)
