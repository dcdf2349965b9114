"""The ends a push can come to, and what each means for its order: done, refused, done elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from app.domain.backoff import PUSH_BACKOFF
from app.domain.errors import (
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorUnavailable,
)
from app.domain.events import Event, EventKind
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order, unsold
from app.domain.push import Push, PushKind, PushState
from app.domain.refusal import kept_refusal
from app.domain.report import OrderReport
from app.domain.states import Attention, Move, OrderState, PaymentState
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.rest_in_later import print_or_rest
from app.usecases.slips import queue_slip, withdraw_slips
from app.usecases.taking_in import take_in
from app.usecases.telling import drop_waiting

Notices = tuple[Notice, ...]
WAITS_AT_MOST: Final = timedelta(hours=24)
"""So long a push is tried of which nothing has ever left."""
TRIED_OFTEN: Final = 30
"""So many misses since the start, ten minutes' worth, must add to that: the till may have been off
over the weekend, its network come up late, or its clock been set."""
_LONGEST_REASON: Final = 200


def confirm(work: UnitOfWork, desk: Desk, order: Order, push: Push) -> Notices:
    """Settle a push as done by the vendor's word and let the order follow."""
    data = {"kind": push.kind.value, "system": push.system}
    work.record([Event(order.id, desk.clock.now(), EventKind.TOLD, data)])
    hasten(work, desk, push.system)
    return follow(work, desk, order, push)


def follow(work: UnitOfWork, desk: Desk, order: Order, push: Push) -> Notices:
    """Settle a push as done, by the vendor's word or by staff's, and let the order follow."""
    now = desk.clock.now()
    work.outbox.save(replace(push, state=PushState.DONE, refusal="", held=False, settled_at=now))
    if push.kind is PushKind.ACCEPT:
        if order.state is OrderState.NEW:
            order = order.moved_to(OrderState.PREPARING, now)
            work.orders.save(order)
        if not order.state.is_end and order.accepted_here:
            return print_or_rest(work, desk, order)
    elif push.kind is PushKind.REJECT and order.state is OrderState.NEW:
        order = replace(order.moved_to(OrderState.REJECTED, now), undo=None)
        work.orders.save(unsold(order, Move.REJECT))
        withdraw_slips(work, order, now)
    elif push.kind.takes_money:
        return _booked(work, desk, order)
    return ()


def _booked(work: UnitOfWork, desk: Desk, order: Order) -> Notices:
    """The vendor has the money in its books; where that accepts the order it is prepared now."""
    data = _taken_just_now(order)
    if order.payment is PaymentState.UNCONFIRMED:
        order = replace(order, payment=PaymentState.RECEIVED)
        work.orders.save(order)
    accepts = desk.facts_of(order.vendor).capabilities.payment_accepts
    if not accepts or order.state is not OrderState.NEW:
        return ()
    order = order.moved_to(OrderState.PREPARING, desk.clock.now())
    work.orders.save(order)
    code = NoticeCode.PAYMENT_ACCEPTED
    notice = Notice(code, Tone.OK, order.id, order.number, order.vendor, data)
    return (notice, *queue_slip(work, desk, order))


def _taken_just_now(order: Order) -> dict[str, str]:
    """Return what goes back to the customer; nothing once the payment has been in doubt."""
    if order.payment is not PaymentState.RECEIVED:
        return {}
    return {"change": str(sum(part.change for part in order.taken)), "currency": order.due.currency}


def hasten(work: UnitOfWork, desk: Desk, system: str) -> None:
    """The vendor answers again: what waited for it goes now instead of after its back-off.

    A wait longer than any back-off of ours was the vendor's own wish and is kept.
    """
    now = desk.clock.now()
    latest = now + timedelta(seconds=PUSH_BACKOFF.longest)
    for push in work.outbox.open():
        if push.system == system and push.misses and now < push.due_at <= latest:
            work.outbox.save(replace(push, due_at=now))


def try_later(work: UnitOfWork, push: Push, error: VendorError, now: datetime) -> None:
    """Nobody was reached: wait, ever longer, or for as long as the vendor asks for."""
    after = error.retry_after if isinstance(error, VendorUnavailable) else None
    due_at = now + PUSH_BACKOFF.wait(push.misses + 1, retry_after=after)
    work.outbox.save(replace(push, misses=push.misses + 1, due_at=due_at))


def never_left(error: VendorError) -> bool:
    """Whether nothing of a request can have taken effect, so that it was none."""
    if isinstance(error, VendorUnavailable):
        return not error.sent
    return isinstance(error, VendorLoginFailed)


def held_if_spent(push: Push, desk: Desk) -> Push:
    """Return a push in doubt, held when its system may not be asked any more by itself."""
    ways = desk.facts_of(push.system).capabilities
    most = None if push.kind in ways.repeats else ways.most_requests
    return replace(push, held=most is not None and push.tries >= most)


def reason_of(error: VendorRefused) -> str:
    """Return the vendor's sentence, or its code, for people, behind our word for it."""
    sentence = plain(error.reason or error.code, limit=_LONGEST_REASON)
    return kept_refusal(error.why, sentence) or "refused"


def doubt(work: UnitOfWork, order: Order, push: Push, now: datetime) -> None:
    """Note that `push` left and that what became of it is not known."""
    data = {"kind": push.kind.value, "system": push.system}
    work.record([Event(order.id, now, EventKind.NOT_CONFIRMED, data)])
    if push.kind.takes_money and order.payment is PaymentState.RECEIVED:
        work.orders.save(replace(order, payment=PaymentState.UNCONFIRMED))


def done_elsewhere(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport
) -> Notices:
    """Somebody else did it before our request left: nothing is sent, and it was not our accept."""
    now = desk.clock.now()
    _settle(work, replace(push, refusal=""), PushState.DROPPED, now)
    if push.kind is PushKind.ACCEPT:
        order = _not_accepted_here(work, order, now)
    order, notices = take_in(work, desk, order, report)
    hasten(work, desk, push.system)
    if notices or not (push.kind is PushKind.ACCEPT or push.kind.takes_money):
        return notices
    return (_overtaken(order, push, done=True),)


def refuse(
    work: UnitOfWork,
    desk: Desk,
    order: Order,
    push: Push,
    reason: str,
    report: OrderReport | None = None,
) -> Notices:
    """Settle a push as refused, or with no `reason` as overtaken by what the vendor did.

    The order becomes what `report`, read after the refusal, says of it, even backwards.
    """
    now = desk.clock.now()
    _settle(work, replace(push, refusal=reason), _end_for(reason), now)
    if push.kind.is_payment:
        order, notices = _without_payment_told(work, desk, order, push, report)
        reason = reason or _contradiction(order, push, report)
        answered = push.kind.takes_money and order.payment is not PaymentState.UNCONFIRMED
        kept = replace(push, refusal=reason, settled_at=now, acknowledged=answered)
        work.outbox.save(replace(kept, state=_end_for(reason)))
    else:
        order, notices = _without_move_told(work, desk, order, push, report)
    hasten(work, desk, push.system)
    if reason:
        return (about(NoticeCode.REFUSED, Tone.BAD, order, push, reason),)
    return notices or (_overtaken(order, push, done=False),)


def about(code: NoticeCode, tone: Tone, order: Order, push: Push, reason: str = "") -> Notice:
    """Return what staff are told of a push of `order`; `reason` is the vendor's sentence."""
    data = {"kind": push.kind.value, "reason": reason, "standing": order.state.value}
    if push.system != order.vendor:
        data["sent_on"] = "yes"
    return Notice(code, tone, order.id, order.number, push.system, data)


def _overtaken(order: Order, push: Push, *, done: bool) -> Notice:
    notice = about(NoticeCode.OVERTAKEN, Tone.WARN, order, push)
    return replace(notice, data={**notice.data, "done": "yes" if done else "no"})


def _end_for(reason: str) -> PushState:
    return PushState.REFUSED if reason else PushState.DROPPED


def _settle(work: UnitOfWork, push: Push, state: PushState, now: datetime) -> None:
    work.outbox.save(replace(push, state=state, settled_at=now))
    if state is PushState.REFUSED and push.settled_at is not None:
        return  # refused before, and asked again: the answer is the same
    data = {"kind": push.kind.value, "system": push.system}
    if state is PushState.REFUSED:
        data["reason"] = push.refusal
    kind = EventKind.REFUSED if state is PushState.REFUSED else EventKind.DROPPED
    work.record([Event(push.order_id, now, kind, data)])


def _not_accepted_here(work: UnitOfWork, order: Order, now: datetime) -> Order:
    order = replace(order, accepted_here=False)
    work.orders.save(order)
    withdraw_slips(work, order, now)
    return order


def _without_move_told(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport | None
) -> tuple[Order, Notices]:
    """Let the order follow a move that did not come to pass; later moves fall with it."""
    now = desk.clock.now()
    back = _falls_too(work, order, push)
    notices: Notices = ()
    drop_waiting(
        work,
        order,
        now,
        lambda later: later.system == push.system and not later.kind.is_payment,
    )
    order = replace(order, undo=None)  # what the last move stood on is gone
    work.orders.save(order)
    if push.kind is PushKind.ACCEPT:
        order = _not_accepted_here(work, order, now)
    if report is not None:
        order, notices = take_in(work, desk, order, report, backwards=back)
    if back:
        order = _in_sight(work, order)
    return order, notices


def _falls_too(work: UnitOfWork, order: Order, push: Push) -> bool:
    """Whether the order's state falls with `push`: all but an end that nobody is told of."""
    return not order.state.is_end or any(
        other.kind.ends_order and other.sequence >= push.sequence
        for other in work.outbox.of_order(order.id)
        if other.system == push.system and other.state is not PushState.DONE
    )


def _without_payment_told(
    work: UnitOfWork, desk: Desk, order: Order, push: Push, report: OrderReport | None
) -> tuple[Order, Notices]:
    """Let the order follow money the vendor does not book; its moves go on without."""
    notices: Notices = ()
    if report is not None:
        order, notices = take_in(work, desk, order, report)
    if push.kind.takes_money and order.payment is PaymentState.RECEIVED and order.taken:
        order = replace(order, payment=PaymentState.UNCONFIRMED)
        work.orders.save(order)
        order = _in_sight(work, order)
    elif order.payment is PaymentState.FAILED and report is not None:
        order = replace(order, payment=report.payment)
        work.orders.save(order)
    return order, notices


def _contradiction(order: Order, push: Push, report: OrderReport | None) -> str:
    """Return the vendor's word for money it neither booked nor waits for, "" when all is well.

    Money taken here that the vendor does not want to know of is a refusal, which staff settle.
    """
    if report is None or not push.kind.takes_money:
        return ""
    if order.payment is not PaymentState.UNCONFIRMED:
        return ""
    return report.payment_word or report.payment.value


def _in_sight(work: UnitOfWork, order: Order) -> Order:
    """Bring an order back onto the board whose end the vendor did not take."""
    if order.column is not None:
        return order
    order = replace(
        order,
        attention=Attention.WENT_ANOTHER_WAY,
        held_in=order.held_in or OrderState.READY,
    )
    work.orders.save(order)
    return order
