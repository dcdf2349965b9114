"""What the slip says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basket import Adjustment, Delivery, DeliveryKind
from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.report import DueDoubt, Fact
from app.domain.slip import LineKind, Slip, SlipLine
from app.domain.slip_template import SlipTemplate
from app.domain.slip_words import SLIP_WORDS
from app.domain.states import OrderState, PaymentState
from app.usecases.compose_sample_slip import compose_sample_slip
from app.usecases.compose_slip import compose_slip
from app.usecases.compose_test_slip import compose_test_slip
from app.usecases.desk import Shop
from app.usecases.keep_template import KeepTemplate, keep_template
from tests.builders import (
    a_basket,
    a_customer,
    a_delivery,
    a_job,
    a_line,
    an_order,
    an_order_to_pay,
    at,
    huf,
)
from tests.fakes.clock import FrozenClock
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

P = PaymentState


def test_slips_can_speak_another_language_than_the_screen() -> None:
    shop = Shop(language="hu", slip_language="de")
    slip = compose_sample_slip(shop, SlipTemplate(), FrozenClock(at(0)))
    assert slip.language == "de"
    assert SLIP_WORDS["de"].total in [line.text for line in slip.lines]
    assert compose_test_slip(shop, FrozenClock(at(0))).language == "de"
    assert (
        compose_sample_slip(Shop(language="hu"), SlipTemplate(), FrozenClock(at(0))).language
        == "hu"
    )


def slip_of(order: Order, language: str = "en", **job: Any) -> Slip:
    desk = replace(Counter(FakeStore()).desk, shop=Shop(language=language))
    names = {"lager": "Lager 0.5 l"}
    return compose_slip(order, a_job(**job), desk, names=names, first_at=at(4))


def accepted(**changes: Any) -> Order:
    return an_order(state=OrderState.PREPARING, **changes)


def test_head_of_the_slip() -> None:
    slip = slip_of(accepted(desk="Counter 1"))
    assert (slip.number, slip.vendor, slip.shop) == ("A-1", "Cheers", "Front counter")
    assert slip.moment == "Fri 20 Nov 2026  12:01"
    assert (slip.headline, slip.who) == ("Counter 1", "Kovács Anna")
    assert (slip.bar, slip.footer) == ("", "Not a receipt")
    assert slip.code == accepted().slip_code
    assert slip.code_text == slip.code[5:]
    assert slip.vendor_number == ""


def test_time_of_the_shop_and_not_of_the_machine() -> None:
    summer = accepted(accepted_at=at(0) - timedelta(days=120))
    assert slip_of(summer, "hu").moment == "2026. júl. 23., Cs  13:00"


def test_without_a_desk_the_name_is_the_headline() -> None:
    slip = slip_of(accepted())
    assert (slip.headline, slip.who) == ("Kovács Anna", "")


def test_pick_up_time_comes_first() -> None:
    slip = slip_of(accepted(desk="Counter 1", wanted_at=at(45)))
    assert (slip.headline, slip.who) == ("Pick-up 12:45", "Counter 1 · Kovács Anna")


@pytest.mark.parametrize(
    ("minutes", "headline"),
    [
        (45, "Delivery 12:45"),
        (60 * 24, "Delivery Sat 12:00"),
        (60 * 24 * 6, "Delivery Thu 12:00"),
        (60 * 24 * 7, "Delivery Fri 27 Nov 2026 12:00"),
    ],
)
def test_the_time_it_is_wanted_has_its_day_where_that_is_not_today(
    minutes: int, headline: str
) -> None:
    home = accepted(wanted_at=at(minutes), basket=a_basket(delivery=a_delivery()))
    assert slip_of(home).headline == headline


def test_what_the_vendor_took_off_the_whole_order_stands_above_the_total() -> None:
    basket = a_basket(adjustments=(Adjustment("Taco Tuesday\x1b@", huf(-500)),))
    body = slip_of(accepted(basket=basket)).lines
    assert body[-2] == SlipLine(LineKind.EXTRA, "Taco Tuesday@", "\N{MINUS SIGN}500")


def test_a_tip_the_total_does_not_hold_stands_below_it() -> None:
    kinds = [line.kind for line in slip_of(accepted(basket=a_basket(tip=200))).lines]
    assert kinds[-2:] == [LineKind.EXTRA, LineKind.TOTAL]
    apart = a_basket(tip=200, total_has_tip=False)
    assert [line.text for line in slip_of(accepted(basket=apart)).lines][-1] == "Tip"


def test_home_delivery_is_a_headline() -> None:
    delivery = Delivery(
        kind=DeliveryKind.HOME_DELIVERY, word="HOME_DELIVERY", fee=huf(500), collect=huf(0)
    )
    slip = slip_of(accepted(basket=a_basket(delivery=delivery)))
    assert slip.headline == "Home delivery"
    assert SlipLine(LineKind.EXTRA, "Delivery", "500") in slip.lines


def test_our_number_has_the_vendors_below_it() -> None:
    slip = slip_of(accepted(number="17", number_is_ours=True))
    assert (slip.number, slip.vendor_number) == ("17", "cheers-order-1")


def test_lines_with_quantities_discounts_modifiers_and_take_away() -> None:
    lime = a_line("Lime", 100, quantity=2)
    beer = a_line("Beer", 800, discount=huf(200), modifiers=(lime,), takeaway=True)
    basket = a_basket(beer, beer, a_line("", 500, product_id="lager", note="no\nice"), tip=150)
    slip = slip_of(accepted(basket=basket))
    assert [(line.kind.value, line.quantity, line.text, line.amount) for line in slip.lines] == [
        ("item", 2, "Beer", "1,600"),
        ("detail", 0, "discount", "\u2212400"),
        ("detail", 0, "+ 2x Lime", "400"),
        ("item", 1, "Lager 0.5 l", "500"),
        ("detail", 0, "no ice", ""),
        ("extra", 0, "Tip", "150"),
        ("total", 0, "Total, paid in the app", "2,250\u00a0Ft"),
    ]
    assert slip.lines[0].takeaway == "TAKE-AWAY"


def test_an_id_stands_for_a_name_nobody_knows() -> None:
    slip = slip_of(accepted(basket=a_basket(a_line("", product_id="x-1"))))
    assert slip.lines[0].text == "x-1"


@pytest.mark.parametrize("payment", [P.DUE, P.FAILED])
def test_what_is_to_be_paid_stands_out(payment: PaymentState) -> None:
    slip = slip_of(replace(an_order_to_pay(4600), payment=payment))
    assert slip.to_pay == ("TO PAY", "4,600\u00a0Ft")
    assert slip.lines[-1].text == "Total"


def test_an_amount_that_is_a_question_is_not_printed() -> None:
    slip = slip_of(an_order_to_pay(0, due_doubt=DueDoubt.NOTHING_NAMED))
    assert slip.to_pay == ("Ask what is to be paid", "")


def test_what_was_paid_here_is_said() -> None:
    part = PaymentPart(PaymentMethod.CASH, huf(4600), given=huf(5000))
    slip = slip_of(an_order_to_pay(4600, payment=P.RECEIVED, taken=(part,)))
    assert slip.facts == ("Paid here 4,600\u00a0Ft",)
    assert slip.to_pay is None
    assert slip.lines[-1].text == "Total"


def test_an_order_that_owes_nothing_any_more_was_not_paid_in_the_app() -> None:
    slip = slip_of(an_order_to_pay(4600, payment=P.NOT_DUE))
    assert slip.lines[-1].text == "Total"


def test_handed_over_unpaid_and_how_the_receipt_is_wanted() -> None:
    order = accepted(
        handed_over_unpaid="the boss said so",
        facts=(Fact("invoicing_type", "invoice, ODD"), Fact("other", "x")),
    )
    assert slip_of(order).facts == ("Handed over unpaid", "Give an invoice, ODD")


def test_a_long_comment_is_bounded_in_length_and_lines() -> None:
    comment = "Please.\n" * 2000
    slip = slip_of(accepted(customer=a_customer(comment=comment)))
    assert len(slip.comment) <= 1000
    assert slip.comment.count("\n") < 30


@pytest.mark.parametrize(
    ("language", "bar"),
    [
        ("en", "REPRINT: slip no. 2, first 12:04"),
        ("hu", "2. PÉLDÁNY, az első: 12:04"),
        ("de", "KOPIE: 2. Bon, zuerst 12:04"),
        ("es", "COPIA: ticket n.º 2, antes 12:04"),
    ],
)
def test_a_reprint_is_marked_as_one(language: str, bar: str) -> None:
    assert slip_of(accepted(), language, copy=2).bar == bar


def test_not_confirmed_is_said_only_while_it_is_so() -> None:
    assert slip_of(an_order(), not_confirmed=True).bar == "NOT CONFIRMED BY CHEERS"
    assert slip_of(accepted(), not_confirmed=True).bar == ""


@pytest.mark.parametrize("language", SLIP_WORDS)
def test_every_language_has_a_slip(language: str) -> None:
    thousand = {"en": ",", "hu": "\u00a0", "de": ".", "es": "."}[language]
    slip = slip_of(accepted(), language)
    assert slip.footer == SLIP_WORDS[language].not_a_receipt
    assert slip.lines[-1].amount == f"4{thousand}600\u00a0Ft"


HOSTILE = st.text(st.characters(), max_size=60)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_no_text_of_a_customer_can_speak_to_the_printer(
    name: str, desk: str, note: str, comment: str
) -> None:
    line = a_line(name, product_id=note, note=note, modifiers=(a_line(desk, 5),))
    customer = a_customer(name=name, comment=comment)
    order = accepted(desk=desk, customer=customer, basket=a_basket(line), number_is_ours=True)
    slip = slip_of(replace(order, vendor_order_id=f"x{note}"))
    said = [slip.headline, slip.who, slip.comment.replace("\n", ""), slip.vendor_number]
    said += [line.text for line in slip.lines]
    assert all(text.isprintable() or {"\u00a0", "\u200c", "\u200d"} & set(text) for text in said)
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for text in said for letter in text)


def test_the_test_slip_belongs_to_no_order() -> None:
    counter = Counter(FakeStore())
    slip = compose_test_slip(Shop(language="hu"), counter.clock)
    assert slip.number == "TEST"
    assert slip.moment.endswith("12:10")
    assert "ő" in slip.lines[0].text


# --- what the shop has chosen ---------------------------------------------------------------------


def chosen(order: Order, **template: Any) -> Slip:
    desk = replace(Counter(FakeStore()).desk, shop=Shop())
    desk.session.template = SlipTemplate(**template)
    return compose_slip(order, a_job(), desk, names={}, first_at=at(4))


def a_full_order() -> Order:
    lines = (
        a_line(quantity=2, discount=huf(100), note="discount", modifiers=(a_line("Lemon", 200),)),
        a_line("Ham sandwich", 1900),
    )
    basket = a_basket(*lines, tip=200, adjustments=(Adjustment("Happy hour", huf(-300)),))
    customer = a_customer(comment="No foam")
    return an_order_to_pay(
        3900, state=OrderState.PREPARING, basket=basket, desk="Counter 1", customer=customer
    )


def test_without_prices_no_amount_stands_there_but_what_is_to_pay() -> None:
    slip = chosen(a_full_order(), prices=False)
    assert [(line.text, line.amount) for line in slip.lines] == [
        ("Draught lager 0.5 l", ""),
        ("discount", ""),  # the customer's own word, not ours
        ("+ Lemon", ""),
        ("Ham sandwich", ""),
    ]
    assert slip.to_pay == ("TO PAY", "3,900\xa0Ft")
    assert slip.comment == "No foam"


def test_without_prices_what_was_paid_here_is_still_said() -> None:
    paid = accepted(taken=(PaymentPart(PaymentMethod.CASH, huf(500)),), due=huf(500))
    assert chosen(paid).facts == ("Paid here 500\xa0Ft",)
    assert chosen(paid, prices=False).facts == ("Paid here",)


def test_without_the_customer_the_desk_stays() -> None:
    slip = chosen(a_full_order(), customer=False)
    assert (slip.headline, slip.who) == ("Counter 1", "")
    slip = chosen(accepted(wanted_at=at(45), desk="Counter 1"), customer=False)
    assert (slip.headline, slip.who) == ("Pick-up 12:45", "Counter 1")
    assert chosen(accepted(), customer=False).headline == ""


def test_without_the_code_there_is_neither_code_nor_its_text() -> None:
    slip = chosen(accepted(), code=False)
    assert (slip.code, slip.code_text) == ("", "")


def test_logo_and_own_lines_come_from_the_shop() -> None:
    slip = chosen(accepted(), logo="/x/logo.png", top=("Szia!",), bottom=("Bye",))
    assert (slip.logo, slip.top, slip.bottom) == ("/x/logo.png", ("Szia!",), ("Bye",))


def test_template_kept_by_staff_holds_from_the_next_slip_on() -> None:
    desk = Counter(FakeStore()).desk
    assert keep_template(KeepTemplate(SlipTemplate(prices=False)), desk) == []
    slip = compose_slip(a_full_order(), a_job(), desk, names={}, first_at=at(4))
    assert all(not line.amount for line in slip.lines)


@pytest.mark.parametrize("currency", ["HUF", "EUR", "JPY", "KWD"])
@pytest.mark.parametrize("language", ["en", "hu", "de", "es"])
def test_sample_shows_everything_a_template_decides_on(language: str, currency: str) -> None:
    shop = Shop(language=language, currency=currency)
    clock = FrozenClock()
    full = compose_sample_slip(shop, SlipTemplate(), clock)
    assert full.to_pay is not None and full.comment and full.code and full.headline and full.who
    assert {line.kind for line in full.lines} == set(LineKind)
    assert any(line.takeaway for line in full.lines)
    assert SLIP_WORDS[language].discount in [line.text for line in full.lines]
    assert "ű" in full.comment
    bare = SlipTemplate(prices=False, customer=False, code=False, top=("Szia!",))
    slip = compose_sample_slip(shop, bare, clock)
    assert (slip.code, slip.who, slip.top, slip.to_pay) == ("", "", ("Szia!",), full.to_pay)
