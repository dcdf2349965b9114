"""What is asked, given, missing and recorded, to the last coin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import Money, cash_rounded, total
from app.domain.order import PaymentMethod, PaymentPart
from app.ui.dialogs.tally import Tally, from_keys, key_step, to_keys
from tests.builders import huf

CASH, CARD, OTHER = PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.OTHER


def test_cash_gives_change_of_the_rounded_amount() -> None:
    tally = Tally(huf(5158), entered=huf(10_000))
    assert (tally.asked, tally.change, tally.is_settled) == (huf(5160), huf(4840), True)
    assert tally.all_parts() == (PaymentPart(CASH, huf(5160), huf(10_000)),)


def test_too_little_cash_is_missing_and_settles_nothing() -> None:
    tally = Tally(huf(5160), entered=huf(3000))
    assert (tally.missing, tally.is_settled, tally.can_take_part) == (huf(2160), False, True)


def test_nothing_keyed_in_settles_nothing() -> None:
    assert not Tally(huf(5160)).is_settled


def test_a_card_takes_the_whole_rest_exactly() -> None:
    tally = Tally(huf(5158), method=CARD)
    assert (tally.is_settled, tally.missing, tally.change) == (True, huf(0), huf(0))
    assert tally.all_parts() == (PaymentPart(CARD, huf(5158)),)


def test_part_in_cash_and_the_rest_by_card_add_up_to_what_is_due() -> None:
    tally = replace(Tally(huf(5158), entered=huf(3000)).with_part(), method=CARD)
    assert tally.rest == huf(2158)
    parts = tally.all_parts()
    assert parts == (PaymentPart(CASH, huf(3000)), PaymentPart(CARD, huf(2158)))


def test_the_rest_in_cash_after_a_card_is_asked_in_coins_and_recorded_exactly() -> None:
    by_card = Tally(huf(5158), method=CARD, entered=huf(2000))
    assert by_card.can_take_part
    tally = replace(by_card.with_part(), method=CASH, entered=huf(3160))
    assert (tally.asked, tally.is_settled, tally.change) == (huf(3160), True, huf(0))
    assert total((part.amount for part in tally.all_parts()), "HUF") == huf(5158)


def test_two_parts_in_cash_come_to_the_rounded_amount() -> None:
    tally = replace(Tally(huf(5158), entered=huf(3000)).with_part(), entered=huf(5000))
    assert (tally.asked, tally.change) == (huf(2160), huf(2840))
    assert total((part.amount for part in tally.all_parts()), "HUF") == huf(5160)


def test_the_last_part_can_be_taken_back() -> None:
    tally = Tally(huf(5160), entered=huf(3000)).with_part()
    assert tally.without_last_part() == Tally(huf(5160))


@pytest.mark.parametrize("entered", [0, 5160, 9000])
def test_nothing_all_or_more_is_no_part(entered: int) -> None:
    assert not Tally(huf(5160), entered=huf(entered)).can_take_part


@pytest.mark.parametrize(("currency", "step"), [("HUF", 100), ("EUR", 1), ("JPY", 1)])
def test_the_keypad_speaks_the_currency_s_cash_digits(currency: str, step: int) -> None:
    assert key_step(currency) == step
    assert to_keys(from_keys(5160, currency)) == 5160


@given(
    due=st.integers(1, 10_000_000),
    cash=st.integers(0, 10_000_000),
    currency=st.sampled_from(["HUF", "EUR", "AUD", "JPY"]),
    last=st.sampled_from([CASH, CARD, OTHER]),
)
def test_parts_always_add_up_as_the_core_wants_them(
    due: int, cash: int, currency: str, last: PaymentMethod
) -> None:
    owed = Money(due, currency)
    tally = Tally(owed, entered=Money(cash, currency))
    if tally.can_take_part:
        tally = replace(tally.with_part(), method=last)
    tally = replace(tally, entered=tally.asked if tally.method is CASH else None)
    parts = tally.all_parts()
    paid = total((part.amount for part in parts), currency)
    all_cash = all(part.method is CASH for part in parts)
    assert paid == owed or (all_cash and paid == cash_rounded(owed))
    assert all(part.amount >= Money.zero(currency) for part in parts)
