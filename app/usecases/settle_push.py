"""Take in how a push ended at the vendor."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.backoff import PUSH_BACKOFF
from app.domain.errors import (
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorUnavailable,
)
from app.domain.events import Event, EventKind
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.push import Effect, Push, PushKind, PushState, effect_of
from app.domain.report import OrderReport
from app.domain.states import OrderState, PaymentState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.situation import conclude
from app.usecases.slips import queue_slip, withdraw_slips
from app.usecases.telling import drop_waiting


def settle_push(push_id: str, error: VendorError | None, desk: Desk) -> list[News]:
    """Take in the answer to a push that was sent: `error` None is the vendor's yes.

    A refusal, and any outcome that is not known, is followed by a re-read before anything else is
    said; see `settle_re_read`.
    """
    with desk.store.begin() as work:
        push = work.outbox.get(push_id)
        if not push.state.is_open:
            return []
        order = work.orders.get(push.order_id)
        if error is None:
            return conclude(work, desk, *confirm(work, desk, order, push))
        return conclude(work, desk, *_miss(work, desk, order, push, error))


def settle_re_read(push_id: str, answer: OrderReport | VendorError, desk: Desk) -> list[News]:
    """Take in the order as the vendor has it, read to find out about a push."""
    with desk.store.begin() as work:
        push = work.outbox.get(push_id)
        if not push.state.is_open:
            return []
        order = work.orders.get(push.order_id)
        if isinstance(answer, VendorRefused):
            return conclude(work, desk, *_refuse(work, desk, order, push, answer.reason))
        if isinstance(answer, VendorError):
            return conclude(work, desk, *_still_unknown(work, desk, push, answer))
        return conclude(work, desk, *_by_report(work, desk, order, push, answer))


def confirm(work: UnitOfWork, desk: Desk, order: Order, push: Push) -> tuple[Notice, ...]:
    """Settle a push as done and let the order follow; used by the vendor's and by staff's word."""
    now = desk.clock.now()
    work.outbox.save(replace(push, state=PushState.DONE, refusal="", settled_at=now))
    data = {"kind": push.kind.value, "system": push.system}
    work.record([Event(order.id, now, EventKind.TOLD, data)])
    hasten(work, desk, push.system)
    if push.kind is PushKind.ACCEPT:
        if order.state is OrderState.NEW:
            order = order.moved_to(OrderState.PREPARING, now)
            work.orders.save(order)
        if not order.state.is_end and order.accepted_here:
            return queue_slip(work, desk, order)
    elif push.kind is PushKind.REJECT and order.state is OrderState.NEW:
        work.orders.save(order.moved_to(OrderState.REJECTED, now).without_payment_claim())
    elif push.kind.is_payment and order.payment is PaymentState.UNCONFIRMED:
        settled = PushKind.PAYMENT_RECEIVED is push.kind
        payment = PaymentState.RECEIVED if settled else PaymentState.FAILED
        work.orders.save(replace(order, payment=payment))
    return ()


def hasten(work: UnitOfWork, desk: Desk, system: str) -> None:
    """The vendor answers again: what waited for it goes now instead of after its back-off."""
    now = desk.clock.now()
    for push in work.outbox.open():
        if push.system == system and push.misses and push.due_at > now:
            work.outbox.save(replace(push, due_at=now))


def _miss(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, error: VendorError
) -> tuple[Notice, ...]:
    now = desk.clock.now()
    if isinstance(error, VendorRefused):
        # What the order really is now decides what the refusal means.
        reason = error.reason or error.code or "refused"
        asked = replace(push, state=PushState.UNCONFIRMED, refusal=reason, due_at=now)
        work.outbox.save(asked)
        return ()
    left = not isinstance(error, VendorLoginFailed) and not (
        isinstance(error, VendorUnavailable) and not error.sent
    )
    if not left:
        work.outbox.save(
            replace(
                push,
                state=PushState.WAITING,
                tries=push.tries - 1,
                misses=push.misses + 1,
                re_read_first=True,
                due_at=_next(desk, push, error),
            )
        )
        return ()
    # The first question follows at once, later ones with the back-off.
    soon = now + timedelta(seconds=0.2)
    work.outbox.save(replace(push, state=PushState.UNCONFIRMED, due_at=soon))
    if push.kind.is_payment:
        work.orders.save(replace(order, payment=PaymentState.UNCONFIRMED))
    data = {"kind": push.kind.value, "system": push.system}
    work.record([Event(order.id, now, EventKind.NOT_CONFIRMED, data)])
    return (_about(NoticeCode.NOT_CONFIRMED, Tone.UNSURE, order, push),)


def _still_unknown(
    work: UnitOfWork, desk: Desk, push: Push, error: VendorError
) -> tuple[Notice, ...]:
    work.outbox.save(replace(push, misses=push.misses + 1, due_at=_next(desk, push, error)))
    return ()


def _next(desk: Desk, push: Push, error: VendorError) -> datetime:
    after = error.retry_after if isinstance(error, VendorUnavailable) else None
    return desk.clock.now() + PUSH_BACKOFF.wait(push.misses + 1, retry_after=after)


def _by_report(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport
) -> tuple[Notice, ...]:
    effect = effect_of(push.kind, report)
    never_left = push.state is PushState.WAITING and push.tries == 0
    if effect is Effect.NOT_YET and not push.refusal:
        again = replace(push, state=PushState.WAITING, re_read_first=False, due_at=desk.clock.now())
        work.outbox.save(again)
        hasten(work, desk, push.system)
        return ()
    if effect is Effect.HAPPENED and not never_left:
        if not push.kind.moves_on_yes:
            order = order.apply(report, now=desk.clock.now()).order
            work.orders.save(order, report.raw)
        return confirm(work, desk, order, push)
    if effect is Effect.HAPPENED:
        return _done_elsewhere(work, desk, order, push, report)
    return _refuse(work, desk, order, push, push.refusal, report)


def _done_elsewhere(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport
) -> tuple[Notice, ...]:
    """Somebody else did it before our request left: nothing is sent, and it was not our accept."""
    now = desk.clock.now()
    work.outbox.save(replace(push, state=PushState.DROPPED, settled_at=now))
    if push.kind is PushKind.ACCEPT:
        order = replace(order, accepted_here=False)
    applied = order.apply(report, now=now)
    work.orders.save(applied.order, report.raw)
    work.record(applied.events)
    return ()


def _refuse(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    push: Push,
    reason: str,
    report: OrderReport | None = None,
) -> tuple[Notice, ...]:
    """Settle a push as refused, or overtaken by what the vendor did; take the order as it is."""
    now = desk.clock.now()
    overtaken = not reason
    state = PushState.DROPPED if overtaken else PushState.REFUSED
    work.outbox.save(replace(push, state=state, refusal=reason, settled_at=now))
    kind = EventKind.DROPPED if overtaken else EventKind.REFUSED
    data = {"kind": push.kind.value, "system": push.system, "reason": reason}
    work.record([Event(order.id, now, kind, data)])
    drop_waiting(work, desk, order, lambda later: later.system == push.system)
    if push.kind is PushKind.ACCEPT:
        order = replace(order, accepted_here=False)
    if report is not None:
        applied = order.apply(report, now=now, backwards=True)
        work.record(applied.events)
        order = applied.order
    if push.kind.is_payment and order.payment is PaymentState.RECEIVED and order.taken:
        order = replace(order, payment=PaymentState.UNCONFIRMED)
    if order.state.is_end:
        withdraw_slips(work, desk, order)
    work.orders.save(order, report.raw if report else None)
    hasten(work, desk, push.system)
    code = NoticeCode.ENDED_ELSEWHERE if overtaken else NoticeCode.REFUSED
    return (_about(code, Tone.WARN if overtaken else Tone.BAD, order, push, reason),)


def _about(code: NoticeCode, tone: Tone, order: Order, push: Push, reason: str = "") -> Notice:
    data = {"kind": push.kind.value, "reason": reason, "standing": order.state.value}
    return Notice(code, tone, order.id, order.number, order.vendor, data)
