"""Take in what a system says that an order was sent on to: the register, the loyalty programme.

Whatever it says, the order itself stays as it is: it never blocks a sale.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.backoff import PUSH_BACKOFF
from app.domain.errors import VendorError, VendorLoginFailed, VendorRefused, VendorSetUpWrong
from app.domain.events import Event, EventKind
from app.domain.notice import NoticeCode, Tone
from app.domain.order import Order
from app.domain.points import LOYALTY_KINDS, tells_later_state
from app.domain.push import Push, PushKind, PushState, has_left
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.keep_points import drop_push
from app.usecases.push_ends import (
    WAITS_AT_MOST,
    Notices,
    about,
    confirm,
    doubt,
    held_if_spent,
    never_left,
    reason_of,
    try_later,
)
from app.usecases.telling import drop_waiting


def settle_onward(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    push: Push,
    error: VendorError | None,
    their_id: str,
) -> Notices:
    """Settle a push to another system than the order's vendor; `error` None is its yes.

    Its own id of the order is kept in the same commit. A reply that was lost is asked for again
    with the same words as often as the system allows; then a person decides.
    """
    if error is None:
        if their_id:
            work.references.put(order.id, push.system, their_id)
        return confirm(work, desk, order, push)
    if tells_later_state(push, work.outbox.of_order(push.order_id)) and not _waits(
        push, error, desk.clock.now()
    ):
        return _given_up(work, desk, push, error)
    if isinstance(error, VendorRefused):
        return _refused(work, desk, order, push, error)
    now = desk.clock.now()
    if push.kind in LOYALTY_KINDS and isinstance(error, (VendorLoginFailed, VendorSetUpWrong)):
        _hold(work, push, now)
        return ()
    if never_left(error):
        waiting = replace(push, state=PushState.WAITING, tries=max(push.tries - 1, 0))
        # What may have arrived by an earlier request stays in doubt.
        if waiting.tries:
            waiting = replace(waiting, state=PushState.UNCONFIRMED)
        elif push.kind is PushKind.REGISTER and now - push.created_at > WAITS_AT_MOST:
            # Yesterday's sale is no business of today's shift: a person decides.
            gone = VendorRefused(push.system, f"not reached for {WAITS_AT_MOST.days * 24} hours")
            return _refused(work, desk, order, push, gone)
        # Out of reach for a day, points are for a person to decide about.
        held = push.kind in LOYALTY_KINDS and now - push.created_at > WAITS_AT_MOST
        try_later(work, replace(waiting, held=held), error, now)
        return ()
    due_at = now + PUSH_BACKOFF.wait(push.tries)
    unsure = replace(push, state=PushState.UNCONFIRMED, misses=0, due_at=due_at)
    unsure = held_if_spent(unsure, desk)
    work.outbox.save(unsure)
    doubt(work, order, push, now)
    # While it is asked again by itself there is nothing for a person to do.
    return (about(NoticeCode.NOT_CONFIRMED, Tone.UNSURE, order, push),) if unsure.held else ()


def _waits(push: Push, error: VendorError, now: datetime) -> bool:
    """Whether a later state goes by itself once the programme is in reach again."""
    is_away = never_left(error) and not isinstance(error, VendorLoginFailed)
    return is_away and now - push.created_at <= WAITS_AT_MOST


def _given_up(work: UnitOfWork, desk: Desk, push: Push, error: VendorError) -> Notices:
    """Let a later state go untold: the points stand as they are, and nobody has to do anything.

    Held, it would be in the way of a rectification, and nobody would see it.
    """
    now = desk.clock.now()
    unsure = replace(push, state=PushState.UNCONFIRMED, due_at=now + PUSH_BACKOFF.wait(push.tries))
    unsure = held_if_spent(unsure, desk)
    is_no = isinstance(error, (VendorRefused, VendorSetUpWrong))
    if unsure.held or is_no or never_left(error):
        drop_push(work, push, now)
    else:
        work.outbox.save(unsure)
    return ()


def _hold(work: UnitOfWork, push: Push, now: datetime) -> None:
    """Keep a push that the system takes only once this till's set-up is another."""
    held = replace(push, tries=max(push.tries - 1, 0), misses=push.misses + 1, held=True)
    state = PushState.UNCONFIRMED if has_left(held) else PushState.WAITING
    work.outbox.save(replace(held, state=state, due_at=now))


def _refused(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, error: VendorRefused
) -> Notices:
    now, reason = desk.clock.now(), reason_of(error)
    work.outbox.save(replace(push, state=PushState.REFUSED, refusal=reason, settled_at=now))
    data = {"kind": push.kind.value, "system": push.system, "reason": reason}
    work.record([Event(order.id, now, EventKind.REFUSED, data)])
    if push.kind is PushKind.REGISTER:
        # An order that is not there has no states to be told of.
        drop_waiting(work, order, now, lambda later: later.system == push.system)
    # The sale stands: points that are not booked are no alarm.
    tone = Tone.WARN if push.kind in LOYALTY_KINDS else Tone.BAD
    notice = about(NoticeCode.REFUSED, tone, order, push, reason)
    in_doubt = "yes" if has_left(replace(push, state=PushState.REFUSED)) else "no"
    return (replace(notice, data={**notice.data, "in_doubt": in_doubt}),)
