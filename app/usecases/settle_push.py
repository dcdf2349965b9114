"""Take in how a push ended at the vendor.

A yes settles it. No connection: it waits, and its order is read again before it is sent. A reply
that was lost, or a no: the order is read again, and what it shows decides.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from app.domain.backoff import PUSH_BACKOFF
from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorRefused,
)
from app.domain.news import News
from app.domain.notice import NoticeCode, Tone
from app.domain.order import Order, unsold
from app.domain.push import Effect, Push, PushKind, PushState, effect_of
from app.domain.refusal import Refusal, kept_refusal, read_refusal
from app.domain.report import OrderReport
from app.domain.states import Move, OrderState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.payment_accepts import amount_differs, leave_to_staff, may_have_accepted
from app.usecases.push_ends import (
    TRIED_OFTEN,
    WAITS_AT_MOST,
    Notices,
    about,
    confirm,
    done_elsewhere,
    doubt,
    hasten,
    held_if_spent,
    never_left,
    reason_of,
    refuse,
    try_later,
)
from app.usecases.settle_onward import settle_onward
from app.usecases.situation import conclude
from app.usecases.slips import withdraw_slips
from app.usecases.taking_in import take_in
from app.usecases.telling import acknowledge_refusals

_SOON: Final = timedelta(seconds=0.2)


def settle_push(
    push_id: str, error: VendorError | None, desk: Desk, *, their_id: str = ""
) -> list[News]:
    """Take in the answer to a push that was sent: `error` None is the vendor's yes, with its own id
    of the order where it has just given one.

    A refusal, and any outcome that is not known, is followed by a re-read before anything else is
    said; see `settle_re_read`. What another system than the order's vendor says leaves the order
    as it is; see `settle_onward`.
    """
    with desk.store.begin() as work:
        push = work.outbox.get(push_id)
        if not push.state.is_open:
            return []
        order = work.orders.get(push.order_id)
        if push.system != order.vendor:
            return conclude(work, desk, *settle_onward(work, desk, order, push, error, their_id))
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
        if isinstance(answer, OrderUnknown) and push.kind is PushKind.REJECT:
            notices = _rejected_here(work, desk, order, push, answer)
        elif isinstance(answer, VendorRefused) and may_have_accepted(push, order, desk):
            notices = leave_to_staff(work, order, push, desk.clock.now())
        elif isinstance(answer, VendorRefused):
            notices = refuse(work, desk, order, push, push.refusal or reason_of(answer))
        elif isinstance(answer, VendorError):
            notices = _ask_later(work, desk, order, push, answer)
        else:
            notices = _by_report(work, desk, order, push, answer)
        return conclude(work, desk, *notices)


def _rejected_here(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, answer: OrderUnknown
) -> Notices:
    """End an order the vendor no longer has: nobody can be told, and New must not keep it."""
    now = desk.clock.now()
    refuse(work, desk, order, push, reason_of(answer))
    acknowledge_refusals(work, order, of_money=False)
    order = work.orders.get(order.id)
    if order.state is OrderState.NEW:
        order = unsold(replace(order.moved_to(OrderState.REJECTED, now), undo=None), Move.REJECT)
        work.orders.save(order)
        withdraw_slips(work, order, now)
    return (about(NoticeCode.REFUSED, Tone.WARN, order, push, reason_of(answer)),)


def _miss(work: UnitOfWork, desk: Desk, order: Order, push: Push, error: VendorError) -> Notices:
    now = desk.clock.now()
    if isinstance(error, VendorRefused):
        if not desk.facts_of(push.system).capabilities.can_be_re_read:
            return refuse(work, desk, order, push, reason_of(error))
        # What the order really is now decides what the refusal means.
        asked = replace(push, state=PushState.UNCONFIRMED, refusal=reason_of(error), due_at=now)
        work.outbox.save(asked)
        return ()
    if never_left(error):
        push = replace(push, state=PushState.WAITING, tries=push.tries - 1, re_read_first=True)
        return _ask_later(work, desk, order, push, error)
    # The first question follows at once, later ones with the back-off: a vendor that can be read
    # but fails at every push would else be asked several times a second for ever.
    wait = PUSH_BACKOFF.wait(push.tries) if push.tries > 1 else _SOON
    # It got through: nobody's coming back is a reason to ask sooner, see `hasten`.
    unsure = replace(push, state=PushState.UNCONFIRMED, misses=0, due_at=now + wait)
    work.outbox.save(held_if_spent(unsure, desk))
    doubt(work, order, push, now)
    return (about(NoticeCode.NOT_CONFIRMED, Tone.UNSURE, order, push),)


def _ask_later(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, error: VendorError
) -> Notices:
    """Nobody was reached: go on later, but not for ever with what has never left."""
    now = desk.clock.now()
    is_old = now - push.created_at > WAITS_AT_MOST and push.misses >= TRIED_OFTEN
    if not push.tries and is_old:
        return refuse(work, desk, order, push, "not reached for 24 hours")
    try_later(work, push, error, now)
    return ()


def _by_report(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport
) -> Notices:
    effect = effect_of(push.kind, report)
    if effect is Effect.OTHERWISE and may_have_accepted(push, order, desk):
        return leave_to_staff(work, order, push, desk.clock.now())
    if effect is not Effect.HAPPENED and amount_differs(push, order, report, desk):
        differs = kept_refusal(Refusal.AMOUNT_DIFFERS, read_refusal(push.refusal)[1])
        return refuse(work, desk, order, push, differs, report)
    if effect is Effect.HAPPENED and _was_ours(push):
        notices = confirm(work, desk, order, push)
        _, more = take_in(work, desk, work.orders.get(order.id), report)
        return (*notices, *more)
    if effect is Effect.HAPPENED:
        return done_elsewhere(work, desk, order, push, report)
    if effect is Effect.NOT_YET and not push.refusal:
        return _send_again(work, desk, order, push, report)
    if report.standing.as_state is None and push.tries and not push.refusal:
        return _still_in_doubt(work, desk, order, push, report)
    return refuse(work, desk, order, push, push.refusal, report)


def _was_ours(push: Push) -> bool:
    """Whether what a re-read shows can be the doing of `push`.

    Not when nothing of it ever left; nor an accept whose only request was refused.
    """
    return push.tries > (1 if push.kind is PushKind.ACCEPT and push.refusal else 0)


def _send_again(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport
) -> Notices:
    _, notices = take_in(work, desk, order, report)
    if work.outbox.get(push.id).state.is_open:
        now = desk.clock.now()
        again = replace(push, state=PushState.WAITING, re_read_first=False, due_at=now)
        work.outbox.save(again)
    hasten(work, desk, push.system)
    return notices


def _still_in_doubt(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport
) -> Notices:
    """A word nobody knows proves nothing: staff settle it, or a later reading does."""
    _, notices = take_in(work, desk, order, report)
    due_at = desk.clock.now() + PUSH_BACKOFF.wait(push.misses + 1)
    work.outbox.save(
        replace(push, state=PushState.UNCONFIRMED, misses=push.misses + 1, due_at=due_at)
    )
    return notices
