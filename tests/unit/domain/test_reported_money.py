"""What a vendor says of the money; what was done here is ahead of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.report import DueDoubt
from app.domain.states import Attention, OrderState, PaymentState, Standing
from tests.builders import an_order, huf
from tests.unit.domain.reports import TAKEN, applied

S, P, T = OrderState, PaymentState, Standing
OPEN = (S.NEW, S.PREPARING, S.READY)

# ours: what it becomes for each of theirs, in an open order
MONEY = {
    P.NOT_DUE: {P.NOT_DUE: P.NOT_DUE, P.DUE: P.DUE, P.RECEIVED: P.RECEIVED, P.FAILED: P.FAILED},
    P.DUE: {P.NOT_DUE: P.NOT_DUE, P.DUE: P.DUE, P.RECEIVED: P.RECEIVED, P.FAILED: P.FAILED},
    P.FAILED: {P.NOT_DUE: P.NOT_DUE, P.DUE: P.FAILED, P.RECEIVED: P.RECEIVED, P.FAILED: P.FAILED},
    P.RECEIVED: dict.fromkeys([P.NOT_DUE, P.DUE, P.RECEIVED, P.FAILED], P.RECEIVED),
    P.UNCONFIRMED: {
        P.NOT_DUE: P.UNCONFIRMED,
        P.DUE: P.UNCONFIRMED,
        P.FAILED: P.UNCONFIRMED,
        P.RECEIVED: P.RECEIVED,
    },
    P.RETURN_DUE: dict.fromkeys([P.NOT_DUE, P.DUE, P.RECEIVED, P.FAILED], P.RETURN_DUE),
    P.RETURNED: dict.fromkeys([P.NOT_DUE, P.DUE, P.RECEIVED, P.FAILED], P.RETURNED),
}


@pytest.mark.parametrize(
    ("ours", "theirs"), [(ours, theirs) for ours, row in MONEY.items() for theirs in row]
)
def test_payment_after_every_report(ours: PaymentState, theirs: PaymentState) -> None:
    for state in OPEN:
        order = an_order(state=state, payment=ours, due=huf(4600))
        assert applied(order, payment=theirs).payment is MONEY[ours][theirs]


@pytest.mark.parametrize("theirs", [P.NOT_DUE, P.DUE, P.RECEIVED, P.FAILED])
@pytest.mark.parametrize("ours", [P.NOT_DUE, P.DUE, P.FAILED, P.RECEIVED])
def test_the_money_of_an_ended_order_stays(ours: PaymentState, theirs: PaymentState) -> None:
    order = an_order(state=S.COLLECTED, payment=ours, due=huf(4600))
    assert applied(order, payment=theirs).payment is ours


def test_what_is_due_follows_the_vendor_until_it_is_settled() -> None:
    due = an_order(payment=P.DUE, due=huf(900))
    after = applied(due, due=huf(1200), due_doubt=DueDoubt.UNKNOWN_WORD)
    assert (after.due, after.due_doubt) == (huf(1200), DueDoubt.UNKNOWN_WORD)
    paid = an_order(payment=P.RECEIVED, due=huf(900), taken=TAKEN)
    assert applied(paid, due=huf(0)).due == huf(900)


@pytest.mark.parametrize("standing", [T.REJECTED, T.LEFT, T.CANCELLED])
@pytest.mark.parametrize("payment", [P.RECEIVED, P.UNCONFIRMED])
def test_ended_elsewhere_money_taken_here_must_go_back(
    standing: Standing, payment: PaymentState
) -> None:
    order = an_order(state=S.READY, payment=payment, due=huf(4600), taken=TAKEN)
    after = applied(order, standing=standing, payment=P.NOT_DUE)
    assert after.payment is P.RETURN_DUE
    assert replace(after, attention=None).column is S.READY


def test_ended_elsewhere_nothing_is_due_any_more() -> None:
    order = an_order(state=S.READY, payment=P.DUE, due=huf(4600))
    assert applied(order, standing=T.CANCELLED).payment is P.NOT_DUE


def test_collected_elsewhere_what_was_paid_stays_paid() -> None:
    order = an_order(state=S.READY, payment=P.RECEIVED, due=huf(4600), taken=TAKEN)
    assert applied(order, standing=T.COLLECTED).payment is P.RECEIVED
    due = an_order(state=S.READY, payment=P.DUE, due=huf(4600))
    assert applied(due, standing=T.COLLECTED, payment=P.RECEIVED).payment is P.RECEIVED


def test_goods_handed_over_and_paid_stay_sold_whatever_the_vendor_says() -> None:
    order = an_order(state=S.COLLECTED, payment=P.RECEIVED, due=huf(4600), taken=TAKEN)
    after = applied(order, standing=T.CANCELLED)
    assert (after.payment, after.attention) == (P.RECEIVED, Attention.WENT_ANOTHER_WAY)
