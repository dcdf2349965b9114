"""Take the money that is to be collected at this counter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.money import Money, cash_rounded, total
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.states import Move, PaymentState
from app.usecases.check_due import must_be_read, not_checked
from app.usecases.desk import Desk
from app.usecases.note_money import note_money
from app.usecases.open_drawer import drawer_for
from app.usecases.payment_accepts import with_payment_as_accept
from app.usecases.situation import conclude, has_to_be_rung_up, situation_of
from app.usecases.telling import tell, told_word


@dataclass(frozen=True, slots=True)
class ReceivePayment:
    """Staff press Payment received; `parts` add up to what is due, in one or several ways.

    `due` is the amount on the screen: when it is no longer what is due, nothing is taken.
    """

    order_id: str
    due: Money
    parts: tuple[PaymentPart, ...]


def receive_payment(command: ReceivePayment, desk: Desk) -> list[News]:
    """Note the money as taken and keep what the vendor is to be told of it.

    Raises IllegalMove when the parts are not what is due; what is left for cash may be rounded to
    coins. Where the payment accepts the order nothing is noted unless the amount was read just now.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.PAYMENT_RECEIVED, situation_of(order, work, desk))
        _check_parts(order, command)
        if must_be_read(order, desk):
            return not_checked(order, "ReceivePayment", desk)
        told = tell(work, desk, order, Move.PAYMENT_RECEIVED)
        taken = replace(
            with_payment_as_accept(order, desk),
            payment=PaymentState.RECEIVED,
            taken=order.taken + command.parts,
            due=command.due,
            opened=True,
        )
        work.orders.save(taken)
        note_money(work, desk, order, command.parts)
        now = desk.clock.now()
        work.record(
            Event(order.id, now, EventKind.PAYMENT, _data(PaymentState.RECEIVED, part))
            for part in command.parts
        )
        notice = Notice(
            NoticeCode.PAYMENT_TAKEN,
            Tone.OK,
            order.id,
            order.number,
            order.vendor,
            {
                "minor": str(command.due.minor),
                "currency": command.due.currency,
                "told": told_word(desk, order, told),
                "ring_up": "yes" if has_to_be_rung_up(order, desk) else "no",
                "change": str(sum(part.change for part in command.parts)),
            },
        )
        return conclude(work, desk, notice, news=drawer_for(command.parts, desk))


def _check_parts(order: Order, command: ReceivePayment) -> None:
    asked = not order.due_doubt
    if asked and command.due != order.due:
        raise IllegalMove("the amount due has changed meanwhile")
    currency, zero = order.due.currency, Money.zero(order.due.currency)
    amounts = [command.due, *(part.amount for part in command.parts)]
    given = [part.given for part in command.parts if part.given is not None]
    if any(amount.currency != currency for amount in (*amounts, *given)):
        raise IllegalMove("a payment is in the order's currency")
    if not command.parts or any(amount < zero for amount in amounts):
        raise IllegalMove("a payment has parts, and none below zero")
    if any(part.given is not None and part.given < part.amount for part in command.parts):
        raise IllegalMove("less was given than is to be taken")
    cash = [part.amount for part in command.parts if part.method is PaymentMethod.CASH]
    left_for_cash = command.due - total(amounts[1:], currency) + total(cash, currency)
    rounded = [cash_rounded(left_for_cash)] if cash else []
    if total(cash, currency) not in (left_for_cash, *rounded):
        raise IllegalMove("the parts do not add up to what is due")


def _data(payment: PaymentState, part: PaymentPart) -> dict[str, str]:
    return {
        "payment": payment.value,
        "method": part.method.value,
        "amount": str(part.amount.minor),
        "currency": part.amount.currency,
    }
