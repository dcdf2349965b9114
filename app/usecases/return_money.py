"""Give money back that was taken here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.money import Money
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.states import Move, OrderState, PaymentState
from app.usecases.desk import Desk
from app.usecases.situation import conclude, situation_of
from app.usecases.telling import acknowledge_refusals


@dataclass(frozen=True, slots=True)
class ReturnMoney:
    """Staff have given money back, whole or in part, and press Money returned."""

    order_id: str
    amount: Money
    method: PaymentMethod


def return_money(command: ReturnMoney, desk: Desk) -> list[News]:
    """Note the money as given back; RETURNED once nothing of what was taken is left.

    Raises IllegalMove for more than was taken, or nothing. No vendor is told of it. An order that
    its payment did not accept ends with it.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        situation = situation_of(order, work, desk)
        check(Move.MONEY_RETURNED, situation)
        if not Money.zero(order.due.currency) < command.amount <= order.money_taken:
            raise IllegalMove("only what was taken can be given back")
        part = PaymentPart(command.method, command.amount)
        after = replace(order, returned=(*order.returned, part), undo=None)
        if not after.money_taken:
            after = replace(after, payment=PaymentState.RETURNED)
            if situation.money_refused is not None:
                after = after.moved_to(OrderState.CANCELLED, desk.clock.now())
                acknowledge_refusals(work, order, of_money=True, system=order.vendor)
        work.orders.save(after)
        data = {
            "payment": PaymentState.RETURNED.value,
            "method": command.method.value,
            "amount": str(command.amount.minor),
            "currency": command.amount.currency,
        }
        work.record([Event(order.id, desk.clock.now(), EventKind.PAYMENT, data)])
        notice = Notice(
            NoticeCode.MOVED,
            Tone.OK,
            order.id,
            order.number,
            order.vendor,
            {"move": Move.MONEY_RETURNED.name, "told": "no", "undo": "0"},
        )
        return conclude(work, desk, notice)
