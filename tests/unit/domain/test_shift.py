"""What must be in the drawer is the sum of what went in and out, in each currency by itself."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import Money
from app.domain.order import PaymentMethod
from app.domain.shift import (
    CashMovement,
    CashWay,
    Shift,
    Taking,
    cash_counts,
    sums_by_method,
)
from tests.builders import at, huf

CASH, CARD, OTHER = PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.OTHER
SHIFT = Shift(id="s", till_id="till-1", opened_at=at(), floats=(huf(20_000),))


def taking(amount: Money, method: PaymentMethod = CASH) -> Taking:
    return Taking(
        till_id="till-1",
        shift_id="s",
        at=at(),
        order_id="order-1",
        vendor="walkin",
        method=method,
        amount=amount,
    )


def moved(way: CashWay, amount: Money) -> CashMovement:
    return CashMovement(
        id="m", till_id="till-1", shift_id="s", at=at(), way=way, amount=amount, reason="why"
    )


def test_cash_alone_is_expected_in_the_drawer() -> None:
    money = sums_by_method(
        [taking(huf(4_500)), taking(huf(9_000), CARD), taking(huf(-500)), taking(huf(-700), CARD)]
    )
    assert [(each.method, each.taken, each.returned) for each in money] == [
        (CASH, huf(4_500), huf(500)),
        (CARD, huf(9_000), huf(700)),
    ]
    movements = [moved(CashWay.IN, huf(1_000)), moved(CashWay.OUT, huf(3_000))]
    (count,) = cash_counts(SHIFT, money, movements, "HUF")
    assert count.expected == huf(22_000)
    assert count.counted is None
    assert count.difference is None


def test_a_closed_shift_says_what_is_missing() -> None:
    closed = replace(SHIFT, closed_at=at(60), counted=(huf(19_500),))
    (count,) = cash_counts(closed, (), (), "HUF")
    assert count.difference == huf(-500)


def test_a_currency_nobody_counted_is_missing_as_a_whole() -> None:
    closed = replace(SHIFT, closed_at=at(60), counted=(huf(20_000),))
    money = sums_by_method([taking(Money(12_00, "EUR"))])
    forints, euros = cash_counts(closed, money, (), "HUF")
    assert forints.difference == huf(0)
    assert (euros.expected, euros.difference) == (Money(12_00, "EUR"), Money(-12_00, "EUR"))


AMOUNTS = st.integers(-(10**9), 10**9)
TAKINGS = st.lists(
    st.builds(
        taking,
        st.builds(Money, AMOUNTS, st.sampled_from(["HUF", "EUR"])),
        st.sampled_from(PaymentMethod),
    )
)
MOVES = st.lists(
    st.builds(
        moved,
        st.sampled_from((CashWay.IN, CashWay.OUT)),
        st.builds(Money, st.integers(1, 10**9), st.sampled_from(["HUF", "EUR"])),
    )
)


@given(TAKINGS, MOVES, st.integers(0, 10**9))
def test_nothing_is_lost_and_nothing_counted_twice(
    takings: list[Taking], moves: list[CashMovement], float_: int
) -> None:
    shift = replace(SHIFT, floats=(Money(float_, "HUF"),))
    money = sums_by_method(takings)
    for code in ("HUF", "EUR"):
        in_all = sum(one.amount.minor for one in takings if one.amount.currency == code)
        assert sum(one.kept.minor for one in money if one.taken.currency == code) == in_all
    for count in cash_counts(shift, money, moves, "HUF"):
        code = count.currency
        cash = [one for one in takings if one.method is CASH and one.amount.currency == code]
        into = sum(one.amount.minor for one in cash)
        for move in moves:
            if move.amount.currency == code:
                into += move.amount.minor if move.way is CashWay.IN else -move.amount.minor
        assert count.expected.minor == into + (float_ if code == "HUF" else 0)
