"""Orders that their payment accepts: what an answer about the money means for them.

Money was taken when the vendor is told, so nothing is taken for a no that may have been a yes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.notice import NoticeCode, Tone
from app.domain.order import Order
from app.domain.push import Push, PushState
from app.domain.report import OrderReport
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.push_ends import Notices, about, doubt


def with_payment_as_accept(order: Order, desk: Desk) -> Order:
    """Return an order whose payment is being taken; where that accepts it, it is accepted here."""
    if not desk.facts_of(order.vendor).capabilities.payment_accepts:
        return order
    return replace(order, accepted_here=True, quiet=False)


def may_have_accepted(push: Push, order: Order, desk: Desk) -> bool:
    """Whether an order that is no longer to be paid, or to be read, may have been paid by `push`.

    It may when a request left whose answer is not known; a refusal of the only one is certain.
    """
    capabilities = desk.facts_of(order.vendor).capabilities
    if not (push.kind.takes_money and capabilities.payment_accepts):
        return False
    return push.tries > (1 if push.refusal else 0)


def leave_to_staff(work: UnitOfWork, order: Order, push: Push, now: datetime) -> Notices:
    """Keep the payment in doubt until a person has looked: nothing is asked or sent by itself."""
    held = replace(push, state=PushState.UNCONFIRMED, refusal="", held=True, due_at=now)
    work.outbox.save(held)
    doubt(work, order, held, now)
    notice = about(NoticeCode.NOT_CONFIRMED, Tone.UNSURE, order, held)
    return (replace(notice, data={**notice.data, "held": "yes"}),)


def amount_differs(push: Push, order: Order, report: OrderReport, desk: Desk) -> bool:
    """Whether the vendor now wants another amount than was taken; that one is never sent."""
    capabilities = desk.facts_of(order.vendor).capabilities
    return push.kind.takes_money and capabilities.payment_accepts and report.due != order.due
