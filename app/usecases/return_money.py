"""Give money back that was taken here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.money import Money
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Tone
from app.domain.order import Order, PaymentMethod, PaymentPart, ReturnReason
from app.domain.staff import GuardedAct
from app.domain.states import Move, OrderState, PaymentState
from app.domain.text import plain
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.note_money import note_money
from app.usecases.settling import keep_returned
from app.usecases.situation import conclude, situation_of
from app.usecases.telling import acknowledge_refusals, moved_notice


@dataclass(frozen=True, slots=True)
class ReturnMoney:
    """Staff have given money back, whole or in part, and press Money returned.

    `note` is a reason in their own words; it is kept and erased with the personal data.
    """

    order_id: str
    amount: Money
    method: PaymentMethod
    reason: ReturnReason = ReturnReason.OTHER
    note: str = ""


def return_money(command: ReturnMoney, desk: Desk) -> list[News]:
    """Note the money as given back; RETURNED once nothing of what was taken is left.

    Where the vendor counts it as paid that is to be settled there. An order that its payment did
    not accept ends with it. Raises IllegalMove for more than was taken, or nothing. No vendor is
    told of it.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        situation = situation_of(order, work, desk)
        check(Move.MONEY_RETURNED, situation)
        if not Money.zero(order.due.currency) < command.amount <= order.money_taken:
            raise IllegalMove("only what was taken can be given back")
        need_pin(GuardedAct.MONEY_RETURNED, work, desk)
        part = PaymentPart(command.method, command.amount)
        now = desk.clock.now()
        after = replace(
            order,
            returned=(*order.returned, part),
            return_notes=_notes(order, command.note),
            undo=None,
        )
        if not after.money_taken:
            after = replace(after, payment=PaymentState.RETURNED)
            if situation.money_refused is not None:
                after = after.moved_to(OrderState.CANCELLED, now)
                acknowledge_refusals(work, order, of_money=True, system=order.vendor)
        data = {
            "payment": PaymentState.RETURNED.value,
            "method": command.method.value,
            "amount": str(command.amount.minor),
            "currency": command.amount.currency,
            "reason": command.reason.value,
        }
        work.record([Event(order.id, now, EventKind.PAYMENT, data)])
        note_money(work, desk, order, [part], back=True)
        work.orders.save(keep_returned(work, after, command.amount, now))
        notice = moved_notice(desk, order, Move.MONEY_RETURNED, None, Tone.OK)
        return conclude(work, desk, notice)


def _notes(order: Order, note: str) -> tuple[str, ...]:
    """Return one note for each part given back; earlier ones may have been erased."""
    known = order.return_notes[: len(order.returned)]
    missing = ("",) * (len(order.returned) - len(known))
    return (*known, *missing, plain(note, limit=200))
