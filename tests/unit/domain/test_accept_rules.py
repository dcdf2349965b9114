"""When a new order is accepted without a tap, and why it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accept_rules import (
    TIME_TO_MAKE,
    AcceptLimits,
    Circumstances,
    comes_late,
    why_not_accepted,
)
from app.domain.money import Money
from app.domain.report import Customer, DueDoubt
from app.domain.states import KeptBack, PaymentState
from tests.builders import a_basket, a_line, an_order, at, huf

ANY = AcceptLimits()
WELL = Circumstances(clock=time(12, 0))
LIMIT = timedelta(minutes=3)


def test_an_order_with_nothing_against_it_is_accepted() -> None:
    assert why_not_accepted(an_order(), ANY, WELL) is None


@pytest.mark.parametrize(
    ("around", "reason"),
    [
        ({"late": True}, KeptBack.LATE),
        ({"sold_out": True}, KeptBack.SOLD_OUT),
        ({"unknown_item": True}, KeptBack.UNKNOWN_ITEM),
        ({"printer_well": False}, KeptBack.PRINTER),
    ],
)
def test_circumstances_leave_it_for_a_person(around: dict[str, Any], reason: KeptBack) -> None:
    assert why_not_accepted(an_order(), ANY, replace(WELL, **around)) is reason


@pytest.mark.parametrize("payment", list(PaymentState))
def test_only_what_is_paid_or_free_is_accepted(payment: PaymentState) -> None:
    free = payment in (PaymentState.NOT_DUE, PaymentState.RECEIVED)
    expected = None if free else KeptBack.PAYMENT
    assert why_not_accepted(an_order(payment=payment), ANY, WELL) is expected


@pytest.mark.parametrize("doubt", [one for one in DueDoubt if one is not DueDoubt.NONE])
def test_an_amount_that_is_not_known_is_for_a_person(doubt: DueDoubt) -> None:
    assert why_not_accepted(an_order(due_doubt=doubt), ANY, WELL) is KeptBack.PAYMENT


@pytest.mark.parametrize(
    "changes",
    [
        {"customer": Customer(comment="No nuts")},
        {"basket": a_basket(a_line(note="no foam"))},
        {"basket": a_basket(a_line(modifiers=(a_line("Lime", 0, note="thin"),)))},
    ],
)
def test_a_note_anywhere_is_read_by_a_person(changes: dict[str, Any]) -> None:
    assert why_not_accepted(an_order(**changes), ANY, WELL) is KeptBack.NOTE


def test_blanks_are_no_note() -> None:
    assert why_not_accepted(an_order(customer=Customer(comment=" \n")), ANY, WELL) is None


@pytest.mark.parametrize(
    ("up_to", "reason"),
    [
        (huf(4600), None),
        (Money(huf(4600).minor - 1, "HUF"), KeptBack.AMOUNT),
        (Money(10**12, "EUR"), KeptBack.AMOUNT),
    ],
)
def test_the_total_may_reach_the_limit_in_its_own_money(
    up_to: Money, reason: KeptBack | None
) -> None:
    assert an_order().basket.total == huf(4600)
    assert why_not_accepted(an_order(), AcceptLimits(up_to=up_to), WELL) is reason


@pytest.mark.parametrize(
    ("since", "until", "clock", "allowed"),
    [
        ("10:00", "14:00", "09:59", False),
        ("10:00", "14:00", "10:00", True),
        ("10:00", "14:00", "13:59", True),
        ("10:00", "14:00", "14:00", False),
        ("22:00", "02:00", "21:59", False),
        ("22:00", "02:00", "22:00", True),
        ("22:00", "02:00", "00:00", True),
        ("22:00", "02:00", "01:59", True),
        ("22:00", "02:00", "02:00", False),
        ("10:00", "10:00", "03:00", True),
        ("10:00", "00:00", "23:59", True),
        ("00:00", "10:00", "10:00", False),
    ],
)
def test_hours_may_run_over_midnight(since: str, until: str, clock: str, allowed: bool) -> None:
    limits = AcceptLimits(since=time.fromisoformat(since), until=time.fromisoformat(until))
    around = replace(WELL, clock=time.fromisoformat(clock))
    reason = why_not_accepted(an_order(), limits, around)
    assert reason is (None if allowed else KeptBack.HOURS)


@given(st.times(), st.times(), st.times())
def test_hours_and_the_hours_between_them_share_the_day(
    since: time, until: time, clock: time
) -> None:
    inside = AcceptLimits(since=since, until=until).allow_time(clock)
    outside = AcceptLimits(since=until, until=since).allow_time(clock)
    assert inside != outside or since == until


@given(
    st.builds(
        Circumstances,
        clock=st.times(),
        late=st.booleans(),
        sold_out=st.booleans(),
        unknown_item=st.booleans(),
        printer_well=st.booleans(),
    ),
    st.sampled_from(list(PaymentState)),
    st.sampled_from(["", "No nuts"]),
)
def test_nothing_is_accepted_against_any_rule(
    around: Circumstances, payment: PaymentState, comment: str
) -> None:
    order = an_order(payment=payment, customer=Customer(comment=comment))
    against = (
        around.late
        or around.sold_out
        or around.unknown_item
        or not around.printer_well
        or payment not in (PaymentState.NOT_DUE, PaymentState.RECEIVED)
        or bool(comment)
    )
    assert (why_not_accepted(order, ANY, around) is not None) == against


# --- late -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("placed", "away_until", "late"),
    [
        (at(-3), None, False),
        (at(-3, seconds=-1), None, True),
        (at(-1), at(-2), False),
        (at(-2, seconds=-30), at(-2), True),
        (at(-2), at(-2), False),
    ],
)
def test_what_was_placed_long_ago_or_while_the_vendor_was_away_is_late(
    placed: datetime, away_until: datetime | None, late: bool
) -> None:
    order = an_order(placed_at=placed, wanted_at=None)
    assert comes_late(order, at(), LIMIT, away_until) is late


@pytest.mark.parametrize(("more", "late"), [(0, True), (1, False)])
def test_what_is_wanted_much_later_is_in_time(more: int, late: bool) -> None:
    wanted = at() + TIME_TO_MAKE + timedelta(seconds=more)
    order = an_order(placed_at=at(-60), wanted_at=wanted)
    assert comes_late(order, at(), LIMIT, None) is late
