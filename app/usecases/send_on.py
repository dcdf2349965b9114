"""Keep registers in step with the orders that are sent on to them, whatever has changed an order.

A register is told of a whole order once it is accepted (or once nothing is due), and then of where
it stands. What was only planned follows the order: a move taken back takes its telling with it, and
an order that ended unsold before anything of it left is not told at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from app.domain.order import Order
from app.domain.practice import PRACTICE
from app.domain.push import Push, PushKind, PushState, has_left
from app.domain.states import UNSOLD, OrderState, PaymentState
from app.ports.store import UnitOfWork
from app.ports.vendor import RegisterRules
from app.usecases.desk import Desk
from app.usecases.telling import drop_open, new_push

_STATUSES: Final[Mapping[OrderState, PushKind]] = {
    OrderState.READY: PushKind.READY,
    OrderState.COLLECTED: PushKind.COLLECTED,
    OrderState.LEFT: PushKind.LEFT,
    OrderState.CANCELLED: PushKind.CANCEL_ORDER,
    OrderState.REJECTED: PushKind.CANCEL_ORDER,  # elsewhere, after it was accepted here
}
_ON_SALE: Final = (OrderState.PREPARING, OrderState.READY)
_NOTHING_DUE: Final = (PaymentState.NOT_DUE, PaymentState.RECEIVED, PaymentState.UNCONFIRMED)


def keep_registers(work: UnitOfWork, desk: Desk, order_id: str) -> None:
    """Plan, or take back, what registers are to be told of the order as it now stands."""
    for facts in desk.vendors.values():
        if facts.register is not None:
            order = work.orders.get(order_id)
            if order.vendor != facts.name:
                _keep(work, desk, order, facts.name, facts.register)


def the_create(pushes: Sequence[Push], register: str) -> Push | None:
    """Return the push that tells `register` of the whole order, None where there is none."""
    live = (
        push
        for push in pushes
        if push.kind is PushKind.REGISTER
        and push.system == register
        and push.state is not PushState.DROPPED
    )
    return next(live, None)


def leave_out_what_came_before(work: UnitOfWork, desk: Desk) -> None:
    """Note which orders were accepted before a register was connected, or heard of their vendor.

    They were rung up by hand and would stand there twice.
    """
    for facts in desk.vendors.values():
        if facts.register is None:
            continue
        heard = work.memory.get(_heard_key(facts.name))
        now = ",".join(sorted(facts.register.send_from))
        if heard == now:
            continue
        known = set(filter(None, (heard or "").split(",")))
        for vendor in facts.register.send_from - known:
            work.memory.put(_since_key(facts.name, vendor), desk.clock.now().isoformat())
        left_out = _left_out(work, facts.name)
        left_out |= {
            order.id
            for order in work.orders.on_board()
            if order.vendor in facts.register.send_from - known
            and order.state is not OrderState.NEW
            and the_create(work.outbox.of_order(order.id), facts.name) is None
        }
        on_board = {order.id for order in work.orders.on_board()}
        work.memory.put(_left_out_key(facts.name), ",".join(sorted(left_out & on_board)))
        work.memory.put(_heard_key(facts.name), now)


# --- one register ---------------------------------------------------------------------------------


def _keep(work: UnitOfWork, desk: Desk, order: Order, register: str, rules: RegisterRules) -> None:
    pushes = work.outbox.of_order(order.id)
    create = the_create(pushes, register)
    if create is None:
        if _is_wanted(order, rules, desk) and not _came_before(work, desk, order, register, pushes):
            _add(work, desk, order, register, PushKind.REGISTER)
        return
    if order.state in UNSOLD and _is_not_there(create):
        _drop_all(work, desk, order, register)
        return
    told = [
        push
        for push in pushes
        if push.system == register
        and push.kind is not PushKind.REGISTER
        and push.state is not PushState.DROPPED
    ]
    known = create.state is PushState.DONE and work.references.get(order.id, register)
    if known or create.state.is_open:
        _follow(work, desk, order, register, told)
    else:
        # It has no number there by which its states could be told.
        _drop(work, desk, order, [push for push in told if push.state is PushState.WAITING])


def _is_wanted(order: Order, rules: RegisterRules, desk: Desk) -> bool:
    if order.vendor == PRACTICE or order.vendor not in rules.send_from or not order.accepted_here:
        return False
    if rules.when_paid and order.payment not in _NOTHING_DUE:
        return False
    if order.state in _ON_SALE:
        return True
    accepted = order.accepted_at
    today = desk.shop.business_day(desk.clock.now())
    # Yesterday's sale is not rung up today because its slip is looked at again.
    return (
        order.state is OrderState.COLLECTED
        and accepted is not None
        and desk.shop.business_day(accepted) == today
    )


def _is_not_there(create: Push) -> bool:
    """Whether the register certainly has nothing of the order: no request of unknown outcome."""
    return create.state in (PushState.REFUSED, PushState.WAITING) and not has_left(create)


def _follow(work: UnitOfWork, desk: Desk, order: Order, register: str, told: list[Push]) -> None:
    """Append where the order stands now; what waits and is ahead of it goes first."""
    wanted = _STATUSES.get(order.state)
    ahead: list[Push] = []
    while told and told[-1].state is PushState.WAITING and _is_ahead(told[-1].kind, wanted):
        ahead.append(told.pop())
    _drop(work, desk, order, ahead)
    newest = told[-1].kind if told else None
    if wanted is not None and newest is not wanted and _rank(newest) <= _rank(wanted):
        _add(work, desk, order, register, wanted)


def _is_ahead(kind: PushKind, wanted: PushKind | None) -> bool:
    other_end = kind.ends_order and wanted is not kind
    return _rank(kind) > _rank(wanted) or other_end


def _rank(kind: PushKind | None) -> int:
    if kind is None:
        return 0
    return 2 if kind.ends_order else 1


def _add(work: UnitOfWork, desk: Desk, order: Order, register: str, kind: PushKind) -> None:
    """Keep what is to be told; the time in which the move can be undone is waited for."""
    can_be_undone = order.undoable_at(desk.clock.now()) and kind is not PushKind.REGISTER
    due_at = order.undo.until if can_be_undone and order.undo is not None else None
    push = new_push(work, desk, order, register, kind, due_at)
    work.outbox.add(replace(push, reference=order.id))


def _drop_all(work: UnitOfWork, desk: Desk, order: Order, register: str) -> None:
    now = desk.clock.now()
    for push in work.outbox.of_order(order.id):
        if push.system == register and push.state is PushState.REFUSED:
            work.outbox.save(replace(push, state=PushState.DROPPED, settled_at=now))
    drop_open(work, order, now, lambda push: push.system == register)


def _drop(work: UnitOfWork, desk: Desk, order: Order, pushes: Sequence[Push]) -> None:
    ids = {push.id for push in pushes}
    if ids:
        drop_open(work, order, desk.clock.now(), lambda push: push.id in ids)


# --- what came before -----------------------------------------------------------------------------


def _came_before(
    work: UnitOfWork, desk: Desk, order: Order, register: str, pushes: Sequence[Push]
) -> bool:
    """Whether the order was accepted before the register was to hear of its vendor.

    Those on the board by then are named; those that had left it may yet be looked at, or come back.
    Where that moment lies ahead, the clock was set back since: what is accepted now comes after it.
    """
    if order.id in _left_out(work, register):
        return True
    if any(push.kind is PushKind.REGISTER and push.system == register for push in pushes):
        return False  # planned once, and taken back with a move
    kept, accepted = work.memory.get(_since_key(register, order.vendor)), order.accepted_at
    if kept is None or accepted is None:
        return False
    since, now = datetime.fromisoformat(kept), desk.clock.now()
    return accepted < since and not accepted <= now < since


def _left_out(work: UnitOfWork, register: str) -> set[str]:
    return set(filter(None, (work.memory.get(_left_out_key(register)) or "").split(",")))


def _left_out_key(register: str) -> str:
    return f"not sent on to {register}"


def _heard_key(register: str) -> str:
    return f"sent on to {register}"


def _since_key(register: str, vendor: str) -> str:
    return f"sent on to {register} from {vendor} since"
