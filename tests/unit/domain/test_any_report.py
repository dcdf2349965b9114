"""What holds for any report on any order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.order import Order
from app.domain.report import OrderReport
from app.domain.states import Attention, OrderState, PaymentState, Standing
from tests.builders import a_basket, a_line, a_report, an_order, at, huf
from tests.unit.domain.reports import NOW, TAKEN

S, P, T = OrderState, PaymentState, Standing
RANK = {S.NEW: 0, S.PREPARING: 1, S.READY: 2}

BASKETS = st.sampled_from([a_basket(), a_basket(a_line("Soda", 400)), a_basket(tip=100)])
ORDERS = st.builds(
    an_order,
    state=st.sampled_from(S),
    payment=st.sampled_from(P),
    due=st.sampled_from([huf(0), huf(4600)]),
    basket=BASKETS,
    taken=st.sampled_from([(), TAKEN]),
    attention=st.sampled_from([None, *Attention]),
    held_in=st.sampled_from(list(RANK)),
)
REPORTS = st.builds(
    a_report,
    standing=st.sampled_from(T),
    word=st.sampled_from(["ONE", "OTHER"]),
    payment=st.sampled_from([P.NOT_DUE, P.DUE, P.RECEIVED, P.FAILED]),
    due=st.sampled_from([huf(0), huf(900), huf(4600)]),
    basket=BASKETS,
    desk=st.sampled_from(["", "Terrace 4"]),
)


@given(ORDERS, REPORTS, st.booleans())
def test_the_same_report_twice_changes_nothing(
    order: Order, report: OrderReport, backwards: bool
) -> None:
    once = order.apply(report, now=NOW, backwards=backwards).order
    twice = once.apply(report, now=at(40), backwards=backwards)
    assert twice.order == once
    assert twice.events == ()


@given(ORDERS, REPORTS)
def test_no_report_moves_an_order_back_or_out_of_an_end(order: Order, report: OrderReport) -> None:
    after = order.apply(report, now=NOW).order
    if order.state.is_end:
        assert after.state is order.state
    elif not after.state.is_end:
        assert RANK[after.state] >= RANK[order.state]


@given(ORDERS, st.lists(REPORTS, max_size=5), st.booleans())
def test_money_taken_here_is_never_forgotten(
    order: Order, reports: list[OrderReport], backwards: bool
) -> None:
    paid = replace(order, taken=TAKEN, payment=P.RECEIVED, due=huf(4600))
    for report in reports:
        paid = paid.apply(report, now=NOW, backwards=backwards).order
    assert paid.taken == TAKEN
    assert paid.due == huf(4600)
    assert paid.payment in (P.RECEIVED, P.RETURN_DUE)


@given(ORDERS, st.lists(REPORTS, max_size=4), st.booleans())
def test_nothing_vanishes(order: Order, reports: list[OrderReport], backwards: bool) -> None:
    for report in reports:
        after = order.apply(report, now=NOW, backwards=backwards).order
        if order.column is not None:
            assert after.column is not None
        order = after


@given(ORDERS, REPORTS, st.booleans())
def test_an_order_that_changed_says_so_in_its_history(
    order: Order, report: OrderReport, backwards: bool
) -> None:
    change = order.apply(report, now=NOW, backwards=backwards)
    if (change.order.state, change.order.payment, change.order.attention) != (
        order.state,
        order.payment,
        order.attention,
    ):
        assert change.events
